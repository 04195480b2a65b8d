import { UnableError } from '../../book/errors.ts'
import { SPARING } from './audit-diff.ts'
import { ObjectPipe } from './object-pipe.ts'

/** Reads very many blobs, one lot after the other, in a process of its own that maps little of the packs. */
export class BlobReader {
  readonly #pipe: ObjectPipe
  readonly #largest: number

  /** Objects larger than this (bytes) are left out of the answer. */
  constructor(root: string, largest: number) {
    this.#largest = largest
    this.#pipe = new ObjectPipe(root, SPARING)
  }

  /** Bytes of blobs by id; what is missing, of another type or too large is absent. Throws UnableError if git fails. */
  async read(ids: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
    const pipe = this.#pipe
    const found = new Map<string, Buffer>()
    if (ids.length === 0) return found
    pipe.ask(ids)
    for (const id of ids) {
      const [name, type, size] = (pipe.lineHere() ?? (await pipe.line())).split(' ')
      if (type === 'missing' || type === 'ambiguous') continue
      if (name !== id) throw new UnableError('git cat-file answered something else than was asked.')
      const bytes = pipe.takeHere(Number(size) + 1) ?? (await pipe.take(Number(size) + 1))
      if (type === 'blob' && Number(size) <= this.#largest) found.set(id, bytes.subarray(0, -1))
    }
    return found
  }

  /** Ends the process. */
  close(): void {
    this.#pipe.close()
  }
}
