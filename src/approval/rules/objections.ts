import { plain } from '../../book/quote.ts'
import { NO_OWNER, type Eligible, type Saying } from '../eligible.ts'
import type { Account, Dismissal } from '../facts.ts'
import type { Instant } from '../../book/instant.ts'
import type { ProofReason } from '../verdict.ts'
import type { Opinion } from './reviews.ts'

const RULE = 'objections'

export type Objection = Extract<Opinion, { readonly kind: 'objection' }>

/** Judges an account at the instant at which it spoke. */
export type Judge = (account: Account, spoke: Instant, saying: Saying) => Eligible

/** What one objection does to a path. */
export type Weighed =
  | { readonly state: 'open' | 'unknown'; readonly reason: ProofReason }
  | { readonly state: 'void'; readonly why: string }
  | { readonly state: 'lifted' | 'foreign' }

/**
 * Rule 6. An objection of an eligible owner stands until that reviewer's own newer review (then it isn't here any more), or
 * a dismissal by another eligible owner. Somebody else's dismissal takes it from GitHub's list, not from ours, and nobody
 * is silenced by a name in a commit or a field of the files that are objected to.
 */
export function weigh(objection: Objection, judge: Judge): Weighed {
  const { author, review, dismissals } = objection
  const name = `@${plain(author.login)}`
  const objector = judge(author, review.at, 'objection')
  if (objector.state === 'no' && objector.why === NO_OWNER) return { state: 'foreign' }
  if (objector.state === 'no')
    return { state: 'void', why: `The objection of ${name} doesn't block: the account ${objector.why}.` }
  if (objector.state === 'unknown')
    return {
      state: 'unknown',
      reason: {
        rule: RULE,
        why: `${name} asks for changes, and ${objector.what}. It will be tried again.`,
        passing: true
      }
    }
  const tried = new Set(dismissals.map((dismissal) => lifts(dismissal, objector.person, judge)))
  if (tried.has('yes')) return { state: 'lifted' }
  const dismissed = dismissals.length > 0 ? ', and nobody else who owns the file dismissed that' : ''
  const why = `${name} asks for changes${dismissed}. A new review of ${name}, or a dismissal by another owner of the file who may approve it, is needed.`
  return tried.has('unknown')
    ? {
        state: 'unknown',
        reason: {
          rule: RULE,
          why: `${why} Whether it was dismissed rightly could not be read.`,
          passing: true
        }
      }
    : { state: 'open', reason: { rule: RULE, why, passing: false } }
}

function lifts({ by, at }: Dismissal, objector: string, judge: Judge): Eligible['state'] {
  if (!by) return 'no'
  const eligible = judge(by, at, 'approval')
  return eligible.state === 'yes' && eligible.person === objector ? 'no' : eligible.state
}
