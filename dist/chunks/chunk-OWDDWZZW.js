import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  changeOf,
  compareChanges,
  differs
} from "./chunk-CKDMHZA2.js";
import {
  mergePieces
} from "./chunk-MRCGSTBN.js";
import {
  append
} from "./chunk-LZOWS2TE.js";

// src/plan/between.ts
function changesBetween(before, after) {
  const changes = [];
  for (const id of /* @__PURE__ */ new Set([...before.systems.keys(), ...after.systems.keys()])) {
    const at = after.systems.get(id) ?? before.systems.get(id);
    if (at) changes.push(...inSystem(id, at, before, after));
  }
  return changes.toSorted(compareChanges);
}
var NOTHING_MOVED = /* @__PURE__ */ new Map();
function inSystem(system, at, before, after) {
  const facts = { recorded: true, moved: NOTHING_MOVED, now: after.at };
  const around = { desired: after, system, core: at.core, ...facts };
  const old = before.systems.get(system)?.wanted ?? /* @__PURE__ */ new Map();
  const next = after.systems.get(system)?.wanted ?? /* @__PURE__ */ new Map();
  const byPrincipal = /* @__PURE__ */ new Map();
  const closed = after.closed.has(system);
  for (const path of /* @__PURE__ */ new Set([...old.keys(), ...next.keys()])) {
    if (closed || after.frozen.has(path)) continue;
    for (const fate of fates(path, system, old.get(path), next.get(path))) {
      if (!differs(fate) && old.get(path)?.principal === next.get(path)?.principal) continue;
      const list = byPrincipal.get(fate.share.principal);
      if (list) list.push(fate);
      else byPrincipal.set(fate.share.principal, [fate]);
    }
  }
  const standing = holdingsOf(old, new Set(byPrincipal.keys()));
  return [...byPrincipal].flatMap(([principal, list]) => {
    const whole = { before: mergePieces(standing.get(principal) ?? []), after: [] };
    return list.map((fate) => changeOf(fate, whole, at.context, around));
  });
}
function fates(path, system, old, next) {
  const made = (before, after) => {
    const pieces = before?.pieces ?? [];
    const principal = (after ?? before)?.principal ?? "";
    const standing = before && {
      grant: path,
      system,
      principal,
      account: "",
      principalId: "",
      ...before.window,
      pieces,
      entitlement: before.grant.name,
      blob: before.grant.blob
    };
    const share = {
      grant: path,
      principal,
      before: pieces,
      desire: after ?? null,
      standing: standing ?? null,
      owned: /* @__PURE__ */ new Set()
    };
    return { share, after: { pieces: after?.pieces ?? [], tampered: false } };
  };
  if (old && next && old.principal !== next.principal) return [made(old, void 0), made(void 0, next)];
  return [made(old, next)];
}
function holdingsOf(wanted, principals) {
  const found = /* @__PURE__ */ new Map();
  for (const desire of wanted.values()) {
    const { principal } = desire;
    if (principals.has(principal)) append(found, principal, desire.pieces);
  }
  return found;
}

export {
  changesBetween
};
