import { sidOf } from './model.ts'
import type { SystemId } from './world.ts'
import type { Year } from './year.ts'
import { foundOf } from './invariants/live.ts'

/** Files of one system that somebody deleted at once without asking anybody: the guard lets some of that through. */
export interface Limbo {
  readonly system: SystemId
  readonly paths: readonly string[]
  /** No more than so many may go. */
  readonly most: number
}

/**
 * Looks what a run made of a mass deletion: no more is gone than the guard allows, the rest stands and was told. What is gone
 * is given up; what stands, or would but for a suspension, is on nobody's main and waits to be restored. Returns what is wrong.
 */
export function settleLimbo(year: Year): readonly string[] {
  const { limbo, model, told } = year
  const standing = new Set(foundOf(year).map(({ sid, system }) => `${system} ${sid}`))
  const held = new Set(
    told.flatMap(({ outcomes }) => outcomes.flatMap(({ grant, state }) => (state === 'held' ? [grant] : [])))
  )
  // Whoever was suspended or left on the same day lost it for that.
  const expected = model.standing(year.now)
  const wrong: string[] = []
  for (const { most, paths, system } of limbo.splice(0)) {
    const kept = new Set(paths.filter((path) => standing.has(`${system} ${sidOf(path)}`)))
    const gone = paths.filter((path) => !kept.has(path) && expected.has(path)).length
    if (gone > most) wrong.push(`${gone} grants of ${system} went at once, more than ${most}`)
    for (const path of paths) {
      year.busy.delete(path)
      if (!kept.has(path) && !held.has(path)) model.grants.delete(path)
      else {
        model.unapproved.add(path)
        if (!held.has(path)) wrong.push(`${path} was withheld, and no run said so`)
      }
    }
  }
  return wrong
}
