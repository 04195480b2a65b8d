import type { Push } from '../../approval/facts.ts'
import { reachableFrom, withinHistory, type Brought } from '../git/brought.ts'
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
 * The moves of a branch by which something governed came to it, oldest first. Left out are only those of which it is
 * certain that they brought nothing: a branch begun at a commit of the default branch, "update branch", a plain merge.
 */
export async function pushesThatBrought(
  root: string,
  base: string,
  brought: Brought,
  chain: readonly Push[],
  activity: readonly Push[]
): Promise<readonly Push[]> {
  const inChain = new Set(chain)
  const unknown = [...new Set(chain.map(({ after }) => after))].filter((id) => !brought.commits.has(id))
  const within = await withinHistory(root, base, unknown)
  const kept = activity.filter((push) => {
    if (brought.commits.has(push.after)) return bringsSomething(push, brought)
    return inChain.has(push) && !within.has(push.after)
  })
  return kept.toReversed()
}

function bringsSomething({ before, after }: Push, { commits, contributing }: Brought): boolean {
  const had = reachableFrom(commits, before)
  const has = reachableFrom(commits, after)
  return [...has].some((id) => contributing.has(id) && !had.has(id))
}
