import { UnableError } from '../../../book/errors.ts'
import type { Outside } from '../../../connectors/connector.ts'
import type { Common, Io } from '../../command.ts'
import type { Standpoint } from '../standpoint.ts'
import { openSystem, portsOf, type OpenedSystem } from '../systems.ts'
import { explainedBy } from './explained.ts'

/**
 * What stands outside in the systems in which apply had nothing to do, found in what apply read of them: so that a quiet
 * night reads every account once. Nobody looked at the others; they are read anew.
 */
export class Glances {
  readonly #common: Common
  readonly #io: Io
  readonly #found = new Map<string, Outside>()

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
      this.#found.set(system, await session.outside(live, explained))
    } catch (error) {
      if (!(error instanceof UnableError)) throw error
    }
  }

  /** What was seen of a system; null: nobody looked. */
  of(system: string): Outside | null {
    return this.#found.get(system) ?? null
  }
}
