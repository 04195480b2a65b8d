import { append } from '../../../book/append.ts'
import type { Explained, OutsidePrincipal } from '../../../connectors/connector.ts'
import { removedOutside } from '../../../evidence/record-outside.ts'
import { goneSince, type Unsettled } from '../../../nightly/outside.ts'
import type { Outcome } from '../../../plan/outcome.ts'
import { CONNECTORS } from '../../connectors.ts'
import { portsOf } from '../systems.ts'
import type { Outlook } from './outlook.ts'

const WHY = 'it was saved to be taken away, and isn’t found any more'

/**
 * Records what a run that was killed took away and couldn't say: saved to go, and gone. A fresh look at each principal
 * tells: what isn't found may stand all the same, because something explains it by now.
 */
export async function recordGone(
  system: string,
  found: readonly OutsidePrincipal[],
  explained: Explained,
  { sight, recorder, common, io }: Outlook
): Promise<readonly Outcome[]> {
  const unsettled = new Map<string, Unsettled[]>()
  for (const one of goneSince(system, found, sight.ledger)) append(unsettled, one.path, one)
  const at = sight.desired.systems.get(system)
  const connector = at && CONNECTORS.get(at.core.name)
  if (unsettled.size === 0 || !at || !connector) return []
  const session = await connector.open(at.context, portsOf('remediate', common, io))
  const outcomes: Outcome[] = []
  for (const [path, items] of unsettled) {
    const principal = items[0]?.principal ?? ''
    // Nothing has such a digest, so nothing is taken away: it only tells what is gone.
    const asked = items.map(({ item }) => ({ id: item, digest: '' }))
    const answers = await session.remediate(principal, asked, explained, () => Promise.resolve())
    const gone = answers.filter(({ state }) => state === 'removed')
    if (gone.length === 0) continue
    const record = await recorder()
    const events = gone.map(({ id: item }) =>
      removedOutside(path, { system, principal, item, why: WHY, observed: true }, record.facts)
    )
    await record.append(`Record what was found gone in ${system}`, events)
    for (const { id } of gone)
      outcomes.push({ grant: path, system, action: 'revoke', state: 'unchanged', why: `${id}: ${WHY}` })
  }
  return outcomes
}
