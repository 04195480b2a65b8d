import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  ASSUME_ROLE,
  FROM_OPERATOR,
  GITHUB_HOST,
  UNTIL_OPERATOR,
  arnOf,
  asciiLower,
  checkAccount,
  checkSettings,
  checkTarget,
  compile,
  confers,
  covers,
  isStatement,
  mismatch,
  principalName,
  quota,
  readBody,
  sameTarget,
  settingsOf,
  shapedAccount,
  shapedSettings,
  shapedTarget,
  uniqueName,
  windowOf
} from "./chunk-5GLOGQVA.js";
import {
  HOUR
} from "./chunk-7FEDJEB3.js";
import {
  writeInstant
} from "./chunk-3ZSDZPIB.js";

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

// src/connectors/aws-iam/short-lived.ts
var AUDIENCE = "sts.amazonaws.com";
function shortLived(runs, system) {
  return runs.map((run) => ({ run: `${run.kind} ${run.ref}`, ...wayOf(run, system) }));
}
function wayOf({ kind, ref }, system) {
  const { account } = settingsOf(system);
  switch (kind) {
    case "github-actions":
      return {
        way: `GitHub gives each job a token that AWS takes for credentials of an hour (aws-actions/configure-aws-credentials, permission "id-token: write"). The role needs this trust${repositoryOf(ref) === null ? "" : ", with the repository’s number in it: its name can be taken over"}.`,
        trust: githubTrust(account, ref)
      };
    case "kubernetes":
      return clusterWay(account, ref, system);
    case "aws-role":
      return {
        way: "It is in AWS already and has a role there: it can assume its own one from that, for an hour at a time. The role needs this trust.",
        trust: document({ Principal: { AWS: ref }, Action: "sts:AssumeRole" })
      };
    default:
      return {
        way: "Its file says “other”, so nobody can tell from here. Outside of AWS, IAM Roles Anywhere gives credentials of an hour for a certificate of your own authority; write down under “runs” where it really runs.",
        trust: null
      };
  }
}
function githubTrust(account, ref) {
  const repository = repositoryOf(ref);
  const isPattern = /[*?]/u.test(ref);
  return document({
    Principal: { Federated: provider(account, GITHUB_HOST) },
    Action: "sts:AssumeRoleWithWebIdentity",
    Condition: {
      StringEquals: {
        [`${GITHUB_HOST}:aud`]: AUDIENCE,
        ...isPattern ? {} : { [`${GITHUB_HOST}:sub`]: ref },
        ...repository === null ? {} : { [`${GITHUB_HOST}:repository_id`]: `<number of ${repository}>` }
      },
      ...isPattern ? { StringLike: { [`${GITHUB_HOST}:sub`]: ref } } : {}
    }
  });
}
function repositoryOf(ref) {
  return /^repo:([A-Za-z0-9-]+\/[A-Za-z0-9._-]+):/u.exec(ref)?.[1] ?? null;
}
function clusterWay(account, ref, system) {
  const [, space, name] = /^(?:system:serviceaccount:)?([^:/]+)[:/]([^:/]+)$/u.exec(ref) ?? [];
  if (space === void 0 || name === void 0)
    return {
      way: "EKS gives a service account credentials of an hour. Its file doesn’t name one: write it as namespace/name under “runs”.",
      trust: null
    };
  const clusters = system.entry.data.known?.filter((one) => one.includes(":oidc-provider/")) ?? [];
  const [known, other] = clusters;
  const host = known !== void 0 && other === void 0 ? known.replace(/^.*:oidc-provider\//u, "") : null;
  const issuer = host ?? "<issuer of the cluster, without https://>";
  return {
    way: `EKS gives the service account a token that AWS takes for credentials of an hour (IAM roles for service accounts). The role needs this trust${host === null ? ", with the cluster’s issuer in it; name its provider in “known” of the system, or its tokens count as a stranger’s" : ""}. EKS Pod Identity does it too, but its trust doesn’t tell which service account is meant.`,
    trust: document({
      Principal: { Federated: provider(account, issuer) },
      Action: "sts:AssumeRoleWithWebIdentity",
      Condition: {
        StringEquals: {
          [`${issuer}:aud`]: AUDIENCE,
          [`${issuer}:sub`]: `system:serviceaccount:${space}:${name}`
        }
      }
    })
  };
}
function provider(account, host) {
  return `arn:aws:iam::${account}:oidc-provider/${host}`;
}
function document(statement) {
  return { Version: "2012-10-17", Statement: [{ Effect: "Allow", ...statement }] };
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
  sameTarget,
  compile,
  quota,
  meaning,
  confers,
  arnOf,
  // A date stops new sessions of a role, not one that is open. Direct statements are judged at every request.
  sessionTail: (piece) => isStatement(piece) && readBody(piece).Action === ASSUME_ROLE ? HOUR : 0,
  windowOf,
  shortLived
};

// src/connectors/aws-iam/index.ts
var awsIam = {
  core: awsIamCore,
  endpoints: (_system, environment) => ["IAM", "STS"].map(
    (service) => environment[`AWS_ENDPOINT_URL_${service}`] ?? environment["AWS_ENDPOINT_URL"] ?? null
  ),
  async open(system, ports) {
    const { openSession } = await import("./session-IDKDYOXM.js");
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
