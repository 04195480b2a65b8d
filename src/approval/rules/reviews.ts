import { readDuration, writeDuration } from '../../book/duration.ts'
import { writeInstant, type Instant } from '../../book/instant.ts'
import { plain } from '../../book/quote.ts'
import type { Account, CommitContent, Dismissal, PullFacts, Push, Review } from '../facts.ts'
import { sameForm } from '../same.ts'
import type { DiscountedReview } from '../verdict.ts'

// Rule 3. Per reviewer the latest of APPROVED, CHANGES_REQUESTED, DISMISSED. An approval counts if it was given to exactly
// the content of the head, in time, and to this base. Who the reviewer is doesn't matter here.

/** What one account's reviews come to. `why`: why an approval doesn't count; null if it does. */
export type Opinion = { readonly author: Account; readonly review: Review } & (
  | { readonly kind: 'approval'; readonly commit: string }
  | { readonly kind: 'void'; readonly why: string }
  | { readonly kind: 'objection'; readonly dismissals: readonly Dismissal[] }
)

/** Reviews that nobody's opinion can rest on: their account is gone, or they came after the merge. */
export function unheard({ reviews, landed }: PullFacts): readonly DiscountedReview[] {
  return reviews.flatMap(({ id, author, state, at }): readonly DiscountedReview[] => {
    if (state === 'COMMENTED' || state === 'PENDING') return []
    if (author === null) return [{ review: id, login: null, why: 'The account is gone.' }]
    if (landed && at > landed.at)
      return [
        { review: id, login: author.login, why: `It was given at ${writeInstant(at)}, after the merge.` }
      ]
    return []
  })
}

/** The opinion of every account, by account number; in the order of numbers. */
export function opinionsOf(facts: PullFacts, now: Instant, maxAge: string): readonly Opinion[] {
  const deadline = facts.landed?.at ?? now
  const byAuthor = new Map<number, Spoken[]>()
  for (const review of facts.reviews) {
    const { author, state } = review
    if (author === null || state === 'COMMENTED' || state === 'PENDING') continue
    if (facts.landed && review.at > facts.landed.at) continue
    const list = byAuthor.get(author.id)
    if (list) list.push({ ...review, author })
    else byAuthor.set(author.id, [{ ...review, author }])
  }
  const dismissals = dismissalsOf(facts)
  const context: Context = {
    facts,
    deadline,
    maxAge,
    head: contentKey(facts.content),
    dismissals,
    keys: new Map()
  }
  return [...byAuthor.values()]
    .flatMap((reviews) => opinionOf(reviews.toSorted(byTime), context))
    .toSorted((a, b) => a.author.id - b.author.id)
}

type Spoken = Review & { readonly author: Account }

interface Context {
  readonly facts: PullFacts
  readonly deadline: Instant
  readonly maxAge: string
  readonly head: string | null
  readonly dismissals: ReadonlyMap<number, readonly Dismissal[]>
  readonly keys: Map<string, string | null>
}

/** GitHub's instants are whole seconds; within one, its numbers grow. */
function byTime(a: Review, b: Review): number {
  return a.at - b.at || a.id - b.id
}

/** Dismissals by review; those after the merge came too late to change anything. */
function dismissalsOf({ dismissals, landed }: PullFacts): ReadonlyMap<number, readonly Dismissal[]> {
  const found = new Map<number, Dismissal[]>()
  for (const dismissal of dismissals) {
    if (landed && dismissal.at > landed.at) continue
    const list = found.get(dismissal.review)
    if (list) list.push(dismissal)
    else found.set(dismissal.review, [dismissal])
  }
  return found
}

/** The last one decides. */
function opinionOf(reviews: readonly Spoken[], context: Context): readonly Opinion[] {
  const review = reviews.at(-1)
  return review ? [lastWord(review, reviews, context)] : []
}

function lastWord(review: Spoken, reviews: readonly Spoken[], context: Context): Opinion {
  const { author } = review
  const own = context.dismissals.get(review.id) ?? []
  if (review.state === 'CHANGES_REQUESTED') return { kind: 'objection', author, review, dismissals: [] }
  if (review.state === 'DISMISSED') {
    // GitHub doesn't always say what it had been; then it may have been an objection.
    const approved = own.length > 0 && own.every(({ was }) => was === 'approved')
    if (!approved) return { kind: 'objection', author, review, dismissals: own }
    return { kind: 'void', author, review, why: `was dismissed${by(own.at(-1))}` }
  }
  const why = flaw(review, reviews, context)
  if (why !== null) return { kind: 'void', author, review, why }
  return { kind: 'approval', author, review, commit: review.commit ?? context.facts.head }
}

function by(dismissal: Dismissal | undefined): string {
  return dismissal?.by ? ` by @${plain(dismissal.by.login)}` : ''
}

/** Why an approval doesn't count, as the end of a sentence that begins with "The approval"; null if it does. */
function flaw(review: Spoken, reviews: readonly Spoken[], context: Context): string | null {
  const { facts, deadline, maxAge } = context
  const withdrawn = withdrawal(review, reviews, context.dismissals)
  if (withdrawn) return `was withdrawn when an approval of the same account was dismissed${by(withdrawn)}`
  const retargeted = facts.retargeted.reduce((last, at) => Math.max(last, at), -Infinity)
  if (review.at <= retargeted)
    return `was given before the base branch was changed at ${writeInstant(retargeted)}: it showed another change`
  const longest = readDuration(maxAge)
  if (longest === null || deadline - review.at > longest)
    return `is older than ${longest === null ? maxAge : writeDuration(longest)}`
  return contentFlaw(review, context)
}

/** The dismissal that took an approval with it: of this review, or of an earlier one after this one had been given. */
function withdrawal(
  review: Spoken,
  reviews: readonly Spoken[],
  dismissals: Context['dismissals']
): Dismissal | undefined {
  for (const earlier of reviews) {
    for (const dismissal of dismissals.get(earlier.id) ?? []) {
      // An objection that is dismissed takes back nothing that was approved after it.
      const counts =
        earlier.id === review.id || (dismissal.was !== 'changes_requested' && dismissal.at > review.at)
      if (counts) return dismissal
    }
  }
  return undefined
}

function contentFlaw({ id, commit, at }: Spoken, context: Context): string | null {
  const { facts, head } = context
  if (commit === null) return 'names no commit, so that what it was given to is not known'
  if (head === null) return "can't be compared with the head, which can't be read"
  const key = keyOf(commit, context)
  if (key === null) return `was given to commit ${short(commit)}, which can't be had any more`
  if (key !== head)
    return `was given to commit ${short(commit)}, which changes other files or changes them otherwise`
  const unseen = unseenFlaw({ id, commit }, facts)
  if (unseen !== null) return unseen
  if (wasTip(facts.pushes, commit, at)) return null
  // Neither the tip then nor before: GitHub stamped it anew, or the caller set it. What the branch held then decides too.
  const tip = tipAt(facts.pushes, at)
  if (tip === null) return `names commit ${short(commit)}, which the branch didn't hold when it was given`
  return keyOf(tip, context) === head
    ? null
    : `names commit ${short(commit)}, but was given while the branch held something else (${short(tip)})`
}

/**
 * What was approved is what was shown: the difference from the default branch as it stood then. What became part of the
 * difference only later, because the default branch moved, was shown to nobody.
 */
function unseenFlaw(
  { id, commit }: { readonly id: number; readonly commit: string },
  { content, shown }: PullFacts
): string | null {
  const views = shown.get(id) ?? []
  if (views.length === 0 || views.some(({ differences }) => differences === null))
    return `was given to commit ${short(commit)}, and what the pull request showed then can't be told`
  const forms = views.map(({ differences }) => new Map(differences?.map((one) => [one.path, one])))
  for (const { path, after } of content.differences ?? []) {
    const seen = forms.every((view) => {
      const one = view.get(path)
      return one !== undefined && sameForm(one.after, after)
    })
    if (!seen)
      return `was given before the default branch moved: the pull request didn't show ${plain(path)} then`
  }
  return null
}

function wasTip(pushes: readonly Push[], commit: string, at: Instant): boolean {
  return pushes.some((push) => push.after === commit && push.at <= at)
}

/** Where the branch stood at an instant; null if no push is known by then. */
function tipAt(pushes: readonly Push[], at: Instant): string | null {
  let last: Push | null = null
  for (const push of pushes) if (push.at <= at && (last === null || push.at > last.at)) last = push
  // Several pushes in one second have no order that can be told.
  const together = pushes.filter((push) => push.at === last?.at)
  return last !== null && together.length === 1 ? last.after : null
}

function keyOf(commit: string, { facts, keys, head }: Context): string | null {
  if (commit === facts.head) return head
  let key = keys.get(commit)
  if (key === undefined) {
    const content = facts.reviewed.get(commit)
    keys.set(commit, (key = content ? contentKey(content) : null))
  }
  return key
}

/** Equal for two commits exactly if they change the same paths to the same forms; null if that can't be told. */
export function contentKey({ base, differences }: CommitContent): string | null {
  if (base === null || differences === null) return null
  const lines = differences.map(({ path, after }) =>
    JSON.stringify([path, after?.mode ?? null, after?.blob ?? null])
  )
  return lines.toSorted().join('\n')
}

function short(commit: string): string {
  return plain(commit.slice(0, 10))
}
