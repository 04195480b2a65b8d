import { checkShape } from '../../book/shape.ts'
import type { ShapeProblem, SystemContext } from '../connector.ts'
import { asciiLower, conditionFault } from './conditions.ts'
import { intersects } from './glob.ts'
import { settingsOf } from './names.ts'
import type { TargetStatement } from './schema.ts'
import { isAccount, isSettings, isTarget } from './shaped.ts'

/**
 * Operations that no direct statement may allow, in lower case: PassRole hands a role to a service that then acts
 * without any date of ours; AssumeRole has its own target, whose role is checked.
 */
const FORBIDDEN = ['iam:passrole', 'sts:assumerole'] as const

/** Everything wrong with the settings of a system. */
export function checkSettings(value: unknown): readonly ShapeProblem[] {
  if (!isSettings(value)) return checkShape('aws-iam.settings', value)
  return (['readRole', 'writeRole', 'remediateRole'] as const).flatMap((key) => {
    const arn = value[key]
    return arn === undefined ? [] : otherAccount(arn, value.account, [key])
  })
}

/** Everything wrong with the target of an entitlement of this system. */
export function checkTarget(value: unknown, system: SystemContext): readonly ShapeProblem[] {
  if (!isTarget(value)) return checkShape('aws-iam.target', value)
  if ('assumeRole' in value) return otherAccount(value.assumeRole, settingsOf(system).account, ['assumeRole'])
  if ('group' in value) return []
  return value.statements.flatMap((statement, index) => checkStatement(statement, ['statements', index]))
}

/** Everything wrong with what a file says a person or workload is in this system. */
export function checkAccount(value: unknown): readonly ShapeProblem[] {
  return isAccount(value) ? [] : checkShape('aws-iam.account', value)
}

/** Why an account can't hold a target at all; null if it can, and if either is wrong by itself, which is told there. */
export function mismatch(target: unknown, account: unknown): ShapeProblem | null {
  if (!isTarget(target) || !isAccount(account) || !('group' in target) || 'user' in account) return null
  return {
    pointer: [],
    message: `Role "${account.role}" can’t join group "${target.group}": IAM groups have users only.`,
    fix: 'Give roles a role to assume or direct statements.'
  }
}

/** Checks of a direct statement beyond its shape; also those that a decoded statement must pass. */
export function checkStatement(
  statement: TargetStatement,
  at: ShapeProblem['pointer']
): readonly ShapeProblem[] {
  const problems: ShapeProblem[] = []
  for (const [index, action] of statement.actions.entries()) {
    const hit = FORBIDDEN.find((forbidden) => intersects(asciiLower(action), forbidden))
    if (hit !== undefined) {
      problems.push({
        pointer: [...at, 'actions', index],
        message: `"${action}" allows ${hit === 'iam:passrole' ? 'iam:PassRole' : 'sts:AssumeRole'}, whose effect outlives any date.`,
        fix:
          hit === 'iam:passrole'
            ? 'List the operations that are needed, without it.'
            : 'Make it an entitlement of its own with "assumeRole".'
      })
    }
  }
  for (const [operator, keys] of Object.entries(statement.conditions ?? {})) {
    const seen = new Set<string>()
    for (const key of Object.keys(keys)) {
      const pointer = [...at, 'conditions', operator, key]
      const fault = conditionFault(operator, key)
      if (fault) problems.push({ pointer, atKey: true, ...fault })
      if (seen.has(asciiLower(key))) {
        problems.push({
          pointer,
          atKey: true,
          message: `"${key}" stands twice below "${operator}"; IAM doesn’t tell keys apart by case.`,
          fix: 'Join the two into one list of values.'
        })
      }
      seen.add(asciiLower(key))
    }
    if (seen.size === 0) {
      const fault = conditionFault(operator, '') ?? {
        message: `"${operator}" compares nothing.`,
        fix: 'Remove it.'
      }
      problems.push({ pointer: [...at, 'conditions', operator], atKey: true, ...fault })
    }
  }
  return problems
}

function otherAccount(
  arn: string,
  account: string,
  pointer: ShapeProblem['pointer']
): readonly ShapeProblem[] {
  const [, , , , owner] = arn.split(':')
  return owner === account
    ? []
    : [
        {
          pointer,
          message: `The role belongs to account ${owner ?? ''}; this system is account ${account}.`,
          fix: 'Name a role of this account.'
        }
      ]
}
