import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);

// src/book/bounded.ts
function keepIn(map, most, key, value) {
  if (map.size >= most) map.clear();
  map.set(key, value);
  return value;
}

// src/book/instant.ts
var DATE = /^(\d{4})-(\d{2})-(\d{2})$/u;
var DATE_TIME = /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(\.\d{1,9})?([Zz]|[+-]\d{2}:\d{2})$/u;
var DAY = 864e5;
var FIRST_YEAR = 2e3;
var LAST_YEAR = 2999;
function readInstant(text, edge) {
  const known = read[edge].get(text);
  if (known !== void 0) return known;
  const at = understand(text, edge);
  return at === null ? null : keepIn(read[edge], MOST_KNOWN, text, at);
}
var MOST_KNOWN = 4096;
var read = { start: /* @__PURE__ */ new Map(), end: /* @__PURE__ */ new Map() };
var written = /* @__PURE__ */ new Map();
function understand(text, edge) {
  const plain = DATE.exec(text);
  if (plain) {
    const day = utc(plain, [0, 0, 0]);
    return day === null ? null : edge === "end" ? day + DAY : day;
  }
  const full = DATE_TIME.exec(text);
  if (!full) return null;
  const at = utc(full, [Number(full[4]), Number(full[5]), Number(full[6])]);
  const offset = readOffset(full[8] ?? "");
  if (at === null || offset === null) return null;
  const fraction = full[7] !== void 0 && /[1-9]/u.test(full[7]);
  return at - offset + (fraction && edge === "start" ? 1e3 : 0);
}
function utc(parts, [hour, minute, second]) {
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (year < FIRST_YEAR || year > LAST_YEAR || hour > 23 || minute > 59 || second > 59) return null;
  const at = Date.UTC(year, month - 1, day, hour, minute, second);
  const back = new Date(at);
  return back.getUTCMonth() === month - 1 && back.getUTCDate() === day ? at : null;
}
function readOffset(text) {
  if (text === "Z" || text === "z") return 0;
  const [hours, minutes] = [Number(text.slice(1, 3)), Number(text.slice(4, 6))];
  if (hours > 23 || minutes > 59) return null;
  const size = (hours * 60 + minutes) * 6e4;
  return text.startsWith("-") ? -size : size;
}
function writeInstant(at) {
  return written.get(at) ?? keepIn(written, MOST_KNOWN, at, `${new Date(at).toISOString().slice(0, 19)}Z`);
}

export {
  keepIn,
  FIRST_YEAR,
  LAST_YEAR,
  readInstant,
  writeInstant
};
