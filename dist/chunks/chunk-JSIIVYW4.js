import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  LARGEST_EVENTS
} from "./chunk-VDOOFRF6.js";
import {
  foldAll,
  foldFile
} from "./chunk-ENFMYFWI.js";
import {
  fileOfEvents
} from "./chunk-FYYQMQIA.js";
import {
  Listing
} from "./chunk-YLT66HJE.js";
import {
  ObjectReader,
  runGit
} from "./chunk-XOQACSSO.js";

// src/io/git/evidence-read.ts
var EVIDENCE_REF = "refs/heads/evidence";
async function readEvidenceAt(root, head, cache = /* @__PURE__ */ new Map()) {
  if (head === null) return { head, blobs: /* @__PURE__ */ new Map(), ...foldAll([], []) };
  const listing = new Listing(
    await runGit(root, ["ls-tree", "-r", "-z", "--full-tree", head, "--", "events", "runs"])
  );
  const blobs = /* @__PURE__ */ new Map();
  const wanted = [];
  const records = [];
  for (const { path, blob } of listing.entries.values()) {
    if (blob === null) continue;
    blobs.set(path, blob);
    const known = cache.get(`${blob} ${path}`);
    if (known) records.push(known);
    else wanted.push({ path, blob });
  }
  const runs = [];
  const reader = new ObjectReader(root, "blob", LARGEST_EVENTS);
  try {
    for (let at = 0; at < wanted.length; at += BATCH) {
      const batch = wanted.slice(at, at + BATCH);
      const bytes = await reader.read(batch.map(({ blob }) => blob));
      for (const { path, blob } of batch) {
        const file = fileOfEvents(path);
        const text = bytes.get(blob)?.toString("utf8");
        if (file === null) runs.push(text ?? "");
        else {
          const record = foldFile(file, text ?? "missing");
          cache.set(`${blob} ${path}`, record);
          records.push(record);
        }
      }
    }
  } finally {
    reader.close();
  }
  return { head, blobs, ...foldAll(records, runs) };
}
var BATCH = 2e3;

export {
  EVIDENCE_REF,
  readEvidenceAt
};
