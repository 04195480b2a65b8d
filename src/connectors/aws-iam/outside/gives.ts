import { checkStatement } from '../check.ts'
import { asciiLower } from '../conditions.ts'
import { isRecord, readPolicy, type Statement } from '../policy.ts'
import type { Target } from '../schema.ts'
import { isTarget } from '../shaped.ts'
import { ASSUME_ROLE } from '../compile.ts'

/** The version of the policy language in which variables are variables; what is written in another means something else. */
const VERSION = '2012-10-17'
const PARTS: ReadonlySet<string> = new Set(['Sid', 'Effect', 'Action', 'Resource', 'Condition'])

/**
 * The target of an entitlement that would give just what a policy gives; null if no target can say it: a Deny, a `Not…`, a
 * date, a role passed on or assumed together with more, anything that isn't understood to the letter.
 */
export function givenBy(document: string | null, account: string): Target | null {
  const statements = document === null ? null : understood(document)
  if (!statements) return null
  const target = assumed(statements) ?? { statements: statements.map(statementOf) }
  return isTarget(target) && isAllowed(target, account) ? target : null
}

/** What a membership gives, as a target; null for a name that no target may have. */
export function givenByGroup(group: string): Target | null {
  const target = { group }
  return isTarget(target) ? target : null
}

function isAllowed(target: Target, account: string): boolean {
  if ('assumeRole' in target) return target.assumeRole.split(':')[4] === account
  return !('statements' in target) || target.statements.every((one) => checkStatement(one, []).length === 0)
}

function understood(document: string): readonly Statement[] | null {
  const statements = readPolicy(document)
  const value: unknown = statements && JSON.parse(document)
  if (!statements || !isRecord(value) || value['Version'] !== VERSION) return null
  const plain = [value['Statement']].flat().every((one) => isRecord(one) && Object.keys(one).every(isPart))
  const whole = statements.every(
    ({ effect, actions, resources }) => effect === 'Allow' && actions !== null && resources !== null
  )
  return plain && whole && statements.length > 0 ? statements : null
}

function isPart(key: string): boolean {
  return PARTS.has(key)
}

/** One role to be assumed, and nothing else. */
function assumed(statements: readonly Statement[]): unknown {
  const [only, ...others] = statements
  const [action, ...more] = only?.actions ?? []
  const [role, ...further] = only?.resources ?? []
  if (!only || others.length + more.length + further.length > 0 || action === undefined) return null
  const isPlain = asciiLower(action) === asciiLower(ASSUME_ROLE) && Object.keys(only.conditions).length === 0
  return isPlain ? { assumeRole: role } : null
}

function statementOf({ actions, resources, conditions }: Statement): unknown {
  const has = Object.keys(conditions).length > 0
  return { actions: actions ?? [], resources: resources ?? [], ...(has && { conditions }) }
}
