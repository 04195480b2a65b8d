import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  readLines
} from "./chunk-VXUZRDRM.js";
import {
  Listing,
  listed
} from "./chunk-VSTNN46Q.js";
import {
  ObjectReader
} from "./chunk-LUKRZIK5.js";
import {
  DAY,
  HOUR,
  readDuration,
  writeDuration
} from "./chunk-7FEDJEB3.js";
import {
  readInstant,
  writeInstant
} from "./chunk-3ZSDZPIB.js";

// src/evidence/heartbeat.ts
function beatOf(runs) {
  let last = null;
  let began = null;
  for (const one of runs) {
    const at = readInstant(one.at, "end");
    if (at === null) continue;
    if (one.event === "heartbeat" && (last === null || at > last)) last = at;
    if (one.event === "genesis") began = began === null ? at : Math.min(began, at);
  }
  return { last, began };
}
function staleBeat({ last, began }, settings, now) {
  const after = readDuration(settings.heartbeat.staleAfter) ?? 0;
  const since = last ?? began;
  if (since === null || now - since <= after) return null;
  const unit = now - since < 2 * DAY ? HOUR : DAY;
  const age = writeDuration(Math.floor((now - since) / unit) * unit);
  const what = last === null ? `The nightly has never come to its end since the record began, ${age} ago` : `The nightly last came to its end ${age} ago (${writeInstant(last)})`;
  return `${what}: expired files, access found outside and leavers wait. It should run at least every ${settings.heartbeat.staleAfter}.`;
}

// src/io/git/heartbeat.ts
async function readHeartbeat(root, head) {
  const listing = new Listing(await listed(root, head, ["runs"]));
  const files = [...listing.entries.values()].toSorted((a, b) => a.path < b.path ? -1 : 1);
  const wanted = [.../* @__PURE__ */ new Set([...files.slice(0, 1), ...files.slice(-2)])];
  const reader = new ObjectReader(root);
  try {
    const bytes = await reader.read(wanted.flatMap(({ blob }) => blob ?? []));
    const texts = wanted.map(({ blob }) => bytes.get(blob ?? "")?.toString("utf8") ?? "");
    return beatOf(texts.flatMap((text) => readLines(text).events));
  } finally {
    reader.close();
  }
}

export {
  staleBeat,
  readHeartbeat
};
