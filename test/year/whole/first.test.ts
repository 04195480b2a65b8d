import { describe } from 'vitest'
import { liveYear } from '../live-year.ts'

describe('a simulated year', () => {
  liveYear({ seed: 1, days: 365, pace: 'year' })
})
