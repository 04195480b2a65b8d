import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  ApprovedBook,
  readAlone
} from "./chunk-KIZ5VNST.js";
import {
  knownHeads,
  mainOf
} from "./chunk-OFNMFRSA.js";
import {
  NOTHING_KEPT
} from "./chunk-VFEV3JNZ.js";
import "./chunk-SZUHBQIL.js";
import {
  fileAt,
  isReduction,
  readPull,
  readReviews
} from "./chunk-ZLZM33HV.js";
import "./chunk-CJA7XS7B.js";
import "./chunk-UDABQ4SU.js";
import "./chunk-KIY4GTEX.js";
import {
  comesFrom,
  evidenceHead,
  mainTip
} from "./chunk-HVO6QHIW.js";
import "./chunk-WGKYODML.js";
import {
  LARGEST_EVENTS,
  emptyTreeLike,
  endedAfter,
  judgeStep,
  subtree
} from "./chunk-4G226GOF.js";
import {
  readPublicKey
} from "./chunk-B3U7XVIC.js";
import {
  judgeAppended
} from "./chunk-EQGGY4A3.js";
import {
  genesisCommit
} from "./chunk-QLY2WBM4.js";
import {
  eventsPath,
  pathOfEvent
} from "./chunk-VXUZRDRM.js";
import "./chunk-V2MVFSIR.js";
import "./chunk-4I27XLSR.js";
import {
  CORES
} from "./chunk-CHKKS3WZ.js";
import "./chunk-Q4FKR2PC.js";
import {
  renderJson
} from "./chunk-GPQ7KDIR.js";
import {
  openGitHub
} from "./chunk-ZI2VCF7Z.js";
import "./chunk-ZV34UCH5.js";
import "./chunk-BW4OCBV7.js";
import {
  Listing
} from "./chunk-VSTNN46Q.js";
import {
  GitPipe,
  ObjectPipe,
  ObjectReader,
  isShallow,
  objectId,
  readCommitObject,
  requireRepository,
  runGit
} from "./chunk-LUKRZIK5.js";
import "./chunk-IGNZ6A6A.js";
import "./chunk-PFXTJSIF.js";
import "./chunk-E3WPCVQO.js";
import "./chunk-XJ3N3HV6.js";
import {
  logLine,
  plainLine
} from "./chunk-BLCINO24.js";
import {
  effectiveWindow,
  personEnd
} from "./chunk-33ENI5OL.js";
import {
  RISKS,
  resolveEntitlement
} from "./chunk-L4AA6WMQ.js";
import {
  SETTINGS_PATH,
  identify,
  systemPath
} from "./chunk-LZOWS2TE.js";
import "./chunk-5GLOGQVA.js";
import "./chunk-3OOSBJ24.js";
import "./chunk-UWQLCXPR.js";
import "./chunk-7ETONKNL.js";
import "./chunk-3PMDYGTO.js";
import {
  UnableError,
  UsageError
} from "./chunk-KCC7W5OC.js";
import "./chunk-XW4OEFHM.js";
import {
  DAY,
  readDuration
} from "./chunk-7FEDJEB3.js";
import {
  entitlementName
} from "./chunk-UI4DGNQ4.js";
import {
  quote
} from "./chunk-F7BA4QXU.js";
import "./chunk-MRFNKC6V.js";
import {
  readInstant,
  writeInstant
} from "./chunk-3ZSDZPIB.js";
import "./chunk-XCNTR6TK.js";

// src/evidence/audit/required.ts
function requiredFor(path, before, next) {
  const settings = before.settings?.data;
  const identity = identify(path);
  if (!settings || !identity) return null;
  const governance = { owners: /* @__PURE__ */ new Set([settings.governance]), count: 1, each: [] };
  switch (identity.kind) {
    case "grant": {
      const name = entitlementName(identity.system, identity.entitlement);
      return ofGrant(before, name, governance);
    }
    case "emergency": {
      const entitlement = before.entitlements.get(entitlementName(identity.system, identity.entitlement));
      const approvers = entitlement?.data.emergency?.approvers;
      return approvers ? { owners: new Set(approvers), count: 1, each: [] } : governance;
    }
    case "suspension":
      return { owners: /* @__PURE__ */ new Set([settings.security]), count: 1, each: [] };
    case "out-of-band":
      return withOwner(before, before.systems.get(identity.system)?.data.owner, governance);
    case "retrospective": {
      const name = entitlementName(identity.system, identity.entitlement);
      return withOwner(before, before.entitlements.get(name)?.data.owner, governance);
    }
    case "entitlement":
      return ofEntitlement(before, next, path, governance);
    case "settings":
    case "person":
    case "workload":
    case "rule":
    case "exception":
    case "system":
    default:
      return governance;
  }
}
function ofGrant(before, name, governance) {
  const entitlement = before.entitlements.get(name);
  if (!entitlement) return governance;
  const groups2 = entitlement.data.approvers.map((one) => typeof one === "string" ? null : one);
  return {
    owners: new Set(entitlement.data.approvers.flat()),
    count: resolveEntitlement(before, name)?.terms?.approvals ?? 1,
    each: groups2.filter((group) => group !== null)
  };
}
function ofEntitlement(before, next, path, governance) {
  const [old, now] = [fileAt(before, path), next && fileAt(next, path)];
  const tiers = new Set([old, now].flatMap((file) => file?.kind === "entitlement" ? [file.data.risk] : []));
  const risk = RISKS.findLast((one) => tiers.has(one));
  const includes = now?.kind === "entitlement" ? now.data.includes ?? [] : [];
  const approvers = includes.flatMap((include) => {
    const [system = "", id = ""] = include.split("/");
    return before.entitlements.get(entitlementName(system, id))?.data.approvers.flat() ?? [];
  });
  return {
    owners: /* @__PURE__ */ new Set([...governance.owners, ...approvers]),
    count: risk ? before.settings?.data.risk[risk].approvals ?? 1 : 1,
    each: [[...governance.owners]]
  };
}
function withOwner(before, person, governance) {
  const login = person === void 0 ? void 0 : before.people.get(person)?.data.github;
  return login === void 0 ? governance : { ...governance, owners: /* @__PURE__ */ new Set([...governance.owners, `@${login}`]) };
}

// src/evidence/audit/approvals.ts
var CLOCKS = 5 * 6e4;
function judgeApprovals(one, facts, tell) {
  const { approvals } = one;
  if (approvals.length === 0) {
    tell("approval-missing", `${quote(facts.path)} moved as approved, but no approval is named.`);
    return;
  }
  const required = requiredFor(facts.path, facts.approved.book, facts.next);
  const excluded = excludedFrom(facts);
  for (const approval of approvals) {
    judgePerson(approval, facts, excluded, tell);
    judgeTime(approval, one, facts, tell);
    if (required && approval.as !== "consent" && !required.owners.has(approval.as))
      tell(
        "approval-not-owner",
        `${approval.person} approved as ${approval.as}, which didn’t own ${quote(facts.path)} then: ${[...required.owners].join(", ")} did.`
      );
  }
  if (required) judgeEnough(approvals, required, facts.path, tell);
}
function judgeEnough(approvals, { owners, count, each }, path, tell) {
  const counted = approvals.filter(({ as }) => owners.has(as));
  const people = new Set(counted.map(({ person }) => person));
  if (people.size < count)
    tell(
      "approval-incomplete",
      `${quote(path)} needs approvals of ${count} distinct people; ${people.size} are recorded.`
    );
  for (const group of each) {
    if (!counted.some(({ as }) => group.includes(as)))
      tell(
        "approval-incomplete",
        `${quote(path)} needs an approval of ${group.join(" or ")}; none is recorded.`
      );
  }
}
function judgePerson({ login, id, person, at }, { approved }, excluded, tell) {
  const people = approved.peopleOf(id);
  const known = approved.proved.people.get(person);
  if (!known || people.size !== 1 || !people.has(person)) {
    tell(
      "approver-unknown",
      `The account ${login} (number ${id}) is counted as ${quote(person)}, whom the approved files don’t name by that number alone.`
    );
    return;
  }
  const given = readInstant(at, "end");
  const ends = personEnd(known);
  if (ends === null || given !== null && ends <= given)
    tell("approver-inactive", `${quote(person)} approved at ${at}, after the last day in the approved file.`);
  const suspension = approved.proved.suspensions.get(person);
  const until = suspension?.data.until;
  const over = until === void 0 ? Infinity : readInstant(until, "end");
  const since = suspension ? approved.changedAt(suspension.path) : Infinity;
  if (suspension && given !== null && given >= since && (over === null || given < over))
    tell("approver-inactive", `${quote(person)} approved at ${at} while suspended.`);
  const why = excluded.get(person);
  if (why !== void 0) tell("approver-excluded", `${quote(person)} approved, but is ${why}.`);
}
function judgeTime({ person, at }, one, facts, tell) {
  const given = readInstant(at, "end");
  const recorded = readInstant(one.at, "end");
  if (given === null) {
    tell("time-impossible", `The approval of ${quote(person)} has no real instant: ${at}.`);
    return;
  }
  if (recorded !== null && given > recorded + CLOCKS)
    tell("approval-late", `The approval of ${quote(person)} of ${at} lies after the event that counts it.`);
  const { landed } = facts;
  if (landed === null) return;
  if (given > landed + CLOCKS)
    tell("approval-late", `${quote(person)} approved at ${at}, after the merge at ${writeInstant(landed)}.`);
  const maxAge = readDuration(facts.approved.book.settings?.data.approvals.maxAge ?? "");
  if (maxAge !== null && given < landed - maxAge - CLOCKS)
    tell(
      "approval-stale",
      `The approval of ${quote(person)} of ${at} was older at the merge at ${writeInstant(landed)} than the settings allow.`
    );
}
function excludedFrom({
  path,
  approved,
  requester,
  claimed,
  next
}) {
  const excluded = /* @__PURE__ */ new Map();
  if (requester !== null) excluded.set(requester, "the requester");
  if (claimed !== null) excluded.set(claimed, "the requester that the file names");
  const identity = identify(path);
  if (identity?.kind === "suspension") excluded.set(identity.id, "its subject");
  if (identity?.kind === "person") excluded.set(identity.id, "the person whose file it is");
  if (identity?.kind !== "grant" && identity?.kind !== "emergency") return excluded;
  const { subject } = identity;
  excluded.set(subject, "its subject");
  const workload = approved.book.workloads.get(subject) ?? next?.workloads.get(subject);
  if (workload) {
    excluded.set(workload.data.owner, `the owner of ${quote(subject)}`);
    if (workload.data.backup !== void 0)
      excluded.set(workload.data.backup, `the backup of ${quote(subject)}`);
  }
  return excluded;
}

// src/evidence/audit/access.ts
function judgeHeld(one, state, facts, tell) {
  const standing = find(state, one);
  const until = readInstant(one.until, "end");
  judgeForm(one, state, facts, tell);
  if (until === null) tell("time-impossible", `It ends at ${one.until}, which is no real instant.`);
  else {
    if (one.event !== "issued") judgeDirection(one, standing, until, tell);
    if (one.event !== "shortened") judgeWindow(one, until, state, facts, tell);
  }
  judgePlace(one, facts, tell);
  judgeAfterEnd(one, state, facts, tell);
  state.standing = state.standing.filter((other) => other !== standing);
  const { system, principal, blob } = one;
  const { line, commit } = facts;
  state.standing.push({ system, principal, blob, until: until ?? facts.at, line, commit });
}
function judgeRevoked(one, state, tell) {
  const standing = find(state, one);
  const known = standing !== void 0 || state.found || state.left.length > 0 || state.form !== null;
  if (!known && one.cause !== "drift")
    tell("nothing-stood", `${one.principal} in ${quote(one.system)} lost what the record never gave.`);
  state.standing = state.standing.filter((other) => other !== standing);
}
function find(state, { system, principal }) {
  return state.standing.find((one) => one.system === system && one.principal === principal);
}
function judgeForm({ blob }, state, { path, at }, tell) {
  if (state.form !== null && state.form.blob === blob) {
    if (at < state.since - CLOCKS)
      tell(
        "issued-too-soon",
        `${quote(path)} was issued at ${writeInstant(at)}, before its approval at ${writeInstant(state.since)}.`
      );
    return;
  }
  const left = state.left.findLast((one) => one.blob === blob);
  if (left && at <= left.at) return;
  const now = state.form === null ? "no approved form" : `the approved form ${state.form.blob}`;
  const spent = left ? " That form was approved once and is spent." : "";
  tell("issued-unapproved", `${quote(path)} was issued as ${blob ?? "no content"}, but has ${now}.${spent}`);
}
function judgeAfterEnd(one, { ended }, { at }, tell) {
  if (!ended || ended.blob !== one.blob || at <= ended.at || one.event === "shortened") return;
  tell("issued-after-end", `It was ${one.event} after it had been ended at ${writeInstant(ended.at)}.`);
}
function judgeDirection(one, standing, until, tell) {
  if (!standing) {
    tell("nothing-stood", `${one.principal} in ${quote(one.system)} had nothing that could be ${one.event}.`);
    return;
  }
  const wrong = one.event === "extended" && until < standing.until || one.event === "shortened" && until > standing.until;
  if (wrong)
    tell(
      "direction-wrong",
      `It was ${one.event} to ${one.until}, although it ended at ${writeInstant(standing.until)} before.`
    );
}
function judgeWindow(one, until, state, { path, at, approved }, tell) {
  const identity = identify(path);
  if (identity?.kind !== "grant" && identity?.kind !== "emergency") return;
  const { book } = approved;
  if (until <= at) {
    tell("issued-outside-window", `It was ${one.event} at ${one.at} until ${one.until}, when that was over.`);
    return;
  }
  const suspension = book.suspensions.get(identity.subject);
  if (suspension) {
    const end2 = suspension.data.until === void 0 ? Infinity : readInstant(suspension.data.until, "end");
    if (approved.changedAt(suspension.path) < at && (end2 === null || at < end2))
      tell("issued-suspended", `${quote(identity.subject)} was suspended when this was ${one.event}.`);
  }
  const { grant } = state;
  if (!grant || state.form?.blob !== one.blob) return;
  if (grant.expires !== null && until > grant.expires)
    tell("issued-outside-window", `It ends at ${one.until}, but its file at ${writeInstant(grant.expires)}.`);
  const from = one.from === null ? at : readInstant(one.from, "start") ?? at;
  if (grant.hasStarts && (grant.starts === null || from < grant.starts))
    tell("issued-outside-window", `It begins before its file’s own start.`);
  const subject = book.people.get(identity.subject) ?? book.workloads.get(identity.subject);
  if (!subject || approved.changedAt(subject.path) >= at) return;
  const { window, end } = effectiveWindow(book, slim(path, grant, identity));
  if (window && end !== "orphaned" && end !== "expires" && until > window.until)
    tell(
      "issued-outside-window",
      `It ends at ${one.until}, but ${quote(identity.subject)} at ${writeInstant(window.until)}.`
    );
}
function slim(path, { expires, starts, hasStarts, requester, task }, identity) {
  const { kind, system, entitlement, subject } = identity;
  const name = entitlementName(system, entitlement);
  const rest = { reason: "", ticket: null, incident: null, blob: "" };
  return {
    kind,
    path,
    system,
    entitlement,
    name,
    subject,
    expires,
    starts,
    hasStarts,
    requester,
    task,
    ...rest
  };
}
function judgePlace(one, { path, at, approved, connector }, tell) {
  const identity = identify(path);
  if (identity?.kind !== "grant" && identity?.kind !== "emergency") {
    tell("issued-elsewhere", `${quote(path)} is no grant, so nothing can be issued for it.`);
    return;
  }
  const name = entitlementName(identity.system, identity.entitlement);
  if (one.entitlement !== name) {
    tell("issued-elsewhere", `${quote(one.entitlement)} was issued for a grant of ${quote(name)}.`);
    return;
  }
  const { book } = approved;
  const resolved = resolveEntitlement(book, name);
  const system = book.systems.get(one.system);
  const moved = [systemPath(one.system), resolved?.entitlement.path ?? path].some(
    (file) => approved.changedAt(file) >= at
  );
  if (moved || one.event === "shortened" || !resolved || resolved.missing.length > 0) return;
  if (!resolved.systems.includes(one.system) || !system) {
    tell("issued-elsewhere", `${quote(name)} gives nothing in ${quote(one.system)}.`);
    return;
  }
  const core = connector(system.data.connector);
  const subject = book.people.get(identity.subject) ?? book.workloads.get(identity.subject);
  if (!core || !subject || approved.changedAt(subject.path) >= at) return;
  const context = { id: one.system, entry: system, repository: book.settings?.data.repository ?? "" };
  const account = subject.data.accounts?.[one.system];
  if (account === void 0 || core.checkAccount(account, context).length > 0) {
    tell("issued-elsewhere", `${quote(identity.subject)} has no account in ${quote(one.system)}.`);
    return;
  }
  if (core.principalOf(account) !== one.principal)
    tell(
      "issued-elsewhere",
      `It was issued to ${one.principal}; the account of ${quote(identity.subject)} is ${core.principalOf(account)}.`
    );
  if (core.checkSettings(system.data.settings).length === 0) {
    const real = core.identityOf(system.data.settings);
    if (real !== one.account)
      tell(
        "issued-elsewhere",
        `It was issued in the account ${quote(one.account)}; ${quote(one.system)} is ${quote(real)}.`
      );
  }
}

// src/evidence/audit/end.ts
var DAY2 = 864e5;
function judgeEnd(states, lastRun, problems) {
  for (const [path, state] of states) {
    for (const one of state.standing) judgeStanding(path, one, state, lastRun, problems);
  }
}
function judgeStanding(path, one, { form, left, ended }, lastRun, problems) {
  const where = { commit: one.commit, file: eventsPath(path), line: one.line };
  const who = `${one.principal} in ${quote(one.system)}`;
  const due = lastRun - DAY2;
  if (one.until <= due) {
    const what = `The access of ${who} ended at ${writeInstant(one.until)} and was never recorded as revoked.`;
    problems.add("ended-not-revoked", where, what);
  } else if (ended && ended.at <= due)
    problems.add(
      "ended-not-revoked",
      where,
      `The access of ${who} was ended early and never recorded as revoked.`
    );
  else if (form === null && (left.at(-1)?.at ?? -Infinity) <= due)
    problems.add(
      "standing-without-chain",
      where,
      `${who} still has what ${quote(path)} gave, and no such file is approved.`
    );
}

// src/evidence/audit/ended.ts
function judgeEnded(one, state, facts, tell) {
  const why = fault(one, state, facts);
  if (why !== null) tell("end-without-ground", `${quote(facts.path)} was ended, but ${why}.`);
  if (state.form?.blob === one.blob) state.ended = { blob: one.blob, at: facts.at };
}
function fault({ blob, task }, { form, left, grant }, { path, at, approved }) {
  const identity = identify(path);
  if (identity?.kind !== "grant" && identity?.kind !== "emergency") return "it is no grant";
  if (task === void 0) return "no ground is named";
  if (form === null || form.blob !== blob) {
    const isKnown = left.some((one) => one.blob === blob && at <= one.at);
    return isKnown ? null : `${blob ?? "no content"} isn’t its approved form`;
  }
  const { book } = approved;
  if (!isWorkload(book, identity.subject)) return `${quote(identity.subject)} is no workload`;
  if (grant && grant.task !== task) return `its file doesn’t name the task ${quote(task)}`;
  const resolved = resolveEntitlement(book, entitlementName(identity.system, identity.entitlement));
  const ongoing = resolved?.all.every(({ data }) => data.task === "ongoing") ?? false;
  const changed = resolved?.all.some((entry) => approved.changedAt(entry.path) >= at) ?? false;
  return ongoing && !changed ? "its entitlement says that it doesn’t end with its task" : null;
}
function isWorkload({ workloads, invalid }, id) {
  if (workloads.has(id)) return true;
  return [...invalid.values()].some((refused) => refused?.kind === "workload" && refused.id === id);
}

// src/evidence/audit/file-state.ts
function newFileState() {
  return {
    form: null,
    since: -Infinity,
    left: [],
    grant: null,
    standing: [],
    ended: null,
    found: false,
    outside: null,
    requested: null
  };
}

// src/evidence/audit/outside-state.ts
function newOutsideState() {
  return { seen: /* @__PURE__ */ new Map(), saved: /* @__PURE__ */ new Set(), answered: /* @__PURE__ */ new Set(), file: null, proved: false };
}

// src/evidence/audit/outside.ts
function judgeOutside(event, own, facts, tell) {
  const state = own.outside ??= newOutsideState();
  if (event.event === "discovered") judgeDiscovered(event, state, facts, tell);
  else if (event.event === "saved") judgeSaved(event, state);
  else if (event.event === "tolerated") judgeTolerated(event, own, state, facts, tell);
  else if (event.event === "adopted") judgeAdopted(event, state, facts, tell);
  else if (event.event === "declined") judgeDeclined(event, state, facts, tell);
  else if (event.event === "restored") judgeRestored(event, state, facts, tell);
  else if (event.event === "revoked") judgeRemoved(event, state, facts, tell);
}
function judgeSaved({ item, saved: text2 }, { saved }) {
  if (text2 !== NOTHING_KEPT) saved.add(item);
}
function judgeDiscovered(one, { seen }, { at }, tell) {
  for (const { id, digest, firstSeen } of one.items) {
    const since = readInstant(firstSeen, "start");
    const known = seen.get(id);
    if (since === null || since > at + CLOCKS || known && since > known.since)
      tell("found-clock-moved", `${id} is said to have been first seen at ${firstSeen}, later than it was.`);
    const first = Math.min(since ?? at, known?.since ?? Infinity);
    seen.set(id, { since: first, digests: /* @__PURE__ */ new Set([...known?.digests ?? [], digest]) });
  }
}
function judgeTolerated(one, { form }, { file, proved }, { path, at }, tell) {
  const until = file ? readInstant(file.expires, "end") : null;
  const said = form?.blob === one.blob && file?.decision === "tolerate" && file.principal === one.principal && file.owner === one.owner && file.reason !== void 0 && until !== null && writeInstant(until) === one.until && until > at - CLOCKS && one.items.every((item) => file.items.some((other) => isSame(other, item)));
  if (!said || !proved)
    tell("tolerated-unapproved", `${quote(path)} has no approved form that lets just this stand until then.`);
}
function judgeAdopted(one, state, { at, stateOf }, tell) {
  requireFound(one.items, state, tell);
  const name = one.principal.split(":").slice(5).join(":");
  const stands = stateOf(one.into)?.standing.some(
    ({ system, principal, until }) => system === one.system && principal === name && until > at
  );
  if (stands !== true)
    tell(
      "adopted-without-grant",
      `${quote(one.into)} had given ${name} in ${quote(one.system)} nothing that stood then.`
    );
  for (const { id } of one.items) state.answered.add(id);
}
function judgeDeclined(one, state, facts, tell) {
  const { path, at, approved } = facts;
  requireFound(one.items, state, tell);
  const closed = readInstant(one.closed, "end");
  if (closed === null || closed > at + CLOCKS)
    tell("time-impossible", `It was closed at ${one.closed}, after the event that counts it.`);
  const people = approved.peopleOf(one.number);
  const known = approved.proved.people.get(one.person);
  const end = known ? personEnd(known) : null;
  const owns = requiredFor(path, approved.book, null)?.owners.has(one.as) === true;
  const isSole = known !== void 0 && people.size === 1 && people.has(one.person);
  const isGone = end === null || closed !== null && end <= closed;
  if (!isSole || isGone || !owns || hasPart(one, state, facts))
    tell(
      "declined-by-nobody",
      `${one.login} (number ${one.number}) closed ${one.pull} as ${one.as}, and couldn’t decide on ${quote(path)} by that.`
    );
  for (const { id } of one.items) state.answered.add(id);
}
function hasPart({ person, principal, system }, { file }, { approved }) {
  if (file?.owner === person) return true;
  const account = approved.book.people.get(person)?.data.accounts?.[system];
  const last = principal.slice(Math.max(principal.lastIndexOf("/"), principal.lastIndexOf(":")) + 1).toLowerCase();
  const names = typeof account === "object" && account !== null ? Object.values(account) : [account];
  return names.some(
    (name) => typeof name === "string" && name.slice(name.lastIndexOf("/") + 1).toLowerCase() === last
  );
}
function judgeRestored(one, state, { path, at }, tell) {
  const { file, proved, saved } = state;
  const until = file?.decision === "tolerate" ? readInstant(file.expires, "end") : null;
  const may = proved && until !== null && until > at - CLOCKS && one.items.every((item) => saved.has(item.id) && file?.items.some((other) => isSame(other, item)) === true);
  if (!may)
    tell(
      "restored-unapproved",
      `${quote(path)} has no approved form by which what was saved could come back.`
    );
}
function judgeRemoved({ item, principal }, state, { path, at, approved }, tell) {
  if (item === void 0) return;
  const seen = state.seen.get(item);
  const { file, answered } = state;
  const given = file?.items.some(({ id }) => id === item) === true ? file : null;
  const tolerated = given?.decision === "tolerate" ? readInstant(given.expires, "end") ?? 0 : null;
  const settings = approved.book.settings?.data.outOfBand;
  const isSteady = approved.changedAt(SETTINGS_PATH) < at - DAY / 4;
  const due = seen ? seen.since + (readDuration(settings?.expiresAfter ?? "") ?? 0) : Infinity;
  const isOver = !isSteady || at + CLOCKS >= due || answered.has(item) || given?.decision === "revoke";
  const stands = tolerated !== null && tolerated > at + CLOCKS && seen?.digests.size === 1;
  if (!seen || stands || !(isOver || tolerated !== null))
    tell(
      "removed-undecided",
      `${item} was taken from ${principal} (${quote(path)}) before anybody decided so or its time had passed.`
    );
}
function requireFound(items, { seen }, tell) {
  const strange = items.find(({ id, digest }) => seen.get(id)?.digests.has(digest) !== true);
  if (strange) tell("nothing-found", `${strange.id} was never recorded as found just so.`);
}
function isSame(a, b) {
  return a.id === b.id && a.digest === b.digest;
}
function isOutside(path) {
  return identify(path)?.kind === "out-of-band";
}

// src/evidence/audit/pull-record.ts
function collectPull(records, { pull, head, commit, approvals }, where) {
  const record = records.get(pull) ?? { pull, head, commit, reviews: /* @__PURE__ */ new Map(), where };
  for (const { review, id, login, at } of approvals) record.reviews.set(review, { account: id, login, at });
  records.set(pull, record);
}
function comparePull({ pull, head, commit, reviews }, today) {
  const found = [];
  if (today.mergedAt === null)
    found.push(`${pull} is recorded as approved and landed, but GitHub says that it isn’t merged.`);
  if (today.head !== head) found.push(`${pull} has the head ${today.head} on GitHub, not ${head}.`);
  if (today.mergeCommit !== null && commit !== null && today.mergeCommit !== commit)
    found.push(`${pull} was merged as ${today.mergeCommit} by GitHub, not as ${commit}.`);
  for (const [id, { account, login, at }] of reviews) {
    const review = today.reviews.find((one) => one.id === id);
    if (!review) {
      found.push(`GitHub lists no review ${id} of ${pull}, which the record counts.`);
      continue;
    }
    if (review.author !== null && review.author.id !== account)
      found.push(`The review ${id} of ${pull} is by ${review.author.login} on GitHub, not by ${login}.`);
    if (review.state !== "APPROVED" && review.state !== "DISMISSED")
      found.push(`The review ${id} of ${pull} is no approval on GitHub: ${review.state}.`);
    if (writeInstant(review.at) !== at)
      found.push(
        `The review ${id} of ${pull} was given at ${writeInstant(review.at)} by GitHub, not at ${at}.`
      );
    if (today.mergedAt !== null && review.at > today.mergedAt)
      found.push(`The review ${id} of ${pull} was given after the merge, by GitHub.`);
  }
  return found;
}

// src/evidence/audit/transfers.ts
function transfersIn(all, teller) {
  const found = /* @__PURE__ */ new Map();
  for (const placed of all) {
    const { event } = placed;
    if (event.event !== "transferred" || event.grant === null) continue;
    if (found.has(event.grant)) teller(placed)("transfer-false", "It is recorded twice by the same change.");
    else found.set(event.grant, { placed, event });
  }
  return found;
}
function judgeTransfer(one, approval, facts, tell) {
  const { path, approved, next } = facts;
  const identity = identify(path);
  const id = identity?.kind === "workload" ? identity.id : null;
  const from = id === null ? void 0 : approved.book.workloads.get(id)?.data.owner;
  const to = id === null ? void 0 : next?.workloads.get(id)?.data.owner;
  const moves = from !== void 0 && to !== void 0 && from !== to;
  if (!one) {
    if (moves)
      tell("transfer-false", `${quote(path)} went from ${quote(from)} to ${quote(to)}, which isn’t recorded.`);
    return;
  }
  if (!moves || one.from !== from || one.to !== to || one.blob !== approval.blob) {
    const really = moves ? `it went from ${quote(from)} to ${quote(to)}` : "it did not change hands";
    tell(
      "transfer-false",
      `It is recorded from ${quote(one.from)} to ${quote(one.to)}; by the files ${really}.`
    );
    return;
  }
  judgeConsents(one, approval, facts, tell);
}
function judgeConsents({ from, to, consents }, { at, approvals }, { approved, landed }, tell) {
  const when = landed ?? readInstant(at, "end") ?? 0;
  const reviewers = new Set(approvals.map(({ person }) => person));
  for (const { person, by } of consents)
    if (by === "review" && !reviewers.has(person))
      tell("transfer-consent", `${quote(person)} is said to have agreed by a review, and none is recorded.`);
  const agreed = new Set(consents.map(({ person }) => person));
  for (const owner of [from, to]) {
    const sides = [when - CLOCKS, when + CLOCKS].map(
      (instant) => answersFor(owner, owner === to, approved, instant)
    );
    if (sides.some((side) => side === null || agreed.has(side))) continue;
    tell("transfer-consent", `${quote(sides[0] ?? owner)} had to agree for ${quote(owner)}, and didn’t.`);
  }
}
function answersFor(owner, isNew, approved, at) {
  const { people } = approved.proved;
  if (isNew && !people.has(owner)) return owner;
  const seen = /* @__PURE__ */ new Set();
  for (let id = owner; id !== void 0 && !seen.has(id); ) {
    seen.add(id);
    const person = people.get(id);
    const end = person ? personEnd(person) : null;
    if (end !== null && end > at && !isSuspended(id, approved, at)) return id;
    id = person?.data.manager;
  }
  return null;
}
function isSuspended(id, { proved }, at) {
  const suspension = proved.suspensions.get(id);
  if (!suspension) return false;
  const { until } = suspension.data;
  const end = until === void 0 ? null : readInstant(until, "end");
  return end === null || at < end;
}

// src/evidence/audit/landings.ts
var Landings = class {
  #main;
  #approved;
  #stateOf;
  /** Final judgements: pull request → commit of the record. */
  #pulls = /* @__PURE__ */ new Map();
  #reviews = /* @__PURE__ */ new Map();
  #records = /* @__PURE__ */ new Map();
  #sealed = -1;
  constructor(main, approved, stateOf) {
    this.#main = main;
    this.#approved = approved;
    this.#stateOf = stateOf;
  }
  /** Every approved pull request, in order. */
  get records() {
    return this.#records.values();
  }
  /** Judges what a commit of the record says of landings, in the order in which they landed; returns all other events. */
  judge(step, placed, teller) {
    const rest = [];
    const landed = [];
    for (const one of placed) {
      const { event } = one;
      if (event.event === "genesis") this.#sealed = this.#main.indexOf(event.commit) ?? -1;
      if (isLanding(event)) landed.push({ placed: one, index: this.#main.indexOf(event.commit) });
      else rest.push(one);
    }
    const inOrder = landed.toSorted((a, b) => (a.index ?? Infinity) - (b.index ?? Infinity));
    for (const group of groups(inOrder)) this.#judgeGroup(group, step, teller);
    for (const one of rest) if (one.event.event === "sealed") this.#judgeSeal(one.event, landed, teller(one));
    return rest;
  }
  /** Takes a form that a file has from now on. */
  take(path, form, bytes, at, proved) {
    const state = this.#stateOf(path);
    if (state.form !== null) state.left.push({ blob: state.form.blob, at });
    if (state.ended) state.ended = endedAfter(state.ended, form?.blob ?? null, proved);
    state.form = form;
    state.since = at;
    const alone = form && bytes ? readGrant(path, form.blob, bytes) : null;
    state.grant = alone;
    if (isOutside(path)) {
      const found = form && bytes ? readAlone(path, form.blob, bytes).outOfBand.get(path) : void 0;
      const outside = state.outside ?? newOutsideState();
      state.outside = { ...outside, file: found?.data ?? null, proved: proved || outside.proved };
    }
    this.#approved.move(path, form?.blob ?? null, bytes, at, proved);
  }
  #judgeGroup(group, step, teller) {
    const transfers = transfersIn(
      group.map(({ placed }) => placed),
      teller
    );
    for (const { placed, index } of group) {
      const { event } = placed;
      if (event.grant === null) continue;
      const state = this.#stateOf(event.grant);
      const tell = teller(placed);
      if (event.event === "requested") {
        state.requested = { pull: event.pull, requester: event.requester };
        this.#judgeRepository(event.pull, tell);
        continue;
      }
      if (event.event === "transferred") continue;
      this.#judgeLanded(event, index, tell);
      if (event.event === "approved") {
        this.#judgeApproved(event, state, index, step, tell);
        this.#judgeTransfer(event, transfers, { index, step, placed, teller });
        collectPull(this.#records, event, { commit: step.id, file: placed.file, line: placed.line });
      }
      if (event.event === "reduced") this.#judgeReduced(event, state, step, tell);
      if (event.event === "refused" || event.event === "held") this.#judgePull(event, step, tell);
    }
    for (const { placed, event } of transfers.values())
      teller(placed)("transfer-false", `${quote(event.grant ?? "")} was not approved with it.`);
    for (const { placed } of group) this.#move(placed.event, step);
  }
  #move(event, step) {
    if (event.grant === null || event.event !== "approved" && event.event !== "reduced") return;
    const blob = blobOf(event);
    const after = step.changes.find(({ path }) => path === `approved/${event.grant}`)?.after ?? null;
    if (after === null && blob !== null && this.#stateOf(event.grant).form?.blob === blob) {
      if (event.event === "approved") {
        this.#approved.prove(event.grant);
        const { outside } = this.#stateOf(event.grant);
        if (outside) outside.proved = true;
      }
      return;
    }
    const mode = after !== null && after.blob === blob ? after.mode : "100644";
    const form = blob === null ? null : { mode, blob };
    const bytes = blob === null ? void 0 : step.content(blob);
    const at = readInstant(event.at, "end") ?? 0;
    const proved = event.event === "approved" || event.pull !== null;
    this.take(event.grant, form, bytes, at, proved);
  }
  /** What is said to have landed must be what main's tree holds there. */
  #judgeLanded(event, index, tell) {
    if (event.grant === null || index === null) return;
    const form = this.#main.formAt(event.grant, index);
    const blob = blobOf(event);
    if ((form?.blob ?? null) !== blob)
      tell(
        "landed-differs",
        `${quote(event.grant)} is ${form?.blob ?? "absent"} on main at ${event.commit ?? ""}, not ${blob ?? "absent"}.`
      );
  }
  #judgeApproved(event, state, index, step, tell) {
    const path = event.grant ?? "";
    const { requested } = state;
    if (requested?.pull !== event.pull)
      tell(
        "request-missing",
        `${event.pull} is recorded as approved, but not as requested for ${quote(path)}.`
      );
    state.requested = null;
    this.#judgeRepository(event.pull, tell);
    this.#judgePull(event, step, tell);
    if (index !== null && index <= this.#sealed)
      tell("order-broken", `It landed at ${event.commit ?? ""}, up to which main had been judged before.`);
    for (const { review } of event.approvals) {
      const pull = this.#reviews.get(review);
      if (pull !== void 0 && pull !== event.pull)
        tell("review-used-twice", `The review ${review} was counted for ${pull} already.`);
      this.#reviews.set(review, event.pull);
    }
    const next = nextBook(path, blobOf(event), step);
    const claimed = next?.grants.get(path)?.requester ?? (next ? null : state.grant?.requester ?? null);
    judgeApprovals(
      event,
      {
        path,
        approved: this.#approved,
        next,
        requester: requested?.requester ?? null,
        claimed,
        landed: index === null ? null : this.#main.dateAt(index)
      },
      tell
    );
  }
  /** A hand-over stands and falls with the approval of its file; each is judged once. */
  #judgeTransfer(event, transfers, { index, step, placed, teller }) {
    const path = event.grant ?? "";
    if (identify(path)?.kind !== "workload") return;
    const handed = transfers.get(path) ?? null;
    transfers.delete(path);
    judgeTransfer(
      handed?.event ?? null,
      event,
      {
        path,
        approved: this.#approved,
        next: nextBook(path, blobOf(event), step),
        landed: index === null ? null : this.#main.dateAt(index)
      },
      teller(handed?.placed ?? placed)
    );
  }
  /** A reduction is judged by the two contents: it must really take away only. */
  #judgeReduced(event, state, step, tell) {
    const path = event.grant ?? "";
    if (event.pull !== null) this.#judgeRepository(event.pull, tell);
    const blob = blobOf(event);
    const before = state.form === null ? null : nextBook(path, state.form.blob, step);
    const after = blob === null ? null : nextBook(path, blob, step);
    if (state.form !== null && !before || blob !== null && !after) return;
    const [was, is] = [before && fileAt(before, path), after && fileAt(after, path)];
    if (isReduction(was, is) === null)
      tell(
        "reduction-widens",
        `${quote(path)} was taken as a reduction without an approval, but does more than take away.`
      );
  }
  /** A pull request is judged once: all that is recorded of it stands in one commit of the record. */
  #judgePull(event, step, tell) {
    if (!("pull" in event) || event.pull === null) return;
    const before = this.#pulls.get(event.pull);
    if (before === void 0) this.#pulls.set(event.pull, step.id);
    else if (before !== step.id) tell("pull-judged-twice", `${event.pull} was judged in ${before} already.`);
  }
  #judgeRepository(pull, tell) {
    const repository = this.#approved.book.settings?.data.repository;
    const match = /^(.+)#[1-9]\d*$/u.exec(pull);
    if (!match || repository !== void 0 && match[1] !== repository)
      tell("pull-foreign", `${quote(pull)} is no pull request of ${repository ?? "this repository"}.`);
  }
  #judgeSeal(event, landed, tell) {
    const index = this.#main.indexOf(event.sealed);
    if (index === null) {
      if (event.sealed !== event.commit)
        tell("not-on-main", `It seals ${event.sealed}, which isn’t on main’s own line.`);
      return;
    }
    if (index < this.#sealed)
      tell("order-broken", `It seals ${event.sealed}, which lies before what was sealed already.`);
    const beyond = landed.find(
      ({ placed, index: at }) => placed.event.event === "approved" && at !== null && at > index
    );
    if (beyond)
      tell("order-broken", `It seals ${event.sealed}, but what landed after that was judged with it.`);
    this.#sealed = Math.max(this.#sealed, index);
  }
};
var LANDING = /* @__PURE__ */ new Set(["requested", "approved", "reduced", "transferred"]);
function isLanding(event) {
  if (LANDING.has(event.event)) return true;
  return (event.event === "refused" || event.event === "held") && event.pull !== null;
}
function groups(inOrder) {
  const found = [];
  for (const one of inOrder) {
    const last = found.at(-1);
    if (last?.[0]?.placed.event.commit === one.placed.event.commit) last.push(one);
    else found.push([one]);
  }
  return found;
}
function blobOf({ blob }) {
  return blob === "" ? null : blob;
}
function nextBook(path, blob, step) {
  const bytes = blob === null ? void 0 : step.content(blob);
  return blob !== null && bytes ? readAlone(path, blob, bytes) : null;
}
function readGrant(path, blob, bytes) {
  const grant = readAlone(path, blob, bytes).grants.get(path);
  if (!grant) return null;
  const { expires, starts, hasStarts, requester, task } = grant;
  return { expires, starts, hasStarts, requester, task };
}

// src/evidence/audit/places.ts
var LF = 10;
function placeEvents(step, judged) {
  const bad = new Set(judged.problems.map(({ file, line }) => `${file} ${line}`));
  const queues = /* @__PURE__ */ new Map();
  for (const event of judged.events) {
    const file = pathOfEvent(event);
    const queue = queues.get(file);
    if (queue) queue.push(event);
    else queues.set(file, [event]);
  }
  const placed = [];
  for (const { path, before, after } of step.changes) {
    const queue = queues.get(path);
    const bytes = after ? step.content(after.blob) : void 0;
    if (!queue || !bytes) continue;
    const start = before === null ? 0 : step.content(before.blob)?.byteLength ?? 0;
    let line = countLines(bytes, start);
    let last = lineBefore(bytes, start);
    for (let at = start, next = 0; at < bytes.length && next < queue.length; ) {
      const feed = bytes.indexOf(LF, at);
      const end = feed === -1 ? bytes.length : feed;
      const text2 = bytes.subarray(at, end);
      line++;
      const event = bad.has(`${path} ${line}`) ? void 0 : queue[next++];
      if (event) placed.push({ event, file: path, line, doubled: same(text2, last) });
      last = text2;
      at = end + 1;
    }
  }
  return placed;
}
function countLines(buffer, end) {
  let count = 0;
  for (let at = buffer.indexOf(LF); at !== -1 && at < end; at = buffer.indexOf(LF, at + 1)) count++;
  return count;
}
function lineBefore(buffer, end) {
  if (end < 2) return buffer.subarray(0, 0);
  return buffer.subarray(buffer.lastIndexOf(LF, end - 2) + 1, end - 1);
}
function same(a, b) {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

// src/evidence/audit/problems.ts
var MOST = 1e4;
var Problems = class {
  #found = [];
  #count = 0;
  /** How many there are, those that weren't kept among them. */
  get count() {
    return this.#count;
  }
  get all() {
    return this.#found;
  }
  add(code, { commit, file, line }, message) {
    this.#count++;
    if (this.#found.length < MOST)
      this.#found.push({ code, file: file ?? null, line: line ?? null, commit, message });
  }
};

// src/evidence/audit/runs.ts
var Runs = class {
  #open = /* @__PURE__ */ new Set();
  #finished = /* @__PURE__ */ new Set();
  #last = -Infinity;
  /** When the newest run that came to its end began; `-Infinity` if none did. */
  get lastFinished() {
    return this.#last;
  }
  /** Follows one event; those of grants say nothing here. */
  take(event, at, tell) {
    if (event.event === "started") this.#open.add(event.id);
    if (event.event !== "finished") return;
    this.#last = Math.max(this.#last, at);
    if (this.#finished.has(event.id)) tell("run-broken", `The run ${quote(event.id)} is finished twice.`);
    this.#finished.add(event.id);
    for (const id of event.closes) {
      if (!this.#open.has(id)) tell("run-broken", `It settles the run ${quote(id)}, which isn’t open.`);
      this.#open.delete(id);
    }
    this.#open.delete(event.id);
  }
};

// src/evidence/audit/auditor.ts
var LONGEST_RUN = 6 * 60 * 6e4;
var APPROVED = "approved/";
var Auditor = class {
  #facts;
  #problems = new Problems();
  #states = /* @__PURE__ */ new Map();
  #approved = new ApprovedBook();
  #strangers = /* @__PURE__ */ new Set();
  #landings;
  #runs = new Runs();
  #head = null;
  #signers;
  #commits = 0;
  #events = 0;
  #last = -Infinity;
  constructor(facts) {
    this.#facts = facts;
    this.#signers = new Set(facts.signer === null ? [] : [facts.signer]);
    this.#landings = new Landings(facts.main, this.#approved, (path) => this.#stateOf(path));
  }
  /** Commits looked at so far. */
  get commits() {
    return this.#commits;
  }
  /** How many problems there are so far. */
  get count() {
    return this.#problems.count;
  }
  /** Every approved pull request of the record so far, to be compared with GitHub. */
  get pulls() {
    return this.#landings.records;
  }
  /** The approved settings; null if they can’t be read. */
  get settings() {
    return this.#approved.book.settings?.data ?? null;
  }
  /** Judges the next commit. Its `content` must also give what `approved/` gained. */
  step(step) {
    const form = (path) => this.#states.get(path)?.form ?? null;
    const judged = judgeStep({ head: this.#head, signers: this.#signers, form }, step);
    for (const { rule, file, line, message } of judged.problems)
      this.#problems.add(rule, { commit: step.id, file, line }, message);
    const placed = placeEvents(step, judged);
    this.#commits++;
    this.#events += placed.length;
    this.#head = step.id;
    this.#signers = judged.signers;
    this.#judgeTimes(step, placed);
    if (step.genesis) this.#adopt(step);
    const rest = this.#landings.judge(step, placed, (one) => this.#teller(step, one));
    for (const one of rest) this.#judge(step, one);
    this.#settle(step.changes);
  }
  /** Judges what stands at the end. */
  finish() {
    judgeEnd(this.#states, this.#runs.lastFinished, this.#problems);
    return {
      commits: this.#commits,
      grants: this.#grants(),
      events: this.#events,
      problems: this.#problems.all,
      count: this.#problems.count
    };
  }
  #grants() {
    let count = 0;
    for (const path of this.#states.keys())
      if (path.startsWith("grants/systems/") || path.startsWith("grants/emergency/"))
        count += isGrant(path) ? 1 : 0;
    return count;
  }
  #stateOf(path) {
    let state = this.#states.get(path);
    if (!state) this.#states.set(path, state = newFileState());
    return state;
  }
  #teller({ id }, { file, line }) {
    return (code, message) => this.#problems.add(code, { commit: id, file, line }, message);
  }
  /** Instants must be real, not lie ahead of the commit that holds them, and not go back by more than a run takes. */
  #judgeTimes(step, placed) {
    const committed = committedAt(step);
    for (const one of placed) {
      const tell = this.#teller(step, one);
      const at = readInstant(one.event.at, "end");
      if (at === null) {
        tell("time-impossible", `${one.event.at} is no real instant.`);
        continue;
      }
      if (committed !== null && at > committed + CLOCKS)
        tell(
          "time-impossible",
          `It is dated ${one.event.at}, after its commit of ${writeInstant(committed)}.`
        );
      if (at < this.#last - LONGEST_RUN)
        tell("time-backwards", `It is dated ${one.event.at}, after events of ${writeInstant(this.#last)}.`);
      this.#judgeCommit(one, tell);
    }
    for (const { event } of placed)
      this.#last = Math.max(this.#last, readInstant(event.at, "end") ?? -Infinity);
  }
  /** Each commit of main that is named must be on its own line; told once, however many events name it. */
  #judgeCommit({ event: { commit } }, tell) {
    if (commit === null || this.#strangers.has(commit) || this.#facts.main.indexOf(commit) !== null) return;
    this.#strangers.add(commit);
    tell("not-on-main", `It names the commit ${commit}, which isn’t on main’s own line of history.`);
  }
  /** Genesis takes main’s files as they are. */
  #adopt({ changes, content }) {
    for (const { path, after } of changes) {
      if (!path.startsWith(APPROVED) || !after) continue;
      this.#landings.take(path.slice(APPROVED.length), after, content(after.blob), -Infinity, true);
    }
  }
  #judge(step, one) {
    const { event, file, line, doubled } = one;
    const tell = this.#teller(step, one);
    const at = readInstant(event.at, "end") ?? 0;
    this.#runs.take(event, at, tell);
    if (event.grant === null) return;
    const state = this.#stateOf(event.grant);
    if (doubled) tell("event-doubled", `The line before it in ${quote(file)} is the same.`);
    this.#judgeAccess(event, state, { at, line, commit: step.id, path: event.grant }, tell);
  }
  #judgeAccess(event, state, where, tell) {
    const facts = { ...where, approved: this.#approved, connector: this.#facts.connector };
    if (isOutside(where.path))
      judgeOutside(event, state, { ...facts, stateOf: (path) => this.#states.get(path) }, tell);
    if (event.event === "issued" || event.event === "extended" || event.event === "shortened" || event.event === "updated")
      judgeHeld(event, state, facts, tell);
    else if (event.event === "revoked") judgeRevoked(event, state, tell);
    else if (event.event === "discovered") state.found = true;
    else if (event.event === "ended") judgeEnded(event, state, facts, tell);
  }
  /** What follows is judged by what the tree really holds, whatever the events said. */
  #settle(changes) {
    for (const { path, after } of changes) {
      if (path.startsWith(APPROVED)) this.#stateOf(path.slice(APPROVED.length)).form = after;
    }
  }
};
function isGrant(path) {
  return /^grants\/(?:systems|emergency)\/[^/]+\/(?:[^/]+\/)+(?!entitlement\.yaml$)[^/]+\.yaml$/u.test(path);
}
function committedAt({ object }) {
  const match = / (\d{1,12}) [+-]\d{4}$/u.exec(readCommitObject(object)?.committer ?? "");
  return match ? Number(match[1]) * 1e3 : null;
}

// src/evidence/audit/main-line.ts
var MainLine = class {
  #index = /* @__PURE__ */ new Map();
  #dates = [];
  #versions = /* @__PURE__ */ new Map();
  get length() {
    return this.#dates.length;
  }
  /** Adds the next commit. `at`: its committer date. */
  add(commit, at) {
    this.#index.set(commit, this.#dates.length);
    this.#dates.push(at);
  }
  /** Says what the commit added last changed against the one before it. */
  change(path, form) {
    const version = { index: this.#dates.length - 1, form };
    const known = this.#versions.get(path);
    if (known) known.push(version);
    else this.#versions.set(path, [version]);
  }
  /** Place on the line, counted from 0; null: it isn't on it. */
  indexOf(commit) {
    return commit === null ? null : this.#index.get(commit) ?? null;
  }
  /** Committer date of the commit at that place; null past the end. */
  dateAt(index) {
    return this.#dates[index] ?? null;
  }
  /** What a path was in the tree of the commit at that place; null: not there. */
  formAt(path, index) {
    return this.#versions.get(path)?.findLast((version) => version.index <= index)?.form ?? null;
  }
  /** Number of governed files in the tree of the commit at that place. */
  filesAt(index) {
    let count = 0;
    for (const path of this.#versions.keys()) if (this.formAt(path, index) !== null) count++;
    return count;
  }
};

// src/io/git/audit-diff.ts
var COLON = 58;
var LF2 = 10;
var END = "end";
var ABSENT = "000000";
var SPARING = ["-c", "core.packedGitWindowSize=32m", "-c", "core.packedGitLimit=128m"];
var TreeDiffer = class {
  #git;
  /** `paths`: only what lies below these. */
  constructor(root, paths = []) {
    const args = ["--stdin", "-r", "-z", "--raw", "--no-renames", "--no-abbrev"];
    const below = paths.length > 0 ? ["--", ...paths] : [];
    this.#git = new GitPipe(root, SPARING, "diff-tree", [...args, ...below]);
  }
  /** What each pair of trees has different, in the order of the pairs. Throws UnableError. */
  async compare(pairs) {
    const headers = pairs.map(([before, after]) => `${before} ${after}`);
    if (headers.length === 0) return [];
    this.#git.write(`${[...headers, END].join("\n")}
`);
    const raw = await this.#git.takeUpTo(END);
    let at = 0;
    return headers.map((header) => {
      const end = raw.indexOf(LF2, at);
      if (raw.toString("latin1", at, end) !== header)
        throw new UnableError("git diff-tree answered something else than was asked.");
      at = end + 1;
      const found = [];
      while (raw[at] === COLON) {
        const middle = raw.indexOf(0, at);
        const last = raw.indexOf(0, middle + 1);
        found.push(difference(raw.toString("latin1", at + 1, middle), raw.toString("utf8", middle + 1, last)));
        at = last + 1;
      }
      return found;
    });
  }
  /** Ends the process. */
  close() {
    this.#git.close();
  }
};
function difference(fields, path) {
  const [modeBefore = "", modeAfter = "", before = "", after = ""] = fields.split(" ");
  return {
    path,
    before: modeBefore === ABSENT ? null : { mode: modeBefore, blob: before },
    after: modeAfter === ABSENT ? null : { mode: modeAfter, blob: after }
  };
}

// src/io/git/audit-main.ts
var BATCH = 500;
async function readMainLine(root, tip) {
  if (await isShallow(root))
    throw new UnableError(
      'The history here is cut off, so the record can’t be compared with it. Set "fetch-depth: 0" for actions/checkout, or run: git fetch --unshallow.'
    );
  const listed = await runGit(root, [
    "rev-list",
    "--first-parent",
    "--reverse",
    "--no-commit-header",
    "--format=%H %T %ct",
    tip,
    "--"
  ]);
  const main = new MainLine();
  const differ = new TreeDiffer(root, ["grants"]);
  try {
    const rows = listed.toString("latin1").split("\n").filter(Boolean);
    let before = emptyTreeLike(tip);
    for (let start = 0; start < rows.length; start += BATCH) {
      const batch = rows.slice(start, start + BATCH).map((row) => row.split(" "));
      const pairs = batch.map(([, tree = ""]) => {
        const pair = [before, tree];
        before = tree;
        return pair;
      });
      const differences = await differ.compare(pairs);
      for (const [index, [commit = "", , at = ""]] of batch.entries()) {
        main.add(commit, Number(at) * 1e3);
        for (const { path, after } of differences[index] ?? []) main.change(path, after);
      }
    }
  } finally {
    differ.close();
  }
  return main;
}

// src/io/git/audit-blobs.ts
var BlobReader = class {
  #pipe;
  #largest;
  /** Objects larger than this (bytes) are left out of the answer. */
  constructor(root, largest) {
    this.#largest = largest;
    this.#pipe = new ObjectPipe(root, SPARING);
  }
  /** Bytes of blobs by id; what is missing, of another type or too large is absent. Throws UnableError if git fails. */
  async read(ids) {
    const pipe = this.#pipe;
    const found = /* @__PURE__ */ new Map();
    if (ids.length === 0) return found;
    pipe.ask(ids);
    for (const id of ids) {
      const header = await pipe.header(id);
      if (!header) continue;
      const bytes = await pipe.bytes(header);
      if (header.type === "blob" && header.size <= this.#largest) found.set(id, bytes);
    }
    return found;
  }
  /** Ends the process. */
  close() {
    this.#pipe.close();
  }
};

// src/io/git/audit-runs.ts
var LF3 = 10;
var LINES = 8;
var RunFiles = class _RunFiles {
  #last;
  #ends = /* @__PURE__ */ new Map();
  #versions = /* @__PURE__ */ new Map();
  constructor(last) {
    this.#last = last;
  }
  static async open(root, head) {
    const listing = new Listing(
      await runGit(root, ["ls-tree", "-r", "-z", "--full-tree", head, "--", "runs"])
    );
    const entries = [...listing.entries.values()];
    const reader = new ObjectReader(root, "blob", LARGEST_EVENTS);
    try {
      const blobs = await reader.read(entries.flatMap(({ blob }) => blob ?? []));
      const files = entries.flatMap(({ path, blob }) => {
        const bytes = blobs.get(blob ?? "");
        return bytes ? [[path, Buffer.from(bytes)]] : [];
      });
      return new _RunFiles(new Map(files));
    } finally {
      reader.close();
    }
  }
  /** A version that was found before; it shares its memory with the last one. */
  version(blob) {
    return this.#versions.get(blob);
  }
  /** Contents of the new versions that are beginnings of the last one, by id; the others must be read. */
  find(changes) {
    const found = /* @__PURE__ */ new Map();
    for (const { path, after } of changes) {
      const last = this.#last.get(path);
      if (!last || !after) continue;
      let end = this.#ends.get(path) ?? 0;
      for (let n = 0; n < LINES; n++) {
        const feed = last.indexOf(LF3, end);
        if (feed === -1) break;
        end = feed + 1;
        const version = last.subarray(0, end);
        if (objectId("blob", version, after.blob) !== after.blob) continue;
        found.set(after.blob, version);
        this.#versions.set(after.blob, version);
        this.#ends.set(path, end);
        break;
      }
    }
    return found;
  }
};

// src/io/git/audit-walk.ts
var BATCH2 = 64;
async function* walkForAudit(root, head, askMain, progress2) {
  const listed = await runGit(root, ["rev-list", "--reverse", "--first-parent", head, "--"]);
  const ids = listed.toString("latin1").split("\n").filter(Boolean);
  const walk = new Walk(root, await RunFiles.open(root, head));
  try {
    let next = walk.read(ids.slice(0, 1));
    for (let start = 0; start < ids.length; ) {
      const batch = await next;
      const after = start + batch.length;
      next = walk.read(ids.slice(after, after + BATCH2));
      next.catch(() => void 0);
      for (const [index, one] of batch.entries()) {
        const step = await walk.step(one);
        yield start + index === 0 ? { ...step, genesis: await genesisOf(root, step, askMain) } : step;
      }
      start = after;
      progress2({ done: start, all: ids.length });
    }
  } finally {
    walk.close();
  }
}
var Walk = class {
  #commits;
  #blobs;
  #differ;
  #runs;
  #root;
  /** Size of the newest version of each file of events, by path (bytes). */
  #sizes = /* @__PURE__ */ new Map();
  #tree = null;
  #rare = null;
  constructor(root, runs) {
    this.#root = root;
    this.#commits = new ObjectReader(root, "commit");
    this.#blobs = new BlobReader(root, LARGEST_EVENTS);
    this.#differ = new TreeDiffer(root);
    this.#runs = runs;
  }
  close() {
    this.#commits.close();
    this.#blobs.close();
    this.#differ.close();
    this.#rare?.close();
  }
  async read(ids) {
    if (ids.length === 0) return [];
    const objects = await this.#commits.read(ids);
    const pairs = [];
    for (const id of ids) {
      const object = objects.get(id);
      if (!object) throw await unreadable(this.#root, id);
      const empty = emptyTreeLike(id);
      const tree = readCommitObject(object)?.tree ?? empty;
      pairs.push([this.#tree ?? empty, tree]);
      this.#tree = tree;
    }
    const differences = await this.#differ.compare(pairs);
    const known = this.#runs.find(differences.flat());
    const wanted = differences.flatMap(
      (changes) => changes.flatMap(
        ({ after }) => after && !known.has(after.blob) && isBlob(after.mode) ? [after.blob] : []
      )
    );
    const contents = new Map(known);
    for (const [blob, bytes] of await this.#blobs.read(wanted))
      if (objectId("blob", bytes, blob) === blob) contents.set(blob, bytes);
    return ids.map((id, index) => ({
      id,
      object: objects.get(id) ?? new Uint8Array(),
      changes: differences[index] ?? [],
      contents
    }));
  }
  /** A step whose contents also give what each file was before: the beginning of what it is now, or else that object. */
  async step({ id, object, changes, contents }) {
    const before = /* @__PURE__ */ new Map();
    for (const { path, before: was, after } of changes) {
      if (path.startsWith("approved/") || !after) continue;
      const now = contents.get(after.blob);
      const old = was === null ? void 0 : await this.#before(path, was.blob, now);
      if (was && old) before.set(was.blob, old);
      if (now) this.#sizes.set(path, now.byteLength);
    }
    return { id, object, changes, content: (blob) => contents.get(blob) ?? before.get(blob), genesis: null };
  }
  async #before(path, blob, now) {
    const run = this.#runs.version(blob);
    if (run) return run;
    const size = this.#sizes.get(path);
    const start = now && size !== void 0 && size <= now.byteLength ? now.subarray(0, size) : null;
    if (start && objectId("blob", start, blob) === blob) return start;
    this.#rare ??= new ObjectReader(this.#root, "blob", LARGEST_EVENTS);
    const bytes = (await this.#rare.read([blob])).get(blob);
    return bytes && objectId("blob", bytes, blob) === blob ? bytes : void 0;
  }
};
function isBlob(mode) {
  return mode.startsWith("100") || mode === "120000";
}
async function unreadable(root, id) {
  const why = await isShallow(root) ? 'The history here is cut off. Set "fetch-depth: 0" for actions/checkout, or run: git fetch --unshallow.' : "Its object is missing or damaged here: audit a fresh clone.";
  return new UnableError(`git can’t read the commit ${id} of the branch "evidence". ${why}`);
}
async function genesisOf(root, step, askMain) {
  const commit = genesisCommit(judgeAppended(step, () => void 0));
  const own = await subtree(root, step.id, "approved/grants");
  return { own, ...commit === null ? { main: null, inHistory: null } : await askMain(commit) };
}

// src/io/github/audit-records.ts
async function compareWithGitHub(github, records) {
  const problems = [];
  const unread = /* @__PURE__ */ new Set();
  let compared = 0;
  for (const record of records) {
    const number = Number(/#([1-9]\d{0,14})$/u.exec(record.pull)?.[1]);
    if (!Number.isSafeInteger(number)) continue;
    const [pull, reviews] = [await readPull(github, number), await readReviews(github, number)];
    if (!pull.ok || !reviews.ok) {
      for (const read of [pull, reviews]) if (!read.ok) unread.add(`${read.gap.what}: ${read.gap.why}`);
      continue;
    }
    compared++;
    const { head, mergedAt, mergeCommit } = pull.value;
    for (const message of comparePull(record, { head, mergedAt, mergeCommit, reviews: reviews.value }))
      problems.push({ code: "github-differs", ...record.where, message });
  }
  return { problems, compared, unread: [...unread] };
}

// src/render/audit-json.ts
function renderAuditJson(view) {
  const { commits, grants, events, problems, anchor } = view;
  const document = {
    format: 1,
    ok: problems.length === 0,
    commits,
    grants,
    events,
    anchored: anchor.state === "contained",
    problems: problems.toSorted(compareProblems).map(({ code, file, line, commit, message }) => ({
      code,
      file,
      line,
      commit,
      message
    }))
  };
  return renderJson(document);
}
function compareProblems(a, b) {
  const [left, right] = [a.file ?? "", b.file ?? ""];
  if (left !== right) return left < right ? -1 : 1;
  const lines = (a.line ?? 0) - (b.line ?? 0);
  if (lines !== 0) return lines;
  return a.code === b.code ? 0 : a.code < b.code ? -1 : 1;
}

// src/render/audit-text.ts
function renderAuditText(view) {
  const { commits, grants, events, problems, count, head } = view;
  const found = problems.toSorted(compareProblems).flatMap(({ code, file, line, commit, message }) => {
    const place = file === null ? "evidence" : `${file}${line === null ? "" : `:${line}`}`;
    const where = commit === null ? [] : [`    in commit ${plainLine(commit)}`];
    return [logLine(`${place} ${code} ${message}`), ...where];
  });
  const more = count - problems.length;
  const lines = [
    ...found,
    ...found.length > 0 ? [""] : [],
    `${amount(commits, "commit")} up to ${head ?? "nowhere"}, ${amount(grants, "grant")}, ${amount(events, "event")}.`,
    logLine(anchorLine(view)),
    logLine(view.github),
    count === 0 ? "No problems: every signature, every order, every chain from request to revocation holds." : `${amount(count, "problem")}${more > 0 ? `, of which the first ${problems.length} are shown` : ""}. What each code means: docs/audit.md.`
  ];
  return `${lines.join("\n")}
`;
}
function anchorLine({ anchor }) {
  if (anchor.state === "contained")
    return `anchored: true. The branch contains ${anchor.head}, ${anchor.source}.`;
  return anchor.state === "broken" ? "anchored: false. The branch doesn’t contain the head that was noted elsewhere." : "anchored: false. Nothing from outside says where the branch should end, so that a cut can’t be seen. Name a head that you noted with --head, or give GITHUB_TOKEN and GITHUB_REPOSITORY.";
}
function amount(count, what) {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

// src/commands/audit.ts
var command = {
  formats: ["text", "json"],
  example: "npx grantbook audit --head 3f786850e387550fdab836ed7e6dc881de23001b",
  describe: (c) => {
    c.option("--evidence <ref>", "the branch to audit; otherwise the fetched one, else this repository’s own").option("--signer <key>", 'the key that signed the first commit, from outside: "ssh-ed25519 AAAA…"').option("--head <sha>", "a head of the branch that was noted elsewhere: the branch must contain it");
  },
  run: async (_args, options, common, io) => {
    const view = await audit(options, common, io);
    io.out(common.format === "json" ? renderAuditJson(view) : renderAuditText(view));
    return view.count === 0 ? 0 : 1;
  }
};
async function audit(options, common, io) {
  const { root } = common;
  await requireRepository(root);
  const signer = signerFrom(options["signer"]);
  const noted = headFrom(options["head"]);
  const [head, tip] = [await evidenceHead(root, text(options["evidence"])), await mainTip(root)];
  const main = tip === null ? new MainLine() : await readMainLine(root, tip);
  const auditor = new Auditor({ signer, main, connector: (name) => CORES.get(name) ?? null });
  if (head === null)
    return { ...withProblems(auditor, [NO_EVIDENCE]), head, anchor: { state: "none" }, github: OFFLINE };
  const told = progress(common, io);
  for await (const step of walkForAudit(root, head, mainOf(root, tip ?? head, signer !== null), told.tell))
    auditor.step(step);
  told.end();
  const asked = await askGitHub(auditor, tip, common, io);
  const { anchor, problems } = await anchorOf(root, head, noted, asked.heads);
  return {
    ...withProblems(auditor, [...problems, ...asked.problems]),
    head,
    anchor,
    github: asked.said
  };
}
var OFFLINE = "GitHub was not asked: GITHUB_TOKEN and GITHUB_REPOSITORY are not both set.";
async function askGitHub(auditor, tip, common, io) {
  const { environment } = io;
  if (!environment["GITHUB_TOKEN"] || !environment["GITHUB_REPOSITORY"])
    return { heads: [], problems: [], said: OFFLINE };
  const { settings } = auditor;
  if (tip === null || settings === null)
    return { heads: [], problems: [], said: "GitHub was not asked: the approved settings can’t be read." };
  const github = openGitHub(environment, {
    clock: io.clock,
    sleep: io.sleep,
    random: io.random,
    signal: io.signal,
    log: (line) => common.quiet || io.err(`${logLine(line)}
`)
  });
  const compared = await compareWithGitHub(github, auditor.pulls);
  const told = [`${compared.compared} pull requests were compared with what GitHub lists today.`];
  for (const why of compared.unread) told.push(`Not compared: ${why}.`);
  let heads = [];
  try {
    heads = await knownHeads(github, common.root, { tip, recorded: settings, own: null });
    if (heads.every(({ check }) => check === null))
      told.push("No check run on main names a head of the branch.");
  } catch (error) {
    if (!(error instanceof UnableError)) throw error;
    told.push(error.message);
  }
  return { heads, problems: compared.problems, said: told.join(" ") };
}
var NO_EVIDENCE = {
  code: "no-evidence",
  file: null,
  line: null,
  commit: null,
  message: 'There is no branch "evidence" here. Fetch it: git fetch origin evidence:refs/remotes/origin/evidence.'
};
function withProblems(auditor, more) {
  const audited = auditor.finish();
  return { ...audited, problems: [...audited.problems, ...more], count: audited.count + more.length };
}
async function anchorOf(root, head, given, heads) {
  const noted = [
    ...given === null ? [] : [{ id: given, source: "as given by --head" }],
    // Check runs first: they are what people can look up.
    ...heads.toSorted((a, b) => Number(a.check === null) - Number(b.check === null))
  ];
  const problems = [];
  for (const { id, source } of noted) {
    if (await comesFrom(root, head, id)) continue;
    const message = `The branch stands at ${head}, which doesn’t contain ${id}, ${source}: its end was cut off, it was rewritten, or this clone is older. Fetch it again; if that commit is nowhere, look for a clone that has it.`;
    problems.push({ code: "head-missing", file: null, line: null, commit: null, message });
  }
  const [first] = noted;
  if (!first) return { anchor: { state: "none" }, problems };
  return problems.length > 0 ? { anchor: { state: "broken" }, problems } : { anchor: { state: "contained", head: first.id, source: first.source }, problems };
}
function signerFrom(value) {
  const given = text(value);
  if (given === null) return null;
  const key = readPublicKey(given);
  if (key === null)
    throw new UsageError('--signer must be an Ed25519 key as settings name it: "ssh-ed25519 AAAA…".');
  return key;
}
function headFrom(value) {
  const given = text(value);
  if (given !== null && !/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u.test(given))
    throw new UsageError("--head must be the whole id of a commit: 40 (or 64) of 0-9 and a-f.");
  return given;
}
function text(value) {
  return typeof value === "string" ? value : null;
}
function progress({ quiet }, io) {
  const shown = io.terminal.err && !quiet;
  let last = 0;
  return {
    tell: ({ done, all }) => {
      const share = Math.floor(done / all * 100);
      if (!shown || share === last) return;
      last = share;
      io.err(`\rauditing ${done} of ${all} commits (${share} %)`);
    },
    end: () => {
      if (shown && last > 0) io.err("\r\x1B[K");
    }
  };
}
export {
  command
};
