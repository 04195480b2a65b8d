import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);

// src/book/flat.ts
var ENCODER = new TextEncoder();
var DECODER = new TextDecoder("utf-8", { ignoreBOM: true });
function flat(text) {
  const copy = DECODER.decode(ENCODER.encode(text));
  return copy === text ? copy : text;
}

export {
  flat
};
