import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { UnableError } from '../../book/errors.ts'
import { plain } from '../../book/quote.ts'
import { isCommit } from './near.ts'
import { isTop } from './root.ts'
import { runGit, tryGit } from './run.ts'

const OBJECT_ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u

/** Whether history was cut off when the repository was cloned. */
export async function isShallow(root: string): Promise<boolean> {
  // What git looks for is this file. Where its folder lies elsewhere (a linked working tree) git is asked.
  if (existsSync(join(root, '.git', 'HEAD'))) return existsSync(join(root, '.git', 'shallow'))
  const answer = await runGit(root, ['rev-parse', '--is-shallow-repository'])
  return answer.toString('utf8').trim() === 'true'
}

/** Throws UnableError unless there is a repository. */
export async function requireRepository(root: string): Promise<void> {
  const { status, stderr } = await tryGit(root, ['rev-parse', '--git-dir'])
  if (status !== 0) throw notARepository(root, stderr)
}

/** The commit that a name stands for. Throws UnableError if there is none here, with what to do about it. */
export async function resolveCommit(root: string, revision: string): Promise<string> {
  // Told by the process that reads objects anyway. Whatever it can't tell, git is asked, which says why.
  if (OBJECT_ID.test(revision) && isTop(root) && (await isCommit(root, revision))) return revision
  const { status, stdout, stderr } = await tryGit(root, [
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${revision}^{commit}`
  ])
  if (status === 0) return stdout.toString('utf8').trim()
  if (/not a git repository|dubious ownership/u.test(stderr)) throw notARepository(root, stderr)
  const shown = plain(revision)
  const hint = (await isShallow(root))
    ? ' The history here is cut off: set "fetch-depth: 0" for actions/checkout, or run: git fetch --unshallow.'
    : ' Fetch it first, or correct the name.'
  throw new UnableError(`"${shown}" is no commit in this repository.${hint}`)
}

function notARepository(root: string, stderr: string): UnableError {
  const hint = /dubious ownership/u.test(stderr)
    ? 'belongs to another user, so git refuses it. Run: git config --global --add safe.directory <it>.'
    : 'is not a git repository. Run this inside one, or name one with --root.'
  return new UnableError(`${plain(root)} ${hint}`)
}

/** Two commits without a common ancestor: either cut off, or really unrelated. */
export async function withoutCommonHistory(root: string): Promise<UnableError> {
  return new UnableError(
    (await isShallow(root))
      ? 'The two commits have no common history here, because history is cut off. Set "fetch-depth: 0" for actions/checkout, or run: git fetch --unshallow.'
      : 'The two commits have no common history, so they can’t be merged.'
  )
}
