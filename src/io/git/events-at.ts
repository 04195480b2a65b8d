import type { Event } from '../../evidence/events.ts'
import { eventsPath, readLines } from '../../evidence/lines.ts'
import { fileAt } from './at-path.ts'
import { LARGEST_EVENTS } from './evidence-walk.ts'

/** The events about one governed file, at a commit of the evidence branch; none if it has none. Throws UnableError if git fails. */
export async function eventsAt(root: string, evidence: string, path: string): Promise<readonly Event[]> {
  const text = await fileAt(root, evidence, eventsPath(path), LARGEST_EVENTS)
  return text === null ? [] : readLines(text.toString('utf8')).events
}
