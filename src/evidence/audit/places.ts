import type { Judged, Step } from '../chain.ts'
import type { Event } from '../events.ts'
import { pathOfEvent } from '../lines.ts'

/** An event with where it stands on the branch. */
export interface PlacedEvent {
  readonly event: Event
  readonly file: string
  /** Counted from 1. */
  readonly line: number
  /** Whether the line before it in its file is the same. */
  readonly doubled: boolean
}

const LF = 0x0a

/**
 * Finds the line of each event that a commit appended. Lines that are no events were told of already and are passed over.
 */
export function placeEvents(step: Step, judged: Judged): readonly PlacedEvent[] {
  const bad = new Set(judged.problems.map(({ file, line }) => `${file} ${line}`))
  const queues = new Map<string, Event[]>()
  for (const event of judged.events) {
    const file = pathOfEvent(event)
    const queue = queues.get(file)
    if (queue) queue.push(event)
    else queues.set(file, [event])
  }
  const placed: PlacedEvent[] = []
  for (const { path, before, after } of step.changes) {
    const queue = queues.get(path)
    const bytes = after ? step.content(after.blob) : undefined
    if (!queue || !bytes) continue
    const start = before === null ? 0 : (step.content(before.blob)?.byteLength ?? 0)
    let line = countLines(bytes, start)
    let last = lineBefore(bytes, start)
    for (let at = start, next = 0; at < bytes.length && next < queue.length;) {
      const feed = bytes.indexOf(LF, at)
      const end = feed === -1 ? bytes.length : feed
      const text = bytes.subarray(at, end)
      line++
      const event = bad.has(`${path} ${line}`) ? undefined : queue[next++]
      if (event) placed.push({ event, file: path, line, doubled: same(text, last) })
      last = text
      at = end + 1
    }
  }
  return placed
}

/** Lines before an offset. */
function countLines(buffer: Uint8Array, end: number): number {
  let count = 0
  for (let at = buffer.indexOf(LF); at !== -1 && at < end; at = buffer.indexOf(LF, at + 1)) count++
  return count
}

/** The line that ends just before an offset; empty if there is none. */
function lineBefore(buffer: Uint8Array, end: number): Uint8Array {
  if (end < 2) return buffer.subarray(0, 0)
  return buffer.subarray(buffer.lastIndexOf(LF, end - 2) + 1, end - 1)
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index])
}
