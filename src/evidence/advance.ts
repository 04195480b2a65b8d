import type { Form, PathDifference } from '../approval/facts.ts'
import type { PathVerdict, Transfer, Verdict } from '../approval/verdict.ts'
import { writeInstant, type Instant } from '../book/instant.ts'
import type { Problem } from '../book/problem.ts'
import type { Move } from './approved-tree.ts'
import type { Event } from './events.ts'
import { clip } from './record.ts'
import { isRecordable } from './lines.ts'
import { systemOfPath } from '../plan/path-unit.ts'

/** What the default branch took in at once: a direct push, or all that one merged pull request brought. */
export interface Step {
  /** The last of its first-parent commits. */
  readonly commit: string
  /** Its first-parent commits that change something governed, oldest first. */
  readonly commits: readonly string[]
  /** The default branch before the first of them. */
  readonly parent: string
  /** Number of the merged pull request; null: none brought it. */
  readonly pull: number | null
  /** What it changed under `grants/`, sorted by path. */
  readonly differences: readonly PathDifference[]
}

/** What is known of how a step came about. */
export type Proof =
  /** No merged pull request brought it. `rewritten`: the branch was moved away from what had been judged. */
  | { readonly kind: 'direct'; readonly rewritten: boolean }
  /** A verdict, the errors that the book would gain by it, and when it was merged. */
  | {
      readonly kind: 'judged'
      readonly verdict: Verdict
      readonly gained: readonly Problem[]
      readonly mergedAt: Instant
    }
  /** Its records could not be read for so long that nobody waits for them any more. */
  | { readonly kind: 'unreadable'; readonly why: string }

/** What a step is judged by. */
export interface Advancing {
  readonly step: Step
  readonly proof: Proof
  /** The approved form of a path before the step; null: there is none. */
  readonly formOf: (path: string) => Form | null
  /** Which of its paths only take access away from their approved form, with what they do, in words. */
  readonly reductions: ReadonlyMap<string, string>
  /** Paths among them that would take too much away at once, with why: without an approval they don't move. */
  readonly withheld: ReadonlyMap<string, string>
  /** Whether a path's approved form was reached by a reduction that nobody has proved. */
  readonly isUnproved?: (path: string) => boolean
}

/** What all events of one run say alike. */
export interface LandingFacts {
  readonly now: Instant
  /** `owner/name`: requests are named `owner/name#12`. */
  readonly repository: string
  readonly run: string | null
  readonly id: string
}

/** A path that stays in its approved form, for good. */
export interface Unmoved {
  readonly path: string
  readonly state: 'refused' | 'held'
  readonly code: string
  readonly why: string
}

/** What becomes of the approved tree by one step. */
export interface Advanced {
  readonly moves: readonly Move[]
  readonly events: readonly Event[]
  readonly unmoved: readonly Unmoved[]
}

/** Code of a change that no merged pull request brought. */
export const UNPROVED = 'unproved'
/** Code of a merged pull request that lacked approvals when it was judged. */
export const MISSING = 'approval-missing'
/** Code of a merged pull request whose records could not be read. */
export const UNREADABLE = 'unreadable'
/** Code of a reduction that the guard keeps back. */
export const REDUCTION_WITHHELD = 'reduction-withheld'
/** Code of a path that landed in another form than the one that was judged. */
export const OTHERWISE = 'landed-otherwise'

/**
 * How the approved tree moves by one step, judged once and for all: what only takes access away moves however it came;
 * the paths of one merged pull request move together, if every one of them is proved and the book gains no error;
 * anything else stays in its approved form. A path that already has its approved form is no matter, unless it was only
 * reduced to it, ahead of a pull request that could not be read then and is proved now: that proves it.
 */
export function advance(given: Advancing, facts: LandingFacts): Advanced {
  const { step, formOf, isUnproved } = given
  const open = step.differences.filter(({ path, after }) => !sameForm(formOf(path), after))
  const ahead = step.differences.filter(
    ({ path, after }) => sameForm(formOf(path), after) && isUnproved?.(path) === true
  )
  const { proved, whole } = provedPaths(given, open)
  const confirmed = whole ? confirmedPaths(given, ahead) : new Map<string, PathVerdict>()
  const moves: Move[] = []
  const events: Event[] = []
  const unmoved: Unmoved[] = []
  for (const { path, after } of open) {
    const verdict = proved.get(path)
    const reduction = given.reductions.get(path)
    const kept = given.withheld.get(path)
    if (verdict) events.push(...approvedEvents(path, after, verdict, given, facts))
    else if (reduction !== undefined && kept === undefined)
      events.push(reducedEvent(path, after, reduction, step, facts))
    else {
      const why = reduction !== undefined && kept !== undefined ? withheld(path, kept) : fault(path, given)
      unmoved.push(why)
      // Nothing of such a file moves, so nothing is owed to the record; the run says it all the same.
      const told = unmovedEvent(why, after, step, facts)
      if (isRecordable(told)) events.push(told)
      continue
    }
    moves.push({ path, to: after })
  }
  for (const { path, after } of ahead) {
    const verdict = confirmed.get(path)
    if (!verdict) continue
    events.push(...approvedEvents(path, after, verdict, given, facts))
    moves.push({ path, to: after })
  }
  return { moves, events, unmoved }
}

/** Whether two forms are the same: absent, or mode and content alike. */
export function sameForm(a: Form | null, b: Form | null): boolean {
  return a === null || b === null ? a === b : a.mode === b.mode && a.blob === b.blob
}

interface ProvedPaths {
  readonly proved: ReadonlyMap<string, PathVerdict>
  /** Whether the whole pull request holds. */
  readonly whole: boolean
}

const NOTHING_PROVED: ProvedPaths = { proved: new Map(), whole: false }

/** Paths that approvals prove, with their verdicts; none, unless the whole pull request holds. */
function provedPaths({ proof, reductions }: Advancing, open: readonly PathDifference[]): ProvedPaths {
  if (proof.kind !== 'judged' || proof.verdict.state !== 'approved' || proof.gained.length > 0)
    return NOTHING_PROVED
  const proved = new Map<string, PathVerdict>()
  const byPath = new Map(proof.verdict.paths.map((one) => [one.path, one]))
  for (const { path, after } of open) {
    const verdict = byPath.get(path)
    const holds = verdict?.state === 'approved' && verdict.blob === (after?.blob ?? null)
    if (holds && (verdict.need === 'approval' || isApproved(verdict))) proved.set(path, verdict)
    else if (!reductions.has(path)) return NOTHING_PROVED
  }
  return { proved, whole: true }
}

/** Paths that were reduced ahead of their pull request and have its approvals now. */
function confirmedPaths(
  { proof }: Advancing,
  ahead: readonly PathDifference[]
): ReadonlyMap<string, PathVerdict> {
  if (proof.kind !== 'judged') return new Map()
  const byPath = new Map(proof.verdict.paths.map((one) => [one.path, one]))
  return new Map(
    ahead.flatMap(({ path, after }): readonly [string, PathVerdict][] => {
      const verdict = byPath.get(path)
      const holds = verdict?.state === 'approved' && verdict.blob === (after?.blob ?? null)
      return holds && isApproved(verdict) ? [[path, verdict]] : []
    })
  )
}

/** A reduction needs no approval; one that has enough all the same is proved like anything else. */
function isApproved({ approvals, missing }: PathVerdict): boolean {
  return approvals.length > 0 && missing.length === 0
}

/** Why a path doesn't move. */
function fault(path: string, { proof, step }: Advancing): Unmoved {
  if (proof.kind === 'direct') {
    const why = proof.rewritten
      ? 'The history of the default branch was rewritten; what a rewritten branch brings is not taken over. Request it by a pull request.'
      : 'It was pushed to the default branch directly, so nobody approved it. Request it by a pull request.'
    return { path, state: 'refused', code: UNPROVED, why }
  }
  if (proof.kind === 'unreadable') return { path, state: 'refused', code: UNREADABLE, why: proof.why }
  const { verdict, gained } = proof
  const about = `Pull request #${step.pull ?? verdict.pull}`
  if (verdict.state !== 'approved') {
    const own = verdict.paths.find((one) => one.path === path)
    const [reason] = [...verdict.reasons, ...(own?.reasons ?? [])]
    const told = reason?.why ?? own?.missing[0]?.why ?? verdict.why ?? 'its approvals don’t suffice'
    const code = verdict.state === 'missing' ? MISSING : (reason?.rule ?? 'refused')
    return { path, state: 'refused', code, why: `${about} was merged without proof: ${told}${again(own)}` }
  }
  const [first] = gained
  if (first) {
    const why = `${about} is approved, but with it the files would have an error that they lacked before: ${first.file}: ${first.message} ${first.fix} Mend it by a new pull request.`
    return { path, state: 'held', code: first.code, why }
  }
  const why = `${about} brought something else than what was approved there, so none of it is taken over. Request it by a new pull request.`
  return { path, state: 'refused', code: OTHERWISE, why }
}

function again(own: PathVerdict | undefined): string {
  const fine = own?.state === 'approved' ? ' This file itself was approved, but they move together.' : ''
  return `${fine} Request it by a new pull request.`
}

function withheld(path: string, why: string): Unmoved {
  return { path, state: 'held', code: REDUCTION_WITHHELD, why }
}

function common(path: string, after: Form | null, step: Step, facts: LandingFacts) {
  return {
    at: writeInstant(facts.now),
    grant: path,
    blob: after?.blob ?? null,
    commit: step.commit,
    by: BY,
    run: facts.run
  }
}

const BY = 'grantbook apply'

/** How a request is named in evidence. */
export function requestName(pull: number, { repository }: Pick<LandingFacts, 'repository'>): string {
  return `${repository}#${pull}`
}

function approvedEvents(
  path: string,
  after: Form | null,
  own: PathVerdict,
  { step, proof }: Advancing,
  facts: LandingFacts
): readonly Event[] {
  if (proof.kind !== 'judged') return []
  const { verdict } = proof
  const pull = requestName(verdict.pull, facts)
  const base = common(path, after, step, facts)
  const approvals = own.approvals.map(({ at, ...rest }) => ({ ...rest, at: writeInstant(at) }))
  return [
    { ...base, event: 'requested', pull, requester: verdict.requester },
    { ...base, event: 'approved', pull, head: verdict.head, base: verdict.base ?? step.parent, approvals },
    ...(own.transfer ? [transferredEvent(base, own.transfer)] : [])
  ]
}

function transferredEvent(
  base: ReturnType<typeof common>,
  { from, to, consents }: Transfer
): Extract<Event, { readonly event: 'transferred' }> {
  return { ...base, event: 'transferred', from, to, consents: consents.map((one) => ({ ...one })) }
}

function reducedEvent(
  path: string,
  after: Form | null,
  what: string,
  step: Step,
  facts: LandingFacts
): Event {
  // Only what a pull request proves is told as its own.
  const by = step.pull === null ? '' : ` It came with #${step.pull} and needed no approval.`
  return { ...common(path, after, step, facts), event: 'reduced', what: clip(`${what}${by}`), pull: null }
}

function unmovedEvent(one: Unmoved, after: Form | null, step: Step, facts: LandingFacts): Event {
  const { path, state, code, why } = one
  return {
    ...common(path, after, step, facts),
    event: state,
    system: systemOfPath(path),
    code,
    why: clip(why),
    pull: step.pull === null ? null : requestName(step.pull, facts)
  }
}

/** Says up to which commit of the default branch everything has been judged, and which pull requests on the way. */
export function sealedEvent(commit: string, pulls: readonly number[], facts: LandingFacts): Event {
  return {
    at: writeInstant(facts.now),
    grant: null,
    blob: null,
    commit,
    by: BY,
    run: facts.run,
    event: 'sealed',
    id: facts.id,
    sealed: commit,
    pulls: pulls.map((pull) => requestName(pull, facts))
  }
}
