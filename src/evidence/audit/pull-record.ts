import type { Review } from '../../approval/facts.ts'
import { writeInstant, type Instant } from '../../book/instant.ts'
import type { ApprovedEvent } from './approvals.ts'

/** What the record says of one approved pull request, to be compared with what GitHub says of it today. */
export interface PullRecord {
  /** `acme/access#12`. */
  readonly pull: string
  readonly head: string
  /** Commit of main that it landed as. */
  readonly commit: string | null
  /** Reviews that were counted, by GitHub's number. */
  readonly reviews: Map<number, { readonly account: number; readonly login: string; readonly at: string }>
  /** Where the record says so first. */
  readonly where: { readonly commit: string; readonly file: string; readonly line: number }
}

/** What GitHub says of it today. */
export interface PullToday {
  readonly head: string
  readonly mergedAt: Instant | null
  readonly mergeCommit: string | null
  readonly reviews: readonly Review[]
}

/** Puts one approval with the others of its pull request. */
export function collectPull(
  records: Map<string, PullRecord>,
  { pull, head, commit, approvals }: ApprovedEvent,
  where: PullRecord['where']
): void {
  const record = records.get(pull) ?? { pull, head, commit, reviews: new Map(), where }
  for (const { review, id, login, at } of approvals) record.reviews.set(review, { account: id, login, at })
  records.set(pull, record)
}

/** Every difference between the record and GitHub, each a sentence. A review that was dismissed later was given all the same. */
export function comparePull(
  { pull, head, commit, reviews }: PullRecord,
  today: PullToday
): readonly string[] {
  const found: string[] = []
  if (today.mergedAt === null)
    found.push(`${pull} is recorded as approved and landed, but GitHub says that it isn’t merged.`)
  if (today.head !== head) found.push(`${pull} has the head ${today.head} on GitHub, not ${head}.`)
  if (today.mergeCommit !== null && commit !== null && today.mergeCommit !== commit)
    found.push(`${pull} was merged as ${today.mergeCommit} by GitHub, not as ${commit}.`)
  for (const [id, { account, login, at }] of reviews) {
    const review = today.reviews.find((one) => one.id === id)
    if (!review) {
      found.push(`GitHub lists no review ${id} of ${pull}, which the record counts.`)
      continue
    }
    if (review.author !== null && review.author.id !== account)
      found.push(`The review ${id} of ${pull} is by ${review.author.login} on GitHub, not by ${login}.`)
    if (review.state !== 'APPROVED' && review.state !== 'DISMISSED')
      found.push(`The review ${id} of ${pull} is no approval on GitHub: ${review.state}.`)
    if (writeInstant(review.at) !== at)
      found.push(
        `The review ${id} of ${pull} was given at ${writeInstant(review.at)} by GitHub, not at ${at}.`
      )
    if (today.mergedAt !== null && review.at > today.mergedAt)
      found.push(`The review ${id} of ${pull} was given after the merge, by GitHub.`)
  }
  return found
}
