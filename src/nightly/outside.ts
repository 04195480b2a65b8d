import { createHash } from 'node:crypto'
import type { Book, Entry } from '../book/book.ts'
import { DAY, readDuration, type Duration } from '../book/duration.ts'
import { readInstant, writeInstant, type Instant } from '../book/instant.ts'
import type { OutOfBand } from '../book/kinds/out-of-band.ts'
import type { OutsideItem, OutsidePrincipal } from '../connectors/connector.ts'
import type { Seen } from '../plan/ledger.ts'

/** Where the file about a principal stands: its kind, its name as far as a file can have it, and a hash that tells it apart. */
export function outsidePath(system: string, { kind, name, principal }: OutsidePrincipal): string {
  const last = name.slice(name.lastIndexOf('/') + 1).toLowerCase()
  const slug = last.replaceAll(/[^a-z0-9]+/gu, '-').replaceAll(/^-+|-+$/gu, '')
  const hash = createHash('sha256').update(principal).digest('hex').slice(0, 8)
  return `grants/out-of-band/${system}/${kind}.${slug === '' ? 'x' : slug.slice(0, 40)}-${hash}.yaml`
}

/**
 * What is worth a decision on one principal. Whoever has a file may sign in and hold keys: a key is told when it is older
 * than the settings allow, or nobody knows how old it is. Null: nothing is.
 */
export function worthDeciding(
  principal: OutsidePrincipal,
  hasFile: boolean,
  keyAge: Duration,
  now: Instant
): OutsidePrincipal | null {
  const items = principal.items.filter(({ id, since }) => {
    if (!hasFile) return true
    if (id === 'login') return false
    return !id.startsWith('key:') || since === null || now - since > keyAge
  })
  return items.length === 0 ? null : { ...principal, items }
}

/** What was found on one principal, and since when each thing is known. */
export interface Sighting {
  readonly path: string
  readonly principal: OutsidePrincipal
  /** One for each item that is there now, in their order. */
  readonly seen: readonly Seen[]
  /** Those among them that nobody has recorded yet. */
  readonly fresh: readonly Seen[]
}

/**
 * Matches what is there now with what was seen before. A thing that was changed keeps its clock by its id, one that was
 * renamed keeps it by what it is; nothing that anybody does to it starts a new one.
 */
export function sight(
  system: string,
  principal: OutsidePrincipal,
  before: readonly Seen[],
  now: Instant
): Sighting {
  const seen: Seen[] = []
  const fresh: Seen[] = []
  for (const item of principal.items) {
    const exact = before.find(({ id, digest }) => id === item.id && digest === item.digest)
    const earlier = before.filter(({ id, digest }) => id === item.id || digest === item.digest)
    const firstSeen = Math.min(now, ...earlier.map((one) => one.firstSeen))
    const one = exact ? { ...exact, firstSeen } : seenNow(item, firstSeen)
    seen.push(one)
    if (!exact) fresh.push(one)
  }
  return { path: outsidePath(system, principal), principal, seen, fresh }
}

function seenNow({ id, what, by, lastUsed, digest }: OutsideItem, firstSeen: Instant): Seen {
  return { id, what, firstSeen, by: by ?? 'unknown', lastUsed, digest }
}

/** What is left of a sighting without things that are gone by now; null: nothing. Whoever is gone has nothing left. */
export function withoutItems(sighting: Sighting, gone: ReadonlySet<string>): Sighting | null {
  const { principal, seen, fresh } = sighting
  const stays = ({ id }: { readonly id: string }): boolean => !gone.has(id)
  const items = gone.has('principal') ? [] : principal.items.filter(stays)
  if (items.length === 0) return null
  return {
    ...sighting,
    principal: { ...principal, items },
    seen: seen.filter(stays),
    fresh: fresh.filter(stays)
  }
}

/** What is to become of one thing that stands outside. */
export interface Fate {
  readonly seen: Seen
  readonly item: OutsideItem
  /** `tolerated`: by an approved decision. `open`: there is time to decide. `over`: its time has passed, or it is to go. */
  readonly state: 'tolerated' | 'open' | 'over'
  /** When its time passes, or passed. */
  readonly until: Instant
  readonly why: string
  /** Whether people decided it: not merely that time passed. */
  readonly decided: boolean
}

/**
 * The fate of everything on one principal, by its approved file (null: there is none). Keys of whoever has a file only go
 * by a decision: old as they are, they may be all that somebody works with.
 */
export function fates(
  { principal, seen }: Sighting,
  file: Entry<OutOfBand> | null,
  expiresAfter: string,
  now: Instant
): readonly Fate[] {
  const after = readDuration(expiresAfter) ?? 0
  return principal.items.flatMap((item, index): readonly Fate[] => {
    const one = seen[index]
    if (!one) return []
    const own = endOfDay(one.firstSeen + after)
    const decided =
      file?.data.items.some(({ id, digest }) => id === item.id && digest === item.digest) === true
    const { decision, expires } = file?.data ?? { decision: 'undecided', expires: '' }
    const given = readInstant(expires, 'end')
    if (decided && decision === 'revoke')
      return [{ seen: one, item, state: 'over', until: now, why: 'it was decided to revoke it', decided }]
    if (decided && decision === 'tolerate' && given !== null) {
      const state = given > now ? 'tolerated' : 'over'
      return [
        { seen: one, item, state, until: given, why: `tolerated until ${writeInstant(given)}`, decided }
      ]
    }
    const why = `nobody decided by ${writeInstant(own)}`
    return [{ seen: one, item, state: own > now ? 'open' : 'over', until: own, why, decided: false }]
  })
}

function endOfDay(at: Instant): Instant {
  return Math.ceil(at / DAY) * DAY
}

/**
 * The file about a principal: what was found, decided as before where it is just what was decided, else undecided and
 * due as the oldest thing of it is.
 */
export function outsideFile(
  { principal, seen }: Sighting,
  file: Entry<OutOfBand> | null,
  expiresAfter: string
): string {
  const same =
    file !== null &&
    file.data.items.length === seen.length &&
    seen.every(({ id, digest }) => file.data.items.some((one) => one.id === id && one.digest === digest))
  const due = endOfDay(
    Math.min(...seen.map(({ firstSeen }) => firstSeen)) + (readDuration(expiresAfter) ?? 0)
  )
  const decided = same ? file.data : null
  const lines = [
    '# yaml-language-server: $schema=../../../schemas/out-of-band.schema.json',
    '# Written by Grantbook. Decide with "decision", "owner", "reason" and, to tolerate it, "expires".',
    `principal: ${quoted(principal.principal)}`,
    'items:',
    ...seen.map(
      ({ id, what, firstSeen, by, lastUsed, digest }) =>
        `  - id: ${quoted(id)}\n    what: ${quoted(what)}\n    firstSeen: ${writeInstant(firstSeen)}\n    by: ${quoted(by)}\n    lastUsed: ${lastUsed === null ? 'null' : writeInstant(lastUsed)}\n    digest: ${quoted(digest)}`
    ),
    `expires: ${decided?.expires ?? writeInstant(due - DAY).slice(0, 10)}`,
    `decision: ${decided?.decision ?? 'undecided'}`,
    ...(decided?.owner === undefined ? [] : [`owner: ${decided.owner}`]),
    ...(decided?.reason === undefined ? [] : [`reason: ${quoted(decided.reason)}`])
  ]
  return `${lines.join('\n')}\n`
}

/** Text as YAML reads it back whatever is in it: JSON strings are YAML's double-quoted ones. */
function quoted(text: string): string {
  return JSON.stringify(text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, '\ufffd'))
}

/** Approved files about principals of a system on which nothing is found any more. */
export function settled(book: Book, system: string, sightings: readonly Sighting[]): readonly string[] {
  const there = new Set(sightings.map(({ path }) => path))
  return [...book.outOfBand.values()].flatMap((entry) =>
    entry.system === system && !there.has(entry.path) ? [entry.path] : []
  )
}
