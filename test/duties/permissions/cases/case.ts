import type { Identity, Role } from '../../../../src/duties/permissions/types.ts'
import { ACCOUNT, ALICE, user } from '../build.ts'

export interface Case {
  readonly name: string
  readonly start: readonly Identity[]
  readonly roles?: readonly Role[]
  /** As `lines` of build.ts writes them. */
  readonly told: readonly string[]
}

export const POLICIES = `arn:aws:iam::${ACCOUNT}:policy/*`
export const ROLES = `arn:aws:iam::${ACCOUNT}:role/*`
export const FUNCTIONS = `arn:aws:lambda:*:${ACCOUNT}:function:*`
export const CREATE = 'iam:CreatePolicyVersion'
export const VERSION = ['version sure']
export const ONLY = (action: string, resources: string) => `policy p allows ${action} only on ${resources}`
export const IF = (action: string, keys: string) => `policy p allows ${action} under conditions on ${keys}`
export const dated = (key = 'aws:CurrentTime') => ({
  DateLessThan: { [key]: ['2026-12-01T00:00:00Z'] },
  DateGreaterThanEquals: { [key]: ['2026-11-01T00:00:00Z'] }
})
export const ip = { IpAddress: { 'aws:SourceIp': ['10.0.0.0/8'] } }
export const mfa = { Bool: { 'aws:MultiFactorAuthPresent': ['true'] } }
export const EVERYTHING = [
  'version sure',
  'function sure',
  'buckets sure',
  "assume unsure: which roles it reaches isn't known",
  'attach-assume sure',
  'session sure',
  'any-key sure'
]
export const APART = (who: string) =>
  `its actions are allowed to different identities (${who}), and some services ask whether the caller itself may do all of it`

export const UNREAD = { unread: ['policy q'] }
export const NOT_READ = `documents of ${ALICE} were not read: policy q`

/** A user with plain statements, and what is told. */
export function plain(name: string, held: Parameters<typeof user>[0], told: readonly string[]): Case {
  return { name, start: [user(held)], told }
}
