import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  personEnd
} from "./chunk-33ENI5OL.js";
import {
  readInstant,
  writeInstant
} from "./chunk-3ZSDZPIB.js";

// src/findings/active.ts
function inactive({ book, now }, id) {
  const person = book.people.get(id);
  if (!person) return null;
  const end = personEnd(person);
  if (end !== null && end <= now) return `left (${writeInstant(end)})`;
  const suspension = book.suspensions.get(id);
  return suspension && isSuspended(suspension.data, now) ? "is suspended" : null;
}
function isSuspended({ until }, now) {
  if (until === void 0) return true;
  const end = readInstant(until, "end");
  return end === null || end > now;
}

export {
  inactive,
  isSuspended
};
