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
      const header = await pipe.header(id)
      if (!header) continue
      const bytes = await pipe.bytes(header)
      if (header.type === 'blob' && header.size <= this.#largest) found.set(id, bytes)
    }
    return found
  }

  /** Ends the process. */
  close(): void {
    this.#pipe.close()
  }
}
