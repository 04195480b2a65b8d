import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { UnableError } from '../../book/errors.ts'
import { plain } from '../../book/quote.ts'
import { runGit } from './run.ts'

/** The repository that holds a folder: the nearest one upwards with a `.git` in it. Throws UnableError if there is none. */
export function findRoot(folder: string): string {
  const start = resolve(folder)
  for (let at = start; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at
    if (dirname(at) === at) break
  }
  throw new UnableError(
    `${plain(start)} is not inside a git repository. Run this inside one, or name one with --root.`
  )
}

/** Whether a folder holds what git takes for a repository's own. False: git must be asked (a linked working tree). */
export function isTop(root: string): boolean {
  return ['HEAD', 'objects', 'refs'].every((name) => existsSync(join(root, '.git', name)))
}

/** Throws UnableError unless `root` is the top of a repository: paths are counted from there. */
export async function requireTop(root: string): Promise<void> {
  if (isTop(root)) return
  const up = (await runGit(root, ['rev-parse', '--show-cdup'])).toString('utf8').trim()
  if (up !== '')
    throw new UnableError(`${plain(root)} is inside a repository but not its top. Name the top with --root.`)
}
