import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  HOUR
} from "./chunk-36TRDHQL.js";
import {
  ASSUME_ROLE,
  FROM_OPERATOR,
  UNTIL_OPERATOR,
  asciiLower,
  checkAccount,
  checkSettings,
  checkTarget,
  compile,
  covers,
  isStatement,
  mismatch,
  principalName,
  quota,
  readBody,
  settingsOf,
  shapedAccount,
  shapedSettings,
  shapedTarget,
  uniqueName,
  windowOf
} from "./chunk-6NH42UTN.js";
import {
  writeInstant
} from "./chunk-EZMMBTZM.js";

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

// src/connectors/aws-iam/meaning.ts
function meaning(before, after) {
  const [old, now] = [
    before.filter(isStatement).flatMap(permissions),
    after.filter(isStatement).flatMap(permissions)
  ];
  const [left, joined] = [groups(before), groups(after)];
  return {
    possible: sorted([
      ...now.flatMap((each) => remainder(each, old)),
      ...joined.filter((group) => !left.includes(group))
    ]),
    noLonger: sorted([
      ...old.flatMap((each) => remainder(each, now)),
      ...left.filter((group) => !joined.includes(group))
    ])
  };
}
function groups(pieces) {
  return pieces.filter((piece) => !isStatement(piece)).map((piece) => `membership of ${piece.id}`);
}
function permissions(piece) {
  const { Action, Resource, Condition } = readBody(piece);
  const window = windowOf(piece);
  if (!window) return [];
  const { [UNTIL_OPERATOR]: _until, [FROM_OPERATOR]: _from, ...rest } = Condition;
  const conditions = Object.keys(rest).length === 0 ? "" : JSON.stringify(rest);
  return [Action].flat().flatMap(
    (action) => [Resource].flat().map((resource) => ({
      action,
      resource,
      conditions,
      from: window.from ?? Number.NEGATIVE_INFINITY,
      until: window.until
    }))
  );
}
function remainder(one, others) {
  const covering = others.filter(
    (other) => covers(asciiLower(other.action), asciiLower(one.action)) && covers(other.resource, one.resource) && (other.conditions === "" || other.conditions === one.conditions)
  ).toSorted((a, b) => a.from - b.from);
  const gaps = [];
  let reached = one.from;
  for (const { from, until } of covering) {
    if (from > reached && reached < one.until) gaps.push({ from: reached, until: Math.min(from, one.until) });
    reached = Math.max(reached, until);
  }
  if (reached < one.until) gaps.push({ from: reached, until: one.until });
  return gaps.map((gap) => words(one, gap));
}
function words({ action, resource, conditions }, { from, until }) {
  const start = Number.isFinite(from) ? ` from ${writeInstant(from)}` : "";
  return `${action} on ${resource}${conditions === "" ? "" : ` if ${conditions}`}${start} until ${writeInstant(until)}`;
}
function sorted(lines) {
  return [...new Set(lines)].toSorted();
}

// src/connectors/aws-iam/core.ts
var awsIamCore = {
  name: "aws-iam",
  checkSettings,
  checkTarget,
  checkAccount,
  principalOf: (account) => principalName(shapedAccount(account)),
  uniqueNameOf: (account) => uniqueName(shapedAccount(account)),
  identityOf: (settings) => shapedSettings(settings).account,
  enforcementOf: (target) => "group" in shapedTarget(target) ? "job" : "target",
  mismatch,
  compile,
  quota,
  meaning,
  confers,
  arnOf,
  // A date stops new sessions of a role, not one that is open. Direct statements are judged at every request.
  sessionTail: (piece) => isStatement(piece) && readBody(piece).Action === ASSUME_ROLE ? HOUR : 0,
  windowOf
};

// src/connectors/aws-iam/index.ts
var awsIam = {
  core: awsIamCore,
  endpoints: (_system, environment) => ["IAM", "STS"].map(
    (service) => environment[`AWS_ENDPOINT_URL_${service}`] ?? environment["AWS_ENDPOINT_URL"] ?? null
  ),
  async open(system, ports) {
    const { openSession } = await import("./session-MWHK7UGK.js");
    return openSession(system, ports);
  }
};

// src/commands/connectors.ts
var CONNECTORS = /* @__PURE__ */ new Map([[awsIamCore.name, awsIam]]);
var CORES = new Map(
  [...CONNECTORS].map(([name, { core }]) => [name, core])
);

export {
  CONNECTORS,
  CORES
};
