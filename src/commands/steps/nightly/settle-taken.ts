import type { Explained, Session } from '../../../connectors/connector.ts'
import { removedOutside } from '../../../evidence/record-outside.ts'
import type { Outcome } from '../../../plan/outcome.ts'
import type { ShownOutside } from '../../../render/nightly/outside.ts'
import type { Outlook } from './outside.ts'
import type { Sight } from './sight.ts'

/** Things on one principal that an earlier night set out to take away, and that aren't found any more. */
export interface Unsettled {
  readonly path: string
  /** ARN. */
  readonly principal: string
  /** Ids of the items. */
  readonly items: readonly string[]
}

const WHY = 'an earlier run saved it to take it away, and it is gone'

/** What a run that was killed between taking something away and recording it may have left. */
export function unsettledIn(
  system: string,
  shown: readonly ShownOutside[],
  { ledger }: Pick<Sight, 'ledger'>
): readonly Unsettled[] {
  const found = new Set(
    shown.flatMap(({ sighting: { path, seen } }) => seen.map(({ id }) => `${path} ${id}`))
  )
  return [...ledger.taken].flatMap(([path, taken]): readonly Unsettled[] => {
    const own = taken.filter((one) => one.system === system)
    const [first] = own
    if (!first) return []
    // A user as a whole is recorded when it is gone, and never saved.
    const whole = (ledger.discovered.get(path) ?? []).filter(({ id }) => id === 'principal')
    const ids = new Set([...own.map(({ item }) => item), ...whole.map(({ id }) => id)])
    const items = [...ids].filter((id) => !found.has(`${path} ${id}`))
    return items.length === 0 ? [] : [{ path, principal: first.principal, items }]
  })
}

/** Records what is gone, by a fresh look at each principal. Takes nothing away: no item is asked for in a form that it has. */
export async function settleTaken(
  session: Session,
  system: string,
  unsettled: readonly Unsettled[],
  explained: Explained,
  { recorder }: Outlook
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = []
  for (const { items, path, principal } of unsettled) {
    const asked = items.map((id) => ({ id, digest: '' }))
    const answers = await session.remediate(principal, asked, explained, () => Promise.resolve())
    const gone = answers.filter(({ state }) => state === 'removed')
    if (gone.length === 0) continue
    const record = await recorder()
    await record.append(
      `Record what is gone from ${system}`,
      gone.map(({ id: item }) =>
        removedOutside(path, { system, principal, item, why: WHY }, record.facts, true)
      )
    )
    for (const { id } of gone)
      outcomes.push({ grant: path, system, action: 'revoke', state: 'unchanged', why: `${id}: ${WHY}` })
  }
  return outcomes
}
