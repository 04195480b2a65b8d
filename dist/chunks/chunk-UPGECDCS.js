import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  excludedOn,
  participantsOf,
  provePull,
  touchedBy
} from "./chunk-UEGRDEXS.js";
import {
  readLedgerOf,
  readUsesOf
} from "./chunk-VGKDHAX2.js";
import {
  changesBetween
} from "./chunk-OWDDWZZW.js";
import {
  brokenFiles,
  refusedBetween
} from "./chunk-XKCUPVRV.js";
import {
  unreadPermissions
} from "./chunk-ATBUJPQL.js";
import {
  desire
} from "./chunk-CKDMHZA2.js";
import {
  approvedBy
} from "./chunk-MRCGSTBN.js";
import {
  changeHistory,
  checkContext,
  checkTree,
  contextOf
} from "./chunk-KDOAQTRO.js";
import {
  CORES
} from "./chunk-CHKKS3WZ.js";
import {
  PULL_REQUEST_CODES
} from "./chunk-L7NH4GOQ.js";
import {
  standingDuties
} from "./chunk-DQVEY6UO.js";
import {
  newProblems,
  readReach
} from "./chunk-YBGLZ7MM.js";
import {
  decidesOwners,
  judgeCodeowners,
  loadDeciding
} from "./chunk-G7TC7AGN.js";
import {
  mergeTree
} from "./chunk-DXUKNOPP.js";
import {
  placed
} from "./chunk-4BJFMHG2.js";
import {
  conflict
} from "./chunk-XRAEV7O6.js";
import {
  openChanged,
  openResolved,
  openTree
} from "./chunk-ZCONMND2.js";
import {
  runGit
} from "./chunk-LUKRZIK5.js";
import {
  permissionRules
} from "./chunk-4OYDZ6UL.js";
import {
  resolveEntitlement
} from "./chunk-L4AA6WMQ.js";
import {
  identify
} from "./chunk-LZOWS2TE.js";
import {
  UnableError
} from "./chunk-KCC7W5OC.js";
import {
  entitlementName
} from "./chunk-UI4DGNQ4.js";
import {
  plain
} from "./chunk-F7BA4QXU.js";

// src/approval/exclusions.ts
function exclusions(question) {
  const touched = touchedBy(question);
  if (touched === null) return [];
  const makers = participantsOf(question, touched).excluded;
  return touched.filter(({ free }) => free === null).flatMap((one) => {
    const all = new Map([...makers, ...excludedOn(one, question).people]);
    if (all.size === 0) return [];
    const people = [...all].toSorted(([a], [b]) => a < b ? -1 : 1);
    const told2 = people.map(([person, why]) => `"${plain(person)}" ${why}`).join("; ");
    return [
      {
        code: "approval-excluded",
        severity: "note",
        message: `Their approval doesn’t count here: ${told2}.`,
        fix: PULL_REQUEST_CODES["approval-excluded"].fix,
        file: one.path,
        pointer: []
      }
    ];
  });
}

// src/commands/steps/pull-change.ts
async function judgePull(input) {
  const { root, approved, differences, now, evidence } = input;
  const changes = differences.map(({ path, after: after2 }) => ({
    path,
    after: after2 && { path, mode: after2.mode, blob: after2.blob, size: null }
  }));
  const after = openChanged(root, approved, changes);
  try {
    const paths = differences.map(({ path }) => path);
    const sides = await readReach(approved, after, paths);
    const added = new Set(differences.flatMap(({ path, after: form }) => form === null ? [] : [path]));
    const uses = evidence === null ? null : await readUsesOf(root, evidence, brokenGlass(sides));
    const history = await changeHistory(root, input.tip, sides.after.book, added, uses);
    const ledger = await readLedgerOf(root, evidence, grantPaths(sides.before.book, sides.after.book));
    const [recorded, asking] = [approvedBy(ledger), approvedBy(ledger, added)];
    const documents = await documentsFor(input, sides.after.book);
    const changed = /* @__PURE__ */ new Set();
    const givenBefore = { now, changed, history: null, uses, approvedAt: recorded, documents };
    const known = await checkTree(sides.before, givenBefore);
    const context = await contextOf(sides.after.book, {
      now,
      changed: added,
      history,
      uses,
      approvedAt: asking,
      documents
    });
    const found = checkContext(sides.after, context);
    const { tree: merged, conflicts } = await mergeTree(root, input.tip, input.head);
    const undecided = new Set(conflicts);
    const before = desireOf(sides.before.book, known, ledger, now, recorded);
    const fresh = newProblems(known, found);
    const wanted = desireOf(sides.after.book, [...found, ...fresh], ledger, now, asking);
    return {
      after,
      book: sides.after.book,
      problems: [
        ...conflicts.map(conflict),
        ...fresh.filter(({ file }) => !undecided.has(file)),
        ...unreadPermissions(context),
        ...await ownersProblems(input, merged, paths)
      ],
      standing: standingDuties(known, found, added),
      changes: changesBetween(before, wanted).map(
        (change) => withRisk(change, [sides.after.book, sides.before.book])
      ),
      refused: refusedBetween(before, wanted),
      wanted,
      ledger
    };
  } catch (error) {
    after.close();
    throw error;
  }
}
async function documentsFor({ documents }, book) {
  if (permissionRules(book).length === 0) return null;
  const systems = [...book.grants.values()].flatMap(
    ({ name }) => resolveEntitlement(book, name)?.systems ?? []
  );
  return documents([...new Set(systems)].toSorted());
}
async function ownersProblems({ root, tip }, merged, paths) {
  if (!paths.some(decidesOwners)) return [];
  const [before, after] = [await openResolved(root, tip), await openTree(root, merged)];
  try {
    return newProblems(await codeownersOf(before), await codeownersOf(after));
  } finally {
    before.close();
    after.close();
  }
}
async function codeownersOf(source) {
  return judgeCodeowners(source, await loadDeciding(source), () => Promise.resolve(true));
}
function brokenGlass({ before, after }) {
  const grants = [before, after].flatMap(({ book }) => [...book.grants.values()]);
  return new Set(grants.flatMap(({ kind, subject }) => kind === "emergency" ? [subject] : []));
}
function grantPaths(...books) {
  return new Set(books.flatMap(({ grants }) => [...grants.keys()]));
}
var cores = (name) => CORES.get(name) ?? null;
function desireOf(book, problems, ledger, now, approvedAt) {
  const broken = brokenFiles(book, problems, ledger);
  return desire({
    book,
    broken,
    ledger,
    now,
    cores,
    lastSettings: null,
    earlierSystems: () => null,
    approvedAt
  });
}
function withRisk(change, books) {
  for (const book of books) {
    const name = book.grants.get(change.grant ?? "")?.name ?? entitlementName(change.system, change.entitlement);
    const terms = resolveEntitlement(book, name)?.terms;
    if (terms) return { ...change, risk: terms.risk };
  }
  return { ...change, risk: null };
}

// src/commands/steps/pull-words.ts
import { createHash } from "node:crypto";
function requestsOf(differences, after) {
  return differences.flatMap(({ path }) => {
    const grant = after.grants.get(path);
    if (!grant) return [];
    const { subject, name, reason, ticket, requester, task, incident } = grant;
    const title = after.entitlements.get(name)?.data.title ?? null;
    const ticketUrl = ticket === null ? null : urlOf(after, ticket);
    return [{ path, subject, entitlement: name, title, reason, ticket, ticketUrl, requester, task, incident }];
  });
}
function urlOf({ settings }, ticket) {
  const template = settings?.data.ticket.url;
  return template === void 0 ? null : template.replaceAll("{ticket}", () => encodeURIComponent(ticket));
}
async function diffsOf(root, base, head, differences) {
  const paths = differences.map(({ path }) => path).filter(isGoverning);
  if (base === null) return [];
  const diffs = [];
  let length = 0;
  for (let at = 0; at < paths.length; at += PORTION) {
    const some = paths.slice(at, at + PORTION);
    const parts = length > MOST ? [] : partsOf(await patchOf(root, base, head, some));
    for (const [index, path] of some.entries()) {
      const text = parts[index] ?? "";
      length += text.length;
      diffs.push({ path, text });
    }
  }
  return diffs;
}
var PORTION = 50;
var MOST = 1e5;
async function patchOf(root, base, head, paths) {
  const args = [
    // No file that can be read is nearly as large (bytes); what is larger is told as binary.
    "-c",
    "core.bigFileThreshold=1m",
    "diff-tree",
    "-r",
    "-p",
    "-U3",
    "--no-ext-diff",
    "--no-textconv",
    "--no-renames",
    "--no-color"
  ];
  return (await runGit(root, [...args, base, head, "--", ...paths])).toString("utf8");
}
function partsOf(patch) {
  const parts = [];
  for (const line of patch.replace(/\n$/u, "").split("\n"))
    if (line.startsWith("diff --git ")) parts.push([line]);
    else parts.at(-1)?.push(line);
  return parts.map((lines) => withoutHead(lines).join("\n"));
}
function isGoverning(path) {
  const kind = identify(path)?.kind;
  return kind !== "grant" && kind !== "emergency";
}
function withoutHead(lines) {
  const from = lines.findIndex((line) => line.startsWith("--- "));
  return from === -1 ? lines : lines.slice(from);
}
function digestOf(differences) {
  const hash = createHash("sha256");
  for (const { path, after } of differences)
    hash.update(`${path}\0${after?.mode ?? ""}\0${after?.blob ?? ""}
`);
  return `sha256:${hash.digest("hex")}`;
}

// src/commands/steps/pull-view.ts
async function viewOf(number, at) {
  const { github, approved, tip, common } = at;
  const { root, now } = common;
  const { source, unproved, evidence, warning } = approved;
  const request = { number, source, unproved, evidence, now, tip, names: true };
  const { facts, question, verdict } = told(await provePull(github, root, request));
  const differences = facts.content.differences ?? [];
  const view = {
    at: now,
    repository: at.repository,
    verdict,
    digest: digestOf(differences),
    notices: [warning, at.nightly].filter((one) => one !== null)
  };
  if (facts.content.differences === null) return { ...view, ...UNREADABLE };
  const change = await judgePull({
    root,
    now,
    approved: source,
    evidence,
    tip,
    head: facts.head,
    differences,
    documents: (systems) => at.live.documents(systems)
  });
  try {
    const live = await at.live.beside(change);
    const known = new Set(change.refused.map(({ grant }) => grant));
    return {
      ...view,
      findings: (await placed(change.after, [...change.problems, ...exclusions(question)])).findings,
      standing: (await placed(change.after, change.standing)).findings,
      plan: {
        at: now,
        commit: facts.head,
        mode: "change",
        changes: change.changes,
        drift: live.drift && live.drift.map((one) => ({ ...one, risk: null })),
        driftWhy: live.why,
        refused: [...change.refused, ...live.unfit.filter(({ grant }) => !known.has(grant))]
      },
      planWhy: null,
      requests: requestsOf(differences, change.book),
      diffs: await diffsOf(root, facts.content.base, facts.head, differences)
    };
  } finally {
    change.after.close();
  }
}
var UNREADABLE = {
  findings: [],
  standing: [],
  plan: null,
  planWhy: "what its head changes can’t be read",
  requests: [],
  diffs: []
};
function superseded(verdict, at, head) {
  const why = `The pull request has a newer commit, ${verdict.head.slice(0, 12)}: what counts is said there.`;
  return {
    at: at.common.now,
    repository: at.repository,
    verdict: {
      ...verdict,
      head,
      state: "refused",
      why,
      reasons: [{ rule: "superseded", why, passing: false }],
      paths: []
    },
    ...UNREADABLE,
    planWhy: "it is no longer the head",
    digest: digestOf([]),
    notices: []
  };
}
function told(reading) {
  if (reading.ok) return reading.value;
  const { what, why } = reading.gap;
  throw new UnableError(`${what} can’t be read on GitHub: ${why}.`);
}

export {
  viewOf,
  superseded,
  told
};
