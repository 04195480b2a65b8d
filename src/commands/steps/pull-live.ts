import { UnableError } from '../../book/errors.ts'
import type { Loaded } from '../../book/load.ts'
import { readEvidenceAt } from '../../io/git/evidence-read.ts'
import type { Source } from '../../io/source.ts'
import { compareChanges } from '../../plan/compare.ts'
import type { Desired } from '../../plan/desired.ts'
import { difference } from '../../plan/difference.ts'
import { EMPTY_LEDGER, type Ledger } from '../../plan/ledger.ts'
import type { Change, Refused } from '../../plan/plan.ts'
import { logLine } from '../../render/escape.ts'
import type { Common, Io } from '../command.ts'
import type { ApprovedSource } from './approved-source.ts'
import { judgeTree } from './judge.ts'
import { openAndRead, portsOf, type OpenedSystem } from './systems.ts'

/** What live state adds to what is shown of a pull request. */
export interface LiveFacts {
  /** Sorted. Null: not known, and `why` says why. */
  readonly drift: readonly Change[] | null
  readonly why: string | null
  /** What the systems couldn't take of the change as they are now. */
  readonly unfit: readonly Refused[]
}

interface Whole {
  readonly desired: Desired
  readonly ledger: Ledger
}

/** A pull request's change, as far as live state is asked about it. */
export interface AskedChange {
  readonly after: Source
  readonly changes: readonly Change[]
  /** Paths that it adds or alters. */
  readonly added: ReadonlySet<string>
}

/**
 * Live state beside the pull requests of one run: each system is opened and read once, with the read role, and only if a
 * pull request touches it. Where that can't be done it is said, and stops nothing: the proof needs no cloud.
 */
export class PullLive {
  readonly #approved: ApprovedSource
  readonly #tip: string
  readonly #common: Common
  readonly #io: Io
  readonly #opened = new Map<string, Promise<OpenedSystem>>()
  #whole: Promise<Whole> | null = null

  constructor(approved: ApprovedSource, tip: string, common: Common, io: Io) {
    this.#approved = approved
    this.#tip = tip
    this.#common = common
    this.#io = io
  }

  /** What is otherwise than the approved tree asks for, in the systems that a change touches. */
  async beside({ after, changes, added }: AskedChange): Promise<LiveFacts> {
    const systems = [...new Set(changes.map(({ system }) => system))].toSorted()
    if (systems.length === 0) return { drift: [], why: null, unfit: [] }
    try {
      const { desired, ledger } = await (this.#whole ??= this.#load())
      const wanted = await this.#judge(await after.load(), ledger, added)
      const drift: Change[] = []
      const unfit: Refused[] = []
      for (const system of systems) {
        if (!desired.systems.has(system)) continue
        const opened = await this.#open(system, desired)
        const plan = difference({ desired, system, live: opened.live, ledger, refused: [] })
        drift.push(...plan.changes, ...(plan.drift ?? []))
        unfit.push(...(await unfitFor(opened, wanted, ledger, changes)))
      }
      return { drift: drift.toSorted(compareChanges), why: null, unfit }
    } catch (error) {
      if (!(error instanceof UnableError)) throw error
      if (!this.#common.quiet) this.#io.err(`Drift is not known: ${logLine(error.message)}\n`)
      return { drift: null, why: 'live state can’t be read', unfit: [] }
    }
  }

  #open(system: string, desired: Desired): Promise<OpenedSystem> {
    let opened = this.#opened.get(system)
    if (!opened) {
      opened = openAndRead(system, desired, portsOf('read', this.#common, this.#io))
      this.#opened.set(system, opened)
    }
    return opened
  }

  async #load(): Promise<Whole> {
    const { source, evidence } = this.#approved
    const { ledger } =
      evidence === null ? { ledger: EMPTY_LEDGER } : await readEvidenceAt(this.#common.root, evidence)
    return { desired: await this.#judge(await source.load(), ledger, new Set()), ledger }
  }

  #judge(loaded: Loaded, ledger: Ledger, changed: ReadonlySet<string>): Promise<Desired> {
    const { root, now } = this.#common
    const { evidence } = this.#approved
    const past = evidence === null ? { main: this.#tip } : { evidence }
    return judgeTree(loaded, { now, ledger, changed, root, commit: this.#tip, past })
  }
}

/** What of a change the system couldn't take as it is now: refused at the pull request, not at the apply. */
export async function unfitFor(
  { system, session, live }: OpenedSystem,
  desired: Desired,
  ledger: Ledger,
  changes: readonly Change[]
): Promise<readonly Refused[]> {
  if (!desired.systems.has(system)) return []
  const plan = difference({ desired, system, live, ledger, refused: [] })
  const judged = await session.judge(live, plan.goals)
  const touched = new Set(
    changes
      .filter((change) => change.system === system && change.action !== 'revoke')
      .map(({ grant }) => grant)
  )
  const all: readonly Refused[] = [
    ...plan.refused,
    ...judged.map((each): Refused => ({ ...each, system, state: 'refused' }))
  ]
  return all.filter(({ grant }) => touched.has(grant))
}
