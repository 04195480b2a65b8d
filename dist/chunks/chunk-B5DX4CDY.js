import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  compose,
  readYaml
} from "./chunk-LUKRZIK5.js";
import {
  require_dist
} from "./chunk-IGNZ6A6A.js";
import {
  InternalError
} from "./chunk-KCC7W5OC.js";
import {
  __toESM
} from "./chunk-XCNTR6TK.js";

// src/compose/set-field.ts
var import_yaml = __toESM(require_dist(), 1);
function setField(text, field, value, after = []) {
  const root = compose(text).document?.contents;
  const before = readYaml(ENCODER.encode(text), LARGEST).data;
  if (!before || !(0, import_yaml.isMap)(root)) return null;
  const at = find(root, field);
  const anchor = after.flatMap((key) => find(root, key) ?? []).at(-1);
  const changed = at ? replaced(text, at, value) : anchor ? inserted(text, root, anchor, `${field}: ${value}`) : null;
  if (changed === null) return null;
  const read = readYaml(ENCODER.encode(changed), LARGEST).data;
  if (read && same({ ...before, [field]: value }, read)) return changed;
  throw new InternalError(`Setting "${field}" would have changed more than that`);
}
function dropField(text, field) {
  const root = compose(text).document?.contents;
  const before = readYaml(ENCODER.encode(text), LARGEST).data;
  if (!before || !(0, import_yaml.isMap)(root) || root.flow === true) return null;
  const at = find(root, field);
  if (!at || !(0, import_yaml.isScalar)(at.value)) return null;
  const start = text.lastIndexOf("\n", at.key.range[0] - 1) + 1;
  const end = at.value.range[1];
  const next = text[end - 1] === "\n" ? end - 1 : text.indexOf("\n", end);
  const changed = next === -1 ? text.slice(0, start) : text.slice(0, start) + text.slice(next + 1);
  const read = readYaml(ENCODER.encode(changed), LARGEST).data;
  const rest = Object.fromEntries(Object.entries(before).filter(([key]) => key !== field));
  return read && same(rest, read) ? changed : null;
}
var ENCODER = new TextEncoder();
var LARGEST = 1024 * 1024;
function find(root, key) {
  return root.items.find((item) => (0, import_yaml.isScalar)(item.key) && item.key.value === key);
}
function replaced(text, { value: node }, value) {
  if (!(0, import_yaml.isScalar)(node)) return null;
  const [start, end] = node.range;
  const old = text.slice(start, end);
  const mark = node.type === "QUOTE_DOUBLE" ? '"' : node.type === "QUOTE_SINGLE" ? "'" : "";
  const tail = /\r?\n$/u.exec(old)?.[0] ?? "";
  return `${text.slice(0, start)}${mark}${value}${mark}${tail}${text.slice(end)}`;
}
function inserted(text, root, anchor, line) {
  const end = anchor.value?.range[1] ?? anchor.key.range[1];
  if (root.flow === true) return `${text.slice(0, end)}, ${line}${text.slice(end)}`;
  const start = text.lastIndexOf("\n", anchor.key.range[0] - 1) + 1;
  const indent = text.slice(start, anchor.key.range[0]);
  if (indent.trim() !== "") return null;
  const next = text[end - 1] === "\n" ? end - 1 : text.indexOf("\n", end);
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  if (next === -1) return `${text}${eol}${indent}${line}`;
  return `${text.slice(0, next + 1)}${indent}${line}${eol}${text.slice(next + 1)}`;
}
function same(a, b) {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return Object.is(a, b);
  const [left, right] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  return left.size === right.size && [...left].every(([key, value]) => right.has(key) && same(value, right.get(key)));
}

export {
  setField,
  dropField
};
