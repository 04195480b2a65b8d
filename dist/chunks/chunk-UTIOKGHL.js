import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  differencesIn,
  rawDifferences,
  splitNul
} from "./chunk-Q4FKR2PC.js";
import {
  runGit
} from "./chunk-LUKRZIK5.js";

// src/commands/steps/landed-commits.ts
var HEADING = /^\u0001([0-9a-f]{40,64}) ([0-9a-f]{40,64})?[^\u0001]* (\d+)$/u;
async function landedCommits(root, sealed, tip) {
  if (sealed === tip) return [];
  const raw = await runGit(root, [
    "log",
    "--first-parent",
    "--diff-merges=first-parent",
    // Commits that change nothing governed belong to the line too.
    "--sparse",
    "--reverse",
    "--raw",
    "-r",
    "-z",
    "--no-renames",
    "--no-abbrev",
    "--format=%x01%H %P %ct",
    "--end-of-options",
    `${sealed}..${tip}`,
    "--",
    "grants"
  ]);
  const found = [];
  let records = [];
  const close = () => {
    const last = found.pop();
    if (last) found.push({ ...last, differences: differencesOf(records) });
    records = [];
  };
  for (const field of splitNul(Buffer.concat([raw, Buffer.from("\0")]))) {
    const text = field.replace(/^\n/u, "");
    const heading = HEADING.exec(text);
    if (heading) {
      close();
      const [, commit = "", parent = "", at = "0"] = heading;
      found.push({ commit, parent, at: Number(at) * 1e3, differences: [] });
    } else if (text !== "") records.push(text);
  }
  close();
  return found[0]?.parent === sealed && found.at(-1)?.commit === tip ? found : null;
}
function differencesOf(records) {
  if (records.length === 0) return [];
  return differencesIn(Buffer.from(`${records.join("\0")}\0`));
}
async function treeDifferences(root, before, after) {
  return differencesIn(await rawDifferences(root, before, after, ["grants"]));
}
function formOf(entry) {
  return entry?.blob ? { mode: entry.mode, blob: entry.blob } : null;
}

export {
  landedCommits,
  treeDifferences,
  formOf
};
