import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  unitOfPath
} from "./chunk-4G226GOF.js";

// src/plan/stranded.ts
var SYSTEM_GONE = "system-gone";
function stranded({ systems, closed, at }, ledger) {
  const found = [];
  for (const [system, grants] of ledger.standing) {
    if (systems.has(system) || closed.has(system)) continue;
    for (const [grant, standing] of grants) {
      const lasts = standing.some(
        ({ until, pieces }) => at < until || pieces.some(({ enforcement }) => enforcement === "job")
      );
      if (lasts) found.push({ grant, system, code: SYSTEM_GONE, why: why(system), state: "held" });
    }
  }
  return found.toSorted((a, b) => a.grant < b.grant ? -1 : 1);
}
function why(system) {
  return `It still stands in "${system}", which no file describes any more, so it can’t be taken away. Restore "grants/systems/${system}/system.yaml" until everything there has been revoked.`;
}

// src/plan/withheld.ts
var WITHHELD = "removal-withheld";
function withheldAsRefused({ grant, system, why: why2, principal }) {
  const what = grant ?? `an unknown grant of ${principal ?? "somebody"}`;
  return {
    grant: what,
    system,
    code: WITHHELD,
    why: `Its removal is withheld (${why2}): too much would be taken away at once without proof. It stays until its own end.`,
    state: "held"
  };
}

// src/commands/steps/guard-facts.ts
function guardFacts({ guard, empty, at }, { removals, moved }) {
  const admitted = new Set(
    [...moved].flatMap(([path, { by }]) => by === "reduced" ? unitOfPath(path) ?? [] : [])
  );
  return { settings: guard, recent: removals, admitted, empty, now: at };
}

export {
  stranded,
  withheldAsRefused,
  guardFacts
};
