import type { Piece } from '../connector.ts'
import { asciiLower } from './conditions.ts'
import { covers, intersects } from './glob.ts'
import { readPolicy, type Statement } from './policy.ts'
import { readBody } from './window.ts'

/**
 * Whether a permissions boundary takes the whole effect of a statement away: nothing that the statement allows is allowed
 * by the boundary, or all of it is denied there without condition. Conditions of the boundary's Allows are taken to hold.
 * A boundary that doesn't exist or can't be read lets nothing through.
 */
export function isDead(piece: Pick<Piece, 'body'>, boundary: string | null): boolean {
  const statements = boundary === null ? null : readPolicy(boundary)
  if (!statements) return true
  const { Action, Resource } = readBody(piece)
  const pairs = [Action]
    .flat()
    .flatMap((action) => [Resource].flat().map((resource) => ({ action: asciiLower(action), resource })))
  return pairs.every((pair) => {
    const allowed = statements.some((statement) => statement.effect === 'Allow' && touches(statement, pair))
    const denied = statements.some((statement) => statement.effect === 'Deny' && swallows(statement, pair))
    return !allowed || denied
  })
}

interface Pair {
  readonly action: string
  readonly resource: string
}

/** Whether a statement is about some of what the pair means. */
function touches(
  { actions, notActions, resources, notResources }: Statement,
  { action, resource }: Pair
): boolean {
  const onAction = actions
    ? actions.some((pattern) => intersects(asciiLower(pattern), action))
    : !notActions.some((pattern) => covers(asciiLower(pattern), action))
  const onResource = resources
    ? resources.some((pattern) => intersects(known(pattern), known(resource)))
    : !notResources.some((pattern) => covers(pattern, resource))
  return onAction && onResource
}

/** Whether a statement is, without condition, about all of what the pair means. */
function swallows(
  { actions, notActions, resources, notResources, conditions }: Statement,
  { action, resource }: Pair
): boolean {
  const onAction = actions
    ? actions.some((pattern) => covers(asciiLower(pattern), action))
    : !notActions.some((pattern) => intersects(asciiLower(pattern), action))
  const onResource = resources
    ? resources.some((pattern) => covers(pattern, resource))
    : !notResources.some((pattern) => intersects(known(pattern), known(resource)))
  return onAction && onResource && Object.keys(conditions).length === 0
}

/** A pattern whose policy variables may stand for anything. */
function known(pattern: string): string {
  return pattern.replaceAll(/\$\{[^}]*\}/gu, '*')
}
