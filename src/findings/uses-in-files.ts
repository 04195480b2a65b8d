import { append } from '../book/append.ts'
import type { Book } from '../book/book.ts'
import { readDuration } from '../book/duration.ts'
import type { Instant } from '../book/instant.ts'
import { identify } from '../book/paths.ts'
import { covers, reviewsOf } from './emergencies.ts'
import type { History, Version } from './history.ts'
import { emergenciesOf, type Use, type Uses } from './uses.ts'

/**
 * Uses of emergencies as the files tell them, where there is no record: every version that history holds, and what has
 * ended of what stands. Without `starts` and without history it began at most as long before its end as any may last.
 */
export function usesInFiles(book: Book, history: History | null, now: Instant): Uses {
  const uses = new Map<string, readonly Use[]>()
  const versions = new Map<string, Version[]>()
  for (const version of [...(history?.versions.values() ?? [])].flat())
    if (identify(version.path)?.kind === 'emergency') append(versions, version.path, version)
  for (const [path, list] of versions) uses.set(path, usesOfVersions(list))
  const longest = readDuration(book.settings?.data.emergency.maxDuration ?? '') ?? 0
  for (const { kind, path, blob, starts, expires } of book.grants.values()) {
    if (kind !== 'emergency' || expires === null || expires > now || uses.has(path)) continue
    uses.set(path, [{ path, blob, from: starts ?? expires - longest, until: expires, review: null }])
  }
  return reviewed(uses, book)
}

/** One for each version that gave more than what stood there when it came; what only made that shorter ends it earlier. */
function usesOfVersions(versions: readonly Version[]): readonly Use[] {
  const uses: Use[] = []
  let before: Version | null = null
  for (const version of versions) {
    const { path, blob, landed, replaced, starts, expires } = version
    const [from, until] = [Math.max(landed, starts ?? landed), Math.min(expires ?? 0, replaced ?? Infinity)]
    const last = uses.at(-1)
    const isLess = before?.replaced === landed && (expires ?? 0) <= (before.expires ?? 0)
    if (last && isLess) uses[uses.length - 1] = { ...last, until: Math.max(last.until, until) }
    else if (from < until) uses.push({ path, blob, from, until, review: null })
    before = version
  }
  return uses
}

/** The same, each with the retrospective that stands for it. */
function reviewed(uses: ReadonlyMap<string, readonly Use[]>, book: Book): Uses {
  const covered = new Map<Use, Use['review']>()
  for (const emergency of emergenciesOf(uses)) {
    const review = reviewsOf(book, emergency).find(({ start }) => covers(emergency, start))
    if (!review) continue
    for (const use of emergency.uses) covered.set(use, { path: review.path, verdict: review.data.verdict })
  }
  return new Map(
    [...uses].map(([path, list]) => [path, list.map((use) => ({ ...use, review: covered.get(use) ?? null }))])
  )
}
