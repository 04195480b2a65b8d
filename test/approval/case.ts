import type { VerdictState } from '../../src/approval/verdict.ts'
import type { World } from './world.ts'

/** One world and exactly what is decided about it. */
export interface Case {
  /** A sentence. */
  readonly name: string
  readonly world: World
  readonly state: VerdictState
  /** As `tell` says it; with the names of people who still could, if `named`. */
  readonly verdict: readonly string[]
  readonly named?: true
}
