import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  EVIDENCE_UNREADABLE
} from "./chunk-CKDMHZA2.js";
import {
  placeOf
} from "./chunk-V2MVFSIR.js";

// src/plan/broken.ts
var LIMITS = /* @__PURE__ */ new Set(["expires-too-far", "emergency-too-long", "total-too-long"]);
function brokenFiles(book, problems, ledger) {
  const broken = /* @__PURE__ */ new Map();
  for (const { severity, file, code, message, fix } of problems) {
    if (severity === "error" && !broken.has(file)) broken.set(file, { code, why: `${message} ${fix}`.trim() });
  }
  const { refused: remembered } = ledger;
  for (const { path, system, blob } of remembered.size === 0 ? [] : book.grants.values()) {
    const [refused, code = ""] = remembered.get(placeOf(path, system))?.split(" ") ?? [];
    if (blob !== refused || broken.has(path) || !LIMITS.has(code)) continue;
    broken.set(path, {
      code,
      why: "It was refused for its length when it came. Change the file and have it approved anew."
    });
  }
  return broken;
}
function unissued(book, ledger) {
  const { standing } = ledger;
  const all = [...standing.values()];
  const unknown = /* @__PURE__ */ new Set();
  for (const { path, blob, system } of book.grants.values()) {
    const holds = (files) => files?.get(path)?.some((one) => one.blob === blob) === true;
    if (!holds(standing.get(system)) && !all.some(holds)) unknown.add(path);
  }
  return unknown;
}

// src/plan/refused-between.ts
function refusedBetween(before, after) {
  return frozenAsRefused(after).filter(({ grant, code }) => {
    const [old, now] = [before.frozen.get(grant), after.frozen.get(grant)];
    return old?.code !== code || old.blob !== now?.blob;
  });
}
function frozenAsRefused({ frozen }) {
  return [...frozen.values()].map(({ grant, system, code, why }) => {
    return { grant, system, code, why, state: code === EVIDENCE_UNREADABLE ? "held" : "refused" };
  }).toSorted((a, b) => a.grant < b.grant ? -1 : 1);
}

export {
  brokenFiles,
  unissued,
  refusedBetween,
  frozenAsRefused
};
