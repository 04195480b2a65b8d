import { GetPolicyCommand, GetPolicyVersionCommand, type IAMClient } from '@aws-sdk/client-iam'
import type { Goal } from '../../connector.ts'
import type { Detail } from '../live.ts'
import { codeOf, tell } from './errors.ts'
import { plainDocument } from './pages.ts'

/**
 * The documents of the permissions boundaries of the goals' principals, by ARN; null where there is none to read. Those of
 * the account are in the bulk read; AWS's own are read once and kept in `cache`. One that can't be read lets nothing
 * through: nothing new for whoever is under it, and nobody's revocation waits for it.
 */
export async function boundaryDocuments(
  iam: IAMClient,
  { account }: Detail,
  goals: readonly Goal[],
  cache: Map<string, string | null>,
  log: (line: string) => void
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
    if (!cache.has(arn)) cache.set(arn, await readManaged(iam, arn, log))
    documents.set(arn, cache.get(arn) ?? null)
  }
  return documents
}

/** The document of a managed policy's default version; null if there is none to read, or it can't be. */
export async function readManaged(
  iam: IAMClient,
  PolicyArn: string,
  log: (line: string) => void
): Promise<string | null> {
  try {
    const VersionId = (await iam.send(new GetPolicyCommand({ PolicyArn }))).Policy?.DefaultVersionId
    if (VersionId === undefined) return null
    const { PolicyVersion: version } = await iam.send(new GetPolicyVersionCommand({ PolicyArn, VersionId }))
    return version?.Document === undefined ? null : plainDocument(version.Document)
  } catch (error) {
    if (codeOf(error) !== 'NoSuchEntity') log(`${PolicyArn} can’t be read: ${tell(error).message}`)
    return null
  }
}
