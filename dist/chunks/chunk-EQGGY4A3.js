import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  event,
  pathOfEvent
} from "./chunk-VXUZRDRM.js";
import {
  stringify
} from "./chunk-3OOSBJ24.js";
import {
  quote
} from "./chunk-F7BA4QXU.js";

// src/evidence/verify-appended.ts
import { timingSafeEqual } from "node:crypto";
var EVENTS = /^events\/grants\/.+\.jsonl$/u;
var RUNS = /^runs\/\d{4}-\d{2}\.jsonl$/u;
var APPROVED = /^approved\/grants\/./u;
var LF = 10;
var DECODER = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
function judgeAppended(step, tell) {
  const events = [];
  for (const change of step.changes) {
    const { path, after } = change;
    if (APPROVED.test(path)) {
      if (after && after.mode !== "100644" && after.mode !== "100755")
        tell("path", path, null, `It has git's mode ${after.mode}; only regular files are approved.`);
    } else if (!EVENTS.test(path) && !RUNS.test(path))
      tell(
        "path",
        path,
        null,
        "The branch holds approved/grants/, events/grants/ and runs/, and nothing else."
      );
    else if (after && after.mode !== "100644")
      tell("path", path, null, `It has git's mode ${after.mode}; events stand in regular files.`);
    else events.push(...appended(change, step, tell));
  }
  return events;
}
function appended({ path, before, after }, step, tell) {
  if (!after) {
    tell("append-only", path, null, "It is deleted; events are only ever appended.");
    return [];
  }
  const old = before === null ? new Uint8Array() : step.content(before.blob);
  const now = step.content(after.blob);
  if (!old || !now) {
    tell("append-only", path, null, "What it says can’t be read: git doesn’t have it, or it is too large.");
    return [];
  }
  const first = firstDifference(old, now);
  if (first < old.length || now.length === old.length) {
    tell(
      "append-only",
      path,
      lineAt(old, first),
      "What stood there was changed; events are only ever appended."
    );
    return [];
  }
  return readAppended(path, now, old.length, tell);
}
function readAppended(path, bytes, from, tell) {
  const start = lineAt(bytes, from);
  if (from > 0 && bytes[from - 1] !== LF) {
    tell("event", path, start, "The line before has no end.");
    return [];
  }
  const events = [];
  let line = start;
  for (let at = from; at < bytes.length; line++) {
    const end = bytes.indexOf(LF, at);
    const read = end === -1 ? "It has no end." : readLine(path, bytes.subarray(at, end));
    if (typeof read === "string") tell("event", path, line, read);
    else events.push(read);
    at = end === -1 ? bytes.length : end + 1;
  }
  return events;
}
function readLine(path, bytes) {
  let value;
  let text;
  try {
    text = DECODER.decode(bytes);
    value = JSON.parse(text);
  } catch {
    return "It is not JSON.";
  }
  const read = event.safeParse(value);
  if (!read.success) {
    const [issue] = read.error.issues;
    return `It is no event: ${issue ? `${quote(issue.path.join("."))} ${issue.message}` : "unknown"}.`;
  }
  if (stringify(value) !== text) return "It isn’t written in the one form that events have.";
  const place = pathOfEvent(read.data);
  return place === path ? read.data : `It belongs to ${quote(place)}.`;
}
function firstDifference(old, now) {
  const length = Math.min(old.length, now.length);
  if (old.buffer === now.buffer && old.byteOffset === now.byteOffset) return length;
  if (timingSafeEqual(old.subarray(0, length), now.subarray(0, length))) return length;
  let at = 0;
  while (old[at] === now[at]) at++;
  return at;
}
function lineAt(bytes, offset) {
  let line = 1;
  for (let at = bytes.indexOf(LF); at !== -1 && at < offset; at = bytes.indexOf(LF, at + 1)) line++;
  return line;
}

export {
  judgeAppended
};
