import type { Book, Grant } from '../book/book.ts'
import type { EntitlementName } from '../book/ids.ts'
import { readInstant, type Instant } from '../book/instant.ts'

/** One version of one grant's file on the main line of history, from when it landed until something else took its place. */
export interface Version {
  readonly path: string
  readonly blob: string
  readonly landed: Instant
  /** Null: it is what the path holds at the history's end. */
  readonly replaced: Instant | null
  /** Null: none, or not a real date. */
  readonly starts: Instant | null
  readonly expires: Instant | null
}

/** What earlier versions of grants' files said. */
export interface History {
  /** False: history is cut off (a shallow clone), and totals may be too low. */
  readonly complete: boolean
  /** Versions of all paths that ever named a subject and entitlement, by {@link pairOf}. */
  readonly versions: ReadonlyMap<string, readonly Version[]>
}

/** Key of one subject and one entitlement. */
export function pairOf(subject: string, entitlement: EntitlementName): string {
  return `${subject} ${entitlement}`
}

/** What a version stood for, from its fields as written. */
export function datesOf(data: {
  readonly starts?: unknown
  readonly expires?: unknown
}): Pick<Version, 'starts' | 'expires'> {
  const { starts, expires } = data
  return {
    starts: typeof starts === 'string' ? readInstant(starts, 'start') : null,
    expires: typeof expires === 'string' ? readInstant(expires, 'end') : null
  }
}

interface Stretch {
  readonly from: Instant
  readonly until: Instant
}

/**
 * When one subject held one entitlement, past and planned, through any file: what earlier versions gave until something
 * took their place, and what stands or is asked for now. A file that differs from its last version counts from now.
 */
export function stretchesOf(
  book: Book,
  grant: Grant,
  now: Instant,
  history: History | null
): readonly Stretch[] {
  const versions = history?.versions.get(pairOf(grant.subject, grant.name)) ?? []
  const stretches = versions.flatMap((version) =>
    given(version, book.grants.get(version.path)?.blob === version.blob, now)
  )
  const standing = new Set(
    versions.flatMap(({ path, blob, replaced }) => (replaced === null ? [`${path} ${blob}`] : []))
  )
  for (const { name, path, blob, starts, expires } of book.grantsOfSubject.get(grant.subject) ?? []) {
    if (name !== grant.name || expires === null || standing.has(`${path} ${blob}`)) continue
    stretches.push({ from: Math.max(starts ?? now, now), until: expires })
  }
  return stretches
}

/** The stretch in which a version gave, or gives, access. */
function given({ landed, replaced, starts, expires }: Version, stands: boolean, now: Instant): Stretch[] {
  if (expires === null) return []
  const taken = replaced ?? (stands ? Infinity : now)
  return [{ from: Math.max(landed, starts ?? landed), until: Math.min(expires, taken) }]
}
