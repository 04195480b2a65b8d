import type { Event } from '../../../evidence/events.ts'
import { adopted, declined, restored, type OnPrincipal } from '../../../evidence/record-outside.ts'
import { started } from '../../../evidence/record.ts'
import { isSame, type Fate } from '../../../nightly/fates.ts'
import type { Sighting } from '../../../nightly/outside.ts'
import type { Intent, OutsideRecord, Thing } from '../../../plan/ledger.ts'
import type { ShownOutside } from '../../../render/nightly/outside.ts'
import { declinedIn } from './closings.ts'
import type { Outlook } from './outlook.ts'

/**
 * What evidence says became of everything found in a system, with what an owner has decided since by closing the pull
 * request about it: recorded before anything follows from it. Only what is still just what the pull request showed counts.
 */
export async function declinedBy(
  system: string,
  branch: string,
  sightings: readonly Sighting[],
  { sight, recorder, forge }: Outlook
): Promise<ReadonlyMap<string, OutsideRecord>> {
  const records = new Map(sight.ledger.outside)
  if (sightings.length === 0) return records
  const files = new Map((await declinedIn(forge, system, branch, sight)).map((file) => [file.path, file]))
  const record = files.size === 0 ? null : await recorder()
  const events: Event[] = []
  for (const { path, principal, seen } of sightings) {
    const file = files.get(path)
    const items = file ? seen.filter((one) => file.shown.items.some((item) => isSame(item, one))) : []
    if (!record || !file || items.length === 0 || file.shown.principal !== principal.principal) continue
    const { closing } = file
    events.push(declined({ path, system, principal: principal.principal, items }, closing, record.facts))
    const { person, pull } = closing
    const known = records.get(path) ?? NOTHING
    const now = items.map(({ id, digest }) => ({ id, digest, person, pull }))
    records.set(path, { ...known, declined: [...known.declined, ...now] })
  }
  if (record && events.length > 0) await record.append(`Record what was declined in ${system}`, events)
  return records
}

const NOTHING: OutsideRecord = {
  principals: new Set(),
  tolerated: null,
  declined: [],
  adopted: [],
  taken: new Map(),
  pending: new Map()
}

/**
 * Records which grants give just what was found, and what stands again as an approved file says. What can't bear our name is
 * ours from then on, by that record, and ends with the grant.
 */
export async function recordAnswers(
  system: string,
  shown: readonly ShownOutside[],
  { recorder }: Pick<Outlook, 'recorder'>
): Promise<void> {
  const adoptions = shown.flatMap((one) => adoptionsOf(one))
  const returns = shown.flatMap((one) => returnsOf(one))
  if (adoptions.length + returns.length === 0) return
  const record = await recorder()
  const on = ({ sighting: { path, principal } }: ShownOutside, items: readonly Thing[]): OnPrincipal => ({
    path,
    system,
    principal: principal.principal,
    items
  })
  const intents = adoptions.flatMap(({ of, fates }) => intentsOf(system, of, fates))
  await record.append(`Record what was adopted or came back in ${system}`, [
    ...adoptions.map(({ of, into, fates }) =>
      adopted(
        on(
          of,
          fates.map(({ seen }) => seen)
        ),
        into,
        record.facts
      )
    ),
    ...returns.map(({ of, items }) => restored(on(of, items), record.facts)),
    ...(intents.length > 0 ? [started(record.run.id, intents, record.facts)] : [])
  ])
}

interface Adoption {
  readonly of: ShownOutside
  readonly into: string
  readonly fates: readonly Fate[]
}

/** What nobody has recorded as adopted by just this grant, by grant. */
function adoptionsOf(of: ShownOutside): readonly Adoption[] {
  const byGrant = new Map<string, Fate[]>()
  for (const fate of of.fates) {
    const into = fate.gift?.grant
    if (into === undefined) continue
    const isKnown = of.record?.adopted.some((one) => one.into === into && isSame(one, fate.seen)) === true
    if (!isKnown) byGrant.set(into, [...(byGrant.get(into) ?? []), fate])
  }
  return [...byGrant].map(([into, fates]) => ({ of, into, fates }))
}

/** What was taken away, is tolerated now and stands. */
function returnsOf(
  of: ShownOutside
): readonly { readonly of: ShownOutside; readonly items: readonly Thing[] }[] {
  const items = of.fates
    .filter(({ state, seen }) => state === 'tolerated' && of.record?.taken.has(seen.id) === true)
    .map(({ seen }) => seen)
  return items.length === 0 ? [] : [{ of, items }]
}

function intentsOf(system: string, { sighting }: ShownOutside, fates: readonly Fate[]): readonly Intent[] {
  return fates.flatMap(({ gift }) =>
    gift && gift.shared.length > 0
      ? [
          {
            grant: gift.grant,
            system,
            principal: sighting.principal.name,
            principalId: gift.principalId,
            pieces: gift.shared
          }
        ]
      : []
  )
}
