import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  judgeTree
} from "./chunk-FSD4UATT.js";
import {
  openApproved
} from "./chunk-6L56ASJN.js";
import {
  unissued
} from "./chunk-XKCUPVRV.js";
import {
  finished
} from "./chunk-4G226GOF.js";
import {
  samePieces
} from "./chunk-MRCGSTBN.js";
import {
  placeOf,
  standingOf
} from "./chunk-V2MVFSIR.js";
import {
  entitlementPath
} from "./chunk-LZOWS2TE.js";
import {
  UnableError
} from "./chunk-KCC7W5OC.js";
import {
  writeInstant
} from "./chunk-3ZSDZPIB.js";

// src/commands/steps/authorise.ts
import { randomBytes } from "node:crypto";

// src/evidence/news.ts
function isNews(one, planned, current) {
  if (planned === current) return true;
  if (one.grant === null) return true;
  if (one.event === "refused" || one.event === "held")
    return current.refused.get(placeOf(one.grant, one.system)) !== `${one.blob ?? ""} ${one.code}`;
  if (one.event === "tolerated") return current.outside.get(one.grant)?.tolerated !== one.blob;
  if (one.event === "ended") return current.ended.get(one.grant)?.blob !== one.blob;
  if (one.event === "suspended") return current.suspended.get(one.grant) !== one.blob;
  if (one.event === "reinstated") return current.suspended.has(one.grant);
  if (one.event === "revoked") return find(planned, one) === void 0 || find(current, one) !== void 0;
  if (one.event === "issued" || one.event === "extended" || one.event === "shortened" || one.event === "updated") {
    const now = find(current, one);
    return now === void 0 || !(says(one, now) || isKnownBetter(one, find(planned, one), now));
  }
  return true;
}
function isKnownBetter(one, then, now) {
  if (then && writtenAlike(then, now)) return false;
  const { statements } = one;
  const covered = statements.every(
    ({ id, body }) => now.pieces.some((piece) => piece.id === id && piece.body === body)
  );
  return covered && agrees(one, now);
}
function writtenAlike(a, b) {
  return samePieces(a.pieces, b.pieces) && a.until === b.until && a.blob === b.blob && a.principalId === b.principalId;
}
function find(ledger, { grant, system, principal }) {
  return standingOf(ledger, system, grant ?? "").find((standing2) => standing2.principal === principal);
}
function says(one, standing2) {
  const pieces = one.statements.map((statement) => ({ ...statement, key: "" }));
  return samePieces(pieces, standing2.pieces) && agrees(one, standing2);
}
function agrees({ until, principalId, blob }, standing2) {
  return writeInstant(standing2.until) === until && standing2.principalId === principalId && standing2.blob === blob;
}

// src/commands/steps/recorder.ts
var ATTEMPTS = 10;
function alwaysRaced() {
  return new UnableError(
    `The branch "evidence" was moved by somebody else ${ATTEMPTS} times in a row. Try again when no other run is under way.`
  );
}
var Recorder = class {
  run;
  facts;
  #current;
  #open;
  #head;
  constructor(run) {
    this.run = run;
    this.#current = run.ledger;
    this.#open = new Set(run.open);
    this.#head = run.head;
    const { book, now, commit } = run;
    this.facts = {
      now,
      commit,
      run: run.run,
      blobOf: (path) => book.tree.entries.get(path)?.blob ?? null,
      entitlementBlob: (grant) => {
        const name = book.grants.get(grant)?.name;
        return name === void 0 ? null : book.tree.entries.get(entitlementPath(name))?.blob ?? null;
      }
    };
  }
  /** Where the branch stands after what was recorded. */
  get head() {
    return this.#head;
  }
  /**
   * Appends events, in one commit; nothing if there are none, or none that is news any more. A lost race is read and
   * computed again. Throws UnableError if it can't be done.
   */
  async append(subject, events) {
    const { store, ledger, now } = this.run;
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const news = events.filter((one) => isNews(one, ledger, this.#current)).map((one) => this.#stillOpen(one));
      if (news.length === 0) return;
      const done = await store.append(this.#head, [{ subject, events: news, moves: [] }], now);
      if (done.state === "done") {
        this.#head = done.head;
        return;
      }
      const snapshot = await store.read();
      this.#current = snapshot.ledger;
      this.#open = new Set(snapshot.open);
      this.#head = snapshot.head;
    }
    throw alwaysRaced();
  }
  /** A run that has come to its end by itself meanwhile needs nobody to settle it. */
  #stillOpen(one) {
    if (one.event !== "finished") return one;
    return { ...one, closes: one.closes.filter((id) => this.#open.has(id)) };
  }
};
async function finishRun(recorder, closes, outcomes) {
  const counts = {};
  for (const { state } of outcomes) counts[state] = (counts[state] ?? 0) + 1;
  await recorder.append("Finish a run", [finished(recorder.run.id, closes, counts, recorder.facts)]);
}

// src/commands/steps/authorise.ts
function runName(option) {
  return { run: typeof option === "string" ? option : null, id: randomBytes(8).toString("hex") };
}
async function authorise(ports, { now }, name) {
  const facts = { now, repository: ports.repository, ...name };
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const tip = await ports.tip();
    const { head, approved } = begun(await ports.store.glance());
    let read = null;
    const folded = () => read ??= ports.store.read();
    const { entries, unmoved, held, stopped } = await ports.land({ approved, tip, facts, folded });
    if (entries.length === 0) return { head, approved, tip, moved: false, unmoved, held, stopped };
    if ((await ports.store.append(head, entries, now)).state === "raced") continue;
    const after = begun(await ports.store.glance());
    return { ...after, tip, moved: entries.some(({ moves }) => moves.length > 0), unmoved, held, stopped };
  }
  throw alwaysRaced();
}
async function standing(ports) {
  const tip = await ports.tip();
  const { head, approved } = begun(await ports.store.glance());
  return { head, approved, tip, moved: false, unmoved: [], held: [], stopped: null };
}
function begun({
  head,
  approved
}) {
  if (head !== null && approved !== null) return { head, approved };
  throw new UnableError(
    'There is no approved tree yet: the branch "evidence" has no genesis. Nothing was done. Run the workflow "genesis" (grantbook genesis --by PERSON) first.'
  );
}

// src/commands/steps/standpoint.ts
var last = /* @__PURE__ */ new WeakMap();
async function standpoint(store, root, now) {
  const evidence = await store.read();
  const { head, approved, ledger } = evidence;
  const known = last.get(store);
  if (known?.head === head && known.now === now) return known;
  last.delete(store);
  if (head === null || approved === null) return null;
  const source = await openApproved(root, head);
  const tree = await source.load().finally(() => source.close());
  const changed = unissued(tree.book, ledger);
  const commit = approved.sealed;
  const desired = await judgeTree(tree, { now, ledger, changed, root, commit, past: { evidence: head } });
  const found = { head, evidence, approved, tree, desired, now };
  last.set(store, found);
  return found;
}

export {
  Recorder,
  finishRun,
  runName,
  authorise,
  standing,
  standpoint
};
