import type { Tree } from '../book/tree.ts'
import { eligible, NO_OWNER, type Belongs, type Saying } from './eligible.ts'
import type { Eligible } from './eligible.ts'
import type { Account, Form } from './facts.ts'
import { fill, type Requirement } from './requirement.ts'
import { pathProof, type PathProof, type Proof } from './proof.ts'
import { baseForm } from './rules/base-form.ts'
import { unanswered } from './rules/completeness.ts'
import { handsOf, loginOf, mute } from './rules/transfer.ts'
import { landedAsApproved } from './rules/landed-as-approved.ts'
import { weigh } from './rules/objections.ts'
import { foundByOthers } from './rules/out-of-band.ts'
import type { Opinion } from './rules/reviews.ts'
import { inactiveAt, peopleOf, personOf } from './people.ts'
import { fileAt } from './book-file.ts'
import type { Touched } from './touched.ts'
import type { CountedApproval, MissingApproval, PathVerdict, ProofReason, Transfer } from './verdict.ts'

/** The verdict on one path, and what reviews are to it. */
export interface JudgedPath {
  readonly verdict: PathVerdict
  /** Reviews that don't count for it, with why. */
  readonly notCounted: ReadonlyMap<number, string>
  /** Reviews of people who own nothing here: worth telling only if they own nothing elsewhere either. */
  readonly foreign: ReadonlySet<number>
}

type Approval = Extract<Opinion, { readonly kind: 'approval' }>

/** Judges one path by all rules that concern a path. A path that needs no approval is judged too: it may have enough. */
export function judgePath(touched: Touched, proof: Proof, belongs: Belongs): JudgedPath {
  const path = pathProof(touched, proof)
  const notCounted = new Map<number, string>()
  const foreign = new Set<number>()
  const reasons = formReasons(touched, proof)
  const unheard: Unheard = { notCounted, foreign }
  const supporters = supportersOf(proof, path, belongs, unheard)
  const objected = objections(proof, path, belongs, unheard)
  const { approvals, missing, unknown } = needed(path, supporters)
  const consent = consents(path, proof)
  const lacking = [...missing, ...consent.missing]
  reasons.push(...objected, ...consent.reasons)
  if (path.needs.reason) reasons.push(path.needs.reason)
  if (missing.length > 0) reasons.push(...unknown)
  const all = distinct([...approvals, ...consent.approvals])
  // Who consents has said what there was to say, whether or not that also approves.
  for (const { review } of consent.approvals) {
    notCounted.delete(review)
    foreign.delete(review)
  }
  const verdict = verdictOf(touched, all, lacking, reasons)
  const hands = handsOf(touched, proof.question)
  const transfer = hands && { ...hands, consents: consent.given }
  return { verdict: transfer ? { ...verdict, transfer } : verdict, notCounted, foreign }
}

function verdictOf(
  { path, after, free }: Touched,
  approvals: readonly CountedApproval[],
  missing: readonly MissingApproval[],
  reasons: readonly ProofReason[]
): PathVerdict {
  const blob = after?.blob ?? null
  const state = reasons.length > 0 ? 'refused' : missing.length > 0 ? 'missing' : 'approved'
  if (free === null) return { path, blob, state, need: 'approval', approvals, missing, reasons }
  // Without enough approvals it isn't proved, and who gave some is nothing to record.
  const given = state === 'approved' ? approvals : []
  return { path, blob, state: 'approved', need: 'none', approvals: given, missing: [], reasons: [] }
}

/** What is against the content itself, whoever approved it. */
function formReasons(touched: Touched, { question, participants }: Proof): ProofReason[] {
  const { facts, after } = question
  const landed = facts.landed ? landedAsApproved(touched) : null
  const reasons = [
    landed,
    baseForm(touched, formIn(question.book.tree, touched.path)),
    foundByOthers(touched, question, participants)
  ]
  if (touched.after !== null && !fileAt(after, touched.path)) {
    const why = `What ${touched.path} says can't be read, so nobody can approve it. Correct the file.`
    reasons.push({ rule: 'unreadable', why, passing: false })
  }
  return reasons.filter((reason) => reason !== null)
}

function formIn({ entries }: Tree, path: string): Form | null {
  const entry = entries.get(path)
  return entry?.blob ? { mode: entry.mode, blob: entry.blob } : null
}

interface Unheard {
  readonly notCounted: Map<number, string>
  readonly foreign: Set<number>
}

interface Supporter {
  readonly approval: Approval
  readonly eligible: Exclude<Eligible, { readonly state: 'no' }>
}

function supportersOf(
  proof: Proof,
  path: PathProof,
  belongs: Belongs,
  unheard: Unheard
): readonly Supporter[] {
  return proof.opinions.flatMap((opinion) => {
    if (opinion.kind !== 'approval') return []
    const { author, review } = opinion
    const judged = eligible(author, review.at, belongs, proof, path, 'approval')
    if (judged.state !== 'no') return [{ approval: opinion, eligible: judged }]
    if (judged.why === NO_OWNER) unheard.foreign.add(review.id)
    else unheard.notCounted.set(review.id, `The account ${judged.why}.`)
    return []
  })
}

function objections(
  proof: Proof,
  path: PathProof,
  belongs: Belongs,
  unheard: Unheard
): readonly ProofReason[] {
  const judge = (account: Account, spoke: number, saying: Saying) =>
    eligible(account, spoke, belongs, proof, path, saying)
  return proof.opinions.flatMap((opinion) => {
    if (opinion.kind !== 'objection') return []
    const weighed = weigh(opinion, judge)
    if (weighed.state === 'foreign') unheard.foreign.add(opinion.review.id)
    if (weighed.state === 'void') unheard.notCounted.set(opinion.review.id, weighed.why)
    return weighed.state === 'open' || weighed.state === 'unknown' ? [weighed.reason] : []
  })
}

interface Needed {
  readonly approvals: readonly CountedApproval[]
  readonly missing: readonly MissingApproval[]
  readonly unknown: readonly ProofReason[]
}

function needed({ needs }: PathProof, supporters: readonly Supporter[]): Needed {
  const sure = new Map<string, { readonly approval: Approval; readonly owners: readonly string[] }>()
  const unknown: ProofReason[] = []
  for (const { approval, eligible: judged } of supporters) {
    if (judged.state === 'unknown')
      unknown.push(unanswered(`what the approval of @${approval.author.login} counts for: ${judged.what}`))
    else sure.set(judged.person, { approval, owners: judged.owners })
  }
  const approvals: CountedApproval[] = []
  const missing: MissingApproval[] = []
  for (const requirement of needs.requirements ?? []) {
    const people = new Map([...sure].map(([person, { owners }]) => [person, groupsFor(requirement, owners)]))
    const filled = fill(requirement, people)
    for (const [person, group] of filled.as) {
      const own = sure.get(person)
      const as = requirement.groups[group]?.find((owner) => own?.owners.includes(owner))
      if (own && as !== undefined) approvals.push(counted(own.approval, person, as))
    }
    missing.push(...filled.missing.map((lack) => ({ ...lack, why: requirement.why, could: null })))
  }
  return { approvals, missing, unknown }
}

function groupsFor({ groups }: Requirement, owners: readonly string[]): readonly number[] {
  return groups.flatMap((group, index) => (group.some((owner) => owners.includes(owner)) ? [index] : []))
}

function counted({ author, review, commit }: Approval, person: string, as: string): CountedApproval {
  return { login: author.login, id: author.id, person, as, review: review.id, commit, at: review.at }
}

interface Consents {
  readonly given: Transfer['consents']
  readonly approvals: readonly CountedApproval[]
  readonly missing: readonly MissingApproval[]
  readonly reasons: readonly ProofReason[]
}

/** Consent of a transfer's two sides: given by an approving review, by opening, or by pushing. */
function consents(path: PathProof, proof: Proof): Consents {
  const { question, participants, opinions } = proof
  const people = peopleOf(question.book)
  const approvals: CountedApproval[] = []
  const missing: MissingApproval[] = []
  const reasons: ProofReason[] = []
  const said: { person: string; by: 'review' | 'part' }[] = []
  for (const side of path.consents) {
    const { person, why } = side
    if (participants.acting.has(person)) {
      said.push({ person, by: 'part' })
      continue
    }
    const given = opinions.find(
      (one) =>
        one.kind === 'approval' &&
        personOf(people, one.author) === person &&
        inactiveAt(question.book, person, one.review.at) === null
    )
    const login = loginOf(person, question)
    if (given?.kind === 'approval') {
      approvals.push(counted(given, person, 'consent'))
      said.push({ person, by: 'review' })
    } else if (login === null) reasons.push(mute(side))
    else missing.push({ from: [login], count: 1, why, could: null })
  }
  const given = [...new Map(said.map((one) => [one.person, one])).values()]
  return { given, approvals, missing, reasons }
}

/** One entry for each person and role, in the order of people. */
function distinct(approvals: readonly CountedApproval[]): readonly CountedApproval[] {
  const found = new Map(approvals.map((one) => [`${one.person} ${one.as}`, one]))
  return [...found.values()].toSorted((a, b) => order(a.person, b.person) || order(a.as, b.as))
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
