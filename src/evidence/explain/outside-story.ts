import { foldOutside } from '../fold-outside.ts'
import { readLines } from '../lines.ts'
import type { GrantRecord, GrantStory } from './story.ts'

/** What became of access found outside, by the record alone; and one sentence on it. */
export function outsideStory({ grant, text }: GrantRecord): GrantStory & { readonly summary: string } {
  const { events, bad } = readLines(text ?? '')
  const record = foldOutside(events)
  const found = new Set(
    events.flatMap((one) => (one.event === 'discovered' ? one.items.map(({ id }) => id) : []))
  )
  const taken = [...found].filter((id) => record?.taken.has(id) === true).length
  const left = found.size - taken
  const state = left > 0 ? 'active' : 'ended'
  const summary =
    found.size === 0
      ? 'Nothing was recorded as found here.'
      : `Found outside: ${found.size} in all, ${taken} taken away by Grantbook. What the system shows is told by the nightly.`
  return { grant, state, until: null, events, adopted: false, bad, uses: [], summary }
}
