import { spawn, type ChildProcess } from 'node:child_process'
import { Socket } from 'node:net'
import { UnableError } from '../../book/errors.ts'
import { gitArguments, gitEnvironment, gitFailure } from './run.ts'

const LF = 0x0a
const NONE = Buffer.alloc(0)

/**
 * One long-lived process of git that is asked over and over, its answers as a stream of bytes that can be waited for.
 * Whoever asks takes all of the answer before the next question.
 */
export class GitPipe {
  readonly #child: ChildProcess
  readonly #stderr: Buffer[] = []
  #chunks: Buffer[] = []
  #held = 0
  #wanted = 0
  #wake: (() => void) | null = null
  #ended: Error | null = null

  /** `settings` are options of git itself, before its command. */
  constructor(root: string, settings: readonly string[], command: string, args: readonly string[]) {
    this.#child = spawn('git', gitArguments(root, [...settings, command, ...args]), {
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
      this.#end(gitFailure([command], Buffer.concat(this.#stderr).toString('utf8')))
    )
    this.#child.stdin?.on('error', () => undefined)
  }

  /** Asks something. */
  write(question: string): void {
    this.#child.stdin?.write(question)
  }

  /** Whether it runs, and has said nothing that nobody took. */
  isQuiet(): boolean {
    return this.#ended === null && this.#held === 0
  }

  /** Whether it keeps this process from ending. */
  hold(held: boolean): void {
    const { stdin, stdout, stderr } = this.#child
    const pipes = [stdin, stdout, stderr].filter((one) => one instanceof Socket)
    for (const one of [this.#child, ...pipes]) {
      if (held) one.ref()
      else one.unref()
    }
  }

  /** Ends the process, in the middle of an answer too. */
  close(): void {
    this.#child.stdin?.end()
    this.#child.stdout?.destroy()
    this.#child.kill()
  }

  /** The next line, if all of it is here. */
  lineHere(): string | null {
    let [first = NONE] = this.#chunks
    let end = first.indexOf(LF)
    if (end === -1 && this.#chunks.length > 1) {
      first = this.#joined()
      end = first.indexOf(LF)
    }
    if (end === -1) return null
    this.#drop(end + 1)
    return first.toString('latin1', 0, end)
  }

  /** The next line. Throws UnableError if git fails. */
  async line(): Promise<string> {
    for (;;) {
      const line = this.lineHere()
      if (line !== null) return line
      await this.#until(this.#held + 1)
    }
  }

  /** So many bytes, if they are here. */
  takeHere(size: number): Buffer | null {
    if (this.#held < size) return null
    const [first = NONE] = this.#chunks
    const whole = first.length >= size ? first : this.#joined()
    this.#drop(size)
    return whole.subarray(0, size)
  }

  /** So many bytes. Throws UnableError if git fails. */
  async take(size: number): Promise<Buffer> {
    for (;;) {
      const taken = this.takeHere(size)
      if (taken) return taken
      await this.#until(size)
    }
  }

  /**
   * All that has come, once its last line is this one, whether a line or a path stands before it. Throws UnableError if git
   * fails.
   */
  async takeUpTo(line: string): Promise<Buffer> {
    const endings = new Set(['', '\n', '\0'].map((before) => `${before}${line}\n`))
    while (!endings.has(this.#last(line.length + 2))) await this.#until(this.#held + 1)
    return this.take(this.#held)
  }

  /** The last so many bytes of what is here, as Latin-1. */
  #last(size: number): string {
    const last = this.#chunks.at(-1) ?? NONE
    const whole = last.length < size && this.#chunks.length > 1 ? this.#joined() : last
    return whole.toString('latin1', Math.max(0, whole.length - size))
  }

  #joined(): Buffer {
    const whole = Buffer.concat(this.#chunks)
    this.#chunks = [whole]
    return whole
  }

  #drop(size: number): void {
    const [first = NONE] = this.#chunks
    this.#held -= size
    if (first.length === size) this.#chunks.shift()
    else this.#chunks[0] = first.subarray(size)
  }

  /** Waits until so many bytes are here. */
  async #until(size: number): Promise<void> {
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
