import { comparePull, type PullRecord } from '../../evidence/audit/pull-record.ts'
import type { AuditProblem } from '../../evidence/audit/codes.ts'
import type { GitHub } from './github.ts'
import { readPull } from './pulls.ts'
import { readReviews } from './reviews.ts'

/** What comparing the record with GitHub gave. */
export interface Compared {
  readonly problems: readonly AuditProblem[]
  /** Pull requests that were compared. */
  readonly compared: number
  /** Why the others could not be, each once. */
  readonly unread: readonly string[]
}

/**
 * Compares every approved pull request of the record with what GitHub lists today: two calls each and the further pages of
 * its reviews. What can't be read is told, and is no fault of the record.
 */
export async function compareWithGitHub(github: GitHub, records: Iterable<PullRecord>): Promise<Compared> {
  const problems: AuditProblem[] = []
  const unread = new Set<string>()
  let compared = 0
  for (const record of records) {
    const number = Number(/#([1-9]\d{0,14})$/u.exec(record.pull)?.[1])
    if (!Number.isSafeInteger(number)) continue
    const [pull, reviews] = [await readPull(github, number), await readReviews(github, number)]
    if (!pull.ok || !reviews.ok) {
      for (const read of [pull, reviews]) if (!read.ok) unread.add(`${read.gap.what}: ${read.gap.why}`)
      continue
    }
    compared++
    const { head, mergedAt, mergeCommit } = pull.value
    for (const message of comparePull(record, { head, mergedAt, mergeCommit, reviews: reviews.value }))
      problems.push({ code: 'github-differs', ...record.where, message })
  }
  return { problems, compared, unread: [...unread] }
}
