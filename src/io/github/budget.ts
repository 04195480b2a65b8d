import type { Instant } from '../../book/instant.ts'

/**
 * "In general, no more than 80 content-generating requests per minute and no more than 500 content-generating requests
 * per hour are allowed." Source: GitHub's documentation, "Rate limits for the REST API", about secondary rate limits.
 */
const WINDOWS = [
  { most: 80, span: 60_000 },
  { most: 500, span: 3_600_000 }
] as const

/** What a budget reads the time from, and waits by. */
export interface BudgetPorts {
  readonly clock: () => Instant
  /** Waits so many milliseconds. */
  readonly sleep: (ms: number) => Promise<void>
  /** The run waits for at most so long at a time; milliseconds. Two minutes if absent: the minute's limit, not the hour's. */
  readonly longest?: number
  /** How many runs write at the same time, this one among them: each has its part of the limits. One if absent. */
  readonly writers?: number
}

const LONGEST = 120_000

/**
 * What one run may still create on GitHub: in no minute and in no hour more than its part of GitHub's documented limits. All
 * calls that write share one.
 */
export class Budget {
  readonly #ports: BudgetPorts
  /** When the last requests were made, oldest first. */
  #made: Instant[] = []
  #last: Promise<unknown> = Promise.resolve()

  constructor(ports: BudgetPorts) {
    this.#ports = ports
  }

  /** Waits until one more request may be made, and counts it; false: that would take too long, and none may. */
  take(): Promise<boolean> {
    const mine = this.#last.then(() => this.#take())
    this.#last = mine.catch(() => undefined)
    return mine
  }

  async #take(): Promise<boolean> {
    const { clock, sleep, longest = LONGEST } = this.#ports
    const wait = this.#wait(clock())
    if (wait > longest) return false
    if (wait > 0) await sleep(wait)
    // The clock may stand still while a test waits: what was waited for has passed nonetheless.
    const now = clock()
    this.#made.push(now)
    const oldest = now - Math.max(...WINDOWS.map(({ span }) => span))
    this.#made = this.#made.filter((at) => at > oldest)
    return true
  }

  /** Milliseconds until one more request fits into every window. */
  #wait(now: Instant): number {
    const { writers = 1 } = this.#ports
    const waits = WINDOWS.map(({ most, span }) => {
      const at = this.#made.at(-Math.max(1, Math.floor(most / writers)))
      return at === undefined ? 0 : at + span - now
    })
    return Math.max(0, ...waits)
  }
}
