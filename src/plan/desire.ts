import { append } from '../book/append.ts'
import type { Book, Grant } from '../book/book.ts'
import { resolveEntitlement, type Resolved } from '../book/bundles.ts'
import { effectiveWindow, subjectOf, type Effective, type End } from '../book/effective.ts'
import { entitlementName } from '../book/ids.ts'
import { readInstant, writeInstant, type Instant } from '../book/instant.ts'
import type { Settings } from '../book/kinds/settings.ts'
import type { Window } from '../book/window.ts'
import { endsByException, type ApprovedAt, type CapBy } from '../duties/exceptions.ts'
import {
  EVIDENCE_UNREADABLE,
  type Desire,
  type Desired,
  type Fault,
  type Frozen,
  type Gone,
  type SystemDesire
} from './desired.ts'
import { emptiness } from './empty.ts'
import { Faults, isGrantIdentity, type Broken, type GrantFacts } from './fault.ts'
import { LeanDesire, type Held } from './lean-desire.ts'
import type { Ledger } from './ledger.ts'
import { openSystems, type Cores, type EarlierSystems, type OpenSystem } from './systems.ts'

/** What should be. */
export interface Wish {
  readonly book: Book
  /** The first error of each file that has one. */
  readonly broken: Broken
  readonly ledger: Ledger
  readonly now: Instant
  readonly cores: Cores
  /** The last settings that could be read, where the book's own can't: so that what must go still can be found. */
  readonly lastSettings: Settings | null
  /** Likewise for a system's own file. */
  readonly earlierSystems: EarlierSystems
  /** When files were approved: an exception ends the last approved of the grants that need it. */
  readonly approvedAt: ApprovedAt
}

/** A wish, and which grants end with an exception. */
interface Capped extends Wish {
  readonly caps: ReadonlyMap<string, CapBy>
}

type Judged =
  | { readonly is: 'gone'; readonly gone: Gone }
  | ({ readonly is: 'frozen'; readonly fault: Fault } & Pick<Frozen, 'until' | 'own' | 'by'>)
  | { readonly is: 'wanted'; readonly desires: readonly Desire[] }

/**
 * What the files ask for at an instant: bundles expanded, effective windows, suspensions and ended grants taken off.
 * What can't be judged is frozen, never dropped: a file that can't be read is no reason to take access away, nor to
 * give any.
 */
export function desire(asked: Wish): Desired {
  const { book, broken, now, cores } = asked
  const wish: Capped = { ...asked, caps: endsByException(asked) }
  const faults = new Faults(book, broken)
  const settings = book.settings?.data ?? wish.lastSettings
  const { open, closed } = openSystems(book, faults, cores, settings, wish.earlierSystems, wish.ledger)
  const suspended = suspensions(book, now)
  const wanted = new Map<string, Map<string, Desire>>()
  const frozen = new Map<string, Frozen>()
  const gone = new Map<string, Gone>()
  const valid = new Map<string, Grant>()
  const take = (facts: GrantFacts, judged: Judged): void => {
    const { path, blob, system, entitlement, subject } = facts
    if (judged.is === 'gone') gone.set(path, judged.gone)
    else if (judged.is === 'frozen') {
      frozen.set(path, {
        grant: path,
        system,
        entitlement,
        subject,
        blob,
        ...judged.fault,
        until: judged.until,
        own: judged.own,
        by: judged.by
      })
    } else {
      for (const one of judged.desires) {
        const there = wanted.get(one.system)
        if (there) there.set(path, one)
        else wanted.set(one.system, new Map([[path, one]]))
      }
    }
  }
  for (const grant of book.grants.values()) {
    const judged = judgeGrant(grant, wish, faults, open, suspended.get(grant.subject))
    take(grant, judged)
    if (judged.is === 'wanted') valid.set(grant.path, grant)
  }
  for (const [path, identity] of book.invalid) {
    if (!isGrantIdentity(identity)) continue
    const facts = { ...identity, path, blob: book.tree.entries.get(path)?.blob ?? '' }
    take(facts, judgeRefused(facts, wish, faults, suspended.get(identity.subject)))
  }
  const { guard } = settings ?? NO_SETTINGS
  const systems = new Map<string, SystemDesire>()
  for (const [id, system] of open) systems.set(id, { ...system, wanted: wanted.get(id) ?? new Map() })
  return { at: now, systems, closed, frozen, gone, valid, suspended, empty: emptiness(book), guard }
}

/** Without settings nothing unexplained may go. */
const NO_SETTINGS = { guard: { share: 0, floor: 0 } }

/** Subjects that are suspended now, and why. A suspension that can't be read has no end: its path says what is meant. */
function suspensions(book: Book, now: Instant): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const [subject, { data }] of book.suspensions) {
    const until = data.until === undefined ? null : readInstant(data.until, 'end')
    if (until === null || now < until) found.set(subject, `suspended: ${data.reason}`)
  }
  for (const identity of book.invalid.values()) {
    if (identity?.kind === 'suspension') found.set(identity.id, 'suspended by a file that can’t be read')
  }
  return found
}

/** A file that was refused: nothing in it counts, but what is known of its subject still does. */
function judgeRefused(
  facts: GrantFacts,
  wish: Capped,
  faults: Faults,
  suspended: string | undefined
): Judged {
  return (
    early(facts, wish, suspended) ??
    freeze(facts, wish, faults.at(facts.path) ?? { code: 'file-invalid', why: '' })
  )
}

function judgeGrant(
  grant: Grant,
  wish: Capped,
  faults: Faults,
  open: ReadonlyMap<string, OpenSystem>,
  suspended: string | undefined
): Judged {
  const soon = early(grant, wish, suspended)
  if (soon) return soon
  const resolved = resolveEntitlement(wish.book, grant.name)
  const own = faults.at(grant.path)
  if (own) return freeze(grant, wish, own)
  const fault = faults.ofSubject(grant.subject) ?? faults.ofEntitlement(grant.name, resolved)
  if (fault || !resolved) return hold(grant, wish, fault ?? { code: 'entitlement-missing', why: '' })
  const { window, end, why } = windowOf(grant, wish)
  if (!window) return hold(grant, wish, { code: 'date-invalid', why: `When it ends can’t be told: ${why}.` })
  const over = overBy(wish, grant, window, end)
  if (over) return { is: 'gone', gone: over }
  if (!wish.ledger.unreadable.has(grant.path))
    return compileGrant(grant, window, resolved.targets, wish, open)
  const unread = 'What evidence says of this grant can’t be read.'
  return hold(grant, wish, { code: EVIDENCE_UNREADABLE, why: unread })
}

type Ending = End | 'exception'

type Windowed =
  | (Extract<Effective, { readonly why: null }> & { readonly end: End })
  | { readonly window: Window; readonly end: 'exception'; readonly why: null; readonly certain: null }
  | Extract<Effective, { readonly window: null }>

/** When a grant really holds, the end of an exception that it needs among its ends. */
function windowOf(grant: Grant, { book, caps }: Capped): Windowed {
  const effective = effectiveWindow(book, grant)
  const cap = caps.get(grant.path)
  if (!cap) return effective
  if (effective.window === null)
    return { ...effective, certain: Math.min(effective.certain ?? Infinity, cap.at) }
  if (effective.window.until <= cap.at) return effective
  return { ...effective, window: { ...effective.window, until: cap.at }, end: 'exception' }
}

/** Why a window holds no more, or never will; null if it does or will. */
function overBy(
  { book, now, caps }: Capped,
  grant: Grant,
  { from, until }: Window,
  end: Ending
): Gone | null {
  if (now < until && (from === null || from < until)) return null
  const before = now < until && from !== null ? `, before it starts at ${writeInstant(from)}` : ''
  const why = `${END_WORDS[end](grant.subject)} ${writeInstant(until)}${before}`
  if (end === 'expires') return { kind: 'window', why, unit: grant.path, by: [grant.path] }
  if (end === 'exception')
    return { kind: 'window', why, unit: grant.path, by: [caps.get(grant.path)?.exception ?? grant.path] }
  return { kind: 'window', why, unit: subjectUnit(grant.subject), by: filesOf(book, grant.subject) }
}

/** Files that may end what a subject holds: its own, and for a workload those of the people who answer for it. */
function filesOf(book: Book, subject: string): readonly string[] {
  const known = subjectOf(book, subject)
  if (!known) return []
  const { owner, backup } = known.kind === 'workload' ? known.entry.data : {}
  const keepers = [owner, backup].flatMap((id) => (id === undefined ? [] : (book.people.get(id)?.path ?? [])))
  return [known.entry.path, ...keepers]
}

const END_WORDS: Readonly<Record<Ending, (subject: string) => string>> = {
  exception: () => 'the exception that it needed ended at',
  expires: () => 'its time ended at',
  'person-ends': (subject) => `${subject} left at`,
  'workload-expires': (subject) => `${subject} was to be re-attested by`,
  orphaned: (subject) => `${subject} lost its last owner, and the grace ended at`
}

/** What takes a grant whatever else is wrong with it. */
function early(facts: GrantFacts, { ledger }: Wish, suspended: string | undefined): Judged | null {
  const { path, subject } = facts
  if (suspended !== undefined) {
    const by = [`grants/suspensions/${subject}.yaml`]
    return { is: 'gone', gone: { kind: 'suspended', why: suspended, unit: subjectUnit(subject), by } }
  }
  const ended = ledger.ended.get(path)
  return ended?.blob === facts.blob
    ? { is: 'gone', gone: { kind: 'ended', why: ended.why, unit: path, by: [] } }
    : null
}

/** Freezes a grant whose own file is in order: what is broken above it is no reason to outlive its own date. */
function hold(grant: Grant, wish: Capped, fault: Fault): Judged {
  const { window, certain, end } = windowOf(grant, wish)
  const until = window?.until ?? certain
  const own = until === grant.expires
  const exception = end === 'exception' ? wish.caps.get(grant.path)?.exception : undefined
  const others = exception === undefined ? filesOf(wish.book, grant.subject) : [exception]
  return { is: 'frozen', fault, until, own, by: own ? [grant.path] : others }
}

/** Freezes a grant whose own file says nothing that counts: only an end of its subject is certain. */
function freeze(
  { path, blob, system, entitlement, subject }: GrantFacts,
  { book }: Capped,
  fault: Fault
): Judged {
  const name = entitlementName(system, entitlement)
  const undated = { reason: '', expires: null, starts: null, hasStarts: false }
  const silent = { ticket: null, requester: null, task: null, incident: null }
  const grant: Grant = {
    kind: 'grant',
    path,
    blob,
    system,
    entitlement,
    name,
    subject,
    ...undated,
    ...silent
  }
  const until = effectiveWindow(book, grant).certain
  return { is: 'frozen', fault, until, own: false, by: filesOf(book, subject) }
}

/** What the guard counts as one: all that one subject's end or suspension takes. */
export function subjectUnit(subject: string): string {
  return `subject ${subject}`
}

function compileGrant(
  grant: Grant,
  window: Window,
  entries: Resolved['targets'],
  wish: Capped,
  open: ReadonlyMap<string, OpenSystem>
): Judged {
  const accounts = subjectOf(wish.book, grant.subject)?.entry.data.accounts
  const desires: Desire[] = []
  for (const [id, held] of heldBySystem(entries)) {
    const system = open.get(id)
    if (!system) return hold(grant, wish, { code: 'system-closed', why: `System "${id}" can’t be reached.` })
    if (system.fault) return hold(grant, wish, system.fault)
    const account = accounts && Object.hasOwn(accounts, id) ? accounts[id] : undefined
    const fault = account ? accountFault(system, account, held) : noAccount(grant.subject, id)
    if (fault) return hold(grant, wish, fault)
    desires.push(new LeanDesire(grant, system.core.principalOf(account), window, system, held))
  }
  return { is: 'wanted', desires }
}

const bySystem = new WeakMap<Resolved['targets'], ReadonlyMap<string, readonly Held[]>>()

/** What an entitlement leads to, by system: worked out once for all who hold it. */
function heldBySystem(entries: Resolved['targets']): ReadonlyMap<string, readonly Held[]> {
  let found = bySystem.get(entries)
  if (!found) {
    const held = new Map<string, Held[]>()
    for (const { system, name, data } of entries)
      append(held, system, { entitlement: name, target: data.target })
    bySystem.set(entries, (found = held))
  }
  return found
}

function noAccount(subject: string, system: string): Fault {
  return {
    code: 'account-missing',
    why: `"${subject}" has no account in "${system}". Add it to the subject’s file under "accounts".`
  }
}

function accountFault(
  { core, context }: OpenSystem,
  account: unknown,
  holdings: readonly Held[]
): Fault | null {
  const [problem] = core.checkAccount(account, context)
  if (problem) return { code: 'account-invalid', why: problem.message }
  for (const { target } of holdings) {
    const [wrong] = core.checkTarget(target, context)
    if (wrong) return { code: 'target-invalid', why: wrong.message }
    const mismatch = core.mismatch(target, account)
    if (mismatch) return { code: 'target-mismatch', why: mismatch.message }
  }
  return null
}
