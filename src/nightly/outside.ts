import { createHash } from 'node:crypto'
import { append } from '../book/append.ts'
import type { Book, Entry } from '../book/book.ts'
import { DAY, readDuration, type Duration } from '../book/duration.ts'
import { readInstant, writeInstant, type Instant } from '../book/instant.ts'
import type { OutOfBand } from '../book/kinds/out-of-band.ts'
import type { OutsideItem, OutsidePrincipal } from '../connectors/connector.ts'
import type { Ledger, Seen } from '../plan/ledger.ts'

/** Where the file about a principal stands: its kind, its name as far as a file can have it, and a hash that tells it apart. */
export function outsidePath(
  system: string,
  { kind, name, principal }: Pick<OutsidePrincipal, 'kind' | 'name' | 'principal'>
): string {
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
 * renamed keeps it by what it is; nothing that anybody does to it starts a new one. `before`: what was seen under this very
 * name, whoever had it; `elsewhere`: on the same principal under another.
 */
export function sight(
  system: string,
  principal: OutsidePrincipal,
  { before, elsewhere }: { readonly before: readonly Seen[]; readonly elsewhere: readonly Seen[] },
  now: Instant
): Sighting {
  const seen: Seen[] = []
  const fresh: Seen[] = []
  for (const item of principal.items) {
    const exact = before.find(({ id, digest }) => id === item.id && digest === item.digest)
    const earlier = [...before, ...elsewhere].filter(
      ({ id, digest }) => id === item.id || digest === item.digest
    )
    const firstSeen = Math.min(now, ...earlier.map((one) => one.firstSeen))
    const one = exact ? { ...exact, firstSeen } : seenNow(item, firstSeen)
    seen.push(one)
    if (!exact) fresh.push(one)
  }
  return { path: outsidePath(system, principal), principal, seen, fresh }
}

/** Matches all principals of a system, each with what was seen of it before under any name. */
export function sightAll(
  system: string,
  found: readonly OutsidePrincipal[],
  ledger: Ledger,
  now: Instant
): readonly Sighting[] {
  const paths = pathsByPrincipal(ledger)
  const there = new Set(found.map((principal) => outsidePath(system, principal)))
  return found.map((principal) => {
    const path = outsidePath(system, principal)
    const others =
      principal.principalId === null
        ? vanished(system, principal, there, ledger)
        : (paths.get(principal.principalId) ?? [])
    const elsewhere = others.flatMap((other) => (other === path ? [] : (ledger.discovered.get(other) ?? [])))
    return sight(system, principal, { before: ledger.discovered.get(path) ?? [], elsewhere }, now)
  })
}

/** Paths under which a principal was ever found, by its unique id. */
function pathsByPrincipal({ outside }: Ledger): ReadonlyMap<string, readonly string[]> {
  const paths = new Map<string, string[]>()
  for (const [path, { principals }] of outside) for (const id of principals) append(paths, id, path)
  return paths
}

/** Without a unique id: whatever of its kind isn't found any more may be the same under its old name. */
function vanished(
  system: string,
  { kind }: OutsidePrincipal,
  there: ReadonlySet<string>,
  { discovered }: Ledger
): readonly string[] {
  const start = `grants/out-of-band/${system}/${kind}.`
  return [...discovered.keys()].filter((path) => path.startsWith(start) && !there.has(path))
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

/** The end of the day (UTC) in which an instant lies. */
export function endOfDay(at: Instant): Instant {
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
    ...seen.map((one, index) => itemText(one, principal.items[index]?.gives ?? null)),
    `expires: ${decided?.expires ?? writeInstant(due - DAY).slice(0, 10)}`,
    `decision: ${decided?.decision ?? 'undecided'}`,
    ...(decided?.owner === undefined ? [] : [`owner: ${decided.owner}`]),
    ...(decided?.reason === undefined ? [] : [`reason: ${quoted(decided.reason)}`])
  ]
  return `${lines.join('\n')}\n`
}

function itemText({ id, what, firstSeen, by, lastUsed, digest }: Seen, gives: unknown): string {
  const target = gives === null ? '' : JSON.stringify(gives)
  const lines = [
    `id: ${quoted(id)}`,
    `what: ${quoted(what)}`,
    `firstSeen: ${writeInstant(firstSeen)}`,
    `by: ${quoted(by)}`,
    `lastUsed: ${lastUsed === null ? 'null' : writeInstant(lastUsed)}`,
    `digest: ${quoted(digest)}`,
    ...(target === '' || target.length > LONGEST_TARGET ? [] : [`gives: ${quoted(target)}`])
  ]
  return `  - ${lines.join('\n    ')}`
}

/** As much as a file may say of a target, in characters. */
const LONGEST_TARGET = 8000

/** Text as YAML reads it back whatever is in it: JSON strings are YAML's double-quoted ones. */
function quoted(text: string): string {
  return JSON.stringify(text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, '\ufffd'))
}

/**
 * Approved files about principals of a system on which nothing is found any more; but for those that let come back what was
 * taken away, as long as they do.
 */
export function settled(
  { book, ledger, now }: { readonly book: Book; readonly ledger: Ledger; readonly now: Instant },
  system: string,
  sightings: readonly Sighting[]
): readonly string[] {
  const there = new Set(sightings.map(({ path }) => path))
  return [...book.outOfBand.values()].flatMap((entry) => {
    const { path, data } = entry
    if (entry.system !== system || there.has(path)) return []
    const until = data.decision === 'tolerate' ? (readInstant(data.expires, 'end') ?? 0) : 0
    return until > now && isAwaited(data, path, ledger) ? [] : [path]
  })
}

/** Whether something of a file was taken away before the file was approved as it is. */
function isAwaited({ items }: OutOfBand, path: string, { outside, moved }: Ledger): boolean {
  const taken = outside.get(path)?.taken
  const approved = moved.get(path)?.approved ?? -Infinity
  return items.some(({ id }) => (taken?.get(id) ?? Infinity) <= approved)
}

/**
 * Things that were saved to be taken away, aren't known to be, and aren't found any more, under whatever name. `found`: all
 * that there is, but for what something explains.
 */
export function goneSince(
  system: string,
  found: readonly OutsidePrincipal[],
  { outside }: Ledger
): readonly Unsettled[] {
  const there = new Set(
    found.flatMap((each) =>
      each.items.flatMap(({ id }) => [
        `${outsidePath(system, each)} ${id}`,
        `${each.principalId ?? ''} ${id}`
      ])
    )
  )
  const folder = `grants/out-of-band/${system}/`
  return [...outside].flatMap(([path, { pending, principals }]) =>
    path.startsWith(folder)
      ? [...pending].flatMap(([item, principal]) =>
          [path, ...principals].some((name) => there.has(`${name} ${item}`))
            ? []
            : [{ path, principal, item }]
        )
      : []
  )
}

/** Something that a run set out to take away, and that no run recorded as taken. */
export interface Unsettled {
  /** Of the file about its principal. */
  readonly path: string
  /** ARN. */
  readonly principal: string
  /** Id of the item. */
  readonly item: string
}
