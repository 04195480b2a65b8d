import { UnableError } from '../../book/errors.ts'

/** How long one run waits for GitHub altogether: for limits to pass, and for answers that were none. Milliseconds. */
export const PATIENCE = 5 * 60_000

/**
 * What is left of a run's patience. Only time that was lost counts: calls that are answered cost nothing, however many
 * they are, and one that never is can't be waited for again and again.
 */
export class Patience {
  #left: number
  readonly #sleep: (ms: number) => Promise<void>

  constructor(sleep: (ms: number) => Promise<void>, left: number = PATIENCE) {
    this.#sleep = sleep
    this.#left = left
  }

  /** Counts time that was lost. Milliseconds. */
  lose(ms: number): void {
    this.#left -= ms
  }

  /** Throws UnableError once it has run out. */
  check(): void {
    if (this.#left > 0) return
    throw new UnableError('GitHub was waited for as long as one run may wait. Run this again later.')
  }

  /** Waits so many milliseconds; false, at once, if that is longer than what is left. */
  async wait(ms: number): Promise<boolean> {
    if (ms > this.#left) return false
    this.#left -= ms
    await this.#sleep(ms)
    return true
  }
}
