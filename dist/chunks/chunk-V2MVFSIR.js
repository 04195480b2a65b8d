import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);

// src/plan/ledger.ts
var EMPTY_LEDGER = {
  standing: /* @__PURE__ */ new Map(),
  ended: /* @__PURE__ */ new Map(),
  removals: [],
  refused: /* @__PURE__ */ new Map(),
  holders: /* @__PURE__ */ new Map(),
  intents: [],
  suspended: /* @__PURE__ */ new Map(),
  unreadable: /* @__PURE__ */ new Set(),
  moved: /* @__PURE__ */ new Map(),
  unmoved: /* @__PURE__ */ new Map(),
  discovered: /* @__PURE__ */ new Map(),
  outside: /* @__PURE__ */ new Map(),
  uses: /* @__PURE__ */ new Map()
};
function placeOf(grant, system) {
  return `${grant} ${system}`;
}
function standingOf(ledger, system, grant) {
  return ledger.standing.get(system)?.get(grant) ?? [];
}

export {
  EMPTY_LEDGER,
  placeOf,
  standingOf
};
