import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  stringify
} from "./chunk-3OOSBJ24.js";
import {
  external_exports
} from "./chunk-UWQLCXPR.js";

// src/evidence/events.ts
var instant = external_exports.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/u).meta({ description: "YYYY-MM-DDTHH:MM:SSZ" });
var word = external_exports.string().max(200);
var words = external_exports.string().max(4e3);
var sha = external_exports.string().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/u);
var common = {
  at: instant,
  /** Path of the file that it is about; null for a run. */
  grant: external_exports.string().max(4096).nullable(),
  /** git's id of that file's content then. */
  blob: external_exports.union([sha, external_exports.literal("")]).nullable(),
  /** Commit of the tree that was followed. */
  commit: sha.nullable(),
  /** Who or what did it. */
  by: word,
  /** Id of the workflow run, if one was given. */
  run: word.nullable()
};
var statement = external_exports.strictObject({
  id: external_exports.string().max(300),
  body: external_exports.string().max(2e4),
  enforcement: external_exports.enum(["target", "job"])
});
var where = { system: word, principal: external_exports.string().max(600), principalId: external_exports.string().max(200) };
var held = {
  ...where,
  /** Which real system the name stood for: an AWS account's number. */
  account: word,
  entitlement: word,
  /** Where each piece stands (a policy's name), by piece id; empty for what was only observed. */
  policy: external_exports.record(external_exports.string(), external_exports.string()),
  /** Exactly what is ours afterwards. */
  statements: external_exports.array(statement).max(1e3),
  from: instant.nullable(),
  until: instant,
  enforcement: external_exports.enum(["target", "job"]),
  /** Found done: a killed run did it and couldn't say so. */
  observed: external_exports.boolean(),
  /** What somebody had done to it by hand, if that is why it was done again. */
  drift: words.optional()
};
var items = external_exports.array(external_exports.strictObject({ id: external_exports.string().max(1e3), digest: external_exports.string().max(100) })).min(1).max(1e3);
var found = { system: word, principal: external_exports.string().max(2100), items };
var seen = external_exports.strictObject({
  id: external_exports.string().max(1e3),
  what: external_exports.string().max(4e3),
  firstSeen: instant,
  by: external_exports.string().max(600),
  lastUsed: instant.nullable(),
  digest: external_exports.string().max(100)
});
var approval = external_exports.strictObject({
  login: word,
  id: external_exports.int(),
  person: word,
  as: word,
  review: external_exports.int(),
  commit: sha,
  at: instant
});
var act = external_exports.strictObject({
  at: instant,
  what: word,
  on: word,
  from: word,
  agent: word,
  error: word.nullable()
});
var intent = external_exports.strictObject({
  ...where,
  grant: external_exports.string().max(4096),
  statements: external_exports.array(statement).max(1e3)
});
var event = external_exports.discriminatedUnion("event", [
  external_exports.strictObject({ ...common, event: external_exports.literal("requested"), pull: word, requester: word.nullable() }),
  external_exports.strictObject({
    ...common,
    event: external_exports.literal("approved"),
    pull: word,
    head: sha,
    base: sha,
    approvals: external_exports.array(approval)
  }),
  // A change that only takes access away and needed no approval; `pull` if one brought it, null for a direct push.
  external_exports.strictObject({ ...common, event: external_exports.literal("reduced"), what: words, pull: word.nullable() }),
  external_exports.strictObject({ ...common, event: external_exports.literal("issued"), ...held }),
  external_exports.strictObject({ ...common, event: external_exports.literal("extended"), ...held }),
  external_exports.strictObject({ ...common, event: external_exports.literal("shortened"), ...held }),
  external_exports.strictObject({ ...common, event: external_exports.literal("updated"), ...held, entitlementBlob: sha.nullable() }),
  external_exports.strictObject({
    ...common,
    event: external_exports.literal("failed"),
    system: word,
    principal: external_exports.string().max(600).nullable(),
    action: word,
    code: word,
    why: words
  }),
  // `pull`: it is a merged pull request's path that didn't move, for good; null: a grant that a run could not issue.
  external_exports.strictObject({
    ...common,
    event: external_exports.literal("held"),
    system: word,
    code: word,
    why: words,
    pull: word.nullable()
  }),
  external_exports.strictObject({
    ...common,
    event: external_exports.literal("refused"),
    system: word,
    code: word,
    why: words,
    pull: word.nullable()
  }),
  // Ended before its time, in this form, for good. `task`: because that task of its file is over.
  external_exports.strictObject({ ...common, event: external_exports.literal("ended"), why: words, task: external_exports.string().max(600).optional() }),
  external_exports.strictObject({
    ...common,
    event: external_exports.literal("revoked"),
    ...where,
    why: words,
    cause: external_exports.enum(["window", "proved", "ended", "unproved", "drift"]),
    /** What the guard counted as one. */
    unit: words,
    /** A session that was open at the end may last until then. */
    sessionsUntil: instant,
    observed: external_exports.boolean(),
    /** Of access found outside: which thing was taken away. */
    item: external_exports.string().max(1e3).optional()
  }),
  // Access that no grant explains, when it was first seen: what a file about it says, and what its clock counts from.
  external_exports.strictObject({
    ...common,
    event: external_exports.literal("discovered"),
    principal: external_exports.string().max(2100),
    /** The id that stays when it is renamed. */
    principalId: external_exports.string().max(200).nullable().optional(),
    items: external_exports.array(seen).max(1e3)
  }),
  // What was taken away outside, exactly as it was, for `grantbook restore`.
  external_exports.strictObject({
    ...common,
    event: external_exports.literal("saved"),
    id: word,
    system: word,
    principal: external_exports.string().max(2100),
    item: external_exports.string().max(1e3),
    digest: external_exports.string().max(100).optional(),
    /** JSON, the connector's own. */
    saved: external_exports.string().max(2e5)
  }),
  // A grant that stands gives just these things, so that their foreign form may go. `into`: path of the grant.
  external_exports.strictObject({ ...common, event: external_exports.literal("adopted"), ...found, into: external_exports.string().max(4096) }),
  // An approved file says that they may stand until then.
  external_exports.strictObject({ ...common, event: external_exports.literal("tolerated"), ...found, owner: word, until: instant }),
  // An owner closed the App's pull request about them without merging it: that decides to take them away.
  external_exports.strictObject({
    ...common,
    event: external_exports.literal("declined"),
    ...found,
    pull: word,
    login: word,
    number: external_exports.int(),
    person: word,
    as: word,
    closed: instant
  }),
  // What was taken away stands again, as an approved file says that it may.
  external_exports.strictObject({ ...common, event: external_exports.literal("restored"), ...found }),
  external_exports.strictObject({ ...common, event: external_exports.literal("suspended"), why: words }),
  external_exports.strictObject({ ...common, event: external_exports.literal("reinstated"), why: words }),
  // A workload has another owner from then on. `part`: opened the pull request, or pushed to it.
  external_exports.strictObject({
    ...common,
    event: external_exports.literal("transferred"),
    from: word,
    to: word,
    consents: external_exports.array(external_exports.strictObject({ person: word, by: external_exports.enum(["review", "part"]) }))
  }),
  // An emergency was reviewed by a retrospective that came after its end: everything that began in this time.
  external_exports.strictObject({
    ...common,
    event: external_exports.literal("reviewed"),
    verdict: word,
    /** Path of the retrospective. */
    review: external_exports.string().max(4096),
    /** Request that brought it, `acme/access#12`. */
    pull: word,
    from: instant,
    until: instant
  }),
  // What was done with an emergency, as the system told it once, for whoever reviews it.
  external_exports.strictObject({
    ...common,
    event: external_exports.literal("used"),
    system: word,
    principal: external_exports.string().max(600),
    from: instant,
    until: instant,
    uses: external_exports.array(act).max(100),
    changes: external_exports.array(act).max(100),
    /** More happened than stands here. */
    cut: external_exports.boolean(),
    lastUsed: external_exports.array(external_exports.strictObject({ what: external_exports.string().max(2100), at: instant.nullable() })).max(100),
    /** What could not be read. */
    unread: external_exports.array(words).max(100)
  }),
  // Lines of runs/<yyyy-mm>.jsonl.
  external_exports.strictObject({
    ...common,
    event: external_exports.literal("genesis"),
    /** Files taken as they stood in `commit`: their forms are the tree `approved/` of this event's commit. */
    files: external_exports.int(),
    signer: external_exports.string().max(200),
    /** Why an earlier record was given up, and the last head that was known of it; null at the first genesis. */
    recovered: external_exports.strictObject({ why: words, head: sha.nullable() }).nullable()
  }),
  external_exports.strictObject({
    ...common,
    event: external_exports.literal("sealed"),
    id: word,
    /** Commit of the default branch up to which everything has been judged. */
    sealed: sha,
    /** Merged pull requests judged on the way, `acme/access#12`. */
    pulls: external_exports.array(word)
  }),
  external_exports.strictObject({
    ...common,
    event: external_exports.literal("started"),
    id: word,
    /** Memberships that this run is about to add: they can't carry our name, so this makes them ours. */
    intents: external_exports.array(intent)
  }),
  external_exports.strictObject({
    ...common,
    event: external_exports.literal("finished"),
    id: word,
    /** Runs whose intents are settled by now: they were looked at and recorded as observed, or came to nothing. */
    closes: external_exports.array(word),
    /** Head of the default branch up to which everything has been taken in. */
    sealed: sha.nullable(),
    counts: external_exports.record(external_exports.string(), external_exports.int())
  }),
  // The nightly came to its end: its absence is what `doctor` and every verdict warn of.
  external_exports.strictObject({ ...common, event: external_exports.literal("heartbeat"), id: word })
]);

// src/evidence/lines.ts
function eventsPath(file) {
  return `events/${file}.jsonl`;
}
function fileOfEvents(path) {
  return /^events\/(.+)\.jsonl$/u.exec(path)?.[1] ?? null;
}
function runsPath(at) {
  return `runs/${at.slice(0, 7)}.jsonl`;
}
function pathOfEvent(one) {
  return one.grant === null ? runsPath(one.at) : eventsPath(one.grant);
}
function writeLine(one) {
  return `${stringify(event.parse(one))}
`;
}
function isRecordable(one) {
  const { grant } = one;
  if (grant !== null && (!RECORDABLE.test(grant) || grant.includes(".jsonl/"))) return false;
  return event.safeParse(one).success;
}
var RECORDABLE = /^grants\/.+$/u;
function readLines(text) {
  const lines = text.split("\n");
  const cut = lines.pop() === "" ? null : lines.length + 1;
  const read = lines.map(parseLine);
  const first = read.indexOf(null);
  return { events: read.filter((one) => one !== null), bad: first === -1 ? cut : first + 1 };
}
function parseLine(line) {
  let value;
  try {
    value = JSON.parse(line);
  } catch {
    return null;
  }
  const read = event.safeParse(value);
  return read.success ? read.data : null;
}

export {
  event,
  eventsPath,
  fileOfEvents,
  runsPath,
  pathOfEvent,
  writeLine,
  isRecordable,
  readLines
};
