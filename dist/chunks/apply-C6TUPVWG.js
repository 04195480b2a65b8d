import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  EVIDENCE_REF,
  chosenSystems,
  collect,
  frozenAsRefused,
  guardFacts,
  judgeTree,
  loadCommit,
  misplacedUnit,
  openAndRead,
  pathOfEvent,
  placeOf,
  planSystem,
  portsOf,
  readEvidence,
  samePiece,
  samePieces,
  standingOf,
  stranded,
  unissued,
  withheldAsRefused,
  writeLine
} from "./chunk-MKL3NAB2.js";
import {
  require_picocolors
} from "./chunk-ZC4BBDXY.js";
import {
  mayColour
} from "./chunk-4Z2BKO6P.js";
import "./chunk-XRAEV7O6.js";
import "./chunk-UWQLCXPR.js";
import "./chunk-DC62R65Y.js";
import "./chunk-IIO7YGNV.js";
import {
  CONNECTORS
} from "./chunk-JVF3CHDU.js";
import {
  ObjectReader,
  gitFailure,
  resolveCommit,
  runGit,
  tryGit
} from "./chunk-JYR4RDOT.js";
import "./chunk-IGNZ6A6A.js";
import "./chunk-TG63SHSF.js";
import {
  MINUTE,
  entitlementPath
} from "./chunk-B2GJ3BED.js";
import "./chunk-6VUI355A.js";
import "./chunk-Z47NDYIS.js";
import "./chunk-3PMDYGTO.js";
import {
  UnableError,
  UsageError
} from "./chunk-5SQON4IS.js";
import {
  entitlementName
} from "./chunk-GGIVQ2LZ.js";
import "./chunk-MRFNKC6V.js";
import {
  writeInstant
} from "./chunk-EZMMBTZM.js";
import {
  renderJson
} from "./chunk-I5LZN7BG.js";
import {
  logLine
} from "./chunk-72HKEUTT.js";
import {
  __toESM
} from "./chunk-XCNTR6TK.js";

// src/commands/apply.ts
import { randomBytes as randomBytes2 } from "node:crypto";

// src/plan/clock.ts
var CLOCK_TOLERANCE = 5 * MINUTE;
function clockFault(system, serverTime, now) {
  const apart = Math.abs(serverTime - now);
  if (apart <= CLOCK_TOLERANCE) return null;
  const minutes = Math.floor(apart / MINUTE);
  return `The clock of "${system}" says ${writeInstant(serverTime)}, ours ${writeInstant(now)}: ${minutes} minutes apart, more than five. Nothing was written. Set this machine’s clock right.`;
}

// src/render/apply-view.ts
function compareOutcomes(a, b) {
  const [left, right] = [keyOf(a), keyOf(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}
function keyOf({ grant, system, action, state, why }) {
  return [grant ?? "￿", system, action ?? "", state, why].join("\0");
}

// src/render/apply-json.ts
function renderApplyJson({ commit: commit2, ok, outcomes, calls }) {
  const document = {
    format: 1,
    ok,
    commit: commit2,
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
function renderApplyText({ commit: commit2, outcomes, calls }, colour) {
  const paint = (0, import_picocolors.createColors)(colour);
  const tints = {
    done: paint.green,
    unchanged: paint.dim,
    held: paint.yellow,
    refused: paint.yellow,
    failed: paint.red
  };
  const lines = [`Apply of commit ${commit2.slice(0, 12)}`, ""];
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

// src/evidence/record.ts
var BY = "grantbook apply";
function common(facts, grant) {
  const blob = grant === null ? null : facts.blobOf(grant);
  return { at: writeInstant(facts.now), grant, blob, commit: facts.commit, by: BY, run: facts.run };
}
function clip(text) {
  return text.length > 4e3 ? `${text.slice(0, 3999)}…` : text;
}
function changed(change, done, { core, account }, facts) {
  const { grant, system, principal, action, until } = change;
  const where = { system, principal: principal ?? "", principalId: done.principalId };
  if (action === "revoke") {
    const { why, cause, unit } = change;
    const sessionsUntil = sessions(change.pieces.before, core, facts);
    return {
      ...common(facts, grant),
      event: "revoked",
      ...where,
      why: clip(why),
      cause,
      unit,
      sessionsUntil,
      observed: false
    };
  }
  if (until === null || grant === null) return null;
  const ours = change.pieces.after.filter(({ id }) => !change.pieces.theirs.has(id));
  const held = {
    ...where,
    account,
    entitlement: done.entitlement,
    policy: Object.fromEntries(ours.flatMap(({ id }) => entry(id, done.places.get(id)))),
    statements: statements(ours),
    ...dates(change.from, until),
    enforcement: change.enforcement,
    observed: false
  };
  return heldEvent(KIND[action], held, grant, facts);
}
var KIND = { grant: "issued", extend: "extended", shorten: "shortened", update: "updated" };
function heldEvent(kind, held, grant, facts) {
  const all = { ...common(facts, grant), ...held };
  return kind === "updated" ? { ...all, event: kind, entitlementBlob: facts.entitlementBlob(grant) } : { ...all, event: kind };
}
function observed(one, { core, account }, facts) {
  const { grant, system, principal, principalId, entitlement, from, until, enforcement, pieces, why } = one;
  const where = { system, principal, principalId };
  if (one.what === "issued") {
    const held = {
      ...where,
      account,
      entitlement,
      policy: {},
      statements: statements(pieces),
      ...dates(from, until),
      enforcement,
      observed: true
    };
    return heldEvent("issued", held, grant, facts);
  }
  return {
    ...common(facts, grant),
    event: "revoked",
    ...where,
    why: clip(why),
    cause: "drift",
    unit: grant,
    sessionsUntil: sessions(pieces, core, facts),
    observed: true
  };
}
function failed(change, code, why, facts) {
  const { grant, system, principal, action } = change;
  return grant === null ? null : { ...common(facts, grant), event: "failed", system, principal, action, code, why: clip(why) };
}
function refused({ grant, system, code, why, state }, facts) {
  return { ...common(facts, grant), event: state, system, code, why: clip(why) };
}
function suspension(path, began, why, facts) {
  return { ...common(facts, path), event: began ? "suspended" : "reinstated", why: clip(why) };
}
function started(id, intents, facts) {
  const told2 = intents.map(({ pieces, ...rest }) => ({ ...rest, statements: statements(pieces) }));
  return { ...common(facts, null), event: "started", id, intents: told2 };
}
function finished(id, closes, counts, facts) {
  return {
    ...common(facts, null),
    event: "finished",
    id,
    closes: [...closes],
    sealed: facts.commit,
    counts: { ...counts }
  };
}
function statements(pieces) {
  return pieces.map(({ id, body, enforcement }) => ({ id, body, enforcement }));
}
function dates(from, until) {
  return { from: from === null ? null : writeInstant(from), until: writeInstant(until) };
}
function sessions(pieces, core, { now }) {
  return writeInstant(now + Math.max(0, ...pieces.map((piece) => core.sessionTail(piece))));
}
function entry(id, place) {
  return place === void 0 ? [] : [[id, place]];
}

// src/commands/steps/authorise.ts
async function authorise(desired, book, systems, recorder) {
  const refused2 = frozenAsRefused(desired).filter(
    ({ system }) => systems.includes(system) || !known(desired, system)
  );
  const news = newlyRefused(refused2, recorder);
  await recorder.append("Judge the files", [
    ...news.map((one) => refused(one, recorder.facts)),
    ...suspensionEvents(desired, book, recorder)
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

// src/commands/steps/loopback.ts
function requireLoopback(systems, desired, environment) {
  for (const id of systems) {
    const at = desired.systems.get(id);
    const connector = at && CONNECTORS.get(at.core.name);
    if (!at || !connector) continue;
    for (const endpoint of connector.endpoints(at.context, environment)) {
      if (endpoint !== null && isLoopback(endpoint)) continue;
      const where = endpoint === null ? "the real cloud" : "another machine";
      throw new UsageError(
        `apply would write to ${where} for system "${id}". As long as approvals can’t be proved it writes to this machine alone: point its endpoints to a local one (AWS_ENDPOINT_URL_IAM and AWS_ENDPOINT_URL_STS; see grantbook sandbox).`
      );
    }
  }
}
function isLoopback(url) {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, username, password } = new URL(url);
  if (!["http:", "https:"].includes(protocol) || username !== "" || password !== "") return false;
  return hostname === "localhost" || hostname === "[::1]" || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/u.test(hostname);
}

// src/evidence/news.ts
function isNews(one, planned, current) {
  if (planned === current) return true;
  if (one.grant === null) return true;
  if (one.event === "refused" || one.event === "held")
    return current.refused.get(placeOf(one.grant, one.system)) !== `${one.blob ?? ""} ${one.code}`;
  if (one.event === "suspended") return current.suspended.get(one.grant) !== one.blob;
  if (one.event === "reinstated") return current.suspended.has(one.grant);
  if (one.event === "revoked") return find(planned, one) === void 0 || find(current, one) !== void 0;
  if (one.event === "issued" || one.event === "extended" || one.event === "shortened" || one.event === "updated") {
    const now = find(current, one);
    return now === void 0 || !says(one, now);
  }
  return true;
}
function find(ledger, { grant, system, principal }) {
  return standingOf(ledger, system, grant ?? "").find((standing) => standing.principal === principal);
}
function says({ statements: statements2, until, principalId, blob }, standing) {
  const pieces = statements2.map((statement) => ({ ...statement, key: "" }));
  return samePieces(pieces, standing.pieces) && writeInstant(standing.until) === until && standing.principalId === principalId && standing.blob === blob;
}

// src/io/git/evidence-write.ts
import { randomBytes } from "node:crypto";
var AUTHOR = "Grantbook <grantbook@users.noreply.github.com>";
var ZERO = "0".repeat(40);
var ATTEMPTS = 10;
async function appendEvidence(root, subject, at, recording, cache = /* @__PURE__ */ new Map()) {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const before = await readEvidence(root, cache);
    const events = recording(before);
    if (events.length === 0) return { before, head: before.head };
    const head = await commit(root, before, subject, at, events);
    if (await swap(root, head, before.head)) return { before, head };
  }
  throw new UnableError(
    `The branch "evidence" was moved by somebody else ${ATTEMPTS} times in a row. Try again when no other run is under way.`
  );
}
async function commit(root, before, subject, at, events) {
  const added = /* @__PURE__ */ new Map();
  for (const one of events) {
    const path = pathOfEvent(one);
    added.set(path, (added.get(path) ?? "") + writeLine(one));
  }
  const old = await oldBytes(root, before, [...added.keys()]);
  const tree = await treeWith(
    root,
    before.head,
    [...added].map(([path, text2]) => [
      path,
      Buffer.concat([old.get(path) ?? Buffer.alloc(0), Buffer.from(text2)])
    ])
  );
  const stamp = `${AUTHOR} ${Math.floor(at / 1e3)} +0000`;
  const parent = before.head === null ? "" : `parent ${before.head}
`;
  const text = `tree ${tree}
${parent}author ${stamp}
committer ${stamp}

${subject}
`;
  return (await runGit(root, ["hash-object", "-t", "commit", "-w", "--stdin"], text)).toString("utf8").trim();
}
async function oldBytes(root, before, paths) {
  const known2 = paths.flatMap((path) => {
    const blob = before.blobs.get(path);
    return blob === void 0 ? [] : [{ path, blob }];
  });
  const found = /* @__PURE__ */ new Map();
  const reader = new ObjectReader(root);
  try {
    const bytes = await reader.read(known2.map(({ blob }) => blob));
    for (const { path, blob } of known2) {
      const old = bytes.get(blob);
      if (!old)
        throw new UnableError(`"${path}" on the branch "evidence" can’t be read: git has no object ${blob}.`);
      found.set(path, old);
    }
  } finally {
    reader.close();
  }
  return found;
}
async function treeWith(root, head, files) {
  const ref = `refs/grantbook/${randomBytes(8).toString("hex")}`;
  const parts = [Buffer.from(`commit ${ref}
committer ${AUTHOR} 0 +0000
data 0
`)];
  if (head !== null) parts.push(Buffer.from(`from ${head}
`));
  for (const [path, bytes] of files) {
    parts.push(
      Buffer.from(`M 100644 inline ${quoted(path)}
data ${bytes.length}
`),
      bytes,
      Buffer.from("\n")
    );
  }
  parts.push(Buffer.from("done\n"));
  const args = ["fast-import", "--quiet", "--done", "--date-format=raw"];
  const { status, stderr } = await tryGit(root, args, Buffer.concat(parts));
  try {
    if (status !== 0) throw gitFailure(args, stderr);
    return (await runGit(root, ["rev-parse", "--verify", `${ref}^{tree}`])).toString("utf8").trim();
  } finally {
    await tryGit(root, ["update-ref", "-d", ref]);
  }
}
function quoted(path) {
  return `"${path.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n")}"`;
}
async function swap(root, head, old) {
  const args = ["update-ref", "-m", "grantbook", "--no-deref", EVIDENCE_REF, head, old ?? ZERO];
  const { status, stderr } = await tryGit(root, args);
  if (status === 0) return true;
  if (/cannot lock ref|is at .* but expected|reference already exists|Unable to create/u.test(stderr))
    return false;
  throw gitFailure(args, stderr);
}

// src/commands/steps/recorder.ts
var Recorder = class {
  run;
  facts;
  #planned;
  #head;
  constructor(run) {
    this.run = run;
    this.#planned = run.ledger;
    const { book, now, commit: commit2 } = run;
    this.facts = {
      now,
      commit: commit2,
      run: run.run,
      blobOf: (path) => book.tree.entries.get(path)?.blob ?? null,
      entitlementBlob: (grant) => {
        const name = book.grants.get(grant)?.name;
        return name === void 0 ? null : book.tree.entries.get(entitlementPath(name))?.blob ?? null;
      }
    };
  }
  /** Appends events, in one commit; nothing if there are none. Throws UnableError if that can't be done. */
  async append(subject, events) {
    if (events.length === 0) return;
    const { root, now, cache } = this.run;
    const { head } = await appendEvidence(
      root,
      `${subject}

Run: ${this.run.id}`,
      now,
      (evidence) => {
        const moved = this.#head !== void 0 && evidence.head !== this.#head;
        return events.filter((one) => !moved || isNews(one, this.#planned, evidence.ledger));
      },
      cache
    );
    this.#head = head;
  }
  /** Says at which head the plan was made; what comes after it is somebody else's or our own. */
  startsAt(head) {
    this.#head = head;
  }
};
async function finishRun(recorder, closes, outcomes) {
  const counts = {};
  for (const { state } of outcomes) counts[state] = (counts[state] ?? 0) + 1;
  await recorder.append("Finish a run", [finished(recorder.run.id, closes, counts, recorder.facts)]);
}

// src/commands/apply.ts
var command = {
  formats: ["text", "json"],
  example: "npx grantbook apply --system aws-prod",
  describe: (c) => {
    c.option("--system <id>", "only this system (repeatable)", collect, []).option("--authorise", "judge and record what is refused; touch no system").option("--run <id>", "id of the workflow run, for the record").option("--commit <sha>", "commit for which the run was started; the tip is what is followed").option("--attempt <n>", "which attempt of that run this is");
  },
  run: async (args, options, common2, io) => {
    if (args.length > 0) throw new UsageError(`apply takes no arguments, but was given "${args[0] ?? ""}".`);
    const tip = await resolveCommit(common2.root, "HEAD");
    if (await isStale(options, tip, common2, io)) return 1;
    const view = await apply(tip, options, common2, io);
    io.out(common2.format === "json" ? renderApplyJson(view) : renderApplyText(view, mayColour(io)));
    return view.ok ? 0 : 1;
  }
};
async function isStale(options, tip, { root, format }, io) {
  const attempt = readAttempt(options["attempt"]);
  const commit2 = typeof options["commit"] === "string" ? options["commit"] : null;
  if (attempt <= 1 || commit2 === null) return false;
  const known2 = await resolveCommit(root, commit2).catch((error) => {
    if (error instanceof UnableError) return null;
    throw error;
  });
  if (known2 === tip) return false;
  io.err(
    `Attempt ${attempt} is of a commit that is no longer the tip (${tip.slice(0, 12)}). Nothing was done. Re-run the newest run.
`
  );
  if (format === "json")
    io.out(renderApplyJson({ commit: tip, ok: false, outcomes: [], calls: { read: 0, write: 0 } }));
  return true;
}
function readAttempt(value) {
  if (value === void 0) return 1;
  if (typeof value === "string" && /^[1-9]\d{0,5}$/u.test(value)) return Number(value);
  throw new UsageError(
    `--attempt takes a whole number from 1, not "${typeof value === "string" ? value : ""}".`
  );
}
async function apply(tip, options, common2, io) {
  const { root, now } = common2;
  const tree = await loadCommit(root, tip);
  const cache = /* @__PURE__ */ new Map();
  const evidence = await readEvidence(root, cache);
  const { ledger } = evidence;
  const desired = await judgeTree(tree, {
    now,
    ledger,
    changed: unissued(tree.book, ledger),
    root,
    commit: tip
  });
  const systems = chosenSystems(options["system"], desired);
  const onlyAuthorise = options["authorise"] === true;
  if (!onlyAuthorise) requireLoopback(systems, desired, io.environment);
  const run = typeof options["run"] === "string" ? options["run"] : null;
  const id = randomBytes2(8).toString("hex");
  const recorder = new Recorder({ root, book: tree.book, ledger, cache, now, commit: tip, run, id });
  recorder.startsAt(evidence.head);
  const outcomes = [];
  const refused2 = await authorise(desired, tree.book, systems, recorder);
  const all = onlyAuthorise || chosenSystems([], desired).length === systems.length;
  for (const { grant, system, why } of all ? stranded(desired, ledger) : []) {
    outcomes.push({ grant, system, action: "revoke", state: "failed", why });
  }
  outcomes.push(...refused2.outcomes);
  let trouble = refused2.news;
  const calls = { read: 0, write: 0 };
  if (!onlyAuthorise) {
    const opened = await openAll(systems, desired, common2, io, outcomes);
    const facts = guardFacts(desired, ledger);
    let whole = opened.length === desired.systems.size;
    for (const one of opened) {
      const plan = await orUnable(planSystem(one, desired, ledger, facts));
      if (plan instanceof UnableError) {
        whole = false;
        outcomes.push({ grant: null, system: one.system, action: null, state: "failed", why: plan.message });
        continue;
      }
      const done = await convergeSystem(one, plan, desired, recorder, portsOf("write", common2, io));
      outcomes.push(...done.outcomes);
      trouble ||= done.news;
      const made = one.session.calls();
      calls.read += made.read;
      calls.write += made.write;
    }
    await finishRun(recorder, whole && !io.signal.aborted ? evidence.open : [], outcomes);
  }
  const ok = !trouble && !outcomes.some(({ state }) => state === "failed");
  return { commit: tip, ok, outcomes: outcomes.toSorted(compareOutcomes), calls };
}
async function openAll(systems, desired, common2, io, outcomes) {
  const opened = [];
  const failures = [];
  const fail = (system, why) => {
    outcomes.push({ grant: null, system, action: null, state: "failed", why });
  };
  for (const system of systems) {
    const closed = desired.closed.get(system);
    if (closed) {
      fail(system, `Nothing was read or written: ${closed.why}`);
      continue;
    }
    try {
      const one = await openAndRead(system, desired, portsOf("write", common2, io));
      const fault = clockFault(system, one.live.serverTime, common2.nowGiven ? common2.now : io.clock());
      if (fault !== null) throw new ClockError(fault);
      opened.push(one);
      const stale = desired.systems.get(system)?.fault;
      if (stale)
        fail(system, `Only what must go is taken away, as an earlier version of its file says: ${stale.why}`);
    } catch (error) {
      if (error instanceof ClockError) throw new UnableError(error.message, { cause: error });
      if (!(error instanceof UnableError)) throw error;
      failures.push(error);
      fail(system, error.message);
    }
  }
  const [first] = failures;
  if (opened.length === 0 && first && failures.length === systems.length) throw first;
  return opened;
}
async function orUnable(work) {
  try {
    return await work;
  } catch (error) {
    if (error instanceof UnableError) return error;
    throw error;
  }
}
var ClockError = class extends Error {
  name = "ClockError";
};
export {
  command
};
