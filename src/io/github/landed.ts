import { runGit } from '../git/run.ts'
import type { GitHub, Reading } from './github.ts'
import { readPullsOf, type Pull } from './pulls.ts'
import { gap } from './read.ts'

/** First-parent commits of the default branch that a merged pull request brought, and what stood before them. */
export interface Landing {
  /** Oldest first. */
  readonly commits: readonly string[]
  readonly parent: string
}

/**
 * How a merged pull request reached the default branch at `tip` (both here): one commit if merged or squashed, several if
 * rebased. Whoever goes along the default branch knows it already; this is for asking about one alone.
 */
export async function findLanding(
  github: GitHub,
  root: string,
  pull: Pull,
  tip: string
): Promise<Reading<Landing>> {
  const what = `merge of #${pull.number}`
  if (pull.mergeCommit === null) return gap(what, 'GitHub names no commit for it')
  const line = await firstParents(root, tip)
  const last = line.indexOf(pull.mergeCommit)
  if (last === -1) return gap(what, `${pull.mergeCommit.slice(0, 12)} is not on ${pull.into}`)
  // Only a rebase brings several commits, each with one parent.
  const most = (await parentsOf(root, pull.mergeCommit)) === 1 ? pull.commits : 1
  let first = last
  while (first - last + 1 < most) {
    const before = line[first + 1]
    if (before === undefined) break
    const brought = await readPullsOf(github, before)
    if (!brought.ok) return brought
    if (!brought.value.some(({ number, mergedAt }) => number === pull.number && mergedAt !== null)) break
    first++
  }
  const parent = line[first + 1]
  if (parent === undefined) return gap(what, 'nothing stood before it', false)
  return { ok: true, value: { commits: line.slice(last, first + 1).toReversed(), parent } }
}

/** The default branch's own line of commits, newest first. */
async function firstParents(root: string, tip: string): Promise<readonly string[]> {
  const listed = await runGit(root, ['rev-list', '--first-parent', tip])
  return listed.toString('utf8').split('\n').filter(Boolean)
}

async function parentsOf(root: string, commit: string): Promise<number> {
  const listed = await runGit(root, ['rev-list', '--parents', '-n', '1', commit])
  return listed.toString('utf8').trim().split(' ').length - 1
}
