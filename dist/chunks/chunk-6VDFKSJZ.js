import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  actsAs,
  compare,
  resolveEntitlement,
  withActors
} from "./chunk-U42XUNFW.js";
import {
  append
} from "./chunk-B3S4NB5D.js";
import {
  readDuration
} from "./chunk-7FEDJEB3.js";
import {
  readInstant
} from "./chunk-I4WDIHKY.js";

// src/book/effective.ts
function subjectOf(book, id) {
  const person = book.people.get(id);
  if (person) return { kind: "person", entry: person };
  const workload = book.workloads.get(id);
  return workload ? { kind: "workload", entry: workload } : null;
}
function effectiveWindow(book, grant) {
  const other = subjectEnd(book, grant.subject);
  const own = grant.expires ?? Infinity;
  const [until, end] = other.at < own ? [other.at, other.end] : [own, "expires"];
  const why = grant.expires === null ? NO_END : grant.hasStarts && grant.starts === null ? NO_START : other.unknown;
  if (why !== null) return { window: null, end: null, why, certain: until === Infinity ? null : until };
  return { window: { from: grant.starts, until }, end, why: null, certain: null };
}
var NO_END = 'its "expires" is not a real date';
var NO_START = 'its "starts" is not a real date';
var cache = /* @__PURE__ */ new WeakMap();
function subjectEnd(book, id) {
  let known = cache.get(book);
  if (!known) cache.set(book, known = /* @__PURE__ */ new Map());
  let end = known.get(id);
  if (!end) known.set(id, end = earliest(endsOf(book, id)));
  return end;
}
function earliest(ends) {
  let first = { at: Infinity, end: "expires", unknown: null };
  for (const { at, end, why } of ends) {
    if (at === null) first = { ...first, unknown: first.unknown ?? why };
    else if (at < first.at) first = { ...first, at, end };
  }
  return first;
}
function endsOf(book, id) {
  const subject = subjectOf(book, id);
  if (!subject) return [{ at: null, end: "person-ends", why: `"${id}" has no valid file` }];
  return subject.kind === "person" ? personEnds(subject.entry) : workloadEnds(book, subject.entry);
}
function personEnd(person) {
  return person.data.ends === void 0 ? Infinity : readInstant(person.data.ends, "end");
}
function orphanedAt(book, workload) {
  const { owner, backup } = workload.data;
  const ends = [owner, ...backup === void 0 ? [] : [backup]].flatMap((id) => {
    const person = book.people.get(id);
    if (person) return [personEnd(person)];
    return isRefused(book, id) ? [null] : [];
  });
  if (ends.includes(Infinity)) return Infinity;
  const known = ends.filter((at) => at !== null);
  return known.length === ends.length && known.length > 0 ? Math.max(...known) : null;
}
function isRefused(book, id) {
  for (const identity of book.invalid.values()) {
    if (identity?.kind === "person" && identity.id === id) return true;
  }
  return false;
}
function personEnds(person) {
  return [{ at: personEnd(person), end: "person-ends", why: `"ends" of "${person.id}" is not a real date` }];
}
function workloadEnds(book, workload) {
  const grace = readDuration(book.settings?.data.orphans.grace ?? "");
  const orphaned = orphanedAt(book, workload);
  const expires = readInstant(workload.data.expires, "end");
  return [
    { at: expires, end: "workload-expires", why: `"expires" of "${workload.id}" is not a real date` },
    {
      // Without settings nobody knows how long the grace is; no grace would be a guess that takes access.
      at: orphaned === Infinity ? Infinity : orphaned === null || grace === null ? null : orphaned + grace,
      end: "orphaned",
      why: `when "${workload.id}" lost its last owner can't be told`
    }
  ];
}

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

// src/book/star-glob.ts
function matchesGlob(pattern, text) {
  return globMatcher(pattern)(text);
}
function globMatcher(pattern) {
  const [first = "", ...rest] = pattern.split("*");
  const last = rest.pop();
  if (last === void 0) return (text) => text === first;
  return (text) => {
    if (!text.startsWith(first)) return false;
    let at = first.length;
    for (const part of rest) {
      const found = text.indexOf(part, at);
      if (found === -1) return false;
      at = found + part.length;
    }
    return text.length - last.length >= at && text.endsWith(last);
  };
}
function isGlob(pattern) {
  return pattern.includes("*");
}

// src/findings/rule-items.ts
var DUTY = "duty:";
function itemsOf(rule, entry) {
  if (rule.systems && !rule.systems.includes(entry.system)) return [];
  return rule.hold.flatMap((pattern) => itemsOfPattern(pattern, entry));
}
function itemsOfPattern(pattern, entry) {
  if (pattern.startsWith(DUTY)) {
    const wanted = pattern.slice(DUTY.length);
    return (entry.data.duties ?? []).flatMap((duty) => matchesGlob(wanted, duty) ? [`${DUTY}${duty}`] : []);
  }
  const counts = entry.data.target !== void 0 || !isGlob(pattern);
  return counts && matchesGlob(pattern, entry.name) ? [entry.name] : [];
}

// src/duties/rules.ts
var ALL_TIES = ["self", "owned", "backup", "canRun"];
var EVERY_TIE = ALL_TIES.join();
var cache2 = /* @__PURE__ */ new WeakMap();
function ruleGroups(book) {
  let known = cache2.get(book);
  if (!known) cache2.set(book, known = groupRules(book));
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
  const same = last?.until === next.from && last.items.join() === next.items.join();
  if (last && same) segments[segments.length - 1] = { ...last, until: next.until };
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
var cache3 = /* @__PURE__ */ new WeakMap();
function exceptionFor(book, rule, subject) {
  let known = cache3.get(book);
  if (!known) cache3.set(book, known = index(book));
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
  const look = (some) => {
    for (const subject of some)
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
  for (const list of next.values()) for (const one of list) if (!first || isBefore(one, first)) first = one;
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

export {
  subjectOf,
  effectiveWindow,
  personEnd,
  orphanedAt,
  Holdings,
  matchesGlob,
  isGlob,
  DUTY,
  itemsOf,
  itemsOfPattern,
  ALL_TIES,
  sweep,
  conflicts,
  judge,
  spansOf,
  exceptionFor,
  endsByException
};
