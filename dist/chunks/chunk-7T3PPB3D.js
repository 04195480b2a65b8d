import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  MINUTE
} from "./chunk-7FEDJEB3.js";
import {
  writeInstant
} from "./chunk-3ZSDZPIB.js";

// src/plan/clock.ts
var CLOCK_TOLERANCE = 5 * MINUTE;
function clockFault(system, serverTime, now) {
  const apart = Math.abs(serverTime - now);
  if (apart <= CLOCK_TOLERANCE) return null;
  const minutes = Math.floor(apart / MINUTE);
  return `The clock of "${system}" says ${writeInstant(serverTime)}, ours ${writeInstant(now)}: ${minutes} minutes apart, more than five. Nothing was written. Set this machine’s clock right.`;
}

export {
  clockFault
};
