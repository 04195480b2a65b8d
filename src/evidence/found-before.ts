import type { OutOfBand } from '../book/kinds/out-of-band.ts'
import type { Event } from './events.ts'

type Item = OutOfBand['items'][number]
type Told = Extract<Event, { readonly event: 'discovered' }>['items'][number]

/**
 * Whether a file says nothing of what was found but what evidence recorded itself, word for word, of this very principal:
 * then it doesn't matter who wrote it down again.
 */
export function isOnRecord({ principal, items }: OutOfBand, events: readonly Event[]): boolean {
  const told = events.flatMap((one) =>
    one.event === 'discovered' && one.principal === principal ? one.items : []
  )
  return items.every((item) => item.gives === undefined && told.some((one) => isSame(one, item)))
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
