import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  gap
} from "./chunk-MMHH2Z4C.js";

// src/io/github/pushes.ts
var ZERO = /^0+$/u;
function chainTo(activity, head, branch) {
  const what = `activity of branch ${branch}`;
  const left = [...activity];
  const chain = [];
  for (let at = head; !ZERO.test(at); ) {
    const index = left.findIndex(({ after }) => after === at);
    const [push] = index === -1 ? [] : left.splice(index, 1);
    if (!push) return gap(what, `nobody is recorded as having pushed ${at.slice(0, 12)}`);
    chain.push(push);
    at = push.before;
  }
  return { ok: true, value: chain };
}
function movesOf(activity, chain, commits) {
  const inChain = new Set(chain);
  return activity.filter((push) => inChain.has(push) || commits.has(push.after)).toReversed();
}

// src/io/github/requester.ts
var TRAILER = /^Grantbook-Requester:[ \t]*(.*)$/gmu;
function isApp(who, app) {
  return who !== null && who.type === "Bot" && who.login === `${app}[bot]`;
}
function requesterOf(pushes, { commits }, app) {
  for (const push of pushes.toReversed()) {
    if (!isApp(push.by, app)) continue;
    const found = [...(commits.get(push.after)?.message ?? "").matchAll(TRAILER)].at(-1)?.[1]?.trim();
    if (found !== void 0 && found !== "") return found;
  }
  return null;
}

export {
  chainTo,
  movesOf,
  isApp,
  requesterOf
};
