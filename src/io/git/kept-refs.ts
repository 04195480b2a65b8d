import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { tryGit } from './run.ts'

/** Where the clone keeps what our commands last fetched or pushed of the branch `evidence`. */
export const KEPT_EVIDENCE = 'refs/grantbook/evidence'
/** Where it keeps the default branch's tip as GitHub last named it to a command that writes evidence. */
export const KEPT_MAIN = 'refs/grantbook/main'

/** Keeps a commit, so that offline commands in this clone find it. No branch of the clone moves. */
export async function keep(root: string, ref: string, id: string): Promise<void> {
  // Most often it stands there already. Where git keeps refs otherwise than in files of their own, it is asked.
  const stands = await readFile(join(root, '.git', ref), 'latin1').catch(() => '')
  if (stands.trim() === id) return
  await tryGit(root, ['update-ref', '--no-deref', ref, id])
}
