import type { Event } from '../events.ts'
import { pathOfEvent } from '../lines.ts'
import type { Judged, Step } from '../verify.ts'

/** An event with where it stands on the branch. */
export interface PlacedEvent {
  readonly event: Event
  readonly file: string
  /** Counted from 1. */
  readonly line: number
  /** The line itself. */
  readonly text: string
}

const LF = 0x0a

/**
 * Finds the line of each event that a commit appended. `lines` holds how many lines each file has, and is brought up to
 * date. Lines that are no events were told of already and are passed over.
 */
export function placeEvents(step: Step, judged: Judged, lines: Map<string, number>): readonly PlacedEvent[] {
  const bad = new Set(judged.problems.map(({ file, line }) => `${file} ${line}`))
  const placed: PlacedEvent[] = []
  const queues = new Map<string, Event[]>()
  for (const event of judged.events) {
    const file = pathOfEvent(event)
    const queue = queues.get(file)
    if (queue) queue.push(event)
    else queues.set(file, [event])
  }
  for (const { path, after } of step.changes) {
    if (path.startsWith('approved/')) continue
    const bytes = after ? step.content(after.blob) : undefined
    if (!bytes) continue
    const total = countLines(bytes)
    let line = lines.get(path) ?? 0
    const texts = addedLines(bytes, total - line)
    lines.set(path, total)
    const queue = queues.get(path) ?? []
    let next = 0
    for (const text of texts) {
      line++
      const event = bad.has(`${path} ${line}`) ? undefined : queue[next++]
      if (event) placed.push({ event, file: path, line, text })
    }
  }
  return placed
}

function countLines(bytes: Uint8Array): number {
  let count = 0
  for (let at = bytes.indexOf(LF); at !== -1; at = bytes.indexOf(LF, at + 1)) count++
  return bytes.length > 0 && bytes.at(-1) !== LF ? count + 1 : count
}

/** The last so many lines. */
function addedLines(bytes: Uint8Array, count: number): readonly string[] {
  if (count <= 0) return []
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = buffer.at(-1) === LF ? buffer.length - 1 : buffer.length
  const found: string[] = []
  for (let n = 0; n < count; n++) {
    const start = end > 0 ? buffer.lastIndexOf(LF, end - 1) + 1 : 0
    found.push(buffer.toString('utf8', start, end))
    end = start - 1
    if (end < 0) break
  }
  return found.toReversed()
}
