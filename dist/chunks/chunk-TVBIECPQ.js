import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  EVIDENCE_UNREADABLE,
  subjectUnit
} from "./chunk-GYZD7PAV.js";
import {
  writeInstant
} from "./chunk-I4WDIHKY.js";

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

// src/plan/pieces.ts
function samePiece(a, b) {
  return a.id === b.id && a.body === b.body;
}
function samePieces(a, b) {
  return a.length === b.length && a.every((piece) => b.some((other) => samePiece(piece, other)));
}
function mergePieces(lists) {
  const merged = /* @__PURE__ */ new Map();
  for (const piece of lists.flat()) {
    const known = merged.get(piece.id);
    const grants = [.../* @__PURE__ */ new Set([...known?.grants ?? [], ...piece.grants ?? []])].toSorted();
    merged.set(piece.id, grants.length > 0 ? { ...piece, grants } : piece);
  }
  return [...merged.values()].toSorted((a, b) => a.id < b.id ? -1 : 1);
}
function piecesAt(desire, now) {
  const begun = desire.window.from === null || desire.window.from <= now;
  return begun ? desire.pieces : desire.pieces.filter(({ enforcement }) => enforcement === "target");
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
function refusedAfter(share, desire, core, context, now) {
  const kept = frozenAfter(share, { until: desire.window.until, code: "" }, core, now, true);
  const wanted = piecesAt(desire, now);
  return share.before.length > 0 && onlyNarrower(share, desire, core, context) ? { pieces: wanted, tampered: false } : kept;
}
function onlyNarrower(share, desire, core, context) {
  const window = windowOf(core, share.before);
  if (!window || !isRetimed(share.before, desire, core, context)) return false;
  const from = desire.window.from ?? -Infinity;
  return desire.window.until <= window.until && from >= (window.from ?? -Infinity);
}
function isRetimed(before, desire, core, context) {
  const window = windowOf(core, before);
  if (!window) return samePieces(before, desire.pieces);
  return samePieces(
    before,
    core.compile(
      desire.holdings.map((holding) => ({ ...holding, ...window })),
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
  const { desire, standing } = share;
  if (!desire || !standing || after.pieces.length === 0) return false;
  return after.pieces.some(({ enforcement }) => enforcement === "job") && standing.until !== desire.window.until;
}
function isDrift({ share, after }) {
  if (share.grant === null || after.tampered) return true;
  const { standing } = share;
  return standing !== null && after.pieces.length > 0 && samePieces(standing.pieces, after.pieces) && !samePieces(share.before, after.pieces);
}
function changeOf(fate, whole, context, around) {
  const { share, after } = fate;
  const { core } = around;
  const { desire } = share;
  const [before, wanted] = sides(fate, core);
  const retimed = desire !== null && isRetimed(share.before, desire, core, context);
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
  const { desire, standing, before } = share;
  const recorded = standing && samePieces(standing.pieces, before) ? standing : null;
  const was = {
    holds: before.length > 0,
    window: recorded ? { from: recorded.from, until: recorded.until } : windowOf(core, before)
  };
  const window = desire?.window ?? windowOf(core, after.pieces);
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
function named({ grant, desire }, { desired }) {
  const known = desire?.grant ?? (grant === null ? void 0 : desired.valid.get(grant) ?? desired.frozen.get(grant));
  if (known) return { entitlement: known.entitlement, subject: known.subject };
  const [, , , entitlement = "", subject = ""] = /^grants\/(systems|emergency)\/([^/]+)\/([^/]+)\/([^/]+)\.yaml$/u.exec(grant ?? "") ?? [];
  return { entitlement, subject };
}
function without(all, some) {
  const ids = new Set(some.map(({ id }) => id));
  return all.filter(({ id }) => !ids.has(id));
}

export {
  samePiece,
  samePieces,
  mergePieces,
  piecesAt,
  frozenAfter,
  refusedAfter,
  reasonOf,
  differs,
  isDrift,
  changeOf,
  enforcementOf,
  compareChanges
};
