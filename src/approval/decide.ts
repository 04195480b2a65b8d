import { plain } from '../book/quote.ts'
import { belongsBy } from './belonging.ts'
import { judgePath, type JudgedPath } from './judge-path.ts'
import type { ProofInput } from './proof-input.ts'
import { proofOf, type Proof } from './proof.ts'
import { incomplete, unknownHead } from './rules/completeness.ts'
import { mergedByPullRequest } from './rules/merged-by-pull-request.ts'
import { unheard } from './rules/reviews.ts'
import { toolAndGrants } from './rules/tool-and-grants.ts'
import { touchedBy, type Touched } from './touched.ts'
import type { DiscountedReview, PathVerdict, ProofReason, Verdict, VerdictState } from './verdict.ts'

/**
 * Whether a pull request is approved: what the check on it shows is what apply enforces. Knows nothing but what it is
 * given; whatever is unknown, unreadable or ambiguous is not approved. See docs/approvals.md for the rules in words.
 */
export function decide(input: ProofInput): Verdict {
  const { facts, book, teams } = input
  const touched = touchedBy(input)
  const gaps = incomplete(facts, teams)
  if (touched === null) return verdictOf(input, null, gaps, [], [])
  if (touched.length === 0) return verdictOf(input, null, gaps, [], [])
  const proof = proofOf(input, touched)
  if (!proof) return verdictOf(input, null, [...gaps, NO_SETTINGS], touched.map(unsettled), [])
  const belongs = belongsBy(teams, book)
  const judged = touched.map((one) => judgePath(one, proof, belongs))
  const reasons = [...gaps, ...wholeReasons(input, touched, proof)]
  return verdictOf(
    input,
    proof,
    reasons,
    judged.map(({ verdict }) => verdict),
    discountedOf(proof, judged)
  )
}

const NO_SETTINGS: ProofReason = {
  rule: 'settings',
  why: 'There are no valid approved settings (grants/grantbook.yaml), so nobody is known to own anything.',
  passing: false
}

/** What makes the whole pull request unapprovable. Reductions alone don't ask who brings them: they move in any case. */
function wholeReasons(
  { facts }: ProofInput,
  touched: readonly Touched[],
  { participants }: Proof
): readonly ProofReason[] {
  const tool = toolAndGrants(facts)
  const always = tool ? [tool] : []
  if (touched.every(({ free }) => free !== null)) return always
  const head = unknownHead(facts)
  return [...mergedByPullRequest(facts), ...always, ...participants.reasons, ...(head ? [head] : [])]
}

function unsettled({ path, after, free }: Touched): PathVerdict {
  const rest = { path, blob: after?.blob ?? null, approvals: [], missing: [], reasons: [] }
  return free === null
    ? { ...rest, state: 'refused', need: 'approval' }
    : { ...rest, state: 'approved', need: 'none' }
}

function verdictOf(
  { facts }: ProofInput,
  proof: Proof | null,
  reasons: readonly ProofReason[],
  judged: readonly PathVerdict[],
  discounted: readonly DiscountedReview[]
): Verdict {
  const paths = reasons.length === 0 ? judged : judged.map(refuse)
  const state = reasons.length > 0 ? 'refused' : worst(paths)
  const passing = [...reasons, ...paths.flatMap((one) => one.reasons)].some((reason) => reason.passing)
  return {
    pull: facts.number,
    head: facts.head,
    base: facts.content.base,
    state,
    why: state === 'approved' ? null : summary(reasons, paths),
    reasons,
    paths,
    discounted,
    warnings: [],
    requester: proof?.participants.requester ?? null,
    // Something else that is wrong for good doesn't get better by reading again.
    passing: passing && reasons.every((reason) => reason.passing)
  }
}

/** Nothing that needs approval is approved in a pull request that can't be. */
function refuse(path: PathVerdict): PathVerdict {
  return path.need === 'none' ? path : { ...path, state: 'refused' }
}

function worst(paths: readonly PathVerdict[]): VerdictState {
  for (const state of ['refused', 'missing'] as const)
    if (paths.some((path) => path.state === state)) return state
  return 'approved'
}

function summary(reasons: readonly ProofReason[], paths: readonly PathVerdict[]): string {
  const [whole] = reasons
  if (whole) return whole.why
  const refused = paths.find((path) => path.state === 'refused')
  if (refused) return `${plain(refused.path)}: ${refused.reasons[0]?.why ?? 'refused.'}`
  const open = paths.filter((path) => path.state === 'missing')
  const [first] = open
  const [lack] = first?.missing ?? []
  if (!first || !lack) return 'It is not approved.'
  const more = open.length > 1 ? ` (and ${open.length - 1} more)` : ''
  const count = lack.count === 1 ? 'one more approval' : `${lack.count} more approvals`
  return `${plain(first.path)}${more} needs ${count} from ${lack.from.join(' or ')}.`
}

const FOREIGN_APPROVAL = 'The account belongs to no owner of these files.'
const FOREIGN_OBJECTION = "The account belongs to no owner of these files, so the objection doesn't block."

/** Reviews that don't count, with why; for which files, where they do count for others. */
function discountedOf(
  { opinions, question }: Proof,
  judged: readonly JudgedPath[]
): readonly DiscountedReview[] {
  const found: DiscountedReview[] = [...unheard(question.facts)]
  for (const opinion of opinions) {
    const { review, author } = opinion
    const entry = (why: string) => found.push({ review: review.id, login: author.login, why })
    if (opinion.kind === 'void') {
      entry(`The approval ${opinion.why}.`)
      continue
    }
    if (judged.every(({ foreign }) => foreign.has(review.id)))
      entry(opinion.kind === 'objection' ? FOREIGN_OBJECTION : FOREIGN_APPROVAL)
    const byWhy = new Map<string, string[]>()
    for (const { verdict, notCounted } of judged) {
      const why = notCounted.get(review.id)
      if (why === undefined) continue
      const paths = byWhy.get(why)
      if (paths) paths.push(verdict.path)
      else byWhy.set(why, [verdict.path])
    }
    for (const [why, paths] of byWhy) entry(paths.length === judged.length ? why : `${why} ${where(paths)}`)
  }
  return found.toSorted((a, b) => a.review - b.review)
}

function where(paths: readonly string[]): string {
  const [first = '', ...others] = paths
  return others.length === 0 ? `(${plain(first)})` : `(${plain(first)} and ${others.length} more)`
}
