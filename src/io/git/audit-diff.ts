import { spawn, type ChildProcess } from 'node:child_process'
import type { PathDifference } from '../../approval/facts.ts'
import { UnableError } from '../../book/errors.ts'
import { gitArguments, gitEnvironment, gitFailure } from './run.ts'

const COLON = 0x3a
const LF = 0x0a
/** git repeats a line that names no object, and sends off everything before it. */
const END = 'end'
const ABSENT = '000000'

/** git maps packs into memory whole unless told otherwise; these windows are as fast. Source: git-config(1). */
export const SPARING = ['-c', 'core.packedGitWindowSize=32m', '-c', 'core.packedGitLimit=128m']

/** One long-lived `git diff-tree --stdin`: is given pairs of trees, never a name. */
export class TreeDiffer {
  readonly #child: ChildProcess
  readonly #stderr: Buffer[] = []
  #chunks: Buffer[] = []
  #wake: (() => void) | null = null
  #ended: Error | null = null

  /** `paths`: only what lies below these. */
  constructor(root: string, paths: readonly string[] = []) {
    const args = ['diff-tree', '--stdin', '-r', '-z', '--raw', '--no-renames', '--no-abbrev']
    this.#child = spawn(
      'git',
      gitArguments(root, [...SPARING, ...args, ...(paths.length > 0 ? ['--', ...paths] : [])]),
      {
        env: gitEnvironment(),
        stdio: ['pipe', 'pipe', 'pipe'],
        windowsHide: true
      }
    )
    this.#child.stdout?.on('data', (chunk: Buffer) => {
      this.#chunks.push(chunk)
      this.#wakeUp()
    })
    this.#child.stderr?.on('data', (chunk: Buffer) => this.#stderr.push(chunk))
    this.#child.on('error', (cause) =>
      this.#end(new UnableError('git can’t be started. Install git 2.38 or newer.', { cause }))
    )
    this.#child.on('close', () =>
      this.#end(gitFailure(['diff-tree'], Buffer.concat(this.#stderr).toString('utf8')))
    )
    this.#child.stdin?.on('error', () => undefined)
  }

  /** What each pair of trees has different, in the order of the pairs. Throws UnableError. */
  async compare(
    pairs: readonly (readonly [before: string, after: string])[]
  ): Promise<readonly (readonly PathDifference[])[]> {
    const headers = pairs.map(([before, after]) => `${before} ${after}`)
    this.#child.stdin?.write(`${[...headers, END].join('\n')}\n`)
    const raw = await this.#untilEnd()
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
    this.#child.stdin?.end()
    this.#child.stdout?.destroy()
    this.#child.kill()
  }

  /** Everything up to the repeated line. Whatever it is, a path before it ends with NUL. */
  async #untilEnd(): Promise<Buffer> {
    const ending = `${END}\n`
    for (;;) {
      const last = this.#chunks.at(-1)
      if (last && last.length < ending.length && this.#chunks.length > 1) {
        this.#chunks = [Buffer.concat(this.#chunks)]
        continue
      }
      if (last?.toString('latin1', last.length - ending.length) === ending) {
        const whole = Buffer.concat(this.#chunks)
        const before = whole.at(-ending.length - 1)
        if (whole.length === ending.length || before === 0 || before === LF) {
          this.#chunks = []
          return whole
        }
      }
      if (this.#ended) throw this.#ended
      await new Promise<void>((resolve) => (this.#wake = resolve))
    }
  }

  #wakeUp(): void {
    this.#wake?.()
    this.#wake = null
  }

  #end(error: Error): void {
    this.#ended ??= error
    this.#wakeUp()
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

/** git's id of the tree that holds nothing, which git knows without having it; by the hash of `like`. */
export function emptyTreeLike(like: string): string {
  return like.length === 64
    ? '6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321'
    : '4b825dc642cb6eb9a060e54bf8d69288fbee4904'
}
