import { keepIn } from './bounded.ts'

/** Milliseconds since 1970-01-01T00:00:00Z, always a whole second, always UTC. */
export type Instant = number

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/u
const DATE_TIME = /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(\.\d{1,9})?([Zz]|[+-]\d{2}:\d{2})$/u
const DAY = 86_400_000

/** First and last year that a file may name; beyond them a date is a typo, not a plan. */
export const FIRST_YEAR = 2000
export const LAST_YEAR = 2999

/** What a written date stands for: the end of its day (`expires`, `ends`, `until`) or the beginning (`starts`). */
export type Edge = 'start' | 'end'

/**
 * Reads `YYYY-MM-DD` or an RFC 3339 date-time with offset; nothing else.
 * A plain date as `end` includes that whole UTC day, as `start` it begins at 00:00:00Z.
 * Fractions of a second are rounded towards less access: an end down, a start up.
 * Returns null for anything that is not a real instant between {@link FIRST_YEAR} and {@link LAST_YEAR}:
 * 31 February, hour 24, a leap second, an offset over 23:59.
 */
export function readInstant(text: string, edge: Edge): Instant | null {
  const known = read[edge].get(text)
  if (known !== undefined) return known
  const at = understand(text, edge)
  return at === null ? null : keepIn(read[edge], MOST_KNOWN, text, at)
}

// A hundred thousand grants begin and end on few days, and were recorded at few instants.
const MOST_KNOWN = 4096
const read: Readonly<Record<Edge, Map<string, Instant>>> = { start: new Map(), end: new Map() }
const written = new Map<Instant, string>()

function understand(text: string, edge: Edge): Instant | null {
  const plain = DATE.exec(text)
  if (plain) {
    const day = utc(plain, [0, 0, 0])
    return day === null ? null : edge === 'end' ? day + DAY : day
  }
  const full = DATE_TIME.exec(text)
  if (!full) return null
  const at = utc(full, [Number(full[4]), Number(full[5]), Number(full[6])])
  const offset = readOffset(full[8] ?? '')
  if (at === null || offset === null) return null
  const fraction = full[7] !== undefined && /[1-9]/u.test(full[7])
  return at - offset + (fraction && edge === 'start' ? 1000 : 0)
}

function utc(
  parts: RegExpExecArray,
  [hour, minute, second]: readonly [number, number, number]
): Instant | null {
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  if (year < FIRST_YEAR || year > LAST_YEAR || hour > 23 || minute > 59 || second > 59) return null
  const at = Date.UTC(year, month - 1, day, hour, minute, second)
  const back = new Date(at)
  return back.getUTCMonth() === month - 1 && back.getUTCDate() === day ? at : null
}

function readOffset(text: string): number | null {
  if (text === 'Z' || text === 'z') return 0
  const [hours, minutes] = [Number(text.slice(1, 3)), Number(text.slice(4, 6))]
  if (hours > 23 || minutes > 59) return null
  const size = (hours * 60 + minutes) * 60_000
  return text.startsWith('-') ? -size : size
}

/** `YYYY-MM-DDTHH:MM:SSZ`: the only form in which an instant is ever printed. */
export function writeInstant(at: Instant): string {
  return written.get(at) ?? keepIn(written, MOST_KNOWN, at, `${new Date(at).toISOString().slice(0, 19)}Z`)
}
