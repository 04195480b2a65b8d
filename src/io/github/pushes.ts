import type { Push } from '../../approval/facts.ts'
import type { Reading } from './github.ts'
import { gap } from './read.ts'

const ZERO = /^0+$/u

/**
 * From what GitHub recorded of a branch, the moves that made it what it is at `head`: an unbroken chain from its creation.
 * A record that doesn't reach from there to `head` may have left somebody out.
 */
export function chainTo(activity: readonly Push[], head: string, branch: string): Reading<readonly Push[]> {
  const what = `activity of branch ${branch}`
  const left = [...activity]
  const chain: Push[] = []
  for (let at = head; !ZERO.test(at);) {
    // Newest first; two in one second may stand in either order, so what fits counts and not what is next.
    const index = left.findIndex(({ after }) => after === at)
    const [push] = index === -1 ? [] : left.splice(index, 1)
    if (!push) return gap(what, `nobody is recorded as having pushed ${at.slice(0, 12)}`)
    chain.push(push)
    at = push.before
  }
  return { ok: true, value: chain }
}

/**
 * The moves that matter for a pull request, oldest first: that chain, and earlier ones, of a branch of the same name, that
 * already held one of its commits.
 */
export function movesOf(
  activity: readonly Push[],
  chain: readonly Push[],
  commits: ReadonlyMap<string, unknown>
): readonly Push[] {
  const inChain = new Set(chain)
  return activity.filter((push) => inChain.has(push) || commits.has(push.after)).toReversed()
}
