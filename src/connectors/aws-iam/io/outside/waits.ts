/** Waits (milliseconds) before each look at what was written: IAM shows it after seconds, rarely minutes. */
export const WAITS = [0, 500, 1000, 2000, 4000, 8000, 15_000, 30_000, 30_000] as const
