import type { OutOfBand } from '../book/kinds/out-of-band.ts'
import type { Event } from './events.ts'

type Item = OutOfBand['items'][number]
type Told = Extract<Event, { readonly event: 'discovered' }>['items'][number]

/**
 * Whether a file asks for nothing but what was saved and taken away, in the very words in which evidence recorded it of this
 * principal, beside what its approved form says (`approved`; null: there is none): so that whoever wants it restored may
 * write it down again. Of what merely was found, that is our App's alone.
 */
export function isTakenAway(
  { principal, items }: OutOfBand,
  approved: OutOfBand | null,
  events: readonly Event[]
): boolean {
  const told = events.flatMap((one) =>
    one.event === 'discovered' && one.principal === principal ? one.items : []
  )
  const saved = events.flatMap((one) => (one.event === 'saved' && one.principal === principal ? [one] : []))
  const stood = approved?.principal === principal ? approved.items : []
  return items.every(
    (item) =>
      item.gives === undefined &&
      told.some((one) => isSame(one, item)) &&
      (saved.some((one) => one.item === item.id && one.digest === item.digest) ||
        stood.some((one) => one.id === item.id && one.digest === item.digest))
  )
}

function isSame(told: Told, item: Item): boolean {
  return (
    told.id === item.id &&
    told.digest === item.digest &&
    told.what === item.what &&
    told.by === item.by &&
    told.firstSeen === item.firstSeen &&
    told.lastUsed === item.lastUsed
  )
}

/** The thing that was saved, as it was found last before; null: evidence never told of just this. */
export function foundAs(
  { item, digest, at, principal }: Extract<Event, { readonly event: 'saved' }>,
  events: readonly Event[]
): Told | null {
  const all = events.flatMap((one) =>
    one.event === 'discovered' && one.principal === principal && one.at <= at ? one.items : []
  )
  return all.findLast((one) => one.id === item && one.digest === digest) ?? null
}
