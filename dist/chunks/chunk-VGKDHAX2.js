import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  foldAll
} from "./chunk-WGKYODML.js";
import {
  foldFile
} from "./chunk-4G226GOF.js";
import {
  eventsPath,
  fileOfEvents
} from "./chunk-VXUZRDRM.js";
import {
  EMPTY_LEDGER
} from "./chunk-V2MVFSIR.js";
import {
  Listing,
  listed
} from "./chunk-VSTNN46Q.js";
import {
  ObjectReader
} from "./chunk-LUKRZIK5.js";
import {
  identify
} from "./chunk-LZOWS2TE.js";

// src/io/git/evidence-part.ts
async function readLedgerOf(root, head, files) {
  if (head === null) return EMPTY_LEDGER;
  const listing = new Listing(await listed(root, head, ["events"]));
  const wanted = [...files].flatMap((file) => {
    const blob = listing.entries.get(eventsPath(file))?.blob ?? null;
    return blob === null ? [] : [{ file, blob }];
  });
  const reader = new ObjectReader(root);
  try {
    const bytes = await reader.read(wanted.map(({ blob }) => blob));
    const records = wanted.map(
      ({ file, blob }) => foldFile(file, bytes.get(blob)?.toString("utf8") ?? "missing")
    );
    return foldAll(records, []).ledger;
  } finally {
    reader.close();
  }
}
async function readUsesOf(root, head, subjects) {
  if (subjects.size === 0) return /* @__PURE__ */ new Map();
  const listing = new Listing(await listed(root, head, ["events/grants/emergency"]));
  const files = [...listing.entries.keys()].flatMap((path) => {
    const file = fileOfEvents(path);
    const identity = file === null ? null : identify(file);
    return file !== null && identity?.kind === "emergency" && subjects.has(identity.subject) ? [file] : [];
  });
  return files.length === 0 ? /* @__PURE__ */ new Map() : (await readLedgerOf(root, head, files)).uses;
}

export {
  readLedgerOf,
  readUsesOf
};
