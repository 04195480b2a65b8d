import { stringify } from 'safe-stable-stringify'
import { asciiLower, type Conditions } from './conditions.ts'
import { isTarget } from './shaped.ts'
import type { Target, TargetStatement } from './schema.ts'
import { unique } from './statement.ts'

/**
 * Whether two targets give just the same: the same role, the same group, or the same statements, in whatever order they,
 * their lists and their conditions are written. Operations and condition keys aren't told apart by case. Statements that
 * come to the same by wildcards alone are different: when in doubt, two targets are two.
 */
export function sameTarget(a: unknown, b: unknown): boolean {
  return isTarget(a) && isTarget(b) && inOneForm(a) === inOneForm(b)
}

/** A valid target in the one form in which it equals all that give just the same. */
export function inOneForm(target: Target): string {
  if (!('statements' in target)) return stringify(target) ?? ''
  return stringify(unique(target.statements.map((one) => stringify(canonical(one)) ?? ''))) ?? ''
}

function canonical({ actions, resources, conditions = {} }: TargetStatement): object {
  return {
    actions: unique(actions.map(asciiLower)),
    resources: unique(resources),
    conditions: Object.fromEntries(
      Object.entries(conditions as Conditions).map(([operator, keys]) => [
        operator,
        Object.fromEntries(
          Object.entries(keys).map(([key, values]) => [asciiLower(key), unique([values].flat())])
        )
      ])
    )
  }
}
