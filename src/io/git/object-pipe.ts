import { UnableError } from '../../book/errors.ts'
import { GitPipe } from './pipe.ts'

/** What git says of an object before its bytes. */
interface Header {
  readonly type: string
  /** In bytes. */
  readonly size: number
}

/**
 * One long-lived `git cat-file --batch-command --buffer`: it is given object ids and never a path or a name, and fills its
 * pipe instead of handing over each object alone.
 */
export class ObjectPipe {
  readonly #git: GitPipe

  /** `settings` are options of git itself, before its command. */
  constructor(root: string, settings: readonly string[] = []) {
    this.#git = new GitPipe(root, settings, 'cat-file', ['--batch-command', '--buffer'])
  }

  /** Asks for these objects. Each is then taken in turn: its header, and its bytes if it has one. */
  ask(ids: readonly string[]): void {
    this.#git.write(`${ids.map((id) => `contents ${id}\n`).join('')}flush\n`)
  }

  /** What the next object is; null: it isn't here. Throws UnableError if git fails, or speaks of another one. */
  async header(id: string): Promise<Header | null> {
    const line = this.#git.lineHere() ?? (await this.#git.line())
    const [found = '', type = '', size = ''] = line.split(' ')
    if (type === 'missing' || type === 'ambiguous') return null
    if (found !== id) throw new UnableError('git cat-file answered something else than was asked.')
    return { type, size: Number(size) }
  }

  /** Its bytes. Throws UnableError if git fails. */
  async bytes({ size }: Header): Promise<Buffer> {
    const whole = this.#git.takeHere(size + 1) ?? (await this.#git.take(size + 1))
    return whole.subarray(0, -1)
  }

  /** Whether it runs, and has said nothing that nobody took. */
  isQuiet(): boolean {
    return this.#git.isQuiet()
  }

  /** Whether it keeps this process from ending. */
  hold(held: boolean): void {
    this.#git.hold(held)
  }

  /** Ends the process, in the middle of an answer too. */
  close(): void {
    this.#git.close()
  }
}
