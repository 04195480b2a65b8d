import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  standingProblems
} from "./chunk-YBGLZ7MM.js";

// src/findings/standing-duties.ts
function standingDuties(before, after, changed) {
  return standingProblems(before, after).filter(
    ({ severity, extent }) => severity === "error" && [...extent?.files ?? []].some((file) => changed.has(file))
  ).map((problem) => ({
    ...problem,
    code: "duties-standing",
    severity: "note",
    message: `There before this change: ${problem.message.replace(problem.extent?.brought ?? "", "")}`
  }));
}

export {
  standingDuties
};
