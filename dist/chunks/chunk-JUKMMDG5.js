import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  mergePieces
} from "./chunk-MRCGSTBN.js";
import {
  DAY
} from "./chunk-7FEDJEB3.js";

// src/plan/guard.ts
var EXPLAINED = /* @__PURE__ */ new Set(["window", "proved", "ended", "drift"]);
function guard(plan, facts) {
  const removals = [...plan.changes, ...plan.drift ?? []].filter(
    (change) => isUnexplained(change) && (facts.empty !== null || !facts.admitted.has(change.unit))
  );
  if (removals.length === 0) return plan;
  const units = [...new Set(removals.map(({ unit }) => unit))].toSorted(subjectsFirst);
  const passed = new Set(units.slice(0, allowance(plan, facts, new Set(units))));
  const withheld = removals.filter(({ unit }) => !passed.has(unit));
  if (withheld.length === 0) return plan;
  const kept = new Set(withheld);
  return {
    ...plan,
    goals: plan.goals.map((goal) => restore(goal, withheld)),
    changes: plan.changes.filter((change) => !kept.has(change)),
    drift: plan.drift?.filter((change) => !kept.has(change)) ?? null,
    withheld
  };
}
function isUnexplained({ action, cause }) {
  return action === "revoke" && !EXPLAINED.has(cause);
}
function allowance({ system, standing }, { settings, recent, empty, now }, units) {
  if (empty !== null) return 0;
  const day = recent.filter(
    ({ at, cause, ...removal }) => removal.system === system && at > now - DAY && !EXPLAINED.has(cause)
  );
  const spent = new Set(day.map(({ unit }) => unit).filter((unit) => !units.has(unit))).size;
  const removed = new Set(day.map(({ unit }) => unit)).size;
  const most = mostAtOnce(settings, standing + removed);
  return Math.max(0, most - spent);
}
function mostAtOnce({ floor, share }, standing) {
  return Math.max(floor, Math.floor(share * standing));
}
function restore(goal, withheld) {
  const kept = withheld.filter(({ principal }) => principal === goal.principal).map(({ pieces }) => pieces.before);
  return kept.length === 0 ? goal : { ...goal, pieces: mergePieces([goal.pieces, ...kept]) };
}
var SUBJECT = "subject ";
function subjectsFirst(a, b) {
  return Number(b.startsWith(SUBJECT)) - Number(a.startsWith(SUBJECT)) || (a < b ? -1 : 1);
}

export {
  guard,
  mostAtOnce
};
