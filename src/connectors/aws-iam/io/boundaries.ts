import { GetPolicyCommand, GetPolicyVersionCommand, type IAMClient } from '@aws-sdk/client-iam'
import type { Goal } from '../../connector.ts'
import type { Detail } from '../live.ts'
import { codeOf } from './errors.ts'
import { plainDocument } from './pages.ts'

/**
 * The documents of the permissions boundaries of the goals' principals, by ARN; null where one doesn't exist. Those of
 * the account are in the bulk read; AWS's own are read once and kept in `cache`.
 */
export async function boundaryDocuments(
  iam: IAMClient,
  { account }: Detail,
  goals: readonly Goal[],
  cache: Map<string, string | null>
): Promise<ReadonlyMap<string, string | null>> {
  const documents = new Map<string, string | null>()
  for (const goal of goals) {
    const arn = account.principals.get(goal.principal)?.boundary
    if (arn === undefined || arn === null || documents.has(arn)) continue
    const own = account.policies.get(arn)
    if (own) {
      documents.set(arn, own.versions.find((version) => version.id === own.defaultVersion)?.document ?? null)
      continue
    }
    if (!cache.has(arn)) cache.set(arn, await readManaged(iam, arn))
    documents.set(arn, cache.get(arn) ?? null)
  }
  return documents
}

async function readManaged(iam: IAMClient, PolicyArn: string): Promise<string | null> {
  try {
    const VersionId = (await iam.send(new GetPolicyCommand({ PolicyArn }))).Policy?.DefaultVersionId
    if (VersionId === undefined) return null
    const { PolicyVersion: version } = await iam.send(new GetPolicyVersionCommand({ PolicyArn, VersionId }))
    return version?.Document === undefined ? null : plainDocument(version.Document)
  } catch (error) {
    if (codeOf(error) === 'NoSuchEntity') return null
    throw error
  }
}
