import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  editDistance
} from "./chunk-MRFNKC6V.js";

// src/commands/nearest.ts
function nearestOf(word, candidates) {
  let best = null;
  for (const name of candidates) {
    const distance = editDistance(word.slice(0, 64), name);
    if (best === null || distance < best.distance) best = { name, distance };
  }
  return best?.name ?? null;
}

export {
  nearestOf
};
