import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  LARGEST_EVENTS,
  subtree
} from "./chunk-4G226GOF.js";
import {
  fileOfEvents,
  readLines
} from "./chunk-VXUZRDRM.js";
import {
  openTree
} from "./chunk-ZCONMND2.js";
import {
  Listing,
  listed,
  treeListing
} from "./chunk-VSTNN46Q.js";
import {
  ObjectReader,
  runGit
} from "./chunk-LUKRZIK5.js";
import {
  EvidenceError
} from "./chunk-KCC7W5OC.js";

// src/evidence/proved.ts
function lastProved(events) {
  let proved;
  let reduced = false;
  for (const one of events) {
    if (one.event !== "approved" && one.event !== "reduced") continue;
    reduced = one.event === "reduced";
    if (!reduced) proved = one.blob;
  }
  if (!reduced) return { state: "proved" };
  return proved === void 0 ? { state: "adopted" } : { state: "reduced", blob: proved };
}
function newestSeal(files) {
  let newest = null;
  for (const events of files) {
    const last = events.findLast((one) => one.event === "sealed" || one.event === "genesis");
    const commit = last?.event === "sealed" ? last.sealed : last?.commit ?? null;
    if (last && commit !== null && (newest === null || last.at > newest.at)) newest = { at: last.at, commit };
  }
  return newest?.commit ?? null;
}

// src/io/git/approved.ts
var WATCHED = ["events/grants/people", "events/grants/suspensions"];
async function approvedTreeAt(root, head) {
  const tree = await approvedTreeId(root, head);
  const [files, records] = await Promise.all([
    treeListing(root, tree),
    listed(root, head, ["runs", ...WATCHED])
  ]);
  const reader = new ObjectReader(root, "blob", LARGEST_EVENTS);
  try {
    const listing = new Listing(records);
    const [sealed, unproved] = [
      await findSeal(reader, listing, head),
      await findUnproved(root, head, reader, listing)
    ];
    return new ApprovedListing(files, head, sealed, unproved);
  } finally {
    reader.close();
  }
}
async function openApproved(root, head) {
  return openTree(root, await approvedTreeId(root, head));
}
async function approvedTreeId(root, head) {
  const id = await subtree(root, head, "approved");
  if (id !== null) return id;
  throw new EvidenceError(
    `The branch "evidence" holds no approved files at ${head}: it doesn’t begin with a genesis. Nothing was done. Run grantbook genesis, or restore the branch.`
  );
}
var ApprovedListing = class {
  entries;
  evidence;
  sealed;
  unproved;
  #files;
  constructor(files, evidence, sealed, unproved) {
    this.entries = files.entries;
    this.evidence = evidence;
    this.sealed = sealed;
    this.unproved = unproved;
    this.#files = files;
  }
  named(name) {
    return this.#files.named(name);
  }
  extent() {
    return this.#files.extent();
  }
};
async function eventsOf(reader, entries) {
  const blobs = await reader.read(entries.flatMap(({ blob }) => blob ?? []));
  return entries.map(({ path, blob }) => {
    const bytes = blobs.get(blob ?? "");
    if (!bytes)
      throw new EvidenceError(
        `${path} on the branch "evidence" can’t be read. Restore it from another clone.`
      );
    return [...readLines(bytes.toString("utf8")).events];
  });
}
async function findSeal(reader, listing, head) {
  const months = listing.under("runs/").toReversed();
  for (const [index, month] of months.entries()) {
    const near = [month, ...months.slice(index + 1, index + 2)];
    const seal = newestSeal(await eventsOf(reader, near));
    if (seal !== null) return seal;
  }
  throw new EvidenceError(
    `The branch "evidence" doesn’t say at ${head} up to which commit main has been judged. Restore the branch.`
  );
}
async function findUnproved(root, head, reader, listing) {
  const files = WATCHED.flatMap((folder) => listing.under(`${folder}/`));
  const found = /* @__PURE__ */ new Map();
  let first = null;
  for (let at = 0; at < files.length; at += BATCH) {
    const batch = files.slice(at, at + BATCH);
    for (const [index, events] of (await eventsOf(reader, batch)).entries()) {
      const path = fileOfEvents(batch[index]?.path ?? "");
      const proved = lastProved(events);
      if (path === null || proved.state === "proved") continue;
      if (proved.state === "reduced") found.set(path, entryOf(path, proved.blob));
      else found.set(path, (first ??= await firstTree(root, head)).entries.get(path) ?? null);
    }
  }
  return found;
}
var BATCH = 2e3;
async function firstTree(root, head) {
  const ids = await runGit(root, ["rev-list", "--first-parent", "--max-parents=0", head, "--"]);
  return treeListing(root, await approvedTreeId(root, ids.toString("utf8").trim()));
}
function entryOf(path, blob) {
  return blob === null ? null : { path, mode: "100644", blob, size: null };
}

export {
  approvedTreeAt,
  openApproved
};
