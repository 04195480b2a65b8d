import { AwsError } from './error.ts'

/** Limits of an account, by the names of `GetAccountSummary`. Source: IAM's documentation of quotas. */
export interface Quotas {
  readonly users: number
  readonly roles: number
  readonly groups: number
  readonly policies: number
  /** Managed policies attached to one user, role or group. */
  readonly attached: number
  readonly groupsPerUser: number
  readonly versionsPerPolicy: number
  readonly accessKeysPerUser: number
  /** Characters without whitespace. */
  readonly userInline: number
  readonly groupInline: number
  readonly roleInline: number
  readonly managed: number
  readonly trust: number
}

export const DEFAULT_QUOTAS: Quotas = {
  users: 5000,
  roles: 1000,
  groups: 300,
  policies: 1500,
  attached: 10,
  groupsPerUser: 10,
  versionsPerPolicy: 5,
  accessKeysPerUser: 2,
  userInline: 2048,
  groupInline: 5120,
  roleInline: 10_240,
  managed: 6144,
  trust: 2048
}

/** Characters of a policy as IAM counts them: whitespace is free. */
export function policySize(document: string): number {
  return document.replace(/\s/gu, '').length
}

/** `LimitExceeded` in IAM's words. */
export function limit(what: string, quota: number): AwsError {
  return new AwsError('LimitExceeded', `Cannot exceed quota for ${what}: ${quota}`)
}
