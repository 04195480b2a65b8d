import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  EMPTY_LEDGER,
  foldAll,
  foldFile
} from "./chunk-NBAREG2E.js";
import {
  eventsPath
} from "./chunk-4AH63HT2.js";
import {
  isLoopback
} from "./chunk-BW4OCBV7.js";
import {
  Listing
} from "./chunk-FJDSGK7K.js";
import {
  CONNECTORS
} from "./chunk-BLRTIAR7.js";
import {
  ObjectReader,
  runGit
} from "./chunk-IUQYEHY4.js";
import {
  UsageError
} from "./chunk-KCC7W5OC.js";

// src/commands/steps/loopback.ts
function requireLoopback(systems, desired, environment) {
  for (const id of systems) {
    const at = desired.systems.get(id);
    const connector = at && CONNECTORS.get(at.core.name);
    if (!at || !connector) continue;
    for (const endpoint of connector.endpoints(at.context, environment)) {
      if (endpoint !== null && isLoopback(endpoint)) continue;
      const where = endpoint === null ? "the real cloud" : "another machine";
      throw new UsageError(
        `--now is for a local stand alone, but this would write to ${where} for system "${id}". Leave --now out, or point its endpoints to this machine (AWS_ENDPOINT_URL_IAM and AWS_ENDPOINT_URL_STS; see grantbook sandbox).`
      );
    }
  }
}

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
  requireLoopback,
  readLedgerOf
};
