import { entitlementName } from '../../../book/ids.ts'
import { readInstant } from '../../../book/instant.ts'
import { identify } from '../../../book/paths.ts'
import { readYaml } from '../../../book/yaml/read.ts'
import type { Considered, Standing } from '../../../compose/import/baseline.ts'
import type { Goal, Holding } from '../../../connectors/connector.ts'
import type { Importing } from './open-system.ts'
import { leave } from './judge-import.ts'

/**
 * Takes out grants that the system couldn't take as it is now: a role that isn't as it must be, no room beside what
 * others put there, a boundary that makes it dead. `principals`: of each, in their order.
 */
export async function withoutMisfits(
  { session, live, core, context }: Importing,
  { book }: Standing,
  grants: readonly Considered[],
  principals: readonly string[]
): Promise<readonly Considered[]> {
  const holdings = new Map<string, Holding[]>()
  for (const [index, { file }] of grants.entries()) {
    const identity = file === null ? null : identify(file.path)
    if (file === null || identity?.kind !== 'grant') continue
    const name = entitlementName(identity.system, identity.entitlement)
    const target = book.entitlements.get(name)?.data.target
    const until = readInstant(String(readYaml(ENCODER.encode(file.text), LARGEST).data?.['expires']), 'end')
    const principal = principals[index]
    if (target === undefined || until === null || principal === undefined) continue
    const list = holdings.get(principal) ?? []
    holdings.set(principal, [...list, { grant: file.path, entitlement: name, target, from: null, until }])
  }
  const goals = [...holdings].map(([principal, list]): Goal => {
    const pieces = core.compile(list, context)
    return { principal, pieces, principalId: null, owned: new Set() }
  })
  const refused = new Map((await session.judge(live, goals)).map(({ grant, why }) => [grant, why]))
  return grants.map((one) => {
    const why = one.file === null ? undefined : refused.get(one.file.path)
    return why === undefined ? one : { thing: leave(one.thing, why), file: null }
  })
}

const ENCODER = new TextEncoder()
const LARGEST = 1024 * 1024
