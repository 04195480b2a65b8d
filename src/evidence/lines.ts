import { stringify } from 'safe-stable-stringify'
import { event, type Event } from './events.ts'

/** Where the events of a governed file stand on the evidence branch. */
export function eventsPath(file: string): string {
  return `events/${file}.jsonl`
}

/** The governed file whose events stand at a path of the evidence branch; null if it is none. */
export function fileOfEvents(path: string): string | null {
  return /^events\/(.+)\.jsonl$/u.exec(path)?.[1] ?? null
}

/** Where a run's own events stand: a file a month. */
export function runsPath(at: string): string {
  return `runs/${at.slice(0, 7)}.jsonl`
}

/** Where an event belongs. */
export function pathOfEvent(one: Event): string {
  return one.grant === null ? runsPath(one.at) : eventsPath(one.grant)
}

/** One line: canonical JSON (keys sorted by code unit, no blanks) and a line feed. Control characters stay escaped. */
export function writeLine(one: Event): string {
  return `${stringify(event.parse(one))}\n`
}

/**
 * Whether an event can stand in the record at all. Whoever may push to the default branch may give files any names there,
 * and one that no file of events can have must not stop all that is recorded with it: names with line ends, folders named
 * as another file's events, the folder of all files itself, whatever is longer than an event holds.
 */
export function isRecordable(one: Event): boolean {
  const { grant } = one
  if (grant !== null && (!RECORDABLE.test(grant) || grant.includes('.jsonl/'))) return false
  return event.safeParse(one).success
}

const RECORDABLE = /^grants\/.+$/u

/** What a file of events holds; `bad` is the number of the first line that isn't an event, null if all are. */
export interface ReadLines {
  readonly events: readonly Event[]
  readonly bad: number | null
}

/**
 * Reads a file of events. Lines that can't be read are left out: what we wrote after them still counts, or every run
 * would write it again. A last line without its end was cut.
 */
export function readLines(text: string): ReadLines {
  const lines = text.split('\n')
  const cut = lines.pop() === '' ? null : lines.length + 1
  const read = lines.map(parseLine)
  const first = read.indexOf(null)
  return { events: read.filter((one) => one !== null), bad: first === -1 ? cut : first + 1 }
}

function parseLine(line: string): Event | null {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return null
  }
  const read = event.safeParse(value)
  return read.success ? read.data : null
}
