import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  ownersOf
} from "./chunk-V2GJZSBU.js";
import {
  parseCodeowners
} from "./chunk-HFY5HYQX.js";
import {
  require_dist
} from "./chunk-IGNZ6A6A.js";
import {
  external_exports
} from "./chunk-UWQLCXPR.js";
import {
  UnableError,
  UsageError
} from "./chunk-KCC7W5OC.js";
import {
  keepIn,
  readInstant,
  writeInstant
} from "./chunk-3ZSDZPIB.js";
import {
  __toESM
} from "./chunk-XCNTR6TK.js";

// src/commands/sandbox.ts
var import_yaml = __toESM(require_dist(), 1);
import { readFile } from "node:fs/promises";
import { dirname as dirname2, resolve as resolve4 } from "node:path";

// src/sandbox/control.ts
var clockBody = external_exports.strictObject({ now: external_exports.string() });
var faultsBody = external_exports.array(
  external_exports.strictObject({
    service: external_exports.enum(["iam", "sts", "cloudtrail", "forge"]),
    operation: external_exports.string().optional(),
    call: external_exports.number().int().min(1).optional(),
    times: external_exports.number().int().min(1).optional(),
    kind: external_exports.enum([
      "throttle",
      "error-before",
      "error-after",
      "drop-before",
      "drop-after",
      "stale",
      "short",
      "denied"
    ]),
    code: external_exports.string().optional(),
    writes: external_exports.number().int().min(1).optional()
  })
);
var resetBody = external_exports.strictObject({ state: external_exports.boolean().optional() });
function control(sandbox, route, request) {
  switch (`${request.method} ${route}`) {
    case "GET /clock":
      return json({ now: writeInstant(sandbox.clock.now()) });
    case "PUT /clock":
      return setClock(sandbox, request);
    case "PUT /faults":
      return setFaults(sandbox, request);
    case "GET /calls":
      return json(countCalls(sandbox.calls()));
    case "POST /reset":
      return reset(sandbox, request);
    default:
      return json(
        {
          error: `No ${request.method} ${route}. There are GET and PUT /clock, PUT /faults, GET /calls, POST /reset.`
        },
        404
      );
  }
}
function countCalls(calls) {
  const operations = {};
  for (const call of calls) {
    const name2 = `${call.service}:${call.operation}`;
    operations[name2] = (operations[name2] ?? 0) + 1;
  }
  return {
    total: calls.length,
    read: calls.filter((call) => call.kind === "read").length,
    write: calls.filter((call) => call.kind === "write").length,
    operations: Object.fromEntries(Object.entries(operations).toSorted(([a], [b]) => a < b ? -1 : 1)),
    calls: calls.map((call) => ({ ...call, at: writeInstant(call.at) }))
  };
}
function setClock(sandbox, request) {
  const body = read(clockBody, request);
  const now = body === null ? null : readInstant(body.now, "start");
  if (now === null) return json({ error: 'PUT /clock takes {"now": "2026-11-20T09:00:00Z"}.' }, 400);
  sandbox.clock.set(now);
  return json({ now: writeInstant(now) });
}
function setFaults(sandbox, request) {
  const body = read(faultsBody, request);
  if (body === null) {
    return json(
      {
        error: 'PUT /faults takes a list such as [{"service": "iam", "operation": "PutUserPolicy", "kind": "throttle", "times": 2}].'
      },
      400
    );
  }
  sandbox.setFaults(
    body.map(({ call, code, kind, operation, service, times, writes }) => ({
      service,
      kind,
      ...operation === void 0 ? {} : { operation },
      ...call === void 0 ? {} : { call },
      ...times === void 0 ? {} : { times },
      ...code === void 0 ? {} : { code },
      ...writes === void 0 ? {} : { writes }
    }))
  );
  return json({ faults: body.length });
}
function reset(sandbox, request) {
  const body = request.body === "" ? {} : read(resetBody, request);
  if (body === null)
    return json({ error: 'POST /reset takes nothing, or {"state": true} to start the world over.' }, 400);
  sandbox.clearCalls();
  if (body.state === true) sandbox.startOver();
  return json({ ok: true });
}
function read(schema, request) {
  try {
    return schema.safeParse(JSON.parse(request.body)).data ?? null;
  } catch (error2) {
    if (error2 instanceof SyntaxError) return null;
    throw error2;
  }
}
function json(value, status = 200) {
  return { status, type: "application/json", body: `${JSON.stringify(value)}
` };
}

// src/sandbox/faults.ts
var Faults = class {
  #armed = [];
  set(faults) {
    this.#armed = faults.map((fault) => ({ fault, seen: 0, left: fault.times ?? 1 }));
  }
  /** Whether reads may have to answer from the past: then writes keep what was before. */
  get keepsHistory() {
    return this.#armed.some((one) => one.fault.kind === "stale" && one.left > 0);
  }
  /** The fault that strikes a call, if any. Every fault counts the calls that match it, struck or not. */
  take(service, operation) {
    return this.#take((fault) => !isReading(fault) && matches(fault, service, operation));
  }
  /** The same for `stale` and `short`, which change what a read answers instead of failing it. */
  takeReading(kind, service, operation) {
    return this.#take((fault) => fault.kind === kind && matches(fault, service, operation));
  }
  #take(wanted2) {
    let struck = null;
    for (const one of this.#armed) {
      if (!wanted2(one.fault)) continue;
      one.seen += 1;
      if (struck !== null || one.left < 1 || one.seen < (one.fault.call ?? 1)) continue;
      one.left -= 1;
      struck = one.fault;
    }
    return struck;
  }
};
function isReading(fault) {
  return fault.kind === "stale" || fault.kind === "short";
}
function matches(fault, service, operation) {
  return fault.service === service && (fault.operation === void 0 || fault.operation === operation);
}

// src/sandbox/forge/gateway.ts
import { createHash as createHash2 } from "node:crypto";

// src/sandbox/forge/error.ts
var DOCUMENTATION = "https://docs.github.com/rest";
var ApiError = class extends Error {
  name = "ApiError";
  status;
  body;
  headers;
  constructor(status, message, more = {}) {
    super(message);
    this.status = status;
    this.body = {
      message,
      ...more.errors ? { errors: more.errors } : {},
      documentation_url: DOCUMENTATION,
      status: String(status)
    };
    this.headers = more.headers ?? {};
  }
};
function notFound() {
  return new ApiError(404, "Not Found");
}
function forbidden(message = "Must have admin rights to Repository.") {
  return new ApiError(403, message);
}
function notForIntegration() {
  return new ApiError(403, "Resource not accessible by integration");
}
function conflict(message) {
  return new ApiError(409, message);
}
function invalid(...errors) {
  return new ApiError(422, "Validation Failed", { errors });
}
function unprocessable(message, errors) {
  return new ApiError(422, message, errors ? { errors } : {});
}

// src/sandbox/forge/body.ts
function text(context, field, resource5 = "Request") {
  const value = context.body[field];
  if (value === void 0 || value === null) throw invalid({ resource: resource5, field, code: "missing_field" });
  if (typeof value !== "string") throw invalid({ resource: resource5, field, code: "invalid" });
  return value;
}
function optionalText(context, field, resource5 = "Request") {
  const value = context.body[field];
  if (value === void 0 || value === null) return null;
  if (typeof value !== "string") throw invalid({ resource: resource5, field, code: "invalid" });
  return value;
}
function flag(context, field, otherwise, resource5 = "Request") {
  const value = context.body[field] ?? otherwise;
  if (typeof value !== "boolean") throw invalid({ resource: resource5, field, code: "invalid" });
  return value;
}
function texts(context, field, resource5 = "Request") {
  const value = context.body[field];
  if (value === void 0 || value === null) return null;
  if (!Array.isArray(value) || !value.every((one) => typeof one === "string"))
    throw invalid({ resource: resource5, field, code: "invalid" });
  return value;
}
function object(context, field, resource5 = "Request") {
  const value = context.body[field];
  if (value === void 0 || value === null) return null;
  if (!isObject(value)) throw invalid({ resource: resource5, field, code: "invalid" });
  return value;
}
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// src/sandbox/forge/permission.ts
var PERMISSIONS = ["none", "read", "triage", "write", "maintain", "admin"];

// src/sandbox/forge/state.ts
function nextId(state) {
  state.lastId += 1;
  return state.lastId;
}
function findAccount(state, login3) {
  const wanted2 = login3.toLowerCase();
  for (const one of state.accounts.values()) if (one.login.toLowerCase() === wanted2) return one;
  return null;
}
function findTeam(state, slug2) {
  const wanted2 = slug2.toLowerCase();
  for (const one of state.teams.values()) if (one.slug.toLowerCase() === wanted2) return one;
  return null;
}
function findApp(state, slug2) {
  for (const one of state.apps.values()) if (one.slug === slug2) return one;
  return null;
}
function findRepository(state, owner, name2) {
  const wanted2 = `${owner}/${name2}`.toLowerCase();
  for (const one of state.repositories.values()) if (fullName(state, one).toLowerCase() === wanted2) return one;
  return null;
}
function fullName(state, repository2) {
  return `${state.accounts.get(repository2.owner)?.login ?? "ghost"}/${repository2.name}`;
}

// src/sandbox/forge/access.ts
function includes(held2, wanted2) {
  return PERMISSIONS.indexOf(held2) >= PERMISSIONS.indexOf(wanted2);
}
function appOf(state, actor) {
  return actor?.kind === "app" ? state.apps.get(actor.app) ?? null : null;
}
function permissionOf(state, repository2, actor) {
  const open = repository2.private ? "none" : "read";
  if (!actor) return open;
  const app2 = appOf(state, actor);
  if (app2) return repository2.owner === state.organization ? strongest([open, appPermission(app2)]) : open;
  return strongest([open, accountPermission(state, repository2, actor.account)]);
}
function accountPermission(state, repository2, account3) {
  if (repository2.owner === account3) return "admin";
  const held2 = [repository2.collaborators.get(account3) ?? "none"];
  if (repository2.owner === state.organization) {
    const role2 = state.accounts.get(account3)?.role ?? null;
    if (role2 === "admin") return "admin";
    if (role2 === "member") held2.push(state.settings.basePermission);
    for (const team2 of state.teams.values()) {
      if (team2.members.has(account3)) held2.push(teamPermission(state, repository2, team2));
    }
  }
  return strongest(held2);
}
function teamPermission(state, repository2, team2) {
  const held2 = [];
  for (let one = team2; one; one = parentOf(state, one)) {
    held2.push(repository2.teams.get(one.id) ?? "none");
  }
  return strongest(held2);
}
function isMember(state, team2, account3) {
  if (team2.members.has(account3)) return true;
  return [...state.teams.values()].some((one) => one.parent === team2.id && isMember(state, one, account3));
}
function repositoryOf(context, wanted2 = "read") {
  const { owner = "", repo = "" } = context.params;
  const found2 = findRepository(context.state, owner, repo);
  const held2 = found2 ? permissionOf(context.state, found2, context.actor) : "none";
  if (!found2 || held2 === "none") throw notFound();
  if (!context.actor && wanted2 !== "read") throw new ApiError(401, "Requires authentication");
  if (!includes(held2, wanted2)) throw refusal(wanted2);
  if (found2.archived && wanted2 !== "read") {
    throw forbidden("Repository was archived so is read-only.");
  }
  return found2;
}
function teamOf(context) {
  organizationOf(context);
  const team2 = findTeam(context.state, context.params["team_slug"] ?? "");
  if (!team2) throw notFound();
  return team2;
}
function organizationOf(context) {
  const account3 = context.state.accounts.get(context.state.organization);
  const { actor, params, state } = context;
  if (!account3 || account3.login.toLowerCase() !== (params["org"] ?? "").toLowerCase()) throw notFound();
  if (!actor) throw new ApiError(401, "Requires authentication");
  if (actor.kind === "user" && (state.accounts.get(actor.account)?.role ?? null) === null) throw notFound();
  return account3;
}
function asker(context) {
  const account3 = context.actor ? context.state.accounts.get(context.actor.account) : void 0;
  if (!account3) throw new ApiError(401, "Requires authentication");
  return account3;
}
function parentOf(state, team2) {
  return team2.parent === null ? void 0 : state.teams.get(team2.parent);
}
function strongest(held2) {
  return held2.reduce((most, one) => includes(one, most) ? one : most, "none");
}
function appPermission(app2) {
  if (app2.permissions === null || app2.permissions["administration"] === "write") return "admin";
  return Object.values(app2.permissions).includes("write") ? "write" : "read";
}
function refusal(wanted2) {
  if (wanted2 === "admin") return forbidden();
  if (wanted2 === "maintain") return forbidden("Must have maintain rights to Repository.");
  return forbidden("Resource not accessible by personal access token");
}

// src/sandbox/forge/authenticate.ts
function authenticate(state, header2) {
  if (header2 === void 0 || header2 === "") return null;
  const actor = tokensIn(header2).map((token) => state.tokens.get(token)).find((one) => one !== void 0);
  if (!actor) throw new ApiError(401, "Bad credentials");
  return actor;
}
function tokensIn(header2) {
  const [scheme = "", value = ""] = header2.split(/\s+/u);
  if (/^(?:bearer|token)$/iu.test(scheme)) return [value];
  if (!/^basic$/iu.test(scheme)) return [];
  const [user3 = "", ...rest] = Buffer.from(value, "base64").toString("utf8").split(":");
  return [rest.join(":"), user3].filter((one) => one !== "");
}

// src/sandbox/forge/limits.ts
var MINUTE = 6e4;
var HOUR = 60 * MINUTE;
var CREATIONS_AN_HOUR = 500;
var RateLimits = class {
  #limits;
  constructor(limits) {
    this.#limits = limits;
  }
  /** Counts a request; throws 403 with the headers that GitHub gives if it is one too many. */
  take(state, actor, creates, now) {
    const mine = allowance(state, actor, now);
    const most = this.#most(state, actor);
    if (mine.used >= most) {
      throw new ApiError(
        403,
        `API rate limit exceeded for ${actor ? `user ID ${actor.account}` : "127.0.0.1"}.`,
        {
          headers: this.headers(state, actor, now)
        }
      );
    }
    if (creates) this.#create(mine, now);
    mine.used += 1;
  }
  /** Gives a request back: an answer of 304 doesn't count. */
  giveBack(state, actor, now) {
    const mine = allowance(state, actor, now);
    mine.used = Math.max(0, mine.used - 1);
  }
  /** `x-ratelimit-*`. */
  headers(state, actor, now) {
    const { limit: limit2, remaining, reset: reset2, used } = this.show(state, actor, now);
    return {
      "x-ratelimit-limit": String(limit2),
      "x-ratelimit-remaining": String(remaining),
      "x-ratelimit-reset": String(reset2),
      "x-ratelimit-resource": "core",
      "x-ratelimit-used": String(used)
    };
  }
  /** As `GET /rate_limit` gives it; `reset` in seconds. */
  show(state, actor, now) {
    const mine = allowance(state, actor, now);
    const limit2 = this.#most(state, actor);
    return {
      limit: limit2,
      remaining: Math.max(0, limit2 - mine.used),
      reset: Math.floor(mine.reset / 1e3),
      used: mine.used
    };
  }
  #most(state, actor) {
    if (this.#limits.requests !== null) return this.#limits.requests;
    if (!actor) return 60;
    if (actor.kind === "user") return 5e3;
    return state.apps.get(actor.app)?.slug === "github-actions" ? 1e3 : 5e3;
  }
  #create(mine, now) {
    mine.created = mine.created.filter((at) => at > now - HOUR && at <= now);
    const minute = mine.created.filter((at) => at > now - MINUTE);
    const most = this.#limits.creations ?? 80;
    const wait = [
      minute.length >= most ? (minute.at(-most) ?? now) + MINUTE - now : 0,
      this.#limits.creations === null && mine.created.length >= CREATIONS_AN_HOUR ? (mine.created.at(-CREATIONS_AN_HOUR) ?? now) + HOUR - now : 0
    ];
    const longest = Math.max(...wait);
    if (longest > 0) throw secondaryLimit(Math.ceil(longest / 1e3));
    mine.created.push(now);
  }
};
function secondaryLimit(seconds2) {
  return new ApiError(
    403,
    "You have exceeded a secondary rate limit and have been temporarily blocked from content creation. Please retry your request again later.",
    { headers: { "retry-after": String(seconds2) } }
  );
}
function allowance(state, actor, now) {
  const key2 = actor ? `${actor.kind} ${actor.account}` : "nobody";
  const known = state.allowances.get(key2);
  if (known && now < known.reset && known.reset <= now + HOUR) return known;
  const fresh = { reset: now + HOUR, used: 0, created: known?.created ?? [] };
  state.allowances.set(key2, fresh);
  return fresh;
}

// src/sandbox/forge/fault-error.ts
function faultError(fault) {
  if (fault.kind === "throttle") {
    return fault.code === "primary" ? new ApiError(403, "API rate limit exceeded for the sandbox.", {
      headers: { "x-ratelimit-remaining": "0" }
    }) : secondaryLimit(1);
  }
  if (fault.kind === "denied") return fault.code === "404" ? notFound() : notForIntegration();
  return fault.kind === "error-before" ? serverError(fault) : null;
}
function serverError(fault) {
  const status = /^[45]\d\d$/u.test(fault.code ?? "") ? Number(fault.code) : 500;
  return new ApiError(status, "Server Error");
}

// src/sandbox/forge/route.ts
var WITH_SLASHES = /* @__PURE__ */ new Set(["branch", "ref", "path", "basehead", "commit_sha", "name"]);
var Router = class {
  #routes;
  constructor(routes) {
    this.#routes = routes.toSorted((a, b) => fixedWords(b) - fixedWords(a)).map((route) => {
      const names2 = [];
      const source = route.path.split("/").map((part) => {
        const name2 = /^\{(\w+)\}$/u.exec(part)?.[1];
        if (name2 === void 0) return part.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");
        names2.push(name2);
        return WITH_SLASHES.has(name2) ? "(.+)" : "([^/]+)";
      }).join("/");
      return { route, pattern: new RegExp(`^${source}$`, "u"), names: names2 };
    });
  }
  /** Null: there is no such route. `path` is still percent-encoded. */
  find(method, path2) {
    const wanted2 = method === "HEAD" ? "GET" : method;
    for (const { names: names2, pattern, route } of this.#routes) {
      if (route.method !== wanted2) continue;
      const found2 = pattern.exec(path2);
      if (!found2) continue;
      const parts = names2.map((name2, index) => [name2, decode(found2[index + 1] ?? "")]);
      if (parts.some(([, part]) => part === null)) return null;
      return { route, params: Object.fromEntries(parts.map(([name2, part]) => [name2, part ?? ""])) };
    }
    return null;
  }
};
function fixedWords(route) {
  return route.path.split("/").filter((part) => !part.startsWith("{")).length;
}
function decode(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
function ok(body, headers = {}) {
  return { status: 200, body, headers };
}
function created(body) {
  return { status: 201, body };
}
function noContent() {
  return { status: 204 };
}

// src/sandbox/forge/git-http.ts
import { chmodSync, existsSync as existsSync3, mkdirSync as mkdirSync3, writeFileSync as writeFileSync3 } from "node:fs";
import { join as join4 } from "node:path";

// src/sandbox/forge/git-backend.ts
import { spawn } from "node:child_process";
import { join as join3 } from "node:path";
import { gunzipSync } from "node:zlib";

// src/sandbox/forge/git-refs.ts
var FLUSH = "0000";
var DELIMITER = "0001";
var ARGUMENT = /^(?:peel|symrefs|unborn|ref-prefix .+)$/u;
var ABOUT = /^(?:agent|object-format|session-id)=/u;
var BANNER = "# service=git-receive-pack\n";
function capabilitiesIn(advertisement) {
  const lines2 = readLines(advertisement);
  if (lines2?.[0] !== BANNER || lines2[1] !== FLUSH) return null;
  return /^[0-9a-f]{40} [^\0]+\0(.+)\n?$/u.exec(lines2[2] ?? "")?.[1] ?? null;
}
function beforePush(git, capabilities) {
  const told = sorted(git.refs.all()).filter(([ref]) => !isBelow(ref, "refs/pull"));
  if (told.length === 0) told.push(["capabilities^{}", "0".repeat(40)]);
  const lines2 = told.map(
    ([ref, id2], index) => line(`${id2} ${ref}${index === 0 ? `\0${capabilities}` : ""}
`)
  );
  return Buffer.concat([line(BANNER), Buffer.from(FLUSH), ...lines2, Buffer.from(FLUSH)]);
}
function listRefs(git, request) {
  const asked2 = readLines(request)?.map((text2) => text2.replace(/\n$/u, ""));
  if (asked2?.[0] !== "command=ls-refs" || asked2.at(-1) !== FLUSH) return null;
  const rest = asked2.slice(1, -1);
  const split = rest.indexOf(DELIMITER);
  const about = split < 0 ? rest : rest.slice(0, split);
  const options = split < 0 ? [] : rest.slice(split + 1);
  if (!about.every((one) => ABOUT.test(one)) || !options.every((one) => ARGUMENT.test(one))) return null;
  const prefixes = options.filter((one) => one.startsWith("ref-prefix ")).map((one) => one.slice("ref-prefix ".length));
  const wanted2 = (ref) => prefixes.length === 0 || prefixes.some((prefix) => ref.startsWith(prefix));
  const peel = (id2) => options.includes("peel") ? peeled(git, id2) : "";
  const lines2 = [];
  const refs = git.refs.all();
  const main = git.refs.head();
  const head = refs.get(main);
  const target = options.includes("symrefs") ? ` symref-target:${main}` : "";
  if (wanted2("HEAD") && head !== void 0) lines2.push(line(`${head} HEAD${target}${peel(head)}
`));
  else if (wanted2("HEAD") && options.includes("unborn")) lines2.push(line(`unborn HEAD${target}
`));
  for (const [ref, id2] of sorted(refs)) {
    if (wanted2(ref) && !isBelow(ref, "refs/internal")) lines2.push(line(`${id2} ${ref}${peel(id2)}
`));
  }
  return Buffer.concat([...lines2, Buffer.from(FLUSH)]);
}
function peeled(git, id2) {
  let at = id2;
  for (let text2 = git.tag(at); text2 !== null; text2 = git.tag(at)) {
    const next = /^object ([0-9a-f]{40})$/mu.exec(text2)?.[1];
    if (next === void 0) return "";
    at = next;
  }
  return at === id2 ? "" : ` peeled:${at}`;
}
function isBelow(ref, folder) {
  return ref === folder || ref.startsWith(`${folder}/`);
}
function sorted(refs) {
  return [...refs].toSorted(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}
function line(text2) {
  const bytes = Buffer.from(text2);
  return Buffer.concat([Buffer.from((bytes.length + 4).toString(16).padStart(4, "0")), bytes]);
}
function readLines(bytes) {
  const lines2 = [];
  for (let at = 0; at < bytes.length; ) {
    const mark = bytes.toString("latin1", at, at + 4);
    const length = /^[0-9a-f]{4}$/u.test(mark) ? Number.parseInt(mark, 16) : -1;
    if (length < 0 || at + length > bytes.length) return null;
    lines2.push(length < 4 ? mark : bytes.toString("utf8", at + 4, at + length));
    at += Math.max(4, length);
  }
  return lines2;
}

// src/sandbox/forge/git/environment.ts
function gitEnv(more = {}) {
  return {
    PATH: process.env["PATH"] ?? "/usr/bin:/bin",
    HOME: "/nonexistent",
    LC_ALL: "C",
    TZ: "UTC",
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_TERMINAL_PROMPT: "0",
    ...more
  };
}

// src/sandbox/forge/git/git.ts
import { spawnSync as spawnSync2 } from "node:child_process";

// src/sandbox/forge/git/ancestry.ts
var LEFT = 1;
var RIGHT = 2;
var BELOW = 4;
var Ancestry = class {
  #parentsOf;
  #places = /* @__PURE__ */ new Map();
  /** `parentsOf`: null for a commit that isn't here to read. */
  constructor(parentsOf) {
    this.#parentsOf = parentsOf;
  }
  /** Whether a commit is among the ancestors of another, or is it. */
  isAncestor(old, young) {
    const [least, most] = [this.#place(old)?.generation, this.#place(young)?.generation];
    if (least === void 0 || most === void 0) return null;
    const found2 = /* @__PURE__ */ new Set([young]);
    for (const id2 of found2) {
      if (id2 === old) return true;
      for (const parent of this.#at(id2).parents) if (this.#at(parent).generation >= least) found2.add(parent);
    }
    return false;
  }
  /** The best common ancestors: none of them comes from another. */
  mergeBases(a, b) {
    const bases = [];
    const whole2 = this.#walk(a, b, (id2, sides) => {
      if (sides === (LEFT | RIGHT)) bases.push(id2);
    });
    return whole2 ? bases : null;
  }
  /** How many commits each of two has that the other lacks. */
  apart(a, b) {
    let [left, right] = [0, 0];
    const whole2 = this.#walk(a, b, (_, sides) => {
      left += Number(sides === LEFT);
      right += Number(sides === RIGHT);
    });
    return whole2 ? { left, right } : null;
  }
  /**
   * Goes through what two commits come from, each with the sides that it is on, until nothing is left that is on one alone.
   * False: not all of it can be read.
   */
  #walk(a, b, see) {
    if (!this.#place(a) || !this.#place(b)) return false;
    const marks = /* @__PURE__ */ new Map();
    const waiting = /* @__PURE__ */ new Map();
    let open = 0;
    const mark = (id2, more) => {
      const before = marks.get(id2);
      const after = (before ?? 0) | more;
      marks.set(id2, after);
      const { generation } = this.#at(id2);
      waiting.set(generation, (waiting.get(generation) ?? /* @__PURE__ */ new Set()).add(id2));
      open += Number((after & BELOW) === 0) - Number(before !== void 0 && (before & BELOW) === 0);
    };
    mark(a, LEFT);
    mark(b, RIGHT);
    for (let at = Math.max(...waiting.keys()); at > 0 && open > 0; at--) {
      for (const id2 of waiting.get(at) ?? []) {
        const own = marks.get(id2) ?? 0;
        const common = own === (LEFT | RIGHT);
        see(id2, own);
        if ((own & BELOW) === 0) open--;
        for (const parent of this.#at(id2).parents) mark(parent, common ? own | BELOW : own);
      }
    }
    return true;
  }
  #at(id2) {
    const place = this.#place(id2);
    if (!place) throw new RangeError(`commit ${id2} was not looked at`);
    return place;
  }
  /** With all that it rests on; null if anything of it can't be read. */
  #place(id2) {
    const known = this.#places.get(id2);
    if (known) return known;
    const stack = [id2];
    for (let top = stack.at(-1); top !== void 0; top = stack.at(-1)) {
      const parents = this.#places.has(top) ? [] : this.#parentsOf(top);
      if (parents === null) return null;
      const unknown2 = parents.filter((parent) => !this.#places.has(parent));
      if (unknown2.length > 0) {
        stack.push(...unknown2);
        continue;
      }
      if (!this.#places.has(top)) {
        const generations = parents.map((parent) => this.#places.get(parent)?.generation ?? 0);
        this.#places.set(top, { parents, generation: 1 + Math.max(0, ...generations) });
      }
      stack.pop();
    }
    return this.#places.get(id2) ?? null;
  }
};

// src/sandbox/forge/git/diff.ts
var STATUS = { A: "added", D: "removed", M: "modified", T: "changed", R: "renamed", C: "copied" };
function parseDiff(bytes) {
  const whole2 = bytes.toString("utf8");
  if (whole2 === "") return [];
  const raw = [];
  let at = 0;
  const field = () => {
    const end = whole2.indexOf("\0", at);
    const value = whole2.slice(at, end);
    at = end + 1;
    return value;
  };
  while (whole2[at] === ":") {
    const [before = "", after = "", blobBefore = "", blobAfter = "", kind = ""] = field().slice(1).split(" ");
    const status = statusOf(kind);
    const first = field();
    const moved = status === "renamed" || status === "copied";
    const gone = status === "removed";
    raw.push({
      path: moved ? field() : first,
      previous: moved ? first : null,
      status,
      mode: gone ? before : after,
      blob: gone ? blobBefore : blobAfter
    });
  }
  const counts = raw.map(() => {
    const [added = "", removed = "", path2 = ""] = field().split("	");
    if (path2 === "") {
      field();
      field();
    }
    return { additions: Number(added) || 0, deletions: Number(removed) || 0, binary: added === "-" };
  });
  const patches = splitPatches(whole2.slice(at), raw);
  return raw.map((one, index) => {
    const { additions = 0, binary = false, deletions = 0 } = counts[index] ?? {};
    const patch = binary ? null : patches[index] ?? "";
    return { ...one, additions, deletions, patch: patch === "" ? null : patch };
  });
}
function statusOf(kind) {
  for (const [letter, status] of Object.entries(STATUS)) if (kind.startsWith(letter)) return status;
  return "modified";
}
function splitPatches(text2, listing) {
  const parts = text2.replace(/^\0/u, "").split(/^diff --git /mu).slice(1).map((part) => {
    const start2 = part.search(/^@@ /mu);
    return start2 < 0 ? "" : part.slice(start2).replace(/\n$/u, "");
  });
  return listing.map(({ status }) => {
    const own = parts.splice(0, status === "changed" ? 2 : 1);
    return own.filter((part) => part !== "").join("\n");
  });
}

// src/sandbox/forge/git/memory.ts
var MOST = 2e3;
var Memory = class {
  #known = /* @__PURE__ */ new Map();
  /** The answer as it was, or computed now. */
  get(question, compute) {
    const known = this.#known.get(question);
    return (known ?? keepIn(this.#known, MOST, question, { answer: compute() })).answer;
  }
};

// src/sandbox/forge/git/parse.ts
function parseCommit(bytes) {
  const whole2 = bytes.toString("utf8");
  const split = whole2.indexOf("\n\n");
  const head = split < 0 ? whole2 : whole2.slice(0, split);
  const message = split < 0 ? "" : whole2.slice(split + 2);
  const lines2 = head.replaceAll("\n ", "\0").split("\n");
  const all = (name2) => lines2.filter((line2) => line2.startsWith(`${name2} `)).map((line2) => line2.slice(name2.length + 1));
  const signature = all("gpgsig")[0]?.replaceAll("\0", "\n") ?? null;
  const signed = lines2.filter((line2) => !line2.startsWith("gpgsig ")).join("\n").replaceAll("\0", "\n ");
  return {
    tree: all("tree")[0] ?? "",
    parents: all("parent"),
    author: parseSignature(all("author")[0] ?? ""),
    committer: parseSignature(all("committer")[0] ?? ""),
    message,
    signature,
    payload: `${signed}

${message}`
  };
}
function parseTree(bytes) {
  const entries2 = [];
  for (let at = 0; at < bytes.length; ) {
    const blank = bytes.indexOf(32, at);
    const end = bytes.indexOf(0, blank);
    entries2.push({
      mode: bytes.toString("latin1", at, blank).padStart(6, "0"),
      name: bytes.toString("utf8", blank + 1, end),
      id: bytes.toString("hex", end + 1, end + 21)
    });
    at = end + 21;
  }
  return entries2;
}
function formatTree(entries2) {
  const key2 = (entry) => Buffer.from(entry.mode === "040000" ? `${entry.name}/` : entry.name);
  const sorted3 = entries2.toSorted((a, b) => Buffer.compare(key2(a), key2(b)));
  return Buffer.concat(
    sorted3.flatMap(({ id: id2, mode, name: name2 }) => [
      Buffer.from(`${mode.replace(/^0/u, "")} ${name2}\0`),
      Buffer.from(id2, "hex")
    ])
  );
}
function formatCommit(commit) {
  const lines2 = [
    `tree ${commit.tree}`,
    ...commit.parents.map((parent) => `parent ${parent}`),
    `author ${formatSignature(commit.author)}`,
    `committer ${formatSignature(commit.committer)}`
  ];
  if (commit.signature) lines2.push(`gpgsig ${commit.signature.trimEnd().replaceAll("\n", "\n ")}`);
  return Buffer.from(`${lines2.join("\n")}

${commit.message}`);
}
function parseSignature(line2) {
  const found2 = /^(.*?) ?<([^>]*)> (-?\d+) [+-]\d{4}$/u.exec(line2);
  if (!found2) return { name: "", email: "", at: 0 };
  return { name: found2[1] ?? "", email: found2[2] ?? "", at: Number(found2[3]) * 1e3 };
}
function formatSignature({ at, email, name: name2 }) {
  return `${clean(name2)} <${clean(email)}> ${Math.floor(at / 1e3)} +0000`;
}
function clean(text2) {
  return text2.replaceAll(/[<>\n\0]/gu, "");
}

// src/sandbox/forge/git/trees.ts
var FOLDER = "040000";
function withFiles(objects, tree, changes) {
  const entries2 = new Map(entriesOf(objects, tree).map((entry) => [entry.name, entry]));
  const below = /* @__PURE__ */ new Map();
  for (const [path2, placed2] of changes) {
    const slash = path2.indexOf("/");
    if (slash !== -1) {
      const folder = path2.slice(0, slash);
      const inside = below.get(folder) ?? /* @__PURE__ */ new Map();
      below.set(folder, inside.set(path2.slice(slash + 1), placed2));
    } else if (placed2 === null) entries2.delete(path2);
    else entries2.set(path2, { mode: placed2.mode, id: placed2.id, name: path2 });
  }
  for (const [name2, inside] of below) {
    const old = entries2.get(name2);
    const id2 = withFiles(objects, old?.mode === FOLDER ? old.id : null, inside);
    if (entriesOf(objects, id2).length === 0) entries2.delete(name2);
    else entries2.set(name2, { mode: FOLDER, name: name2, id: id2 });
  }
  return objects.write("tree", formatTree([...entries2.values()]));
}
function changesBetween(objects, before, after) {
  const found2 = /* @__PURE__ */ new Map();
  compare(objects, before, after, "", found2);
  return found2;
}
function compare(objects, before, after, under, found2) {
  if (before === after) return;
  const [old, young] = [before, after].map(
    (tree) => new Map(entriesOf(objects, tree).map((entry) => [entry.name, entry]))
  );
  for (const name2 of /* @__PURE__ */ new Set([...old?.keys() ?? [], ...young?.keys() ?? []])) {
    const [one, other] = [old?.get(name2), young?.get(name2)];
    if (one?.id === other?.id && one?.mode === other?.mode) continue;
    const path2 = `${under}${name2}`;
    const folders = [one, other].map((entry) => entry?.mode === FOLDER ? entry.id : null);
    if (other && other.mode !== FOLDER) found2.set(path2, { mode: other.mode, id: other.id });
    else if (one && one.mode !== FOLDER) found2.set(path2, null);
    compare(objects, folders[0] ?? null, folders[1] ?? null, `${path2}/`, found2);
  }
}
function mergeApart(objects, base, ours, theirs) {
  if (ours === base) return theirs;
  if (theirs === base || theirs === ours) return ours;
  const [mine, yours] = [changesBetween(objects, base, ours), changesBetween(objects, base, theirs)];
  if (mayRename(mine) || mayRename(yours) || meet(mine, yours) || meet(yours, mine)) return null;
  return withFiles(objects, ours, yours);
}
function mayRename(changes) {
  const taken2 = [...changes.values()].filter((placed2) => placed2 === null).length;
  return taken2 > 0 && taken2 < changes.size;
}
function meet(some, others) {
  return [...some.keys()].some((path2) => {
    for (let end = path2.length; end > 0; end = path2.lastIndexOf("/", end - 1))
      if (others.has(path2.slice(0, end))) return true;
    return false;
  });
}
function entriesOf(objects, tree) {
  return tree === null ? [] : parseTree(objects.read(tree)?.bytes ?? Buffer.alloc(0));
}

// src/sandbox/forge/git/plain-diff.ts
var LOOKED_AT = 8e3;
function plainDiff(objects, before, after) {
  const [there, back] = [changesBetween(objects, before, after), changesBetween(objects, after, before)];
  const came = [...there].flatMap(([path2, file]) => file ? [{ path: path2, file }] : []);
  const went = [...back].flatMap(([path2, file]) => file ? [{ path: path2, file }] : []);
  if (came.length > 0 && went.length > 0) return null;
  const found2 = [];
  for (const { path: path2, file } of [...came, ...went].toSorted(byBytes)) {
    const one = whole(objects, file, came.length > 0 ? "+" : "-");
    if (!one) return null;
    found2.push({ path: path2, ...one });
  }
  return found2;
}
function whole(objects, { id: id2, mode }, sign) {
  const object3 = objects.read(id2);
  if (object3?.type !== "blob" || !/^100(?:644|755)$/u.test(mode)) return null;
  const { bytes } = object3;
  const isText = !bytes.subarray(0, LOOKED_AT).includes(0);
  const lines2 = isText && bytes.length > 0 ? bytes.toString("utf8").split("\n") : [];
  const isEnded = lines2.at(-1) === "";
  if (isEnded) lines2.pop();
  const count2 = lines2.length === 1 ? "1" : `1,${lines2.length}`;
  const head = sign === "+" ? `@@ -0,0 +${count2} @@` : `@@ -${count2} +0,0 @@`;
  const patch = [head, ...lines2.map((line2) => `${sign}${line2}`)].join("\n");
  return {
    previous: null,
    status: sign === "+" ? "added" : "removed",
    mode,
    blob: id2,
    additions: sign === "+" ? lines2.length : 0,
    deletions: sign === "+" ? 0 : lines2.length,
    patch: lines2.length === 0 ? null : `${patch}${isEnded ? "" : "\n\\ No newline at end of file"}`
  };
}
function byBytes(a, b) {
  return Buffer.compare(Buffer.from(a.path), Buffer.from(b.path));
}

// src/sandbox/forge/git/objects.ts
import { spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deflateSync, inflateSync } from "node:zlib";
var TYPES = /* @__PURE__ */ new Set(["commit", "tree", "blob", "tag"]);
var CACHED = 4096;
var LARGE = 256 * 1024;
var Objects = class {
  #dir;
  #cache = /* @__PURE__ */ new Map();
  /** Folders of objects that are there. */
  #folders = /* @__PURE__ */ new Set();
  constructor(dir) {
    this.#dir = dir;
  }
  /** Null: there is no such object. */
  read(id2) {
    return this.#read(id2, () => this.#readPacked(id2));
  }
  /** The same for what takes no process to read; null for everything else. */
  loose(id2) {
    return this.#read(id2, () => null);
  }
  #read(id2, otherwise) {
    if (!/^[0-9a-f]{40}$/u.test(id2)) return null;
    const known = this.#cache.get(id2);
    if (known) return known;
    const found2 = this.#readLoose(id2) ?? otherwise();
    if (found2) this.#remember(id2, found2);
    return found2;
  }
  #remember(id2, object3) {
    if (object3.bytes.length < LARGE) keepIn(this.#cache, CACHED, id2, object3);
  }
  /** Writes an object and gives its id. */
  write(type, bytes) {
    const whole2 = Buffer.concat([Buffer.from(`${type} ${bytes.length}\0`), bytes]);
    const id2 = createHash("sha1").update(whole2).digest("hex");
    if (this.#cache.has(id2)) return id2;
    const path2 = this.#path(id2);
    if (existsSync(path2)) return id2;
    this.#makeFolder(id2.slice(0, 2));
    const draft = `${path2}.${randomBytes(6).toString("hex")}`;
    writeFileSync(draft, deflateSync(whole2, { level: 1 }), { mode: 292 });
    renameSync(draft, path2);
    this.#remember(id2, { type, bytes });
    return id2;
  }
  #makeFolder(name2) {
    if (this.#folders.has(name2)) return;
    mkdirSync(join(this.#dir, "objects", name2), { recursive: true });
    this.#folders.add(name2);
  }
  #path(id2) {
    return join(this.#dir, "objects", id2.slice(0, 2), id2.slice(2));
  }
  #readLoose(id2) {
    const path2 = this.#path(id2);
    if (!existsSync(path2)) return null;
    const whole2 = inflateSync(readFileSync(path2));
    const end = whole2.indexOf(0);
    const type = whole2.toString("latin1", 0, whole2.indexOf(32));
    return isType(type) ? { type, bytes: whole2.subarray(end + 1) } : null;
  }
  #readPacked(id2) {
    const answer4 = spawnSync("git", ["--git-dir", this.#dir, "cat-file", "--batch"], {
      input: `${id2}
`,
      env: gitEnv(),
      maxBuffer: 1 << 30
    });
    const end = answer4.stdout.indexOf(10);
    const [, type = "", size = ""] = answer4.stdout.toString("latin1", 0, Math.max(0, end)).split(" ");
    if (!isType(type)) return null;
    return { type, bytes: answer4.stdout.subarray(end + 1, end + 1 + Number(size)) };
  }
};
function isType(type) {
  return TYPES.has(type);
}

// src/sandbox/forge/git/refs.ts
import { existsSync as existsSync2, mkdirSync as mkdirSync2, readdirSync, readFileSync as readFileSync2, rmSync, writeFileSync as writeFileSync2 } from "node:fs";
import { dirname, join as join2, relative } from "node:path";
var Refs = class {
  #dir;
  constructor(dir) {
    this.#dir = dir;
  }
  /** Moves, makes or removes (null) a ref, in the state and in the directory. */
  set(repository2, ref, to) {
    const path2 = join2(this.#dir, ref);
    if (to === null) {
      repository2.refs.delete(ref);
      rmSync(path2, { force: true });
      if (this.#packed().has(ref)) this.write(repository2.refs);
      return;
    }
    mkdirSync2(dirname(path2), { recursive: true });
    writeFileSync2(path2, `${to}
`);
    repository2.refs.set(ref, to);
  }
  /** Where a ref stands in the directory, after git has been at work there; null: there is none. */
  at(ref) {
    const path2 = join2(this.#dir, ref);
    if (existsSync2(path2)) return readFileSync2(path2, "latin1").trim();
    return this.#packed().get(ref) ?? null;
  }
  /** All refs as they stand in the directory. */
  all() {
    const found2 = this.#packed();
    const root2 = join2(this.#dir, "refs");
    for (const entry of readdirSync(root2, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || entry.name.endsWith(".lock")) continue;
      const ref = relative(this.#dir, join2(entry.parentPath, entry.name));
      const id2 = this.at(ref);
      if (id2 !== null) found2.set(ref, id2);
    }
    return found2;
  }
  /** The branch that HEAD names in the directory. */
  head() {
    return readFileSync2(join2(this.#dir, "HEAD"), "utf8").trim().replace(/^ref: /u, "");
  }
  /** Makes the directory's refs exactly these. */
  write(refs) {
    rmSync(join2(this.#dir, "refs"), { recursive: true, force: true });
    mkdirSync2(join2(this.#dir, "refs", "heads"), { recursive: true });
    mkdirSync2(join2(this.#dir, "refs", "tags"), { recursive: true });
    const sorted3 = [...refs].toSorted(([a], [b]) => a < b ? -1 : 1);
    const written = sorted3.map(([ref, id2]) => `${id2} ${ref}
`).join("");
    writeFileSync2(join2(this.#dir, "packed-refs"), `# pack-refs with: sorted 
${written}`);
  }
  #packed() {
    const path2 = join2(this.#dir, "packed-refs");
    if (!existsSync2(path2)) return /* @__PURE__ */ new Map();
    const found2 = readFileSync2(path2, "utf8").matchAll(/^([0-9a-f]{40}) (.+)$/gmu);
    return new Map([...found2].map(([, id2 = "", ref = ""]) => [ref, id2]));
  }
};

// src/sandbox/forge/git/git.ts
var ABSENT = "0".repeat(40);
var LINEAR = /* @__PURE__ */ new Set(["--topo-order", "--reverse", "--first-parent"]);
var Git = class {
  dir;
  /** The refs as the directory has them. */
  refs;
  #objects;
  #ancestry;
  #bases = new Memory();
  #logs = new Memory();
  #distances = new Memory();
  #diffs = new Memory();
  #merges = new Memory();
  constructor(dir) {
    this.dir = dir;
    this.refs = new Refs(dir);
    this.#objects = new Objects(dir);
    this.#ancestry = new Ancestry((id2) => {
      const object3 = this.#objects.loose(id2);
      return object3?.type === "commit" ? parseCommit(object3.bytes).parents : null;
    });
  }
  /** A commit; null if there is none of this id. */
  commit(id2) {
    const found2 = this.#objects.read(id2);
    return found2?.type === "commit" ? parseCommit(found2.bytes) : null;
  }
  /** The entries of a tree; null if there is none of this id. */
  tree(id2) {
    const found2 = this.#objects.read(id2);
    return found2?.type === "tree" ? parseTree(found2.bytes) : null;
  }
  /** The bytes of a blob; null if there is none of this id. */
  blob(id2) {
    const found2 = this.#objects.read(id2);
    return found2?.type === "blob" ? found2.bytes : null;
  }
  /** The text of an annotated tag; null if there is none of this id. */
  tag(id2) {
    const found2 = this.#objects.read(id2);
    return found2?.type === "tag" ? found2.bytes.toString("utf8") : null;
  }
  /** What kind of object an id names; null: it is unknown. */
  type(id2) {
    return this.#objects.read(id2)?.type ?? null;
  }
  /** What lies at a path in a commit or tree: an entry, or null. An empty path is the root tree. */
  at(treeish, path2) {
    let here = { mode: "040000", name: "", id: this.commit(treeish)?.tree ?? treeish };
    for (const part of path2.split("/").filter((one) => one !== "")) {
      const next = here.mode === "040000" ? this.tree(here.id)?.find((one) => one.name === part) : void 0;
      if (!next) return null;
      here = next;
    }
    return here;
  }
  /** The bytes of a file in a commit; null if there is none. */
  file(commit, path2) {
    const found2 = this.at(commit, path2);
    return found2 && found2.mode !== "040000" ? this.blob(found2.id) : null;
  }
  writeBlob(bytes) {
    return this.#objects.write("blob", bytes);
  }
  writeTree(entries2) {
    return this.#objects.write("tree", formatTree(entries2));
  }
  writeCommit(commit) {
    return this.#objects.write("commit", formatCommit(commit));
  }
  writeTag(text2) {
    return this.#objects.write("tag", Buffer.from(text2));
  }
  /** A tree with one file put at a path, or taken away (null). Folders that become empty go. */
  withFile(tree, path2, file) {
    return this.withFiles(tree, /* @__PURE__ */ new Map([[path2, file]]));
  }
  /** A tree with files put or taken away (null). Folders that become empty go. */
  withFiles(tree, changes) {
    return withFiles(this.#objects, tree, changes);
  }
  /** What makes the tree of one commit that of another (null: an empty one), file by file. */
  changes(before, after) {
    return changesBetween(this.#objects, this.#treeOf(before), this.#treeOf(after));
  }
  #treeOf(treeish) {
    return treeish === null ? null : this.commit(treeish)?.tree ?? treeish;
  }
  /** Takes in the objects of a pack. */
  unpack(pack) {
    this.#run(["unpack-objects", "-q"], [0], pack);
  }
  /** The best common ancestor; null if there is none. */
  mergeBase(a, b) {
    if (a === b) return a;
    return this.#bases.get(`${a} ${b}`, () => {
      const bases = this.#ancestry.mergeBases(a, b);
      if (bases && bases.length < 2) return bases[0] ?? null;
      return this.#run(["merge-base", a, b], [0, 1]).toString().trim() || null;
    });
  }
  /** Whether a commit is among the ancestors of another, or is it. */
  isAncestor(old, young) {
    return this.#ancestry.isAncestor(old, young) ?? this.mergeBase(old, young) === old;
  }
  /** The refs below a folder from which a commit can be reached, as the directory has them. */
  refsWith(commit, folder) {
    return new Set(lines(this.#run(["for-each-ref", "--format=%(refname)", "--contains", commit, folder])));
  }
  /** Commits reachable from `to` but not from `from` (null: all), newest first as `git log` orders them. */
  log(to, from, options = []) {
    return this.#logs.get(`${to} ${from ?? ""} ${options.join(" ")}`, () => {
      const line2 = this.#line(to, from, options);
      if (line2) return options.includes("--reverse") ? line2.toReversed() : line2;
      const paths = options.includes("--") ? [] : ["--"];
      return lines(this.#run(["rev-list", to, ...from === null ? [] : [`^${from}`], ...options, ...paths]));
    });
  }
  /** The same without a process where history is one line of commits, or only one is asked for; else null. */
  #line(to, from, options) {
    if (from === null || options.some((one) => !LINEAR.has(one))) return null;
    const found2 = [];
    for (let at = to; at !== void 0; ) {
      const past = this.#ancestry.isAncestor(at, from);
      if (past === true) return found2;
      const parents = this.commit(at)?.parents ?? [];
      if (past === null || parents.length > 1 && !options.includes("--first-parent")) return null;
      found2.push(at);
      at = parents[0];
    }
    return found2;
  }
  /** How many commits each side has that the other lacks. */
  distance(a, b) {
    return this.#distances.get(`${a} ${b}`, () => {
      const apart = this.#ancestry.apart(a, b);
      if (apart) return { ahead: apart.right, behind: apart.left };
      const counted = this.#run(["rev-list", "--left-right", "--count", `${a}...${b}`]).toString().trim();
      const [behind = "0", ahead = "0"] = counted.split(/\s+/u);
      return { ahead: Number(ahead), behind: Number(behind) };
    });
  }
  /** What differs between two commits or trees, with patches and renames as GitHub shows them. `before` null: everything came. */
  diff(before, after) {
    return this.#diffs.get(`${before ?? ""} ${after}`, () => {
      const plain = plainDiff(this.#objects, this.#treeOf(before), this.#treeOf(after));
      if (plain) return plain;
      const from = before ?? this.writeTree([]);
      return parseDiff(
        this.#run([
          "-c",
          "core.quotePath=false",
          "diff-tree",
          "-r",
          "--raw",
          "--numstat",
          "--patch",
          "-z",
          "-M",
          "--no-abbrev",
          "--full-index",
          "--no-color",
          from,
          after
        ])
      );
    });
  }
  /** The tree that merging two commits gives. */
  merge(ours, theirs) {
    return this.#merges.get(`${ours} ${theirs}`, () => {
      const apart = this.#mergeApart(ours, theirs);
      if (apart !== null) return { clean: true, tree: apart };
      const args = ["merge-tree", "--write-tree", "--name-only", "--no-messages", "-z", ours, theirs];
      const [tree = "", ...conflicts] = this.#run(args, [0, 1]).toString("utf8").split("\0").filter((one) => one !== "");
      return conflicts.length === 0 ? { clean: true, tree } : { clean: false, conflicts };
    });
  }
  #mergeApart(ours, theirs) {
    const bases = this.#ancestry.mergeBases(ours, theirs);
    if (bases?.length !== 1) return null;
    const [base, mine, yours] = [bases[0] ?? "", ours, theirs].map((id2) => this.commit(id2)?.tree);
    if (base === void 0 || mine === void 0 || yours === void 0) return null;
    return mergeApart(this.#objects, base, mine, yours);
  }
  /** The tree that repeating a commit on another one gives. A commit with the other's tree stands in for git 2.40's `--merge-base`. */
  replay(commit, onto) {
    const what = this.commit(commit);
    const base = this.commit(onto);
    if (!what || !base) throw new RangeError(`no commit ${commit} or ${onto}`);
    const standIn = this.writeCommit({ ...base, parents: what.parents.slice(0, 1), signature: null });
    return this.merge(standIn, commit);
  }
  #run(args, good = [0], input) {
    const done = spawnSync2("git", ["--git-dir", this.dir, ...args], {
      env: gitEnv(),
      maxBuffer: 1 << 30,
      ...input ? { input } : {}
    });
    if (done.status === null || !good.includes(done.status)) {
      throw new Error(`git ${args[0] ?? ""} failed in the forge: ${done.stderr.toString()}`, {
        cause: done.error
      });
    }
    return done.stdout;
  }
};
function lines(bytes) {
  return bytes.toString("utf8").split("\n").filter((line2) => line2 !== "");
}

// src/sandbox/forge/git-backend.ts
function bodyOf(request) {
  return request.headers["content-encoding"] === "gzip" ? gunzipSync(request.bytes) : request.bytes;
}
async function backend({ hub }, request, asked2, more = {}) {
  const { actor, folder, repository: repository2, service } = asked2;
  const protocol = request.headers["git-protocol"];
  const body = bodyOf(request);
  const git = (args, env = {}) => run(args, { ...typeof protocol === "string" ? { GIT_PROTOCOL: protocol } : {}, ...more, ...env }, body);
  const login3 = actor ? hub.state.accounts.get(actor.account)?.login ?? "" : "";
  const directory = join3(hub.disk.root, folder ?? `${repository2.id}.git`);
  const known = answerHere(
    folder === void 0 ? hub.git(repository2) : new Git(directory),
    request,
    asked2,
    body
  );
  if (known) return known;
  const program = /^git-(upload|receive)-pack$/u.exec(service)?.[1];
  if (program && request.method === "POST" && request.headers["content-type"] === typeOf(service, "request")) {
    const { out: out2 } = await git(
      [`${program}-pack`, "--stateless-rpc", directory],
      // As http-backend names whoever pushes.
      {
        GIT_COMMITTER_NAME: login3 || "anonymous",
        GIT_COMMITTER_EMAIL: `${login3 || "anonymous"}@http.127.0.0.1`
      }
    );
    return { status: 200, type: typeOf(service, "result"), body: out2, headers: FRESH };
  }
  const { err, out } = await git(["http-backend"], {
    GIT_PROJECT_ROOT: hub.disk.root,
    GIT_HTTP_EXPORT_ALL: "1",
    PATH_INFO: `/${folder ?? `${repository2.id}.git`}/${service}`,
    REQUEST_METHOD: request.method,
    QUERY_STRING: queryOf(request),
    CONTENT_TYPE: request.headers["content-type"] ?? "",
    CONTENT_LENGTH: String(body.length),
    REMOTE_USER: login3,
    REMOTE_ADDR: "127.0.0.1"
  });
  const reply = readCgi(out);
  if (!reply) throw new Error(`git http-backend: ${err.toString("utf8")}`);
  learn(request, asked2, reply);
  return reply;
}
var learnt = { push: null, fetch: null };
function learn(request, { service }, reply) {
  if (service !== "info/refs" || request.method !== "GET" || reply.status !== 200) return;
  if (!Buffer.isBuffer(reply.body)) return;
  if (queryOf(request) === "service=git-receive-pack" && isUsual(request))
    learnt.push = capabilitiesIn(reply.body);
  if (queryOf(request) === "service=git-upload-pack" && isSecond(request)) learnt.fetch = reply;
}
function answerHere(git, request, asked2, body) {
  const { service } = asked2;
  if (service === "git-upload-pack" && request.method === "POST" && isSecond(request)) {
    const refs = listRefs(git, body);
    return refs && { status: 200, type: typeOf(service, "result"), body: refs, headers: FRESH };
  }
  if (service !== "info/refs" || request.method !== "GET") return null;
  if (queryOf(request) === "service=git-upload-pack" && isSecond(request)) return learnt.fetch;
  if (queryOf(request) !== "service=git-receive-pack" || !isUsual(request)) return null;
  if (learnt.push === null) return null;
  const type = typeOf("git-receive-pack", "advertisement");
  return { status: 200, type, body: beforePush(git, learnt.push), headers: FRESH };
}
function isSecond(request) {
  return request.headers["git-protocol"] === "version=2";
}
function isUsual(request) {
  return request.headers["git-protocol"] === void 0 || isSecond(request);
}
function queryOf({ url }) {
  return url.split("?")[1] ?? "";
}
function typeOf(service, what) {
  return `application/x-${service}-${what}`;
}
var FRESH = {
  expires: "Fri, 01 Jan 1980 00:00:00 GMT",
  pragma: "no-cache",
  "cache-control": "no-cache, max-age=0, must-revalidate"
};
function run(args, env, input) {
  const child = spawn("git", args, { env: gitEnv(env), stdio: ["pipe", "pipe", "pipe"] });
  return new Promise((resolve5, reject) => {
    const out = [];
    const err = [];
    child.stdout.on("data", (chunk) => out.push(chunk));
    child.stderr.on("data", (chunk) => err.push(chunk));
    child.on("error", reject);
    child.on("close", () => resolve5({ out: Buffer.concat(out), err: Buffer.concat(err) }));
    child.stdin.on("error", () => void 0);
    child.stdin.end(input);
  });
}
function readCgi(whole2) {
  const end = whole2.indexOf("\r\n\r\n");
  if (end < 0) return null;
  const headers = {};
  for (const line2 of whole2.toString("latin1", 0, end).split("\r\n")) {
    const colon = line2.indexOf(":");
    headers[line2.slice(0, colon).toLowerCase()] = line2.slice(colon + 1).trim();
  }
  const { "content-type": type = "", status = "200", ...others } = headers;
  return { status: Number(status.split(" ")[0]), type, body: whole2.subarray(end + 4), headers: others };
}

// src/sandbox/forge/protection/ref-pattern.ts
function matchesRef(pattern, ref, defaultBranch) {
  if (pattern === "~ALL") return true;
  if (pattern === "~DEFAULT_BRANCH") return ref === `refs/heads/${defaultBranch}`;
  return toRegExp(pattern).test(ref);
}
function toRegExp(pattern) {
  const source = pattern.split(/(\*\*\/?|\*|\?)/u).map((piece) => {
    if (piece === "**/") return "(?:.*/)?";
    if (piece === "**") return ".*";
    if (piece === "*") return "[^/]*";
    if (piece === "?") return "[^/]";
    return piece.replaceAll(/[.+^${}()|[\]\\]/gu, String.raw`\$&`);
  }).join("");
  return new RegExp(`^${source}$`, "u");
}

// src/sandbox/forge/protection/gate.ts
function gatesOf(scene, repository2, ref) {
  const gates = [];
  const branch2 = /^refs\/heads\/(.+)$/u.exec(ref)?.[1];
  const classic = branch2 === void 0 ? void 0 : repository2.protection.get(branch2);
  if (classic) gates.push(classicGate(scene.state, repository2, classic));
  for (const ruleset3 of rulesetsOf(repository2, ref)) gates.push(rulesetGate(scene.state, repository2, ruleset3));
  return gates;
}
function rulesetsOf(repository2, ref) {
  return repository2.rulesets.filter(
    ({ enforcement, exclude, include, target }) => enforcement === "active" && ref.startsWith(target === "tag" ? "refs/tags/" : "refs/heads/") && target !== "push" && include.some((pattern) => matchesRef(pattern, ref, repository2.defaultBranch)) && !exclude.some((pattern) => matchesRef(pattern, ref, repository2.defaultBranch))
  );
}
function isListed(state, list21, actor) {
  if (actor.kind === "app") return list21.apps.includes(actor.app);
  if (list21.users.includes(actor.account)) return true;
  return list21.teams.some((id2) => {
    const team2 = state.teams.get(id2);
    return team2 !== void 0 && isMember(state, team2, actor.account);
  });
}
function classicGate(state, repository2, rule) {
  const forbids = /* @__PURE__ */ new Set();
  if (!rule.allowForcePushes) forbids.add("non_fast_forward");
  if (!rule.allowDeletions) forbids.add("deletion");
  if (rule.linearHistory) forbids.add("merges");
  if (rule.lockBranch) forbids.add("update");
  const { checks, restrictions, reviews } = rule;
  return {
    ruleset: null,
    reviews: reviews && { ...reviews, methods: null },
    checks,
    pushers: restrictions,
    forbids,
    hardHistory: true,
    // An App is no administrator, whatever it may do: it must be named.
    bypass: (actor) => !rule.enforceAdmins && actor.kind === "user" && includes(permissionOf(state, repository2, actor), "admin") ? "always" : null,
    skipsReviews: (actor) => reviews !== null && isListed(state, reviews.bypass, actor)
  };
}
function rulesetGate(state, repository2, ruleset3) {
  const rule = (type) => ruleset3.rules.find((one) => one.type === type);
  const pull = rule("pull_request");
  const checks = rule("required_status_checks");
  const forbids = /* @__PURE__ */ new Set();
  for (const type of ["creation", "update", "deletion", "non_fast_forward"]) {
    if (rule(type)) forbids.add(type);
  }
  if (rule("required_linear_history")) forbids.add("merges");
  if (rule("merge_queue")) forbids.add("direct");
  return {
    ruleset: ruleset3,
    reviews: pull ? reviewsOf(pull) : null,
    checks: checks ? checksOf(checks) : null,
    pushers: null,
    forbids,
    hardHistory: false,
    bypass: (actor) => bypassOf(state, repository2, ruleset3, actor),
    skipsReviews: () => false
  };
}
function bypassOf(state, repository2, ruleset3, actor) {
  const named6 = ruleset3.bypass.filter((entry) => isBypasser(state, repository2, entry, actor));
  const modes = new Set(named6.map(({ mode }) => mode));
  return ["exempt", "always", "pull_request"].find((mode) => modes.has(mode)) ?? null;
}
var ROLES = /* @__PURE__ */ new Map([
  [2, "maintain"],
  [4, "write"],
  [5, "admin"]
]);
function isBypasser(state, repository2, { actor: id2, type }, actor) {
  switch (type) {
    case "OrganizationAdmin":
      return actor.kind === "user" && state.accounts.get(actor.account)?.role === "admin";
    case "Integration":
      return actor.kind === "app" && actor.app === id2;
    case "Team":
      return id2 !== null && isListed(state, { users: [], teams: [id2], apps: [] }, actor);
    case "RepositoryRole": {
      const role2 = [...ROLES].find(([number2]) => number2 === id2)?.[1];
      return role2 !== void 0 && actor.kind === "user" && includes(permissionOf(state, repository2, actor), role2);
    }
    case "DeployKey":
      return false;
    default: {
      const never = type;
      return never;
    }
  }
}
function reviewsOf({ parameters = {} }) {
  const count2 = parameters["required_approving_review_count"];
  const methods = parameters["allowed_merge_methods"];
  return {
    count: typeof count2 === "number" ? count2 : 0,
    codeOwners: parameters["require_code_owner_review"] === true,
    dismissStale: parameters["dismiss_stale_reviews_on_push"] === true,
    lastPush: parameters["require_last_push_approval"] === true,
    dismissal: dismissalOf(parameters["dismissal_restriction"]),
    methods: Array.isArray(methods) ? methods.filter((one) => typeof one === "string") : null
  };
}
function dismissalOf(value) {
  if (!isObject(value) || value["enabled"] !== true) return null;
  const listed2 = value["allowed_actors"];
  const actors = Array.isArray(listed2) ? listed2.filter(isObject) : [];
  const ids = (type) => actors.filter((one) => one["type"] === type).map((one) => Number(one["id"]));
  return { users: ids("User"), teams: ids("Team"), apps: ids("Integration") };
}
function checksOf({ parameters = {} }) {
  const listed2 = parameters["required_status_checks"];
  const contexts = (Array.isArray(listed2) ? listed2.filter(isObject) : []).map((one) => ({
    context: String(one["context"]),
    app: typeof one["integration_id"] === "number" ? one["integration_id"] : null
  }));
  return { strict: parameters["strict_required_status_checks_policy"] === true, contexts };
}

// src/sandbox/forge/protection/approvals.ts
var CODEOWNERS_PATHS = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"];
function lacking(scene, repository2, pull, wanted2) {
  const opinions = latestOpinions(pull).filter(({ author: author2 }) => mayWrite(scene.state, repository2, author2));
  const author = repository2.issues.get(pull.number)?.author;
  const approvals = opinions.filter((one) => one.state === "APPROVED" && one.author !== author);
  const reasons = [];
  if (opinions.some(({ state }) => state === "CHANGES_REQUESTED")) {
    reasons.push("Changes have been requested by reviewers with write access.");
  }
  if (approvals.length < wanted2.count) {
    const what = wanted2.count === 1 ? "1 approving review is" : `${wanted2.count} approving reviews are`;
    reasons.push(`At least ${what} required by reviewers with write access.`);
  }
  if (wanted2.codeOwners) reasons.push(...ownersLacking(scene, repository2, pull, approvals));
  if (wanted2.lastPush && !lastPushApproved(repository2, scene.state, pull, approvals)) {
    reasons.push("New changes require approval from someone other than the last pusher.");
  }
  return reasons;
}
function latestOpinions(pull) {
  const latest = /* @__PURE__ */ new Map();
  for (const review of pull.reviews) {
    const { author, state } = review;
    if (author === null || state === "COMMENTED" || state === "PENDING") continue;
    latest.set(author, { ...review, author });
  }
  return [...latest.values()];
}
function actorOf(state, account3) {
  const app2 = [...state.apps.values()].find((one) => one.bot === account3);
  return app2 ? { kind: "app", account: account3, app: app2.id } : { kind: "user", account: account3 };
}
function mayWrite(state, repository2, account3) {
  return includes(permissionOf(state, repository2, actorOf(state, account3)), "write");
}
function ownersLacking({ forge: forge2, state }, repository2, pull, approvals) {
  const git = forge2.git(repository2);
  const tip = repository2.refs.get(`refs/heads/${pull.baseRef}`);
  if (tip === void 0) return [];
  const file = CODEOWNERS_PATHS.map((path2) => git.file(tip, path2)).find((bytes) => bytes !== null);
  if (!file) return [];
  const owners = ownersOf(file.toString("utf8"));
  const reasons = /* @__PURE__ */ new Set();
  for (const { path: path2, previous } of git.diff(git.mergeBase(tip, pull.head), pull.head)) {
    for (const touched of previous === null ? [path2] : [path2, previous]) {
      const able = (owners(touched)?.owners ?? []).flatMap((owner) => resolve(state, repository2, owner) ?? []);
      if (able.length === 0) continue;
      if (approvals.some(({ author }) => able.some(({ includes: has }) => has(author)))) continue;
      reasons.add(`Waiting on code owner review from ${able.map(({ name: name2 }) => name2).join(" and/or ")}.`);
    }
  }
  return [...reasons];
}
function resolve(state, repository2, owner) {
  const [first = "", slug2] = owner.replace(/^@/u, "").split("/");
  if (slug2 === void 0) {
    const account3 = findAccount(state, first);
    if (!account3 || !mayWrite(state, repository2, account3.id)) return null;
    return { name: account3.login, includes: (id2) => id2 === account3.id };
  }
  const team2 = findTeam(state, slug2);
  if (!team2 || team2.privacy === "secret" || !includes(teamPermission(state, repository2, team2), "write"))
    return null;
  return { name: `${first}/${team2.slug}`, includes: (id2) => isMember(state, team2, id2) };
}
function lastPushApproved(repository2, state, pull, approvals) {
  const home = pull.headRepository === null ? repository2 : state.repositories.get(pull.headRepository) ?? repository2;
  const ref = `refs/heads/${pull.headRef}`;
  const last = home.activity.findLast((one) => one.ref === ref && one.after === pull.head);
  return approvals.some(({ author, commit }) => commit === pull.head && author !== (last?.actor ?? null));
}

// src/sandbox/forge/protection/required-checks.ts
var PASSING = /* @__PURE__ */ new Set(["success", "neutral", "skipped"]);
function failing(state, repository2, commit, { contexts }) {
  return contexts.flatMap(({ app: app2, context }) => {
    const runs = latestBy(
      repository2.checkRuns.filter(
        (one) => one.sha === commit && one.name === context && (app2 === null || one.app === app2)
      ),
      (one) => one.app
    );
    const bot = app2 === null ? null : state.apps.get(app2)?.bot ?? -1;
    const statuses = latestBy(
      repository2.statuses.filter(
        (one) => one.sha === commit && one.context.toLowerCase() === context.toLowerCase() && (bot === null || one.creator === bot)
      ),
      (one) => one.context.toLowerCase()
    );
    if (runs.length + statuses.length === 0) return [`Required status check "${context}" is expected.`];
    if (statuses.some((one) => one.state === "failure" || one.state === "error")) return [failed(context)];
    if (runs.some((one) => one.status === "completed" && !PASSING.has(one.conclusion)))
      return [failed(context)];
    const open = runs.some((one) => one.status !== "completed") || statuses.some((one) => one.state === "pending");
    return open ? [`Required status check "${context}" is in progress.`] : [];
  });
}
function isBehind(git, tip, pull) {
  return tip !== void 0 && !git.isAncestor(tip, pull.head);
}
function failed(context) {
  return `Required status check "${context}" is failing.`;
}
function latestBy(items3, kind) {
  return [...new Map(items3.map((item) => [kind(item), item])).values()];
}

// src/sandbox/forge/protection.ts
function mayPush(scene, repository2, actor, move2) {
  if (move2.before === move2.after) return { allowed: true, reasons: [], bypassed: false };
  return judge(scene, repository2, move2.ref, (gate) => {
    const bypass = gate.bypass(actor);
    const history = historyAgainst(scene, repository2, gate, move2);
    const rest = pushAgainst(scene, repository2, gate, actor, move2);
    const passes = bypass === "always" || bypass === "exempt";
    const open = (passes || rest.length === 0) && (history.length === 0 || passes && !gate.hardHistory);
    return { open, reasons: [...history, ...rest], bypass };
  });
}
function mayMerge(scene, repository2, pull, actor, method) {
  const ref = `refs/heads/${pull.baseRef}`;
  return judge(scene, repository2, ref, (gate) => {
    const bypass = gate.bypass(actor);
    const reasons = mergeAgainst(scene, repository2, gate, actor, pull, method);
    return { open: bypass !== null || reasons.length === 0, reasons, bypass };
  });
}
function judge(scene, repository2, ref, at) {
  const judged = gatesOf(scene, repository2, ref).map(at);
  const allowed = judged.every(({ open }) => open);
  const reasons = [...new Set(judged.flatMap((one) => allowed || !one.open ? one.reasons : []))];
  const seen2 = judged.some((one) => one.reasons.length > 0 && one.bypass !== "exempt");
  return { allowed, reasons, bypassed: allowed && seen2 };
}
function historyAgainst({ forge: forge2 }, repository2, gate, { after, before }) {
  if (after === ABSENT) return gate.forbids.has("deletion") ? ["Cannot delete this branch"] : [];
  if (before === ABSENT) return [];
  const forced = !forge2.git(repository2).isAncestor(before, after);
  return forced && gate.forbids.has("non_fast_forward") ? ["Cannot force-push to this branch"] : [];
}
function pushAgainst({ forge: forge2, state }, repository2, gate, actor, { after, before }) {
  const reasons = [];
  if (gate.pushers && !isListed(state, gate.pushers, actor)) {
    reasons.push("You’re not authorized to push to this branch.");
  }
  if (before === ABSENT) {
    return gate.forbids.has("creation") ? [...reasons, "Cannot create ref due to creations being restricted."] : reasons;
  }
  if (after === ABSENT) return reasons;
  if (gate.forbids.has("update")) reasons.push("Cannot update this protected ref.");
  if (gate.forbids.has("direct")) reasons.push("Changes must be made through the merge queue");
  if (gate.reviews && !gate.skipsReviews(actor)) reasons.push("Changes must be made through a pull request.");
  if (gate.checks) reasons.push(...failing(state, repository2, after, gate.checks));
  if (gate.forbids.has("merges") && forge2.git(repository2).log(after, before, ["--merges"]).length > 0) {
    reasons.push("This branch must not contain merge commits.");
  }
  return reasons;
}
function mergeAgainst(scene, repository2, gate, actor, pull, method) {
  const reasons = [];
  const tip = repository2.refs.get(`refs/heads/${pull.baseRef}`);
  if (gate.pushers && !isListed(scene.state, gate.pushers, actor)) {
    reasons.push(
      "You’re not authorized to push to this branch. Visit https://docs.github.com for more information."
    );
  }
  if (gate.forbids.has("update")) reasons.push("Cannot update this protected ref.");
  if (gate.forbids.has("direct")) reasons.push("Changes must be made through the merge queue");
  if (gate.reviews && !gate.skipsReviews(actor)) {
    reasons.push(...lacking(scene, repository2, pull, gate.reviews));
    if (gate.reviews.methods?.includes(method) === false) {
      reasons.push(`The ${method} method is not allowed by a rule of this repository.`);
    }
  }
  if (gate.checks) {
    reasons.push(...failing(scene.state, repository2, pull.head, gate.checks));
    if (gate.checks.strict && isBehind(scene.forge.git(repository2), tip, pull)) {
      reasons.push("Head branch is out of date. Review and try the merge again.");
    }
  }
  if (gate.forbids.has("merges") && method === "merge") {
    reasons.push("This branch must not contain merge commits.");
  }
  return reasons;
}

// src/sandbox/forge/protection/stale.ts
function reviewsAfterPush(scene, repository2, pull, before, actor, now) {
  const git = scene.forge.git(repository2);
  const tip = repository2.refs.get(`refs/heads/${pull.baseRef}`);
  if (content(git, tip, before) === content(git, tip, pull.head)) {
    const [first, second] = git.commit(pull.head)?.parents ?? [];
    if (first !== before || second === void 0) return;
    for (const review of pull.reviews) if (review.commit === before) review.commit = pull.head;
    return;
  }
  const gates = gatesOf(scene, repository2, `refs/heads/${pull.baseRef}`);
  if (!gates.some((gate) => gate.reviews?.dismissStale === true)) return;
  const issue = repository2.issues.get(pull.number);
  for (const review of pull.reviews) {
    if (review.state !== "APPROVED") continue;
    review.state = "DISMISSED";
    issue?.timeline.push({
      id: nextId(scene.state),
      event: "review_dismissed",
      actor: actor?.account ?? null,
      app: actor?.kind === "app" ? actor.app : null,
      at: now,
      commit: null,
      more: {
        dismissed_review: {
          state: "approved",
          review_id: review.id,
          dismissal_message: null,
          dismissal_commit_id: pull.head
        }
      }
    });
  }
}
function content(git, tip, head) {
  const base = tip === void 0 ? null : git.mergeBase(tip, head);
  return JSON.stringify(
    git.diff(base, head).map(({ blob, mode, path: path2, status }) => [path2, status, mode, blob])
  );
}

// src/sandbox/forge/timeline.ts
function happened(forge2, issue, event, actor, more = {}, commit = null) {
  const at = forge2.clock.now();
  issue.updated = at;
  issue.timeline.push({
    id: nextId(forge2.state),
    event,
    actor: actor?.account ?? null,
    app: actor?.kind === "app" ? actor.app : null,
    at,
    commit,
    more
  });
}

// src/sandbox/forge/refs.ts
function moveRef(forge2, repository2, move2) {
  const before = repository2.refs.get(move2.ref) ?? ABSENT;
  if (before === move2.after) return;
  forge2.git(repository2).refs.set(repository2, move2.ref, move2.after === ABSENT ? null : move2.after);
  noteMove(forge2, repository2, { ...move2, before });
}
function noteMove(forge2, repository2, move2) {
  const now = forge2.clock.now();
  repository2.pushed = now;
  const branch2 = /^refs\/heads\/(.+)$/u.exec(move2.ref)?.[1];
  if (branch2 === void 0) return;
  const forced = typeOf2(forge2, repository2, move2) === "force_push";
  repository2.activity.push({
    id: nextId(forge2.state),
    type: move2.type ?? typeOf2(forge2, repository2, move2),
    ref: move2.ref,
    before: move2.before,
    after: move2.after,
    at: now,
    actor: move2.actor?.account ?? null
  });
  for (const base of forge2.state.repositories.values()) {
    for (const pull of base.pulls.values()) {
      const issue = base.issues.get(pull.number);
      if (!issue) continue;
      if (pull.headRepository === repository2.id && pull.headRef === branch2) {
        moveHead(forge2, base, issue, pull, move2, forced);
      }
      if (base.id === repository2.id && pull.baseRef === branch2 && issue.state === "open") {
        moveBase(forge2, repository2, issue, pull, move2);
      }
    }
  }
}
function close(forge2, issue, actor, commit = null) {
  const now = forge2.clock.now();
  issue.state = "closed";
  issue.closed = now;
  issue.updated = now;
  issue.closedBy = actor?.account ?? null;
  happened(forge2, issue, "closed", actor, {}, commit);
}
function markMerged(forge2, issue, pull, actor, merged) {
  pull.merged = { ...merged, at: forge2.clock.now(), by: actor?.account ?? null };
  happened(forge2, issue, "merged", actor, {}, merged.commit);
  close(forge2, issue, actor);
}
function typeOf2(forge2, repository2, { after, before }) {
  if (before === ABSENT) return "branch_creation";
  if (after === ABSENT) return "branch_deletion";
  return forge2.git(repository2).isAncestor(before, after) ? "push" : "force_push";
}
function moveHead(forge2, base, issue, pull, { actor, after, before }, forced) {
  if (after === ABSENT) {
    happened(forge2, issue, "head_ref_deleted", actor);
    if (issue.state === "open") close(forge2, issue, actor);
    return;
  }
  if (issue.state !== "open") {
    if (before === ABSENT) happened(forge2, issue, "head_ref_restored", actor);
    return;
  }
  const old = pull.head;
  pull.head = after;
  pull.base = base.refs.get(`refs/heads/${pull.baseRef}`) ?? pull.base;
  issue.updated = forge2.clock.now();
  forge2.git(base).refs.set(base, `refs/pull/${pull.number}/head`, after);
  if (forced) happened(forge2, issue, "head_ref_force_pushed", actor, {}, after);
  reviewsAfterPush({ forge: forge2, state: forge2.state }, base, pull, old, actor, forge2.clock.now());
  const git = forge2.git(base);
  if (git.isAncestor(after, pull.base)) close(forge2, issue, actor);
}
function moveBase(forge2, repository2, issue, pull, move2) {
  const { actor, after, before } = move2;
  if (after === ABSENT) {
    happened(forge2, issue, "base_ref_deleted", actor);
    close(forge2, issue, actor);
    return;
  }
  const git = forge2.git(repository2);
  if (!git.commit(pull.head) || !git.isAncestor(pull.head, after)) return;
  const landed = git.log(after, before === ABSENT ? null : before);
  if (!landed.includes(pull.head)) return;
  const line2 = git.log(after, before === ABSENT ? null : before, ["--first-parent", "--reverse"]);
  const commit = line2.find((one) => git.isAncestor(pull.head, one)) ?? after;
  const base = (commit === pull.head ? git.mergeBase(before, pull.head) : git.commit(commit)?.parents[0]) ?? before;
  markMerged(forge2, issue, pull, actor, { commit, method: "push", base, landed: git.log(commit, base) });
}

// src/sandbox/forge/push-commands.ts
function readPush(body) {
  const commands = [];
  let options = false;
  const first = readLines2(body, 0, (line2) => {
    const found2 = /^([0-9a-f]{40}) ([0-9a-f]{40}) ([^\0\n]+)(?:\0(.*))?/u.exec(line2);
    if (!found2) return;
    commands.push({ before: found2[1] ?? "", after: found2[2] ?? "", ref: found2[3] ?? "" });
    if (/(?:^| )push-options(?: |$)/u.test(found2[4] ?? "")) options = true;
  });
  const start2 = options ? readLines2(body, first, () => void 0) : first;
  return { commands, pack: body.subarray(start2) };
}
function readLines2(body, from, take) {
  let at = from;
  while (at + 4 <= body.length) {
    const length = Number.parseInt(body.toString("latin1", at, at + 4), 16);
    if (!(length >= 4)) return at + 4;
    take(body.toString("utf8", at + 4, at + length));
    at += length;
  }
  return at;
}

// src/sandbox/forge/git-http.ts
async function serveGit(gateway, request) {
  const url = new URL(request.url, "http://forge");
  const asked2 = readPath(url);
  const pushes = asked2.service === "git-receive-pack" || url.searchParams.get("service") === "git-receive-pack";
  const probe = asked2.service === "git-receive-pack" && request.bytes.length <= 4;
  const operation = asked2.service === "info/refs" || probe ? "git-info-refs" : asked2.service;
  const serve = async () => {
    gateway.tell("before", operation);
    const reply = await answer(gateway, request, { ...asked2, pushes, operation });
    gateway.record(operation, operation === "git-receive-pack" ? "write" : "read", reply?.status ?? 0);
    gateway.tell("after", operation);
    return reply && { ...reply, headers: { ...reply.headers, connection: "close" } };
  };
  return operation === "git-receive-pack" ? gateway.turn(serve) : gateway.reading(serve());
}
function readPath(url) {
  const found2 = /^\/([^/]+)\/([^/]+?)(?:\.git)?\/(info\/refs|git-upload-pack|git-receive-pack)$/u.exec(
    url.pathname
  );
  return { owner: found2?.[1] ?? "", name: found2?.[2] ?? "", service: found2?.[3] ?? "" };
}
async function answer(gateway, request, asked2) {
  try {
    const actor = authenticate(gateway.hub.state, request.headers.authorization);
    const repository2 = findRepository(gateway.hub.state, asked2.owner, asked2.name);
    const git = {
      ...asked2,
      actor,
      repository: admitted(gateway, repository2, actor, asked2.pushes)
    };
    const fault = asked2.operation === "git-info-refs" ? null : gateway.faults.take("forge", asked2.operation);
    if (fault?.kind === "drop-before") return null;
    if (fault?.kind === "throttle")
      throw new ApiError(429, "Too many requests.", { headers: { "retry-after": "1" } });
    const refused = fault ? faultError(fault) : null;
    if (refused) throw refused;
    const reply = asked2.operation === "git-receive-pack" ? await receive(gateway, request, git) : await backend(gateway, request, asked2.operation === "git-upload-pack" ? seen(gateway, git) : git);
    if (fault?.kind === "drop-after") return null;
    if (fault?.kind === "error-after") throw serverError(fault);
    return reply;
  } catch (error2) {
    if (!(error2 instanceof ApiError)) throw error2;
    return {
      status: error2.status,
      type: "text/plain; charset=utf-8",
      body: `${error2.message}
`,
      headers: {
        ...error2.headers,
        ...error2.status === 401 ? { "www-authenticate": 'Basic realm="GitHub"' } : {}
      }
    };
  }
}
function seen({ faults, hub }, asked2) {
  if (hub.past() === null) return asked2;
  const fault = faults.takeReading("stale", "forge", "git-upload-pack");
  const old = fault ? hub.past(fault.writes)?.repositories.get(asked2.repository.id) : void 0;
  return old ? { ...asked2, folder: hub.disk.view(old) } : asked2;
}
function admitted({ hub: { state } }, repository2, actor, pushes) {
  const held2 = repository2 ? permissionOf(state, repository2, actor) : "none";
  if (!actor && (held2 === "none" || pushes)) throw new ApiError(401, "Authentication required.");
  const app2 = appOf(state, actor);
  const contents = app2?.permissions ? app2.permissions["contents"] : "write";
  if (!repository2 || held2 === "none" || contents === void 0 && repository2.private)
    throw new ApiError(404, "Repository not found.");
  if (pushes) {
    if (!includes(held2, "write") || contents !== "write") {
      const login3 = actor ? state.accounts.get(actor.account)?.login ?? "" : "";
      throw new ApiError(403, `Permission to ${fullName(state, repository2)}.git denied to ${login3}.`);
    }
    if (repository2.archived) throw new ApiError(403, "This repository was archived so it is read-only.");
  }
  return repository2;
}
async function receive(gateway, request, asked2) {
  const { hub } = gateway;
  const { actor, repository: repository2 } = asked2;
  const git = hub.git(repository2);
  const { commands, pack } = readPush(bodyOf(request));
  const refusals = refusalsOf(gateway, asked2, commands, pack);
  if (gateway.faults.keepsHistory) hub.keep();
  const reply = await backend(gateway, request, asked2, {
    ...refusals.length > 0 ? { FORGE_REFUSED: refusals.join("\n") } : {},
    GIT_CONFIG_COUNT: "1",
    GIT_CONFIG_KEY_0: "core.hooksPath",
    GIT_CONFIG_VALUE_0: refusals.length > 0 ? hooksFolder(hub.disk.root) : "/dev/null"
  });
  const now = hub.state.repositories.get(repository2.id);
  if (now !== repository2) {
    if (now) git.refs.write(now.refs);
    return reply;
  }
  for (const { ref } of commands) {
    const before = repository2.refs.get(ref) ?? ABSENT;
    const after = git.refs.at(ref) ?? ABSENT;
    if (before === after) continue;
    if (after === ABSENT) repository2.refs.delete(ref);
    else repository2.refs.set(ref, after);
    noteMove(hub, repository2, { ref, before, after, actor });
  }
  return reply;
}
function refusalsOf({ hub }, { actor, repository: repository2 }, commands, pack) {
  const scene = { forge: hub, state: hub.state };
  const guarded = commands.filter(({ ref }) => gatesOf(scene, repository2, ref).length > 0);
  if (guarded.length === 0 || !actor) return [];
  if (pack.length > 0) hub.git(repository2).unpack(pack);
  return guarded.flatMap((command2) => {
    const { allowed, reasons } = mayPush(scene, repository2, actor, command2);
    return allowed ? [] : [`${command2.ref}	${reasons.join(" ").replace(/\s+/gu, " ")}`];
  });
}
var HOOK = `#!/bin/sh
printf '%s\\n' "$FORGE_REFUSED" | {
  while IFS='	' read -r name why; do
    [ "$name" = "$1" ] || continue
    echo "error: GH006: Protected branch update failed for $1." >&2
    echo "error: $why" >&2
    exit 1
  done
}
`;
function hooksFolder(root2) {
  const folder = join4(root2, "hooks");
  const hook = join4(folder, "update");
  if (existsSync3(hook)) return folder;
  mkdirSync3(folder, { recursive: true });
  writeFileSync3(hook, HOOK);
  chmodSync(hook, 493);
  return folder;
}

// src/sandbox/forge/gateway.ts
var API = "/api/v3";
var ForgeGateway = class {
  hub;
  faults;
  #calls;
  #router;
  #observer = null;
  #observed = null;
  #last = Promise.resolve();
  #reading = /* @__PURE__ */ new Set();
  #count = 0;
  constructor(hub, routes, faults, calls) {
    this.hub = hub;
    this.faults = faults;
    this.#calls = calls;
    this.#router = new Router(routes);
  }
  observe(observer) {
    this.#observer = observer;
  }
  /** The first error that an observer threw. */
  get observed() {
    return this.#observed;
  }
  /** Whether a request is for the forge: its API, or git by `/owner/name.git/…`. */
  serves(url) {
    return url.startsWith(API) || /^\/[^/]+\/[^/]+\/(?:info\/refs|git-upload-pack|git-receive-pack)(?:\?|$)/u.test(url);
  }
  handle(request) {
    if (!request.url.startsWith(API)) return serveGit(this, request);
    return this.turn(() => this.#api(request));
  }
  /** Runs something when everything before it is done: nothing else happens meanwhile. */
  turn(work) {
    const mine = this.#last.then(work);
    this.#last = mine.catch(() => void 0);
    return mine;
  }
  /** When nothing is under way any more. */
  async idle() {
    await this.#last;
    await Promise.all(this.#reading);
  }
  /** Keeps in mind that git reads, so that its folder isn't taken away meanwhile. */
  async reading(work) {
    this.#reading.add(work);
    try {
      return await work;
    } finally {
      this.#reading.delete(work);
    }
  }
  /** Notes a served request. */
  record(operation, kind, status) {
    const at = this.hub.clock.now();
    this.#calls.push({ service: "forge", operation, account: null, kind, at, status });
  }
  tell(phase, operation) {
    try {
      this.#observer?.(phase, { service: "forge", operation, account: null });
    } catch (error2) {
      this.#observed ??= error2;
    }
  }
  #api(request) {
    this.#count += 1;
    const [path2 = "", query = ""] = request.url.slice(API.length).split("?", 2);
    const match = this.#router.find(request.method, path2 === "" ? "/" : path2.replace(/(?<=.)\/$/u, ""));
    const operation = match?.route.operation ?? "unknown";
    const kind = match?.route.kind ?? (/^(?:GET|HEAD)$/u.test(request.method) ? "read" : "write");
    this.tell("before", operation);
    const reply = this.#answer(request, match, `${this.hub.api}${path2}`, new URLSearchParams(query));
    this.record(operation, kind, reply?.status ?? 0);
    this.tell("after", operation);
    return reply;
  }
  #answer(request, match, url, query) {
    let actor = null;
    try {
      actor = authenticate(this.hub.state, request.headers.authorization);
      if (!match) throw notFound();
      const fault = this.faults.take("forge", match.route.operation);
      if (fault?.kind === "drop-before") return null;
      const refused = fault ? faultError(fault) : null;
      if (refused) throw refused;
      const reply = this.#run(request, match, actor, { url, query });
      if (fault?.kind === "drop-after") return null;
      if (fault?.kind === "error-after") throw serverError(fault);
      return this.#written(request, reply, actor);
    } catch (error2) {
      if (!(error2 instanceof ApiError)) throw error2;
      return this.#written(request, { status: error2.status, body: error2.body, headers: error2.headers }, actor);
    }
  }
  #run(request, { params, route }, actor, asked2) {
    const { hub } = this;
    const now = hub.clock.now();
    const creates = route.kind === "write" && route.method !== "DELETE";
    if (route.operation !== "rate-limit/get") hub.limits.take(hub.state, actor, creates, now);
    requirePermission(this, actor, route);
    if (route.kind === "write" && this.faults.keepsHistory) hub.keep();
    const context = {
      ...asked2,
      forge: hub,
      state: route.kind === "read" ? this.#seen(route.operation) : hub.state,
      actor,
      params,
      body: readBody(request),
      headers: request.headers,
      now,
      short: route.kind === "read" && this.faults.takeReading("short", "forge", route.operation) !== null
    };
    return route.handle(context);
  }
  #seen(operation) {
    if (this.hub.past() === null) return this.hub.state;
    const fault = this.faults.takeReading("stale", "forge", operation);
    return (fault ? this.hub.past(fault.writes) : null) ?? this.hub.state;
  }
  #written(request, reply, actor) {
    const { hub } = this;
    const now = hub.clock.now();
    const raw = reply.body instanceof Buffer ? reply.body : null;
    const body = raw ?? (reply.body === void 0 ? "" : JSON.stringify(reply.body));
    const etag = `W/"${createHash2("sha256").update(body).digest("hex")}"`;
    const tagged = reply.status === 200;
    const same = tagged && request.headers["if-none-match"] === etag;
    if (same) hub.limits.giveBack(hub.state, actor, now);
    return {
      status: same ? 304 : reply.status,
      type: body === "" || same ? "" : "application/json; charset=utf-8",
      body: same ? "" : body,
      headers: {
        ...hub.limits.headers(hub.state, actor, now),
        "x-github-request-id": `SAND:${this.#count.toString(16).padStart(8, "0")}`,
        "x-github-media-type": "github.v3; format=json",
        "x-github-api-version-selected": "2022-11-28",
        ...tagged ? { etag, "cache-control": "private, max-age=60, s-maxage=60" } : {},
        ...reply.headers
      }
    };
  }
};
function requirePermission({ hub }, actor, route) {
  const app2 = appOf(hub.state, actor);
  if (!app2 || app2.permissions === null || !route.needs) return;
  const [permission2, level] = route.needs;
  const held2 = app2.permissions[permission2];
  if (held2 === void 0 || level === "write" && held2 !== "write") throw notForIntegration();
}
function readBody(request) {
  if (request.bytes.length === 0) return {};
  let body;
  try {
    body = JSON.parse(request.body);
  } catch {
    throw new ApiError(400, "Problems parsing JSON");
  }
  if (Array.isArray(body)) return { labels: body };
  if (!isObject(body)) throw new ApiError(400, "Body should be a JSON object");
  return body;
}

// src/sandbox/forge/handle.ts
function tokensByName(state) {
  return Object.fromEntries(
    [...state.tokens].map(([token, actor]) => [
      actor.kind === "app" ? state.apps.get(actor.app)?.slug ?? "" : state.accounts.get(actor.account)?.login ?? "",
      token
    ])
  );
}
function forgeHandle(gateway) {
  const { hub } = gateway;
  const token = (name2) => {
    const found2 = tokensByName(hub.state)[name2];
    if (found2 === void 0) throw new RangeError(`The forge has no token of ${name2}`);
    return found2;
  };
  return {
    get state() {
      return hub.state;
    },
    token,
    url: (repository2, name2) => {
      if (name2 === void 0) return `${hub.web}/${repository2}.git`;
      const url = new URL(`${hub.web}/${repository2}.git`);
      url.username = "x-access-token";
      url.password = token(name2);
      return url.href;
    },
    directory: (repository2) => hub.git(named(hub.state, repository2)).dir,
    idle: () => gateway.idle(),
    snapshot: () => hub.snapshot(),
    restore: (snapshot) => hub.restore(snapshot)
  };
}
function named(state, repository2) {
  const [owner = "", name2 = ""] = repository2.split("/");
  const found2 = findRepository(state, owner, name2);
  if (!found2) throw new RangeError(`The forge has no repository ${repository2}`);
  return found2;
}

// src/sandbox/forge/hub.ts
import { resolve as resolve3 } from "node:path";

// src/sandbox/forge/build.ts
import { createHash as createHash3 } from "node:crypto";

// src/sandbox/forge/implied.ts
function withImplied(world) {
  const teams = world.teams ?? [];
  const named6 = teams.flatMap(({ members: members2, maintainers, pending }) => [
    ...members2 ?? [],
    ...maintainers ?? [],
    ...pending ?? []
  ]);
  const users = world.users ?? [];
  const known = new Set(users.map(({ login: login3 }) => login3.toLowerCase()));
  const slugs = new Set(teams.map(({ slug: slug2 }) => slug2));
  return {
    ...world,
    users: [
      ...users,
      ...unlisted(named6, (login3) => known.has(login3.toLowerCase())).map((login3) => ({ login: login3 }))
    ],
    teams: [
      ...teams,
      ...unlisted(
        teams.flatMap(({ parent }) => parent ?? []),
        (slug2) => slugs.has(slug2)
      ).map((slug2) => ({ slug: slug2 }))
    ]
  };
}
function unlisted(names2, isKnown) {
  return [...new Set(names2)].filter((name2) => !isKnown(name2));
}

// src/sandbox/forge/names.ts
var Names = class {
  #state;
  constructor(state) {
    this.#state = state;
  }
  user(login3, where) {
    const found2 = findAccount(this.#state, login3);
    if (!found2) throw unknown(login3, "users", where);
    return found2;
  }
  team(slug2, where) {
    const found2 = findTeam(this.#state, slug2);
    if (!found2) throw unknown(slug2, "teams", where);
    return found2;
  }
  app(slug2, where) {
    const found2 = findApp(this.#state, slug2);
    if (!found2) throw unknown(slug2, "apps", where);
    return found2;
  }
  /** What a name means: an App, a team, an account, looked for in this order. */
  any(name2, where) {
    const app2 = findApp(this.#state, name2);
    if (app2) return { kind: "app", id: app2.id };
    const team2 = findTeam(this.#state, name2);
    if (team2) return { kind: "team", id: team2.id };
    return { kind: "user", id: this.user(name2, where).id };
  }
  /** A list of names as restrictions keep it. */
  list(names2, where) {
    const found2 = names2.map((name2) => this.any(name2, where));
    const ids = (kind) => found2.filter((one) => one.kind === kind).map((one) => one.id);
    return { users: ids("user"), teams: ids("team"), apps: ids("app") };
  }
};
function unknown(name2, among, where) {
  return new UsageError(
    `The world’s ${where} names "${name2}", which is not among its ${among}. Add it or correct the name.`
  );
}

// src/sandbox/forge/build-repository.ts
var LABELS = [
  "bug",
  "documentation",
  "duplicate",
  "enhancement",
  "help wanted",
  "invalid",
  "question",
  "wontfix"
];
function buildRepository(state, one, fresh, now) {
  const names2 = new Names(state);
  const where = `repository ${one.name}`;
  const owner = one.owner === void 0 ? state.organization : names2.user(one.owner, where).id;
  const login3 = state.accounts.get(owner)?.login ?? "";
  if (findRepository(state, login3, one.name))
    throw new UsageError(`Repository ${login3}/${one.name} is in the world twice. Take one away.`);
  const given = permissions(one, names2, where);
  const defaultBranch = one.defaultBranch ?? "main";
  return {
    id: fresh(one.id),
    name: one.name,
    owner,
    description: null,
    private: one.private ?? true,
    archived: one.archived ?? false,
    defaultBranch,
    created: now,
    pushed: now,
    parent: parentOf2(state, one, where),
    refs: /* @__PURE__ */ new Map(),
    merging: {
      mergeCommit: one.merging?.mergeCommit ?? true,
      squash: one.merging?.squash ?? true,
      rebase: one.merging?.rebase ?? true,
      autoMerge: one.merging?.autoMerge ?? false,
      deleteBranch: one.merging?.deleteBranch ?? false,
      updateBranch: one.merging?.updateBranch ?? false
    },
    collaborators: given.users,
    teams: given.teams,
    protection: protections(one, defaultBranch, names2, where),
    rulesets: (one.rulesets ?? []).map((set2) => ruleset(state, set2, names2, where, now)),
    environments: new Map(
      (one.environments ?? []).map((env) => [env.name, environment(state, env, names2, where, now)])
    ),
    secrets: [...one.secrets ?? []],
    organizationSecrets: [...one.organizationSecrets ?? []],
    variables: new Map(Object.entries(one.variables ?? {})),
    actions: {
      enabled: one.actions?.enabled ?? true,
      allowed: one.actions?.allowed ?? "all",
      shaPinningRequired: one.actions?.shaPinningRequired ?? false,
      defaultPermissions: one.actions?.defaultPermissions ?? "read",
      mayApprove: one.actions?.mayApprove ?? false
    },
    labels: [.../* @__PURE__ */ new Set([...LABELS, ...one.labels ?? []])].map((name2) => label(state, name2)),
    issues: /* @__PURE__ */ new Map(),
    pulls: /* @__PURE__ */ new Map(),
    lastNumber: 0,
    activity: [],
    checkRuns: [],
    checkSuites: [],
    statuses: [],
    deployments: [],
    workflowRuns: [],
    verified: /* @__PURE__ */ new Set()
  };
}
function protectionOf(one, names2, where) {
  return {
    reviews: one.reviews === void 0 ? null : {
      count: one.reviews,
      codeOwners: one.codeOwners ?? false,
      dismissStale: one.dismissStale ?? false,
      lastPush: one.lastPush ?? false,
      dismissal: one.dismissal ? names2.list(one.dismissal, where) : null,
      bypass: names2.list(one.bypass ?? [], where)
    },
    checks: one.checks === void 0 ? null : {
      strict: one.strict ?? false,
      contexts: one.checks.map(({ app: app2, context }) => ({
        context,
        app: app2 === void 0 ? null : names2.app(app2, where).id
      }))
    },
    restrictions: one.restrictions ? names2.list(one.restrictions, where) : null,
    enforceAdmins: one.enforceAdmins ?? false,
    linearHistory: one.linearHistory ?? false,
    allowForcePushes: one.forcePushes ?? false,
    allowDeletions: one.deletions ?? false,
    signatures: one.signatures ?? false,
    conversationResolution: one.conversationResolution ?? false,
    lockBranch: one.lock ?? false
  };
}
function parentOf2(state, one, where) {
  if (one.fork === void 0) return null;
  const [owner = "", name2 = ""] = one.fork.split("/");
  const parent = findRepository(state, owner, name2);
  if (!parent)
    throw new UsageError(`The world’s ${where} is a fork of "${one.fork}", which must stand before it.`);
  return parent.id;
}
function permissions(one, names2, where) {
  const users = /* @__PURE__ */ new Map();
  const teams = /* @__PURE__ */ new Map();
  for (const level of ["read", "triage", "write", "maintain", "admin"]) {
    for (const name2 of one[level] ?? []) {
      const found2 = names2.any(name2, where);
      if (found2.kind === "app")
        throw new UsageError(`The world’s ${where} gives "${name2}" ${level}: an App has its own permissions.`);
      if (found2.kind === "team") teams.set(found2.id, level);
      else users.set(found2.id, level);
    }
  }
  for (const [login3, level] of Object.entries(one.collaborators ?? {}))
    users.set(names2.user(login3, where).id, level);
  return { users, teams };
}
function protections(one, defaultBranch, names2, where) {
  const written = {
    ...one.protection ? { [defaultBranch]: one.protection } : {},
    ...one.protections
  };
  return new Map(
    Object.entries(written).map(([branch2, value]) => [branch2, protectionOf(value, names2, where)])
  );
}
function ruleset(state, one, names2, where, now) {
  return {
    id: nextId(state),
    name: one.name,
    target: one.target ?? "branch",
    enforcement: one.enforcement ?? "active",
    include: [...one.include ?? ["~DEFAULT_BRANCH"]],
    exclude: [...one.exclude ?? []],
    bypass: (one.bypass ?? []).map(({ actor, mode }) => ({
      ...bypasser(actor, names2, where),
      mode: mode ?? "always"
    })),
    rules: one.rules.map(({ parameters, type }) => parameters ? { type, parameters } : { type }),
    created: now,
    updated: now
  };
}
function bypasser(actor, names2, where) {
  if (actor === "admins") return { actor: null, type: "OrganizationAdmin" };
  if (actor === "deploy-keys") return { actor: null, type: "DeployKey" };
  const role2 = /^role:(\d+)$/u.exec(actor)?.[1];
  if (role2 !== void 0) return { actor: Number(role2), type: "RepositoryRole" };
  const found2 = names2.any(actor, where);
  if (found2.kind === "user")
    throw new UsageError(
      `The world’s ${where} lets "${actor}" bypass a ruleset: name a team, an App or a role.`
    );
  return { actor: found2.id, type: found2.kind === "app" ? "Integration" : "Team" };
}
function environment(state, one, names2, where, now) {
  const branches = one.branches === void 0 ? null : one.branches === "protected" ? { protected: true, patterns: [] } : {
    protected: false,
    patterns: one.branches.map((name2) => ({ id: nextId(state), name: name2, type: "branch" }))
  };
  const { teams, users } = names2.list(one.reviewers ?? [], where);
  return {
    id: nextId(state),
    name: one.name,
    reviewers: [
      ...users.map((id2) => ({ type: "User", id: id2 })),
      ...teams.map((id2) => ({ type: "Team", id: id2 }))
    ],
    preventSelfReview: one.preventSelfReview ?? false,
    waitMinutes: one.waitMinutes ?? 0,
    branches,
    secrets: [...one.secrets ?? []],
    created: now
  };
}
function label(state, name2) {
  return { id: nextId(state), name: name2, color: "ededed", description: null };
}

// src/sandbox/forge/build.ts
function buildState(described, now) {
  const world = withImplied(described);
  const state = emptyState(world);
  const { organization } = state;
  state.accounts.set(organization, {
    ...account(organization, world.organization ?? "", "Organization"),
    role: null
  });
  const taken2 = /* @__PURE__ */ new Set([
    ...(world.users ?? []).map((one) => one.id),
    ...(world.apps ?? []).flatMap((one) => [one.id, one.bot]),
    ...(world.teams ?? []).map((one) => one.id),
    ...(world.repositories ?? []).map((one) => one.id)
  ]);
  const fresh = (given) => {
    if (given !== void 0) return given;
    let id2 = nextId(state);
    while (taken2.has(id2)) id2 = nextId(state);
    return id2;
  };
  addUsers(state, world, fresh);
  addApps(state, world, fresh);
  addTeams(state, world, fresh);
  for (const one of world.repositories ?? []) {
    const repository2 = buildRepository(state, one, fresh, now);
    if (state.repositories.has(repository2.id))
      throw new UsageError(`Repository ${one.name}: its id ${repository2.id} is in the world twice.`);
    state.repositories.set(repository2.id, repository2);
  }
  return state;
}
function tokenFor(kind, name2) {
  return `${kind}_${createHash3("sha256").update(`grantbook sandbox ${kind} ${name2}`).digest("hex").slice(0, 36)}`;
}
function emptyState(world) {
  return {
    organization: world.organizationSettings?.id ?? 1e6,
    settings: {
      membersMayCreateTeams: world.organizationSettings?.membersMayCreateTeams ?? true,
      basePermission: world.organizationSettings?.basePermission ?? "none"
    },
    accounts: /* @__PURE__ */ new Map(),
    apps: /* @__PURE__ */ new Map(),
    tokens: /* @__PURE__ */ new Map(),
    teams: /* @__PURE__ */ new Map(),
    repositories: /* @__PURE__ */ new Map(),
    allowances: /* @__PURE__ */ new Map(),
    lastId: 1e6
  };
}
function account(id2, login3, type) {
  return { id: id2, login: login3, type, name: null, email: null, role: null };
}
function addUsers(state, world, fresh) {
  for (const one of world.users ?? []) {
    const id2 = fresh(one.id);
    add(state, {
      ...account(id2, one.login, one.type ?? "User"),
      name: one.name ?? null,
      email: one.email ?? null,
      role: one.role === "outside" ? null : one.role ?? "member"
    });
    addToken(state, one.token ?? tokenFor("ghp", one.login), { kind: "user", account: id2 });
  }
}
function addApps(state, world, fresh) {
  for (const one of world.apps ?? []) {
    if ([...state.apps.values()].some((app2) => app2.slug === one.slug))
      throw new UsageError(`App ${one.slug} is in the world twice. Take one away.`);
    const [id2, bot, installation] = [fresh(one.id), fresh(one.bot), fresh()];
    if (state.apps.has(id2)) throw new UsageError(`App ${one.slug}: its id ${id2} is in the world twice.`);
    add(state, account(bot, `${one.slug}[bot]`, "Bot"));
    state.apps.set(id2, { id: id2, slug: one.slug, installation, bot, permissions: one.permissions ?? null });
    addToken(state, one.token ?? tokenFor("ghs", one.slug), { kind: "app", account: bot, app: id2 });
  }
}
function add(state, one) {
  const same = [...state.accounts.values()].find(
    (other) => other.id === one.id || other.login.toLowerCase() === one.login.toLowerCase()
  );
  if (same) throw new UsageError(`User ${one.login}: its login or id is in the world twice (${same.login}).`);
  state.accounts.set(one.id, one);
}
function addToken(state, token, actor) {
  if (state.tokens.has(token)) throw new UsageError("One token is in the world twice. Give each its own.");
  state.tokens.set(token, actor);
}
function addTeams(state, world, fresh) {
  const names2 = new Names(state);
  for (const one of world.teams ?? []) {
    const team2 = buildTeam(one, fresh(one.id), names2);
    if (state.teams.has(team2.id) || [...state.teams.values()].some((other) => other.slug === team2.slug))
      throw new UsageError(`Team ${one.slug} is in the world twice. Take one away.`);
    state.teams.set(team2.id, team2);
  }
  for (const one of world.teams ?? []) {
    const team2 = names2.team(one.slug, `team ${one.slug}`);
    if (one.parent !== void 0) team2.parent = names2.team(one.parent, `team ${one.slug}`).id;
  }
  for (const one of state.teams.values()) refuseCycle(state, one);
}
function buildTeam(one, id2, names2) {
  const where = `team ${one.slug}`;
  const members2 = /* @__PURE__ */ new Map();
  for (const login3 of one.members ?? []) members2.set(names2.user(login3, where).id, "member");
  for (const login3 of one.maintainers ?? []) members2.set(names2.user(login3, where).id, "maintainer");
  return {
    id: id2,
    slug: one.slug,
    name: one.name ?? one.slug,
    description: "",
    privacy: one.privacy ?? "closed",
    parent: null,
    members: members2,
    pending: new Set((one.pending ?? []).map((login3) => names2.user(login3, where).id))
  };
}
function refuseCycle(state, team2) {
  const seen2 = /* @__PURE__ */ new Set();
  for (let at = team2.id; at !== null; at = state.teams.get(at)?.parent ?? null) {
    if (seen2.has(at)) throw new UsageError(`Team ${team2.slug} is its own parent. Correct "parent".`);
    seen2.add(at);
  }
}

// src/sandbox/forge/disk.ts
import { spawnSync as spawnSync3 } from "node:child_process";
import { existsSync as existsSync4, mkdirSync as mkdirSync4, mkdtempSync, rmSync as rmSync2, statSync, symlinkSync, writeFileSync as writeFileSync4 } from "node:fs";
import { tmpdir } from "node:os";
import { join as join5, resolve as resolve2 } from "node:path";
var CONFIG = `[core]
	repositoryformatversion = 0
	bare = true
	logAllRefUpdates = false
	fsync = none
[gc]
	auto = 0
[maintenance]
	auto = false
[http]
	receivepack = true
[fetch]
	unpackLimit = 100000
[receive]
	unpackLimit = 100000
	autogc = false
	denyDeleteCurrent = refuse
	advertiseAtomic = true
	advertisePushOptions = true
	hideRefs = refs/pull
[uploadpack]
	allowAnySHA1InWant = true
	allowFilter = true
	hideRefs = refs/internal
[transfer]
	fsckObjects = false
`;
var Disk = class {
  root;
  #gits = /* @__PURE__ */ new Map();
  #views = 0;
  constructor() {
    this.root = mkdtempSync(join5(tmpdir(), "grantbook-forge-"));
  }
  /** The git directory of a repository. */
  git(repository2) {
    const known = this.#gits.get(repository2.id);
    if (known) return known;
    const made = new Git(join5(this.root, `${repository2.id}.git`));
    this.#gits.set(repository2.id, made);
    return made;
  }
  /** Makes the git directory of a repository, and fills it from a folder. A fork has all objects of its parent's network. */
  create(repository2, from, by, now) {
    const git = this.git(repository2);
    mkdirSync4(join5(git.dir, "hooks"), { recursive: true });
    if (repository2.parent === null) mkdirSync4(join5(git.dir, "objects"), { recursive: true });
    else symlinkSync(join5(this.git({ id: repository2.parent }).dir, "objects"), join5(git.dir, "objects"));
    this.#write(git, repository2);
    if (from === null) return;
    if (!existsSync4(from) || !statSync(from).isDirectory())
      throw new UsageError(
        `The world’s repository ${repository2.name} is to come from ${from}, which is not a folder.`
      );
    if (isRepository(from)) copyRepository(git, repository2, from);
    else copyFiles(git, repository2, from, by, now);
    git.refs.write(repository2.refs);
  }
  /** The name of a folder in which a repository's refs stand as they once did; its objects are the same. */
  view(repository2) {
    this.#views += 1;
    const name2 = `${repository2.id}-view-${this.#views}.git`;
    const git = new Git(join5(this.root, name2));
    mkdirSync4(git.dir);
    symlinkSync(join5(this.git(repository2).dir, "objects"), join5(git.dir, "objects"));
    this.#write(git, repository2);
    return name2;
  }
  /** Takes everything away. */
  remove() {
    rmSync2(this.root, { recursive: true, force: true });
  }
  #write(git, repository2) {
    writeFileSync4(join5(git.dir, "config"), CONFIG);
    writeFileSync4(join5(git.dir, "HEAD"), `ref: refs/heads/${repository2.defaultBranch}
`);
    git.refs.write(repository2.refs);
  }
};
function isRepository(folder) {
  return existsSync4(join5(folder, ".git")) || existsSync4(join5(folder, "HEAD")) && existsSync4(join5(folder, "objects"));
}
function copyRepository(git, repository2, from) {
  const source = resolve2(from);
  run2(git.dir, [
    "fetch",
    "--quiet",
    "--no-auto-gc",
    source,
    "+refs/heads/*:refs/heads/*",
    "+refs/tags/*:refs/tags/*"
  ]);
  const listing = run2(git.dir, ["for-each-ref", "--format=%(objectname) %(refname)"]);
  for (const [, id2 = "", ref = ""] of listing.matchAll(/^([0-9a-f]{40}) (.+)$/gmu))
    repository2.refs.set(ref, id2);
}
function copyFiles(git, repository2, from, by, now) {
  const index = join5(git.dir, "first-index");
  const env = { GIT_WORK_TREE: resolve2(from), GIT_INDEX_FILE: index };
  run2(git.dir, ["add", "--all", "."], env, from);
  const tree = run2(git.dir, ["write-tree"], env).trim();
  rmSync2(index, { force: true });
  const who = { ...by, at: now };
  const commit = git.writeCommit({
    tree,
    parents: [],
    author: who,
    committer: who,
    message: "Initial commit\n"
  });
  repository2.refs.set(`refs/heads/${repository2.defaultBranch}`, commit);
}
function run2(dir, args, env = {}, cwd) {
  const done = spawnSync3("git", ["--git-dir", dir, ...args], {
    env: gitEnv(env),
    maxBuffer: 1 << 30,
    ...cwd === void 0 ? {} : { cwd }
  });
  if (done.status !== 0)
    throw new UsageError(
      `git ${args[0] ?? ""} failed while the sandbox was built: ${done.stderr.toString().trim()}`
    );
  return done.stdout.toString("utf8");
}

// src/sandbox/forge/hub.ts
var Hub = class {
  state;
  clock;
  limits;
  disk = new Disk();
  /** Known when the server listens. */
  api = "";
  web = "";
  #first;
  #before = [];
  /** Builds everything that a world names; `base` is what relative folders start from. */
  constructor(world, clock, now, base) {
    this.clock = clock;
    this.limits = new RateLimits({
      requests: world.limits?.requests ?? null,
      creations: world.limits?.creations ?? null
    });
    try {
      this.state = buildState(world, now);
      const login3 = world.organization ?? "";
      for (const one of this.state.repositories.values()) {
        const named6 = world.repositories?.find(
          ({ name: name2, owner }) => `${owner ?? login3}/${name2}`.toLowerCase() === fullName(this.state, one).toLowerCase()
        );
        copyRefs(this.state, one);
        const from = named6?.from === void 0 ? null : resolve3(base, named6.from);
        this.disk.create(one, from, { name: login3, email: `${login3}@users.noreply.github.com` }, now);
      }
    } catch (error2) {
      this.disk.remove();
      throw error2;
    }
    this.#first = structuredClone(this.state);
  }
  git(repository2) {
    return this.disk.git(repository2);
  }
  snapshot() {
    return { state: structuredClone(this.state) };
  }
  restore(snapshot) {
    this.state = structuredClone(snapshot.state);
    for (const one of this.state.repositories.values()) this.git(one).refs.write(one.refs);
    this.forgetHistory();
  }
  /** Everything as it was at the start. */
  startOver() {
    this.restore({ state: this.#first });
  }
  /** Keeps how everything stands, for reads that a `stale` fault will strike. */
  keep() {
    this.#before.push(structuredClone(this.state));
  }
  /** How everything stood before the last `writes` (all, if absent); null: nothing was kept. */
  past(writes) {
    return this.#before[Math.max(0, this.#before.length - (writes ?? this.#before.length))] ?? null;
  }
  forgetHistory() {
    this.#before = [];
  }
  close() {
    this.disk.remove();
  }
};
function copyRefs(state, fork) {
  const parent = fork.parent === null ? void 0 : state.repositories.get(fork.parent);
  for (const [ref, id2] of parent?.refs ?? []) fork.refs.set(ref, id2);
}

// src/sandbox/forge/demand.ts
function demandAny(context, names2, level) {
  const held2 = appOf(context.state, context.actor)?.permissions;
  if (!held2) return;
  const may = names2.some((name2) => held2[name2] === "write" || level === "read" && held2[name2] === "read");
  if (!may) throw notForIntegration();
}
function administered(context) {
  return repositoryOf(context, context.actor?.kind === "app" ? "read" : "admin");
}

// src/sandbox/forge/routes/actions-settings.ts
var PERMISSIONS2 = "/repos/{owner}/{repo}/actions/permissions";
var READ = ["administration", "read"];
var WRITE = ["administration", "write"];
var actionsSettingsRoutes = [
  {
    method: "GET",
    path: PERMISSIONS2,
    operation: "actions/get-github-actions-permissions-repository",
    kind: "read",
    needs: READ,
    handle: get
  },
  {
    method: "PUT",
    path: PERMISSIONS2,
    operation: "actions/set-github-actions-permissions-repository",
    kind: "write",
    needs: WRITE,
    handle: put
  },
  {
    method: "GET",
    path: `${PERMISSIONS2}/workflow`,
    operation: "actions/get-github-actions-default-workflow-permissions-repository",
    kind: "read",
    needs: READ,
    handle: getWorkflow
  },
  {
    method: "PUT",
    path: `${PERMISSIONS2}/workflow`,
    operation: "actions/set-github-actions-default-workflow-permissions-repository",
    kind: "write",
    needs: WRITE,
    handle: putWorkflow
  }
];
function get(context) {
  const { actions } = administered(context);
  return ok({
    enabled: actions.enabled,
    ...actions.enabled ? { allowed_actions: actions.allowed } : {},
    sha_pinning_required: actions.shaPinningRequired
  });
}
function put(context) {
  const repository2 = repositoryOf(context, "admin");
  const enabled = flag(context, "enabled", true);
  const wanted2 = optionalText(context, "allowed_actions") ?? repository2.actions.allowed;
  const allowed = ["all", "local_only", "selected"].find((one) => one === wanted2);
  if (allowed === void 0) throw invalid({ resource: "Actions", field: "allowed_actions", code: "invalid" });
  const shaPinningRequired = flag(context, "sha_pinning_required", repository2.actions.shaPinningRequired);
  repository2.actions = { ...repository2.actions, enabled, allowed, shaPinningRequired };
  return noContent();
}
function getWorkflow(context) {
  const { actions } = administered(context);
  return ok({
    default_workflow_permissions: actions.defaultPermissions,
    can_approve_pull_request_reviews: actions.mayApprove
  });
}
function putWorkflow(context) {
  const repository2 = repositoryOf(context, "admin");
  const wanted2 = optionalText(context, "default_workflow_permissions") ?? repository2.actions.defaultPermissions;
  const defaultPermissions = ["read", "write"].find((one) => one === wanted2);
  if (defaultPermissions === void 0) {
    throw invalid({ resource: "Actions", field: "default_workflow_permissions", code: "invalid" });
  }
  const mayApprove = flag(context, "can_approve_pull_request_reviews", repository2.actions.mayApprove);
  repository2.actions = { ...repository2.actions, defaultPermissions, mayApprove };
  return noContent();
}

// src/sandbox/forge/shapes/account.ts
function nodeId(kind, id2) {
  return Buffer.from(`0${kind.length}:${kind}${id2}`).toString("base64");
}
function showAccount(scene, id2) {
  const account3 = id2 === null ? void 0 : scene.state.accounts.get(id2);
  return account3 ? accountFields(scene, account3.id, account3.login, account3.type) : null;
}
function showActor(scene, id2) {
  return showAccount(scene, id2) ?? accountFields(scene, 10137, "ghost", "User");
}
function accountFields({ forge: forge2 }, id2, login3, type) {
  const url = `${forge2.api}/users/${encodeURIComponent(login3)}`;
  return {
    login: login3,
    id: id2,
    node_id: nodeId(type, id2),
    avatar_url: `${forge2.web}/avatars/u/${id2}?v=4`,
    gravatar_id: "",
    url,
    html_url: pageOf(forge2.web, login3),
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type,
    user_view_type: "public",
    site_admin: false
  };
}
function pageOf(web, login3) {
  const app2 = /^(.*)\[bot\]$/u.exec(login3)?.[1];
  return app2 === void 0 ? `${web}/${login3}` : `${web}/apps/${app2}`;
}

// src/sandbox/forge/shapes/app.ts
var MADE = writeInstant(Date.UTC(2020, 0, 1));
var EVERYTHING = {
  actions: "write",
  administration: "write",
  checks: "write",
  contents: "write",
  issues: "write",
  members: "write",
  metadata: "read",
  pull_requests: "write",
  statuses: "write"
};
function showApp(scene, id2) {
  const app2 = id2 === null ? void 0 : scene.state.apps.get(id2);
  if (!app2) return null;
  return {
    id: app2.id,
    slug: app2.slug,
    node_id: nodeId("Integration", app2.id),
    client_id: `Iv1.${app2.id.toString(16).padStart(16, "0")}`,
    owner: showAccount(scene, scene.state.organization),
    name: app2.slug,
    description: "",
    external_url: `${scene.forge.web}/apps/${app2.slug}`,
    html_url: `${scene.forge.web}/apps/${app2.slug}`,
    created_at: MADE,
    updated_at: MADE,
    permissions: permissionsOf(app2),
    events: ["check_run", "pull_request", "pull_request_review"]
  };
}
function showInstallation(scene, app2) {
  const { forge: forge2, state } = scene;
  const login3 = state.accounts.get(state.organization)?.login ?? "";
  return {
    id: app2.installation,
    account: showAccount(scene, state.organization),
    repository_selection: "all",
    access_tokens_url: `${forge2.api}/app/installations/${app2.installation}/access_tokens`,
    repositories_url: `${forge2.api}/installation/repositories`,
    html_url: `${forge2.web}/organizations/${login3}/settings/installations/${app2.installation}`,
    app_id: app2.id,
    app_slug: app2.slug,
    target_id: state.organization,
    target_type: "Organization",
    permissions: permissionsOf(app2),
    events: ["check_run", "pull_request", "pull_request_review"],
    created_at: MADE,
    updated_at: MADE,
    single_file_name: null,
    suspended_by: null,
    suspended_at: null
  };
}
function permissionsOf(app2) {
  return app2.permissions === null ? EVERYTHING : { ...app2.permissions, metadata: "read" };
}

// src/sandbox/forge/routes/apps.ts
var appRoutes = [
  { method: "GET", path: "/apps/{app_slug}", operation: "apps/get-by-slug", kind: "read", handle: get2 },
  {
    method: "GET",
    path: "/repos/{owner}/{repo}/installation",
    operation: "apps/get-repo-installation",
    kind: "read",
    handle: refuse
  },
  {
    method: "GET",
    path: "/orgs/{org}/installation",
    operation: "apps/get-org-installation",
    kind: "read",
    handle: refuse
  }
];
function get2(context) {
  const app2 = findApp(context.state, context.params["app_slug"] ?? "");
  if (!app2) throw notFound();
  return ok(showApp(context, app2.id));
}
function refuse() {
  throw new ApiError(401, "A JSON web token could not be decoded");
}

// src/sandbox/forge/shapes/organization.ts
var FOUNDED = writeInstant(Date.UTC(2020, 0, 1));
function showOrganization(scene) {
  const { forge: forge2, state } = scene;
  const login3 = state.accounts.get(state.organization)?.login ?? "";
  const url = `${forge2.api}/orgs/${login3}`;
  return {
    login: login3,
    id: state.organization,
    node_id: nodeId("Organization", state.organization),
    url,
    repos_url: `${url}/repos`,
    events_url: `${url}/events`,
    hooks_url: `${url}/hooks`,
    issues_url: `${url}/issues`,
    members_url: `${url}/members{/member}`,
    public_members_url: `${url}/public_members{/member}`,
    avatar_url: showAccount(scene, state.organization)?.["avatar_url"],
    description: null
  };
}
function showWholeOrganization(scene) {
  const { forge: forge2, state } = scene;
  const simple = showOrganization(scene);
  const login3 = state.accounts.get(state.organization)?.login ?? "";
  return {
    ...simple,
    name: state.accounts.get(state.organization)?.name ?? login3,
    is_verified: false,
    has_organization_projects: true,
    has_repository_projects: true,
    public_repos: [...state.repositories.values()].filter((one) => !one.private).length,
    public_gists: 0,
    followers: 0,
    following: 0,
    html_url: `${forge2.web}/${login3}`,
    created_at: FOUNDED,
    updated_at: FOUNDED,
    archived_at: null,
    type: "Organization"
  };
}
function showOrganizationSettings({ state }) {
  return {
    total_private_repos: [...state.repositories.values()].filter((one) => one.private).length,
    default_repository_permission: state.settings.basePermission,
    members_can_create_repositories: false,
    members_allowed_repository_creation_type: "none",
    two_factor_requirement_enabled: true,
    members_can_create_teams: state.settings.membersMayCreateTeams
  };
}

// src/sandbox/forge/shapes/team.ts
var MADE2 = writeInstant(Date.UTC(2020, 0, 1));
var TEAM_PERMISSION = {
  none: "pull",
  read: "pull",
  triage: "triage",
  write: "push",
  maintain: "maintain",
  admin: "admin"
};
function showSimpleTeam({ forge: forge2, state }, team2, held2 = "read") {
  const url = `${forge2.api}/organizations/${state.organization}/team/${team2.id}`;
  const organization = state.accounts.get(state.organization)?.login ?? "";
  return {
    id: team2.id,
    node_id: nodeId("Team", team2.id),
    url,
    html_url: `${forge2.web}/orgs/${organization}/teams/${team2.slug}`,
    name: team2.name,
    slug: team2.slug,
    description: team2.description,
    privacy: team2.privacy,
    notification_setting: "notifications_enabled",
    permission: TEAM_PERMISSION[held2],
    members_url: `${url}/members{/member}`,
    repositories_url: `${url}/repos`,
    type: "organization",
    organization_id: state.organization
  };
}
function showTeam(scene, team2, held2 = "read") {
  const parent = team2.parent === null ? void 0 : scene.state.teams.get(team2.parent);
  return { ...showSimpleTeam(scene, team2, held2), parent: parent ? showSimpleTeam(scene, parent) : null };
}
function showWholeTeam(scene, team2) {
  return {
    ...showTeam(scene, team2),
    members_count: membersOf(scene.state, team2).length,
    repos_count: [...scene.state.repositories.values()].filter((one) => one.teams.has(team2.id)).length,
    created_at: MADE2,
    updated_at: MADE2,
    organization: showWholeOrganization(scene)
  };
}
function membersOf(state, team2) {
  return [...state.accounts.values()].filter((account3) => isMember(state, team2, account3.id)).toSorted((a, b) => a.id - b.id);
}
function showPermissions(held2) {
  return {
    admin: includes(held2, "admin"),
    maintain: includes(held2, "maintain"),
    push: includes(held2, "write"),
    triage: includes(held2, "triage"),
    pull: includes(held2, "read")
  };
}

// src/sandbox/forge/shapes/actors.ts
function showActors(scene, list21) {
  return {
    users: list21.users.map((id2) => showActor(scene, id2)),
    teams: list21.teams.flatMap((id2) => {
      const team2 = scene.state.teams.get(id2);
      return team2 ? [showTeam(scene, team2)] : [];
    }),
    apps: list21.apps.map((id2) => showApp(scene, id2)).filter((app2) => app2 !== null)
  };
}

// src/sandbox/forge/shapes/issue.ts
function addressesOf({ forge: forge2, state }, repository2) {
  const name2 = fullName(state, repository2);
  return { api: `${forge2.api}/repos/${name2}`, page: `${forge2.web}/${name2}` };
}
function associationOf(state, repository2, account3) {
  if (account3 === null) return "NONE";
  if (repository2.owner === account3) return "OWNER";
  if ((state.accounts.get(account3)?.role ?? null) !== null) return "MEMBER";
  return repository2.collaborators.has(account3) ? "COLLABORATOR" : "NONE";
}
function showLabel(scene, repository2, label2) {
  return {
    id: label2.id,
    node_id: nodeId("Label", label2.id),
    url: `${addressesOf(scene, repository2).api}/labels/${encodeURIComponent(label2.name)}`,
    name: label2.name,
    color: label2.color,
    default: false,
    description: label2.description
  };
}
function showLabels(scene, repository2, issue) {
  return repository2.labels.filter(({ id: id2 }) => issue.labels.includes(id2)).map((label2) => showLabel(scene, repository2, label2));
}
function showIssue(scene, repository2, issue) {
  const { api, page } = addressesOf(scene, repository2);
  const pull = repository2.pulls.get(issue.number);
  const url = `${api}/issues/${issue.number}`;
  const own = `${page}/pull/${issue.number}`;
  return {
    id: issue.id,
    node_id: nodeId("Issue", issue.id),
    url,
    repository_url: api,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    timeline_url: `${url}/timeline`,
    html_url: pull ? own : `${page}/issues/${issue.number}`,
    number: issue.number,
    state: issue.state,
    state_reason: issue.stateReason,
    title: issue.title,
    body: issue.body,
    user: showActor(scene, issue.author),
    author_association: associationOf(scene.state, repository2, issue.author),
    labels: showLabels(scene, repository2, issue),
    assignee: showAccount(scene, issue.assignees[0] ?? null),
    assignees: issue.assignees.map((id2) => showActor(scene, id2)),
    milestone: null,
    locked: issue.locked,
    active_lock_reason: null,
    comments: issue.comments.length,
    created_at: writeInstant(issue.created),
    updated_at: writeInstant(issue.updated),
    closed_at: issue.closed === null ? null : writeInstant(issue.closed),
    closed_by: showAccount(scene, issue.closedBy),
    performed_via_github_app: showApp(scene, issue.app),
    ...pull ? {
      draft: pull.draft,
      pull_request: {
        url: `${api}/pulls/${issue.number}`,
        html_url: own,
        diff_url: `${own}.diff`,
        patch_url: `${own}.patch`,
        merged_at: pull.merged ? writeInstant(pull.merged.at) : null
      }
    } : {}
  };
}
function showComment(scene, repository2, issue, comment) {
  const { api, page } = addressesOf(scene, repository2);
  const kind = repository2.pulls.has(issue.number) ? "pull" : "issues";
  return {
    id: comment.id,
    node_id: nodeId("IssueComment", comment.id),
    url: `${api}/issues/comments/${comment.id}`,
    html_url: `${page}/${kind}/${issue.number}#issuecomment-${comment.id}`,
    issue_url: `${api}/issues/${issue.number}`,
    user: showActor(scene, comment.author),
    created_at: writeInstant(comment.created),
    updated_at: writeInstant(comment.updated),
    author_association: associationOf(scene.state, repository2, comment.author),
    body: comment.body,
    performed_via_github_app: showApp(scene, comment.app)
  };
}

// src/sandbox/forge/routes/branch-protection-input.ts
function readProtection(context) {
  for (const field of [
    "required_status_checks",
    "enforce_admins",
    "required_pull_request_reviews",
    "restrictions"
  ]) {
    if (!(field in context.body)) throw wrong(field);
  }
  const checks = object(context, "required_status_checks");
  const reviews = object(context, "required_pull_request_reviews");
  const restrictions = object(context, "restrictions");
  return {
    checks: checks && { strict: checks["strict"] === true, contexts: contextsFrom(checks) },
    reviews: reviews && reviewsFrom(context.state, reviews),
    restrictions: restrictions && actorsFrom(context.state, restrictions),
    enforceAdmins: context.body["enforce_admins"] === true,
    linearHistory: flag(context, "required_linear_history", false),
    allowForcePushes: flag(context, "allow_force_pushes", false),
    allowDeletions: flag(context, "allow_deletions", false),
    signatures: false,
    conversationResolution: flag(context, "required_conversation_resolution", false),
    lockBranch: flag(context, "lock_branch", false)
  };
}
function contextsFrom(checks) {
  const listed2 = checks["checks"] ?? checks["contexts"] ?? [];
  if (!Array.isArray(listed2)) throw wrong("required_status_checks");
  return listed2.map((one) => {
    if (typeof one === "string") return { context: one, app: null };
    if (!isObject(one) || typeof one["context"] !== "string") throw wrong("required_status_checks");
    const app2 = one["app_id"];
    return { context: one["context"], app: typeof app2 === "number" && app2 > 0 ? app2 : null };
  });
}
function reviewsFrom(state, reviews) {
  const count2 = reviews["required_approving_review_count"] ?? 1;
  if (typeof count2 !== "number" || count2 < 0 || count2 > 6) throw wrong("required_approving_review_count");
  const dismissal = reviews["dismissal_restrictions"];
  const bypass = reviews["bypass_pull_request_allowances"];
  return {
    count: count2,
    codeOwners: reviews["require_code_owner_reviews"] === true,
    dismissStale: reviews["dismiss_stale_reviews"] === true,
    lastPush: reviews["require_last_push_approval"] === true,
    // An empty object takes the restriction away.
    dismissal: isObject(dismissal) && Object.keys(dismissal).length > 0 ? actorsFrom(state, dismissal) : null,
    bypass: actorsFrom(state, isObject(bypass) ? bypass : {})
  };
}
function actorsFrom(state, fields) {
  const ids = (field, find6) => {
    const names2 = fields[field] ?? [];
    if (!Array.isArray(names2)) throw wrong(field);
    return names2.map((name2) => {
      const found2 = typeof name2 === "string" ? find6(name2) : null;
      if (!found2) throw wrong(field);
      return found2.id;
    });
  };
  return {
    users: ids("users", (name2) => findAccount(state, name2)),
    teams: ids("teams", (name2) => findTeam(state, name2)),
    apps: ids("apps", (name2) => findApp(state, name2))
  };
}
function wrong(field) {
  return invalid({ resource: "BranchProtection", field, code: "invalid" });
}

// src/sandbox/forge/routes/branch-protection.ts
var PROTECTION = "/repos/{owner}/{repo}/branches/{branch}/protection";
var branchProtectionRoutes = [
  {
    method: "GET",
    path: PROTECTION,
    operation: "repos/get-branch-protection",
    kind: "read",
    needs: ["administration", "read"],
    handle: get3
  },
  {
    method: "PUT",
    path: PROTECTION,
    operation: "repos/update-branch-protection",
    kind: "write",
    needs: ["administration", "write"],
    handle: put2
  },
  {
    method: "DELETE",
    path: PROTECTION,
    operation: "repos/delete-branch-protection",
    kind: "write",
    needs: ["administration", "write"],
    handle: remove
  }
];
function get3(context) {
  const repository2 = administered(context);
  const { branch: branch2, protection: protection2 } = protectedBranch(context, repository2);
  return ok(show(context, repository2, branch2, protection2));
}
function put2(context) {
  const repository2 = administered(context);
  const branch2 = existing(context, repository2);
  const protection2 = readProtection(context);
  repository2.protection.set(branch2, protection2);
  return ok(show(context, repository2, branch2, protection2));
}
function remove(context) {
  const repository2 = administered(context);
  repository2.protection.delete(protectedBranch(context, repository2).branch);
  return noContent();
}
function existing({ params }, repository2) {
  const branch2 = params["branch"] ?? "";
  if (!repository2.refs.has(`refs/heads/${branch2}`)) throw new ApiError(404, "Branch not found");
  return branch2;
}
function protectedBranch(context, repository2) {
  const branch2 = existing(context, repository2);
  const protection2 = repository2.protection.get(branch2);
  if (!protection2) throw new ApiError(404, "Branch not protected");
  return { branch: branch2, protection: protection2 };
}
function show(context, repository2, branch2, rule) {
  const url = `${addressesOf(context, repository2).api}/branches/${encodeURIComponent(branch2)}/protection`;
  const { checks, restrictions, reviews } = rule;
  return {
    url,
    ...checks ? {
      required_status_checks: {
        url: `${url}/required_status_checks`,
        strict: checks.strict,
        contexts: checks.contexts.map(({ context: name2 }) => name2),
        contexts_url: `${url}/required_status_checks/contexts`,
        checks: checks.contexts.map(({ app: app2, context: name2 }) => ({ context: name2, app_id: app2 }))
      }
    } : {},
    ...reviews ? { required_pull_request_reviews: showReviews(context, url, reviews) } : {},
    ...restrictions ? {
      restrictions: {
        url: `${url}/restrictions`,
        users_url: `${url}/restrictions/users`,
        teams_url: `${url}/restrictions/teams`,
        apps_url: `${url}/restrictions/apps`,
        ...showActors(context, restrictions)
      }
    } : {},
    required_signatures: { url: `${url}/required_signatures`, enabled: rule.signatures },
    enforce_admins: { url: `${url}/enforce_admins`, enabled: rule.enforceAdmins },
    required_linear_history: { enabled: rule.linearHistory },
    allow_force_pushes: { enabled: rule.allowForcePushes },
    allow_deletions: { enabled: rule.allowDeletions },
    block_creations: { enabled: false },
    required_conversation_resolution: { enabled: rule.conversationResolution },
    lock_branch: { enabled: rule.lockBranch },
    allow_fork_syncing: { enabled: false }
  };
}
function showReviews(context, url, reviews) {
  const own = `${url}/required_pull_request_reviews`;
  const { bypass, dismissal } = reviews;
  const bypassed = bypass.users.length + bypass.teams.length + bypass.apps.length > 0;
  return {
    url: own,
    dismiss_stale_reviews: reviews.dismissStale,
    require_code_owner_reviews: reviews.codeOwners,
    require_last_push_approval: reviews.lastPush,
    required_approving_review_count: reviews.count,
    ...dismissal ? {
      dismissal_restrictions: {
        url: `${url}/dismissal_restrictions`,
        users_url: `${url}/dismissal_restrictions/users`,
        teams_url: `${url}/dismissal_restrictions/teams`,
        ...showActors(context, dismissal)
      }
    } : {},
    ...bypassed ? { bypass_pull_request_allowances: showActors(context, bypass) } : {}
  };
}

// src/sandbox/forge/paging.ts
var LARGEST = 100;
var USUAL = 30;
function listed(context, items3, write, wrap = (page) => page) {
  const { page, size } = asked(context);
  const last = Math.max(1, Math.ceil(items3.length / size));
  const shown = items3.slice((page - 1) * size, page * size).map(write);
  const links = [];
  const link = (rel, to) => {
    links.push(`<${address(context, { per_page: String(size), page: String(to) })}>; rel="${rel}"`);
  };
  if (page > 1) link("prev", Math.min(page - 1, last));
  if (page < last) link("next", page + 1);
  if (page < last) link("last", last);
  if (page > 1) link("first", 1);
  return {
    status: 200,
    body: wrap(shown, items3.length),
    headers: links.length > 0 ? { link: links.join(", ") } : {}
  };
}
function listedByCursor(context, items3, write) {
  const { size } = asked(context);
  const after = readCursor(context.query.get("after"));
  const before = readCursor(context.query.get("before"));
  const index = (id2) => id2 === null ? -1 : items3.findIndex((one) => one.id === id2);
  const end = before === null ? null : index(before);
  const start2 = end === null ? index(after) + 1 : Math.max(0, end - size);
  const shown = items3.slice(start2, end ?? start2 + size);
  const links = [];
  const link = (rel, name2, item) => {
    const other = name2 === "before" ? "after" : "before";
    const to = address(context, { per_page: String(size), [name2]: writeCursor(item.id) }, other);
    links.push(`<${to}>; rel="${rel}"`);
  };
  const [first, final] = [shown[0], shown.at(-1)];
  if (final && items3.indexOf(final) < items3.length - 1) link("next", "after", final);
  if (first && start2 > 0) link("prev", "before", first);
  return { status: 200, body: shown.map(write), headers: links.length > 0 ? { link: links.join(", ") } : {} };
}
function asked(context) {
  const size = Math.min(LARGEST, positive(context.query.get("per_page")) ?? USUAL);
  return {
    size: context.short ? Math.max(1, Math.floor(size / 2)) : size,
    page: positive(context.query.get("page")) ?? 1
  };
}
function positive(written) {
  return written !== null && /^[1-9]\d{0,8}$/u.test(written) ? Number(written) : null;
}
function address(context, change3, without) {
  const query = new URLSearchParams(context.query);
  if (without !== void 0) query.delete(without);
  for (const [name2, value] of Object.entries(change3)) query.set(name2, value);
  return `${context.url}?${query.toString()}`;
}
function writeCursor(id2) {
  return Buffer.from(`cursor:${id2}`).toString("base64url");
}
function readCursor(written) {
  const found2 = written === null ? null : /^cursor:(\d+)$/u.exec(Buffer.from(written, "base64url").toString());
  return found2 ? Number(found2[1]) : null;
}

// src/sandbox/forge/shapes/commit.ts
var WEB_FLOW = { name: "GitHub", email: "noreply@github.com" };
function showCommit(scene, repository2, id2) {
  const commit = commitOf(scene, repository2, id2);
  const { api, page } = addressesOf(scene, repository2);
  return {
    sha: id2,
    node_id: Buffer.from(`commit ${id2}`).toString("base64"),
    url: `${api}/commits/${id2}`,
    html_url: `${page}/commit/${id2}`,
    comments_url: `${api}/commits/${id2}/comments`,
    commit: {
      url: `${api}/git/commits/${id2}`,
      author: showSignature(commit.author),
      committer: showSignature(commit.committer),
      message: commit.message.replace(/\n$/u, ""),
      tree: { sha: commit.tree, url: `${api}/git/trees/${commit.tree}` },
      comment_count: 0,
      verification: showVerification(repository2, id2, commit)
    },
    author: showWriter(scene, commit.author),
    committer: showWriter(scene, commit.committer),
    parents: commit.parents.map((sha) => ({
      sha,
      url: `${api}/commits/${sha}`,
      html_url: `${page}/commit/${sha}`
    }))
  };
}
function showGitCommit(scene, repository2, id2) {
  const commit = commitOf(scene, repository2, id2);
  const { api, page } = addressesOf(scene, repository2);
  return {
    sha: id2,
    node_id: Buffer.from(`commit ${id2}`).toString("base64"),
    url: `${api}/git/commits/${id2}`,
    html_url: `${page}/commit/${id2}`,
    author: showSignature(commit.author),
    committer: showSignature(commit.committer),
    message: commit.message.replace(/\n$/u, ""),
    tree: { sha: commit.tree, url: `${api}/git/trees/${commit.tree}` },
    parents: commit.parents.map((sha) => ({
      sha,
      url: `${api}/git/commits/${sha}`,
      html_url: `${page}/commit/${sha}`
    })),
    verification: showVerification(repository2, id2, commit)
  };
}
function showFile(scene, repository2, commit, file) {
  const { api, page } = addressesOf(scene, repository2);
  const path2 = file.path.split("/").map(encodeURIComponent).join("/");
  return {
    sha: file.blob,
    filename: file.path,
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: `${page}/blob/${commit}/${path2}`,
    raw_url: `${page}/raw/${commit}/${path2}`,
    contents_url: `${api}/contents/${path2}?ref=${commit}`,
    ...file.patch === null ? {} : { patch: file.patch },
    ...file.previous === null ? {} : { previous_filename: file.previous }
  };
}
function accountByEmail(state, email) {
  const wanted2 = email.toLowerCase();
  const found2 = /^(?:(\d+)\+)?([^@]+)@users\.noreply\.github\.com$/u.exec(wanted2);
  for (const one of state.accounts.values()) {
    if (one.email?.toLowerCase() === wanted2) return one;
    if (found2 && (found2[1] === void 0 ? one.login.toLowerCase() === found2[2] : one.id === Number(found2[1])))
      return one;
  }
  return null;
}
function commitOf({ forge: forge2 }, repository2, id2) {
  const commit = forge2.git(repository2).commit(id2);
  if (!commit) throw new RangeError(`the forge has no commit ${id2}`);
  return commit;
}
function showSignature({ at, email, name: name2 }) {
  return { name: name2, email, date: writeInstant(at) };
}
function showWriter(scene, { email }) {
  const account3 = accountByEmail(scene.state, email);
  return account3 ? showAccount(scene, account3.id) : null;
}
function showVerification({ verified }, id2, commit) {
  if (verified.has(id2)) {
    return {
      verified: true,
      reason: "valid",
      signature: commit.signature ?? "-----BEGIN PGP SIGNATURE-----\n\n-----END PGP SIGNATURE-----\n",
      payload: commit.payload,
      verified_at: writeInstant(commit.committer.at)
    };
  }
  return {
    verified: false,
    reason: commit.signature === null ? "unsigned" : "unknown_key",
    signature: commit.signature,
    payload: commit.signature === null ? null : commit.payload,
    verified_at: null
  };
}

// src/sandbox/forge/routes/find.ts
function issueOf(context, repository2) {
  const issue = repository2.issues.get(Number(context.params["issue_number"]));
  if (!issue) throw notFound();
  return issue;
}
function pullOf(context, repository2) {
  const number2 = Number(context.params["pull_number"]);
  const pull = repository2.pulls.get(number2);
  const issue = repository2.issues.get(number2);
  if (!pull || !issue) throw notFound();
  return { pull, issue };
}
function commitNamed(context, repository2, name2) {
  const id2 = [`refs/heads/${name2}`, `refs/tags/${name2}`, `refs/${name2}`, name2].map((ref) => repository2.refs.get(ref)).find((found2) => found2 !== void 0);
  const git = context.forge.git(repository2);
  if (id2 !== void 0) return git.commit(id2) ? id2 : null;
  return git.commit(name2) ? name2 : null;
}

// src/sandbox/forge/routes/git-refs.ts
var REF = "/repos/{owner}/{repo}/git/refs/{ref}";
var READ2 = ["contents", "read"];
var WRITE2 = ["contents", "write"];
var gitRefRoutes = [
  {
    method: "GET",
    path: "/repos/{owner}/{repo}/git/ref/{ref}",
    operation: "git/get-ref",
    kind: "read",
    needs: READ2,
    handle: (context) => {
      const repository2 = repositoryOf(context);
      const ref = `refs/${context.params["ref"] ?? ""}`;
      const id2 = repository2.refs.get(ref);
      if (id2 === void 0) throw notFound();
      return ok(showRef(context, repository2, ref, id2));
    }
  },
  {
    method: "GET",
    path: "/repos/{owner}/{repo}/git/matching-refs/{ref}",
    operation: "git/list-matching-refs",
    kind: "read",
    needs: READ2,
    handle: (context) => {
      const repository2 = repositoryOf(context);
      const found2 = [...repository2.refs].filter(([ref]) => ref.startsWith(`refs/${context.params["ref"] ?? ""}`)).toSorted(([a], [b]) => a < b ? -1 : 1);
      return ok(found2.map(([ref, id2]) => showRef(context, repository2, ref, id2)));
    }
  },
  {
    method: "POST",
    path: "/repos/{owner}/{repo}/git/refs",
    operation: "git/create-ref",
    kind: "write",
    needs: WRITE2,
    handle: create
  },
  { method: "PATCH", path: REF, operation: "git/update-ref", kind: "write", needs: WRITE2, handle: update },
  { method: "DELETE", path: REF, operation: "git/delete-ref", kind: "write", needs: WRITE2, handle: remove2 }
];
function create(context) {
  const repository2 = repositoryOf(context, "write");
  const ref = text(context, "ref");
  const sha = text(context, "sha");
  if (!isRef(ref))
    throw unprocessable("Reference name must start with 'refs/' and contain at least two slashes.");
  if (repository2.refs.has(ref)) throw unprocessable("Reference already exists");
  if (collides(repository2, ref))
    throw unprocessable("Reference cannot be created: a folder of refs has its name");
  checkObject(context, repository2, ref, sha);
  move(context, repository2, ref, sha);
  return created(showRef(context, repository2, ref, sha));
}
function update(context) {
  const repository2 = repositoryOf(context, "write");
  const ref = `refs/${context.params["ref"] ?? ""}`;
  const before = repository2.refs.get(ref);
  const sha = text(context, "sha");
  const force = flag(context, "force", false);
  if (before === void 0 || !isRef(ref)) throw unprocessable("Reference does not exist");
  checkObject(context, repository2, ref, sha);
  if (!force && !context.forge.git(repository2).isAncestor(before, sha)) {
    throw unprocessable("Update is not a fast forward");
  }
  move(context, repository2, ref, sha);
  return ok(showRef(context, repository2, ref, sha));
}
function remove2(context) {
  const repository2 = repositoryOf(context, "write");
  const ref = `refs/${context.params["ref"] ?? ""}`;
  if (!repository2.refs.has(ref) || !isRef(ref)) throw unprocessable("Reference does not exist");
  if (ref === `refs/heads/${repository2.defaultBranch}`)
    throw unprocessable("Cannot delete the default branch");
  move(context, repository2, ref, ABSENT);
  return noContent();
}
function move(context, repository2, ref, after, refuse2 = unprocessable) {
  const { actor, forge: forge2 } = context;
  if (!actor) throw notFound();
  const before = repository2.refs.get(ref) ?? ABSENT;
  const permit = mayPush(context, repository2, actor, { ref, before, after });
  if (!permit.allowed) throw refuse2(permit.reasons.join(" "));
  moveRef(forge2, repository2, { ref, after, actor });
}
function isRef(ref) {
  return /^refs\/[^/]+\/./u.test(ref) && !ref.startsWith("refs/pull/") && !/(?:\.\.|[\u0000- ~^:?*[\\\u007f]|\/\/|@\{|\.lock(?:\/|$)|\/\.|\.$|\/$)/u.test(ref);
}
function collides(repository2, ref) {
  return [...repository2.refs.keys()].some(
    (other) => other.startsWith(`${ref}/`) || ref.startsWith(`${other}/`)
  );
}
function checkObject({ forge: forge2 }, repository2, ref, sha) {
  const type = forge2.git(repository2).type(sha);
  if (type === null) throw unprocessable("Object does not exist");
  if (ref.startsWith("refs/heads/") && type !== "commit") throw unprocessable("Reference update failed");
}
function showRef(context, repository2, ref, id2) {
  const { api } = addressesOf(context, repository2);
  const type = context.forge.git(repository2).type(id2) ?? "commit";
  return {
    ref,
    node_id: Buffer.from(`ref ${repository2.id} ${ref}`).toString("base64"),
    url: `${api}/git/${ref}`,
    object: { sha: id2, type, url: `${api}/git/${type}s/${id2}` }
  };
}

// src/sandbox/forge/pull-content.ts
function baseOf(repository2, pull) {
  if (pull.merged) return pull.merged.base;
  return repository2.refs.get(`refs/heads/${pull.baseRef}`) ?? pull.base;
}
function commitsOf(forge2, repository2, pull) {
  return forge2.git(repository2).log(pull.head, baseOf(repository2, pull), ["--topo-order", "--reverse"]);
}
function filesOf(forge2, repository2, pull) {
  const git = forge2.git(repository2);
  return git.diff(git.mergeBase(baseOf(repository2, pull), pull.head), pull.head);
}
function mergeOf(forge2, repository2, pull) {
  return forge2.git(repository2).merge(baseOf(repository2, pull), pull.head);
}

// src/sandbox/forge/routes/merging.ts
var mergeRoutes = [
  {
    method: "GET",
    path: "/repos/{owner}/{repo}/pulls/{pull_number}/merge",
    operation: "pulls/check-if-merged",
    kind: "read",
    needs: ["contents", "read"],
    handle: (context) => {
      const { pull } = pullOf(context, repositoryOf(context));
      if (!pull.merged) throw notFound();
      return noContent();
    }
  },
  {
    method: "PUT",
    path: "/repos/{owner}/{repo}/pulls/{pull_number}/merge",
    operation: "pulls/merge",
    kind: "write",
    needs: ["contents", "write"],
    handle: merge
  },
  {
    method: "PUT",
    path: "/repos/{owner}/{repo}/pulls/{pull_number}/update-branch",
    operation: "pulls/update-branch",
    kind: "write",
    needs: ["contents", "write"],
    handle: updateBranch
  }
];
function merge(context) {
  const repository2 = repositoryOf(context, "write");
  const by = asker(context);
  const { issue, pull } = pullOf(context, repository2);
  const method = methodOf(context);
  const base = repository2.refs.get(`refs/heads/${pull.baseRef}`);
  if (!context.actor || base === void 0 || issue.state !== "open") throw notMergeable();
  if (pull.draft) throw new ApiError(405, "Pull Request is still a draft");
  const expected = optionalText(context, "sha");
  if (expected !== null && expected !== pull.head) {
    throw conflict("Head branch was modified. Review and try the merge again.");
  }
  const { mergeCommit, rebase, squash } = repository2.merging;
  const open = { merge: mergeCommit, squash, rebase }[method];
  if (!open) {
    const name2 = { merge: "Merge commits", squash: "Squash merges", rebase: "Rebase merges" }[method];
    throw new ApiError(405, `${name2} are not allowed on this repository.`);
  }
  const permit = mayMerge(context, repository2, pull, context.actor, method);
  if (!permit.allowed) throw new ApiError(405, permit.reasons.join(" "));
  const one = { context, repository: repository2, issue, pull, actor: context.actor, by, base };
  const commit = { merge: mergeCommitOf, squash: squashOf, rebase: rebaseOf }[method](one);
  const git = context.forge.git(repository2);
  markMerged(context.forge, issue, pull, context.actor, {
    commit,
    method,
    base,
    landed: git.log(commit, base)
  });
  moveRef(context.forge, repository2, {
    ref: `refs/heads/${pull.baseRef}`,
    after: commit,
    actor: context.actor,
    type: "pr_merge"
  });
  if (repository2.merging.deleteBranch) deleteHead(one);
  return ok({ sha: commit, merged: true, message: "Pull Request successfully merged" });
}
function methodOf(context) {
  const method = optionalText(context, "merge_method") ?? "merge";
  if (method === "merge" || method === "squash" || method === "rebase") return method;
  throw unprocessable("Invalid merge method");
}
function mergeCommitOf({ base, by, context, issue, pull, repository: repository2 }) {
  const { forge: forge2, state } = context;
  const head = pull.headRepository === null ? void 0 : state.repositories.get(pull.headRepository);
  const owner = head ? fullName(state, head).split("/")[0] ?? "" : "unknown";
  const title = optionalText(context, "commit_title") ?? `Merge pull request #${pull.number} from ${owner}/${pull.headRef}`;
  const message = optionalText(context, "commit_message") ?? issue.title;
  return webCommit(forge2, repository2, {
    tree: cleanTree(forge2, repository2, pull),
    parents: [base, pull.head],
    author: signatureOf(by, context.now),
    message: `${title}

${message}`
  });
}
function squashOf({ base, by, context, issue, pull, repository: repository2 }) {
  const { forge: forge2, now, state } = context;
  const git = forge2.git(repository2);
  const commits = commitsOf(forge2, repository2, pull).map((id2) => ({ id: id2, commit: git.commit(id2) }));
  const only = commits.length === 1 ? commits[0]?.commit?.message.trim().split("\n") : void 0;
  const title = optionalText(context, "commit_title") ?? `${only?.[0] ?? issue.title} (#${pull.number})`;
  const listing = commits.map(({ commit }) => `* ${commit?.message.trim() ?? ""}`).join("\n\n");
  const body = optionalText(context, "commit_message") ?? (only ? only.slice(1).join("\n").trim() : listing);
  const opener = state.accounts.get(issue.author) ?? by;
  const author = signatureOf(opener, now);
  const others = new Map(
    commits.flatMap(({ commit }) => commit ? [[commit.author.email, commit.author.name]] : [])
  );
  others.delete(author.email);
  if (opener.email !== null) others.delete(opener.email);
  const trailers = [...others].map(([email, name2]) => `Co-authored-by: ${name2} <${email}>`).join("\n");
  return webCommit(forge2, repository2, {
    tree: cleanTree(forge2, repository2, pull),
    parents: [base],
    author,
    message: [title, body, trailers].filter((part) => part !== "").join("\n\n")
  });
}
function rebaseOf({ base, by, context, pull, repository: repository2 }) {
  const { forge: forge2, now } = context;
  const git = forge2.git(repository2);
  let onto = base;
  for (const id2 of commitsOf(forge2, repository2, pull)) {
    const commit = git.commit(id2);
    if (!commit || commit.parents.length > 1) continue;
    const result = git.replay(id2, onto);
    if (!result.clean) throw new ApiError(405, "This branch can’t be rebased");
    onto = git.writeCommit({
      tree: result.tree,
      parents: [onto],
      author: commit.author,
      committer: signatureOf(by, now),
      message: commit.message
    });
  }
  return onto;
}
function updateBranch(context) {
  const repository2 = repositoryOf(context);
  const by = asker(context);
  const { issue, pull } = pullOf(context, repository2);
  const { actor, forge: forge2, now, state } = context;
  const home = pull.headRepository === null ? void 0 : state.repositories.get(pull.headRepository);
  const base = repository2.refs.get(`refs/heads/${pull.baseRef}`);
  if (!actor || !home || base === void 0 || issue.state !== "open")
    throw unprocessable("Pull request is closed.");
  repositoryOf({ ...context, params: nameOf(context, home) }, "write");
  const expected = optionalText(context, "expected_head_sha");
  if (expected !== null && expected !== pull.head) {
    throw unprocessable(`expected head sha didn’t match current head ref.`);
  }
  const git = forge2.git(repository2);
  if (git.isAncestor(base, pull.head)) {
    throw unprocessable("There are no new commits on the base branch.");
  }
  const merged = git.merge(pull.head, base);
  if (!merged.clean) throw unprocessable("merge conflict between base and head");
  const commit = webCommit(forge2, home, {
    tree: merged.tree,
    parents: [pull.head, base],
    author: signatureOf(by, now),
    message: `Merge branch '${pull.baseRef}' into ${pull.headRef}`
  });
  const ref = `refs/heads/${pull.headRef}`;
  const permit = mayPush(context, home, actor, { ref, before: pull.head, after: commit });
  if (!permit.allowed) throw unprocessable(permit.reasons.join(" "));
  moveRef(forge2, home, { ref, after: commit, actor });
  return {
    status: 202,
    body: {
      message: "Updating pull request branch.",
      url: `${forge2.api}/repos/${fullName(state, repository2)}/pulls/${pull.number}`
    }
  };
}
function webCommit(forge2, repository2, commit) {
  const id2 = forge2.git(repository2).writeCommit({ ...commit, committer: { ...WEB_FLOW, at: commit.author.at } });
  repository2.verified.add(id2);
  return id2;
}
function signatureOf(account3, at) {
  return {
    name: account3.name ?? account3.login,
    email: account3.email ?? `${account3.id}+${account3.login}@users.noreply.github.com`,
    at
  };
}
function cleanTree(forge2, repository2, pull) {
  const merged = mergeOf(forge2, repository2, pull);
  if (!merged.clean) throw notMergeable();
  return merged.tree;
}
function deleteHead(merged) {
  const { actor, context, pull, repository: repository2 } = merged;
  const home = pull.headRepository === null ? void 0 : context.state.repositories.get(pull.headRepository);
  const ref = `refs/heads/${pull.headRef}`;
  if (home?.refs.has(ref) !== true) return;
  if (!mayPush(context, home, actor, { ref, before: pull.head, after: ABSENT }).allowed) return;
  if (home === repository2) retarget(merged);
  moveRef(context.forge, home, { ref, after: ABSENT, actor });
}
function retarget({ actor, context, pull, repository: repository2 }) {
  for (const other of repository2.pulls.values()) {
    const issue = repository2.issues.get(other.number);
    if (issue?.state !== "open" || other.baseRef !== pull.headRef) continue;
    other.baseRef = pull.baseRef;
    other.base = repository2.refs.get(`refs/heads/${pull.baseRef}`) ?? other.base;
    happened(context.forge, issue, "automatic_base_change_succeeded", actor);
  }
}
function nameOf({ state }, repository2) {
  const [owner = "", repo = ""] = fullName(state, repository2).split("/");
  return { owner, repo };
}
function notMergeable() {
  return new ApiError(405, "Pull Request is not mergeable");
}

// src/sandbox/forge/routes/branches.ts
var READ3 = ["contents", "read"];
var branchRoutes = [
  {
    method: "GET",
    path: "/repos/{owner}/{repo}/branches",
    operation: "repos/list-branches",
    kind: "read",
    needs: READ3,
    handle: list
  },
  {
    method: "GET",
    path: "/repos/{owner}/{repo}/branches/{branch}",
    operation: "repos/get-branch",
    kind: "read",
    needs: READ3,
    handle: get4
  },
  {
    method: "GET",
    path: "/repos/{owner}/{repo}/tags",
    operation: "repos/list-tags",
    kind: "read",
    needs: READ3,
    handle: tags
  },
  {
    method: "POST",
    path: "/repos/{owner}/{repo}/merges",
    operation: "repos/merge",
    kind: "write",
    needs: ["contents", "write"],
    handle: merge2
  }
];
function list(context) {
  const repository2 = repositoryOf(context);
  const { api } = addressesOf(context, repository2);
  const wanted2 = context.query.get("protected");
  const found2 = named2(repository2, "refs/heads/").filter(
    ([name2]) => wanted2 === null || String(isProtected(context, repository2, name2)) === wanted2
  );
  return listed(context, found2, ([name2, sha]) => ({
    name: name2,
    commit: { sha, url: `${api}/commits/${sha}` },
    protected: isProtected(context, repository2, name2)
  }));
}
function get4(context) {
  const repository2 = repositoryOf(context);
  const name2 = context.params["branch"] ?? "";
  const sha = repository2.refs.get(`refs/heads/${name2}`);
  if (sha === void 0) throw new ApiError(404, "Branch not found");
  const { api, page } = addressesOf(context, repository2);
  const url = `${api}/branches/${encodeURIComponent(name2)}`;
  const classic = repository2.protection.get(name2);
  const contexts = classic?.checks?.contexts ?? [];
  return ok({
    name: name2,
    commit: showCommit(context, repository2, sha),
    _links: { self: url, html: `${page}/tree/${name2}` },
    protected: isProtected(context, repository2, name2),
    protection: {
      enabled: classic !== void 0,
      required_status_checks: {
        enforcement_level: classic?.checks ? classic.enforceAdmins ? "everyone" : "non_admins" : "off",
        contexts: contexts.map((one) => one.context),
        checks: contexts.map(({ app: app2, context: check5 }) => ({ context: check5, app_id: app2 }))
      }
    },
    protection_url: `${url}/protection`
  });
}
function tags(context) {
  const repository2 = repositoryOf(context);
  const { api, page } = addressesOf(context, repository2);
  const git = context.forge.git(repository2);
  const found2 = named2(repository2, "refs/tags/").filter(([, sha]) => git.commit(sha) !== null);
  return listed(context, found2.toReversed(), ([name2, sha]) => ({
    name: name2,
    commit: { sha, url: `${api}/commits/${sha}` },
    zipball_url: `${page}/zipball/refs/tags/${name2}`,
    tarball_url: `${page}/tarball/refs/tags/${name2}`,
    node_id: Buffer.from(`tag ${repository2.id} ${name2}`).toString("base64")
  }));
}
function merge2(context) {
  const repository2 = repositoryOf(context, "write");
  const [base, head] = [text(context, "base"), text(context, "head")];
  const tip = repository2.refs.get(`refs/heads/${base}`);
  const other = commitNamed(context, repository2, head);
  if (tip === void 0) throw new ApiError(404, "Base does not exist");
  if (other === null) throw new ApiError(404, "Head does not exist");
  const { forge: forge2, now } = context;
  const git = forge2.git(repository2);
  if (git.isAncestor(other, tip)) return noContent();
  const merged = git.merge(tip, other);
  if (!merged.clean) throw conflict("Merge conflict");
  if (!context.actor) throw notFound();
  const id2 = webCommit(forge2, repository2, {
    tree: merged.tree,
    parents: [tip, other],
    author: signatureOf(asker(context), now),
    message: optionalText(context, "commit_message") ?? `Merge ${head} into ${base}`
  });
  move(context, repository2, `refs/heads/${base}`, id2);
  return created(showCommit(context, repository2, id2));
}
function named2(repository2, prefix) {
  return [...repository2.refs].filter(([ref]) => ref.startsWith(prefix)).map(([ref, id2]) => [ref.slice(prefix.length), id2]).toSorted(([a], [b]) => a < b ? -1 : 1);
}
function isProtected(context, repository2, branch2) {
  return gatesOf(context, repository2, `refs/heads/${branch2}`).length > 0;
}

// src/sandbox/forge/shapes/check.ts
function showCheckRun(scene, repository2, run3) {
  const { api, page } = addressesOf(scene, repository2);
  const url = `${api}/check-runs/${run3.id}`;
  return {
    id: run3.id,
    name: run3.name,
    node_id: nodeId("CheckRun", run3.id),
    head_sha: run3.sha,
    external_id: run3.externalId,
    url,
    html_url: `${page}/runs/${run3.id}`,
    details_url: run3.detailsUrl ?? `${page}/runs/${run3.id}`,
    status: run3.status,
    conclusion: run3.conclusion,
    started_at: timeOf(run3.started),
    completed_at: timeOf(run3.completed),
    output: {
      title: run3.output.title,
      summary: run3.output.summary,
      text: run3.output.text,
      annotations_count: run3.annotations.length,
      annotations_url: `${url}/annotations`
    },
    check_suite: { id: run3.suite },
    app: showApp(scene, run3.app),
    pull_requests: showPulls(scene, repository2, run3.sha)
  };
}
function showCheckSuite(scene, repository2, suite, showRepository2) {
  const { api } = addressesOf(scene, repository2);
  const runs = latestRuns(repository2.checkRuns.filter((run3) => run3.suite === suite.id));
  const done = runs.length > 0 && runs.every(({ status }) => status === "completed");
  const commit = scene.forge.git(repository2).commit(suite.sha);
  return {
    id: suite.id,
    node_id: nodeId("CheckSuite", suite.id),
    head_branch: suite.branch,
    head_sha: suite.sha,
    status: done ? "completed" : runs.length === 0 ? "queued" : "in_progress",
    conclusion: done ? conclusionOf(runs) : null,
    url: `${api}/check-suites/${suite.id}`,
    before: commit?.parents[0] ?? null,
    after: suite.sha,
    pull_requests: showPulls(scene, repository2, suite.sha),
    app: showApp(scene, suite.app),
    repository: showRepository2(),
    created_at: writeInstant(suite.created),
    updated_at: writeInstant(suite.updated),
    head_commit: showHeadCommit(scene, repository2, suite.sha),
    latest_check_runs_count: runs.length,
    check_runs_url: `${api}/check-suites/${suite.id}/check-runs`
  };
}
function showHeadCommit(scene, repository2, sha) {
  const commit = scene.forge.git(repository2).commit(sha);
  const who = (key2) => commit ? { name: commit[key2].name, email: commit[key2].email } : null;
  return {
    id: sha,
    tree_id: commit?.tree ?? "",
    message: commit?.message ?? "",
    timestamp: writeInstant(commit?.committer.at ?? 0),
    author: who("author"),
    committer: who("committer")
  };
}
function latestRuns(runs) {
  return [...new Map(runs.map((run3) => [`${run3.app} ${run3.name}`, run3])).values()];
}
function showPulls(scene, repository2, sha) {
  const { api } = addressesOf(scene, repository2);
  const repo = { id: repository2.id, url: api, name: repository2.name };
  return [...repository2.pulls.values()].filter(
    (pull) => pull.head === sha && pull.headRepository === repository2.id && repository2.issues.get(pull.number)?.state === "open"
  ).map((pull) => ({
    id: pull.id,
    number: pull.number,
    url: `${api}/pulls/${pull.number}`,
    head: { ref: pull.headRef, sha: pull.head, repo },
    base: { ref: pull.baseRef, sha: pull.base, repo }
  }));
}
var WORST_FIRST = [
  "failure",
  "timed_out",
  "cancelled",
  "action_required",
  "stale",
  "success",
  "neutral",
  "skipped"
];
function conclusionOf(runs) {
  return WORST_FIRST.find((one) => runs.some(({ conclusion }) => conclusion === one)) ?? "neutral";
}
function timeOf(at) {
  return at === null ? null : writeInstant(at);
}

// src/sandbox/forge/routes/check-run-input.ts
var ANNOTATIONS = 50;
var LONGEST = 65535;
var LONGEST_MESSAGE = 64 * 1024;
var CONCLUSIONS = /* @__PURE__ */ new Set([
  "action_required",
  "cancelled",
  "failure",
  "neutral",
  "success",
  "skipped",
  "timed_out"
]);
var LEVELS = /* @__PURE__ */ new Set(["notice", "warning", "failure"]);
function readCheckRun(context) {
  const name2 = optionalText(context, "name", "CheckRun");
  const externalId = optionalText(context, "external_id", "CheckRun");
  const detailsUrl = optionalText(context, "details_url", "CheckRun");
  const started = instantFrom(context, "started_at");
  const output = object(context, "output", "CheckRun");
  return {
    name: name2,
    ...externalId === null ? {} : { externalId },
    ...detailsUrl === null ? {} : { detailsUrl },
    ...started === null ? {} : { started },
    ...stateFrom(context),
    ...output ? { output: outputFrom(output) } : {},
    annotations: output ? annotationsFrom(output["annotations"]) : []
  };
}
function stateFrom(context) {
  const status = optionalText(context, "status", "CheckRun");
  const conclusion = optionalText(context, "conclusion", "CheckRun");
  const completed = instantFrom(context, "completed_at");
  if (conclusion !== null) {
    if (!CONCLUSIONS.has(conclusion))
      throw invalid({ resource: "CheckRun", field: "conclusion", code: "invalid" });
    return { status: "completed", conclusion, completed: completed ?? context.now };
  }
  if (status === "completed" || completed !== null) {
    throw unprocessable('Invalid request.\n\nNo subschema in "anyOf" matched.\n"conclusion" wasn’t supplied.');
  }
  if (status === null) return {};
  if (status !== "queued" && status !== "in_progress") {
    throw invalid({ resource: "CheckRun", field: "status", code: "invalid" });
  }
  return { status, conclusion: null, completed: null };
}
function outputFrom(output) {
  const field = (name2) => {
    const value = output[name2] ?? null;
    if (value !== null && typeof value !== "string") throw wrong2(name2);
    if (value !== null && value.length > LONGEST) {
      throw unprocessable(
        `Invalid request.

Only ${LONGEST} characters are allowed; ${value.length} were supplied.`
      );
    }
    return value;
  };
  const [title, summary, text2] = [field("title"), field("summary"), field("text")];
  if (title === null || summary === null) {
    throw unprocessable(`Invalid request.

"${title === null ? "title" : "summary"}" wasn’t supplied.`);
  }
  return { title, summary, text: text2 };
}
function annotationsFrom(value) {
  if (value === void 0 || value === null) return [];
  if (!Array.isArray(value)) throw wrong2("annotations");
  if (value.length > ANNOTATIONS) {
    throw unprocessable(
      `Invalid request.

No more than ${ANNOTATIONS} items are allowed; ${value.length} were supplied.`
    );
  }
  return value.map((one) => {
    if (!isObject(one)) throw wrong2("annotations");
    const {
      annotation_level,
      end_line,
      message,
      path: path2,
      raw_details,
      start_column,
      end_column,
      start_line,
      title
    } = one;
    const lines2 = isLine(start_line) && isLine(end_line) && start_line <= end_line;
    const texts2 = typeof path2 === "string" && path2 !== "" && typeof message === "string" && message !== "";
    if (!lines2 || !texts2 || !LEVELS.has(annotation_level)) throw wrong2("annotations");
    if ((start_column !== void 0 || end_column !== void 0) && start_line !== end_line)
      throw wrong2("annotations");
    if (Buffer.byteLength(message) > LONGEST_MESSAGE || typeof title === "string" && title.length > 255)
      throw wrong2("annotations");
    return {
      path: path2,
      start_line,
      end_line,
      start_column: start_column ?? null,
      end_column: end_column ?? null,
      annotation_level,
      title: title ?? null,
      message,
      raw_details: raw_details ?? null
    };
  });
}
function isLine(value) {
  return typeof value === "number" && Number.isInteger(value) && value >= 0;
}
function instantFrom(context, field) {
  const written = optionalText(context, field, "CheckRun");
  if (written === null) return null;
  const at = readInstant(written.replace(/\.\d+(?=Z|[+-])/u, ""), "start");
  if (at === null) throw invalid({ resource: "CheckRun", field, code: "invalid" });
  return at;
}
function wrong2(field) {
  return invalid({ resource: "CheckRun", field, code: "invalid" });
}

// src/sandbox/forge/routes/check-runs.ts
var RUNS = "/repos/{owner}/{repo}/check-runs";
var READ4 = ["checks", "read"];
var WRITE3 = ["checks", "write"];
var checkRunRoutes = [
  { method: "POST", path: RUNS, operation: "checks/create", kind: "write", needs: WRITE3, handle: create2 },
  {
    method: "GET",
    path: `${RUNS}/{check_run_id}`,
    operation: "checks/get",
    kind: "read",
    needs: READ4,
    handle: get5
  },
  {
    method: "PATCH",
    path: `${RUNS}/{check_run_id}`,
    operation: "checks/update",
    kind: "write",
    needs: WRITE3,
    handle: update2
  },
  {
    method: "GET",
    path: `${RUNS}/{check_run_id}/annotations`,
    operation: "checks/list-annotations",
    kind: "read",
    needs: READ4,
    handle: listAnnotations
  },
  {
    method: "GET",
    path: "/repos/{owner}/{repo}/commits/{ref}/check-runs",
    operation: "checks/list-for-ref",
    kind: "read",
    needs: READ4,
    handle: listForRef
  }
];
function suiteOf(context, repository2, app2, sha) {
  const known = repository2.checkSuites.find((one) => one.app === app2 && one.sha === sha);
  if (known) return known;
  const branch2 = [...repository2.refs].find(([ref, id2]) => id2 === sha && ref.startsWith("refs/heads/"))?.[0];
  const suite = {
    id: nextId(context.forge.state),
    app: app2,
    sha,
    branch: branch2?.slice("refs/heads/".length) ?? null,
    created: context.now,
    updated: context.now
  };
  repository2.checkSuites.push(suite);
  return suite;
}
function askingApp({ actor, state }) {
  const app2 = actor?.kind === "app" ? state.apps.get(actor.app) : void 0;
  if (!app2) throw forbidden("You must authenticate via a GitHub App.");
  return app2;
}
function chosenRuns({ query }, runs) {
  const [name2, status, app2] = [query.get("check_name"), query.get("status"), query.get("app_id")];
  const found2 = runs.filter(
    (run3) => (name2 === null || run3.name === name2) && (status === null || run3.status === status) && (app2 === null || run3.app === Number(app2))
  );
  const kept = query.get("filter") === "all" ? found2 : latestRuns(found2);
  return kept.toSorted((a, b) => b.id - a.id);
}
function create2(context) {
  const app2 = askingApp(context);
  const repository2 = repositoryOf(context, "write");
  const name2 = text(context, "name", "CheckRun");
  if (name2.trim() === "") throw invalid({ resource: "CheckRun", field: "name", code: "missing_field" });
  const sha = text(context, "head_sha", "CheckRun");
  if (context.forge.git(repository2).commit(sha) === null)
    throw unprocessable(`No commit found for SHA: ${sha}`);
  const input = readCheckRun(context);
  const suite = suiteOf(context, repository2, app2.id, sha);
  const run3 = {
    id: nextId(context.forge.state),
    suite: suite.id,
    app: app2.id,
    sha,
    name: name2,
    externalId: input.externalId ?? "",
    detailsUrl: input.detailsUrl ?? null,
    status: input.status ?? "queued",
    conclusion: input.conclusion ?? null,
    started: input.started ?? context.now,
    completed: input.completed ?? null,
    output: input.output ?? { title: null, summary: null, text: null },
    annotations: input.annotations,
    actions: []
  };
  repository2.checkRuns.push(run3);
  suite.updated = context.now;
  return created(showCheckRun(context, repository2, run3));
}
function get5(context) {
  const repository2 = repositoryOf(context);
  return ok(showCheckRun(context, repository2, find(context, repository2)));
}
function update2(context) {
  const app2 = askingApp(context);
  const repository2 = repositoryOf(context, "write");
  const run3 = find(context, repository2);
  if (run3.app !== app2.id) {
    const why = "check run can only be modified by the GitHub App that created it.";
    throw new ApiError(403, `Invalid app_id \`${app2.id}\` - ${why}`);
  }
  const { annotations, name: name2, ...changes } = readCheckRun(context);
  Object.assign(run3, changes);
  if (name2 !== null && name2.trim() !== "") run3.name = name2;
  run3.annotations.push(...annotations);
  const suite = repository2.checkSuites.find(({ id: id2 }) => id2 === run3.suite);
  if (suite) suite.updated = context.now;
  return ok(showCheckRun(context, repository2, run3));
}
function listAnnotations(context) {
  const repository2 = repositoryOf(context);
  const run3 = find(context, repository2);
  const { page } = addressesOf(context, repository2);
  return listed(context, run3.annotations, (one) => ({
    ...one,
    blob_href: `${page}/blob/${run3.sha}/${String(one["path"])}`
  }));
}
function listForRef(context) {
  const repository2 = repositoryOf(context);
  const name2 = context.params["ref"] ?? "";
  const sha = commitNamed(context, repository2, name2);
  if (sha === null) throw unprocessable(`No commit found for SHA: ${name2}`);
  const runs = chosenRuns(
    context,
    repository2.checkRuns.filter((run3) => run3.sha === sha)
  );
  return listed(
    context,
    runs,
    (run3) => showCheckRun(context, repository2, run3),
    (page, total) => ({ total_count: total, check_runs: page })
  );
}
function find(context, repository2) {
  const run3 = repository2.checkRuns.find(({ id: id2 }) => id2 === Number(context.params["check_run_id"]));
  if (!run3) throw notFound();
  return run3;
}

// src/sandbox/forge/shapes/repository.ts
var TEMPLATES = {
  archive_url: "{archive_format}{/ref}",
  assignees_url: "assignees{/user}",
  blobs_url: "git/blobs{/sha}",
  branches_url: "branches{/branch}",
  collaborators_url: "collaborators{/collaborator}",
  comments_url: "comments{/number}",
  commits_url: "commits{/sha}",
  compare_url: "compare/{base}...{head}",
  contents_url: "contents/{+path}",
  contributors_url: "contributors",
  deployments_url: "deployments",
  downloads_url: "downloads",
  events_url: "events",
  forks_url: "forks",
  git_commits_url: "git/commits{/sha}",
  git_refs_url: "git/refs{/sha}",
  git_tags_url: "git/tags{/sha}",
  hooks_url: "hooks",
  issue_comment_url: "issues/comments{/number}",
  issue_events_url: "issues/events{/number}",
  issues_url: "issues{/number}",
  keys_url: "keys{/key_id}",
  labels_url: "labels{/name}",
  languages_url: "languages",
  merges_url: "merges",
  milestones_url: "milestones{/number}",
  notifications_url: "notifications{?since,all,participating}",
  pulls_url: "pulls{/number}",
  releases_url: "releases{/id}",
  stargazers_url: "stargazers",
  statuses_url: "statuses/{sha}",
  subscribers_url: "subscribers",
  subscription_url: "subscription",
  tags_url: "tags",
  teams_url: "teams",
  trees_url: "git/trees{/sha}"
};
function showMinimalRepository(scene, repository2, asker2 = null) {
  const { forge: forge2, state } = scene;
  const name2 = fullName(state, repository2);
  const url = `${forge2.api}/repos/${name2}`;
  return {
    id: repository2.id,
    node_id: nodeId("Repository", repository2.id),
    name: repository2.name,
    full_name: name2,
    private: repository2.private,
    visibility: repository2.private ? "private" : "public",
    owner: showActor(scene, repository2.owner),
    html_url: `${forge2.web}/${name2}`,
    description: repository2.description,
    fork: repository2.parent !== null,
    url,
    ...Object.fromEntries(Object.entries(TEMPLATES).map(([field, rest]) => [field, `${url}/${rest}`])),
    permissions: showPermissions(permissionOf(state, repository2, asker2))
  };
}
function showRepository(scene, repository2, asker2 = null) {
  const { forge: forge2, state } = scene;
  const name2 = fullName(state, repository2);
  const page = `${forge2.web}/${name2}`;
  const forks = [...state.repositories.values()].filter((one) => one.parent === repository2.id).length;
  const open = [...repository2.issues.values()].filter((one) => one.state === "open").length;
  return {
    ...showMinimalRepository(scene, repository2, asker2),
    git_url: `git://${page.replace(/^https?:\/\//u, "")}.git`,
    ssh_url: `git@${new URL(forge2.web).hostname}:${name2}.git`,
    clone_url: `${page}.git`,
    svn_url: page,
    mirror_url: null,
    homepage: null,
    language: null,
    license: null,
    topics: [],
    forks,
    forks_count: forks,
    stargazers_count: 0,
    watchers: 0,
    watchers_count: 0,
    size: 0,
    open_issues: open,
    open_issues_count: open,
    default_branch: repository2.defaultBranch,
    is_template: false,
    has_issues: true,
    has_projects: false,
    has_wiki: false,
    has_pages: false,
    has_downloads: false,
    has_discussions: false,
    archived: repository2.archived,
    disabled: false,
    allow_forking: true,
    web_commit_signoff_required: false,
    pushed_at: writeInstant(repository2.pushed),
    created_at: writeInstant(repository2.created),
    updated_at: writeInstant(repository2.pushed)
  };
}
function showFullRepository(scene, repository2, asker2) {
  const { state } = scene;
  const parent = repository2.parent === null ? void 0 : state.repositories.get(repository2.parent);
  const { merging } = repository2;
  const mayPush2 = ["write", "maintain", "admin"].includes(permissionOf(state, repository2, asker2));
  return {
    ...showRepository(scene, repository2, asker2),
    network_count: 0,
    subscribers_count: 0,
    ...repository2.owner === state.organization ? { organization: showActor(scene, repository2.owner) } : {},
    ...parent ? { parent: showRepository(scene, parent, asker2), source: showRepository(scene, parent, asker2) } : {},
    ...mayPush2 ? {
      allow_merge_commit: merging.mergeCommit,
      allow_squash_merge: merging.squash,
      allow_rebase_merge: merging.rebase,
      allow_auto_merge: merging.autoMerge,
      allow_update_branch: merging.updateBranch,
      delete_branch_on_merge: merging.deleteBranch,
      use_squash_pr_title_as_default: false,
      squash_merge_commit_title: "COMMIT_OR_PR_TITLE",
      squash_merge_commit_message: "COMMIT_MESSAGES",
      merge_commit_title: "MERGE_MESSAGE",
      merge_commit_message: "PR_TITLE"
    } : {}
  };
}

// src/sandbox/forge/routes/check-suites.ts
var SUITES = "/repos/{owner}/{repo}/check-suites";
var READ5 = ["checks", "read"];
var checkSuiteRoutes = [
  {
    method: "POST",
    path: SUITES,
    operation: "checks/create-suite",
    kind: "write",
    needs: ["checks", "write"],
    handle: create3
  },
  {
    method: "GET",
    path: `${SUITES}/{check_suite_id}`,
    operation: "checks/get-suite",
    kind: "read",
    needs: READ5,
    handle: get6
  },
  {
    method: "GET",
    path: `${SUITES}/{check_suite_id}/check-runs`,
    operation: "checks/list-for-suite",
    kind: "read",
    needs: READ5,
    handle: listRuns
  },
  {
    method: "GET",
    path: "/repos/{owner}/{repo}/commits/{ref}/check-suites",
    operation: "checks/list-suites-for-ref",
    kind: "read",
    needs: READ5,
    handle: listForRef2
  }
];
function create3(context) {
  const app2 = askingApp(context);
  const repository2 = repositoryOf(context, "write");
  const sha = text(context, "head_sha", "CheckSuite");
  if (context.forge.git(repository2).commit(sha) === null)
    throw unprocessable(`No commit found for SHA: ${sha}`);
  const known = repository2.checkSuites.some((one) => one.app === app2.id && one.sha === sha);
  const shown = show2(context, repository2, suiteOf(context, repository2, app2.id, sha));
  return known ? ok(shown) : created(shown);
}
function get6(context) {
  const repository2 = repositoryOf(context);
  return ok(show2(context, repository2, find2(context, repository2)));
}
function listRuns(context) {
  const repository2 = repositoryOf(context);
  const suite = find2(context, repository2);
  const runs = chosenRuns(
    context,
    repository2.checkRuns.filter((run3) => run3.suite === suite.id)
  );
  return listed(
    context,
    runs,
    (run3) => showCheckRun(context, repository2, run3),
    (page, total) => ({ total_count: total, check_runs: page })
  );
}
function listForRef2(context) {
  const repository2 = repositoryOf(context);
  const name2 = context.params["ref"] ?? "";
  const sha = commitNamed(context, repository2, name2);
  if (sha === null) throw unprocessable(`No commit found for SHA: ${name2}`);
  const [app2, check5] = [context.query.get("app_id"), context.query.get("check_name")];
  const suites = repository2.checkSuites.filter(
    (suite) => suite.sha === sha && (app2 === null || suite.app === Number(app2)) && (check5 === null || repository2.checkRuns.some((run3) => run3.suite === suite.id && run3.name === check5))
  );
  return listed(
    context,
    suites,
    (suite) => show2(context, repository2, suite),
    (page, total) => ({ total_count: total, check_suites: page })
  );
}
function show2(context, repository2, suite) {
  return showCheckSuite(
    context,
    repository2,
    suite,
    () => showMinimalRepository(context, repository2, context.actor)
  );
}
function find2(context, repository2) {
  const suite = repository2.checkSuites.find(({ id: id2 }) => id2 === Number(context.params["check_suite_id"]));
  if (!suite) throw notFound();
  return suite;
}

// src/sandbox/forge/routes/codeowners-errors.ts
var codeownersErrorRoutes = [
  {
    method: "GET",
    path: "/repos/{owner}/{repo}/codeowners/errors",
    operation: "repos/codeowners-errors",
    kind: "read",
    needs: ["contents", "read"],
    handle: list2
  }
];
function list2(context) {
  const repository2 = repositoryOf(context);
  const commit = commitNamed(context, repository2, context.query.get("ref") ?? repository2.defaultBranch);
  if (commit === null) throw notFound();
  const git = context.forge.git(repository2);
  const path2 = CODEOWNERS_PATHS.find((one) => git.file(commit, one) !== null);
  if (path2 === void 0) throw notFound();
  const text2 = git.file(commit, path2)?.toString("utf8") ?? "";
  const lines2 = text2.split(/\r?\n/u);
  const { faults, rules } = parseCodeowners(text2);
  const errors = faults.filter(({ what }) => !what.includes("brackets") && !what.includes("is an address")).map(
    ({ column, fix, line: line2, what }) => error(
      path2,
      lines2,
      line2,
      column,
      what.includes("not an owner") ? "Invalid owner" : "Invalid pattern",
      fix
    )
  );
  for (const { line: line2, owners } of rules) {
    for (const owner of owners) {
      const suggestion = unknownOwner(context, repository2, owner);
      if (suggestion === null) continue;
      const column = (lines2[line2 - 1] ?? "").indexOf(owner) + 1;
      errors.push(error(path2, lines2, line2, column, "Unknown owner", suggestion));
    }
  }
  return ok({ errors: errors.toSorted((a, b) => Number(a["line"]) - Number(b["line"])) });
}
function error(path2, lines2, line2, column, kind, suggestion) {
  const source = lines2[line2 - 1] ?? "";
  const marker = `${" ".repeat(Math.max(0, column - 1))}^`;
  return {
    line: line2,
    column,
    kind,
    source: `${source}
`,
    suggestion,
    message: `${kind} on line ${line2}: ${suggestion}

  ${source}
  ${marker}`,
    path: path2
  };
}
function unknownOwner({ state }, repository2, owner) {
  if (!owner.startsWith("@")) return null;
  const [name2 = "", slug2] = owner.slice(1).split("/");
  if (slug2 === void 0) {
    const account3 = findAccount(state, name2);
    const may2 = account3 && includes(permissionOf(state, repository2, actorOf(state, account3.id)), "write");
    return may2 ? null : `make sure ${owner} exists and has write access to the repository`;
  }
  const team2 = findTeam(state, slug2);
  const own = state.accounts.get(state.organization)?.login.toLowerCase() === name2.toLowerCase();
  const may = own && team2 && team2.privacy === "closed" && includes(teamPermission(state, repository2, team2), "write");
  return may ? null : `make sure the team ${owner} exists, is publicly visible, and has write access to the repository`;
}

// src/sandbox/forge/routes/collaborators.ts
var COLLABORATORS = "/repos/{owner}/{repo}/collaborators";
var collaboratorRoutes = [
  {
    method: "GET",
    path: COLLABORATORS,
    operation: "repos/list-collaborators",
    kind: "read",
    handle: list3
  },
  {
    method: "GET",
    path: `${COLLABORATORS}/{username}`,
    operation: "repos/check-collaborator",
    kind: "read",
    handle: check
  },
  {
    method: "GET",
    path: `${COLLABORATORS}/{username}/permission`,
    operation: "repos/get-collaborator-permission-level",
    kind: "read",
    handle: getPermission
  },
  {
    method: "PUT",
    path: `${COLLABORATORS}/{username}`,
    operation: "repos/add-collaborator",
    kind: "write",
    needs: ["administration", "write"],
    handle: add2
  },
  {
    method: "DELETE",
    path: `${COLLABORATORS}/{username}`,
    operation: "repos/remove-collaborator",
    kind: "write",
    needs: ["administration", "write"],
    handle: remove3
  }
];
function permissionFrom(word) {
  switch (word) {
    case "pull":
      return "read";
    case "push":
      return "write";
    case "triage":
    case "maintain":
    case "admin":
      return word;
    default:
      return null;
  }
}
function list3(context) {
  const repository2 = repositoryOf(context, context.actor?.kind === "app" ? "read" : "write");
  const wanted2 = permissionFrom(context.query.get("permission") ?? "pull") ?? "read";
  const affiliation = context.query.get("affiliation") ?? "all";
  const accounts = [...context.state.accounts.values()].filter(({ id: id2, type }) => type === "User" && includes(held(context, repository2, id2), wanted2)).filter((account3) => affiliation === "all" || isNear(repository2, account3, affiliation)).toSorted((a, b) => a.id - b.id);
  return listed(context, accounts, ({ id: id2 }) => showCollaborator(context, repository2, id2));
}
function isNear(repository2, { id: id2, role: role2 }, affiliation) {
  return repository2.collaborators.has(id2) && (affiliation === "direct" || role2 === null);
}
function check(context) {
  const repository2 = repositoryOf(context);
  const account3 = findAccount(context.state, context.params["username"] ?? "");
  if (!account3 || accountPermission(context.state, repository2, account3.id) === "none") throw notFound();
  return noContent();
}
var LEGACY = {
  none: "none",
  read: "read",
  triage: "read",
  write: "write",
  maintain: "write",
  admin: "admin"
};
function getPermission(context) {
  const repository2 = repositoryOf(context, context.actor?.kind === "app" ? "read" : "write");
  const account3 = findAccount(context.state, context.params["username"] ?? "");
  if (!account3) throw notFound();
  const permission2 = permissionOf(context.state, repository2, actorOf(context.state, account3.id));
  return ok({
    permission: LEGACY[permission2],
    role_name: permission2,
    user: showCollaborator(context, repository2, account3.id)
  });
}
function add2(context) {
  const repository2 = repositoryOf(context, "admin");
  const account3 = findAccount(context.state, context.params["username"] ?? "");
  if (!account3) throw notFound();
  const permission2 = permissionFrom(optionalText(context, "permission", "Repository") ?? "push");
  if (permission2 === null) throw invalid({ resource: "Repository", field: "permission", code: "invalid" });
  if (account3.role === null && !repository2.collaborators.has(account3.id)) {
    throw forbidden("Outside collaborators may not be added by a policy of the organization.");
  }
  repository2.collaborators.set(account3.id, permission2);
  return noContent();
}
function remove3(context) {
  const repository2 = repositoryOf(context, "admin");
  const account3 = findAccount(context.state, context.params["username"] ?? "");
  if (!account3) throw notFound();
  repository2.collaborators.delete(account3.id);
  return noContent();
}
function held(context, repository2, account3) {
  return accountPermission(context.state, repository2, account3);
}
function showCollaborator(context, repository2, account3) {
  const permission2 = permissionOf(context.state, repository2, actorOf(context.state, account3));
  return {
    ...showAccount(context, account3),
    permissions: showPermissions(permission2),
    role_name: permission2
  };
}

// src/sandbox/forge/routes/comments.ts
var ISSUE = "/repos/{owner}/{repo}/issues/{issue_number}/comments";
var ALL = "/repos/{owner}/{repo}/issues/comments";
var EITHER = ["issues", "pull_requests"];
var LONGEST2 = 65536;
var commentRoutes = [
  { method: "GET", path: ISSUE, operation: "issues/list-comments", kind: "read", handle: list4 },
  { method: "POST", path: ISSUE, operation: "issues/create-comment", kind: "write", handle: create4 },
  { method: "GET", path: ALL, operation: "issues/list-comments-for-repo", kind: "read", handle: listAll },
  { method: "GET", path: `${ALL}/{comment_id}`, operation: "issues/get-comment", kind: "read", handle: get7 },
  {
    method: "PATCH",
    path: `${ALL}/{comment_id}`,
    operation: "issues/update-comment",
    kind: "write",
    handle: update3
  },
  {
    method: "DELETE",
    path: `${ALL}/{comment_id}`,
    operation: "issues/delete-comment",
    kind: "write",
    handle: remove4
  }
];
function list4(context) {
  demandAny(context, EITHER, "read");
  const repository2 = repositoryOf(context);
  const issue = issueOf(context, repository2);
  const since = Date.parse(context.query.get("since") ?? "") || 0;
  const comments = issue.comments.filter(({ updated }) => updated >= since);
  return listed(context, comments, (comment) => showComment(context, repository2, issue, comment));
}
function listAll(context) {
  demandAny(context, EITHER, "read");
  const repository2 = repositoryOf(context);
  const all = [...repository2.issues.values()].flatMap((issue) => issue.comments.map((comment) => ({ issue, comment }))).toSorted((a, b) => a.comment.id - b.comment.id);
  return listed(context, all, ({ comment, issue }) => showComment(context, repository2, issue, comment));
}
function create4(context) {
  demandAny(context, EITHER, "write");
  const repository2 = repositoryOf(context);
  const author = asker(context);
  const issue = issueOf(context, repository2);
  const mayWrite2 = includes(permissionOf(context.state, repository2, context.actor), "write");
  if (issue.locked && !mayWrite2) throw forbidden("Unable to create comment because issue is locked.");
  const comment = {
    id: nextId(context.forge.state),
    author: author.id,
    app: context.actor?.kind === "app" ? context.actor.app : null,
    body: bodyFrom(context),
    created: context.now,
    updated: context.now
  };
  issue.comments.push(comment);
  issue.updated = context.now;
  return created(showComment(context, repository2, issue, comment));
}
function get7(context) {
  demandAny(context, EITHER, "read");
  const repository2 = repositoryOf(context);
  const { comment, issue } = find3(context, repository2);
  return ok(showComment(context, repository2, issue, comment));
}
function update3(context) {
  demandAny(context, EITHER, "write");
  const repository2 = repositoryOf(context);
  const { comment, issue } = editable(context, repository2);
  comment.body = bodyFrom(context);
  comment.updated = context.now;
  return ok(showComment(context, repository2, issue, comment));
}
function remove4(context) {
  demandAny(context, EITHER, "write");
  const repository2 = repositoryOf(context);
  const { comment, issue } = editable(context, repository2);
  issue.comments.splice(issue.comments.indexOf(comment), 1);
  return noContent();
}
function editable(context, repository2) {
  const found2 = find3(context, repository2);
  const mayWrite2 = includes(permissionOf(context.state, repository2, context.actor), "write");
  if (asker(context).id !== found2.comment.author && !mayWrite2) {
    throw forbidden("Must have write access or be the author to change a comment.");
  }
  return found2;
}
function find3(context, repository2) {
  const id2 = Number(context.params["comment_id"]);
  for (const issue of repository2.issues.values()) {
    const comment = issue.comments.find((one) => one.id === id2);
    if (comment) return { issue, comment };
  }
  throw notFound();
}
function bodyFrom(context) {
  const body = text(context, "body", "IssueComment");
  if (body.trim() === "") throw invalid({ resource: "IssueComment", field: "body", code: "missing_field" });
  if (body.length > LONGEST2) {
    throw invalid({
      resource: "IssueComment",
      field: "data",
      code: "unprocessable",
      message: `Body is too long (maximum is ${LONGEST2} characters)`
    });
  }
  return body;
}

// src/sandbox/forge/shapes/pull.ts
function showPull(scene, repository2, pull, asker2) {
  const { state } = scene;
  const issue = repository2.issues.get(pull.number);
  if (!issue) throw new RangeError(`pull request ${pull.number} has no issue`);
  const { api, page } = addressesOf(scene, repository2);
  const url = `${api}/pulls/${pull.number}`;
  const html = `${page}/pull/${pull.number}`;
  const head = pull.headRepository === null ? void 0 : state.repositories.get(pull.headRepository);
  const links = {
    self: url,
    html,
    issue: `${api}/issues/${pull.number}`,
    comments: `${api}/issues/${pull.number}/comments`,
    review_comments: `${url}/comments`,
    review_comment: `${api}/pulls/comments{/number}`,
    commits: `${url}/commits`,
    statuses: `${api}/statuses/${pull.head}`
  };
  return {
    url,
    id: pull.id,
    node_id: nodeId("PullRequest", pull.id),
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    issue_url: links.issue,
    commits_url: links.commits,
    review_comments_url: links.review_comments,
    review_comment_url: links.review_comment,
    comments_url: links.comments,
    statuses_url: links.statuses,
    number: pull.number,
    state: issue.state,
    locked: issue.locked,
    active_lock_reason: null,
    title: issue.title,
    user: showActor(scene, issue.author),
    body: issue.body,
    labels: showLabels(scene, repository2, issue),
    milestone: null,
    created_at: writeInstant(issue.created),
    updated_at: writeInstant(issue.updated),
    closed_at: issue.closed === null ? null : writeInstant(issue.closed),
    merged_at: pull.merged ? writeInstant(pull.merged.at) : null,
    merge_commit_sha: pull.merged?.commit ?? null,
    assignee: showAccount(scene, issue.assignees[0] ?? null),
    assignees: issue.assignees.map((id2) => showActor(scene, id2)),
    requested_reviewers: pull.requestedReviewers.map((id2) => showActor(scene, id2)),
    requested_teams: pull.requestedTeams.flatMap((id2) => {
      const team2 = state.teams.get(id2);
      return team2 ? [showTeam(scene, team2)] : [];
    }),
    head: showSide(scene, head ?? null, pull.headRef, pull.head, asker2),
    base: showSide(scene, repository2, pull.baseRef, pull.base, asker2),
    _links: Object.fromEntries(Object.entries(links).map(([name2, href]) => [name2, { href }])),
    author_association: associationOf(state, repository2, issue.author),
    auto_merge: null,
    draft: pull.draft
  };
}
function showWholePull(scene, repository2, pull, asker2) {
  const { forge: forge2 } = scene;
  const issue = repository2.issues.get(pull.number);
  const files = filesOf(forge2, repository2, pull);
  const open = issue?.state === "open";
  const mergeable = open ? mergeOf(forge2, repository2, pull).clean : null;
  const sum = (count2) => files.reduce((total, file) => total + count2(file), 0);
  return {
    ...showPull(scene, repository2, pull, asker2),
    merged: pull.merged !== null,
    mergeable,
    rebaseable: mergeable,
    mergeable_state: mergeableState(scene, repository2, pull, mergeable),
    merged_by: showAccount(scene, pull.merged?.by ?? null),
    comments: issue?.comments.length ?? 0,
    review_comments: pull.reviewComments.length,
    maintainer_can_modify: pull.maintainerCanModify,
    commits: commitsOf(forge2, repository2, pull).length,
    additions: sum((file) => file.additions),
    deletions: sum((file) => file.deletions),
    changed_files: files.length
  };
}
function mergeableState(scene, repository2, pull, mergeable) {
  if (mergeable === null) return "unknown";
  if (!mergeable) return "dirty";
  if (pull.draft) return "draft";
  const author = repository2.issues.get(pull.number)?.author ?? 0;
  const nobody = { kind: "user", account: -author };
  const { reasons } = mayMerge(scene, repository2, pull, nobody, "merge");
  if (reasons.some((why) => why.includes("out of date"))) return "behind";
  return reasons.length > 0 ? "blocked" : "clean";
}
function showSide(scene, repository2, ref, sha, asker2) {
  const owner = repository2 ? scene.state.accounts.get(repository2.owner)?.login ?? "ghost" : "unknown repository";
  return {
    label: repository2 ? `${owner}:${ref}` : owner,
    ref,
    sha,
    user: repository2 ? showActor(scene, repository2.owner) : null,
    repo: repository2 ? showRepository(scene, repository2, asker2) : null
  };
}

// src/sandbox/forge/routes/commits.ts
var READ6 = ["contents", "read"];
var MOST_COMMITS = 250;
var MOST_FILES = 3e3;
var MOST_COMPARED = 300;
var commitRoutes = [
  {
    method: "GET",
    path: "/repos/{owner}/{repo}/commits",
    operation: "repos/list-commits",
    kind: "read",
    needs: READ6,
    handle: list5
  },
  {
    method: "GET",
    path: "/repos/{owner}/{repo}/commits/{ref}",
    operation: "repos/get-commit",
    kind: "read",
    needs: READ6,
    handle: get8
  },
  {
    method: "GET",
    path: "/repos/{owner}/{repo}/commits/{commit_sha}/pulls",
    operation: "repos/list-pull-requests-associated-with-commit",
    kind: "read",
    needs: ["pull_requests", "read"],
    handle: pullsOf
  },
  {
    method: "GET",
    path: "/repos/{owner}/{repo}/compare/{basehead}",
    operation: "repos/compare-commits-with-basehead",
    kind: "read",
    needs: READ6,
    handle: compare2
  },
  {
    method: "GET",
    path: "/repos/{owner}/{repo}/pulls/{pull_number}/commits",
    operation: "pulls/list-commits",
    kind: "read",
    needs: ["pull_requests", "read"],
    handle: pullCommits
  },
  {
    method: "GET",
    path: "/repos/{owner}/{repo}/pulls/{pull_number}/files",
    operation: "pulls/list-files",
    kind: "read",
    needs: ["pull_requests", "read"],
    handle: pullFiles
  }
];
function list5(context) {
  const repository2 = repositoryOf(context);
  const { forge: forge2, query, state } = context;
  const named6 = query.get("sha") ?? repository2.defaultBranch;
  const tip = commitNamed(context, repository2, named6);
  if (tip === null) {
    if (repository2.refs.size === 0) throw unprocessable("Git Repository is empty.");
    throw notFound();
  }
  const git = forge2.git(repository2);
  const path2 = query.get("path");
  const since = readInstant(query.get("since") ?? "", "start") ?? Number.NEGATIVE_INFINITY;
  const until = readInstant(query.get("until") ?? "", "start") ?? Number.POSITIVE_INFINITY;
  const author = query.get("author");
  const found2 = git.log(tip, null, path2 === null ? [] : ["--", path2]).filter((id2) => {
    const commit = git.commit(id2);
    if (!commit) return false;
    if (commit.committer.at < since || commit.committer.at > until) return false;
    if (author === null) return true;
    const account3 = findAccount(state, author);
    return commit.author.email === author || account3 !== null && accountByEmail(state, commit.author.email)?.id === account3.id;
  });
  return listed(context, found2, (id2) => showCommit(context, repository2, id2));
}
function get8(context) {
  const repository2 = repositoryOf(context);
  const named6 = context.params["ref"] ?? "";
  const id2 = commitNamed(context, repository2, named6);
  if (id2 === null) throw unprocessable(`No commit found for SHA: ${named6}`);
  if (String(context.headers["accept"] ?? "").includes("sha")) {
    return {
      status: 200,
      body: Buffer.from(id2),
      headers: { "content-type": "application/vnd.github.sha; charset=utf-8" }
    };
  }
  const git = context.forge.git(repository2);
  const files = git.diff(git.commit(id2)?.parents[0] ?? null, id2);
  const sum = (count2) => files.reduce((total, file) => total + count2(file), 0);
  const [additions, deletions] = [sum((file) => file.additions), sum((file) => file.deletions)];
  const page = listed(context, files.slice(0, MOST_FILES), (file) => showFile(context, repository2, id2, file));
  return {
    ...page,
    body: {
      ...showCommit(context, repository2, id2),
      stats: { additions, deletions, total: additions + deletions },
      files: context.query.has("page") || context.query.has("per_page") ? page.body : files.slice(0, MOST_COMPARED).map((file) => showFile(context, repository2, id2, file))
    },
    headers: context.query.has("page") || context.query.has("per_page") ? page.headers ?? {} : {}
  };
}
function pullsOf(context) {
  const repository2 = repositoryOf(context);
  const { actor, forge: forge2 } = context;
  const id2 = commitNamed(context, repository2, context.params["commit_sha"] ?? "");
  if (id2 === null) throw unprocessable(`No commit found for SHA: ${context.params["commit_sha"] ?? ""}`);
  const git = forge2.git(repository2);
  const tip = repository2.refs.get(`refs/heads/${repository2.defaultBranch}`);
  const onDefault = tip !== void 0 && git.isAncestor(id2, tip);
  const brought = (pull) => pull.merged?.landed.includes(id2) === true;
  const heads = onDefault ? /* @__PURE__ */ new Set() : git.refsWith(id2, "refs/pull");
  const holds3 = (pull) => heads.has(`refs/pull/${pull.number}/head`) && commitsOf(forge2, repository2, pull).includes(id2);
  const open = (pull) => repository2.issues.get(pull.number)?.state === "open";
  const found2 = [...repository2.pulls.values()].filter(
    (pull) => brought(pull) || !onDefault && (pull.merged !== null || open(pull)) && holds3(pull)
  );
  return listed(context, found2, (pull) => showPull(context, repository2, pull, actor));
}
function compare2(context) {
  const repository2 = repositoryOf(context);
  const { forge: forge2 } = context;
  const [left = "", right = ""] = (context.params["basehead"] ?? "").split("...");
  const [base, head] = [sideOf(context, repository2, left), sideOf(context, repository2, right)];
  if (base === null || head === null) throw notFound();
  const git = forge2.git(repository2);
  const merge3 = git.mergeBase(base, head);
  if (merge3 === null) throw notFound();
  const { ahead, behind } = git.distance(base, head);
  const commits = git.log(head, base, ["--topo-order", "--reverse"]);
  const files = git.diff(merge3, head).slice(0, MOST_COMPARED);
  const { api, page } = addressesOf(context, repository2);
  const paged = context.query.has("page") || context.query.has("per_page");
  const listing = listed(
    context,
    paged ? commits : commits.slice(-MOST_COMMITS),
    (id2) => showCommit(context, repository2, id2)
  );
  const first = (context.query.get("page") ?? "1") === "1";
  const link = `${page}/compare/${left}...${right}`;
  return {
    status: 200,
    headers: paged ? listing.headers ?? {} : {},
    body: {
      url: `${api}/compare/${left}...${right}`,
      html_url: link,
      permalink_url: link,
      diff_url: `${link}.diff`,
      patch_url: `${link}.patch`,
      base_commit: showCommit(context, repository2, base),
      merge_base_commit: showCommit(context, repository2, merge3),
      status: ahead > 0 && behind > 0 ? "diverged" : ahead > 0 ? "ahead" : behind > 0 ? "behind" : "identical",
      ahead_by: ahead,
      behind_by: behind,
      total_commits: commits.length,
      commits: paged ? listing.body : commits.slice(-MOST_COMMITS).map((id2) => showCommit(context, repository2, id2)),
      ...first ? { files: files.map((file) => showFile(context, repository2, head, file)) } : {}
    }
  };
}
function sideOf(context, repository2, name2) {
  const [owner, branch2] = name2.includes(":") ? name2.split(":") : [null, name2];
  if (owner === null || owner === void 0) return commitNamed(context, repository2, name2);
  const other = findRepository(context.state, owner, repository2.name);
  return other?.refs.get(`refs/heads/${branch2 ?? ""}`) ?? null;
}
function pullCommits(context) {
  const repository2 = repositoryOf(context);
  const { pull } = pullOf(context, repository2);
  const commits = commitsOf(context.forge, repository2, pull).slice(0, MOST_COMMITS);
  return listed(context, commits, (id2) => showCommit(context, repository2, id2));
}
function pullFiles(context) {
  const repository2 = repositoryOf(context);
  const { pull } = pullOf(context, repository2);
  const files = filesOf(context.forge, repository2, pull).slice(0, MOST_FILES);
  return listed(context, files, (file) => showFile(context, repository2, pull.head, file));
}

// src/sandbox/forge/routes/git-objects.ts
var READ7 = ["contents", "read"];
var WRITE4 = ["contents", "write"];
var MODES = /* @__PURE__ */ new Set(["100644", "100755", "040000", "160000", "120000"]);
var MOST_ENTRIES = 1e5;
var gitObjectRoutes = [
  {
    method: "GET",
    path: "/repos/{owner}/{repo}/git/commits/{commit_sha}",
    operation: "git/get-commit",
    kind: "read",
    needs: READ7,
    handle: getCommit
  },
  {
    method: "POST",
    path: "/repos/{owner}/{repo}/git/commits",
    operation: "git/create-commit",
    kind: "write",
    needs: WRITE4,
    handle: createCommit
  },
  {
    method: "GET",
    path: "/repos/{owner}/{repo}/git/trees/{tree_sha}",
    operation: "git/get-tree",
    kind: "read",
    needs: READ7,
    handle: getTree
  },
  {
    method: "POST",
    path: "/repos/{owner}/{repo}/git/trees",
    operation: "git/create-tree",
    kind: "write",
    needs: WRITE4,
    handle: createTree
  },
  {
    method: "GET",
    path: "/repos/{owner}/{repo}/git/blobs/{file_sha}",
    operation: "git/get-blob",
    kind: "read",
    needs: READ7,
    handle: getBlob
  },
  {
    method: "POST",
    path: "/repos/{owner}/{repo}/git/blobs",
    operation: "git/create-blob",
    kind: "write",
    needs: WRITE4,
    handle: createBlob
  }
];
function getCommit(context) {
  const repository2 = repositoryOf(context);
  const id2 = context.params["commit_sha"] ?? "";
  if (!context.forge.git(repository2).commit(id2)) throw notFound();
  return ok(showGitCommit(context, repository2, id2));
}
function createCommit(context) {
  const repository2 = repositoryOf(context, "write");
  const by = asker(context);
  const git = context.forge.git(repository2);
  const tree = text(context, "tree");
  const parents = texts(context, "parents") ?? [];
  if (!git.tree(tree)) throw unprocessable("Tree SHA does not exist");
  if (parents.some((parent) => !git.commit(parent)))
    throw unprocessable("Parent SHA does not exist or is not a commit object");
  const own = signatureOf(by, context.now);
  const author = signatureIn(context, "author", own);
  const committer = signatureIn(context, "committer", ownCommitter(context, author));
  const signature = optionalText(context, "signature");
  const id2 = git.writeCommit({
    tree,
    parents,
    author,
    committer,
    message: text(context, "message"),
    signature
  });
  signIfOwn(context, repository2, id2, ["author", "committer", "signature"]);
  return created(showGitCommit(context, repository2, id2));
}
function ownCommitter(context, otherwise) {
  const custom = ["author", "committer", "signature"].some((field) => (context.body[field] ?? null) !== null);
  return context.actor?.kind === "app" && !custom ? { ...WEB_FLOW, at: context.now } : otherwise;
}
function signIfOwn(context, repository2, id2, fields) {
  const custom = fields.some((field) => context.body[field] !== void 0 && context.body[field] !== null);
  if (context.actor?.kind === "app" && !custom) repository2.verified.add(id2);
}
function signatureIn(context, field, otherwise) {
  const written = object(context, field);
  if (!written) return otherwise;
  const { date, email, name: name2 } = written;
  if (typeof name2 !== "string" || typeof email !== "string")
    throw invalid({ resource: "Commit", field, code: "invalid" });
  const at = typeof date === "string" ? readInstant(date.replace(/\.\d+/u, ""), "start") : otherwise.at;
  if (at === null) throw invalid({ resource: "Commit", field, code: "invalid" });
  return { name: name2, email, at };
}
function getTree(context) {
  const repository2 = repositoryOf(context);
  const git = context.forge.git(repository2);
  const named6 = context.params["tree_sha"] ?? "";
  const commit = commitNamed(context, repository2, named6);
  const id2 = commit === null ? named6 : git.commit(commit)?.tree ?? "";
  const { api } = addressesOf(context, repository2);
  if (!git.tree(id2)) throw notFound();
  const all = context.query.get("recursive") ? [...walk(git, id2, "")] : [...entries(git, id2, "")];
  return ok({
    sha: id2,
    url: `${api}/git/trees/${id2}`,
    truncated: all.length > MOST_ENTRIES,
    tree: all.slice(0, MOST_ENTRIES).map(({ entry, path: path2 }) => showEntry(git, api, entry, path2))
  });
}
function showEntry(git, api, { id: id2, mode }, path2) {
  const type = mode === "040000" ? "tree" : mode === "160000" ? "commit" : "blob";
  return {
    path: path2,
    mode,
    type,
    sha: id2,
    ...type === "blob" ? { size: git.blob(id2)?.length ?? 0 } : {},
    ...type === "commit" ? {} : { url: `${api}/git/${type}s/${id2}` }
  };
}
function* entries(git, tree, under) {
  for (const entry of git.tree(tree) ?? []) yield { entry, path: `${under}${entry.name}` };
}
function* walk(git, tree, under) {
  for (const one of entries(git, tree, under)) {
    yield one;
    if (one.entry.mode === "040000") yield* walk(git, one.entry.id, `${one.path}/`);
  }
}
function createTree(context) {
  const repository2 = repositoryOf(context, "write");
  const git = context.forge.git(repository2);
  const base = optionalText(context, "base_tree");
  const start2 = base === null ? git.writeTree([]) : git.commit(base)?.tree ?? base;
  if (!git.tree(start2)) throw unprocessable("base_tree is not a valid tree oid");
  const listing = context.body["tree"];
  if (!Array.isArray(listing)) throw invalid({ resource: "Tree", field: "tree", code: "missing_field" });
  const id2 = git.withFiles(start2, new Map(listing.map((one) => placed(git, start2, one))));
  const { api } = addressesOf(context, repository2);
  return created({
    sha: id2,
    url: `${api}/git/trees/${id2}`,
    truncated: false,
    tree: [...entries(git, id2, "")].map(({ entry, path: path2 }) => showEntry(git, api, entry, path2))
  });
}
function placed(git, tree, one) {
  if (!isObject(one)) throw unprocessable("Must supply a valid tree entry");
  const { content: content2, mode, path: path2, sha } = one;
  if (typeof path2 !== "string" || !isPath(path2))
    throw unprocessable("tree.path contains a malformed path component");
  if (sha === null) {
    if (!git.at(tree, path2)) throw unprocessable("GitRPC::BadObjectState");
    return [path2, null];
  }
  if (typeof mode !== "string" || !MODES.has(mode)) throw unprocessable("Must supply a valid tree.mode");
  const id2 = typeof sha === "string" ? sha : typeof content2 === "string" ? git.writeBlob(Buffer.from(content2)) : "";
  if (mode !== "160000" && git.type(id2) !== (mode === "040000" ? "tree" : "blob"))
    throw unprocessable(`tree.sha ${id2} is not a valid ${mode === "040000" ? "tree" : "blob"}`);
  return [path2, { mode, id: id2 }];
}
function isPath(path2) {
  return path2.split("/").every((part) => part !== "" && part !== "." && part !== ".." && part.toLowerCase() !== ".git") && !path2.includes("\0");
}
function getBlob(context) {
  const repository2 = repositoryOf(context);
  const id2 = context.params["file_sha"] ?? "";
  const bytes = context.forge.git(repository2).blob(id2);
  if (!bytes) throw notFound();
  const { api } = addressesOf(context, repository2);
  return ok({
    sha: id2,
    node_id: Buffer.from(`blob ${id2}`).toString("base64"),
    size: bytes.length,
    url: `${api}/git/blobs/${id2}`,
    content: inLines(bytes),
    encoding: "base64"
  });
}
function inLines(bytes) {
  return bytes.toString("base64").replaceAll(/.{1,60}/gu, "$&\n");
}
function createBlob(context) {
  const repository2 = repositoryOf(context, "write");
  const encoding = optionalText(context, "encoding") ?? "utf-8";
  if (encoding !== "utf-8" && encoding !== "base64") throw unprocessable("Invalid encoding");
  const bytes = Buffer.from(text(context, "content"), encoding === "base64" ? "base64" : "utf8");
  const sha = context.forge.git(repository2).writeBlob(bytes);
  return created({ sha, url: `${addressesOf(context, repository2).api}/git/blobs/${sha}` });
}

// src/sandbox/forge/routes/contents.ts
var PATH = "/repos/{owner}/{repo}/contents/{path}";
var READ8 = ["contents", "read"];
var WRITE5 = ["contents", "write"];
var LARGE2 = 1024 * 1024;
var contentRoutes = [
  { method: "GET", path: PATH, operation: "repos/get-content", kind: "read", needs: READ8, handle: get9 },
  {
    method: "GET",
    path: "/repos/{owner}/{repo}/contents",
    operation: "repos/get-content",
    kind: "read",
    needs: READ8,
    handle: get9
  },
  {
    method: "PUT",
    path: PATH,
    operation: "repos/create-or-update-file-contents",
    kind: "write",
    needs: WRITE5,
    handle: put3
  },
  {
    method: "DELETE",
    path: PATH,
    operation: "repos/delete-file",
    kind: "write",
    needs: WRITE5,
    handle: remove5
  }
];
function get9(context) {
  const repository2 = repositoryOf(context);
  const git = context.forge.git(repository2);
  const path2 = pathOf(context);
  const ref = context.query.get("ref") ?? repository2.defaultBranch;
  const commit = commitNamed(context, repository2, ref);
  if (commit === null) throw new ApiError(404, `No commit found for the ref ${ref}`);
  const found2 = git.at(commit, path2);
  if (!found2) throw notFound();
  const raw = String(context.headers["accept"] ?? "").includes("raw");
  if (found2.mode === "040000") {
    const entries2 = git.tree(found2.id) ?? [];
    return ok(
      entries2.map(
        (entry) => showEntry2(context, repository2, ref, path2 === "" ? entry.name : `${path2}/${entry.name}`, entry)
      )
    );
  }
  const bytes = git.blob(found2.id);
  if (raw && bytes) {
    return {
      status: 200,
      body: bytes,
      headers: { "content-type": "application/vnd.github.raw+json; charset=utf-8" }
    };
  }
  const shown = showEntry2(context, repository2, ref, path2, found2);
  if (found2.mode === "120000" && bytes) return ok({ ...shown, target: bytes.toString("utf8") });
  if (!bytes) return ok({ ...shown, submodule_git_url: null });
  const large = bytes.length > LARGE2;
  return ok({ ...shown, content: large ? "" : inLines(bytes), encoding: large ? "none" : "base64" });
}
function put3(context) {
  const { branch: branch2, commit, path: path2, repository: repository2 } = change(context);
  const git = context.forge.git(repository2);
  const old = commit === null ? null : git.at(commit, path2);
  const sha = optionalText(context, "sha");
  if (old?.mode === "040000") throw unprocessable(`${path2} is a folder`);
  if (old && sha === null) throw unprocessable(`Invalid request.

"sha" wasn't supplied.`);
  if (sha !== null && old?.id !== sha) throw conflict(`${path2} does not match ${sha}`);
  const content2 = text(context, "content");
  if (!/^[A-Za-z0-9+/\s]*={0,2}\s*$/u.test(content2)) throw unprocessable("content is not valid Base64");
  const blob = git.writeBlob(Buffer.from(content2, "base64"));
  const tree = commit === null ? git.writeTree([]) : git.commit(commit)?.tree ?? "";
  const next = git.withFile(tree, path2, { mode: old?.mode ?? "100644", id: blob });
  const id2 = land(context, repository2, branch2, commit, next);
  const entry = git.at(id2, path2);
  return {
    status: old ? 200 : 201,
    body: {
      content: entry ? showEntry2(context, repository2, branch2, path2, entry) : null,
      commit: showGitCommit(context, repository2, id2)
    }
  };
}
function remove5(context) {
  const { branch: branch2, commit, path: path2, repository: repository2 } = change(context);
  const git = context.forge.git(repository2);
  const old = commit === null ? null : git.at(commit, path2);
  if (!old || commit === null) throw notFound();
  const sha = text(context, "sha");
  if (old.id !== sha) throw conflict(`${path2} does not match ${sha}`);
  const id2 = land(
    context,
    repository2,
    branch2,
    commit,
    git.withFile(git.commit(commit)?.tree ?? "", path2, null)
  );
  return ok({ content: null, commit: showGitCommit(context, repository2, id2) });
}
function change(context) {
  const repository2 = repositoryOf(context, "write");
  const branch2 = optionalText(context, "branch") ?? repository2.defaultBranch;
  const commit = repository2.refs.get(`refs/heads/${branch2}`) ?? null;
  const path2 = pathOf(context);
  if (commit === null && repository2.refs.size > 0) throw new ApiError(404, `Branch ${branch2} not found`);
  if (!isPath(path2)) throw unprocessable("path contains a malformed path component");
  return { repository: repository2, branch: branch2, commit, path: path2 };
}
function land(context, repository2, branch2, parent, tree) {
  const by = signatureOf(asker(context), context.now);
  const author = signatureIn(context, "author", signatureIn(context, "committer", by));
  const committer = signatureIn(context, "committer", ownCommitter(context, by));
  const id2 = context.forge.git(repository2).writeCommit({
    tree,
    parents: parent === null ? [] : [parent],
    author,
    committer,
    message: text(context, "message")
  });
  move(context, repository2, `refs/heads/${branch2}`, id2, (why) => conflict(`Could not update file: ${why}`));
  signIfOwn(context, repository2, id2, ["author", "committer"]);
  return id2;
}
function pathOf(context) {
  return (context.params["path"] ?? "").replace(/^\/+|\/+$/gu, "");
}
function showEntry2(context, repository2, ref, path2, entry) {
  const { api, page } = addressesOf(context, repository2);
  const type = { "040000": "dir", "120000": "symlink", "160000": "submodule" }[entry.mode] ?? "file";
  const git = `${api}/git/${type === "dir" ? "trees" : "blobs"}/${entry.id}`;
  const place = path2.split("/").map(encodeURIComponent).join("/");
  const url = `${api}/contents/${place}?ref=${encodeURIComponent(ref)}`;
  const html = `${page}/${type === "dir" ? "tree" : "blob"}/${ref}/${place}`;
  const size = type === "file" || type === "symlink" ? context.forge.git(repository2).blob(entry.id)?.length ?? 0 : 0;
  return {
    type,
    name: path2.split("/").at(-1) ?? "",
    path: path2,
    sha: entry.id,
    size,
    url,
    html_url: html,
    git_url: git,
    download_url: type === "file" ? `${page}/raw/${ref}/${place}` : null,
    _links: { self: url, git, html }
  };
}

// src/sandbox/forge/routes/deployments.ts
var ALL2 = "/repos/{owner}/{repo}/deployments";
var ONE = `${ALL2}/{deployment_id}`;
var READ9 = ["deployments", "read"];
var WRITE6 = ["deployments", "write"];
var STATES = ["error", "failure", "inactive", "in_progress", "queued", "pending", "success"];
var deploymentRoutes = [
  {
    method: "POST",
    path: ALL2,
    operation: "repos/create-deployment",
    kind: "write",
    needs: WRITE6,
    handle: create5
  },
  { method: "GET", path: ONE, operation: "repos/get-deployment", kind: "read", needs: READ9, handle: get10 },
  {
    method: "POST",
    path: `${ONE}/statuses`,
    operation: "repos/create-deployment-status",
    kind: "write",
    needs: WRITE6,
    handle: say
  },
  {
    method: "GET",
    path: `${ONE}/statuses`,
    operation: "repos/list-deployment-statuses",
    kind: "read",
    needs: READ9,
    handle: list6
  }
];
function create5(context) {
  const repository2 = repositoryOf(context, "write");
  const ref = text(context, "ref", "Deployment");
  const sha = commitNamed(context, repository2, ref);
  if (sha === null) throw unprocessable(`No ref found for: ${ref}`);
  const deployment = {
    id: nextId(context.forge.state),
    sha,
    ref,
    task: optionalText(context, "task", "Deployment") ?? "deploy",
    environment: optionalText(context, "environment", "Deployment") ?? "production",
    description: optionalText(context, "description", "Deployment"),
    creator: asker(context).id,
    created: context.now,
    statuses: []
  };
  repository2.deployments.push(deployment);
  return created(show3(context, repository2, deployment));
}
function get10(context) {
  const repository2 = repositoryOf(context);
  return ok(show3(context, repository2, find4(context, repository2)));
}
function say(context) {
  const repository2 = repositoryOf(context, "write");
  const deployment = find4(context, repository2);
  const wanted2 = text(context, "state", "DeploymentStatus");
  const state = STATES.find((one) => one === wanted2);
  if (state === void 0) throw invalid({ resource: "DeploymentStatus", field: "state", code: "invalid" });
  const status = {
    id: nextId(context.forge.state),
    state,
    description: optionalText(context, "description", "DeploymentStatus") ?? "",
    creator: asker(context).id,
    at: context.now
  };
  if (state === "success")
    for (const other of repository2.deployments) {
      const isOlder = other.id < deployment.id && other.environment === deployment.environment;
      if (isOlder && other.statuses.at(-1)?.state === "success")
        other.statuses.push({
          ...status,
          id: nextId(context.forge.state),
          state: "inactive",
          description: ""
        });
    }
  deployment.statuses.push(status);
  return created(showStatus(context, repository2, deployment, status));
}
function list6(context) {
  const repository2 = repositoryOf(context);
  const deployment = find4(context, repository2);
  return listed(
    context,
    deployment.statuses.toReversed(),
    (one) => showStatus(context, repository2, deployment, one)
  );
}
function find4(context, repository2) {
  const deployment = repository2.deployments.find(({ id: id2 }) => id2 === Number(context.params["deployment_id"]));
  if (!deployment) throw notFound();
  return deployment;
}
function show3(context, repository2, deployment) {
  const { id: id2, sha, ref, task, environment: environment3, description, creator, statuses } = deployment;
  const { api } = addressesOf(context, repository2);
  return {
    url: `${api}/deployments/${id2}`,
    id: id2,
    node_id: nodeId("Deployment", id2),
    sha,
    ref,
    task,
    payload: {},
    original_environment: environment3,
    environment: environment3,
    description,
    creator: showAccount(context, creator),
    created_at: writeInstant(deployment.created),
    updated_at: writeInstant(statuses.at(-1)?.at ?? deployment.created),
    statuses_url: `${api}/deployments/${id2}/statuses`,
    repository_url: api,
    transient_environment: false,
    production_environment: environment3 === "production"
  };
}
function showStatus(context, repository2, { id: deployment, environment: environment3 }, { id: id2, state, description, creator, at }) {
  const { api, page } = addressesOf(context, repository2);
  return {
    url: `${api}/deployments/${deployment}/statuses/${id2}`,
    id: id2,
    node_id: nodeId("DeploymentStatus", id2),
    state,
    creator: showAccount(context, creator),
    description,
    environment: environment3,
    target_url: `${page}/deployments`,
    environment_url: `${page}/deployments`,
    log_url: `${page}/deployments`,
    created_at: writeInstant(at),
    updated_at: writeInstant(at),
    deployment_url: `${api}/deployments/${deployment}`,
    repository_url: api
  };
}

// src/sandbox/forge/shapes/review.ts
function showReview(scene, repository2, pull, review) {
  const { api, page } = addressesOf(scene, repository2);
  const html = `${page}/pull/${pull.number}#pullrequestreview-${review.id}`;
  const url = `${api}/pulls/${pull.number}`;
  return {
    id: review.id,
    node_id: nodeId("PullRequestReview", review.id),
    user: showAccount(scene, review.author),
    body: review.body,
    state: review.state,
    html_url: html,
    pull_request_url: url,
    author_association: associationOf(scene.state, repository2, review.author),
    _links: { html: { href: html }, pull_request: { href: url } },
    ...review.submitted === null ? {} : { submitted_at: writeInstant(review.submitted) },
    commit_id: review.commit
  };
}

// src/sandbox/forge/routes/reviews.ts
var REVIEWS = "/repos/{owner}/{repo}/pulls/{pull_number}/reviews";
var READ10 = ["pull_requests", "read"];
var WRITE7 = ["pull_requests", "write"];
var reviewRoutes = [
  { method: "GET", path: REVIEWS, operation: "pulls/list-reviews", kind: "read", needs: READ10, handle: list7 },
  {
    method: "GET",
    path: `${REVIEWS}/{review_id}`,
    operation: "pulls/get-review",
    kind: "read",
    needs: READ10,
    handle: get11
  },
  {
    method: "POST",
    path: REVIEWS,
    operation: "pulls/create-review",
    kind: "write",
    needs: WRITE7,
    handle: create6
  },
  {
    method: "POST",
    path: `${REVIEWS}/{review_id}/events`,
    operation: "pulls/submit-review",
    kind: "write",
    needs: WRITE7,
    handle: submit
  },
  {
    method: "PUT",
    path: `${REVIEWS}/{review_id}`,
    operation: "pulls/update-review",
    kind: "write",
    needs: WRITE7,
    handle: update4
  },
  {
    method: "DELETE",
    path: `${REVIEWS}/{review_id}`,
    operation: "pulls/delete-pending-review",
    kind: "write",
    needs: WRITE7,
    handle: remove6
  }
];
function reviewOf(context, pull) {
  const review = pull.reviews.find(({ id: id2 }) => id2 === Number(context.params["review_id"]));
  if (!review || !isVisible(context, review)) throw notFound();
  return review;
}
function isVisible({ actor }, review) {
  return review.state !== "PENDING" || review.author === actor?.account;
}
function list7(context) {
  const repository2 = repositoryOf(context);
  const { pull } = pullOf(context, repository2);
  const reviews = pull.reviews.filter((review) => isVisible(context, review));
  return listed(context, reviews, (review) => showReview(context, repository2, pull, review));
}
function get11(context) {
  const repository2 = repositoryOf(context);
  const { pull } = pullOf(context, repository2);
  return ok(showReview(context, repository2, pull, reviewOf(context, pull)));
}
function create6(context) {
  const repository2 = repositoryOf(context);
  const author = asker(context);
  const { issue, pull } = pullOf(context, repository2);
  const body = optionalText(context, "body") ?? "";
  const state = stateFrom2(context, body, issue.author === author.id);
  if (pull.reviews.some((one) => one.author === author.id && one.state === "PENDING")) {
    throw unprocessable("Unprocessable Entity", ["User can only have one pending review per pull request"]);
  }
  const asked2 = optionalText(context, "commit_id");
  const commit = asked2 === null ? pull.head : commitNamed(context, repository2, asked2);
  if (commit === null || asked2 !== null && asked2 !== commit) {
    throw unprocessable("Unprocessable Entity", ["The commit_id is not part of the pull request"]);
  }
  const review = {
    id: nextId(context.forge.state),
    author: author.id,
    body,
    state,
    commit,
    submitted: state === "PENDING" ? null : context.now
  };
  pull.reviews.push(review);
  issue.updated = context.now;
  if (state !== "PENDING") unrequest(pull, author.id);
  return ok(showReview(context, repository2, pull, review));
}
function submit(context) {
  const repository2 = repositoryOf(context);
  const author = asker(context);
  const { issue, pull } = pullOf(context, repository2);
  const review = reviewOf(context, pull);
  if (review.state !== "PENDING" || review.author !== author.id) {
    throw unprocessable("Unprocessable Entity", ["Can not submit a review that is not pending"]);
  }
  const body = optionalText(context, "body") ?? review.body;
  const state = stateFrom2(context, body, issue.author === author.id);
  if (state === "PENDING") throw unprocessable("Unprocessable Entity", ["Event can not be blank"]);
  review.body = body;
  review.state = state;
  review.submitted = context.now;
  pull.reviews.splice(pull.reviews.indexOf(review), 1);
  pull.reviews.push(review);
  issue.updated = context.now;
  unrequest(pull, author.id);
  return ok(showReview(context, repository2, pull, review));
}
function update4(context) {
  const repository2 = repositoryOf(context);
  const { pull } = pullOf(context, repository2);
  const review = reviewOf(context, pull);
  if (review.author !== asker(context).id) throw notFound();
  const body = optionalText(context, "body");
  if (body === null) throw unprocessable("Unprocessable Entity", ["Body can not be blank"]);
  review.body = body;
  return ok(showReview(context, repository2, pull, review));
}
function remove6(context) {
  const repository2 = repositoryOf(context);
  const { pull } = pullOf(context, repository2);
  const review = reviewOf(context, pull);
  if (review.state !== "PENDING") {
    throw unprocessable("Unprocessable Entity", ["Can not delete a non-pending pull request review"]);
  }
  pull.reviews.splice(pull.reviews.indexOf(review), 1);
  return ok(showReview(context, repository2, pull, review));
}
function stateFrom2(context, body, own) {
  const event = optionalText(context, "event");
  switch (event) {
    case null:
    case "":
      return "PENDING";
    case "APPROVE":
      if (own) throw unprocessable("Unprocessable Entity", ["Can not approve your own pull request"]);
      return "APPROVED";
    case "REQUEST_CHANGES":
      if (own)
        throw unprocessable("Unprocessable Entity", ["Can not request changes on your own pull request"]);
      if (body === "") throw unprocessable("Unprocessable Entity", ["Body can not be blank"]);
      return "CHANGES_REQUESTED";
    case "COMMENT":
      if (body === "") throw unprocessable("Unprocessable Entity", ["Body can not be blank"]);
      return "COMMENTED";
    default:
      throw unprocessable("Unprocessable Entity", [`Event is not one of APPROVE, REQUEST_CHANGES, COMMENT`]);
  }
}
function unrequest(pull, account3) {
  pull.requestedReviewers = pull.requestedReviewers.filter((id2) => id2 !== account3);
}

// src/sandbox/forge/routes/dismissals.ts
var dismissalRoutes = [
  {
    method: "PUT",
    path: "/repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/dismissals",
    operation: "pulls/dismiss-review",
    kind: "write",
    needs: ["pull_requests", "write"],
    handle: dismiss
  }
];
var WAS = {
  APPROVED: "approved",
  CHANGES_REQUESTED: "changes_requested"
};
function dismiss(context) {
  const repository2 = repositoryOf(context, "write");
  const { issue, pull } = pullOf(context, repository2);
  const review = reviewOf(context, pull);
  const message = text(context, "message");
  if (!mayDismiss(context, repository2, pull)) {
    if (context.actor?.kind === "app") throw notForIntegration();
    throw forbidden("Must have permission to dismiss reviews on this branch.");
  }
  const was = WAS[review.state];
  if (was === void 0) {
    const state = review.state.toLowerCase();
    throw unprocessable("Unprocessable Entity", [`Can not dismiss a ${state} pull request review`]);
  }
  if (message === "") throw unprocessable("Unprocessable Entity", ["Message can not be blank"]);
  review.state = "DISMISSED";
  happened(context.forge, issue, "review_dismissed", context.actor, {
    dismissed_review: { state: was, review_id: review.id, dismissal_message: message }
  });
  return ok(showReview(context, repository2, pull, review));
}
function mayDismiss(context, repository2, pull) {
  const { actor, state } = context;
  if (!actor) return false;
  const admin = actor.kind === "user" && includes(permissionOf(state, repository2, actor), "admin");
  return gatesOf(context, repository2, `refs/heads/${pull.baseRef}`).every(({ reviews }) => {
    const restricted = reviews?.dismissal ?? null;
    return restricted === null || admin || isListed(state, restricted, actor);
  });
}

// src/sandbox/forge/routes/environments.ts
var ENVIRONMENTS = "/repos/{owner}/{repo}/environments";
var ONE2 = `${ENVIRONMENTS}/{environment_name}`;
var READ11 = ["actions", "read"];
var environmentRoutes = [
  {
    method: "GET",
    path: ENVIRONMENTS,
    operation: "repos/get-all-environments",
    kind: "read",
    needs: READ11,
    handle: list8
  },
  { method: "GET", path: ONE2, operation: "repos/get-environment", kind: "read", needs: READ11, handle: get12 },
  {
    method: "GET",
    path: `${ONE2}/deployment-branch-policies`,
    operation: "repos/list-deployment-branch-policies",
    kind: "read",
    needs: READ11,
    handle: listPolicies
  },
  {
    method: "GET",
    path: `${ONE2}/deployment_protection_rules`,
    operation: "repos/get-all-deployment-protection-rules",
    kind: "read",
    needs: READ11,
    handle: listCustomRules
  }
];
function environmentOf(context, repository2) {
  const environment3 = repository2.environments.get(context.params["environment_name"] ?? "");
  if (!environment3) throw notFound();
  return environment3;
}
function list8(context) {
  const repository2 = repositoryOf(context);
  return listed(
    context,
    [...repository2.environments.values()],
    (one) => show4(context, repository2, one),
    (environments, total) => ({ total_count: total, environments })
  );
}
function get12(context) {
  const repository2 = repositoryOf(context);
  return ok(show4(context, repository2, environmentOf(context, repository2)));
}
function listPolicies(context) {
  const { branches } = environmentOf(context, repositoryOf(context));
  return listed(
    context,
    branches?.patterns ?? [],
    ({ id: id2, name: name2, type }) => ({ id: id2, node_id: nodeId("GateBranchPolicy", id2), name: name2, type }),
    (policies, total) => ({ total_count: total, branch_policies: policies })
  );
}
function listCustomRules(context) {
  environmentOf(context, repositoryOf(context));
  return ok({ total_count: 0, custom_deployment_protection_rules: [] });
}
function show4(context, repository2, environment3) {
  const { api, page } = addressesOf(context, repository2);
  const made = writeInstant(environment3.created);
  const { branches } = environment3;
  return {
    id: environment3.id,
    node_id: nodeId("Environment", environment3.id),
    name: environment3.name,
    url: `${api}/environments/${encodeURIComponent(environment3.name)}`,
    html_url: `${page}/deployments/activity_log?environments_filter=${encodeURIComponent(environment3.name)}`,
    created_at: made,
    updated_at: made,
    protection_rules: showRules(context, environment3),
    deployment_branch_policy: branches && {
      protected_branches: branches.protected,
      custom_branch_policies: !branches.protected
    }
  };
}
function showRules(context, environment3) {
  const { branches, id: id2, preventSelfReview, reviewers, waitMinutes } = environment3;
  const rule = (index, type, more = {}) => ({
    id: id2 * 10 + index,
    node_id: nodeId("Gate", id2 * 10 + index),
    type,
    ...more
  });
  return [
    ...waitMinutes > 0 ? [rule(1, "wait_timer", { wait_timer: waitMinutes })] : [],
    ...reviewers.length > 0 ? [
      rule(2, "required_reviewers", {
        prevent_self_review: preventSelfReview,
        reviewers: reviewers.map((one) => showReviewer(context, one))
      })
    ] : [],
    ...branches ? [rule(3, "branch_policy")] : []
  ];
}
function showReviewer(context, { id: id2, type }) {
  const team2 = type === "Team" ? context.state.teams.get(id2) : void 0;
  return { type, reviewer: team2 ? showTeam(context, team2) : showActor(context, id2) };
}

// src/sandbox/forge/routes/labels.ts
var LABELS2 = "/repos/{owner}/{repo}/labels";
var EITHER2 = ["issues", "pull_requests"];
var labelRoutes = [
  { method: "GET", path: LABELS2, operation: "issues/list-labels-for-repo", kind: "read", handle: list9 },
  { method: "POST", path: LABELS2, operation: "issues/create-label", kind: "write", handle: create7 },
  { method: "GET", path: `${LABELS2}/{name}`, operation: "issues/get-label", kind: "read", handle: get13 },
  {
    method: "PATCH",
    path: `${LABELS2}/{name}`,
    operation: "issues/update-label",
    kind: "write",
    handle: update5
  },
  {
    method: "DELETE",
    path: `${LABELS2}/{name}`,
    operation: "issues/delete-label",
    kind: "write",
    handle: remove7
  }
];
function findLabel(repository2, name2) {
  const wanted2 = name2.toLowerCase();
  return repository2.labels.find((one) => one.name.toLowerCase() === wanted2) ?? null;
}
function makeLabel(state, name2, color = "ededed", description = null) {
  if (name2 === "" || name2.length > 50) throw invalid({ resource: "Label", field: "name", code: "invalid" });
  if (!/^[0-9a-f]{6}$/iu.test(color)) throw invalid({ resource: "Label", field: "color", code: "invalid" });
  if ((description ?? "").length > 100) {
    throw invalid({ resource: "Label", field: "description", code: "invalid" });
  }
  return { id: nextId(state), name: name2, color, description };
}
function list9(context) {
  demandAny(context, EITHER2, "read");
  const repository2 = repositoryOf(context);
  return listed(context, repository2.labels, (label2) => showLabel(context, repository2, label2));
}
function get13(context) {
  demandAny(context, EITHER2, "read");
  const repository2 = repositoryOf(context);
  return ok(showLabel(context, repository2, named3(context, repository2)));
}
function create7(context) {
  demandAny(context, EITHER2, "write");
  const repository2 = repositoryOf(context, "write");
  const name2 = text(context, "name", "Label");
  if (findLabel(repository2, name2)) throw invalid({ resource: "Label", field: "name", code: "already_exists" });
  const color = optionalText(context, "color", "Label") ?? void 0;
  const label2 = makeLabel(context.forge.state, name2, color, optionalText(context, "description", "Label"));
  repository2.labels.push(label2);
  return created(showLabel(context, repository2, label2));
}
function update5(context) {
  demandAny(context, EITHER2, "write");
  const repository2 = repositoryOf(context, "write");
  const label2 = named3(context, repository2);
  const name2 = optionalText(context, "new_name", "Label") ?? label2.name;
  const other = findLabel(repository2, name2);
  if (other && other !== label2) throw invalid({ resource: "Label", field: "name", code: "already_exists" });
  const color = optionalText(context, "color", "Label") ?? label2.color;
  const description = optionalText(context, "description", "Label") ?? label2.description;
  const checked = makeLabel(context.forge.state, name2, color, description);
  Object.assign(label2, { name: checked.name, color: checked.color, description: checked.description });
  return ok(showLabel(context, repository2, label2));
}
function remove7(context) {
  demandAny(context, EITHER2, "write");
  const repository2 = repositoryOf(context, "write");
  const label2 = named3(context, repository2);
  repository2.labels.splice(repository2.labels.indexOf(label2), 1);
  for (const issue of repository2.issues.values()) issue.labels = issue.labels.filter((id2) => id2 !== label2.id);
  return noContent();
}
function named3(context, repository2) {
  const label2 = findLabel(repository2, context.params["name"] ?? "");
  if (!label2) throw notFound();
  return label2;
}

// src/sandbox/forge/routes/issue-labels.ts
var LABELS3 = "/repos/{owner}/{repo}/issues/{issue_number}/labels";
var EITHER3 = ["issues", "pull_requests"];
var issueLabelRoutes = [
  { method: "GET", path: LABELS3, operation: "issues/list-labels-on-issue", kind: "read", handle: list10 },
  { method: "POST", path: LABELS3, operation: "issues/add-labels", kind: "write", handle: add3 },
  { method: "PUT", path: LABELS3, operation: "issues/set-labels", kind: "write", handle: set },
  { method: "DELETE", path: LABELS3, operation: "issues/remove-all-labels", kind: "write", handle: clear },
  {
    method: "DELETE",
    path: `${LABELS3}/{name}`,
    operation: "issues/remove-label",
    kind: "write",
    handle: remove8
  }
];
function addLabels(context, repository2, issue, names2) {
  for (const name2 of names2) {
    const label2 = findLabel(repository2, name2) ?? make(context, repository2, name2);
    if (issue.labels.includes(label2.id)) continue;
    issue.labels.push(label2.id);
    happened(context.forge, issue, "labeled", context.actor, {
      label: { name: label2.name, color: label2.color }
    });
  }
}
function make(context, repository2, name2) {
  const label2 = makeLabel(context.forge.state, name2);
  repository2.labels.push(label2);
  return label2;
}
function list10(context) {
  demandAny(context, EITHER3, "read");
  const repository2 = repositoryOf(context);
  const issue = issueOf(context, repository2);
  const labels = repository2.labels.filter(({ id: id2 }) => issue.labels.includes(id2));
  return listed(context, labels, (label2) => showLabel(context, repository2, label2));
}
function add3(context) {
  const { issue, repository: repository2 } = labelled(context);
  addLabels(context, repository2, issue, namesFrom(context));
  return ok(showLabels(context, repository2, issue));
}
function set(context) {
  const { issue, repository: repository2 } = labelled(context);
  const names2 = namesFrom(context);
  const wanted2 = new Set(names2.map((name2) => name2.toLowerCase()));
  for (const label2 of labelsOf(repository2, issue)) {
    if (!wanted2.has(label2.name.toLowerCase())) takeOff(context, issue, label2);
  }
  addLabels(context, repository2, issue, names2);
  return ok(showLabels(context, repository2, issue));
}
function clear(context) {
  const { issue, repository: repository2 } = labelled(context);
  for (const label2 of labelsOf(repository2, issue)) takeOff(context, issue, label2);
  return noContent();
}
function remove8(context) {
  const { issue, repository: repository2 } = labelled(context);
  const label2 = findLabel(repository2, context.params["name"] ?? "");
  if (!label2 || !issue.labels.includes(label2.id)) throw new ApiError(404, "Label does not exist");
  takeOff(context, issue, label2);
  return ok(showLabels(context, repository2, issue));
}
function labelled(context) {
  demandAny(context, EITHER3, "write");
  const repository2 = repositoryOf(context, "triage");
  return { repository: repository2, issue: issueOf(context, repository2) };
}
function labelsOf(repository2, issue) {
  return repository2.labels.filter(({ id: id2 }) => issue.labels.includes(id2));
}
function takeOff(context, issue, label2) {
  issue.labels = issue.labels.filter((id2) => id2 !== label2.id);
  happened(context.forge, issue, "unlabeled", context.actor, {
    label: { name: label2.name, color: label2.color }
  });
}
function namesFrom(context) {
  const labels = context.body["labels"] ?? [];
  if (!Array.isArray(labels)) throw wrong3();
  return labels.map((one) => {
    const name2 = isObject(one) ? one["name"] : one;
    if (typeof name2 !== "string") throw wrong3();
    return name2;
  });
}
function wrong3() {
  return invalid({ resource: "Label", field: "labels", code: "invalid" });
}

// src/sandbox/forge/routes/words.ts
var LONGEST3 = { title: 256, body: 65536 };
function titleFrom(title, resource5) {
  if (title.trim() === "") throw invalid({ resource: resource5, field: "title", code: "missing_field" });
  check2(title, resource5, "title");
  return title;
}
function bodyFrom2(context, resource5) {
  const body = optionalText(context, "body", resource5);
  if (body !== null) check2(body, resource5, "body");
  return body;
}
function check2(text2, resource5, field) {
  if (text2.length <= LONGEST3[field]) return;
  const message = `${field} is too long (maximum is ${LONGEST3[field]} characters)`;
  throw invalid({ resource: resource5, field, code: "custom", message });
}

// src/sandbox/forge/routes/issues.ts
var ISSUES = "/repos/{owner}/{repo}/issues";
var EITHER4 = ["issues", "pull_requests"];
var issueRoutes = [
  { method: "GET", path: ISSUES, operation: "issues/list-for-repo", kind: "read", handle: list11 },
  {
    method: "POST",
    path: ISSUES,
    operation: "issues/create",
    kind: "write",
    needs: ["issues", "write"],
    handle: create8
  },
  { method: "GET", path: `${ISSUES}/{issue_number}`, operation: "issues/get", kind: "read", handle: get14 },
  {
    method: "PATCH",
    path: `${ISSUES}/{issue_number}`,
    operation: "issues/update",
    kind: "write",
    handle: update6
  }
];
function list11(context) {
  demandAny(context, EITHER4, "read");
  const repository2 = repositoryOf(context);
  const { query, state } = context;
  const wanted2 = query.get("state") ?? "open";
  const names2 = (query.get("labels") ?? "").split(",").filter((name2) => name2 !== "");
  const labels = names2.map((name2) => findLabel(repository2, name2)?.id ?? -1);
  const creator = query.get("creator");
  const author = creator === null ? null : findAccount(state, creator)?.id ?? -1;
  const since = Date.parse(query.get("since") ?? "") || 0;
  const found2 = [...repository2.issues.values()].filter(
    (issue) => (wanted2 === "all" || issue.state === wanted2) && labels.every((id2) => issue.labels.includes(id2)) && (author === null || issue.author === author) && issue.updated >= since
  );
  return listed(context, sorted2(context, found2), (issue) => showIssue(context, repository2, issue));
}
function sorted2({ query }, issues) {
  const key2 = query.get("sort") === "updated" ? "updated" : "created";
  const sign = query.get("direction") === "asc" ? 1 : -1;
  return issues.toSorted((a, b) => sign * (a[key2] - b[key2] || a.number - b.number));
}
function get14(context) {
  demandAny(context, EITHER4, "read");
  const repository2 = repositoryOf(context);
  return ok(showIssue(context, repository2, issueOf(context, repository2)));
}
function create8(context) {
  const repository2 = repositoryOf(context);
  const { actor, now } = context;
  const author = asker(context);
  const title = titleFrom(text(context, "title", "Issue"), "Issue");
  const labels = texts(context, "labels", "Issue") ?? [];
  const may = includes(permissionOf(context.state, repository2, actor), "triage");
  const assignees = may ? assigneesFrom(context, repository2) ?? [] : [];
  const issue = {
    id: nextId(context.forge.state),
    number: repository2.lastNumber + 1,
    title,
    body: bodyFrom2(context, "Issue"),
    author: author.id,
    app: actor?.kind === "app" ? actor.app : null,
    state: "open",
    stateReason: null,
    created: now,
    updated: now,
    closed: null,
    closedBy: null,
    locked: false,
    labels: [],
    assignees,
    comments: [],
    timeline: []
  };
  repository2.lastNumber += 1;
  repository2.issues.set(issue.number, issue);
  if (may) addLabels(context, repository2, issue, labels);
  return created(showIssue(context, repository2, issue));
}
function update6(context) {
  demandAny(context, EITHER4, "write");
  const repository2 = repositoryOf(context);
  const issue = issueOf(context, repository2);
  const may = includes(permissionOf(context.state, repository2, context.actor), "triage");
  if (!may && asker(context).id !== issue.author) throw forbidden("Must have triage rights or be the author.");
  const wanted2 = optionalText(context, "title", "Issue");
  const title = wanted2 === null ? null : titleFrom(wanted2, "Issue");
  const body = bodyFrom2(context, "Issue");
  const state = stateFrom3(context);
  const assignees = may ? assigneesFrom(context, repository2) : null;
  const labels = may ? texts(context, "labels", "Issue") : null;
  if (title !== null && title !== issue.title) {
    happened(context.forge, issue, "renamed", context.actor, { rename: { from: issue.title, to: title } });
    issue.title = title;
  }
  if ("body" in context.body) issue.body = body;
  if (labels) {
    issue.labels = [];
    addLabels(context, repository2, issue, labels);
  }
  if (assignees) issue.assignees = assignees;
  if (state !== null && state !== issue.state) setState(context, repository2, issue, state);
  issue.updated = context.now;
  return ok(showIssue(context, repository2, issue));
}
function setState(context, repository2, issue, state) {
  if (repository2.pulls.get(issue.number)?.merged) {
    throw invalid({ resource: "Issue", field: "state", code: "invalid" });
  }
  issue.state = state;
  const reason = context.body["state_reason"];
  const closing = reason === "not_planned" ? "not_planned" : "completed";
  if (!repository2.pulls.has(issue.number)) issue.stateReason = state === "open" ? "reopened" : closing;
  issue.closed = state === "closed" ? context.now : null;
  issue.closedBy = state === "closed" ? context.actor?.account ?? null : null;
  happened(context.forge, issue, state === "closed" ? "closed" : "reopened", context.actor, {
    state_reason: issue.stateReason
  });
}
function stateFrom3(context) {
  const state = optionalText(context, "state", "Issue");
  if (state !== null && state !== "open" && state !== "closed") {
    throw invalid({ resource: "Issue", field: "state", code: "invalid" });
  }
  return state;
}
function assigneesFrom(context, repository2) {
  const logins = texts(context, "assignees", "Issue");
  if (logins === null) return null;
  return logins.map((login3) => {
    const account3 = findAccount(context.state, login3);
    const actor = account3 && { kind: "user", account: account3.id };
    if (!actor || permissionOf(context.state, repository2, actor) === "none") {
      throw invalid({ resource: "Issue", field: "assignees", code: "invalid", value: login3 });
    }
    return actor.account;
  });
}

// src/sandbox/forge/routes/meta.ts
var metaRoutes = [
  {
    method: "GET",
    path: "/",
    operation: "meta/root",
    kind: "read",
    handle: ({ forge: forge2 }) => ok(root(forge2))
  },
  {
    method: "GET",
    path: "/meta",
    operation: "meta/get",
    kind: "read",
    handle: () => ok({ verifiable_password_authentication: false, hooks: [], web: [], api: [], git: [], actions: [] })
  },
  {
    method: "GET",
    path: "/rate_limit",
    operation: "rate-limit/get",
    kind: "read",
    handle: ({ actor, forge: forge2, now, state }) => {
      const core = forge2.limits.show(state, actor, now);
      return ok({ resources: { core, search: core }, rate: core });
    }
  }
];
var PLACES = {
  current_user_url: "user",
  current_user_repositories_url: "user/repos{?type,page,per_page,sort}",
  authorizations_url: "authorizations",
  code_search_url: "search/code?q={query}{&page,per_page,sort,order}",
  commit_search_url: "search/commits?q={query}{&page,per_page,sort,order}",
  emails_url: "user/emails",
  emojis_url: "emojis",
  events_url: "events",
  feeds_url: "feeds",
  followers_url: "user/followers",
  following_url: "user/following{/target}",
  gists_url: "gists{/gist_id}",
  issue_search_url: "search/issues?q={query}{&page,per_page,sort,order}",
  issues_url: "issues",
  keys_url: "user/keys",
  label_search_url: "search/labels?q={query}&repository_id={repository_id}{&page,per_page}",
  notifications_url: "notifications",
  organization_url: "orgs/{org}",
  organization_repositories_url: "orgs/{org}/repos{?type,page,per_page,sort}",
  organization_teams_url: "orgs/{org}/teams",
  public_gists_url: "gists/public",
  rate_limit_url: "rate_limit",
  repository_url: "repos/{owner}/{repo}",
  repository_search_url: "search/repositories?q={query}{&page,per_page,sort,order}",
  starred_url: "user/starred{/owner}{/repo}",
  starred_gists_url: "gists/starred",
  user_url: "users/{user}",
  user_organizations_url: "user/orgs",
  user_repositories_url: "users/{user}/repos{?type,page,per_page,sort}",
  user_search_url: "search/users?q={query}{&page,per_page,sort,order}"
};
function root({ api, web }) {
  return {
    ...Object.fromEntries(Object.entries(PLACES).map(([name2, place]) => [name2, `${api}/${place}`])),
    current_user_authorizations_html_url: `${web}/settings/connections/applications{/client_id}`
  };
}

// src/sandbox/forge/routes/organizations.ts
var organizationRoutes = [
  { method: "GET", path: "/orgs/{org}", operation: "orgs/get", kind: "read", handle: get15 },
  {
    method: "GET",
    path: "/orgs/{org}/members",
    operation: "orgs/list-members",
    kind: "read",
    needs: ["members", "read"],
    handle: listMembers
  },
  {
    method: "GET",
    path: "/orgs/{org}/members/{username}",
    operation: "orgs/check-membership-for-user",
    kind: "read",
    needs: ["members", "read"],
    handle: checkMember
  },
  {
    method: "GET",
    path: "/orgs/{org}/memberships/{username}",
    operation: "orgs/get-membership-for-user",
    kind: "read",
    needs: ["members", "read"],
    handle: getMembership
  },
  {
    method: "GET",
    path: "/orgs/{org}/installations",
    operation: "orgs/list-app-installations",
    kind: "read",
    needs: ["organization_administration", "read"],
    handle: listInstallations
  }
];
function get15(context) {
  const { actor, state } = context;
  const account3 = state.accounts.get(state.organization);
  if (account3?.login.toLowerCase() !== (context.params["org"] ?? "").toLowerCase()) throw notFound();
  const app2 = actor?.kind === "app" ? state.apps.get(actor.app) : void 0;
  const seesAll = app2 ? mayAdminister(app2) : actor !== null && state.accounts.get(actor.account)?.role === "admin";
  return ok({ ...showWholeOrganization(context), ...seesAll ? showOrganizationSettings(context) : {} });
}
function mayAdminister({ permissions: permissions2 }) {
  return permissions2 === null || permissions2["organization_administration"] !== void 0;
}
function membersOf2(context) {
  return [...context.state.accounts.values()].filter(({ role: role2 }) => role2 !== null).toSorted((a, b) => a.id - b.id);
}
function listMembers(context) {
  organizationOf(context);
  const role2 = context.query.get("role") ?? "all";
  const members2 = membersOf2(context).filter((one) => role2 === "all" || one.role === role2);
  return listed(context, members2, ({ id: id2 }) => showAccount(context, id2));
}
function checkMember(context) {
  organizationOf(context);
  memberOf(context);
  return noContent();
}
function memberOf(context) {
  const account3 = findAccount(context.state, context.params["username"] ?? "");
  if (!account3 || account3.role === null) throw notFound();
  return account3;
}
function getMembership(context) {
  organizationOf(context);
  const account3 = memberOf(context);
  const organization = showOrganization(context);
  const shown = {
    url: `${String(organization["url"])}/memberships/${account3.login}`,
    state: "active",
    role: account3.role,
    organization_url: organization["url"],
    organization,
    user: showAccount(context, account3.id)
  };
  return ok(shown);
}
function listInstallations(context) {
  organizationOf(context);
  const { actor, state } = context;
  if (actor?.kind === "user" && state.accounts.get(actor.account)?.role !== "admin") {
    throw forbidden("You must be an admin of the organization to list its installations.");
  }
  if (!actor) throw notForIntegration();
  return listed(
    context,
    [...state.apps.values()],
    (app2) => showInstallation(context, app2),
    (installations, total) => ({ total_count: total, installations })
  );
}

// src/sandbox/forge/routes/pulls.ts
var RESOURCE = "PullRequest";
var pullRoutes = [
  {
    method: "GET",
    path: "/repos/{owner}/{repo}/pulls",
    operation: "pulls/list",
    kind: "read",
    needs: ["pull_requests", "read"],
    handle: list12
  },
  {
    method: "POST",
    path: "/repos/{owner}/{repo}/pulls",
    operation: "pulls/create",
    kind: "write",
    needs: ["pull_requests", "write"],
    handle: create9
  },
  {
    method: "GET",
    path: "/repos/{owner}/{repo}/pulls/{pull_number}",
    operation: "pulls/get",
    kind: "read",
    needs: ["pull_requests", "read"],
    handle: (context) => {
      const repository2 = repositoryOf(context);
      const { pull } = pullOf(context, repository2);
      return ok(showWholePull(context, repository2, pull, context.actor));
    }
  },
  {
    method: "PATCH",
    path: "/repos/{owner}/{repo}/pulls/{pull_number}",
    operation: "pulls/update",
    kind: "write",
    needs: ["pull_requests", "write"],
    handle: update7
  }
];
function list12(context) {
  const repository2 = repositoryOf(context);
  const { query, state } = context;
  const wanted2 = query.get("state") ?? "open";
  const [head, base] = [query.get("head"), query.get("base")];
  const sort = query.get("sort") ?? "created";
  const descending = (query.get("direction") ?? (query.has("sort") && sort !== "created" ? "asc" : "desc")) === "desc";
  const key2 = (pull) => sort === "updated" ? repository2.issues.get(pull.number)?.updated ?? 0 : 0;
  const found2 = [...repository2.pulls.values()].filter((pull) => {
    const issue = repository2.issues.get(pull.number);
    if (wanted2 !== "all" && issue?.state !== wanted2) return false;
    if (base !== null && pull.baseRef !== base) return false;
    if (head === null) return true;
    const home = pull.headRepository === null ? void 0 : state.repositories.get(pull.headRepository);
    const owner = home ? state.accounts.get(home.owner)?.login ?? "" : "";
    return head.includes(":") ? `${owner}:${pull.headRef}`.toLowerCase() === head.toLowerCase() : true;
  }).toSorted((a, b) => key2(a) - key2(b) || a.number - b.number);
  return listed(
    context,
    descending ? found2.toReversed() : found2,
    (pull) => showPull(context, repository2, pull, context.actor)
  );
}
function create9(context) {
  const repository2 = repositoryOf(context);
  const author = asker(context);
  const { forge: forge2, now, state } = context;
  const [baseRef, head] = [text(context, "base", RESOURCE), text(context, "head", RESOURCE)];
  const title = titleFrom(text(context, "title", RESOURCE), RESOURCE);
  const body = bodyFrom2(context, RESOURCE);
  const from = headOf(context, repository2, head);
  const tip = repository2.refs.get(`refs/heads/${baseRef}`);
  const sha = from?.repository.refs.get(`refs/heads/${from.ref}`);
  if (tip === void 0) throw invalid({ resource: RESOURCE, field: "base", code: "invalid" });
  if (!from || sha === void 0) throw invalid({ resource: RESOURCE, field: "head", code: "invalid" });
  if (!includes(permissionOf(state, from.repository, context.actor), "write")) {
    throw forbidden("Resource not accessible by personal access token");
  }
  const git = forge2.git(repository2);
  if (git.isAncestor(sha, tip)) {
    throw invalid({
      resource: RESOURCE,
      code: "custom",
      message: `No commits between ${baseRef} and ${head}`
    });
  }
  if (git.mergeBase(tip, sha) === null) {
    throw invalid({
      resource: RESOURCE,
      code: "custom",
      message: `The ${head} branch has no history in common with ${baseRef}`
    });
  }
  const same = [...repository2.pulls.values()].some(
    (one) => repository2.issues.get(one.number)?.state === "open" && one.headRepository === from.repository.id && one.headRef === from.ref && one.baseRef === baseRef
  );
  if (same) {
    throw invalid({
      resource: RESOURCE,
      code: "custom",
      message: `A pull request already exists for ${head}.`
    });
  }
  repository2.lastNumber += 1;
  const number2 = repository2.lastNumber;
  const app2 = appOf(state, context.actor);
  const issue = {
    id: nextId(state),
    number: number2,
    title,
    body,
    author: author.id,
    app: app2?.id ?? null,
    state: "open",
    stateReason: null,
    created: now,
    updated: now,
    closed: null,
    closedBy: null,
    locked: false,
    labels: [],
    assignees: [],
    comments: [],
    timeline: []
  };
  const pull = {
    id: nextId(state),
    number: number2,
    draft: flag(context, "draft", false, RESOURCE),
    headRepository: from.repository.id,
    headRef: from.ref,
    head: sha,
    baseRef,
    base: tip,
    merged: null,
    reviews: [],
    reviewComments: [],
    requestedReviewers: [],
    requestedTeams: [],
    maintainerCanModify: flag(context, "maintainer_can_modify", true, RESOURCE) && from.repository !== repository2
  };
  repository2.issues.set(number2, issue);
  repository2.pulls.set(number2, pull);
  git.refs.set(repository2, `refs/pull/${number2}/head`, sha);
  return created(showWholePull(context, repository2, pull, context.actor));
}
function headOf(context, repository2, head) {
  const { state } = context;
  const [owner, ...rest] = head.split(":");
  if (rest.length === 0) return { repository: repository2, ref: head };
  const ref = rest.join(":");
  const named6 = optionalText(context, "head_repo", RESOURCE);
  const account3 = findAccount(state, owner ?? "");
  if (!account3) return null;
  if (account3.id === repository2.owner && named6 === null) return { repository: repository2, ref };
  const fork = named6 === null ? [...state.repositories.values()].find(
    (one) => one.owner === account3.id && one.parent === repository2.id
  ) : findRepository(state, ...splitName(named6, account3.login));
  return fork && (fork.parent === repository2.id || fork.id === repository2.id) ? { repository: fork, ref } : null;
}
function splitName(name2, owner) {
  const [first = "", second] = name2.split("/");
  return second === void 0 ? [owner, first] : [first, second];
}
function update7(context) {
  const repository2 = repositoryOf(context);
  const { issue, pull } = pullOf(context, repository2);
  const { actor, forge: forge2, now, state } = context;
  const mine = actor !== null && issue.author === actor.account;
  if (!mine && !includes(permissionOf(state, repository2, actor), "write")) throw forbidden();
  const named6 = optionalText(context, "title", RESOURCE);
  const title = named6 === null ? null : titleFrom(named6, RESOURCE);
  const body = bodyFrom2(context, RESOURCE);
  const base = optionalText(context, "base", RESOURCE);
  const wanted2 = optionalText(context, "state", RESOURCE);
  if (wanted2 !== null && wanted2 !== "open" && wanted2 !== "closed") {
    throw invalid({ resource: RESOURCE, field: "state", code: "invalid" });
  }
  const newBase = base !== null && base !== pull.baseRef ? base : null;
  if (newBase !== null) checkBase(context, repository2, issue, pull, newBase);
  if (wanted2 === "open" && issue.state === "closed") checkReopen(context, repository2, pull);
  if (title !== null && title !== issue.title) {
    happened(forge2, issue, "renamed", actor, { rename: { from: issue.title, to: title } });
    issue.title = title;
  }
  if (context.body["body"] !== void 0) issue.body = body;
  if (newBase !== null) {
    happened(forge2, issue, "base_ref_changed", actor);
    pull.baseRef = newBase;
    pull.base = repository2.refs.get(`refs/heads/${newBase}`) ?? ABSENT;
  }
  if (wanted2 === "closed" && issue.state === "open") close(forge2, issue, actor);
  if (wanted2 === "open" && issue.state === "closed") {
    issue.state = "open";
    issue.closed = null;
    issue.closedBy = null;
    issue.stateReason = "reopened";
    happened(forge2, issue, "reopened", actor);
  }
  issue.updated = now;
  return ok(showWholePull(context, repository2, pull, actor));
}
function checkBase(context, repository2, issue, pull, base) {
  const tip = repository2.refs.get(`refs/heads/${base}`);
  if (tip === void 0) throw invalid({ resource: RESOURCE, field: "base", code: "invalid" });
  if (issue.state === "closed") {
    throw unprocessable("Validation Failed", ["Cannot change the base branch of a closed pull request."]);
  }
  if (context.forge.git(repository2).isAncestor(pull.head, tip)) {
    throw invalid({
      resource: RESOURCE,
      code: "custom",
      message: `There are no new commits between base branch '${base}' and head branch '${pull.headRef}'`
    });
  }
}
function checkReopen(context, repository2, pull) {
  const why = againstReopening(context, repository2, pull);
  if (why === null) return;
  const message = `state cannot be changed. ${why}`;
  throw invalid({ resource: RESOURCE, field: "state", code: "custom", message });
}
function againstReopening(context, repository2, pull) {
  if (pull.merged) return "The pull request cannot be reopened.";
  const home = pull.headRepository === null ? void 0 : context.state.repositories.get(pull.headRepository);
  const head = home?.refs.get(`refs/heads/${pull.headRef}`);
  if (head === void 0) return `The ${pull.headRef} branch has been deleted.`;
  if (head !== pull.head) return `The ${pull.headRef} branch was force-pushed or recreated.`;
  if (!repository2.refs.has(`refs/heads/${pull.baseRef}`))
    return `The ${pull.baseRef} branch has been deleted.`;
  return null;
}

// src/sandbox/forge/routes/repositories.ts
var DAY = 24 * 60 * 60 * 1e3;
var PERIODS = {
  day: DAY,
  week: 7 * DAY,
  month: 30 * DAY,
  quarter: 91 * DAY,
  year: 365 * DAY
};
var repositoryRoutes = [
  {
    method: "GET",
    path: "/repos/{owner}/{repo}",
    operation: "repos/get",
    kind: "read",
    handle: (context) => ok(showFullRepository(context, repositoryOf(context), context.actor))
  },
  {
    method: "PATCH",
    path: "/repos/{owner}/{repo}",
    operation: "repos/update",
    kind: "write",
    needs: ["administration", "write"],
    handle: update8
  },
  {
    method: "GET",
    path: "/orgs/{org}/repos",
    operation: "repos/list-for-org",
    kind: "read",
    handle: (context) => {
      const { actor, state } = context;
      const organization = organizationOf(context);
      const seen2 = [...state.repositories.values()].filter(
        (one) => one.owner === organization.id && includes(permissionOf(state, one, actor), "read")
      );
      return listed(context, seen2, (one) => showMinimalRepository(context, one, actor));
    }
  },
  {
    method: "GET",
    path: "/installation/repositories",
    operation: "apps/list-repos-accessible-to-installation",
    kind: "read",
    handle: (context) => {
      const { actor, state } = context;
      const seen2 = [...state.repositories.values()].filter((one) => one.owner === state.organization);
      return listed(
        context,
        actor?.kind === "app" ? seen2 : [],
        (one) => showRepository(context, one, actor),
        (repositories, total) => ({ total_count: total, repositories })
      );
    }
  },
  {
    method: "GET",
    path: "/repos/{owner}/{repo}/activity",
    operation: "repos/list-activities",
    kind: "read",
    needs: ["contents", "read"],
    handle: activity
  }
];
function update8(context) {
  const repository2 = repositoryOf(context, "admin");
  const { merging } = repository2;
  const next = {
    mergeCommit: flag(context, "allow_merge_commit", merging.mergeCommit),
    squash: flag(context, "allow_squash_merge", merging.squash),
    rebase: flag(context, "allow_rebase_merge", merging.rebase),
    autoMerge: flag(context, "allow_auto_merge", merging.autoMerge),
    deleteBranch: flag(context, "delete_branch_on_merge", merging.deleteBranch),
    updateBranch: flag(context, "allow_update_branch", merging.updateBranch)
  };
  const [archived, hidden] = [
    flag(context, "archived", repository2.archived),
    flag(context, "private", repository2.private)
  ];
  repository2.merging = next;
  repository2.archived = archived;
  repository2.private = hidden;
  return ok(showFullRepository(context, repository2, context.actor));
}
function activity(context) {
  const repository2 = repositoryOf(context);
  const { now, query, state } = context;
  const [ref, actor, kind, period] = ["ref", "actor", "activity_type", "time_period"].map(
    (name2) => query.get(name2)
  );
  const since = now - (PERIODS[period ?? ""] ?? Number.POSITIVE_INFINITY);
  const refs = ref ? [ref, `refs/heads/${ref}`] : null;
  const found2 = repository2.activity.filter(
    (one) => (refs === null || refs.includes(one.ref)) && (!kind || one.type === kind) && (!actor || state.accounts.get(one.actor ?? -1)?.login.toLowerCase() === actor.toLowerCase()) && one.at >= since
  );
  const ordered = query.get("direction") === "asc" ? found2 : found2.toReversed();
  return listedByCursor(context, ordered, (one) => showActivity(context, one));
}
function showActivity(context, one) {
  return {
    id: one.id,
    node_id: nodeId("PushEvent", one.id),
    before: one.before,
    after: one.after,
    ref: one.ref,
    timestamp: writeInstant(one.at),
    activity_type: one.type,
    actor: showAccount(context, one.actor)
  };
}

// src/sandbox/forge/routes/requested-reviewers.ts
var REVIEWERS = "/repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers";
var requestedReviewerRoutes = [
  {
    method: "GET",
    path: REVIEWERS,
    operation: "pulls/list-requested-reviewers",
    kind: "read",
    needs: ["pull_requests", "read"],
    handle: list13
  },
  {
    method: "POST",
    path: REVIEWERS,
    operation: "pulls/request-reviewers",
    kind: "write",
    needs: ["pull_requests", "write"],
    handle: add4
  },
  {
    method: "DELETE",
    path: REVIEWERS,
    operation: "pulls/remove-requested-reviewers",
    kind: "write",
    needs: ["pull_requests", "write"],
    handle: remove9
  }
];
function list13(context) {
  const { pull } = pullOf(context, repositoryOf(context));
  return ok({
    users: pull.requestedReviewers.map((id2) => showActor(context, id2)),
    teams: pull.requestedTeams.flatMap((id2) => {
      const team2 = context.state.teams.get(id2);
      return team2 ? [showTeam(context, team2)] : [];
    })
  });
}
function add4(context) {
  const repository2 = repositoryOf(context, "triage");
  const { issue, pull } = pullOf(context, repository2);
  const { accounts, teams } = named4(context, repository2);
  if (accounts.includes(issue.author)) {
    throw unprocessable("Review cannot be requested from pull request author.");
  }
  const requester = showActor(context, context.actor?.account ?? null);
  for (const id2 of accounts) {
    if (pull.requestedReviewers.includes(id2)) continue;
    pull.requestedReviewers.push(id2);
    happened(context.forge, issue, "review_requested", context.actor, {
      review_requester: requester,
      requested_reviewer: showActor(context, id2)
    });
  }
  for (const id2 of teams) {
    const team2 = context.state.teams.get(id2);
    if (!team2 || pull.requestedTeams.includes(id2)) continue;
    pull.requestedTeams.push(id2);
    happened(context.forge, issue, "review_requested", context.actor, {
      review_requester: requester,
      requested_team: showTeam(context, team2)
    });
  }
  return created(showPull(context, repository2, pull, context.actor));
}
function remove9(context) {
  const repository2 = repositoryOf(context, "triage");
  const { pull } = pullOf(context, repository2);
  const { accounts, teams } = named4(context, repository2);
  pull.requestedReviewers = pull.requestedReviewers.filter((id2) => !accounts.includes(id2));
  pull.requestedTeams = pull.requestedTeams.filter((id2) => !teams.includes(id2));
  return ok(showPull(context, repository2, pull, context.actor));
}
function named4(context, repository2) {
  const accounts = (texts(context, "reviewers") ?? []).map((login3) => {
    const account3 = findAccount(context.state, login3);
    const actor = account3 && { kind: "user", account: account3.id };
    if (!actor || permissionOf(context.state, repository2, actor) === "none") {
      throw unprocessable(
        "Reviews may only be requested from collaborators. One or more of the users or teams you specified is not a collaborator of this repository."
      );
    }
    return actor.account;
  });
  const teams = (texts(context, "team_reviewers") ?? []).map((slug2) => {
    const team2 = findTeam(context.state, slug2);
    if (!team2) throw unprocessable("Could not resolve to a node with the global id of a team.");
    return team2.id;
  });
  return { accounts, teams };
}

// src/sandbox/forge/routes/rule-suites.ts
var SUITES2 = "/repos/{owner}/{repo}/rulesets/rule-suites";
var HOUR2 = 60 * 60 * 1e3;
var PERIODS2 = {
  hour: HOUR2,
  day: 24 * HOUR2,
  week: 7 * 24 * HOUR2,
  month: 30 * 24 * HOUR2
};
var ruleSuiteRoutes = [
  {
    method: "GET",
    path: SUITES2,
    operation: "repos/get-repo-rule-suites",
    kind: "read",
    needs: ["administration", "read"],
    handle: list14
  },
  {
    method: "GET",
    path: `${SUITES2}/{rule_suite_id}`,
    operation: "repos/get-repo-rule-suite",
    kind: "read",
    needs: ["administration", "read"],
    handle: get16
  }
];
function list14(context) {
  const repository2 = administered(context);
  const { now, query, state } = context;
  const ref = query.get("ref");
  const since = now - (PERIODS2[query.get("time_period") ?? "day"] ?? PERIODS2["day"] ?? 0);
  const actor = query.get("actor_name");
  const result = query.get("rule_suite_result") ?? "all";
  const suites = suitesOf(context, repository2).filter(
    (suite) => suite.activity.at >= since && (ref === null || [ref, `refs/heads/${ref}`].includes(suite.activity.ref)) && (actor === null || state.accounts.get(suite.activity.actor ?? 0)?.login === actor) && (result === "all" || suite.result === result)
  );
  return listed(context, suites.toReversed(), (suite) => show5(context, repository2, suite));
}
function get16(context) {
  const repository2 = administered(context);
  const id2 = Number(context.params["rule_suite_id"]);
  const suite = suitesOf(context, repository2).find(({ activity: activity2 }) => activity2.id === id2);
  if (!suite) throw notFound();
  const evaluations = suite.rulesets.flatMap(
    (ruleset3) => ruleset3.rules.map((rule) => ({
      rule_source: { type: "ruleset", id: ruleset3.id, name: ruleset3.name },
      enforcement: "active",
      result: suite.result === "bypass" && rule.type === "pull_request" ? "fail" : "pass",
      rule_type: rule.type
    }))
  );
  return ok({ ...show5(context, repository2, suite), rule_evaluations: evaluations });
}
function suitesOf({ state }, repository2) {
  return repository2.activity.flatMap((activity2) => {
    const rulesets = rulesetsOf(repository2, activity2.ref).filter(
      (ruleset3) => activity2.actor === null || bypassOf(state, repository2, ruleset3, actorOf(state, activity2.actor)) !== "exempt"
    );
    if (rulesets.length === 0) return [];
    const direct = activity2.type === "push" || activity2.type === "force_push";
    const forbidden2 = rulesets.some(
      ({ rules }) => rules.some(
        ({ type }) => direct && (type === "pull_request" || type === "update") || activity2.type === "force_push" && type === "non_fast_forward" || activity2.type === "branch_deletion" && type === "deletion"
      )
    );
    return { activity: activity2, result: forbidden2 ? "bypass" : "pass", rulesets };
  });
}
function show5({ state }, repository2, { activity: activity2, result }) {
  return {
    id: activity2.id,
    ...activity2.actor === null ? {} : { actor_id: activity2.actor, actor_name: state.accounts.get(activity2.actor)?.login ?? "ghost" },
    before_sha: activity2.before,
    after_sha: activity2.after,
    ref: activity2.ref,
    repository_id: repository2.id,
    repository_name: repository2.name,
    pushed_at: writeInstant(activity2.at),
    result
  };
}

// src/sandbox/forge/shapes/ruleset.ts
function showRuleset(scene, repository2, ruleset3) {
  const { api, page } = addressesOf(scene, repository2);
  return {
    id: ruleset3.id,
    name: ruleset3.name,
    target: ruleset3.target,
    source_type: "Repository",
    source: fullName(scene.state, repository2),
    enforcement: ruleset3.enforcement,
    node_id: nodeId("RepositoryRuleset", ruleset3.id),
    _links: {
      self: { href: `${api}/rulesets/${ruleset3.id}` },
      html: { href: `${page}/rules/${ruleset3.id}` }
    },
    created_at: writeInstant(ruleset3.created),
    updated_at: writeInstant(ruleset3.updated)
  };
}
function showWholeRuleset(scene, repository2, ruleset3, asker2) {
  const bypass = asker2 ? bypassOf(scene.state, repository2, ruleset3, asker2) : null;
  return {
    ...showRuleset(scene, repository2, ruleset3),
    conditions: ruleset3.target === "push" ? null : { ref_name: { include: ruleset3.include, exclude: ruleset3.exclude } },
    rules: ruleset3.rules,
    current_user_can_bypass: bypass === "pull_request" ? "pull_requests_only" : bypass ?? "never",
    ...mayWriteRules(scene, repository2, asker2) ? {
      bypass_actors: ruleset3.bypass.map(({ actor, mode, type }) => ({
        actor_id: actor,
        actor_type: type,
        bypass_mode: mode
      }))
    } : {}
  };
}
function mayWriteRules({ state }, repository2, asker2) {
  return asker2 !== null && includes(permissionOf(state, repository2, asker2), "admin");
}

// src/sandbox/forge/routes/rulesets.ts
var RULESETS = "/repos/{owner}/{repo}/rulesets";
var WRITE8 = ["administration", "write"];
var rulesetRoutes = [
  { method: "GET", path: RULESETS, operation: "repos/get-repo-rulesets", kind: "read", handle: list15 },
  {
    method: "POST",
    path: RULESETS,
    operation: "repos/create-repo-ruleset",
    kind: "write",
    needs: WRITE8,
    handle: create10
  },
  {
    method: "GET",
    path: `${RULESETS}/{ruleset_id}`,
    operation: "repos/get-repo-ruleset",
    kind: "read",
    handle: get17
  },
  {
    method: "PUT",
    path: `${RULESETS}/{ruleset_id}`,
    operation: "repos/update-repo-ruleset",
    kind: "write",
    needs: WRITE8,
    handle: update9
  },
  {
    method: "DELETE",
    path: `${RULESETS}/{ruleset_id}`,
    operation: "repos/delete-repo-ruleset",
    kind: "write",
    needs: WRITE8,
    handle: remove10
  },
  {
    method: "GET",
    path: "/repos/{owner}/{repo}/rules/branches/{branch}",
    operation: "repos/get-branch-rules",
    kind: "read",
    handle: listBranchRules
  }
];
function list15(context) {
  const repository2 = repositoryOf(context);
  const targets = context.query.get("targets")?.split(",") ?? null;
  const rulesets = repository2.rulesets.filter(({ target }) => targets === null || targets.includes(target));
  return listed(context, rulesets, (one) => showRuleset(context, repository2, one));
}
function get17(context) {
  const repository2 = repositoryOf(context);
  return ok(showWholeRuleset(context, repository2, find5(context, repository2), context.actor));
}
function create10(context) {
  const repository2 = writable(context);
  text(context, "name", "Ruleset");
  text(context, "enforcement", "Ruleset");
  const ruleset3 = {
    id: 0,
    name: "",
    target: "branch",
    enforcement: "active",
    include: [],
    exclude: [],
    bypass: [],
    rules: [],
    created: context.now,
    updated: context.now,
    ...changesFrom(context)
  };
  const numbered = { ...ruleset3, id: nextId(context.forge.state) };
  repository2.rulesets.push(numbered);
  return created(showWholeRuleset(context, repository2, numbered, context.actor));
}
function update9(context) {
  const repository2 = writable(context);
  const ruleset3 = find5(context, repository2);
  Object.assign(ruleset3, changesFrom(context), { updated: context.now });
  return ok(showWholeRuleset(context, repository2, ruleset3, context.actor));
}
function remove10(context) {
  const repository2 = writable(context);
  repository2.rulesets.splice(repository2.rulesets.indexOf(find5(context, repository2)), 1);
  return noContent();
}
function listBranchRules(context) {
  const repository2 = repositoryOf(context);
  const rules = rulesetsOf(repository2, `refs/heads/${context.params["branch"] ?? ""}`).flatMap(
    (ruleset3) => ruleset3.rules.map((rule) => ({ rule, id: ruleset3.id }))
  );
  return listed(context, rules, ({ id: id2, rule }) => ({
    ...rule,
    ruleset_source_type: "Repository",
    ruleset_source: fullName(context.state, repository2),
    ruleset_id: id2
  }));
}
function writable(context) {
  const repository2 = repositoryOf(context);
  if (!mayWriteRules(context, repository2, context.actor)) throw notFound();
  return repository2;
}
function find5(context, repository2) {
  const ruleset3 = repository2.rulesets.find(({ id: id2 }) => id2 === Number(context.params["ruleset_id"]));
  if (!ruleset3) throw notFound();
  return ruleset3;
}
function changesFrom(context) {
  const name2 = optionalText(context, "name", "Ruleset");
  const target = chosen(context, "target", ["branch", "tag", "push"]);
  const enforcement = chosen(context, "enforcement", ["disabled", "active", "evaluate"]);
  const refs = object(context, "conditions", "Ruleset")?.["ref_name"];
  const patterns = (field) => {
    const value = isObject(refs) ? refs[field] : null;
    return Array.isArray(value) ? value.filter((one) => typeof one === "string") : null;
  };
  const [include, exclude] = [patterns("include"), patterns("exclude")];
  const [bypass, rules] = [items(context, "bypass_actors"), items(context, "rules")];
  return {
    ...name2 === null ? {} : { name: name2 },
    ...target === null ? {} : { target },
    ...enforcement === null ? {} : { enforcement },
    ...include ? { include } : {},
    ...exclude ? { exclude } : {},
    ...bypass ? { bypass: bypass.map(bypassFrom) } : {},
    ...rules ? { rules: rules.map(ruleFrom) } : {}
  };
}
function chosen(context, field, known) {
  const value = optionalText(context, field, "Ruleset");
  if (value === null) return null;
  const found2 = known.find((one) => one === value);
  if (found2 === void 0) throw wrong4(field);
  return found2;
}
function items(context, field) {
  const value = context.body[field];
  if (value === void 0 || value === null) return null;
  if (!Array.isArray(value) || !value.every(isObject)) throw wrong4(field);
  return value;
}
var BYPASSERS = ["Team", "Integration", "OrganizationAdmin", "RepositoryRole", "DeployKey"];
var MODES2 = ["always", "pull_request", "exempt"];
function bypassFrom(one) {
  const type = BYPASSERS.find((known) => known === one["actor_type"]);
  const mode = MODES2.find((known) => known === (one["bypass_mode"] ?? "always"));
  const actor = one["actor_id"] ?? null;
  if (type === void 0 || mode === void 0 || actor !== null && typeof actor !== "number") {
    throw wrong4("bypass_actors");
  }
  return { actor, type, mode };
}
function ruleFrom({ parameters, type }) {
  if (typeof type !== "string") throw wrong4("rules");
  return isObject(parameters) ? { type, parameters } : { type };
}
function wrong4(field) {
  return invalid({ resource: "Ruleset", field, code: "invalid" });
}

// src/sandbox/forge/routes/search.ts
var searchRoutes = [
  {
    method: "GET",
    path: "/search/issues",
    operation: "search/issues-and-pull-requests",
    kind: "read",
    handle: search
  }
];
var MOST2 = 1e3;
function search(context) {
  const asked2 = context.query.get("q") ?? "";
  if (asked2.trim() === "") throw invalid({ resource: "Search", field: "q", code: "missing" });
  const terms = [...asked2.matchAll(/(?:([a-z]+):)?(?:"([^"]*)"|(\S+))/gu)].map(([, key2, quoted, plain]) => ({
    key: key2 ?? null,
    value: quoted ?? plain ?? ""
  }));
  const found2 = [...context.state.repositories.values()].filter((repository2) => permissionOf(context.state, repository2, context.actor) !== "none").flatMap((repository2) => [...repository2.issues.values()].map((issue) => ({ repository: repository2, issue }))).filter((one) => terms.every(({ key: key2, value }) => holds(context, one, key2, value))).toSorted((a, b) => b.issue.created - a.issue.created || b.issue.number - a.issue.number);
  return listed(
    context,
    found2.slice(0, MOST2),
    ({ issue, repository: repository2 }) => {
      const { body, closed_by: _, ...shown } = showIssue(context, repository2, issue);
      return { ...shown, ...body === null ? {} : { body }, score: 1 };
    },
    (items3) => ({ total_count: found2.length, incomplete_results: false, items: items3, search_type: "lexical" })
  );
}
function holds(context, { issue, repository: repository2 }, key2, value) {
  const pull = repository2.pulls.get(issue.number);
  const word = value.toLowerCase();
  switch (key2) {
    case "repo":
      return fullName(context.state, repository2).toLowerCase() === word;
    case "is":
    case "type":
    case "state":
      return isA(issue, pull !== void 0, (pull?.merged ?? null) !== null, word);
    case "label":
      return issue.labels.includes(findLabel(repository2, value)?.id ?? -1);
    case "author":
      return issue.author === (findAccount(context.state, value.replace(/^app\/(.+)$/u, "$1[bot]"))?.id ?? -1);
    case "head":
      return pull?.headRef === value;
    case "base":
      return pull?.baseRef === value;
    case null:
      return `${issue.title}
${issue.body ?? ""}`.toLowerCase().includes(word);
    default:
      throw invalid({ resource: "Search", field: "q", code: "invalid", value: key2 });
  }
}
function isA(issue, pull, merged, word) {
  switch (word) {
    case "pr":
    case "pull-request":
      return pull;
    case "issue":
      return !pull;
    case "open":
    case "closed":
      return issue.state === word;
    case "merged":
      return merged;
    case "unmerged":
      return pull && !merged;
    default:
      throw invalid({ resource: "Search", field: "q", code: "invalid", value: word });
  }
}

// src/sandbox/forge/routes/secrets.ts
var READ12 = ["secrets", "read"];
var secretRoutes = [
  {
    method: "GET",
    path: "/repos/{owner}/{repo}/actions/secrets",
    operation: "actions/list-repo-secrets",
    kind: "read",
    needs: READ12,
    handle: (context) => show6(context, repositoryOf(context, writer(context)).secrets)
  },
  {
    method: "GET",
    path: "/repos/{owner}/{repo}/actions/organization-secrets",
    operation: "actions/list-repo-organization-secrets",
    kind: "read",
    needs: READ12,
    handle: (context) => show6(context, repositoryOf(context, writer(context)).organizationSecrets)
  },
  {
    method: "GET",
    path: "/repos/{owner}/{repo}/environments/{environment_name}/secrets",
    operation: "actions/list-environment-secrets",
    kind: "read",
    needs: ["environments", "read"],
    handle: (context) => show6(context, environmentOf(context, repositoryOf(context, writer(context))).secrets)
  },
  {
    method: "GET",
    path: "/repos/{owner}/{repo}/actions/variables",
    operation: "actions/list-repo-variables",
    kind: "read",
    needs: ["variables", "read"],
    handle: listVariables
  }
];
function writer({ actor }) {
  return actor?.kind === "app" ? "read" : "write";
}
function show6(context, names2) {
  const made = writeInstant(Date.UTC(2020, 0, 1));
  return listed(
    context,
    names2.toSorted(),
    (name2) => ({ name: name2, created_at: made, updated_at: made }),
    (secrets, total) => ({ total_count: total, secrets })
  );
}
function listVariables(context) {
  const repository2 = repositoryOf(context, writer(context));
  const made = writeInstant(Date.UTC(2020, 0, 1));
  return listed(
    context,
    [...repository2.variables].toSorted(([a], [b]) => a < b ? -1 : 1),
    ([name2, value]) => ({ name: name2, value, created_at: made, updated_at: made }),
    (variables, total) => ({ total_count: total, variables })
  );
}

// src/sandbox/forge/routes/statuses.ts
var READ13 = ["statuses", "read"];
var STATES2 = ["error", "failure", "pending", "success"];
var LONGEST_DESCRIPTION = 140;
var statusRoutes = [
  {
    method: "POST",
    path: "/repos/{owner}/{repo}/statuses/{sha}",
    operation: "repos/create-commit-status",
    kind: "write",
    needs: ["statuses", "write"],
    handle: create11
  },
  {
    method: "GET",
    path: "/repos/{owner}/{repo}/commits/{ref}/statuses",
    operation: "repos/list-commit-statuses-for-ref",
    kind: "read",
    needs: READ13,
    handle: list16
  },
  {
    method: "GET",
    path: "/repos/{owner}/{repo}/commits/{ref}/status",
    operation: "repos/get-combined-status-for-ref",
    kind: "read",
    needs: READ13,
    handle: combine
  }
];
function create11(context) {
  const repository2 = repositoryOf(context, "write");
  const sha = context.params["sha"] ?? "";
  if (context.forge.git(repository2).commit(sha) === null)
    throw unprocessable(`No commit found for SHA: ${sha}`);
  const wanted2 = text(context, "state", "Status");
  const state = STATES2.find((one) => one === wanted2);
  if (state === void 0) throw invalid({ resource: "Status", field: "state", code: "invalid" });
  const description = optionalText(context, "description", "Status");
  if ((description ?? "").length > LONGEST_DESCRIPTION) {
    throw invalid({ resource: "Status", field: "description", code: "custom" });
  }
  const status = {
    id: nextId(context.forge.state),
    sha,
    state,
    context: optionalText(context, "context", "Status") ?? "default",
    description,
    targetUrl: optionalText(context, "target_url", "Status"),
    creator: asker(context).id,
    created: context.now
  };
  repository2.statuses.push(status);
  return created(show7(context, repository2, status));
}
function list16(context) {
  const { repository: repository2, sha } = found(context);
  const statuses = repository2.statuses.filter((one) => one.sha === sha).toReversed();
  return listed(context, statuses, (one) => show7(context, repository2, one));
}
function combine(context) {
  const { repository: repository2, sha } = found(context);
  const latest = new Map(
    repository2.statuses.filter((one) => one.sha === sha).map((one) => [one.context.toLowerCase(), one])
  );
  const { api } = addressesOf(context, repository2);
  const statuses = [...latest.values()];
  return listed(
    context,
    statuses,
    (one) => {
      const { creator: _, ...simple } = show7(context, repository2, one);
      return simple;
    },
    (page, total) => ({
      state: combined(statuses),
      statuses: page,
      sha,
      total_count: total,
      repository: showMinimalRepository(context, repository2, context.actor),
      commit_url: `${api}/commits/${sha}`,
      url: `${api}/commits/${sha}/status`
    })
  );
}
function combined(statuses) {
  const has = (...states) => statuses.some(({ state }) => states.includes(state));
  if (has("error", "failure")) return "failure";
  return statuses.length === 0 || has("pending") ? "pending" : "success";
}
function found(context) {
  const repository2 = repositoryOf(context);
  const sha = commitNamed(context, repository2, context.params["ref"] ?? "");
  if (sha === null) throw notFound();
  return { repository: repository2, sha };
}
function show7(context, repository2, status) {
  const creator = showAccount(context, status.creator);
  const at = writeInstant(status.created);
  return {
    url: `${addressesOf(context, repository2).api}/statuses/${status.sha}`,
    avatar_url: creator?.["avatar_url"] ?? null,
    id: status.id,
    node_id: nodeId("StatusContext", status.id),
    state: status.state,
    description: status.description,
    target_url: status.targetUrl,
    context: status.context,
    created_at: at,
    updated_at: at,
    creator
  };
}

// src/sandbox/forge/routes/teams.ts
var NEEDS = ["members", "read"];
var TEAM = "/orgs/{org}/teams/{team_slug}";
var teamRoutes = [
  {
    method: "GET",
    path: "/orgs/{org}/teams",
    operation: "teams/list",
    kind: "read",
    needs: NEEDS,
    handle: list17
  },
  { method: "GET", path: TEAM, operation: "teams/get-by-name", kind: "read", needs: NEEDS, handle: get18 },
  {
    method: "GET",
    path: `${TEAM}/teams`,
    operation: "teams/list-child-in-org",
    kind: "read",
    needs: NEEDS,
    handle: listChildren
  },
  {
    method: "GET",
    path: `${TEAM}/members`,
    operation: "teams/list-members-in-org",
    kind: "read",
    needs: NEEDS,
    handle: listMembers2
  },
  {
    method: "GET",
    path: `${TEAM}/memberships/{username}`,
    operation: "teams/get-membership-for-user-in-org",
    kind: "read",
    needs: NEEDS,
    handle: getMembership2
  }
];
function visibleTeam(context) {
  const team2 = teamOf(context);
  if (!isVisible2(context, team2)) throw notFound();
  return team2;
}
function showMembership(context, team2, account3, active) {
  const { forge: forge2, state } = context;
  const login3 = state.accounts.get(account3)?.login ?? "";
  const owner = state.accounts.get(account3)?.role === "admin";
  return {
    url: `${forge2.api}/organizations/${state.organization}/team/${team2.id}/memberships/${login3}`,
    role: owner ? "maintainer" : roleIn(state, team2, account3),
    state: active ? "active" : "pending"
  };
}
function isVisible2({ actor, state }, team2) {
  if (team2.privacy === "closed" || actor?.kind === "app") return true;
  if (!actor) return false;
  return state.accounts.get(actor.account)?.role === "admin" || isMember(state, team2, actor.account);
}
function bySlug(teams) {
  return teams.toSorted((a, b) => a.slug < b.slug ? -1 : 1);
}
function list17(context) {
  organizationOf(context);
  const teams = [...context.state.teams.values()].filter((team2) => isVisible2(context, team2));
  return listed(context, bySlug(teams), (team2) => showTeam(context, team2));
}
function get18(context) {
  return ok(showWholeTeam(context, visibleTeam(context)));
}
function listChildren(context) {
  const team2 = visibleTeam(context);
  const children = [...context.state.teams.values()].filter(({ parent }) => parent === team2.id);
  return listed(context, bySlug(children), (child) => showTeam(context, child));
}
function listMembers2(context) {
  const team2 = visibleTeam(context);
  const role2 = context.query.get("role") ?? "all";
  const members2 = membersOf(context.state, team2).filter(
    ({ id: id2 }) => role2 === "all" || roleIn(context.state, team2, id2) === role2
  );
  return listed(context, members2, ({ id: id2 }) => ({
    ...showAccount(context, id2),
    role: roleIn(context.state, team2, id2),
    inherited: !team2.members.has(id2)
  }));
}
function getMembership2(context) {
  const team2 = visibleTeam(context);
  const account3 = findAccount(context.state, context.params["username"] ?? "");
  if (!account3) throw notFound();
  const active = isMember(context.state, team2, account3.id);
  if (!active && !team2.pending.has(account3.id)) throw notFound();
  return ok(showMembership(context, team2, account3.id, active));
}
function roleIn(state, team2, account3) {
  const direct = team2.members.get(account3);
  if (direct !== void 0) return direct;
  const children = [...state.teams.values()].filter(({ parent }) => parent === team2.id);
  return children.some(
    (child) => isMember(state, child, account3) && roleIn(state, child, account3) === "maintainer"
  ) ? "maintainer" : "member";
}

// src/sandbox/forge/routes/team-changes.ts
var NEEDS2 = ["members", "write"];
var TEAM2 = "/orgs/{org}/teams/{team_slug}";
var teamChangeRoutes = [
  {
    method: "POST",
    path: "/orgs/{org}/teams",
    operation: "teams/create",
    kind: "write",
    needs: NEEDS2,
    handle: create12
  },
  {
    method: "PATCH",
    path: TEAM2,
    operation: "teams/update-in-org",
    kind: "write",
    needs: NEEDS2,
    handle: update10
  },
  {
    method: "DELETE",
    path: TEAM2,
    operation: "teams/delete-in-org",
    kind: "write",
    needs: NEEDS2,
    handle: remove11
  },
  {
    method: "PUT",
    path: `${TEAM2}/memberships/{username}`,
    operation: "teams/add-or-update-membership-for-user-in-org",
    kind: "write",
    needs: NEEDS2,
    handle: addMember
  },
  {
    method: "DELETE",
    path: `${TEAM2}/memberships/{username}`,
    operation: "teams/remove-membership-for-user-in-org",
    kind: "write",
    needs: NEEDS2,
    handle: removeMember
  }
];
function create12(context) {
  organizationOf(context);
  const { state } = context;
  const account3 = asker(context);
  if (account3.type === "User" && account3.role !== "admin" && !state.settings.membersMayCreateTeams) {
    throw forbidden("You do not have permission to create teams on this organization.");
  }
  const name2 = text(context, "name", "Team");
  const slug2 = slugOf(name2);
  if (slug2 === "" || findTeam(state, slug2)) {
    throw invalid({
      resource: "Team",
      field: "name",
      code: "already_exists",
      message: "Name must be unique for this org"
    });
  }
  const parent = parentFrom(context);
  const team2 = {
    id: nextId(state),
    slug: slug2,
    name: name2,
    description: optionalText(context, "description", "Team") ?? "",
    privacy: privacyFrom(context, parent) ?? ((parent ?? null) === null ? "secret" : "closed"),
    parent: parent ?? null,
    members: new Map(account3.type === "User" ? [[account3.id, "maintainer"]] : []),
    pending: /* @__PURE__ */ new Set()
  };
  state.teams.set(team2.id, team2);
  return created(showWholeTeam(context, team2));
}
function update10(context) {
  const team2 = maintained(context);
  const name2 = optionalText(context, "name", "Team");
  const parent = parentFrom(context);
  const privacy = privacyFrom(context, parent);
  if (name2 !== null) {
    const slug2 = slugOf(name2);
    const other = findTeam(context.state, slug2);
    if (slug2 === "" || other !== null && other !== team2) {
      throw invalid({ resource: "Team", field: "name", code: "already_exists" });
    }
    team2.name = name2;
    team2.slug = slug2;
  }
  team2.description = optionalText(context, "description", "Team") ?? team2.description;
  if (parent !== void 0) team2.parent = parent;
  if (privacy !== null) team2.privacy = privacy;
  return ok(showWholeTeam(context, team2));
}
function remove11(context) {
  const team2 = maintained(context);
  const { state } = context;
  for (const child of state.teams.values()) if (isBelow2(context, child, team2)) state.teams.delete(child.id);
  for (const repository2 of state.repositories.values()) {
    for (const id2 of repository2.teams.keys()) if (!state.teams.has(id2)) repository2.teams.delete(id2);
  }
  return noContent();
}
function addMember(context) {
  const team2 = maintained(context);
  const account3 = findAccount(context.state, context.params["username"] ?? "");
  if (!account3) throw notFound();
  if (account3.type !== "User") throw new ApiError(422, "Cannot add an organization or a bot as a member.");
  const role2 = context.body["role"] ?? "member";
  if (role2 !== "member" && role2 !== "maintainer") {
    throw invalid({ resource: "TeamMember", field: "role", code: "invalid" });
  }
  const active = account3.role !== null;
  if (active) team2.members.set(account3.id, role2);
  else if (asker(context).role === "admin") team2.pending.add(account3.id);
  else throw forbidden("You must be an owner of the organization to invite somebody.");
  return ok(showMembership(context, team2, account3.id, active));
}
function removeMember(context) {
  const account3 = findAccount(context.state, context.params["username"] ?? "");
  const team2 = visibleTeam(context);
  if (asker(context).id !== account3?.id) maintained(context);
  if (!account3 || !team2.members.has(account3.id) && !team2.pending.has(account3.id)) throw notFound();
  team2.members.delete(account3.id);
  team2.pending.delete(account3.id);
  return noContent();
}
function maintained(context) {
  const team2 = visibleTeam(context);
  const account3 = asker(context);
  const may = context.actor?.kind === "app" || account3.role === "admin" || team2.members.get(account3.id) === "maintainer";
  if (!may) throw forbidden("Must be an organization owner or a maintainer of the team.");
  return team2;
}
function isBelow2({ state }, team2, above) {
  for (let one = team2; one; one = one.parent === null ? void 0 : state.teams.get(one.parent)) {
    if (one === above) return true;
  }
  return false;
}
function parentFrom(context) {
  const id2 = context.body["parent_team_id"];
  if (id2 === void 0 || id2 === null) return id2;
  const parent = typeof id2 === "number" ? context.state.teams.get(id2) : void 0;
  if (!parent || context.actor && !mayNest(context, parent)) {
    throw invalid({ resource: "Team", field: "parent_team_id", code: "invalid" });
  }
  return parent.id;
}
function mayNest({ actor, state }, parent) {
  if (actor?.kind !== "user") return true;
  if (state.accounts.get(actor.account)?.role === "admin") return true;
  return isMember(state, parent, actor.account) && parent.members.get(actor.account) === "maintainer";
}
function privacyFrom(context, parent) {
  const privacy = optionalText(context, "privacy", "Team");
  if (privacy === null) return null;
  if (privacy !== "closed" && privacy !== "secret" || privacy === "secret" && typeof parent === "number") {
    throw invalid({ resource: "Team", field: "privacy", code: "invalid" });
  }
  return privacy;
}
function slugOf(name2) {
  return name2.toLowerCase().replaceAll(/[^a-z0-9_]+/gu, "-").replaceAll(/^-+|-+$/gu, "");
}

// src/sandbox/forge/routes/team-repositories.ts
var REPOS = "/orgs/{org}/teams/{team_slug}/repos";
var ONE3 = `${REPOS}/{owner}/{repo}`;
var WHOLE = "application/vnd.github.v3.repository+json";
var teamRepositoryRoutes = [
  {
    method: "GET",
    path: REPOS,
    operation: "teams/list-repos-in-org",
    kind: "read",
    needs: ["members", "read"],
    handle: list18
  },
  {
    method: "GET",
    path: ONE3,
    operation: "teams/check-permissions-for-repo-in-org",
    kind: "read",
    needs: ["members", "read"],
    handle: check3
  },
  {
    method: "PUT",
    path: ONE3,
    operation: "teams/add-or-update-repo-permissions-in-org",
    kind: "write",
    needs: ["administration", "write"],
    handle: add5
  },
  {
    method: "DELETE",
    path: ONE3,
    operation: "teams/remove-repo-in-org",
    kind: "write",
    needs: ["administration", "write"],
    handle: remove12
  },
  {
    method: "GET",
    path: "/repos/{owner}/{repo}/teams",
    operation: "repos/list-teams",
    kind: "read",
    needs: ["administration", "read"],
    handle: listTeams
  }
];
function list18(context) {
  const team2 = visibleTeam(context);
  const repositories = [...context.state.repositories.values()].filter(
    (one) => teamPermission(context.state, one, team2) !== "none" && permissionOf(context.state, one, context.actor) !== "none"
  );
  return listed(context, repositories, (one) => ({
    ...showMinimalRepository(context, one, context.actor),
    ...roleFields(context, one, team2)
  }));
}
function check3(context) {
  const team2 = visibleTeam(context);
  const repository2 = repositoryOf(context);
  if (teamPermission(context.state, repository2, team2) === "none") throw notFound();
  const accepted = String(context.headers["accept"] ?? "");
  if (!accepted.split(",").some((one) => one.trim().startsWith(WHOLE))) return noContent();
  const { has_discussions: _, ...shown } = showRepository(context, repository2, context.actor);
  return ok({ ...shown, ...roleFields(context, repository2, team2) });
}
function add5(context) {
  const team2 = visibleTeam(context);
  const repository2 = repositoryOf(context, "admin");
  const permission2 = permissionFrom(optionalText(context, "permission", "Team") ?? "pull");
  if (permission2 === null) throw invalid({ resource: "Team", field: "permission", code: "invalid" });
  repository2.teams.set(team2.id, permission2);
  return noContent();
}
function remove12(context) {
  const team2 = visibleTeam(context);
  repositoryOf(context, "admin").teams.delete(team2.id);
  return noContent();
}
function listTeams(context) {
  const repository2 = repositoryOf(context);
  const teams = [...context.state.teams.values()].map((team2) => ({ team: team2, held: teamPermission(context.state, repository2, team2) })).filter(({ held: held2 }) => held2 !== "none");
  return listed(context, teams, ({ held: held2, team: team2 }) => ({
    ...showTeam(context, team2, held2),
    permissions: showPermissions(held2)
  }));
}
function roleFields(context, repository2, team2) {
  const held2 = teamPermission(context.state, repository2, team2);
  return { permissions: showPermissions(held2), role_name: held2 };
}

// src/sandbox/forge/routes/timeline.ts
var timelineRoutes = [
  {
    method: "GET",
    path: "/repos/{owner}/{repo}/issues/{issue_number}/timeline",
    operation: "issues/list-events-for-timeline",
    kind: "read",
    handle: list19
  }
];
function list19(context) {
  demandAny(context, ["issues", "pull_requests"], "read");
  const repository2 = repositoryOf(context);
  const issue = issueOf(context, repository2);
  const pull = repository2.pulls.get(issue.number);
  const entries2 = [
    ...pull ? commitsOf2(context, repository2, pull) : [],
    ...issue.timeline.map((event) => ({
      at: event.at,
      id: event.id,
      show: () => showEvent(context, repository2, event)
    })),
    ...issue.comments.map((comment) => ({
      at: comment.created,
      id: comment.id,
      show: () => {
        const shown = showComment(context, repository2, issue, comment);
        return { ...shown, event: "commented", actor: shown["user"] };
      }
    })),
    ...pull ? reviewsOf2(context, repository2, pull) : []
  ];
  return listed(
    context,
    entries2.toSorted((a, b) => a.at - b.at || a.id - b.id),
    ({ show: show8 }) => show8()
  );
}
function reviewsOf2(context, repository2, pull) {
  return pull.reviews.flatMap((review) => {
    if (review.submitted === null) return [];
    return {
      at: review.submitted,
      id: review.id,
      show: () => {
        const shown = showReview(context, repository2, pull, review);
        const user3 = showActor(context, review.author);
        return { ...shown, user: user3, event: "reviewed", state: review.state.toLowerCase() };
      }
    };
  });
}
function commitsOf2(context, repository2, pull) {
  const git = context.forge.git(repository2);
  const { api, page } = addressesOf(context, repository2);
  return git.log(pull.head, pull.base, ["--reverse", "--topo-order"]).flatMap((id2) => {
    const commit = git.commit(id2);
    if (!commit) return [];
    const show8 = () => ({
      event: "committed",
      sha: id2,
      node_id: Buffer.from(`06:Commit${id2}`).toString("base64"),
      url: `${api}/git/commits/${id2}`,
      html_url: `${page}/commit/${id2}`,
      author: { name: commit.author.name, email: commit.author.email, date: writeInstant(commit.author.at) },
      committer: {
        name: commit.committer.name,
        email: commit.committer.email,
        date: writeInstant(commit.committer.at)
      },
      tree: { sha: commit.tree, url: `${api}/git/trees/${commit.tree}` },
      message: commit.message,
      parents: commit.parents.map((sha) => ({
        sha,
        url: `${api}/git/commits/${sha}`,
        html_url: `${page}/commit/${sha}`
      })),
      verification: {
        verified: repository2.verified.has(id2),
        reason: repository2.verified.has(id2) ? "valid" : "unsigned",
        signature: null,
        payload: null,
        verified_at: null
      }
    });
    return { at: commit.committer.at, id: 0, show: show8 };
  });
}
function showEvent(context, repository2, event) {
  const { api } = addressesOf(context, repository2);
  return {
    id: event.id,
    node_id: nodeId("IssueEvent", event.id),
    url: `${api}/issues/events/${event.id}`,
    actor: showActor(context, event.actor),
    event: event.event,
    commit_id: event.commit,
    commit_url: event.commit === null ? null : `${api}/commits/${event.commit}`,
    created_at: writeInstant(event.at),
    performed_via_github_app: showApp(context, event.app),
    ...event.more
  };
}

// src/sandbox/forge/routes/users.ts
var JOINED = writeInstant(Date.UTC(2020, 0, 1));
var userRoutes = [
  { method: "GET", path: "/user", operation: "users/get-authenticated", kind: "read", handle: getOwn },
  {
    method: "GET",
    path: "/user/{account_id}",
    operation: "users/get-by-id",
    kind: "read",
    handle: getByNumber
  },
  { method: "GET", path: "/users", operation: "users/list", kind: "read", handle: list20 },
  { method: "GET", path: "/users/{username}", operation: "users/get-by-username", kind: "read", handle: get19 }
];
function getOwn(context) {
  const account3 = asker(context);
  if (context.actor?.kind === "app") throw notForIntegration();
  return ok({ ...showWhole(context, account3), ...PRIVATE });
}
function getByNumber(context) {
  const account3 = context.state.accounts.get(Number(context.params["account_id"]));
  if (!account3) throw notFound();
  return ok(showWhole(context, account3));
}
function get19(context) {
  const account3 = findAccount(context.state, context.params["username"] ?? "");
  if (!account3) throw notFound();
  return ok(showWhole(context, account3));
}
function list20(context) {
  const since = Number(context.query.get("since") ?? 0);
  const accounts = [...context.state.accounts.values()].filter(({ id: id2 }) => id2 > since).toSorted((a, b) => a.id - b.id);
  return listed(context, accounts, ({ id: id2 }) => showAccount(context, id2));
}
var PRIVATE = {
  private_gists: 0,
  total_private_repos: 0,
  owned_private_repos: 0,
  disk_usage: 0,
  collaborators: 0,
  two_factor_authentication: true
};
function showWhole(context, account3) {
  return {
    ...showAccount(context, account3.id),
    node_id: nodeId(account3.type, account3.id),
    name: account3.name,
    company: null,
    blog: "",
    location: null,
    email: account3.email,
    hireable: null,
    bio: null,
    twitter_username: null,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: JOINED,
    updated_at: JOINED
  };
}

// src/sandbox/forge/routes/workflow-runs.ts
var workflowRunRoutes = [
  {
    method: "GET",
    path: "/repos/{owner}/{repo}/actions/runs/{run_id}",
    operation: "actions/get-workflow-run",
    kind: "read",
    needs: ["actions", "read"],
    handle: get20
  }
];
function get20(context) {
  const repository2 = repositoryOf(context);
  const run3 = repository2.workflowRuns.find(({ id: id3 }) => id3 === Number(context.params["run_id"]));
  if (!run3) throw notFound();
  const { api, page } = addressesOf(context, repository2);
  const { id: id2, number: number2, name: name2, sha, branch: branch2, actor, status, conclusion, updated } = run3;
  const url = `${api}/actions/runs/${id2}`;
  const shown = showMinimalRepository(context, repository2, context.actor);
  const who = showActor(context, actor);
  return ok({
    id: id2,
    name: name2,
    node_id: nodeId("WorkflowRun", id2),
    head_branch: branch2,
    head_sha: sha,
    path: `.github/workflows/${name2}.yml`,
    display_title: name2,
    run_number: number2,
    run_attempt: 1,
    event: "push",
    status,
    conclusion,
    workflow_id: number2,
    url,
    html_url: `${page}/actions/runs/${id2}`,
    pull_requests: [],
    created_at: writeInstant(run3.created),
    updated_at: writeInstant(updated),
    run_started_at: writeInstant(run3.created),
    actor: who,
    triggering_actor: who,
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    check_suite_url: `${api}/check-suites/${id2}`,
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    previous_attempt_url: null,
    workflow_url: `${api}/actions/workflows/${number2}`,
    head_commit: showHeadCommit(context, repository2, sha),
    repository: shown,
    head_repository: shown
  });
}

// src/sandbox/forge/routes.ts
var ROUTES = [
  ...actionsSettingsRoutes,
  ...appRoutes,
  ...branchProtectionRoutes,
  ...branchRoutes,
  ...checkRunRoutes,
  ...checkSuiteRoutes,
  ...codeownersErrorRoutes,
  ...collaboratorRoutes,
  ...commentRoutes,
  ...commitRoutes,
  ...contentRoutes,
  ...deploymentRoutes,
  ...dismissalRoutes,
  ...environmentRoutes,
  ...gitObjectRoutes,
  ...gitRefRoutes,
  ...issueLabelRoutes,
  ...issueRoutes,
  ...labelRoutes,
  ...mergeRoutes,
  ...metaRoutes,
  ...organizationRoutes,
  ...pullRoutes,
  ...repositoryRoutes,
  ...requestedReviewerRoutes,
  ...reviewRoutes,
  ...ruleSuiteRoutes,
  ...rulesetRoutes,
  ...searchRoutes,
  ...secretRoutes,
  ...statusRoutes,
  ...teamChangeRoutes,
  ...teamRepositoryRoutes,
  ...teamRoutes,
  ...timelineRoutes,
  ...userRoutes,
  ...workflowRunRoutes
];

// src/sandbox/http.ts
import { createServer } from "node:http";
var MOST3 = 512 * 1024 * 1024;
var ReadRequest = class {
  method;
  url;
  headers;
  bytes;
  constructor(message, bytes) {
    this.method = message.method ?? "GET";
    this.url = message.url ?? "/";
    this.headers = message.headers;
    this.bytes = bytes;
  }
  get body() {
    return this.bytes.toString("utf8");
  }
};
async function listen(port, date, handle) {
  const server = createServer((request, response) => {
    const chunks = [];
    let size = 0;
    request.on("data", (chunk) => {
      chunks.push(chunk);
      size += chunk.length;
      if (size > MOST3) request.destroy();
    });
    request.on("end", () => {
      void settle(handle, new ReadRequest(request, Buffer.concat(chunks))).then(
        (reply) => answer2(response, date(), reply)
      );
    });
  });
  server.keepAliveTimeout = 0;
  await bind(server, port);
  const address2 = server.address();
  const bound = typeof address2 === "object" && address2 !== null ? address2.port : port;
  return { url: `http://127.0.0.1:${bound}`, close: () => stop(server) };
}
async function settle(handle, request) {
  try {
    return await handle(request);
  } catch (error2) {
    return {
      status: 500,
      type: "text/plain",
      body: `A bug of the sandbox: ${error2 instanceof Error ? error2.stack : String(error2)}`
    };
  }
}
function answer2(response, date, reply) {
  if (reply === null) {
    response.socket?.destroy();
    return;
  }
  response.sendDate = false;
  const type = reply.type === "" ? {} : { "content-type": reply.type };
  response.writeHead(reply.status, { ...type, date: date.toUTCString(), ...reply.headers });
  response.end(reply.body);
}
function bind(server, port) {
  return new Promise((resolve5, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      resolve5();
    });
  });
}
function stop(server) {
  return new Promise((resolve5, reject) => {
    server.close((error2) => {
      if (error2) reject(error2);
      else resolve5();
    });
    server.closeAllConnections();
  });
}

// src/sandbox/iam/error.ts
var STATUS2 = {
  AccessDenied: 403,
  ExpiredToken: 403,
  InvalidClientTokenId: 403,
  MissingAuthenticationToken: 403,
  SignatureDoesNotMatch: 403,
  NoSuchEntity: 404,
  ReportNotPresent: 410,
  ReportExpired: 410,
  ReportInProgress: 404,
  ConcurrentModification: 409,
  DeleteConflict: 409,
  EntityAlreadyExists: 409,
  EntityTemporarilyUnmodifiable: 409,
  LimitExceeded: 409,
  InternalFailure: 500,
  ServiceFailure: 500,
  ServiceUnavailable: 503
};
var AwsError = class extends Error {
  name = "AwsError";
  code;
  status;
  constructor(code, message, status = STATUS2[code] ?? 400) {
    super(message);
    this.code = code;
    this.status = status;
  }
};
function noSuch(what, name2) {
  return new AwsError("NoSuchEntity", `The ${what} with name ${name2} cannot be found.`);
}
function malformed(message) {
  return new AwsError("MalformedPolicyDocument", message);
}
function invalid2(value, field, rule) {
  const member = field.charAt(0).toLowerCase() + field.slice(1);
  return new AwsError(
    "ValidationError",
    `1 validation error detected: Value '${value}' at '${member}' failed to satisfy constraint: ${rule}`
  );
}

// src/sandbox/iam/arn.ts
function arnOf(account3, kind, entity) {
  return `arn:aws:iam::${account3}:${kind}${entity.path}${entity.name}`;
}
function readArn(arn) {
  const match = /^arn:aws:(iam|sts)::(\d{12}|aws):(.+)$/su.exec(arn);
  return match ? { service: match[1] ?? "", account: match[2] ?? "", resource: match[3] ?? "" } : null;
}
function nameInArn(arn) {
  return arn.slice(arn.lastIndexOf("/") + 1);
}
function checkPolicyArn(arn) {
  const parts = readArn(arn);
  if (parts?.service !== "iam" || !parts.resource.startsWith("policy/")) {
    throw new AwsError("InvalidInput", `ARN ${arn} is not valid.`);
  }
}

// src/sandbox/iam/cloud.ts
function accountOf(cloud, account3) {
  const state = cloud.accounts.get(account3);
  if (!state) throw new RangeError(`The sandbox has no account ${account3}`);
  return state;
}

// src/sandbox/iam/policy/glob.ts
function tokens(pattern) {
  return pattern.split(/([*?])/u).filter((part) => part !== "").map((part) => part === "*" ? "star" : part === "?" ? "one" : { text: part });
}
function matchTokens(pattern, value) {
  let [at, p] = [0, 0];
  let [retryAt, retryP] = [-1, -1];
  while (at < value.length || p < pattern.length) {
    const token = pattern[p];
    if (token === "star") {
      ;
      [retryAt, retryP] = [at, p + 1];
      p += 1;
      continue;
    }
    const taken2 = token === void 0 ? -1 : token === "one" ? at < value.length ? 1 : -1 : value.startsWith(token.text, at) ? token.text.length : -1;
    if (taken2 >= 0) {
      at += taken2;
      p += 1;
    } else if (retryP >= 0 && retryAt < value.length) {
      retryAt += 1;
      [at, p] = [retryAt, retryP];
    } else return false;
  }
  return true;
}
function matchGlob(pattern, value) {
  return matchTokens(tokens(pattern), value);
}

// src/sandbox/iam/policy/operator.ts
var OPERATORS = {
  StringEquals: ["string", "equals", false],
  StringNotEquals: ["string", "equals", true],
  StringEqualsIgnoreCase: ["stringIgnoreCase", "equals", false],
  StringNotEqualsIgnoreCase: ["stringIgnoreCase", "equals", true],
  StringLike: ["stringLike", "equals", false],
  StringNotLike: ["stringLike", "equals", true],
  NumericEquals: ["numeric", "equals", false],
  NumericNotEquals: ["numeric", "equals", true],
  NumericLessThan: ["numeric", "less", false],
  NumericLessThanEquals: ["numeric", "lessOrEqual", false],
  NumericGreaterThan: ["numeric", "greater", false],
  NumericGreaterThanEquals: ["numeric", "greaterOrEqual", false],
  DateEquals: ["date", "equals", false],
  DateNotEquals: ["date", "equals", true],
  DateLessThan: ["date", "less", false],
  DateLessThanEquals: ["date", "lessOrEqual", false],
  DateGreaterThan: ["date", "greater", false],
  DateGreaterThanEquals: ["date", "greaterOrEqual", false],
  Bool: ["bool", "equals", false],
  BinaryEquals: ["binary", "equals", false],
  IpAddress: ["ip", "equals", false],
  NotIpAddress: ["ip", "equals", true],
  ArnEquals: ["arn", "equals", false],
  ArnLike: ["arn", "equals", false],
  ArnNotEquals: ["arn", "equals", true],
  ArnNotLike: ["arn", "equals", true],
  Null: ["null", "equals", false]
};
function readOperator(name2) {
  const match = /^(?:(ForAnyValue|ForAllValues):)?([A-Za-z]+?)(IfExists)?$/u.exec(name2);
  const base = match?.[2];
  if (!match || base === void 0 || !Object.hasOwn(OPERATORS, base)) return null;
  const found2 = OPERATORS[base];
  if (!found2 || base === "Null" && match[3] !== void 0) return null;
  const [family, relation, negated] = found2;
  const set2 = match[1] === "ForAnyValue" ? "any" : match[1] === "ForAllValues" ? "all" : null;
  return { family, relation, negated, ifExists: match[3] !== void 0, set: set2 };
}

// src/sandbox/iam/policy/values.ts
import { BlockList, isIP } from "node:net";
var ISO = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/u;
function readDate(text2) {
  if (/^\d{1,12}$/u.test(text2) && text2.length !== 4) return Number(text2) * 1e3;
  const match = ISO.exec(text2);
  if (!match) return null;
  const part = (n) => Number(match[n] ?? 0);
  const day = new Date(Date.UTC(part(1), part(2) - 1, part(3)));
  if (day.getUTCMonth() !== part(2) - 1 || day.getUTCDate() !== part(3)) return null;
  if (part(4) > 23 || part(5) > 59 || part(6) > 59) return null;
  const offset = readOffset(match[8] ?? "Z");
  return day.getTime() + ((part(4) * 60 + part(5)) * 60 + part(6) + part(7)) * 1e3 - offset;
}
function readOffset(text2) {
  if (text2 === "Z") return 0;
  const minutes = Number(text2.slice(1, 3)) * 60 + Number(text2.slice(-2));
  return (text2.startsWith("-") ? -minutes : minutes) * 6e4;
}
var STAND = {
  equals: (left, right) => left === right,
  less: (left, right) => left < right,
  lessOrEqual: (left, right) => left <= right,
  greater: (left, right) => left > right,
  greaterOrEqual: (left, right) => left >= right
};
function stand(left, relation, right) {
  return STAND[relation](left, right);
}
function inBlock(address2, block) {
  const [net = "", bits] = block.split("/");
  const [family, size] = isIP(net) === 6 ? ["ipv6", 128] : ["ipv4", 32];
  const prefix = bits === void 0 ? size : Number(bits);
  if (isIP(net) === 0 || isIP(address2) !== isIP(net) || !(prefix >= 0 && prefix <= size)) return false;
  const list21 = new BlockList();
  list21.addSubnet(net, prefix, family);
  return list21.check(address2, family);
}

// src/sandbox/iam/policy/variables.ts
var VARIABLE = /\$\{([^}]*)\}/gu;
var LITERAL = /* @__PURE__ */ new Set(["*", "?", "$"]);
function fillPattern(pattern, context, variables) {
  if (!variables || !pattern.includes("${")) return tokens(pattern);
  const out = [];
  let end = 0;
  for (const match of pattern.matchAll(VARIABLE)) {
    out.push(...tokens(pattern.slice(end, match.index)));
    const value = variable(match[1] ?? "", context);
    if (value === null) return null;
    if (value !== "") out.push({ text: value });
    end = match.index + match[0].length;
  }
  out.push(...tokens(pattern.slice(end)));
  return out;
}
function fillText(text2, context, variables) {
  if (!variables || !text2.includes("${")) return text2;
  let missing2 = false;
  const filled = text2.replace(VARIABLE, (_, name2) => {
    const value = variable(name2, context);
    if (value === null) missing2 = true;
    return value ?? "";
  });
  return missing2 ? null : filled;
}
function variable(written, context) {
  if (LITERAL.has(written)) return written;
  const match = /^\s*([^,\s]+)\s*(?:,\s*'([^']*)'\s*)?$/u.exec(written);
  if (!match) return null;
  const values = context.get((match[1] ?? "").toLowerCase());
  if (values?.length === 1) return values[0] ?? null;
  return match[2] ?? null;
}

// src/sandbox/iam/policy/conditions.ts
function conditionsHold(tests, context, variables) {
  return tests.every((test) => holds2(test, context, variables));
}
function holds2(test, context, variables) {
  const operator = readOperator(test.operator);
  if (operator === null) return false;
  const actual = context.get(test.key.toLowerCase()) ?? [];
  if (operator.family === "null") {
    return test.values.some((value) => value.toLowerCase() === "true" === (actual.length === 0));
  }
  if (actual.length === 0) return missing(operator);
  const one = (value) => {
    const matched = test.values.some(
      (wanted2) => MATCH[operator.family](operator, wanted2, value, { context, variables })
    );
    return matched !== operator.negated;
  };
  const every = operator.set === "all" || operator.set === null && operator.negated;
  return every ? actual.every(one) : actual.some(one);
}
function missing(operator) {
  if (operator.set === "all") return true;
  if (operator.ifExists) return true;
  return operator.set === null && operator.negated;
}
var MATCH = {
  string: (_, wanted2, actual, { context, variables }) => fillText(wanted2, context, variables) === actual,
  stringIgnoreCase: (_, wanted2, actual, { context, variables }) => fillText(wanted2, context, variables)?.toLowerCase() === actual.toLowerCase(),
  stringLike: (_, wanted2, actual, { context, variables }) => {
    const pattern = fillPattern(wanted2, context, variables);
    return pattern !== null && matchTokens(pattern, actual);
  },
  arn: (_, wanted2, actual, { context, variables }) => {
    const pattern = fillPattern(wanted2, context, variables);
    return pattern !== null && arnLike(pattern, actual);
  },
  numeric: (operator, wanted2, actual) => compare3(number(actual), operator, number(wanted2)),
  date: (operator, wanted2, actual) => compare3(readDate(actual), operator, readDate(wanted2)),
  bool: (_, wanted2, actual) => wanted2.toLowerCase() === actual.toLowerCase(),
  binary: (_, wanted2, actual) => wanted2 === actual,
  ip: (_, wanted2, actual) => inBlock(actual, wanted2),
  null: () => false
};
function number(text2) {
  return /^-?\d+(?:\.\d+)?$/u.test(text2) ? Number(text2) : null;
}
function compare3(left, operator, right) {
  return left !== null && right !== null && stand(left, operator.relation, right);
}
function arnLike(pattern, actual) {
  const wanted2 = splitTokens(pattern);
  const found2 = actual.split(":");
  const parts = found2.length < 6 ? found2 : [...found2.slice(0, 5), found2.slice(5).join(":")];
  return wanted2.length === 6 && parts.length === 6 && wanted2.every((part, n) => matchTokens(part, parts[n] ?? ""));
}
function splitTokens(pattern) {
  const parts = [[]];
  for (const token of pattern) {
    if (token === "star" || token === "one") {
      parts.at(-1)?.push(token);
      continue;
    }
    const pieces = token.text.split(":");
    const cuts = Math.min(pieces.length - 1, 6 - parts.length);
    const rest = pieces.slice(cuts).join(":");
    for (const piece of pieces.slice(0, cuts)) {
      if (piece !== "") parts.at(-1)?.push({ text: piece });
      parts.push([]);
    }
    if (rest !== "") parts.at(-1)?.push({ text: rest });
  }
  return parts;
}

// src/sandbox/iam/policy/trust.ts
function mostDirect(ways) {
  const found2 = new Set(ways);
  return ["exact", "role", "account"].find((way) => found2.has(way)) ?? null;
}
function trustMatch(statement, trust, principal) {
  if (statement.principals === null) return null;
  const ways = statement.principals.entries.map((entry) => entryMatch(entry, trust, principal));
  const best = mostDirect(ways);
  if (!statement.principals.not) return best;
  return best === null ? "exact" : null;
}
function entryMatch(entry, trust, principal) {
  if (entry.kind !== "AWS") return null;
  if (entry.value === "*") return "exact";
  if (entry.value === principal.account || entry.value === `arn:aws:iam::${principal.account}:root`)
    return "account";
  const id2 = Object.hasOwn(trust.trusted, entry.value) ? trust.trusted[entry.value] : void 0;
  if (id2 !== void 0) return id2 === principal.id ? principal.role === null ? "exact" : "role" : null;
  return principal.role !== null && entry.value === principal.arn ? "exact" : null;
}

// src/sandbox/iam/evaluate.ts
function evaluate(request, policies) {
  const { boundary, identity, session, trust } = policies;
  const limits = [...boundary ? [boundary] : [], ...session ?? []];
  if ([...identity, ...limits].some((one) => says(one, "Deny", request)) || trust && trustDenies(trust, request)) {
    return { allowed: false, why: "explicit-deny" };
  }
  const inBoundary = boundary === null || says(boundary, "Allow", request);
  const inSession = session === null || session.some((one) => says(one, "Allow", request));
  let byItself = false;
  if (trust) {
    const way = trustAllows(trust, request);
    if (way === null) return { allowed: false, why: "no-trust" };
    const sameAccount = trust.account === request.principal.account;
    if (sameAccount && way === "exact") return { allowed: true, why: "allowed" };
    byItself = sameAccount && way === "role";
  }
  if (!byItself && !identity.some((one) => says(one, "Allow", request)))
    return { allowed: false, why: "no-allow" };
  if (!inBoundary) return { allowed: false, why: "boundary" };
  if (!inSession) return { allowed: false, why: "session-policy" };
  return { allowed: true, why: "allowed" };
}
function says(document2, effect, request) {
  return document2.statements.some((one) => one.effect === effect && applies(one, document2, request));
}
function applies(statement, document2, request) {
  const variables = document2.version === "2012-10-17";
  if (!named5(statement.actions, (pattern) => matchGlob(pattern.toLowerCase(), request.action.toLowerCase())))
    return false;
  if (statement.resources !== null) {
    const filled = statement.resources.patterns.map((one) => fillPattern(one, request.context, variables));
    if (statement.resources.not && filled.includes(null)) return false;
    const hit = filled.some((pattern) => pattern !== null && matchTokens(pattern, request.resource));
    if (hit === statement.resources.not) return false;
  }
  return conditionsHold(statement.conditions, request.context, variables);
}
function named5(patterns, matches2) {
  return patterns.patterns.some(matches2) !== patterns.not;
}
function trustDenies(trust, request) {
  return trust.document.statements.some(
    (one) => one.effect === "Deny" && trustMatch(one, trust, request.principal) !== null && applies(one, trust.document, request)
  );
}
function trustAllows(trust, request) {
  const ways = trust.document.statements.filter((one) => one.effect === "Allow" && applies(one, trust.document, request)).map((one) => trustMatch(one, trust, request.principal));
  return mostDirect(ways);
}

// src/sandbox/iam/managed.ts
var allow = (...actions) => ({ Effect: "Allow", Action: actions, Resource: "*" });
var STATEMENTS = {
  AdministratorAccess: [allow("*")],
  PowerUserAccess: [
    { Effect: "Allow", NotAction: ["iam:*", "organizations:*", "account:*"], Resource: "*" },
    allow(
      "iam:CreateServiceLinkedRole",
      "iam:DeleteServiceLinkedRole",
      "iam:ListRoles",
      "organizations:DescribeOrganization",
      "account:ListRegions"
    )
  ],
  IAMFullAccess: [allow("iam:*")],
  IAMReadOnlyAccess: [
    allow(
      "iam:GenerateCredentialReport",
      "iam:Get*",
      "iam:List*",
      "iam:SimulateCustomPolicy",
      "iam:SimulatePrincipalPolicy"
    )
  ],
  ReadOnlyAccess: [
    allow("cloudtrail:LookupEvents", "ec2:Describe*", "iam:Get*", "iam:List*", "s3:Get*", "s3:List*")
  ],
  SecurityAudit: [
    allow("cloudtrail:LookupEvents", "iam:GenerateCredentialReport", "iam:Get*", "iam:List*", "s3:GetBucket*")
  ],
  AmazonS3FullAccess: [allow("s3:*")],
  AmazonS3ReadOnlyAccess: [allow("s3:Get*", "s3:List*")],
  AmazonEC2FullAccess: [allow("ec2:*")],
  AWSDenyAll: [{ Effect: "Deny", Action: ["*"], Resource: "*" }],
  AWSCompromisedKeyQuarantineV3: [
    {
      Effect: "Deny",
      Action: [
        "iam:AttachUserPolicy",
        "iam:CreateAccessKey",
        "iam:CreateUser",
        "iam:PutUserPolicy",
        "s3:GetObject"
      ],
      Resource: "*"
    }
  ]
};
var MADE3 = Date.UTC(2015, 1, 6, 18, 39, 46);
function awsPolicy(name2, n, statements) {
  const document2 = JSON.stringify({ Version: "2012-10-17", Statement: statements });
  return {
    name: name2,
    path: "/",
    id: `ANPAAWSMANAGED${String(n).padStart(7, "A")}`,
    arn: `arn:aws:iam::aws:policy/${name2}`,
    description: "",
    created: MADE3,
    updated: MADE3,
    tags: [],
    versions: [{ id: "v1", document: document2, created: MADE3 }],
    defaultVersion: "v1",
    next: 2
  };
}
var AWS_POLICIES = new Map(
  Object.keys(STATEMENTS).toSorted().map((name2, n) => awsPolicy(name2, n + 2, STATEMENTS[name2] ?? [])).map((policy2) => [policy2.arn, policy2])
);
function findPolicy(state, arn) {
  return state.policies.get(arn) ?? AWS_POLICIES.get(arn) ?? null;
}
function defaultDocument(policy2) {
  return policy2.versions.find((one) => one.id === policy2.defaultVersion)?.document ?? "";
}

// src/sandbox/iam/policy/rules.ts
var PARTITIONS = /* @__PURE__ */ new Set(["*", "aws", "aws-cn", "aws-us-gov"]);
var IAM_RESOURCES = /^(?:user|federated-user|role|group|instance-profile|mfa|server-certificate|policy|sms-mfa|saml-provider|oidc-provider|report|access-report)\//u;
var TRUST_ACTIONS = /* @__PURE__ */ new Set([
  "sts:assumerole",
  "sts:assumerolewithsaml",
  "sts:assumerolewithwebidentity",
  "sts:setsourceidentity",
  "sts:tagsession"
]);
function checkAction(action) {
  if (action === "*") return;
  const [vendor, , more] = action.split(":");
  if (!action.includes(":")) {
    throw malformed("Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.");
  }
  if (more !== void 0) throw malformed("Actions/Condition can contain only one colon.");
  if (!/^[a-zA-Z0-9.-]+$/u.test(vendor ?? "")) throw malformed(`Vendor ${vendor ?? ""} is not valid`);
}
function checkTrustAction(action) {
  checkAction(action);
  if (!TRUST_ACTIONS.has(action.toLowerCase())) {
    throw malformed("AssumeRole policy may only specify STS AssumeRole actions.");
  }
}
function checkResource(resource5) {
  if (resource5 === "*") return;
  const [prefix, partition, service, region, , ...rest] = resource5.split(":");
  if (prefix !== "arn" || partition === void 0) {
    throw malformed(`Resource ${resource5} must be in ARN format or "*".`);
  }
  if (!PARTITIONS.has(partition))
    throw malformed(`Partition "${partition}" is not valid for resource "${resource5}".`);
  if (service === void 0) {
    throw malformed("Resource vendor must be fully qualified and cannot contain regexes.");
  }
  if (service !== "iam") return;
  if (region !== void 0 && region !== "" && region !== "*") {
    throw malformed(`IAM resource ${resource5} cannot contain region information.`);
  }
  const path2 = rest.join(":");
  if (rest.length > 0 && !path2.startsWith("*") && path2 !== "root" && !IAM_RESOURCES.test(path2)) {
    throw malformed(
      `IAM resource path must either be "*" or start with user/, federated-user/, role/, group/, …`
    );
  }
}
function checkConditionTest(test) {
  const operator = readOperator(test.operator);
  if (operator === null) throw malformed(`Invalid Condition type : ${test.operator}.`);
  if (!test.key.includes(":")) throw malformed("Conditions must be prefaced by a vendor");
  if (operator.family !== "date") return;
  for (const value of test.values) {
    if (readDate(value) === null) throw malformed("The policy failed legacy parsing");
  }
}

// src/sandbox/iam/policy/read.ts
var SYNTAX = "Syntax errors in policy.";
var DOCUMENT_FIELDS = /* @__PURE__ */ new Set(["Version", "Id", "Statement"]);
var STATEMENT_FIELDS = /* @__PURE__ */ new Set([
  "Sid",
  "Effect",
  "Action",
  "NotAction",
  "Resource",
  "NotResource",
  "Principal",
  "NotPrincipal",
  "Condition"
]);
function readPolicy(text2, use) {
  const fields = object2(parseJson(text2));
  onlyFields(fields, DOCUMENT_FIELDS);
  const version = readVersion(fields["Version"], use);
  const written = fields["Statement"];
  const list21 = Array.isArray(written) ? written : [written];
  if (list21.length === 0 || written === void 0) throw malformed(SYNTAX);
  const statements = list21.map((one) => readStatement(object2(one), use));
  const sids = statements.flatMap((one) => one.sid === null ? [] : [one.sid]);
  if (new Set(sids).size < sids.length)
    throw malformed("Statement IDs (SID) in a single policy must be unique.");
  return { version, statements };
}
function parseJson(text2) {
  try {
    return JSON.parse(text2);
  } catch {
    throw malformed("This policy contains invalid Json");
  }
}
function readVersion(version, use) {
  if (version === "2012-10-17") return version;
  if (use === "trust" && (version === "2008-10-17" || version === void 0)) return "2008-10-17";
  throw malformed("Policy document must be version 2012-10-17 or greater.");
}
function readStatement(fields, use) {
  onlyFields(fields, STATEMENT_FIELDS);
  const effect = fields["Effect"];
  if (effect !== "Allow" && effect !== "Deny") throw malformed(SYNTAX);
  const actions = readPatterns(fields, "Action", "NotAction");
  if (actions === null) throw malformed("Policy statement must contain actions.");
  for (const action of actions.patterns) (use === "trust" ? checkTrustAction : checkAction)(action);
  return {
    sid: readSid(fields["Sid"]),
    effect,
    actions,
    resources: readResources(fields, use),
    principals: readPrincipals(fields, use, effect),
    conditions: readConditions(fields["Condition"])
  };
}
function readSid(sid) {
  if (sid === void 0 || sid === "") return null;
  if (typeof sid !== "string") throw malformed(SYNTAX);
  if (!/^[0-9A-Za-z]*$/u.test(sid)) {
    throw malformed(
      "Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*"
    );
  }
  return sid;
}
function readResources(fields, use) {
  const resources = readPatterns(fields, "Resource", "NotResource");
  if (use === "trust") {
    if (resources !== null) throw malformed("Has prohibited field Resource.");
    return null;
  }
  if (resources === null) throw malformed("Policy statement must contain resources.");
  for (const resource5 of resources.patterns) checkResource(resource5);
  return resources;
}
function readPatterns(fields, plain, negated) {
  const [yes, no] = [fields[plain], fields[negated]];
  if (yes !== void 0 && no !== void 0) throw malformed(SYNTAX);
  const written = yes ?? no;
  if (written === void 0) return null;
  const patterns = strings(written);
  if (patterns.length === 0) return null;
  return { not: yes === void 0, patterns };
}
function readPrincipals(fields, use, effect) {
  const [yes, no] = [fields["Principal"], fields["NotPrincipal"]];
  if (use === "identity") {
    if (yes !== void 0 || no !== void 0)
      throw malformed("Policy document should not specify a principal.");
    return null;
  }
  if (no !== void 0 && (yes !== void 0 || effect === "Allow")) {
    throw malformed("Allow with NotPrincipal is not allowed.");
  }
  const written = yes ?? no;
  if (written === void 0) throw malformed("Missing required field Principal");
  if (written === "*") return { not: yes === void 0, entries: [{ kind: "AWS", value: "*" }] };
  const entries2 = Object.entries(object2(written)).flatMap(
    ([kind, values]) => strings(values).map((value) => ({ kind: principalKind(kind), value }))
  );
  if (entries2.length === 0) throw malformed("Missing required field Principal cannot be empty!");
  return { not: yes === void 0, entries: entries2 };
}
function principalKind(kind) {
  if (kind === "AWS" || kind === "Service" || kind === "Federated" || kind === "CanonicalUser") return kind;
  throw malformed(SYNTAX);
}
function readConditions(written) {
  if (written === void 0) return [];
  return Object.entries(object2(written)).flatMap(
    ([operator, tests]) => Object.entries(object2(tests)).map(([key2, values]) => {
      const test = { operator, key: key2, values: scalars(values) };
      checkConditionTest(test);
      return test;
    })
  );
}
function object2(value) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw malformed(SYNTAX);
  return Object.fromEntries(Object.entries(value));
}
function onlyFields(fields, known) {
  for (const name2 of Object.keys(fields)) if (!known.has(name2)) throw malformed(SYNTAX);
}
function strings(value) {
  const list21 = Array.isArray(value) ? value : [value];
  return list21.map((one) => {
    if (typeof one !== "string") throw malformed(SYNTAX);
    return one;
  });
}
function scalars(value) {
  const list21 = Array.isArray(value) ? value : [value];
  return list21.map((one) => {
    if (typeof one !== "string" && typeof one !== "number" && typeof one !== "boolean")
      throw malformed(SYNTAX);
    return String(one);
  });
}

// src/sandbox/iam/policy/cache.ts
var MOST4 = 2e4;
var read2 = { identity: /* @__PURE__ */ new Map(), trust: /* @__PURE__ */ new Map() };
function readPolicyOnce(text2, use) {
  return read2[use].get(text2) ?? keepIn(read2[use], MOST4, text2, readPolicy(text2, use));
}

// src/sandbox/iam/authorise.ts
function callerArn(cloud, caller) {
  if (caller.kind === "root") return `arn:aws:iam::${caller.account}:root`;
  if (caller.kind === "session") {
    return `arn:aws:sts::${caller.account}:assumed-role/${caller.session.roleName}/${caller.session.name}`;
  }
  const user3 = accountOf(cloud, caller.account).users.get(caller.name);
  return arnOf(caller.account, "user", user3 ?? { path: "/", name: caller.name });
}
function userActor(state, user3) {
  const arn = arnOf(state.account, "user", user3);
  const groups = user3.groups.flatMap((name2) => state.groups.get(name2) ?? []);
  return {
    names: { account: state.account, arn, role: null, id: user3.id },
    policies: {
      identity: [user3, ...groups].flatMap((one) => documentsOf(state, one)),
      boundary: boundaryOf(state, user3.boundary),
      session: null
    },
    context: {
      "aws:PrincipalArn": arn,
      "aws:PrincipalType": "User",
      "aws:username": user3.name,
      "aws:userid": user3.id,
      ...tagEntries("aws:PrincipalTag", user3.tags)
    }
  };
}
function roleActor(state, role2, session) {
  const arn = arnOf(state.account, "role", role2);
  return {
    names: {
      account: state.account,
      arn: `arn:aws:sts::${state.account}:assumed-role/${role2.name}/${session.name}`,
      role: arn,
      id: role2.id
    },
    policies: {
      identity: documentsOf(state, role2),
      boundary: boundaryOf(state, role2.boundary),
      session: session.policies
    },
    context: {
      "aws:PrincipalArn": arn,
      "aws:PrincipalType": "AssumedRole",
      "aws:userid": `${role2.id}:${session.name}`,
      "aws:TokenIssueTime": writeInstant(session.issued),
      "aws:MultiFactorAuthPresent": "false",
      ...session.sourceIdentity === null ? {} : { "aws:SourceIdentity": session.sourceIdentity },
      ...tagEntries("aws:PrincipalTag", role2.tags),
      ...tagEntries("aws:PrincipalTag", session.tags)
    }
  };
}
function tagEntries(key2, tags3) {
  return Object.fromEntries(tags3.map((tag) => [`${key2}/${tag.key.toLowerCase()}`, tag.value]));
}
function documentsOf(state, holder2) {
  const managed = holder2.attached.flatMap((arn) => findPolicy(state, arn) ?? []).map(defaultDocument);
  return [...holder2.inline.map((one) => one.document), ...managed].map(
    (text2) => readPolicyOnce(text2, "identity")
  );
}
function boundaryOf(state, arn) {
  const policy2 = arn === null ? null : findPolicy(state, arn);
  return policy2 === null ? null : readPolicyOnce(defaultDocument(policy2), "identity");
}
function actorOf2(cloud, caller) {
  if (caller.kind === "root") return null;
  const state = accountOf(cloud, caller.account);
  if (caller.kind === "user") {
    const user3 = state.users.get(caller.name);
    if (!user3)
      throw new AwsError("InvalidClientTokenId", "The security token included in the request is invalid.");
    return userActor(state, user3);
  }
  const role2 = state.roles.get(caller.session.roleName);
  if (role2?.id !== caller.session.roleId) {
    throw new AwsError("InvalidClientTokenId", "The security token included in the request is invalid");
  }
  return roleActor(state, role2, caller.session);
}
function decide(actor, question) {
  const context = /* @__PURE__ */ new Map();
  const always = {
    "aws:CurrentTime": writeInstant(question.at),
    "aws:EpochTime": String(question.at / 1e3),
    "aws:PrincipalAccount": actor.names.account,
    "aws:SecureTransport": "true",
    "aws:SourceIp": "127.0.0.1",
    "aws:ViaAWSService": "false"
  };
  for (const [key2, value] of Object.entries({ ...always, ...actor.context, ...question.context })) {
    context.set(key2.toLowerCase(), typeof value === "string" ? [value] : value);
  }
  return evaluate(
    { action: question.action, resource: question.resource, principal: actor.names, context },
    { ...actor.policies, trust: question.trust ?? null }
  );
}
function authorise(cloud, caller, question) {
  const actor = actorOf2(cloud, caller);
  if (actor === null) return;
  const decision = decide(actor, { ...question, at: cloud.clock.now() });
  if (decision.allowed) return;
  throw new AwsError("AccessDenied", deniedMessage(callerArn(cloud, caller), question, decision));
}
var REASONS = {
  allowed: "",
  "explicit-deny": " with an explicit deny",
  "no-allow": " because no identity-based policy allows the {action} action",
  "no-trust": "",
  boundary: " because no permissions boundary allows the {action} action",
  "session-policy": " because no session policy allows the {action} action"
};
function deniedMessage(arn, question, decision) {
  const reason = REASONS[decision.why].replace("{action}", question.action);
  return `User: ${arn} is not authorized to perform: ${question.action} on resource: ${question.resource}${reason}`;
}

// src/sandbox/iam/params.ts
var NAME = /^[\w+=,.@-]+$/u;
var NAME_SAYS = "[\\w+=,.@-]+";
var RULES = {
  userName: { min: 1, max: 64, pattern: NAME, says: NAME_SAYS },
  anyUserName: { min: 1, max: 128, pattern: NAME, says: NAME_SAYS },
  roleName: { min: 1, max: 64, pattern: NAME, says: NAME_SAYS },
  groupName: { min: 1, max: 128, pattern: NAME, says: NAME_SAYS },
  policyName: { min: 1, max: 128, pattern: NAME, says: NAME_SAYS },
  path: {
    min: 1,
    max: 512,
    pattern: /^(?:\/|\/[!-~]+\/)$/u,
    says: "(\\u002F)|(\\u002F[\\u0021-\\u007E]+\\u002F)"
  },
  pathPrefix: { min: 1, max: 512, pattern: /^\/[!-~]*$/u, says: "\\u002F[\\u0021-\\u007F]*" },
  policyPath: {
    min: 1,
    max: 512,
    pattern: /^(?:\/[A-Za-z0-9.,+@=_-]+)*\/$/u,
    says: "((/[A-Za-z0-9\\.,\\+@=_-]+)*)/"
  },
  document: {
    min: 1,
    max: 131072,
    pattern: /^[\t\n\r -\u00FF]+$/u,
    says: "[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+"
  },
  arn: {
    min: 20,
    max: 2048,
    pattern: /^[\t\n\r -~\u0085\u00A0-\uD7FF\uE000-\uFFFD]+$/u,
    says: "[\\u0009…]+"
  },
  versionId: { min: 1, max: 128, pattern: /^v[1-9][0-9]*$/u, says: "v[1-9][0-9]*(\\.[A-Za-z0-9-]*)?" },
  accessKeyId: { min: 16, max: 128, pattern: /^\w+$/u, says: "[\\w]+" },
  description: {
    min: 0,
    max: 1e3,
    pattern: /^[\t\n\r -~\u00A1-\u00FF]*$/u,
    says: "[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u00A1-\\u00FF]*"
  },
  sessionName: { min: 2, max: 64, pattern: /^[\w+=,.@-]*$/u, says: "[\\w+=,.@-]*" },
  externalId: { min: 2, max: 1224, pattern: /^[\w+=,.@:/-]*$/u, says: "[\\w+=,.@:\\/-]*" },
  tagKey: {
    min: 1,
    max: 128,
    pattern: /^[\p{L}\p{Z}\p{N}_.:/=+\-@]+$/u,
    says: "[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+"
  },
  tagValue: {
    min: 0,
    max: 256,
    pattern: /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u,
    says: "[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*"
  },
  any: { min: 1, max: 131072, pattern: /^/u, says: ".*" }
};
function checkText(value, field, rule) {
  if (value.length < rule.min)
    throw invalid2(value, field, `Member must have length greater than or equal to ${rule.min}`);
  if (value.length > rule.max)
    throw invalid2(value, field, `Member must have length less than or equal to ${rule.max}`);
  if (!rule.pattern.test(value)) {
    throw invalid2(value, field, `Member must satisfy regular expression pattern: ${rule.says}`);
  }
  return value;
}
var Params = class _Params {
  #values;
  constructor(values) {
    this.#values = values;
  }
  /** Reads a form-encoded body. */
  static parse(body) {
    return new _Params(new Map(new URLSearchParams(body)));
  }
  text(field, rule) {
    const value = this.#values.get(field);
    if (value === void 0) throw invalid2("null", field, "Member must not be null");
    return checkText(value, field, rule);
  }
  optional(field, rule) {
    const value = this.#values.get(field);
    return value === void 0 ? null : checkText(value, field, rule);
  }
  choice(field, values) {
    const value = this.#values.get(field);
    if (value === void 0) return null;
    const found2 = values.find((one) => one === value);
    if (found2 === void 0)
      throw invalid2(value, field, `Member must satisfy enum value set: [${values.join(", ")}]`);
    return found2;
  }
  integer(field, min, max) {
    const value = this.#values.get(field);
    if (value === void 0) return null;
    const number2 = /^-?\d{1,9}$/u.test(value) ? Number(value) : Number.NaN;
    if (Number.isNaN(number2)) throw new AwsError("MalformedInput", `${field} must be an integer`);
    if (number2 < min) throw invalid2(value, field, `Member must have value greater than or equal to ${min}`);
    if (number2 > max) throw invalid2(value, field, `Member must have value less than or equal to ${max}`);
    return number2;
  }
  flag(field) {
    const value = this.#values.get(field);
    if (value === void 0) return null;
    if (value !== "true" && value !== "false")
      throw new AwsError("MalformedInput", `${field} must be true or false`);
    return value === "true";
  }
  /** `Field.member.1`, `Field.member.2`, … */
  list(field, rule = RULES.any) {
    const found2 = [];
    for (let n = 1; ; n++) {
      const value = this.#values.get(`${field}.member.${n}`);
      if (value === void 0) return found2;
      found2.push(checkText(value, field, rule));
    }
  }
  /** A list of structures: the parameters of each under its own names. */
  structures(field) {
    const found2 = [];
    for (let n = 1; ; n++) {
      const prefix = `${field}.member.${n}.`;
      const inner = /* @__PURE__ */ new Map();
      for (const [name2, value] of this.#values) {
        if (name2.startsWith(prefix)) inner.set(name2.slice(prefix.length), value);
      }
      if (inner.size === 0) return found2;
      found2.push(new _Params(inner));
    }
  }
  /** At most 50 tags, keys unique without regard to case. */
  tags(field = "Tags") {
    const tags3 = this.structures(field).map((one) => ({
      key: one.text("Key", RULES.tagKey),
      value: one.text("Value", RULES.tagValue)
    }));
    const keys2 = new Set(tags3.map((tag) => tag.key.toLowerCase()));
    if (keys2.size < tags3.length) {
      throw new AwsError(
        "InvalidInput",
        "Duplicate tag keys found. Please note that Tag keys are case insensitive."
      );
    }
    if (tags3.length > 50)
      throw invalid2(String(tags3.length), field, "Member must have length less than or equal to 50");
    return tags3;
  }
  /** Parameters as they came, for the record of what was asked. */
  entries() {
    return Object.fromEntries(this.#values);
  }
};

// src/sandbox/iam/operations/holders.ts
var HOLDERS = {
  User: {
    field: "UserName",
    rule: RULES.anyUserName,
    path: "user",
    what: "user",
    inline: "userInline",
    plural: "PoliciesPerUser"
  },
  Role: {
    field: "RoleName",
    rule: RULES.roleName,
    path: "role",
    what: "role",
    inline: "roleInline",
    plural: "PoliciesPerRole"
  },
  Group: {
    field: "GroupName",
    rule: RULES.groupName,
    path: "group",
    what: "group",
    inline: "groupInline",
    plural: "PoliciesPerGroup"
  }
};
function holderName(kind, call) {
  return call.params.text(HOLDERS[kind].field, HOLDERS[kind].rule);
}
function findHolder(state, kind, name2) {
  const map = kind === "User" ? state.users : kind === "Role" ? state.roles : state.groups;
  const found2 = map.get(name2);
  if (!found2) throw noSuch(HOLDERS[kind].what, name2);
  return found2;
}
function holderArn(kind, call) {
  const name2 = holderName(kind, call);
  const map = kind === "User" ? call.state.users : kind === "Role" ? call.state.roles : call.state.groups;
  return arnOf(call.state.account, HOLDERS[kind].path, map.get(name2) ?? { path: "/", name: name2 });
}
function holderContext(kind, call) {
  if (kind === "Group") return {};
  const name2 = holderName(kind, call);
  const found2 = kind === "User" ? call.state.users.get(name2) : call.state.roles.get(name2);
  if (!found2) return {};
  return {
    ...found2.boundary === null ? {} : { "iam:PermissionsBoundary": found2.boundary },
    ...tagEntries("aws:ResourceTag", found2.tags),
    ...tagEntries("iam:ResourceTag", found2.tags)
  };
}
function changeHolder(state, kind, name2, change3) {
  const { groups, roles, users } = state;
  const [user3, role2, group2] = [users.get(name2), roles.get(name2), groups.get(name2)];
  if (kind === "User" && user3) users.set(name2, { ...user3, ...change3 });
  if (kind === "Role" && role2) roles.set(name2, { ...role2, ...change3 });
  if (kind === "Group" && group2) groups.set(name2, { ...group2, ...change3 });
}
function checkModifiable(kind, holder2) {
  if (kind !== "Role" || !/^\/aws-(?:service-role|reserved)\//u.test(holder2.path)) return;
  throw new AwsError(
    "UnmodifiableEntity",
    `Cannot perform the operation on the protected role '${holder2.name}' - this role is only modifiable by AWS`
  );
}
function checkFree(map, what, name2, except = null) {
  if (map.has(name2) && name2 !== except) throw taken(what, name2);
  const lower = name2.toLowerCase();
  for (const other of map.keys())
    if (other.toLowerCase() === lower && other !== except) throw taken(what, name2);
}
function taken(what, name2) {
  return new AwsError("EntityAlreadyExists", `${what} with name ${name2} already exists.`);
}

// src/sandbox/iam/quotas.ts
var DEFAULT_QUOTAS = {
  users: 5e3,
  roles: 1e3,
  groups: 300,
  policies: 1500,
  attached: 10,
  groupsPerUser: 10,
  versionsPerPolicy: 5,
  accessKeysPerUser: 2,
  userInline: 2048,
  groupInline: 5120,
  roleInline: 10240,
  managed: 6144,
  trust: 2048
};
function policySize(document2) {
  return document2.replace(/\s/gu, "").length;
}
function limit(what, quota) {
  return new AwsError("LimitExceeded", `Cannot exceed quota for ${what}: ${quota}`);
}

// src/sandbox/iam/ids.ts
import { createHash as createHash4 } from "node:crypto";
var BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
function digest(text2) {
  return createHash4("sha256").update(text2).digest();
}
function uniqueId(kind, account3, n) {
  const bytes = digest(`${kind} ${account3} ${n}`);
  let id2 = "";
  for (const byte of bytes.subarray(0, 17)) id2 += BASE32.charAt(byte & 31);
  return kind === "AKIA" || kind === "ASIA" ? kind + id2.slice(0, 16) : kind + id2;
}
function secretFor(accessKeyId) {
  return digest(`secret of ${accessKeyId}`).toString("base64").slice(0, 40);
}
function tokenFor2(accessKeyId) {
  return `sandbox//${digest(`token of ${accessKeyId}`).toString("base64")}`;
}
function requestId(seed) {
  const hex = digest(seed).toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

// src/sandbox/iam/state.ts
function emptyAccount(account3, alias, quotas2) {
  return {
    account: account3,
    alias,
    quotas: quotas2,
    counter: 0,
    users: /* @__PURE__ */ new Map(),
    roles: /* @__PURE__ */ new Map(),
    groups: /* @__PURE__ */ new Map(),
    policies: /* @__PURE__ */ new Map(),
    saml: /* @__PURE__ */ new Map(),
    oidc: /* @__PURE__ */ new Map(),
    keyOwners: /* @__PURE__ */ new Map()
  };
}
function nextId2(state, kind) {
  state.counter += 1;
  return uniqueId(kind, state.account, state.counter);
}
function copyAccount(state) {
  return {
    ...state,
    users: new Map(state.users),
    roles: new Map(state.roles),
    groups: new Map(state.groups),
    policies: new Map(state.policies),
    saml: new Map(state.saml),
    oidc: new Map(state.oidc),
    keyOwners: new Map(state.keyOwners)
  };
}
function withInline(list21, item) {
  const at = list21.findIndex((one) => one.name === item.name);
  return at < 0 ? [...list21, item] : list21.with(at, item);
}

// src/sandbox/iam/stored-trust.ts
function resolveTrust(text2, find6) {
  const document2 = readPolicyOnce(text2, "trust");
  const entries2 = document2.statements.flatMap((one) => one.principals?.entries ?? []);
  const trusted = {};
  for (const { kind, value } of entries2) {
    if (kind !== "AWS" || value === "*" || /^\d{12}$/u.test(value)) continue;
    const id2 = principalId(value, find6);
    if (id2 === null) throw malformed(`Invalid principal in policy: "AWS":"${value}"`);
    if (id2 !== "") trusted[value] = id2;
  }
  return trusted;
}
function principalId(value, find6) {
  const parts = readArn(value);
  if (!parts || !/^\d{12}$/u.test(parts.account) || /[*?]/u.test(value)) return null;
  const { account: account3, resource: resource5, service } = parts;
  if (service === "sts") return /^assumed-role\/[^/]+\/[^/]+$/u.test(resource5) ? "" : null;
  if (resource5 === "root") return "";
  const state = find6(account3);
  if (state === null) return /^(?:user|role)\/./u.test(resource5) ? "" : null;
  const name2 = resource5.slice(resource5.lastIndexOf("/") + 1);
  const user3 = state.users.get(name2);
  if (user3 && arnOf(account3, "user", user3) === value) return user3.id;
  const role2 = state.roles.get(name2);
  return role2 && arnOf(account3, "role", role2) === value ? role2.id : null;
}
function storedTrust(state, role2) {
  let text2 = role2.trust;
  for (const [arn, id2] of Object.entries(role2.trusted)) {
    if (readArn(arn)?.account !== state.account) continue;
    const now = currentArn(state, arn, id2);
    if (now !== arn) text2 = text2.replaceAll(`"${arn}"`, `"${now ?? id2}"`);
  }
  return text2;
}
function currentArn(state, arn, id2) {
  const name2 = arn.slice(arn.lastIndexOf("/") + 1);
  if (!arn.includes(":user/")) return state.roles.get(name2)?.id === id2 ? arn : null;
  const same = state.users.get(name2);
  const user3 = same?.id === id2 ? same : [...state.users.values()].find((one) => one.id === id2);
  return user3 ? arnOf(state.account, "user", user3) : null;
}

// src/sandbox/iam/build.ts
function buildAccounts(world, now) {
  const built = { accounts: /* @__PURE__ */ new Map(), lastUse: /* @__PURE__ */ new Map() };
  for (const one of world.aws ?? []) {
    if (built.accounts.has(one.account))
      throw new UsageError(`Account ${one.account} is in the world twice. Merge the two.`);
    built.accounts.set(one.account, emptyAccount(one.account, one.alias ?? null, quotasOf(one)));
  }
  for (const one of world.aws ?? []) new Builder(built, one, now).entities();
  for (const one of world.aws ?? []) new Builder(built, one, now).trusts();
  return built;
}
function quotasOf(one) {
  const most = (kind) => Math.max(one.quotas?.[kind] ?? DEFAULT_QUOTAS[kind], one[kind]?.length ?? 0);
  return {
    ...DEFAULT_QUOTAS,
    users: most("users"),
    roles: most("roles"),
    groups: most("groups"),
    policies: most("policies"),
    attached: one.quotas?.attached ?? DEFAULT_QUOTAS.attached
  };
}
var Builder = class {
  #built;
  #spec;
  #state;
  #now;
  constructor(built, spec, now) {
    this.#built = built;
    this.#spec = spec;
    this.#now = now;
    this.#state = built.accounts.get(spec.account) ?? emptyAccount(spec.account, null, DEFAULT_QUOTAS);
  }
  entities() {
    const lower = /* @__PURE__ */ new Set();
    for (const kind of ["policies", "groups", "users", "roles"]) {
      lower.clear();
      for (const one of this.#spec[kind] ?? []) {
        this.#at(`${kind} ${one.name}`, () => {
          if (lower.has(one.name.toLowerCase())) checkFree(/* @__PURE__ */ new Map([[one.name, one]]), "An entity", one.name);
          lower.add(one.name.toLowerCase());
        });
      }
    }
    for (const one of this.#spec.policies ?? []) this.#at(`policy ${one.name}`, () => this.#policy(one));
    for (const one of this.#spec.groups ?? []) {
      this.#at(`group ${one.name}`, () => {
        const fields = this.#holder(one, "groupInline");
        this.#state.groups.set(one.name, { ...fields, id: nextId2(this.#state, "AGPA") });
      });
    }
    for (const one of this.#spec.users ?? []) this.#at(`user ${one.name}`, () => this.#user(one));
    for (const one of this.#spec.roles ?? []) this.#at(`role ${one.name}`, () => this.#role(one));
    this.#providers();
  }
  trusts() {
    for (const one of this.#state.roles.values()) {
      this.#at(`role ${one.name}`, () => {
        const trusted = resolveTrust(one.trust, (account3) => this.#built.accounts.get(account3) ?? null);
        if (policySize(one.trust) > this.#state.quotas.trust)
          throw limit("ACLSizePerRole", this.#state.quotas.trust);
        this.#state.roles.set(one.name, { ...one, trusted });
      });
    }
  }
  #at(what, build) {
    try {
      build();
    } catch (error2) {
      if (!(error2 instanceof AwsError)) throw error2;
      throw new UsageError(
        `Account ${this.#spec.account}, ${what}: IAM refuses this (${error2.code}: ${error2.message}). Correct the world file.`,
        { cause: error2 }
      );
    }
  }
  #policy(one) {
    const [path2, created2] = [one.path ?? "/", this.#when(one.created)];
    const text2 = checkText(documentText(one.document), "PolicyDocument", RULES.document);
    checkText(path2, "Path", RULES.policyPath);
    readPolicyOnce(text2, "identity");
    if (policySize(text2) > this.#state.quotas.managed) throw limit("PolicySize", this.#state.quotas.managed);
    const arn = arnOf(this.#state.account, "policy", { path: path2, name: one.name });
    this.#state.policies.set(arn, {
      name: one.name,
      path: path2,
      id: nextId2(this.#state, "ANPA"),
      arn,
      description: one.description ?? "",
      created: created2,
      updated: created2,
      tags: tagsOf(one.tags),
      versions: [{ id: "v1", document: text2, created: created2 }],
      defaultVersion: "v1",
      next: 2
    });
  }
  #holder(one, quota) {
    const inline = Object.entries(one.inline ?? {}).map(([name2, document2]) => {
      const text2 = checkText(documentText(document2), "PolicyDocument", RULES.document);
      readPolicyOnce(text2, "identity");
      return { name: checkText(name2, "PolicyName", RULES.policyName), document: text2 };
    });
    const size = inline.reduce((sum, policy2) => sum + policySize(policy2.document), 0);
    if (size > this.#state.quotas[quota]) {
      throw new AwsError(
        "LimitExceeded",
        `Maximum policy size of ${this.#state.quotas[quota]} bytes exceeded: ${size}`
      );
    }
    const attached = (one.attached ?? []).map((ref) => this.#policyArn(ref));
    if (attached.length > this.#state.quotas.attached)
      throw limit("attached policies", this.#state.quotas.attached);
    return { name: one.name, path: one.path ?? "/", created: this.#when(one.created), inline, attached };
  }
  #user(one) {
    const state = this.#state;
    checkText(one.name, "UserName", RULES.userName);
    const groups = one.groups ?? [];
    for (const name2 of groups) {
      if (!state.groups.has(name2))
        throw new AwsError("NoSuchEntity", `The group with name ${name2} cannot be found.`);
    }
    if (groups.length > state.quotas.groupsPerUser) throw limit("GroupsPerUser", state.quotas.groupsPerUser);
    const fields = this.#holder(one, "userInline");
    const serial = `arn:aws:iam::${state.account}:mfa/${one.name}`;
    state.users.set(one.name, {
      ...fields,
      id: nextId2(state, "AIDA"),
      boundary: one.boundary === void 0 ? null : this.#policyArn(one.boundary),
      tags: tagsOf(one.tags),
      groups,
      keys: this.#keys(one),
      login: one.password === true ? { created: fields.created, resetRequired: false } : null,
      mfa: one.mfa === true ? [{ serial, enabled: fields.created }] : []
    });
  }
  #keys(one) {
    const specs = typeof one.keys === "number" ? Array.from({ length: one.keys }, () => ({})) : one.keys ?? [];
    return specs.map(
      (spec) => {
        const id2 = nextId2(this.#state, "AKIA");
        this.#state.keyOwners.set(id2, one.name);
        if (spec.lastUsed !== void 0) {
          this.#built.lastUse.set(id2, { at: this.#when(spec.lastUsed), service: "iam", region: "us-east-1" });
        }
        return { id: id2, status: spec.status ?? "Active", created: this.#when(spec.created) };
      }
    );
  }
  #role(one) {
    checkText(one.name, "RoleName", RULES.roleName);
    this.#state.roles.set(one.name, {
      ...this.#holder(one, "roleInline"),
      id: nextId2(this.#state, "AROA"),
      boundary: one.boundary === void 0 ? null : this.#policyArn(one.boundary),
      tags: tagsOf(one.tags),
      description: one.description ?? "",
      maxSessionDuration: one.maxSessionDuration ?? 3600,
      trust: checkText(documentText(one.trust), "AssumeRolePolicyDocument", RULES.document),
      trusted: {}
    });
  }
  #providers() {
    const { account: account3, oidc, saml } = this.#state;
    for (const name2 of this.#spec.samlProviders ?? []) {
      const arn = `arn:aws:iam::${account3}:saml-provider/${name2}`;
      saml.set(arn, { arn, metadata: `<EntityDescriptor entityID="${name2}"/>`, created: this.#now, tags: [] });
    }
    for (const one of this.#spec.oidcProviders ?? []) {
      const url = one.url.replace(/^https:\/\//u, "");
      const arn = `arn:aws:iam::${account3}:oidc-provider/${url}`;
      oidc.set(arn, {
        arn,
        url,
        clients: one.clients ?? ["sts.amazonaws.com"],
        thumbprints: [],
        created: this.#now,
        tags: []
      });
    }
  }
  #policyArn(ref) {
    const arn = ref.startsWith("arn:") ? ref : this.#ownPolicy(ref) ?? `arn:aws:iam::aws:policy/${ref}`;
    if (!findPolicy(this.#state, arn))
      throw new AwsError("NoSuchEntity", `Policy ${ref} does not exist or is not attachable.`);
    return arn;
  }
  #ownPolicy(name2) {
    for (const policy2 of this.#state.policies.values()) if (policy2.name === name2) return policy2.arn;
    return null;
  }
  #when(text2) {
    if (text2 === void 0) return this.#now;
    const at = readInstant(text2, "start");
    if (at === null) throw new AwsError("ValidationError", `${text2} is not a real instant`);
    return at;
  }
};
function documentText(document2) {
  return typeof document2 === "string" ? document2 : JSON.stringify(document2);
}
function tagsOf(tags3) {
  return Object.entries(tags3 ?? {}).map(([key2, value]) => ({ key: key2, value }));
}

// src/sandbox/iam/sts.ts
var CHAINED = 3600;
function userId(cloud, caller) {
  if (caller.kind === "root") return caller.account;
  if (caller.kind === "session") return `${caller.session.roleId}:${caller.session.name}`;
  return accountOf(cloud, caller.account).users.get(caller.name)?.id ?? "";
}
var getCallerIdentity = {
  kind: "read",
  run: ({ caller, cloud }) => ({
    Arn: callerArn(cloud, caller),
    UserId: userId(cloud, caller),
    Account: caller.account
  })
};
function readAsked(params, caller) {
  const before = caller.kind === "session" ? caller.session : null;
  const own = params.tags();
  const kept = (before?.tags ?? []).filter((tag) => before?.transitive.includes(tag.key));
  const clash = own.find((tag) => kept.some((one) => one.key.toLowerCase() === tag.key.toLowerCase()));
  if (clash)
    throw new AwsError(
      "InvalidParameterValue",
      `One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key from the calling session: ${clash.key}`
    );
  return {
    roleArn: params.text("RoleArn", RULES.arn),
    name: params.text("RoleSessionName", RULES.sessionName),
    duration: params.integer("DurationSeconds", 900, 43200),
    externalId: params.optional("ExternalId", RULES.externalId),
    sourceIdentity: params.optional("SourceIdentity", RULES.sessionName) ?? before?.sourceIdentity ?? null,
    tags: [...kept, ...own],
    transitive: [...kept.map((tag) => tag.key), ...params.list("TransitiveTagKeys")],
    policy: params.optional("Policy", { ...RULES.document, max: 2048 }),
    policyArns: params.structures("PolicyArns").map((one) => one.text("arn", RULES.arn))
  };
}
function requestContext(asked2, role2, account3) {
  return {
    "sts:RoleSessionName": asked2.name,
    "aws:ResourceAccount": account3,
    ...asked2.externalId === null ? {} : { "sts:ExternalId": asked2.externalId },
    ...asked2.sourceIdentity === null ? {} : { "sts:SourceIdentity": asked2.sourceIdentity },
    ...asked2.tags.length === 0 ? {} : { "aws:TagKeys": asked2.tags.map((tag) => tag.key) },
    ...asked2.transitive.length === 0 ? {} : { "sts:TransitiveTagKeys": asked2.transitive },
    ...tagEntries("aws:RequestTag", asked2.tags),
    ...tagEntries("aws:ResourceTag", role2.tags),
    ...tagEntries("iam:ResourceTag", role2.tags)
  };
}
function neededActions(asked2) {
  return [
    "sts:AssumeRole",
    ...asked2.tags.length > 0 ? ["sts:TagSession"] : [],
    ...asked2.sourceIdentity === null ? [] : ["sts:SetSourceIdentity"]
  ];
}
function mayAssume(actor, target, question) {
  const { role: role2, state } = target;
  return decide(actor, {
    action: question.action ?? "sts:AssumeRole",
    resource: arnOf(state.account, "role", role2),
    at: question.at,
    context: question.context ?? {},
    trust: { document: readPolicyOnce(role2.trust, "trust"), account: state.account, trusted: role2.trusted }
  });
}
function findRole(cloud, arn) {
  const parts = readArn(arn);
  const state = parts?.resource.startsWith("role/") ? cloud.accounts.get(parts.account) : void 0;
  const role2 = state?.roles.get(arn.slice(arn.lastIndexOf("/") + 1));
  return state && role2 && arnOf(state.account, "role", role2) === arn ? { state, role: role2 } : null;
}
function checkAllowed(call, actor, asked2) {
  const target = findRole(call.cloud, asked2.roleArn);
  for (const action of neededActions(asked2)) {
    const context = target ? requestContext(asked2, target.role, target.state.account) : {};
    if (target && mayAssume(actor, target, { at: call.now, action, context }).allowed) continue;
    throw new AwsError(
      "AccessDenied",
      `User: ${callerArn(call.cloud, call.caller)} is not authorized to perform: ${action} on resource: ${asked2.roleArn}`
    );
  }
  if (!target) throw new AwsError("AccessDenied", "Not authorized");
  return target;
}
function checkDuration(asked2, role2, caller) {
  const seconds2 = asked2.duration ?? CHAINED;
  if (caller.kind === "session" && seconds2 > CHAINED) {
    throw new AwsError(
      "ValidationError",
      "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining"
    );
  }
  if (seconds2 > role2.maxSessionDuration) {
    throw new AwsError(
      "ValidationError",
      "The requested DurationSeconds exceeds the MaxSessionDuration set for this role."
    );
  }
  return seconds2;
}
function sessionPolicies(asked2, state) {
  if (asked2.policy === null && asked2.policyArns.length === 0) return null;
  const managed = asked2.policyArns.map((arn) => {
    const policy2 = findPolicy(state, arn);
    if (!policy2)
      throw new AwsError("MalformedPolicyDocument", `Policy ${arn} does not exist or is not attachable.`);
    return defaultDocument(policy2);
  });
  return [...asked2.policy === null ? [] : [asked2.policy], ...managed].map(
    (text2) => readPolicyOnce(text2, "identity")
  );
}
var assumeRole = {
  kind: "read",
  run: (call) => {
    const { caller, cloud, now } = call;
    const actor = actorOf2(cloud, caller);
    if (actor === null) throw new AwsError("AccessDenied", "Roles may not be assumed by root accounts.");
    const asked2 = readAsked(call.params, caller);
    const { role: role2, state } = checkAllowed(call, actor, asked2);
    const seconds2 = checkDuration(asked2, role2, caller);
    const policies = sessionPolicies(asked2, state);
    const accessKeyId = uniqueId("ASIA", state.account, cloud.sessions.size + 1);
    const session = {
      accessKeyId,
      account: state.account,
      roleName: role2.name,
      roleId: role2.id,
      name: asked2.name,
      issued: now,
      expires: now + seconds2 * 1e3,
      policies,
      tags: asked2.tags,
      transitive: asked2.transitive,
      sourceIdentity: asked2.sourceIdentity
    };
    cloud.sessions.set(accessKeyId, session);
    return {
      Credentials: {
        AccessKeyId: accessKeyId,
        SecretAccessKey: secretFor(accessKeyId),
        SessionToken: tokenFor2(accessKeyId),
        Expiration: writeInstant(session.expires)
      },
      AssumedRoleUser: {
        AssumedRoleId: `${role2.id}:${asked2.name}`,
        Arn: `arn:aws:sts::${state.account}:assumed-role/${role2.name}/${asked2.name}`
      },
      SourceIdentity: asked2.sourceIdentity
    };
  }
};
var getSessionKeyInfo = {
  kind: "read",
  run: ({ cloud, params }) => {
    const id2 = params.text("AccessKeyId", RULES.accessKeyId);
    const account3 = cloud.roots.get(id2) ?? cloud.sessions.get(id2)?.account ?? [...cloud.accounts.values()].find((state) => state.keyOwners.has(id2))?.account;
    if (account3 === void 0) throw new AwsError("ValidationError", "The access key ID is not valid.");
    return { Account: account3 };
  }
};
var STS_OPERATIONS = /* @__PURE__ */ new Map([
  ["AssumeRole", assumeRole],
  ["GetAccessKeyInfo", getSessionKeyInfo],
  ["GetCallerIdentity", getCallerIdentity]
]);

// src/sandbox/iam/aws.ts
var keys = (accessKeyId) => ({ accessKeyId, secretAccessKey: secretFor(accessKeyId) });
function buildCloud(world, now, clock) {
  const { accounts, lastUse: lastUse2 } = buildAccounts(world, now);
  const roots = new Map([...accounts.keys()].map((account3) => [uniqueId("AKIA", account3, 0), account3]));
  return { accounts, clock, roots, lastUse: lastUse2, sessions: /* @__PURE__ */ new Map(), reports: /* @__PURE__ */ new Map(), trail: [] };
}
function accountKeys(cloud) {
  return [...cloud.roots].map(([root2, account3]) => {
    const state = accountOf(cloud, account3);
    const users = Object.fromEntries(
      [...state.users.values()].flatMap((user3) => {
        const key2 = user3.keys.find((one) => one.status === "Active");
        return key2 ? [[user3.name, keys(key2.id)]] : [];
      })
    );
    return { account: account3, alias: state.alias, root: keys(root2), users };
  });
}
function answer3(cloud, question) {
  const at = question.at ?? cloud.clock.now();
  const actor = actorNamed(cloud, question, at);
  const { action, context = {}, resource: resource5 } = question;
  if (action.toLowerCase() !== "sts:assumerole") return decide(actor, { action, resource: resource5, at, context });
  const target = findRole(cloud, resource5);
  if (!target) return { allowed: false, why: "no-trust" };
  return mayAssume(actor, target, { at, context });
}
function actorNamed(cloud, question, at) {
  const state = cloud.accounts.get(question.account);
  const match = /^(user|role)\/(?:.*\/)?([^/]+)$/u.exec(question.principal);
  const [, kind, name2 = ""] = match ?? [];
  const user3 = kind === "user" ? state?.users.get(name2) : void 0;
  const role2 = kind === "role" ? state?.roles.get(name2) : void 0;
  if (state && user3) return userActor(state, user3);
  if (state && role2) {
    return roleActor(state, role2, {
      name: "sandbox",
      policies: null,
      tags: [],
      sourceIdentity: null,
      issued: at
    });
  }
  throw new RangeError(`The sandbox's account ${question.account} has no ${question.principal}`);
}

// src/sandbox/iam/caller.ts
function secretsOf(caller) {
  const { accessKeyId } = caller;
  return { secret: secretFor(accessKeyId), token: caller.kind === "session" ? tokenFor2(accessKeyId) : null };
}

// src/sandbox/iam/signature.ts
import { createHash as createHash5, createHmac, timingSafeEqual } from "node:crypto";
var AUTHORIZATION = /^AWS4-HMAC-SHA256 +Credential=([^/,\s]+)\/(\d{8})\/([^/,\s]+)\/([^/,\s]+)\/aws4_request *, *SignedHeaders=([^,\s]+) *, *Signature=([0-9a-f]{64})$/u;
function readSignature(request) {
  const { authorization } = request.headers;
  if (authorization === void 0) {
    throw new AwsError("MissingAuthenticationToken", "Request is missing Authentication Token");
  }
  const match = AUTHORIZATION.exec(authorization);
  const time2 = header(request.headers, "x-amz-date");
  if (!match || time2 === null) {
    throw new AwsError("IncompleteSignature", "The request signature does not conform to AWS standards.");
  }
  const [, accessKeyId = "", date = "", region = "", service = "", signed = "", signature = ""] = match;
  const token = header(request.headers, "x-amz-security-token");
  return { accessKeyId, date, region, service, signedHeaders: signed.split(";"), signature, time: time2, token };
}
function checkSignature(request, found2, secret) {
  const bad = new AwsError(
    "SignatureDoesNotMatch",
    "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method."
  );
  if (!found2.signedHeaders.includes("host") || !found2.time.startsWith(found2.date)) throw bad;
  const canonical = canonicalRequest(request, found2.signedHeaders);
  const scope = `${found2.date}/${found2.region}/${found2.service}/aws4_request`;
  const text2 = ["AWS4-HMAC-SHA256", found2.time, scope, sha256(canonical)].join("\n");
  const key2 = [found2.date, found2.region, found2.service, "aws4_request"].reduce(
    (before, part) => createHmac("sha256", before).update(part).digest(),
    `AWS4${secret}`
  );
  const wanted2 = createHmac("sha256", key2).update(text2).digest();
  if (!timingSafeEqual(wanted2, Buffer.from(found2.signature, "hex"))) throw bad;
}
function canonicalRequest(request, signedHeaders) {
  const [path2 = "/", query = ""] = request.url.split("?");
  const headers = signedHeaders.map(
    (name2) => `${name2}:${(header(request.headers, name2) ?? "").trim().replace(/ +/gu, " ")}
`
  );
  const parts = query === "" ? [] : query.split("&").map((part) => part.includes("=") ? part : `${part}=`);
  return [
    request.method,
    encodePath(path2),
    parts.toSorted().join("&"),
    headers.join(""),
    signedHeaders.join(";"),
    sha256(request.body)
  ].join("\n");
}
function encodePath(path2) {
  return path2.split("/").map(
    (part) => encodeURIComponent(part).replace(/[!'()*]/gu, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
  ).join("/");
}
function header(headers, name2) {
  const value = headers[name2];
  return value === void 0 ? null : typeof value === "string" ? value : value.join(",");
}
function sha256(text2) {
  return createHash5("sha256").update(text2).digest("hex");
}

// src/sandbox/iam/authenticate.ts
var UNKNOWN = "The security token included in the request is invalid.";
function authenticate2(cloud, request) {
  const signature = readSignature(request);
  const caller = callerOf(cloud, signature.accessKeyId);
  const { secret, token } = secretsOf(caller);
  if (signature.token !== token) throw new AwsError("InvalidClientTokenId", UNKNOWN);
  checkSignature(request, signature, secret);
  if (caller.kind === "session" && caller.session.expires <= cloud.clock.now()) {
    throw new AwsError("ExpiredToken", "The security token included in the request is expired");
  }
  return { caller, signature };
}
function callerOf(cloud, accessKeyId) {
  const root2 = cloud.roots.get(accessKeyId);
  if (root2 !== void 0) return { kind: "root", account: root2, accessKeyId };
  const session = cloud.sessions.get(accessKeyId);
  if (session) {
    const role2 = cloud.accounts.get(session.account)?.roles.get(session.roleName);
    if (role2?.id !== session.roleId) throw new AwsError("InvalidClientTokenId", UNKNOWN);
    return { kind: "session", account: session.account, accessKeyId, session };
  }
  for (const state of cloud.accounts.values()) {
    const name2 = state.keyOwners.get(accessKeyId);
    const user3 = name2 === void 0 ? void 0 : state.users.get(name2);
    const key2 = user3?.keys.find((one) => one.id === accessKeyId);
    if (!user3 || !key2) continue;
    if (key2.status === "Inactive") throw new AwsError("InvalidClientTokenId", UNKNOWN);
    return { kind: "user", account: state.account, accessKeyId, name: user3.name };
  }
  throw new AwsError("InvalidClientTokenId", UNKNOWN);
}

// src/sandbox/iam/paging.ts
function pageOf2(sorted3, key2, call) {
  const marker = call.params.optional("Marker", { ...RULES.any, max: 2048 });
  const asked2 = call.params.integer("MaxItems", 1, 1e3) ?? 100;
  const most = call.shortPage ? Math.max(1, Math.floor(asked2 / 2)) : asked2;
  const after = marker === null ? null : readMarker(marker);
  const start2 = after === null ? 0 : firstAfter(sorted3, key2, after);
  const items3 = sorted3.slice(start2, start2 + most);
  const last = items3.at(-1);
  const isTruncated = start2 + items3.length < sorted3.length;
  return { items: items3, isTruncated, marker: isTruncated && last !== void 0 ? writeMarker(key2(last)) : null };
}
function pageFields(page) {
  return { IsTruncated: page.isTruncated, Marker: page.marker };
}
function firstAfter(sorted3, key2, after) {
  let [low, high] = [0, sorted3.length];
  while (low < high) {
    const middle = low + high >> 1;
    const item = sorted3[middle];
    if (item !== void 0 && key2(item) <= after) low = middle + 1;
    else high = middle;
  }
  return low;
}
function writeMarker(key2) {
  return Buffer.from(`after ${key2}`).toString("base64");
}
function readMarker(marker) {
  const text2 = Buffer.from(marker, "base64").toString();
  if (!text2.startsWith("after ") || writeMarker(text2.slice(6)) !== marker) {
    throw new AwsError("ValidationError", "Invalid Marker");
  }
  return text2.slice(6);
}

// src/sandbox/iam/snapshot.ts
function sortedBy(items3, key2) {
  return [...items3].map((item) => ({ item, at: key2(item) })).toSorted((a, b) => a.at < b.at ? -1 : a.at > b.at ? 1 : 0).map((one) => one.item);
}
function takeSnapshot(state) {
  return {
    account: state.account,
    counter: state.counter,
    users: sortedBy(state.users.values(), (one) => one.name),
    roles: sortedBy(state.roles.values(), (one) => one.name),
    groups: sortedBy(state.groups.values(), (one) => one.name),
    policies: sortedBy(state.policies.values(), (one) => one.arn),
    saml: sortedBy(state.saml.values(), (one) => one.arn),
    oidc: sortedBy(state.oidc.values(), (one) => one.arn)
  };
}
function fromSnapshot(now, snapshot) {
  const state = emptyAccount(now.account, now.alias, now.quotas);
  state.counter = snapshot.counter;
  for (const user3 of snapshot.users) {
    state.users.set(user3.name, user3);
    for (const key2 of user3.keys) state.keyOwners.set(key2.id, user3.name);
  }
  for (const role2 of snapshot.roles) state.roles.set(role2.name, role2);
  for (const group2 of snapshot.groups) state.groups.set(group2.name, group2);
  for (const policy2 of snapshot.policies) state.policies.set(policy2.arn, policy2);
  for (const provider of snapshot.saml) state.saml.set(provider.arn, provider);
  for (const provider of snapshot.oidc) state.oidc.set(provider.arn, provider);
  return state;
}

// src/sandbox/iam/operations/attached.ts
function policyArn(call) {
  const arn = call.params.text("PolicyArn", RULES.arn);
  checkPolicyArn(arn);
  return arn;
}
function noPolicy(arn) {
  return new AwsError("NoSuchEntity", `Policy ${arn} does not exist or is not attachable.`);
}
function attachedOf(kind) {
  const resource5 = (call) => holderArn(kind, call);
  const context = (call) => ({
    ...holderContext(kind, call),
    "iam:PolicyARN": call.params.text("PolicyArn", RULES.arn)
  });
  return {
    [`Attach${kind}Policy`]: {
      kind: "write",
      resource: resource5,
      context,
      run: (call) => {
        const arn = policyArn(call);
        const holder2 = findHolder(call.state, kind, holderName(kind, call));
        checkModifiable(kind, holder2);
        if (!findPolicy(call.state, arn)) throw noPolicy(arn);
        if (holder2.attached.includes(arn)) return null;
        if (holder2.attached.length >= call.state.quotas.attached)
          throw limit(HOLDERS[kind].plural, call.state.quotas.attached);
        changeHolder(call.state, kind, holder2.name, { attached: [...holder2.attached, arn] });
        return null;
      }
    },
    [`Detach${kind}Policy`]: {
      kind: "write",
      resource: resource5,
      context,
      run: (call) => {
        const arn = policyArn(call);
        const holder2 = findHolder(call.state, kind, holderName(kind, call));
        checkModifiable(kind, holder2);
        if (!holder2.attached.includes(arn)) throw new AwsError("NoSuchEntity", `Policy ${arn} was not found.`);
        changeHolder(call.state, kind, holder2.name, {
          attached: holder2.attached.filter((one) => one !== arn)
        });
        return null;
      }
    },
    [`ListAttached${kind}Policies`]: {
      kind: "read",
      resource: resource5,
      run: (call) => {
        const holder2 = findHolder(call.state, kind, holderName(kind, call));
        const prefix = call.params.optional("PathPrefix", RULES.pathPrefix) ?? "/";
        const arns = holder2.attached.filter(
          (arn) => findPolicy(call.state, arn)?.path.startsWith(prefix) ?? false
        );
        const page = pageOf2(
          sortedBy(arns, (arn) => arn),
          (arn) => arn,
          call
        );
        const members2 = page.items.map((arn) => ({ PolicyName: nameInArn(arn), PolicyArn: arn }));
        return { AttachedPolicies: members2, ...pageFields(page) };
      }
    }
  };
}
var attachedOperations = {
  ...attachedOf("User"),
  ...attachedOf("Role"),
  ...attachedOf("Group")
};

// src/sandbox/iam/operation.ts
var everything = () => "*";

// src/sandbox/iam/xml.ts
var ESCAPES = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\r": "&#xD;"
};
function escapeXml(text2) {
  return text2.replace(/[&<>"\r]/gu, (character) => ESCAPES[character] ?? character);
}
function writeXml(answer4) {
  if (answer4 === null || answer4 === void 0) return "";
  if (typeof answer4 === "string") return escapeXml(answer4);
  if (typeof answer4 !== "object") return String(answer4);
  if (answer4 instanceof AnswerMap) return answer4.write();
  if (isList(answer4)) return answer4.map((item) => `<member>${writeXml(item)}</member>`).join("");
  let out = "";
  for (const [name2, value] of Object.entries(answer4)) {
    if (value !== null && value !== void 0) out += `<${name2}>${writeXml(value)}</${name2}>`;
  }
  return out;
}
function isList(answer4) {
  return Array.isArray(answer4);
}
var AnswerMap = class {
  entries;
  constructor(entries2) {
    this.entries = entries2;
  }
  write() {
    const pairs = Object.entries(this.entries);
    return pairs.map(([key2, value]) => `<entry><key>${escapeXml(key2)}</key><value>${value}</value></entry>`).join("");
  }
};
function wrapXml(inside) {
  const { operation, requestId: requestId2, result, xmlns } = inside;
  const body = result === null ? "" : `<${operation}Result>${result}</${operation}Result>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<${operation}Response xmlns="${xmlns}">${body}<ResponseMetadata><RequestId>${requestId2}</RequestId></ResponseMetadata></${operation}Response>
`;
}
function errorXml(xmlns, error2, requestId2) {
  const type = error2.status >= 500 ? "Receiver" : "Sender";
  return `<?xml version="1.0" encoding="UTF-8"?>
<ErrorResponse xmlns="${xmlns}"><Error><Type>${type}</Type><Code>${escapeXml(error2.code)}</Code><Message>${escapeXml(error2.message)}</Message></Error><RequestId>${requestId2}</RequestId></ErrorResponse>
`;
}
function encodeDocument(document2) {
  return encodeURIComponent(document2).replace(
    /[!'()*]/gu,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`
  );
}

// src/sandbox/iam/operations/shapes.ts
function tagShape(tags3) {
  return tags3.length === 0 ? null : tags3.map((tag) => ({ Key: tag.key, Value: tag.value }));
}
function boundaryShape(boundary) {
  return boundary === null ? null : { PermissionsBoundaryType: "Policy", PermissionsBoundaryArn: boundary };
}
function userShape(state, user3) {
  return {
    Path: user3.path,
    UserName: user3.name,
    UserId: user3.id,
    Arn: arnOf(state.account, "user", user3),
    CreateDate: writeInstant(user3.created)
  };
}
function roleShape(state, role2) {
  return {
    Path: role2.path,
    RoleName: role2.name,
    RoleId: role2.id,
    Arn: arnOf(state.account, "role", role2),
    CreateDate: writeInstant(role2.created),
    AssumeRolePolicyDocument: encodeDocument(storedTrust(state, role2)),
    Description: role2.description === "" ? null : role2.description,
    MaxSessionDuration: role2.maxSessionDuration
  };
}
function groupShape(state, group2) {
  return {
    Path: group2.path,
    GroupName: group2.name,
    GroupId: group2.id,
    Arn: arnOf(state.account, "group", group2),
    CreateDate: writeInstant(group2.created)
  };
}
function roleUse(cloud, role2) {
  const use = cloud.lastUse.get(role2.id);
  return use ? { LastUsedDate: writeInstant(use.at), Region: use.region } : {};
}
function count(map, arn) {
  map.set(arn, (map.get(arn) ?? 0) + 1);
}
function usageOf(state) {
  const attached = /* @__PURE__ */ new Map();
  const boundaries = /* @__PURE__ */ new Map();
  const holders = [state.users, state.roles, state.groups];
  for (const map of holders)
    for (const one of map.values()) for (const arn of one.attached) count(attached, arn);
  for (const user3 of state.users.values()) if (user3.boundary !== null) count(boundaries, user3.boundary);
  for (const role2 of state.roles.values()) if (role2.boundary !== null) count(boundaries, role2.boundary);
  return { attached, boundaries };
}
function policyShape(policy2, usage) {
  return {
    PolicyName: policy2.name,
    PolicyId: policy2.id,
    Arn: policy2.arn,
    Path: policy2.path,
    DefaultVersionId: policy2.defaultVersion,
    AttachmentCount: usage.attached.get(policy2.arn) ?? 0,
    PermissionsBoundaryUsageCount: usage.boundaries.get(policy2.arn) ?? 0,
    IsAttachable: true,
    CreateDate: writeInstant(policy2.created),
    UpdateDate: writeInstant(policy2.updated)
  };
}
function attachedShape(arns) {
  return arns.map((arn) => ({ PolicyName: nameInArn(arn), PolicyArn: arn }));
}

// src/sandbox/iam/operations/policies.ts
function namedPolicy(call) {
  const arn = policyArn(call);
  const policy2 = findPolicy(call.state, arn);
  if (!policy2) throw new AwsError("NoSuchEntity", `Policy ${arn} was not found.`);
  return policy2;
}
function ownPolicy(call) {
  const policy2 = namedPolicy(call);
  if (AWS_POLICIES.has(policy2.arn)) {
    throw new AwsError(
      "AccessDenied",
      `User is not authorized to change the AWS managed policy ${policy2.arn}`
    );
  }
  return policy2;
}
function managedDocument(call) {
  const document2 = call.params.text("PolicyDocument", RULES.document);
  readPolicyOnce(document2, "identity");
  if (policySize(document2) > call.state.quotas.managed) throw limit("PolicySize", call.state.quotas.managed);
  return document2;
}
var policyOperations = {
  CreatePolicy: {
    kind: "write",
    resource: (call) => arnOf(call.state.account, "policy", {
      path: call.params.optional("Path", RULES.policyPath) ?? "/",
      name: call.params.text("PolicyName", RULES.policyName)
    }),
    context: (call) => tagEntries("aws:RequestTag", call.params.tags()),
    run: (call) => {
      const { now, params, state } = call;
      const name2 = params.text("PolicyName", RULES.policyName);
      const path2 = params.optional("Path", RULES.policyPath) ?? "/";
      const description = params.optional("Description", { ...RULES.any, min: 0, max: 1e3 }) ?? "";
      const tags3 = params.tags();
      const document2 = managedDocument(call);
      checkFree(new Map([...state.policies.values()].map((one) => [one.name, one])), "A policy", name2);
      if (state.policies.size >= state.quotas.policies)
        throw limit("PoliciesPerAccount", state.quotas.policies);
      const policy2 = {
        name: name2,
        path: path2,
        id: nextId2(state, "ANPA"),
        arn: arnOf(state.account, "policy", { path: path2, name: name2 }),
        description,
        created: now,
        updated: now,
        tags: tags3,
        versions: [{ id: "v1", document: document2, created: now }],
        defaultVersion: "v1",
        next: 2
      };
      state.policies.set(policy2.arn, policy2);
      return { Policy: { ...policyShape(policy2, NO_USE), Tags: tagShape(tags3) } };
    }
  },
  GetPolicy: {
    kind: "read",
    resource: policyArn,
    run: (call) => {
      const policy2 = namedPolicy(call);
      const shape4 = policyShape(policy2, usageOf(call.state));
      return {
        Policy: {
          ...shape4,
          Description: policy2.description === "" ? null : policy2.description,
          Tags: tagShape(policy2.tags)
        }
      };
    }
  },
  ListPolicies: {
    kind: "read",
    resource: (call) => `arn:aws:iam::${call.state.account}:policy/`,
    run: (call) => {
      const { params, state } = call;
      const scope = params.choice("Scope", ["All", "AWS", "Local"]) ?? "All";
      const prefix = params.optional("PathPrefix", RULES.pathPrefix) ?? "/";
      const attachedOnly = params.flag("OnlyAttached") ?? false;
      const use = params.choice("PolicyUsageFilter", ["PermissionsPolicy", "PermissionsBoundary"]);
      const usage = usageOf(state);
      const all = [
        ...scope === "AWS" ? [] : state.policies.values(),
        ...scope === "Local" ? [] : AWS_POLICIES.values()
      ];
      const wanted2 = all.filter((one) => {
        const [attached, boundary] = [usage.attached.has(one.arn), usage.boundaries.has(one.arn)];
        const used = use === null ? attached || boundary : use === "PermissionsPolicy" ? attached : boundary;
        return one.path.startsWith(prefix) && (used || !attachedOnly && use === null);
      });
      const page = pageOf2(
        sortedBy(wanted2, (one) => one.arn),
        (one) => one.arn,
        call
      );
      return { Policies: page.items.map((one) => policyShape(one, usage)), ...pageFields(page) };
    }
  },
  DeletePolicy: {
    kind: "write",
    resource: policyArn,
    run: (call) => {
      const policy2 = ownPolicy(call);
      const usage = usageOf(call.state);
      if (usage.attached.has(policy2.arn) || usage.boundaries.has(policy2.arn)) {
        throw new AwsError("DeleteConflict", "Cannot delete a policy attached to entities.");
      }
      if (policy2.versions.length > 1) {
        throw new AwsError(
          "DeleteConflict",
          "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. The default version is deleted with the policy."
        );
      }
      call.state.policies.delete(policy2.arn);
      return null;
    }
  },
  ListEntitiesForPolicy: {
    kind: "read",
    resource: policyArn,
    run: (call) => {
      const { params, state } = call;
      const { arn } = namedPolicy(call);
      const filter = params.choice("EntityFilter", [
        "User",
        "Role",
        "Group",
        "LocalManagedPolicy",
        "AWSManagedPolicy"
      ]);
      const prefix = params.optional("PathPrefix", RULES.pathPrefix) ?? "/";
      const use = params.choice("PolicyUsageFilter", ["PermissionsPolicy", "PermissionsBoundary"]);
      const holds3 = (one) => one.path.startsWith(prefix) && (use !== "PermissionsBoundary" && one.attached.includes(arn) || use !== "PermissionsPolicy" && one.boundary === arn);
      const found2 = [
        ...filter === null || filter === "Group" ? [...state.groups.values()].filter(holds3).map((one) => ({ at: `1 ${one.name}`, kind: "Group", one })) : [],
        ...filter === null || filter === "Role" ? [...state.roles.values()].filter(holds3).map((one) => ({ at: `2 ${one.name}`, kind: "Role", one })) : [],
        ...filter === null || filter === "User" ? [...state.users.values()].filter(holds3).map((one) => ({ at: `3 ${one.name}`, kind: "User", one })) : []
      ];
      const page = pageOf2(
        sortedBy(found2, (one) => one.at),
        (one) => one.at,
        call
      );
      const pick = (kind) => page.items.filter((item) => item.kind === kind).map(({ one }) => ({ [`${kind}Name`]: one.name, [`${kind}Id`]: one.id }));
      return {
        PolicyGroups: pick("Group"),
        PolicyRoles: pick("Role"),
        PolicyUsers: pick("User"),
        ...pageFields(page)
      };
    }
  }
};
var NO_USE = { attached: /* @__PURE__ */ new Map(), boundaries: /* @__PURE__ */ new Map() };

// src/sandbox/iam/operations/versions.ts
function namedVersion(call, policy2) {
  const id2 = call.params.text("VersionId", RULES.versionId);
  const found2 = policy2.versions.find((one) => one.id === id2);
  if (!found2)
    throw new AwsError(
      "NoSuchEntity",
      `Policy ${policy2.arn} version ${id2} does not exist or is not attachable.`
    );
  return found2;
}
function shape(policy2, version) {
  return {
    VersionId: version.id,
    IsDefaultVersion: version.id === policy2.defaultVersion,
    CreateDate: writeInstant(version.created)
  };
}
var sortKey = (version) => version.id.slice(1).padStart(12, "0");
function versionShapes(policy2) {
  return policy2.versions.toReversed().map((one) => ({ Document: encodeDocument(one.document), ...shape(policy2, one) }));
}
var versionOperations = {
  CreatePolicyVersion: {
    kind: "write",
    resource: policyArn,
    run: (call) => {
      const policy2 = ownPolicy(call);
      const document2 = managedDocument(call);
      const asDefault = call.params.flag("SetAsDefault") ?? false;
      const most = call.state.quotas.versionsPerPolicy;
      if (policy2.versions.length >= most) {
        throw new AwsError(
          "LimitExceeded",
          `A managed policy can have up to ${most} versions. Before you create a new version, you must delete an existing version.`
        );
      }
      const version = { id: `v${policy2.next}`, document: document2, created: call.now };
      const changed = {
        ...policy2,
        versions: [...policy2.versions, version],
        next: policy2.next + 1,
        updated: call.now,
        defaultVersion: asDefault ? version.id : policy2.defaultVersion
      };
      call.state.policies.set(policy2.arn, changed);
      return { PolicyVersion: shape(changed, version) };
    }
  },
  GetPolicyVersion: {
    kind: "read",
    resource: policyArn,
    run: (call) => {
      const policy2 = namedPolicy(call);
      const version = namedVersion(call, policy2);
      return { PolicyVersion: { Document: encodeDocument(version.document), ...shape(policy2, version) } };
    }
  },
  ListPolicyVersions: {
    kind: "read",
    resource: policyArn,
    run: (call) => {
      const policy2 = namedPolicy(call);
      const page = pageOf2(policy2.versions, sortKey, call);
      const newestFirst = page.isTruncated ? page.items : page.items.toReversed();
      return { Versions: newestFirst.map((one) => shape(policy2, one)), ...pageFields(page) };
    }
  },
  SetDefaultPolicyVersion: {
    kind: "write",
    resource: policyArn,
    run: (call) => {
      const policy2 = ownPolicy(call);
      const { id: id2 } = namedVersion(call, policy2);
      call.state.policies.set(policy2.arn, { ...policy2, defaultVersion: id2, updated: call.now });
      return null;
    }
  },
  DeletePolicyVersion: {
    kind: "write",
    resource: policyArn,
    run: (call) => {
      const policy2 = ownPolicy(call);
      const { id: id2 } = namedVersion(call, policy2);
      if (id2 === policy2.defaultVersion) {
        throw new AwsError("DeleteConflict", "Cannot delete the default version of a policy.");
      }
      const versions = policy2.versions.filter((one) => one.id !== id2);
      call.state.policies.set(policy2.arn, { ...policy2, versions, updated: call.now });
      return null;
    }
  }
};

// src/sandbox/iam/operations/details.ts
var FILTERS = /* @__PURE__ */ new Set(["User", "Role", "Group", "LocalManagedPolicy", "AWSManagedPolicy"]);
function inlineShape(holder2) {
  return holder2.inline.map((one) => ({ PolicyName: one.name, PolicyDocument: encodeDocument(one.document) }));
}
function userDetail(call, user3) {
  return {
    ...userShape(call.state, user3),
    UserPolicyList: user3.inline.length > 0 ? inlineShape(user3) : null,
    GroupList: user3.groups,
    AttachedManagedPolicies: attachedShape(user3.attached),
    PermissionsBoundary: boundaryShape(user3.boundary),
    Tags: tagShape(user3.tags)
  };
}
function roleDetail(call, role2) {
  return {
    ...roleShape(call.state, role2),
    Description: null,
    MaxSessionDuration: null,
    InstanceProfileList: [],
    RolePolicyList: inlineShape(role2),
    AttachedManagedPolicies: attachedShape(role2.attached),
    PermissionsBoundary: boundaryShape(role2.boundary),
    Tags: tagShape(role2.tags),
    RoleLastUsed: roleUse(call.cloud, role2)
  };
}
function groupDetail(call, group2) {
  return {
    ...groupShape(call.state, group2),
    GroupPolicyList: inlineShape(group2),
    AttachedManagedPolicies: attachedShape(group2.attached)
  };
}
function byName(map) {
  return sortedBy(map.values(), (one) => one.name);
}
function items2(call, wanted2) {
  const { groups, policies, roles, users } = call.state;
  const has = (filter) => wanted2.size === 0 || wanted2.has(filter);
  return [
    ...has("User") ? byName(users).map((one) => ({ kind: "User", one })) : [],
    ...has("Group") ? byName(groups).map((one) => ({ kind: "Group", one })) : [],
    ...has("Role") ? byName(roles).map((one) => ({ kind: "Role", one })) : [],
    ...has("LocalManagedPolicy") ? sortedBy(policies.values(), (one) => one.arn).map((one) => ({ kind: "Policy", one })) : [],
    ...has("AWSManagedPolicy") ? sortedBy(AWS_POLICIES.values(), (one) => one.arn).map((one) => ({ kind: "Policy", one })) : []
  ];
}
var ORDER = { User: 1, Group: 2, Role: 3, Policy: 4 };
function position(item) {
  if (item.kind !== "Policy") return `${ORDER[item.kind]} ${item.one.name}`;
  return `${AWS_POLICIES.has(item.one.arn) ? 5 : ORDER.Policy} ${item.one.arn}`;
}
function policyDetails(call, found2) {
  if (found2.length === 0) return [];
  const usage = usageOf(call.state);
  return found2.map((policy2) => ({
    ...policyShape(policy2, usage),
    Description: policy2.description === "" ? null : policy2.description,
    PolicyVersionList: versionShapes(policy2)
  }));
}
var detailOperations = {
  GetAccountAuthorizationDetails: {
    kind: "read",
    resource: everything,
    run: (call) => {
      const wanted2 = new Set(call.params.list("Filter"));
      for (const filter of wanted2) {
        if (!FILTERS.has(filter))
          throw new AwsError(
            "ValidationError",
            `Value '${filter}' at 'filter' failed to satisfy constraint: Member must satisfy enum value set: [User, Role, Group, LocalManagedPolicy, AWSManagedPolicy]`
          );
      }
      const page = pageOf2(items2(call, wanted2), position, call);
      const policies = [];
      const lists = { User: [], Group: [], Role: [] };
      for (const item of page.items) {
        if (item.kind === "User") lists.User.push(userDetail(call, item.one));
        else if (item.kind === "Group") lists.Group.push(groupDetail(call, item.one));
        else if (item.kind === "Role") lists.Role.push(roleDetail(call, item.one));
        else policies.push(item.one);
      }
      return {
        UserDetailList: lists.User,
        GroupDetailList: lists.Group,
        RoleDetailList: lists.Role,
        Policies: policyDetails(call, policies),
        ...pageFields(page)
      };
    }
  }
};

// src/sandbox/iam/operations/users.ts
function namedUser(call) {
  const name2 = call.params.optional("UserName", RULES.anyUserName) ?? ownName(call);
  const user3 = call.state.users.get(name2);
  if (!user3) throw noSuch("user", name2);
  return user3;
}
function namedUserArn(call) {
  const name2 = call.params.optional("UserName", RULES.anyUserName) ?? ownName(call);
  return arnOf(call.state.account, "user", call.state.users.get(name2) ?? { path: "/", name: name2 });
}
function ownName(call) {
  if (call.caller.kind === "user") return call.caller.name;
  throw new AwsError("ValidationError", "Must specify userName when calling with non-User credentials");
}
function requestedBoundary(call, field = "PermissionsBoundary") {
  const arn = call.params.optional(field, RULES.arn);
  if (arn !== null && !findPolicy(call.state, arn)) throw noPolicy(arn);
  return arn;
}
var resource = (call) => holderArn("User", call);
var userOperations = {
  CreateUser: {
    kind: "write",
    resource: (call) => arnOf(call.state.account, "user", {
      path: call.params.optional("Path", RULES.path) ?? "/",
      name: call.params.text("UserName", RULES.userName)
    }),
    context: (call) => {
      const boundary = call.params.optional("PermissionsBoundary", RULES.arn);
      return {
        ...boundary === null ? {} : { "iam:PermissionsBoundary": boundary },
        ...tagEntries("aws:RequestTag", call.params.tags())
      };
    },
    run: (call) => {
      const { params, state } = call;
      const name2 = params.text("UserName", RULES.userName);
      checkFree(state.users, "User", name2);
      if (state.users.size >= state.quotas.users) throw limit("UsersPerAccount", state.quotas.users);
      const boundary = requestedBoundary(call);
      const tags3 = params.tags();
      const path2 = params.optional("Path", RULES.path) ?? "/";
      const user3 = {
        name: name2,
        path: path2,
        id: nextId2(state, "AIDA"),
        created: call.now,
        inline: [],
        attached: [],
        boundary,
        tags: tags3,
        groups: [],
        keys: [],
        login: null,
        mfa: []
      };
      state.users.set(name2, user3);
      return {
        User: {
          ...userShape(state, user3),
          PermissionsBoundary: boundaryShape(boundary),
          Tags: tagShape(tags3)
        }
      };
    }
  },
  GetUser: {
    kind: "read",
    resource: (call) => call.caller.kind === "root" && !call.params.entries()["UserName"] ? "*" : namedUserArn(call),
    run: (call) => {
      if (call.caller.kind === "root" && call.params.optional("UserName", RULES.anyUserName) === null) {
        return {
          User: {
            UserId: call.state.account,
            Arn: `arn:aws:iam::${call.state.account}:root`,
            CreateDate: "2020-01-01T00:00:00Z"
          }
        };
      }
      const user3 = namedUser(call);
      return {
        User: {
          ...userShape(call.state, user3),
          PermissionsBoundary: boundaryShape(user3.boundary),
          Tags: tagShape(user3.tags)
        }
      };
    }
  },
  ListUsers: {
    kind: "read",
    resource: (call) => `arn:aws:iam::${call.state.account}:user/`,
    run: (call) => {
      const prefix = call.params.optional("PathPrefix", RULES.pathPrefix) ?? "/";
      const users = [...call.state.users.values()].filter((one) => one.path.startsWith(prefix));
      const page = pageOf2(
        sortedBy(users, (one) => one.name),
        (one) => one.name,
        call
      );
      return { Users: page.items.map((one) => userShape(call.state, one)), ...pageFields(page) };
    }
  },
  UpdateUser: {
    kind: "write",
    resource,
    run: (call) => {
      const { params, state } = call;
      const user3 = namedUser(call);
      const name2 = params.optional("NewUserName", RULES.userName) ?? user3.name;
      const path2 = params.optional("NewPath", RULES.path) ?? user3.path;
      checkFree(state.users, "User", name2, user3.name);
      state.users.delete(user3.name);
      state.users.set(name2, { ...user3, name: name2, path: path2 });
      for (const key2 of user3.keys) state.keyOwners.set(key2.id, name2);
      return null;
    }
  },
  DeleteUser: {
    kind: "write",
    resource,
    run: (call) => {
      const user3 = namedUser(call);
      const rest = user3.groups.length > 0 ? "remove users from group" : user3.attached.length > 0 ? "detach all policies" : user3.inline.length > 0 ? "delete policies" : user3.keys.length > 0 ? "delete access keys" : user3.login !== null ? "delete login profile" : user3.mfa.length > 0 ? "delete MFA device" : null;
      if (rest !== null) throw new AwsError("DeleteConflict", `Cannot delete entity, must ${rest} first.`);
      call.state.users.delete(user3.name);
      return null;
    }
  },
  PutUserPermissionsBoundary: {
    kind: "write",
    resource,
    context: (call) => ({
      ...holderContext("User", call),
      "iam:PermissionsBoundary": call.params.text("PermissionsBoundary", RULES.arn)
    }),
    run: (call) => {
      const user3 = namedUser(call);
      call.params.text("PermissionsBoundary", RULES.arn);
      call.state.users.set(user3.name, { ...user3, boundary: requestedBoundary(call) });
      return null;
    }
  },
  DeleteUserPermissionsBoundary: {
    kind: "write",
    resource,
    context: (call) => holderContext("User", call),
    run: (call) => {
      const user3 = namedUser(call);
      if (user3.boundary === null)
        throw new AwsError(
          "NoSuchEntity",
          `The user with name ${user3.name} does not have a permissions boundary.`
        );
      call.state.users.set(user3.name, { ...user3, boundary: null });
      return null;
    }
  }
};

// src/sandbox/iam/operations/groups.ts
var resource2 = (call) => holderArn("Group", call);
var namedGroup = (call) => findHolder(call.state, "Group", holderName("Group", call));
var members = (call, group2) => [...call.state.users.values()].filter((one) => one.groups.includes(group2));
var groupOperations = {
  CreateGroup: {
    kind: "write",
    resource: (call) => arnOf(call.state.account, "group", {
      path: call.params.optional("Path", RULES.path) ?? "/",
      name: holderName("Group", call)
    }),
    run: (call) => {
      const { params, state } = call;
      const name2 = holderName("Group", call);
      const path2 = params.optional("Path", RULES.path) ?? "/";
      checkFree(state.groups, "Group", name2);
      if (state.groups.size >= state.quotas.groups) throw limit("GroupsPerAccount", state.quotas.groups);
      const group2 = {
        name: name2,
        path: path2,
        id: nextId2(state, "AGPA"),
        created: call.now,
        inline: [],
        attached: []
      };
      state.groups.set(name2, group2);
      return { Group: groupShape(state, group2) };
    }
  },
  GetGroup: {
    kind: "read",
    resource: resource2,
    run: (call) => {
      const group2 = namedGroup(call);
      const page = pageOf2(
        sortedBy(members(call, group2.name), (one) => one.name),
        (one) => one.name,
        call
      );
      const users = page.items.map((one) => userShape(call.state, one));
      return { Group: groupShape(call.state, group2), Users: users, ...pageFields(page) };
    }
  },
  ListGroups: {
    kind: "read",
    resource: (call) => `arn:aws:iam::${call.state.account}:group/`,
    run: (call) => {
      const prefix = call.params.optional("PathPrefix", RULES.pathPrefix) ?? "/";
      const groups = [...call.state.groups.values()].filter((one) => one.path.startsWith(prefix));
      const page = pageOf2(
        sortedBy(groups, (one) => one.name),
        (one) => one.name,
        call
      );
      return { Groups: page.items.map((one) => groupShape(call.state, one)), ...pageFields(page) };
    }
  },
  UpdateGroup: {
    kind: "write",
    resource: resource2,
    run: (call) => {
      const { params, state } = call;
      const group2 = namedGroup(call);
      const name2 = params.optional("NewGroupName", RULES.groupName) ?? group2.name;
      const path2 = params.optional("NewPath", RULES.path) ?? group2.path;
      checkFree(state.groups, "Group", name2, group2.name);
      const moved = members(call, group2.name);
      state.groups.delete(group2.name);
      state.groups.set(name2, { ...group2, name: name2, path: path2 });
      for (const user3 of moved) {
        state.users.set(user3.name, {
          ...user3,
          groups: user3.groups.map((one) => one === group2.name ? name2 : one)
        });
      }
      return null;
    }
  },
  DeleteGroup: {
    kind: "write",
    resource: resource2,
    run: (call) => {
      const group2 = namedGroup(call);
      const rest = members(call, group2.name).length > 0 ? "remove users from group" : group2.attached.length > 0 ? "detach all policies" : group2.inline.length > 0 ? "delete policies" : null;
      if (rest !== null) throw new AwsError("DeleteConflict", `Cannot delete entity, must ${rest} first.`);
      call.state.groups.delete(group2.name);
      return null;
    }
  },
  AddUserToGroup: {
    kind: "write",
    resource: resource2,
    run: (call) => {
      const group2 = namedGroup(call);
      call.params.text("UserName", RULES.anyUserName);
      const user3 = namedUser(call);
      if (user3.groups.includes(group2.name)) return null;
      if (user3.groups.length >= call.state.quotas.groupsPerUser)
        throw limit("GroupsPerUser", call.state.quotas.groupsPerUser);
      call.state.users.set(user3.name, { ...user3, groups: [...user3.groups, group2.name] });
      return null;
    }
  },
  RemoveUserFromGroup: {
    kind: "write",
    resource: resource2,
    run: (call) => {
      const group2 = namedGroup(call);
      call.params.text("UserName", RULES.anyUserName);
      const user3 = namedUser(call);
      if (!user3.groups.includes(group2.name)) {
        throw new AwsError("NoSuchEntity", `User ${user3.name} is not in group ${group2.name}.`);
      }
      call.state.users.set(user3.name, { ...user3, groups: user3.groups.filter((one) => one !== group2.name) });
      return null;
    }
  },
  ListGroupsForUser: {
    kind: "read",
    resource: namedUserArn,
    run: (call) => {
      const groups = namedUser(call).groups.flatMap((name2) => call.state.groups.get(name2) ?? []);
      const page = pageOf2(
        sortedBy(groups, (one) => one.name),
        (one) => one.name,
        call
      );
      return { Groups: page.items.map((one) => groupShape(call.state, one)), ...pageFields(page) };
    }
  }
};

// src/sandbox/iam/operations/inline.ts
function inlineOf(kind) {
  const { field, inline: quota } = HOLDERS[kind];
  const resource5 = (call) => holderArn(kind, call);
  const context = (call) => holderContext(kind, call);
  return {
    [`Put${kind}Policy`]: {
      kind: "write",
      resource: resource5,
      context,
      run: (call) => {
        const name2 = call.params.text("PolicyName", RULES.policyName);
        const document2 = call.params.text("PolicyDocument", RULES.document);
        const holder2 = findHolder(call.state, kind, holderName(kind, call));
        checkModifiable(kind, holder2);
        readPolicyOnce(document2, "identity");
        const inline = withInline(holder2.inline, { name: name2, document: document2 });
        const most = call.state.quotas[quota];
        if (inline.reduce((sum, one) => sum + policySize(one.document), 0) > most) {
          throw new AwsError(
            "LimitExceeded",
            `Maximum policy size of ${most} bytes exceeded for ${HOLDERS[kind].what} ${holder2.name}`
          );
        }
        changeHolder(call.state, kind, holder2.name, { inline });
        return null;
      }
    },
    [`Delete${kind}Policy`]: {
      kind: "write",
      resource: resource5,
      context,
      run: (call) => {
        const name2 = call.params.text("PolicyName", RULES.policyName);
        const holder2 = findHolder(call.state, kind, holderName(kind, call));
        checkModifiable(kind, holder2);
        if (!holder2.inline.some((one) => one.name === name2))
          throw noSuch(`${HOLDERS[kind].what} policy`, name2);
        changeHolder(call.state, kind, holder2.name, {
          inline: holder2.inline.filter((one) => one.name !== name2)
        });
        return null;
      }
    },
    [`Get${kind}Policy`]: {
      kind: "read",
      resource: resource5,
      run: (call) => {
        const name2 = call.params.text("PolicyName", RULES.policyName);
        const holder2 = findHolder(call.state, kind, holderName(kind, call));
        const found2 = holder2.inline.find((one) => one.name === name2);
        if (!found2) throw noSuch(`${HOLDERS[kind].what} policy`, name2);
        return { [field]: holder2.name, PolicyName: name2, PolicyDocument: encodeDocument(found2.document) };
      }
    },
    [`List${kind}Policies`]: {
      kind: "read",
      resource: resource5,
      run: (call) => {
        const holder2 = findHolder(call.state, kind, holderName(kind, call));
        const names2 = holder2.inline.map((one) => one.name);
        const page = pageOf2(
          sortedBy(names2, (name2) => name2),
          (name2) => name2,
          call
        );
        return { PolicyNames: page.items, ...pageFields(page) };
      }
    }
  };
}
var inlineOperations = { ...inlineOf("User"), ...inlineOf("Role"), ...inlineOf("Group") };

// src/sandbox/iam/operations/keys.ts
function noKey(id2) {
  return new AwsError("NoSuchEntity", `The Access Key with id ${id2} cannot be found.`);
}
function namedKey(call, user3) {
  const id2 = call.params.text("AccessKeyId", RULES.accessKeyId);
  const found2 = user3.keys.find((one) => one.id === id2);
  if (!found2) throw noKey(id2);
  return found2;
}
function shape2(user3, key2) {
  return {
    UserName: user3.name,
    AccessKeyId: key2.id,
    Status: key2.status,
    CreateDate: writeInstant(key2.created)
  };
}
function lastUse(call, id2) {
  const use = call.cloud.lastUse.get(id2);
  if (!use) return { ServiceName: "N/A", Region: "N/A" };
  return { LastUsedDate: writeInstant(use.at), ServiceName: use.service, Region: use.region };
}
var keyOperations = {
  CreateAccessKey: {
    kind: "write",
    resource: namedUserArn,
    run: (call) => {
      const user3 = namedUser(call);
      const most = call.state.quotas.accessKeysPerUser;
      if (user3.keys.length >= most) throw limit("AccessKeysPerUser", most);
      const key2 = { id: nextId2(call.state, "AKIA"), status: "Active", created: call.now };
      call.state.users.set(user3.name, { ...user3, keys: [...user3.keys, key2] });
      call.state.keyOwners.set(key2.id, user3.name);
      return { AccessKey: { ...shape2(user3, key2), SecretAccessKey: secretFor(key2.id) } };
    }
  },
  ListAccessKeys: {
    kind: "read",
    resource: namedUserArn,
    run: (call) => {
      const user3 = namedUser(call);
      const page = pageOf2(
        sortedBy(user3.keys, (one) => one.id),
        (one) => one.id,
        call
      );
      return { AccessKeyMetadata: page.items.map((one) => shape2(user3, one)), ...pageFields(page) };
    }
  },
  GetAccessKeyLastUsed: {
    kind: "read",
    resource: everything,
    run: (call) => {
      const id2 = call.params.text("AccessKeyId", RULES.accessKeyId);
      const name2 = call.state.keyOwners.get(id2);
      if (name2 === void 0) throw new AwsError("AccessDenied", `Access key ${id2} is not of this account`);
      return { UserName: name2, AccessKeyLastUsed: lastUse(call, id2) };
    }
  },
  UpdateAccessKey: {
    kind: "write",
    resource: namedUserArn,
    run: (call) => {
      const user3 = namedUser(call);
      const key2 = namedKey(call, user3);
      const status = call.params.choice("Status", ["Active", "Inactive"]);
      if (status === null) throw new AwsError("ValidationError", "Status must not be null");
      const keys2 = user3.keys.map((one) => one.id === key2.id ? { ...one, status } : one);
      call.state.users.set(user3.name, { ...user3, keys: keys2 });
      return null;
    }
  },
  DeleteAccessKey: {
    kind: "write",
    resource: namedUserArn,
    run: (call) => {
      const user3 = namedUser(call);
      const key2 = namedKey(call, user3);
      call.state.users.set(user3.name, { ...user3, keys: user3.keys.filter((one) => one.id !== key2.id) });
      call.state.keyOwners.delete(key2.id);
      return null;
    }
  }
};

// src/sandbox/iam/operations/providers.ts
var YEAR = 365 * 864e5;
var samlArn = (call) => call.params.text("SAMLProviderArn", RULES.arn);
var oidcArn = (call) => call.params.text("OpenIDConnectProviderArn", RULES.arn);
var newSamlArn = (call) => `arn:aws:iam::${call.state.account}:saml-provider/${call.params.text("Name", RULES.policyName)}`;
var newOidcArn = (call) => `arn:aws:iam::${call.state.account}:oidc-provider/${oidcUrl(call)}`;
function oidcUrl(call) {
  const url = call.params.text("Url", { ...RULES.any, max: 255 });
  if (!/^https:\/\/[^\s/]+[^\s]*$/u.test(url))
    throw new AwsError("InvalidInput", "Invalid Open ID Connect Provider URL");
  return url.replace(/^https:\/\//u, "").replace(/\/$/u, "");
}
function namedSaml(call) {
  const found2 = call.state.saml.get(samlArn(call));
  if (!found2) throw new AwsError("NoSuchEntity", "Manifest not found for arn");
  return found2;
}
function namedOidc(call) {
  const arn = oidcArn(call);
  const found2 = call.state.oidc.get(arn);
  if (!found2) throw new AwsError("NoSuchEntity", `OpenIDConnect Provider not found for arn ${arn}`);
  return found2;
}
var providerOperations = {
  CreateSAMLProvider: {
    kind: "write",
    resource: newSamlArn,
    run: (call) => {
      const arn = newSamlArn(call);
      const metadata = call.params.text("SAMLMetadataDocument", { ...RULES.any, max: 1e7 });
      if (call.state.saml.has(arn))
        throw new AwsError("EntityAlreadyExists", `SAML provider ${arn} already exists.`);
      call.state.saml.set(arn, { arn, metadata, created: call.now, tags: call.params.tags() });
      return { SAMLProviderArn: arn };
    }
  },
  GetSAMLProvider: {
    kind: "read",
    resource: samlArn,
    run: (call) => {
      const { created: created2, metadata, tags: tags3 } = namedSaml(call);
      return {
        SAMLMetadataDocument: metadata,
        CreateDate: writeInstant(created2),
        ValidUntil: writeInstant(created2 + 100 * YEAR),
        Tags: tagShape(tags3)
      };
    }
  },
  ListSAMLProviders: {
    kind: "read",
    resource: (call) => `arn:aws:iam::${call.state.account}:saml-provider/`,
    run: (call) => ({
      SAMLProviderList: sortedBy(call.state.saml.values(), (one) => one.arn).map((one) => ({
        Arn: one.arn,
        ValidUntil: writeInstant(one.created + 100 * YEAR),
        CreateDate: writeInstant(one.created)
      }))
    })
  },
  DeleteSAMLProvider: {
    kind: "write",
    resource: samlArn,
    run: (call) => {
      call.state.saml.delete(namedSaml(call).arn);
      return null;
    }
  },
  CreateOpenIDConnectProvider: {
    kind: "write",
    resource: newOidcArn,
    run: (call) => {
      const arn = newOidcArn(call);
      if (call.state.oidc.has(arn))
        throw new AwsError(
          "EntityAlreadyExists",
          `Provider with url https://${oidcUrl(call)} already exists.`
        );
      call.state.oidc.set(arn, {
        arn,
        url: oidcUrl(call),
        clients: call.params.list("ClientIDList"),
        thumbprints: call.params.list("ThumbprintList"),
        created: call.now,
        tags: call.params.tags()
      });
      return { OpenIDConnectProviderArn: arn };
    }
  },
  GetOpenIDConnectProvider: {
    kind: "read",
    resource: oidcArn,
    run: (call) => {
      const { clients, created: created2, tags: tags3, thumbprints, url } = namedOidc(call);
      return {
        Url: url,
        ClientIDList: clients,
        ThumbprintList: thumbprints,
        CreateDate: writeInstant(created2),
        Tags: tagShape(tags3)
      };
    }
  },
  ListOpenIDConnectProviders: {
    kind: "read",
    resource: (call) => `arn:aws:iam::${call.state.account}:oidc-provider/`,
    run: (call) => ({
      OpenIDConnectProviderList: sortedBy(call.state.oidc.keys(), (arn) => arn).map((arn) => ({ Arn: arn }))
    })
  },
  DeleteOpenIDConnectProvider: {
    kind: "write",
    resource: oidcArn,
    run: (call) => {
      call.state.oidc.delete(oidcArn(call));
      return null;
    }
  }
};

// src/sandbox/iam/operations/report.ts
var EVERY = 4 * 36e5;
var COLUMNS = [
  "user",
  "arn",
  "user_creation_time",
  "password_enabled",
  "password_last_used",
  "password_last_changed",
  "password_next_rotation",
  "mfa_active",
  ...["1", "2"].flatMap((n) => [
    `access_key_${n}_active`,
    `access_key_${n}_last_rotated`,
    `access_key_${n}_last_used_date`,
    `access_key_${n}_last_used_region`,
    `access_key_${n}_last_used_service`
  ]),
  ...["1", "2"].flatMap((n) => [`cert_${n}_active`, `cert_${n}_last_rotated`])
];
var NO_CERTIFICATES = ["false", "N/A", "false", "N/A"];
function time(at) {
  return writeInstant(at).replace("Z", "+00:00");
}
function keyCells(call, key2) {
  if (!key2) return ["false", "N/A", "N/A", "N/A", "N/A"];
  const use = call.cloud.lastUse.get(key2.id);
  const used = use ? [time(use.at), use.region, use.service] : ["N/A", "N/A", "N/A"];
  return [String(key2.status === "Active"), time(key2.created), ...used];
}
function userCells(call, user3) {
  const password = user3.login === null ? ["false", "N/A", "N/A", "N/A"] : ["true", "no_information", time(user3.login.created), "N/A"];
  return [
    user3.name,
    arnOf(call.state.account, "user", user3),
    time(user3.created),
    ...password,
    String(user3.mfa.length > 0),
    ...keyCells(call, user3.keys[0]),
    ...keyCells(call, user3.keys[1]),
    ...NO_CERTIFICATES
  ];
}
function rootCells(call) {
  const arn = `arn:aws:iam::${call.state.account}:root`;
  const unsaid = "not_supported";
  const root2 = { id: "", status: "Active", created: ROOT_MADE };
  return [
    "<root_account>",
    arn,
    time(ROOT_MADE),
    unsaid,
    "no_information",
    unsaid,
    unsaid,
    "false",
    ...keyCells(call, root2),
    ...keyCells(call, void 0),
    ...NO_CERTIFICATES
  ];
}
var ROOT_MADE = Date.UTC(2020, 0, 1);
function csv(call) {
  const users = sortedBy(call.state.users.values(), (one) => one.name);
  const rows = [COLUMNS, rootCells(call), ...users.map((one) => userCells(call, one))];
  return rows.map((cells) => cells.join(",")).join("\n");
}
var reportOperations = {
  GenerateCredentialReport: {
    kind: "read",
    resource: everything,
    run: (call) => {
      const made = call.cloud.reports.get(call.state.account);
      if (made !== void 0 && call.now - made.at < EVERY) return { State: "COMPLETE" };
      call.cloud.reports.set(call.state.account, { at: call.now, content: csv(call) });
      return { State: "STARTED", Description: "No report exists. Starting a new report generation task" };
    }
  },
  GetCredentialReport: {
    kind: "read",
    resource: everything,
    run: (call) => {
      const made = call.cloud.reports.get(call.state.account);
      if (made === void 0)
        throw new AwsError("ReportNotPresent", "No report exists. Call GenerateCredentialReport first.");
      if (call.now - made.at >= EVERY)
        throw new AwsError(
          "ReportExpired",
          "The most recent report has expired. Call GenerateCredentialReport."
        );
      return {
        Content: Buffer.from(made.content).toString("base64"),
        ReportFormat: "text/csv",
        GeneratedTime: writeInstant(made.at)
      };
    }
  }
};

// src/sandbox/iam/operations/roles.ts
var resource3 = (call) => holderArn("Role", call);
function namedRole(call) {
  const name2 = call.params.text("RoleName", RULES.roleName);
  const role2 = call.state.roles.get(name2);
  if (!role2) throw noSuch("role", name2);
  return role2;
}
function change2(call, fields) {
  const role2 = namedRole(call);
  checkModifiable("Role", role2);
  call.state.roles.set(role2.name, { ...role2, ...fields });
  return null;
}
function readTrust(call, field) {
  const trust = call.params.text(field, RULES.document);
  const trusted = resolveTrust(trust, (account3) => call.cloud.accounts.get(account3) ?? null);
  if (policySize(trust) > call.state.quotas.trust) throw limit("ACLSizePerRole", call.state.quotas.trust);
  return { trust, trusted };
}
var roleOperations = {
  CreateRole: {
    kind: "write",
    resource: (call) => arnOf(call.state.account, "role", {
      path: call.params.optional("Path", RULES.path) ?? "/",
      name: call.params.text("RoleName", RULES.roleName)
    }),
    context: (call) => {
      const boundary = call.params.optional("PermissionsBoundary", RULES.arn);
      return {
        ...boundary === null ? {} : { "iam:PermissionsBoundary": boundary },
        ...tagEntries("aws:RequestTag", call.params.tags())
      };
    },
    run: (call) => {
      const { params, state } = call;
      const name2 = params.text("RoleName", RULES.roleName);
      const path2 = params.optional("Path", RULES.path) ?? "/";
      if (path2.startsWith("/aws-service-role/"))
        throw new AwsError("InvalidInput", "Path /aws-service-role/ is reserved");
      checkFree(state.roles, "Role", name2);
      if (state.roles.size >= state.quotas.roles) throw limit("RolesPerAccount", state.quotas.roles);
      const fields = {
        ...readTrust(call, "AssumeRolePolicyDocument"),
        boundary: requestedBoundary(call),
        tags: params.tags(),
        description: params.optional("Description", RULES.description) ?? "",
        maxSessionDuration: params.integer("MaxSessionDuration", 3600, 43200) ?? 3600
      };
      const role2 = {
        name: name2,
        path: path2,
        id: nextId2(state, "AROA"),
        created: call.now,
        inline: [],
        attached: [],
        ...fields
      };
      state.roles.set(name2, role2);
      const extra = { PermissionsBoundary: boundaryShape(role2.boundary), Tags: tagShape(role2.tags) };
      return { Role: { ...roleShape(state, role2), ...extra } };
    }
  },
  GetRole: {
    kind: "read",
    resource: resource3,
    run: (call) => {
      const role2 = namedRole(call);
      return {
        Role: {
          ...roleShape(call.state, role2),
          PermissionsBoundary: boundaryShape(role2.boundary),
          Tags: tagShape(role2.tags),
          RoleLastUsed: roleUse(call.cloud, role2)
        }
      };
    }
  },
  ListRoles: {
    kind: "read",
    resource: (call) => `arn:aws:iam::${call.state.account}:role/`,
    run: (call) => {
      const prefix = call.params.optional("PathPrefix", RULES.pathPrefix) ?? "/";
      const roles = [...call.state.roles.values()].filter((one) => one.path.startsWith(prefix));
      const page = pageOf2(
        sortedBy(roles, (one) => one.name),
        (one) => one.name,
        call
      );
      return { Roles: page.items.map((one) => roleShape(call.state, one)), ...pageFields(page) };
    }
  },
  UpdateRole: {
    kind: "write",
    resource: resource3,
    run: (call) => {
      const description = call.params.optional("Description", RULES.description);
      const maxSessionDuration = call.params.integer("MaxSessionDuration", 3600, 43200);
      change2(call, {
        ...description === null ? {} : { description },
        ...maxSessionDuration === null ? {} : { maxSessionDuration }
      });
      return {};
    }
  },
  UpdateAssumeRolePolicy: {
    kind: "write",
    resource: resource3,
    run: (call) => {
      namedRole(call);
      return change2(call, readTrust(call, "PolicyDocument"));
    }
  },
  DeleteRole: {
    kind: "write",
    resource: resource3,
    run: (call) => {
      const role2 = namedRole(call);
      checkModifiable("Role", role2);
      const rest = role2.attached.length > 0 ? "detach all policies" : role2.inline.length > 0 ? "delete policies" : null;
      if (rest !== null) throw new AwsError("DeleteConflict", `Cannot delete entity, must ${rest} first.`);
      call.state.roles.delete(role2.name);
      return null;
    }
  },
  PutRolePermissionsBoundary: {
    kind: "write",
    resource: resource3,
    context: (call) => ({
      ...holderContext("Role", call),
      "iam:PermissionsBoundary": call.params.text("PermissionsBoundary", RULES.arn)
    }),
    run: (call) => {
      namedRole(call);
      call.params.text("PermissionsBoundary", RULES.arn);
      return change2(call, { boundary: requestedBoundary(call) });
    }
  },
  DeleteRolePermissionsBoundary: {
    kind: "write",
    resource: resource3,
    context: (call) => holderContext("Role", call),
    run: (call) => {
      const role2 = namedRole(call);
      if (role2.boundary === null)
        throw new AwsError(
          "NoSuchEntity",
          `The role with name ${role2.name} does not have a permissions boundary.`
        );
      return change2(call, { boundary: null });
    }
  }
};

// src/sandbox/iam/operations/sign-in.ts
var resource4 = (call) => holderArn("User", call);
function login(user3) {
  if (user3.login === null)
    throw new AwsError("NoSuchEntity", `Login Profile for User ${user3.name} cannot be found.`);
  return user3.login;
}
function shape3(user3, profile) {
  return {
    UserName: user3.name,
    CreateDate: writeInstant(profile.created),
    PasswordResetRequired: profile.resetRequired
  };
}
function serialNumber(call) {
  return call.params.text("SerialNumber", { ...RULES.any, min: 9, max: 256 });
}
var signInOperations = {
  CreateLoginProfile: {
    kind: "write",
    resource: resource4,
    run: (call) => {
      const user3 = namedUser(call);
      if (user3.login !== null)
        throw new AwsError("EntityAlreadyExists", `Login Profile for user ${user3.name} already exists.`);
      const profile = { created: call.now, resetRequired: call.params.flag("PasswordResetRequired") ?? false };
      call.state.users.set(user3.name, { ...user3, login: profile });
      return { LoginProfile: shape3(user3, profile) };
    }
  },
  GetLoginProfile: {
    kind: "read",
    resource: namedUserArn,
    run: (call) => {
      const user3 = namedUser(call);
      return { LoginProfile: shape3(user3, login(user3)) };
    }
  },
  DeleteLoginProfile: {
    kind: "write",
    resource: namedUserArn,
    run: (call) => {
      const user3 = namedUser(call);
      login(user3);
      call.state.users.set(user3.name, { ...user3, login: null });
      return null;
    }
  },
  EnableMFADevice: {
    kind: "write",
    resource: resource4,
    run: (call) => {
      const user3 = namedUser(call);
      const serial = serialNumber(call);
      for (const one of call.state.users.values()) {
        if (one.mfa.some((device) => device.serial === serial)) {
          throw new AwsError("EntityAlreadyExists", `MFA device ${serial} is already in use.`);
        }
      }
      if (user3.mfa.length >= 8)
        throw new AwsError("LimitExceeded", "Cannot exceed quota for MFADevicesPerUser: 8");
      call.state.users.set(user3.name, { ...user3, mfa: [...user3.mfa, { serial, enabled: call.now }] });
      return null;
    }
  },
  DeactivateMFADevice: {
    kind: "write",
    resource: namedUserArn,
    run: (call) => {
      const user3 = namedUser(call);
      const serial = serialNumber(call);
      if (!user3.mfa.some((one) => one.serial === serial)) {
        throw new AwsError("NoSuchEntity", `MFA device ${serial} of user ${user3.name} cannot be found.`);
      }
      call.state.users.set(user3.name, { ...user3, mfa: user3.mfa.filter((one) => one.serial !== serial) });
      return null;
    }
  },
  ListMFADevices: {
    kind: "read",
    resource: namedUserArn,
    run: (call) => {
      const user3 = namedUser(call);
      const page = pageOf2(
        sortedBy(user3.mfa, (one) => one.serial),
        (one) => one.serial,
        call
      );
      const devices = page.items.map((one) => ({
        UserName: user3.name,
        SerialNumber: one.serial,
        EnableDate: writeInstant(one.enabled)
      }));
      return { MFADevices: devices, ...pageFields(page) };
    }
  }
};

// src/sandbox/iam/operations/simulate.ts
function simulated(call) {
  const arn = call.params.text("PolicySourceArn", RULES.arn);
  const { state } = call;
  const name2 = arn.slice(arn.lastIndexOf("/") + 1);
  const [user3, role2] = [state.users.get(name2), state.roles.get(name2)];
  if (user3 && arnOf(state.account, "user", user3) === arn) return userActor(state, user3);
  if (role2 && arnOf(state.account, "role", role2) === arn) {
    return roleActor(state, role2, {
      name: "simulation",
      policies: null,
      tags: [],
      sourceIdentity: null,
      issued: call.now
    });
  }
  if (readArn(arn) === null)
    throw new AwsError(
      "InvalidInput",
      `Invalid Entity Arn: ${arn} does not clearly define entity type and name.`
    );
  throw new AwsError("NoSuchEntity", `Specified entity could not be found: ${arn}`);
}
function contextEntries(call) {
  return Object.fromEntries(
    call.params.structures("ContextEntries").map((one) => [one.text("ContextKeyName", RULES.any), one.list("ContextKeyValues")])
  );
}
function decisionWord(decision) {
  if (decision.allowed) return "allowed";
  return decision.why === "explicit-deny" ? "explicitDeny" : "implicitDeny";
}
var simulateOperations = {
  SimulatePrincipalPolicy: {
    kind: "read",
    resource: everything,
    run: (call) => {
      const actor = simulated(call);
      const added = call.params.list("PolicyInputList").map((text2) => readPolicyOnce(text2, "identity"));
      const [boundary] = call.params.list("PermissionsBoundaryPolicyInputList").map((text2) => readPolicyOnce(text2, "identity"));
      const asked2 = {
        ...actor,
        policies: {
          ...actor.policies,
          identity: [...actor.policies.identity, ...added],
          boundary: boundary ?? actor.policies.boundary
        }
      };
      const context = contextEntries(call);
      const actions = call.params.list("ActionNames");
      if (actions.length === 0) throw new AwsError("ValidationError", "ActionNames must not be empty");
      const resources = call.params.list("ResourceArns");
      const results = actions.flatMap(
        (action) => (resources.length === 0 ? ["*"] : resources).map((resource5) => {
          const decision = decide(asked2, { action, resource: resource5, at: call.now, context });
          return {
            EvalActionName: action,
            EvalResourceName: resource5,
            EvalDecision: decisionWord(decision),
            MatchedStatements: [],
            MissingContextValues: []
          };
        })
      );
      return { EvaluationResults: results, IsTruncated: false };
    }
  }
};

// src/sandbox/iam/operations/summary.ts
function summaryOf(state) {
  const { groups, oidc, policies, quotas: quotas2, roles, saml, users } = state;
  const devices = [...users.values()].reduce((sum, user3) => sum + user3.mfa.length, 0);
  return {
    AccessKeysPerUserQuota: quotas2.accessKeysPerUser,
    AccountAccessKeysPresent: 1,
    AccountMFAEnabled: 0,
    AccountPasswordPresent: 1,
    AccountSigningCertificatesPresent: 0,
    AssumeRolePolicySizeQuota: quotas2.trust,
    AttachedPoliciesPerGroupQuota: quotas2.attached,
    AttachedPoliciesPerRoleQuota: quotas2.attached,
    AttachedPoliciesPerUserQuota: quotas2.attached,
    GlobalEndpointTokenVersion: 1,
    GroupPolicySizeQuota: quotas2.groupInline,
    Groups: groups.size,
    GroupsPerUserQuota: quotas2.groupsPerUser,
    GroupsQuota: quotas2.groups,
    InstanceProfiles: 0,
    InstanceProfilesQuota: 1e3,
    MFADevices: devices,
    MFADevicesInUse: devices,
    Policies: policies.size,
    PoliciesQuota: quotas2.policies,
    PolicySizeQuota: quotas2.managed,
    PolicyVersionsInUse: [...policies.values()].reduce((sum, policy2) => sum + policy2.versions.length, 0),
    PolicyVersionsInUseQuota: 1e4,
    Providers: saml.size + oidc.size,
    RolePolicySizeQuota: quotas2.roleInline,
    Roles: roles.size,
    RolesQuota: quotas2.roles,
    ServerCertificates: 0,
    ServerCertificatesQuota: 20,
    SigningCertificatesPerUserQuota: 2,
    UserPolicySizeQuota: quotas2.userInline,
    Users: users.size,
    UsersQuota: quotas2.users,
    VersionsPerPolicyQuota: quotas2.versionsPerPolicy
  };
}
var summaryOperations = {
  GetAccountSummary: {
    kind: "read",
    resource: everything,
    run: (call) => ({ SummaryMap: new AnswerMap(summaryOf(call.state)) })
  },
  ListAccountAliases: {
    kind: "read",
    resource: everything,
    run: (call) => ({
      AccountAliases: call.state.alias === null ? [] : [call.state.alias],
      IsTruncated: false
    })
  }
};

// src/sandbox/iam/operations/tags.ts
var TAGGED = {
  User: {
    resource: (call) => holderArn("User", call),
    context: (call) => holderContext("User", call),
    get: (call) => namedUser(call).tags,
    set: (call, tags3) => {
      const user3 = namedUser(call);
      call.state.users.set(user3.name, { ...user3, tags: tags3 });
    }
  },
  Role: {
    resource: (call) => holderArn("Role", call),
    context: (call) => holderContext("Role", call),
    get: (call) => namedRole(call).tags,
    set: (call, tags3) => {
      const role2 = namedRole(call);
      checkModifiable("Role", role2);
      call.state.roles.set(role2.name, { ...role2, tags: tags3 });
    }
  },
  Policy: {
    resource: policyArn,
    context: () => ({}),
    get: (call) => namedPolicy(call).tags,
    set: (call, tags3) => {
      const policy2 = ownPolicy(call);
      call.state.policies.set(policy2.arn, { ...policy2, tags: tags3 });
    }
  }
};
function tagsOf2(kind) {
  const { context, get: get21, resource: resource5, set: set2 } = TAGGED[kind];
  return {
    [`Tag${kind}`]: {
      kind: "write",
      resource: resource5,
      context: (call) => ({ ...context(call), ...tagEntries("aws:RequestTag", call.params.tags()) }),
      run: (call) => {
        const added = call.params.tags();
        const keys2 = new Set(added.map((tag) => tag.key.toLowerCase()));
        const tags3 = [...get21(call).filter((tag) => !keys2.has(tag.key.toLowerCase())), ...added];
        if (tags3.length > 50)
          throw new AwsError("LimitExceeded", "The number of tags has reached the maximum limit.");
        set2(call, tags3);
        return null;
      }
    },
    [`Untag${kind}`]: {
      kind: "write",
      resource: resource5,
      context: (call) => context(call),
      run: (call) => {
        const keys2 = new Set(call.params.list("TagKeys", RULES.tagKey).map((key2) => key2.toLowerCase()));
        set2(
          call,
          get21(call).filter((tag) => !keys2.has(tag.key.toLowerCase()))
        );
        return null;
      }
    },
    [`List${kind}Tags`]: {
      kind: "read",
      resource: resource5,
      run: (call) => {
        const page = pageOf2(
          sortedBy(get21(call), (tag) => tag.key),
          (tag) => tag.key,
          call
        );
        return { Tags: page.items.map((tag) => ({ Key: tag.key, Value: tag.value })), ...pageFields(page) };
      }
    }
  };
}
var tagOperations = { ...tagsOf2("User"), ...tagsOf2("Role"), ...tagsOf2("Policy") };

// src/sandbox/iam/operations/table.ts
var IAM_OPERATIONS = new Map(
  [
    attachedOperations,
    detailOperations,
    groupOperations,
    inlineOperations,
    keyOperations,
    policyOperations,
    providerOperations,
    reportOperations,
    roleOperations,
    signInOperations,
    simulateOperations,
    summaryOperations,
    tagOperations,
    userOperations,
    versionOperations
  ].flatMap((family) => Object.entries(family))
);

// src/sandbox/iam/trail.ts
var DAY2 = 864e5;
var TYPES2 = {
  UserName: "AWS::IAM::User",
  RoleName: "AWS::IAM::Role",
  RoleArn: "AWS::IAM::Role",
  GroupName: "AWS::IAM::Group",
  PolicyArn: "AWS::IAM::Policy",
  PolicyName: "AWS::IAM::Policy",
  AccessKeyId: "AWS::IAM::AccessKey"
};
function record(cloud, service, request, result, error2) {
  const { caller, operation, params } = request;
  const { Action: _action, Version: _version, Password: password, ...parameters } = params.entries();
  cloud.trail.push({
    id: requestId(`event ${cloud.trail.length}`),
    account: caller.account,
    at: cloud.clock.now(),
    name: operation,
    source: `${service}.amazonaws.com`,
    username: caller.kind === "user" ? caller.name : caller.kind === "session" ? caller.session.name : "root",
    caller: { kind: caller.kind, arn: callerArn(cloud, caller), accessKeyId: caller.accessKeyId },
    readOnly: service === "sts" || IAM_OPERATIONS.get(operation)?.kind === "read",
    resources: Object.entries(parameters).flatMap(([field, name2]) => {
      const type = Object.hasOwn(TYPES2, field) ? TYPES2[field] : void 0;
      return type === void 0 ? [] : [{ type, name: name2 }];
    }),
    parameters: password === void 0 ? parameters : { ...parameters, Password: "HIDDEN_DUE_TO_SECURITY_REASONS" },
    opened: sessionIn(result),
    error: error2 ? { code: error2.code, message: error2.message } : null,
    requestId: request.id
  });
}
function sessionIn(result) {
  const id2 = fieldsOf(result?.["Credentials"])["AccessKeyId"];
  return typeof id2 === "string" ? id2 : null;
}
function lookUpEvents(cloud, request) {
  if (request.operation !== "LookupEvents") {
    throw new AwsError("UnknownOperationException", `Unknown operation ${request.operation}`);
  }
  authorise(cloud, request.caller, { action: "cloudtrail:LookupEvents", resource: "*" });
  const now = cloud.clock.now();
  const lookup = readLookup(request.body, now);
  const found2 = request.signature.region === "us-east-1" ? cloud.trail.filter((event) => event.account === request.caller.account && wanted(event, lookup, now)).toReversed() : [];
  const page = found2.slice(lookup.skip, lookup.skip + lookup.most);
  const next = lookup.skip + page.length;
  return { Events: page.map(writeEvent), ...next < found2.length ? { NextToken: String(next) } : {} };
}
function readLookup(body, now) {
  const asked2 = readJson(body);
  const token = asked2["NextToken"];
  const most = asked2["MaxResults"] ?? 50;
  if (typeof most !== "number" || !Number.isInteger(most) || most < 1 || most > 50) {
    throw new AwsError("InvalidMaxResultsException", "MaxResults must be between 1 and 50.");
  }
  if (token !== void 0 && (typeof token !== "string" || !/^\d{1,9}$/u.test(token))) {
    throw new AwsError("InvalidNextTokenException", "Invalid NextToken.");
  }
  return {
    attributes: readAttributes(asked2["LookupAttributes"]),
    start: seconds(asked2["StartTime"], now - 90 * DAY2),
    end: seconds(asked2["EndTime"], now),
    most,
    skip: token === void 0 ? 0 : Number(token)
  };
}
function readAttributes(written) {
  const list21 = Array.isArray(written) ? written : [];
  if (list21.length > 1)
    throw new AwsError("InvalidLookupAttributesException", "You can specify only one lookup attribute.");
  return list21.map((one) => {
    const fields = fieldsOf(one);
    const [key2, value] = [fields["AttributeKey"], fields["AttributeValue"]];
    if (typeof key2 !== "string" || typeof value !== "string") {
      throw new AwsError("InvalidLookupAttributesException", "A lookup attribute needs a key and a value.");
    }
    return { key: key2, value };
  });
}
function readJson(body) {
  try {
    const value = JSON.parse(body === "" ? "{}" : body);
    if (typeof value === "object" && value !== null) return fieldsOf(value);
  } catch {
  }
  throw new AwsError("SerializationException", "The request body is not a JSON object.");
}
function fieldsOf(value) {
  return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
function seconds(value, otherwise) {
  return typeof value === "number" ? value * 1e3 : otherwise;
}
function wanted(event, lookup, now) {
  if (event.at < Math.max(lookup.start, now - 90 * DAY2) || event.at > lookup.end) return false;
  return lookup.attributes.every(({ key: key2, value }) => attributeValues(event, key2).includes(value));
}
function attributeValues(event, key2) {
  switch (key2) {
    case "AccessKeyId":
      return [event.caller.accessKeyId];
    case "EventId":
      return [event.id];
    case "EventName":
      return [event.name];
    case "EventSource":
      return [event.source];
    case "ReadOnly":
      return [String(event.readOnly)];
    case "ResourceName":
      return event.resources.map((one) => one.name);
    case "ResourceType":
      return event.resources.map((one) => one.type);
    case "Username":
      return [event.username];
    default:
      throw new AwsError("InvalidLookupAttributesException", `Unknown attribute ${key2}`);
  }
}
var IDENTITY_TYPES = { root: "Root", user: "IAMUser", session: "AssumedRole" };
function writeEvent(event) {
  const { caller } = event;
  const full = {
    eventVersion: "1.11",
    userIdentity: {
      type: IDENTITY_TYPES[caller.kind],
      arn: caller.arn,
      accountId: event.account,
      accessKeyId: caller.accessKeyId,
      ...caller.kind === "user" ? { userName: event.username } : {}
    },
    eventTime: writeInstant(event.at),
    eventSource: event.source,
    eventName: event.name,
    awsRegion: "us-east-1",
    sourceIPAddress: "127.0.0.1",
    userAgent: "sandbox",
    ...event.error ? { errorCode: event.error.code, errorMessage: event.error.message } : {},
    requestParameters: Object.fromEntries(
      Object.entries(event.parameters).map(([name2, value]) => [
        name2.charAt(0).toLowerCase() + name2.slice(1),
        value
      ])
    ),
    // Real events hold the session's token beside it.
    responseElements: event.opened === null ? null : { credentials: { accessKeyId: event.opened, sessionToken: "HIDDEN-IN-NO-REAL-EVENT" } },
    requestID: event.requestId,
    eventID: event.id,
    readOnly: event.readOnly,
    eventType: "AwsApiCall",
    managementEvent: true,
    recipientAccountId: event.account
  };
  return {
    EventId: event.id,
    EventName: event.name,
    ReadOnly: String(event.readOnly),
    AccessKeyId: caller.accessKeyId,
    EventTime: event.at / 1e3,
    EventSource: event.source,
    Username: event.username,
    Resources: event.resources.map((one) => ({ ResourceType: one.type, ResourceName: one.name })),
    CloudTrailEvent: JSON.stringify(full)
  };
}

// src/sandbox/iam/services.ts
var VERSIONS = { iam: "2010-05-08", sts: "2011-06-15" };
function runRequest(cloud, service, request, view) {
  const { caller, operation, params } = request;
  const version = params.entries()["Version"];
  const known = service === "iam" ? IAM_OPERATIONS.has(operation) : STS_OPERATIONS.has(operation);
  if (!known || version !== VERSIONS[service]) {
    throw new AwsError(
      "InvalidAction",
      `Could not find operation ${operation} for version ${version ?? "NO_VERSION_SPECIFIED"}`
    );
  }
  const now = cloud.clock.now();
  cloud.lastUse.set(caller.accessKeyId, { at: now, service, region: request.signature.region });
  if (caller.kind === "session") {
    cloud.lastUse.set(caller.session.roleId, { at: now, service, region: request.signature.region });
  }
  try {
    const result = service === "iam" ? runIam({ cloud, state: view.state, caller, params, now, shortPage: view.short }, operation) : STS_OPERATIONS.get(operation)?.run({ cloud, caller, params, now }) ?? null;
    record(cloud, service, request, result, null);
    return result;
  } catch (error2) {
    if (error2 instanceof AwsError) record(cloud, service, request, null, error2);
    throw error2;
  }
}
function runIam(call, name2) {
  const operation = IAM_OPERATIONS.get(name2);
  if (!operation) return null;
  const resource5 = operation.resource(call);
  const context = operation.context?.(call) ?? {};
  authorise(call.cloud, call.caller, { action: `iam:${name2}`, resource: resource5, context });
  return operation.run(call);
}

// src/sandbox/iam/wire.ts
var NAMESPACES = {
  iam: "https://iam.amazonaws.com/doc/2010-05-08/",
  sts: "https://sts.amazonaws.com/doc/2011-06-15/"
};
var XML = "text/xml";
var JSON_TYPE = "application/x-amz-json-1.1";
function readService(request) {
  const service = serviceOf(request);
  if (service === "cloudtrail") {
    const target = request.headers["x-amz-target"];
    const operation2 = typeof target === "string" ? target.slice(target.lastIndexOf(".") + 1) : "";
    return { service, operation: operation2, kind: "read", params: new Params(/* @__PURE__ */ new Map()) };
  }
  const params = Params.parse(request.body);
  const operation = params.entries()["Action"] ?? "";
  const known = service === "iam" ? IAM_OPERATIONS.get(operation) : STS_OPERATIONS.get(operation);
  return { service, operation, kind: known?.kind ?? "read", params };
}
function serviceOf(request) {
  const scope = /\/(iam|sts|cloudtrail)\/aws4_request/u.exec(request.headers.authorization ?? "");
  const path2 = /^\/(iam|sts|cloudtrail)(?:\/|$)/u.exec(request.url);
  const name2 = path2?.[1] ?? scope?.[1];
  return name2 === "sts" || name2 === "cloudtrail" ? name2 : "iam";
}
function writeResult(service, operation, result, requestId2) {
  if (service === "cloudtrail") return { status: 200, type: JSON_TYPE, body: JSON.stringify(result) };
  const inside = result === null ? null : writeXml(result);
  return {
    status: 200,
    type: XML,
    body: wrapXml({ xmlns: NAMESPACES[service], operation, requestId: requestId2, result: inside })
  };
}
function writeError(service, error2, requestId2) {
  if (service === "cloudtrail") {
    const body2 = JSON.stringify({ __type: jsonCode(error2.code), message: error2.message });
    return { status: error2.status === 403 ? 400 : error2.status, type: JSON_TYPE, body: body2 };
  }
  const body = errorXml(NAMESPACES[service], error2, requestId2);
  return { status: error2.status, type: XML, body };
}
function jsonCode(code) {
  if (code === "InvalidClientTokenId") return "UnrecognizedClientException";
  return code === "AccessDenied" || code === "Throttling" || code === "ExpiredToken" ? `${code}Exception` : code;
}

// src/sandbox/iam/gateway.ts
var Gateway = class {
  cloud;
  #faults;
  #calls;
  /** By account: how it stood before each write, oldest first, while a `stale` fault is set. */
  #before = /* @__PURE__ */ new Map();
  #observer = null;
  #observed = null;
  #count = 0;
  constructor(cloud, faults, calls) {
    this.cloud = cloud;
    this.#faults = faults;
    this.#calls = calls;
  }
  observe(observer) {
    this.#observer = observer;
  }
  /** The first error that an observer threw. */
  get observed() {
    return this.#observed;
  }
  /** Forgets what was before: faults were set anew. */
  forgetHistory() {
    this.#before.clear();
  }
  handle(request) {
    this.#count += 1;
    const id2 = requestId(`request ${this.#count}`);
    const asked2 = readService(request);
    let caller = null;
    let reply;
    try {
      const found2 = authenticate2(this.cloud, request);
      caller = found2.caller;
      this.#tell("before", asked2, caller);
      reply = this.#serve(asked2, {
        ...found2,
        operation: asked2.operation,
        id: id2,
        params: asked2.params,
        body: request.body
      });
    } catch (error2) {
      if (!(error2 instanceof AwsError)) throw error2;
      reply = answered(writeError(asked2.service, error2, id2), id2);
    }
    this.#calls.push({
      service: asked2.service,
      operation: asked2.operation,
      account: caller?.account ?? null,
      kind: asked2.kind,
      at: this.cloud.clock.now(),
      status: reply.drop ? 0 : reply.status
    });
    if (caller) this.#tell("after", asked2, caller);
    return reply;
  }
  #serve(asked2, request) {
    const { operation, service } = asked2;
    const fault = this.#faults.take(service, operation);
    if (fault?.kind === "drop-before") return DROPPED;
    const refused = fault ? faultError2(fault) : null;
    if (refused) throw refused;
    const result = this.#effect(asked2, request);
    if (fault?.kind === "drop-after") return DROPPED;
    if (fault?.kind === "error-after") throw faultCode(fault);
    return answered(writeResult(service, operation, result, request.id), request.id);
  }
  #effect(asked2, request) {
    const { operation, service } = asked2;
    if (service === "cloudtrail") return lookUpEvents(this.cloud, request);
    if (service === "iam" && asked2.kind === "read") {
      const short = this.#faults.takeReading("short", service, operation) !== null;
      return runRequest(this.cloud, service, request, {
        state: this.#past(operation, request.caller.account),
        short
      });
    }
    const state = accountOf(this.cloud, request.caller.account);
    const before = this.#faults.keepsHistory && service === "iam" ? copyAccount(state) : null;
    const result = runRequest(this.cloud, service, request, { state, short: false });
    if (before) this.#before.set(state.account, [...this.#before.get(state.account) ?? [], before]);
    return result;
  }
  #past(operation, account3) {
    const now = accountOf(this.cloud, account3);
    const before = this.#before.get(account3) ?? [];
    if (before.length === 0) return now;
    const fault = this.#faults.takeReading("stale", "iam", operation);
    if (!fault) return now;
    return before[Math.max(0, before.length - (fault.writes ?? before.length))] ?? now;
  }
  #tell(phase, asked2, caller) {
    try {
      this.#observer?.(phase, { service: asked2.service, operation: asked2.operation, account: caller.account });
    } catch (error2) {
      this.#observed ??= error2;
    }
  }
};
var DROPPED = { status: 0, type: "", body: "", drop: true, headers: {} };
function answered(written, id2) {
  return { ...written, drop: false, headers: { "x-amzn-requestid": id2 } };
}
function faultError2(fault) {
  if (fault.kind === "throttle") return new AwsError("Throttling", "Rate exceeded");
  if (fault.kind === "denied") return new AwsError("AccessDenied", "Access denied by a fault of the sandbox");
  return fault.kind === "error-before" ? faultCode(fault) : null;
}
function faultCode(fault) {
  return new AwsError(
    fault.code ?? "ServiceFailure",
    "The request processing has failed because of an unknown error"
  );
}

// src/sandbox/forge/world.ts
var login2 = external_exports.string().regex(/^[A-Za-z0-9](?:[A-Za-z0-9]|-(?=[A-Za-z0-9])){0,38}(?:\[bot\])?$/u).meta({ description: "Login of an account.", examples: ["alice-acme"] });
var slug = external_exports.string().regex(/^[a-z0-9_](?:[a-z0-9_-]{0,98}[a-z0-9_])?$/u).meta({ description: "Slug of a team or an App.", examples: ["billing"] });
var names = external_exports.array(external_exports.string().min(1)).meta({ description: "Slugs of teams or Apps, or logins.", examples: [["billing", "carol-acme"]] });
var id = external_exports.number().int().min(1).max(Number.MAX_SAFE_INTEGER);
var branch = external_exports.string().regex(/^[\w./-]+$/u);
var permission = external_exports.enum(["read", "triage", "write", "maintain", "admin"]);
var user = external_exports.strictObject({
  login: login2,
  id: id.optional().meta({ description: "Account number; given out in order if absent." }),
  email: external_exports.string().optional(),
  name: external_exports.string().optional(),
  type: external_exports.enum(["User", "Bot"]).optional(),
  role: external_exports.enum(["admin", "member", "outside"]).optional().meta({ description: "In the organization; `member` if absent." }),
  token: external_exports.string().min(8).optional().meta({ description: "Follows from the login if absent." })
});
var app = external_exports.strictObject({
  slug,
  id: id.optional(),
  bot: id.optional().meta({ description: "Number of its account, `slug[bot]`." }),
  permissions: external_exports.record(external_exports.string(), external_exports.enum(["read", "write"])).optional().meta({ description: "By GitHub’s names (`contents: write`); everything if absent." }),
  token: external_exports.string().min(8).optional()
});
var team = external_exports.strictObject({
  slug,
  id: id.optional(),
  name: external_exports.string().optional(),
  parent: slug.optional(),
  privacy: external_exports.enum(["closed", "secret"]).optional(),
  members: external_exports.array(login2).optional(),
  maintainers: external_exports.array(login2).optional(),
  pending: external_exports.array(login2).optional().meta({ description: "Invited, not yet members." })
});
var check4 = external_exports.strictObject({ context: external_exports.string(), app: slug.optional() });
var protection = external_exports.strictObject({
  reviews: external_exports.number().int().min(0).max(6).optional().meta({ description: "A pull request with so many approvals; if absent none is needed." }),
  codeOwners: external_exports.boolean().optional(),
  dismissStale: external_exports.boolean().optional(),
  lastPush: external_exports.boolean().optional(),
  dismissal: names.optional().meta({ description: "Who may dismiss reviews; who may write if absent." }),
  bypass: names.optional().meta({ description: "Who may push without a pull request." }),
  checks: external_exports.array(check4).optional(),
  strict: external_exports.boolean().optional().meta({ description: "Whether branches must be up to date." }),
  restrictions: names.optional().meta({ description: "Who may push at all." }),
  enforceAdmins: external_exports.boolean().optional(),
  linearHistory: external_exports.boolean().optional(),
  forcePushes: external_exports.boolean().optional(),
  deletions: external_exports.boolean().optional(),
  signatures: external_exports.boolean().optional(),
  conversationResolution: external_exports.boolean().optional(),
  lock: external_exports.boolean().optional()
}).meta({ description: "Protection of a branch." });
var ruleset2 = external_exports.strictObject({
  name: external_exports.string(),
  target: external_exports.enum(["branch", "tag", "push"]).optional(),
  enforcement: external_exports.enum(["disabled", "active", "evaluate"]).optional(),
  include: external_exports.array(external_exports.string()).optional().meta({ description: "`~DEFAULT_BRANCH` if absent." }),
  exclude: external_exports.array(external_exports.string()).optional(),
  bypass: external_exports.array(
    external_exports.strictObject({
      actor: external_exports.string().meta({ description: "A team or an App, or `admins`, `role:NUMBER`, `deploy-keys`." }),
      mode: external_exports.enum(["always", "pull_request", "exempt"]).optional()
    })
  ).optional(),
  rules: external_exports.array(
    external_exports.strictObject({ type: external_exports.string(), parameters: external_exports.record(external_exports.string(), external_exports.unknown()).optional() })
  )
});
var environment2 = external_exports.strictObject({
  name: external_exports.string().min(1),
  reviewers: names.optional(),
  preventSelfReview: external_exports.boolean().optional(),
  waitMinutes: external_exports.number().int().min(0).optional(),
  branches: external_exports.union([external_exports.literal("protected"), external_exports.array(external_exports.string())]).optional().meta({ description: "`protected`, or patterns of branches that may deploy; all if absent." }),
  secrets: external_exports.array(external_exports.string()).optional().meta({ description: "Names only." })
});
var repository = external_exports.strictObject({
  name: external_exports.string().regex(/^[\w.-]{1,100}$/u),
  owner: login2.optional().meta({ description: "The organization if absent." }),
  id: id.optional(),
  from: external_exports.string().optional().meta({
    description: "A folder, relative to the world file: its files, or all branches and tags if it is a repository. Empty if absent."
  }),
  fork: external_exports.string().optional().meta({ description: "`owner/name` of the repository that it was forked from." }),
  defaultBranch: branch.optional(),
  private: external_exports.boolean().optional().meta({ description: "True if absent." }),
  archived: external_exports.boolean().optional(),
  read: names.optional(),
  triage: names.optional(),
  write: names.optional().meta({ description: "Teams or accounts that may write." }),
  maintain: names.optional(),
  admin: names.optional(),
  collaborators: external_exports.record(external_exports.string(), permission).optional().meta({ description: "By login." }),
  protection: protection.optional().meta({ description: "Of the default branch." }),
  protections: external_exports.record(external_exports.string(), protection).optional().meta({ description: "Of other branches, by name." }),
  rulesets: external_exports.array(ruleset2).optional(),
  environments: external_exports.array(environment2).optional(),
  secrets: external_exports.array(external_exports.string()).optional().meta({ description: "Names of the repository’s own secrets." }),
  organizationSecrets: external_exports.array(external_exports.string()).optional().meta({ description: "Names of the organization’s secrets that it may use." }),
  variables: external_exports.record(external_exports.string(), external_exports.string()).optional(),
  labels: external_exports.array(external_exports.string()).optional(),
  actions: external_exports.strictObject({
    enabled: external_exports.boolean().optional(),
    allowed: external_exports.enum(["all", "local_only", "selected"]).optional(),
    shaPinningRequired: external_exports.boolean().optional(),
    defaultPermissions: external_exports.enum(["read", "write"]).optional(),
    mayApprove: external_exports.boolean().optional()
  }).optional(),
  merging: external_exports.strictObject({
    mergeCommit: external_exports.boolean().optional(),
    squash: external_exports.boolean().optional(),
    rebase: external_exports.boolean().optional(),
    autoMerge: external_exports.boolean().optional(),
    deleteBranch: external_exports.boolean().optional(),
    updateBranch: external_exports.boolean().optional()
  }).optional()
});
var forgeFields = {
  organization: login2.optional().meta({ description: "The organization; without it there is no forge.", examples: ["acme"] }),
  organizationSettings: external_exports.strictObject({
    id: id.optional(),
    membersMayCreateTeams: external_exports.boolean().optional(),
    basePermission: external_exports.enum(["none", "read", "write", "admin"]).optional()
  }).optional(),
  limits: external_exports.strictObject({
    requests: external_exports.number().int().min(1).optional(),
    creations: external_exports.number().int().min(1).optional()
  }).optional().meta({
    description: "Requests an hour and content-creating requests a minute of every token, instead of GitHub’s."
  }),
  users: external_exports.array(user).optional(),
  apps: external_exports.array(app).optional(),
  teams: external_exports.array(team).optional(),
  repositories: external_exports.array(repository).optional()
};
var forge = external_exports.strictObject(forgeFields);

// src/sandbox/world.ts
var name = (what) => external_exports.string().regex(/^[\w+=,.@-]{1,128}$/u).meta({ description: what });
var path = external_exports.string().regex(/^(?:\/|\/[!-~]+\/)$/u).max(512).meta({ description: "Path of the entity; `/` if absent.", examples: ["/team/"] });
var instant = external_exports.string().regex(/^\d{4}-\d{2}-\d{2}([Tt]\d{2}:\d{2}:\d{2}([Zz]|[+-]\d{2}:\d{2}))?$/u).meta({ description: "A date or RFC 3339 date-time.", examples: ["2026-11-20T09:00:00Z"] });
var document = external_exports.union([external_exports.string(), external_exports.record(external_exports.string(), external_exports.unknown())]).meta({ description: "An IAM policy: as an object, or as text that is kept byte for byte." });
var policyRef = external_exports.string().min(1).meta({
  description: "A managed policy: its ARN, or the name of one of this account or of AWS.",
  examples: ["arn:aws:iam::aws:policy/AdministratorAccess", "AdministratorAccess"]
});
var tags2 = external_exports.record(external_exports.string(), external_exports.string()).meta({ description: "Tags by key." });
var key = external_exports.strictObject({
  status: external_exports.enum(["Active", "Inactive"]).optional(),
  created: instant.optional(),
  lastUsed: instant.optional()
});
var holder = {
  name: name("Name of the entity."),
  path: path.optional(),
  created: instant.optional(),
  inline: external_exports.record(external_exports.string(), document).optional().meta({ description: "Inline policies by name." }),
  attached: external_exports.array(policyRef).optional().meta({ description: "Managed policies attached to it." })
};
var user2 = external_exports.strictObject({
  ...holder,
  boundary: policyRef.optional(),
  groups: external_exports.array(name("A group of the account.")).optional(),
  keys: external_exports.union([external_exports.number().int().min(0).max(2), external_exports.array(key).max(2)]).optional().meta({ description: "Access keys: how many (none if absent), or each with status, age and last use." }),
  password: external_exports.boolean().optional().meta({ description: "Whether the user may sign in to the console." }),
  mfa: external_exports.boolean().optional(),
  tags: tags2.optional()
});
var role = external_exports.strictObject({
  ...holder,
  trust: document,
  description: external_exports.string().max(1e3).optional(),
  maxSessionDuration: external_exports.number().int().min(3600).max(43200).optional().meta({ description: "Seconds; 3600 if absent." }),
  boundary: policyRef.optional(),
  tags: tags2.optional()
});
var group = external_exports.strictObject(holder);
var policy = external_exports.strictObject({
  name: name("Name of the managed policy."),
  path: path.optional(),
  created: instant.optional(),
  description: external_exports.string().max(1e3).optional(),
  document,
  tags: tags2.optional()
});
var quotas = external_exports.strictObject({
  users: external_exports.number().int().optional(),
  roles: external_exports.number().int().optional(),
  groups: external_exports.number().int().optional(),
  policies: external_exports.number().int().optional(),
  attached: external_exports.number().int().max(20).optional()
}).meta({
  description: "Quotas that AWS has raised for this account. Counts never stand below what the file holds."
});
var account2 = external_exports.strictObject({
  account: external_exports.string().regex(/^\d{12}$/u).meta({ description: "Account number, in quotes.", examples: ["123456789012"] }),
  alias: external_exports.string().regex(/^[a-z0-9](?:[a-z0-9]|-(?!-)){1,61}[a-z0-9]$/u).optional(),
  users: external_exports.array(user2).optional(),
  roles: external_exports.array(role).optional(),
  groups: external_exports.array(group).optional(),
  policies: external_exports.array(policy).optional(),
  samlProviders: external_exports.array(name("Name of a SAML provider.")).optional(),
  oidcProviders: external_exports.array(
    external_exports.strictObject({
      url: external_exports.string().regex(/^https:\/\/[^\s/]+[^\s]*$/u),
      clients: external_exports.array(external_exports.string()).optional()
    })
  ).optional(),
  quotas: quotas.optional()
});
var worldSchema = external_exports.strictObject({
  now: instant.optional().meta({ description: "Where the clock stands; the moment of the start if absent." }),
  ...forgeFields,
  aws: external_exports.array(account2).optional()
}).meta({ title: "World", description: "What a sandbox imitates when it starts." });
function checkWorld(world) {
  const result = worldSchema.safeParse(world);
  if (result.success) {
    refuseHomeless(result.data);
    return result.data;
  }
  const first = result.error.issues[0];
  const where = (first?.path ?? []).map(String).join(".");
  throw new UsageError(
    `The world is wrong${where === "" ? "" : ` at "${where}"`}: ${first?.message ?? ""}. Correct the world file.`
  );
}
function refuseHomeless(world) {
  if (world.organization !== void 0) return;
  const homeless = Object.keys(forgeFields).find((field) => Object.hasOwn(world, field));
  if (homeless !== void 0)
    throw new UsageError(
      `The world has "${homeless}" but no "organization". Add it, or take "${homeless}" away.`
    );
}

// src/sandbox/start.ts
async function startSandbox(world, options = {}) {
  const checked = checkWorld(world);
  const begin = options.now ?? startOf(checked);
  const clock = makeClock(begin);
  const faults = new Faults();
  const calls = [];
  const cloud = buildCloud(checked, begin, clock);
  const gateway = new Gateway(cloud, faults, calls);
  const hub = checked.organization === void 0 ? null : new Hub(checked, clock, begin, options.base ?? ".");
  const forge2 = hub && new ForgeGateway(hub, ROUTES, faults, calls);
  const setFaults2 = (list21) => {
    faults.set(list21);
    gateway.forgetHistory();
    hub?.forgetHistory();
  };
  const clearCalls = () => {
    calls.length = 0;
    setFaults2([]);
  };
  const startOver = () => {
    const fresh = buildCloud(checked, begin, clock);
    for (const [account3, state] of fresh.accounts) cloud.accounts.set(account3, state);
    cloud.sessions.clear();
    cloud.reports.clear();
    cloud.lastUse.clear();
    for (const [id2, use] of fresh.lastUse) cloud.lastUse.set(id2, use);
    cloud.trail.length = 0;
    hub?.startOver();
    clock.set(begin);
  };
  const controlled = { calls: () => calls, clearCalls, clock, setFaults: setFaults2, startOver };
  const handle = (request) => {
    const route = /^\/control(\/[^?]*)/u.exec(request.url)?.[1];
    if (route !== void 0) return control(controlled, route, request);
    if (forge2?.serves(request.url) === true) return forge2.handle(request);
    const reply = gateway.handle(request);
    return reply.drop ? null : reply;
  };
  const server = await listen(options.port ?? 0, () => new Date(clock.now()), handle).catch(
    (error2) => {
      hub?.close();
      throw error2;
    }
  );
  if (hub) {
    hub.api = `${server.url}${API}`;
    hub.web = server.url;
  }
  return {
    github: hub && { api: hub.api, git: hub.web, tokens: tokensByName(hub.state) },
    forge: forge2 && forgeHandle(forge2),
    aws: {
      iam: `${server.url}/iam`,
      sts: `${server.url}/sts`,
      cloudtrail: `${server.url}/cloudtrail`,
      accounts: accountKeys(cloud)
    },
    control: `${server.url}/control`,
    clock,
    setFaults: setFaults2,
    calls: () => [...calls],
    clearCalls,
    observe: (observer) => {
      gateway.observe(observer);
      forge2?.observe(observer);
    },
    can: (question) => answer3(cloud, question),
    snapshot: (account3) => takeSnapshot(accountOf(cloud, account3)),
    restore: (account3, snapshot) => {
      cloud.accounts.set(account3, fromSnapshot(accountOf(cloud, account3), snapshot));
      gateway.forgetHistory();
    },
    close: async () => {
      await server.close();
      await forge2?.idle();
      hub?.close();
      const observed = gateway.observed ?? forge2?.observed ?? null;
      if (observed !== null) throw observed;
    }
  };
}
function startOf(world) {
  if (world.now === void 0) return Math.floor(Date.now() / 1e3) * 1e3;
  const now = readInstant(world.now, "start");
  if (now === null)
    throw new UsageError(`The world's "now" is not a real instant: ${world.now}. Write YYYY-MM-DDTHH:MM:SSZ.`);
  return now;
}
function makeClock(begin) {
  let now = begin;
  return {
    now: () => now,
    set: (at) => {
      now = Math.floor(at / 1e3) * 1e3;
    }
  };
}

// src/commands/sandbox.ts
var command = {
  formats: ["json"],
  example: "npx grantbook sandbox --world world.yaml --port 4566",
  describe: (own) => {
    own.option("--world <file>", "what stands at the start (YAML or JSON; - reads standard input)").option("--port <n>", "port on 127.0.0.1; one that is free if absent");
  },
  run: async (_args, options, common, io) => {
    const world = await readWorld(options["world"], io);
    const port = readPort(options["port"]);
    const file = options["world"];
    const base = typeof file === "string" && file !== "-" ? dirname2(resolve4(io.cwd, file)) : io.cwd;
    const sandbox = await start(world, { port, base, ...common.nowGiven ? { now: common.now } : {} });
    io.out(`${describeSandbox(sandbox)}
`);
    await interrupted(io.signal);
    await sandbox.close();
    return 0;
  }
};
async function readWorld(file, io) {
  if (typeof file !== "string") throw new UsageError("sandbox needs --world FILE.");
  const text2 = file === "-" ? await io.stdin() : await readText(resolve4(io.cwd, file), file);
  const lines2 = new import_yaml.LineCounter();
  const document2 = (0, import_yaml.parseDocument)(text2, { lineCounter: lines2 });
  const problem = document2.errors[0];
  if (problem) {
    const { col, line: line2 } = lines2.linePos(problem.pos[0]);
    throw new UsageError(`${file}:${line2}:${col}: ${problem.message.split("\n")[0] ?? ""}`);
  }
  return checkWorld(document2.toJS());
}
async function readText(path2, name2) {
  try {
    return await readFile(path2, "utf8");
  } catch (cause) {
    throw new UnableError(`${name2} can't be read. Name a world file.`, { cause });
  }
}
function readPort(written) {
  if (written === void 0) return 0;
  const port = typeof written === "string" && /^\d{1,5}$/u.test(written) ? Number(written) : Number.NaN;
  if (!(port <= 65535))
    throw new UsageError(`--port takes a number from 0 to 65535, not ${JSON.stringify(written)}.`);
  return port;
}
async function start(world, options) {
  try {
    return await startSandbox(world, options);
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    throw new UnableError(`The sandbox can't listen on 127.0.0.1:${options.port}. Choose another --port.`, {
      cause
    });
  }
}
function describeSandbox(sandbox) {
  const { accounts, cloudtrail, iam, sts } = sandbox.aws;
  const github = sandbox.github && {
    api: sandbox.github.api,
    git: sandbox.github.git,
    tokens: sortedKeys(sandbox.github.tokens)
  };
  return JSON.stringify({
    aws: {
      accounts: accounts.map(({ account: account3, alias, root: root2, users }) => ({
        account: account3,
        alias,
        root: root2,
        users: sortedKeys(users)
      })),
      cloudtrail,
      iam,
      sts
    },
    control: sandbox.control,
    format: 1,
    github,
    ok: true
  });
}
function sortedKeys(record2) {
  return Object.fromEntries(Object.entries(record2).toSorted(([a], [b]) => a < b ? -1 : 1));
}
function interrupted(signal) {
  return new Promise((done) => {
    if (signal.aborted) done();
    else signal.addEventListener("abort", () => done(), { once: true });
  });
}
export {
  command
};
