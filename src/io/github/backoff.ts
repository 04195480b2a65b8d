import type { Octokit } from '@octokit/rest'
import { UnableError } from '../../book/errors.ts'
import type { Budget } from './budget.ts'
import type { Patience } from './patience.ts'
import { isRead } from './transport.ts'

/** By what a call that failed is made again. */
export interface Backoff {
  readonly patience: Patience
  readonly random: () => number
  /** Milliseconds before the second attempt, about. */
  readonly pace: number
  /** GitHub counts an attempt to write whatever it answers. */
  readonly budget: Budget
}

/**
 * Waits before a call that failed is made again: about one, four and nine times `pace`. The retry plugin counts and decides;
 * it would wait by timers that no test can see, so its own waiting is set to nothing.
 */
export function waitBeforeRetries(
  octokit: Pick<Octokit, 'hook'>,
  { budget, pace, patience, random }: Backoff
): void {
  octokit.hook.before('request', async (options) => {
    const tries = Number(options.request?.['retryCount'] ?? 0)
    if (tries === 0) return
    const waited = await patience.wait(tries ** 2 * pace * (0.75 + random() / 2))
    if (waited && (isRead(options.method) || (await budget.take()))) return
    throw new UnableError('GitHub was waited for as long as one run may wait. Run this again later.')
  })
}

/**
 * Gives every call options of its own. Octokit hands the same ones to all, the retry plugin counts in them also what it
 * doesn't try again (a 404), and every later call would be taken for a repeated one and wait.
 */
export function countEachByItself(octokit: Pick<Octokit, 'hook'>): void {
  octokit.hook.before('request', (options) => {
    options.request = { ...options.request }
  })
}
