import { spawn, type ChildProcess } from 'node:child_process'
import { Socket } from 'node:net'
import { InternalError, UnableError } from '../../book/errors.ts'
import { identityOf } from './identity.ts'
import { gitArguments, gitEnvironment, gitFailure } from './run.ts'

const LF = 0x0a
const OBJECT_ID = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/u

/** More than any kind of file may have. What is larger isn't read: the answer then is as many bytes, all of them zero. */
export const LARGEST = 256 * 1024
const TOO_LARGE = Buffer.alloc(LARGEST + 1)

/** What is read by its id. */
type ObjectType = 'blob' | 'commit' | 'tree'

/**
 * One long-lived `git cat-file --batch-command --buffer`: it is given object ids and never a path or a name, and fills its
 * pipe instead of handing over each object alone. Between questions it serves all readers of the same repository.
 */
export class ObjectReader {
  readonly #root: string
  readonly #type: string
  readonly #largest: number
  #pipe: Pipe | null = null
  #last: Promise<unknown> = Promise.resolve()

  /** Reads blobs of governed files, or objects of another type and up to another size (bytes): larger ones are absent. */
  constructor(root: string, type: ObjectType = 'blob', largest = LARGEST) {
    this.#root = root
    this.#type = type
    this.#largest = largest
  }

  /**
   * The bytes of objects by id. One that is missing, or is of another type, is absent from the answer. Throws
   * UnableError if git fails.
   */
  read(ids: Iterable<string>): Promise<Map<string, Buffer>> {
    // One question after the other: answers come in the order of the questions.
    const answer = this.#last.then(() => this.#read([...new Set(ids)]))
    this.#last = answer.catch(() => undefined)
    return answer
  }

  /** Ends the process if it is in the middle of an answer. Between questions it waits for whichever reader comes next. */
  close(): void {
    this.#pipe?.close()
    this.#pipe = null
  }

  async #read(ids: readonly string[]): Promise<Map<string, Buffer>> {
    for (const id of ids)
      if (!OBJECT_ID.test(id)) throw new InternalError('cat-file is given object ids only')
    const answer = await this.#answers(ids)
    // After an error it is kept: what is left in the pipe belongs to nobody's question.
    if (this.#pipe) leave(this.#pipe)
    this.#pipe = null
    return answer
  }

  async #answers(ids: readonly string[]): Promise<Map<string, Buffer>> {
    const answer = new Map<string, Buffer>()
    let asked = 0
    for (const [index, id] of ids.entries()) {
      const pipe = (this.#pipe ??= takeOver(this.#root) ?? new Pipe(this.#root))
      if (asked <= index) {
        pipe.ask(ids.slice(index))
        asked = ids.length
      }
      const [found = '', type = '', size = ''] = (pipe.lineHere() ?? (await pipe.line())).split(' ')
      if (type === 'missing' || type === 'ambiguous') continue
      if (found !== id) throw new UnableError('git cat-file answered something else than was asked.')
      if (Number(size) > this.#largest) {
        // Reading on to skip it could take minutes; a new process is asked for the rest.
        this.close()
        asked = 0
        if (type === this.#type && this.#largest === LARGEST) answer.set(id, TOO_LARGE)
        continue
      }
      const bytes = pipe.takeHere(Number(size) + 1) ?? (await pipe.take(Number(size) + 1))
      if (type === this.#type) answer.set(id, bytes.subarray(0, -1))
    }
    return answer
  }
}

/** The bytes of one object; null: it isn't here, or is of another type. Throws UnableError if git fails. */
export async function readObject(
  root: string,
  type: ObjectType,
  id: string,
  largest = LARGEST
): Promise<Buffer | null> {
  const reader = new ObjectReader(root, type, largest)
  try {
    return (await reader.read([id])).get(id) ?? null
  } finally {
    reader.close()
  }
}

/** Processes that nobody asks just now, the newest last. */
const idle: Pipe[] = []
const MOST_IDLE = 4
/** So long a process waits for another reader (milliseconds). It keeps ours from ending no longer than that reader would. */
const IDLE_FOR = 1000

function leave(pipe: Pipe): void {
  pipe.rest()
  idle.push(pipe)
  if (idle.length > MOST_IDLE) idle[0]?.close()
}

/** A process that waits in this very repository: another one may lie there by now under the same name. */
function takeOver(root: string): Pipe | null {
  const found = idle.findLast((one) => one.root === root)
  if (!found) return null
  if (found.identity === identityOf(root) && found.wake()) return found
  found.close()
  return null
}

/** The process with its output as a stream of bytes that can be waited for. */
class Pipe {
  readonly root: string
  readonly identity: string
  readonly #child: ChildProcess
  readonly #stderr: Buffer[] = []
  #buffer: Buffer = Buffer.alloc(0)
  #chunks: Buffer[] = []
  #held = 0
  #wanted = 0
  #wake: (() => void) | null = null
  #ended: Error | null = null
  #timer: NodeJS.Timeout | null = null

  constructor(root: string) {
    this.root = root
    this.identity = identityOf(root)
    this.#child = spawn('git', gitArguments(root, ['cat-file', '--batch-command', '--buffer']), {
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

  ask(ids: readonly string[]): void {
    this.#child.stdin?.write(`${ids.map((id) => `contents ${id}\n`).join('')}flush\n`)
  }

  /** Waits for another reader, without keeping this process from ending. */
  rest(): void {
    for (const one of this.#handles()) one.unref()
    this.#timer = setTimeout(() => this.close(), IDLE_FOR)
    this.#timer.unref()
  }

  /** Ready to be asked again; false: it has ended meanwhile, or said what nobody asked for. */
  wake(): boolean {
    forget(this)
    if (this.#timer) clearTimeout(this.#timer)
    if (this.#ended || this.#held > 0 || this.#buffer.length > 0) return false
    for (const one of this.#handles()) one.ref()
    return true
  }

  #handles(): readonly (ChildProcess | Socket)[] {
    const { stdin, stdout, stderr } = this.#child
    return [this.#child, ...[stdin, stdout, stderr].filter((one) => one instanceof Socket)]
  }

  close(): void {
    forget(this)
    if (this.#timer) clearTimeout(this.#timer)
    this.#child.stdin?.end()
    this.#child.stdout?.destroy()
    this.#child.kill()
  }

  /** The next line, if all of it is here. */
  lineHere(): string | null {
    const end = this.#buffer.indexOf(LF)
    if (end === -1) return null
    const line = this.#buffer.toString('latin1', 0, end)
    this.#buffer = this.#buffer.subarray(end + 1)
    return line
  }

  async line(): Promise<string> {
    for (;;) {
      const line = this.lineHere()
      if (line !== null) return line
      await this.#more(1)
    }
  }

  /** So many bytes, if they are here. */
  takeHere(size: number): Buffer | null {
    if (this.#buffer.length < size) return null
    const taken = this.#buffer.subarray(0, size)
    this.#buffer = this.#buffer.subarray(size)
    return taken
  }

  async take(size: number): Promise<Buffer> {
    for (;;) {
      const taken = this.takeHere(size)
      if (taken) return taken
      await this.#more(size - this.#buffer.length)
    }
  }

  /** Waits until at least so many more bytes are there. */
  async #more(size: number): Promise<void> {
    this.#wanted = size
    while (this.#held < size) {
      if (this.#ended) throw this.#ended
      await new Promise<void>((resolve) => (this.#wake = resolve))
    }
    this.#buffer = Buffer.concat([this.#buffer, ...this.#chunks])
    this.#chunks = []
    this.#held = 0
  }

  #wakeUp(): void {
    this.#wake?.()
    this.#wake = null
  }

  #end(error: Error): void {
    forget(this)
    this.#ended ??= error
    this.#wakeUp()
  }
}

function forget(pipe: Pipe): void {
  const at = idle.indexOf(pipe)
  if (at !== -1) idle.splice(at, 1)
}
