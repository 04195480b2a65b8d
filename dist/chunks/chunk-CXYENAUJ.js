import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  clockFault
} from "./chunk-7T3PPB3D.js";
import {
  Recorder,
  authorise,
  finishRun,
  runName,
  standing,
  standpoint
} from "./chunk-RPS7CKLM.js";
import {
  tolerated
} from "./chunk-VFEV3JNZ.js";
import {
  readLedgerOf
} from "./chunk-VGKDHAX2.js";
import {
  treeDifferences
} from "./chunk-UTIOKGHL.js";
import {
  guardFacts,
  stranded,
  withheldAsRefused
} from "./chunk-PXTJ3YFR.js";
import {
  frozenAsRefused
} from "./chunk-XKCUPVRV.js";
import {
  REDUCTION_WITHHELD,
  changed,
  failed,
  observed,
  refused,
  started,
  suspension,
  systemOfPath
} from "./chunk-4G226GOF.js";
import {
  requireLoopback
} from "./chunk-DYAO3MJQ.js";
import {
  chosenSystems,
  collect,
  misplacedUnit,
  openSystem,
  planSystem,
  portsOf
} from "./chunk-4AFJNL43.js";
import {
  samePiece
} from "./chunk-MRCGSTBN.js";
import {
  placeOf
} from "./chunk-V2MVFSIR.js";
import {
  require_picocolors
} from "./chunk-ZC4BBDXY.js";
import {
  mayColour
} from "./chunk-YKKTXZ7K.js";
import {
  renderJson
} from "./chunk-GPQ7KDIR.js";
import {
  resolveCommit
} from "./chunk-LUKRZIK5.js";
import {
  logLine,
  markdownText
} from "./chunk-BLCINO24.js";
import {
  identify
} from "./chunk-LZOWS2TE.js";
import {
  UnableError,
  UsageError
} from "./chunk-KCC7W5OC.js";
import {
  compare
} from "./chunk-XW4OEFHM.js";
import {
  readDuration
} from "./chunk-7FEDJEB3.js";
import {
  entitlementName
} from "./chunk-UI4DGNQ4.js";
import {
  readInstant,
  writeInstant
} from "./chunk-3ZSDZPIB.js";
import {
  __toESM
} from "./chunk-XCNTR6TK.js";

// src/render/apply-view.ts
function compareOutcomes(a, b) {
  return compare(a.grant ?? LAST, b.grant ?? LAST) || compare(a.system, b.system) || compare(a.action ?? "", b.action ?? "") || compare(a.state, b.state) || compare(a.why, b.why);
}
var LAST = "￿";

// src/render/apply-json.ts
function renderApplyJson({ commit, ok, outcomes, calls }) {
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
    calls: { read: calls.read, write: calls.write }
  };
  return renderJson(document);
}

// src/render/apply-text.ts
var import_picocolors = __toESM(require_picocolors(), 1);
var STATES = ["done", "unchanged", "held", "refused", "failed"];
function renderApplyText({ commit, outcomes, calls }, colour) {
  const paint = (0, import_picocolors.createColors)(colour);
  const tints = {
    done: paint.green,
    unchanged: paint.dim,
    held: paint.yellow,
    refused: paint.yellow,
    failed: paint.red
  };
  const lines = [`Apply of commit ${commit.slice(0, 12)}`, ""];
  for (const { grant, system, action, state, why } of outcomes) {
    if (state === "unchanged") continue;
    const what = grant === null ? "" : ` ${logLine(grant)}`;
    lines.push(
      `  ${tints[state](state)} ${action ?? "system"} ${logLine(system)}${what}`,
      `      ${logLine(why)}`
    );
  }
  if (lines.length > 2) lines.push("");
  const counts = STATES.flatMap((state) => {
    const n = outcomes.filter((outcome) => outcome.state === state).length;
    return n > 0 ? [`${n} ${state}`] : [];
  });
  lines.push(
    `${counts.length > 0 ? counts.join(", ") : "Nothing to do"}. ${calls.write} writes, ${calls.read} reads.`
  );
  return `${lines.join("\n")}
`;
}

// src/plan/intents.ts
function intentsOf(plan, live) {
  return plan.changes.concat(plan.drift ?? []).flatMap(({ grant, principal, system, pieces }) => {
    const principalId = live.principals.get(principal ?? "")?.principalId;
    if (grant === null || principal === null || principalId === void 0) return [];
    const there = new Set(pieces.before.map(({ id }) => id));
    const added = pieces.after.filter(({ id, enforcement }) => enforcement === "job" && !there.has(id));
    return added.length === 0 ? [] : [{ grant, system, principal, principalId, pieces: added }];
  });
}

// src/plan/outcome.ts
var INTERRUPTED = {
  code: "interrupted",
  message: "The run was stopped before its turn. The next run does it."
};
var MISPLACED = misplacedUnit("");
var NOT_CLEANED = { code: "not-removed", message: "It still stands there. The next run tries again." };
function settle(plan, done, cleaned) {
  const goals = new Map(plan.goals.map((goal) => [goal.principal, new Set(goal.pieces.map(({ id }) => id))]));
  return [...plan.changes, ...plan.drift ?? []].map((change) => {
    if (change.unit.startsWith(MISPLACED)) {
      const gone = cleaned.has(change.unit.slice(MISPLACED.length));
      return { change, state: gone ? "done" : "failed", error: gone ? null : NOT_CLEANED, convergence: null };
    }
    const convergence = done.get(change.principal ?? "") ?? null;
    const goal = goals.get(change.principal ?? "");
    if (!goal) return { change, state: "done", error: null, convergence };
    if (!convergence) return { change, state: "failed", error: INTERRUPTED, convergence };
    if (convergence.state !== "failed") return { change, state: convergence.state, error: null, convergence };
    if (change.grant !== null && shows(change, goal, convergence))
      return { change, state: "done", error: null, convergence };
    const error = convergence.error ?? { code: "unknown", message: "It failed without a reason." };
    return { change, state: error.code === "principal-recreated" ? "held" : "failed", error, convergence };
  });
}
function shows({ pieces: { before, after } }, goal, { pieces }) {
  if (!pieces) return false;
  const there = after.every((piece) => pieces.some((live) => samePiece(live, piece)));
  const kept = new Set(after.map(({ id }) => id));
  return there && before.every(({ id }) => kept.has(id) || goal.has(id) || !pieces.some((live) => live.id === id));
}

// src/commands/steps/tolerances.ts
function toleranceEvents(book, { run: { ledger, now }, facts }) {
  return [...book.outOfBand.values()].flatMap(({ path, system, data }) => {
    const { decision, principal, items, owner, expires } = data;
    const until = readInstant(expires, "end");
    if (decision !== "tolerate" || owner === void 0 || until === null || until <= now) return [];
    if (ledger.outside.get(path)?.tolerated === facts.blobOf(path)) return [];
    return [tolerated({ path, system, principal, items }, owner, until, facts)];
  });
}

// src/commands/steps/judged.ts
async function recordJudgement(desired, book, systems, recorder) {
  const refused2 = frozenAsRefused(desired).filter(
    ({ system }) => systems.includes(system) || !known(desired, system)
  );
  const news = newlyRefused(refused2, recorder);
  await recorder.append("Judge the files", [
    ...news.map((one) => refused(one, recorder.facts)),
    ...suspensionEvents(desired, book, recorder),
    ...toleranceEvents(book, recorder)
  ]);
  return { outcomes: refused2.map(outcomeOf), news: news.length > 0 };
}
function known({ systems, closed }, system) {
  return systems.has(system) || closed.has(system);
}
function newlyRefused(refused2, { run: { ledger }, facts }) {
  return refused2.filter(
    ({ grant, system, code }) => ledger.refused.get(placeOf(grant, system)) !== `${facts.blobOf(grant) ?? ""} ${code}`
  );
}
function outcomeOf({ grant, system, state, why }) {
  return { grant, system, action: "grant", state, why };
}
function suspensionEvents(desired, book, { run: { ledger }, facts }) {
  const events = [];
  for (const [path, reason] of inForce(desired, book)) {
    if (ledger.suspended.get(path) !== facts.blobOf(path)) events.push(suspension(path, true, reason, facts));
  }
  const now = inForce(desired, book);
  for (const path of ledger.suspended.keys()) {
    if (!now.has(path)) events.push(suspension(path, false, "The suspension is over or was removed.", facts));
  }
  return events;
}
function inForce({ suspended }, book) {
  const found = /* @__PURE__ */ new Map();
  for (const [subject, why] of suspended) {
    found.set(book.suspensions.get(subject)?.path ?? `grants/suspensions/${subject}.yaml`, why);
  }
  return found;
}

// src/commands/steps/converge.ts
async function convergeSystem({ system, session, live }, plan, desired, recorder, { signal, log }) {
  const intents = intentsOf(plan, live);
  if (intents.length > 0)
    await recorder.append("Announce memberships", [started(recorder.run.id, intents, recorder.facts)]);
  const outcomes = [];
  const cleaned = /* @__PURE__ */ new Set();
  if (live.misplaced.length > 0 && !signal.aborted) {
    for (const what of await session.clean(live)) {
      cleaned.add(what);
      log(`${system}: removed ${what}`);
    }
  }
  const done = /* @__PURE__ */ new Map();
  for (const [index, goal] of plan.goals.entries()) {
    if (signal.aborted) break;
    log(`${system}: ${goal.principal} (${index + 1} of ${plan.goals.length})`);
    done.set(goal.principal, await session.converge(goal, live));
  }
  const settled = settle(plan, done, cleaned);
  const news = newlyRefused(plan.refused, recorder);
  const frozen = new Set(desired.frozen.keys());
  const open = desired.systems.get(system);
  const reached = open && { core: open.core, account: open.core.identityOf(open.context.entry.data.settings) };
  const events = news.filter(({ grant }) => !frozen.has(grant)).map((one) => refused(one, recorder.facts));
  if (reached) {
    events.push(...plan.observed.map((one) => observed(one, reached, recorder.facts)));
    for (const one of settled) {
      const event = eventOf(one);
      if (event) events.push(event);
    }
  }
  await recorder.append(`Apply to ${system}`, events);
  outcomes.push(...settled.map(settledOutcome), ...plan.observed.map(observedOutcome));
  outcomes.push(...plan.refused.filter(({ grant }) => !frozen.has(grant)).map(outcomeOf));
  outcomes.push(
    ...plan.withheld.map((change) => ({
      ...outcomeOf(withheldAsRefused(change)),
      grant: change.grant,
      action: "revoke"
    }))
  );
  outcomes.push(...failedGoals(plan, settled, done), ...unchanged(plan, desired, outcomes));
  const trouble = news.some(({ grant }) => !frozen.has(grant)) || plan.withheld.length > 0 || settled.some(({ state }) => state === "held");
  return { outcomes, news: trouble };
  function eventOf({ change, state, error, convergence }) {
    if (!reached) return null;
    const { grant, principal, system: at } = change;
    if (state === "held" && grant !== null && error)
      return refused({ grant, system: at, ...told(error), state }, recorder.facts);
    if (error) return failed(change, error.code, error.message, recorder.facts);
    const principalId = convergence?.principalId ?? live.principals.get(principal ?? "")?.principalId ?? "";
    const name = recorder.run.book.grants.get(grant ?? "")?.name ?? entitlementName(at, change.entitlement);
    return changed(
      change,
      { principalId, places: convergence?.places ?? /* @__PURE__ */ new Map(), entitlement: name },
      reached,
      recorder.facts
    );
  }
}
function told({ code, message }) {
  return { code, why: message };
}
function settledOutcome({ change, state, error }) {
  const { grant, system, action, why } = change;
  return { grant, system, action, state, why: error ? `${error.code}: ${error.message}` : why };
}
function observedOutcome({ grant, system, what, why }) {
  const action = what === "issued" ? "grant" : "revoke";
  return { grant, system, action, state: "unchanged", why: `found done already: ${why}` };
}
function failedGoals(plan, settled, done) {
  const spoken = new Set(settled.flatMap(({ change, error }) => error ? [change.principal] : []));
  return [...done.values()].flatMap(
    ({ principal, state, error }) => state !== "failed" || spoken.has(principal) ? [] : [
      {
        grant: null,
        system: plan.system,
        action: null,
        state: "failed",
        why: `${principal}: ${error?.code ?? ""}: ${error?.message ?? ""}`
      }
    ]
  );
}
function unchanged(plan, desired, spoken) {
  const named = new Set(spoken.map(({ grant }) => grant));
  return [...desired.systems.get(plan.system)?.wanted ?? []].flatMap(
    ([grant, desire]) => named.has(grant) ? [] : [
      {
        grant,
        system: plan.system,
        action: "grant",
        state: "unchanged",
        why: unbegun(desire, desired.at) ?? "it stands as it should"
      }
    ]
  );
}
function unbegun({ enforcement, window: { from } }, at) {
  return enforcement === "job" && from !== null && at < from ? `it begins at ${writeInstant(from)}` : null;
}

// src/commands/steps/open-systems.ts
async function openSystems(systems, desired, common, io, onFailure) {
  const opened = [];
  const failures = [];
  for (const system of systems) {
    const closed = desired.closed.get(system);
    if (closed) {
      onFailure(system, `Nothing was read or written: ${closed.why}`);
      continue;
    }
    const session = await orUnable(openSystem(system, desired, portsOf("write", common, io)));
    if (session instanceof UnableError) {
      failures.push(session);
      onFailure(system, session.message);
      continue;
    }
    requireTime(system, session.serverTime(), common, io);
    opened.push({ system, session });
    const stale = desired.systems.get(system)?.fault;
    if (stale)
      onFailure(
        system,
        `Only what must go is taken away, as an earlier version of its file says: ${stale.why}`
      );
  }
  const [first] = failures;
  if (opened.length === 0 && first && failures.length === systems.length) throw first;
  return opened;
}
async function readSystem({ system, session }, common, io) {
  const live = await orUnable(session.read());
  if (live instanceof UnableError) return live;
  requireTime(system, live.serverTime, common, io);
  return { system, session, live };
}
function requireTime(system, theirs, { now, nowGiven }, io) {
  const fault = theirs === null ? null : clockFault(system, theirs, nowGiven ? now : io.clock());
  if (fault !== null) throw new UnableError(fault);
}
async function orUnable(work) {
  try {
    return await work;
  } catch (error) {
    if (error instanceof UnableError) return error;
    throw error;
  }
}

// src/commands/steps/converge-run.ts
async function requireLocalSystems(store, option, { root, now }, io) {
  const here = await standpoint(store, root, now);
  if (!here) return;
  requireLoopback(
    Array.isArray(option) && option.length > 0 ? option : [...here.desired.systems.keys()],
    here.desired,
    io.environment
  );
}
async function convergeRun(run, common, io) {
  const { store, name, systems: option, onlyAuthorise } = run;
  const { root, now } = common;
  const here = await standpoint(store, root, now);
  if (!here) throw new UnableError('The branch "evidence" has no approved tree.');
  const { desired, evidence, head, tree } = here;
  const { ledger, open, rested } = evidence;
  const systems = chosenSystems(option, desired);
  if (common.nowGiven && !onlyAuthorise) requireLoopback(systems, desired, io.environment);
  const commit = here.approved.sealed;
  const recorder = new Recorder({ store, book: tree.book, ledger, head, open, now, commit, ...name });
  const judged = await recordJudgement(desired, tree.book, systems, recorder);
  const outcomes = [];
  const all = onlyAuthorise || chosenSystems([], desired).length === systems.length;
  for (const { grant, system, why } of all ? stranded(desired, ledger) : [])
    outcomes.push({ grant, system, action: "revoke", state: "failed", why });
  outcomes.push(...judged.outcomes);
  if (onlyAuthorise) return { outcomes, news: judged.news, calls: { read: 0, write: 0 }, head: recorder.head };
  const done = await convergeAll(systems, { here, recorder, run, common, io });
  for (const one of done.outcomes) outcomes.push(one);
  const again = recorder.head === head && open.length === 0 && isStill(outcomes);
  if (!again || now - (rested ?? 0) >= beatOf(tree.book.settings?.data))
    await finishRun(recorder, done.whole && !io.signal.aborted ? open : [], outcomes);
  return { outcomes, news: judged.news || done.news, calls: done.calls, head: recorder.head };
}
async function convergeAll(systems, converging) {
  const { here, common, io } = converging;
  const { desired, evidence } = here;
  const outcomes = [];
  const fail = (system, why) => {
    outcomes.push({ grant: null, system, action: null, state: "failed", why });
  };
  const opened = await openSystems(systems, desired, common, io, fail);
  const facts = guardFacts(desired, evidence.ledger);
  const failures = [];
  const calls = { read: 0, write: 0 };
  let news = false;
  for (const one of opened) {
    const done = await convergeOne(one, facts, converging);
    if (done instanceof UnableError) {
      failures.push(done);
      fail(one.system, done.message);
    } else {
      for (const outcome of done.outcomes) outcomes.push(outcome);
      news ||= done.news;
    }
    const made = one.session.calls();
    calls.read += made.read;
    calls.write += made.write;
  }
  const [first] = failures;
  if (first && failures.length === systems.length) throw first;
  const whole = opened.length === desired.systems.size && failures.length === 0;
  return { outcomes, news, calls, whole };
}
async function convergeOne(ready, facts, { here, recorder, run, common, io }) {
  const { desired, evidence } = here;
  const one = await readSystem(ready, common, io);
  if (one instanceof UnableError) return one;
  const plan = await orUnable(planSystem(one, desired, evidence.ledger, facts));
  if (plan instanceof UnableError) return plan;
  const before = recorder.head;
  const done = await convergeSystem(one, plan, desired, recorder, portsOf("write", common, io));
  const quiet = plan.goals.length === 0 && one.live.misplaced.length === 0 && recorder.head === before;
  if (quiet) await run.onQuiet?.(one, here);
  return done;
}
function isStill(outcomes) {
  return outcomes.every(({ state }) => state !== "done" && state !== "failed");
}
function beatOf(settings) {
  return (readDuration(settings?.heartbeat.staleAfter ?? "") ?? 0) / 4;
}

// src/render/held.ts
function renderHeld({ why, fix, others }) {
  const beside = others.length === 0 ? "" : ` It doesn’t go together with ${numbers(others)}.`;
  return [
    "## Held: nothing of this is issued",
    `This pull request is approved and merged, but with it the files would have an error that they lacked before.${beside}`,
    `> ${markdownText(why)}`,
    `*${markdownText(fix)}*`,
    "The approved files stay as they were before it; nobody lost anything by it. Mend it by a new pull request."
  ].join("\n\n");
}
function renderConflicting({ pull, why }) {
  return [
    `## #${pull} doesn’t go together with this`,
    `It was merged after this pull request and is held: nothing of it is issued. What this one brought stays as it is.`,
    `> ${markdownText(why)}`
  ].join("\n\n");
}
function numbers(pulls) {
  return pulls.map((pull) => `#${pull}`).join(", ");
}

// src/commands/steps/tell-held.ts
async function tellHeld(root, ports, evidence, held) {
  const gaps = [];
  for (const { pull, problem } of held) {
    const others = await pullsOf(root, evidence, problem.extent?.files ?? /* @__PURE__ */ new Set());
    const one = {
      pull,
      why: problem.message,
      fix: problem.fix,
      others: others.filter((number) => number !== pull)
    };
    const told2 = [await ports.tell(pull, pull, renderHeld(one))];
    for (const other of one.others) told2.push(await ports.tell(other, pull, renderConflicting(one)));
    gaps.push(...told2.filter((gap) => gap !== null));
  }
  return gaps;
}
async function pullsOf(root, evidence, files) {
  const grants = [...files].filter((file) => isGrant(identify(file)));
  const { moved } = await readLedgerOf(root, evidence, grants);
  const found = [...moved.values()].flatMap(({ pull }) => pull ?? []);
  return [...new Set(found)].toSorted((a, b) => a - b);
}
function isGrant(identity) {
  return identity?.kind === "grant" || identity?.kind === "emergency";
}

// src/commands/steps/unmoved-paths.ts
async function leftBehind(root, { approved, head, tip }) {
  const differences = await treeDifferences(root, `${approved.evidence}:approved`, tip);
  if (differences.length === 0) return { outcomes: [], withheld: false };
  const paths = differences.map(({ path }) => path);
  const { unmoved: known2 } = await readLedgerOf(root, head, paths);
  const left = differences.map((one) => ({ ...one, told: toldOf(one, known2.get(one.path)) }));
  return {
    outcomes: left.map(outcomeOf2),
    withheld: left.some(({ told: told2 }) => told2?.code === REDUCTION_WITHHELD)
  };
}
function toldOf({ after }, told2) {
  return told2 && told2.blob === (after?.blob ?? null) ? told2 : null;
}
function outcomeOf2({
  path,
  before,
  after,
  told: told2
}) {
  return {
    grant: path,
    system: systemOfPath(path),
    action: actionOf(before, after),
    state: told2?.state ?? "held",
    why: told2 ? `${told2.code}: ${told2.why}` : NOT_YET
  };
}
function actionOf(before, after) {
  if (before === null) return "grant";
  return after === null ? "revoke" : "update";
}
var NOT_YET = "It differs from its approved form and isn’t judged; until it is, the approved form is followed.";

// src/commands/apply.ts
var command = applyCommand(
  async (common, io) => {
    const { openForge } = await import("./forge-ports-2XYX2S53.js");
    return openForge(common, io);
  },
  async (ports, options, { state: { tip }, done }, common, io) => {
    if (!done || options["authorise"] === true) return [];
    const { removeDecided } = await import("./remove-decided-3MZFBBFA.js");
    return removeDecided(ports, options, tip, common, io);
  }
);
function applyCommand(open, then = () => Promise.resolve([])) {
  return {
    formats: ["text", "json"],
    example: "npx grantbook apply --system aws-prod",
    describe: (c) => {
      c.option("--system <id>", "only converge this system, as approved by now (repeatable)", collect, []).option("--authorise", "prove and record what changed; touch no system").option("--run <id>", "id of the workflow run, for the record").option("--commit <sha>", "commit for which the run was started; the tip is what is followed").option("--attempt <n>", "which attempt of that run this is");
    },
    run: async (args, options, common, io) => {
      if (args.length > 0) throw new UsageError(`apply takes no arguments, but was given "${args[0] ?? ""}".`);
      const ports = await open(common, io);
      const stale = await staleAttempt(options, ports, common, io);
      if (stale) {
        if (common.format === "json") io.out(renderApplyJson(stale));
        return 1;
      }
      const applied = await runApply(ports, options, common, io);
      const view = withMore(applied.view, await then(ports, options, applied, common, io));
      io.out(common.format === "json" ? renderApplyJson(view) : renderApplyText(view, mayColour(io)));
      return view.ok ? 0 : 1;
    }
  };
}
function withMore(view, more) {
  const ok = view.ok && !more.some(({ state }) => state === "failed");
  return { ...view, ok, outcomes: [...view.outcomes, ...more].toSorted(compareOutcomes) };
}
async function staleTip(commit, ports, { root }) {
  if (typeof commit !== "string") return null;
  const tip = await ports.tip();
  const known2 = await resolveCommit(root, commit).catch((error) => {
    if (error instanceof UnableError) return null;
    throw error;
  });
  return known2 === tip ? null : tip;
}
async function staleAttempt(options, ports, common, io) {
  const attempt = readAttempt(options["attempt"]);
  const tip = attempt > 1 ? await staleTip(options["commit"], ports, common) : null;
  if (tip === null) return null;
  io.err(
    `Attempt ${attempt} is of a commit that is no longer the tip (${tip.slice(0, 12)}). Nothing was done. Re-run the newest run.
`
  );
  return { commit: tip, ok: false, outcomes: [], calls: { read: 0, write: 0 } };
}
function readAttempt(value) {
  if (value === void 0) return 1;
  if (typeof value === "string" && /^[1-9]\d{0,5}$/u.test(value)) return Number(value);
  throw new UsageError(
    `--attempt takes a whole number from 1, not "${typeof value === "string" ? value : ""}".`
  );
}
async function runApply(ports, options, common, io, onQuiet) {
  const chosen = options["system"];
  const onlyAuthorise = options["authorise"] === true;
  const onlySystems = Array.isArray(chosen) && chosen.length > 0;
  if (onlyAuthorise && onlySystems)
    throw new UsageError("--authorise judges all files; --system comes after it, in a run of its own.");
  const name = runName(options["run"]);
  if (common.nowGiven && !onlyAuthorise) await requireLocalSystems(ports.store, chosen, common, io);
  const state = onlySystems ? await standing(ports) : await authorise(ports, common, name);
  const left = onlySystems ? { outcomes: [], withheld: false } : await leftBehind(common.root, state);
  const outcomes = [...left.outcomes, ...undoneSince(state, left.outcomes)];
  let trouble = left.withheld || state.unmoved.length > 0;
  if (state.stopped) outcomes.push(unread(state));
  for (const { what, why } of await tellHeld(common.root, ports, state.head, state.held))
    io.err(`warning: ${logLine(`${what} could not be told that it is held: ${why}.`)}
`);
  const quiet = onQuiet === void 0 ? {} : { onQuiet };
  const run = { store: ports.store, name, systems: chosen, onlyAuthorise, ...quiet };
  const done = onlyAuthorise && !state.moved ? null : await convergeRun(run, common, io);
  if (done) {
    outcomes.push(...done.outcomes);
    trouble ||= done.news;
  }
  if (!await leaveAnchor(ports, state, done?.head ?? state.head, common, io)) trouble = true;
  const forge = ports.calls();
  const cloud = done?.calls ?? { read: 0, write: 0 };
  const view = {
    commit: state.tip,
    ok: !trouble && !outcomes.some(({ state: one }) => one === "failed"),
    outcomes: outcomes.toSorted(compareOutcomes),
    calls: { read: cloud.read + forge.read, write: cloud.write + forge.write }
  };
  return { view, state, done };
}
function undoneSince({ unmoved }, told2) {
  const known2 = new Set(told2.map(({ grant }) => grant));
  return unmoved.filter(({ path }) => !known2.has(path)).map(({ path, state, code, why }) => ({
    grant: path,
    system: systemOfPath(path),
    action: "update",
    state,
    why: `${code}: ${why} A later commit has taken it back.`
  }));
}
function unread({ stopped }) {
  const why = `${stopped?.what ?? ""} can’t be read on GitHub (${stopped?.why ?? ""}). What came to the default branch since waits for it; the next run tries again.`;
  return { grant: null, system: "", action: null, state: "failed", why };
}
async function leaveAnchor(ports, { tip }, head, { quiet }, io) {
  const gap = await ports.anchor(tip, head);
  if (gap === null) return true;
  const then = gap.passing ? " The next run leaves it." : "";
  const why = `The head of evidence could not be left in a check run: ${gap.what}: ${gap.why}.${then}`;
  if (!quiet || !gap.passing) io.err(`${gap.passing ? "warning" : "error"}: ${logLine(why)}
`);
  return gap.passing;
}

export {
  compareOutcomes,
  renderApplyText,
  convergeRun,
  command,
  applyCommand,
  staleAttempt,
  runApply
};
