import type { Identity, PolicyStatement, Reachable } from '../../../src/duties/permissions/types.ts'

// IAM as its user guide describes it, evaluated request by request with nothing clever: no patterns against patterns, no
// sharing. Slow, and written without a look at what it judges.

/** One request that a principal might make. */
export interface Request {
  readonly action: string
  readonly resource: string
}

/** Whether a text matches a pattern of IAM, by trying; for short texts only. */
export function like(pattern: string, text: string): boolean {
  if (pattern === '') return text === ''
  const [head] = pattern
  const rest = pattern.slice(1)
  if (head === '*') return like(rest, text) || (text !== '' && like(pattern, text.slice(1)))
  return text !== '' && (head === '?' || head === text[0]) && like(rest, text.slice(1))
}

/** How conditions and policy variables come out. */
export interface Circumstances {
  readonly conditionsHold: boolean
  /** What every policy variable stands for. */
  readonly variable: string
}

function applies(one: PolicyStatement, { action, resource }: Request, how: Circumstances): boolean {
  if (Object.keys(one.conditions).length > 0 && !how.conditionsHold) return false
  const lower = action.toLowerCase()
  const onAction = one.actions
    ? one.actions.some((pattern) => like(pattern.toLowerCase(), lower))
    : !one.notActions.some((pattern) => like(pattern.toLowerCase(), lower))
  const filled = (pattern: string) => pattern.replaceAll(/\$\{[^}]*\}/gu, how.variable)
  const onResource = one.resources
    ? one.resources.some((pattern) => like(filled(pattern), resource))
    : !one.notResources.some((pattern) => like(filled(pattern), resource))
  return onAction && onResource
}

/** Whether IAM allows a request to an identity whose documents are all known. */
export function allows(identity: Identity, request: Request, how: Circumstances): boolean {
  const ofSources = identity.sources.flatMap(({ statements }) => statements)
  const ofLeave = identity.assumes.some(
    ({ role }) => request.action === 'sts:AssumeRole' && role === request.resource
  )
  const boundary = typeof identity.boundary === 'string' ? null : identity.boundary
  const said = [...ofSources, ...(boundary ?? [])].filter((one) => applies(one, request, how))
  if (said.some(({ effect }) => effect === 'Deny')) return false
  const allowed = (list: readonly PolicyStatement[]) =>
    list.some((one) => one.effect === 'Allow' && applies(one, request, how))
  return (ofLeave || allowed(ofSources)) && (boundary === null || allowed(boundary))
}

/** Everybody whom somebody can act as. */
export function everybody(world: Reachable, how: Circumstances, trustUnclear: boolean): readonly Identity[] {
  const found = [...world.start]
  for (const identity of found) {
    for (const arn of world.known) {
      const role = world.role(arn)
      if (!role || found.some(({ name }) => name === arn)) continue
      const trusted = role.trusts(identity.name) ?? trustUnclear
      if (trusted && allows(identity, { action: 'sts:AssumeRole', resource: arn }, how)) found.push(role)
    }
  }
  return found
}
