import type { Explained } from '../../../connectors/connector.ts'
import { removedOutside, saved as savedEvent } from '../../../evidence/record-outside.ts'
import type { Fate } from '../../../nightly/fates.ts'
import { mostAtOnce } from '../../../plan/guard.ts'
import type { Outcome } from '../../../plan/outcome.ts'
import type { ShownOutside } from '../../../render/nightly/outside.ts'
import { CONNECTORS } from '../../connectors.ts'
import { portsOf } from '../systems.ts'
import type { Outlook } from './outlook.ts'

/** What was taken away, and what became of all that was to go. */
export interface Removed {
  readonly outcomes: readonly Outcome[]
  /** Ids of items that are gone, by the path of the file about their principal. */
  readonly gone: ReadonlyMap<string, ReadonlySet<string>>
}

/**
 * Takes away what was found outside and whose time has passed, as far as the connector ever removes such a thing: saved in
 * the record first, removed one by one, recorded. No more in one night than the guard would let go unexplained.
 */
export async function removeOutside(
  system: string,
  shown: readonly ShownOutside[],
  explained: Explained,
  outlook: Outlook
): Promise<Removed> {
  const { sight, common, io, recorder, onlyDecided } = outlook
  const due = shown
    .map(({ sighting, fates }) => {
      const hasFile = explained.accounts.has(sighting.principal.name)
      return {
        sighting,
        over: fates.filter((fate) => mayGo(fate, hasFile) && (fate.decided || !onlyDecided))
      }
    })
    .filter(({ over }) => over.length > 0)
  if (due.length === 0) return { outcomes: [], gone: new Map() }
  const { guard, empty, systems } = sight.desired
  const most = mostAtOnce(guard, shown.length)
  const at = systems.get(system)
  const connector = at && CONNECTORS.get(at.core.name)
  if (empty !== null || !at || !connector)
    return {
      outcomes: due.map(({ sighting }) =>
        held(sighting.path, system, `Nothing is removed: ${empty ?? 'the system can’t be reached'}.`)
      ),
      gone: new Map()
    }
  const outcomes: Outcome[] = due
    .slice(most)
    .map(({ sighting }) =>
      held(sighting.path, system, `More than ${most} at once are to go: the rest waits for the next night.`)
    )
  const gone = new Map<string, ReadonlySet<string>>()
  const session = await connector.open(at.context, portsOf('remediate', common, io))
  for (const { sighting, over } of due.slice(0, most)) {
    const { path, principal } = sighting
    const record = await recorder()
    const save = async (item: string, value: unknown): Promise<void> => {
      // What can't be put back is set down as well, once: else nobody could tell later who took it away.
      if (value === null && sight.ledger.outside.get(path)?.pending.has(item) === true) return
      const digest = over.find((fate) => fate.item.id === item)?.item.digest ?? ''
      const facts = { system, principal: principal.principal, item, digest, value }
      await record.append(`Save what is taken away in ${system}`, [savedEvent(path, facts, record.facts)])
    }
    const items = over.map(({ item: { id, digest } }) => ({ id, digest }))
    const removals = await session.remediate(principal.principal, items, explained, save)
    const why = new Map(over.map((fate) => [fate.item.id, fate.why]))
    const done = removals.filter(({ state }) => state === 'removed')
    gone.set(path, new Set(done.map(({ id }) => id)))
    if (done.length > 0)
      await record.append(
        `Record what was taken away in ${system}`,
        done.map(({ id }) =>
          removedOutside(
            path,
            { system, principal: principal.principal, item: id, why: why.get(id) ?? '', observed: false },
            record.facts
          )
        )
      )
    outcomes.push(...removals.map((removal) => outcomeOf(path, system, removal)))
  }
  return { outcomes, gone }
}

/** Keys of whoever has a file only go by a decision: they may be all that somebody works with. */
function mayGo({ state, item, decided, gift }: Fate, hasFile: boolean): boolean {
  // What a grant gives in the very same form is taken over, not taken away.
  const goes = state === 'over' || (state === 'adopted' && gift?.shared.length === 0)
  return goes && item.removable && (decided || !(hasFile && item.id.startsWith('key:')))
}

function held(grant: string, system: string, why: string): Outcome {
  return { grant, system, action: 'revoke', state: 'held', why }
}

function outcomeOf(
  grant: string,
  system: string,
  {
    id,
    state,
    why
  }: { readonly id: string; readonly state: 'removed' | 'kept' | 'failed'; readonly why: string | null }
): Outcome {
  const states = { removed: 'done', kept: 'held', failed: 'failed' } as const
  return {
    grant,
    system,
    action: 'revoke',
    state: states[state],
    why: `${id}: ${why ?? 'found outside, and its time has passed'}`
  }
}
