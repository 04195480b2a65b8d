import type { Gap } from '../../../approval/facts.ts'
import { UnableError } from '../../../book/errors.ts'
import { proposeOnce } from '../../../io/github/propose/propose-once.ts'
import type { Proposal } from '../../../io/github/propose/proposal.ts'
import type { Stand } from './stand.ts'

/** A pull request that stands: opened now, or found open for the same. */
export interface Opened {
  readonly pull: number
  readonly branch: string
  /** Null: it was opened now; else why none was. */
  readonly why: string | null
}

/** What is proposed, but for what all of it has alike. */
export type Matter = Pick<Proposal, 'branch' | 'title' | 'body' | 'message' | 'files'>

/** So many branches of one name, each with a request that is over, are passed by. */
const MOST = 50

/**
 * Opens a pull request in the person's own name, from a branch of the name given; where that is taken by a request that
 * is over, from the first that is free with a number behind a dot (no id has a dot). One that is open from such a branch is
 * for the same: it is told instead of opening a second one. Throws UnableError.
 */
export async function openOne({ desk, base }: Stand, matter: Matter): Promise<Opened> {
  for (let number = 1; number <= MOST; number++) {
    const branch = number === 1 ? matter.branch : `${matter.branch}.${number}`
    const done = await proposeOnce(desk, { ...matter, branch, base })
    if (!done.ok) throw new UnableError(failure(done.gap))
    const { pull, state, why } = done.value
    if (state === 'opened' && pull !== null) return { pull, branch, why: null }
    if (pull !== null) return { pull, branch, why: why ?? `#${pull} is open from this branch` }
    if (state !== 'left')
      throw new UnableError(`No pull request was opened: ${why ?? `${base.branch} has it already`}.`)
  }
  throw new UnableError(
    `No pull request was opened: ${MOST} branches named ${matter.branch} are taken. Delete those whose requests are over.`
  )
}

function failure({ what, why, passing }: Gap): string {
  const repair = /^40[34]\b/u.test(why)
    ? ' Your account, and GITHUB_TOKEN, must have leave to write contents and pull requests there.'
    : passing
      ? ' Run the same command again: what was begun is completed.'
      : ''
  return `The pull request could not be opened (${what}: ${why}).${repair}`
}
