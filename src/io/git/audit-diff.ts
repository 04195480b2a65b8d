import type { PathDifference } from '../../approval/facts.ts'
import { UnableError } from '../../book/errors.ts'
import { GitPipe } from './pipe.ts'

const COLON = 0x3a
const LF = 0x0a
/** git repeats a line that names no object, and sends off everything before it. */
const END = 'end'
const ABSENT = '000000'

/** git maps packs into memory whole unless told otherwise; these windows are as fast. Source: git-config(1). */
export const SPARING = ['-c', 'core.packedGitWindowSize=32m', '-c', 'core.packedGitLimit=128m']

/** One long-lived `git diff-tree --stdin`: is given pairs of trees, never a name. */
export class TreeDiffer {
  readonly #git: GitPipe

  /** `paths`: only what lies below these. */
  constructor(root: string, paths: readonly string[] = []) {
    const args = ['--stdin', '-r', '-z', '--raw', '--no-renames', '--no-abbrev']
    const below = paths.length > 0 ? ['--', ...paths] : []
    this.#git = new GitPipe(root, SPARING, 'diff-tree', [...args, ...below])
  }

  /** What each pair of trees has different, in the order of the pairs. Throws UnableError. */
  async compare(
    pairs: readonly (readonly [before: string, after: string])[]
  ): Promise<readonly (readonly PathDifference[])[]> {
    const headers = pairs.map(([before, after]) => `${before} ${after}`)
    if (headers.length === 0) return []
    this.#git.write(`${[...headers, END].join('\n')}\n`)
    const raw = await this.#git.takeUpTo(END)
    let at = 0
    return headers.map((header) => {
      const end = raw.indexOf(LF, at)
      if (raw.toString('latin1', at, end) !== header)
        throw new UnableError('git diff-tree answered something else than was asked.')
      at = end + 1
      const found: PathDifference[] = []
      while (raw[at] === COLON) {
        const middle = raw.indexOf(0, at)
        const last = raw.indexOf(0, middle + 1)
        found.push(difference(raw.toString('latin1', at + 1, middle), raw.toString('utf8', middle + 1, last)))
        at = last + 1
      }
      return found
    })
  }

  /** Ends the process. */
  close(): void {
    this.#git.close()
  }
}

/** `<mode> <mode> <id> <id> <status>` and a path. */
function difference(fields: string, path: string): PathDifference {
  const [modeBefore = '', modeAfter = '', before = '', after = ''] = fields.split(' ')
  return {
    path,
    before: modeBefore === ABSENT ? null : { mode: modeBefore, blob: before },
    after: modeAfter === ABSENT ? null : { mode: modeAfter, blob: after }
  }
}
