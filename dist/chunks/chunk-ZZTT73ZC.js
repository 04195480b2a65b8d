import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  foldAll,
  foldFile
} from "./chunk-ENFMYFWI.js";
import {
  eventsPath
} from "./chunk-FYYQMQIA.js";
import {
  EMPTY_LEDGER
} from "./chunk-5ABX4AZM.js";
import {
  Listing
} from "./chunk-YLT66HJE.js";
import {
  ObjectReader,
  runGit
} from "./chunk-XOQACSSO.js";

// src/io/git/evidence-part.ts
async function readLedgerOf(root, head, files) {
  if (head === null) return EMPTY_LEDGER;
  const listing = new Listing(
    await runGit(root, ["ls-tree", "-r", "-z", "--full-tree", head, "--", "events"])
  );
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

export {
  readLedgerOf
};
