import type { Instant } from '../../../book/instant.ts'
import type { Explained, OutsidePrincipal } from '../../connector.ts'
import { isRecord } from '../policy.ts'
import { bareName } from '../names.ts'
import { asciiLower } from '../conditions.ts'

/** How far back CloudTrail's event history goes, in milliseconds (CloudTrail user guide). */
export const TRAIL_REACH = 90 * 86_400_000

/** How far IAM's date of a key and the event that made it may lie apart, in milliseconds. */
const NEAR = 5000

/** What an event must be to tell who made one item. */
export interface Clue {
  readonly principal: string
  readonly id: string
  /** Any of these operations; the latest event of them counts. */
  readonly events: readonly string[]
  /** Request parameters that must be so: names of IAM aren't told apart by case, so values are in lower case. */
  readonly parameters: Readonly<Record<string, string>>
  /** When it happened, where IAM tells: one user's keys differ in the record by nothing else. */
  readonly at: Instant | null
}

/** One event of CloudTrail, as far as it tells who made what. */
export interface TrailEvent {
  readonly name: string
  readonly at: Instant
  /** ARN of who did it. */
  readonly by: string
  readonly parameters: ReadonlyMap<string, string>
}

/** What to look for: items that aren't on file yet, and that were made within CloudTrail's reach as far as is known. */
export function cluesOf(
  found: readonly OutsidePrincipal[],
  onFile: Explained['onFile'],
  now: Instant
): readonly Clue[] {
  return found.flatMap((each) =>
    each.items.flatMap((item) => {
      if (onFile(each.principal, item) || (item.since !== null && item.since < now - TRAIL_REACH)) return []
      const trace = traceOf(each, item.id)
      const at = item.id.startsWith('key:') ? item.since : null
      return trace ? [{ principal: each.principal, id: item.id, at, ...trace }] : []
    })
  )
}

type Trace = Pick<Clue, 'events' | 'parameters'>

/** Operations by which a thing is made (IAM API reference); null where nothing of it is made (no MFA device). */
function traceOf({ kind, principal }: OutsidePrincipal, id: string): Trace | null {
  const name = asciiLower(bareName(principal))
  const what = id.replace(/:.*$/u, '')
  const rest = asciiLower(id.slice(id.indexOf(':') + 1))
  if (kind === 'provider') return providerTrace(principal)
  if (kind === 'account') return null
  const noun = { user: 'User', role: 'Role', group: 'Group' }[kind]
  const on = { [`${kind}Name`]: name }
  switch (what) {
    case 'attached':
      return { events: [`Attach${noun}Policy`], parameters: { ...on, policyArn: rest } }
    case 'inline':
      return { events: [`Put${noun}Policy`], parameters: { ...on, policyName: rest } }
    case 'member':
      return { events: ['AddUserToGroup'], parameters: { ...on, groupName: rest } }
    case 'key':
      return { events: ['CreateAccessKey'], parameters: on }
    case 'login':
      return { events: ['CreateLoginProfile'], parameters: on }
    case 'trust':
      return { events: ['CreateRole', 'UpdateAssumeRolePolicy'], parameters: on }
    case 'principal':
      return { events: [`Create${noun}`], parameters: on }
    default:
      return null
  }
}

function providerTrace(arn: string): Trace | null {
  const [, kind, name = ''] = /:(oidc|saml)-provider\/(.+)$/u.exec(arn) ?? []
  if (kind === 'saml') return { events: ['CreateSAMLProvider'], parameters: { name: asciiLower(name) } }
  const url = `https://${asciiLower(name)}`
  return kind === 'oidc' ? { events: ['CreateOpenIDConnectProvider'], parameters: { url } } : null
}

/** Whether an event is the one that a clue looks for. */
export function answers({ name, at, parameters }: TrailEvent, clue: Clue): boolean {
  const isSame = ([key, value]: readonly [string, string]): boolean =>
    asciiLower(parameters.get(key) ?? '').replace(/^(https:\/\/.+?)\/$/u, '$1') === value
  return (
    clue.events.includes(name) &&
    (clue.at === null || Math.abs(clue.at - at) <= NEAR) &&
    Object.entries(clue.parameters).every(isSame)
  )
}

/** An event as CloudTrail writes it (`CloudTrailEvent`); null for one that failed, or that we can't read. */
export function readEvent(text: string): TrailEvent | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  if (!isRecord(value) || value['errorCode'] !== undefined) return null
  const { eventName: name, eventTime: time, userIdentity: identity, requestParameters: given } = value
  const by = isRecord(identity) ? (identity['arn'] ?? identity['invokedBy'] ?? identity['principalId']) : null
  const at = Math.floor(Date.parse(String(time)) / 1000) * 1000
  if (typeof name !== 'string' || typeof by !== 'string' || !Number.isFinite(at)) return null
  const parameters = Object.entries(isRecord(given) ? given : {}).map(
    ([key, each]) => [key, String(each)] as const
  )
  return { name, at, by, parameters: new Map(parameters) }
}
