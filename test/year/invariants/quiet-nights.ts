import { errorsIn } from '../told.ts'
import type { Invariant } from './index.ts'

/** In fair weather nothing fails: what is told then is only what people are to know. */
export const quietNights: Invariant = {
  name: 'fair weather',
  check: ({ fair, told }) =>
    told.flatMap((one, index) => {
      const { command, died, err, outcomes } = one
      if (fair[index] !== true) return []
      if (died) return [`${command} came to nothing: ${err}`]
      const failed = outcomes.filter(({ state }) => state === 'failed')
      return [...failed.map(({ grant, why }) => `${grant ?? ''}: ${why}`), ...errorsIn(one)].map(
        (what) => `${command}: ${what}`
      )
    })
}
