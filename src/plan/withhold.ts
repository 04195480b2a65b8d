import { compare } from '../book/compare.ts'
import { DAY } from '../book/duration.ts'
import type { Instant } from '../book/instant.ts'
import { identify } from '../book/paths.ts'
import { subjectUnit } from './ending.ts'
import { mostAtOnce, type GuardSettings } from './guard.ts'
import type { Ledger } from './ledger.ts'
import { unitOfPath } from './path-unit.ts'

/** What must be known to tell how much may be taken away without proof. */
export interface Budget {
  readonly settings: GuardSettings
  /** Why the files can't be the whole organisation; then nothing is taken away without proof. Null if they may be. */
  readonly empty: string | null
  readonly ledger: Ledger
  readonly now: Instant
}

/**
 * Counts unproved reductions of one run, step by step: of those that take standing access away, per system and within 24
 * hours, at most max(`floor`, `share` × what stands) units move. A file that shortens counts like one that ends: a minute
 * is a window too. Whoever's proved ends or deletions they are doesn't matter here; they are never asked about.
 */
export class Withholding {
  readonly #budget: Budget
  readonly #systems: ReadonlyMap<string, ReadonlySet<string>>
  /** By system: what was taken without proof in the last 24 hours, this run's included. */
  readonly #spent = new Map<string, Set<string>>()

  constructor(budget: Budget) {
    this.#budget = budget
    this.#systems = systemsByUnit(budget.ledger)
    const { ledger, now } = budget
    for (const { system, unit, at, cause } of ledger.removals)
      if (cause === 'unproved' && at > now - DAY) this.#spend(system, unit)
    for (const [path, { by, at }] of ledger.moved) {
      const unit = by === 'reduced' && at > now - DAY ? unitOfPath(path) : null
      if (unit !== null) for (const system of this.#systems.get(unit) ?? []) this.#spend(system, unit)
    }
  }

  /** Which of these reductions may not move, with why. Subjects' ends and suspensions come first, then by path. */
  judge(paths: Iterable<string>): ReadonlyMap<string, string> {
    const kept = new Map<string, string>()
    for (const path of [...paths].toSorted(subjectsFirst)) {
      const unit = unitOfPath(path)
      if (unit === null) continue
      const systems = [...(this.#systems.get(unit) ?? [])]
      const full = systems.find((system) => !this.#hasRoom(system, unit))
      if (full === undefined) for (const system of systems) this.#spend(system, unit)
      else kept.set(path, this.#why(full))
    }
    return kept
  }

  #hasRoom(system: string, unit: string): boolean {
    if (this.#budget.empty !== null) return false
    const spent = this.#spent.get(system)
    return spent?.has(unit) === true || (spent?.size ?? 0) < this.#most(system)
  }

  #most(system: string): number {
    const { settings, ledger, now } = this.#budget
    // What was revoked since belongs to what stood.
    const removed = new Set(
      ledger.removals
        .filter((one) => one.system === system && one.cause === 'unproved' && one.at > now - DAY)
        .map(({ unit }) => unit)
    )
    const standing = (ledger.standing.get(system)?.size ?? 0) + removed.size
    return mostAtOnce(settings, standing)
  }

  #spend(system: string, unit: string): void {
    const units = this.#spent.get(system)
    if (units) units.add(unit)
    else this.#spent.set(system, new Set([unit]))
  }

  #why(system: string): string {
    const { empty } = this.#budget
    const much =
      empty === null
        ? `more would be taken away in "${system}" within 24 hours without proof than the guard allows (${this.#most(system)})`
        : `the files can’t be the whole organisation: ${empty}`
    return `It only takes access away, but nobody approved it and ${much}. It keeps its approved form; take it away by an approved pull request.`
  }
}

/** In which systems something stands that a unit's change takes away. */
function systemsByUnit({ standing }: Ledger): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  const add = (unit: string, system: string): void => {
    const systems = found.get(unit)
    if (systems) systems.add(system)
    else found.set(unit, new Set([system]))
  }
  for (const [system, grants] of standing) {
    for (const path of grants.keys()) {
      add(path, system)
      const identity = identify(path)
      if (identity?.kind === 'grant' || identity?.kind === 'emergency')
        add(subjectUnit(identity.subject), system)
    }
  }
  return found
}

function subjectsFirst(a: string, b: string): number {
  const [left, right] = [unitOfPath(a) === a, unitOfPath(b) === b]
  return Number(left) - Number(right) || compare(a, b)
}
