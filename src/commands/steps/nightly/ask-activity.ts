import { resolveEntitlement } from '../../../book/bundles.ts'
import { UnableError } from '../../../book/errors.ts'
import type { Activity } from '../../../connectors/activity.ts'
import type { Event } from '../../../evidence/events.ts'
import { usedEvent, type UsedEvent } from '../../../evidence/record-used.ts'
import type { Emergency } from '../../../findings/uses.ts'
import { holdersIn, saysTheSame, usedIn, type HeldBy } from '../../../evidence/to-review.ts'
import { CONNECTORS } from '../../connectors.ts'
import { portsOf } from '../systems.ts'
import type { Outlook } from './outlook.ts'

/**
 * What the systems tell of an emergency: asked once and recorded, so that nobody can alter it later, and asked again only
 * as long as something could not be read.
 */
export async function askActivity(
  outlook: Outlook,
  emergency: Emergency,
  events: readonly Event[]
): Promise<readonly UsedEvent[]> {
  const known = usedIn(events, emergency)
  const answers: UsedEvent[] = []
  for (const by of holdersIn(events, emergency)) {
    const before = known.find(({ system, principal }) => system === by.system && principal === by.principal)
    if (before && before.unread.length === 0) {
      answers.push(before)
      continue
    }
    const activity = await ask(outlook, emergency, by)
    const record = await outlook.recorder()
    const path = emergency.uses.at(-1)?.path ?? ''
    const { from, until } = emergency
    const answer = usedEvent({ path, ...by, from, until }, activity, record.facts)
    answers.push(answer)
    if (!before || !saysTheSame(before, answer))
      await record.append(`Record what was done with an emergency in ${by.system}`, [answer])
  }
  return answers
}

async function ask(
  { sight, common, io }: Outlook,
  { name, from, until }: Emergency,
  { system, principal }: HeldBy
): Promise<Activity> {
  const at = sight.desired.systems.get(system)
  const connector = at && CONNECTORS.get(at.core.name)
  if (!at || !connector) return unreadable(`System "${system}" can’t be reached.`)
  const entries = resolveEntitlement(sight.book, name)?.targets ?? []
  const targets = entries.flatMap(({ system: of, data: { target } }) =>
    of === system && target !== undefined && at.core.checkTarget(target, at.context).length === 0
      ? [target]
      : []
  )
  try {
    const session = await connector.open(at.context, portsOf('read', common, io))
    if (!session.activity) return unreadable(`System "${system}" doesn’t tell what was done in it.`)
    return await session.activity({ principal, targets, from, until })
  } catch (error) {
    if (error instanceof UnableError) return unreadable(error.message)
    throw error
  }
}

function unreadable(why: string): Activity {
  return { uses: [], changes: [], cut: false, lastUsed: [], unread: [why] }
}
