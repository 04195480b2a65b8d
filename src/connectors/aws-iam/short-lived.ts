import type { ExplainedAccount, SystemContext } from '../connector.ts'
import type { ShortLived } from '../short-lived.ts'
import { settingsOf } from './names.ts'
import { GITHUB_HOST } from './outside/runs.ts'

type Run = NonNullable<ExplainedAccount['runs']>[number]

/** What a token for AWS says it is for. */
const AUDIENCE = 'sts.amazonaws.com'

/**
 * How a workload could get into its role without a key, by each place where its file says that it runs. The trusts let in
 * exactly that, and what only people know is a word in angle brackets, which lets nobody in until it is filled in.
 */
export function shortLived(runs: readonly Run[], system: SystemContext): readonly ShortLived[] {
  return runs.map((run) => ({ run: `${run.kind} ${run.ref}`, ...wayOf(run, system) }))
}

function wayOf({ kind, ref }: Run, system: SystemContext): Pick<ShortLived, 'way' | 'trust'> {
  const { account } = settingsOf(system)
  switch (kind) {
    case 'github-actions':
      return {
        way: `GitHub gives each job a token that AWS takes for credentials of an hour (aws-actions/configure-aws-credentials, permission "id-token: write"). The role needs this trust${repositoryOf(ref) === null ? '' : ', with the repository’s number in it: its name can be taken over'}.`,
        trust: githubTrust(account, ref)
      }
    case 'kubernetes':
      return clusterWay(account, ref, system)
    case 'aws-role':
      return {
        way: 'It is in AWS already and has a role there: it can assume its own one from that, for an hour at a time. The role needs this trust.',
        trust: document({ Principal: { AWS: ref }, Action: 'sts:AssumeRole' })
      }
    default:
      return {
        way: 'Its file says “other”, so nobody can tell from here. Outside of AWS, IAM Roles Anywhere gives credentials of an hour for a certificate of your own authority; write down under “runs” where it really runs.',
        trust: null
      }
  }
}

function githubTrust(account: string, ref: string): object {
  const repository = repositoryOf(ref)
  const isPattern = /[*?]/u.test(ref)
  return document({
    Principal: { Federated: provider(account, GITHUB_HOST) },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: {
      StringEquals: {
        [`${GITHUB_HOST}:aud`]: AUDIENCE,
        ...(isPattern ? {} : { [`${GITHUB_HOST}:sub`]: ref }),
        ...(repository === null ? {} : { [`${GITHUB_HOST}:repository_id`]: `<number of ${repository}>` })
      },
      ...(isPattern ? { StringLike: { [`${GITHUB_HOST}:sub`]: ref } } : {})
    }
  })
}

/** The repository of a subject; null where the subject itself holds its number (`repo:acme@1/billing@2:…`), or names none. */
function repositoryOf(ref: string): string | null {
  return /^repo:([A-Za-z0-9-]+\/[A-Za-z0-9._-]+):/u.exec(ref)?.[1] ?? null
}

function clusterWay(account: string, ref: string, system: SystemContext): Pick<ShortLived, 'way' | 'trust'> {
  const [, space, name] = /^(?:system:serviceaccount:)?([^:/]+)[:/]([^:/]+)$/u.exec(ref) ?? []
  if (space === undefined || name === undefined)
    return {
      way: 'EKS gives a service account credentials of an hour. Its file doesn’t name one: write it as namespace/name under “runs”.',
      trust: null
    }
  const clusters = system.entry.data.known?.filter((one) => one.includes(':oidc-provider/')) ?? []
  const [known, other] = clusters
  const host = known !== undefined && other === undefined ? known.replace(/^.*:oidc-provider\//u, '') : null
  const issuer = host ?? '<issuer of the cluster, without https://>'
  return {
    way: `EKS gives the service account a token that AWS takes for credentials of an hour (IAM roles for service accounts). The role needs this trust${host === null ? ', with the cluster’s issuer in it; name its provider in “known” of the system, or its tokens count as a stranger’s' : ''}. EKS Pod Identity does it too, but its trust doesn’t tell which service account is meant.`,
    trust: document({
      Principal: { Federated: provider(account, issuer) },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: {
        StringEquals: {
          [`${issuer}:aud`]: AUDIENCE,
          [`${issuer}:sub`]: `system:serviceaccount:${space}:${name}`
        }
      }
    })
  }
}

function provider(account: string, host: string): string {
  return `arn:aws:iam::${account}:oidc-provider/${host}`
}

function document(statement: object): object {
  return { Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] }
}
