import { KEPT_EVIDENCE, KEPT_MAIN } from './kept-refs.ts'
import { resolveCommit } from './revision.ts'
import { tryGit } from './run.ts'

const EVIDENCE = ['refs/remotes/origin/evidence', 'refs/heads/evidence']
const MAIN = ['refs/remotes/origin/HEAD', 'refs/remotes/origin/main', 'refs/heads/main', 'HEAD']

/**
 * The head of the evidence branch as this clone has it: what was named, else the one that was fetched, else its own; or
 * what our own commands fetched and pushed here since, if that goes on from it. Null if there is none. Throws UnableError
 * if what was named is no commit here.
 */
export async function evidenceHead(root: string, named: string | null): Promise<string | null> {
  if (named !== null) return resolveCommit(root, named)
  return newest(root, EVIDENCE, KEPT_EVIDENCE)
}

/**
 * The tip of the default branch as this clone has it, or as our own commands kept it since; null in a repository without
 * commits.
 */
export async function mainTip(root: string): Promise<string | null> {
  return newest(root, MAIN, KEPT_MAIN)
}

/** The first ref that there is, or what is kept if that goes on from it. */
async function newest(root: string, refs: readonly string[], keptAt: string): Promise<string | null> {
  const [branch, kept] = [await first(root, refs), await first(root, [keptAt])]
  if (branch === null || kept === null) return branch ?? kept
  return (await comesFrom(root, kept, branch)) ? kept : branch
}

/** Whether one commit is, or comes from, another. False also where the other isn't here. */
export async function comesFrom(root: string, head: string, earlier: string): Promise<boolean> {
  const { status } = await tryGit(root, ['merge-base', '--is-ancestor', earlier, head])
  return status === 0
}

async function first(root: string, refs: readonly string[]): Promise<string | null> {
  for (const ref of refs) {
    const { status, stdout } = await tryGit(root, ['rev-parse', '--verify', '--quiet', `${ref}^{commit}`])
    if (status === 0) return stdout.toString('utf8').trim()
  }
  return null
}
