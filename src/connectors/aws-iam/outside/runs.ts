import type { ExplainedAccount } from '../../connector.ts'
import { covers } from '../glob.ts'
import type { Admitted } from './admitted.ts'

type Run = NonNullable<ExplainedAccount['runs']>[number]

/** Host of the tokens that GitHub's jobs get (GitHub, "OpenID Connect in Amazon Web Services"). */
export const GITHUB_HOST = 'token.actions.githubusercontent.com'

/** What a token for AWS says it is for, in GitHub's jobs and in Kubernetes. */
const AUDIENCE = 'sts.amazonaws.com'

/** What the account's own and known identity providers are. */
export interface Issuers {
  /** Number of the account. */
  readonly account: string
  /** Whether the system's `known:` list names a provider by its ARN. */
  readonly isKnown: (provider: string) => boolean
}

/**
 * Whether what a workload's file says under `runs` explains somebody whom its role lets in: no wider, from the provider
 * that the kind means, for AWS's audience. Tokens of a cluster count only if `known:` names its provider: a service
 * account of the same name in anybody's cluster would do otherwise.
 */
export function isExplained(one: Admitted, runs: readonly Run[], issuers: Issuers): boolean {
  return runs.some((run) => {
    switch (run.kind) {
      case 'github-actions':
        return isToken(one, GITHUB_HOST, run.ref) && isOwn(one, GITHUB_HOST, issuers)
      case 'kubernetes':
        return (
          one.provider !== null && issuers.isKnown(one.provider) && isServiceAccount(one, run.ref, issuers)
        )
      case 'aws-role':
        return one.provider === null && isArn(one.who) && covers(run.ref, one.who)
      default:
        return one.provider === null && one.who !== '*' && one.who === run.ref
    }
  })
}

function isServiceAccount(one: Admitted, ref: string, issuers: Issuers): boolean {
  const host = one.provider?.split(':oidc-provider/')[1]
  const [, space, name] = /^(?:system:serviceaccount:)?([^:/]+)[:/]([^:/]+)$/u.exec(ref) ?? []
  if (host === undefined || space === undefined || name === undefined) return false
  return isToken(one, host, `system:serviceaccount:${space}:${name}`) && isOwn(one, host, issuers)
}

function isToken(one: Admitted, host: string, subject: string): boolean {
  const isForAws = one.audiences?.every((audience) => audience === AUDIENCE) ?? false
  return isForAws && !one.who.includes('${') && covers(`${host}:${subject}`, one.who)
}

function isOwn({ provider }: Admitted, host: string, { account }: Issuers): boolean {
  return provider === `arn:aws:iam::${account}:oidc-provider/${host}`
}

function isArn(who: string): boolean {
  return who.startsWith('arn:') && !who.endsWith(':root') && !who.includes('${')
}
