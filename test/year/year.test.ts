import { expect, test } from 'vitest'
import { EVENTS } from './events/index.ts'
import { audit } from './invariants/audit-clean.ts'
import { PACES } from './weather.ts'
import { Year } from './year.ts'

// Forty-five days: of one seed here, of two in .ci/run. Any others: YEAR_SEED=7 YEAR_DAYS=100 YEAR_PACE=year.
const FULL = process.env['GRANTBOOK_FULL'] === '1'
const SEEDS = [process.env['YEAR_SEED'] ?? (FULL ? ['1', '2'] : ['1'])].flat().map(Number)
const DAYS = Number(process.env['YEAR_DAYS'] ?? 45)
const PACE = process.env['YEAR_PACE'] === 'year' ? PACES.year : PACES.weeks
const happened = new Set<string>()

test.each(SEEDS)(
  'a world of 200 people, day by day, seed %i: every morning everything holds',
  async (seed) => {
    const year = await Year.open(seed, PACE)
    try {
      for (let day = 1; day <= DAYS; day++) {
        tell(year, seed, await year.live())
        if (day % 60 === 0) console.log(`seed ${seed}: ${day} days`)
      }
      tell(year, seed, await audit(year))
      console.log(
        `seed ${seed}: ${DAYS} days: ${[...year.counts].map(([kind, n]) => `${n} × ${kind}`).join(', ')}`
      )
      for (const kind of year.counts.keys()) happened.add(kind)
      expect(year.counts.size).toBeGreaterThan(0)
    } finally {
      await year.close()
    }
  },
  1_800_000
)

test('everything that may happen has happened', () => {
  const missing = EVENTS.filter(({ kind }) => !happened.has(kind)).map(({ kind }) => kind)
  // In fewer days not everything happens.
  expect(DAYS < 45 ? [] : missing).toEqual([])
})

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
