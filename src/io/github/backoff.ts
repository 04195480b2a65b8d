import type { Octokit } from '@octokit/rest'
import { UnableError } from '../../book/errors.ts'
import type { Patience } from './patience.ts'

/**
 * Waits before a call that failed is made again: about 1, 4 and 9 seconds (`pace` 1000), on this machine a tenth. The retry plugin counts and decides; it would
 * wait by timers that no test can see, so its own waiting is set to nothing.
 */
export function waitBeforeRetries(
  octokit: Pick<Octokit, 'hook'>,
  patience: Patience,
  random: () => number,
  pace: number
): void {
  octokit.hook.before('request', async (options) => {
    const tries = Number(options.request?.['retryCount'] ?? 0)
    if (tries === 0) return
    if (await patience.wait(tries ** 2 * pace * (0.75 + random() / 2))) return
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
