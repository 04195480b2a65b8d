import type { Invariant } from './index.ts'

/** In fair weather nothing fails: what is told then is only what people are to know. */
export const quietNights: Invariant = {
  name: 'fair weather',
  check: ({ fair, told }) =>
    told.flatMap(({ command, died, err, outcomes }, index) => {
      if (fair[index] !== true) return []
      if (died) return [`${command} came to nothing: ${err}`]
      return outcomes
        .filter(({ state }) => state === 'failed')
        .map(({ grant, why }) => `${command}: ${grant ?? ''}: ${why}`)
    })
}
