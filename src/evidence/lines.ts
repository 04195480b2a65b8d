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

/** What a file of events holds; `bad` is the number of the first line that isn't an event, null if all are. */
export interface ReadLines {
  readonly events: readonly Event[]
  readonly bad: number | null
}

/** Reads a file of events up to the first line that can't be read. A last line without its end was cut. */
export function readLines(text: string): ReadLines {
  const events: Event[] = []
  const lines = text.split('\n')
  if (lines.at(-1) !== '') return { events: parse(lines.slice(0, -1), events), bad: lines.length }
  const wanted = lines.length - 1
  parse(lines.slice(0, wanted), events)
  return { events, bad: events.length === wanted ? null : events.length + 1 }
}

function parse(lines: readonly string[], events: Event[]): readonly Event[] {
  for (const line of lines) {
    const one = parseLine(line)
    if (!one) break
    events.push(one)
  }
  return events
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
