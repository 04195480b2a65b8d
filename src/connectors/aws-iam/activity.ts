import type { Act } from '../activity.ts'
import { few } from '../../book/few.ts'
import { line } from './outside/words.ts'
import { isRecord } from './policy.ts'

/** One event of CloudTrail, as far as a review needs it. Tokens, parameters and messages are left where they are. */
export interface Trace {
  readonly id: string
  readonly act: Act
  readonly readOnly: boolean
  /** ARN of who did it; of a session, its own. */
  readonly by: string
  /** ARN of the role that a session is of; null: it is none. */
  readonly issuer: string | null
  /** ARN of the role that was assumed; null: none was. */
  readonly assumed: string | null
  /** Key id of the session that began so; null: none did. */
  readonly session: string | null
}

/** Longest text of one field, in characters. */
const LONGEST = 200

/** Reads an event as CloudTrail writes it, and what it lists as resources; null for one that can't be read. */
export function readTrace(text: string, resources: readonly string[]): Trace | null {
  const value = parsed(text)
  const at = Math.floor(Date.parse(String(value?.['eventTime'])) / 1000) * 1000
  const name = value?.['eventName']
  if (!value || textIn(value, 'eventID') === '' || typeof name !== 'string' || !Number.isFinite(at))
    return null
  const [identity, error] = [recordIn(value, 'userIdentity'), value['errorCode']]
  const issuer = textIn(recordIn(recordIn(identity, 'sessionContext'), 'sessionIssuer'), 'arn') || null
  const isAssume = name === 'AssumeRole' && error === undefined
  const credentials = recordIn(recordIn(value, 'responseElements'), 'credentials')
  return {
    id: textIn(value, 'eventID'),
    act: {
      at,
      what: short(`${textIn(value, 'eventSource')} ${name}`),
      on: short(few(resources)),
      from: short(textIn(value, 'sourceIPAddress')),
      agent: short(textIn(value, 'userAgent')),
      error: error === undefined ? null : short(textIn(value, 'errorCode') || 'refused')
    },
    readOnly: value['readOnly'] === true || value['readOnly'] === 'true',
    by: textIn(identity, 'arn'),
    issuer,
    assumed: isAssume ? textIn(recordIn(value, 'requestParameters'), 'roleArn') : null,
    session: isAssume ? textIn(credentials, 'accessKeyId') || null : null
  }
}

/**
 * Whether a user or role (`user/alice`) itself did it. A session's name proves nothing: whoever assumes a role chooses it.
 */
export function isBy({ by, issuer }: Trace, account: string, principal: string): boolean {
  const own = `::${account}:${principal}`
  if (principal.startsWith('user/')) return by.endsWith(own)
  if (issuer !== null) return issuer.endsWith(own)
  const role = principal.slice(principal.lastIndexOf('/') + 1)
  return by.includes(`::${account}:assumed-role/${role}/`)
}

function parsed(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? value : null
  } catch {
    return null
  }
}

function recordIn(
  value: Readonly<Record<string, unknown>>,
  field: string
): Readonly<Record<string, unknown>> {
  const found = value[field]
  return isRecord(found) ? found : {}
}

function textIn(value: Readonly<Record<string, unknown>>, field: string): string {
  const found = value[field]
  return typeof found === 'string' ? found : ''
}

function short(text: string): string {
  const clean = line(text)
  return clean.length > LONGEST ? `${clean.slice(0, LONGEST - 1).replace(/\p{C}$/u, '')}…` : clean
}
