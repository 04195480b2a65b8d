import { describe } from 'vitest'
import { liveYear } from './live-year.ts'

// Forty-five quiet days; in .ci/run a whole year. Any others: YEAR_SEED=7 YEAR_DAYS=90 YEAR_PACE=year.
const FULL = process.env['GRANTBOOK_FULL'] === '1'
const { YEAR_SEED = '1', YEAR_DAYS = FULL ? '365' : '45', YEAR_PACE = FULL ? 'year' : 'weeks' } = process.env

describe('a simulated year', () => {
  liveYear({
    seed: Number(YEAR_SEED),
    days: Number(YEAR_DAYS),
    pace: YEAR_PACE === 'year' ? 'year' : 'weeks'
  })
})
