import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  dropField,
  setField
} from "./chunk-B5DX4CDY.js";
import {
  Glances,
  dangerFirst,
  isAdmin,
  look,
  lookOutside,
  outsideTable,
  recorderOf
} from "./chunk-CYGKELWY.js";
import "./chunk-3EDF7MQ5.js";
import {
  PREFIX,
  approvedText,
  dueCodeowners,
  dueExpired,
  dueUnproved,
  proposal
} from "./chunk-R665VXCJ.js";
import "./chunk-PBHI5NIA.js";
import {
  compareOutcomes,
  convergeRun,
  renderApplyText,
  runApply,
  staleAttempt
} from "./chunk-CXYENAUJ.js";
import "./chunk-7T3PPB3D.js";
import {
  runName
} from "./chunk-RPS7CKLM.js";
import "./chunk-VFEV3JNZ.js";
import {
  heldBy
} from "./chunk-GC4JV3BB.js";
import {
  HELD_HEAD,
  addLabels,
  bodyOf,
  heldRows,
  missingLabels,
  named,
  propose,
  sameText,
  table,
  titleOf,
  whoseIs
} from "./chunk-O4KV4J2N.js";
import "./chunk-SZUHBQIL.js";
import {
  deleteBranch,
  isAuthor,
  loginOf,
  moveBranch,
  openDesk,
  ownPulls,
  readHead,
  readPullsFrom,
  write
} from "./chunk-WWNEGDND.js";
import "./chunk-UPGECDCS.js";
import {
  eventsAt
} from "./chunk-UEGRDEXS.js";
import "./chunk-ZJTLCVAT.js";
import "./chunk-ZLLOPNKY.js";
import {
  inactiveAt
} from "./chunk-XJ4HLJBJ.js";
import "./chunk-ZLZM33HV.js";
import "./chunk-CJA7XS7B.js";
import {
  NOT_THERE,
  ask,
  gap,
  pages,
  parsed,
  someone
} from "./chunk-UDABQ4SU.js";
import "./chunk-VGKDHAX2.js";
import "./chunk-UTIOKGHL.js";
import "./chunk-PXTJ3YFR.js";
import "./chunk-FSD4UATT.js";
import "./chunk-MOWSXLX6.js";
import "./chunk-6L56ASJN.js";
import "./chunk-OWDDWZZW.js";
import "./chunk-HVO6QHIW.js";
import "./chunk-XKCUPVRV.js";
import "./chunk-WGKYODML.js";
import {
  clip,
  endedByTask,
  heartbeat
} from "./chunk-4G226GOF.js";
import "./chunk-B3U7XVIC.js";
import "./chunk-EQGGY4A3.js";
import "./chunk-QLY2WBM4.js";
import "./chunk-VXUZRDRM.js";
import "./chunk-DYAO3MJQ.js";
import "./chunk-ATBUJPQL.js";
import {
  collect,
  portsOf
} from "./chunk-4AFJNL43.js";
import {
  mostAtOnce
} from "./chunk-JUKMMDG5.js";
import "./chunk-CKDMHZA2.js";
import "./chunk-MRCGSTBN.js";
import "./chunk-V2MVFSIR.js";
import "./chunk-4I27XLSR.js";
import {
  emergenciesOf
} from "./chunk-KDOAQTRO.js";
import {
  CONNECTORS
} from "./chunk-CHKKS3WZ.js";
import "./chunk-L7NH4GOQ.js";
import "./chunk-ZC4BBDXY.js";
import "./chunk-DQVEY6UO.js";
import "./chunk-YBGLZ7MM.js";
import "./chunk-G7TC7AGN.js";
import "./chunk-DXUKNOPP.js";
import "./chunk-Q4FKR2PC.js";
import "./chunk-4BJFMHG2.js";
import {
  mayColour
} from "./chunk-YKKTXZ7K.js";
import "./chunk-34YZDTZY.js";
import "./chunk-DL6CM3PP.js";
import "./chunk-XRAEV7O6.js";
import "./chunk-V2GJZSBU.js";
import {
  renderJson
} from "./chunk-GPQ7KDIR.js";
import "./chunk-HFY5HYQX.js";
import {
  CODEOWNERS_PATH
} from "./chunk-D2SZ5IZ2.js";
import "./chunk-ZV34UCH5.js";
import "./chunk-BW4OCBV7.js";
import "./chunk-ZCONMND2.js";
import "./chunk-VSTNN46Q.js";
import {
  ObjectReader,
  readYaml,
  runGit,
  sizeLimit
} from "./chunk-LUKRZIK5.js";
import "./chunk-IGNZ6A6A.js";
import "./chunk-PFXTJSIF.js";
import {
  plural
} from "./chunk-WYQIDMMK.js";
import "./chunk-DC62R65Y.js";
import "./chunk-XJ3N3HV6.js";
import {
  logLine,
  markdownCode,
  markdownText
} from "./chunk-BLCINO24.js";
import {
  reviewPath,
  unreviewed
} from "./chunk-4OYDZ6UL.js";
import "./chunk-P5QKHU73.js";
import "./chunk-JOLQCLIX.js";
import {
  orphanedAt,
  personEnd,
  subjectOf
} from "./chunk-33ENI5OL.js";
import "./chunk-MVCWI7NH.js";
import "./chunk-TLWJT3BQ.js";
import {
  resolveEntitlement
} from "./chunk-L4AA6WMQ.js";
import {
  append
} from "./chunk-LZOWS2TE.js";
import "./chunk-S46JKJER.js";
import "./chunk-5GLOGQVA.js";
import "./chunk-3OOSBJ24.js";
import {
  external_exports
} from "./chunk-UWQLCXPR.js";
import "./chunk-7ETONKNL.js";
import "./chunk-3PMDYGTO.js";
import {
  UnableError,
  UsageError
} from "./chunk-KCC7W5OC.js";
import {
  few
} from "./chunk-CMJORN74.js";
import "./chunk-XW4OEFHM.js";
import {
  DAY,
  readDuration
} from "./chunk-7FEDJEB3.js";
import "./chunk-UI4DGNQ4.js";
import {
  plain
} from "./chunk-F7BA4QXU.js";
import "./chunk-MRFNKC6V.js";
import {
  readInstant,
  writeInstant
} from "./chunk-3ZSDZPIB.js";
import "./chunk-XCNTR6TK.js";

// src/render/nightly-json.ts
function renderNightlyJson(view) {
  const { commit, ok, outcomes, calls, pulls, issues, notices: notices2 } = view;
  const document = {
    format: 1,
    ok,
    commit,
    outcomes: outcomes.map(({ grant, system, action, state, why }) => ({
      grant,
      system,
      action,
      state,
      why
    })),
    calls: { read: calls.read, write: calls.write },
    pulls: pulls.map(({ pull, branch, state, why }) => ({ pull, branch, state, why })),
    issues: issues.map((issue2) => ({ ...issue2 })),
    notices: notices2.map(({ person, grants, workloads }) => ({
      person,
      grants: grants.map(({ grant, until }) => ({ grant, until: writeInstant(until) })),
      workloads: workloads.map(({ workload, until }) => ({ workload, until: writeInstant(until) }))
    }))
  };
  return renderJson(document);
}

// src/render/nightly-text.ts
function renderNightlyText(view, colour) {
  const { pulls, issues, notices: notices2 } = view;
  const news = pulls.filter(({ state }) => state !== "unchanged");
  const lines = news.map(({ pull, branch, state, why }) => {
    const number = pull === null ? "" : ` #${pull}`;
    return `  ${state}${number} ${logLine(branch)}${why === null ? "" : `: ${logLine(why)}`}`;
  });
  const told4 = issues.filter(({ state }) => state !== "unchanged").map(
    ({ issue: issue2, person, system, state }) => `  ${state} #${issue2} ${person === null ? `about ${system ?? ""}` : `for ${person}`}`
  );
  const sum = `${plural(pulls.length, "pull request")} of ours; ${plural(notices2.length, "person", "people")} told what ends soon.`;
  return `${renderApplyText(view, colour)}${[...lines, ...told4, sum].join("\n")}
`;
}

// src/io/github/tasks.ts
var MANY = 20;
async function readTasks(github, tasks, { most, signal }) {
  const ends = /* @__PURE__ */ new Map();
  const start = github.calls().read;
  const may = () => !signal.aborted && github.calls().read - start < most;
  const known = /* @__PURE__ */ new Map();
  let left = 0;
  for (const task of tasks) {
    if (task.kind === "issue" && !known.has(repositoryOf(task)) && may())
      known.set(repositoryOf(task), await openIssues(github, tasks, task));
    if (task.kind === "issue" && known.get(repositoryOf(task))?.has(task.number))
      ends.set(task.key, { ok: true, value: null });
    else if (may()) ends.set(task.key, await readEnd(github, task));
    else left++;
  }
  return { ends, left };
}
function repositoryOf({ owner, repo }) {
  return `${owner}/${repo}`.toLowerCase();
}
var issue = external_exports.object({
  state: external_exports.enum(["open", "closed"]),
  pull_request: external_exports.object({ merged_at: external_exports.string().nullish() }).nullish()
});
var numbered = external_exports.object({ number: external_exports.int().min(1) });
var status = external_exports.object({ id: external_exports.int(), state: external_exports.string().max(100) });
var run = external_exports.object({ status: external_exports.string().max(100).nullish() });
async function openIssues(github, tasks, { owner, repo }) {
  const own = tasks.filter(
    (one) => one.kind === "issue" && repositoryOf(one) === repositoryOf({ ...one, owner, repo })
  );
  if (own.length < MANY) return /* @__PURE__ */ new Set();
  const listed2 = [];
  const most = Math.ceil(own.length / 10) * 100;
  await pages(github, {
    what: `open issues of ${owner}/${repo}`,
    route: "GET /repos/{owner}/{repo}/issues",
    item: numbered,
    parameters: { owner, repo, state: "open", sort: "created", direction: "asc" },
    enough: (found) => {
      listed2.splice(0, listed2.length, ...found);
      return found.length >= most;
    }
  });
  return new Set(listed2.map(({ number }) => number));
}
async function readEnd(github, task) {
  const { owner, repo, number } = task;
  switch (task.kind) {
    case "issue":
      return asked(
        github,
        task,
        "GET /repos/{owner}/{repo}/issues/{issue_number}",
        { owner, repo, issue_number: number },
        issue,
        ({ state, pull_request: pull }) => state === "open" ? null : pull?.merged_at ? "merged" : "closed"
      );
    case "deployment":
      return asked(
        github,
        task,
        "GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses",
        { owner, repo, deployment_id: number, per_page: 100 },
        status.array(),
        // The newest says how it stands.
        (all) => all.toSorted((a, b) => b.id - a.id)[0]?.state === "inactive" ? "inactive" : null
      );
    case "run":
    default:
      return asked(
        github,
        task,
        "GET /repos/{owner}/{repo}/actions/runs/{run_id}",
        { owner, repo, run_id: number },
        run,
        (found) => found.status === "completed" ? "completed" : null
      );
  }
}
async function asked(github, { key }, route, parameters, shape, endOf2) {
  const found = await ask(github, key, route, parameters);
  if (found.kind === "gap") return { ok: false, gap: found.gap };
  if (found.kind === "absent") return gap(key, NOT_THERE);
  const read = parsed(key, found.answer.data, shape);
  return read.ok ? { ok: true, value: endOf2(read.value) } : read;
}

// src/nightly/task-guard.ts
function guardEnds(over2, { settings, open, ended, now }) {
  const recent = new Set(
    [...ended].flatMap(({ at, task }) => task !== null && at > now - DAY ? [task] : [])
  );
  const most = mostAtOnce(settings, open + recent.size);
  const left = Math.max(0, most - recent.size);
  return { now: over2.slice(0, left), withheld: over2.slice(left), most };
}

// src/nightly/task-reference.ts
var PATHS = [
  { kind: "issue", pattern: /^\/([^/]+)\/([^/]+)\/(?:issues|pull)\/(\d+)(?:\/|$)/u },
  { kind: "deployment", pattern: /^\/([^/]+)\/([^/]+)\/deployments\/(\d+)(?:\/|$)/u },
  { kind: "run", pattern: /^\/([^/]+)\/([^/]+)\/actions\/runs\/(\d+)(?:\/|$)/u }
];
var OWNER = /^[A-Za-z0-9][A-Za-z0-9-]{0,38}$/u;
var REPOSITORY = /^[A-Za-z0-9._-]{1,100}$/u;
function readTask(address, host) {
  if (!URL.canParse(address)) return none("is no address");
  const url = new URL(address);
  if (url.host.toLowerCase() !== host.toLowerCase()) return none(`is on another server (${url.host})`);
  for (const { kind, pattern } of PATHS) {
    const [, owner = "", repo = "", digits = ""] = pattern.exec(url.pathname) ?? [];
    const number = Number(digits);
    if (!OWNER.test(owner) || !REPOSITORY.test(repo) || /^\.{1,2}$/u.test(repo)) continue;
    if (number < 1 || !Number.isSafeInteger(number)) continue;
    const key = `${owner}/${repo}`.toLowerCase() + ` ${kind} ${number}`;
    return { reference: { kind, owner, repo, number, key }, why: null };
  }
  return none("is no issue, pull request, deployment or workflow run");
}
function none(why) {
  return { reference: null, why };
}

// src/nightly/tasks.ts
function tasksOf(book, { gone }, host) {
  const found = /* @__PURE__ */ new Map();
  const unknown = /* @__PURE__ */ new Map();
  const count = (why) => unknown.set(why, (unknown.get(why) ?? 0) + 1);
  for (const grant of book.grants.values()) {
    const over2 = gone.get(grant.path);
    if (!book.workloads.has(grant.subject) || over2 && over2.kind !== "suspended") continue;
    const ongoing = isOngoing(book, grant);
    if (ongoing === true) continue;
    const { reference, why } = grant.task === null ? UNTOLD : readTask(grant.task, host);
    if (ongoing === null) count("is of an entitlement that can’t be read");
    else if (reference === null) count(why);
    else {
      const known = found.get(reference.key);
      if (known) known.grants.push(grant);
      else found.set(reference.key, { task: reference, grants: [grant] });
    }
  }
  const open = [...found].toSorted(([a], [b]) => a < b ? -1 : 1).map(([, { task, grants }]) => ({ task, grants: grants.toSorted((a, b) => a.path < b.path ? -1 : 1) }));
  return { open, unknown };
}
var UNTOLD = { reference: null, why: "is named by none of these" };
function isOngoing(book, { name }) {
  const resolved = resolveEntitlement(book, name);
  if (!resolved || resolved.missing.length > 0 || resolved.cyclic) return null;
  return resolved.all.every(({ data }) => data.task === "ongoing");
}
function inTurn(all, most, now) {
  if (all.length <= most) return all;
  const start = Math.floor(now / DAY) * most % all.length;
  return [...all.slice(start), ...all.slice(0, start)];
}

// src/commands/steps/nightly/end-tasks.ts
var MOST_CALLS = 1e3;
async function endTasks(look2) {
  const { sight, github, recorder, io, most = MOST_CALLS } = look2;
  const { host } = new URL(sight.repository);
  const { open, unknown } = tasksOf(sight.book, sight.desired, host);
  const turn = inTurn(open, most, sight.now);
  const limits = { most, signal: io.signal };
  const seen = await readTasks(
    github,
    turn.map(({ task }) => task),
    limits
  );
  tell(seen, unknown, io);
  const ends = turn.map((matter) => endOf(matter, seen)).filter((grants) => grants.length > 0);
  const { guard, at } = sight.desired;
  const ended = sight.ledger.ended.values();
  const guarded = guardEnds(ends, { settings: guard, open: open.length, ended, now: at });
  tellWithheld(guarded, io);
  const over2 = guarded.now.flat();
  const withheld = guarded.withheld.length > 0;
  if (over2.length === 0) return { over: [], withheld };
  const record = await recorder();
  await record.append(
    "End what has no task any more",
    over2.map(({ path, task, how }) => endedByTask(path, task, how, record.facts))
  );
  return { over: over2.map(({ path }) => path).toSorted(), withheld };
}
function endOf({ task: { key }, grants }, { ends }) {
  const end = ends.get(key);
  const how = end?.ok ? end.value : null;
  if (how === null) return [];
  return grants.flatMap(({ path, task }) => task === null ? [] : [{ path, task, how }]);
}
var NAMED = 20;
function tellWithheld({ withheld, most }, io) {
  if (withheld.length === 0) return;
  const tasks = withheld.flatMap(([first]) => first?.task ?? []);
  io.err(
    `error: ${logLine(
      `More tasks are over at once than the ${plural(most, "task")} that "guard" lets end within 24 hours: ${few(tasks, NAMED)} wait for the nights that follow. If they are over indeed, delete the files of the grants, or raise guard.share; if not, see why GitHub says so.`
    )}
`
  );
}
function tell({ ends, left }, unknown, io) {
  const warn = (text) => io.err(`warning: ${logLine(text)}
`);
  const gaps = [...ends].flatMap(([key, end]) => end.ok ? [] : [`${key}: ${end.gap.why}`]);
  for (const gap2 of gaps.slice(0, NAMED)) warn(`Task ${gap2}. What it justifies goes on to its own end.`);
  if (gaps.length > NAMED) warn(`${plural(gaps.length - NAMED, "more task")} could not be read either.`);
  const others = [...unknown].toSorted(([a], [b]) => a < b ? -1 : 1);
  for (const [why, count] of others.slice(0, NAMED))
    warn(`The task of ${plural(count, "grant")} ${why}: nobody sees when it is over.`);
  const rest = others.slice(NAMED).reduce((sum, [, count]) => sum + count, 0);
  if (rest > 0) warn(`The tasks of ${plural(rest, "more grant")} can’t be looked at either.`);
  if (left > 0)
    warn(`${plural(left, "task")} could not be looked at in this run; they have their turn later.`);
}

// src/commands/steps/nightly/take-ended.ts
async function takeEnded(view, over2, { systems: only, ledger }, { ports, run: run2, common, io }) {
  const systems = [...ledger.standing].flatMap(
    ([system, grants]) => over2.some((path) => grants.has(path)) ? [system] : []
  );
  if (only !== null || systems.length === 0) return view;
  const done = await convergeRun(
    { store: ports.store, name: runName(run2), systems, onlyAuthorise: false },
    common,
    io
  );
  const news = done.outcomes.filter(({ state }) => state !== "unchanged");
  const told4 = new Set(news.map(placeOf));
  return {
    ...view,
    ok: view.ok && !done.news && news.every(({ state }) => state !== "failed"),
    outcomes: [...view.outcomes.filter((one) => !told4.has(placeOf(one))), ...news],
    calls: { read: view.calls.read + done.calls.read, write: view.calls.write + done.calls.write }
  };
}
function placeOf({ grant, system }) {
  return `${grant ?? ""} ${system}`;
}

// src/nightly/ownerless.ts
function ownerless(book, now, within) {
  const leavers = /* @__PURE__ */ new Map();
  const of = (person) => {
    const known = leavers.get(person);
    if (known !== void 0) return known;
    const found = leaverOf(book, person, now, within);
    leavers.set(person, found);
    return found;
  };
  const orphans = [...book.workloads.values()].flatMap((workload) => {
    const leaver = of(workload.data.owner);
    const at = orphanedAt(book, workload);
    return leaver ? [{ workload, leaver, orphaned: at === Infinity ? null : at }] : [];
  });
  const estates = /* @__PURE__ */ new Map();
  for (const entry of [...book.systems.values(), ...book.entitlements.values()]) {
    const leaver = of(entry.data.owner);
    if (!leaver || leaver.at === null) continue;
    const known = estates.get(leaver.person);
    if (known) known.files.push(entry);
    else estates.set(leaver.person, { leaver, files: [entry] });
  }
  return {
    orphans: orphans.toSorted((a, b) => a.workload.id < b.workload.id ? -1 : 1),
    estates: [...estates.values()].map(({ leaver, files }) => ({ leaver, files: files.toSorted((a, b) => a.path < b.path ? -1 : 1) })).toSorted((a, b) => a.leaver.person < b.leaver.person ? -1 : 1)
  };
}
function leaverOf(book, id, now, within) {
  const person = book.people.get(id);
  if (!person) return null;
  const end = personEnd(person);
  const leaves = end !== null && end <= now + within;
  if (!leaves && inactiveAt(book, id, now) === null) return null;
  return { person: id, at: leaves ? end : null, ...successorOf(book, id, now, within) };
}
function successorOf(book, id, now, within) {
  const seen = /* @__PURE__ */ new Set();
  for (let next = id; next !== void 0 && !seen.has(next); ) {
    seen.add(next);
    const person = book.people.get(next);
    if (inactiveAt(book, next, now) === null && person?.data.githubId === void 0)
      return none2(`"${next}" would have to consent and has no GitHub account on file.`);
    if (next !== id && inactiveAt(book, next, now) === null && inactiveAt(book, next, now + within) === null)
      return { successor: next, why: null };
    next = person?.data.manager;
  }
  return none2(`Nobody above "${id}" is active.`);
}
function none2(why) {
  return { successor: null, why };
}

// src/render/nightly/ownerless.ts
function orphanTitle({ workload, leaver }) {
  return `Make ${leaver.successor ?? ""} the owner of ${workload.id}, after ${leaver.person}`;
}
function orphanBody({ orphan, holds, grace, now }) {
  const { workload, leaver, orphaned } = orphan;
  const { title, purpose, backup } = workload.data;
  const [name, owner, next] = [workload.id, leaver.person, leaver.successor ?? ""].map(markdownText);
  const present = leaver.at !== null && leaver.at > now;
  return [
    `**${name}** (${markdownText(title)}: ${markdownText(purpose)}) belongs to **${owner}**, who ${longer(leaver)}. This makes **${next}** its owner, the next active manager upward${dropsBackup(orphan) ? ", who is no longer its backup then" : ""}.`,
    orphaned === null ? backup === void 0 || leaver.at === null ? "Nothing of what it holds ends by this alone." : `Its backup ${markdownText(backup)} answers for it meanwhile, so nothing of what it holds ends by this alone.` : `Without an owner everything that it holds ends by itself, ${markdownText(grace)} after ${writeInstant(orphaned)}:`,
    ...holds.length > 0 ? table(HELD_HEAD, heldRows(holds)) : ["It holds nothing now."],
    `It takes the consent of **${next}** by an approving review${present ? `, that of **${owner}** as long as ${owner} is here` : ""}, and an approval by governance. The check on this pull request says whose is missing.`,
    [
      `- **Approve and merge:** ${next} answers for ${name} from then on.`,
      `- **Edit \`owner\` in ${markdownCode(workload.path)} here:** somebody else does, who must consent instead.`,
      "- **Close:** nothing changes, and it comes back tomorrow. If nobody needs the workload any more, delete its file with its grants."
    ].join("\n")
  ].join("\n\n");
}
function dropsBackup({ workload, leaver }) {
  return workload.data.backup !== void 0 && workload.data.backup === leaver.successor;
}
function estateTitle({ leaver, files }) {
  return `Make ${leaver.successor ?? ""} the owner of what ${leaver.person} owned: ${plural(files.length, "file")}`;
}
function estateBody({ leaver, files }) {
  const [owner, next] = [leaver.person, leaver.successor ?? ""].map(markdownText);
  const rows = files.map(({ path, data }) => [markdownText(data.title), markdownCode(path)]);
  return [
    `**${owner}** ${longer(leaver)} and owns this. It makes **${next}** its owner, the next active manager upward. Who approves what doesn’t change by it; an owner is asked about access found outside and about emergencies.`,
    ...table(["what", "file"], rows),
    [
      `- **Approve (governance) and merge:** ${next} answers for all of it. CODEOWNERS follows by a pull request of its own.`,
      "- **Edit `owner` here:** somebody else does.",
      "- **Close:** nothing changes, and it comes back tomorrow."
    ].join("\n")
  ].join("\n\n");
}
function unownedTitle(unowned) {
  return `${plural(unowned.length, "file")} without an active owner`;
}
function unownedBody(unowned, governance) {
  const rows = unowned.map(({ path, what, leaver, ends }) => [
    markdownText(what),
    `${markdownText(leaver.person)} ${longer(leaver)}`,
    ends === null ? "no" : writeInstant(ends),
    markdownText(leaver.why ?? ""),
    markdownCode(path)
  ]);
  return [
    `Nobody can be proposed as the new owner of this. ${markdownCode(governance)} decides: write another \`owner\` into the file, by a pull request that the new owner approves too, or delete the file with all that hangs on it.`,
    ...table(["what", "owner", "what it holds ends", "why nobody is proposed", "file"], rows),
    "This issue is kept up to date and closes by itself."
  ].join("\n\n");
}
function longer({ at }) {
  return at === null ? "is suspended" : `leaves or has left by ${writeInstant(at)}`;
}

// src/commands/steps/nightly/due-owners.ts
async function dueOwners(sight) {
  const { book, now, settings, differences } = sight;
  const changed = new Set(differences.map(({ path }) => path));
  const found = ownerless(book, now, readDuration(settings.notice) ?? 0);
  const due = [];
  const unowned = [];
  for (const orphan of found.orphans) {
    if (changed.has(orphan.workload.path)) continue;
    const text = orphan.leaver.successor === null ? null : await handedOver(sight, orphan);
    if (text === null) unowned.push(unownedWorkload(orphan, sight));
    else due.push(orphanDue(orphan, text, sight));
  }
  for (const estate of found.estates) {
    const files = estate.files.filter(({ path }) => !changed.has(path));
    if (files.length === 0) continue;
    const done = await estateDue({ ...estate, files }, sight);
    if (done) due.push(done);
    else
      for (const { path, data } of files)
        unowned.push({ path, what: data.title, leaver: told(estate.leaver), ends: null });
  }
  return { due, unowned };
}
async function handedOver(sight, orphan) {
  const text = await approvedText(sight, orphan.workload.path);
  const alone = text !== null && dropsBackup(orphan) ? dropField(text, "backup") : text;
  return alone === null ? null : setField(alone, "owner", orphan.leaver.successor ?? "");
}
function orphanDue(orphan, text, sight) {
  const { book, now, settings, ledger } = sight;
  const { workload, leaver } = orphan;
  const holds = heldBy(book, workload.id, now).filter(
    ({ grant: { path, blob } }) => ledger.ended.get(path)?.blob !== blob
  );
  return {
    since: since(leaver, sight),
    proposal: proposal(sight, {
      branch: `${PREFIX}orphan/${workload.id}`,
      title: orphanTitle(orphan),
      body: orphanBody({ orphan, holds, grace: settings.orphans.grace, now }),
      files: [{ path: workload.path, text }],
      reviewers: loginsOf(leaver, sight)
    })
  };
}
async function estateDue(estate, sight) {
  const { leaver } = estate;
  if (leaver.successor === null) return null;
  const files = [];
  for (const { path } of estate.files) {
    const text = await approvedText(sight, path);
    const changed = text === null ? null : setField(text, "owner", leaver.successor);
    if (changed === null) return null;
    files.push({ path, text: changed });
  }
  return {
    since: since(leaver, sight),
    proposal: proposal(sight, {
      branch: `${PREFIX}owner/${leaver.person}`,
      title: estateTitle(estate),
      body: estateBody(estate),
      files,
      reviewers: loginsOf(leaver, sight)
    })
  };
}
function unownedWorkload(orphan, { settings }) {
  const { workload, leaver, orphaned } = orphan;
  const grace = readDuration(settings.orphans.grace) ?? 0;
  const what = `${workload.id} (${workload.data.title})`;
  return {
    path: workload.path,
    what,
    leaver: told(leaver),
    ends: orphaned === null ? null : orphaned + grace
  };
}
function told(leaver) {
  return { ...leaver, why: leaver.why ?? "Its file can’t be written by a machine." };
}
function since({ at }, { now }) {
  return Math.min(at ?? now, now);
}
function loginsOf({ successor }, { book }) {
  const login = book.people.get(successor ?? "")?.data.github;
  return login === void 0 ? [] : [login];
}

// src/evidence/to-review.ts
function holdersIn(events, { uses }) {
  const blobs = new Set(uses.map(({ blob }) => blob));
  const found = /* @__PURE__ */ new Map();
  for (const one of events)
    if (isHeld(one) && blobs.has(one.blob ?? ""))
      found.set(`${one.system} ${one.principal}`, { system: one.system, principal: one.principal });
  return [...found.values()];
}
function isHeld(one) {
  return one.event === "issued" || one.event === "extended";
}
function usedIn(events, { from, until }) {
  const found = /* @__PURE__ */ new Map();
  for (const one of events)
    if (one.event === "used" && one.from === writeInstant(from) && one.until === writeInstant(until))
      found.set(`${one.system} ${one.principal}`, one);
  return [...found.values()];
}
function saysTheSame(a, b) {
  return told2(a) === told2(b);
}
function told2({ uses, changes, cut, lastUsed, unread }) {
  return JSON.stringify([uses, changes, cut, lastUsed, unread]);
}
function draftOf({ forms, emergency }, earlier) {
  if (earlier !== null) {
    const late = `# Merged before the emergency had ended (${writeInstant(emergency.until)}): read it again.
`;
    return earlier.startsWith(late) ? earlier : `${late}${earlier}`;
  }
  return `# yaml-language-server: $schema=../../../../schemas/retrospective.schema.json
incident: ${forms.at(-1)?.incident ?? ""}
happened: # why the glass was broken
done: # what the access was used for
verdict: # accepted, or contested
`;
}

// src/render/nightly/retrospective.ts
function retrospectiveTitle({ emergency: { subject, name }, forms }) {
  const incident = forms.at(-1)?.incident ?? "";
  return `Review the emergency of ${subject} on ${name}${incident === "" ? "" : ` (${incident})`}`;
}
function retrospectiveBody(review, owner, now) {
  const { emergency, due, path, forms, used } = review;
  const late = due <= now ? ["**This review is overdue: until it is merged, this subject gets no further emergency grant.**"] : [];
  const who = owner === null ? "" : ` (${markdownText(owner)})`;
  const rows = forms.map((form) => rowOf(review, form));
  const renewed = forms.length > 1 ? [`It was renewed: ${forms.length} forms gave access.`] : [];
  return [
    ...late,
    [
      "| who | held | from | until | incident | because | approved by |",
      "|---|---|---|---|---|---|---|",
      ...rows
    ].join("\n"),
    ...renewed,
    `Write into ${markdownCode(path)} on this branch what happened and what the access was used for, and \`verdict: accepted\` or \`contested\`. The entitlement’s owner${who} or governance approves; neither whoever wrote it nor the subject does.`,
    [
      `- **Due:** ${writeInstant(due)}. After that no further emergency is granted to this subject until it is merged.`,
      "- **Merge:** the emergency is reviewed, and its grant’s file goes: for that GitHub asks one of its own code owners, too.",
      "- **Close:** it comes back tomorrow."
    ].join("\n"),
    ...used.flatMap((one) => usedParts(one, emergency.name))
  ].join("\n\n");
}
function rowOf({ emergency: { subject, name } }, { incident, reason, from, until, approved }) {
  const people = approved.flatMap(
    ({ pull, approvals }) => approvals.map(
      ({ person, as }) => `${markdownText(person)} as ${markdownCode(as)} in ${markdownText(pull)}`
    )
  );
  const cells = [
    markdownText(subject),
    markdownText(name),
    writeInstant(from),
    writeInstant(until),
    markdownText(incident),
    markdownText(reason),
    people.length === 0 ? "nobody is named in the record" : people.join("; ")
  ];
  return `| ${cells.join(" | ")} |`;
}
function usedParts({ system, principal, uses, changes, cut, lastUsed, unread }, name) {
  const about = `**What ${markdownText(system)} tells of ${markdownCode(principal)} in that time, and of sessions up to an hour after it:**`;
  const gaps = unread.length === 0 ? [] : [
    `**Could not be read**, so that this says less than happened: ${unread.map(markdownText).join("; ")}.`
  ];
  const taken = uses.length > 0 ? [`${markdownText(name)} was taken up ${times(uses.length)}:`, tableOf(uses)] : unread.length === 0 ? [`${markdownText(name)} was not taken up once, as far as is told.`] : [];
  const done = changes.length > 0 ? [`It changed, or tried to change (${changes.length}):`, tableOf(changes)] : unread.length === 0 ? ["It changed nothing that is told: calls that only read, and what happens inside data, aren’t."] : [];
  const more = cut ? ["_There was more: it is cut here. The account’s own trail has all of it._"] : [];
  const last = lastUsed.map(
    ({ what, at }) => at === null ? `${markdownCode(what)}: when it was last used, by anybody, isn’t told.` : `${markdownCode(what)} was last used, by anybody, at ${at}.`
  );
  return [about, ...gaps, ...taken, ...done, ...more, ...last];
}
function times(count) {
  return count === 1 ? "once" : `${count} times`;
}
function tableOf(acts) {
  const rows = acts.map(
    ({ at, what, on, from, agent, error }) => `| ${at} | ${markdownText(what)} | ${markdownText(on)} | ${markdownText(from)} | ${markdownText(agent)} | ${error === null ? "" : `refused: ${markdownText(error)}`} |`
  );
  return ["| when | what | on | from | with | |", "|---|---|---|---|---|---|", ...rows].join("\n");
}

// src/evidence/record-used.ts
function usedEvent({ path, ...by }, activity, facts) {
  const { uses, changes, cut, lastUsed, unread } = activity;
  return {
    at: writeInstant(facts.now),
    grant: path,
    blob: facts.blobOf(path),
    commit: facts.commit,
    by: "grantbook nightly",
    run: facts.run,
    event: "used",
    system: by.system,
    principal: by.principal,
    from: writeInstant(by.from),
    until: writeInstant(by.until),
    uses: uses.map(written),
    changes: changes.map(written),
    cut,
    lastUsed: lastUsed.map(({ what, at }) => ({ what, at: at === null ? null : writeInstant(at) })),
    unread: unread.map(clip)
  };
}
function written({ at, ...rest }) {
  return { ...rest, at: writeInstant(at) };
}

// src/commands/steps/nightly/ask-activity.ts
async function askActivity(outlook, emergency, events) {
  const known = usedIn(events, emergency);
  const answers = [];
  for (const by of holdersIn(events, emergency)) {
    const before = known.find(({ system, principal }) => system === by.system && principal === by.principal);
    if (before && before.unread.length === 0) {
      answers.push(before);
      continue;
    }
    const activity = await ask2(outlook, emergency, by);
    const record = await outlook.recorder();
    const path = emergency.uses.at(-1)?.path ?? "";
    const { from, until } = emergency;
    const answer = usedEvent({ path, ...by, from, until }, activity, record.facts);
    answers.push(answer);
    if (!before || !saysTheSame(before, answer))
      await record.append(`Record what was done with an emergency in ${by.system}`, [answer]);
  }
  return answers;
}
async function ask2({ sight, common, io }, { name, from, until }, { system, principal }) {
  const at = sight.desired.systems.get(system);
  const connector = at && CONNECTORS.get(at.core.name);
  if (!at || !connector) return unreadable(`System "${system}" can’t be reached.`);
  const entries = resolveEntitlement(sight.book, name)?.targets ?? [];
  const targets = entries.flatMap(
    ({ system: of, data: { target } }) => of === system && target !== void 0 && at.core.checkTarget(target, at.context).length === 0 ? [target] : []
  );
  try {
    const session = await connector.open(at.context, portsOf("read", common, io));
    if (!session.activity) return unreadable(`System "${system}" doesn’t tell what was done in it.`);
    return await session.activity({ principal, targets, from, until });
  } catch (error) {
    if (error instanceof UnableError) return unreadable(error.message);
    throw error;
  }
}
function unreadable(why) {
  return { uses: [], changes: [], cut: false, lastUsed: [], unread: [why] };
}

// src/commands/steps/nightly/due-retrospectives.ts
async function dueRetrospectives(outlook) {
  const { book, ledger, now, systems, differences, settings } = outlook.sight;
  const changed = new Set(differences.map(({ path }) => path));
  const due = [];
  const waiting = unreviewed(emergenciesOf(ledger.uses), settings.emergency.reviewWithin, now);
  for (const { emergency, due: by } of waiting) {
    const path = reviewPath(emergency);
    if (systems !== null && !systems.has(emergency.system)) continue;
    if (changed.has(path)) continue;
    const review = await gather(outlook, emergency, path, by);
    const owner = book.entitlements.get(emergency.name)?.data.owner ?? null;
    const over2 = [...new Set(emergency.uses.map((use) => use.path))].filter((file) => {
      const grant = book.grants.get(file);
      return grant && (grant.expires ?? now) <= now && !changed.has(file);
    });
    due.push({
      since: emergency.until,
      proposal: proposal(outlook.sight, {
        branch: reviewBranch(emergency),
        title: retrospectiveTitle(review),
        body: retrospectiveBody(review, owner, now),
        files: [
          { path, text: draftOf(review, await approvedText(outlook.sight, path)) },
          ...over2.map((file) => ({ path: file, text: null }))
        ]
      })
    });
  }
  return due;
}
function reviewBranch(emergency) {
  const path = reviewPath(emergency);
  return `${PREFIX}${path.replace(/^grants\/retrospectives\/(.+)\.yaml$/u, "retrospective/$1")}`;
}
async function gather(outlook, emergency, path, due) {
  const { sight } = outlook;
  const events = [];
  for (const file of new Set(emergency.uses.map((use) => use.path)))
    events.push(...await eventsAt(sight.root, sight.evidence, file));
  const used = await askActivity(outlook, emergency, events);
  return { emergency, due, path, forms: await formsOf(sight, emergency, events), used };
}
async function formsOf({ root }, { uses }, events) {
  const reader = new ObjectReader(root);
  try {
    const bytes = await reader.read(uses.flatMap(({ blob }) => blob === "" ? [] : [blob]));
    return uses.map(({ blob, from, until }) => {
      const content = bytes.get(blob);
      const { data } = content ? readYaml(content, sizeLimit("emergency")) : { data: null };
      const text = (field) => {
        const value = data && Object.hasOwn(data, field) ? data[field] : "";
        return typeof value === "string" ? value : "";
      };
      const approved = events.filter((one) => one.event === "approved" && one.blob === blob);
      return {
        incident: text("incident"),
        reason: text("reason"),
        from,
        until,
        approved: approved.filter(isApproved)
      };
    });
  } finally {
    reader.close();
  }
}
function isApproved(one) {
  return one.event === "approved";
}

// src/io/github/propose/keep-issue.ts
var ISSUE = "PATCH /repos/{owner}/{repo}/issues/{issue_number}";
var made = external_exports.object({ number: external_exports.int().min(1) });
async function keepIssue(desk, issues, wanted) {
  if (!/^[A-Za-z0-9._/-]{1,200}$/u.test(wanted.key) || wanted.key.includes("--"))
    return gap("issue", `${plain(wanted.key)} is no key`, false);
  const found = issues.filter((issue2) => isAbout(issue2, wanted));
  const [kept = null, ...more] = found.toSorted(
    (a, b) => Number(b.open) - Number(a.open) || a.number - b.number
  );
  for (const second of more.filter(({ open }) => open)) {
    const closed = await edit(desk, second.number, { state: "closed", state_reason: "not_planned" });
    if (!closed.ok) return closed;
  }
  if (kept === null)
    return wanted.open ? create(desk, wanted) : { ok: true, value: { number: null, state: "none" } };
  if (!wanted.open) {
    if (!kept.open) return told3(kept, "unchanged");
    const closed = await edit(desk, kept.number, { state: "closed", state_reason: "completed" });
    return closed.ok ? told3(kept, "closed") : closed;
  }
  return bring(desk, kept, wanted);
}
async function bring(desk, kept, wanted) {
  const [title, body] = [titleOf(wanted.title), bodyWithMarker(wanted)];
  const changed = {
    ...kept.open ? {} : { state: "open" },
    ...sameText(kept.title, title) ? {} : { title },
    ...sameText(kept.body, body) ? {} : { body }
  };
  const edits = Object.keys(changed).length > 0;
  if (edits) {
    const edited = await editWith(desk, kept, changed, kept.open ? [] : wanted.assignees);
    if (!edited.ok) return edited;
  }
  const missing = missingLabels(kept.labels, wanted.labels);
  const labelled = await addLabels(desk, kept.number, missing);
  if (!labelled.ok) return labelled;
  if (!kept.open) return told3(kept, "reopened");
  return told3(kept, edits || missing.length > 0 ? "updated" : "unchanged");
}
async function create(desk, wanted) {
  const what = `issue ${wanted.key}`;
  const route = "POST /repos/{owner}/{repo}/issues";
  const issue2 = { title: titleOf(wanted.title), body: bodyWithMarker(wanted), labels: wanted.labels };
  let sent = await write(
    desk,
    what,
    route,
    { ...issue2, assignees: wanted.assignees },
    unless(wanted.assignees)
  );
  if (sent.ok && sent.value === null) sent = await write(desk, what, route, issue2);
  if (!sent.ok) return sent;
  const created = parsed(what, sent.value, made);
  return created.ok ? { ok: true, value: { number: created.value.number, state: "opened" } } : created;
}
async function editWith(desk, { number }, changed, assignees) {
  if (assignees.length === 0) return edit(desk, number, changed);
  const sent = await edit(desk, number, { ...changed, assignees }, unless(assignees));
  return sent.ok && sent.value === null ? edit(desk, number, changed) : sent;
}
function edit(desk, number, changed, fine = []) {
  return write(desk, `issue #${number}`, ISSUE, { issue_number: number, ...changed }, fine);
}
function unless(assignees) {
  return assignees.length > 0 ? [422] : [];
}
function isAbout(issue2, { key, title }) {
  if (issue2.body.includes(markerOf(key))) return true;
  return issue2.open && !issue2.body.includes(MARKER) && sameText(issue2.title, titleOf(title));
}
var MARKER = "<!-- grantbook:about ";
var LONGEST = 64500;
function markerOf(key) {
  return `${MARKER}${key} -->`;
}
function bodyWithMarker({ body, key }) {
  const marker = markerOf(key);
  return `${bodyOf(body, LONGEST)}

${marker}`;
}
function told3({ number }, state) {
  return { ok: true, value: { number, state } };
}

// src/io/github/propose/own-issues.ts
var listed = external_exports.object({
  number: external_exports.int().min(1),
  state: external_exports.enum(["open", "closed"]),
  title: external_exports.string(),
  body: external_exports.string().nullish(),
  user: someone,
  labels: external_exports.union([external_exports.string(), external_exports.object({ name: external_exports.string().nullish() })]).array(),
  pull_request: external_exports.unknown().optional()
});
async function ownIssues(github, by, label) {
  const all = /* @__PURE__ */ new Map();
  for (const parameters of [{ state: "open" }, { state: "closed", labels: label }]) {
    const read = await pages(github, {
      what: `${parameters.state} issues`,
      route: "GET /repos/{owner}/{repo}/issues",
      item: listed,
      parameters: { creator: loginOf(by), sort: "created", direction: "asc", ...parameters }
    });
    if (!read.ok) return read;
    const issues = read.value.filter(
      ({ pull_request, user }) => pull_request === void 0 && isAuthor(user, by)
    );
    for (const issue2 of issues) all.set(issue2.number, toOwn(issue2));
  }
  return { ok: true, value: [...all.values()].toSorted((a, b) => a.number - b.number) };
}
function toOwn({ number, state, title, body, labels }) {
  return {
    number,
    open: state === "open",
    title,
    body: body ?? "",
    labels: labels.map((label) => typeof label === "string" ? label : label.name ?? "")
  };
}

// src/render/nightly/escalation.ts
function urgentRows({ shown, outcomes }) {
  const isGone = (path, id) => outcomes.some(({ grant, state, why }) => state === "done" && grant === path && why.startsWith(`${id}: `));
  const rows = shown.flatMap(
    ({ sighting, fates }) => fates.filter(({ item }) => !isGone(sighting.path, item.id)).map((fate) => ({ fate, sighting }))
  );
  return dangerFirst(
    rows.filter(({ fate }) => fate.state === "over" || isAdmin(fate) && fate.state === "open")
  );
}
function escalationTitle(system, rows) {
  return rows.length === 0 ? `${system}: nothing found outside is overdue` : `${system}: ${plural(rows.length, "thing")} found outside can’t wait`;
}
function escalationBody({ system, policy, unread }, rows, { login, now }) {
  const over2 = rows.filter(({ fate }) => fate.state === "over");
  const late = Math.floor((now - Math.min(now, ...over2.map(({ fate }) => fate.until))) / DAY);
  const admins = rows.filter(({ fate }) => isAdmin(fate)).length;
  const who = login === null ? "the owner of the system, who has no GitHub login on file" : markdownCode(login);
  const why = policy === "report" ? "This system says `outOfBand: report`, so nothing is taken away by a machine." : "What stands here could not be taken away by a machine, or is still being decided on.";
  return [
    `Access in **${markdownText(system)}** that no grant explains and that can’t wait. It is ${who} who answers for it. ${why}`,
    `${plural(over2.length, "thing is", "things are")} overdue${over2.length > 0 ? `, the oldest for ${plural(late, "day")}` : ""}; ${plural(admins, "thing lets", "things let")} somebody give himself anything.`,
    ...outsideTable(rows),
    ...unread.length === 0 ? [] : [`Could not be read: ${unread.map(markdownText).join("; ")}.`],
    "Take it away in the account, or decide on it in its file under `grants/out-of-band/`. This is brought up to date every night, and closes by itself when nothing is left."
  ].join("\n\n");
}

// src/commands/steps/nightly/keep-escalations.ts
var LABEL = "grantbook: found outside";
async function keepEscalations(desk, { book, now }, urgent) {
  if (urgent.length === 0) return { issues: [], gaps: [] };
  const listed2 = await ownIssues(desk.github, desk.by, LABEL);
  if (!listed2.ok) return { issues: [], gaps: [listed2.gap] };
  const issues = [];
  const gaps = [];
  for (const one of urgent) {
    const rows = urgentRows(one);
    if (rows.length === 0 && one.unread.length > 0) continue;
    const login = book.people.get(one.owner)?.data.github ?? null;
    const kept = await keepIssue(desk, listed2.value, {
      key: `outside/${one.system}`,
      title: escalationTitle(one.system, rows),
      body: rows.length === 0 ? "Nothing is left of it." : escalationBody(one, rows, { login, now }),
      assignees: login === null ? [] : [login],
      labels: [LABEL],
      open: rows.length > 0
    });
    if (!kept.ok) gaps.push(kept.gap);
    else if (kept.value.number !== null)
      issues.push({ issue: kept.value.number, system: one.system, state: kept.value.state });
  }
  return { issues, gaps };
}

// src/nightly/notices.ts
function notices(book, desired, within) {
  const found = /* @__PURE__ */ new Map();
  for (const { wanted } of desired.systems.values()) {
    for (const { grant, window } of wanted.values()) {
      if (window.until > desired.at + within) continue;
      for (const person of peopleOf(book, grant)) {
        const endings = found.get(person) ?? /* @__PURE__ */ new Map();
        found.set(person, endings.set(grant.path, { grant, until: window.until }));
      }
    }
  }
  const attested = attestations(book, desired.at, within);
  return [.../* @__PURE__ */ new Set([...found.keys(), ...attested.keys()])].toSorted().map((person) => ({
    person,
    endings: [...found.get(person)?.values() ?? []].toSorted(
      (a, b) => a.until - b.until || (a.grant.path < b.grant.path ? -1 : 1)
    ),
    attestations: (attested.get(person) ?? []).toSorted(
      (a, b) => a.until - b.until || (a.workload.path < b.workload.path ? -1 : 1)
    )
  }));
}
function attestations(book, now, within) {
  const found = /* @__PURE__ */ new Map();
  for (const workload of book.workloads.values()) {
    const { owner, backup, expires } = workload.data;
    const until = readInstant(expires, "end");
    if (until === null || until > now + within) continue;
    for (const id of [owner, backup]) {
      const person = id === void 0 ? void 0 : book.people.get(id);
      if (person && (personEnd(person) ?? Infinity) > now) append(found, person.id, { workload, until });
    }
  }
  return found;
}
function peopleOf(book, { subject, requester }) {
  const known = subjectOf(book, subject);
  const own = known?.kind === "workload" ? [known.entry.data.owner, known.entry.data.backup] : [subject];
  return new Set([...own, requester].flatMap((id) => id && book.people.has(id) ? [id] : []));
}

// src/render/nightly/notice.ts
var MOST = 200;
function noticeTitle({ person, endings, attestations: attestations2 }) {
  const parts = [
    ...endings.length > 0 ? [`${plural(endings.length, "grant")} ${endings.length === 1 ? "ends" : "end"} soon`] : [],
    ...attestations2.length > 0 ? [`${plural(attestations2.length, "workload")} to be re-attested`] : []
  ];
  return `${person}: ${parts.join(", ")}`;
}
function noticeBody({ endings, attestations: attestations2 }, repository, branch) {
  const rows = endings.slice(0, MOST).map(
    ({ grant: { path, name, subject }, until }) => `| ${markdownText(name)} | ${markdownText(subject)} | ${writeInstant(until)} | ${ways(path, repository, branch)} |`
  );
  const attested = attestations2.slice(0, MOST).map(
    ({ workload: { id, path, data }, until }) => `| ${markdownText(id)} | ${markdownText(data.title)} | ${writeInstant(until)} | ${ways(path, repository, branch)} |`
  );
  return [
    ...section(
      "This access ends by itself then. If it is still needed, ask for it anew: edit `expires` in a pull request, or run the command.",
      "| what | who | ends | on GitHub | on the command line |",
      rows,
      endings.length
    ),
    ...section(
      "You answer for these workloads. Is each still needed, and still does what its file says? Then say so by a later `expires`. Otherwise everything that it holds ends with the date: delete its file with its grants.",
      "| workload | | to be re-attested by | on GitHub | on the command line |",
      attested,
      attestations2.length
    ),
    "Nothing has to be done if it may end. This issue is kept up to date and closes by itself."
  ].join("\n\n");
}
function section(text, head, rows, count) {
  if (rows.length === 0) return [];
  const more = count > rows.length ? [`_and ${count - rows.length} more._`] : [];
  return [text, [head, "|---|---|---|---|---|", ...rows].join("\n"), ...more];
}
function ways(path, repository, branch) {
  const page = `${repository}/edit/${encodeURIComponent(branch)}/${path.split("/").map(encodeURIComponent).join("/")}`;
  return `[edit](${page}) | ${markdownCode(`npx grantbook renew ${path} --expires YYYY-MM-DD`)}`;
}

// src/commands/steps/nightly/keep-notices.ts
var LABEL2 = "grantbook: ends soon";
var KEY = /<!-- grantbook:about notice\/([a-z0-9-]+) -->/u;
async function keepNotices(desk, sight, unowned) {
  const within = readDuration(sight.settings.notice) ?? 0;
  const all = notices(sight.book, sight.desired, within);
  const listed2 = await ownIssues(desk.github, desk.by, LABEL2);
  if (!listed2.ok) return { notices: all, issues: [], gaps: [listed2.gap] };
  const told4 = new Map(all.map((notice) => [notice.person, notice]));
  const before = listed2.value.flatMap(({ body, open }) => open ? KEY.exec(body)?.[1] ?? [] : []);
  const issues = [];
  const gaps = [];
  for (const person of [.../* @__PURE__ */ new Set([...told4.keys(), ...before])].toSorted()) {
    const notice = told4.get(person);
    const login = sight.book.people.get(person)?.data.github;
    const kept = await keepIssue(desk, listed2.value, {
      key: `notice/${person}`,
      title: notice ? noticeTitle(notice) : `${person}: nothing ends soon`,
      body: notice ? noticeBody(notice, sight.repository, sight.base.branch) : "Nothing of this person’s ends soon any more.",
      assignees: login === void 0 ? [] : [login],
      labels: [LABEL2],
      open: notice !== void 0
    });
    if (!kept.ok) gaps.push(kept.gap);
    else if (kept.value.number !== null)
      issues.push({ issue: kept.value.number, person, state: kept.value.state });
  }
  const { governance } = sight.settings;
  const asked2 = await keepIssue(desk, listed2.value, {
    key: "governance/owners",
    title: unownedTitle(unowned),
    body: unownedBody(unowned, governance),
    assignees: [],
    labels: [LABEL2],
    open: unowned.length > 0
  });
  if (!asked2.ok) gaps.push(asked2.gap);
  else if (asked2.value.number !== null)
    issues.push({ issue: asked2.value.number, person: governance, state: asked2.value.state });
  return { notices: all, issues: issues.toSorted((a, b) => a.person < b.person ? -1 : 1), gaps };
}

// src/io/github/propose/propose-all.ts
async function proposeAll(desk, due, most) {
  const done = [];
  let left = most;
  for (const { proposal: proposal2 } of due.toSorted(oldestFirst)) {
    const before = desk.github.calls().write;
    const result = await propose(desk, proposal2, left > 0);
    const opened = result.ok ? ["opened", "reopened"].includes(result.value.state) : desk.github.calls().write > before;
    if (opened) left--;
    done.push({ branch: proposal2.branch, result });
  }
  return done;
}
function oldestFirst(a, b) {
  if (a.since !== b.since) return a.since - b.since;
  return a.proposal.branch < b.proposal.branch ? -1 : 1;
}

// src/io/github/propose/say.ts
var comment = external_exports.object({ id: external_exports.int().min(1), body: external_exports.string().nullish(), user: someone });
async function sayOnce(desk, number, text) {
  const listed2 = await pages(desk.github, {
    what: `comments on #${number}`,
    route: "GET /repos/{owner}/{repo}/issues/{issue_number}/comments",
    item: comment,
    parameters: { issue_number: number }
  });
  if (!listed2.ok) return listed2;
  const body = bodyOf(text);
  const said = listed2.value.some((each) => isAuthor(each.user, desk.by) && sameText(each.body ?? "", body));
  if (said) return { ok: true, value: false };
  const route = "POST /repos/{owner}/{repo}/issues/{issue_number}/comments";
  const sent = await write(desk, `comment on #${number}`, route, { issue_number: number, body });
  return sent.ok ? { ok: true, value: true } : sent;
}

// src/io/github/propose/withdraw.ts
async function withdraw(desk, branch, base, why) {
  const pulls = await readPullsFrom(desk.github, branch);
  if (!pulls.ok) return pulls;
  const head = await readHead(desk, branch);
  if (!head.ok) return head;
  const open = pulls.value.filter((pull2) => pull2.open);
  const pull = open.find(({ author }) => isAuthor(author, desk.by)) ?? null;
  const told4 = (state, reason = null) => ({
    ok: true,
    value: { pull: pull?.number ?? null, branch, state, why: reason }
  });
  const other = open.find(({ author }) => !isAuthor(author, desk.by));
  if (other) return told4("left", `${named(other.author)} opened #${other.number} from our branch`);
  if (head.value === null) return told4("none");
  const whose = await whoseIs(desk, branch, head.value, base.tip);
  if (!whose.ok) return whose;
  if (whose.value.lost !== null) {
    const back = await moveBranch(desk, branch, head.value, whose.value.lost);
    if (!back.ok) return back;
  }
  if (!whose.value.ours) return told4("left", whose.value.why);
  if (pull) {
    const said = await sayOnce(desk, pull.number, why);
    if (!said.ok) return said;
  }
  const deleted = await deleteBranch(desk, branch, head.value);
  return deleted.ok ? told4(pull ? "closed" : "deleted") : deleted;
}

// src/commands/steps/nightly/keep-pulls.ts
var MOST2 = 25;
async function keepPulls(desk, due, own, looked, base) {
  const pulls = [];
  const gaps = [];
  const wanted = new Set(due.map(({ proposal: proposal2 }) => proposal2.branch));
  for (const { branch, result } of await proposeAll(desk, due, MOST2)) {
    if (!result.ok) gaps.push(result.gap);
    else if (result.value.state !== "moot") pulls.push({ ...result.value, branch });
  }
  for (const { branch, open } of own) {
    if (!open || wanted.has(branch) || !looked.some((prefix) => branch.startsWith(prefix))) continue;
    const done = await withdraw(desk, branch, base, NO_REASON);
    if (!done.ok) gaps.push(done.gap);
    else if (done.value.state !== "none") pulls.push(done.value);
  }
  return { pulls: pulls.toSorted((a, b) => a.branch < b.branch ? -1 : 1), gaps };
}
var NO_REASON = "There is no reason for this any more: what it asked for is done, or was renewed.";

// src/render/nightly/overdue.ts
function overdueTitle({ emergency: { subject, name } }) {
  return `Overdue: the review of ${subject}’s emergency on ${name}`;
}
function overdueBody({ emergency, due }, told4, now) {
  const { subject, name, from, until } = emergency;
  const days = Math.floor((now - due) / DAY);
  const late = days === 0 ? "less than a day" : plural(days, "day");
  const owner = told4.owner === null ? "" : `, ${markdownText(told4.owner)},`;
  return [
    `${markdownText(subject)} held ${markdownText(name)} by emergency from ${writeInstant(from)} until ${writeInstant(until)}. Its review was due at ${writeInstant(due)}: it is overdue by ${late}.`,
    `- **Until it is merged** ${markdownText(subject)} gets no further emergency grant, of nothing.`,
    `- **The review** waits in the pull request from ${markdownCode(told4.branch)}. The entitlement’s owner${owner} or ${markdownCode(told4.governance)} approves it, but neither ${markdownText(subject)} nor whoever wrote it.`,
    "This issue is kept up to date and closes by itself."
  ].join("\n\n");
}
function contestedTitle({ subject, name }) {
  return `Contested: ${subject}’s emergency on ${name}`;
}
function contestedBody({ subject, name, from, until, review }, governance) {
  return [
    `The review of what ${markdownText(subject)} did with ${markdownText(name)} from ${writeInstant(from)} until ${writeInstant(until)} says that it is contested: ${markdownCode(review?.path ?? "")}.`,
    `It is recorded as reviewed, so it blocks nothing. What follows from it is for people to decide: the entitlement’s owner and ${markdownCode(governance)}. Should somebody have to lose access at once: ${markdownCode(`npx grantbook suspend ${subject}`)}.`,
    "Close this when it is settled. It isn’t opened again."
  ].join("\n\n");
}

// src/commands/steps/nightly/keep-reviews.ts
var LABEL3 = "grantbook: emergency";
var KEY2 = /<!-- grantbook:about (overdue\/[A-Za-z0-9._/-]+) -->/u;
async function keepReviews(desk, sight) {
  const listed2 = await ownIssues(desk.github, desk.by, LABEL3);
  if (!listed2.ok) return { issues: [], gaps: [listed2.gap] };
  const wanted = [...overdueIn(sight), ...contestedIn(sight)];
  const keys = new Set(wanted.map(({ key }) => key));
  for (const { body, open } of listed2.value) {
    const key = KEY2.exec(body)?.[1];
    if (open && key !== void 0 && !keys.has(key)) wanted.push(over(key));
  }
  const issues = [];
  const gaps = [];
  for (const { person, ...one } of wanted) {
    const settled = one.key.startsWith("contested/") && listed2.value.some((issue2) => isClosed(issue2, one.key));
    if (settled) continue;
    const kept = await keepIssue(desk, listed2.value, one);
    if (!kept.ok) gaps.push(kept.gap);
    else if (kept.value.number !== null)
      issues.push({ issue: kept.value.number, person, state: kept.value.state });
  }
  return { issues, gaps };
}
function isClosed({ open, body }, key) {
  return !open && body.includes(`<!-- grantbook:about ${key} -->`);
}
function overdueIn(sight) {
  const { book, ledger, settings, now } = sight;
  const { governance } = settings;
  return unreviewed(emergenciesOf(ledger.uses), settings.emergency.reviewWithin, now).filter(({ due }) => due <= now).map((one) => {
    const owner = book.entitlements.get(one.emergency.name)?.data.owner ?? null;
    const branch = reviewBranch(one.emergency);
    return {
      ...aboutTo(sight, one.emergency, "overdue"),
      title: overdueTitle(one),
      body: overdueBody(one, { owner, governance, branch }, now)
    };
  });
}
function contestedIn(sight) {
  return emergenciesOf(sight.ledger.uses).filter(({ review }) => review?.verdict === "contested").map((one) => ({
    ...aboutTo(sight, one, "contested"),
    title: contestedTitle(one),
    body: contestedBody(one, sight.settings.governance)
  }));
}
function aboutTo({ book }, emergency, what) {
  const person = book.entitlements.get(emergency.name)?.data.owner ?? "";
  const login = book.people.get(person)?.data.github;
  const about = reviewPath(emergency).replace(/^grants\/retrospectives\/(.+)\.yaml$/u, "$1");
  return {
    // A key may hold no `--`, an id may.
    key: `${what}/${about.replaceAll(/-(?=-)/gu, "-.")}`,
    person,
    assignees: login === void 0 ? [] : [login],
    labels: [LABEL3],
    open: true
  };
}
function over(key) {
  const [title, body] = ["Reviewed", "The review is merged."];
  return { key, title, body, person: "", assignees: [], labels: [LABEL3], open: false };
}

// src/commands/steps/nightly/keep.ts
async function keep(ports, options, outlook, outside) {
  const { github, app } = ports;
  const { sight } = outlook;
  const by = { kind: "app", slug: app };
  const own = await ownPulls(github, PREFIX, by, null);
  if (!own.ok)
    return {
      gaps: [own.gap],
      shown: { pulls: [], issues: [], notices: [] }
    };
  const desk = openDesk({ github, root: sight.root, by, known: own.value });
  const everybody = sight.systems === null || options["authorise"] === true;
  const owners = everybody ? await dueOwners(sight) : { due: [], unowned: [] };
  const due = [
    ...dueExpired(sight),
    ...await dueRetrospectives(outlook),
    ...outside.due,
    ...owners.due,
    ...everybody ? await dueUnproved(sight) : [],
    ...everybody ? dueCodeowners(sight, await codeownersAt(sight)) : []
  ];
  const { pulls, gaps } = await keepPulls(
    desk,
    due,
    own.value,
    lookedAfter(sight, everybody, outside),
    sight.base
  );
  const told4 = everybody ? await keepNotices(desk, sight, owners.unowned) : { notices: [], issues: [], gaps: [] };
  const escalated = await keepEscalations(desk, sight, outside.urgent);
  const reviews = everybody ? await keepReviews(desk, sight) : { issues: [], gaps: [] };
  return {
    gaps: [...gaps, ...told4.gaps, ...escalated.gaps, ...reviews.gaps],
    shown: {
      pulls,
      issues: [
        ...told4.issues.map((one) => ({ ...one, system: null })),
        ...escalated.issues.map((one) => ({ ...one, person: null })),
        ...reviews.issues.map((one) => ({ ...one, system: null }))
      ],
      notices: told4.notices.map(({ person, endings, attestations: attestations2 }) => ({
        person,
        grants: endings.map(({ grant: { path }, until }) => ({ grant: path, until })),
        workloads: attestations2.map(({ workload: { id }, until }) => ({ workload: id, until }))
      }))
    }
  };
}
var WHOLE = ["restore", "codeowners", "orphan/", "owner/"];
function lookedAfter({ systems }, everybody, outside) {
  const found = outside.systems.map((system) => `${PREFIX}outside/${system}`);
  const whole = everybody ? WHOLE.map((kind) => `${PREFIX}${kind}`) : [];
  const kinds = [`${PREFIX}expired/`, `${PREFIX}retrospective/`];
  if (systems === null) return [...kinds, ...found, ...whole];
  return [...[...systems].flatMap((system) => kinds.map((kind) => `${kind}${system}/`)), ...found, ...whole];
}
async function codeownersAt({ root, base }) {
  const listed2 = await runGit(root, ["ls-tree", "-z", base.tip, "--", CODEOWNERS_PATH]);
  const blob = /^100(?:644|755) blob ([0-9a-f]+)\t/u.exec(listed2.toString("latin1"))?.[1];
  if (blob === void 0) return null;
  const reader = new ObjectReader(root);
  try {
    return (await reader.read([blob])).get(blob)?.toString("utf8") ?? null;
  } finally {
    reader.close();
  }
}

// src/commands/nightly.ts
var command = {
  formats: ["text", "json"],
  example: "npx grantbook nightly --system aws-prod",
  describe: (c) => {
    c.option("--system <id>", "only this system, and what belongs to it (repeatable)", collect, []).option("--authorise", "only what belongs to no system: proofs, restored files, notices").option("--run <id>", "id of the workflow run, for the record").option("--commit <sha>", "commit for which the run was started; the tip is what is followed").option("--attempt <n>", "which attempt of that run this is");
  },
  run: async (args, options, common, io) => {
    if (args.length > 0) throw new UsageError(`nightly takes no arguments, but was given "${args[0] ?? ""}".`);
    const { openForge } = await import("./forge-ports-2XYX2S53.js");
    const ports = await openForge(common, io);
    const stale = await staleAttempt(options, ports, common, io);
    const view = stale ? { ...stale, pulls: [], issues: [], notices: [] } : await night(ports, options, common, io);
    io.out(common.format === "json" ? renderNightlyJson(view) : renderNightlyText(view, mayColour(io)));
    return view.ok ? 0 : 1;
  }
};
var NO_ENDS = { over: [], withheld: false };
async function night(ports, options, common, io) {
  const glances = new Glances(common, io);
  const applied = await runApply(ports, options, common, io, glances.onQuiet);
  const { tip } = applied.state;
  let { view } = applied;
  let sight = await look(ports, options, tip, common);
  const recorder = () => recorderOf(ports, options, sight, common);
  const forge = { github: ports.github, app: ports.app };
  try {
    const everybody = sight.systems === null || options["authorise"] === true;
    const matter = { sight, github: ports.github, recorder, io };
    const { over: over2, withheld } = everybody ? await endTasks(matter) : NO_ENDS;
    if (over2.length > 0) {
      view = await takeEnded(view, over2, sight, { ports, run: options["run"], common, io });
      sight.approved.close();
      sight = await look(ports, options, tip, common);
    }
    const outlook = { sight, recorder, forge, onlyDecided: false, common, io, glances };
    const outside = await lookOutside(outlook);
    const kept = await keep(ports, options, outlook, outside);
    for (const { what, why } of kept.gaps) io.err(`error: ${logLine(`${what}: ${why}.`)}
`);
    const whole = sight.systems === null || sight.systems.size === 0;
    if (!io.signal.aborted) await close(ports, sight, whole ? recorder : null, common);
    const failed = outside.outcomes.some(({ state: one }) => one === "failed" || one === "held");
    return {
      ...view,
      ok: view.ok && kept.gaps.length === 0 && !failed && !withheld,
      outcomes: [...view.outcomes, ...outside.outcomes].toSorted(compareOutcomes),
      ...kept.shown
    };
  } finally {
    sight.approved.close();
  }
}
async function close(ports, sight, recorder, { now }) {
  const { beat: last } = sight;
  const every = (readDuration(sight.settings.heartbeat.staleAfter) ?? 0) / 4;
  if (recorder && (last === null || now - last >= every)) {
    const record = await recorder();
    await record.append("Finish a night", [heartbeat(record.run.id, record.facts)]);
  }
  const { head } = await ports.store.glance();
  if (head !== null && head !== sight.evidence) await ports.anchor(sight.base.tip, head);
}
export {
  command
};
