import { UnableError } from '../../book/errors.ts'
import { exclusions } from '../../approval/exclusions.ts'
import type { Verdict } from '../../approval/verdict.ts'
import type { GitHub, Reading } from '../../io/github/github.ts'
import type { VerdictView } from '../../render/verdict/view.ts'
import type { Common } from '../command.ts'
import { placed } from '../placed.ts'
import type { ApprovedSource } from './approved-source.ts'
import type { PullLive } from './pull-live.ts'
import { provePull } from './prove.ts'
import { judgePull } from './pull-change.ts'
import { digestOf, diffsOf, requestsOf } from './pull-words.ts'

/** What all pull requests of one run are judged against. */
export interface Standpoint {
  readonly github: GitHub
  readonly approved: ApprovedSource
  /** Tip of the default branch. */
  readonly tip: string
  /** `https://github.com/acme/access`. */
  readonly repository: string
  readonly common: Common
  readonly live: PullLive
  /** What is to be said of a nightly that hasn't run for too long; null: nothing. */
  readonly nightly: string | null
}

/** Everything that is to be shown of one pull request: proof, findings, plan. Throws UnableError if it can't be read at all. */
export async function viewOf(number: number, at: Standpoint): Promise<VerdictView> {
  const { github, approved, tip, common } = at
  const { root, now } = common
  const { source, unproved, evidence, warning } = approved
  const request = { number, source, unproved, evidence, now, tip, names: true }
  const { facts, question, verdict } = told(await provePull(github, root, request))
  const differences = facts.content.differences ?? []
  const view = {
    at: now,
    repository: at.repository,
    verdict,
    digest: digestOf(differences),
    notices: [warning, at.nightly].filter((one) => one !== null)
  }
  if (facts.content.differences === null) return { ...view, ...UNREADABLE }
  const change = await judgePull({
    root,
    now,
    approved: source,
    evidence,
    tip,
    head: facts.head,
    differences,
    documents: (systems) => at.live.documents(systems)
  })
  try {
    const live = await at.live.beside(change)
    const known = new Set(change.refused.map(({ grant }) => grant))
    return {
      ...view,
      findings: (await placed(change.after, [...change.problems, ...exclusions(question)])).findings,
      standing: (await placed(change.after, change.standing)).findings,
      plan: {
        at: now,
        commit: facts.head,
        mode: 'change',
        changes: change.changes,
        drift: live.drift && live.drift.map((one) => ({ ...one, risk: null })),
        driftWhy: live.why,
        refused: [...change.refused, ...live.unfit.filter(({ grant }) => !known.has(grant))]
      },
      planWhy: null,
      requests: requestsOf(differences, change.book),
      diffs: await diffsOf(root, facts.content.base, facts.head, differences)
    }
  } finally {
    change.after.close()
  }
}

const UNREADABLE = {
  findings: [],
  standing: [],
  plan: null,
  planWhy: 'what its head changes can’t be read',
  requests: [],
  diffs: []
}

/** A view of a commit that isn't the pull request's head any more: nothing is judged, and it is never ready. */
export function superseded(verdict: Verdict, at: Standpoint, head: string): VerdictView {
  const why = `The pull request has a newer commit, ${verdict.head.slice(0, 12)}: what counts is said there.`
  return {
    at: at.common.now,
    repository: at.repository,
    verdict: {
      ...verdict,
      head,
      state: 'refused',
      why,
      reasons: [{ rule: 'superseded', why, passing: false }],
      paths: []
    },
    ...UNREADABLE,
    planWhy: 'it is no longer the head',
    digest: digestOf([]),
    notices: []
  }
}

/** What was read. Throws UnableError if it wasn't. */
export function told<T>(reading: Reading<T>): T {
  if (reading.ok) return reading.value
  const { what, why } = reading.gap
  throw new UnableError(`${what} can’t be read on GitHub: ${why}.`)
}
