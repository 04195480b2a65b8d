import { expect, test } from 'vitest'
import { EVENTS } from './events/index.ts'
import { audit } from './invariants/audit-clean.ts'
import { PACES } from './weather.ts'
import { Year } from './year.ts'

/** A whole year, on a slow machine with everything else beside it. Milliseconds. */
const LONGEST = 7_200_000

/** Which days are lived. */
export interface Days {
  readonly seed: number
  readonly days: number
  readonly pace: keyof typeof PACES
}

/** Lives so many days and looks every morning whether all holds; then whether there was occasion for everything. */
export function liveYear({ seed, days, pace }: Days): void {
  const happened = new Set<string>()
  test(
    `a world of 200 people, day by day, seed ${seed}: every morning everything holds`,
    async () => {
      const year = await Year.open(seed, PACES[pace])
      try {
        for (let day = 1; day <= days; day++) {
          tell(year, seed, await year.live())
          if (day % 60 === 0) console.log(`seed ${seed}: ${day} days`)
        }
        tell(year, seed, await audit((...args) => year.scene.run(...args)))
        const counts = [...year.counts].map(([kind, n]) => `${n} × ${kind}`).join(', ')
        console.log(`seed ${seed}: ${days} days: ${counts}`)
        for (const kind of year.counts.keys()) happened.add(kind)
        expect(year.counts.size).toBeGreaterThan(0)
      } finally {
        await year.close()
      }
    },
    LONGEST
  )

  test('everything that may happen has happened', () => {
    const missing = EVENTS.filter(({ kind }) => !happened.has(kind)).map(({ kind }) => kind)
    // In fewer days not everything happens.
    expect(days < 45 ? [] : missing).toEqual([])
  })
}

/** Fails with what is wrong and with what came before it: the seed alone brings it back. */
function tell(year: Year, seed: number, wrong: readonly string[]): void {
  if (wrong.length === 0) return
  const runs = year.heard.map(({ command, err, outcomes, status }) => {
    const worth = outcomes.filter(({ state }) => state !== 'unchanged')
    return `${command} ended with ${status}: ${worth.map(({ grant, state, why }) => `${state} ${grant ?? ''}: ${why}`).join('\n  ')}\n${err}`
  })
  const named = new Set(wrong.flatMap((what) => what.match(/\b[pw]\d{3}\b|shadow-\d+/gu) ?? []))
  const doings = year.diary.filter(
    (what, at) => at >= year.diary.length - 25 || [...named].some((name) => what.includes(name))
  )
  throw new Error([`seed ${seed}`, ...wrong, 'The doings:', ...doings, 'The last runs:', ...runs].join('\n'))
}
