import type { Workload } from '../../src/book/kinds/workload.ts'

const GITHUB = 'token.actions.githubusercontent.com'
/** The cluster in which Acme's services run. */
export const CLUSTER = 'oidc.eks.eu-central-1.amazonaws.com/id/0ACE0ACE'
/** Providers of tokens that Acme's accounts trust. */
export const PROVIDERS = [GITHUB, CLUSTER].map((host) => ({ url: `https://${host}` }))

type Run = Workload['runs'][number]

/** The trust of a workload's role: whatever its file says under `runs`, and nothing else. */
export function workloadTrust(account: string, runs: readonly Run[]): Readonly<Record<string, unknown>> {
  return { Version: '2012-10-17', Statement: runs.map((run) => statement(account, run)) }
}

/** As an engineer once wrote it for the shop: whatever branch of it may deploy. */
export function careless(account: string, repository: string): Readonly<Record<string, unknown>> {
  return { Version: '2012-10-17', Statement: [token(account, GITHUB, `repo:${repository}:*`)] }
}

function statement(account: string, { kind, ref }: Run): Readonly<Record<string, unknown>> {
  if (kind === 'github-actions') return token(account, GITHUB, ref)
  if (kind === 'kubernetes') return token(account, CLUSTER, ref)
  const principal = kind === 'aws-role' ? { AWS: ref } : { Service: 'rolesanywhere.amazonaws.com' }
  return { Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole' }
}

function token(account: string, host: string, subject: string): Readonly<Record<string, unknown>> {
  return {
    Effect: 'Allow',
    Principal: { Federated: `arn:aws:iam::${account}:oidc-provider/${host}` },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: {
      StringEquals: { [`${host}:aud`]: 'sts.amazonaws.com' },
      StringLike: { [`${host}:sub`]: subject }
    }
  }
}
