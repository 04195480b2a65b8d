import { describe } from 'vitest'
import { killedNights } from './killed-nights.ts'

describe('a night with everything in it, owners written by hand among it', () => {
  killedNights('codeowners')
})
