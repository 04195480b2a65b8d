/** A length of time in milliseconds. */
export type Duration = number

export const MINUTE: Duration = 60_000
export const HOUR: Duration = 60 * MINUTE
export const DAY: Duration = 24 * HOUR

const UNITS: Readonly<Record<string, Duration>> = { m: MINUTE, h: HOUR, d: DAY }

/** Reads a whole number followed by `m`, `h` or `d` (`90d`). Null for anything else, and for nothing at all (`0d`). */
export function readDuration(text: string): Duration | null {
  const match = /^([1-9]\d{0,5})([mhd])$/u.exec(text)
  const unit = UNITS[match?.[2] ?? '']
  return match && unit !== undefined ? Number(match[1]) * unit : null
}

/** The shortest exact form in the units that a file may use: `90d`, `36h`, `90m`; below a minute rounded up. */
export function writeDuration(length: Duration): string {
  for (const [letter, unit] of [
    ['d', DAY],
    ['h', HOUR]
  ] as const) {
    if (length >= unit && length % unit === 0) return `${length / unit}${letter}`
  }
  return `${Math.ceil(length / MINUTE)}m`
}
