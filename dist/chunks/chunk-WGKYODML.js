import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  instant,
  numberOf,
  piecesOf,
  removalOf
} from "./chunk-4G226GOF.js";
import {
  readLines
} from "./chunk-VXUZRDRM.js";
import {
  placeOf
} from "./chunk-V2MVFSIR.js";
import {
  append
} from "./chunk-LZOWS2TE.js";

// src/evidence/fold-runs.ts
function foldRuns(texts) {
  const judged = /* @__PURE__ */ new Set();
  let rested = null;
  let beat = null;
  const signs = [];
  const started = /* @__PURE__ */ new Map();
  const closed = /* @__PURE__ */ new Set();
  const removals = [];
  for (const one of texts.flatMap((text) => readLines(text).events)) {
    if (one.event === "heartbeat" || one.event === "finished") signs.push(instant(one.at));
    if (one.event === "heartbeat") {
      beat = instant(one.at);
      continue;
    }
    rested = one.event === "finished" ? instant(one.at) : null;
    if (one.event === "started") started.set(one.id, one.intents.map(intentOf));
    else if (one.event === "revoked") removals.push(removalOf(one));
    else if (one.event === "sealed") for (const pull of one.pulls) judged.add(numberOf(pull));
    else if (one.event === "finished") for (const id of [one.id, ...one.closes]) closed.add(id);
  }
  const open = [...started].filter(([id]) => !closed.has(id));
  return {
    intents: open.flatMap(([, intents]) => intents),
    open: open.map(([id]) => id),
    removals,
    judged,
    rested,
    beat,
    signs
  };
}
function intentOf({
  statements,
  ...rest
}) {
  return { ...rest, pieces: piecesOf(rest.grant, statements) };
}

// src/evidence/fold.ts
function foldAll(records, runs) {
  const standing = /* @__PURE__ */ new Map();
  const ended = /* @__PURE__ */ new Map();
  const refused = /* @__PURE__ */ new Map();
  const holders = /* @__PURE__ */ new Map();
  const suspended = /* @__PURE__ */ new Map();
  const unreadable = /* @__PURE__ */ new Set();
  const removals = [];
  const moved = /* @__PURE__ */ new Map();
  const unmoved = /* @__PURE__ */ new Map();
  const discovered = /* @__PURE__ */ new Map();
  const outside = /* @__PURE__ */ new Map();
  const uses = /* @__PURE__ */ new Map();
  for (const record of records) {
    const { file } = record;
    for (const [system, here] of bySystem(record.standing)) {
      const known = standing.get(system) ?? /* @__PURE__ */ new Map();
      standing.set(system, known.set(file, here));
    }
    if (record.ended !== null) ended.set(file, record.ended);
    for (const [system, code] of record.refused) refused.set(placeOf(file, system), code);
    if (record.holders.length > 0) holders.set(file, record.holders);
    if (record.suspended !== null) suspended.set(file, record.suspended);
    if (!record.readable) unreadable.add(file);
    if (record.moved) moved.set(file, record.moved);
    if (record.unmoved) unmoved.set(file, record.unmoved);
    if (record.discovered.length > 0) discovered.set(file, record.discovered);
    if (record.outside) outside.set(file, record.outside);
    if (record.uses.length > 0) uses.set(file, record.uses);
    removals.push(...record.removals);
  }
  const { intents, open, removals: strays, judged, rested, beat, signs } = foldRuns(runs);
  removals.push(...strays);
  const outcome = { standing, ended, removals, refused, holders, intents, suspended, unreadable };
  return {
    ledger: { ...outcome, moved, unmoved, discovered, outside, uses },
    open,
    judged,
    rested,
    beat,
    signs
  };
}
function bySystem(list) {
  const [first] = list;
  if (!first) return [];
  if (list.every(({ system }) => system === first.system)) return [[first.system, list]];
  const lists = /* @__PURE__ */ new Map();
  for (const one of list) append(lists, one.system, one);
  return [...lists];
}

export {
  foldAll
};
