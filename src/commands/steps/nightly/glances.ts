import { UnableError } from '../../../book/errors.ts'
import type { Live, Outside } from '../../../connectors/connector.ts'
import type { Common, Io } from '../../command.ts'
import type { Standpoint } from '../standpoint.ts'
import { openSystem, portsOf, type OpenedSystem } from '../systems.ts'
import { explainedBy } from './explained.ts'

/** What one look at a system showed. */
export interface Glance extends Outside {
  /** The system as it was read; null where nothing was found, and so nothing is to be compared with it. */
  readonly live: Live | null
}

/**
 * What stands outside in the systems in which apply had nothing to do, found in what apply read of them: so that a quiet
 * night reads every account once. Nobody looked at the others; they are read anew.
 */
export class Glances {
  readonly #common: Common
  readonly #io: Io
  readonly #found = new Map<string, Glance>()

  constructor(common: Common, io: Io) {
    this.#common = common
    this.#io = io
  }

  /** Looks at one system; what can't be looked at now is left to be read anew, which says why. */
  readonly onQuiet = async ({ system, live }: OpenedSystem, at: Standpoint): Promise<void> => {
    const { desired, tree, evidence } = at
    const there = desired.systems.get(system)
    if (!there || this.#io.signal.aborted) return
    try {
      const session = await openSystem(system, desired, portsOf('read', this.#common, this.#io))
      const explained = explainedBy({ book: tree.book, ledger: evidence.ledger }, system, there)
      const outside = await session.outside(live, explained)
      this.#found.set(system, { ...outside, live: outside.found.length === 0 ? null : live })
    } catch (error) {
      if (!(error instanceof UnableError)) throw error
    }
  }

  /** What was seen of a system; null: nobody looked. */
  of(system: string): Glance | null {
    return this.#found.get(system) ?? null
  }
}
