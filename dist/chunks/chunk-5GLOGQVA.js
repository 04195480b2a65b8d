import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  stringify
} from "./chunk-3OOSBJ24.js";
import {
  checkShape,
  grantKey
} from "./chunk-7ETONKNL.js";
import {
  InternalError
} from "./chunk-KCC7W5OC.js";
import {
  compare
} from "./chunk-XW4OEFHM.js";
import {
  intern
} from "./chunk-UI4DGNQ4.js";
import {
  keepIn,
  readInstant,
  writeInstant
} from "./chunk-3ZSDZPIB.js";

// src/connectors/aws-iam/names.ts
import { createHash } from "node:crypto";

// src/connectors/aws-iam/shaped.ts
function shapedSettings(value) {
  if (!isSettings(value)) throw new InternalError("The settings of a system were used unchecked.");
  return value;
}
function shapedTarget(value) {
  if (!isTarget(value)) throw new InternalError("The target of an entitlement was used unchecked.");
  return value;
}
function shapedAccount(value) {
  if (!isAccount(value)) throw new InternalError("The account of a subject was used unchecked.");
  return value;
}
function isSettings(value) {
  return isShaped("aws-iam.settings", value);
}
function isTarget(value) {
  return isShaped("aws-iam.target", value);
}
function isAccount(value) {
  return isShaped("aws-iam.account", value);
}
var known = {
  "aws-iam.settings": /* @__PURE__ */ new WeakSet(),
  "aws-iam.target": /* @__PURE__ */ new WeakSet(),
  "aws-iam.account": /* @__PURE__ */ new WeakSet()
};
function isShaped(kind, value) {
  if (typeof value !== "object" || value === null) return checkShape(kind, value).length === 0;
  if (known[kind].has(value)) return true;
  if (checkShape(kind, value).length > 0) return false;
  known[kind].add(value);
  return true;
}

// src/connectors/aws-iam/names.ts
function settingsOf(system) {
  return shapedSettings(system.entry.data.settings);
}
function instanceOf(system) {
  const { instance } = settingsOf(system);
  return instance ?? `grantbook-${createHash("sha256").update(system.repository).digest("hex").slice(0, 8)}`;
}
function shardPath(instance, principalId) {
  return principalId === void 0 ? `/${instance}/` : `/${instance}/${principalId}/`;
}
function shardName(instance, principalId, n) {
  return `${instance}-${principalId}-${n}`;
}
function readShard(instance, path, name) {
  const match = /^\/[a-z0-9-]+\/([A-Z0-9]{16,128})\/$/u.exec(path);
  const principalId = match?.[1];
  if (principalId === void 0 || path !== shardPath(instance, principalId)) return null;
  const n = Number(/-([1-9]\d{0,3})$/u.exec(name)?.[1]);
  return name === shardName(instance, principalId, n) ? { principalId, n } : null;
}
function principalName(account) {
  return intern("user" in account ? `user/${account.user}` : `role/${account.role}`);
}
function uniqueName(account) {
  const [kind, name] = "user" in account ? ["user", account.user] : ["role", account.role];
  return `${kind}/${bareName(name).toLowerCase()}`;
}
function bareName(text) {
  return text.slice(text.lastIndexOf("/") + 1);
}
function resourceOf(arn) {
  return arn.split(":").slice(5).join(":");
}

// src/connectors/aws-iam/limits.ts
var DEFAULT_LIMITS = {
  user: { inline: 2048, managed: 6144, attachments: 10, groups: 10 },
  role: { inline: 10240, managed: 6144, attachments: 10, groups: 0 }
};
var DEFAULT_POLICIES = 1500;
var RESERVE = 0.1;
function budget(size) {
  return Math.floor(size * (1 - RESERVE));
}
function kindOf(principal) {
  return principal.startsWith("user/") ? "user" : "role";
}
function limitsFrom(summary) {
  const read = (key, otherwise) => {
    const value = Object.hasOwn(summary, key) ? summary[key] : void 0;
    return value === void 0 || !Number.isFinite(value) ? otherwise : value;
  };
  const { user, role } = DEFAULT_LIMITS;
  return {
    user: {
      inline: read("UserPolicySizeQuota", user.inline),
      managed: read("PolicySizeQuota", user.managed),
      attachments: read("AttachedPoliciesPerUserQuota", user.attachments),
      groups: read("GroupsPerUserQuota", user.groups)
    },
    role: {
      inline: read("RolePolicySizeQuota", role.inline),
      managed: read("PolicySizeQuota", role.managed),
      attachments: read("AttachedPoliciesPerRoleQuota", role.attachments),
      groups: 0
    },
    policies: read("PoliciesQuota", DEFAULT_POLICIES)
  };
}

// src/connectors/aws-iam/conditions.ts
var OPERATORS = /* @__PURE__ */ new Set([
  "StringEquals",
  "StringNotEquals",
  "StringEqualsIgnoreCase",
  "StringNotEqualsIgnoreCase",
  "StringLike",
  "StringNotLike",
  "NumericEquals",
  "NumericNotEquals",
  "NumericLessThan",
  "NumericLessThanEquals",
  "NumericGreaterThan",
  "NumericGreaterThanEquals",
  "Bool",
  "BinaryEquals",
  "IpAddress",
  "NotIpAddress",
  "ArnEquals",
  "ArnLike",
  "ArnNotEquals",
  "ArnNotLike",
  "Null"
]);
var TIME_KEYS = /* @__PURE__ */ new Set(["aws:currenttime", "aws:epochtime"]);
function isOperator(operator) {
  const bare = operator.replace(/^(?:ForAllValues|ForAnyValue):/u, "").replace(/IfExists$/u, "");
  return OPERATORS.has(bare) && (bare !== "Null" || operator === "Null");
}
function conditionFault(operator, key) {
  if (/^(?:for(?:allvalues|anyvalue):)?date/iu.test(operator)) {
    return {
      message: `"${operator}" compares dates; the grant’s own window is the only date a statement may have (a list of dates would mean "any of them").`,
      fix: 'Remove it. Say when access begins and ends with "starts" and "expires" of the grant.'
    };
  }
  if (!isOperator(operator)) {
    return {
      message: `"${operator}" is not a condition operator that IAM knows.`,
      fix: "Use one of IAM’s operators, spelt exactly: StringEquals, StringLike, ArnLike, Bool, IpAddress, …"
    };
  }
  if (TIME_KEYS.has(asciiLower(key))) {
    return {
      message: `"${key}" tells the time; the grant’s own window is the only date a statement may have.`,
      fix: 'Remove it. Say when access begins and ends with "starts" and "expires" of the grant.'
    };
  }
  return null;
}
function asciiLower(text) {
  return text.replace(/[A-Z]/gu, (letter) => String.fromCharCode(letter.charCodeAt(0) + 32));
}

// src/connectors/aws-iam/glob.ts
function matches(pattern, text) {
  return covers(pattern, text);
}
function covers(wide, narrow) {
  const same = literalPrefix(wide, narrow);
  if (same < wide.length && !isWild(wide[same]) && !isHalf(wide.charCodeAt(same))) return false;
  return coversRest(wide.slice(same), narrow.slice(same));
}
function coversRest(wide, narrow) {
  if (wide === "*") return true;
  let reach = closure(wide, start(wide));
  let next = flags(wide.length + 1);
  for (const char of narrow) {
    next.fill(0);
    for (let i = 0; i < wide.length; i++) {
      if (!reach[i]) continue;
      const own = wide[i];
      if (own === "*") next[i] = 1;
      else if (char !== "*" && (own === "?" || own === char)) next[i + 1] = 1;
    }
    ;
    [reach, next] = [closure(wide, next), reach];
  }
  return reach[wide.length] === 1;
}
function literalPrefix(a, b) {
  let at = 0;
  while (at < a.length && a[at] === b[at] && !isWild(a[at]) && !isHalf(a.charCodeAt(at))) at++;
  return at;
}
function isWild(char) {
  return char === "*" || char === "?";
}
function isHalf(code) {
  return code >= 55296 && code <= 57343;
}
function start(pattern) {
  const reach = flags(pattern.length + 1);
  reach[0] = 1;
  return reach;
}
function closure(pattern, reach) {
  for (let i = 0; i < pattern.length; i++) if (reach[i] === 1 && pattern[i] === "*") reach[i + 1] = 1;
  return reach;
}
function flags(length) {
  return new Uint8Array(length);
}
function intersects(a, b) {
  const same = literalPrefix(a, b);
  const [first, second] = [a[same], b[same]];
  if (first !== void 0 && second !== void 0 && !isWild(first) && !isWild(second) && first !== second)
    return false;
  return intersectsRest(a.slice(same), b.slice(same));
}
function intersectsRest(a, b) {
  const [rows, columns] = [a.length, b.length];
  let below = flags(columns + 1);
  let row = flags(columns + 1);
  for (let i = rows; i >= 0; i--) {
    row.fill(0);
    for (let j = columns; j >= 0; j--) {
      if (i === rows && j === columns) row[j] = 1;
      else if (a[i] === "*" && (below[j] === 1 || j < columns && row[j + 1] === 1)) row[j] = 1;
      else if (b[j] === "*" && (row[j + 1] === 1 || i < rows && below[j] === 1)) row[j] = 1;
      else if (i < rows && j < columns && meets(a[i], b[j])) row[j] = below[j + 1] ?? 0;
    }
    ;
    [below, row] = [row, below];
  }
  return below[0] === 1;
}
function meets(a, b) {
  return a !== "*" && b !== "*" && (a === "?" || b === "?" || a === b);
}

// src/connectors/aws-iam/confers.ts
function confers(value) {
  const target = shapedTarget(value);
  if ("assumeRole" in target) return { statements: [], assumes: [target.assumeRole], groups: [] };
  if ("group" in target) return { statements: [], assumes: [], groups: [target.group] };
  return { statements: target.statements.map(statementOf), assumes: [], groups: [] };
}
function statementOf({ actions, resources, conditions }) {
  const lists = Object.entries(conditions ?? {}).map(([operator, keys]) => [
    operator,
    Object.fromEntries(Object.entries(keys).map(([key, values]) => [key, [values].flat()]))
  ]);
  return {
    effect: "Allow",
    actions,
    notActions: [],
    resources,
    notResources: [],
    conditions: Object.fromEntries(lists)
  };
}
function arnOf(account, system) {
  return `arn:aws:iam::${settingsOf(system).account}:${principalName(shapedAccount(account))}`;
}

// src/connectors/aws-iam/statement.ts
var NOW_KEY = "aws:CurrentTime";
var UNTIL_OPERATOR = "DateLessThan";
var FROM_OPERATOR = "DateGreaterThanEquals";
function bodyOf(content) {
  const conditions = {};
  for (const operator of Object.keys(content.conditions).toSorted()) {
    const keys = content.conditions[operator] ?? {};
    const sorted = {};
    for (const key of Object.keys(keys).toSorted()) sorted[key] = few(unique([keys[key] ?? []].flat()));
    conditions[operator] = sorted;
  }
  if (content.from !== null) conditions[FROM_OPERATOR] = { [NOW_KEY]: writeInstant(content.from) };
  conditions[UNTIL_OPERATOR] = { [NOW_KEY]: writeInstant(content.until) };
  const text = JSON.stringify({
    Effect: "Allow",
    Action: few(unique(content.actions)),
    Resource: few(unique(content.resources)),
    Condition: conditions
  });
  return intern(text);
}
function few(values) {
  return values.length === 1 ? values[0] ?? "" : values;
}
function unique(values) {
  return values.length < 2 ? values : [...new Set(values)].toSorted();
}
function sidOf(piece) {
  return `g${piece.id}`;
}
function statementText(piece) {
  return `{"Sid":"${sidOf(piece)}",${piece.body.slice(1)}`;
}
function documentText(pieces) {
  return `${DOCUMENT_HEAD}${pieces.map(statementText).join(",")}${DOCUMENT_TAIL}`;
}
var DOCUMENT_HEAD = '{"Version":"2012-10-17","Statement":[';
var DOCUMENT_TAIL = "]}";
function isStatement(piece) {
  return !piece.id.startsWith(GROUP_PREFIX);
}
var GROUP_PREFIX = "group/";

// src/connectors/aws-iam/compile.ts
var ASSUME_ROLE = "sts:AssumeRole";
function compile(holdings) {
  const pieces = /* @__PURE__ */ new Map();
  const counts = /* @__PURE__ */ new Map();
  for (const holding of holdings.toSorted(byGrantThenEntitlement)) {
    const key = grantKey(holding.grant);
    const target = shapedTarget(holding.target);
    if ("group" in target) {
      const piece = membership(target.group, key);
      const known3 = pieces.get(piece.id);
      const grants = unique([...known3?.grants ?? [], holding.grant]);
      pieces.set(piece.id, { ...known3 ?? piece, grants });
      continue;
    }
    for (const body of bodiesOf(target, holding)) {
      const n = (counts.get(key) ?? 0) + 1;
      counts.set(key, n);
      const id = `${key}x${n}`;
      pieces.set(id, { id, key, body, enforcement: "target", grants: [holding.grant] });
    }
  }
  return [...pieces.values()].toSorted((a, b) => a.id < b.id ? -1 : 1);
}
function membership(group, key) {
  return { id: `${GROUP_PREFIX}${group}`, key, body: JSON.stringify({ group }), enforcement: "job" };
}
var known2 = /* @__PURE__ */ new WeakMap();
var MOST = 1e3;
function bodiesOf(target, { from, until }) {
  let byDates = known2.get(target);
  if (!byDates) known2.set(target, byDates = /* @__PURE__ */ new Map());
  const dates = `${from ?? ""} ${until}`;
  return byDates.get(dates) ?? keepIn(byDates, MOST, dates, contents(target, { from, until }).map(bodyOf));
}
function contents(target, { from, until }) {
  if ("assumeRole" in target) {
    return [{ actions: [ASSUME_ROLE], resources: [target.assumeRole], conditions: {}, from, until }];
  }
  return target.statements.map(({ actions, resources, conditions }) => ({
    actions,
    resources,
    conditions: conditions ?? {},
    from,
    until
  }));
}
function byGrantThenEntitlement(a, b) {
  return compare(a.grant, b.grant) || compare(a.entitlement, b.entitlement);
}

// src/connectors/aws-iam/window.ts
function readBody(piece) {
  const body = JSON.parse(piece.body);
  return body;
}
function windowOf(piece) {
  if (!isStatement(piece)) return null;
  const { Condition } = readBody(piece);
  const until = readInstant(String(Condition[UNTIL_OPERATOR]?.[NOW_KEY]), "end");
  const from = Condition[FROM_OPERATOR]?.[NOW_KEY];
  return until === null ? null : { from: from === void 0 ? null : readInstant(String(from), "end"), until };
}
function timeless(piece) {
  const { Condition, ...rest } = readBody(piece);
  const { [UNTIL_OPERATOR]: _until, [FROM_OPERATOR]: _from, ...conditions } = Condition;
  return JSON.stringify({ ...rest, Condition: conditions });
}
function outlasts(wide, narrow) {
  if (wide.body === narrow.body) return true;
  const [outer, inner] = [windowOf(wide), windowOf(narrow)];
  if (!outer || !inner || timeless(wide) !== timeless(narrow)) return false;
  return inner.until <= outer.until && (outer.from === null || inner.from !== null && outer.from <= inner.from);
}

// src/connectors/aws-iam/refusals.ts
function refuse(pieces, code, why) {
  return pieces.flatMap((piece) => (piece.grants ?? [piece.key]).map((grant) => ({ grant, code, why })));
}

// src/connectors/aws-iam/place.ts
var INLINE = 0;
function roomFor(limits, foreign) {
  return {
    inline: { most: limits.inline - foreign.inline, wanted: budget(limits.inline) - foreign.inline },
    managed: { most: limits.managed, wanted: budget(limits.managed) },
    shards: Math.max(0, limits.attachments - foreign.attachments)
  };
}
function place(current, goal, room) {
  const plan = new Plan(room);
  const homeless = [];
  for (const standing of goal.map((piece) => ({ piece, ...homeOf(current, piece) })).toSorted(changedFirst)) {
    const { piece, home } = standing;
    if (home !== null && plan.fits(home, piece, "wanted")) plan.add(home, piece);
    else {
      if (home !== null) plan.close(home);
      homeless.push(standing);
    }
  }
  const unplaced = [];
  for (const { piece, home } of homeless.toSorted((a, b) => Number(b.kept) - Number(a.kept))) {
    const slot = plan.firstFit(piece) ?? (home !== null && plan.fits(home, piece, "most") ? home : null);
    if (slot === null) unplaced.push(piece);
    else plan.add(slot, piece);
  }
  return { layout: plan.layout(), unplaced };
}
function homeOf(current, piece) {
  let best = { home: null, rank: 0 };
  for (const [slot, pieces] of current) {
    for (const other of pieces) {
      if (other.key !== piece.key) continue;
      const rank = (other.body === piece.body ? 2 : 0) + (other.id === piece.id ? 1 : 0);
      if (rank > best.rank) best = { home: slot, rank };
    }
  }
  return { home: best.home, kept: best.rank >= 2 };
}
function changedFirst(a, b) {
  return Number(a.kept) - Number(b.kept) || (a.piece.id < b.piece.id ? -1 : 1);
}
var Plan = class {
  sizes = /* @__PURE__ */ new Map();
  pieces = /* @__PURE__ */ new Map();
  closed = /* @__PURE__ */ new Set();
  room;
  constructor(room) {
    this.room = room;
  }
  fits(slot, piece, how) {
    if (slot !== INLINE && !this.pieces.has(slot) && this.shards() >= this.room.shards) return false;
    const limit = slot === INLINE ? this.room.inline : this.room.managed;
    return this.sizeWith(slot, piece) <= limit[how];
  }
  add(slot, piece) {
    this.sizes.set(slot, this.sizeWith(slot, piece));
    const list = this.pieces.get(slot);
    if (list) list.push(piece);
    else this.pieces.set(slot, [piece]);
  }
  /** Takes nothing more in: something has to move out of it. */
  close(slot) {
    this.closed.add(slot);
  }
  /** The inline policy, then managed ones in order, then the lowest free number. */
  firstFit(piece) {
    let free = INLINE + 1;
    while (this.pieces.has(free) || this.closed.has(free)) free++;
    const used = [...this.pieces.keys()].filter((slot) => slot !== INLINE).toSorted((a, b) => a - b);
    const candidates = [INLINE, ...used, free].filter((slot) => !this.closed.has(slot));
    return candidates.find((slot) => this.fits(slot, piece, "wanted")) ?? null;
  }
  layout() {
    return new Map(
      [...this.pieces].toSorted(([a], [b]) => a - b).map(([slot, pieces]) => [slot, pieces.toSorted(byId)])
    );
  }
  shards() {
    return this.pieces.size - (this.pieces.has(INLINE) ? 1 : 0);
  }
  sizeWith(slot, piece) {
    const before = this.sizes.get(slot);
    const own = statementText(piece).length;
    return before === void 0 ? DOCUMENT_HEAD.length + own + DOCUMENT_TAIL.length : before + 1 + own;
  }
};
function byId(a, b) {
  return a.id < b.id ? -1 : 1;
}

// src/connectors/aws-iam/quota.ts
var NOTHING_FOREIGN = { inline: 0, attachments: 0, groups: 0 };
function quota(principal, pieces) {
  return misfits(principal, pieces, /* @__PURE__ */ new Map(), DEFAULT_LIMITS[kindOf(principal)], NOTHING_FOREIGN);
}
function misfits(principal, pieces, current, limits, foreign) {
  const statements = pieces.filter(isStatement);
  const { unplaced } = place(current, statements, roomFor(limits, foreign));
  const groups = pieces.filter((piece) => !isStatement(piece));
  const tooMany = groups.toSorted((a, b) => a.id < b.id ? -1 : 1).slice(Math.max(0, limits.groups - foreign.groups));
  const room = roomFor(limits, foreign);
  return [
    ...unplaced.flatMap(
      (piece) => refuse(
        [piece],
        "quota-exceeded",
        `A statement of ${statementText(piece).length} characters doesn’t fit on ${principal} any more: its policies have ${statements.length} statements, room for ${Math.max(0, room.inline.wanted)} characters inline and for ${room.shards} managed policies of ${room.managed.wanted}. End other grants of this principal, or bundle what it needs into one role to assume.`
      )
    ),
    ...tooMany.flatMap(
      (piece) => refuse(
        [piece],
        "quota-exceeded",
        `${principal} can be in ${limits.groups} groups, ${foreign.groups} of them not by a grant. End other memberships, or use a role to assume.`
      )
    )
  ];
}

// src/connectors/aws-iam/same-target.ts
function sameTarget(a, b) {
  return isTarget(a) && isTarget(b) && inOneForm(a) === inOneForm(b);
}
function inOneForm(target) {
  if (!("statements" in target)) return stringify(target) ?? "";
  return stringify(unique(target.statements.map((one) => stringify(canonical(one)) ?? ""))) ?? "";
}
function canonical({ actions, resources, conditions = {} }) {
  return {
    actions: unique(actions.map(asciiLower)),
    resources: unique(resources),
    conditions: Object.fromEntries(
      Object.entries(conditions).map(([operator, keys]) => [
        operator,
        Object.fromEntries(
          Object.entries(keys).map(([key, values]) => [asciiLower(key), unique([values].flat())])
        )
      ])
    )
  };
}

// src/connectors/aws-iam/check.ts
var FORBIDDEN = ["iam:passrole", "sts:assumerole"];
function checkSettings(value) {
  if (!isSettings(value)) return checkShape("aws-iam.settings", value);
  return ["readRole", "writeRole", "remediateRole"].flatMap((key) => {
    const arn = value[key];
    return arn === void 0 ? [] : otherAccount(arn, value.account, [key]);
  });
}
function checkTarget(value, system) {
  if (!isTarget(value)) return checkShape("aws-iam.target", value);
  if ("assumeRole" in value) return otherAccount(value.assumeRole, settingsOf(system).account, ["assumeRole"]);
  if ("group" in value) return [];
  return value.statements.flatMap((statement, index) => checkStatement(statement, ["statements", index]));
}
function checkAccount(value) {
  return isAccount(value) ? [] : checkShape("aws-iam.account", value);
}
function mismatch(target, account) {
  if (!isTarget(target) || !isAccount(account) || !("group" in target) || "user" in account) return null;
  return {
    pointer: [],
    message: `Role "${account.role}" can’t join group "${target.group}": IAM groups have users only.`,
    fix: "Give roles a role to assume or direct statements."
  };
}
function checkStatement(statement, at) {
  const problems = [];
  for (const [index, action] of statement.actions.entries()) {
    const hit = FORBIDDEN.find((forbidden) => intersects(asciiLower(action), forbidden));
    if (hit !== void 0) {
      problems.push({
        pointer: [...at, "actions", index],
        message: `"${action}" allows ${hit === "iam:passrole" ? "iam:PassRole" : "sts:AssumeRole"}, whose effect outlives any date.`,
        fix: hit === "iam:passrole" ? "List the operations that are needed, without it." : 'Make it an entitlement of its own with "assumeRole".'
      });
    }
  }
  for (const [operator, keys] of Object.entries(statement.conditions ?? {})) {
    const seen = /* @__PURE__ */ new Set();
    for (const key of Object.keys(keys)) {
      const pointer = [...at, "conditions", operator, key];
      const fault = conditionFault(operator, key);
      if (fault) problems.push({ pointer, atKey: true, ...fault });
      if (seen.has(asciiLower(key))) {
        problems.push({
          pointer,
          atKey: true,
          message: `"${key}" stands twice below "${operator}"; IAM doesn’t tell keys apart by case.`,
          fix: "Join the two into one list of values."
        });
      }
      seen.add(asciiLower(key));
    }
    if (seen.size === 0) {
      const fault = conditionFault(operator, "") ?? {
        message: `"${operator}" compares nothing.`,
        fix: "Remove it."
      };
      problems.push({ pointer: [...at, "conditions", operator], atKey: true, ...fault });
    }
  }
  return problems;
}
function otherAccount(arn, account, pointer) {
  const [, , , , owner] = arn.split(":");
  return owner === account ? [] : [
    {
      pointer,
      message: `The role belongs to account ${owner ?? ""}; this system is account ${account}.`,
      fix: "Name a role of this account."
    }
  ];
}

// src/connectors/aws-iam/outside/runs.ts
var GITHUB_HOST = "token.actions.githubusercontent.com";
var AUDIENCE = "sts.amazonaws.com";
function isExplained(one, runs, issuers) {
  return runs.some((run) => {
    switch (run.kind) {
      case "github-actions":
        return isToken(one, GITHUB_HOST, run.ref) && isOwn(one, GITHUB_HOST, issuers);
      case "kubernetes":
        return one.provider !== null && issuers.isKnown(one.provider) && isServiceAccount(one, run.ref, issuers);
      case "aws-role":
        return one.provider === null && isArn(one.who) && covers(run.ref, one.who);
      default:
        return one.provider === null && one.who !== "*" && one.who === run.ref;
    }
  });
}
function isServiceAccount(one, ref, issuers) {
  const host = one.provider?.split(":oidc-provider/")[1];
  const [, space, name] = /^(?:system:serviceaccount:)?([^:/]+)[:/]([^:/]+)$/u.exec(ref) ?? [];
  if (host === void 0 || space === void 0 || name === void 0) return false;
  return isToken(one, host, `system:serviceaccount:${space}:${name}`) && isOwn(one, host, issuers);
}
function isToken(one, host, subject) {
  const isForAws = one.audiences?.every((audience) => audience === AUDIENCE) ?? false;
  return isForAws && !one.who.includes("${") && covers(`${host}:${subject}`, one.who);
}
function isOwn({ provider }, host, { account }) {
  return provider === `arn:aws:iam::${account}:oidc-provider/${host}`;
}
function isArn(who) {
  return who.startsWith("arn:") && !who.endsWith(":root") && !who.includes("${");
}

export {
  asciiLower,
  matches,
  covers,
  intersects,
  shapedSettings,
  shapedTarget,
  shapedAccount,
  isTarget,
  isAccount,
  settingsOf,
  instanceOf,
  shardPath,
  shardName,
  readShard,
  principalName,
  uniqueName,
  bareName,
  resourceOf,
  checkSettings,
  checkTarget,
  checkAccount,
  mismatch,
  checkStatement,
  confers,
  arnOf,
  NOW_KEY,
  UNTIL_OPERATOR,
  FROM_OPERATOR,
  bodyOf,
  unique,
  documentText,
  DOCUMENT_HEAD,
  DOCUMENT_TAIL,
  isStatement,
  GROUP_PREFIX,
  ASSUME_ROLE,
  compile,
  membership,
  readBody,
  windowOf,
  outlasts,
  kindOf,
  limitsFrom,
  refuse,
  INLINE,
  roomFor,
  place,
  quota,
  misfits,
  GITHUB_HOST,
  isExplained,
  sameTarget,
  inOneForm
};
