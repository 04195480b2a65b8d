import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  signerOf
} from "./chunk-24ZRBY5J.js";
import {
  writeComment
} from "./chunk-S3QVJ7A7.js";
import {
  openRemoteEvidence
} from "./chunk-5LUH6NHC.js";
import {
  isOurs,
  knownHeads,
  recordedSettings,
  signedBy,
  writeAnchor
} from "./chunk-OFNMFRSA.js";
import {
  clockFault
} from "./chunk-7T3PPB3D.js";
import "./chunk-SZUHBQIL.js";
import {
  provePull
} from "./chunk-UEGRDEXS.js";
import {
  readDefaultTip
} from "./chunk-ZJTLCVAT.js";
import "./chunk-ZLLOPNKY.js";
import "./chunk-XJ4HLJBJ.js";
import {
  readPullsOf,
  reductionOf
} from "./chunk-ZLZM33HV.js";
import {
  readActivity
} from "./chunk-CJA7XS7B.js";
import "./chunk-UDABQ4SU.js";
import {
  formOf,
  landedCommits,
  treeDifferences
} from "./chunk-UTIOKGHL.js";
import {
  EVIDENCE_REF
} from "./chunk-KIY4GTEX.js";
import {
  openApproved
} from "./chunk-6L56ASJN.js";
import {
  KEPT_MAIN,
  comesFrom,
  keep
} from "./chunk-HVO6QHIW.js";
import "./chunk-WGKYODML.js";
import {
  advance,
  requestName,
  sealedEvent,
  unitOfPath
} from "./chunk-4G226GOF.js";
import "./chunk-B3U7XVIC.js";
import "./chunk-EQGGY4A3.js";
import "./chunk-QLY2WBM4.js";
import "./chunk-VXUZRDRM.js";
import {
  mostAtOnce
} from "./chunk-JUKMMDG5.js";
import {
  approvedBy,
  emptyTree
} from "./chunk-MRCGSTBN.js";
import "./chunk-V2MVFSIR.js";
import {
  subjectUnit
} from "./chunk-4I27XLSR.js";
import {
  changeHistory,
  checkTree,
  emergenciesOf
} from "./chunk-KDOAQTRO.js";
import "./chunk-CHKKS3WZ.js";
import {
  newProblems,
  readReach
} from "./chunk-YBGLZ7MM.js";
import "./chunk-Q4FKR2PC.js";
import "./chunk-34YZDTZY.js";
import "./chunk-V2GJZSBU.js";
import "./chunk-HFY5HYQX.js";
import "./chunk-D2SZ5IZ2.js";
import {
  isLocalGitHub,
  openGitHub
} from "./chunk-ZI2VCF7Z.js";
import {
  fetchObjects,
  fetchRef
} from "./chunk-ZV34UCH5.js";
import "./chunk-BW4OCBV7.js";
import {
  Overlay,
  openChanged,
  openCommit
} from "./chunk-ZCONMND2.js";
import "./chunk-VSTNN46Q.js";
import {
  filesNamed,
  isShallow
} from "./chunk-LUKRZIK5.js";
import "./chunk-IGNZ6A6A.js";
import "./chunk-PFXTJSIF.js";
import "./chunk-E3WPCVQO.js";
import "./chunk-XJ3N3HV6.js";
import {
  logLine
} from "./chunk-BLCINO24.js";
import {
  covers
} from "./chunk-4OYDZ6UL.js";
import "./chunk-P5QKHU73.js";
import "./chunk-JOLQCLIX.js";
import "./chunk-33ENI5OL.js";
import "./chunk-MVCWI7NH.js";
import "./chunk-TLWJT3BQ.js";
import "./chunk-L4AA6WMQ.js";
import {
  SETTINGS_PATH,
  identify
} from "./chunk-LZOWS2TE.js";
import "./chunk-S46JKJER.js";
import "./chunk-5GLOGQVA.js";
import "./chunk-3OOSBJ24.js";
import "./chunk-UWQLCXPR.js";
import "./chunk-7ETONKNL.js";
import "./chunk-3PMDYGTO.js";
import {
  EvidenceError,
  UnableError,
  UsageError
} from "./chunk-KCC7W5OC.js";
import "./chunk-CMJORN74.js";
import {
  compare
} from "./chunk-XW4OEFHM.js";
import {
  DAY
} from "./chunk-7FEDJEB3.js";
import "./chunk-UI4DGNQ4.js";
import {
  plain
} from "./chunk-F7BA4QXU.js";
import "./chunk-MRFNKC6V.js";
import {
  writeInstant
} from "./chunk-3ZSDZPIB.js";
import "./chunk-XCNTR6TK.js";

// src/commands/steps/forge-authority.ts
function forgeAuthority({ github, root, branch, now }) {
  let moves = null;
  return {
    has: async (commit) => (await fetchObjects(root, github.remote, [commit])).size === 0,
    pullsOf: async (commit) => {
      const listed = await pullsOf(github, branch, commit);
      if (!listed.ok || listed.value.length > 0) return listed;
      moves ??= readActivity(github, branch, now - RECENT);
      return pushedDirectly(root, commit, await moves);
    },
    prove: async (number, { commits, parent }, { approved, source }) => {
      const { unproved, evidence } = approved;
      const landing = { commits, parent };
      const request = { number, source, unproved, evidence, now, landing, names: false };
      const read = await provePull(github, root, request);
      if (!read.ok) return read;
      const { verdict, facts } = read.value;
      return { ok: true, value: { verdict, mergedAt: facts.landed?.at ?? now } };
    }
  };
}
var RECENT = DAY;
async function pushedDirectly(root, commit, moves) {
  if (!moves.ok) return moves;
  const what = `pull requests of commit ${commit.slice(0, 12)}`;
  const wait = (why) => ({ ok: false, gap: { what, why, passing: true } });
  const [newest] = moves.value;
  if (!newest || !await comesFrom(root, newest.after, commit))
    return wait("GitHub’s record of the default branch doesn’t reach this commit yet");
  const merged = moves.value.some(({ kind, after }) => after === commit && kind === "pr_merge");
  return merged ? wait("GitHub says that it was merged and doesn’t list the pull request yet") : { ok: true, value: [] };
}
async function pullsOf(github, branch, commit) {
  const read = await readPullsOf(github, commit);
  if (!read.ok) return read;
  const name = `${github.owner}/${github.repo}`.toLowerCase();
  const merged = read.value.filter(
    ({ mergedAt, into, intoRepository }) => mergedAt !== null && into === branch && intoRepository.toLowerCase() === name
  );
  const exact = merged.filter(({ mergeCommit }) => mergeCommit === commit);
  const candidates = exact.length > 0 ? exact : merged;
  return { ok: true, value: candidates.map(({ number }) => number).toSorted((a, b) => a - b) };
}

// src/plan/withhold.ts
var Withholding = class {
  #budget;
  #systems;
  /** By system: what was taken without proof in the last 24 hours, this run's included. */
  #spent = /* @__PURE__ */ new Map();
  constructor(budget) {
    this.#budget = budget;
    this.#systems = systemsByUnit(budget.ledger);
    const { ledger, now } = budget;
    for (const { system, unit, at, cause } of ledger.removals)
      if (cause === "unproved" && at > now - DAY) this.#spend(system, unit);
    for (const [path, { by, at }] of ledger.moved) {
      const unit = by === "reduced" && at > now - DAY ? unitOfPath(path) : null;
      if (unit !== null) for (const system of this.#systems.get(unit) ?? []) this.#spend(system, unit);
    }
  }
  /** Which of these reductions may not move, with why. Subjects' ends and suspensions come first, then by path. */
  judge(paths) {
    const kept = /* @__PURE__ */ new Map();
    for (const path of [...paths].toSorted(subjectsFirst)) {
      const unit = unitOfPath(path);
      if (unit === null) continue;
      const systems = [...this.#systems.get(unit) ?? []];
      const full = systems.find((system) => !this.#hasRoom(system, unit));
      if (full === void 0) for (const system of systems) this.#spend(system, unit);
      else kept.set(path, this.#why(full));
    }
    return kept;
  }
  #hasRoom(system, unit) {
    if (this.#budget.empty !== null) return false;
    const spent = this.#spent.get(system);
    return spent?.has(unit) === true || (spent?.size ?? 0) < this.#most(system);
  }
  #most(system) {
    const { settings, ledger, now } = this.#budget;
    const removed = new Set(
      ledger.removals.filter((one) => one.system === system && one.cause === "unproved" && one.at > now - DAY).map(({ unit }) => unit)
    );
    const standing = (ledger.standing.get(system)?.size ?? 0) + removed.size;
    return mostAtOnce(settings, standing);
  }
  #spend(system, unit) {
    const units = this.#spent.get(system);
    if (units) units.add(unit);
    else this.#spent.set(system, /* @__PURE__ */ new Set([unit]));
  }
  #why(system) {
    const { empty } = this.#budget;
    const much = empty === null ? `more would be taken away in "${system}" within 24 hours without proof than the guard allows (${this.#most(system)})` : `the files can’t be the whole organisation: ${empty}`;
    return `It only takes access away, but nobody approved it and ${much}. It keeps its approved form; take it away by an approved pull request.`;
  }
};
function systemsByUnit({ standing }) {
  const found = /* @__PURE__ */ new Map();
  const add = (unit, system) => {
    const systems = found.get(unit);
    if (systems) systems.add(system);
    else found.set(unit, /* @__PURE__ */ new Set([system]));
  };
  for (const [system, grants] of standing) {
    for (const path of grants.keys()) {
      add(path, system);
      const identity = identify(path);
      if (identity?.kind === "grant" || identity?.kind === "emergency")
        add(subjectUnit(identity.subject), system);
    }
  }
  return found;
}
function subjectsFirst(a, b) {
  const [left, right] = [unitOfPath(a) === a, unitOfPath(b) === b];
  return Number(left) - Number(right) || compare(a, b);
}

// src/commands/steps/find-reductions.ts
async function findReductions(root, source, differences) {
  const found = /* @__PURE__ */ new Map();
  const candidates = differences.filter(({ path }) => MAY_REDUCE.has(identify(path)?.kind ?? ""));
  if (candidates.length === 0) return found;
  const next = openChanged(root, source, candidates.map(entryOf));
  try {
    const [before, after] = [await load(source, candidates), await load(next, candidates)];
    for (const { path } of candidates) {
      const what = reductionOf(path, before, after);
      if (what !== null) found.set(path, what);
    }
    return found;
  } finally {
    next.close();
  }
}
var MAY_REDUCE = /* @__PURE__ */ new Set(["grant", "emergency", "out-of-band", "person", "suspension"]);
async function load(source, differences) {
  const paths = /* @__PURE__ */ new Set([
    ...differences.map(({ path }) => path),
    ...filesNamed(source.tree, "entitlement.yaml").map(({ path }) => path),
    ...workloads(source.tree)
  ]);
  return (await source.load(paths)).book;
}
function* workloads({ entries }) {
  for (const path of entries.keys()) if (path.startsWith("grants/workloads/")) yield path;
}
function entryOf({ path, after }) {
  return { path, after: after && { path, ...after, size: null } };
}

// src/commands/steps/gained-errors.ts
async function gainedErrors({
  root,
  source,
  moves,
  at,
  parent,
  approvedAt,
  uses
}) {
  const changes = moves.map(({ path, to }) => ({ path, after: to && { path, ...to, size: null } }));
  const next = openChanged(root, source, changes);
  try {
    const paths = moves.map(({ path }) => path);
    const sides = await readReach(source, next, paths);
    const added = new Set(moves.flatMap(({ path, to }) => to === null ? [] : [path]));
    const history = await changeHistory(root, parent, sides.after.book, added, uses);
    const before = { now: at, changed: /* @__PURE__ */ new Set(), history: null, uses, approvedAt };
    const known = await checkTree(sides.before, before);
    const asking = (path) => added.has(path) ? null : approvedAt(path);
    const after = { now: at, changed: added, history, uses, approvedAt: asking };
    const found = await checkTree(sides.after, after);
    return newProblems(known, found).filter(({ severity }) => severity === "error");
  } finally {
    next.close();
  }
}

// src/commands/steps/group-steps.ts
async function* groupSteps(commits, authority) {
  let open = null;
  for (const one of commits) {
    if (one.differences.length === 0) continue;
    const read = await authority.pullsOf(one.commit);
    const pulls = read.ok ? read.value : [];
    if (open && pulls.length > 0 && sameNumbers(open.pulls, pulls)) {
      open = joined(open, one);
      continue;
    }
    if (open) yield open;
    const { commit, parent, differences, at } = one;
    open = {
      step: { commit, commits: [commit], parent, pull: pulls[0] ?? null, differences },
      pulls,
      at,
      unread: read.ok ? null : read.gap
    };
  }
  if (open) yield open;
}
function sameNumbers(a, b) {
  return a.length === b.length && a.every((one, index) => one === b[index]);
}
function joined({ step, pulls }, { commit, differences, at }) {
  const all = new Map(step.differences.map((one) => [one.path, one]));
  for (const { path, before, after } of differences)
    all.set(path, { path, before: all.has(path) ? all.get(path)?.before ?? null : before, after });
  const sorted = [...all.values()].toSorted((a, b) => a.path < b.path ? -1 : 1);
  const commits = [...step.commits, commit];
  return { step: { ...step, commit, commits, differences: sorted }, pulls, at, unread: null };
}

// src/evidence/reviewed.ts
function review(one, uses, blobOf, { now, run }) {
  const { path, verdict, pull, commit } = one;
  const events = [];
  const after = new Map(uses);
  for (const { from, until, uses: own } of emergenciesOf(uses).filter((each) => isReviewedBy(each, one))) {
    for (const file of new Set(own.map((use) => use.path))) {
      events.push({
        at: writeInstant(now),
        grant: file,
        blob: blobOf(file),
        commit,
        by: "grantbook apply",
        run,
        event: "reviewed",
        verdict,
        review: path,
        pull,
        from: writeInstant(from),
        until: writeInstant(until)
      });
      after.set(
        file,
        (after.get(file) ?? []).map((use) => own.includes(use) ? reviewed(use, one) : use)
      );
    }
  }
  return { events, uses: after };
}
function isReviewedBy(emergency, { path, identity, mergedAt }) {
  const { system, entitlement, subject, start } = identity;
  if (emergency.system !== system || emergency.entitlement !== entitlement || emergency.subject !== subject)
    return false;
  if (emergency.review !== null) return emergency.review.path === path;
  return emergency.until <= mergedAt && covers(emergency, start);
}
function reviewed(use, { path, verdict }) {
  return { ...use, review: { path, verdict } };
}

// src/commands/steps/take-reviews.ts
async function takeReviews({ step, proof, tree, proved }, uses, facts) {
  if (proof.kind !== "judged" || step.pull === null) return { events: [], uses };
  const done = { events: [], uses };
  const pull = requestName(step.pull, facts);
  for (const one of await retrospectivesIn(tree.source, proved)) {
    const whole = { ...one, pull, commit: step.commit, mergedAt: proof.mergedAt };
    const next = review(whole, done.uses, (path) => tree.formOf(path)?.blob ?? null, facts);
    done.uses = next.uses;
    done.events.push(...next.events);
  }
  return done;
}
async function retrospectivesIn(source, paths) {
  const named = [...paths].flatMap((path) => {
    const identity = path === null ? null : identify(path);
    return path !== null && identity?.kind === "retrospective" ? [{ path, identity }] : [];
  });
  if (named.length === 0) return [];
  const { book } = await source.load(new Set(named.map(({ path }) => path)));
  const found = new Map([...book.retrospectives.values()].map((entry) => [entry.path, entry.data.verdict]));
  return named.flatMap(({ path, identity }) => {
    const verdict = found.get(path);
    return verdict === void 0 ? [] : [{ path, identity, verdict }];
  });
}

// src/commands/steps/tree-so-far.ts
var TreeSoFar = class _TreeSoFar {
  #root;
  #base;
  #start;
  #moves = /* @__PURE__ */ new Map();
  #approved;
  #source;
  constructor(root, base, start) {
    this.#root = root;
    this.#base = base;
    this.#start = start;
    this.#approved = start;
    this.#source = base;
  }
  static async open(root, approved) {
    return new _TreeSoFar(root, await openApproved(root, approved.evidence), approved);
  }
  get approved() {
    return this.#approved;
  }
  get source() {
    return this.#source;
  }
  /** Paths that moved since it was opened. */
  get moved() {
    return this.#moves.keys();
  }
  formOf(path) {
    return formOf(this.#approved.entries.get(path));
  }
  /** Takes one step's moves; `sealed` is how far the default branch is judged with it. */
  move(moves, sealed) {
    const unproved = new Map(this.#approved.unproved);
    for (const { path, proved } of moves) {
      const before = this.#approved.entries.get(path) ?? null;
      if (proved) unproved.delete(path);
      else if (!unproved.has(path)) unproved.set(path, before);
    }
    for (const { path, to } of moves) this.#moves.set(path, to && { path, ...to, size: null });
    const changes = [...this.#moves].map(([path, after]) => ({ path, after }));
    const tree = new Overlay(this.#start, changes);
    if (this.#source !== this.#base) this.#source.close();
    this.#source = changes.length === 0 ? this.#base : openChanged(this.#root, this.#base, changes);
    const { evidence } = this.#start;
    this.#approved = Object.assign(tree, { evidence, sealed, unproved });
  }
  close() {
    if (this.#source !== this.#base) this.#source.close();
    this.#base.close();
  }
};

// src/commands/steps/unread-pull.ts
var PATIENCE = DAY;
var SKEW = 5 * 6e4;
function waitsFor({ passing }, at, signs, now) {
  const first = signs.find((sign) => sign > at) ?? now;
  const waited = at > now + SKEW ? PATIENCE : now - first;
  return passing && waited < PATIENCE;
}
function unreadable({ what, why }) {
  return {
    kind: "unreadable",
    why: `It could not be read on GitHub (${what}: ${why}), so nobody knows who approved it. Request it by a new pull request.`
  };
}

// src/commands/steps/land.ts
async function land(landing) {
  const { root, authority, approved, tip, facts } = landing;
  if (approved.sealed === tip) return NOTHING;
  const commits = await authority.has(approved.sealed) ? await landedCommits(root, approved.sealed, tip) : null;
  if (commits !== null && commits.every(({ differences }) => differences.length === 0))
    return { ...NOTHING, entries: [sealOnly(tip, facts)] };
  const folded = await landing.folded();
  const tree = await TreeSoFar.open(root, approved);
  try {
    const run = new Run(landing, folded, tree, await withholding(landing, folded, tree));
    return commits === null ? await run.rewritten() : await run.follow(commits);
  } finally {
    tree.close();
  }
}
var NOTHING = { entries: [], unmoved: [], held: [], stopped: null };
function sealOnly(tip, facts) {
  return { subject: `Judge main up to ${tip.slice(0, 12)}`, events: [sealedEvent(tip, [], facts)], moves: [] };
}
async function withholding({ root, tip, facts }, { ledger }, { source }) {
  const { book } = await source.load(/* @__PURE__ */ new Set([SETTINGS_PATH]));
  const settings = book.settings?.data.guard ?? { share: 0, floor: 0 };
  const main = await openCommit(root, tip);
  try {
    return new Withholding({ settings, empty: emptyTree(main.tree), ledger, now: facts.now });
  } finally {
    main.close();
  }
}
var Run = class {
  #landing;
  #folded;
  #tree;
  #guard;
  #entries = [];
  #unmoved = [];
  #held = [];
  /** Emergencies by the record, and by the reviews that this run took over. */
  #uses;
  constructor(landing, folded, tree, guard) {
    this.#landing = landing;
    this.#folded = folded;
    this.#tree = tree;
    this.#guard = guard;
    this.#uses = folded.ledger.uses;
  }
  /** Step by step, up to the first pull request that can't be read. */
  async follow(commits) {
    const { authority, tip, facts } = this.#landing;
    const judged = new Set(this.#folded.judged);
    for await (const group of groupSteps(commits, authority)) {
      const { pull, proof } = await this.#prove(group, judged);
      if (proof.kind === "stop") return this.#stop(proof.gap);
      await this.#take({ ...group.step, pull }, proof, group.pulls);
      for (const number of group.pulls) judged.add(number);
    }
    if (this.#tree.approved.sealed !== tip) this.#entries.push(sealOnly(tip, facts));
    return this.#landed(null);
  }
  #landed(stopped) {
    return { entries: this.#entries, unmoved: this.#unmoved, held: this.#held, stopped };
  }
  /** The default branch doesn't lead back to what was judged: of the whole difference only reductions move. */
  async rewritten() {
    const step = await this.#whole();
    const { unmoved } = this.#folded.ledger;
    const differences = step.differences.filter(({ path, after }) => {
      const known = unmoved.get(path);
      return !known || known.blob !== (after?.blob ?? null);
    });
    await this.#take({ ...step, differences }, { kind: "direct", rewritten: true }, []);
    return this.#landed(null);
  }
  /**
   * Judging waits for what can't be read; what only takes access away waits for nobody. What stood on the default branch
   * already where judging stopped was judged: withheld then, it is withheld still.
   */
  async #stop(gap) {
    const { root, tip } = this.#landing;
    const step = await this.#whole();
    const fresh = new Set(
      (await treeDifferences(root, this.#tree.approved.sealed, tip)).map(({ path }) => path)
    );
    const reductions = await findReductions(root, this.#tree.source, step.differences);
    const differences = step.differences.filter(({ path }) => reductions.has(path) && fresh.has(path));
    const kept = this.#guard.judge(differences.map(({ path }) => path));
    const free = { ...step, differences: differences.filter(({ path }) => !kept.has(path)) };
    if (free.differences.length > 0) await this.#take(free, { kind: "direct", rewritten: false }, null);
    return this.#landed(gap);
  }
  /** `sealed` are the pull requests that are judged with it for good; null: the step isn't sealed. */
  async #take(step, proof, sealed) {
    const { root, facts } = this.#landing;
    const tree = this.#tree;
    const reductions = await findReductions(root, tree.source, step.differences);
    const formOf2 = (path) => tree.formOf(path);
    const isUnproved = (path) => tree.approved.unproved.has(path);
    const given = { step, proof, formOf: formOf2, reductions, withheld: /* @__PURE__ */ new Map(), isUnproved };
    const first = advance(given, facts);
    const unproved = reducedPaths(first);
    const withheld = this.#guard.judge(unproved);
    const done = withheld.size === 0 ? first : advance({ ...given, withheld }, facts);
    const proved = new Set(done.events.flatMap((one) => one.event === "approved" ? [one.grant] : []));
    tree.move(
      done.moves.map((move) => ({ ...move, proved: proved.has(move.path) })),
      sealed === null ? tree.approved.sealed : step.commit
    );
    const reviews = await takeReviews({ step, proof, tree, proved }, this.#uses, facts);
    this.#uses = reviews.uses;
    const seal = sealed === null ? [] : [sealedEvent(step.commit, sealed, facts)];
    const events = [...done.events, ...reviews.events, ...seal];
    this.#entries.push({ subject: subjectOf(step, facts), events, moves: done.moves });
    this.#unmoved.push(...done.unmoved);
    if (proof.kind === "judged" && step.pull !== null && done.unmoved.some(({ state }) => state === "held"))
      for (const problem of proof.gained.slice(0, 1)) this.#held.push({ pull: step.pull, problem });
  }
  /**
   * Judges a step by each pull request that may have brought it, until one proves it; which of them it is judged by. One
   * that can't be read may be the one, so the others don't settle it. A pull request is judged once: what comes later in
   * its name is nobody's.
   */
  async #prove({ step, pulls, at, unread }, judged) {
    if (unread) return { pull: step.pull, proof: this.#unread(unread, at) };
    const tried = [];
    for (const pull of pulls.filter((number) => !judged.has(number))) {
      const proof = await this.#proveBy(pull, step, at);
      if (proof.kind === "judged" && proof.verdict.state === "approved") return { pull, proof };
      tried.push({ pull, proof });
    }
    const waits = tried.find(({ proof }) => proof.kind === "stop");
    return waits ?? tried[0] ?? { pull: step.pull, proof: { kind: "direct", rewritten: false } };
  }
  async #proveBy(pull, step, at) {
    const read = await this.#landing.authority.prove(pull, step, this.#tree);
    if (!read.ok) return this.#unread(read.gap, at);
    const { verdict } = read.value;
    if (verdict.passing)
      return this.#unread({ what: `#${pull}`, why: verdict.why ?? "it can’t be read", passing: true }, at);
    const { mergedAt } = read.value;
    const gained = verdict.state === "approved" ? await this.#gained(step, read.value) : [];
    return { kind: "judged", verdict, gained, mergedAt };
  }
  async #gained({ differences, parent }, { mergedAt }) {
    const { root, facts } = this.#landing;
    const moves = differences.map(({ path, after }) => ({ path, to: after }));
    const at = Math.min(mergedAt, facts.now);
    return gainedErrors({
      root,
      source: this.#tree.source,
      moves,
      at,
      parent,
      approvedAt: this.#approvedAt(),
      uses: this.#uses
    });
  }
  /** As evidence says; what this very run has moved came after all that. */
  #approvedAt() {
    const recorded = approvedBy(this.#folded.ledger);
    const moved = new Set(this.#tree.moved);
    return (path) => moved.has(path) ? this.#landing.facts.now : recorded(path);
  }
  /** What a pull request that can't be read comes to. */
  #unread(gap, at) {
    return waitsFor(gap, at, this.#folded.signs, this.#landing.facts.now) ? { kind: "stop", gap } : unreadable(gap);
  }
  /** Everything in which the tip differs from the approved tree as it is now. */
  async #whole() {
    const { root, approved, tip } = this.#landing;
    const differences = /* @__PURE__ */ new Map();
    for (const one of await treeDifferences(root, `${approved.evidence}:approved`, tip))
      differences.set(one.path, one);
    for (const path of this.#tree.moved) {
      const before = this.#tree.formOf(path);
      const known = differences.get(path);
      const after = known ? known.after : this.#baseForm(path);
      differences.set(path, { path, before, after });
    }
    const sorted = [...differences.values()].toSorted((a, b) => a.path < b.path ? -1 : 1);
    return { commit: tip, commits: [tip], parent: tip, pull: null, differences: sorted };
  }
  #baseForm(path) {
    const entry = this.#landing.approved.entries.get(path);
    return entry?.blob ? { mode: entry.mode, blob: entry.blob } : null;
  }
};
function reducedPaths({ events }) {
  return events.flatMap((one) => one.event === "reduced" && one.grant !== null ? [one.grant] : []);
}
function subjectOf({ pull, commit }, { repository }) {
  return pull === null ? `Judge ${commit.slice(0, 12)}` : `Judge ${repository}#${pull}`;
}

// src/commands/steps/forge-ports.ts
async function openForge(common, io) {
  const { root, now } = common;
  const github = openGitHub(io.environment, {
    clock: io.clock,
    sleep: io.sleep,
    random: io.random,
    signal: io.signal,
    log: (line) => common.quiet || io.err(`${logLine(line)}
`)
  });
  const signer = signerOf(keyOf(io));
  if (common.nowGiven && !isLocalGitHub(io.environment))
    throw new UsageError(
      "--now is for a GitHub on this machine: GITHUB_API_URL and GITHUB_SERVER_URL are not."
    );
  const main = await readMain(github, root);
  requireTime(github, common.nowGiven ? now : io.clock());
  const settings = await settingsOfRecord(github, root);
  const repository = `${github.owner}/${github.repo}`;
  requireOwn(settings, repository);
  const cache = /* @__PURE__ */ new Map();
  const own = signer.publicKey;
  const heads = await knownHeads(github, root, { tip: main.tip, recorded: settings, own });
  const anchor = await believed(github, root, heads, own);
  const known = heads.map(({ id }) => id);
  const store = openRemoteEvidence(
    { root, main: main.tip, anchor, known, own, trusted: null, signer, cache },
    github.remote
  );
  const named = heads.find(({ check }) => check !== null)?.id ?? null;
  const authority = forgeAuthority({ github, root, branch: main.branch, now });
  return {
    github,
    branch: main.branch,
    app: settings.app,
    repository,
    store,
    tip: async () => (await readMain(github, root)).tip,
    land: (landfall) => land({ ...landfall, root, authority }),
    anchor: (tip, head) => head === named ? Promise.resolve(null) : writeAnchor(github, tip, head, settings.app, now),
    tell: async (pull, held, text) => {
      const marker = `<!-- grantbook held #${held} -->`;
      const body = `${text}

${marker}
`;
      const written = await writeComment(github, pull, { app: settings.app, marker, body });
      return written.ok ? null : written.gap;
    },
    calls: () => github.calls()
  };
}
function keyOf({ environment }) {
  const key = environment["GRANTBOOK_SIGNING_KEY"];
  if (key !== void 0 && key.trim() !== "") return key;
  throw new UsageError(
    "GRANTBOOK_SIGNING_KEY is not set: it must hold the private key that signs evidence. See grantbook keygen."
  );
}
function requireTime(github, now) {
  const theirs = github.serverTime();
  const fault = theirs === null ? null : clockFault("GitHub", theirs, now);
  if (fault !== null) throw new UnableError(fault);
}
async function readMain(github, root) {
  const read = await readDefaultTip(github);
  if (!read.ok)
    throw new UnableError(
      `GitHub doesn’t say where the default branch stands (${read.gap.what}: ${read.gap.why}). Nothing was done.`
    );
  if (await isShallow(root))
    throw new UnableError(
      'The history here is cut off. Set "fetch-depth: 0" for actions/checkout, or run: git fetch --unshallow.'
    );
  const { tip, defaultBranch: branch } = read.value;
  if ((await fetchObjects(root, github.remote, [tip])).size > 0)
    throw new UnableError(
      `The remote doesn’t give ${tip}, at which GitHub says that the default branch stands. Nothing was done.`
    );
  await keep(root, KEPT_MAIN, tip);
  return { branch, tip };
}
async function settingsOfRecord(github, root) {
  const head = await fetchRef(root, github.remote, EVIDENCE_REF);
  if (head === null)
    throw new UnableError(
      'There is no branch "evidence", so nothing is approved yet. Nothing was done. Run the workflow "genesis" (grantbook genesis --by PERSON); if there was a record, restore the branch from a clone, or run genesis with --recover WHY.'
    );
  const settings = await recordedSettings(root, head);
  if (settings) return settings;
  throw new EvidenceError(`The approved settings at ${head} can’t be read. Restore the branch "evidence".`);
}
async function believed(github, root, heads, own) {
  for (const { id } of heads) if (await signedBy(root, id, /* @__PURE__ */ new Set([own]))) return id;
  for (const { id, check } of heads) if (check !== null && await isOurs(github, check)) return id;
  return null;
}
function requireOwn({ repository }, given) {
  if (repository.toLowerCase() === given.toLowerCase()) return;
  throw new UsageError(
    `GITHUB_REPOSITORY is ${plain(given)}, but the approved settings are those of ${plain(repository)}. Nothing was done.`
  );
}
export {
  openForge
};
