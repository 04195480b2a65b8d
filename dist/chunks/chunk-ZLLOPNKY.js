import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  account,
  ask,
  gap,
  pages,
  parsed
} from "./chunk-UDABQ4SU.js";
import {
  external_exports
} from "./chunk-UWQLCXPR.js";

// src/io/github/teams.ts
var membership = external_exports.object({ state: external_exports.enum(["active", "pending"]) });
var access = external_exports.object({ full_name: external_exports.string(), permissions: external_exports.object({ push: external_exports.boolean() }) });
var TEAM = /^@([A-Za-z0-9][A-Za-z0-9-]{0,38})\/([A-Za-z0-9][A-Za-z0-9_.-]{0,99})$/u;
var LOGIN = /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/u;
function partsOf(team) {
  const match = TEAM.exec(team);
  const [org, slug] = [match?.[1], match?.[2]];
  return org === void 0 || slug === void 0 ? null : { org, team_slug: slug.toLowerCase() };
}
async function readMembership(github, { team, login }) {
  const what = `membership of ${login} in ${team}`;
  const parts = partsOf(team);
  if (!parts || !LOGIN.test(login)) return gap(what, "this is no name of a team or of an account", false);
  const route = "GET /orgs/{org}/teams/{team_slug}/memberships/{username}";
  const asked = await ask(github, what, route, { ...parts, username: login });
  if (asked.kind === "gap") return { ok: false, gap: asked.gap };
  if (asked.kind === "absent") return { ok: true, value: false };
  const read = parsed(what, asked.answer.data, membership);
  return read.ok ? { ok: true, value: read.value.state === "active" } : read;
}
async function readMayPush(github, team) {
  const what = `access of ${team} to ${github.owner}/${github.repo}`;
  const parts = partsOf(team);
  if (!parts) return gap(what, "this is no name of a team", false);
  const asked = await ask(github, what, "GET /orgs/{org}/teams/{team_slug}/repos/{owner}/{repo}", {
    ...parts,
    headers: { accept: WITH_PERMISSIONS }
  });
  if (asked.kind === "gap") return { ok: false, gap: asked.gap };
  if (asked.kind === "absent") return { ok: true, value: false };
  const read = parsed(what, asked.answer.data, access);
  if (!read.ok) return read;
  const name = `${github.owner}/${github.repo}`;
  if (read.value.full_name.toLowerCase() !== name.toLowerCase())
    return gap(what, "the answer tells of another repository");
  return { ok: true, value: read.value.permissions.push };
}
var WITH_PERMISSIONS = "application/vnd.github.v3.repository+json";
async function readMembers(github, team) {
  const what = `members of ${team}`;
  const parts = partsOf(team);
  if (!parts) return gap(what, "this is no name of a team", false);
  return pages(github, {
    what,
    route: "GET /orgs/{org}/teams/{team_slug}/members",
    item: account,
    parameters: parts
  });
}

export {
  readMembership,
  readMayPush,
  readMembers
};
