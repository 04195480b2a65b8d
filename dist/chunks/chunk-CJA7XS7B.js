import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  instant,
  pages,
  sha,
  someone
} from "./chunk-UDABQ4SU.js";
import {
  external_exports
} from "./chunk-UWQLCXPR.js";

// src/io/github/activity.ts
var activity = external_exports.object({
  before: sha,
  after: sha,
  ref: external_exports.string(),
  timestamp: instant,
  activity_type: external_exports.string().max(50),
  actor: someone
});
async function readActivity(github, branch, since = -Infinity) {
  const ref = `refs/heads/${branch}`;
  const what = `activity of branch ${branch}`;
  const read = await pages(github, {
    what,
    route: "GET /repos/{owner}/{repo}/activity",
    item: activity,
    parameters: { ref, direction: "desc" },
    paging: "cursor",
    enough: (moves) => moves.some(({ timestamp }) => timestamp < since)
  });
  if (!read.ok) return read;
  if (read.value.some((entry) => entry.ref !== ref))
    return { ok: false, gap: { what, why: "the answer tells of another branch", passing: true } };
  return {
    ok: true,
    value: read.value.map(({ actor, timestamp, activity_type, before, after }) => ({
      by: actor,
      at: timestamp,
      kind: activity_type,
      before,
      after
    }))
  };
}
async function readNewestPush(github, ref, app) {
  const what = `activity of ${ref}`;
  const isPush = (entry) => entry.ref === ref && entry.actor?.type === "Bot" && (app === null ? entry.actor.login !== ACTIONS : entry.actor.login === `${app}[bot]`) && !/^0+$/u.test(entry.after);
  const read = await pages(github, {
    what,
    route: "GET /repos/{owner}/{repo}/activity",
    item: activity,
    parameters: { ref, direction: "desc" },
    paging: "cursor",
    enough: (found) => found.some(isPush)
  });
  if (!read.ok) return read;
  return { ok: true, value: read.value.find(isPush)?.after ?? null };
}
var ACTIONS = "github-actions[bot]";

export {
  readActivity,
  readNewestPush
};
