import type { Conferral, PolicyStatement, SystemContext } from '../connector.ts'
import { principalName, settingsOf } from './names.ts'
import { shapedAccount, shapedTarget } from './shaped.ts'
import type { TargetStatement } from './schema.ts'

/** What holding a target lets somebody do. */
export function confers(value: unknown): Conferral {
  const target = shapedTarget(value)
  if ('assumeRole' in target) return { statements: [], assumes: [target.assumeRole], groups: [] }
  if ('group' in target) return { statements: [], assumes: [], groups: [target.group] }
  return { statements: target.statements.map(statementOf), assumes: [], groups: [] }
}

function statementOf({ actions, resources, conditions }: TargetStatement): PolicyStatement {
  const lists = Object.entries(conditions ?? {}).map(([operator, keys]) => [
    operator,
    Object.fromEntries(Object.entries(keys).map(([key, values]) => [key, [values].flat()]))
  ])
  return {
    effect: 'Allow',
    actions,
    notActions: [],
    resources,
    notResources: [],
    conditions: Object.fromEntries(lists)
  }
}

/** The ARN of the principal that an account value means. */
export function arnOf(account: unknown, system: SystemContext): string {
  return `arn:aws:iam::${settingsOf(system).account}:${principalName(shapedAccount(account))}`
}
