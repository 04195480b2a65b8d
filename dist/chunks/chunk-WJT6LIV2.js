import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  EVIDENCE_UNREADABLE,
  desire,
  placeOf,
  subjectUnit,
  systemFault
} from "./chunk-NBAREG2E.js";
import {
  load
} from "./chunk-FJDSGK7K.js";
import {
  nearestOf
} from "./chunk-DC62R65Y.js";
import {
  logLine
} from "./chunk-BLCINO24.js";
import {
  changeHistory,
  checkTree
} from "./chunk-X2QELRNK.js";
import {
  CONNECTORS,
  CORES
} from "./chunk-BLRTIAR7.js";
import {
  ObjectReader,
  isShallow,
  runGit
} from "./chunk-IUQYEHY4.js";
import {
  DAY
} from "./chunk-7FEDJEB3.js";
import {
  SETTINGS_PATH,
  systemPath
} from "./chunk-JH6GHN2B.js";
import {
  grantKey
} from "./chunk-4RQYNTZH.js";
import {
  UnableError,
  UsageError
} from "./chunk-KCC7W5OC.js";
import {
  writeInstant
} from "./chunk-EZMMBTZM.js";

// src/plan/compare.ts
function compareChanges(a, b) {
  return text(a.grant ?? "￿", b.grant ?? "￿") || text(a.system, b.system) || rank(a) - rank(b) || text(a.principal ?? "", b.principal ?? "") || text(a.why, b.why);
}
function rank({ action }) {
  return action === "revoke" ? 0 : 1;
}
function text(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

// src/plan/broken.ts
var LIMITS = /* @__PURE__ */ new Set(["expires-too-far", "emergency-too-long", "total-too-long"]);
function brokenFiles(book, problems, ledger) {
  const broken = /* @__PURE__ */ new Map();
  for (const { severity, file, code, message, fix } of problems) {
    if (severity === "error" && !broken.has(file)) broken.set(file, { code, why: `${message} ${fix}`.trim() });
  }
  for (const { path, system, blob } of book.grants.values()) {
    const [refused, code = ""] = ledger.refused.get(placeOf(path, system))?.split(" ") ?? [];
    if (blob !== refused || broken.has(path) || !LIMITS.has(code)) continue;
    broken.set(path, {
      code,
      why: "It was refused for its length when it came. Change the file and have it approved anew."
    });
  }
  return broken;
}
function unissued(book, ledger) {
  const issued = /* @__PURE__ */ new Set();
  for (const system of ledger.standing.values()) {
    for (const list of system.values()) for (const { grant, blob } of list) issued.add(`${grant} ${blob}`);
  }
  return new Set(
    [...book.grants.values()].flatMap(({ path, blob }) => issued.has(`${path} ${blob}`) ? [] : [path])
  );
}

// src/plan/pieces.ts
function samePiece(a, b) {
  return a.id === b.id && a.body === b.body;
}
function samePieces(a, b) {
  return a.length === b.length && a.every((piece) => b.some((other) => samePiece(piece, other)));
}
function mergePieces(lists) {
  const merged2 = /* @__PURE__ */ new Map();
  for (const piece of lists.flat()) {
    const known = merged2.get(piece.id);
    const grants = [.../* @__PURE__ */ new Set([...known?.grants ?? [], ...piece.grants ?? []])].toSorted();
    merged2.set(piece.id, grants.length > 0 ? { ...piece, grants } : piece);
  }
  return [...merged2.values()].toSorted((a, b) => a.id < b.id ? -1 : 1);
}
function piecesAt(desire2, now) {
  const begun = desire2.window.from === null || desire2.window.from <= now;
  return begun ? desire2.pieces : desire2.pieces.filter(({ enforcement }) => enforcement === "target");
}
function windowOf(core, pieces) {
  const windows = pieces.flatMap((piece) => core.windowOf(piece) ?? []);
  const [first, ...rest] = windows;
  return first ? rest.reduce(
    (all, { from, until }) => ({
      from: all.from === null || from === null ? null : Math.min(all.from, from),
      until: Math.max(all.until, until)
    }),
    first
  ) : null;
}

// src/plan/after.ts
function frozenAfter(share, frozen, core, now, recorded) {
  if (frozen.until !== null && frozen.until <= now) return { pieces: [], tampered: false };
  const { standing } = share;
  const comparable = frozen.code !== EVIDENCE_UNREADABLE;
  let tampered = false;
  const pieces = share.before.filter((piece) => {
    if (piece.enforcement === "job") return standing !== null && now < standing.until;
    const until = core.windowOf(piece)?.until;
    if (until !== void 0 && until <= now) return false;
    const ours = !comparable || (standing ? standing.pieces.some((known) => samePiece(known, piece)) : frozen.until === null ? !recorded : until !== void 0 && until <= frozen.until);
    if (!ours) tampered = true;
    return ours;
  });
  return { pieces, tampered };
}
function refusedAfter(share, desire2, core, context, now) {
  const kept = frozenAfter(share, { until: desire2.window.until, code: "" }, core, now, true);
  const wanted = piecesAt(desire2, now);
  return share.before.length > 0 && onlyNarrower(share, desire2, core, context) ? { pieces: wanted, tampered: false } : kept;
}
function onlyNarrower(share, desire2, core, context) {
  const window = windowOf(core, share.before);
  if (!window || !isRetimed(share.before, desire2, core, context)) return false;
  const from = desire2.window.from ?? -Infinity;
  return desire2.window.until <= window.until && from >= (window.from ?? -Infinity);
}
function isRetimed(before, desire2, core, context) {
  const window = windowOf(core, before);
  if (!window) return samePieces(before, desire2.pieces);
  return samePieces(
    before,
    core.compile(
      desire2.holdings.map((holding) => ({ ...holding, ...window })),
      context
    )
  );
}

// src/plan/cause.ts
function reasonOf(share, around) {
  const { grant, standing, before } = share;
  const { desired, core, recorded, moved, now } = around;
  if (grant === null) {
    const unit = `unknown ${before[0]?.key ?? ""}`;
    const why = "no grant explains it: neither the files nor evidence know it";
    return { why, cause: recorded ? "drift" : "unproved", unit };
  }
  const gone = desired.gone.get(grant);
  const until = standing?.until ?? windowOf(core, before)?.until ?? null;
  const over = until !== null && until <= now;
  if (gone)
    return {
      why: gone.why,
      cause: gone.kind === "ended" ? "ended" : over ? "window" : causeOf(moved, gone.by),
      unit: gone.unit
    };
  const frozen = desired.frozen.get(grant);
  if (frozen) {
    if (over)
      return {
        why: `its time ended and its file can’t be judged: ${frozen.why}`,
        cause: "window",
        unit: grant
      };
    if (frozen.own)
      return {
        why: `its file ends it, although it can’t be judged: ${frozen.why}`,
        cause: causeOf(moved, frozen.by),
        unit: grant
      };
    const why = `${frozen.subject} has left and the file of the grant can’t be judged: ${frozen.why}`;
    return { why, cause: causeOf(moved, frozen.by), unit: subjectUnit(frozen.subject) };
  }
  if (desired.valid.has(grant)) return whyMoved(share, grant, around);
  return {
    why: over ? "its time ended and its file is gone" : "its file was deleted",
    cause: over ? "window" : moved.get(grant)?.by === "approved" ? "proved" : "unproved",
    unit: grant
  };
}
function causeOf(moved, paths) {
  return paths.some((path) => moved.get(path)?.by === "reduced") ? "unproved" : "proved";
}
function whyMoved({ principal }, grant, { desired, system }) {
  const wanted = desired.systems.get(system)?.wanted.get(grant);
  if (!wanted)
    return { why: `what the grant gives no longer includes "${system}"`, cause: "proved", unit: grant };
  if (wanted.principal === principal) return { why: "it has not begun yet", cause: "proved", unit: grant };
  const why = `its subject is now ${wanted.principal}, no longer ${principal}`;
  return { why, cause: "unproved", unit: subjectUnit(wanted.grant.subject) };
}

// src/plan/classify.ts
function actionOf(before, after, retimed) {
  if (!before.holds) return "grant";
  if (!after.holds) return "revoke";
  if (!retimed || !before.window || !after.window) return "update";
  if (after.window.until > before.window.until) return "extend";
  return after.window.until < before.window.until ? "shorten" : "update";
}
function impactOf(action, before, after, meaning) {
  if (action === "grant") return "broadening";
  if (action === "revoke") return "narrowing";
  if (!before.window || !after.window || meaning.possible.length > 0) return "broadening";
  const [from, to] = [before.window, after.window];
  if (to.until > from.until || starts(to) < starts(from)) return "broadening";
  const narrower = to.until < from.until || starts(to) > starts(from) || meaning.noLonger.length > 0;
  return narrower ? "narrowing" : "neutral";
}
function starts(window) {
  return window.from ?? -Infinity;
}
function whyUpdated(action, before, after) {
  const was = before.window ? `, not ${writeInstant(before.window.until)}` : "";
  if ((action === "extend" || action === "shorten") && after.window)
    return `it ends at ${writeInstant(after.window.until)}${was}`;
  const from = before.window && after.window && before.window.from !== after.window.from ? after.window.from : null;
  return from === null ? "what the entitlement gives has changed" : `it starts at ${writeInstant(from)}`;
}

// src/plan/change.ts
function differs({ share, after }) {
  if (!samePieces(share.before, after.pieces)) return true;
  const { desire: desire2, standing } = share;
  if (!desire2 || !standing || after.pieces.length === 0) return false;
  return after.pieces.some(({ enforcement }) => enforcement === "job") && standing.until !== desire2.window.until;
}
function isDrift({ share, after }) {
  if (share.grant === null || after.tampered) return true;
  const { standing } = share;
  return standing !== null && after.pieces.length > 0 && samePieces(standing.pieces, after.pieces) && !samePieces(share.before, after.pieces);
}
function changeOf(fate, whole, context, around) {
  const { share, after } = fate;
  const { core } = around;
  const { desire: desire2 } = share;
  const [before, wanted] = sides(fate, core);
  const retimed = desire2 !== null && isRetimed(share.before, desire2, core, context);
  const action = actionOf(before, wanted, retimed);
  const kept = mergePieces([without(whole.before, share.before), after.pieces]);
  const meaning = core.meaning(whole.before, kept);
  const window = wanted.window ?? before.window;
  const reason = reasonFor(action, fate, before, wanted, around);
  const pieces = action === "revoke" ? share.before : after.pieces;
  return {
    action,
    system: around.system,
    ...named(share, around),
    grant: share.grant,
    principal: share.principal,
    ...reason,
    from: window?.from ?? null,
    until: window?.until ?? null,
    enforcement: enforcementOf(pieces),
    impact: impactOf(action, before, wanted, meaning),
    meaning,
    pieces: { before: share.before, after: after.pieces, theirs: theirsOf(share) }
  };
}
function theirsOf({ before, owned }) {
  return new Set(
    before.flatMap(({ id, enforcement }) => enforcement === "job" && !owned.has(id) ? [id] : [])
  );
}
function enforcementOf(pieces) {
  return pieces.some(({ enforcement }) => enforcement === "job") ? "job" : "target";
}
function sides({ share, after }, core) {
  const { desire: desire2, standing, before } = share;
  const recorded = standing && samePieces(standing.pieces, before) ? standing : null;
  const was = {
    holds: before.length > 0,
    window: recorded ? { from: recorded.from, until: recorded.until } : windowOf(core, before)
  };
  const window = desire2?.window ?? windowOf(core, after.pieces);
  return [was, { holds: after.pieces.length > 0, window: after.pieces.length > 0 ? window : null }];
}
function reasonFor(action, { share, after }, before, wanted, around) {
  const unit = share.grant ?? "";
  if (after.tampered)
    return { why: "it was changed by hand while its file can’t be judged", cause: "drift", unit };
  if (action === "revoke") return reasonOf(share, around);
  const drift = isDrift({ share, after });
  if (action === "grant") {
    const why2 = drift ? "it was removed by hand" : share.desire?.grant.reason ?? "";
    return { why: why2, cause: drift ? "drift" : "proved", unit };
  }
  const why = drift ? "it was changed by hand" : whyUpdated(action, before, wanted);
  return { why, cause: drift ? "drift" : "proved", unit };
}
function named({ grant, desire: desire2 }, { desired }) {
  const known = desire2?.grant ?? (grant === null ? void 0 : desired.valid.get(grant) ?? desired.frozen.get(grant));
  if (known) return { entitlement: known.entitlement, subject: known.subject };
  const [, , , entitlement = "", subject = ""] = /^grants\/(systems|emergency)\/([^/]+)\/([^/]+)\/([^/]+)\.yaml$/u.exec(grant ?? "") ?? [];
  return { entitlement, subject };
}
function without(all, some) {
  const ids = new Set(some.map(({ id }) => id));
  return all.filter(({ id }) => !ids.has(id));
}

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
  for (const [path, desire2] of desired.systems.get(system)?.wanted ?? [])
    of(desire2.principal).desires.set(path, desire2);
  for (const [path, list] of ledger.standing.get(system) ?? []) {
    for (const standing of list) {
      of(standing.principal).standing.set(path, standing);
      own(standing);
    }
  }
  for (const intent of ledger.intents) if (intent.system === system) own(intent);
  for (const principal of live.principals.keys()) of(principal);
  return { principals, pathOf: keys(system, desired, ledger) };
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
function keys(system, desired, ledger) {
  const paths = [
    ...desired.valid.keys(),
    ...desired.frozen.keys(),
    ...desired.gone.keys(),
    ...ledger.standing.get(system)?.keys() ?? []
  ];
  const byKey = new Map(paths.map((path) => [grantKey(path), path]));
  return (key) => byKey.get(key);
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
  const [desire2] = known.principals.get(principal)?.desires.values() ?? [];
  return {
    action: "revoke",
    system,
    entitlement: "",
    subject: desire2?.grant.subject ?? "",
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
  const { grant, principal, desire: desire2, standing, before, owned } = share;
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
  if (!desire2 || !present) return [];
  const ours = after.pieces.filter(({ id, enforcement: enforcement2 }) => enforcement2 === "target" || owned.has(id));
  const { from, until } = desire2.window;
  if (standing && samePieces(standing.pieces, ours) && standing.from === from && standing.until === until)
    return [];
  const { principalId } = present;
  const { name: entitlement, blob, reason: why } = desire2.grant;
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
    for (const [grant, desire2] of desires) {
      if (!present) found.set(grant, missing(desire2, live));
      else if (other || isRemembered(desire2, ledger) || isAnothers(desire2, present, ledger))
        found.set(grant, recreated(desire2));
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
      if (path === void 0) give(stray, piece.key, piece);
      else give(before, path, piece);
    } else {
      const grants = new Set(known.memberships.get(piece.id));
      for (const [path, desire2] of known.desires) {
        if (piecesAt(desire2, now).some(({ id }) => id === piece.id)) grants.add(path);
      }
      for (const path of grants) give(before, path, piece);
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
function give(to, name, piece) {
  const list = to.get(name);
  if (list) list.push(piece);
  else to.set(name, [piece]);
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
  const { grant, desire: desire2, before, owned } = share;
  if (grant === null || !desire2 || !refusedHere.has(grant) || judged.has(grant)) return share;
  return {
    ...share,
    before: before.filter(({ id, enforcement }) => enforcement === "target" || owned.has(id))
  };
}
function fateOf(share, { at, desired, refusals: refusedHere, judged, now, recorded }) {
  const { grant, desire: desire2 } = share;
  if (grant === null) return { pieces: [], tampered: false };
  const frozen = desired.frozen.get(grant);
  if (frozen) return frozenAfter(share, frozen, at.core, now, recorded);
  if (!desire2) return { pieces: [], tampered: false };
  if (judged.has(grant)) return refusedAfter(share, desire2, at.core, at.context, now);
  return refusedHere.has(grant) ? { pieces: [], tampered: false } : { pieces: piecesAt(desire2, now), tampered: false };
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

// src/plan/guard.ts
var EXPLAINED = /* @__PURE__ */ new Set(["window", "proved", "ended", "drift"]);
function guard(plan, facts) {
  const removals = [...plan.changes, ...plan.drift ?? []].filter(
    (change) => isUnexplained(change) && (facts.empty !== null || !facts.admitted.has(change.unit))
  );
  if (removals.length === 0) return plan;
  const units = [...new Set(removals.map(({ unit }) => unit))].toSorted(subjectsFirst);
  const passed = new Set(units.slice(0, allowance(plan, facts, new Set(units))));
  const withheld = removals.filter(({ unit }) => !passed.has(unit));
  if (withheld.length === 0) return plan;
  const kept = new Set(withheld);
  return {
    ...plan,
    goals: plan.goals.map((goal) => restore(goal, withheld)),
    changes: plan.changes.filter((change) => !kept.has(change)),
    drift: plan.drift?.filter((change) => !kept.has(change)) ?? null,
    withheld
  };
}
function isUnexplained({ action, cause }) {
  return action === "revoke" && !EXPLAINED.has(cause);
}
function allowance({ system, standing }, { settings, recent, empty, now }, units) {
  if (empty !== null) return 0;
  const day = recent.filter(
    ({ at, cause, ...removal2 }) => removal2.system === system && at > now - DAY && !EXPLAINED.has(cause)
  );
  const spent = new Set(day.map(({ unit }) => unit).filter((unit) => !units.has(unit))).size;
  const removed = new Set(day.map(({ unit }) => unit)).size;
  const most = Math.max(settings.floor, Math.floor(settings.share * (standing + removed)));
  return Math.max(0, most - spent);
}
function restore(goal, withheld) {
  const kept = withheld.filter(({ principal }) => principal === goal.principal).map(({ pieces }) => pieces.before);
  return kept.length === 0 ? goal : { ...goal, pieces: mergePieces([goal.pieces, ...kept]) };
}
var SUBJECT = "subject ";
function subjectsFirst(a, b) {
  return Number(b.startsWith(SUBJECT)) - Number(a.startsWith(SUBJECT)) || (a < b ? -1 : 1);
}

// src/plan/refused-between.ts
function refusedBetween(before, after) {
  return frozenAsRefused(after).filter(({ grant, code }) => {
    const [old, now] = [before.frozen.get(grant), after.frozen.get(grant)];
    return old?.code !== code || old.blob !== now?.blob;
  });
}
function frozenAsRefused({ frozen }) {
  return [...frozen.values()].map(({ grant, system, code, why }) => {
    return { grant, system, code, why, state: code === EVIDENCE_UNREADABLE ? "held" : "refused" };
  }).toSorted((a, b) => a.grant < b.grant ? -1 : 1);
}

// src/io/git/history.ts
var COMMIT = /^([0-9a-f]{40,64}) (\d+)$/u;
var MANY = 500;
async function pathHistory(root, commit, paths, line = "first-parent") {
  if (paths.length === 0) return [];
  if (await isShallow(root)) {
    throw new UnableError(
      'The history here is cut off, and the total time of a grant can’t be told without it. Set "fetch-depth: 0" for actions/checkout, or run: git fetch --unshallow.'
    );
  }
  const wanted = new Set(paths);
  const specs = paths.length > MANY ? ["grants"] : paths;
  const walk = line === "all" ? ["--full-history"] : ["--first-parent"];
  const found = await runGit(root, [
    "rev-list",
    ...walk,
    "--topo-order",
    "--reverse",
    "--end-of-options",
    commit,
    "--",
    ...specs
  ]);
  if (found.length === 0) return [];
  const commits = found.toString("latin1");
  const input = line === "all" ? commits : await firstParents(root, commits);
  const raw = await runGit(
    root,
    [
      "diff-tree",
      "--stdin",
      "-r",
      "-m",
      "--root",
      "-z",
      "--raw",
      "--no-renames",
      "--no-abbrev",
      "--always",
      "--format=%H %ct",
      "--",
      ...specs
    ],
    input
  );
  return parseHistory(raw, wanted);
}
async function firstParents(root, commits) {
  const raw = await runGit(root, ["rev-list", "--no-walk=unsorted", "--parents", "--stdin"], commits);
  return raw.toString("latin1").replaceAll(/^(\S+(?: \S+)?)[^\n]*$/gmu, "$1");
}
function parseHistory(raw, wanted) {
  const versions = [];
  const seen = /* @__PURE__ */ new Set();
  let commit = "";
  let at = 0;
  const fields = raw.toString("utf8").split("\0");
  for (let index = 0; index < fields.length; index++) {
    const field = fields[index]?.replace(/^\n/u, "") ?? "";
    const heading = COMMIT.exec(field);
    if (heading) {
      commit = heading[1] ?? "";
      at = Number(heading[2]) * 1e3;
    } else if (field.startsWith(":")) {
      const [, modeAfter = "", , blobAfter = ""] = field.slice(1).split(" ");
      const path = fields[++index] ?? "";
      const blob = modeAfter === "000000" ? null : blobAfter;
      const key = `${commit} ${path} ${blob}`;
      if (wanted.has(path) && !seen.has(key)) versions.push({ path, commit, at, blob });
      seen.add(key);
    }
  }
  return versions;
}

// src/commands/steps/judge.ts
async function judgeTree(loaded, { now, ledger, changed, root, commit, past }) {
  const { book } = loaded;
  const history = await changeHistory(root, commit, book, changed);
  const lastSettings = book.settings ? null : await settingsBefore(root, past);
  const broken = brokenFiles(book, checkTree(loaded, now, changed, history), ledger);
  const earlier = await systemsBefore(root, past, unreachable(book, ledger), ledger);
  const earlierSystems = (id) => earlier.get(id) ?? null;
  return desire({ book, broken, ledger, now, cores, lastSettings, earlierSystems });
}
var cores = (name) => CORES.get(name) ?? null;
function unreachable(book, ledger) {
  const refused = [...book.invalid.values()].flatMap(
    (identity) => identity?.kind === "system" ? [identity.id] : []
  );
  const faulty = [...book.systems.values()].flatMap(
    (entry) => systemFault(entry, cores, ledger) ? [entry.id] : []
  );
  return [...refused, ...faulty];
}
async function settingsBefore(root, past) {
  return newest(root, past, SETTINGS_PATH, ({ settings }) => settings?.data ?? null);
}
async function systemsBefore(root, past, ids, ledger) {
  const found = /* @__PURE__ */ new Map();
  if (ids.length === 0 || await isShallow(root)) return found;
  for (const id of ids) {
    const entry = await newest(root, past, systemPath(id), ({ systems }) => {
      const read = systems.get(id);
      return read && !systemFault(read, cores, ledger) ? read : null;
    });
    if (entry) found.set(id, entry);
  }
  return found;
}
async function newest(root, past, path, read) {
  const versions = "evidence" in past ? await pathHistory(root, past.evidence, [`approved/${path}`]) : await pathHistory(root, past.main, [path]);
  const reader = new ObjectReader(root);
  try {
    for (const { blob } of versions.toReversed()) {
      const bytes = blob === null ? void 0 : (await reader.read([blob])).get(blob);
      if (!bytes) continue;
      const entry = { path, mode: "100644", blob, size: bytes.length };
      const found = read(load({ entries: /* @__PURE__ */ new Map([[path, entry]]) }, /* @__PURE__ */ new Map([[path, bytes]])).book);
      if (found !== null) return found;
    }
    return null;
  } finally {
    reader.close();
  }
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
async function openAndRead(system, desired, ports) {
  const at = desired.systems.get(system);
  const connector = at && CONNECTORS.get(at.core.name);
  if (!at || !connector)
    throw new UnableError(`System "${system}" can’t be reached: ${desired.closed.get(system)?.why ?? ""}`);
  const session = await connector.open(at.context, ports);
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
  samePiece,
  samePieces,
  mergePieces,
  differs,
  changeOf,
  compareChanges,
  brokenFiles,
  unissued,
  misplacedUnit,
  difference,
  guard,
  refusedBetween,
  frozenAsRefused,
  judgeTree,
  allSystems,
  collect,
  chosenSystems,
  openAndRead,
  portsOf,
  planSystem
};
