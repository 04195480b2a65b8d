import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  renderJson
} from "./chunk-GPQ7KDIR.js";
import {
  writeInstant
} from "./chunk-3ZSDZPIB.js";

// src/render/approvals-json.ts
function approvalsDocument(verdict, ok) {
  const { pull, head, base, state, why, paths } = verdict;
  return {
    format: 1,
    ok,
    pull,
    head,
    base,
    state,
    why,
    paths: paths.map((each) => ({
      path: each.path,
      blob: each.blob,
      state: each.state,
      approvals: each.approvals.map(({ login, person, as, review, commit, at }) => ({
        login,
        person,
        as,
        review,
        commit,
        at: writeInstant(at)
      })),
      missing: each.missing.map(({ from, count, why: because, could }) => ({
        from: [...from],
        count,
        why: because,
        could: could && [...could]
      }))
    }))
  };
}
function renderApprovalsJson({ verdict }) {
  return renderJson(approvalsDocument(verdict, verdict.state === "approved"));
}

export {
  approvalsDocument,
  renderApprovalsJson
};
