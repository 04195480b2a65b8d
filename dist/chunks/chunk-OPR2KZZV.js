import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  EVIDENCE_UNREADABLE
} from "./chunk-5ABX4AZM.js";

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
  refusedBetween,
  frozenAsRefused
};
