import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);

// src/book/duration.ts
var MINUTE = 6e4;
var HOUR = 60 * MINUTE;
var DAY = 24 * HOUR;
var UNITS = { m: MINUTE, h: HOUR, d: DAY };
function readDuration(text) {
  const match = /^([1-9]\d{0,5})([mhd])$/u.exec(text);
  const unit = UNITS[match?.[2] ?? ""];
  return match && unit !== void 0 ? Number(match[1]) * unit : null;
}
function writeDuration(length) {
  for (const [letter, unit] of [
    ["d", DAY],
    ["h", HOUR]
  ]) {
    if (length >= unit && length % unit === 0) return `${length / unit}${letter}`;
  }
  return `${Math.ceil(length / MINUTE)}m`;
}

export {
  MINUTE,
  HOUR,
  DAY,
  readDuration,
  writeDuration
};
