import { z } from 'zod'

// One line of evidence. Fields are only ever added: whoever reads the branch in ten years reads these lines.

const instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/u)
  .meta({ description: 'YYYY-MM-DDTHH:MM:SSZ' })
const word = z.string().max(200)
const words = z.string().max(4000)
const sha = z.string().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/u)

/** What every event says. */
const common = {
  at: instant,
  /** Path of the file that it is about; null for a run. */
  grant: z.string().max(4096).nullable(),
  /** git's id of that file's content then. */
  blob: z.union([sha, z.literal('')]).nullable(),
  /** Commit of the tree that was followed. */
  commit: sha.nullable(),
  /** Who or what did it. */
  by: word,
  /** Id of the workflow run, if one was given. */
  run: word.nullable()
}

const statement = z.strictObject({
  id: z.string().max(300),
  body: z.string().max(20_000),
  enforcement: z.enum(['target', 'job'])
})

/** Where in a system it happened. A bundle's grant has such events for each system. */
const where = { system: word, principal: z.string().max(600), principalId: z.string().max(200) }

const held = {
  ...where,
  /** Which real system the name stood for: an AWS account's number. */
  account: word,
  entitlement: word,
  /** Where each piece stands (a policy's name), by piece id; empty for what was only observed. */
  policy: z.record(z.string(), z.string()),
  /** Exactly what is ours afterwards. */
  statements: z.array(statement).max(1000),
  from: instant.nullable(),
  until: instant,
  enforcement: z.enum(['target', 'job']),
  /** Found done: a killed run did it and couldn't say so. */
  observed: z.boolean(),
  /** What somebody had done to it by hand, if that is why it was done again. */
  drift: words.optional()
}

/** Things found outside, each exactly as it was. */
const items = z
  .array(z.strictObject({ id: z.string().max(1000), digest: z.string().max(100) }))
  .min(1)
  .max(1000)
/** A principal of a system with things that were found on it. */
const found = { system: word, principal: z.string().max(2100), items }
const seen = z.strictObject({
  id: z.string().max(1000),
  what: z.string().max(4000),
  firstSeen: instant,
  by: z.string().max(600),
  lastUsed: instant.nullable(),
  digest: z.string().max(100)
})
const approval = z.strictObject({
  login: word,
  id: z.int(),
  person: word,
  as: word,
  review: z.int(),
  commit: sha,
  at: instant
})

const act = z.strictObject({
  at: instant,
  what: word,
  on: word,
  from: word,
  agent: word,
  error: word.nullable()
})

const intent = z.strictObject({
  ...where,
  grant: z.string().max(4096),
  statements: z.array(statement).max(1000)
})

/** Every kind of event, told apart by `event`. */
export const event = z.discriminatedUnion('event', [
  z.strictObject({ ...common, event: z.literal('requested'), pull: word, requester: word.nullable() }),
  z.strictObject({
    ...common,
    event: z.literal('approved'),
    pull: word,
    head: sha,
    base: sha,
    approvals: z.array(approval)
  }),
  // A change that only takes access away and needed no approval; `pull` if one brought it, null for a direct push.
  z.strictObject({ ...common, event: z.literal('reduced'), what: words, pull: word.nullable() }),
  z.strictObject({ ...common, event: z.literal('issued'), ...held }),
  z.strictObject({ ...common, event: z.literal('extended'), ...held }),
  z.strictObject({ ...common, event: z.literal('shortened'), ...held }),
  z.strictObject({ ...common, event: z.literal('updated'), ...held, entitlementBlob: sha.nullable() }),
  z.strictObject({
    ...common,
    event: z.literal('failed'),
    system: word,
    principal: z.string().max(600).nullable(),
    action: word,
    code: word,
    why: words
  }),
  // `pull`: it is a merged pull request's path that didn't move, for good; null: a grant that a run could not issue.
  z.strictObject({
    ...common,
    event: z.literal('held'),
    system: word,
    code: word,
    why: words,
    pull: word.nullable()
  }),
  z.strictObject({
    ...common,
    event: z.literal('refused'),
    system: word,
    code: word,
    why: words,
    pull: word.nullable()
  }),
  // Ended before its time, in this form, for good. `task`: because that task of its file is over.
  z.strictObject({ ...common, event: z.literal('ended'), why: words, task: z.string().max(600).optional() }),
  z.strictObject({
    ...common,
    event: z.literal('revoked'),
    ...where,
    why: words,
    cause: z.enum(['window', 'proved', 'ended', 'unproved', 'drift']),
    /** What the guard counted as one. */
    unit: words,
    /** A session that was open at the end may last until then. */
    sessionsUntil: instant,
    observed: z.boolean(),
    /** Of access found outside: which thing was taken away. */
    item: z.string().max(1000).optional()
  }),
  // Access that no grant explains, when it was first seen: what a file about it says, and what its clock counts from.
  z.strictObject({
    ...common,
    event: z.literal('discovered'),
    principal: z.string().max(2100),
    /** The id that stays when it is renamed. */
    principalId: z.string().max(200).nullable().optional(),
    items: z.array(seen).max(1000)
  }),
  // What was taken away outside, exactly as it was, for `grantbook restore`.
  z.strictObject({
    ...common,
    event: z.literal('saved'),
    id: word,
    system: word,
    principal: z.string().max(2100),
    item: z.string().max(1000),
    digest: z.string().max(100).optional(),
    /** JSON, the connector's own. */
    saved: z.string().max(200_000)
  }),
  // A grant that stands gives just these things, so that their foreign form may go. `into`: path of the grant.
  z.strictObject({ ...common, event: z.literal('adopted'), ...found, into: z.string().max(4096) }),
  // An approved file says that they may stand until then.
  z.strictObject({ ...common, event: z.literal('tolerated'), ...found, owner: word, until: instant }),
  // An owner closed the App's pull request about them without merging it: that decides to take them away.
  z.strictObject({
    ...common,
    event: z.literal('declined'),
    ...found,
    pull: word,
    login: word,
    number: z.int(),
    person: word,
    as: word,
    closed: instant
  }),
  // What was taken away stands again, as an approved file says that it may.
  z.strictObject({ ...common, event: z.literal('restored'), ...found }),
  z.strictObject({ ...common, event: z.literal('suspended'), why: words }),
  z.strictObject({ ...common, event: z.literal('reinstated'), why: words }),
  // A workload has another owner from then on. `part`: opened the pull request, or pushed to it.
  z.strictObject({
    ...common,
    event: z.literal('transferred'),
    from: word,
    to: word,
    consents: z.array(z.strictObject({ person: word, by: z.enum(['review', 'part']) }))
  }),
  // An emergency was reviewed by a retrospective that came after its end: everything that began in this time.
  z.strictObject({
    ...common,
    event: z.literal('reviewed'),
    verdict: word,
    /** Path of the retrospective. */
    review: z.string().max(4096),
    /** Request that brought it, `acme/access#12`. */
    pull: word,
    from: instant,
    until: instant
  }),
  // What was done with an emergency, as the system told it once, for whoever reviews it.
  z.strictObject({
    ...common,
    event: z.literal('used'),
    system: word,
    principal: z.string().max(600),
    from: instant,
    until: instant,
    uses: z.array(act).max(100),
    changes: z.array(act).max(100),
    /** More happened than stands here. */
    cut: z.boolean(),
    lastUsed: z.array(z.strictObject({ what: z.string().max(2100), at: instant.nullable() })).max(100),
    /** What could not be read. */
    unread: z.array(words).max(100)
  }),
  // Lines of runs/<yyyy-mm>.jsonl.
  z.strictObject({
    ...common,
    event: z.literal('genesis'),
    /** Files taken as they stood in `commit`: their forms are the tree `approved/` of this event's commit. */
    files: z.int(),
    signer: z.string().max(200),
    /** Why an earlier record was given up, and the last head that was known of it; null at the first genesis. */
    recovered: z.strictObject({ why: words, head: sha.nullable() }).nullable()
  }),
  z.strictObject({
    ...common,
    event: z.literal('sealed'),
    id: word,
    /** Commit of the default branch up to which everything has been judged. */
    sealed: sha,
    /** Merged pull requests judged on the way, `acme/access#12`. */
    pulls: z.array(word)
  }),
  z.strictObject({
    ...common,
    event: z.literal('started'),
    id: word,
    /** Memberships that this run is about to add: they can't carry our name, so this makes them ours. */
    intents: z.array(intent)
  }),
  z.strictObject({
    ...common,
    event: z.literal('finished'),
    id: word,
    /** Runs whose intents are settled by now: they were looked at and recorded as observed, or came to nothing. */
    closes: z.array(word),
    /** Head of the default branch up to which everything has been taken in. */
    sealed: sha.nullable(),
    counts: z.record(z.string(), z.int())
  }),
  // The nightly came to its end: its absence is what `doctor` and every verdict warn of.
  z.strictObject({ ...common, event: z.literal('heartbeat'), id: word })
])

/** One event. */
export type Event = z.infer<typeof event>

/** Events that say what a grant has on a principal from then on. */
export type HeldEvent = Extract<Event, { readonly event: 'issued' | 'extended' | 'shortened' | 'updated' }>
