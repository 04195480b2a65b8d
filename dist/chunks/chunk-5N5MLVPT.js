import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  EVIDENCE_UNREADABLE
} from "./chunk-7VYSTWYN.js";
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
  for (const { path, system, blob } of book.grants.values()) {
    const [refused, code = ""] = ledger.refused.get(placeOf(path, system))?.split(" ") ?? [];
    if (blob !== refused || broken.has(path) || !LIMITS.has(code)) continue;
    broken.set(path, {
      code,
      why: "It was refused for its length when it came. Change the file and have it approved anew."
    });
  }
  return broken;
}
function unissued(book, ledger) {
  const issued = /* @__PURE__ */ new Set();
  for (const system of ledger.standing.values()) {
    for (const list of system.values()) for (const { grant, blob } of list) issued.add(`${grant} ${blob}`);
  }
  return new Set(
    [...book.grants.values()].flatMap(({ path, blob }) => issued.has(`${path} ${blob}`) ? [] : [path])
  );
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
