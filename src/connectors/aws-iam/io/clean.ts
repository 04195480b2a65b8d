import type { Live, SessionPorts } from '../../connector.ts'
import type { Detail } from '../live.ts'
import { codeOf, tell } from './errors.ts'
import type { Writer } from './writer.ts'

/**
 * Removes what of ours stands where it may not: takes it off strangers, then deletes what belongs to nobody. Returns the
 * ids of what it removed; one that fails is logged, stays misplaced in the next read, and stops no other.
 */
export async function clean(
  writer: Writer,
  { account }: Detail,
  misplaced: Live['misplaced'],
  ports: SessionPorts
): Promise<readonly string[]> {
  const removed: string[] = []
  for (const { id, principal } of misplaced.toSorted(
    (a, b) => Number(a.principal === '') - Number(b.principal === '')
  )) {
    if (ports.signal.aborted) break
    const [arn = ''] = id.split(' ')
    try {
      if (principal === '') await writer.deletePolicy(arn, oldVersions(account.policies.get(arn)))
      else await writer.detach(principal, arn)
      removed.push(id)
    } catch (error) {
      const { code, message } = tell(error)
      ports.log(
        `${id} can’t be removed: ${codeOf(error) === 'DeleteConflict' ? 'it is still attached somewhere' : `${code}: ${message}`}`
      )
    }
  }
  return removed
}

function oldVersions(
  policy: Detail['account']['policies'] extends ReadonlyMap<string, infer P> ? P | undefined : never
): readonly string[] {
  return (policy?.versions ?? [])
    .map((version) => version.id)
    .filter((version) => version !== policy?.defaultVersion)
}
