import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  foldAll
} from "./chunk-WGKYODML.js";
import {
  LARGEST_EVENTS,
  foldFile
} from "./chunk-4G226GOF.js";
import {
  fileOfEvents
} from "./chunk-VXUZRDRM.js";
import {
  Listing,
  flat,
  listed
} from "./chunk-VSTNN46Q.js";
import {
  ObjectReader
} from "./chunk-LUKRZIK5.js";

// src/io/git/evidence-read.ts
var EVIDENCE_REF = "refs/heads/evidence";
async function readEvidenceAt(root, head, cache = /* @__PURE__ */ new Map()) {
  if (head === null) return { head, files: 0, ...foldAll([], []) };
  const listing = new Listing(await listed(root, head, ["events", "runs"]));
  let files = 0;
  const wanted = [];
  const records = [];
  for (const { path, blob } of listing.each()) {
    if (blob === null) continue;
    files++;
    const known = cache.get(fileOfEvents(path) ?? "");
    if (known?.blob === blob) records.push(known.record);
    else wanted.push({ path, blob });
  }
  const runs = [];
  const reader = new ObjectReader(root, "blob", LARGEST_EVENTS);
  try {
    const fetch = (at) => reader.read(wanted.slice(at, at + BATCH).map(({ blob }) => blob));
    let next = fetch(0);
    for (let at = 0; at < wanted.length; at += BATCH) {
      const bytes = await next;
      next = fetch(at + BATCH);
      for (const { path, blob } of wanted.slice(at, at + BATCH)) {
        const file = fileOfEvents(path);
        const text = bytes.get(blob)?.toString("utf8");
        if (file === null) runs.push(text ?? "");
        else {
          const record = foldFile(flat(file), text ?? "missing");
          cache.set(record.file, { blob, record });
          records.push(record);
        }
      }
    }
    await next;
  } finally {
    reader.close();
  }
  return { head, files, ...foldAll(records, runs) };
}
var BATCH = 2e3;

export {
  EVIDENCE_REF,
  readEvidenceAt
};
