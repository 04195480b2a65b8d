import { entitlementName } from '../book/ids.ts'
import { readInstant, type Instant } from '../book/instant.ts'
import { intern } from '../book/intern.ts'
import { grantKey } from '../book/grant-key.ts'
import type { Piece } from '../connectors/connector.ts'
import {
  placeOf,
  type EndedForm,
  type Holder,
  type Intent,
  type Ledger,
  type Moved,
  type OutsideRecord,
  type Removal,
  type Seen,
  type Standing,
  type Unmoved
} from '../plan/ledger.ts'
import type { Use } from '../findings/uses.ts'
import type { Event, HeldEvent } from './events.ts'
import { endedAfter } from './ended-form.ts'
import { REDUCTION_WITHHELD, UNPROVED } from './advance.ts'
import { foldOutside } from './fold-outside.ts'
import { fileOfEvents, readLines } from './lines.ts'
import { usesIn } from './uses.ts'

/** What one file of events comes to. Folding is file by file, so that only what changed must be folded again. */
export interface FileRecord {
  readonly file: string
  readonly standing: readonly Standing[]
  readonly ended: EndedForm | null
  /** By system. */
  readonly refused: ReadonlyMap<string, string>
  readonly holders: readonly Holder[]
  readonly removals: readonly Removal[]
  readonly suspended: string | null
  /** How the file last moved; null: it stands as adopted at genesis. */
  readonly moved: Moved | null
  /** Its last form that was not taken over; null if there is none, or another was taken over since. */
  readonly unmoved: Unmoved | null
  /** Everything found outside that the file is about. */
  readonly discovered: readonly Seen[]
  /** What became of it; null: nothing was found. */
  readonly outside: OutsideRecord | null
  /** What it gave, if it is an emergency. */
  readonly uses: readonly Use[]
  readonly readable: boolean
}

/** Folds the events of one governed file. */
export function foldFile(file: string, text: string): FileRecord {
  const { events, bad } = readLines(text)
  const standing = new Map<string, Standing>()
  const removals: Removal[] = []
  const refused = new Map<string, string>()
  const holders = new Map<string, Holder>()
  let suspended: string | null = null
  let ended: EndedForm | null = null
  let form: string | null | undefined
  let moved: Moved | null = null
  let approved: Instant | null = null
  let pull: number | null = null
  let unmoved: Unmoved | null = null
  const discovered: Seen[] = []
  for (const one of events) {
    if (isHeld(one)) {
      const held = standingOf(file, one)
      standing.set(place(one), held)
      // One value for both: whoever has it is whoever had it last.
      holders.set(place(one), one.blob === null ? holderOf(one) : held)
      refused.delete(one.system)
    } else if (one.event === 'revoked') {
      standing.delete(place(one))
      holders.set(place(one), holderOf(one))
      removals.push(removalOf(one))
    } else if (one.event === 'refused' || one.event === 'held') {
      if (isOfChange(one)) unmoved = unmovedOf(one)
      else refused.set(one.system, `${one.blob ?? ''} ${one.code}`)
    } else if (one.event === 'approved' || one.event === 'reduced') {
      // A reduction that names a pull request is proved by it.
      const by = one.event === 'reduced' && one.pull === null ? 'reduced' : 'approved'
      if (by === 'approved') approved = instant(one.at)
      if (one.event === 'approved') pull = numberOf(one.pull)
      moved = { by, at: instant(one.at), approved, pull }
      unmoved = null
      form = one.blob
      if (ended !== null) ended = endedAfter<EndedForm>(ended, form, one.event === 'approved')
    } else if (one.event === 'ended') {
      // A night that was under way when the file moved on ended what stood when it began.
      if (form === undefined || form === one.blob)
        ended = { blob: one.blob, why: one.why, at: instant(one.at), task: one.task ?? null }
    } else if (one.event === 'discovered') discovered.push(...one.items.map(seenOf))
    else if (one.event === 'suspended') suspended = one.blob
    else if (one.event === 'reinstated') suspended = null
  }
  // A line that belongs to another file was put there by somebody else than us.
  const readable = bad === null && events.every(({ grant }) => grant === file)
  const stands = [...standing.values()]
  const had = [...holders.values()]
  return {
    file,
    standing: stands,
    ended,
    refused: refused.size === 0 ? NO_REFUSALS : refused,
    // Most often everybody who had it has it still: one list for both.
    holders: had.every((one, at) => one === stands[at]) ? stands : had,
    removals: removals.length === 0 ? NOTHING : removals,
    suspended,
    moved,
    unmoved,
    discovered: discovered.length === 0 ? NOTHING : discovered,
    outside: foldOutside(events),
    uses: file.startsWith(EMERGENCIES) ? usesIn(file, events) : NOTHING,
    readable
  }
}

// One of each for all: most files have none of these, and there may be hundreds of thousands of files.
const NO_REFUSALS: FileRecord['refused'] = new Map()
const NOTHING: readonly never[] = []
const EMERGENCIES = 'grants/emergency/'

type Turned = Extract<Event, { readonly event: 'refused' | 'held' }>

/**
 * Whether it tells of a change of the file that was not taken over, rather than of a grant that a run could not issue: the
 * one must never make anybody forget the other.
 */
function isOfChange({ pull, code }: Turned): boolean {
  return pull !== null || code === UNPROVED || code === REDUCTION_WITHHELD
}

function unmovedOf({ blob, event, code, why }: Turned): Unmoved {
  return { blob, state: event, code, why }
}

function removalOf({ system, unit, at, cause }: Extract<Event, { readonly event: 'revoked' }>): Removal {
  return { system, unit, at: instant(at), cause }
}

function holderOf({ system, principal, principalId, blob }: Holder): Holder {
  return { system: intern(system), principal: intern(principal), principalId: intern(principalId), blob }
}

function seenOf({
  firstSeen,
  lastUsed,
  ...rest
}: Extract<Event, { readonly event: 'discovered' }>['items'][number]): Seen {
  return { ...rest, firstSeen: instant(firstSeen), lastUsed: lastUsed === null ? null : instant(lastUsed) }
}

function isHeld(one: Event): one is HeldEvent {
  return ['issued', 'extended', 'shortened', 'updated'].includes(one.event)
}

function place({ system, principal }: { readonly system: string; readonly principal: string }): string {
  return `${system} ${principal}`
}

function standingOf(grant: string, one: HeldEvent): Standing {
  const [system = '', entitlement = ''] = one.entitlement.split('/')
  return {
    grant,
    system: intern(one.system),
    account: intern(one.account),
    principal: intern(one.principal),
    principalId: intern(one.principalId),
    from: one.from === null ? null : instant(one.from),
    until: instant(one.until),
    pieces: piecesOf(grant, one.statements),
    entitlement: entitlementName(system, entitlement),
    blob: one.blob ?? ''
  }
}

function piecesOf(grant: string, statements: HeldEvent['statements']): readonly Piece[] {
  const key = grantKey(grant)
  return statements.map(({ id, body, enforcement }) => ({ id, key, body: intern(body), enforcement }))
}

/** An instant of an event: its form is the schema's; a day that doesn't exist counts as long past. */
function instant(text: string): Instant {
  return readInstant(text, 'end') ?? 0
}

/** What all files of `runs/` come to together: memberships that runs set out to add and that no run has settled. */
export function foldRuns(texts: readonly string[]): {
  readonly intents: readonly Intent[]
  readonly open: readonly string[]
  readonly removals: readonly Removal[]
  readonly judged: ReadonlySet<number>
  readonly rested: Instant | null
  readonly beat: Instant | null
  readonly signs: readonly Instant[]
} {
  const judged = new Set<number>()
  let rested: Instant | null = null
  let beat: Instant | null = null
  const signs: Instant[] = []
  const started = new Map<string, readonly Intent[]>()
  const closed = new Set<string>()
  const removals: Removal[] = []
  for (const one of texts.flatMap((text) => readLines(text).events)) {
    if (one.event === 'heartbeat' || one.event === 'finished') signs.push(instant(one.at))
    if (one.event === 'heartbeat') {
      beat = instant(one.at)
      continue
    }
    rested = one.event === 'finished' ? instant(one.at) : null
    if (one.event === 'started') started.set(one.id, one.intents.map(intentOf))
    else if (one.event === 'revoked') removals.push(removalOf(one))
    else if (one.event === 'sealed') for (const pull of one.pulls) judged.add(numberOf(pull))
    else if (one.event === 'finished') for (const id of [one.id, ...one.closes]) closed.add(id)
  }
  const open = [...started].filter(([id]) => !closed.has(id))
  return {
    intents: open.flatMap(([, intents]) => intents),
    open: open.map(([id]) => id),
    removals,
    judged,
    rested,
    beat,
    signs
  }
}

/** The number of a request's name, `acme/access#12`. */
function numberOf(request: string): number {
  return Number(request.slice(request.lastIndexOf('#') + 1))
}

function intentOf({
  statements,
  ...rest
}: Extract<Event, { readonly event: 'started' }>['intents'][number]): Intent {
  return { ...rest, pieces: piecesOf(rest.grant, statements) }
}

/** A ledger, and what else a run must know of those before it. */
export interface Folded {
  readonly ledger: Ledger
  /** Runs whose intents nobody has settled. */
  readonly open: readonly string[]
  /** Numbers of merged pull requests that have been judged: each is judged once. */
  readonly judged: ReadonlySet<number>
  /** When the last run finished, if no run has recorded anything of its own since; else null. */
  readonly rested: Instant | null
  /** When the nightly last came to its end; null: it never did. */
  readonly beat: Instant | null
  /** When runs came to their ends and said so, oldest first. */
  readonly signs: readonly Instant[]
}

/** Puts the records of all files together. `runs` are the texts of `runs/`, oldest first. */
export function foldAll(records: Iterable<FileRecord>, runs: readonly string[]): Folded {
  const standing = new Map<string, Map<string, readonly Standing[]>>()
  const ended = new Map<string, EndedForm>()
  const refused = new Map<string, string>()
  const holders = new Map<string, readonly Holder[]>()
  const suspended = new Map<string, string>()
  const unreadable = new Set<string>()
  const removals: Removal[] = []
  const moved = new Map<string, Moved>()
  const unmoved = new Map<string, Unmoved>()
  const discovered = new Map<string, readonly Seen[]>()
  const outside = new Map<string, OutsideRecord>()
  const uses = new Map<string, readonly Use[]>()
  for (const record of records) {
    const { file } = record
    for (const system of new Set(record.standing.map((one) => one.system))) {
      const here = record.standing.filter((one) => one.system === system)
      const known = standing.get(system) ?? new Map<string, readonly Standing[]>()
      standing.set(system, known.set(file, here.length === record.standing.length ? record.standing : here))
    }
    if (record.ended !== null) ended.set(file, record.ended)
    for (const [system, code] of record.refused) refused.set(placeOf(file, system), code)
    if (record.holders.length > 0) holders.set(file, record.holders)
    if (record.suspended !== null) suspended.set(file, record.suspended)
    if (!record.readable) unreadable.add(file)
    if (record.moved) moved.set(file, record.moved)
    if (record.unmoved) unmoved.set(file, record.unmoved)
    if (record.discovered.length > 0) discovered.set(file, record.discovered)
    if (record.outside) outside.set(file, record.outside)
    if (record.uses.length > 0) uses.set(file, record.uses)
    removals.push(...record.removals)
  }
  const { intents, open, removals: strays, judged, rested, beat, signs } = foldRuns(runs)
  removals.push(...strays)
  const outcome = { standing, ended, removals, refused, holders, intents, suspended, unreadable }
  return {
    ledger: { ...outcome, moved, unmoved, discovered, outside, uses },
    open,
    judged,
    rested,
    beat,
    signs
  }
}

/** Folds a whole branch given as paths and texts. */
export function foldTexts(files: ReadonlyMap<string, string>): Folded {
  const records: FileRecord[] = []
  const runs: string[] = []
  for (const path of [...files.keys()].toSorted()) {
    const text = files.get(path) ?? ''
    const file = fileOfEvents(path)
    if (file !== null) records.push(foldFile(file, text))
    else if (path.startsWith('runs/')) runs.push(text)
  }
  return foldAll(records, runs)
}
