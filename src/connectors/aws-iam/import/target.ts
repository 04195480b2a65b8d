import { ASSUME_ROLE } from '../compile.ts'
import { asciiLower } from '../conditions.ts'
import { givenBy } from '../outside/gives.ts'
import { isRecord, readPolicy, type Statement } from '../policy.ts'
import type { TargetStatement } from '../schema.ts'
import { checkStatement } from '../check.ts'

/** A policy in the forms that targets have. */
export interface Expressed {
  /** Roles that it names exactly, with nothing but the right to assume them. */
  readonly assumes: readonly string[]
  /** All the rest of it; null: nothing is left, or `why` says why it can’t be a target. */
  readonly statements: TargetStatement[] | null
  readonly why: string | null
}

/**
 * A policy’s document as targets: roles that it lets somebody assume, each by itself, and the rest whole or not at all,
 * because half of a policy is another policy. `roles`: ARNs of the roles that people may be granted to assume.
 */
export function expressed(document: string | null, account: string, roles: ReadonlySet<string>): Expressed {
  const statements = document === null ? null : readPolicy(document)
  if (document === null || !statements) return cannot('its document can’t be read')
  // The text, too: of a doubled key only the last is understood.
  if (statements.some(({ effect }) => effect === 'Deny') || document.includes('"Deny"'))
    return cannot('it contains a Deny')
  const { Version, Statement } = record(document)
  const written = [Statement].flat()
  const without = (chosen: readonly unknown[]): string => JSON.stringify({ Version, Statement: chosen })
  const assumed = statements.map((statement, index): readonly string[] => {
    const named = onlyAssumes(statement, roles) ? (statement.resources ?? []) : []
    const isPlain = (role: string): boolean => {
      const one = givenBy(without([{ ...record(written[index]), Resource: role }]), account)
      return one !== null && 'assumeRole' in one
    }
    return named.every(isPlain) ? named : []
  })
  const assumes = assumed.flat()
  const isRest = (_: unknown, index: number): boolean => assumed[index]?.length === 0
  const rest = written.filter(isRest)
  if (rest.length === 0)
    return { assumes, statements: null, why: assumes.length > 0 ? null : 'it allows nothing' }
  const target = givenBy(without(rest), account)
  if (target && 'statements' in target) return { assumes, statements: target.statements, why: null }
  return { assumes, statements: null, why: whyNot(statements.filter(isRest)) }
}

function cannot(why: string): Expressed {
  return { assumes: [], statements: null, why }
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  const read: unknown = typeof value === 'string' ? JSON.parse(value) : value
  return isRecord(read) ? read : {}
}

function onlyAssumes({ actions, resources, conditions }: Statement, roles: ReadonlySet<string>): boolean {
  return (
    actions?.every((action) => asciiLower(action) === asciiLower(ASSUME_ROLE)) === true &&
    Object.keys(conditions).length === 0 &&
    resources !== null &&
    resources.length > 0 &&
    resources.every((resource) => roles.has(resource))
  )
}

/** The first thing that no target can say, in words. */
function whyNot(statements: readonly Statement[]): string {
  for (const { actions, resources, conditions } of statements) {
    if (actions === null || resources === null) return 'it says what it is not about (NotAction, NotResource)'
    const plain = { actions: [...actions], resources: [...resources], conditions: writable(conditions) }
    const [problem] = checkStatement(plain, [])
    if (problem) return problem.message
  }
  return 'it is longer than a target may be, or in a form that we don’t understand to the letter'
}

function writable(conditions: Statement['conditions']): NonNullable<TargetStatement['conditions']> {
  return Object.fromEntries(
    Object.entries(conditions).map(([operator, keys]) => [
      operator,
      Object.fromEntries(Object.entries(keys).map(([key, values]) => [key, [...values]]))
    ])
  )
}
