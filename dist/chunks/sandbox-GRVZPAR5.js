import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  external_exports
} from "./chunk-UWQLCXPR.js";
import {
  require_dist
} from "./chunk-IGNZ6A6A.js";
import {
  UnableError,
  UsageError
} from "./chunk-5SQON4IS.js";
import {
  readInstant,
  writeInstant
} from "./chunk-EZMMBTZM.js";
import {
  __toESM
} from "./chunk-XCNTR6TK.js";

// src/commands/sandbox.ts
var import_yaml = __toESM(require_dist(), 1);
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";

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
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
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

// src/sandbox/http.ts
import { createServer } from "node:http";
var MOST = 4 * 1024 * 1024;
async function listen(port, date, handle) {
  const server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8");
    request.on("data", (chunk) => {
      body += chunk;
      if (body.length > MOST) request.destroy();
    });
    request.on("end", () => {
      const { headers, method = "GET", url = "/" } = request;
      answer(response, date(), settle(handle, { method, url, headers, body }));
    });
  });
  await bind(server, port);
  const address = server.address();
  const bound = typeof address === "object" && address !== null ? address.port : port;
  return { url: `http://127.0.0.1:${bound}`, close: () => stop(server) };
}
function settle(handle, request) {
  try {
    return handle(request);
  } catch (error) {
    return {
      status: 500,
      type: "text/plain",
      body: `A bug of the sandbox: ${error instanceof Error ? error.stack : String(error)}`
    };
  }
}
function answer(response, date, reply) {
  if (reply === null) {
    response.socket?.destroy();
    return;
  }
  response.sendDate = false;
  response.writeHead(reply.status, { "content-type": reply.type, date: date.toUTCString(), ...reply.headers });
  response.end(reply.body);
}
function bind(server, port) {
  return new Promise((resolve2, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      resolve2();
    });
  });
}
function stop(server) {
  return new Promise((resolve2, reject) => {
    server.close((error) => {
      if (error) reject(error);
      else resolve2();
    });
    server.closeAllConnections();
  });
}

// src/sandbox/iam/error.ts
var STATUS = {
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
  constructor(code, message, status = STATUS[code] ?? 400) {
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
function invalid(value, field, rule) {
  const member = field.charAt(0).toLowerCase() + field.slice(1);
  return new AwsError(
    "ValidationError",
    `1 validation error detected: Value '${value}' at '${member}' failed to satisfy constraint: ${rule}`
  );
}

// src/sandbox/iam/arn.ts
function arnOf(account2, kind, entity) {
  return `arn:aws:iam::${account2}:${kind}${entity.path}${entity.name}`;
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

// src/sandbox/iam/ids.ts
import { createHash } from "node:crypto";
var BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
function digest(text) {
  return createHash("sha256").update(text).digest();
}
function uniqueId(kind, account2, n) {
  const bytes = digest(`${kind} ${account2} ${n}`);
  let id = "";
  for (const byte of bytes.subarray(0, 17)) id += BASE32.charAt(byte & 31);
  return kind === "AKIA" || kind === "ASIA" ? kind + id.slice(0, 16) : kind + id;
}
function secretFor(accessKeyId) {
  return digest(`secret of ${accessKeyId}`).toString("base64").slice(0, 40);
}
function tokenFor(accessKeyId) {
  return `sandbox//${digest(`token of ${accessKeyId}`).toString("base64")}`;
}
function requestId(seed) {
  const hex = digest(seed).toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

// src/sandbox/iam/cloud.ts
function secretsOf(caller) {
  const { accessKeyId } = caller;
  return { secret: secretFor(accessKeyId), token: caller.kind === "session" ? tokenFor(accessKeyId) : null };
}
function accountOf(cloud, account2) {
  const state = cloud.accounts.get(account2);
  if (!state) throw new RangeError(`The sandbox has no account ${account2}`);
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
  const found = OPERATORS[base];
  if (!found || base === "Null" && match[3] !== void 0) return null;
  const [family, relation, negated] = found;
  const set = match[1] === "ForAnyValue" ? "any" : match[1] === "ForAllValues" ? "all" : null;
  return { family, relation, negated, ifExists: match[3] !== void 0, set };
}

// src/sandbox/iam/policy/values.ts
import { BlockList, isIP } from "node:net";
var ISO = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/u;
function readDate(text) {
  if (/^\d{1,12}$/u.test(text) && text.length !== 4) return Number(text) * 1e3;
  const match = ISO.exec(text);
  if (!match) return null;
  const part = (n) => Number(match[n] ?? 0);
  const day = new Date(Date.UTC(part(1), part(2) - 1, part(3)));
  if (day.getUTCMonth() !== part(2) - 1 || day.getUTCDate() !== part(3)) return null;
  if (part(4) > 23 || part(5) > 59 || part(6) > 59) return null;
  const offset = readOffset(match[8] ?? "Z");
  return day.getTime() + ((part(4) * 60 + part(5)) * 60 + part(6) + part(7)) * 1e3 - offset;
}
function readOffset(text) {
  if (text === "Z") return 0;
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(-2));
  return (text.startsWith("-") ? -minutes : minutes) * 6e4;
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
function inBlock(address, block) {
  const [net = "", bits] = block.split("/");
  const [family, size] = isIP(net) === 6 ? ["ipv6", 128] : ["ipv4", 32];
  const prefix = bits === void 0 ? size : Number(bits);
  if (isIP(net) === 0 || isIP(address) !== isIP(net) || !(prefix >= 0 && prefix <= size)) return false;
  const list = new BlockList();
  list.addSubnet(net, prefix, family);
  return list.check(address, family);
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
function fillText(text, context, variables) {
  if (!variables || !text.includes("${")) return text;
  let missing2 = false;
  const filled = text.replace(VARIABLE, (_, name2) => {
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
  return tests.every((test) => holds(test, context, variables));
}
function holds(test, context, variables) {
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
  numeric: (operator, wanted2, actual) => compare(number(actual), operator, number(wanted2)),
  date: (operator, wanted2, actual) => compare(readDate(actual), operator, readDate(wanted2)),
  bool: (_, wanted2, actual) => wanted2.toLowerCase() === actual.toLowerCase(),
  binary: (_, wanted2, actual) => wanted2 === actual,
  ip: (_, wanted2, actual) => inBlock(actual, wanted2),
  null: () => false
};
function number(text) {
  return /^-?\d+(?:\.\d+)?$/u.test(text) ? Number(text) : null;
}
function compare(left, operator, right) {
  return left !== null && right !== null && stand(left, operator.relation, right);
}
function arnLike(pattern, actual) {
  const wanted2 = splitTokens(pattern);
  const found = actual.split(":");
  const parts = found.length < 6 ? found : [...found.slice(0, 5), found.slice(5).join(":")];
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
  const found = new Set(ways);
  return ["exact", "role", "account"].find((way) => found.has(way)) ?? null;
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
  const id = Object.hasOwn(trust.trusted, entry.value) ? trust.trusted[entry.value] : void 0;
  if (id !== void 0) return id === principal.id ? principal.role === null ? "exact" : "role" : null;
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
  if (!named(statement.actions, (pattern) => matchGlob(pattern.toLowerCase(), request.action.toLowerCase())))
    return false;
  if (statement.resources !== null) {
    const filled = statement.resources.patterns.map((one) => fillPattern(one, request.context, variables));
    if (statement.resources.not && filled.includes(null)) return false;
    const hit = filled.some((pattern) => pattern !== null && matchTokens(pattern, request.resource));
    if (hit === statement.resources.not) return false;
  }
  return conditionsHold(statement.conditions, request.context, variables);
}
function named(patterns, matches2) {
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
var MADE = Date.UTC(2015, 1, 6, 18, 39, 46);
function awsPolicy(name2, n, statements) {
  const document2 = JSON.stringify({ Version: "2012-10-17", Statement: statements });
  return {
    name: name2,
    path: "/",
    id: `ANPAAWSMANAGED${String(n).padStart(7, "A")}`,
    arn: `arn:aws:iam::aws:policy/${name2}`,
    description: "",
    created: MADE,
    updated: MADE,
    tags: [],
    versions: [{ id: "v1", document: document2, created: MADE }],
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
function readPolicy(text, use) {
  const fields = object(parseJson(text));
  onlyFields(fields, DOCUMENT_FIELDS);
  const version = readVersion(fields["Version"], use);
  const written = fields["Statement"];
  const list = Array.isArray(written) ? written : [written];
  if (list.length === 0 || written === void 0) throw malformed(SYNTAX);
  const statements = list.map((one) => readStatement(object(one), use));
  const sids = statements.flatMap((one) => one.sid === null ? [] : [one.sid]);
  if (new Set(sids).size < sids.length)
    throw malformed("Statement IDs (SID) in a single policy must be unique.");
  return { version, statements };
}
function parseJson(text) {
  try {
    return JSON.parse(text);
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
  const entries = Object.entries(object(written)).flatMap(
    ([kind, values]) => strings(values).map((value) => ({ kind: principalKind(kind), value }))
  );
  if (entries.length === 0) throw malformed("Missing required field Principal cannot be empty!");
  return { not: yes === void 0, entries };
}
function principalKind(kind) {
  if (kind === "AWS" || kind === "Service" || kind === "Federated" || kind === "CanonicalUser") return kind;
  throw malformed(SYNTAX);
}
function readConditions(written) {
  if (written === void 0) return [];
  return Object.entries(object(written)).flatMap(
    ([operator, tests]) => Object.entries(object(tests)).map(([key2, values]) => {
      const test = { operator, key: key2, values: scalars(values) };
      checkConditionTest(test);
      return test;
    })
  );
}
function object(value) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw malformed(SYNTAX);
  return Object.fromEntries(Object.entries(value));
}
function onlyFields(fields, known) {
  for (const name2 of Object.keys(fields)) if (!known.has(name2)) throw malformed(SYNTAX);
}
function strings(value) {
  const list = Array.isArray(value) ? value : [value];
  return list.map((one) => {
    if (typeof one !== "string") throw malformed(SYNTAX);
    return one;
  });
}
function scalars(value) {
  const list = Array.isArray(value) ? value : [value];
  return list.map((one) => {
    if (typeof one !== "string" && typeof one !== "number" && typeof one !== "boolean")
      throw malformed(SYNTAX);
    return String(one);
  });
}

// src/sandbox/iam/policy/cache.ts
var MOST2 = 2e4;
var read2 = { identity: /* @__PURE__ */ new Map(), trust: /* @__PURE__ */ new Map() };
function readPolicyOnce(text, use) {
  const known = read2[use].get(text);
  if (known) return known;
  const document2 = readPolicy(text, use);
  if (read2[use].size >= MOST2) read2[use].clear();
  read2[use].set(text, document2);
  return document2;
}

// src/sandbox/iam/authorise.ts
function callerArn(cloud, caller) {
  if (caller.kind === "root") return `arn:aws:iam::${caller.account}:root`;
  if (caller.kind === "session") {
    return `arn:aws:sts::${caller.account}:assumed-role/${caller.session.roleName}/${caller.session.name}`;
  }
  const user2 = accountOf(cloud, caller.account).users.get(caller.name);
  return arnOf(caller.account, "user", user2 ?? { path: "/", name: caller.name });
}
function userActor(state, user2) {
  const arn = arnOf(state.account, "user", user2);
  const groups = user2.groups.flatMap((name2) => state.groups.get(name2) ?? []);
  return {
    names: { account: state.account, arn, role: null, id: user2.id },
    policies: {
      identity: [user2, ...groups].flatMap((one) => documentsOf(state, one)),
      boundary: boundaryOf(state, user2.boundary),
      session: null
    },
    context: {
      "aws:PrincipalArn": arn,
      "aws:PrincipalType": "User",
      "aws:username": user2.name,
      "aws:userid": user2.id,
      ...tagEntries("aws:PrincipalTag", user2.tags)
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
function tagEntries(key2, tags2) {
  return Object.fromEntries(tags2.map((tag) => [`${key2}/${tag.key.toLowerCase()}`, tag.value]));
}
function documentsOf(state, holder2) {
  const managed = holder2.attached.flatMap((arn) => findPolicy(state, arn) ?? []).map(defaultDocument);
  return [...holder2.inline.map((one) => one.document), ...managed].map(
    (text) => readPolicyOnce(text, "identity")
  );
}
function boundaryOf(state, arn) {
  const policy2 = arn === null ? null : findPolicy(state, arn);
  return policy2 === null ? null : readPolicyOnce(defaultDocument(policy2), "identity");
}
function actorOf(cloud, caller) {
  if (caller.kind === "root") return null;
  const state = accountOf(cloud, caller.account);
  if (caller.kind === "user") {
    const user2 = state.users.get(caller.name);
    if (!user2)
      throw new AwsError("InvalidClientTokenId", "The security token included in the request is invalid.");
    return userActor(state, user2);
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
  const actor = actorOf(cloud, caller);
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
    throw invalid(value, field, `Member must have length greater than or equal to ${rule.min}`);
  if (value.length > rule.max)
    throw invalid(value, field, `Member must have length less than or equal to ${rule.max}`);
  if (!rule.pattern.test(value)) {
    throw invalid(value, field, `Member must satisfy regular expression pattern: ${rule.says}`);
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
    if (value === void 0) throw invalid("null", field, "Member must not be null");
    return checkText(value, field, rule);
  }
  optional(field, rule) {
    const value = this.#values.get(field);
    return value === void 0 ? null : checkText(value, field, rule);
  }
  choice(field, values) {
    const value = this.#values.get(field);
    if (value === void 0) return null;
    const found = values.find((one) => one === value);
    if (found === void 0)
      throw invalid(value, field, `Member must satisfy enum value set: [${values.join(", ")}]`);
    return found;
  }
  integer(field, min, max) {
    const value = this.#values.get(field);
    if (value === void 0) return null;
    const number2 = /^-?\d{1,9}$/u.test(value) ? Number(value) : Number.NaN;
    if (Number.isNaN(number2)) throw new AwsError("MalformedInput", `${field} must be an integer`);
    if (number2 < min) throw invalid(value, field, `Member must have value greater than or equal to ${min}`);
    if (number2 > max) throw invalid(value, field, `Member must have value less than or equal to ${max}`);
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
    const found = [];
    for (let n = 1; ; n++) {
      const value = this.#values.get(`${field}.member.${n}`);
      if (value === void 0) return found;
      found.push(checkText(value, field, rule));
    }
  }
  /** A list of structures: the parameters of each under its own names. */
  structures(field) {
    const found = [];
    for (let n = 1; ; n++) {
      const prefix = `${field}.member.${n}.`;
      const inner = /* @__PURE__ */ new Map();
      for (const [name2, value] of this.#values) {
        if (name2.startsWith(prefix)) inner.set(name2.slice(prefix.length), value);
      }
      if (inner.size === 0) return found;
      found.push(new _Params(inner));
    }
  }
  /** At most 50 tags, keys unique without regard to case. */
  tags(field = "Tags") {
    const tags2 = this.structures(field).map((one) => ({
      key: one.text("Key", RULES.tagKey),
      value: one.text("Value", RULES.tagValue)
    }));
    const keys2 = new Set(tags2.map((tag) => tag.key.toLowerCase()));
    if (keys2.size < tags2.length) {
      throw new AwsError(
        "InvalidInput",
        "Duplicate tag keys found. Please note that Tag keys are case insensitive."
      );
    }
    if (tags2.length > 50)
      throw invalid(String(tags2.length), field, "Member must have length less than or equal to 50");
    return tags2;
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
  const found = map.get(name2);
  if (!found) throw noSuch(HOLDERS[kind].what, name2);
  return found;
}
function holderArn(kind, call) {
  const name2 = holderName(kind, call);
  const map = kind === "User" ? call.state.users : kind === "Role" ? call.state.roles : call.state.groups;
  return arnOf(call.state.account, HOLDERS[kind].path, map.get(name2) ?? { path: "/", name: name2 });
}
function holderContext(kind, call) {
  if (kind === "Group") return {};
  const name2 = holderName(kind, call);
  const found = kind === "User" ? call.state.users.get(name2) : call.state.roles.get(name2);
  if (!found) return {};
  return {
    ...found.boundary === null ? {} : { "iam:PermissionsBoundary": found.boundary },
    ...tagEntries("aws:ResourceTag", found.tags),
    ...tagEntries("iam:ResourceTag", found.tags)
  };
}
function changeHolder(state, kind, name2, change2) {
  const { groups, roles, users } = state;
  const [user2, role2, group2] = [users.get(name2), roles.get(name2), groups.get(name2)];
  if (kind === "User" && user2) users.set(name2, { ...user2, ...change2 });
  if (kind === "Role" && role2) roles.set(name2, { ...role2, ...change2 });
  if (kind === "Group" && group2) groups.set(name2, { ...group2, ...change2 });
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

// src/sandbox/iam/state.ts
function emptyAccount(account2, alias, quotas2) {
  return {
    account: account2,
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
function nextId(state, kind) {
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
function withInline(list, item) {
  const at = list.findIndex((one) => one.name === item.name);
  return at < 0 ? [...list, item] : list.with(at, item);
}

// src/sandbox/iam/stored-trust.ts
function resolveTrust(text, find) {
  const document2 = readPolicyOnce(text, "trust");
  const entries = document2.statements.flatMap((one) => one.principals?.entries ?? []);
  const trusted = {};
  for (const { kind, value } of entries) {
    if (kind !== "AWS" || value === "*" || /^\d{12}$/u.test(value)) continue;
    const id = principalId(value, find);
    if (id === null) throw malformed(`Invalid principal in policy: "AWS":"${value}"`);
    if (id !== "") trusted[value] = id;
  }
  return trusted;
}
function principalId(value, find) {
  const parts = readArn(value);
  if (!parts || !/^\d{12}$/u.test(parts.account) || /[*?]/u.test(value)) return null;
  const { account: account2, resource: resource5, service } = parts;
  if (service === "sts") return /^assumed-role\/[^/]+\/[^/]+$/u.test(resource5) ? "" : null;
  if (resource5 === "root") return "";
  const state = find(account2);
  if (state === null) return /^(?:user|role)\/./u.test(resource5) ? "" : null;
  const name2 = resource5.slice(resource5.lastIndexOf("/") + 1);
  const user2 = state.users.get(name2);
  if (user2 && arnOf(account2, "user", user2) === value) return user2.id;
  const role2 = state.roles.get(name2);
  return role2 && arnOf(account2, "role", role2) === value ? role2.id : null;
}
function storedTrust(state, role2) {
  let text = role2.trust;
  for (const [arn, id] of Object.entries(role2.trusted)) {
    if (readArn(arn)?.account !== state.account) continue;
    const now = currentArn(state, arn, id);
    if (now !== arn) text = text.replaceAll(`"${arn}"`, `"${now ?? id}"`);
  }
  return text;
}
function currentArn(state, arn, id) {
  const name2 = arn.slice(arn.lastIndexOf("/") + 1);
  if (!arn.includes(":user/")) return state.roles.get(name2)?.id === id ? arn : null;
  const same = state.users.get(name2);
  const user2 = same?.id === id ? same : [...state.users.values()].find((one) => one.id === id);
  return user2 ? arnOf(state.account, "user", user2) : null;
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
        this.#state.groups.set(one.name, { ...fields, id: nextId(this.#state, "AGPA") });
      });
    }
    for (const one of this.#spec.users ?? []) this.#at(`user ${one.name}`, () => this.#user(one));
    for (const one of this.#spec.roles ?? []) this.#at(`role ${one.name}`, () => this.#role(one));
    this.#providers();
  }
  trusts() {
    for (const one of this.#state.roles.values()) {
      this.#at(`role ${one.name}`, () => {
        const trusted = resolveTrust(one.trust, (account2) => this.#built.accounts.get(account2) ?? null);
        if (policySize(one.trust) > this.#state.quotas.trust)
          throw limit("ACLSizePerRole", this.#state.quotas.trust);
        this.#state.roles.set(one.name, { ...one, trusted });
      });
    }
  }
  #at(what, build) {
    try {
      build();
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      throw new UsageError(
        `Account ${this.#spec.account}, ${what}: IAM refuses this (${error.code}: ${error.message}). Correct the world file.`,
        { cause: error }
      );
    }
  }
  #policy(one) {
    const [path2, created] = [one.path ?? "/", this.#when(one.created)];
    const text = checkText(documentText(one.document), "PolicyDocument", RULES.document);
    checkText(path2, "Path", RULES.policyPath);
    readPolicyOnce(text, "identity");
    if (policySize(text) > this.#state.quotas.managed) throw limit("PolicySize", this.#state.quotas.managed);
    const arn = arnOf(this.#state.account, "policy", { path: path2, name: one.name });
    this.#state.policies.set(arn, {
      name: one.name,
      path: path2,
      id: nextId(this.#state, "ANPA"),
      arn,
      description: one.description ?? "",
      created,
      updated: created,
      tags: tagsOf(one.tags),
      versions: [{ id: "v1", document: text, created }],
      defaultVersion: "v1",
      next: 2
    });
  }
  #holder(one, quota) {
    const inline = Object.entries(one.inline ?? {}).map(([name2, document2]) => {
      const text = checkText(documentText(document2), "PolicyDocument", RULES.document);
      readPolicyOnce(text, "identity");
      return { name: checkText(name2, "PolicyName", RULES.policyName), document: text };
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
      id: nextId(state, "AIDA"),
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
        const id = nextId(this.#state, "AKIA");
        this.#state.keyOwners.set(id, one.name);
        if (spec.lastUsed !== void 0) {
          this.#built.lastUse.set(id, { at: this.#when(spec.lastUsed), service: "iam", region: "us-east-1" });
        }
        return { id, status: spec.status ?? "Active", created: this.#when(spec.created) };
      }
    );
  }
  #role(one) {
    checkText(one.name, "RoleName", RULES.roleName);
    this.#state.roles.set(one.name, {
      ...this.#holder(one, "roleInline"),
      id: nextId(this.#state, "AROA"),
      boundary: one.boundary === void 0 ? null : this.#policyArn(one.boundary),
      tags: tagsOf(one.tags),
      description: one.description ?? "",
      maxSessionDuration: one.maxSessionDuration ?? 3600,
      trust: checkText(documentText(one.trust), "AssumeRolePolicyDocument", RULES.document),
      trusted: {}
    });
  }
  #providers() {
    const { account: account2, oidc, saml } = this.#state;
    for (const name2 of this.#spec.samlProviders ?? []) {
      const arn = `arn:aws:iam::${account2}:saml-provider/${name2}`;
      saml.set(arn, { arn, metadata: `<EntityDescriptor entityID="${name2}"/>`, created: this.#now, tags: [] });
    }
    for (const one of this.#spec.oidcProviders ?? []) {
      const url = one.url.replace(/^https:\/\//u, "");
      const arn = `arn:aws:iam::${account2}:oidc-provider/${url}`;
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
  #when(text) {
    if (text === void 0) return this.#now;
    const at = readInstant(text, "start");
    if (at === null) throw new AwsError("ValidationError", `${text} is not a real instant`);
    return at;
  }
};
function documentText(document2) {
  return typeof document2 === "string" ? document2 : JSON.stringify(document2);
}
function tagsOf(tags2) {
  return Object.entries(tags2 ?? {}).map(([key2, value]) => ({ key: key2, value }));
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
function requestContext(asked, role2, account2) {
  return {
    "sts:RoleSessionName": asked.name,
    "aws:ResourceAccount": account2,
    ...asked.externalId === null ? {} : { "sts:ExternalId": asked.externalId },
    ...asked.sourceIdentity === null ? {} : { "sts:SourceIdentity": asked.sourceIdentity },
    ...asked.tags.length === 0 ? {} : { "aws:TagKeys": asked.tags.map((tag) => tag.key) },
    ...asked.transitive.length === 0 ? {} : { "sts:TransitiveTagKeys": asked.transitive },
    ...tagEntries("aws:RequestTag", asked.tags),
    ...tagEntries("aws:ResourceTag", role2.tags),
    ...tagEntries("iam:ResourceTag", role2.tags)
  };
}
function neededActions(asked) {
  return [
    "sts:AssumeRole",
    ...asked.tags.length > 0 ? ["sts:TagSession"] : [],
    ...asked.sourceIdentity === null ? [] : ["sts:SetSourceIdentity"]
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
function checkAllowed(call, actor, asked) {
  const target = findRole(call.cloud, asked.roleArn);
  for (const action of neededActions(asked)) {
    const context = target ? requestContext(asked, target.role, target.state.account) : {};
    if (target && mayAssume(actor, target, { at: call.now, action, context }).allowed) continue;
    throw new AwsError(
      "AccessDenied",
      `User: ${callerArn(call.cloud, call.caller)} is not authorized to perform: ${action} on resource: ${asked.roleArn}`
    );
  }
  if (!target) throw new AwsError("AccessDenied", "Not authorized");
  return target;
}
function checkDuration(asked, role2, caller) {
  const seconds2 = asked.duration ?? CHAINED;
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
function sessionPolicies(asked, state) {
  if (asked.policy === null && asked.policyArns.length === 0) return null;
  const managed = asked.policyArns.map((arn) => {
    const policy2 = findPolicy(state, arn);
    if (!policy2)
      throw new AwsError("MalformedPolicyDocument", `Policy ${arn} does not exist or is not attachable.`);
    return defaultDocument(policy2);
  });
  return [...asked.policy === null ? [] : [asked.policy], ...managed].map(
    (text) => readPolicyOnce(text, "identity")
  );
}
var assumeRole = {
  kind: "read",
  run: (call) => {
    const { caller, cloud, now } = call;
    const actor = actorOf(cloud, caller);
    if (actor === null) throw new AwsError("AccessDenied", "Roles may not be assumed by root accounts.");
    const asked = readAsked(call.params, caller);
    const { role: role2, state } = checkAllowed(call, actor, asked);
    const seconds2 = checkDuration(asked, role2, caller);
    const policies = sessionPolicies(asked, state);
    const accessKeyId = uniqueId("ASIA", state.account, cloud.sessions.size + 1);
    const session = {
      accessKeyId,
      account: state.account,
      roleName: role2.name,
      roleId: role2.id,
      name: asked.name,
      issued: now,
      expires: now + seconds2 * 1e3,
      policies,
      tags: asked.tags,
      transitive: asked.transitive,
      sourceIdentity: asked.sourceIdentity
    };
    cloud.sessions.set(accessKeyId, session);
    return {
      Credentials: {
        AccessKeyId: accessKeyId,
        SecretAccessKey: secretFor(accessKeyId),
        SessionToken: tokenFor(accessKeyId),
        Expiration: writeInstant(session.expires)
      },
      AssumedRoleUser: {
        AssumedRoleId: `${role2.id}:${asked.name}`,
        Arn: `arn:aws:sts::${state.account}:assumed-role/${role2.name}/${asked.name}`
      },
      SourceIdentity: asked.sourceIdentity
    };
  }
};
var getSessionKeyInfo = {
  kind: "read",
  run: ({ cloud, params }) => {
    const id = params.text("AccessKeyId", RULES.accessKeyId);
    const account2 = cloud.roots.get(id) ?? cloud.sessions.get(id)?.account ?? [...cloud.accounts.values()].find((state) => state.keyOwners.has(id))?.account;
    if (account2 === void 0) throw new AwsError("ValidationError", "The access key ID is not valid.");
    return { Account: account2 };
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
  const roots = new Map([...accounts.keys()].map((account2) => [uniqueId("AKIA", account2, 0), account2]));
  return { accounts, clock, roots, lastUse: lastUse2, sessions: /* @__PURE__ */ new Map(), reports: /* @__PURE__ */ new Map(), trail: [] };
}
function accountKeys(cloud) {
  return [...cloud.roots].map(([root, account2]) => {
    const state = accountOf(cloud, account2);
    const users = Object.fromEntries(
      [...state.users.values()].flatMap((user2) => {
        const key2 = user2.keys.find((one) => one.status === "Active");
        return key2 ? [[user2.name, keys(key2.id)]] : [];
      })
    );
    return { account: account2, alias: state.alias, root: keys(root), users };
  });
}
function answer2(cloud, question) {
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
  const user2 = kind === "user" ? state?.users.get(name2) : void 0;
  const role2 = kind === "role" ? state?.roles.get(name2) : void 0;
  if (state && user2) return userActor(state, user2);
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

// src/sandbox/iam/signature.ts
import { createHash as createHash2, createHmac, timingSafeEqual } from "node:crypto";
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
function checkSignature(request, found, secret) {
  const bad = new AwsError(
    "SignatureDoesNotMatch",
    "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method."
  );
  if (!found.signedHeaders.includes("host") || !found.time.startsWith(found.date)) throw bad;
  const canonical = canonicalRequest(request, found.signedHeaders);
  const scope = `${found.date}/${found.region}/${found.service}/aws4_request`;
  const text = ["AWS4-HMAC-SHA256", found.time, scope, sha256(canonical)].join("\n");
  const key2 = [found.date, found.region, found.service, "aws4_request"].reduce(
    (before, part) => createHmac("sha256", before).update(part).digest(),
    `AWS4${secret}`
  );
  const wanted2 = createHmac("sha256", key2).update(text).digest();
  if (!timingSafeEqual(wanted2, Buffer.from(found.signature, "hex"))) throw bad;
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
function sha256(text) {
  return createHash2("sha256").update(text).digest("hex");
}

// src/sandbox/iam/authenticate.ts
var UNKNOWN = "The security token included in the request is invalid.";
function authenticate(cloud, request) {
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
  const root = cloud.roots.get(accessKeyId);
  if (root !== void 0) return { kind: "root", account: root, accessKeyId };
  const session = cloud.sessions.get(accessKeyId);
  if (session) {
    const role2 = cloud.accounts.get(session.account)?.roles.get(session.roleName);
    if (role2?.id !== session.roleId) throw new AwsError("InvalidClientTokenId", UNKNOWN);
    return { kind: "session", account: session.account, accessKeyId, session };
  }
  for (const state of cloud.accounts.values()) {
    const name2 = state.keyOwners.get(accessKeyId);
    const user2 = name2 === void 0 ? void 0 : state.users.get(name2);
    const key2 = user2?.keys.find((one) => one.id === accessKeyId);
    if (!user2 || !key2) continue;
    if (key2.status === "Inactive") throw new AwsError("InvalidClientTokenId", UNKNOWN);
    return { kind: "user", account: state.account, accessKeyId, name: user2.name };
  }
  throw new AwsError("InvalidClientTokenId", UNKNOWN);
}

// src/sandbox/iam/paging.ts
function pageOf(sorted, key2, call) {
  const marker = call.params.optional("Marker", { ...RULES.any, max: 2048 });
  const asked = call.params.integer("MaxItems", 1, 1e3) ?? 100;
  const most = call.shortPage ? Math.max(1, Math.floor(asked / 2)) : asked;
  const after = marker === null ? null : readMarker(marker);
  const start2 = after === null ? 0 : firstAfter(sorted, key2, after);
  const items2 = sorted.slice(start2, start2 + most);
  const last = items2.at(-1);
  const isTruncated = start2 + items2.length < sorted.length;
  return { items: items2, isTruncated, marker: isTruncated && last !== void 0 ? writeMarker(key2(last)) : null };
}
function pageFields(page) {
  return { IsTruncated: page.isTruncated, Marker: page.marker };
}
function firstAfter(sorted, key2, after) {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = low + high >> 1;
    const item = sorted[middle];
    if (item !== void 0 && key2(item) <= after) low = middle + 1;
    else high = middle;
  }
  return low;
}
function writeMarker(key2) {
  return Buffer.from(`after ${key2}`).toString("base64");
}
function readMarker(marker) {
  const text = Buffer.from(marker, "base64").toString();
  if (!text.startsWith("after ") || writeMarker(text.slice(6)) !== marker) {
    throw new AwsError("ValidationError", "Invalid Marker");
  }
  return text.slice(6);
}

// src/sandbox/iam/snapshot.ts
function sortedBy(items2, key2) {
  return [...items2].map((item) => ({ item, at: key2(item) })).toSorted((a, b) => a.at < b.at ? -1 : a.at > b.at ? 1 : 0).map((one) => one.item);
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
  for (const user2 of snapshot.users) {
    state.users.set(user2.name, user2);
    for (const key2 of user2.keys) state.keyOwners.set(key2.id, user2.name);
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
        const page = pageOf(
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
function escapeXml(text) {
  return text.replace(/[&<>"\r]/gu, (character) => ESCAPES[character] ?? character);
}
function writeXml(answer3) {
  if (answer3 === null || answer3 === void 0) return "";
  if (typeof answer3 === "string") return escapeXml(answer3);
  if (typeof answer3 !== "object") return String(answer3);
  if (answer3 instanceof AnswerMap) return answer3.write();
  if (isList(answer3)) return answer3.map((item) => `<member>${writeXml(item)}</member>`).join("");
  let out = "";
  for (const [name2, value] of Object.entries(answer3)) {
    if (value !== null && value !== void 0) out += `<${name2}>${writeXml(value)}</${name2}>`;
  }
  return out;
}
function isList(answer3) {
  return Array.isArray(answer3);
}
var AnswerMap = class {
  entries;
  constructor(entries) {
    this.entries = entries;
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
function errorXml(xmlns, error, requestId2) {
  const type = error.status >= 500 ? "Receiver" : "Sender";
  return `<?xml version="1.0" encoding="UTF-8"?>
<ErrorResponse xmlns="${xmlns}"><Error><Type>${type}</Type><Code>${escapeXml(error.code)}</Code><Message>${escapeXml(error.message)}</Message></Error><RequestId>${requestId2}</RequestId></ErrorResponse>
`;
}
function encodeDocument(document2) {
  return encodeURIComponent(document2).replace(
    /[!'()*]/gu,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`
  );
}

// src/sandbox/iam/operations/shapes.ts
function tagShape(tags2) {
  return tags2.length === 0 ? null : tags2.map((tag) => ({ Key: tag.key, Value: tag.value }));
}
function boundaryShape(boundary) {
  return boundary === null ? null : { PermissionsBoundaryType: "Policy", PermissionsBoundaryArn: boundary };
}
function userShape(state, user2) {
  return {
    Path: user2.path,
    UserName: user2.name,
    UserId: user2.id,
    Arn: arnOf(state.account, "user", user2),
    CreateDate: writeInstant(user2.created)
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
  for (const user2 of state.users.values()) if (user2.boundary !== null) count(boundaries, user2.boundary);
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
      const tags2 = params.tags();
      const document2 = managedDocument(call);
      checkFree(new Map([...state.policies.values()].map((one) => [one.name, one])), "A policy", name2);
      if (state.policies.size >= state.quotas.policies)
        throw limit("PoliciesPerAccount", state.quotas.policies);
      const policy2 = {
        name: name2,
        path: path2,
        id: nextId(state, "ANPA"),
        arn: arnOf(state.account, "policy", { path: path2, name: name2 }),
        description,
        created: now,
        updated: now,
        tags: tags2,
        versions: [{ id: "v1", document: document2, created: now }],
        defaultVersion: "v1",
        next: 2
      };
      state.policies.set(policy2.arn, policy2);
      return { Policy: { ...policyShape(policy2, NO_USE), Tags: tagShape(tags2) } };
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
      const page = pageOf(
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
      const holds2 = (one) => one.path.startsWith(prefix) && (use !== "PermissionsBoundary" && one.attached.includes(arn) || use !== "PermissionsPolicy" && one.boundary === arn);
      const found = [
        ...filter === null || filter === "Group" ? [...state.groups.values()].filter(holds2).map((one) => ({ at: `1 ${one.name}`, kind: "Group", one })) : [],
        ...filter === null || filter === "Role" ? [...state.roles.values()].filter(holds2).map((one) => ({ at: `2 ${one.name}`, kind: "Role", one })) : [],
        ...filter === null || filter === "User" ? [...state.users.values()].filter(holds2).map((one) => ({ at: `3 ${one.name}`, kind: "User", one })) : []
      ];
      const page = pageOf(
        sortedBy(found, (one) => one.at),
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
  const id = call.params.text("VersionId", RULES.versionId);
  const found = policy2.versions.find((one) => one.id === id);
  if (!found)
    throw new AwsError(
      "NoSuchEntity",
      `Policy ${policy2.arn} version ${id} does not exist or is not attachable.`
    );
  return found;
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
      const page = pageOf(policy2.versions, sortKey, call);
      const newestFirst = page.isTruncated ? page.items : page.items.toReversed();
      return { Versions: newestFirst.map((one) => shape(policy2, one)), ...pageFields(page) };
    }
  },
  SetDefaultPolicyVersion: {
    kind: "write",
    resource: policyArn,
    run: (call) => {
      const policy2 = ownPolicy(call);
      const { id } = namedVersion(call, policy2);
      call.state.policies.set(policy2.arn, { ...policy2, defaultVersion: id, updated: call.now });
      return null;
    }
  },
  DeletePolicyVersion: {
    kind: "write",
    resource: policyArn,
    run: (call) => {
      const policy2 = ownPolicy(call);
      const { id } = namedVersion(call, policy2);
      if (id === policy2.defaultVersion) {
        throw new AwsError("DeleteConflict", "Cannot delete the default version of a policy.");
      }
      const versions = policy2.versions.filter((one) => one.id !== id);
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
function userDetail(call, user2) {
  return {
    ...userShape(call.state, user2),
    UserPolicyList: user2.inline.length > 0 ? inlineShape(user2) : null,
    GroupList: user2.groups,
    AttachedManagedPolicies: attachedShape(user2.attached),
    PermissionsBoundary: boundaryShape(user2.boundary),
    Tags: tagShape(user2.tags)
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
function items(call, wanted2) {
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
function policyDetails(call, found) {
  if (found.length === 0) return [];
  const usage = usageOf(call.state);
  return found.map((policy2) => ({
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
      const page = pageOf(items(call, wanted2), position, call);
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
  const user2 = call.state.users.get(name2);
  if (!user2) throw noSuch("user", name2);
  return user2;
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
      const tags2 = params.tags();
      const path2 = params.optional("Path", RULES.path) ?? "/";
      const user2 = {
        name: name2,
        path: path2,
        id: nextId(state, "AIDA"),
        created: call.now,
        inline: [],
        attached: [],
        boundary,
        tags: tags2,
        groups: [],
        keys: [],
        login: null,
        mfa: []
      };
      state.users.set(name2, user2);
      return {
        User: {
          ...userShape(state, user2),
          PermissionsBoundary: boundaryShape(boundary),
          Tags: tagShape(tags2)
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
      const user2 = namedUser(call);
      return {
        User: {
          ...userShape(call.state, user2),
          PermissionsBoundary: boundaryShape(user2.boundary),
          Tags: tagShape(user2.tags)
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
      const page = pageOf(
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
      const user2 = namedUser(call);
      const name2 = params.optional("NewUserName", RULES.userName) ?? user2.name;
      const path2 = params.optional("NewPath", RULES.path) ?? user2.path;
      checkFree(state.users, "User", name2, user2.name);
      state.users.delete(user2.name);
      state.users.set(name2, { ...user2, name: name2, path: path2 });
      for (const key2 of user2.keys) state.keyOwners.set(key2.id, name2);
      return null;
    }
  },
  DeleteUser: {
    kind: "write",
    resource,
    run: (call) => {
      const user2 = namedUser(call);
      const rest = user2.groups.length > 0 ? "remove users from group" : user2.attached.length > 0 ? "detach all policies" : user2.inline.length > 0 ? "delete policies" : user2.keys.length > 0 ? "delete access keys" : user2.login !== null ? "delete login profile" : user2.mfa.length > 0 ? "delete MFA device" : null;
      if (rest !== null) throw new AwsError("DeleteConflict", `Cannot delete entity, must ${rest} first.`);
      call.state.users.delete(user2.name);
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
      const user2 = namedUser(call);
      call.params.text("PermissionsBoundary", RULES.arn);
      call.state.users.set(user2.name, { ...user2, boundary: requestedBoundary(call) });
      return null;
    }
  },
  DeleteUserPermissionsBoundary: {
    kind: "write",
    resource,
    context: (call) => holderContext("User", call),
    run: (call) => {
      const user2 = namedUser(call);
      if (user2.boundary === null)
        throw new AwsError(
          "NoSuchEntity",
          `The user with name ${user2.name} does not have a permissions boundary.`
        );
      call.state.users.set(user2.name, { ...user2, boundary: null });
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
        id: nextId(state, "AGPA"),
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
      const page = pageOf(
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
      const page = pageOf(
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
      for (const user2 of moved) {
        state.users.set(user2.name, {
          ...user2,
          groups: user2.groups.map((one) => one === group2.name ? name2 : one)
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
      const user2 = namedUser(call);
      if (user2.groups.includes(group2.name)) return null;
      if (user2.groups.length >= call.state.quotas.groupsPerUser)
        throw limit("GroupsPerUser", call.state.quotas.groupsPerUser);
      call.state.users.set(user2.name, { ...user2, groups: [...user2.groups, group2.name] });
      return null;
    }
  },
  RemoveUserFromGroup: {
    kind: "write",
    resource: resource2,
    run: (call) => {
      const group2 = namedGroup(call);
      call.params.text("UserName", RULES.anyUserName);
      const user2 = namedUser(call);
      if (!user2.groups.includes(group2.name)) {
        throw new AwsError("NoSuchEntity", `User ${user2.name} is not in group ${group2.name}.`);
      }
      call.state.users.set(user2.name, { ...user2, groups: user2.groups.filter((one) => one !== group2.name) });
      return null;
    }
  },
  ListGroupsForUser: {
    kind: "read",
    resource: namedUserArn,
    run: (call) => {
      const groups = namedUser(call).groups.flatMap((name2) => call.state.groups.get(name2) ?? []);
      const page = pageOf(
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
        const found = holder2.inline.find((one) => one.name === name2);
        if (!found) throw noSuch(`${HOLDERS[kind].what} policy`, name2);
        return { [field]: holder2.name, PolicyName: name2, PolicyDocument: encodeDocument(found.document) };
      }
    },
    [`List${kind}Policies`]: {
      kind: "read",
      resource: resource5,
      run: (call) => {
        const holder2 = findHolder(call.state, kind, holderName(kind, call));
        const names = holder2.inline.map((one) => one.name);
        const page = pageOf(
          sortedBy(names, (name2) => name2),
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
function noKey(id) {
  return new AwsError("NoSuchEntity", `The Access Key with id ${id} cannot be found.`);
}
function namedKey(call, user2) {
  const id = call.params.text("AccessKeyId", RULES.accessKeyId);
  const found = user2.keys.find((one) => one.id === id);
  if (!found) throw noKey(id);
  return found;
}
function shape2(user2, key2) {
  return {
    UserName: user2.name,
    AccessKeyId: key2.id,
    Status: key2.status,
    CreateDate: writeInstant(key2.created)
  };
}
function lastUse(call, id) {
  const use = call.cloud.lastUse.get(id);
  if (!use) return { ServiceName: "N/A", Region: "N/A" };
  return { LastUsedDate: writeInstant(use.at), ServiceName: use.service, Region: use.region };
}
var keyOperations = {
  CreateAccessKey: {
    kind: "write",
    resource: namedUserArn,
    run: (call) => {
      const user2 = namedUser(call);
      const most = call.state.quotas.accessKeysPerUser;
      if (user2.keys.length >= most) throw limit("AccessKeysPerUser", most);
      const key2 = { id: nextId(call.state, "AKIA"), status: "Active", created: call.now };
      call.state.users.set(user2.name, { ...user2, keys: [...user2.keys, key2] });
      call.state.keyOwners.set(key2.id, user2.name);
      return { AccessKey: { ...shape2(user2, key2), SecretAccessKey: secretFor(key2.id) } };
    }
  },
  ListAccessKeys: {
    kind: "read",
    resource: namedUserArn,
    run: (call) => {
      const user2 = namedUser(call);
      const page = pageOf(
        sortedBy(user2.keys, (one) => one.id),
        (one) => one.id,
        call
      );
      return { AccessKeyMetadata: page.items.map((one) => shape2(user2, one)), ...pageFields(page) };
    }
  },
  GetAccessKeyLastUsed: {
    kind: "read",
    resource: everything,
    run: (call) => {
      const id = call.params.text("AccessKeyId", RULES.accessKeyId);
      const name2 = call.state.keyOwners.get(id);
      if (name2 === void 0) throw new AwsError("AccessDenied", `Access key ${id} is not of this account`);
      return { UserName: name2, AccessKeyLastUsed: lastUse(call, id) };
    }
  },
  UpdateAccessKey: {
    kind: "write",
    resource: namedUserArn,
    run: (call) => {
      const user2 = namedUser(call);
      const key2 = namedKey(call, user2);
      const status = call.params.choice("Status", ["Active", "Inactive"]);
      if (status === null) throw new AwsError("ValidationError", "Status must not be null");
      const keys2 = user2.keys.map((one) => one.id === key2.id ? { ...one, status } : one);
      call.state.users.set(user2.name, { ...user2, keys: keys2 });
      return null;
    }
  },
  DeleteAccessKey: {
    kind: "write",
    resource: namedUserArn,
    run: (call) => {
      const user2 = namedUser(call);
      const key2 = namedKey(call, user2);
      call.state.users.set(user2.name, { ...user2, keys: user2.keys.filter((one) => one.id !== key2.id) });
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
  const found = call.state.saml.get(samlArn(call));
  if (!found) throw new AwsError("NoSuchEntity", "Manifest not found for arn");
  return found;
}
function namedOidc(call) {
  const arn = oidcArn(call);
  const found = call.state.oidc.get(arn);
  if (!found) throw new AwsError("NoSuchEntity", `OpenIDConnect Provider not found for arn ${arn}`);
  return found;
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
      const { created, metadata, tags: tags2 } = namedSaml(call);
      return {
        SAMLMetadataDocument: metadata,
        CreateDate: writeInstant(created),
        ValidUntil: writeInstant(created + 100 * YEAR),
        Tags: tagShape(tags2)
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
      const { clients, created, tags: tags2, thumbprints, url } = namedOidc(call);
      return {
        Url: url,
        ClientIDList: clients,
        ThumbprintList: thumbprints,
        CreateDate: writeInstant(created),
        Tags: tagShape(tags2)
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
function userCells(call, user2) {
  const password = user2.login === null ? ["false", "N/A", "N/A", "N/A"] : ["true", "no_information", time(user2.login.created), "N/A"];
  return [
    user2.name,
    arnOf(call.state.account, "user", user2),
    time(user2.created),
    ...password,
    String(user2.mfa.length > 0),
    ...keyCells(call, user2.keys[0]),
    ...keyCells(call, user2.keys[1]),
    ...NO_CERTIFICATES
  ];
}
function rootCells(call) {
  const arn = `arn:aws:iam::${call.state.account}:root`;
  const unsaid = "not_supported";
  const root = { id: "", status: "Active", created: ROOT_MADE };
  return [
    "<root_account>",
    arn,
    time(ROOT_MADE),
    unsaid,
    "no_information",
    unsaid,
    unsaid,
    "false",
    ...keyCells(call, root),
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
function change(call, fields) {
  const role2 = namedRole(call);
  checkModifiable("Role", role2);
  call.state.roles.set(role2.name, { ...role2, ...fields });
  return null;
}
function readTrust(call, field) {
  const trust = call.params.text(field, RULES.document);
  const trusted = resolveTrust(trust, (account2) => call.cloud.accounts.get(account2) ?? null);
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
        id: nextId(state, "AROA"),
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
      const page = pageOf(
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
      change(call, {
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
      return change(call, readTrust(call, "PolicyDocument"));
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
      return change(call, { boundary: requestedBoundary(call) });
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
      return change(call, { boundary: null });
    }
  }
};

// src/sandbox/iam/operations/sign-in.ts
var resource4 = (call) => holderArn("User", call);
function login(user2) {
  if (user2.login === null)
    throw new AwsError("NoSuchEntity", `Login Profile for User ${user2.name} cannot be found.`);
  return user2.login;
}
function shape3(user2, profile) {
  return {
    UserName: user2.name,
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
      const user2 = namedUser(call);
      if (user2.login !== null)
        throw new AwsError("EntityAlreadyExists", `Login Profile for user ${user2.name} already exists.`);
      const profile = { created: call.now, resetRequired: call.params.flag("PasswordResetRequired") ?? false };
      call.state.users.set(user2.name, { ...user2, login: profile });
      return { LoginProfile: shape3(user2, profile) };
    }
  },
  GetLoginProfile: {
    kind: "read",
    resource: namedUserArn,
    run: (call) => {
      const user2 = namedUser(call);
      return { LoginProfile: shape3(user2, login(user2)) };
    }
  },
  DeleteLoginProfile: {
    kind: "write",
    resource: namedUserArn,
    run: (call) => {
      const user2 = namedUser(call);
      login(user2);
      call.state.users.set(user2.name, { ...user2, login: null });
      return null;
    }
  },
  EnableMFADevice: {
    kind: "write",
    resource: resource4,
    run: (call) => {
      const user2 = namedUser(call);
      const serial = serialNumber(call);
      for (const one of call.state.users.values()) {
        if (one.mfa.some((device) => device.serial === serial)) {
          throw new AwsError("EntityAlreadyExists", `MFA device ${serial} is already in use.`);
        }
      }
      if (user2.mfa.length >= 8)
        throw new AwsError("LimitExceeded", "Cannot exceed quota for MFADevicesPerUser: 8");
      call.state.users.set(user2.name, { ...user2, mfa: [...user2.mfa, { serial, enabled: call.now }] });
      return null;
    }
  },
  DeactivateMFADevice: {
    kind: "write",
    resource: namedUserArn,
    run: (call) => {
      const user2 = namedUser(call);
      const serial = serialNumber(call);
      if (!user2.mfa.some((one) => one.serial === serial)) {
        throw new AwsError("NoSuchEntity", `MFA device ${serial} of user ${user2.name} cannot be found.`);
      }
      call.state.users.set(user2.name, { ...user2, mfa: user2.mfa.filter((one) => one.serial !== serial) });
      return null;
    }
  },
  ListMFADevices: {
    kind: "read",
    resource: namedUserArn,
    run: (call) => {
      const user2 = namedUser(call);
      const page = pageOf(
        sortedBy(user2.mfa, (one) => one.serial),
        (one) => one.serial,
        call
      );
      const devices = page.items.map((one) => ({
        UserName: user2.name,
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
  const [user2, role2] = [state.users.get(name2), state.roles.get(name2)];
  if (user2 && arnOf(state.account, "user", user2) === arn) return userActor(state, user2);
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
      const added = call.params.list("PolicyInputList").map((text) => readPolicyOnce(text, "identity"));
      const [boundary] = call.params.list("PermissionsBoundaryPolicyInputList").map((text) => readPolicyOnce(text, "identity"));
      const asked = {
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
          const decision = decide(asked, { action, resource: resource5, at: call.now, context });
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
  const devices = [...users.values()].reduce((sum, user2) => sum + user2.mfa.length, 0);
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
    set: (call, tags2) => {
      const user2 = namedUser(call);
      call.state.users.set(user2.name, { ...user2, tags: tags2 });
    }
  },
  Role: {
    resource: (call) => holderArn("Role", call),
    context: (call) => holderContext("Role", call),
    get: (call) => namedRole(call).tags,
    set: (call, tags2) => {
      const role2 = namedRole(call);
      checkModifiable("Role", role2);
      call.state.roles.set(role2.name, { ...role2, tags: tags2 });
    }
  },
  Policy: {
    resource: policyArn,
    context: () => ({}),
    get: (call) => namedPolicy(call).tags,
    set: (call, tags2) => {
      const policy2 = ownPolicy(call);
      call.state.policies.set(policy2.arn, { ...policy2, tags: tags2 });
    }
  }
};
function tagsOf2(kind) {
  const { context, get, resource: resource5, set } = TAGGED[kind];
  return {
    [`Tag${kind}`]: {
      kind: "write",
      resource: resource5,
      context: (call) => ({ ...context(call), ...tagEntries("aws:RequestTag", call.params.tags()) }),
      run: (call) => {
        const added = call.params.tags();
        const keys2 = new Set(added.map((tag) => tag.key.toLowerCase()));
        const tags2 = [...get(call).filter((tag) => !keys2.has(tag.key.toLowerCase())), ...added];
        if (tags2.length > 50)
          throw new AwsError("LimitExceeded", "The number of tags has reached the maximum limit.");
        set(call, tags2);
        return null;
      }
    },
    [`Untag${kind}`]: {
      kind: "write",
      resource: resource5,
      context: (call) => context(call),
      run: (call) => {
        const keys2 = new Set(call.params.list("TagKeys", RULES.tagKey).map((key2) => key2.toLowerCase()));
        set(
          call,
          get(call).filter((tag) => !keys2.has(tag.key.toLowerCase()))
        );
        return null;
      }
    },
    [`List${kind}Tags`]: {
      kind: "read",
      resource: resource5,
      run: (call) => {
        const page = pageOf(
          sortedBy(get(call), (tag) => tag.key),
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
var DAY = 864e5;
var TYPES = {
  UserName: "AWS::IAM::User",
  RoleName: "AWS::IAM::Role",
  RoleArn: "AWS::IAM::Role",
  GroupName: "AWS::IAM::Group",
  PolicyArn: "AWS::IAM::Policy",
  PolicyName: "AWS::IAM::Policy",
  AccessKeyId: "AWS::IAM::AccessKey"
};
function record(cloud, service, request, error) {
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
      const type = Object.hasOwn(TYPES, field) ? TYPES[field] : void 0;
      return type === void 0 ? [] : [{ type, name: name2 }];
    }),
    parameters: password === void 0 ? parameters : { ...parameters, Password: "HIDDEN_DUE_TO_SECURITY_REASONS" },
    error: error ? { code: error.code, message: error.message } : null,
    requestId: request.id
  });
}
function lookUpEvents(cloud, request) {
  if (request.operation !== "LookupEvents") {
    throw new AwsError("UnknownOperationException", `Unknown operation ${request.operation}`);
  }
  authorise(cloud, request.caller, { action: "cloudtrail:LookupEvents", resource: "*" });
  const now = cloud.clock.now();
  const lookup = readLookup(request.body, now);
  const found = request.signature.region === "us-east-1" ? cloud.trail.filter((event) => event.account === request.caller.account && wanted(event, lookup, now)).toReversed() : [];
  const page = found.slice(lookup.skip, lookup.skip + lookup.most);
  const next = lookup.skip + page.length;
  return { Events: page.map(writeEvent), ...next < found.length ? { NextToken: String(next) } : {} };
}
function readLookup(body, now) {
  const asked = readJson(body);
  const token = asked["NextToken"];
  const most = asked["MaxResults"] ?? 50;
  if (typeof most !== "number" || !Number.isInteger(most) || most < 1 || most > 50) {
    throw new AwsError("InvalidMaxResultsException", "MaxResults must be between 1 and 50.");
  }
  if (token !== void 0 && (typeof token !== "string" || !/^\d{1,9}$/u.test(token))) {
    throw new AwsError("InvalidNextTokenException", "Invalid NextToken.");
  }
  return {
    attributes: readAttributes(asked["LookupAttributes"]),
    start: seconds(asked["StartTime"], now - 90 * DAY),
    end: seconds(asked["EndTime"], now),
    most,
    skip: token === void 0 ? 0 : Number(token)
  };
}
function readAttributes(written) {
  const list = Array.isArray(written) ? written : [];
  if (list.length > 1)
    throw new AwsError("InvalidLookupAttributesException", "You can specify only one lookup attribute.");
  return list.map((one) => {
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
  if (event.at < Math.max(lookup.start, now - 90 * DAY) || event.at > lookup.end) return false;
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
    ...event.error ? { errorCode: event.error.code, errorMessage: event.error.message } : {},
    requestParameters: Object.fromEntries(
      Object.entries(event.parameters).map(([name2, value]) => [
        name2.charAt(0).toLowerCase() + name2.slice(1),
        value
      ])
    ),
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
    record(cloud, service, request, null);
    return result;
  } catch (error) {
    if (error instanceof AwsError) record(cloud, service, request, error);
    throw error;
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
function writeError(service, error, requestId2) {
  if (service === "cloudtrail") {
    const body2 = JSON.stringify({ __type: jsonCode(error.code), message: error.message });
    return { status: error.status === 403 ? 400 : error.status, type: JSON_TYPE, body: body2 };
  }
  const body = errorXml(NAMESPACES[service], error, requestId2);
  return { status: error.status, type: XML, body };
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
    const id = requestId(`request ${this.#count}`);
    const asked = readService(request);
    let caller = null;
    let reply;
    try {
      const found = authenticate(this.cloud, request);
      caller = found.caller;
      this.#tell("before", asked, caller);
      reply = this.#serve(asked, {
        ...found,
        operation: asked.operation,
        id,
        params: asked.params,
        body: request.body
      });
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      reply = answered(writeError(asked.service, error, id), id);
    }
    this.#calls.push({
      service: asked.service,
      operation: asked.operation,
      account: caller?.account ?? null,
      kind: asked.kind,
      at: this.cloud.clock.now(),
      status: reply.drop ? 0 : reply.status
    });
    if (caller) this.#tell("after", asked, caller);
    return reply;
  }
  #serve(asked, request) {
    const { operation, service } = asked;
    const fault = this.#faults.take(service, operation);
    if (fault?.kind === "drop-before") return DROPPED;
    const refused = fault ? faultError(fault) : null;
    if (refused) throw refused;
    const result = this.#effect(asked, request);
    if (fault?.kind === "drop-after") return DROPPED;
    if (fault?.kind === "error-after") throw faultCode(fault);
    return answered(writeResult(service, operation, result, request.id), request.id);
  }
  #effect(asked, request) {
    const { operation, service } = asked;
    if (service === "cloudtrail") return lookUpEvents(this.cloud, request);
    if (service === "iam" && asked.kind === "read") {
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
  #past(operation, account2) {
    const now = accountOf(this.cloud, account2);
    const before = this.#before.get(account2) ?? [];
    if (before.length === 0) return now;
    const fault = this.#faults.takeReading("stale", "iam", operation);
    if (!fault) return now;
    return before[Math.max(0, before.length - (fault.writes ?? before.length))] ?? now;
  }
  #tell(phase, asked, caller) {
    try {
      this.#observer?.(phase, { service: asked.service, operation: asked.operation, account: caller.account });
    } catch (error) {
      this.#observed ??= error;
    }
  }
};
var DROPPED = { status: 0, type: "", body: "", drop: true, headers: {} };
function answered(written, id) {
  return { ...written, drop: false, headers: { "x-amzn-requestid": id } };
}
function faultError(fault) {
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

// src/sandbox/world.ts
var name = (what) => external_exports.string().regex(/^[\w+=,.@-]{1,128}$/u).meta({ description: what });
var path = external_exports.string().regex(/^(?:\/|\/[!-~]+\/)$/u).max(512).meta({ description: "Path of the entity; `/` if absent.", examples: ["/team/"] });
var instant = external_exports.string().regex(/^\d{4}-\d{2}-\d{2}([Tt]\d{2}:\d{2}:\d{2}([Zz]|[+-]\d{2}:\d{2}))?$/u).meta({ description: "A date or RFC 3339 date-time.", examples: ["2026-11-20T09:00:00Z"] });
var document = external_exports.union([external_exports.string(), external_exports.record(external_exports.string(), external_exports.unknown())]).meta({ description: "An IAM policy: as an object, or as text that is kept byte for byte." });
var policyRef = external_exports.string().min(1).meta({
  description: "A managed policy: its ARN, or the name of one of this account or of AWS.",
  examples: ["arn:aws:iam::aws:policy/AdministratorAccess", "AdministratorAccess"]
});
var tags = external_exports.record(external_exports.string(), external_exports.string()).meta({ description: "Tags by key." });
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
var user = external_exports.strictObject({
  ...holder,
  boundary: policyRef.optional(),
  groups: external_exports.array(name("A group of the account.")).optional(),
  keys: external_exports.union([external_exports.number().int().min(0).max(2), external_exports.array(key).max(2)]).optional().meta({ description: "Access keys: how many (none if absent), or each with status, age and last use." }),
  password: external_exports.boolean().optional().meta({ description: "Whether the user may sign in to the console." }),
  mfa: external_exports.boolean().optional(),
  tags: tags.optional()
});
var role = external_exports.strictObject({
  ...holder,
  trust: document,
  description: external_exports.string().max(1e3).optional(),
  maxSessionDuration: external_exports.number().int().min(3600).max(43200).optional().meta({ description: "Seconds; 3600 if absent." }),
  boundary: policyRef.optional(),
  tags: tags.optional()
});
var group = external_exports.strictObject(holder);
var policy = external_exports.strictObject({
  name: name("Name of the managed policy."),
  path: path.optional(),
  created: instant.optional(),
  description: external_exports.string().max(1e3).optional(),
  document,
  tags: tags.optional()
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
var account = external_exports.strictObject({
  account: external_exports.string().regex(/^\d{12}$/u).meta({ description: "Account number, in quotes.", examples: ["123456789012"] }),
  alias: external_exports.string().regex(/^[a-z0-9](?:[a-z0-9]|-(?!-)){1,61}[a-z0-9]$/u).optional(),
  users: external_exports.array(user).optional(),
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
  aws: external_exports.array(account).optional()
}).meta({ title: "World", description: "What a sandbox imitates when it starts." });
function checkWorld(world) {
  const result = worldSchema.safeParse(world);
  if (result.success) return result.data;
  const first = result.error.issues[0];
  const where = (first?.path ?? []).map(String).join(".");
  throw new UsageError(
    `The world is wrong${where === "" ? "" : ` at "${where}"`}: ${first?.message ?? ""}. Correct the world file.`
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
  const setFaults2 = (list) => {
    faults.set(list);
    gateway.forgetHistory();
  };
  const clearCalls = () => {
    calls.length = 0;
    setFaults2([]);
  };
  const startOver = () => {
    const fresh = buildCloud(checked, begin, clock);
    for (const [account2, state] of fresh.accounts) cloud.accounts.set(account2, state);
    cloud.sessions.clear();
    cloud.reports.clear();
    cloud.lastUse.clear();
    for (const [id, use] of fresh.lastUse) cloud.lastUse.set(id, use);
    cloud.trail.length = 0;
    clock.set(begin);
  };
  const controlled = { calls: () => calls, clearCalls, clock, setFaults: setFaults2, startOver };
  const handle = (request) => {
    const route = /^\/control(\/[^?]*)/u.exec(request.url)?.[1];
    if (route !== void 0) return control(controlled, route, request);
    const reply = gateway.handle(request);
    return reply.drop ? null : reply;
  };
  const server = await listen(options.port ?? 0, () => new Date(clock.now()), handle);
  return {
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
    observe: (observer) => gateway.observe(observer),
    can: (question) => answer2(cloud, question),
    snapshot: (account2) => takeSnapshot(accountOf(cloud, account2)),
    restore: (account2, snapshot) => {
      cloud.accounts.set(account2, fromSnapshot(accountOf(cloud, account2), snapshot));
      gateway.forgetHistory();
    },
    close: async () => {
      await server.close();
      if (gateway.observed !== null) throw gateway.observed;
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
    const sandbox = await start(world, { port, ...common.nowGiven ? { now: common.now } : {} });
    io.out(`${describeSandbox(sandbox)}
`);
    await interrupted(io.signal);
    await sandbox.close();
    return 0;
  }
};
async function readWorld(file, io) {
  if (typeof file !== "string") throw new UsageError("sandbox needs --world FILE.");
  const text = file === "-" ? await io.stdin() : await readText(resolve(io.cwd, file), file);
  const lines = new import_yaml.LineCounter();
  const document2 = (0, import_yaml.parseDocument)(text, { lineCounter: lines });
  const problem = document2.errors[0];
  if (problem) {
    const { col, line } = lines.linePos(problem.pos[0]);
    throw new UsageError(`${file}:${line}:${col}: ${problem.message.split("\n")[0] ?? ""}`);
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
  return JSON.stringify({
    aws: {
      accounts: accounts.map(({ account: account2, alias, root, users }) => ({
        account: account2,
        alias,
        root,
        users: Object.fromEntries(
          Object.keys(users).toSorted().map((name2) => [name2, users[name2]])
        )
      })),
      cloudtrail,
      iam,
      sts
    },
    control: sandbox.control,
    format: 1,
    github: null,
    ok: true
  });
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
