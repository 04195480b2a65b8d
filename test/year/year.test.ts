import { describe } from 'vitest'
import { liveYear } from './live-year.ts'

// Forty-five quiet days; .ci/run lives two whole years besides (whole/). Any others: YEAR_SEED=7 YEAR_DAYS=90 YEAR_PACE=year.
const { YEAR_SEED = '1', YEAR_DAYS = '45', YEAR_PACE = 'weeks' } = process.env

describe('some simulated weeks', () => {
  liveYear({
    seed: Number(YEAR_SEED),
    days: Number(YEAR_DAYS),
    pace: YEAR_PACE === 'year' ? 'year' : 'weeks'
  })
})
