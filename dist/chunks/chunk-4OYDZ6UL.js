import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  DUTY,
  globMatcher,
  isGlob,
  itemsOf,
  itemsOfPattern,
  matchesGlob
} from "./chunk-P5QKHU73.js";
import {
  inactive,
  isSuspended
} from "./chunk-JOLQCLIX.js";
import {
  effectiveWindow,
  personEnd,
  subjectOf
} from "./chunk-33ENI5OL.js";
import {
  stretchesOf
} from "./chunk-MVCWI7NH.js";
import {
  actsAs,
  withActors
} from "./chunk-TLWJT3BQ.js";
import {
  includesOf,
  resolveEntitlement
} from "./chunk-L4AA6WMQ.js";
import {
  SETTINGS_PATH,
  append,
  entitlementPath,
  identify,
  systemPath
} from "./chunk-LZOWS2TE.js";
import {
  few
} from "./chunk-CMJORN74.js";
import {
  compare
} from "./chunk-XW4OEFHM.js";
import {
  DAY,
  HOUR,
  MINUTE,
  readDuration,
  writeDuration
} from "./chunk-7FEDJEB3.js";
import {
  entitlementName
} from "./chunk-UI4DGNQ4.js";
import {
  plain,
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
} from "./chunk-3ZSDZPIB.js";

// src/duties/checks/can-run-cycle.ts
var RUNS = /* @__PURE__ */ new Set(["canRun"]);
var canRunCycle = {
  code: "can-run-cycle",
  severity: "error",
  doc: "Workloads can run each other in a circle, or themselves.",
  fix: "Remove one of the `canRun` on the way: workloads that can run each other are one.",
  *run({ book }) {
    for (const { id, data, path } of book.workloads.values()) {
      for (const [index2, run] of (data.canRun ?? []).entries()) {
        const self = run === id;
        if (!self && !actsAs(book, run, RUNS).has(id)) continue;
        yield {
          message: self ? `"${id}" can run itself.` : `"${id}" can run "${run}", which in the end can run "${id}".`,
          fix: "Remove this line or one on the way round; workloads that can run each other are one.",
          file: path,
          pointer: ["canRun", index2]
        };
      }
    }
  }
};

// src/duties/holdings.ts
var NO_CAPS = /* @__PURE__ */ new Map();
var Holdings = class {
  #book;
  #now;
  #caps;
  #begins;
  #ofWorkloads = /* @__PURE__ */ new Map();
  #last = null;
  constructor(book, now, { caps = NO_CAPS, begins = () => -Infinity } = {}) {
    this.#book = book;
    this.#now = now;
    this.#caps = caps;
    this.#begins = begins;
  }
  /**
   * What a subject's own grants confer. Kept for workloads, which everybody who acts as them is judged by; people are asked
   * for one after the other, and the last one's is kept.
   */
  conferred(subject) {
    const known = this.#ofWorkloads.get(subject);
    if (known) return known;
    if (this.#last?.subject === subject) return this.#last.conferred;
    const conferred = this.#confers(subject);
    if (this.#book.workloads.has(subject)) this.#ofWorkloads.set(subject, conferred);
    else this.#last = { subject, conferred };
    return conferred;
  }
  /** Everybody as whom a subject acts under a group of rules, itself first, and when that ends. */
  carriers(subject, { self, through }) {
    const own = self ? [{ id: subject, route: [], until: Infinity }] : [];
    const acted = actsAs(this.#book, subject, through);
    if (acted.size === 0) return own;
    const person = this.#book.people.get(subject);
    const until = person ? personEnd(person) ?? Infinity : Infinity;
    return until <= this.#now ? own : [...own, ...[...acted].map(([id, route]) => ({ id, route, until }))];
  }
  #confers(subject) {
    const found = [];
    for (const grant of this.#book.grantsOfSubject.get(subject) ?? []) {
      const { window, certain } = effectiveWindow(this.#book, grant);
      const until = Math.min(window?.until ?? certain ?? Infinity, this.#caps.get(grant.path) ?? Infinity);
      const from = Math.max(window?.from ?? -Infinity, this.#begins(grant.path));
      if (until <= this.#now || until <= from) continue;
      const all = resolveEntitlement(this.#book, grant.name)?.all ?? [];
      for (const entitlement of all) found.push({ grant, entitlement, from, until });
    }
    return found;
  }
};

// src/duties/rules.ts
var ALL_TIES = ["self", "owned", "backup", "canRun"];
var EVERY_TIE = ALL_TIES.join();
var cache = /* @__PURE__ */ new WeakMap();
function ruleGroups(book) {
  let known = cache.get(book);
  if (!known) cache.set(book, known = groupRules(book));
  return known;
}
function groupRules({ rules }) {
  const groups = /* @__PURE__ */ new Map();
  for (const entry of rules.values()) {
    if (!("hold" in entry.data)) continue;
    const { data } = entry;
    const ties = data.through ? ALL_TIES.filter((tie) => data.through?.includes(tie)).join() : EVERY_TIE;
    const group = groups.get(ties) ?? { ties: new Set(ties.split(",")), patterns: new Patterns() };
    groups.set(ties, group);
    group.patterns.add(counted(entry, data), data);
  }
  return [...groups.values()].map(({ ties, patterns }) => ({
    self: ties.has("self"),
    through: new Set(ALL_TIES.flatMap((tie) => tie !== "self" && ties.has(tie) ? [tie] : [])),
    rules: patterns.rules,
    hits: (entry) => patterns.hits(entry)
  }));
}
function counted({ id, path }, { title, atMost, severity = "error" }) {
  return { id, path, title, atMost, severity };
}
function fits(use, text) {
  const { pattern } = use;
  use.matches ??= globMatcher(pattern.startsWith(DUTY) ? pattern.slice(DUTY.length) : pattern);
  return use.matches(text);
}
var ANY = "*";
var Patterns = class {
  rules = [];
  /** Patterns without a star, by themselves. */
  #exact = /* @__PURE__ */ new Map();
  /** Globs of entitlements by their system, {@link ANY} for one that is a glob itself; of duties by {@link DUTY}. */
  #globs = /* @__PURE__ */ new Map();
  #hits = /* @__PURE__ */ new Map();
  add(rule, { hold, systems }) {
    const at = this.rules.push(rule) - 1;
    for (const pattern of hold) {
      const use = { at, pattern, systems, matches: null };
      if (isGlob(pattern)) append(this.#globs, placeOf(pattern), use);
      else append(this.#exact, pattern, use);
    }
  }
  hits(entry) {
    let known = this.#hits.get(entry);
    if (!known) this.#hits.set(entry, known = this.#find(entry));
    return known;
  }
  #find(entry) {
    const found = /* @__PURE__ */ new Map();
    for (const { at, pattern, systems } of this.#uses(entry)) {
      if (systems && !systems.includes(entry.system)) continue;
      for (const item of itemsOfPattern(pattern, entry)) {
        const items = found.get(at);
        if (items) items.add(item);
        else found.set(at, /* @__PURE__ */ new Set([item]));
      }
    }
    return [...found].map(([at, items]) => ({ at, items: [...items] }));
  }
  /** Patterns that an entitlement may fit. */
  #uses({ name, system, data: { duties = [] } }) {
    const named = [system, ANY].flatMap(
      (key) => (this.#globs.get(key) ?? []).filter((use) => fits(use, name))
    );
    const exact = [name, ...duties.map((duty) => `${DUTY}${duty}`)].flatMap(
      (text) => this.#exact.get(text) ?? []
    );
    const byDuty = duties.length === 0 ? [] : (this.#globs.get(DUTY) ?? []).filter((use) => duties.some((duty) => fits(use, duty)));
    return [...exact, ...named, ...byDuty];
  }
};
function placeOf(pattern) {
  if (pattern.startsWith(DUTY)) return DUTY;
  const [system = ""] = pattern.split("/", 1);
  return isGlob(system) ? ANY : system;
}

// src/duties/sweep.ts
function sweep(spans, atMost) {
  const edges = [];
  for (const { item, from, until } of spans)
    if (from < until) edges.push({ at: from, item, step: 1 }, { at: until, item, step: -1 });
  edges.sort((a, b) => a.at < b.at ? -1 : a.at > b.at ? 1 : 0);
  const held = /* @__PURE__ */ new Map();
  const segments = [];
  for (let next = 0; next < edges.length; ) {
    const at = edges[next]?.at ?? 0;
    for (; edges[next]?.at === at; next++) {
      const { item, step } = edges[next] ?? { item: "", step: 0 };
      const count = (held.get(item) ?? 0) + step;
      if (count === 0) held.delete(item);
      else held.set(item, count);
    }
    const until = edges[next]?.at;
    if (until !== void 0 && held.size > atMost)
      add(segments, { from: at, until, items: [...held.keys()].toSorted() });
  }
  return segments;
}
function add(segments, next) {
  const last = segments.at(-1);
  const same3 = last?.until === next.from && last.items.join() === next.items.join();
  if (last && same3) segments[segments.length - 1] = { ...last, until: next.until };
  else segments.push(next);
}

// src/duties/conflict.ts
function conflicts({ book, now, subjects, ...known }) {
  const groups = ruleGroups(book);
  if (groups.length === 0) return [];
  const holdings = new Holdings(book, now, known);
  const found = [];
  const tallies = groups.map((group) => ({ group, tally: new Uint32Array(group.rules.length) }));
  for (const subject of subjects ?? everybody(book)) {
    for (const { group, tally } of tallies) {
      const carriers = holdings.carriers(subject, group);
      for (const at of suspects(carriers, group, holdings, tally)) {
        const rule = group.rules[at];
        const conflict = rule && judge(subject, rule, partsUnder(at, carriers, group, holdings), now);
        if (conflict) found.push(conflict);
      }
    }
  }
  return found.toSorted((a, b) => compare(a.rule.id, b.rule.id) || compare(a.subject, b.subject));
}
function* everybody({ people, workloads, grantsOfSubject }) {
  yield* people.keys();
  yield* workloads.keys();
  for (const id of grantsOfSubject.keys()) if (!people.has(id) && !workloads.has(id)) yield id;
}
function suspects(carriers, { hits, rules }, holdings, tally) {
  const touched = [];
  for (const { id } of carriers) {
    for (const { entitlement } of holdings.conferred(id)) {
      for (const { at, items } of hits(entitlement)) {
        const count = tally[at] ?? 0;
        if (count === 0) touched.push(at);
        tally[at] = count + items.length;
      }
    }
  }
  const found = [];
  for (const at of touched) {
    if ((tally[at] ?? 0) > (rules[at]?.atMost ?? 0)) found.push(at);
    tally[at] = 0;
  }
  return found;
}
function partsUnder(at, carriers, { hits, rules }, holdings) {
  const parts = [];
  const items = /* @__PURE__ */ new Set();
  for (const { id, route, until } of carriers) {
    for (const conferred of holdings.conferred(id)) {
      for (const hit of hits(conferred.entitlement)) {
        if (hit.at !== at) continue;
        for (const item of hit.items) items.add(item);
        const { grant, entitlement, from } = conferred;
        const end = Math.min(conferred.until, until);
        parts.push({ grant, entitlement, from, until: end, route, items: hit.items });
      }
    }
  }
  return items.size > (rules[at]?.atMost ?? 0) ? parts : [];
}
function judge(subject, rule, parts, now) {
  const spans = [];
  for (const part of parts) spans.push(...spansOf(part));
  const segments = sweep(spans, rule.atMost).filter(({ until }) => until > now);
  if (segments.length === 0) return null;
  const held = parts.filter(
    (part) => segments.some(
      ({ from, until, items }) => part.from < until && from < part.until && part.items.some((item) => items.includes(item))
    )
  );
  return { now, rule, subject, segments, parts: held.toSorted(byGrant) };
}
function spansOf({ items, from, until }) {
  return items.map((item) => ({ item, from, until }));
}
function byGrant(a, b) {
  return compare(a.grant.path, b.grant.path) || compare(a.entitlement.name, b.entitlement.name);
}

// src/duties/exceptions.ts
var cache2 = /* @__PURE__ */ new WeakMap();
function exceptionFor(book, rule, subject) {
  let known = cache2.get(book);
  if (!known) cache2.set(book, known = index(book));
  return known.get(`${rule} ${subject}`) ?? null;
}
function index(book) {
  const found = /* @__PURE__ */ new Map();
  for (const entry of book.exceptions.values()) {
    const until = readInstant(entry.data.expires, "end");
    const key = `${entry.data.rule} ${entry.data.subject}`;
    const known = found.get(key);
    if (until !== null && (!known || known.until < until)) found.set(key, { entry, until });
  }
  return found;
}
function endsByException(needing) {
  const { book } = needing;
  const ends = /* @__PURE__ */ new Map();
  const subjects = new Set([...book.exceptions.values()].map(({ data }) => data.subject));
  const next = /* @__PURE__ */ new Map();
  const look = (some2) => {
    for (const subject of some2)
      if (subjects.has(subject)) next.set(subject, candidates(subject, needing, ends));
  };
  look(subjects);
  for (let first = firstOf(next); first; first = firstOf(next)) {
    ends.set(first.grant, first.by);
    look(withActors(book, [book.grants.get(first.grant)?.subject ?? ""]));
  }
  return ends;
}
function firstOf(next) {
  let first;
  for (const list2 of next.values()) for (const one of list2) if (!first || isBefore(one, first)) first = one;
  return first;
}
function isBefore(a, b) {
  if (a.by.at !== b.by.at) return a.by.at < b.by.at;
  return a.approved === b.approved ? a.grant > b.grant : a.approved > b.approved;
}
function candidates(subject, { book, now, approvedAt, onlyStanding }, ends) {
  const caps = new Map([...ends].map(([path, { at }]) => [path, at]));
  const begins = (path) => approvedAt(path) ?? now;
  const found = [];
  for (const { rule, parts } of conflicts({ book, now: -Infinity, subjects: [subject], caps, begins })) {
    const covering = exceptionFor(book, rule.id, subject);
    if (!covering || rule.severity === "warning") continue;
    const { until, entry } = covering;
    if (until <= now && onlyStanding === true) continue;
    const lasting = parts.filter(
      (part) => part.grant.kind === "grant" && part.until > until && (until > now || approvedAt(part.grant.path) !== null)
    );
    for (const { grant } of judge(subject, rule, lasting, until)?.parts ?? []) {
      const by = { at: until, exception: entry.path };
      found.push({ grant: grant.path, approved: approvedAt(grant.path) ?? Infinity, by });
    }
  }
  return found;
}

// src/duties/resolve.ts
var EXACT = 15;
function resolve(conflict, prefers) {
  const grants = candidates2(conflict, prefers);
  const exact = grants.length <= EXACT;
  const dropped = exact ? smallest(conflict, grants, grants.filter(prefers).length) : irreducible(conflict, grants);
  return {
    remedies: dropped.toSorted().map((grant) => remedy(conflict, grant, dropped)),
    smallest: exact
  };
}
function candidates2({ parts }, prefers) {
  const from = /* @__PURE__ */ new Map();
  for (const part of parts)
    from.set(part.grant.path, Math.max(part.from, from.get(part.grant.path) ?? -Infinity));
  return [...from.keys()].toSorted(
    (a, b) => Number(prefers(b)) - Number(prefers(a)) || compare(from.get(b) ?? 0, from.get(a) ?? 0) || (a < b ? 1 : -1)
  );
}
function resolves({ parts, rule, segments }, gone) {
  return isFree(
    parts.filter((part) => !gone.has(part.grant.path)),
    rule.atMost,
    segments
  );
}
function isFree(parts, atMost, told11) {
  const begin2 = told11[0]?.from ?? -Infinity;
  return sweep(parts.flatMap(spansOf), atMost).every(({ until }) => until <= begin2);
}
function smallest(conflict, grants, preferred) {
  const isResolved = tester(conflict, grants);
  for (let size = leastSize(conflict); size < grants.length; size++) {
    let best = null;
    let most = -1;
    for (const set of subsets(grants.length, size)) {
      const count = set.filter((index2) => index2 < preferred).length;
      if (count <= most || !isResolved(set)) continue;
      best = set;
      most = count;
      if (most === Math.min(size, preferred)) break;
    }
    if (best) return best.map((index2) => grants[index2] ?? "");
  }
  return grants;
}
function tester({ parts, rule, now }, grants) {
  const bits = new Map(grants.map((grant, index2) => [grant, 1 << index2]));
  const begins = new Set([now, ...parts.map(({ from }) => from)].filter((at) => at >= now));
  const stretches = [...begins].map((at) => {
    const held = /* @__PURE__ */ new Map();
    for (const { grant, items, from, until } of parts) {
      if (at < from || until <= at) continue;
      for (const item of items) held.set(item, (held.get(item) ?? 0) | (bits.get(grant.path) ?? 0));
    }
    return [...held.values()];
  });
  return (set) => {
    let kept = -1;
    for (const index2 of set) kept &= ~(1 << index2);
    return stretches.every((held) => {
      let count = 0;
      for (const by of held) if ((by & kept) !== 0) count++;
      return count <= rule.atMost;
    });
  };
}
function leastSize({ parts, rule, segments }) {
  const items = /* @__PURE__ */ new Map();
  for (const { grant, items: own } of parts) {
    const known = items.get(grant.path) ?? /* @__PURE__ */ new Set();
    for (const item of own) known.add(item);
    items.set(grant.path, known);
  }
  const most = Math.max(...[...items.values()].map(({ size }) => size));
  const over = Math.max(...segments.map((segment) => segment.items.length - rule.atMost));
  return Math.max(1, Math.ceil(over / most));
}
function* subsets(count, size, start = 0) {
  if (size === 0) {
    yield [];
    return;
  }
  for (let index2 = start; index2 <= count - size; index2++) {
    for (const rest of subsets(count, size - 1, index2 + 1)) yield [index2, ...rest];
  }
}
function irreducible(conflict, grants) {
  const gone = /* @__PURE__ */ new Set();
  for (const grant of grants) {
    if (resolves(conflict, gone)) break;
    gone.add(grant);
  }
  for (const grant of [...gone].toReversed()) {
    gone.delete(grant);
    if (!resolves(conflict, gone)) gone.add(grant);
  }
  return [...gone];
}
function remedy(conflict, grant, dropped) {
  const others = new Set(dropped.filter((path) => path !== grant));
  const rest = conflict.parts.filter((part) => !others.has(part.grant.path));
  const own = rest.filter((part) => part.grant.path === grant);
  const segments = sweep(rest.flatMap(spansOf), conflict.rule.atMost);
  const first = segments[0]?.from ?? -Infinity;
  const last = segments.at(-1)?.until ?? Infinity;
  const moved = (change) => isFree(
    rest.map((part) => part.grant.path === grant ? change(part) : part),
    conflict.rule.atMost,
    conflict.segments
  );
  const ends = first > conflict.now && own.every(({ from }) => from < first) && moved((part) => ({ ...part, until: Math.min(part.until, first) }));
  const starts = own.every(({ until }) => until > last) && moved((part) => ({ ...part, from: Math.max(part.from, last) }));
  return {
    grant,
    endBy: ends ? first : null,
    startAt: starts && Number.isFinite(last) ? last : null
  };
}

// src/duties/words.ts
var MOST = 6;
function conflictWords(conflict, verb = "would hold") {
  const { rule, subject, segments } = conflict;
  const most = Math.max(...segments.map(({ items }) => items.length));
  return `"${subject}" ${verb} ${most} where the rule "${rule.id}" allows ${rule.atMost} at a time (${plain(rule.title)}): ${heldWords(conflict)}; ${segmentsWords(segments)}.`;
}
function heldWords({ segments, parts, subject }) {
  const items = [...new Set(segments.flatMap((segment) => segment.items))].toSorted();
  const told11 = items.map((item) => {
    const [first, ...more] = parts.filter((part) => part.items.includes(item));
    const also = more.length > 0 ? ` and ${more.length} more` : "";
    return first ? `${item}${byWords(item, first)}${routeWords(first.route, subject)}${also}` : item;
  });
  return list(told11);
}
function byWords(item, { grant, entitlement }) {
  if (item === grant.name) return "";
  return entitlement.name === grant.name || item === entitlement.name ? ` by ${grant.name}` : ` by ${entitlement.name} within ${grant.name}`;
}
var TIES = {
  owned: (workload) => `through the workload "${workload}", which it owns`,
  backup: (workload) => `through the workload "${workload}", whose owner it backs up`,
  canRun: (workload) => `through the workload "${workload}", which it can run`
};
function routeWords(route, subject) {
  let who = `"${subject}"`;
  const steps = route.map(({ workload, by }, index2) => {
    const words = TIES[by](workload);
    const told11 = index2 === 0 ? words : words.replace("which it", `which ${who}`);
    who = `"${workload}"`;
    return told11;
  });
  return steps.length === 0 ? "" : ` ${steps.toReversed().join(", ")}`;
}
function segmentsWords(segments) {
  return list(joined(segments).map(({ from, until }) => `from ${beginWords(from)} until ${endWords(until)}`));
}
function joined(segments) {
  const found = [];
  for (const { from, until } of segments) {
    const last = found.at(-1);
    if (last?.until === from) last.until = until;
    else found.push({ from, until });
  }
  return found;
}
function beginWords(from) {
  return Number.isFinite(from) ? writeInstant(from) : "issuance";
}
function endWords(until) {
  return Number.isFinite(until) ? writeInstant(until) : "an unknown end";
}
function relatedOf({ parts, rule, subject }) {
  const held = parts.map((part) => ({
    file: part.grant.path,
    pointer: [],
    message: `${list(part.items)}${routeWords(part.route, subject)}, from ${beginWords(part.from)} until ${endWords(part.until)}`
  }));
  return [{ file: rule.path, pointer: [], message: `the rule: ${plain(rule.title)}` }, ...held.slice(0, 50)];
}
function resolutionWords({ remedies, smallest: smallest3 }) {
  const steps = remedies.map(({ grant, endBy, startAt }) => {
    const moves = [
      ...endBy === null ? [] : [`let it end by ${writeInstant(endBy)}`],
      ...startAt === null ? [] : [`let it begin at ${writeInstant(startAt)}`]
    ];
    return [`drop ${grant}`, ...moves].join(", or ");
  });
  const how = smallest3 ? "No smaller change does it." : `None of these can be left out (with more than ${EXACT} grants not every set is tried).`;
  const first = list(steps, "; and ");
  return `${first.charAt(0).toUpperCase()}${first.slice(1)}. ${how}`;
}
function list(all, between = ", ") {
  const shown = all.slice(0, MOST).join(between);
  return all.length > MOST ? `${shown} and ${all.length - MOST} more` : shown;
}
function contributionWords(files) {
  return files.length === 0 ? "" : ` This change brings ${list(files.map((file) => `"${file}"`))}.`;
}

// src/duties/findings.ts
var cache3 = /* @__PURE__ */ new WeakMap();
function dutyFindings(context, code) {
  let known = cache3.get(context);
  if (!known) cache3.set(context, known = tellAll(context));
  return known.get(code) ?? [];
}
function tellAll(context) {
  const { book, now } = context;
  const found = /* @__PURE__ */ new Map();
  for (const conflict of conflicts({ book, now, caps: capsOf(context) })) {
    for (const [code, told11] of tell(conflict, context)) append(found, code, told11);
  }
  return found;
}
function capsOf({ book, now, approvedAt }) {
  if (approvedAt === null) return /* @__PURE__ */ new Map();
  const ends = endsByException({ book, now, approvedAt, onlyStanding: true });
  return new Map([...ends].map(([grant, { at }]) => [grant, at]));
}
function tell(conflict, context) {
  const { book, now } = context;
  const { rule, subject } = conflict;
  const covering = exceptionFor(book, rule.id, subject);
  if (covering && covering.until > now) return [["duties-excepted", excepted(conflict, covering, context)]];
  if (rule.severity === "warning") return [["duties-warning", problem(conflict, context, "warning")]];
  if (covering) return [["duties-exception-over", exceptionOver(conflict, covering, context)]];
  const ordinary = judge(
    subject,
    rule,
    conflict.parts.filter(({ grant }) => grant.kind === "grant"),
    now
  );
  const told11 = [];
  if (ordinary) told11.push(["duties-conflict", problem(ordinary, context, "conflict")]);
  if (conflict.parts.some(({ grant }) => grant.kind === "emergency"))
    told11.push(["duties-emergency", problem(conflict, context, "emergency")]);
  return told11;
}
function problem(conflict, context, sort, verb) {
  const brings = (path) => context.changed?.has(path) === true;
  const files = filesOf(conflict, context);
  const brought = contributionWords([...files].filter(brings).toSorted());
  return {
    message: `${conflictWords(conflict, verb)}${brought}`,
    fix: resolutionWords(resolve(conflict, brings)),
    file: placeOf2(conflict, context),
    pointer: [],
    related: relatedOf(conflict),
    extent: {
      key: `${sort} ${conflict.rule.id} ${conflict.subject}`,
      subject: conflict.subject,
      parts: partsOf(conflict),
      files,
      brought
    }
  };
}
function excepted(conflict, { entry, until }, context) {
  const told11 = problem(conflict, context, "excepted", "holds");
  return {
    ...told11,
    message: `${told11.message} The exception "${entry.id}" allows it until ${writeInstant(until)}; the last approved of these grants ends with it. Control: ${sentence(entry.data.control)}`,
    fix: "Nothing to do while the exception stands."
  };
}
function exceptionOver(conflict, { entry, until }, context) {
  const told11 = problem(conflict, context, "conflict", "holds");
  return {
    ...told11,
    message: `${told11.message} The exception "${entry.id}" allowed it until ${writeInstant(until)}; the last approved of these grants ended with it.`,
    ...told11.extent && {
      extent: { ...told11.extent, grown: { code: "duties-conflict", severity: "error" } }
    }
  };
}
function sentence(text) {
  return /[.!?]$/u.test(text) ? text : `${text}.`;
}
function placeOf2(conflict, context) {
  const { rule, parts } = conflict;
  const { changed, approvedAt } = context;
  const order = (part) => [
    changed?.has(part.grant.path) === true ? 1 : 0,
    approvedAt ? approvedAt(part.grant.path) ?? Infinity : 0,
    part.from
  ];
  const last = parts.toSorted(
    (a, b) => byLast(order(a), order(b)) || (a.grant.path < b.grant.path ? 1 : -1)
  )[0];
  const isNew = last && changed?.has(last.grant.path) === true;
  return !isNew && changed?.has(rule.path) === true ? rule.path : last?.grant.path ?? rule.path;
}
function byLast(a, b) {
  for (const [index2, own] of a.entries()) {
    const other = b[index2] ?? 0;
    if (own !== other) return own > other ? -1 : 1;
  }
  return 0;
}
function partsOf({ segments, now }) {
  return segments.flatMap(
    ({ from, until, items }) => items.map((item) => ({ item, window: { from: from > now ? from : null, until } }))
  );
}
function filesOf({ rule, subject, parts }, { book }) {
  const own = (book.people.get(subject) ?? book.workloads.get(subject))?.path;
  const files = /* @__PURE__ */ new Set([rule.path, ...own === void 0 ? [] : [own]]);
  for (const { grant, entitlement, route } of parts) {
    files.add(grant.path);
    files.add(entitlement.path);
    for (const one of resolveEntitlement(book, grant.name)?.all ?? [])
      if (one.data.includes !== void 0) files.add(one.path);
    for (const { workload } of route) {
      const path = book.workloads.get(workload)?.path;
      if (path !== void 0) files.add(path);
    }
  }
  return files;
}

// src/duties/checks/duties-conflict.ts
var dutiesConflict = {
  code: "duties-conflict",
  severity: "error",
  doc: "Somebody would hold more than a rule of separation of duties allows, by own grants, bundles or workloads.",
  fix: "Drop one of the grants that the finding names, move its dates, or have an exception with a control approved.",
  run: (context) => dutyFindings(context, "duties-conflict")
};

// src/duties/checks/duties-emergency.ts
var dutiesEmergency = {
  code: "duties-emergency",
  severity: "warning",
  doc: "A break-glass grant makes somebody hold more than a rule allows; it warns only.",
  fix: "Let the review of the emergency look at it.",
  run: (context) => dutyFindings(context, "duties-emergency")
};

// src/duties/permissions/smallest.ts
var EXACT2 = 15;
function smallest2(candidates3, size, holds) {
  const sorted = [...new Set(candidates3)].filter((grant) => grant >= 0).toSorted((a, b) => a - b);
  const mask = new Uint8Array(size);
  for (const grant of sorted) mask[grant] = 1;
  const optional = sorted.filter((grant) => {
    mask[grant] = 0;
    const spare = holds(mask);
    mask[grant] = 1;
    return spare;
  });
  if (optional.length > EXACT2) return dropping(sorted, optional, mask, holds);
  for (const grant of optional) mask[grant] = 0;
  for (let count = 0; count < optional.length; count++) {
    const chosen2 = choose(optional, count, mask, 0, [], holds);
    if (chosen2) return sorted.filter((grant) => chosen2.includes(grant) || !optional.includes(grant));
  }
  return sorted;
}
function choose(candidates3, count, mask, at, chosen2, holds) {
  if (count === 0) return holds(mask) ? chosen2 : null;
  for (let index2 = at; index2 <= candidates3.length - count; index2++) {
    const grant = candidates3[index2] ?? 0;
    mask[grant] = 1;
    const found = choose(candidates3, count - 1, mask, index2 + 1, [...chosen2, grant], holds);
    mask[grant] = 0;
    if (found) return found;
  }
  return null;
}
function dropping(candidates3, optional, mask, holds) {
  for (const grant of optional.toReversed()) {
    mask[grant] = 0;
    if (!holds(mask)) mask[grant] = 1;
  }
  return candidates3.filter((grant) => mask[grant] === 1);
}

// src/duties/permissions/walk.ts
function within(mask, grant) {
  return grant < 0 || mask[grant] === 1;
}
function everyGrant({ grants }) {
  return new Uint8Array(grants.length).fill(1);
}
function reach({ nodes, starts }, edges, mask, sure) {
  const found = new Uint8Array(nodes.length);
  found.fill(1, 0, starts);
  for (let grew = true; grew; ) {
    grew = false;
    for (const { from, to, grant, reasons } of edges) {
      if (to === null || found[from] === 0 || found[to] === 1) continue;
      if (sure && reasons.length > 0 || !within(mask, grant)) continue;
      found[to] = 1;
      grew = true;
    }
  }
  return found;
}
function waysTo({ into }, targets) {
  const wanted = new Set(targets);
  const found = [];
  for (const node of wanted) {
    for (const edge of into[node] ?? []) {
      found.push(edge);
      wanted.add(edge.from);
    }
  }
  return found;
}

// src/duties/permissions/blanks.ts
function blanks({ graph, allowed, unread }, paths) {
  const reached2 = reach(graph, graph.edges, everyGrant(graph), false);
  const others = unread.filter((node) => reached2[node] === 1);
  const opens = (actions, node) => actions.some((action) => graph.nodes[node]?.ability.open(action) === true);
  const maybe = (node, { needs }) => needs.some((actions) => opens(actions, node)) && needs.every(
    (actions) => actions.some((action) => allowed.has(action)) || others.some((each) => opens(actions, each))
  );
  const partly = others.filter((node) => paths.some((path) => maybe(node, path))).map((node) => ({ who: node, grants: grantsTo(graph, [], (found) => found[node] === 1, [node]) }));
  const strange = new Set(graph.edges.flatMap(({ to, role }) => to === null ? [role] : []));
  return [
    ...partly,
    ...[...strange].toSorted().map((role) => {
      const last = graph.edges.filter((edge) => edge.role === role);
      return {
        who: role,
        grants: grantsTo(
          graph,
          last,
          () => false,
          last.map(({ from }) => from)
        )
      };
    })
  ];
}
function grantsTo(graph, last, there, targets) {
  const edges = waysTo(graph, targets);
  return smallest2(
    [...edges, ...last].map(({ grant }) => grant),
    graph.grants.length,
    (mask) => {
      const found = reach(graph, edges, mask, false);
      return there(found) || last.some(({ from, grant }) => found[from] === 1 && within(mask, grant));
    }
  );
}

// src/duties/permissions/complete.ts
function indexOf(graph) {
  const allowed = /* @__PURE__ */ new Map();
  for (const [node, { ability }] of graph.nodes.entries()) {
    for (const action of ability.supports.keys()) {
      const nodes = allowed.get(action);
      if (nodes) nodes.push(node);
      else allowed.set(action, [node]);
    }
  }
  const unread = [...graph.nodes.entries()].flatMap(
    ([node, { identity }]) => identity.unread.length > 0 ? [node] : []
  );
  return { graph, allowed, unread };
}
function attempt({ graph, allowed, unread }, path) {
  const serving = path.needs.map((actions) => [
    ...actions.flatMap((action) => allowed.get(action) ?? []),
    ...unread.filter((node) => actions.some((action) => graph.nodes[node]?.ability.open(action) === true))
  ]);
  if (serving.length === 0 || serving.some((nodes2) => nodes2.length === 0)) return null;
  const nodes = [...new Set(serving.flat())].toSorted((a, b) => a - b);
  return { graph, path, edges: waysTo(graph, nodes), sides: nodes.map((node) => sideOf(graph, path, node)) };
}
function sideOf({ nodes }, { needs, assumesOnly }, node) {
  const ability = nodes[node]?.ability;
  const supports = (action) => (assumesOnly ? ability?.wide : ability?.supports.get(action)) ?? [];
  return {
    node,
    parts: needs.map(
      (actions) => actions.flatMap((action) => supports(action).map((support) => ({ ...support, node, action })))
    ),
    open: needs.map((actions) => actions.some((action) => ability?.open(action) === true))
  };
}
function completing(one, level, mask) {
  const sure = level === "sure";
  const reached2 = reach(one.graph, one.edges, mask, sure);
  const sides = one.sides.filter(({ node }) => reached2[node] === 1);
  const served = ({ parts }, need) => parts[need]?.some((part) => usable(one.graph, part, mask, sure)) === true;
  const needs = [...one.path.needs.keys()];
  if (level === "apart") {
    const complete = needs.every((need) => sides.some((side) => served(side, need)));
    return complete ? sides.filter((side) => needs.some((need) => served(side, need))) : [];
  }
  return sides.filter(
    (side) => needs.every((need) => served(side, need) || !sure && side.open[need] === true) && // What only unread documents may allow is told once for the identity, not for every path.
    needs.some((need) => served(side, need))
  );
}
function usable({ nodes }, part, mask, sure) {
  return (!sure || part.reasons.length === 0) && within(mask, nodes[part.node]?.grants[part.source] ?? -1);
}

// src/duties/permissions/words.ts
var SHOWN = 3;
var LONGEST = 120;
function listed(texts) {
  return few([...new Set(texts)].toSorted(), SHOWN, { say: clean });
}
function clean(text) {
  const line = text.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, "�");
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

// src/duties/permissions/reasons.ts
function onlyOn(source, action, resources) {
  return (who) => `${who.source(source)} allows ${action} only on ${listed(resources)}`;
}
function exceptOn(source, action, resources) {
  return (who) => `${who.source(source)} allows ${action} on everything but ${listed(resources)}`;
}
function variables(source, action, resources) {
  return (who) => `${who.source(source)} allows ${action} on ${listed(resources)}, and what its variables stand for isn't known`;
}
function onCondition(source, action, keys) {
  return (who) => `${who.source(source)} allows ${action} under conditions on ${listed(keys)}`;
}
function deniedInPart(source, action) {
  return (who) => `${denier(who, source)} denies ${action} for some of it`;
}
function deniedOnCondition(source, action, keys) {
  return (who) => `${denier(who, source)} denies ${action} under conditions on ${listed(keys)}, so it may not hold`;
}
function denier(who, source) {
  return source === null ? `the permissions boundary of ${who.identity}` : who.source(source);
}
var boundaryUnread = (who) => `the permissions boundary of ${who.identity} was not read`;
function boundedInPart(action) {
  return (who) => `the permissions boundary of ${who.identity} allows ${action} for some of it only`;
}
function boundedOnCondition(action, keys) {
  return (who) => `the permissions boundary of ${who.identity} allows ${action} under conditions on ${listed(keys)}`;
}
var documentsUnread = (who) => `documents of ${who.identity} were not read: ${listed(who.unread)}`;
function trustUnknown(role) {
  return (who) => `whether ${clean(role)} lets ${who.identity} assume it isn't known`;
}
var rolesUnknown = () => `which roles it reaches isn't known`;

// src/duties/permissions/find.ts
var LEVELS = ["sure", "within", "apart"];
function find(index2, path) {
  const one = attempt(index2, path);
  if (!one) return null;
  for (const level of LEVELS) {
    const sides = completing(one, level, everyGrant(one.graph));
    if (sides.length === 0) continue;
    const size = one.graph.grants.length;
    const grants = smallest2(
      candidatesOf(one.graph, sides),
      size,
      (mask) => completing(one, level, mask).length > 0
    );
    const by = chosen(one, level, maskOf(one.graph, grants));
    return { path, level, by, grants, reasons: level === "sure" ? [] : reasonsOf(one, level, sides) };
  }
  return null;
}
function candidatesOf(graph, sides) {
  return [
    ...sides.flatMap(({ parts }) => parts.flat()).map(({ node, source }) => graph.nodes[node]?.grants[source] ?? -1),
    ...waysTo(
      graph,
      sides.map(({ node }) => node)
    ).map(({ grant }) => grant)
  ];
}
function maskOf({ grants }, numbers) {
  const mask = new Uint8Array(grants.length);
  for (const grant of numbers) mask[grant] = 1;
  return mask;
}
function chosen(one, level, mask) {
  const sides = completing(one, level, mask);
  const from = level === "apart" ? sides : sides.slice(0, 1);
  return [...one.path.needs.keys()].flatMap((need) => {
    const served = from.flatMap(({ parts }) => parts[need] ?? []).filter((part) => usable(one.graph, part, mask, level === "sure"));
    const best = served.find(({ reasons }) => reasons.length === 0) ?? served[0];
    return best ? [best] : [];
  });
}
function reasonsOf({ graph, path, edges }, level, sides) {
  const all = everyGrant(graph);
  const [surely, reached2] = [reach(graph, edges, all, true), reach(graph, edges, all, false)];
  const doubtful = sides.flatMap(({ node }) => surely[node] === 0 ? [node] : []);
  const onTheWay = waysTo(graph, doubtful).filter(({ from }) => reached2[from] === 1).flatMap(({ from, reasons }) => reasons.map((reason) => ({ node: from, reason })));
  const groups = level === "apart" ? [sides] : sides.map((side) => [side]);
  return [
    ...onTheWay,
    ...groups.flatMap((group) => [...path.needs.keys()].flatMap((need) => doubts(group, need)))
  ];
}
function doubts(group, need) {
  const serving = group.flatMap(({ parts }) => parts[need] ?? []);
  if (serving.some(({ reasons }) => reasons.length === 0)) return [];
  return [
    ...serving.flatMap(({ node, reasons }) => reasons.map((reason) => ({ node, reason }))),
    ...group.filter(({ open: open2 }) => open2[need]).map(({ node }) => ({ node, reason: documentsUnread }))
  ];
}

// src/duties/permissions/judge.ts
function judge2(allow, action, number, scopes, limits, patterns) {
  const { clause, source } = allow;
  const denies = limits.denies.filter((deny) => deny.clause.actions.has(number));
  const boundary = limits.boundary === "unread" ? null : limits.boundary;
  const caps = boundary?.filter((cap) => cap.actions.has(number)) ?? null;
  const reasons = /* @__PURE__ */ new Set();
  const [touching, whole] = [/* @__PURE__ */ new Set(), /* @__PURE__ */ new Set()];
  const [denied, capped] = [/* @__PURE__ */ new Set(), /* @__PURE__ */ new Set()];
  for (const scope of scopes) {
    for (const piece of piecesOf(clause, scope, patterns)) {
      const against = denies.map((deny) => ({
        deny,
        extent: extentOf(deny.clause, piece, scope.all, patterns)
      }));
      if (against.some(({ deny, extent }) => extent === "all" && deny.clause.keys.length === 0)) continue;
      const cap = caps && capOf(caps, piece, scope, patterns);
      if (cap === "none") continue;
      for (const { deny, extent } of against) if (extent !== "none") denied.add(deny);
      for (const each of cap ?? []) capped.add(each);
      touching.add(piece.pattern);
      if (piece.extent === "all") whole.add(scope);
    }
  }
  if (touching.size === 0) return null;
  const keys = allow.granted ? clause.keysBesideDates : clause.keys;
  if (keys.length > 0) reasons.add(onCondition(source, action.name, keys));
  if (whole.size < scopes.length) for (const each of narrow(allow, action.name, touching)) reasons.add(each);
  for (const { clause: by, source: from } of denied) {
    reasons.add(
      by.keys.length > 0 ? deniedOnCondition(from, action.name, by.keys) : deniedInPart(from, action.name)
    );
  }
  if (limits.boundary === "unread") reasons.add(boundaryUnread);
  for (const cap of capped) {
    reasons.add(cap === "part" ? boundedInPart(action.name) : boundedOnCondition(action.name, cap.keys));
  }
  return [...reasons];
}
function piecesOf(clause, { all, own }, patterns) {
  if (clause.except) {
    const extent = exceptExtent(clause.resources, [own], [all], patterns);
    return extent === "none" ? [] : [{ pattern: patterns.of("*"), extent }];
  }
  return clause.resources.flatMap((pattern) => {
    if (!patterns.meets(pattern, all)) return [];
    return [{ pattern, extent: patterns.covers(pattern, own) ? "all" : "some" }];
  });
}
function extentOf(clause, { pattern }, format, patterns) {
  const within2 = [pattern, format];
  if (clause.except) return exceptExtent(clause.resources, within2, within2, patterns);
  if (clause.resources.some((wide) => within2.some((part) => patterns.covers(wide, part)))) return "all";
  return clause.resources.some((other) => within2.every((part) => patterns.meets(other, part))) ? "some" : "none";
}
function exceptExtent(exceptions, inner, outer, patterns) {
  if (exceptions.some((wide) => outer.some((part) => patterns.covers(wide, part)))) return "none";
  return exceptions.some((other) => inner.every((part) => patterns.meets(other, part))) ? "some" : "all";
}
function capOf(caps, piece, { all, own }, patterns) {
  const extents = caps.map((cap) => ({ cap, extent: capExtent(cap, piece, all, own, patterns) }));
  const through = extents.filter(({ extent }) => extent !== "none");
  if (through.length === 0) return "none";
  if (through.some(({ cap, extent }) => extent === "all" && cap.keys.length === 0)) return [];
  return through.map(({ cap }) => cap.keys.length > 0 ? cap : "part");
}
function capExtent(cap, piece, all, own, patterns) {
  const extent = extentOf(cap, piece, all, patterns);
  return extent === "some" && extentOf(cap, piece, own, patterns) === "all" ? "all" : extent;
}
function narrow({ clause, source }, action, touching) {
  if (clause.except)
    return [
      exceptOn(
        source,
        action,
        clause.resources.map(({ text }) => text)
      )
    ];
  const [open2, plain2] = [new Array(), new Array()];
  for (const { text, variable } of touching) (variable ? open2 : plain2).push(text);
  return [
    ...open2.length > 0 ? [variables(source, action, open2)] : [],
    ...plain2.length > 0 ? [onlyOn(source, action, plain2)] : []
  ];
}
function mayBeOpen(number, scopes, limits, patterns) {
  const any = { pattern: patterns.of("*"), extent: "all" };
  const denies = limits.denies.filter(({ clause }) => clause.actions.has(number) && clause.keys.length === 0);
  const caps = limits.boundary === "unread" ? null : limits.boundary?.filter((cap) => cap.actions.has(number)) ?? null;
  return scopes.some(
    (scope) => !denies.some(({ clause }) => extentOf(clause, any, scope.all, patterns) === "all") && (caps === null || capOf(caps, any, scope, patterns) !== "none")
  );
}

// src/duties/permissions/ability.ts
function abilityOf(identity, known, needed2, patterns) {
  const limits = limitsOf(identity);
  const allows = identity.sources.flatMap(
    ({ clauses, grant }, source) => clauses.list.filter(({ effect }) => effect === "Allow").map((clause) => ({ clause, source, granted: grant !== null }))
  );
  const supports = /* @__PURE__ */ new Map();
  for (const number of new Set(allows.flatMap(({ clause }) => [...clause.actions]))) {
    const found = weigh(allows, number, scopesOf(number, identity.account, needed2), limits, needed2, patterns);
    if (found.length > 0) supports.set(number, found);
  }
  const opened2 = /* @__PURE__ */ new Map();
  return {
    supports,
    ...assuming(allows, identity, known, limits, needed2, patterns),
    open: (number) => {
      if (identity.unread.length === 0) return false;
      const before = opened2.get(number);
      if (before !== void 0) return before;
      const open2 = mayBeOpen(number, scopesOf(number, identity.account, needed2), limits, patterns);
      opened2.set(number, open2);
      return open2;
    }
  };
}
function limitsOf({ sources, boundary }) {
  const denies = sources.flatMap(
    ({ clauses }, source) => clauses.list.filter(isDeny).map((clause) => ({ clause, source }))
  );
  if (boundary === null || boundary === "unread") return { denies, boundary };
  return {
    denies: [...denies, ...boundary.filter(isDeny).map((clause) => ({ clause, source: null }))],
    boundary: boundary.filter((clause) => !isDeny(clause))
  };
}
function isDeny({ effect }) {
  return effect === "Deny";
}
function scopesOf(number, account, { actions }) {
  const action = actions[number];
  const own = action?.formatsIn(account) ?? [];
  return action?.formats.map((all, index2) => ({ all, own: own[index2] ?? all })) ?? [];
}
function weigh(allows, number, scopes, limits, { actions }, patterns) {
  const action = actions[number];
  if (!action) return [];
  const bySource = /* @__PURE__ */ new Map();
  for (const allow of allows) {
    if (!allow.clause.actions.has(number)) continue;
    const answer = judge2(allow, action, number, scopes, limits, patterns);
    if (answer === null) continue;
    const before = bySource.get(allow.source);
    const sure = answer.length === 0 || before?.length === 0;
    bySource.set(allow.source, sure ? [] : [...before ?? [], ...answer]);
  }
  return [...bySource].map(([source, reasons]) => ({ source, reasons }));
}
function assuming(allows, { account }, known, limits, needed2, patterns) {
  const number = needed2.assumeRole;
  const about = allows.filter(({ clause }) => clause.actions.has(number));
  const scopes = scopesOf(number, account, needed2);
  const patterned = about.flatMap((allow) => {
    const resources = allow.clause.except ? allow.clause.resources : allow.clause.resources.filter(({ exact }) => !exact);
    const any = allow.clause.except || resources.length > 0;
    return any ? [{ ...allow, clause: { ...allow.clause, resources } }] : [];
  });
  const wide = weigh(patterned, number, scopes, limits, needed2, patterns).map(({ source, reasons }) => ({
    source,
    reasons: [...reasons, rolesUnknown]
  }));
  const named = about.flatMap(
    ({ clause }) => clause.except ? [] : clause.resources.filter(({ exact }) => exact)
  );
  const matching = patterned.length > 0 ? known.map(patterns.literal) : [];
  const targets = new Map([...named, ...matching].map((role) => [role.text, role]));
  const leaves = [...targets.values()].filter((role) => scopes.some(({ all }) => patterns.meets(role, all))).flatMap((role) => {
    const scope = patterns.literal(role.text);
    return weigh(about, number, [{ all: scope, own: scope }], limits, needed2, patterns).map((support) => ({
      ...support,
      role: role.text
    }));
  });
  return { wide, leaves };
}

// src/duties/permissions/glob.ts
var ANY2 = -1;
var ONE = -2;
var PART = -3;
var COLON = 58;
function readGlob(text, star = ANY2) {
  const tokens = [];
  for (const char of text) {
    if (char === "*") {
      if (tokens.at(-1) !== star) tokens.push(star);
    } else tokens.push(char === "?" ? ONE : char.codePointAt(0) ?? 0);
  }
  return tokens;
}
function readLiteral(text) {
  return Array.from(text, (char) => char.codePointAt(0) ?? 0);
}
function covers(wide, narrow2) {
  if (wide.length === 1 && wide[0] === ANY2) return true;
  let reach2 = new Uint8Array(wide.length + 1);
  reach2[0] = 1;
  pass(wide, reach2);
  for (const token of narrow2) {
    const next = new Uint8Array(wide.length + 1);
    let alive = false;
    for (let i = 0; i < wide.length; i++) {
      const own = wide[i];
      if (reach2[i] === 0 || own === void 0) continue;
      if (isRun(own)) {
        if (!absorbs(own, token)) continue;
        next[i] = 1;
      } else if (own === token || own === ONE && !isRun(token)) next[i + 1] = 1;
      else continue;
      alive = true;
    }
    if (!alive) return false;
    pass(wide, next);
    reach2 = next;
  }
  return reach2[wide.length] === 1;
}
function pass(pattern, reach2) {
  for (let i = 0; i < pattern.length; i++) if (reach2[i] === 1 && isRun(pattern[i])) reach2[i + 1] = 1;
}
function isRun(token) {
  return token === ANY2 || token === PART;
}
function absorbs(run, token) {
  return run === ANY2 || token !== ANY2 && token !== ONE && token !== COLON;
}
function meets(a, b) {
  let below2 = new Uint8Array(b.length + 1);
  for (let i = a.length; i >= 0; i--) {
    const row = new Uint8Array(b.length + 1);
    for (let j = b.length; j >= 0; j--) {
      const [left, right] = [a[i], b[j]];
      const down = left === void 0 ? 0 : below2[j];
      const along = right === void 0 ? 0 : row[j + 1];
      const both = left === void 0 || right === void 0 ? 0 : below2[j + 1];
      if (left === void 0 && right === void 0) row[j] = 1;
      else if (isRun(left) || isRun(right)) {
        if (down === 1 && (isRun(left) || takes(right, left))) row[j] = 1;
        if (along === 1 && (isRun(right) || takes(left, right))) row[j] = 1;
      } else if (same(left, right)) row[j] = both ?? 0;
    }
    below2 = row;
  }
  return below2[0] === 1;
}
function takes(run, token) {
  return run === ANY2 || run === PART && token !== COLON;
}
function differEarly(a, b) {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    if (isRun(a[i]) || isRun(b[i])) return false;
    if (!same(a[i], b[i])) return true;
  }
  return false;
}
function same(a, b) {
  return a !== void 0 && b !== void 0 && (a === b || a === ONE || b === ONE);
}

// src/duties/permissions/patterns.ts
var VARIABLE = /\$\{[^}]*\}/gu;
function makePatterns() {
  const written = /* @__PURE__ */ new Map();
  const formats = /* @__PURE__ */ new Map();
  const literals = /* @__PURE__ */ new Map();
  const [covered, met] = [new Array(), new Array()];
  let count = 0;
  const make = (text, tokens, strict, exact) => ({
    id: count++,
    text,
    tokens,
    strict,
    variable: text.includes("${"),
    exact
  });
  return {
    of: (text) => remembered(written, text, () => {
      const tokens = readGlob(text.replaceAll(VARIABLE, "*"));
      const strict = text.includes("${") ? tokens : readStrictly(text);
      return make(text, tokens, strict, !/[*?]|\$\{/u.test(text));
    }),
    format: (text) => remembered(formats, text, () => {
      const tokens = readStrictly(text) ?? readGlob(text);
      return make(text, tokens, tokens, false);
    }),
    literal: (text) => remembered(literals, text, () => {
      const tokens = readLiteral(text);
      return { ...make(text, tokens, tokens, true), variable: false };
    }),
    covers: (wide, narrow2) => {
      if (wide.variable) return false;
      if (wide.exact && narrow2.exact) return wide.text === narrow2.text;
      if (differEarly(wide.tokens, narrow2.tokens)) return false;
      return remembered(
        covered[wide.id] ??= /* @__PURE__ */ new Map(),
        narrow2.id,
        () => covers(wide.tokens, narrow2.tokens) && coversStrictly(wide.strict, narrow2.strict)
      );
    },
    meets: (a, b) => {
      if (a.exact && b.exact) return a.text === b.text;
      return !differEarly(a.tokens, b.tokens) && remembered(met[a.id] ??= /* @__PURE__ */ new Map(), b.id, () => meets(a.tokens, b.tokens));
    }
  };
}
function coversStrictly(wide, narrow2) {
  return narrow2 === null || wide !== null && covers(wide, narrow2);
}
function readStrictly(text) {
  if (/^\*+$/u.test(text)) return [ANY2];
  const parts = text.split(":");
  if (parts[0] !== "arn" || parts.length < 6) return null;
  return [...readGlob(`${parts.slice(0, 5).join(":")}:`, PART), ...readGlob(parts.slice(5).join(":"))];
}
function remembered(memory, key, make) {
  const known = memory.get(key);
  if (known !== void 0) return known;
  const made = make();
  memory.set(key, made);
  return made;
}

// src/duties/permissions/graph.ts
function makeWorld(roles, read, needed2, patterns) {
  const abilities = /* @__PURE__ */ new Map();
  const known = /* @__PURE__ */ new Map();
  return {
    read,
    abilityOf: (identity) => remembered(abilities, identity.key, () => abilityOf(identity, roles.known, needed2, patterns)),
    role: (arn) => {
      const before = known.get(arn);
      if (before !== void 0) return before;
      const role = roles.role(arn);
      const made = role && {
        identity: read({
          name: arn,
          sources: role.sources,
          boundary: role.boundary,
          unread: role.unread,
          assumes: role.assumes
        }),
        trusts: (principal) => role.trusts(principal)
      };
      known.set(arn, made);
      return made;
    }
  };
}
function graphOf(start, world) {
  const first = start.map(world.read).toSorted((a, b) => compare(a.name, b.name) || compare(textOf(a), textOf(b)));
  const names = new Set(first.map(({ name }) => name));
  const known = /* @__PURE__ */ new Map();
  const waysOf = (identity) => remembered(known, identity, () => ways(identity, world).filter(({ role }) => !names.has(role)));
  const roles = reached(first, world, waysOf);
  const grants = /* @__PURE__ */ new Map();
  const nodes = [...first, ...roles].map((identity) => ({
    identity,
    ability: world.abilityOf(identity),
    grants: identity.sources.map(
      ({ grant }) => grant === null ? -1 : remembered(grants, grant, () => grants.size)
    )
  }));
  const places = new Map(nodes.map(({ identity }, index2) => [identity.name, index2]));
  const edges = nodes.flatMap(
    (node, from) => waysOf(node.identity).map(({ role, source, reasons }) => ({
      from,
      to: places.get(role) ?? null,
      role,
      grant: node.grants[source] ?? -1,
      reasons
    }))
  );
  const into = nodes.map(() => new Array());
  for (const edge of edges) if (edge.to !== null) into[edge.to]?.push(edge);
  return { nodes, starts: first.length, edges, into, grants: [...grants.keys()] };
}
function reached(first, world, waysOf) {
  const found = /* @__PURE__ */ new Map();
  const open2 = [...first];
  for (let identity = open2.pop(); identity; identity = open2.pop()) {
    for (const { role } of waysOf(identity)) {
      const next = world.role(role);
      if (!next || found.has(role)) continue;
      found.set(role, next.identity);
      open2.push(next.identity);
    }
  }
  return [...found.values()].toSorted((a, b) => compare(a.name, b.name));
}
function ways(identity, world) {
  return world.abilityOf(identity).leaves.flatMap((leave) => {
    const role = world.role(leave.role);
    const trusts = role ? role.trusts(identity.name) : true;
    if (trusts === false) return [];
    return trusts === null ? [{ ...leave, reasons: [...leave.reasons, trustUnknown(leave.role)] }] : [leave];
  });
}
function textOf({ sources }) {
  return sources.map(({ clauses, grant }) => `${grant ?? ""} ${clauses.text}`).join("\n");
}

// src/duties/permissions/ascii-lower.ts
function asciiLower(text) {
  return text.replaceAll(/[A-Z]+/gu, (letters) => letters.toLowerCase());
}

// src/duties/permissions/clause.ts
function makeClauseReader(needed2, patterns) {
  const known = /* @__PURE__ */ new Map();
  return (statements) => {
    const read = statements.map((statement) => {
      const keys = keysOf(statement);
      const text = textOf2(statement, keys);
      return { text, clause: remembered(known, text, () => readClause(statement, keys, needed2, patterns)) };
    }).toSorted((a, b) => a.text < b.text ? -1 : a.text > b.text ? 1 : 0);
    return { text: read.map(({ text }) => text).join("\n"), list: read.map(({ clause }) => clause) };
  };
}
function textOf2({ effect, actions, notActions, resources, notResources }, { keys, keysBesideDates }) {
  return JSON.stringify([
    effect,
    actions?.toSorted() ?? null,
    actions ? [] : notActions.toSorted(),
    resources?.toSorted() ?? null,
    resources ? [] : notResources.toSorted(),
    keys,
    keysBesideDates
  ]);
}
function readClause({ effect, actions, notActions, resources, notResources }, keys, needed2, patterns) {
  const matched = new Set((actions ?? notActions).flatMap((pattern) => needed2.matched(pattern)));
  return {
    effect,
    actions: actions ? matched : new Set([...needed2.actions.keys()].filter((number) => !matched.has(number))),
    resources: [...new Set(resources ?? notResources)].toSorted().map(patterns.of),
    except: resources === null,
    ...keys
  };
}
function keysOf({ conditions }) {
  const [keys, keysBesideDates] = [new Array(), new Array()];
  for (const [operator, given] of Object.entries(conditions)) {
    const names = Object.keys(given);
    for (const key of names.length > 0 ? names : [operator]) {
      keys.push(key);
      if (names.length === 0 || !isDate(operator, key)) keysBesideDates.push(key);
    }
  }
  return { keys: unique(keys), keysBesideDates: unique(keysBesideDates) };
}
function isDate(operator, key) {
  return /^date(?:lessthan|greaterthanequals)$/u.test(asciiLower(operator)) && asciiLower(key) === "aws:currenttime";
}
function unique(keys) {
  return [...new Set(keys)].toSorted();
}

// src/duties/permissions/identity.ts
function makeReader(needed2, patterns) {
  const readClauses = makeClauseReader(needed2, patterns);
  const kept = /* @__PURE__ */ new WeakMap();
  const byText = /* @__PURE__ */ new Map();
  const read = (statements) => {
    const known = kept.get(statements);
    if (known) return known;
    const made = readClauses(statements);
    const shared = byText.get(made.text)?.clauses ?? made;
    if (shared === made) byText.set(made.text, { clauses: made, number: byText.size });
    kept.set(statements, shared);
    return shared;
  };
  const numberOf = ({ text }) => byText.get(text)?.number ?? -1;
  return (identity) => {
    const sources = sourcesOf(identity).map(({ grant, what, statements }) => ({
      grant,
      what: clean(what),
      clauses: read(statements)
    }));
    const cap = identity.boundary;
    const boundary = cap === null || cap === "unread" ? cap : read(cap);
    const state = boundary === null || boundary === "unread" ? boundary ?? "none" : numberOf(boundary);
    const sorted = sources.toSorted(bySubstance);
    const account = accountOf(identity.name);
    const held = sorted.map(({ grant, clauses }) => `${numberOf(clauses)}${grant === null ? "-" : "+"}`);
    return {
      name: identity.name,
      account,
      sources: sorted,
      boundary: boundary === null || boundary === "unread" ? boundary : boundary.list,
      unread: identity.unread,
      key: [account, state, identity.unread.length > 0 ? "unread" : "read", ...held].join(" ")
    };
  };
}
function sourcesOf({ sources, assumes }) {
  const more = assumes.filter(
    ({ role, grant }) => !sources.some((source) => source.grant === grant && saysSo(source.statements, role))
  );
  return [
    ...sources,
    ...more.map(({ role, grant }) => ({
      grant,
      what: `leave to assume ${role}`,
      statements: [assuming2(role)]
    }))
  ];
}
function saysSo(statements, role) {
  return statements.some(
    ({ effect, actions, resources }) => effect === "Allow" && actions?.some((action) => asciiLower(action) === "sts:assumerole") === true && resources?.includes(role) === true
  );
}
function assuming2(role) {
  return {
    effect: "Allow",
    actions: ["sts:AssumeRole"],
    notActions: [],
    resources: [role],
    notResources: [],
    conditions: {}
  };
}
function bySubstance(a, b) {
  return compare(a.clauses.text, b.clauses.text) || compare(a.grant ?? "", b.grant ?? "") || compare(a.what, b.what);
}
function accountOf(name) {
  const [, partition, account] = /^arn:(aws[a-z-]*):(?:iam|sts)::(\d{12}):/u.exec(name) ?? [];
  return partition === void 0 ? "" : `${partition}:${account ?? ""}`;
}

// src/duties/permissions/catalogue.ts
var opened = /* @__PURE__ */ new WeakMap();
function catalogueOf(data) {
  const known = opened.get(data);
  if (known) return known;
  const made = open(data);
  opened.set(data, made);
  return made;
}
function open(data) {
  const read = /* @__PURE__ */ new Map();
  const actionsOf = (service) => {
    const known = read.get(service);
    if (known) return known;
    const made = readService(service, data);
    read.set(service, made);
    return made;
  };
  const services = Object.keys(data.services);
  return {
    find: (action) => {
      const lower = asciiLower(action);
      return actionsOf(lower.slice(0, Math.max(0, lower.indexOf(":")))).get(lower) ?? null;
    },
    list: (wanted = () => true) => services.filter(wanted).flatMap((service) => [...actionsOf(service).values()]),
    services
  };
}
function readService(service, data) {
  const actions = /* @__PURE__ */ new Map();
  const text = Object.hasOwn(data.services, service) ? data.services[service] : void 0;
  for (const group of text?.split(";") ?? []) {
    const [numbers = "", names = ""] = group.split(":");
    const formats = numbers === "" ? [] : numbers.split(",").map((number) => formatOf(Number(number), data));
    for (const name of names.split(" ")) {
      actions.set(asciiLower(`${service}:${name}`), { name: `${service}:${name}`, formats });
    }
  }
  return actions;
}
function formatOf(number, data) {
  const format = data.formats[number];
  if (format === void 0) throw new Error(`the data of AWS's actions has no format ${number}`);
  return format;
}

// src/duties/permissions/needed.ts
var ASSUME_ROLE = "sts:AssumeRole";
function neededBy(sets, data, patterns) {
  const catalogue = catalogueOf(data);
  const [actions, texts, numbers] = [
    new Array(),
    new Array(),
    /* @__PURE__ */ new Map()
  ];
  const numberOf = (name) => remembered(numbers, asciiLower(name), () => {
    texts.push(readLiteral(asciiLower(name)));
    return actions.push(needed(name, catalogue, patterns)) - 1;
  });
  const assumeRole = numberOf(ASSUME_ROLE);
  const paths = sets.flatMap(
    ({ id: set, paths: all }) => all.map((path) => ({
      set,
      path,
      needs: path.actions.map((action) => [...new Set(expand(action, catalogue).map(numberOf))]),
      assumesOnly: path.actions.length === 1 && asciiLower(path.actions[0] ?? "") === asciiLower(ASSUME_ROLE)
    }))
  );
  const memory = /* @__PURE__ */ new Map();
  const matched = (pattern) => {
    const lower = asciiLower(pattern);
    if (!/[*?]/u.test(lower)) return [numbers.get(lower) ?? []].flat();
    return remembered(memory, lower, () => {
      const glob = readGlob(lower);
      return texts.flatMap((text, number) => covers(glob, text) ? [number] : []);
    });
  };
  return { actions, paths, assumeRole, matched };
}
function expand(action, catalogue) {
  if (!/[*?]/u.test(action)) return [action];
  const glob = readGlob(asciiLower(action));
  return catalogue.list((service) => mayBeOf(service, action)).filter(({ name }) => covers(glob, readLiteral(asciiLower(name)))).map(({ name }) => name);
}
function mayBeOf(service, action) {
  const before = asciiLower(action.slice(0, Math.max(0, action.indexOf(":"))));
  return /[*?]/u.test(before) || !action.includes(":") || before === service;
}
function needed(name, catalogue, patterns) {
  const facts = catalogue.find(name);
  if (!facts) return same2(name, [patterns.of("*")]);
  if (facts.formats.length === 0) return same2(facts.name, [patterns.literal("*")]);
  const inAccount = /* @__PURE__ */ new Map();
  const formats = facts.formats.map((format) => patterns.format(`arn:*:${format.replaceAll("$", "*")}`));
  return {
    name: facts.name,
    formats,
    formatsIn: (account) => {
      const [partition = "", number = ""] = account.split(":");
      if (number === "") return formats;
      return remembered(
        inAccount,
        account,
        () => facts.formats.map((format) => patterns.format(`arn:${partition}:${format.replaceAll("$", number)}`))
      );
    }
  };
}
function same2(name, formats) {
  return { name, formats, formatsIn: () => formats };
}

// src/duties/permissions/analyse.ts
function compileSets(sets, data) {
  const patterns = makePatterns();
  const needed2 = neededBy(sets, data, patterns);
  return { needed: needed2, patterns, read: makeReader(needed2, patterns) };
}
function makeAnalyser(roles, { needed: needed2, patterns, read }) {
  const world = makeWorld(roles, read, needed2, patterns);
  const memory = /* @__PURE__ */ new Map();
  return {
    analyse: (start) => {
      const graph = graphOf(start, world);
      return told(
        graph,
        remembered(memory, keyOf(graph), () => judgeAll(graph, needed2)),
        needed2
      );
    },
    distinct: () => memory.size
  };
}
function judgeAll(graph, { paths }) {
  const index2 = indexOf(graph);
  return {
    traces: paths.map((path) => find(index2, path)).filter((trace) => trace !== null),
    blanks: blanks(index2, paths)
  };
}
function keyOf({ nodes, starts, edges }) {
  const held = nodes.map(
    ({ identity, grants }, node) => [node < starts ? "" : identity.name, identity.key, grants.join(",")].join("|")
  );
  const ways2 = edges.map(
    ({ from, to, role, grant, reasons }) => `${from}>${to}=${role}:${grant}:${reasons.length}`
  );
  return JSON.stringify([starts, held, ways2]);
}
function told(graph, { traces, blanks: unknown }, needed2) {
  const people = graph.nodes.map(({ identity }) => ({
    identity: clean(identity.name),
    unread: identity.unread,
    source: (number) => identity.sources[number]?.what ?? ""
  }));
  return {
    found: traces.map((trace) => foundOf(trace, graph, people, needed2)),
    unknown: unknown.map((blank) => unknownOf(blank, graph, people))
  };
}
var MOST2 = 20;
var NOBODY = { identity: "", unread: [], source: () => "" };
function foundOf({ path: { set, path }, level, reasons, by, grants }, graph, people, { actions }) {
  const apart = level === "apart" ? [apartWords(by.map(({ node }) => people[node]?.identity ?? ""))] : [];
  const words = reasons.map(({ node, reason }) => reason(people[node] ?? NOBODY));
  return {
    set,
    path,
    certainty: level === "sure" ? "sure" : "unsure",
    reasons: some([.../* @__PURE__ */ new Set([...words, ...apart])].toSorted()),
    by: by.map(({ node, source, action }) => ({
      action: actions[action]?.name ?? "",
      source: people[node]?.source(source) ?? "",
      grant: pathOf(graph, graph.nodes[node]?.grants[source] ?? -1),
      identity: graph.nodes[node]?.identity.name ?? ""
    })),
    grants: pathsOf(graph, grants)
  };
}
function some(reasons) {
  return reasons.length > MOST2 ? [...reasons.slice(0, MOST2), `… and ${reasons.length - MOST2} reasons more`] : reasons;
}
function apartWords(identities) {
  return `its actions are allowed to different identities (${listed(identities)}), and some services ask whether the caller itself may do all of it`;
}
function unknownOf({ who, grants }, graph, people) {
  const paths = pathsOf(graph, grants);
  if (typeof who === "string") {
    return { identity: who, why: `the documents of ${clean(who)} aren't known`, grants: paths };
  }
  return {
    identity: graph.nodes[who]?.identity.name ?? "",
    why: documentsUnread(people[who] ?? NOBODY),
    grants: paths
  };
}
function pathOf({ grants }, number) {
  return grants[number] ?? null;
}
function pathsOf(graph, numbers) {
  return numbers.flatMap((number) => pathOf(graph, number) ?? []).toSorted();
}

// src/duties/permissions/sets/paths.ts
function pathsOf2(base, lines) {
  return lines.map(([id, source, actions, title]) => ({
    id,
    actions: actions.split(" "),
    title,
    source: `${base}${source}`
  }));
}

// src/duties/permissions/sets/data-exfiltration.ts
var DATA_EXFILTRATION = {
  id: "data-exfiltration",
  title: "Ways to bring data out of the account",
  paths: pathsOf2("https://", [
    [
      "snapshot-share",
      "attack.mitre.org/techniques/T1537/",
      "ec2:ModifySnapshotAttribute",
      "share a disk’s snapshot with another account"
    ],
    [
      "image-share",
      "attack.mitre.org/techniques/T1537/",
      "ec2:ModifyImageAttribute",
      "share a machine image with another account"
    ],
    [
      "database-snapshot-share",
      "attack.mitre.org/techniques/T1537/",
      "rds:ModifyDBSnapshotAttribute",
      "share a database’s snapshot with another account"
    ],
    [
      "cluster-snapshot-share",
      "attack.mitre.org/techniques/T1537/",
      "rds:ModifyDBClusterSnapshotAttribute",
      "share a database cluster’s snapshot with another account"
    ],
    [
      "warehouse-snapshot-share",
      "docs.aws.amazon.com/redshift/latest/mgmt/managing-snapshot-share-snapshot.html",
      "redshift:AuthorizeSnapshotAccess",
      "share a Redshift snapshot with another account"
    ],
    [
      "snapshot-read",
      "docs.aws.amazon.com/ebs/latest/userguide/ebs-accessing-snapshot.html",
      "ebs:ListSnapshotBlocks ebs:GetSnapshotBlock",
      "read a disk’s snapshot block by block"
    ],
    [
      "image-store",
      "docs.aws.amazon.com/AWSEC2/latest/UserGuide/ami-store-restore.html",
      "ec2:CreateStoreImageTask s3:PutObject",
      "copy a machine image into a bucket"
    ],
    ["bucket-open", "attack.mitre.org/techniques/T1530/", "s3:PutBucketPolicy", "let anybody read a bucket"],
    [
      "bucket-replicate",
      "docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html",
      "iam:PassRole s3:PutReplicationConfiguration",
      "have a bucket copied to another account"
    ],
    [
      "access-point-open",
      "docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html",
      "s3:CreateAccessPoint s3:PutAccessPointPolicy",
      "let another account read a bucket by an access point"
    ],
    [
      "database-export",
      "docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ExportSnapshot.html",
      "iam:PassRole rds:StartExportTask",
      "export a database’s snapshot into a bucket"
    ],
    [
      "table-export",
      "docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataExport_Requesting.html",
      "dynamodb:ExportTableToPointInTime s3:PutObject",
      "export a table into a bucket"
    ],
    [
      "secrets-read",
      "attack.mitre.org/techniques/T1555/006/",
      "secretsmanager:ListSecrets secretsmanager:GetSecretValue",
      "find secrets and read them"
    ],
    [
      "parameters-read",
      "attack.mitre.org/techniques/T1555/006/",
      "ssm:DescribeParameters ssm:GetParameters",
      "find parameters and read them"
    ],
    [
      "secret-share",
      "docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_examples_cross.html",
      "secretsmanager:PutResourcePolicy",
      "let another account read a secret"
    ],
    [
      "backup-vault-open",
      "docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault-access-policy.html",
      "backup:PutBackupVaultAccessPolicy",
      "let another account copy backups"
    ],
    [
      "image-repository-open",
      "docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html",
      "ecr:SetRepositoryPolicy",
      "let another account pull container images"
    ],
    [
      "resource-share",
      "docs.aws.amazon.com/ram/latest/userguide/getting-started-sharing.html",
      "ram:CreateResourceShare",
      "share resources with another account"
    ],
    [
      "traffic-mirror",
      "attack.mitre.org/techniques/T1020/001/",
      "ec2:CreateTrafficMirrorTarget ec2:CreateTrafficMirrorFilter ec2:CreateTrafficMirrorFilterRule ec2:CreateTrafficMirrorSession",
      "copy network traffic to a listener"
    ],
    [
      "data-sync",
      "docs.aws.amazon.com/datasync/latest/userguide/create-s3-location.html",
      "iam:PassRole datasync:CreateLocationS3 datasync:CreateTask datasync:StartTaskExecution",
      "have data copied to a bucket of another account"
    ],
    [
      "log-subscription",
      "docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CrossAccountSubscriptions.html",
      "logs:PutSubscriptionFilter",
      "stream logs to another account"
    ]
  ])
};

// src/duties/permissions/sets/key-takeover.ts
var KEY_TAKEOVER = {
  id: "key-takeover",
  title: "Ways to get hold of encryption keys, or to take them from others",
  paths: pathsOf2("https://docs.aws.amazon.com/", [
    [
      "key-policy",
      "kms/latest/developerguide/key-policy-modifying.html",
      "kms:PutKeyPolicy",
      "rewrite who may use and manage a key"
    ],
    [
      "key-grant",
      "kms/latest/developerguide/grants.html",
      "kms:CreateGrant",
      "give anybody the use of a key"
    ],
    [
      "key-delete",
      "kms/latest/developerguide/deleting-keys.html",
      "kms:ScheduleKeyDeletion",
      "have a key deleted"
    ],
    ["key-disable", "kms/latest/developerguide/enabling-keys.html", "kms:DisableKey", "switch off a key"],
    [
      "key-material-delete",
      "kms/latest/developerguide/importing-keys-delete-key-material.html",
      "kms:DeleteImportedKeyMaterial",
      "delete what an imported key is made of"
    ],
    [
      "key-material-own",
      "kms/latest/developerguide/importing-keys.html",
      "kms:CreateKey kms:GetParametersForImport kms:ImportKeyMaterial kms:UpdateAlias",
      "put a key that one also has elsewhere in another’s place"
    ],
    [
      "key-replicate",
      "kms/latest/developerguide/multi-region-keys-auth.html",
      "kms:ReplicateKey kms:CreateKey",
      "copy a key to another region under a policy of one’s own"
    ],
    [
      "key-swap",
      "kms/latest/developerguide/alias-manage.html",
      "kms:CreateKey kms:UpdateAlias",
      "put a key of one’s own in another’s place"
    ],
    [
      "key-store-disconnect",
      "kms/latest/developerguide/disconnect-keystore.html",
      "kms:DisconnectCustomKeyStore",
      "cut off a key store with all its keys"
    ],
    [
      "key-store-redirect",
      "kms/latest/developerguide/update-keystore.html",
      "kms:DisconnectCustomKeyStore kms:UpdateCustomKeyStore kms:ConnectCustomKeyStore",
      "point a key store elsewhere"
    ],
    [
      "certificate-export",
      "acm/latest/userguide/export-private.html",
      "acm:ExportCertificate",
      "export a certificate with its private key"
    ],
    [
      "payment-key-export",
      "payment-cryptography/latest/userguide/keys-export.html",
      "payment-cryptography:ExportKey",
      "export a payment key"
    ]
  ])
};

// src/duties/permissions/sets/log-tampering.ts
var LOG_TAMPERING = {
  id: "log-tampering",
  title: "Ways to switch off or destroy what is logged",
  paths: pathsOf2("https://", [
    ["trail-stop", "attack.mitre.org/techniques/T1562/008/", "cloudtrail:StopLogging", "stop a trail"],
    ["trail-delete", "attack.mitre.org/techniques/T1562/008/", "cloudtrail:DeleteTrail", "delete a trail"],
    [
      "trail-update",
      "attack.mitre.org/techniques/T1562/008/",
      "cloudtrail:UpdateTrail",
      "send a trail elsewhere, or cut it down"
    ],
    [
      "trail-selectors",
      "stratus-red-team.cloud/attack-techniques/AWS/aws.defense-evasion.cloudtrail-event-selectors/",
      "cloudtrail:PutEventSelectors",
      "leave events out of a trail"
    ],
    [
      "trail-bucket-expiry",
      "stratus-red-team.cloud/attack-techniques/AWS/aws.defense-evasion.cloudtrail-lifecycle-rule/",
      "s3:PutLifecycleConfiguration",
      "have a trail’s files deleted by a rule of their bucket"
    ],
    [
      "event-store-delete",
      "docs.aws.amazon.com/awscloudtrail/latest/userguide/query-event-data-store-delete.html",
      "cloudtrail:UpdateEventDataStore cloudtrail:DeleteEventDataStore",
      "unprotect and delete an event store"
    ],
    [
      "event-store-stop",
      "docs.aws.amazon.com/awscloudtrail/latest/userguide/query-eds-stop-ingestion.html",
      "cloudtrail:StopEventDataStoreIngestion",
      "stop an event store"
    ],
    [
      "log-group-delete",
      "docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DeleteLogGroup.html",
      "logs:DeleteLogGroup",
      "delete a group of logs"
    ],
    [
      "log-stream-delete",
      "docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DeleteLogStream.html",
      "logs:DeleteLogStream",
      "delete a stream of logs"
    ],
    [
      "log-retention",
      "docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html",
      "logs:PutRetentionPolicy",
      "have logs deleted after a day"
    ],
    [
      "flow-logs-delete",
      "attack.mitre.org/techniques/T1562/008/",
      "ec2:DeleteFlowLogs",
      "delete the logs of network traffic"
    ],
    [
      "dns-logs-delete",
      "stratus-red-team.cloud/attack-techniques/AWS/aws.defense-evasion.dns-delete-logs/",
      "route53resolver:DisassociateResolverQueryLogConfig route53resolver:DeleteResolverQueryLogConfig",
      "end the log of name look-ups"
    ],
    [
      "recorder-stop",
      "docs.aws.amazon.com/config/latest/APIReference/API_StopConfigurationRecorder.html",
      "config:StopConfigurationRecorder",
      "stop the recorder of configuration"
    ],
    [
      "recorder-delete",
      "docs.aws.amazon.com/config/latest/APIReference/API_DeleteConfigurationRecorder.html",
      "config:DeleteConfigurationRecorder",
      "delete the recorder of configuration"
    ],
    [
      "detector-delete",
      "attack.mitre.org/techniques/T1562/001/",
      "guardduty:DeleteDetector",
      "delete the detector of threats"
    ],
    [
      "detector-update",
      "attack.mitre.org/techniques/T1562/001/",
      "guardduty:UpdateDetector",
      "switch off the detector of threats"
    ],
    [
      "security-hub-disable",
      "attack.mitre.org/techniques/T1562/001/",
      "securityhub:DisableSecurityHub",
      "switch off Security Hub"
    ],
    [
      "bucket-logging",
      "docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketLogging.html",
      "s3:PutBucketLogging",
      "end the log of access to a bucket"
    ],
    [
      "alarms-delete",
      "docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DeleteAlarms.html",
      "cloudwatch:DeleteAlarms",
      "delete alarms"
    ],
    [
      "alarms-silence",
      "docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DisableAlarmActions.html",
      "cloudwatch:DisableAlarmActions",
      "silence alarms"
    ],
    [
      "firewall-logging",
      "docs.aws.amazon.com/waf/latest/APIReference/API_DeleteLoggingConfiguration.html",
      "wafv2:DeleteLoggingConfiguration",
      "end the log of a web firewall"
    ],
    [
      "organization-leave",
      "stratus-red-team.cloud/attack-techniques/AWS/aws.defense-evasion.organizations-leave/",
      "organizations:LeaveOrganization",
      "take the account out of its organisation and its trails"
    ]
  ])
};

// src/duties/permissions/sets/escalation-by-services.ts
var ESCALATION_BY_SERVICES = [
  [
    "app-runner-create",
    "apprunner-001",
    "iam:PassRole apprunner:CreateService",
    "start an App Runner service that runs as a passed role"
  ],
  [
    "app-runner-update",
    "apprunner-002",
    "apprunner:UpdateService",
    "make an App Runner service run other code as its role"
  ],
  [
    "code-interpreter-create",
    "bedrock-001",
    "iam:PassRole bedrock-agentcore:CreateCodeInterpreter bedrock-agentcore:StartCodeInterpreterSession bedrock-agentcore:InvokeCodeInterpreter",
    "run code as a passed role in a new code interpreter"
  ],
  [
    "code-interpreter-use",
    "bedrock-002",
    "bedrock-agentcore:StartCodeInterpreterSession bedrock-agentcore:InvokeCodeInterpreter",
    "run code as the role of a code interpreter"
  ],
  [
    "stack-create",
    "cloudformation-001",
    "iam:PassRole cloudformation:CreateStack",
    "let a new stack create anything as a passed role"
  ],
  [
    "stack-update",
    "cloudformation-002",
    "cloudformation:UpdateStack",
    "let a stack create anything as its role"
  ],
  [
    "stack-set-create",
    "cloudformation-003",
    "iam:PassRole cloudformation:CreateStackSet cloudformation:CreateStackInstances",
    "roll out anything with a new stack set as passed roles"
  ],
  [
    "stack-set-update",
    "cloudformation-004",
    "iam:PassRole cloudformation:UpdateStackSet",
    "roll out anything with a stack set as passed roles"
  ],
  [
    "change-set",
    "cloudformation-005",
    "cloudformation:CreateChangeSet cloudformation:ExecuteChangeSet",
    "change a stack by change sets as its role"
  ],
  [
    "build-project-create",
    "codebuild-001",
    "iam:PassRole codebuild:CreateProject codebuild:StartBuild",
    "build as a passed role in a new project"
  ],
  [
    "build-start",
    "codebuild-002",
    "codebuild:StartBuild",
    "build with other instructions as a project’s role"
  ],
  [
    "build-batch-start",
    "codebuild-003",
    "codebuild:StartBuildBatch",
    "build in batches with other instructions as a project’s role"
  ],
  [
    "build-project-create-batch",
    "codebuild-004",
    "iam:PassRole codebuild:CreateProject codebuild:StartBuildBatch",
    "build in batches as a passed role in a new project"
  ],
  [
    "data-pipeline",
    "datapipeline-001",
    "iam:PassRole datapipeline:CreatePipeline datapipeline:PutPipelineDefinition datapipeline:ActivatePipeline",
    "run commands as a passed role in a new data pipeline"
  ],
  [
    "instance-connect",
    "ec2instanceconnect-003",
    "ec2-instance-connect:SendSSHPublicKey",
    "log in to an instance by a key of one’s own and take its role"
  ],
  ["instance-run", "ec2-001", "iam:PassRole ec2:RunInstances", "start an instance that has a passed role"],
  [
    "instance-user-data",
    "ec2-002",
    "ec2:ModifyInstanceAttribute ec2:StopInstances ec2:StartInstances",
    "make an instance run other user data at its next start"
  ],
  [
    "instance-spot",
    "ec2-003",
    "iam:PassRole ec2:RequestSpotInstances",
    "start a spot instance that has a passed role"
  ],
  [
    "launch-template",
    "ec2-004",
    "ec2:CreateLaunchTemplateVersion ec2:ModifyLaunchTemplate",
    "make a launch template start other code as its role"
  ],
  [
    "container-cluster-service",
    "ecs-001",
    "iam:PassRole ecs:CreateCluster ecs:RegisterTaskDefinition ecs:CreateService",
    "run a container service as a passed role in a new cluster"
  ],
  [
    "container-cluster-task",
    "ecs-002",
    "iam:PassRole ecs:CreateCluster ecs:RegisterTaskDefinition ecs:RunTask",
    "run a container as a passed role in a new cluster"
  ],
  [
    "container-service",
    "ecs-003",
    "iam:PassRole ecs:RegisterTaskDefinition ecs:CreateService",
    "run a container service as a passed role"
  ],
  [
    "container-task",
    "ecs-004",
    "iam:PassRole ecs:RegisterTaskDefinition ecs:RunTask",
    "run a container as a passed role"
  ],
  [
    "container-task-start",
    "ecs-005",
    "iam:PassRole ecs:RegisterTaskDefinition ecs:StartTask",
    "start a container as a passed role on a chosen instance"
  ],
  [
    "glue-endpoint-create",
    "glue-001",
    "iam:PassRole glue:CreateDevEndpoint",
    "open a Glue development endpoint that has a passed role"
  ],
  [
    "glue-endpoint-update",
    "glue-002",
    "glue:UpdateDevEndpoint",
    "put a key of one’s own on a Glue development endpoint"
  ],
  [
    "glue-job-create-run",
    "glue-003",
    "iam:PassRole glue:CreateJob glue:StartJobRun",
    "run a new Glue job as a passed role"
  ],
  [
    "glue-job-create-trigger",
    "glue-004",
    "iam:PassRole glue:CreateJob glue:CreateTrigger",
    "have a new Glue job run as a passed role"
  ],
  [
    "glue-job-update-run",
    "glue-005",
    "iam:PassRole glue:UpdateJob glue:StartJobRun",
    "run a changed Glue job as a passed role"
  ],
  [
    "glue-job-update-trigger",
    "glue-006",
    "iam:PassRole glue:UpdateJob glue:CreateTrigger",
    "have a changed Glue job run as a passed role"
  ],
  [
    "function-create-invoke",
    "lambda-001",
    "iam:PassRole lambda:CreateFunction lambda:InvokeFunction",
    "run a new function as a passed role"
  ],
  [
    "function-create-event",
    "lambda-002",
    "iam:PassRole lambda:CreateFunction lambda:CreateEventSourceMapping",
    "have events run a new function as a passed role"
  ],
  ["function-code", "lambda-003", "lambda:UpdateFunctionCode", "make a function run other code as its role"],
  [
    "function-code-invoke",
    "lambda-004",
    "lambda:UpdateFunctionCode lambda:InvokeFunction",
    "make a function run other code as its role and invoke it"
  ],
  [
    "function-code-permission",
    "lambda-005",
    "lambda:UpdateFunctionCode lambda:AddPermission",
    "make a function run other code as its role and let oneself invoke it"
  ],
  [
    "function-create-permission",
    "lambda-006",
    "iam:PassRole lambda:CreateFunction lambda:AddPermission",
    "let oneself invoke a new function that has a passed role"
  ],
  [
    "notebook-create",
    "sagemaker-001",
    "iam:PassRole sagemaker:CreateNotebookInstance",
    "open a notebook that has a passed role"
  ],
  [
    "training-job",
    "sagemaker-002",
    "iam:PassRole sagemaker:CreateTrainingJob",
    "run a training job as a passed role"
  ],
  [
    "processing-job",
    "sagemaker-003",
    "iam:PassRole sagemaker:CreateProcessingJob",
    "run a processing job as a passed role"
  ],
  [
    "notebook-open",
    "sagemaker-004",
    "sagemaker:CreatePresignedNotebookInstanceUrl",
    "open a notebook and act as its role"
  ],
  [
    "notebook-lifecycle",
    "sagemaker-005",
    "sagemaker:CreateNotebookInstanceLifecycleConfig sagemaker:StopNotebookInstance sagemaker:UpdateNotebookInstance sagemaker:StartNotebookInstance",
    "make a notebook run other code as its role when it starts"
  ],
  ["instance-session", "ssm-001", "ssm:StartSession", "open a shell on an instance and take its role"],
  ["instance-command", "ssm-002", "ssm:SendCommand", "run commands on an instance as its role"]
];

// src/duties/permissions/sets/privilege-escalation.ts
var ESCALATION_SOURCE = {
  home: "https://pathfinding.cloud/paths/",
  repository: "https://github.com/DataDog/pathfinding.cloud",
  commit: "84dd65c97fc21dee54f4587be6dfd5b7b5fe320c",
  date: "2025-12-17",
  /** How many paths the list has at that commit. */
  count: 65
};
var PRIVILEGE_ESCALATION = {
  id: "privilege-escalation",
  title: "Ways to rights that one was not given",
  paths: pathsOf2(ESCALATION_SOURCE.home, [
    ...ESCALATION_BY_SERVICES,
    ["policy-version", "iam-001", "iam:CreatePolicyVersion", "rewrite a managed policy"],
    ["access-key", "iam-002", "iam:CreateAccessKey", "make an access key for another user"],
    [
      "access-key-replace",
      "iam-003",
      "iam:CreateAccessKey iam:DeleteAccessKey",
      "replace an access key of another user"
    ],
    ["login-create", "iam-004", "iam:CreateLoginProfile", "give another user a password"],
    ["role-policy-put", "iam-005", "iam:PutRolePolicy", "write a policy into a role"],
    ["login-update", "iam-006", "iam:UpdateLoginProfile", "change another user’s password"],
    ["user-policy-put", "iam-007", "iam:PutUserPolicy", "write a policy into a user"],
    ["user-policy-attach", "iam-008", "iam:AttachUserPolicy", "attach any policy to a user"],
    ["role-policy-attach", "iam-009", "iam:AttachRolePolicy", "attach any policy to a role"],
    ["group-policy-attach", "iam-010", "iam:AttachGroupPolicy", "attach any policy to a group"],
    ["group-policy-put", "iam-011", "iam:PutGroupPolicy", "write a policy into a group"],
    ["trust-update", "iam-012", "iam:UpdateAssumeRolePolicy", "make a role trust oneself"],
    ["group-join", "iam-013", "iam:AddUserToGroup", "join any group"],
    [
      "role-policy-attach-assume",
      "iam-014",
      "iam:AttachRolePolicy sts:AssumeRole",
      "attach any policy to a role and assume it"
    ],
    [
      "user-policy-attach-key",
      "iam-015",
      "iam:AttachUserPolicy iam:CreateAccessKey",
      "attach any policy to another user and make a key for them"
    ],
    [
      "policy-version-assume",
      "iam-016",
      "iam:CreatePolicyVersion sts:AssumeRole",
      "rewrite a role’s managed policy and assume the role"
    ],
    [
      "role-policy-put-assume",
      "iam-017",
      "iam:PutRolePolicy sts:AssumeRole",
      "write a policy into a role and assume it"
    ],
    [
      "user-policy-put-key",
      "iam-018",
      "iam:PutUserPolicy iam:CreateAccessKey",
      "write a policy into another user and make a key for them"
    ],
    [
      "role-policy-attach-trust",
      "iam-019",
      "iam:AttachRolePolicy iam:UpdateAssumeRolePolicy",
      "attach any policy to a role and make it trust oneself"
    ],
    [
      "policy-version-trust",
      "iam-020",
      "iam:CreatePolicyVersion iam:UpdateAssumeRolePolicy",
      "rewrite a role’s managed policy and make the role trust oneself"
    ],
    [
      "role-policy-put-trust",
      "iam-021",
      "iam:PutRolePolicy iam:UpdateAssumeRolePolicy",
      "write a policy into a role and make it trust oneself"
    ],
    ["role-assume", "sts-001", "sts:AssumeRole", "assume roles that nobody named"]
  ])
};

// src/duties/permissions/sets/index.ts
var BUILT_IN_SETS = [
  PRIVILEGE_ESCALATION,
  DATA_EXFILTRATION,
  LOG_TAMPERING,
  KEY_TAKEOVER
];

// src/duties/held-over.ts
function holdingsOver(all) {
  const edges = [...new Set(all.flatMap(({ from, until }) => [from, until]))].toSorted(compare);
  const stretches = [];
  for (const [index2, from] of edges.slice(0, -1).entries()) {
    const until = edges[index2 + 1] ?? Infinity;
    const held = all.filter((one) => one.from <= from && until <= one.until);
    if (held.length > 0) stretches.push(held);
  }
  return stretches.filter(
    (held, index2) => !stretches.some(
      (other, at) => at !== index2 && held.every((one) => other.includes(one)) && (other.length > held.length || at < index2)
    )
  );
}

// src/duties/permission-reach.ts
function standpoints(subject, group, holdings, { book, account }) {
  const held = holdings.carriers(subject, group).flatMap(
    ({ id, until }) => holdings.conferred(id).filter(
      ({ entitlement }) => entitlement.system === account.system && entitlement.data.target !== void 0
    ).map((conferred) => ({ ...conferred, until: Math.min(conferred.until, until), carrier: id }))
  );
  return holdingsOver(held).map((together2) => identitiesOf(together2, book, account));
}
function identitiesOf(held, book, account) {
  const byCarrier = /* @__PURE__ */ new Map();
  for (const one of held) append(byCarrier, one.carrier, one);
  return [...byCarrier].map(([carrier, list2]) => identityOf(carrier, list2, book, account));
}
function identityOf(carrier, held, book, { system, connected: { core, system: context }, documents }) {
  const accounts = (book.people.get(carrier) ?? book.workloads.get(carrier))?.data.accounts;
  const account = accounts && Object.hasOwn(accounts, system) ? accounts[system] : void 0;
  const valid = account !== void 0 && core.checkAccount(account, context).length === 0;
  const name = valid ? core.arnOf(account, context) : carrier;
  const known = documents && valid ? documents.principal(name) : null;
  const sources = (known?.sources ?? []).map((source) => ({ ...source, grant: null }));
  const assumes = [];
  const unread = [...known?.unread ?? []];
  for (const { grant, entitlement } of held) {
    const target = entitlement.data.target;
    const conferral = core.checkTarget(target, context).length === 0 ? core.confers(target) : null;
    if (!conferral) {
      unread.push(`what ${entitlement.name} allows`);
      continue;
    }
    sources.push({ grant: grant.path, what: entitlement.name, statements: conferral.statements });
    for (const role of conferral.assumes) assumes.push({ role, grant: grant.path });
    for (const group of conferral.groups) {
      const policies = documents?.group(group);
      if (!policies || policies.unread.length > 0) unread.push(`policies of group ${group}`);
      for (const source of policies?.sources ?? [])
        sources.push({ ...source, statements: source.statements.map(withForeignDates), grant: grant.path });
    }
  }
  return { name, sources, boundary: known?.boundary ?? null, unread, assumes };
}
function withForeignDates(statement) {
  const conditions = Object.entries(statement.conditions).map(([operator, keys]) => [
    operator,
    Object.fromEntries(
      Object.entries(keys).map(([key, values]) => [
        key.toLowerCase() === "aws:currenttime" ? `${key} of a foreign policy` : key,
        values
      ])
    )
  ]);
  return { ...statement, conditions: Object.fromEntries(conditions) };
}
function rolesOf({ documents }) {
  return {
    role: (arn) => {
      const known = documents?.principal(arn);
      return known ? roleOf(arn, known) : null;
    },
    known: documents?.roles ?? []
  };
}
function roleOf(arn, { sources, boundary, unread, trusts }) {
  return {
    name: arn,
    sources: sources.map((source) => ({ ...source, grant: null })),
    boundary,
    unread,
    assumes: [],
    trusts
  };
}

// src/duties/permission-findings.ts
var cache4 = /* @__PURE__ */ new WeakMap();
function permissionFindings(context) {
  let known = cache4.get(context);
  if (!known) cache4.set(context, known = judgeAll2(context));
  return known;
}
function permissionRules(book) {
  return [...book.rules.values()].flatMap((entry) => {
    const { data } = entry;
    return "permissions" in data ? [{ ...entry, data }] : [];
  });
}
function setsOf({ id, data }) {
  return data.permissions.flatMap((name) => {
    const own = data.sets && Object.hasOwn(data.sets, name) ? data.sets[name] : void 0;
    if (!own) return BUILT_IN_SETS.find((set) => set.id === name) ?? [];
    const paths = own.map((actions, index2) => ({
      id: `${name}-${index2 + 1}`,
      actions,
      title: actions.join(" and "),
      source: ""
    }));
    return { id: `${id}/${name}`, title: name, paths };
  });
}
function judgeAll2(context) {
  const { book, now, actions } = context;
  const rules = permissionRules(book);
  const told11 = /* @__PURE__ */ new Map();
  const unread = /* @__PURE__ */ new Map();
  if (actions === null || rules.length === 0) return { told: told11, unread };
  const sets = new Map(rules.flatMap(setsOf).map((set) => [set.id, set]));
  const compiled = compileSets([...sets.values()], actions);
  const accounts = accountsOf(context).map((account) => ({
    account,
    analyser: makeAnalyser(rolesOf(account), compiled)
  }));
  const holdings = new Holdings(book, now);
  const subjects = /* @__PURE__ */ new Set([...book.grantsOfSubject.keys(), ...book.people.keys(), ...book.workloads.keys()]);
  for (const rule of rules) {
    const names = new Set(setsOf(rule).map(({ id }) => id));
    const inScope = accounts.filter(({ account }) => rule.data.systems?.includes(account.system) ?? true);
    for (const subject of subjects) {
      const judged = judgeSubject(subject, rule, names, inScope, holdings, context);
      for (const [code, one] of tell2(judged, rule, subject, context)) append(told11, code, one);
      for (const one of judged.unknown) append(unread, rule.id, one);
    }
  }
  return { told: told11, unread };
}
function accountsOf({ book, connected, documents }) {
  return [...book.systems.keys()].flatMap((system) => {
    const found = connected(system);
    return found ? { system, connected: found, documents: documents?.get(system) ?? null } : [];
  });
}
function judgeSubject(subject, { data }, sets, accounts, holdings, { book }) {
  const ties = new Set(data.through ?? ALL_TIES);
  const through = new Set(ALL_TIES.flatMap((tie) => tie !== "self" && ties.has(tie) ? [tie] : []));
  const found = [];
  const unknown = [];
  for (const { account, analyser } of accounts) {
    const group = { self: ties.has("self"), through };
    for (const start of standpoints(subject, group, holdings, { book, account })) {
      const analysis = analyser.analyse(start);
      for (const one of analysis.found)
        if (sets.has(one.set)) found.push({ found: one, system: account.system });
      unknown.push(...analysis.unknown);
    }
  }
  return { found, unknown };
}
function tell2({ found }, rule, subject, context) {
  const sure = found.filter(({ found: { certainty } }) => certainty === "sure");
  const unsure = found.filter(
    ({ found: one }) => one.certainty === "unsure" && !sure.some(({ found: other }) => other.set === one.set && other.path.id === one.path.id)
  );
  const covering = exceptionFor(context.book, rule.id, subject);
  const excepted2 = covering !== null && covering.until > context.now ? covering : null;
  const told11 = [];
  if (sure.length > 0) {
    const one = problem2(sure, rule, subject, context, true);
    if (excepted2)
      told11.push([
        "duties-excepted",
        {
          ...one,
          message: `${one.message} The exception "${excepted2.entry.id}" allows it until ${writeInstant(excepted2.until)}. Control: ${excepted2.entry.data.control}`,
          fix: "Nothing to do while the exception stands."
        }
      ]);
    else told11.push([rule.data.severity === "warning" ? "permissions-warning" : "permissions-conflict", one]);
  }
  if (unsure.length > 0 && !excepted2)
    told11.push(["permissions-unsure", problem2(unsure, rule, subject, context, false)]);
  return told11;
}
function problem2(found, rule, subject, context, sure) {
  const grants = [...new Set(found.flatMap((one) => one.found.grants))].toSorted();
  const paths = [...new Map(found.map((one) => [one.found.path.id, one.found.path])).values()];
  const words = list(paths.map(({ id, actions }) => `${id} (${actions.join(", ")})`));
  const reasons = list([...new Set(found.flatMap((one) => one.found.reasons))].toSorted(), "; ");
  const sets = [...new Set(found.map((one) => one.found.set))].toSorted().join(", ");
  const brings = grants.filter((grant) => context.changed?.has(grant) === true);
  const own = brings.length > 0 ? ` This change brings ${list(brings)}.` : "";
  const may = sure ? "can do together" : "may be able to do together (this is unsure)";
  const why = sure ? "" : ` Unsure because ${reasons}.`;
  return {
    message: `"${subject}" ${may} what the rule "${rule.id}" forbids (${plain(rule.data.title)}; ${sets}): ${words}.${why}${own}`,
    fix: fixOf(found, grants),
    file: brings.toSorted().at(-1) ?? (context.changed?.has(rule.path) === true ? rule.path : grants.at(-1) ?? rule.path),
    pointer: [],
    related: relatedOf2(found, rule),
    extent: {
      ...extentOf2(found, rule, subject, context),
      key: `${sure ? "sure" : "unsure"} ${rule.id} ${subject}`,
      brought: own
    }
  };
}
function fixOf(found, grants) {
  const common = grants.find((grant) => found.every((one) => one.found.grants.includes(grant)));
  if (common !== void 0) return `Drop ${plain(common)}: no way is left without it.`;
  if (grants.length === 0)
    return "No grant of ours is needed for it: take away the policy that was attached by hand.";
  return `Drop one grant of each way: ${list(grants)}.`;
}
function relatedOf2(found, rule) {
  const byGrant2 = /* @__PURE__ */ new Map();
  for (const { found: one } of found) {
    for (const grant of one.grants) {
      const known = byGrant2.get(grant) ?? /* @__PURE__ */ new Set();
      byGrant2.set(grant, known.add(one.path.id));
    }
  }
  return [
    { file: rule.path, pointer: [], message: `the rule: ${plain(rule.data.title)}` },
    ...[...byGrant2].toSorted(([a], [b]) => a < b ? -1 : 1).slice(0, 50).map(([file, paths]) => ({
      file,
      pointer: [],
      message: `completes ${list([...paths].toSorted())}`
    }))
  ];
}
function extentOf2(found, rule, subject, { book }) {
  const grants = found.flatMap((one) => one.found.grants);
  const own = (book.people.get(subject) ?? book.workloads.get(subject))?.path;
  return {
    subject,
    parts: found.map(({ found: { set, path, grants: needed2 }, system }) => ({
      item: `${system} ${set}/${path.id}`,
      window: together(needed2, book)
    })),
    files: /* @__PURE__ */ new Set([rule.path, ...grants, ...own === void 0 ? [] : [own]])
  };
}
function together(grants, book) {
  const windows = grants.flatMap((path) => {
    const grant = book.grants.get(path);
    return grant ? effectiveWindow(book, grant).window ?? [] : [];
  });
  const from = Math.max(...windows.map((window) => window.from ?? -Infinity));
  return {
    from: Number.isFinite(from) ? from : null,
    until: Math.min(Infinity, ...windows.map(({ until }) => until))
  };
}

// src/duties/checks/duties-excepted.ts
var dutiesExcepted = {
  code: "duties-excepted",
  severity: "note",
  doc: "Somebody holds more than a rule allows, under an exception.",
  fix: "Nothing while the exception stands; the last approved of the grants ends with it.",
  run: (context) => [
    ...dutyFindings(context, "duties-excepted"),
    ...permissionFindings(context).told.get("duties-excepted") ?? []
  ]
};

// src/duties/checks/duties-exception-over.ts
var dutiesExceptionOver = {
  code: "duties-exception-over",
  severity: "warning",
  doc: "An exception has ended, and the grants that needed it are still in the files.",
  fix: "Remove the grant that ended with it, or ask for a new exception.",
  run: (context) => dutyFindings(context, "duties-exception-over")
};

// src/duties/checks/duties-warning.ts
var dutiesWarning = {
  code: "duties-warning",
  severity: "warning",
  doc: "Somebody holds more than a rule allows that only warns.",
  fix: "Drop one of the grants that the finding names, or move its dates.",
  run: (context) => dutyFindings(context, "duties-warning")
};

// src/duties/checks/exception-unneeded.ts
var exceptionUnneeded = {
  code: "exception-unneeded",
  severity: "warning",
  doc: "Nothing that its subject holds needs an exception.",
  fix: "Remove it: an exception that nobody needs waits for somebody to use it.",
  *run({ book, now, personExists, workloadExists }) {
    const live = [...book.exceptions.values()].filter(
      ({ data }) => (readInstant(data.expires, "end") ?? 0) > now
    );
    if (live.length === 0) return;
    const subjects = new Set(live.map(({ data }) => data.subject));
    const needed2 = new Set(
      conflicts({ book, now, subjects }).map(({ rule, subject }) => `${rule.id} ${subject}`)
    );
    for (const { id, data, path } of live) {
      const rule = book.rules.get(data.rule)?.data;
      if (!personExists(data.subject) && !workloadExists(data.subject)) continue;
      if (!rule || !("hold" in rule) || needed2.has(`${data.rule} ${data.subject}`)) continue;
      yield {
        message: `"${data.subject}" holds nothing for which the exception "${id}" is needed.`,
        fix: "Remove the file, or merge it together with the grant that needs it.",
        file: path,
        pointer: ["subject"]
      };
    }
  }
};

// src/duties/checks/permissions-conflict.ts
var permissionsConflict = {
  code: "permissions-conflict",
  severity: "error",
  doc: "What somebody is granted allows actions that a rule forbids together.",
  fix: "Drop one of the grants that the finding names, or have an exception with a control approved.",
  run: (context) => permissionFindings(context).told.get("permissions-conflict") ?? []
};

// src/duties/checks/permissions-unsure.ts
var permissionsUnsure = {
  code: "permissions-unsure",
  severity: "warning",
  doc: "What somebody is granted may allow actions that a rule forbids together; the finding says why it is unsure.",
  fix: "Look at what the finding names: narrow it until it is sure, or drop a grant.",
  run: (context) => permissionFindings(context).told.get("permissions-unsure") ?? []
};

// src/duties/checks/permissions-warning.ts
var permissionsWarning = {
  code: "permissions-warning",
  severity: "warning",
  doc: "What somebody is granted allows actions together against which a rule warns.",
  fix: "Drop one of the grants that the finding names.",
  run: (context) => permissionFindings(context).told.get("permissions-warning") ?? []
};

// src/findings/entitlement-names.ts
var cache5 = /* @__PURE__ */ new WeakMap();
function entitlementNames(tree) {
  const known = cache5.get(tree);
  if (known) return known;
  const found = /* @__PURE__ */ new Set();
  for (const path of tree.entries.keys()) {
    const identity = path.endsWith("/entitlement.yaml") ? identify(path) : null;
    if (identity?.kind === "entitlement") found.add(entitlementName(identity.system, identity.id));
  }
  cache5.set(tree, found);
  return found;
}
function knowsAllEntitlements({ entitlements, tree }) {
  return entitlements.size === entitlementNames(tree).size;
}

// src/duties/checks/rule-hold-unknown.ts
var ruleHoldUnknown = {
  code: "rule-hold-unknown",
  severity: "error",
  doc: "A rule names an entitlement or duty that doesn’t exist, or a glob that matches nothing.",
  fix: "Correct the name, or remove it: a rule about nothing protects nothing.",
  *run(context) {
    for (const { data, path } of context.book.rules.values()) {
      if (!("hold" in data)) continue;
      for (const [index2, pattern] of data.hold.entries()) {
        if (isKnown(pattern, data.systems, context)) continue;
        const scope = data.systems ? ` in ${data.systems.map((system) => `"${system}"`).join(", ")}` : "";
        yield {
          message: `${nothing(pattern)}${scope}.`,
          fix: "Correct it, or remove it from the rule.",
          file: path,
          pointer: ["hold", index2]
        };
      }
    }
  }
};
function nothing(pattern) {
  if (isGlob(pattern)) return `"${pattern}" matches nothing`;
  return pattern.startsWith(DUTY) ? `No entitlement has the duty "${pattern.slice(DUTY.length)}"` : `There is no entitlement "${pattern}"`;
}
function isKnown(pattern, systems, { book }) {
  const inScope = (name) => systems?.includes(name.split("/")[0] ?? "") ?? true;
  if (pattern.startsWith(DUTY)) {
    if (!knowsAllEntitlements(book)) return true;
    return [...book.entitlements.values()].some(
      (entry) => inScope(entry.name) && itemsOfPattern(pattern, entry).length > 0
    );
  }
  for (const name of entitlementNames(book.tree)) if (inScope(name) && matchesGlob(pattern, name)) return true;
  return false;
}

// src/duties/checks/rule-never-broken.ts
var ruleNeverBroken = {
  code: "rule-never-broken",
  severity: "error",
  doc: "A rule allows as much as there is: it can’t be broken.",
  fix: "Lower `atMost` below the number of different things that the rule names.",
  *run({ book }) {
    if (!knowsAllEntitlements(book)) return;
    const entries = [...book.entitlements.values()];
    for (const { data, path } of book.rules.values()) {
      if (!("hold" in data)) continue;
      const items = /* @__PURE__ */ new Set();
      for (const entry of entries) {
        for (const item of itemsOf(data, entry)) items.add(item);
        if (items.size > data.atMost) break;
      }
      if (items.size === 0 || items.size > data.atMost) continue;
      const count = items.size === 1 ? "is only 1 of them" : `are only ${items.size} of them`;
      yield {
        message: `It allows ${data.atMost} at a time, and there ${count}.`,
        fix: `Lower "atMost" below ${items.size}, or name more.`,
        file: path,
        pointer: ["atMost"]
      };
    }
  }
};

// src/duties/permissions/check-action-set.ts
function checkActionSet(paths, data) {
  const catalogue = catalogueOf(data);
  return paths.flatMap(({ actions }, path) => {
    if (actions.length === 0) return [{ path, action: null, ...EMPTY }];
    return actions.flatMap((text, action) => {
      const problem3 = problemOf(text, catalogue);
      return problem3 ? [{ path, action, ...problem3 }] : [];
    });
  });
}
var EMPTY = {
  message: "A path without actions can’t be held.",
  fix: "Name the actions that are toxic together, or remove the path."
};
function problemOf(text, catalogue) {
  const shown = `"${clean(text)}"`;
  if (/[*?]/u.test(text)) {
    return expand(text, catalogue).length > 0 ? null : {
      message: `${shown} matches no action of AWS.`,
      fix: "Correct it, or name the actions one by one."
    };
  }
  if (catalogue.find(text)) return null;
  const near = nearestTo(text, catalogue);
  return {
    message: `AWS has no action ${shown}.`,
    fix: near === null ? 'Write it as "service:Action", as in AWS’s policies.' : `Did you mean "${near}"?`
  };
}
function nearestTo(text, catalogue) {
  const colon = text.indexOf(":");
  if (colon < 0) return null;
  const given = asciiLower(text.slice(0, colon));
  const service = catalogue.services.includes(given) ? given : nearest(given, catalogue.services);
  if (service === null) return null;
  const names = catalogue.list((each) => each === service).map(({ name }) => name);
  return nearest(`${service}${text.slice(colon)}`, names);
}

// src/duties/checks/rule-set-invalid.ts
var ruleSetInvalid = {
  code: "rule-set-invalid",
  severity: "error",
  doc: "A rule names an action set that doesn’t exist, or writes one that nothing can match.",
  fix: "Name a built-in set or one under `sets`, and write actions as AWS does.",
  *run({ book, actions }) {
    for (const { data, path } of permissionRules(book)) {
      const own = Object.entries(data.sets ?? {});
      const names = [...BUILT_IN_SETS.map(({ id }) => id), ...own.map(([id]) => id)];
      for (const [index2, name] of data.permissions.entries()) {
        if (names.includes(name)) continue;
        const near = nearest(name, names);
        yield {
          message: `There is no action set "${name}".`,
          fix: near === null ? `There are: ${names.join(", ")}.` : `Did you mean "${near}"?`,
          file: path,
          pointer: ["permissions", index2]
        };
      }
      for (const [id, paths] of own) {
        if (BUILT_IN_SETS.some((set) => set.id === id))
          yield {
            message: `"${id}" is a built-in set and can’t be written anew.`,
            fix: "Give it another name.",
            file: path,
            pointer: ["sets", id],
            atKey: true
          };
        if (actions === null) continue;
        const problems = checkActionSet(
          paths.map((needed2) => ({ actions: needed2 })),
          actions
        );
        for (const { path: way, action, message, fix } of problems)
          yield { message, fix, file: path, pointer: ["sets", id, way, ...action === null ? [] : [action]] };
      }
    }
  }
};

// src/findings/accounts.ts
function accountsOf2(context, holder) {
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
  if (judged === void 0) known.set(system, judged = judge3(context, holder, system));
  return judged;
}
function judge3(context, holder, system) {
  const { accounts } = holder.data;
  const connection = accounts && Object.hasOwn(accounts, system) ? context.connected(system) : null;
  if (!accounts || !connection) return null;
  const value = accounts[system];
  const problems = connection.core.checkAccount(value, connection.system);
  if (problems.length > 0) return { account: null, problems };
  const { core } = connection;
  const [principal, unique2] = [core.principalOf(value), core.uniqueNameOf(value)];
  return { account: { system, value, principal, unique: unique2 }, problems: [] };
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
      for (const account of accountsOf2(context, holder)) {
        const key = `${account.system} ${account.unique}`;
        const others = holders.get(key);
        if (others) others.push({ holder, account });
        else holders.set(key, [{ holder, account }]);
      }
    }
    for (const all of holders.values()) {
      if (all.length > 1) yield* told2(all.toSorted((a, b) => a.holder.path < b.holder.path ? -1 : 1));
    }
  }
};
function* told2([first, ...others]) {
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
    yield* judge4(ours, SETTINGS_PATH, ["governance"], settings.governance);
    yield* judge4(ours, SETTINGS_PATH, ["security"], settings.security);
    for (const { data, path } of book.entitlements.values()) {
      for (const [index2, one] of data.approvers.entries()) {
        if (typeof one === "string") yield* judge4(ours, path, ["approvers", index2], one);
        else
          for (const [inner, each] of one.entries())
            yield* judge4(ours, path, ["approvers", index2, inner], each);
      }
      for (const [index2, one] of (data.emergency?.approvers ?? []).entries()) {
        yield* judge4(ours, path, ["emergency", "approvers", index2], one);
      }
    }
  }
};
function* judge4(ours, file, pointer, approver) {
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
      for (const [index2, include] of includesOf(entry).entries()) {
        const included = resolveEntitlement(book, include);
        if (!included?.all.some((member) => member.name === name)) continue;
        yield {
          message: include === name ? `"${name}" includes itself.` : `"${name}" includes "${include}", which in the end includes "${name}".`,
          fix: "Remove one of the includes on the way round.",
          file: path,
          pointer: ["includes", index2]
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
      if (expires === null) yield told3(path, ["expires"]);
      if (hasStarts && starts === null) yield told3(path, ["starts"]);
    }
    for (const { path, data } of book.people.values()) yield* judge5(path, ["ends"], data.ends);
    for (const { path, data } of book.workloads.values()) yield* judge5(path, ["expires"], data.expires);
    for (const { path, data } of book.exceptions.values()) yield* judge5(path, ["expires"], data.expires);
    for (const { path, data } of book.suspensions.values()) yield* judge5(path, ["until"], data.until);
    for (const { path, data } of book.outOfBand.values()) {
      yield* judge5(path, ["expires"], data.expires);
      for (const [index2, item] of data.items.entries()) {
        yield* judge5(path, ["items", index2, "firstSeen"], item.firstSeen);
        yield* judge5(path, ["items", index2, "lastUsed"], item.lastUsed ?? void 0);
      }
    }
  }
};
function* judge5(file, pointer, text) {
  if (text !== void 0 && readInstant(text, "end") === null) yield told3(file, pointer);
}
function told3(file, pointer) {
  return {
    message: `This is no real date: the day, hour or offset doesn't exist, or the year is not between ${FIRST_YEAR} and ${LAST_YEAR}.`,
    fix: "Write a real date such as 2026-12-14, or 2026-12-14T18:00:00Z.",
    file,
    pointer
  };
}

// src/findings/emergencies.ts
function startInName(start) {
  const [, year, month, day, hour, minute] = /^(....)(..)(..)T(..)(..)Z$/u.exec(start) ?? [];
  return readInstant(`${year}-${month}-${day}T${hour}:${minute}:00Z`, "start");
}
function nameOfStart(at) {
  const iso = new Date(at).toISOString();
  return `${iso.slice(0, 16).replaceAll(/[-:]/gu, "")}Z`;
}
function reviewPath({ name, subject, from }) {
  return `grants/retrospectives/${name}/${subject}.${nameOfStart(from)}.yaml`;
}
function covers2({ from, until }, start) {
  const at = startInName(start);
  return at !== null && Math.floor(from / MINUTE) * MINUTE <= at && at <= until;
}
function reviewsOf(book, { system, entitlement, subject }) {
  return [...book.retrospectives.values()].filter(
    (one) => one.system === system && one.entitlement === entitlement && one.subject === subject
  );
}
function unreviewed(emergencies, reviewWithin, now) {
  const within2 = readDuration(reviewWithin);
  if (within2 === null) return [];
  return emergencies.flatMap(
    (emergency) => emergency.review === null && emergency.until <= now ? [{ emergency, due: emergency.until + within2 }] : []
  );
}

// src/findings/checks/emergency-blocked.ts
var emergencyBlocked = {
  code: "emergency-blocked",
  severity: "error",
  doc: "A break-glass grant for somebody whose last one is overdue for review.",
  fix: "Have the retrospective of the earlier emergency merged first.",
  *run({ book, now, isAdded, emergencies }) {
    const added = [...book.grants.values()].filter(
      ({ kind, expires, path }) => kind === "emergency" && (expires ?? 0) > now && isAdded(path)
    );
    if (added.length === 0) return;
    const within2 = book.settings?.data.emergency.reviewWithin ?? "";
    const overdue = unreviewed(emergencies(), within2, now).filter(({ due }) => due <= now);
    for (const { subject, path } of added) {
      const earlier = overdue.find(({ emergency }) => emergency.subject === subject);
      if (!earlier) continue;
      const file = earlier.emergency.uses.at(-1)?.path ?? "";
      const stands = book.grants.has(file);
      yield {
        message: `"${subject}" gets no further emergency grant: the review of ${file} was due at ${writeInstant(earlier.due)}.`,
        fix: `Have its retrospective merged first: ${reviewPath(earlier.emergency)}.`,
        file: path,
        pointer: [],
        related: stands ? [{ file, pointer: ["expires"], message: "the emergency without a review" }] : []
      };
    }
  }
};

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

// src/findings/checks/emergency-renewals.ts
var emergencyRenewals = {
  code: "emergency-renewals",
  severity: "error",
  doc: "A break-glass grant is renewed more often than the settings allow before its review.",
  fix: "Have the retrospective of what was held before merged first, or request it in the ordinary way.",
  *run({ book, now, isAdded, emergencies }) {
    const renewals = book.settings?.data.emergency.renewals;
    if (renewals === void 0) return;
    const asking = [...book.grants.values()].filter(
      ({ kind, expires }) => kind === "emergency" && (expires ?? 0) > now
    );
    if (!asking.some(({ path }) => isAdded(path))) return;
    const open2 = emergencies().filter(({ review }) => review === null);
    const fresh = asking.filter((grant) => isFresh(grant, open2, now));
    for (const grant of fresh) {
      if (!isAdded(grant.path)) continue;
      const own = open2.filter((one) => isOf(one, grant));
      const before = own.reduce((sum, { uses }) => sum + uses.length, 0);
      const others = fresh.filter((one) => one.name === grant.name && one.subject === grant.subject).length;
      if (before + others <= renewals + 1) continue;
      yield { ...told4(grant, before + others - 1, renewals, own[0]), related: relatedTo(book, grant, own) };
    }
  }
};
function isOf(one, { name, subject }) {
  return one.name === name && one.subject === subject;
}
function isFresh(grant, open2, now) {
  const given = open2.filter((one) => isOf(one, grant)).flatMap(({ uses }) => uses);
  return !given.some(({ path, until }) => path === grant.path && until > now && (grant.expires ?? 0) <= until);
}
function told4(grant, before, renewals, first) {
  const often = `${before} ${before === 1 ? "time" : "times"}`;
  const may = renewals === 0 ? "may not be renewed" : `may be renewed ${renewals === 1 ? "once" : `${renewals} times`}`;
  const review = first ? `: ${reviewPath(first)}` : "";
  return {
    message: `"${grant.subject}" has had "${grant.name}" by emergency ${often} since the last review, and it ${may} until it is reviewed.`,
    fix: `Have the review of what was held merged first${review}. Or request it in the ordinary way.`,
    file: grant.path,
    pointer: []
  };
}
function relatedTo(book, grant, own) {
  const files = [...new Set(own.flatMap(({ uses }) => uses.map(({ path }) => path)))];
  return files.filter((file) => file !== grant.path && book.grants.has(file)).map((file) => ({ file, pointer: ["expires"], message: "held before, and not reviewed" }));
}

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
      if (!entitlementExists(name)) for (const { path } of grants) yield told5(name, path);
    }
    for (const { system, entitlement, path } of book.retrospectives.values()) {
      const name = entitlementName(system, entitlement);
      if (!entitlementExists(name)) yield told5(name, path);
    }
  }
};
function told5(name, file) {
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
      for (const [index2, name] of includesOf(entry).entries()) {
        if (entitlementExists(name)) continue;
        yield {
          message: `There is no entitlement "${name}" to include.`,
          fix: `Add ${entitlementPath(name)} or correct the name.`,
          file: path,
          pointer: ["includes", index2]
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
      yield* told6(context, entry, "owner", entry.data.owner);
      yield* told6(context, entry, "backup", entry.data.backup);
    }
    for (const entry of [...book.systems.values(), ...book.entitlements.values()]) {
      yield* told6(context, entry, "owner", entry.data.owner);
    }
  }
};
function* told6(context, { path }, field, id) {
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
      yield* told7(entry, "owner", entry.data.owner, personExists);
      yield* told7(entry, "backup", entry.data.backup, personExists);
    }
    for (const entry of [
      ...book.systems.values(),
      ...book.entitlements.values(),
      ...book.outOfBand.values()
    ]) {
      yield* told7(entry, "owner", entry.data.owner, personExists);
    }
  }
};
function* told7({ path }, field, id, personExists) {
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
      yield* judge6(context, system, account.principal, pieces);
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
      const list2 = shares.get(system);
      if (list2) list2.push({ grant, resolved, window, model });
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
    let fits2 = this.#fits.get(key);
    if (fits2 === void 0) {
      const pieces = shares.flatMap((share) => this.#piecesOf(account, kind, share));
      fits2 = judge6(this.#context, system, principal, pieces).length === 0;
      this.#fits.set(key, fits2);
    }
    return fits2;
  }
  #piecesOf(account, kind, share) {
    const key = `${account.system} ${kind} ${share.model}`;
    let pieces = this.#pieces.get(key);
    if (!pieces) this.#pieces.set(key, pieces = compile(this.#context, share, account));
    return pieces;
  }
};
function judge6({ connected }, system, principal, pieces) {
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
    for (const { reason, path } of book.grants.values()) if (!hasSubstance(reason)) yield told8(path);
    for (const { data, path } of book.exceptions.values()) if (!hasSubstance(data.reason)) yield told8(path);
  }
};
function told8(file) {
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

// src/findings/checks/retrospective-missing.ts
var retrospectiveMissing = {
  code: "retrospective-missing",
  severity: "warning",
  doc: "An emergency has ended and nobody has reviewed it yet.",
  fix: "Write its retrospective: the nightly opens a pull request for it.",
  *run({ book, now, emergencies }) {
    const within2 = book.settings?.data.emergency.reviewWithin ?? "";
    for (const { emergency, due } of unreviewed(emergencies(), within2, now)) {
      const { name, subject, uses } = emergency;
      const when = due <= now ? `was due at ${writeInstant(due)}` : `is due by ${writeInstant(due)}`;
      const fix = `Add ${reviewPath(emergency)}.`;
      const file = uses.at(-1)?.path ?? "";
      if (book.grants.has(file)) {
        yield { message: `The review of this emergency ${when}.`, fix, file, pointer: ["expires"] };
        continue;
      }
      const message = `The review of the emergency of "${subject}", whose file is gone, ${when}.`;
      const place = entitlementPath(name);
      yield { message, fix, file: book.entitlements.has(name) ? place : SETTINGS_PATH, pointer: [] };
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
      if (startInName(start) !== null) continue;
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
      if (isUnknown(context, subject)) for (const { path } of grants) yield told9(subject, path, "file name");
    }
    for (const { id, path } of book.suspensions.values()) {
      if (isUnknown(context, id)) yield told9(id, path, "file name");
    }
    for (const { subject, path } of book.retrospectives.values()) {
      if (isUnknown(context, subject)) yield told9(subject, path, "file name");
    }
    for (const { data, path } of book.exceptions.values()) {
      if (isUnknown(context, data.subject)) yield { ...told9(data.subject, path, "id"), pointer: ["subject"] };
    }
  }
};
function isUnknown(context, id) {
  const { people, workloads } = context.book;
  return !people.has(id) && !workloads.has(id) && !context.personExists(id) && !context.workloadExists(id);
}
function told9(id, file, what) {
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
      if (!systemExists(system)) yield told10(system, path, []);
    for (const { system, path } of book.outOfBand.values())
      if (!systemExists(system)) yield told10(system, path, []);
    for (const { data, path } of [...book.people.values(), ...book.workloads.values()]) {
      for (const system of Object.keys(data.accounts ?? {})) {
        if (!systemExists(system)) yield { ...told10(system, path, ["accounts", system]), atKey: true };
      }
    }
    for (const { data, path } of book.rules.values()) {
      for (const [index2, system] of (data.systems ?? []).entries()) {
        if (!systemExists(system)) yield told10(system, path, ["systems", index2]);
      }
    }
  }
};
function told10(system, file, pointer) {
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
  let open2;
  for (const next of sorted) {
    if (open2 && next.from - open2.until < bridge) open2.until = Math.max(open2.until, next.until);
    else {
      if (open2) total += open2.until - open2.from;
      open2 = { from: next.from, until: next.until };
    }
  }
  return open2 ? total + open2.until - open2.from : total;
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
      for (const [index2, id] of (data.canRun ?? []).entries()) {
        if (workloadExists(id)) continue;
        yield {
          message: `There is no workload "${id}" in "workloads/".`,
          fix: "Correct the id, or remove the line.",
          file: path,
          pointer: ["canRun", index2]
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
  // Separation of duties.
  ruleHoldUnknown,
  ruleNeverBroken,
  canRunCycle,
  dutiesConflict,
  dutiesWarning,
  dutiesEmergency,
  dutiesExcepted,
  dutiesExceptionOver,
  exceptionUnneeded,
  ruleSetInvalid,
  permissionsConflict,
  permissionsWarning,
  permissionsUnsure,
  // Access found outside, and reviews of emergencies.
  tolerationIncomplete,
  tolerationTooLong,
  outOfBandMoved,
  retrospectiveStart,
  retrospectiveMissing,
  emergencyBlocked,
  emergencyRenewals
];

export {
  endsByException,
  list,
  permissionFindings,
  permissionRules,
  reviewPath,
  covers2 as covers,
  reviewsOf,
  unreviewed,
  lastDay,
  CHECKS
};
