import { describe } from 'vitest'
import { liveYear } from './live-year.ts'

const FULL = process.env['GRANTBOOK_FULL'] === '1'

describe.runIf(FULL)('another simulated year (.ci/run lives it)', () => {
  liveYear({ seed: 2, days: 365, pace: 'year' })
})
