import { UnableError } from '../../book/errors.ts'
import type { AskMain } from './evidence-walk.ts'
import { subtree } from './evidence-walk.ts'
import { isShallow } from './revision.ts'
import { runGit } from './run.ts'

/**
 * Answers what the default branch, by its tip, says of the commit that a record starts from. Its history are the commits
 * that stood at its tip, first parents alone: what a pull request brought on the side never was main's. Throws UnableError
 * where history is cut off.
 */
export function mainOf(root: string, tip: string, keyIsTrusted: boolean): AskMain {
  return async (commit) => {
    const main = await subtree(root, commit, 'grants')
    if (keyIsTrusted) return { main, inHistory: null }
    const listed = await runGit(root, ['rev-list', '--first-parent', tip, '--'])
    const inHistory = listed.toString('latin1').split('\n').includes(commit)
    if (!inHistory && (await isShallow(root)))
      throw new UnableError(
        'The history of the default branch is cut off here, and the record begins further back. Set "fetch-depth: 0" for actions/checkout, or run: git fetch --unshallow.'
      )
    return { main, inHistory }
  }
}
