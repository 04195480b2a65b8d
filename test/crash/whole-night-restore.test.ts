import { describe } from 'vitest'
import { killedNights } from './killed-nights.ts'

describe('a night with everything in it, a file on main without proof among it', () => {
  killedNights('restore')
})
