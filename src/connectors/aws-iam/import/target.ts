import { checkStatement } from '../check.ts'
import { asciiLower } from '../conditions.ts'
import { readPolicy, type Statement } from '../policy.ts'
import type { TargetStatement } from '../schema.ts'
import { isTarget } from '../shaped.ts'

/** A policy in the forms that targets have. */
export interface Expressed {
  /** Roles that it names exactly, with nothing but the right to assume them. */
  readonly assumes: readonly string[]
  /** All the rest of it; null: nothing is left. */
  readonly statements: readonly TargetStatement[] | null
  /** Why the rest can’t be a target; then `statements` is null, and `assumes` holds all the same. */
  readonly why: string | null
}

/**
 * A policy’s document as targets; whole or not at all, because half of a policy is another policy. `roles`: ARNs of the
 * roles that people may be granted to assume.
 */
export function expressed(document: string | null, roles: ReadonlySet<string>): Expressed {
  const statements = document === null ? null : readPolicy(document)
  if (document === null || !statements) return cannot('its document can’t be read')
  // The text, too: of a doubled key only the last is understood.
  if (statements.some(({ effect }) => effect === 'Deny') || document.includes('"Deny"'))
    return cannot('it contains a Deny')
  const assumes: string[] = []
  const rest: TargetStatement[] = []
  let why: string | null = null
  for (const statement of statements) {
    if (onlyAssumes(statement, roles)) assumes.push(...(statement.resources ?? []))
    else if (statement.actions === null || statement.resources === null)
      why ??= 'it says what it is not about (NotAction, NotResource)'
    else rest.push(targetStatement(statement, statement.actions, statement.resources))
  }
  why ??= rest.length === 0 ? null : faultIn(rest)
  return { assumes, statements: why !== null || rest.length === 0 ? null : rest, why }
}

function cannot(why: string): Expressed {
  return { assumes: [], statements: null, why }
}

function onlyAssumes({ actions, resources, conditions }: Statement, roles: ReadonlySet<string>): boolean {
  return (
    actions?.every((action) => asciiLower(action) === 'sts:assumerole') === true &&
    Object.keys(conditions).length === 0 &&
    resources !== null &&
    resources.length > 0 &&
    resources.every((resource) => roles.has(resource))
  )
}

function targetStatement(
  { conditions }: Statement,
  actions: readonly string[],
  resources: readonly string[]
): TargetStatement {
  const lists = Object.entries(conditions).map(
    ([operator, keys]) =>
      [
        operator,
        Object.fromEntries(Object.entries(keys).map(([key, values]) => [key, sorted(values)]))
      ] as const
  )
  return {
    actions: sorted(actions),
    resources: sorted(resources),
    ...(lists.length > 0 && { conditions: Object.fromEntries(lists) })
  }
}

function sorted(values: readonly string[]): string[] {
  return [...new Set(values)].toSorted()
}

function faultIn(statements: readonly TargetStatement[]): string | null {
  if (!isTarget({ statements }))
    return 'it is longer than a target may be, or has characters that none may have'
  const [problem] = statements.flatMap((statement) => checkStatement(statement, []))
  return problem?.message ?? null
}
