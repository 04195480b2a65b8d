import { spawn, type ChildProcess } from 'node:child_process'
import { UnableError } from '../../book/errors.ts'
import { SPARING } from './audit-diff.ts'
import { gitArguments, gitEnvironment, gitFailure } from './run.ts'

const LF = 0x0a

/**
 * One long-lived `git cat-file --batch-command --buffer`, for very many objects: git fills its pipe instead of handing
 * over each object alone. Asked for one lot after the other.
 */
export class BlobReader {
  readonly #child: ChildProcess
  readonly #largest: number
  readonly #stderr: Buffer[] = []
  #chunks: Buffer[] = []
  #held = 0
  #wanted = 1
  #wake: (() => void) | null = null
  #ended: Error | null = null

  /** Objects larger than this (bytes) are left out of the answer. */
  constructor(root: string, largest: number) {
    this.#largest = largest
    this.#child = spawn('git', gitArguments(root, [...SPARING, 'cat-file', '--batch-command', '--buffer']), {
      env: gitEnvironment(),
      stdio: ['pipe', 'pipe', 'pipe'],
      windowsHide: true
    })
    this.#child.stdout?.on('data', (chunk: Buffer) => {
      this.#chunks.push(chunk)
      this.#held += chunk.length
      if (this.#held >= this.#wanted) this.#wakeUp()
    })
    this.#child.stderr?.on('data', (chunk: Buffer) => this.#stderr.push(chunk))
    this.#child.on('error', (cause) =>
      this.#end(new UnableError('git can’t be started. Install git 2.38 or newer.', { cause }))
    )
    this.#child.on('close', () =>
      this.#end(gitFailure(['cat-file'], Buffer.concat(this.#stderr).toString('utf8')))
    )
    this.#child.stdin?.on('error', () => undefined)
  }

  /** Bytes of blobs by id; what is missing, of another type or too large is absent. Throws UnableError if git fails. */
  async read(ids: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
    const found = new Map<string, Buffer>()
    if (ids.length === 0) return found
    this.#child.stdin?.write(`${ids.map((id) => `contents ${id}\n`).join('')}flush\n`)
    for (const id of ids) {
      const [name, type, size] = (await this.#line()).split(' ')
      if (type === 'missing' || type === 'ambiguous') continue
      if (name !== id) throw new UnableError('git cat-file answered something else than was asked.')
      const bytes = await this.#take(Number(size) + 1)
      if (type === 'blob' && Number(size) <= this.#largest) found.set(id, bytes.subarray(0, -1))
    }
    return found
  }

  /** Ends the process. */
  close(): void {
    this.#child.stdin?.end()
    this.#child.stdout?.destroy()
    this.#child.kill()
  }

  async #line(): Promise<string> {
    for (let wanted = 1; ;) {
      await this.#more(wanted)
      let [first = Buffer.alloc(0)] = this.#chunks
      let end = first.indexOf(LF)
      if (end === -1) {
        first = this.#joined()
        end = first.indexOf(LF)
      }
      if (end !== -1) {
        this.#drop(end + 1)
        return first.toString('latin1', 0, end)
      }
      wanted = first.length + 1
    }
  }

  async #take(size: number): Promise<Buffer> {
    await this.#more(size)
    const [first = Buffer.alloc(0)] = this.#chunks
    const whole = first.length >= size ? first : this.#joined()
    this.#drop(size)
    return whole.subarray(0, size)
  }

  #joined(): Buffer {
    const whole = Buffer.concat(this.#chunks)
    this.#chunks = [whole]
    return whole
  }

  #drop(size: number): void {
    const [first = Buffer.alloc(0)] = this.#chunks
    this.#held -= size
    if (first.length === size) this.#chunks.shift()
    else this.#chunks[0] = first.subarray(size)
  }

  async #more(size: number): Promise<void> {
    this.#wanted = size
    while (this.#held < size) {
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
