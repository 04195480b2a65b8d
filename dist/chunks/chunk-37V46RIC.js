import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  standingDuties
} from "./chunk-DQVEY6UO.js";
import {
  newProblems,
  readReach
} from "./chunk-YBGLZ7MM.js";
import {
  decidesOwners,
  hasGithubFolder,
  judgeCodeowners,
  loadDeciding
} from "./chunk-G7TC7AGN.js";
import {
  compareMerge,
  compareWorking
} from "./chunk-MFL4AUVF.js";
import {
  loadBook,
  requireGrants
} from "./chunk-23ZMF667.js";
import {
  limitedEntitlements,
  readHistory
} from "./chunk-34YZDTZY.js";
import {
  conflict
} from "./chunk-XRAEV7O6.js";
import {
  CODEOWNERS_PATH
} from "./chunk-D2SZ5IZ2.js";
import {
  isShallow,
  resolveCommit
} from "./chunk-LUKRZIK5.js";
import {
  SETTINGS_PATH
} from "./chunk-LZOWS2TE.js";
import {
  UnableError
} from "./chunk-KCC7W5OC.js";

// src/commands/judge.ts
async function judgeState(root, which, now) {
  const { source, ...loaded } = await loadBook(root, which);
  const { checkTree } = await import("./check-tree-BRWHIHZY.js");
  const history = await stateHistory(root, loaded.book, source.commit);
  const owners = await judgeCodeowners(source, loaded.book, () => hasGithubFolder(root, source.commit));
  return {
    source,
    problems: [...await checkTree(loaded, { now, changed: null, history, approvedAt: null }), ...owners]
  };
}
async function judgeChange(root, base, head, now) {
  const comparing = head === null ? compareWorking(root, await resolveCommit(root, base)) : compareMerge(root, base, head);
  const [comparison, { changeHistory, checkTree }] = await Promise.all([comparing, import("./check-tree-BRWHIHZY.js")]);
  const { base: before, head: after, changes, conflicts } = comparison;
  try {
    if (!after.tree.entries.has(SETTINGS_PATH)) requireGrants(after);
    const sides = await readReach(
      before,
      after,
      changes.map((change) => change.path)
    );
    const added = new Set(changes.flatMap((change) => change.after === null ? [] : [change.path]));
    const history = await changeHistory(root, before.commit, sides.after.book, added, null);
    const owners = changes.some(({ path }) => decidesOwners(path)) ? await ownersOfBoth(before, after) : { before: [], after: [] };
    const known = [
      ...await checkTree(sides.before, { now, changed: /* @__PURE__ */ new Set(), history: null, approvedAt: null }),
      ...owners.before
    ];
    const found = [
      ...await checkTree(sides.after, { now, changed: added, history, approvedAt: null }),
      ...owners.after
    ];
    const undecided = new Set(conflicts);
    const fresh = newProblems(known, found).filter((problem) => !undecided.has(problem.file));
    const standing = standingDuties(known, found, added);
    return { source: after, problems: [...conflicts.map(conflict), ...fresh, ...standing] };
  } catch (error) {
    after.close();
    throw error;
  } finally {
    before.close();
  }
}
async function ownersOfBoth(before, after) {
  const had = before.tree.entries.has(CODEOWNERS_PATH);
  const judge = async (source) => judgeCodeowners(source, await loadDeciding(source), () => Promise.resolve(had));
  return { before: await judge(before), after: await judge(after) };
}
async function stateHistory(root, book, commit) {
  const names = limitedEntitlements(book, () => true, true);
  if (names.size === 0) return null;
  try {
    const tip = commit ?? await resolveCommit(root, "HEAD");
    return await isShallow(root) ? { complete: false, versions: /* @__PURE__ */ new Map() } : await readHistory(root, tip, names);
  } catch (error) {
    if (commit === null && error instanceof UnableError) return null;
    throw error;
  }
}

export {
  judgeState,
  judgeChange
};
