import type { Decision } from '../../../src/sandbox/iam/policy/request.ts'
import type { WorldDocument } from '../../../src/sandbox/world.ts'
import { ACCOUNT, allow, policy, trust } from '../world.ts'

/** One question to the evaluator and its only right answer. */
export interface Case {
  readonly name: string
  readonly identity?: WorldDocument
  readonly boundary?: WorldDocument
  readonly session?: WorldDocument
  readonly trust?: WorldDocument
  /** ARNs of the trust that name the principal now asking; others are taken for deleted. */
  readonly same?: readonly string[]
  readonly as?: 'user' | 'session' | 'stranger'
  readonly action?: string
  readonly resource?: string
  readonly context?: Readonly<Record<string, string | readonly string[]>>
  readonly at?: string
  readonly want: Decision['why']
}

export const USER = `arn:aws:iam::${ACCOUNT}:user/alice`
export const ROLE_OF_SESSION = `arn:aws:iam::${ACCOUNT}:role/ci/exporter`
export const SESSION = `arn:aws:sts::${ACCOUNT}:assumed-role/exporter/run-1`
export const TARGET = `arn:aws:iam::${ACCOUNT}:role/entitlements/billing-read`
export const ROOT = `arn:aws:iam::${ACCOUNT}:root`
export const BUCKET = 'arn:aws:s3:::billing'
export const KEY = 'arn:aws:s3:::billing/2026/invoice.csv'

export const deny = (
  action: string | string[],
  resource: string | string[] = '*',
  condition?: object
): object => ({
  ...allow(action, resource, condition),
  Effect: 'Deny'
})
export const statement = (fields: object): WorldDocument => policy({ Effect: 'Allow', ...fields })
/** Reads an object if the condition holds. */
export const when = (condition: object): WorldDocument => policy(allow('s3:GetObject', KEY, condition))
export const yes = 'allowed'
export const no = 'no-allow'

export const NOW = 'aws:CurrentTime'

export const TEAM = 'aws:PrincipalTag/team'

export const assume = { action: 'sts:AssumeRole', resource: TARGET } as const
export const mayAssume = policy(allow('sts:AssumeRole', TARGET))
export const gated = trust(
  { AWS: ROOT },
  { ArnLike: { 'aws:PrincipalArn': [`arn:aws:iam::${ACCOUNT}:user/*`, `arn:aws:iam::${ACCOUNT}:role/ci/*`] } }
)
