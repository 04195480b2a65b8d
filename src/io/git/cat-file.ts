import { InternalError } from '../../book/errors.ts'
import { identityOf } from './identity.ts'
import { ObjectPipe } from './object-pipe.ts'

const OBJECT_ID = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/u

/** More than any kind of file may have. What is larger isn't read: the answer then is as many bytes, all of them zero. */
export const LARGEST = 256 * 1024
const TOO_LARGE = Buffer.alloc(LARGEST + 1)

/** What is read by its id. */
type ObjectType = 'blob' | 'commit' | 'tree'

/** Reads objects by their ids. Between questions its process serves all readers of the same repository. */
export class ObjectReader {
  readonly #root: string
  readonly #type: string
  readonly #largest: number
  #running: Running | null = null
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
    this.#running?.pipe.close()
    this.#running = null
  }

  async #read(ids: readonly string[]): Promise<Map<string, Buffer>> {
    for (const id of ids)
      if (!OBJECT_ID.test(id)) throw new InternalError('cat-file is given object ids only')
    const answer = await this.#answers(ids)
    // After an error it is kept: what is left in the pipe belongs to nobody's question.
    if (this.#running) leave(this.#running)
    this.#running = null
    return answer
  }

  async #answers(ids: readonly string[]): Promise<Map<string, Buffer>> {
    const answer = new Map<string, Buffer>()
    let asked = 0
    for (const [index, id] of ids.entries()) {
      const { pipe } = (this.#running ??= takeOver(this.#root) ?? start(this.#root))
      if (asked <= index) {
        pipe.ask(ids.slice(index))
        asked = ids.length
      }
      const header = await pipe.header(id)
      if (!header) continue
      const { type, size } = header
      if (size > this.#largest) {
        // Reading on to skip it could take minutes; a new process is asked for the rest.
        this.close()
        asked = 0
        if (type === this.#type && this.#largest === LARGEST) answer.set(id, TOO_LARGE)
        continue
      }
      const bytes = await pipe.bytes(header)
      if (type === this.#type) answer.set(id, bytes)
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

/** A process, and the repository in which it was started. */
interface Running {
  readonly root: string
  readonly identity: string
  readonly pipe: ObjectPipe
}

interface Idle extends Running {
  readonly timer: NodeJS.Timeout
}

/** Processes that nobody asks just now, the newest last. */
const idle: Idle[] = []
const MOST_IDLE = 4
/** So long a process waits for another reader (milliseconds). It keeps ours from ending no longer than that reader would. */
const IDLE_FOR = 1000

function start(root: string): Running {
  return { root, identity: identityOf(root), pipe: new ObjectPipe(root) }
}

function leave(running: Running): void {
  running.pipe.hold(false)
  const one: Idle = { ...running, timer: setTimeout(() => dismiss(one), IDLE_FOR).unref() }
  idle.push(one)
  if (idle.length > MOST_IDLE && idle[0]) dismiss(idle[0])
}

/** A process that waits in this very repository: another one may lie there by now under the same name. */
function takeOver(root: string): Running | null {
  const found = idle.findLast((one) => one.root === root)
  if (!found) return null
  if (found.identity !== identityOf(root) || !found.pipe.isQuiet()) {
    dismiss(found)
    return null
  }
  forget(found)
  found.pipe.hold(true)
  return found
}

function dismiss(one: Idle): void {
  forget(one)
  one.pipe.close()
}

function forget(one: Idle): void {
  clearTimeout(one.timer)
  idle.splice(idle.indexOf(one), 1)
}
