import type { Book, Grant } from '../book/book.ts'
import { resolveEntitlement } from '../book/bundles.ts'
import { readInstant, type Instant } from '../book/instant.ts'
import { endsByException } from '../duties/exceptions.ts'
import {
  EVIDENCE_UNREADABLE,
  type Desire,
  type Desired,
  type Frozen,
  type Gone,
  type SystemDesire
} from './desired.ts'
import { emptiness } from './empty.ts'
import { early, overBy, windowOf } from './ending.ts'
import { Faults, isGrantIdentity, type GrantFacts } from './fault.ts'
import { freeze, hold } from './hold.ts'
import { openSystems, type OpenSystem } from './systems.ts'
import { compileGrant } from './wanted.ts'
import type { Capped, Judged, Wish } from './wish.ts'

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
