import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  openRemoteEvidence
} from "./chunk-5LUH6NHC.js";
import {
  knownHeads,
  recordedSettings
} from "./chunk-OFNMFRSA.js";
import {
  EVIDENCE_REF
} from "./chunk-KIY4GTEX.js";
import {
  approvedTreeAt,
  openApproved
} from "./chunk-6L56ASJN.js";
import {
  fetchRef
} from "./chunk-ZV34UCH5.js";
import {
  openResolved
} from "./chunk-ZCONMND2.js";
import {
  runGit
} from "./chunk-LUKRZIK5.js";

// src/commands/steps/approved-source.ts
async function openApprovedSource(github, root, tip, merged) {
  const at = await fetchRef(root, github.remote, EVIDENCE_REF);
  const recorded = at === null ? null : await recordedSettings(root, at);
  const heads = await knownHeads(github, root, { tip, recorded, own: null });
  const known = heads.map(({ id }) => id);
  const anchor = heads.find(({ check }) => check !== null)?.id ?? null;
  const store = openRemoteEvidence(
    { root, main: tip, anchor, known, trusted: null, signer: null },
    github.remote
  );
  const { head, approved } = await store.glance();
  if (head === null || approved === null) {
    const source = await openResolved(root, merged?.parent ?? tip);
    return { source, unproved: /* @__PURE__ */ new Map(), evidence: null, warning: WITHOUT_EVIDENCE };
  }
  const earlier = merged && await beforeJudging(root, head, `${github.owner}/${github.repo}`, merged.number);
  if (!earlier) return { ...await open(root, approved), evidence: head, warning: null };
  const then = await approvedTreeAt(root, earlier);
  return { ...await open(root, then), evidence: earlier, warning: JUDGED };
}
var WITHOUT_EVIDENCE = "This repository has no evidence yet, so the files of the default branch stand for approved ones. Nothing is issued before grantbook genesis.";
var JUDGED = "This pull request was judged already; this is what it was judged against. What counts is in the evidence.";
async function open(root, approved) {
  return { source: await openApproved(root, approved.evidence), unproved: approved.unproved };
}
async function beforeJudging(root, head, repository, number) {
  const args = [
    "log",
    "--first-parent",
    "--reverse",
    "--format=%H %P",
    `-S"${repository}#${number}"`,
    head,
    "--",
    "runs"
  ];
  const [line = ""] = (await runGit(root, args)).toString("utf8").split("\n");
  return line.split(" ")[1] ?? null;
}

export {
  openApprovedSource
};
