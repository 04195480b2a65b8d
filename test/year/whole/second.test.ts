import { describe } from 'vitest'
import { liveYear } from '../live-year.ts'

describe('a second simulated year', () => {
  liveYear({ seed: 2, days: 365, pace: 'year' })
})
