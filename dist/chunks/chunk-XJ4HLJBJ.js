import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  isSuspended
} from "./chunk-JOLQCLIX.js";
import {
  personEnd
} from "./chunk-33ENI5OL.js";
import {
  append
} from "./chunk-LZOWS2TE.js";

// src/approval/people.ts
var cache = /* @__PURE__ */ new WeakMap();
function peopleOf(book) {
  let people = cache.get(book);
  if (!people) cache.set(book, people = indexPeople([...book.people.values()]));
  return people;
}
function indexPeople(people) {
  const byNumber = /* @__PURE__ */ new Map();
  const byEmail = /* @__PURE__ */ new Map();
  const byLogin = /* @__PURE__ */ new Map();
  for (const { id, data } of people) {
    if (data.githubId !== void 0) append(byNumber, data.githubId, id);
    if (data.github !== void 0) append(byLogin, data.github.toLowerCase(), id);
    append(byEmail, data.email.toLowerCase(), id);
  }
  return { byNumber, byEmail, byLogin };
}
function personOf(people, account) {
  if (account.type !== "User") return null;
  const [first, ...others] = people.byNumber.get(account.id) ?? [];
  return first !== void 0 && others.length === 0 ? first : null;
}
var NOREPLY = /^(?:(\d{1,15})\+)?([a-z0-9-]+(?:\[bot\])?)@users\.noreply\.github\.com$/u;
function peopleOfAddress(people, address) {
  const email = address.toLowerCase();
  const own = people.byEmail.get(email) ?? [];
  const match = NOREPLY.exec(email);
  if (!match) return own;
  const [, number, login = ""] = match;
  const numbered = number === void 0 ? [] : people.byNumber.get(Number(number)) ?? [];
  return [...own, ...numbered, ...people.byLogin.get(login) ?? []];
}
function inactiveAt(book, id, at) {
  const person = book.people.get(id);
  if (!person) return "has no approved file";
  const end = personEnd(person);
  if (end === null) return "has a last day that is not a real date";
  if (end <= at) return "has left";
  const suspension = book.suspensions.get(id);
  return suspension && isSuspended(suspension.data, at) ? "is suspended" : null;
}
function keepersOf(book, workload) {
  const data = book.workloads.get(workload)?.data;
  if (!data) return [];
  return data.backup === void 0 ? [data.owner] : [data.owner, data.backup];
}

export {
  peopleOf,
  indexPeople,
  personOf,
  peopleOfAddress,
  inactiveAt,
  keepersOf
};
