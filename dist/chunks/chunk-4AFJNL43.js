import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  guard
} from "./chunk-JUKMMDG5.js";
import {
  EVIDENCE_UNREADABLE,
  atHand,
  changeOf,
  compareChanges,
  differs,
  enforcementOf,
  frozenAfter,
  isDrift,
  reasonOf,
  refusedAfter
} from "./chunk-CKDMHZA2.js";
import {
  mergePieces,
  piecesAt,
  samePieces
} from "./chunk-MRCGSTBN.js";
import {
  placeOf
} from "./chunk-V2MVFSIR.js";
import {
  CONNECTORS
} from "./chunk-CHKKS3WZ.js";
import {
  nearestOf
} from "./chunk-DC62R65Y.js";
import {
  logLine
} from "./chunk-BLCINO24.js";
import {
  append
} from "./chunk-LZOWS2TE.js";
import {
  grantKey
} from "./chunk-7ETONKNL.js";
import {
  UnableError,
  UsageError
} from "./chunk-KCC7W5OC.js";

// src/plan/known.ts
function gather(system, desired, live, ledger) {
  const principals = /* @__PURE__ */ new Map();
  const of = (principal) => {
    let known = principals.get(principal);
    if (!known) {
      known = { desires: /* @__PURE__ */ new Map(), standing: /* @__PURE__ */ new Map(), memberships: /* @__PURE__ */ new Map() };
      principals.set(principal, known);
    }
    return known;
  };
  const near = /* @__PURE__ */ new Map();
  for (const [path, lean] of desired.systems.get(system)?.wanted ?? []) {
    const desire = atHand(lean);
    of(desire.principal).desires.set(path, desire);
    for (const { key } of desire.pieces) near.set(key, path);
  }
  for (const [path, list] of ledger.standing.get(system) ?? []) {
    for (const standing of list) {
      of(standing.principal).standing.set(path, standing);
      for (const { key } of standing.pieces) near.set(key, path);
      own(standing);
    }
  }
  for (const intent of ledger.intents) if (intent.system === system) own(intent);
  for (const principal of live.principals.keys()) of(principal);
  let rest = null;
  const far = (key) => {
    rest ??= byKey(ledger.standing.get(system)?.keys() ?? []);
    return rest.get(key) ?? filesByKey(desired).get(key);
  };
  return { principals, pathOf: (key) => near.get(key) ?? far(key) };
  function own({ grant, principal, principalId, pieces }) {
    if (live.principals.get(principal)?.principalId !== principalId) return;
    const { memberships } = of(principal);
    for (const { id, enforcement } of pieces) {
      if (enforcement === "target") continue;
      const grants = memberships.get(id);
      if (grants) grants.add(grant);
      else memberships.set(id, /* @__PURE__ */ new Set([grant]));
    }
  }
}
var indexed = /* @__PURE__ */ new WeakMap();
function filesByKey(desired) {
  let index = indexed.get(desired);
  if (!index) {
    const { valid, frozen, gone } = desired;
    indexed.set(desired, index = byKey([...valid.keys(), ...frozen.keys(), ...gone.keys()]));
  }
  return index;
}
function byKey(paths) {
  const index = /* @__PURE__ */ new Map();
  for (const path of paths) index.set(grantKey(path), path);
  return index;
}

// src/plan/leftovers.ts
function* leftovers(live, known, core) {
  for (const [principal, { alien }] of live.principals) {
    for (const { id, what } of alien)
      yield removal(live.system, principal, `${id}: ${what}`, `alien ${id}`, known, core);
  }
  for (const { id, what, principal } of live.misplaced) {
    yield removal(live.system, principal, `${id}: ${what}`, misplacedUnit(id), known, core);
  }
}
function misplacedUnit(id) {
  return `misplaced ${id}`;
}
function removal(system, principal, why, unit, known, core) {
  const where = principal === "" ? "" : ` on ${principal}`;
  const [desire] = known.principals.get(principal)?.desires.values() ?? [];
  return {
    action: "revoke",
    system,
    entitlement: "",
    subject: desire?.grant.subject ?? "",
    grant: null,
    principal: principal === "" ? null : principal,
    why: `left over or written by hand${where}: ${why}`,
    cause: "drift",
    unit,
    from: null,
    until: null,
    enforcement: "target",
    impact: "narrowing",
    meaning: core.meaning([], []),
    pieces: { before: [], after: [], theirs: /* @__PURE__ */ new Set() }
  };
}

// src/plan/observe.ts
function observe({ share, after }, present, around) {
  const { grant, principal, desire, standing, before, owned } = share;
  const { system } = around;
  if (grant === null) return [];
  if (before.length === 0 && after.pieces.length === 0) {
    if (!standing) return [];
    const gone = present === null || present.principalId !== standing.principalId;
    const { entitlement: entitlement2, principalId: principalId2, blob: blob2, from: from2, until: until2, pieces } = standing;
    const why2 = gone ? `${principal} was deleted` : reasonOf(share, around).why;
    const enforcement2 = enforcementOf(pieces);
    return [
      {
        what: "revoked",
        grant,
        system,
        entitlement: entitlement2,
        principal,
        principalId: principalId2,
        blob: blob2,
        from: from2,
        until: until2,
        enforcement: enforcement2,
        pieces,
        why: why2
      }
    ];
  }
  if (!desire || !present) return [];
  const ours = after.pieces.filter(({ id, enforcement: enforcement2 }) => enforcement2 === "target" || owned.has(id));
  const { from, until } = desire.window;
  if (standing && samePieces(standing.pieces, ours) && standing.from === from && standing.until === until)
    return [];
  const { principalId } = present;
  const { name: entitlement, blob, reason: why } = desire.grant;
  const enforcement = enforcementOf(after.pieces);
  return [
    {
      what: "issued",
      grant,
      system,
      entitlement,
      principal,
      principalId,
      blob,
      from,
      until,
      enforcement,
      pieces: ours,
      why
    }
  ];
}

// src/plan/refusals.ts
var PRINCIPAL_RECREATED = "principal-recreated";
var PRINCIPAL_MISSING = "principal-missing";
function refusals(desired, system, live, ledger, known, judged) {
  const found = /* @__PURE__ */ new Map();
  for (const { grant, system: of, code, why } of desired.frozen.values()) {
    if (of !== system) continue;
    found.set(grant, { grant, system, code, why, state: code === EVIDENCE_UNREADABLE ? "held" : "refused" });
  }
  for (const [principal, { desires, standing }] of known.principals) {
    const present = live.principals.get(principal);
    const other = [...standing.values()].find(
      ({ principalId }) => present && principalId !== present.principalId
    );
    for (const [grant, desire] of desires) {
      if (!present) found.set(grant, missing(desire, live));
      else if (other || isRemembered(desire, ledger) || isAnothers(desire, present, ledger))
        found.set(grant, recreated(desire));
    }
  }
  for (const { grant, code, why } of judged) {
    if (!found.has(grant)) found.set(grant, { grant, system, code, why, state: "refused" });
  }
  return found;
}
function isRemembered({ grant, system }, ledger) {
  return ledger.refused.get(placeOf(grant.path, system)) === `${grant.blob} ${PRINCIPAL_RECREATED}`;
}
function isAnothers({ grant, principal, system }, { principalId }, { holders }) {
  return (holders.get(grant.path) ?? []).some(
    (last) => last.system === system && last.principal === principal && last.blob === grant.blob && last.principalId !== principalId
  );
}
function missing({ grant, principal, system }, live) {
  const why = `There is no ${principal} in "${live.system}". Create it, or correct "accounts" of "${grant.subject}".`;
  return { grant: grant.path, system, code: PRINCIPAL_MISSING, why, state: "refused" };
}
function recreated({ grant, principal, system }) {
  const why = `${principal} was deleted and made again, so it may be somebody else now. If it is still the same subject, request the grant anew: change its file and have that approved.`;
  return { grant: grant.path, system, code: PRINCIPAL_RECREATED, why, state: "held" };
}

// src/plan/share.ts
function shares(principal, live, known, pathOf, now) {
  const before = /* @__PURE__ */ new Map();
  const stray = /* @__PURE__ */ new Map();
  for (const { owned: owned2, ...piece } of live?.pieces ?? []) {
    if (owned2 === true) {
      const path = pathOf(piece.key);
      if (path === void 0) append(stray, piece.key, piece);
      else append(before, path, piece);
    } else {
      const grants = new Set(known.memberships.get(piece.id));
      for (const [path, desire] of known.desires) {
        if (piecesAt(desire, now).some(({ id }) => id === piece.id)) grants.add(path);
      }
      for (const path of grants) append(before, path, piece);
    }
  }
  const owned = new Set(known.memberships.keys());
  const found = [];
  for (const path of /* @__PURE__ */ new Set([...before.keys(), ...known.desires.keys(), ...known.standing.keys()])) {
    found.push({
      grant: path,
      principal,
      before: before.get(path) ?? [],
      desire: known.desires.get(path) ?? null,
      standing: known.standing.get(path) ?? null,
      owned
    });
  }
  for (const pieces of stray.values()) {
    found.push({ grant: null, principal, before: pieces, desire: null, standing: null, owned });
  }
  return found;
}

// src/plan/difference.ts
function difference({ desired, system, live, ledger, refused }) {
  const at = desired.systems.get(system);
  if (!at) throw new RangeError(`System "${system}" is not open`);
  const known = gather(system, desired, live, ledger);
  const refusedHere = refusals(desired, system, live, ledger, known, refused);
  const recorded = (ledger.standing.get(system)?.size ?? 0) > 0;
  const rules = {
    at,
    desired,
    refusals: refusedHere,
    judged: new Set(refused.map(({ grant }) => grant)),
    now: desired.at,
    recorded
  };
  const { moved } = ledger;
  const around = { desired, system, core: at.core, recorded, moved, now: desired.at };
  const changes = [];
  const drift = [...leftovers(live, known, at.core)];
  const observed = [];
  const goals = [];
  const before = /* @__PURE__ */ new Map();
  const standing = /* @__PURE__ */ new Set();
  for (const [principal, facts] of known.principals) {
    const present = live.principals.get(principal) ?? null;
    const fates = shares(principal, present, facts, known.pathOf, desired.at).map((share) => ({
      share: withoutOthers(share, rules),
      after: fateOf(share, rules)
    }));
    const whole = {
      before: merged(fates, ({ share }) => share.before),
      after: merged(fates, ({ after }) => after.pieces)
    };
    const here = [];
    for (const fate of fates) {
      if (fate.share.before.length > 0)
        standing.add(fate.share.grant ?? `?${fate.share.before[0]?.key ?? ""}`);
      if (differs(fate)) {
        const change = changeOf(fate, whole, at.context, around);
        here.push(change);
        (isDrift(fate) ? drift : changes).push(change);
      } else observed.push(...observe(fate, present, around));
    }
    if (present && needsWork(present, whole)) {
      before.set(principal, whole.before);
      goals.push({
        goal: goalOf(present, facts, whole.after),
        rank: Math.min(3, ...here.map((change) => rankOf(change, desired)))
      });
    }
  }
  return {
    system,
    goals: goals.toSorted((a, b) => a.rank - b.rank || (a.goal.principal < b.goal.principal ? -1 : 1)).map(({ goal }) => goal),
    changes: changes.toSorted(compareChanges),
    drift: drift.toSorted(compareChanges),
    refused: [...refusedHere.values()].toSorted((a, b) => a.grant < b.grant ? -1 : 1),
    withheld: [],
    observed: observed.toSorted((a, b) => a.grant < b.grant ? -1 : 1),
    standing: standing.size,
    before
  };
}
function withoutOthers(share, { refusals: refusedHere, judged }) {
  const { grant, desire, before, owned } = share;
  if (grant === null || !desire || !refusedHere.has(grant) || judged.has(grant)) return share;
  return {
    ...share,
    before: before.filter(({ id, enforcement }) => enforcement === "target" || owned.has(id))
  };
}
function fateOf(share, { at, desired, refusals: refusedHere, judged, now, recorded }) {
  const { grant, desire } = share;
  if (grant === null) return { pieces: [], tampered: false };
  const frozen = desired.frozen.get(grant);
  if (frozen) return frozenAfter(share, frozen, at.core, now, recorded);
  if (!desire) return { pieces: [], tampered: false };
  if (judged.has(grant)) return refusedAfter(share, desire, at.core, at.context, now);
  return refusedHere.has(grant) ? { pieces: [], tampered: false } : { pieces: piecesAt(desire, now), tampered: false };
}
function merged(fates, of) {
  return mergePieces(fates.map(of));
}
function needsWork(present, { before, after }) {
  return present.alien.length > 0 || !samePieces(before, after);
}
function goalOf(present, known, pieces) {
  const { principal, principalId } = present;
  const issuedTo = [...known.standing.values()].map((standing) => standing.principalId);
  const same = issuedTo.length > 0 && issuedTo.every((id) => id === principalId);
  const taken = pieces.length === 0 ? principalId : null;
  return {
    principal,
    pieces,
    principalId: same ? principalId : taken,
    owned: new Set(known.memberships.keys())
  };
}
function rankOf({ action, grant }, desired) {
  if (grant !== null && desired.gone.get(grant)?.kind === "suspended") return 0;
  return action === "revoke" || action === "shorten" ? 1 : 2;
}

// src/commands/steps/systems.ts
function allSystems(desired) {
  return [...desired.systems.keys(), ...desired.closed.keys()].toSorted();
}
function collect(value, all) {
  return [...all, value];
}
function chosenSystems(option, desired) {
  const all = allSystems(desired);
  const given = Array.isArray(option) ? option.map(String) : [];
  for (const name of given) {
    if (all.includes(name)) continue;
    const near = all.length > 0 ? ` The nearest is "${nearestOf(name, all)}".` : "";
    throw new UsageError(`There is no system "${name}".${near}`);
  }
  return given.length > 0 ? all.filter((name) => given.includes(name)) : all;
}
async function openSystem(system, desired, ports) {
  const at = desired.systems.get(system);
  const connector = at && CONNECTORS.get(at.core.name);
  if (!at || !connector)
    throw new UnableError(`System "${system}" can’t be reached: ${desired.closed.get(system)?.why ?? ""}`);
  return connector.open(at.context, ports);
}
async function openAndRead(system, desired, ports) {
  const session = await openSystem(system, desired, ports);
  return { system, session, live: await session.read() };
}
function portsOf(purpose, common, io) {
  const log = (line) => {
    if (!common.quiet) io.err(`${logLine(line)}
`);
  };
  return { purpose, environment: io.environment, sleep: io.sleep, random: io.random, signal: io.signal, log };
}
async function planSystem({ system, session, live }, desired, ledger, facts) {
  const first = difference({ desired, system, live, ledger, refused: [] });
  const refused = await session.judge(live, first.goals);
  const plan = refused.length === 0 ? first : difference({ desired, system, live, ledger, refused });
  return guard(plan, facts);
}

export {
  misplacedUnit,
  difference,
  allSystems,
  collect,
  chosenSystems,
  openSystem,
  openAndRead,
  portsOf,
  planSystem
};
