import { UnableError } from '../../book/errors.ts'
import type { Documents } from '../../connectors/connector.ts'
import type { Loaded } from '../../book/load.ts'
import { SETTINGS_PATH } from '../../book/paths.ts'
import { filesNamed } from '../../book/tree.ts'
import { readEvidenceAt } from '../../io/git/evidence-read.ts'
import { compareChanges } from '../../plan/compare.ts'
import type { Desired } from '../../plan/desired.ts'
import { difference } from '../../plan/difference.ts'
import { EMPTY_LEDGER, type Ledger } from '../../plan/ledger.ts'
import type { Change, Refused } from '../../plan/plan.ts'
import { logLine } from '../../render/escape.ts'
import type { Common, Io } from '../command.ts'
import type { ApprovedSource } from './approved-source.ts'
import { judgeTree } from './judge.ts'
import { requireLoopback } from './loopback.ts'
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
  readonly changes: readonly Change[]
  /** What is asked for after it, by everything that it reaches: all grants of everybody whom it touches. */
  readonly wanted: Desired
  /** What evidence says of those grants. */
  readonly ledger: Ledger
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
  #known: Promise<Desired> | null = null
  #whole: Promise<Whole> | null = null

  constructor(approved: ApprovedSource, tip: string, common: Common, io: Io) {
    this.#approved = approved
    this.#tip = tip
    this.#common = common
    this.#io = io
  }

  /** What is otherwise than the approved tree asks for, in the systems that a change touches. */
  async beside({ changes, wanted, ledger }: AskedChange): Promise<LiveFacts> {
    const systems = [...new Set(changes.map(({ system }) => system))].toSorted()
    if (systems.length === 0) return { drift: [], why: null, unfit: [] }
    try {
      const known = await (this.#known ??= this.#systems())
      if (this.#common.nowGiven) requireLoopback(systems, known, this.#io.environment)
      // Where nothing can be read, the whole book needn't be either.
      for (const system of systems) if (known.systems.has(system)) await this.#open(system, known)
      const whole = await (this.#whole ??= this.#load())
      const drift: Change[] = []
      const unfit: Refused[] = []
      for (const system of systems) {
        if (!whole.desired.systems.has(system)) continue
        const opened = await this.#open(system, whole.desired)
        const { live } = opened
        const plan = difference({ desired: whole.desired, system, live, ledger: whole.ledger, refused: [] })
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

  /** What everybody's policies say in some systems; one that can't be read is left out. */
  async documents(systems: readonly string[]): Promise<ReadonlyMap<string, Documents>> {
    const found = new Map<string, Documents>()
    try {
      const known = await (this.#known ??= this.#systems())
      if (this.#common.nowGiven) requireLoopback(systems, known, this.#io.environment)
      for (const system of systems) {
        if (!known.systems.has(system)) continue
        const { session, live } = await this.#open(system, known)
        found.set(system, await session.documents(live))
      }
    } catch (error) {
      if (!(error instanceof UnableError)) throw error
      if (!this.#common.quiet) this.#io.err(`Permissions are not read: ${logLine(error.message)}\n`)
    }
    return found
  }

  /** One session for each version of a system's file: what an earlier one names is another account, perhaps. */
  #open(system: string, desired: Desired): Promise<OpenedSystem> {
    const key = `${system} ${desired.systems.get(system)?.context.entry.blob ?? ''}`
    let opened = this.#opened.get(key)
    if (!opened) {
      opened = openAndRead(system, desired, portsOf('read', this.#common, this.#io))
      this.#opened.set(key, opened)
    }
    return opened
  }

  /** The systems as their own files name them, and nothing else of the book. */
  async #systems(): Promise<Desired> {
    const { source } = this.#approved
    const files = filesNamed(source.tree, 'system.yaml').map(({ path }) => path)
    return this.#judge(await source.load(new Set([SETTINGS_PATH, ...files])), EMPTY_LEDGER)
  }

  async #load(): Promise<Whole> {
    const { source, evidence } = this.#approved
    const { ledger } =
      evidence === null ? { ledger: EMPTY_LEDGER } : await readEvidenceAt(this.#common.root, evidence)
    return { desired: await this.#judge(await source.load(), ledger), ledger }
  }

  #judge(loaded: Loaded, ledger: Ledger): Promise<Desired> {
    const { root, now } = this.#common
    const { evidence } = this.#approved
    const past = evidence === null ? { main: this.#tip } : { evidence }
    return judgeTree(loaded, { now, ledger, changed: new Set(), root, commit: this.#tip, past })
  }
}

/**
 * What of a change the system couldn't take as it is now: refused at the pull request, not at the apply. `desired` knows
 * nobody but those whom the change touches, so nobody else is looked at.
 */
async function unfitFor(
  { system, session, live }: OpenedSystem,
  desired: Desired,
  ledger: Ledger,
  changes: readonly Change[]
): Promise<readonly Refused[]> {
  if (!desired.systems.has(system)) return []
  const here = changes.filter((change) => change.system === system)
  const principals = new Set(here.map(({ principal }) => principal))
  const plan = difference({ desired, system, live, ledger, refused: [] })
  const goals = plan.goals.filter(({ principal }) => principals.has(principal))
  const judged = await session.judge(live, goals)
  const touched = new Set(here.filter(({ action }) => action !== 'revoke').map(({ grant }) => grant))
  const all: readonly Refused[] = [
    ...plan.refused,
    ...judged.map((each): Refused => ({ ...each, system, state: 'refused' }))
  ]
  return all.filter(({ grant }) => touched.has(grant))
}
