import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);

// src/evidence/sshsig-bytes.ts
var ENCODER = new TextEncoder();
var ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
var VALUES = new Map(Array.from(ALPHABET, (letter, value) => [letter, value]));
var PORTION = 4096;
function join(...parts) {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
function bytesOf(text) {
  return ENCODER.encode(text);
}
function latin1(bytes) {
  let text = "";
  for (let at = 0; at < bytes.length; at += PORTION)
    text += String.fromCharCode(...bytes.subarray(at, at + PORTION));
  return text;
}
function toBase64(bytes) {
  let text = "";
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3);
    const group = a << 16 | b << 8 | c;
    const letters = [18, 12, 6, 0].map((shift) => ALPHABET[group >> shift & 63] ?? "");
    const left = bytes.length - at;
    text += letters.slice(0, Math.min(left, 3) + 1).join("") + "=".repeat(Math.max(0, 3 - left));
  }
  return text;
}
function fromBase64(text) {
  if (text.length % 4 !== 0) return null;
  const body = text.replace(/={1,2}$/u, "");
  const bytes = new Uint8Array(Math.floor(body.length * 3 / 4));
  let [held, bits, at] = [0, 0, 0];
  for (const letter of body) {
    const value = VALUES.get(letter);
    if (value === void 0) return null;
    held = (held << 6 | value) & 65535;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = held >> bits & 255;
    }
  }
  return toBase64(bytes) === text ? bytes : null;
}
function endOfHead(bytes) {
  const LF = 10;
  for (let at = bytes.indexOf(LF); at !== -1; at = bytes.indexOf(LF, at + 1))
    if (bytes[at + 1] === LF) return at;
  return -1;
}

export {
  join,
  bytesOf,
  latin1,
  toBase64,
  fromBase64,
  endOfHead
};
