import type { Book } from '../../book/book.ts'
import { readInstant } from '../../book/instant.ts'
import type { Event } from '../../evidence/events.ts'
import { tolerated } from '../../evidence/record-outside.ts'
import type { Recorder } from './recorder.ts'

/** Approved files that let access found outside stand for a while, as events; each form of a file once. */
export function toleranceEvents(book: Book, { run: { ledger, now }, facts }: Recorder): readonly Event[] {
  return [...book.outOfBand.values()].flatMap(({ path, system, data }): readonly Event[] => {
    const { decision, principal, items, owner, expires } = data
    const until = readInstant(expires, 'end')
    if (decision !== 'tolerate' || owner === undefined || until === null || until <= now) return []
    if (ledger.outside.get(path)?.tolerated === facts.blobOf(path)) return []
    return [tolerated({ path, system, principal, items }, owner, until, facts)]
  })
}
