import { timingSafeEqual } from 'node:crypto'
import { stringify } from 'safe-stable-stringify'
import type { PathDifference } from '../approval/facts.ts'
import { quote } from '../book/quote.ts'
import type { Step, Tell } from './chain.ts'
import { event, type Event } from './events.ts'
import { pathOfEvent } from './lines.ts'

const EVENTS = /^events\/grants\/.+\.jsonl$/u
const RUNS = /^runs\/\d{4}-\d{2}\.jsonl$/u
const APPROVED = /^approved\/grants\/./u
const LF = 0x0a
const DECODER = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Judges all paths that a commit changes, and reads the events that it appends. */
export function judgeAppended(step: Step, tell: Tell): readonly Event[] {
  const events: Event[] = []
  for (const change of step.changes) {
    const { path, after } = change
    if (APPROVED.test(path)) {
      if (after && after.mode !== '100644' && after.mode !== '100755')
        tell('path', path, null, `It has git's mode ${after.mode}; only regular files are approved.`)
    } else if (!EVENTS.test(path) && !RUNS.test(path))
      tell(
        'path',
        path,
        null,
        'The branch holds approved/grants/, events/grants/ and runs/, and nothing else.'
      )
    else if (after && after.mode !== '100644')
      tell('path', path, null, `It has git's mode ${after.mode}; events stand in regular files.`)
    else events.push(...appended(change, step, tell))
  }
  return events
}

function appended({ path, before, after }: PathDifference, step: Step, tell: Tell): readonly Event[] {
  if (!after) {
    tell('append-only', path, null, 'It is deleted; events are only ever appended.')
    return []
  }
  const old = before === null ? new Uint8Array() : step.content(before.blob)
  const now = step.content(after.blob)
  if (!old || !now) {
    tell('append-only', path, null, 'What it says can’t be read: git doesn’t have it, or it is too large.')
    return []
  }
  const first = firstDifference(old, now)
  if (first < old.length || now.length === old.length) {
    tell(
      'append-only',
      path,
      lineAt(old, first),
      'What stood there was changed; events are only ever appended.'
    )
    return []
  }
  return readAppended(path, now, old.length, tell)
}

/** The new lines, each of which must be an event of this very file, in the one form in which we write it. */
function readAppended(path: string, bytes: Uint8Array, from: number, tell: Tell): readonly Event[] {
  const start = lineAt(bytes, from)
  if (from > 0 && bytes[from - 1] !== LF) {
    tell('event', path, start, 'The line before has no end.')
    return []
  }
  const events: Event[] = []
  let line = start
  for (let at = from; at < bytes.length; line++) {
    const end = bytes.indexOf(LF, at)
    const read = end === -1 ? 'It has no end.' : readLine(path, bytes.subarray(at, end))
    if (typeof read === 'string') tell('event', path, line, read)
    else events.push(read)
    at = end === -1 ? bytes.length : end + 1
  }
  return events
}

function readLine(path: string, bytes: Uint8Array): Event | string {
  let value: unknown
  let text: string
  try {
    text = DECODER.decode(bytes)
    value = JSON.parse(text)
  } catch {
    return 'It is not JSON.'
  }
  const read = event.safeParse(value)
  if (!read.success) {
    const [issue] = read.error.issues
    return `It is no event: ${issue ? `${quote(issue.path.join('.'))} ${issue.message}` : 'unknown'}.`
  }
  // Of the value as it was read, not as this version understands it: that must not differ in ten years.
  if (stringify(value) !== text) return 'It isn’t written in the one form that events have.'
  const place = pathOfEvent(read.data)
  return place === path ? read.data : `It belongs to ${quote(place)}.`
}

/** Offset of the first byte that differs; the shorter length if none does. */
function firstDifference(old: Uint8Array, now: Uint8Array): number {
  const length = Math.min(old.length, now.length)
  // An audit gives the old file as the beginning of the new one, once that has the old one's name.
  if (old.buffer === now.buffer && old.byteOffset === now.byteOffset) return length
  // Not for its timing: it compares bytes faster than a loop.
  if (timingSafeEqual(old.subarray(0, length), now.subarray(0, length))) return length
  let at = 0
  while (old[at] === now[at]) at++
  return at
}

/** Line that holds an offset, counted from 1. */
function lineAt(bytes: Uint8Array, offset: number): number {
  let line = 1
  for (let at = bytes.indexOf(LF); at !== -1 && at < offset; at = bytes.indexOf(LF, at + 1)) line++
  return line
}
