import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  withoutSecrets
} from "./chunk-XJ3N3HV6.js";
import {
  external_exports
} from "./chunk-UWQLCXPR.js";
import {
  plain
} from "./chunk-F7BA4QXU.js";
import {
  readInstant
} from "./chunk-3ZSDZPIB.js";

// src/io/github/read.ts
function gap(what, why, passing = true) {
  return { ok: false, gap: { what, why, passing } };
}
async function ask(github, what, route, parameters = {}) {
  try {
    const { data, headers } = await github.octokit.request(route, {
      // What a route has no place for would become part of the query.
      ...route.includes("{owner}") ? { owner: github.owner, repo: github.repo } : {},
      ...parameters,
      headers: { "x-github-api-version": API_VERSION, ...headersOf(parameters) }
    });
    return { kind: "found", answer: { data, headers } };
  } catch (error) {
    if (statusOf(error) === 404) return { kind: "absent" };
    return { kind: "gap", gap: { what, why: whyNot(error, github), passing: true } };
  }
}
function headersOf({ headers }) {
  return typeof headers === "object" && headers !== null ? Object.fromEntries(Object.entries(headers)) : {};
}
var API_VERSION = "2022-11-28";
async function one(github, what, route, shape, parameters = {}) {
  const asked = await ask(github, what, route, parameters);
  if (asked.kind === "gap") return { ok: false, gap: asked.gap };
  if (asked.kind === "absent") return gap(what, NOT_THERE);
  return parsed(what, asked.answer.data, shape);
}
async function send(github, what, route, parameters, fine = []) {
  if (!await github.budget.take())
    return gap(what, "as much was written as GitHub allows in an hour; the next run goes on");
  try {
    const { data } = await github.octokit.request(route, {
      owner: github.owner,
      repo: github.repo,
      headers: { "x-github-api-version": API_VERSION },
      ...route.startsWith("POST ") ? { request: { retries: 0 } } : {},
      ...parameters
    });
    return { ok: true, value: data };
  } catch (error) {
    if (fine.includes(statusOf(error) ?? 0)) return { ok: true, value: null };
    return gap(what, whyNot(error, github));
  }
}
var NOT_THERE = "there is no such thing, or the token may not see it (404)";
function parsed(what, data, shape) {
  const result = shape.safeParse(data);
  if (result.success) return { ok: true, value: result.data };
  const place = (result.error.issues[0]?.path ?? []).map(String).join(".");
  return gap(what, `the answer isn’t of the known shape${place === "" ? "" : ` at ${plain(place)}`}`);
}
function statusOf(error) {
  if (!(error instanceof Error) || !("status" in error) || typeof error.status !== "number") return null;
  return "response" in error && error.response !== void 0 ? error.status : null;
}
function whyNot(error, { remote }) {
  const status = statusOf(error);
  const said = error instanceof Error ? error.message : String(error);
  const hidden = remote.token === null ? said : said.replaceAll(remote.token, "[token]");
  const line = plain(withoutSecrets(hidden).slice(0, MOST_SAID));
  return status === null ? line : `${status}, ${line}`;
}
var MOST_SAID = 200;

// src/io/github/pages.ts
var PER_PAGE = 100;
var MOST = 1e4;
async function pages(github, listing) {
  const { what, route, item, parameters = {}, pick = (page) => page, paging = "number", enough } = listing;
  const all = [];
  const seen = /* @__PURE__ */ new Set();
  let next = null;
  for (let page = 1; ; page++) {
    const asked = next === null ? await ask(github, what, route, { per_page: PER_PAGE, ...parameters }) : await ask(github, what, `GET ${next}`);
    if (asked.kind === "gap") return { ok: false, gap: asked.gap };
    if (asked.kind === "absent") return gap(what, page === 1 ? NOT_THERE : `page ${page} is missing`);
    const items = parsed(what, pick(asked.answer.data), item.array());
    if (!items.ok) return items;
    all.push(...items.value);
    if (enough?.(all) === true) return { ok: true, value: all };
    if (all.length > MOST) return gap(what, `the listing goes on beyond ${MOST} entries`, false);
    const link = asked.answer.headers["link"];
    const url = nextOf(typeof link === "string" ? link : "");
    if (url === null) {
      if (items.value.length < PER_PAGE || paging === "cursor") return { ok: true, value: all };
      return confirmEnd(github, listing, page + 1, all);
    }
    if (!isSameOrigin(url, github) || seen.has(url))
      return gap(what, `page ${page} doesn’t lead to another one`);
    seen.add(url);
    next = url;
  }
}
async function confirmEnd(github, { what, route, item, parameters = {}, pick = (page2) => page2 }, page, all) {
  const asked = await ask(github, what, route, { per_page: PER_PAGE, ...parameters, page });
  if (asked.kind === "gap") return { ok: false, gap: asked.gap };
  if (asked.kind === "absent") return gap(what, `page ${page} is missing`);
  const items = parsed(what, pick(asked.answer.data), item.array());
  if (!items.ok) return items;
  return items.value.length === 0 ? { ok: true, value: all } : gap(what, `the listing breaks off after page ${page - 1}`);
}
function nextOf(link) {
  return /<([^<>]+)>\s*;\s*rel="?next"?/u.exec(link)?.[1] ?? null;
}
function isSameOrigin(url, { octokit }) {
  const base = octokit.request.endpoint.DEFAULTS.baseUrl;
  return URL.canParse(url) && new URL(url).origin === new URL(base).origin;
}

// src/io/github/shapes.ts
var sha = external_exports.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u);
var instant = external_exports.string().transform((text, context) => {
  const at = /t/iu.test(text) ? readInstant(text, "end") : null;
  if (at !== null) return at;
  context.addIssue({ code: "custom", message: "no instant" });
  return external_exports.NEVER;
});
var account = external_exports.object({
  login: external_exports.string().min(1).max(200),
  id: external_exports.int().min(1),
  type: external_exports.string().max(50)
}).transform(({ login, id, type }) => ({ login, id, type }));
var someone = account.nullish().transform((who) => who ?? null);

export {
  gap,
  ask,
  one,
  send,
  NOT_THERE,
  parsed,
  pages,
  sha,
  instant,
  account,
  someone
};
