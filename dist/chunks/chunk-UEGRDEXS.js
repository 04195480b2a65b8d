import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  readTip
} from "./chunk-ZJTLCVAT.js";
import {
  readMayPush,
  readMembers,
  readMembership
} from "./chunk-ZLLOPNKY.js";
import {
  inactiveAt,
  indexPeople,
  keepersOf,
  peopleOf,
  peopleOfAddress,
  personOf
} from "./chunk-XJ4HLJBJ.js";
import {
  fileAt as fileAt2,
  readPull,
  readPullsOf,
  readReviews,
  reductionOf,
  sameForm,
  sameMeaning
} from "./chunk-ZLZM33HV.js";
import {
  readActivity
} from "./chunk-CJA7XS7B.js";
import {
  gap,
  instant,
  pages,
  someone
} from "./chunk-UDABQ4SU.js";
import {
  formOf
} from "./chunk-UTIOKGHL.js";
import {
  comesFrom
} from "./chunk-HVO6QHIW.js";
import {
  LARGEST_EVENTS,
  fileAt
} from "./chunk-4G226GOF.js";
import {
  eventsPath,
  readLines
} from "./chunk-VXUZRDRM.js";
import {
  differencesIn,
  splitNul
} from "./chunk-Q4FKR2PC.js";
import {
  ownersOf
} from "./chunk-V2GJZSBU.js";
import {
  generateCodeowners
} from "./chunk-D2SZ5IZ2.js";
import {
  fetchObjects
} from "./chunk-ZV34UCH5.js";
import {
  openChanged,
  openResolved
} from "./chunk-ZCONMND2.js";
import {
  Once
} from "./chunk-VSTNN46Q.js";
import {
  gitFailure,
  isShallow,
  runGit,
  tryGit
} from "./chunk-LUKRZIK5.js";
import {
  itemsOf
} from "./chunk-P5QKHU73.js";
import {
  withActors
} from "./chunk-TLWJT3BQ.js";
import {
  bundlesWith,
  resolveEntitlement
} from "./chunk-L4AA6WMQ.js";
import {
  SETTINGS_PATH,
  identify
} from "./chunk-LZOWS2TE.js";
import {
  pMap
} from "./chunk-S46JKJER.js";
import {
  external_exports
} from "./chunk-UWQLCXPR.js";
import {
  UnableError
} from "./chunk-KCC7W5OC.js";
import {
  readDuration,
  writeDuration
} from "./chunk-7FEDJEB3.js";
import {
  entitlementName
} from "./chunk-UI4DGNQ4.js";
import {
  plain
} from "./chunk-F7BA4QXU.js";
import {
  writeInstant
} from "./chunk-3ZSDZPIB.js";

// src/io/git/pull-content.ts
var OBJECT_ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u;
var DIFF = [
  "diff-tree",
  "--stdin",
  "-r",
  "-z",
  "--root",
  "--no-renames",
  "--no-abbrev",
  "--ignore-submodules=none"
];
var knownBases = new Once();
async function mergeBase(root, main, commit) {
  const base = await knownBases.get(root, main, `merge base ${commit}`, async () => {
    const found = await mergeBaseNow(root, main, commit);
    return found.kind === "one" ? found.base : null;
  });
  return base === null ? mergeBaseNow(root, main, commit) : { kind: "one", base };
}
async function mergeBaseNow(root, main, commit) {
  const { status, stdout, stderr } = await tryGit(root, ["merge-base", "--all", main, commit]);
  const found = stdout.toString("utf8").split("\n").filter(Boolean);
  const [base] = found;
  if (status === 0 && base !== void 0)
    return found.length === 1 ? { kind: "one", base } : { kind: "ambiguous" };
  if (status === 1) return { kind: "none" };
  throw gitFailure(["merge-base"], stderr);
}
async function requireHistory(root) {
  if (!await isShallow(root)) return;
  throw new UnableError(
    'The history here is cut off, and what a pull request changes can’t be told without it. Set "fetch-depth: 0" for actions/checkout, or run: git fetch --unshallow.'
  );
}
async function differencesOf(root, pairs) {
  if (pairs.length === 0) return [];
  const input = pairs.map(({ before, after }) => `${after} ${before}
`).join("");
  const fields = splitFields(await runGit(root, [...DIFF, "-m", "--raw", "--always"], input));
  const groups = [];
  for (let at = 0; at < fields.length; ) {
    const { after } = pairs[groups.length] ?? { after: "" };
    if (fields[at]?.toString("latin1") !== after) throw unexpected();
    let end = at + 1;
    while (end < fields.length && fields[end]?.[0] === COLON) end += 2;
    groups.push(toDifferences(fields.slice(at + 1, end)));
    at = end;
  }
  if (groups.length !== pairs.length) throw unexpected();
  return groups;
}
var COLON = 58;
function splitFields(bytes) {
  const fields = [];
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(0, at);
    if (end === -1) throw unexpected();
    fields.push(bytes.subarray(at, end));
    at = end + 1;
  }
  return fields;
}
function toDifferences(fields) {
  const raw = Buffer.concat(fields.flatMap((field) => [field, NUL]));
  return differencesIn(raw);
}
var NUL = Buffer.from([0]);
async function commitsBetween(root, base, head) {
  const format = "--format=%H%x00%P%x00%ae%x00%ce%x00%B";
  const args = ["log", "-z", "--topo-order", "--no-notes", "--encoding=UTF-8", format, `^${base}`, head, "--"];
  const fields = splitNul(await runGit(root, args));
  const commits = [];
  for (let at = 0; at < fields.length; at += FIELDS) {
    const [id = "", parents = "", author = "", committer = "", message = ""] = fields.slice(at, at + FIELDS);
    if (!OBJECT_ID.test(id)) throw unexpected();
    commits.push({ id, parents: parents.split(" ").filter(Boolean), author, committer, message });
  }
  return commits;
}
var FIELDS = 5;
async function contributing(root, commits) {
  if (commits.length === 0) return /* @__PURE__ */ new Set();
  const args = [...DIFF, "-c", "--name-only", "--", "grants"];
  const fields = splitNul(await runGit(root, args, `${commits.join("\n")}
`));
  const found = /* @__PURE__ */ new Set();
  for (const [index, field] of fields.entries()) {
    const next = fields[index + 1];
    if (OBJECT_ID.test(field) && next !== void 0 && !OBJECT_ID.test(next)) found.add(field);
  }
  return found;
}
async function contentsOf(root, main, commits, missing2) {
  const bases = /* @__PURE__ */ new Map();
  const present = commits.filter((commit) => !missing2.has(commit));
  const found = await pMap(present, (commit) => mergeBase(root, main, commit), { concurrency: 4 });
  for (const [index, commit] of present.entries()) {
    const way = found[index];
    if (way?.kind === "one") bases.set(commit, way.base);
  }
  const pairs = [...bases].map(([after, before]) => ({ before, after }));
  const differences = await differencesOf(root, pairs);
  const known = new Map(pairs.map(({ after }, index) => [after, differences[index] ?? []]));
  return new Map(
    commits.map((commit) => {
      const all = known.get(commit) ?? null;
      const content = {
        commit,
        base: bases.get(commit) ?? null,
        differences: all?.filter(isGoverned) ?? null
      };
      const others = all?.filter((each) => !isGoverned(each)).map(({ path }) => path) ?? [];
      return [commit, { ...content, others }];
    })
  );
}
function isGoverned({ path }) {
  return path === "grants" || path.startsWith("grants/");
}
function unexpected() {
  return new UnableError("git answered something else than was asked.");
}

// src/io/github/landed.ts
async function findLanding(github, root, pull, tip) {
  const what = `merge of #${pull.number}`;
  if (pull.mergeCommit === null) return gap(what, "GitHub names no commit for it");
  const line = await firstParents(root, tip);
  const last = line.indexOf(pull.mergeCommit);
  if (last === -1) return gap(what, `${pull.mergeCommit.slice(0, 12)} is not on ${pull.into}`);
  const most = await parentsOf(root, pull.mergeCommit) === 1 ? pull.commits : 1;
  let first = last;
  while (first - last + 1 < most) {
    const before = line[first + 1];
    if (before === void 0) break;
    const brought = await readPullsOf(github, before);
    if (!brought.ok) return brought;
    if (!brought.value.some(({ number, mergedAt }) => number === pull.number && mergedAt !== null)) break;
    first++;
  }
  const parent = line[first + 1];
  if (parent === void 0) return gap(what, "nothing stood before it", false);
  return { ok: true, value: { commits: line.slice(last, first + 1).toReversed(), parent } };
}
async function firstParents(root, tip) {
  const listed = await runGit(root, ["rev-list", "--first-parent", tip]);
  return listed.toString("utf8").split("\n").filter(Boolean);
}
async function parentsOf(root, commit) {
  const listed = await runGit(root, ["rev-list", "--parents", "-n", "1", commit]);
  return listed.toString("utf8").trim().split(" ").length - 1;
}

// src/evidence/found-before.ts
function isTakenAway({ principal, items }, approved, events) {
  const told = events.flatMap(
    (one) => one.event === "discovered" && one.principal === principal ? one.items : []
  );
  const saved = events.flatMap((one) => one.event === "saved" && one.principal === principal ? [one] : []);
  const stood = approved?.principal === principal ? approved.items : [];
  return items.every(
    (item) => item.gives === void 0 && told.some((one) => isSame(one, item)) && (saved.some((one) => one.item === item.id && one.digest === item.digest) || stood.some((one) => one.id === item.id && one.digest === item.digest))
  );
}
function isSame(told, item) {
  return told.id === item.id && told.digest === item.digest && told.what === item.what && told.by === item.by && told.firstSeen === item.firstSeen && told.lastUsed === item.lastUsed;
}
function foundAs({ item, digest, at, principal }, events) {
  const all = events.flatMap(
    (one) => one.event === "discovered" && one.principal === principal && one.at <= at ? one.items : []
  );
  return all.findLast((one) => one.id === item && one.digest === digest) ?? null;
}

// src/approval/facts.ts
function membershipKey({ team, login }) {
  return `${team.toLowerCase()} ${login.toLowerCase()}`;
}

// src/approval/belonging.ts
function isTeam(owner) {
  return owner.includes("/");
}
function isLoginOf(owner, person, book) {
  const ids = peopleOf(book).byLogin.get(owner.slice(1).toLowerCase()) ?? [];
  return ids.length === 1 && ids[0] === person;
}
function belongsBy(teams, book) {
  const mayPush = new Map([...teams.mayPush].map(([team, answer]) => [team.toLowerCase(), answer]));
  return (owner, account, person) => {
    if (!isTeam(owner)) return isLoginOf(owner, person, book);
    const pushes = mayPush.get(owner.toLowerCase());
    const active = teams.active.get(membershipKey({ team: owner, login: account.login }));
    if (pushes === false || active === false) return false;
    return pushes === void 0 || active === void 0 ? null : true;
  };
}

// src/approval/holders.ts
var cache = /* @__PURE__ */ new WeakMap();
function subjectsByEntitlement(tree) {
  const known = cache.get(tree);
  if (known) return known;
  const found = /* @__PURE__ */ new Map();
  for (const path of tree.entries.keys()) {
    const identity = identify(path);
    if (identity?.kind !== "grant" && identity?.kind !== "emergency") continue;
    const name = entitlementName(identity.system, identity.entitlement);
    const subjects = found.get(name);
    if (subjects) subjects.add(identity.subject);
    else found.set(name, /* @__PURE__ */ new Set([identity.subject]));
  }
  cache.set(tree, found);
  return found;
}
function peopleHolding(book, names) {
  const subjects = /* @__PURE__ */ new Set();
  const all = subjectsByEntitlement(book.tree);
  const wanted = names ? withBundles(book, names) : all.keys();
  for (const name of wanted) for (const subject of all.get(name) ?? []) subjects.add(subject);
  return peopleBehind(book, subjects);
}
function withBundles(book, names) {
  const found = new Set(names);
  for (const name of names) for (const bundle of bundlesWith(book, name)) found.add(bundle);
  return found;
}
function peopleBehind(book, subjects) {
  const people2 = /* @__PURE__ */ new Set();
  for (const subject of withActors(book, subjects)) {
    if (book.people.has(subject)) people2.add(subject);
    for (const keeper of keepersOf(book, subject)) people2.add(keeper);
  }
  return people2;
}

// src/approval/loosened.ts
function isLoosened(before, after) {
  if (!before) return false;
  if (!after) return true;
  if (before.severity !== "warning" && after.severity === "warning") return true;
  if (!covers(after.through, before.through) || !covers(after.systems, before.systems)) return true;
  if ("hold" in before && "hold" in after)
    return after.atMost > before.atMost || !covers(after.hold, before.hold);
  return !("permissions" in before && "permissions" in after && sameMeaning(before.permissions, after.permissions) && sameMeaning(before.sets ?? {}, after.sets ?? {}));
}
function covers(after, before) {
  if (after === void 0) return true;
  return before !== void 0 && before.every((one) => after.includes(one));
}
function entitlementsOf(rule, book) {
  if (!("hold" in rule)) return null;
  const found = /* @__PURE__ */ new Set();
  for (const entry2 of book.entitlements.values()) {
    if (itemsOf(rule, entry2).length > 0) found.add(entry2.name);
  }
  return found;
}

// src/approval/rules/out-of-band.ts
function foundByOthers({ path, identity }, { before, after, found, takenAway: takenAway2 }, { byApp, appAlone }) {
  if (identity?.kind !== "out-of-band") return null;
  const next = fileAt2(after, path);
  if (next?.kind !== "out-of-band" || byApp && appAlone) return null;
  const approved = fileAt2(before, path);
  if (approved?.kind === "out-of-band" && sameFinding(approved.data, next.data)) return null;
  const written = found.get(path);
  if (byApp && written && sameFinding(written, next.data)) return null;
  if (takenAway2.has(path)) return null;
  return {
    rule: "out-of-band",
    why: 'What was found ("principal", "items") is written by our App alone, and this pull request has it otherwise. Change only "decision", "owner", "reason" and "expires".',
    passing: false
  };
}
function sameFinding(a, b) {
  return sameMeaning([a.principal, a.items], [b.principal, b.items]);
}
var cache2 = /* @__PURE__ */ new WeakMap();
function namedIn({ principal, items }, system, book) {
  const { accounts, all } = namesOf(book, system);
  const found = /* @__PURE__ */ new Set();
  for (const part of partsOf(principal)) for (const id of accounts.get(part) ?? []) found.add(id);
  for (const { by: by2 } of items)
    for (const part of partsOf(by2)) for (const id of all.get(part) ?? []) found.add(id);
  return found;
}
function partsOf(text) {
  const lower = text.toLowerCase();
  return /* @__PURE__ */ new Set([lower, ...lower.split(/[:/\s]+/u)]);
}
function namesOf(book, system) {
  let systems = cache2.get(book);
  if (!systems) cache2.set(book, systems = /* @__PURE__ */ new Map());
  let names = systems.get(system);
  if (!names) systems.set(system, names = indexNames(book, system));
  return names;
}
function indexNames(book, system) {
  const accounts = /* @__PURE__ */ new Map();
  const all = /* @__PURE__ */ new Map();
  for (const { id, data } of [...book.people.values(), ...book.workloads.values()]) {
    const inSystem = Object.hasOwn(data.accounts ?? {}, system) ? textsOf(data.accounts?.[system]) : [];
    for (const name of inSystem.map(lastName)) {
      append(accounts, name, id);
      append(all, name, id);
    }
    append(all, id, id);
    if ("email" in data) append(all, data.email, id);
    if ("github" in data && data.github !== void 0) append(all, data.github, id);
  }
  return { accounts, all };
}
function append(index, name, id) {
  const key = name.toLowerCase();
  const ids = index.get(key);
  if (ids) ids.add(id);
  else index.set(key, /* @__PURE__ */ new Set([id]));
}
function lastName(path) {
  return path.slice(path.lastIndexOf("/") + 1);
}
function textsOf(value) {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}

// src/approval/rules/approvers.ts
function speakerOf(account, book, people2, { spoke, merged: merged2 }) {
  if (account.type !== "User") return { person: null, why: "is not a human account" };
  const person = personOf(people2, account);
  if (person === null) {
    const count = people2.byNumber.get(account.id)?.length ?? 0;
    const why = count === 0 ? `has the number ${account.id}, which no approved person has` : `has the number ${account.id}, which ${count} people have`;
    return { person: null, why };
  }
  const then = inactiveAt(book, person, spoke);
  if (then !== null) return { person: null, why: `is "${person}", who ${then} (at ${writeInstant(spoke)})` };
  const later = inactiveAt(book, person, merged2);
  if (later !== null)
    return { person: null, why: `is "${person}", who ${later} (at ${writeInstant(merged2)})` };
  return { person, why: null };
}
function excludedOn(touched, question) {
  const excluded = new Exclusions(question);
  const { identity, path } = touched;
  const { before, after } = question;
  const files = [fileAt2(before, path), fileAt2(after, path)];
  switch (identity?.kind) {
    case "grant":
    case "emergency":
      excluded.subject(identity.subject);
      for (const file of files)
        if ((file?.kind === "grant" || file?.kind === "emergency") && file.data.requester !== null)
          excluded.add(file.data.requester, "is named as requester", true);
      break;
    case "person":
    case "workload":
    case "suspension":
      excluded.subject(identity.id);
      break;
    case "retrospective":
      excluded.subject(identity.subject);
      break;
    case "exception":
      for (const [index, file] of files.entries())
        if (file?.kind === "exception") excluded.exception(file.data.subject, index > 0);
      break;
    case "rule":
      excluded.loosened(identity.id);
      break;
    case "entitlement":
      excluded.droppedDuties(path, entitlementName(identity.system, identity.id));
      break;
    case "out-of-band":
      for (const [index, file] of files.entries())
        if (file?.kind === "out-of-band") excluded.found(identity.system, file.data, index > 0);
      break;
    case "settings":
    case "system":
    case void 0:
  }
  return excluded;
}
var Exclusions = class {
  people = /* @__PURE__ */ new Map();
  claimed = /* @__PURE__ */ new Set();
  #question;
  #books;
  constructor(question) {
    this.#question = question;
    this.#books = [question.book, question.before, question.after];
  }
  add(person, why, claimed) {
    const known = this.people.has(person) && (claimed || !this.claimed.has(person));
    if (known) return;
    this.people.set(person, why);
    if (claimed) this.claimed.add(person);
    else this.claimed.delete(person);
  }
  subject(id, claimed = false) {
    this.add(id, "is the subject", claimed);
    for (const book of this.#books)
      for (const keeper of keepersOf(book, id))
        this.add(keeper, `owns or backs up the workload "${id}"`, claimed || this.#claims(book));
  }
  exception(subject, claimed) {
    this.subject(subject, claimed);
    for (const book of this.#books)
      for (const person of peopleBehind(book, /* @__PURE__ */ new Set([subject])))
        this.add(person, "gets more allowed by this exception", claimed || this.#claims(book));
  }
  loosened(id) {
    const { before, after } = this.#question;
    const [was, is] = [before.rules.get(id)?.data ?? null, after.rules.get(id)?.data ?? null];
    if (!was || !isLoosened(was, is)) return;
    for (const book of [before, after]) {
      const names = entitlementsOf(was, book);
      const why = names === null ? `holds something, and whom the loosened rule "${id}" allows more can't be told` : `holds something that the rule "${id}" limits, which is loosened here`;
      for (const person of peopleHolding(book, names)) this.add(person, why, this.#claims(book));
    }
  }
  /** An entitlement that confers fewer duties slips out of the rules that speak of them. */
  droppedDuties(path, name) {
    const { before, after } = this.#question;
    const [was, is] = [fileAt2(before, path), fileAt2(after, path)];
    if (was?.kind !== "entitlement") return;
    const kept = is?.kind === "entitlement" ? is.data.duties ?? [] : [];
    const dropped = (was.data.duties ?? []).filter((duty) => !kept.includes(duty));
    if (is === null || dropped.length === 0) return;
    for (const person of peopleHolding(before, /* @__PURE__ */ new Set([name])))
      this.add(person, `holds this entitlement, which no longer counts as ${dropped.join(", ")}`, false);
  }
  found(system, file, claimed) {
    if (file.owner !== void 0) this.add(file.owner, "is named as its owner", claimed);
    for (const book of this.#books) {
      const claims = claimed || this.#claims(book);
      for (const id of namedIn(file, system, book)) {
        if (book.people.has(id)) this.add(id, "has or made the access that was found", claims);
        for (const keeper of keepersOf(book, id))
          this.add(
            keeper,
            `owns or backs up the workload "${id}", which has or made the access that was found`,
            claims
          );
      }
    }
  }
  /** Whether a book says what the pull request wants, and nobody approved. */
  #claims(book) {
    return book === this.#question.after && book !== this.#question.before;
  }
};

// src/approval/rules/emergency.ts
var RULE = "emergency";
function emergencyRequirement(approved, name) {
  const emergency = approved?.data.emergency;
  if (emergency)
    return {
      groups: [emergency.approvers],
      count: 1,
      why: `Break-glass access to ${name} takes one of those on call.`
    };
  const why = approved ? `The approved form of ${name} allows no break-glass access. Get "emergency" into its entitlement.yaml approved first.` : `${name} has no approved form that says who is on call. Get its entitlement.yaml approved first.`;
  return { rule: RULE, why, passing: false };
}

// src/approval/rules/enough.ts
var RULE2 = "enough";
function needsOf({ path, identity }, question, ownersOf2) {
  const owners = ownersOf2(path)?.owners ?? [];
  if (owners.length === 0)
    return refuse(`Nobody owns ${path}, so nobody can approve it. Correct its folder or name.`);
  const { book, after } = question;
  switch (identity?.kind) {
    case "grant":
      return grantNeeds(entitlementName(identity.system, identity.entitlement), owners, question);
    case "emergency": {
      const name = entitlementName(identity.system, identity.entitlement);
      const need = emergencyRequirement(book.entitlements.get(name), name);
      return "rule" in need ? { requirements: null, reason: need } : allow([need]);
    }
    case "entitlement":
      return entitlementNeeds(entitlementName(identity.system, identity.id), owners, book, after);
    case void 0:
      return refuse(`${path} is no file that Grantbook knows. Correct its folder or name.`);
    case "settings":
    case "person":
    case "workload":
    case "rule":
    case "exception":
    case "system":
    case "suspension":
    case "out-of-band":
    case "retrospective":
    default:
      return allow([{ groups: [owners], count: 1, why: "One of its owners must approve." }]);
  }
}
function grantNeeds(name, owners, { book, after }) {
  const approved = resolveEntitlement(book, name);
  const next = resolveEntitlement(after, name);
  if (!approved && !next) return refuse(`${name} has no entitlement.yaml. Add it, or correct the folder.`);
  const terms = stricter([approved, next]);
  if (terms === null)
    return refuse(
      `What ${name} demands can't be told, because it is not known as a whole. Mend what it includes.`
    );
  const groups = approved ? groupsOf(approved.entitlement.data.approvers) : [owners];
  const why = `${name} is ${terms.risk}: ${people(terms.count, groups.length)} must approve.`;
  return allow([{ groups, count: terms.count, why }]);
}
function entitlementNeeds(name, owners, book, after) {
  const approved = resolveEntitlement(book, name);
  const next = resolveEntitlement(after, name);
  const terms = stricter([approved, next]);
  if (terms === null)
    return refuse(
      `What ${name} demands can't be told, because it is not known as a whole. Mend what it includes.`
    );
  const known = new Set(approved?.all.map((member) => member.name));
  const added = (next?.all ?? []).filter((member) => member.name !== name && !known.has(member.name));
  const including = added.flatMap((member) => {
    const own = resolveEntitlement(book, member.name);
    const count = stricter([own])?.count;
    if (!own || count === void 0) return [];
    const groups = groupsOf(own.entitlement.data.approvers);
    const why2 = `It newly includes ${member.name}, whose approvers must agree: ${people(count, groups.length)}.`;
    return [{ groups, count, why: why2 }];
  });
  const why = `${name} is ${terms.risk}: ${people(terms.count, 1)} must approve its definition.`;
  return allow([{ groups: [owners], count: terms.count, why }, ...including]);
}
function stricter(all) {
  let found = null;
  for (const one of all) {
    if (!one) continue;
    if (!one.terms || one.missing.length > 0 || one.cyclic) return null;
    if (!found || one.terms.approvals > found.count)
      found = { count: one.terms.approvals, risk: one.terms.risk };
  }
  return found;
}
function groupsOf(approvers) {
  const lists = [];
  const plain2 = [];
  for (const one of approvers) {
    if (typeof one === "string") plain2.push(one);
    else lists.push(one);
  }
  return plain2.length > 0 ? [...lists, plain2] : lists;
}
function people(count, groups) {
  const distinct2 = Math.max(count, groups);
  const each = groups > 1 ? `, one of each of its ${groups} lists of approvers,` : "";
  return distinct2 === 1 ? "one person" : `${distinct2} different people${each}`;
}
function allow(requirements) {
  return { requirements, reason: null };
}
function refuse(why) {
  return { requirements: null, reason: { rule: RULE2, why, passing: false } };
}

// src/approval/rules/reviews.ts
function unheard({ reviews, landed }) {
  return reviews.flatMap(({ id, author, state, at }) => {
    if (state === "COMMENTED" || state === "PENDING") return [];
    if (author === null) return [{ review: id, login: null, why: "The account is gone." }];
    if (landed && at > landed.at)
      return [
        { review: id, login: author.login, why: `It was given at ${writeInstant(at)}, after the merge.` }
      ];
    return [];
  });
}
function opinionsOf(facts, now, maxAge) {
  const deadline = facts.landed?.at ?? now;
  const byAuthor = /* @__PURE__ */ new Map();
  for (const review of facts.reviews) {
    const { author, state } = review;
    if (author === null || state === "COMMENTED" || state === "PENDING") continue;
    if (facts.landed && review.at > facts.landed.at) continue;
    const list = byAuthor.get(author.id);
    if (list) list.push({ ...review, author });
    else byAuthor.set(author.id, [{ ...review, author }]);
  }
  const dismissals = dismissalsOf(facts);
  const context = {
    facts,
    deadline,
    maxAge,
    head: contentKey(facts.content),
    dismissals,
    keys: /* @__PURE__ */ new Map()
  };
  return [...byAuthor.values()].flatMap((reviews) => opinionOf(reviews.toSorted(byTime), context)).toSorted((a, b) => a.author.id - b.author.id);
}
function byTime(a, b) {
  return a.at - b.at || a.id - b.id;
}
function dismissalsOf({ dismissals, landed }) {
  const found = /* @__PURE__ */ new Map();
  for (const dismissal of dismissals) {
    if (landed && dismissal.at > landed.at) continue;
    const list = found.get(dismissal.review);
    if (list) list.push(dismissal);
    else found.set(dismissal.review, [dismissal]);
  }
  return found;
}
function opinionOf(reviews, context) {
  const review = reviews.at(-1);
  return review ? [lastWord(review, reviews, context)] : [];
}
function lastWord(review, reviews, context) {
  const { author } = review;
  const own = context.dismissals.get(review.id) ?? [];
  if (review.state === "CHANGES_REQUESTED") return { kind: "objection", author, review, dismissals: [] };
  if (review.state === "DISMISSED") {
    const approved = own.length > 0 && own.every(({ was }) => was === "approved");
    if (!approved) return { kind: "objection", author, review, dismissals: own };
    return { kind: "void", author, review, why: `was dismissed${by(own.at(-1))}` };
  }
  const why = flaw(review, reviews, context);
  if (why !== null) return { kind: "void", author, review, why };
  return { kind: "approval", author, review, commit: review.commit ?? context.facts.head };
}
function by(dismissal) {
  return dismissal?.by ? ` by @${plain(dismissal.by.login)}` : "";
}
function flaw(review, reviews, context) {
  const { facts, deadline, maxAge } = context;
  const withdrawn = withdrawal(review, reviews, context.dismissals);
  if (withdrawn) return `was withdrawn when an approval of the same account was dismissed${by(withdrawn)}`;
  const retargeted = facts.retargeted.reduce((last, at) => Math.max(last, at), -Infinity);
  if (review.at <= retargeted)
    return `was given before the base branch was changed at ${writeInstant(retargeted)}: it showed another change`;
  const longest = readDuration(maxAge);
  if (longest === null || deadline - review.at > longest)
    return `is older than ${longest === null ? maxAge : writeDuration(longest)}`;
  return contentFlaw(review, context);
}
function withdrawal(review, reviews, dismissals) {
  for (const earlier of reviews) {
    for (const dismissal of dismissals.get(earlier.id) ?? []) {
      const counts = earlier.id === review.id || dismissal.was !== "changes_requested" && dismissal.at > review.at;
      if (counts) return dismissal;
    }
  }
  return void 0;
}
function contentFlaw({ id, commit, at }, context) {
  const { facts, head } = context;
  if (commit === null) return "names no commit, so that what it was given to is not known";
  if (head === null) return "can't be compared with the head, which can't be read";
  const key = keyOf(commit, context);
  if (key === null) return `was given to commit ${short(commit)}, which can't be had any more`;
  if (key !== head)
    return `was given to commit ${short(commit)}, which changes other files or changes them otherwise`;
  const unseen = unseenFlaw({ id, commit }, facts);
  if (unseen !== null) return unseen;
  if (wasTip(facts.pushes, commit, at)) return null;
  const tip = tipAt(facts.pushes, at);
  if (tip === null) return `names commit ${short(commit)}, which the branch didn't hold when it was given`;
  return keyOf(tip, context) === head ? null : `names commit ${short(commit)}, but was given while the branch held something else (${short(tip)})`;
}
function unseenFlaw({ id, commit }, { content, shown }) {
  const views = shown.get(id) ?? [];
  if (views.length === 0 || views.some(({ differences }) => differences === null))
    return `was given to commit ${short(commit)}, and what the pull request showed then can't be told`;
  const forms = views.map(({ differences }) => new Map(differences?.map((one) => [one.path, one])));
  for (const { path, after } of content.differences ?? []) {
    const seen = forms.every((view) => {
      const one = view.get(path);
      return one !== void 0 && sameForm(one.after, after);
    });
    if (!seen)
      return `was given before the default branch moved: the pull request didn't show ${plain(path)} then`;
  }
  return null;
}
function wasTip(pushes, commit, at) {
  return pushes.some((push) => push.after === commit && push.at <= at);
}
function tipAt(pushes, at) {
  let last = null;
  for (const push of pushes) if (push.at <= at && (last === null || push.at > last.at)) last = push;
  const together = pushes.filter((push) => push.at === last?.at);
  return last !== null && together.length === 1 ? last.after : null;
}
function keyOf(commit, { facts, keys, head }) {
  if (commit === facts.head) return head;
  let key = keys.get(commit);
  if (key === void 0) {
    const content = facts.reviewed.get(commit);
    keys.set(commit, key = content ? contentKey(content) : null);
  }
  return key;
}
function contentKey({ base, differences }) {
  if (base === null || differences === null) return null;
  const lines = differences.map(
    ({ path, after }) => JSON.stringify([path, after?.mode ?? null, after?.blob ?? null])
  );
  return lines.toSorted().join("\n");
}
function short(commit) {
  return plain(commit.slice(0, 10));
}

// src/approval/rules/participants.ts
function participantsOf(question, touched) {
  const { facts, book, before, after } = question;
  const candidates = { proved: peopleOf(book), added: addedPeople(question, touched) };
  const app = book.settings?.data.app ?? null;
  const excluded = /* @__PURE__ */ new Map();
  const reasons = [];
  const acting = /* @__PURE__ */ new Set();
  const take = (account, role, why) => {
    const maker = makerOf(account, app, candidates);
    const isAuthor = role === "author" || account?.id === facts.author?.id;
    if (maker.kind === "unknown" && !(isAuthor && reasons.length > 0))
      reasons.push(unknown(role, account, maker.why));
    if (maker.kind === "person") {
      acting.add(maker.id);
      if (!excluded.has(maker.id)) excluded.set(maker.id, why);
    }
    return maker;
  };
  const author = take(facts.author, "author", "opened the pull request");
  let appAlone = author.kind === "app";
  for (const account of pushersOf(facts))
    if (take(account, "pusher", "pushed to its branch").kind !== "app") appAlone = false;
  const claimed = /* @__PURE__ */ new Set();
  const claim = (id, why) => {
    if (excluded.has(id)) return;
    excluded.set(id, why);
    claimed.add(id);
  };
  const books = [book, before, after].map(peopleOf);
  for (const { commit, emails } of facts.contributions)
    for (const email of emails)
      for (const people2 of books)
        for (const id of peopleOfAddress(people2, email))
          claim(id, `is named in its commit ${plain(commit.slice(0, 10))} as author, committer or co-author`);
  const byApp = author.kind === "app";
  const trailer = byApp ? facts.requesterTrailer : null;
  if (trailer !== null) claim(trailer, "asked our App for it");
  return {
    excluded,
    claimed,
    acting,
    reasons,
    byApp,
    appAlone,
    requester: author.kind === "person" ? author.id : trailer !== null && isKnown(trailer, book, after) ? trailer : null
  };
}
function isKnown(id, book, after) {
  return book.people.has(id) || after.people.has(id);
}
function addedPeople({ book, before, after }, touched) {
  const added = touched.flatMap(({ identity, path, after: form }) => {
    if (identity?.kind !== "person" || form === null) return [];
    const entry2 = after.people.get(identity.id);
    const isNew = !before.people.has(identity.id) && !book.people.has(identity.id);
    return entry2?.path === path && isNew ? [entry2] : [];
  });
  return indexPeople(added);
}
function makerOf(account, app, { proved, added }) {
  if (account === null) return { kind: "unknown", why: "the account is gone" };
  if (account.type === "Bot" && app !== null && account.login === `${app}[bot]`) return { kind: "app" };
  if (account.type !== "User") return { kind: "unknown", why: "it is neither a human account nor our App" };
  const ids = /* @__PURE__ */ new Set([...proved.byNumber.get(account.id) ?? [], ...added.byNumber.get(account.id) ?? []]);
  const [first] = ids;
  if (first !== void 0 && ids.size === 1) return { kind: "person", id: first };
  const why = ids.size === 0 ? `no approved person has the number ${account.id}` : `${ids.size} people have the number ${account.id}`;
  return { kind: "unknown", why };
}
function unknown(role, account, why) {
  const name = account ? ` @${plain(account.login)}` : "";
  return {
    rule: "participants",
    why: `Who its ${role}${name} is can't be told: ${why}. Somebody with an approved file in "grants/people/" must open it anew from a new branch.`,
    passing: false
  };
}
function pushersOf(facts) {
  const found = /* @__PURE__ */ new Map();
  for (const push of facts.pushes.filter((one) => brings(one, facts))) found.set(push.by?.id ?? null, push.by);
  return [...found.values()].toSorted((a, b) => (a?.id ?? 0) - (b?.id ?? 0));
}
function brings({ kind, before, after }, facts) {
  if (kind === "branch_deletion") return false;
  if (kind === "branch_creation") return keyAt(after, facts) !== "";
  if (kind !== "push") return true;
  const [was, is] = [keyAt(before, facts), keyAt(after, facts)];
  return was === null || was !== is;
}
function keyAt(commit, { head, content, reviewed: reviewed2 }) {
  const known = commit === head ? content : reviewed2.get(commit);
  return known ? contentKey(known) : null;
}

// src/approval/rules/transfer.ts
var RULE3 = "transfer";
function consentsOf({ identity, after: form }, question, at) {
  const hands = handsOf({ identity, after: form }, question);
  if (hands === null) return [];
  const { book } = question;
  return [...sideOf(hands.from, "old", book, at), ...sideOf(hands.to, "new", book, at)];
}
function handsOf({ identity, after: form }, { book, after }) {
  if (identity?.kind !== "workload" || form === null) return null;
  const from = book.workloads.get(identity.id)?.data.owner;
  const to = after.workloads.get(identity.id)?.data.owner;
  return from === void 0 || to === void 0 || from === to ? null : { from, to };
}
function sideOf(owner, which, book, at) {
  if (which === "new" && !book.people.has(owner))
    return [{ person: owner, why: `The new owner "${owner}" must consent.` }];
  const person = firstActive(owner, book, at);
  if (person === null) return [];
  const why = person === owner ? `The ${which} owner "${owner}" must consent.` : `The ${which} owner "${owner}" is gone, so "${person}" must consent as the next manager.`;
  return [{ person, why }];
}
function firstActive(start, book, at) {
  const seen = /* @__PURE__ */ new Set();
  for (let id = start; id !== void 0 && !seen.has(id); id = book.people.get(id)?.data.manager) {
    seen.add(id);
    if (inactiveAt(book, id, at) === null) return id;
  }
  return null;
}
function loginOf(person, { book, after }) {
  const login = (book.people.get(person) ?? after.people.get(person))?.data.github;
  return login === void 0 ? null : `@${login}`;
}
function mute({ person, why }) {
  const fix = `"${person}" has no GitHub account on file to say so. Add "github" and "githubId" to that person's file first.`;
  return { rule: RULE3, why: `${why} ${fix}`, passing: false };
}

// src/approval/proof.ts
function proofOf(question, touched) {
  const { facts, book, now } = question;
  const { settings } = book;
  const owners = codeownersOf(book);
  if (!settings || !owners) return null;
  return {
    question,
    at: facts.landed?.at ?? now,
    opinions: opinionsOf(facts, now, settings.data.approvals.maxAge),
    participants: participantsOf(question, touched),
    ownersOf: owners
  };
}
var cache3 = /* @__PURE__ */ new WeakMap();
function codeownersOf(book) {
  let owners = cache3.get(book);
  if (owners === void 0) {
    const text = generateCodeowners(book);
    cache3.set(book, owners = text === null ? null : ownersOf(text));
  }
  return owners;
}
function pathProof(touched, { question, ownersOf: owners, at }) {
  const needs = needsOf(touched, question, owners);
  const groups = needs.requirements?.flatMap((requirement) => requirement.groups) ?? [];
  return {
    touched,
    needs,
    owners: [...new Set(groups.flat())],
    excluded: excludedOn(touched, question),
    consents: consentsOf(touched, question, at)
  };
}
function exclusion(person, { participants }, { excluded }) {
  return participants.excluded.get(person) ?? excluded.people.get(person) ?? null;
}
function onlyClaimed(person, { participants }, { excluded }) {
  return (!participants.excluded.has(person) || participants.claimed.has(person)) && (!excluded.people.has(person) || excluded.claimed.has(person));
}

// src/approval/eligible.ts
var NO_OWNER = "belongs to none of the owners";
function eligible(account, spoke, belongs, proof, path, saying) {
  const { book } = proof.question;
  const { person, why } = speakerOf(account, book, peopleOf(book), { spoke, merged: proof.at });
  if (person === null) return { state: "no", why };
  const excluded = exclusion(person, proof, path);
  const heard = saying === "objection" && onlyClaimed(person, proof, path);
  if (excluded !== null && !heard) return { state: "no", why: `is "${person}", who ${excluded}` };
  const answers2 = path.owners.map((owner) => [owner, belongs(owner, account, person)]);
  const owners = answers2.flatMap(([owner, answer]) => answer === true ? [owner] : []);
  if (owners.length > 0) return { state: "yes", person, owners };
  const unknown3 = answers2.filter(([, answer]) => answer === null).map(([owner]) => owner);
  if (unknown3.length > 0)
    return {
      state: "unknown",
      what: `whether that account belongs to ${unknown3.join(", ")} could not be read`
    };
  return { state: "no", why: NO_OWNER };
}

// src/approval/requirement.ts
function fill(requirement, people2) {
  const { groups, count } = requirement;
  const persons = [...people2].filter(([, of]) => of.length > 0).toSorted(([a], [b]) => a < b ? -1 : 1);
  const groupsOf2 = new Map(persons);
  const taken = /* @__PURE__ */ new Map();
  for (const [person] of persons) place(person, groupsOf2, taken, /* @__PURE__ */ new Set());
  const as = new Map(persons.map(([person, of]) => [person, of[0] ?? 0]));
  for (const [group, person] of taken) as.set(person, group);
  const empty = groups.map((_, index) => index).filter((index) => !taken.has(index));
  const missing2 = empty.map((group) => ({
    from: reachable(group, groups, groupsOf2, taken),
    count: 1
  }));
  const rest = count - persons.length - empty.length;
  if (rest > 0) missing2.push({ from: sorted(groups.flat()), count: rest });
  return { as, missing: merged(missing2) };
}
function place(person, groupsOf2, taken, seen) {
  for (const group of groupsOf2.get(person) ?? []) {
    if (seen.has(group)) continue;
    seen.add(group);
    const holder = taken.get(group);
    if (holder === void 0 || place(holder, groupsOf2, taken, seen)) {
      taken.set(group, person);
      return true;
    }
  }
  return false;
}
function reachable(start, groups, groupsOf2, taken) {
  const reached = /* @__PURE__ */ new Set([start]);
  for (const group of reached)
    for (const [other, person] of taken) if (groupsOf2.get(person)?.includes(group)) reached.add(other);
  return sorted([...reached].flatMap((group) => groups[group] ?? []));
}
function merged(lacks) {
  const found = /* @__PURE__ */ new Map();
  for (const lack2 of lacks) {
    const key = lack2.from.join(" ");
    found.set(key, { from: lack2.from, count: lack2.count + (found.get(key)?.count ?? 0) });
  }
  return [...found.values()];
}
function sorted(owners) {
  return [...new Set(owners)].toSorted();
}

// src/approval/rules/base-form.ts
var RULE4 = "base-form";
function baseForm({ path, head, approved, after }, proved) {
  if (head === void 0 || after === null || sameForm(head.base, approved)) return null;
  if (sameForm(after, approved) && sameForm(head.base, proved)) return null;
  const what = approved === null ? "stands at its merge base without ever having been approved" : head.base === null ? "is missing at its merge base, though it has an approved form" : "has another form at its merge base than the approved one";
  const why = `${path} ${what}, so its difference doesn't show all that would be approved. Restore the approved form first (or delete the file), and bring the branch up to date.`;
  return { rule: RULE4, why, passing: false };
}

// src/approval/rules/completeness.ts
var RULE5 = "completeness";
function incomplete(facts, teams) {
  const reasons = [...facts.gaps, ...teams.gaps].map(gapReason).toSorted((a, b) => a.why < b.why ? -1 : 1);
  if (facts.content.differences === null || facts.content.base === null)
    reasons.push(missing("what its head changes against its merge base"));
  return reasons;
}
function unknownHead({ pushes, head }) {
  return pushes.some(({ after }) => after === head) ? null : missing(
    `who pushed its head ${head.slice(0, 10)}: the repository's activity doesn't have that push yet`
  );
}
function unanswered(what) {
  return missing(what);
}
function missing(what) {
  return { rule: RULE5, why: `It can't be told ${what}. It will be tried again.`, passing: true };
}
function gapReason({ what, why, passing }) {
  const end = passing ? "It will be tried again." : "Split the pull request, or open it anew from a new branch.";
  return { rule: RULE5, why: `${what} could not be read whole: ${why}. ${end}`, passing };
}

// src/approval/rules/landed-as-approved.ts
var RULE6 = "landed-as-approved";
function landedAsApproved({ path, head, after }) {
  if (head !== void 0 && sameForm(head.form, after)) return null;
  const why = head ? `What landed at ${path} is not what the pull request's head has there, so nobody approved it. Request it by a new pull request.` : `The merge changed ${path}, which the pull request's head doesn't change. Request it by a new pull request.`;
  return { rule: RULE6, why, passing: false };
}

// src/approval/rules/objections.ts
var RULE7 = "objections";
function weigh(objection, judge) {
  const { author, review, dismissals } = objection;
  const name = `@${plain(author.login)}`;
  const objector = judge(author, review.at, "objection");
  if (objector.state === "no" && objector.why === NO_OWNER) return { state: "foreign" };
  if (objector.state === "no")
    return { state: "void", why: `The objection of ${name} doesn't block: the account ${objector.why}.` };
  if (objector.state === "unknown")
    return {
      state: "unknown",
      reason: {
        rule: RULE7,
        why: `${name} asks for changes, and ${objector.what}. It will be tried again.`,
        passing: true
      }
    };
  const tried = new Set(dismissals.map((dismissal) => lifts(dismissal, objector.person, judge)));
  if (tried.has("yes")) return { state: "lifted" };
  const dismissed2 = dismissals.length > 0 ? ", and nobody else who owns the file dismissed that" : "";
  const why = `${name} asks for changes${dismissed2}. A new review of ${name}, or a dismissal by another owner of the file who may approve it, is needed.`;
  return tried.has("unknown") ? {
    state: "unknown",
    reason: {
      rule: RULE7,
      why: `${why} Whether it was dismissed rightly could not be read.`,
      passing: true
    }
  } : { state: "open", reason: { rule: RULE7, why, passing: false } };
}
function lifts({ by: by2, at }, objector, judge) {
  if (!by2) return "no";
  const eligible2 = judge(by2, at, "approval");
  return eligible2.state === "yes" && eligible2.person === objector ? "no" : eligible2.state;
}

// src/approval/judge-path.ts
function judgePath(touched, proof, belongs) {
  const path = pathProof(touched, proof);
  const notCounted = /* @__PURE__ */ new Map();
  const foreign = /* @__PURE__ */ new Set();
  const reasons = formReasons(touched, proof);
  const unheard2 = { notCounted, foreign };
  const supporters = supportersOf(proof, path, belongs, unheard2);
  const objected = objections(proof, path, belongs, unheard2);
  const { approvals, missing: missing2, unknown: unknown3 } = needed(path, supporters);
  const consent = consents(path, proof);
  const lacking = [...missing2, ...consent.missing];
  reasons.push(...objected, ...consent.reasons);
  if (path.needs.reason) reasons.push(path.needs.reason);
  if (missing2.length > 0) reasons.push(...unknown3);
  const all = distinct([...approvals, ...consent.approvals]);
  for (const { review } of consent.approvals) {
    notCounted.delete(review);
    foreign.delete(review);
  }
  const verdict = verdictOf(touched, all, lacking, reasons);
  const hands = handsOf(touched, proof.question);
  const transfer = hands && { ...hands, consents: consent.given };
  return { verdict: transfer ? { ...verdict, transfer } : verdict, notCounted, foreign };
}
function verdictOf({ path, after, free }, approvals, missing2, reasons) {
  const blob = after?.blob ?? null;
  const state = reasons.length > 0 ? "refused" : missing2.length > 0 ? "missing" : "approved";
  if (free === null) return { path, blob, state, need: "approval", approvals, missing: missing2, reasons };
  const given = state === "approved" ? approvals : [];
  return { path, blob, state: "approved", need: "none", approvals: given, missing: [], reasons: [] };
}
function formReasons(touched, { question, participants }) {
  const { facts, after } = question;
  const landed = facts.landed ? landedAsApproved(touched) : null;
  const reasons = [
    landed,
    baseForm(touched, formIn(question.book.tree, touched.path)),
    foundByOthers(touched, question, participants)
  ];
  if (touched.after !== null && !fileAt2(after, touched.path)) {
    const why = `What ${touched.path} says can't be read, so nobody can approve it. Correct the file.`;
    reasons.push({ rule: "unreadable", why, passing: false });
  }
  return reasons.filter((reason) => reason !== null);
}
function formIn({ entries }, path) {
  const entry2 = entries.get(path);
  return entry2?.blob ? { mode: entry2.mode, blob: entry2.blob } : null;
}
function supportersOf(proof, path, belongs, unheard2) {
  return proof.opinions.flatMap((opinion) => {
    if (opinion.kind !== "approval") return [];
    const { author, review } = opinion;
    const judged = eligible(author, review.at, belongs, proof, path, "approval");
    if (judged.state !== "no") return [{ approval: opinion, eligible: judged }];
    if (judged.why === NO_OWNER) unheard2.foreign.add(review.id);
    else unheard2.notCounted.set(review.id, `The account ${judged.why}.`);
    return [];
  });
}
function objections(proof, path, belongs, unheard2) {
  const judge = (account, spoke, saying) => eligible(account, spoke, belongs, proof, path, saying);
  return proof.opinions.flatMap((opinion) => {
    if (opinion.kind !== "objection") return [];
    const weighed = weigh(opinion, judge);
    if (weighed.state === "foreign") unheard2.foreign.add(opinion.review.id);
    if (weighed.state === "void") unheard2.notCounted.set(opinion.review.id, weighed.why);
    return weighed.state === "open" || weighed.state === "unknown" ? [weighed.reason] : [];
  });
}
function needed({ needs }, supporters) {
  const sure = /* @__PURE__ */ new Map();
  const unknown3 = [];
  for (const { approval, eligible: judged } of supporters) {
    if (judged.state === "unknown")
      unknown3.push(unanswered(`what the approval of @${approval.author.login} counts for: ${judged.what}`));
    else sure.set(judged.person, { approval, owners: judged.owners });
  }
  const approvals = [];
  const missing2 = [];
  for (const requirement of needs.requirements ?? []) {
    const people2 = new Map([...sure].map(([person, { owners }]) => [person, groupsFor(requirement, owners)]));
    const filled = fill(requirement, people2);
    for (const [person, group] of filled.as) {
      const own = sure.get(person);
      const as = requirement.groups[group]?.find((owner) => own?.owners.includes(owner));
      if (own && as !== void 0) approvals.push(counted(own.approval, person, as));
    }
    missing2.push(...filled.missing.map((lack2) => ({ ...lack2, why: requirement.why, could: null })));
  }
  return { approvals, missing: missing2, unknown: unknown3 };
}
function groupsFor({ groups }, owners) {
  return groups.flatMap((group, index) => group.some((owner) => owners.includes(owner)) ? [index] : []);
}
function counted({ author, review, commit }, person, as) {
  return { login: author.login, id: author.id, person, as, review: review.id, commit, at: review.at };
}
function consents(path, proof) {
  const { question, participants, opinions } = proof;
  const people2 = peopleOf(question.book);
  const approvals = [];
  const missing2 = [];
  const reasons = [];
  const said = [];
  for (const side of path.consents) {
    const { person, why } = side;
    if (participants.acting.has(person)) {
      said.push({ person, by: "part" });
      continue;
    }
    const given2 = opinions.find(
      (one) => one.kind === "approval" && personOf(people2, one.author) === person && inactiveAt(question.book, person, one.review.at) === null
    );
    const login = loginOf(person, question);
    if (given2?.kind === "approval") {
      approvals.push(counted(given2, person, "consent"));
      said.push({ person, by: "review" });
    } else if (login === null) reasons.push(mute(side));
    else missing2.push({ from: [login], count: 1, why, could: null });
  }
  const given = [...new Map(said.map((one) => [one.person, one])).values()];
  return { given, approvals, missing: missing2, reasons };
}
function distinct(approvals) {
  const found = new Map(approvals.map((one) => [`${one.person} ${one.as}`, one]));
  return [...found.values()].toSorted((a, b) => order(a.person, b.person) || order(a.as, b.as));
}
function order(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

// src/approval/rules/merged-by-pull-request.ts
var RULE8 = "merged-by-pull-request";
function mergedByPullRequest(facts) {
  const reasons = [];
  const refuse3 = (why) => reasons.push({ rule: RULE8, why, passing: false });
  if (!facts.sameRepository)
    refuse3(
      "It comes from a fork, whose pushes nobody can tell. Push the branch to this repository and open it from there."
    );
  if (facts.into !== facts.defaultBranch)
    refuse3(
      `It goes into "${plain(facts.into)}", and only "${plain(facts.defaultBranch)}" is followed. Change its base branch.`
    );
  if (!facts.open && !facts.merged) refuse3("It was closed without being merged. Open it again.");
  if (facts.merged && !facts.landed)
    refuse3("It counts as merged, but no commit of the default branch is known that it brought.");
  if (!facts.merged && facts.landed) refuse3("Commits of the default branch name it, but it was not merged.");
  return reasons;
}

// src/approval/rules/tool-and-grants.ts
var RULE9 = "tool-and-grants";
var TOOL = /^(?:\.github|src|schemas|dist)\/|^(?:action\.ya?ml|package[^/]*\.json|npm-shrinkwrap\.json)$/u;
var CODEOWNERS = ".github/CODEOWNERS";
function toolAndGrants({ others }) {
  const tool = others.find((path) => TOOL.test(path) && path !== CODEOWNERS);
  if (tool === void 0) return null;
  return {
    rule: RULE9,
    why: `It changes both the tool (${tool}) and files under "grants/". Split it into two pull requests.`,
    passing: false
  };
}

// src/approval/touched.ts
function touchedBy(question) {
  const { facts, approvedForm, before, after } = question;
  const { differences } = facts.content;
  if (differences === null) return null;
  const inHead = new Map(differences.map((one) => [one.path, { base: one.before, form: one.after }]));
  return (facts.landed?.differences ?? differences).map(({ path, after: form }) => {
    const approved = approvedForm(path);
    const free = sameForm(approved, form) ? "It has its approved form." : reductionOf(path, before, after);
    return { path, identity: identify(path), approved, after: form, head: inHead.get(path), free };
  }).toSorted((a, b) => a.path < b.path ? -1 : 1);
}

// src/approval/decide.ts
function decide(input) {
  const { facts, book, teams } = input;
  const touched = touchedBy(input);
  const gaps = incomplete(facts, teams);
  if (touched === null) return verdictOf2(input, null, gaps, [], []);
  if (touched.length === 0) return verdictOf2(input, null, gaps, [], []);
  const proof = proofOf(input, touched);
  if (!proof) return verdictOf2(input, null, [...gaps, NO_SETTINGS], touched.map(unsettled), []);
  const belongs = belongsBy(teams, book);
  const judged = touched.map((one) => judgePath(one, proof, belongs));
  const reasons = [...gaps, ...wholeReasons(input, touched, proof)];
  return verdictOf2(
    input,
    proof,
    reasons,
    judged.map(({ verdict }) => verdict),
    discountedOf(proof, judged)
  );
}
var NO_SETTINGS = {
  rule: "settings",
  why: "There are no valid approved settings (grants/grantbook.yaml), so nobody is known to own anything.",
  passing: false
};
function wholeReasons({ facts }, touched, { participants }) {
  const tool = toolAndGrants(facts);
  const always = tool ? [tool] : [];
  if (touched.every(({ free }) => free !== null)) return always;
  const head = unknownHead(facts);
  return [...mergedByPullRequest(facts), ...always, ...participants.reasons, ...head ? [head] : []];
}
function unsettled({ path, after, free }) {
  const rest = { path, blob: after?.blob ?? null, approvals: [], missing: [], reasons: [] };
  return free === null ? { ...rest, state: "refused", need: "approval" } : { ...rest, state: "approved", need: "none" };
}
function verdictOf2({ facts }, proof, reasons, judged, discounted) {
  const paths = reasons.length === 0 ? judged : judged.map(refuse2);
  const state = reasons.length > 0 ? "refused" : worst(paths);
  const passing = [...reasons, ...paths.flatMap((one) => one.reasons)].some((reason) => reason.passing);
  return {
    pull: facts.number,
    head: facts.head,
    base: facts.content.base,
    state,
    why: state === "approved" ? null : summary(reasons, paths),
    reasons,
    paths,
    discounted,
    warnings: [],
    requester: proof?.participants.requester ?? null,
    // Something else that is wrong for good doesn't get better by reading again.
    passing: passing && reasons.every((reason) => reason.passing)
  };
}
function refuse2(path) {
  return path.need === "none" ? path : { ...path, state: "refused" };
}
function worst(paths) {
  for (const state of ["refused", "missing"])
    if (paths.some((path) => path.state === state)) return state;
  return "approved";
}
function summary(reasons, paths) {
  const [whole] = reasons;
  if (whole) return whole.why;
  const refused = paths.find((path) => path.state === "refused");
  if (refused) return `${plain(refused.path)}: ${refused.reasons[0]?.why ?? "refused."}`;
  const open = paths.filter((path) => path.state === "missing");
  const [first] = open;
  const [lack2] = first?.missing ?? [];
  if (!first || !lack2) return "It is not approved.";
  const more = open.length > 1 ? ` (and ${open.length - 1} more)` : "";
  const count = lack2.count === 1 ? "one more approval" : `${lack2.count} more approvals`;
  return `${plain(first.path)}${more} needs ${count} from ${lack2.from.join(" or ")}.`;
}
var FOREIGN_APPROVAL = "The account belongs to no owner of these files.";
var FOREIGN_OBJECTION = "The account belongs to no owner of these files, so the objection doesn't block.";
function discountedOf({ opinions, question }, judged) {
  const found = [...unheard(question.facts)];
  for (const opinion of opinions) {
    const { review, author } = opinion;
    const entry2 = (why) => found.push({ review: review.id, login: author.login, why });
    if (opinion.kind === "void") {
      entry2(`The approval ${opinion.why}.`);
      continue;
    }
    if (judged.every(({ foreign }) => foreign.has(review.id)))
      entry2(opinion.kind === "objection" ? FOREIGN_OBJECTION : FOREIGN_APPROVAL);
    const byWhy = /* @__PURE__ */ new Map();
    for (const { verdict, notCounted } of judged) {
      const why = notCounted.get(review.id);
      if (why === void 0) continue;
      const paths = byWhy.get(why);
      if (paths) paths.push(verdict.path);
      else byWhy.set(why, [verdict.path]);
    }
    for (const [why, paths] of byWhy) entry2(paths.length === judged.length ? why : `${why} ${where(paths)}`);
  }
  return found.toSorted((a, b) => a.review - b.review);
}
function where(paths) {
  const [first = "", ...others] = paths;
  return others.length === 0 ? `(${plain(first)})` : `(${plain(first)} and ${others.length} more)`;
}

// src/approval/questions.ts
function questionsOf(question) {
  const touched = touchedBy(question);
  const proof = touched && proofOf(question, touched);
  const pairs = /* @__PURE__ */ new Map();
  const teams = /* @__PURE__ */ new Map();
  for (const one of proof ? touched ?? [] : []) {
    if (!proof) break;
    const path = pathProof(one, proof);
    for (const { account, spoke, saying } of speakers(proof)) {
      if (!couldCount({ account, spoke, saying }, proof, path)) continue;
      for (const team of path.owners.filter(isTeam)) {
        const pair = { team, login: account.login };
        const key = membershipKey(pair);
        if (!pairs.has(key)) pairs.set(key, pair);
        if (!teams.has(team.toLowerCase())) teams.set(team.toLowerCase(), team);
      }
    }
  }
  return { pairs: values(pairs), teams: values(teams) };
}
function values(map) {
  return [...map].toSorted(([a], [b]) => a < b ? -1 : 1).map(([, value]) => value);
}
function speakers({ opinions }) {
  return opinions.flatMap((opinion) => {
    const { author, review } = opinion;
    if (opinion.kind === "void") return [];
    const own = { account: author, spoke: review.at, saying: opinion.kind };
    if (opinion.kind === "approval") return [own];
    const dismissers = opinion.dismissals.flatMap(
      ({ by: by2, at }) => by2 ? [{ account: by2, spoke: at, saying: "approval" }] : []
    );
    return [own, ...dismissers];
  });
}
function couldCount({ account, spoke, saying }, proof, path) {
  const { book } = proof.question;
  const { person } = speakerOf(account, book, peopleOf(book), { spoke, merged: proof.at });
  if (person === null) return false;
  return exclusion(person, proof, path) === null || saying === "objection" && onlyClaimed(person, proof, path);
}
function rosters(verdict) {
  const teams = /* @__PURE__ */ new Map();
  for (const path of verdict.paths)
    for (const { from } of path.missing)
      for (const team of from.filter(isTeam))
        if (!teams.has(team.toLowerCase())) teams.set(team.toLowerCase(), team);
  return values(teams);
}
function withNames(verdict, question, answers2) {
  const touched = touchedBy(question);
  const proof = touched && proofOf(question, touched);
  if (!touched || !proof) return verdict;
  const byPath = new Map(touched.map((one) => [one.path, one]));
  const roster = new Roster(proof, answers2);
  const warnings = new Set(verdict.warnings);
  const paths = verdict.paths.map((path) => {
    const one = byPath.get(path.path);
    if (!one || path.missing.length === 0) return path;
    const missing2 = path.missing.map((lack2) => ({
      ...lack2,
      could: roster.could(lack2, path, pathProof(one, proof))
    }));
    for (const lack2 of missing2) if (isTight(lack2)) warnings.add(tight(lack2));
    return named({ ...path, missing: missing2 });
  });
  const hopeless = paths.find(
    (path) => path.state === "refused" && path.reasons.some(({ rule }) => rule === NOBODY)
  );
  if (verdict.state !== "missing" || !hopeless) return { ...verdict, paths, warnings: [...warnings] };
  const why = `${hopeless.path}: ${hopeless.reasons.find(({ rule }) => rule === NOBODY)?.why ?? ""}`;
  return { ...verdict, paths, warnings: [...warnings], state: "refused", why };
}
var NOBODY = "nobody-could";
function named(path) {
  const short2 = path.missing.find(({ could, count }) => could !== null && could.length < count);
  if (!short2) return path;
  const left = short2.could?.length ?? 0;
  const who = short2.from.join(" or ");
  const why = `${short2.count} more must approve as ${who}, and ${left === 0 ? "nobody" : `only ${left}`} could: everybody else there has a part in the change, has left, or has no approved file. Add people to the team, or let somebody else open it.`;
  return { ...path, state: "refused", reasons: [...path.reasons, { rule: NOBODY, why, passing: false }] };
}
function isTight({ could, count, from }) {
  return could !== null && could.length === count && from.some(isTeam);
}
function tight({ from, count }) {
  const people2 = count === 1 ? "Only one person" : `Only ${count} people`;
  return `${people2} could still approve as ${from.join(" or ")}: should one be away, nobody else can.`;
}
var Roster = class {
  #proof;
  #members;
  #mayPush;
  constructor(proof, answers2) {
    this.#proof = proof;
    this.#members = new Map([...answers2.members].map(([team, members]) => [team.toLowerCase(), members]));
    this.#mayPush = new Map([...answers2.mayPush].map(([team, may]) => [team.toLowerCase(), may]));
  }
  /** Ids of people who still can approve; null if a team's members aren't known. Sorted. */
  could({ from }, verdict, path) {
    const { question, at } = this.#proof;
    const found = /* @__PURE__ */ new Set();
    for (const owner of from) {
      const consenting = path.consents.find(({ person }) => loginOf(person, question) === owner);
      if (consenting) found.add(consenting.person);
      const people2 = consenting ? [] : this.#peopleOf(owner);
      if (people2 === null) return null;
      for (const person of people2) {
        const barred = exclusion(person, this.#proof, path) ?? inactiveAt(question.book, person, at);
        if (barred === null) found.add(person);
      }
    }
    for (const { person, as } of verdict.approvals) if (as !== "consent") found.delete(person);
    return [...found].toSorted();
  }
  #peopleOf(owner) {
    const { book } = this.#proof.question;
    const people2 = peopleOf(book);
    if (!isTeam(owner)) return [...book.people.keys()].filter((id) => isLoginOf(owner, id, book));
    if (this.#mayPush.get(owner.toLowerCase()) === false) return [];
    const members = this.#members.get(owner.toLowerCase());
    return members ? members.flatMap((account) => personOf(people2, account) ?? []) : null;
  }
};

// src/io/github/answer-teams.ts
var AT_A_TIME = 4;
async function answerTeams(github, { pairs, teams }) {
  const gaps = [];
  const mayPush = await answers(
    teams,
    (team) => team,
    (team) => readMayPush(github, team),
    gaps
  );
  const active = await answers(pairs, membershipKey, (pair) => readMembership(github, pair), gaps);
  return { mayPush, active, members: /* @__PURE__ */ new Map(), gaps };
}
async function withMembers(github, known, teams) {
  const members = await answers(
    teams,
    (team) => team,
    (team) => readMembers(github, team),
    []
  );
  return { ...known, members };
}
async function answers(asked, keyOf2, read, gaps) {
  const readings = await pMap(asked, read, { concurrency: AT_A_TIME });
  const found = /* @__PURE__ */ new Map();
  for (const [index, question] of asked.entries()) {
    const reading = readings[index];
    if (!reading) continue;
    if (reading.ok) found.set(keyOf2(question), reading.value);
    else gaps.push(reading.gap);
  }
  return found;
}

// src/io/git/brought.ts
async function readBrought(root, base, head) {
  const commits = await commitsBetween(root, base, head);
  return {
    commits: new Map(commits.map((commit) => [commit.id, commit])),
    contributing: await contributing(
      root,
      commits.map(({ id }) => id)
    )
  };
}
function contributionsOf({ commits, contributing: which }) {
  return [...which].toSorted().flatMap((id) => {
    const commit = commits.get(id);
    return commit ? [{ commit: id, emails: emailsOf(commit) }] : [];
  });
}
var WEB_FLOW = "noreply@github.com";
var CO_AUTHOR = /^\s*co-authored-by\s*:(.*)$/gimu;
function emailsOf({ author, committer, message }) {
  const named2 = [...message.matchAll(CO_AUTHOR)].map(([, value = ""]) => addressIn(value));
  const all = [author, committer, ...named2].map((email) => email.trim().toLowerCase());
  return [...new Set(all)].filter((email) => email !== "" && email !== WEB_FLOW).toSorted();
}
function addressIn(value) {
  return /<([^<>]*)>/u.exec(value)?.[1] ?? value;
}

// src/io/github/pushes.ts
var ZERO = /^0+$/u;
function chainTo(activity, head, branch) {
  const what = `activity of branch ${branch}`;
  const left = [...activity];
  const chain = [];
  for (let at = head; !ZERO.test(at); ) {
    const index = left.findIndex(({ after }) => after === at);
    const [push] = index === -1 ? [] : left.splice(index, 1);
    if (!push) return gap(what, `nobody is recorded as having pushed ${at.slice(0, 12)}`);
    chain.push(push);
    at = push.before;
  }
  return { ok: true, value: chain };
}
function movesOf(activity, chain, commits) {
  const inChain = new Set(chain);
  return activity.filter((push) => inChain.has(push) || commits.has(push.after)).toReversed();
}

// src/io/github/requester.ts
var TRAILER = /^Grantbook-Requester:[ \t]*(.*)$/gmu;
function isApp(who, app) {
  return who !== null && who.type === "Bot" && who.login === `${app}[bot]`;
}
function requesterOf(pushes, { commits }, app) {
  for (const push of pushes.toReversed()) {
    if (!isApp(push.by, app)) continue;
    const found = [...(commits.get(push.after)?.message ?? "").matchAll(TRAILER)].at(-1)?.[1]?.trim();
    if (found !== void 0 && found !== "") return found;
  }
  return null;
}

// src/io/github/shown.ts
var ZERO2 = /^0+$/u;
var MERGES = /* @__PURE__ */ new Set(["pr_merge", "merge_queue_merge"]);
async function readShown(github, root, branch, { main, landed }, reviews) {
  const approvals = reviews.flatMap(
    ({ id, state, commit, at }) => state === "APPROVED" && commit !== null ? [{ id, commit, at }] : []
  );
  if (approvals.length === 0) return { ok: true, value: /* @__PURE__ */ new Map() };
  const since = approvals.reduce((least, { at }) => Math.min(least, at), Infinity);
  const moves = await readActivity(github, branch, since);
  if (!moves.ok) return moves;
  const standing = approvals.map((one) => ({ ...one, tips: standingAt(moves.value, one.at, main) }));
  const asked = /* @__PURE__ */ new Map();
  for (const { commit, tips } of standing)
    for (const tip of tips) asked.set(tip, (asked.get(tip) ?? /* @__PURE__ */ new Set()).add(commit));
  const views = await compared(github, root, asked);
  const made = new Set(moves.value.flatMap(({ kind, after }) => MERGES.has(kind) ? [after] : []));
  const given = [];
  for (const one of standing) given.push({ ...one, tips: await withoutPast(root, one, made, views) });
  const later = /* @__PURE__ */ new Set();
  if (landed !== null) {
    for (const tip of views.keys()) if (await comesFrom(root, tip, landed)) later.add(tip);
  }
  const shown = /* @__PURE__ */ new Map();
  for (const { id, commit, tips } of given) {
    const earlier = tips.filter((tip) => !later.has(tip));
    const found = earlier.flatMap((tip) => views.get(tip)?.get(commit) ?? []).map(contentOf);
    if (found.length === earlier.length) shown.set(id, found);
  }
  return { ok: true, value: shown };
}
async function withoutPast(root, { commit, tips }, made, views) {
  if (tips.length === 1 || tips.some((tip) => !views.has(tip))) return tips;
  const past = /* @__PURE__ */ new Set();
  for (const merge of tips) {
    if (!made.has(merge) || views.get(merge)?.get(commit)?.base !== merge) continue;
    for (const tip of tips) if (tip !== merge && await comesFrom(root, merge, tip)) past.add(tip);
  }
  return tips.filter((tip) => !past.has(tip));
}
async function compared(github, root, asked) {
  const commits = [...asked.values()].flatMap((some) => [...some]);
  const missing2 = await fetchObjects(root, github.remote, [...asked.keys(), ...commits]);
  const views = /* @__PURE__ */ new Map();
  for (const [tip, some] of asked)
    if (!missing2.has(tip)) views.set(tip, await contentsOf(root, tip, [...some], missing2));
  return views;
}
function contentOf({ commit, base, differences }) {
  return { commit, base, differences };
}
function standingAt(moves, at, now) {
  if (moves.length === 0) return [now];
  const during = moves.filter((move) => move.at === at);
  const found = during.length > 0 ? during.flatMap(({ before, after }) => [before, after]) : lastBy(moves, at);
  return [...new Set(found)].filter((tip) => !ZERO2.test(tip)).toSorted();
}
function lastBy(moves, at) {
  const last = moves.reduce((most, move) => move.at < at ? Math.max(most, move.at) : most, -Infinity);
  const first = moves.reduce((least, move) => Math.min(least, move.at), Infinity);
  const together = moves.filter((move) => move.at === (last === -Infinity ? first : last));
  const [from, to] = [together.map(({ before }) => before), together.map(({ after }) => after)];
  const [wanted, others] = last === -Infinity ? [from, to] : [to, from];
  const ends = wanted.filter((tip) => !others.includes(tip));
  return ends.length > 0 ? ends : wanted;
}

// src/io/github/timeline.ts
var entry = external_exports.looseObject({ event: external_exports.string().nullish() });
var dismissed = external_exports.object({
  actor: someone,
  created_at: instant,
  dismissed_review: external_exports.object({ review_id: external_exports.int().min(1), state: external_exports.string().max(50).nullish() })
});
var moved = external_exports.object({ created_at: instant });
var reviewed = external_exports.object({ id: external_exports.int().min(1), state: external_exports.string().nullish() });
var RETARGETED = /* @__PURE__ */ new Set(["base_ref_changed", "automatic_base_change_succeeded"]);
async function readTimeline(github, number) {
  const what = `timeline of #${number}`;
  const read = await pages(github, {
    what,
    route: "GET /repos/{owner}/{repo}/issues/{issue_number}/timeline",
    item: entry,
    parameters: { issue_number: number }
  });
  if (!read.ok) return read;
  const [dismissals, retargeted, reviews] = [[], [], []];
  const afterMerge = /* @__PURE__ */ new Set();
  let merged2 = false;
  for (const item of read.value) {
    if (item.event === "merged") merged2 = true;
    else if (item.event === "review_dismissed") {
      const { success, data } = dismissed.safeParse(item);
      if (!success) return unknown2(what, item.event);
      const { review_id: review, state } = data.dismissed_review;
      dismissals.push({ review, by: data.actor, at: data.created_at, was: state ?? null });
    } else if (typeof item.event === "string" && RETARGETED.has(item.event)) {
      const { success, data } = moved.safeParse(item);
      if (!success) return unknown2(what, item.event);
      retargeted.push(data.created_at);
    } else if (item.event === "reviewed") {
      const { success, data } = reviewed.safeParse(item);
      if (!success) return unknown2(what, item.event);
      if (data.state?.toLowerCase() !== "pending") reviews.push(data.id);
      if (merged2) afterMerge.add(data.id);
    }
  }
  return {
    ok: true,
    value: {
      dismissals: dismissals.toSorted((a, b) => a.at - b.at || a.review - b.review),
      retargeted: retargeted.toSorted((a, b) => a - b),
      reviewed: reviews,
      afterMerge
    }
  };
}
function unknown2(what, event) {
  return { ok: false, gap: { what, why: `an entry ${event} isn’t of the known shape`, passing: true } };
}

// src/io/github/collect-facts.ts
async function collectFacts(github, root, number, options) {
  await requireHistory(root);
  const pull = await readPull(github, number);
  if (!pull.ok) return pull;
  const told = await readTold(github, pull.value);
  const gaps = [...told.gaps];
  const seen = await readContent(github, root, pull.value, told, options, gaps).catch((error) => {
    if (!(error instanceof UnableError)) throw error;
    gaps.push({ what: `commits of #${number}`, why: error.message, passing: true });
    return unread(pull.value.head);
  });
  const again = await readPull(github, number);
  if (!again.ok) gaps.push(again.gap);
  else if (!isSame2(pull.value, again.value))
    gaps.push({ what: `pull request #${number}`, why: "it was changed while it was read", passing: true });
  return { ok: true, value: { ...describe(github, pull.value), ...told.value, ...seen, gaps } };
}
async function readTold(github, pull) {
  const [reviews, timeline, activity] = await Promise.all([
    readReviews(github, pull.number),
    readTimeline(github, pull.number),
    // A fork's record is not ours to read; what comes from one is never approved.
    isOurs(pull) ? readActivity(github, pull.branch) : { ok: true, value: [] }
  ]);
  const gaps = [];
  if (!reviews.ok) gaps.push(reviews.gap);
  if (!timeline.ok) gaps.push(timeline.gap);
  if (!activity.ok) gaps.push(activity.gap);
  if (reviews.ok && timeline.ok) gaps.push(...unlisted(pull.number, reviews.value, timeline.value));
  return {
    value: {
      reviews: reviews.ok ? inTime(reviews.value, timeline) : [],
      dismissals: timeline.ok ? timeline.value.dismissals : [],
      retargeted: timeline.ok ? timeline.value.retargeted : []
    },
    activity,
    gaps
  };
}
function inTime(reviews, timeline) {
  return timeline.ok ? reviews.filter(({ id }) => !timeline.value.afterMerge.has(id)) : reviews;
}
function unlisted(number, reviews, { reviewed: reviewed2, dismissals }) {
  const listed = new Set(reviews.map(({ id }) => id));
  const missing2 = [...reviewed2, ...dismissals.map(({ review }) => review)].some((id) => !listed.has(id));
  return missing2 ? [{ what: `reviews of #${number}`, why: "the timeline tells of one that isn’t listed", passing: true }] : [];
}
async function readContent(github, root, pull, told, options, gaps) {
  const nothing = unread(pull.head);
  const landing = await landingOf(github, root, pull, options);
  if (!landing.ok) {
    gaps.push(landing.gap);
    return nothing;
  }
  const { main, landed } = landing.value;
  const activity = upToMerge(told.activity, pull);
  const chain = chainOf(pull, activity, gaps);
  const named2 = /* @__PURE__ */ new Set([
    ...told.value.reviews.flatMap(({ commit }) => commit ?? []),
    ...chain.map(({ after }) => after)
  ]);
  const needed2 = [main, pull.head, ...landed?.commits ?? []];
  const missing2 = await fetchObjects(root, github.remote, [...needed2, ...named2]);
  const lacking = needed2.filter((commit) => missing2.has(commit));
  gaps.push(...lacking.map((commit) => lack(commit, "git could not fetch it", true)));
  if (lacking.length > 0) return nothing;
  const contents = await contentsOf(root, main, [.../* @__PURE__ */ new Set([pull.head, ...named2])], missing2);
  const reviewed2 = new Map([...named2].map((commit) => [commit, contentOf2(commit, contents.get(commit))]));
  const ways = landed && await landedOf(root, pull, landed);
  const head = contents.get(pull.head);
  const known = {
    ...nothing,
    content: contentOf2(pull.head, head),
    reviewed: reviewed2,
    landed: ways,
    pushes: chain.toReversed()
  };
  if (!head || head.base === null) {
    const why = "it has no one merge base with the default branch: bring its branch up to date";
    gaps.push(lack(pull.head, why, false));
    return known;
  }
  const shown = await readShown(
    github,
    root,
    pull.defaultBranch,
    { main, landed: landed?.commits.at(-1) ?? null },
    told.value.reviews
  );
  if (!shown.ok) gaps.push(shown.gap);
  const brought = await readBrought(root, head.base, pull.head);
  const pushes = activity.ok ? movesOf(activity.value, chain, brought.commits) : [];
  return {
    ...known,
    others: head.others,
    shown: shown.ok ? shown.value : /* @__PURE__ */ new Map(),
    pushes,
    contributions: contributionsOf(brought),
    requesterTrailer: isApp(pull.author, options.app) ? requesterOf(pushes, brought, options.app) : null
  };
}
function lack(commit, why, passing) {
  return { what: `commit ${commit.slice(0, 12)}`, why, passing };
}
async function landingOf(github, root, pull, options) {
  if (options.landing) {
    if (pull.mergedAt === null) return gap(`merge of #${pull.number}`, "GitHub says that it is not merged");
    return { ok: true, value: { main: options.landing.parent, landed: options.landing } };
  }
  const tip = options.tip === void 0 ? await readTip(github, pull.defaultBranch) : { ok: true, value: options.tip };
  if (!tip.ok) return tip;
  if (pull.mergedAt === null || pull.into !== pull.defaultBranch)
    return { ok: true, value: { main: tip.value, landed: null } };
  if ((await fetchObjects(root, github.remote, [tip.value])).size > 0)
    return gap(`commit ${tip.value.slice(0, 12)}`, "git could not fetch it");
  const landed = await findLanding(github, root, pull, tip.value);
  return landed.ok ? { ok: true, value: { main: landed.value.parent, landed: landed.value } } : landed;
}
async function landedOf(root, pull, { commits, parent }) {
  const last = commits.at(-1);
  if (last === void 0 || pull.mergedAt === null) return null;
  const [differences = []] = await differencesOf(root, [{ before: parent, after: last }]);
  return { commits, parent, at: pull.mergedAt, differences: differences.filter(isGoverned) };
}
function upToMerge(activity, { mergedAt, head, branch }) {
  if (!activity.ok || mergedAt === null) return activity;
  const early = activity.value.filter(({ at }) => at <= mergedAt);
  return chainTo(early, head, branch).ok ? { ok: true, value: early } : activity;
}
function chainOf(pull, activity, gaps) {
  if (!activity.ok || !isOurs(pull)) return [];
  const chain = chainTo(activity.value, pull.head, pull.branch);
  if (chain.ok) return chain.value;
  gaps.push(chain.gap);
  return [];
}
function contentOf2(commit, found) {
  return { commit, base: found?.base ?? null, differences: found?.differences ?? null };
}
function unread(head) {
  return {
    content: { commit: head, base: null, differences: null },
    others: [],
    landed: null,
    pushes: [],
    contributions: [],
    reviewed: /* @__PURE__ */ new Map(),
    shown: /* @__PURE__ */ new Map(),
    requesterTrailer: null
  };
}
function isOurs({ from, intoRepository }) {
  return from !== null && from.toLowerCase() === intoRepository.toLowerCase();
}
function isSame2(before, after) {
  return before.head === after.head && before.branch === after.branch && before.into === after.into && before.open === after.open && before.mergedAt === after.mergedAt && before.mergeCommit === (before.mergedAt === null ? before.mergeCommit : after.mergeCommit);
}
function describe({ owner, repo }, pull) {
  return {
    repository: `${owner}/${repo}`,
    number: pull.number,
    title: pull.title,
    author: pull.author,
    sameRepository: isOurs(pull),
    into: pull.into,
    defaultBranch: pull.defaultBranch,
    branch: pull.branch,
    open: pull.open,
    merged: pull.mergedAt !== null,
    head: pull.head
  };
}

// src/io/git/events-at.ts
async function eventsAt(root, evidence, path) {
  const text = await fileAt(root, evidence, eventsPath(path), LARGEST_EVENTS);
  return text === null ? [] : readLines(text.toString("utf8")).events;
}

// src/commands/steps/proof-books.ts
var MANY = /* @__PURE__ */ new Set(["grant", "emergency", "out-of-band", "retrospective"]);
async function proofQuestion(root, facts, { source, unproved, evidence, now }) {
  const differences = facts.landed?.differences ?? facts.content.differences ?? [];
  const touched = differences.map(({ path }) => path);
  const before = await loadFrom(source, touched);
  const book = await changed(root, source, [...unproved].map(toChange), before, touched);
  const after = await changed(root, source, differences.map(landedChange), before, touched);
  return {
    facts,
    book,
    before,
    after,
    approvedForm: (path) => formOf(source.tree.entries.get(path)),
    found: await foundByApp(root, facts, book.settings?.data.app ?? "", touched),
    takenAway: await takenAway(root, evidence, before, after, touched),
    now: facts.landed?.at ?? now
  };
}
function toChange([path, after]) {
  return { path, after };
}
function landedChange({ path, after }) {
  return { path, after: after && { path, mode: after.mode, blob: after.blob, size: null } };
}
async function changed(root, source, changes, same, touched) {
  if (changes.length === 0) return same;
  const next = openChanged(root, source, changes);
  try {
    return await loadFrom(next, touched);
  } finally {
    next.close();
  }
}
async function loadFrom(source, touched) {
  const { book } = await source.load(/* @__PURE__ */ new Set([...governing(source.tree), ...touched]));
  return book;
}
function* governing({ entries }) {
  for (const path of entries.keys()) {
    const kind = identify(path)?.kind;
    if (kind !== void 0 && !MANY.has(kind)) yield path;
  }
}
async function takenAway(root, evidence, before, after, touched) {
  const known = /* @__PURE__ */ new Set();
  for (const path of touched) {
    const data = after.outOfBand.get(path)?.data;
    if (!data || evidence === null) continue;
    const approved = before.outOfBand.get(path)?.data ?? null;
    if (isTakenAway(data, approved, await eventsAt(root, evidence, path))) known.add(path);
  }
  return known;
}
async function foundByApp(root, { author, pushes, reviewed: reviewed2 }, app, touched) {
  const paths = touched.filter((path) => identify(path)?.kind === "out-of-band");
  const byApp = pushes.filter((push) => isApp(push.by, app));
  const last = byApp.at(-1);
  if (!last || paths.length === 0 || !isApp(author, app) || byApp.length === pushes.length) return /* @__PURE__ */ new Map();
  if (!reviewed2.get(last.after)?.differences) return /* @__PURE__ */ new Map();
  const source = await openResolved(root, last.after);
  try {
    const { book } = await source.load(new Set(paths));
    return new Map([...book.outOfBand].map(([path, { data }]) => [path, data]));
  } finally {
    source.close();
  }
}

// src/commands/steps/prove.ts
async function provePull(github, root, request) {
  const { number, source, names, tip, landing } = request;
  const { book } = await source.load(/* @__PURE__ */ new Set([SETTINGS_PATH]));
  const facts = await collectFacts(github, root, number, {
    app: book.settings?.data.app ?? "",
    ...tip === void 0 ? {} : { tip },
    ...landing ? { landing } : {}
  });
  if (!facts.ok) return facts;
  const question = await proofQuestion(root, facts.value, request);
  const teams = await answerTeams(github, questionsOf(question));
  const verdict = decide({ ...question, teams });
  if (!names) return { ok: true, value: { facts: facts.value, question, verdict } };
  const wanted = rosters(verdict);
  const named2 = withNames(verdict, question, await withMembers(github, teams, wanted));
  return { ok: true, value: { facts: facts.value, question, verdict: named2 } };
}

export {
  requireHistory,
  contentsOf,
  findLanding,
  isTeam,
  belongsBy,
  namedIn,
  speakerOf,
  excludedOn,
  participantsOf,
  touchedBy,
  answerTeams,
  chainTo,
  isApp,
  foundAs,
  eventsAt,
  provePull
};
