import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  inactive,
  isSuspended
} from "./chunk-DOP7JSRS.js";
import {
  effectiveWindow,
  subjectOf
} from "./chunk-O2DDFJZA.js";
import {
  stretchesOf
} from "./chunk-5W4AJTQR.js";
import {
  includesOf,
  resolveEntitlement
} from "./chunk-4ZMIKOMJ.js";
import {
  DAY,
  HOUR,
  MINUTE,
  readDuration,
  writeDuration
} from "./chunk-7FEDJEB3.js";
import {
  SETTINGS_PATH,
  entitlementPath,
  systemPath
} from "./chunk-JH6GHN2B.js";
import {
  entitlementName
} from "./chunk-APARWUT7.js";
import {
  quote
} from "./chunk-F7BA4QXU.js";
import {
  nearest
} from "./chunk-MRFNKC6V.js";
import {
  FIRST_YEAR,
  LAST_YEAR,
  readInstant,
  writeInstant
} from "./chunk-EZMMBTZM.js";

// src/findings/accounts.ts
function accountsOf(context, holder) {
  const found = [];
  for (const system of Object.keys(holder.data.accounts ?? {})) {
    const account = accountIn(context, holder, system);
    if (account) found.push(account);
  }
  return found;
}
function accountIn(context, holder, system) {
  return judgedAccount(context, holder, system)?.account ?? null;
}
function judgedAccount(context, holder, system) {
  const { accounts } = context.judged;
  let known = accounts.get(holder);
  if (!known) accounts.set(holder, known = /* @__PURE__ */ new Map());
  let judged = known.get(system);
  if (judged === void 0) known.set(system, judged = judge(context, holder, system));
  return judged;
}
function judge(context, holder, system) {
  const { accounts } = holder.data;
  const connection = accounts && Object.hasOwn(accounts, system) ? context.connected(system) : null;
  if (!accounts || !connection) return null;
  const value = accounts[system];
  const problems = connection.core.checkAccount(value, connection.system);
  if (problems.length > 0) return { account: null, problems };
  const { core } = connection;
  const [principal, unique] = [core.principalOf(value), core.uniqueNameOf(value)];
  return { account: { system, value, principal, unique }, problems: [] };
}
function hasValidTarget(context, entitlement) {
  const { targets } = context.judged;
  let valid = targets.get(entitlement);
  if (valid === void 0) {
    const connection = context.connected(entitlement.system);
    const { target } = entitlement.data;
    valid = connection !== null && target !== void 0 && connection.core.checkTarget(target, connection.system).length === 0;
    targets.set(entitlement, valid);
  }
  return valid;
}

// src/findings/checks/account-duplicate.ts
var accountDuplicate = {
  code: "account-duplicate",
  severity: "error",
  doc: "Two people or workloads are the same account of one system.",
  fix: "Give each its own account.",
  *run(context) {
    const { people, workloads } = context.book;
    const holders = /* @__PURE__ */ new Map();
    for (const holder of [...people.values(), ...workloads.values()]) {
      for (const account of accountsOf(context, holder)) {
        const key = `${account.system} ${account.unique}`;
        const others = holders.get(key);
        if (others) others.push({ holder, account });
        else holders.set(key, [{ holder, account }]);
      }
    }
    for (const all of holders.values()) {
      if (all.length > 1) yield* told(all.toSorted((a, b) => a.holder.path < b.holder.path ? -1 : 1));
    }
  }
};
function* told([first, ...others]) {
  for (const { holder, account } of others) {
    const { system, principal } = account;
    const pointer = ["accounts", system];
    yield {
      message: `${principal} in "${system}" is already the account of "${first?.holder.id}".`,
      fix: "Give each person and workload an account of its own.",
      file: holder.path,
      pointer,
      related: first ? [{ file: first.holder.path, pointer, message: "The same account." }] : []
    };
  }
}

// src/findings/connector-values.ts
function* below(file, at, problems) {
  for (const { pointer, atKey, message, fix } of problems) {
    yield { message, fix, file, pointer: [...at, ...pointer], ...atKey ? { atKey } : {} };
  }
}

// src/findings/checks/account-invalid.ts
var accountInvalid = {
  code: "account-invalid",
  severity: "error",
  doc: "What a file says somebody is in a system is not what that system’s connector understands.",
  fix: "Correct it as the connector’s schema says.",
  *run(context) {
    const { people, workloads } = context.book;
    for (const holder of [...people.values(), ...workloads.values()]) {
      for (const system of Object.keys(holder.data.accounts ?? {})) {
        const problems = judgedAccount(context, holder, system)?.problems ?? [];
        if (problems.length > 0) yield* below(holder.path, ["accounts", system], problems);
      }
    }
  }
};

// src/findings/checks/account-mismatch.ts
var accountMismatch = {
  code: "account-mismatch",
  severity: "error",
  doc: "Somebody’s account can’t hold a target at all (a role can’t join a group).",
  fix: "Grant another entitlement.",
  *run(context) {
    const { book, connected } = context;
    for (const [name, grants] of book.grantsOfEntitlement) {
      const targets = (resolveEntitlement(book, name)?.targets ?? []).filter(
        (target) => hasValidTarget(context, target)
      );
      for (const { subject, path } of grants) {
        const holder = book.people.get(subject) ?? book.workloads.get(subject);
        if (!holder) continue;
        for (const target of targets) {
          const account = accountIn(context, holder, target.system);
          const mismatch = account && connected(target.system)?.core.mismatch(target.data.target, account.value);
          if (mismatch) yield { message: mismatch.message, fix: mismatch.fix, file: path, pointer: [] };
        }
      }
    }
  }
};

// src/findings/checks/account-missing.ts
var accountMissing = {
  code: "account-missing",
  severity: "error",
  doc: "Somebody is granted something in a system in which they have no account.",
  fix: "Add the account to the person’s or workload’s file.",
  *run({ book }) {
    for (const [name, grants] of book.grantsOfEntitlement) {
      const systems = resolveEntitlement(book, name)?.systems ?? [];
      for (const { subject, path } of grants) {
        const holder = book.people.get(subject) ?? book.workloads.get(subject);
        if (!holder) continue;
        for (const system of systems) {
          if (holder.data.accounts && Object.hasOwn(holder.data.accounts, system)) continue;
          yield {
            message: `"${subject}" has no account in "${system}".`,
            fix: `Add "${system}" below "accounts" in ${holder.path}.`,
            file: path,
            pointer: []
          };
        }
      }
    }
  }
};

// src/findings/checks/approver-foreign.ts
var approverForeign = {
  code: "approver-foreign",
  severity: "error",
  doc: "A team of another organisation is named as approver, governance or security.",
  fix: "Name a team of this organisation.",
  *run({ book }) {
    const settings = book.settings?.data;
    if (!settings) return;
    const ours = settings.organization.toLowerCase();
    yield* judge2(ours, SETTINGS_PATH, ["governance"], settings.governance);
    yield* judge2(ours, SETTINGS_PATH, ["security"], settings.security);
    for (const { data, path } of book.entitlements.values()) {
      for (const [index, one] of data.approvers.entries()) {
        if (typeof one === "string") yield* judge2(ours, path, ["approvers", index], one);
        else
          for (const [inner, each] of one.entries())
            yield* judge2(ours, path, ["approvers", index, inner], each);
      }
      for (const [index, one] of (data.emergency?.approvers ?? []).entries()) {
        yield* judge2(ours, path, ["emergency", "approvers", index], one);
      }
    }
  }
};
function* judge2(ours, file, pointer, approver) {
  const slash = approver.indexOf("/");
  if (slash === -1 || approver.slice(1, slash).toLowerCase() === ours) return;
  yield {
    message: `${approver} is a team of another organisation than "${ours}": it can't own anything here.`,
    fix: `Name a team of "${ours}" (@${ours}/team) or an account (@login).`,
    file,
    pointer
  };
}

// src/findings/checks/backup-is-owner.ts
var backupIsOwner = {
  code: "backup-is-owner",
  severity: "error",
  doc: "A workload’s backup is its owner.",
  fix: "Name somebody else, or nobody.",
  *run({ book }) {
    for (const { data, path } of book.workloads.values()) {
      if (data.backup !== data.owner) continue;
      yield {
        message: `"${data.owner}" can't be backup and owner at once.`,
        fix: "Name somebody else as backup, or remove the field.",
        file: path,
        pointer: ["backup"]
      };
    }
  }
};

// src/findings/checks/bundle-cycle.ts
var bundleCycle = {
  code: "bundle-cycle",
  severity: "error",
  doc: "An entitlement includes itself, directly or through others.",
  fix: "Remove one of the includes on the way.",
  *run({ book }) {
    for (const entry of book.entitlements.values()) {
      const { name, path } = entry;
      if (!resolveEntitlement(book, name)?.cyclic) continue;
      for (const [index, include] of includesOf(entry).entries()) {
        const included = resolveEntitlement(book, include);
        if (!included?.all.some((member) => member.name === name)) continue;
        yield {
          message: include === name ? `"${name}" includes itself.` : `"${name}" includes "${include}", which in the end includes "${name}".`,
          fix: "Remove one of the includes on the way round.",
          file: path,
          pointer: ["includes", index]
        };
      }
    }
  }
};

// src/findings/checks/bundle-subjects.ts
var bundleSubjects = {
  code: "bundle-subjects",
  severity: "error",
  doc: "No kind of subject may hold all that a bundle includes.",
  fix: "Bundle only what the same kind of subject may hold.",
  *run({ book }) {
    for (const { name, data, path } of book.entitlements.values()) {
      if (data.includes === void 0 || resolveEntitlement(book, name)?.terms?.subjects.size !== 0) continue;
      yield {
        message: `Nobody can hold "${name}": what it includes is partly for people only, partly for workloads only.`,
        fix: "Include only what the same kind of subject may hold.",
        file: path,
        pointer: ["includes"]
      };
    }
  }
};

// src/findings/checks/connector-unknown.ts
var connectorUnknown = {
  code: "connector-unknown",
  severity: "error",
  doc: "A system names a connector that this version doesn’t have.",
  fix: "Name one that exists.",
  *run({ book, connectors }) {
    for (const { data, path } of book.systems.values()) {
      if (connectors.has(data.connector)) continue;
      const meant = nearest(data.connector, connectors.keys());
      yield {
        message: `There is no connector "${data.connector}".`,
        fix: meant === null ? `There are: ${[...connectors.keys()].toSorted().join(", ")}.` : `Did you mean "${meant}"?`,
        file: path,
        pointer: ["connector"]
      };
    }
  }
};

// src/findings/checks/date-invalid.ts
var dateInvalid = {
  code: "date-invalid",
  severity: "error",
  doc: "A date of the right form that does not exist (31 February, hour 24, a leap second) or lies outside the years 2000 to 2999.",
  fix: "Write a real date: `2026-12-14`, or `2026-12-14T18:00:00Z`.",
  *run({ book }) {
    for (const { path, expires, starts, hasStarts } of book.grants.values()) {
      if (expires === null) yield told2(path, ["expires"]);
      if (hasStarts && starts === null) yield told2(path, ["starts"]);
    }
    for (const { path, data } of book.people.values()) yield* judge3(path, ["ends"], data.ends);
    for (const { path, data } of book.workloads.values()) yield* judge3(path, ["expires"], data.expires);
    for (const { path, data } of book.exceptions.values()) yield* judge3(path, ["expires"], data.expires);
    for (const { path, data } of book.suspensions.values()) yield* judge3(path, ["until"], data.until);
    for (const { path, data } of book.outOfBand.values()) {
      yield* judge3(path, ["expires"], data.expires);
      for (const [index, item] of data.items.entries()) {
        yield* judge3(path, ["items", index, "firstSeen"], item.firstSeen);
        yield* judge3(path, ["items", index, "lastUsed"], item.lastUsed ?? void 0);
      }
    }
  }
};
function* judge3(file, pointer, text) {
  if (text !== void 0 && readInstant(text, "end") === null) yield told2(file, pointer);
}
function told2(file, pointer) {
  return {
    message: `This is no real date: the day, hour or offset doesn't exist, or the year is not between ${FIRST_YEAR} and ${LAST_YEAR}.`,
    fix: "Write a real date such as 2026-12-14, or 2026-12-14T18:00:00Z.",
    file,
    pointer
  };
}

// src/findings/checks/emergency-not-allowed.ts
var emergencyNotAllowed = {
  code: "emergency-not-allowed",
  severity: "error",
  doc: "A break-glass grant of an entitlement that doesn’t allow any.",
  fix: "Request it in the ordinary way, or have `emergency` added to the entitlement.",
  *run({ book }) {
    for (const { kind, name, path } of book.grants.values()) {
      if (kind !== "emergency") continue;
      const entitlement = book.entitlements.get(name);
      if (!entitlement || entitlement.data.emergency !== void 0) continue;
      yield {
        message: `"${name}" doesn't allow break-glass access.`,
        fix: `Request it in the ordinary way, or have "emergency" added in ${entitlement.path}.`,
        file: path,
        pointer: []
      };
    }
  }
};

// src/findings/limits.ts
function begin(grant, now) {
  return Math.max(grant.starts ?? now, now);
}
function tooLong(grant, now, limit) {
  if (grant.expires === null) return null;
  const length = grant.expires - begin(grant, now);
  return length > limit ? length : null;
}
function latestEnd(grant, now, limit) {
  const from = begin(grant, now);
  return lastDay(from + limit, from);
}
function lastDay(end, from) {
  const day = Math.floor(end / DAY) * DAY - DAY;
  return day >= Math.floor(from / DAY) * DAY ? writeInstant(day).slice(0, "YYYY-MM-DD".length) : writeInstant(end);
}
function inWords(length) {
  const minutes = Math.ceil(length / MINUTE) * MINUTE;
  const parts = [
    [Math.floor(minutes / DAY), "d"],
    [Math.floor(minutes % DAY / HOUR), "h"],
    [minutes % HOUR / MINUTE, "m"]
  ];
  return parts.flatMap(([count, unit]) => count > 0 ? [`${count}${unit}`] : []).join(" ");
}

// src/findings/checks/emergency-too-long.ts
var emergencyTooLong = {
  code: "emergency-too-long",
  severity: "error",
  doc: "A break-glass grant lasts longer than the settings or its entitlement allow.",
  fix: "Choose an earlier `expires`.",
  *run({ book, now, isAdded }) {
    const general = readDuration(book.settings?.data.emergency.maxDuration ?? "");
    if (general === null) return;
    for (const grant of book.grants.values()) {
      if (grant.kind !== "emergency" || !isAdded(grant.path)) continue;
      const own = readDuration(book.entitlements.get(grant.name)?.data.emergency?.maxDuration ?? "");
      const limit = Math.min(general, own ?? general);
      const length = tooLong(grant, now, limit);
      if (length === null) continue;
      yield {
        message: `The emergency lasts ${inWords(length)}; ${writeDuration(limit)} are allowed for "${grant.name}".`,
        fix: `Set "expires" to ${latestEnd(grant, now, limit)} or earlier.`,
        file: grant.path,
        pointer: ["expires"]
      };
    }
  }
};

// src/findings/checks/ends-earlier.ts
var endsEarlier = {
  code: "ends-earlier",
  severity: "note",
  doc: "A grant’s `expires` lies beyond the moment at which it really ends: its person’s last day, its workload’s date, or the end of its workload’s last owner.",
  fix: "Nothing need be done.",
  *run({ book }) {
    for (const grant of book.grants.values()) {
      const person = book.people.get(grant.subject);
      if (person && person.data.ends === void 0) continue;
      const { window, end } = effectiveWindow(book, grant);
      if (window === null || end === "expires") continue;
      yield {
        message: `The access ends earlier, at ${writeInstant(window.until)}: ${WHY[end]}.`,
        fix: 'Nothing need be done; an earlier "expires" would say the same.',
        file: grant.path,
        pointer: ["expires"]
      };
    }
  }
};
var WHY = {
  "person-ends": "that is the end of the person’s last day",
  "workload-expires": "the workload is to be re-attested by then",
  orphaned: "by then the workload has no owner any more"
};

// src/findings/checks/entitlement-unknown.ts
var entitlementUnknown = {
  code: "entitlement-unknown",
  severity: "error",
  doc: "A grant or retrospective is of an entitlement that has no `entitlement.yaml`.",
  fix: "Add the entitlement, or move the file.",
  *run({ book, entitlementExists }) {
    for (const [name, grants] of book.grantsOfEntitlement) {
      if (!entitlementExists(name)) for (const { path } of grants) yield told3(name, path);
    }
    for (const { system, entitlement, path } of book.retrospectives.values()) {
      const name = entitlementName(system, entitlement);
      if (!entitlementExists(name)) yield told3(name, path);
    }
  }
};
function told3(name, file) {
  return {
    message: `There is no entitlement "${name}".`,
    fix: `Add ${entitlementPath(name)} or move this file to the entitlement that is meant.`,
    file,
    pointer: []
  };
}

// src/findings/checks/exception-expired.ts
var exceptionExpired = {
  code: "exception-expired",
  severity: "warning",
  doc: "An exception has ended; the last approved of the grants that needed it ended with it.",
  fix: "Remove it, or ask for a new one.",
  *run({ book, now }) {
    for (const { id, data, path } of book.exceptions.values()) {
      const end = data.expires === void 0 ? null : readInstant(data.expires, "end");
      if (end === null || end > now) continue;
      yield {
        message: `The exception "${id}" ended at ${writeInstant(end)}.`,
        fix: "Remove the file, or have a new end approved.",
        file: path,
        pointer: ["expires"]
      };
    }
  }
};

// src/findings/checks/expires-before-starts.ts
var expiresBeforeStarts = {
  code: "expires-before-starts",
  severity: "error",
  doc: "A grant ends before it begins.",
  fix: "Put `expires` after `starts`.",
  *run({ book }) {
    for (const { path, expires, starts } of book.grants.values()) {
      if (expires === null || starts === null || expires > starts) continue;
      yield {
        message: `The grant begins at ${writeInstant(starts)} and ends at ${writeInstant(expires)}: it would never hold.`,
        fix: 'Put "expires" after "starts".',
        file: path,
        pointer: ["expires"],
        related: [{ file: path, pointer: ["starts"], message: "It begins here." }]
      };
    }
  }
};

// src/findings/checks/expires-too-far.ts
var expiresTooFar = {
  code: "expires-too-far",
  severity: "error",
  doc: "A grant lasts longer than its risk tier or entitlement allows.",
  fix: "Choose an earlier `expires`; a longer need is a new request later.",
  *run({ book, now, isAdded }) {
    for (const [name, grants] of book.grantsOfEntitlement) {
      const terms = resolveEntitlement(book, name)?.terms;
      if (!terms) continue;
      for (const grant of grants) {
        const length = grant.kind === "grant" && isAdded(grant.path) ? tooLong(grant, now, terms.maxDuration) : null;
        if (length === null) continue;
        yield {
          message: `The grant lasts ${inWords(length)}; "${name}" (risk ${terms.risk}) allows ${writeDuration(terms.maxDuration)}.`,
          fix: `Set "expires" to ${latestEnd(grant, now, terms.maxDuration)} or earlier.`,
          file: grant.path,
          pointer: ["expires"]
        };
      }
    }
  }
};

// src/findings/checks/github-incomplete.ts
var githubIncomplete = {
  code: "github-incomplete",
  severity: "error",
  doc: "A GitHub login stands without its number, or the number without the login.",
  fix: "Give both, or neither.",
  *run({ book }) {
    for (const { id, data, path } of book.people.values()) {
      const { github, githubId } = data;
      if (github === void 0 === (githubId === void 0)) continue;
      const present = github === void 0 ? "githubId" : "github";
      yield {
        message: present === "github" ? `"${id}" has a GitHub login without its number: logins can be renamed and taken over.` : `"${id}" has a GitHub number without its login.`,
        fix: present === "github" ? 'Add "githubId": "id" at https://api.github.com/users/LOGIN.' : 'Add "github".',
        file: path,
        pointer: [present]
      };
    }
  }
};

// src/findings/checks/github-login-duplicate.ts
var githubLoginDuplicate = {
  code: "github-login-duplicate",
  severity: "error",
  doc: "Two people have the same GitHub login (GitHub doesn’t tell logins apart by case).",
  fix: "Give each person their own account.",
  *run({ book }) {
    const first = /* @__PURE__ */ new Map();
    for (const { data, path } of [...book.people.values()].toSorted((a, b) => a.path < b.path ? -1 : 1)) {
      if (data.github === void 0) continue;
      const key = data.github.toLowerCase();
      const other = first.get(key);
      if (other === void 0) {
        first.set(key, path);
        continue;
      }
      yield {
        message: `The GitHub login ${data.github} is that of ${other} too.`,
        fix: "An account belongs to one person. Correct one of the files.",
        file: path,
        pointer: ["github"],
        related: [{ file: other, pointer: ["github"], message: "The same login." }]
      };
    }
  }
};

// src/findings/checks/github-number-duplicate.ts
var githubNumberDuplicate = {
  code: "github-number-duplicate",
  severity: "error",
  doc: "Two people have the same GitHub number.",
  fix: "Give each person their own account.",
  *run({ book }) {
    const first = /* @__PURE__ */ new Map();
    for (const { data, path } of [...book.people.values()].toSorted((a, b) => a.path < b.path ? -1 : 1)) {
      if (data.githubId === void 0) continue;
      const key = String(data.githubId);
      const other = first.get(key);
      if (other === void 0) {
        first.set(key, path);
        continue;
      }
      yield {
        message: `The GitHub number ${data.githubId} is that of ${other} too.`,
        fix: "An account belongs to one person. Correct one of the files.",
        file: path,
        pointer: ["githubId"],
        related: [{ file: other, pointer: ["githubId"], message: "The same number." }]
      };
    }
  }
};

// src/findings/checks/grant-expired.ts
var grantExpired = {
  code: "grant-expired",
  severity: "warning",
  doc: "A grant has ended.",
  fix: "Remove the file; the nightly proposes it. Who still needs the access makes a new request.",
  *run({ book, now }) {
    for (const { path, expires } of book.grants.values()) {
      if (expires === null || expires > now) continue;
      yield {
        message: `The grant ended at ${writeInstant(expires)}.`,
        fix: "Remove the file, or request the access anew.",
        file: path,
        pointer: ["expires"]
      };
    }
  }
};

// src/findings/checks/history-missing.ts
var historyMissing = {
  code: "history-missing",
  severity: "warning",
  doc: "The repository’s history is cut off (a shallow clone), so `maxTotal` can’t be judged.",
  fix: "Fetch the whole history: `fetch-depth: 0`.",
  *run({ book, history, isAdded }) {
    if (history?.complete !== false) return;
    for (const grant of book.grants.values()) {
      if (!isAdded(grant.path) || (resolveEntitlement(book, grant.name)?.terms?.maxTotal ?? null) === null)
        continue;
      yield {
        message: 'History is cut off (a shallow clone): how long access was held before can’t be told, so "maxTotal" is not judged in full.',
        fix: 'Fetch the whole history: "fetch-depth: 0" in actions/checkout, or "git fetch --unshallow".',
        file: SETTINGS_PATH,
        pointer: ["risk"]
      };
      return;
    }
  }
};

// src/findings/checks/include-unknown.ts
var includeUnknown = {
  code: "include-unknown",
  severity: "error",
  doc: "A bundle includes an entitlement that has no file.",
  fix: "Add the entitlement, or correct the name.",
  *run({ book, entitlementExists }) {
    for (const entry of book.entitlements.values()) {
      const { path } = entry;
      for (const [index, name] of includesOf(entry).entries()) {
        if (entitlementExists(name)) continue;
        yield {
          message: `There is no entitlement "${name}" to include.`,
          fix: `Add ${entitlementPath(name)} or correct the name.`,
          file: path,
          pointer: ["includes", index]
        };
      }
    }
  }
};

// src/findings/checks/manager-cycle.ts
var managerCycle = {
  code: "manager-cycle",
  severity: "error",
  doc: "People report to each other in a circle, or to themselves.",
  fix: "Correct one of the managers.",
  *run({ book }) {
    const done = /* @__PURE__ */ new Set();
    for (const start of book.people.keys()) {
      for (const id of circleFrom(book, start, done)) {
        const person = book.people.get(id);
        if (!person) continue;
        const manager = person.data.manager ?? "";
        yield {
          message: manager === id ? `"${id}" reports to "${id}".` : `"${id}" reports to "${manager}", who in the end reports to "${id}".`,
          fix: "Correct the manager, or remove the field at the top of the line.",
          file: person.path,
          pointer: ["manager"]
        };
      }
    }
  }
};
function circleFrom(book, start, done) {
  const line = [];
  const seen = /* @__PURE__ */ new Set();
  for (let id = start; id !== void 0; id = book.people.get(id)?.data.manager) {
    if (seen.has(id)) return line.slice(line.indexOf(id));
    if (done.has(id)) return [];
    seen.add(id);
    done.add(id);
    line.push(id);
  }
  return [];
}

// src/findings/checks/manager-unknown.ts
var managerUnknown = {
  code: "manager-unknown",
  severity: "error",
  doc: "A person reports to somebody who has no file.",
  fix: "Name a person who has a file, or remove the field.",
  *run({ book, personExists }) {
    for (const { data, path } of book.people.values()) {
      const { manager } = data;
      if (manager === void 0 || personExists(manager)) continue;
      yield {
        message: `The manager "${manager}" is not in "people/".`,
        fix: `Name a person who has a file, or add grants/people/${manager}.yaml.`,
        file: path,
        pointer: ["manager"]
      };
    }
  }
};

// src/findings/checks/max-duration-over-tier.ts
var maxDurationOverTier = {
  code: "max-duration-over-tier",
  severity: "error",
  doc: "An entitlement’s `maxDuration` is above its risk tier’s.",
  fix: "Lower it, or remove it: the tier’s limit then holds.",
  *run({ book }) {
    const risks = book.settings?.data.risk;
    if (!risks) return;
    for (const { data, path } of book.entitlements.values()) {
      const tier = risks[data.risk].maxDuration;
      const [own, most] = [readDuration(data.maxDuration ?? ""), readDuration(tier)];
      if (own === null || most === null || own <= most) continue;
      yield {
        message: `"maxDuration" ${data.maxDuration} is above the ${tier} of risk ${data.risk}.`,
        fix: `Set ${tier} or less, or remove the field: the tier's limit then holds.`,
        file: path,
        pointer: ["maxDuration"]
      };
    }
  }
};

// src/findings/checks/out-of-band-moved.ts
var outOfBandMoved = {
  code: "out-of-band-moved",
  severity: "error",
  doc: "The date of access found outside was moved without a decision to tolerate it.",
  fix: "Decide, or put the date back.",
  *run({ book, isAdded }) {
    const most = readDuration(book.settings?.data.outOfBand.expiresAfter ?? "");
    if (most === null) return;
    for (const { data, path } of book.outOfBand.values()) {
      const expires = readInstant(data.expires, "end");
      const seen = data.items.map((item) => readInstant(item.firstSeen, "start"));
      if (data.decision === "tolerate" || expires === null || !isAdded(path)) continue;
      const last = Math.max(...seen.map((at) => at ?? -Infinity));
      const limit = Math.ceil((last + most) / DAY) * DAY;
      if (last === -Infinity || expires <= limit) continue;
      yield {
        message: `What was first seen at ${writeInstant(last)} must be decided by ${writeInstant(limit)}; only a decision to tolerate it moves that.`,
        fix: 'Put the date back, or set "decision: tolerate" with owner and reason.',
        file: path,
        pointer: ["expires"]
      };
    }
  }
};

// src/findings/checks/out-of-band-overdue.ts
var outOfBandOverdue = {
  code: "out-of-band-overdue",
  severity: "warning",
  doc: "Access found outside has reached its date.",
  fix: "Decide: adopt it, tolerate it with owner, reason and a new date, or revoke it.",
  *run({ book, now }) {
    for (const { data, path } of book.outOfBand.values()) {
      const end = readInstant(data.expires, "end");
      if (end === null || end > now) continue;
      yield {
        message: `This access was found outside and had to be decided by ${writeInstant(end)}.`,
        fix: "Turn it into an ordinary grant, tolerate it with owner, reason and a new date, or revoke it.",
        file: path,
        pointer: ["expires"]
      };
    }
  }
};

// src/findings/checks/owner-inactive.ts
var ownerInactive = {
  code: "owner-inactive",
  severity: "warning",
  doc: "An owner or backup has left or is suspended.",
  fix: "Name somebody who is active.",
  *run(context) {
    const { book } = context;
    for (const entry of book.workloads.values()) {
      yield* told4(context, entry, "owner", entry.data.owner);
      yield* told4(context, entry, "backup", entry.data.backup);
    }
    for (const entry of [...book.systems.values(), ...book.entitlements.values()]) {
      yield* told4(context, entry, "owner", entry.data.owner);
    }
  }
};
function* told4(context, { path }, field, id) {
  const why = id === void 0 ? null : inactive(context, id);
  if (why === null) return;
  yield {
    message: `The ${field} "${id}" ${why}.`,
    fix: "Name a person who is active.",
    file: path,
    pointer: [field]
  };
}

// src/findings/checks/owner-unknown.ts
var ownerUnknown = {
  code: "owner-unknown",
  severity: "error",
  doc: "An owner or backup is not a person.",
  fix: "Name a person who has a file.",
  *run({ book, personExists }) {
    for (const entry of book.workloads.values()) {
      yield* told5(entry, "owner", entry.data.owner, personExists);
      yield* told5(entry, "backup", entry.data.backup, personExists);
    }
    for (const entry of [
      ...book.systems.values(),
      ...book.entitlements.values(),
      ...book.outOfBand.values()
    ]) {
      yield* told5(entry, "owner", entry.data.owner, personExists);
    }
  }
};
function* told5({ path }, field, id, personExists) {
  if (id === void 0 || personExists(id)) return;
  yield {
    message: `The ${field} "${id}" is not in "people/".`,
    fix: `Name a person who has a file, or add grants/people/${id}.yaml.`,
    file: path,
    pointer: [field]
  };
}

// src/findings/checks/owner-without-github.ts
var ownerWithoutGithub = {
  code: "owner-without-github",
  severity: "warning",
  doc: "A system’s or entitlement’s owner has no GitHub account and so can’t be asked for a review.",
  fix: "Add `github` and `githubId` to the person.",
  *run({ book }) {
    for (const { data, path } of [...book.systems.values(), ...book.entitlements.values()]) {
      const owner = book.people.get(data.owner);
      if (!owner || owner.data.github !== void 0) continue;
      yield {
        message: `The owner "${data.owner}" has no GitHub account and so can't be asked for a review.`,
        fix: `Add "github" and "githubId" in ${owner.path}, or name another owner.`,
        file: path,
        pointer: ["owner"]
      };
    }
  }
};

// src/findings/checks/person-left.ts
var personLeft = {
  code: "person-left",
  severity: "warning",
  doc: "A person’s last day has passed; all their access has ended.",
  fix: "Remove their grants, and hand over what they own.",
  *run({ book, now }) {
    for (const { id, data, path } of book.people.values()) {
      const end = data.ends === void 0 ? null : readInstant(data.ends, "end");
      if (end === null || end > now) continue;
      yield {
        message: `The last day of "${id}" has passed (${writeInstant(end)}): all their access has ended.`,
        fix: "Remove their grants, hand over what they own, then remove the file.",
        file: path,
        pointer: ["ends"]
      };
    }
  }
};

// src/findings/quota.ts
function* quotaRefusals(context) {
  const models = new Models(context);
  for (const [subject, grants] of context.book.grantsOfSubject) {
    const holder = context.book.people.get(subject) ?? context.book.workloads.get(subject);
    if (!holder) continue;
    for (const [system, shares] of sharesBySystem(context, grants)) {
      const account = accountIn(context, holder, system);
      if (!account || models.fit(account, shares)) continue;
      const pieces = shares.flatMap((share) => compile(context, share, account));
      yield* judge4(context, system, account.principal, pieces);
    }
  }
}
function sharesBySystem(context, grants) {
  const shares = /* @__PURE__ */ new Map();
  for (const grant of grants) {
    const resolved = resolveEntitlement(context.book, grant.name);
    const { window } = effectiveWindow(context.book, grant);
    if (!resolved || !window || window.until <= context.now) continue;
    const model = `${grant.name} ${grant.kind} ${window.from === null ? "" : "starts"}`;
    for (const system of resolved.systems) {
      const list = shares.get(system);
      if (list) list.push({ grant, resolved, window, model });
      else shares.set(system, [{ grant, resolved, window, model }]);
    }
  }
  return shares;
}
var Models = class {
  #context;
  #pieces = /* @__PURE__ */ new Map();
  #fits = /* @__PURE__ */ new Map();
  constructor(context) {
    this.#context = context;
  }
  /** Whether such grants fit together on a principal of this kind (`user` of `user/alice`). */
  fit(account, shares) {
    const { system, principal } = account;
    const kind = principal.slice(0, principal.indexOf("/"));
    const models = shares.map((share) => share.model).toSorted();
    const key = `${system} ${kind} ${models.join(",")}`;
    let fits = this.#fits.get(key);
    if (fits === void 0) {
      const pieces = shares.flatMap((share) => this.#piecesOf(account, kind, share));
      fits = judge4(this.#context, system, principal, pieces).length === 0;
      this.#fits.set(key, fits);
    }
    return fits;
  }
  #piecesOf(account, kind, share) {
    const key = `${account.system} ${kind} ${share.model}`;
    let pieces = this.#pieces.get(key);
    if (!pieces) this.#pieces.set(key, pieces = compile(this.#context, share, account));
    return pieces;
  }
};
function judge4({ connected }, system, principal, pieces) {
  const connection = connected(system);
  return connection ? connection.core.quota(principal, pieces, connection.system) : [];
}
function compile(context, { grant, resolved, window }, { system, value }) {
  const connection = context.connected(system);
  if (!connection) return [];
  const { core } = connection;
  const targets = resolved.targets.filter(
    (target) => target.system === system && hasValidTarget(context, target) && core.mismatch(target.data.target, value) === null
  );
  const dates = { from: window.from, until: window.until };
  return core.compile(
    targets.map(({ name, data }) => ({
      grant: grant.path,
      entitlement: name,
      target: data.target,
      ...dates
    })),
    connection.system
  );
}

// src/findings/checks/quota-exceeded.ts
var quotaExceeded = {
  code: "quota-exceeded",
  severity: "error",
  doc: "A principal can’t hold all that is granted to it: its policies would outgrow the system’s limits.",
  fix: "End other grants, or bundle what is needed into one role to assume.",
  *run(context) {
    for (const { grant, why } of quotaRefusals(context)) {
      yield {
        message: why,
        fix: "Have other grants of this principal end first, or request something smaller.",
        file: grant,
        pointer: []
      };
    }
  }
};

// src/findings/substance.ts
var BLANK = /[\p{Z}\p{C}\u115f\u1160\u2800\u3164\uffa0]/u;
var LEAST = 10;
function hasSubstance(text) {
  let count = 0;
  for (const character of text) {
    const code = character.charCodeAt(0);
    const seen = code < 127 ? code > 32 : !BLANK.test(character);
    if (seen && ++count === LEAST) return true;
  }
  return false;
}

// src/findings/checks/reason-too-short.ts
var reasonTooShort = {
  code: "reason-too-short",
  severity: "error",
  doc: "A reason has fewer than 10 characters that aren’t blank.",
  fix: "Say why, in words that an auditor understands a year later.",
  *run({ book }) {
    for (const { reason, path } of book.grants.values()) if (!hasSubstance(reason)) yield told6(path);
    for (const { data, path } of book.exceptions.values()) if (!hasSubstance(data.reason)) yield told6(path);
  }
};
function told6(file) {
  return {
    message: "The reason has fewer than 10 characters that aren’t blank.",
    fix: "Say why this is needed, in words that an auditor understands a year later.",
    file,
    pointer: ["reason"]
  };
}

// src/findings/checks/requester-unknown.ts
var requesterUnknown = {
  code: "requester-unknown",
  severity: "error",
  doc: "`requester` is not a person.",
  fix: "Name the person who asks.",
  *run({ book, personExists }) {
    for (const { requester, path } of book.grants.values()) {
      if (requester === null || personExists(requester)) continue;
      yield {
        message: `"${requester}" is not in "people/"; only a person can ask for access.`,
        fix: "Name the person who asks, by the id of their file.",
        file: path,
        pointer: ["requester"]
      };
    }
  }
};

// src/findings/checks/retrospective-start.ts
var retrospectiveStart = {
  code: "retrospective-start",
  severity: "error",
  doc: "A retrospective’s file name doesn’t end with a real instant.",
  fix: "Name it after the start of the emergency: `alice.20261121T0310Z.yaml`.",
  *run({ book }) {
    for (const { start, path } of book.retrospectives.values()) {
      const [, year, month, day, hour, minute] = /^(....)(..)(..)T(..)(..)Z$/u.exec(start) ?? [];
      if (readInstant(`${year}-${month}-${day}T${hour}:${minute}:00Z`, "start") !== null) continue;
      yield {
        message: `"${start}" in the file's name is not a real instant.`,
        fix: "Name the file after the start of the emergency, as in alice.20261121T0310Z.yaml.",
        file: path,
        pointer: []
      };
    }
  }
};

// src/findings/checks/rule-unknown.ts
var ruleUnknown = {
  code: "rule-unknown",
  severity: "error",
  doc: "An exception is to a rule that has no file.",
  fix: "Name a rule that exists, or remove the exception.",
  *run({ book, ruleExists }) {
    for (const { data, path } of book.exceptions.values()) {
      if (ruleExists(data.rule)) continue;
      yield {
        message: `There is no rule "${data.rule}" in "rules/".`,
        fix: "Correct the id, or remove the exception.",
        file: path,
        pointer: ["rule"]
      };
    }
  }
};

// src/findings/checks/settings-missing.ts
var settingsMissing = {
  code: "settings-missing",
  severity: "error",
  doc: "There is no `grants/grantbook.yaml`.",
  fix: "Add it; without settings no limit is known.",
  *run({ book }) {
    if (book.tree.entries.has(SETTINGS_PATH)) return;
    yield {
      message: `There is no "${SETTINGS_PATH}": no limit, no tier and no owner is known.`,
      fix: `Add ${SETTINGS_PATH}.`,
      file: SETTINGS_PATH,
      pointer: []
    };
  }
};

// src/findings/checks/subject-kind.ts
var ALL_KINDS = 2;
var subjectKind = {
  code: "subject-kind",
  severity: "error",
  doc: "An entitlement is granted to a kind of subject that may not hold it.",
  fix: "Grant something else, or have the entitlement changed.",
  *run({ book }) {
    for (const [name, grants] of book.grantsOfEntitlement) {
      const terms = resolveEntitlement(book, name)?.terms;
      if (!terms || terms.subjects.size === ALL_KINDS) continue;
      for (const { subject, path } of grants) {
        const kind = subjectOf(book, subject)?.kind;
        if (!kind || terms.subjects.has(kind)) continue;
        yield {
          message: `"${subject}" is a ${kind}; "${name}" is not for ${kind === "person" ? "people" : "workloads"}.`,
          fix: 'Grant an entitlement whose "subjects" (and those of all it includes) name this kind.',
          file: path,
          pointer: []
        };
      }
    }
  }
};

// src/findings/checks/subject-suspended.ts
var subjectSuspended = {
  code: "subject-suspended",
  severity: "note",
  doc: "A grant is of somebody who is suspended: it is taken away as long as the suspension stands.",
  fix: "Nothing need be done.",
  *run({ book, now }) {
    for (const { id, data, path } of book.suspensions.values()) {
      if (!isSuspended(data, now)) continue;
      for (const grant of book.grantsOfSubject.get(id) ?? []) {
        yield {
          message: `"${id}" is suspended: this access is taken away as long as that stands.`,
          fix: "Nothing need be done here; the suspension ends it all.",
          file: grant.path,
          pointer: [],
          related: [{ file: path, pointer: [], message: "The suspension." }]
        };
      }
    }
  }
};

// src/findings/checks/subject-unknown.ts
var subjectUnknown = {
  code: "subject-unknown",
  severity: "error",
  doc: "A grant, suspension, exception or retrospective is for somebody who has no file.",
  fix: "Add the person or workload, or correct the name.",
  *run(context) {
    const { book } = context;
    for (const [subject, grants] of book.grantsOfSubject) {
      if (isUnknown(context, subject)) for (const { path } of grants) yield told7(subject, path, "file name");
    }
    for (const { id, path } of book.suspensions.values()) {
      if (isUnknown(context, id)) yield told7(id, path, "file name");
    }
    for (const { subject, path } of book.retrospectives.values()) {
      if (isUnknown(context, subject)) yield told7(subject, path, "file name");
    }
    for (const { data, path } of book.exceptions.values()) {
      if (isUnknown(context, data.subject)) yield { ...told7(data.subject, path, "id"), pointer: ["subject"] };
    }
  }
};
function isUnknown(context, id) {
  const { people, workloads } = context.book;
  return !people.has(id) && !workloads.has(id) && !context.personExists(id) && !context.workloadExists(id);
}
function told7(id, file, what) {
  return {
    message: `"${id}" is neither in "people/" nor in "workloads/".`,
    fix: `Add grants/people/${id}.yaml or correct the ${what}.`,
    file,
    pointer: []
  };
}

// src/findings/checks/suspension-over.ts
var suspensionOver = {
  code: "suspension-over",
  severity: "warning",
  doc: "A suspension has ended.",
  fix: "Remove the file.",
  *run({ book, now }) {
    for (const { id, data, path } of book.suspensions.values()) {
      const end = data.until === void 0 ? null : readInstant(data.until, "end");
      if (end === null || end > now) continue;
      yield {
        message: `The suspension of "${id}" ended at ${writeInstant(end)}.`,
        fix: 'Remove the file, or set a new "until".',
        file: path,
        pointer: ["until"]
      };
    }
  }
};

// src/findings/checks/system-duplicate.ts
var systemDuplicate = {
  code: "system-duplicate",
  severity: "error",
  doc: "Two systems are the same real one: each would take away what the other gives.",
  fix: "Keep one of them.",
  *run({ book, connected }) {
    const first = /* @__PURE__ */ new Map();
    for (const { id, path } of [...book.systems.values()].toSorted((a, b) => a.path < b.path ? -1 : 1)) {
      const connection = connected(id);
      if (!connection) continue;
      const identity = connection.core.identityOf(connection.entry.data.settings);
      const key = `${connection.core.name} ${identity}`;
      const other = first.get(key);
      if (other === void 0) {
        first.set(key, path);
        continue;
      }
      yield {
        message: `This is the same system (${identity}) as ${other}: each would take away what the other gives.`,
        fix: "Keep one of them, and move its entitlements there.",
        file: path,
        pointer: ["settings"],
        related: [{ file: other, pointer: ["settings"], message: "The same system." }]
      };
    }
  }
};

// src/findings/checks/system-settings.ts
var systemSettings = {
  code: "system-settings",
  severity: "error",
  doc: "A system’s `settings` are not what its connector needs.",
  fix: "Correct them as the connector’s schema says.",
  *run({ book, connectors }) {
    for (const { data, path } of book.systems.values()) {
      const core = connectors.get(data.connector);
      if (core) yield* below(path, ["settings"], core.checkSettings(data.settings));
    }
  }
};

// src/findings/checks/system-unknown.ts
var systemUnknown = {
  code: "system-unknown",
  severity: "error",
  doc: "Something names a system that has no `system.yaml`.",
  fix: "Add the system, or correct the name.",
  *run({ book, systemExists }) {
    for (const { system, path } of book.entitlements.values())
      if (!systemExists(system)) yield told8(system, path, []);
    for (const { system, path } of book.outOfBand.values())
      if (!systemExists(system)) yield told8(system, path, []);
    for (const { data, path } of [...book.people.values(), ...book.workloads.values()]) {
      for (const system of Object.keys(data.accounts ?? {})) {
        if (!systemExists(system)) yield { ...told8(system, path, ["accounts", system]), atKey: true };
      }
    }
    for (const { data, path } of book.rules.values()) {
      for (const [index, system] of (data.systems ?? []).entries()) {
        if (!systemExists(system)) yield told8(system, path, ["systems", index]);
      }
    }
  }
};
function told8(system, file, pointer) {
  return {
    message: `There is no system "${system}".`,
    fix: `Add ${systemPath(system)} or correct the name.`,
    file,
    pointer
  };
}

// src/findings/checks/target-invalid.ts
var targetInvalid = {
  code: "target-invalid",
  severity: "error",
  doc: "An entitlement’s `target` is not what its system’s connector understands or allows.",
  fix: "Correct it as the connector’s schema says.",
  *run({ book, connected }) {
    for (const { system, data, path } of book.entitlements.values()) {
      const connection = data.target === void 0 ? null : connected(system);
      if (connection)
        yield* below(path, ["target"], connection.core.checkTarget(data.target, connection.system));
    }
  }
};

// src/findings/checks/target-missing.ts
var targetMissing = {
  code: "target-missing",
  severity: "error",
  doc: "An entitlement has neither a target nor includes: holding it would mean nothing.",
  fix: "Add `target` or `includes`.",
  *run({ book }) {
    for (const { name, data, path } of book.entitlements.values()) {
      if (data.target !== void 0 || data.includes !== void 0) continue;
      yield {
        message: `"${name}" has neither "target" nor "includes": holding it would mean nothing.`,
        fix: 'Add "target" (what it is in its system) or "includes" (what it bundles).',
        file: path,
        pointer: []
      };
    }
  }
};

// src/findings/checks/task-missing.ts
var taskMissing = {
  code: "task-missing",
  severity: "error",
  doc: "A grant to a workload doesn’t say which task it is for.",
  fix: "Add `task`: the issue, deployment or change that justifies it.",
  *run({ book }) {
    for (const { subject, task, path } of book.grants.values()) {
      if (task !== null || !book.workloads.has(subject)) continue;
      yield {
        message: `"${subject}" is a workload; its access needs a task that justifies it.`,
        fix: 'Add "task": the link of the deployment, pipeline or change that justifies it.',
        file: path,
        pointer: []
      };
    }
  }
};

// src/findings/checks/ticket-malformed.ts
var ticketMalformed = {
  code: "ticket-malformed",
  severity: "error",
  doc: "A ticket doesn’t match the pattern in the settings, as a whole.",
  fix: "Write the ticket as the tracker names it.",
  *run({ book, ticket: compiled }) {
    const pattern = compiled?.pattern;
    if (!pattern) return;
    const judged = /* @__PURE__ */ new Map();
    for (const { ticket, path } of book.grants.values()) {
      if (ticket === null) continue;
      let good = judged.get(ticket);
      if (good === void 0) judged.set(ticket, good = pattern.matches(ticket));
      if (good) continue;
      yield {
        message: `The ticket ${quote(ticket)} is not of the form ${quote(book.settings?.data.ticket.pattern ?? "")}.`,
        fix: "Write the ticket as its tracker names it, and nothing else.",
        file: path,
        pointer: ["ticket"],
        related: [
          {
            file: SETTINGS_PATH,
            pointer: ["ticket", "pattern"],
            message: "The pattern, which the whole ticket must match."
          }
        ]
      };
    }
  }
};

// src/findings/checks/ticket-missing.ts
var ticketMissing = {
  code: "ticket-missing",
  severity: "error",
  doc: "The risk tier asks for a ticket and there is none.",
  fix: "Add `ticket`.",
  *run({ book }) {
    for (const [name, grants] of book.grantsOfEntitlement) {
      const terms = resolveEntitlement(book, name)?.terms;
      if (terms?.ticket !== "required") continue;
      for (const { kind, ticket, path } of grants) {
        if (kind === "emergency" || ticket !== null) continue;
        yield {
          message: `"${name}" (risk ${terms.risk}) asks for a ticket.`,
          fix: 'Add "ticket" with the ticket in which this was agreed.',
          file: path,
          pointer: []
        };
      }
    }
  }
};

// src/findings/checks/ticket-pattern-invalid.ts
var ticketPatternInvalid = {
  code: "ticket-pattern-invalid",
  severity: "error",
  doc: "The ticket pattern is no regular expression of RE2’s kind, or too large.",
  fix: "Write a pattern without look-around and back-references.",
  *run({ ticket }) {
    if (ticket === null || ticket.error === null) return;
    yield {
      message: `The ticket pattern can't be used: ${quote(ticket.error)}.`,
      fix: "Write a regular expression in RE2’s syntax: no look-around, no back-references, no large repetitions.",
      file: SETTINGS_PATH,
      pointer: ["ticket", "pattern"]
    };
  }
};

// src/findings/checks/toleration-incomplete.ts
var tolerationIncomplete = {
  code: "toleration-incomplete",
  severity: "error",
  doc: "Access found outside is tolerated without owner or reason.",
  fix: "Add both.",
  *run({ book }) {
    for (const { data, path } of book.outOfBand.values()) {
      if (data.decision !== "tolerate") continue;
      const lacking = ["owner", "reason"].filter((field) => data[field] === void 0);
      if (lacking.length === 0) continue;
      yield {
        message: `To tolerate access found outside needs ${lacking.map((field) => `"${field}"`).join(" and ")}.`,
        fix: "Say who owns it from now on, and why it may stand.",
        file: path,
        pointer: ["decision"]
      };
    }
  }
};

// src/findings/checks/toleration-too-long.ts
var tolerationTooLong = {
  code: "toleration-too-long",
  severity: "error",
  doc: "Access found outside is tolerated for longer than the settings allow.",
  fix: "Choose an earlier `expires`.",
  *run({ book, now, isAdded }) {
    const settings = book.settings?.data.outOfBand;
    const most = readDuration(settings?.tolerateFor ?? "");
    if (most === null) return;
    for (const { data, path } of book.outOfBand.values()) {
      const expires = readInstant(data.expires, "end");
      if (data.decision !== "tolerate" || expires === null || !isAdded(path) || expires - now <= most)
        continue;
      yield {
        message: `Access found outside may be tolerated for ${settings?.tolerateFor} at most.`,
        fix: `Set "expires" to ${lastDay(now + most, now)} or earlier.`,
        file: path,
        pointer: ["expires"]
      };
    }
  }
};

// src/book/window.ts
function coveredTime(stretches, bridge) {
  const sorted = stretches.filter((s) => s.until > s.from).toSorted((a, b) => a.from - b.from);
  let total = 0;
  let open;
  for (const next of sorted) {
    if (open && next.from - open.until < bridge) open.until = Math.max(open.until, next.until);
    else {
      if (open) total += open.until - open.from;
      open = { from: next.from, until: next.until };
    }
  }
  return open ? total + open.until - open.from : total;
}

// src/findings/checks/total-too-long.ts
var totalTooLong = {
  code: "total-too-long",
  severity: "error",
  doc: "One subject would hold one entitlement longer, all its grants together, than the tier’s `maxTotal` allows.",
  fix: "Choose an earlier `expires`, or find a lasting answer to a lasting need.",
  *run({ book, now, isAdded, history }) {
    for (const grant of limitedGrants(book)) {
      const limit = resolveEntitlement(book, grant.name)?.terms?.maxTotal ?? null;
      if (limit === null || !isAdded(grant.path) || grant.expires === null || grant.expires <= now) continue;
      const total = coveredTime(stretchesOf(book, grant, now, history), DAY);
      if (total <= limit) continue;
      yield {
        message: `With this "${grant.subject}" would have held "${grant.name}" for ${writeDuration(Math.ceil(total / DAY) * DAY)} in all; ${writeDuration(limit)} are allowed.`,
        fix: 'Choose an earlier "expires". Who needs it for longer needs another way to it: talk to its owner.',
        file: grant.path,
        pointer: ["expires"]
      };
    }
  }
};
function* limitedGrants(book) {
  for (const [name, grants] of book.grantsOfEntitlement) {
    if ((resolveEntitlement(book, name)?.terms?.maxTotal ?? null) !== null) yield* grants;
  }
}

// src/findings/checks/workload-expired.ts
var workloadExpired = {
  code: "workload-expired",
  severity: "warning",
  doc: "A workload was to be re-attested and wasn’t: its grants have ended.",
  fix: "Re-attest it by a new `expires`, or remove it with its grants.",
  *run({ book, now }) {
    for (const { id, data, path } of book.workloads.values()) {
      const end = data.expires === void 0 ? null : readInstant(data.expires, "end");
      if (end === null || end > now) continue;
      yield {
        message: `"${id}" was to be re-attested by ${writeInstant(end)}; its grants ended then.`,
        fix: 'Set a new "expires" if it is still needed, or remove it with its grants.',
        file: path,
        pointer: ["expires"]
      };
    }
  }
};

// src/findings/checks/workload-orphaned.ts
var workloadOrphaned = {
  code: "workload-orphaned",
  severity: "warning",
  doc: "A workload has no active owner or backup: its grants end after `orphans.grace`.",
  fix: "Name an active owner.",
  *run(context) {
    for (const { id, data, path } of context.book.workloads.values()) {
      if (inactive(context, data.owner) === null) continue;
      if (data.backup !== void 0 && inactive(context, data.backup) === null) continue;
      const grace = context.book.settings?.data.orphans.grace;
      yield {
        message: `"${id}" has no active owner or backup${grace === void 0 ? "" : `; its grants end ${grace} after the last of them left`}.`,
        fix: "Name an active owner, or remove it with its grants.",
        file: path,
        pointer: ["owner"]
      };
    }
  }
};

// src/findings/checks/workload-unknown.ts
var workloadUnknown = {
  code: "workload-unknown",
  severity: "error",
  doc: "`canRun` names a workload that has no file.",
  fix: "Name a workload that exists.",
  *run({ book, workloadExists }) {
    for (const { data, path } of book.workloads.values()) {
      for (const [index, id] of (data.canRun ?? []).entries()) {
        if (workloadExists(id)) continue;
        yield {
          message: `There is no workload "${id}" in "workloads/".`,
          fix: "Correct the id, or remove the line.",
          file: path,
          pointer: ["canRun", index]
        };
      }
    }
  }
};

// src/checks.ts
var CHECKS = [
  // Whether things that are named exist.
  settingsMissing,
  subjectUnknown,
  systemUnknown,
  entitlementUnknown,
  includeUnknown,
  requesterUnknown,
  ownerUnknown,
  managerUnknown,
  managerCycle,
  ruleUnknown,
  workloadUnknown,
  // Dates and how long access may last.
  dateInvalid,
  expiresBeforeStarts,
  expiresTooFar,
  emergencyTooLong,
  totalTooLong,
  historyMissing,
  endsEarlier,
  // What only time brings.
  grantExpired,
  workloadExpired,
  exceptionExpired,
  suspensionOver,
  personLeft,
  outOfBandOverdue,
  // What a grant must say.
  reasonTooShort,
  ticketMissing,
  ticketMalformed,
  ticketPatternInvalid,
  taskMissing,
  subjectKind,
  subjectSuspended,
  // Entitlements.
  targetMissing,
  bundleCycle,
  bundleSubjects,
  maxDurationOverTier,
  emergencyNotAllowed,
  approverForeign,
  // What systems themselves allow.
  connectorUnknown,
  systemSettings,
  systemDuplicate,
  targetInvalid,
  accountInvalid,
  accountMissing,
  accountDuplicate,
  accountMismatch,
  quotaExceeded,
  // People and who answers for what.
  githubIncomplete,
  githubLoginDuplicate,
  githubNumberDuplicate,
  ownerWithoutGithub,
  ownerInactive,
  backupIsOwner,
  workloadOrphaned,
  // Access found outside, and reviews of emergencies.
  tolerationIncomplete,
  tolerationTooLong,
  outOfBandMoved,
  retrospectiveStart
];

export {
  CHECKS
};
