import { digestOf } from '../outside/canonical.ts'
import type { Target, TargetStatement } from '../schema.ts'
import { shapedTarget } from '../shaped.ts'

/** What is equal for two targets if and only if they give the same, in whatever order they say it. */
export function keyOf(target: unknown): string {
  return targetKey(shapedTarget(target))
}

function targetKey(target: Target): string {
  if ('group' in target) return `group ${target.group}`
  if ('assumeRole' in target) return `role ${target.assumeRole}`
  return `statements ${digestOf(target.statements.map((one) => digestOf(plainStatement(one))).toSorted())}`
}

function plainStatement({ actions, resources, conditions = {} }: TargetStatement): object {
  const lists = Object.entries(conditions).map(([operator, keys]) => [
    operator,
    Object.fromEntries(Object.entries(keys).map(([key, values]) => [key, sorted([values].flat())]))
  ])
  return { actions: sorted(actions), resources: sorted(resources), conditions: Object.fromEntries(lists) }
}

function sorted(values: readonly string[]): readonly string[] {
  return [...new Set(values)].toSorted()
}
