import { KEPT_EVIDENCE, KEPT_MAIN } from './kept-refs.ts'
import { nearLine } from './near.ts'
import { resolveCommit } from './revision.ts'
import { tryGit } from './run.ts'

const EVIDENCE = ['refs/remotes/origin/evidence', 'refs/heads/evidence']
const MAIN = ['refs/remotes/origin/main', 'refs/heads/main', 'HEAD']
const ORIGIN_HEAD = 'refs/remotes/origin/HEAD'

/**
 * The head of the evidence branch as this clone has it: what was named, else the one that was fetched, else its own, else
 * what our own commands kept here. Null if there is none. Throws UnableError if what was named is no commit here.
 */
export async function evidenceHead(root: string, named: string | null): Promise<string | null> {
  return named === null ? first(root, [...EVIDENCE, KEPT_EVIDENCE]) : resolveCommit(root, named)
}

/**
 * The tip of the default branch as this clone has it; null in a repository without commits. Where evidence is only what
 * our own commands kept, main is what they kept with it, unless the clone's goes another way.
 */
export async function mainTip(root: string): Promise<string | null> {
  const [branch, kept] = [await defaultTip(root), await first(root, [KEPT_MAIN])]
  if (branch === null || kept === null || (await first(root, EVIDENCE)) !== null) return branch ?? kept
  return (await comesFrom(root, kept, branch)) ? kept : branch
}

/** What git calls the remote's default branch: only as a pointer to it. Anybody may push a branch of the name `HEAD`. */
async function defaultTip(root: string): Promise<string | null> {
  const { status, stdout } = await tryGit(root, ['symbolic-ref', '--quiet', ORIGIN_HEAD])
  return first(root, status === 0 ? [stdout.toString('utf8').trim(), ...MAIN] : MAIN)
}

/** Whether one commit is, or comes from, another. False also where the other isn't here. */
export async function comesFrom(root: string, head: string, earlier: string): Promise<boolean> {
  if ((await nearLine(root, earlier, head)) !== null) return true
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
