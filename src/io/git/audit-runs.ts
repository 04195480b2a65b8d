import type { PathDifference } from '../../approval/facts.ts'
import { objectId } from '../../evidence/commit-object.ts'
import { ObjectReader } from './cat-file.ts'
import { LARGEST_EVENTS } from './evidence-walk.ts'
import { Listing } from './listing.ts'
import { runGit } from './run.ts'

const LF = 0x0a
/** A commit adds hardly more lines than this to a month's file; otherwise the object itself is read. */
const LINES = 8

/**
 * The files of runs as they stand at the end. Every commit adds to the same file a month, so reading each of its versions
 * would cost the square of their number; instead the version is found as a beginning of the last one, by its hash.
 */
export class RunFiles {
  readonly #last: ReadonlyMap<string, Buffer>
  readonly #ends = new Map<string, number>()
  readonly #versions = new Map<string, Uint8Array>()

  private constructor(last: ReadonlyMap<string, Buffer>) {
    this.#last = last
  }

  static async open(root: string, head: string): Promise<RunFiles> {
    const listing = new Listing(
      await runGit(root, ['ls-tree', '-r', '-z', '--full-tree', head, '--', 'runs'])
    )
    const entries = [...listing.entries.values()]
    const reader = new ObjectReader(root, 'blob', LARGEST_EVENTS)
    try {
      const blobs = await reader.read(entries.flatMap(({ blob }) => blob ?? []))
      const files = entries.flatMap(({ path, blob }) => {
        const bytes = blobs.get(blob ?? '')
        return bytes ? [[path, Buffer.from(bytes)] as const] : []
      })
      return new RunFiles(new Map(files))
    } finally {
      reader.close()
    }
  }

  /** A version that was found before; it shares its memory with the last one. */
  version(blob: string): Uint8Array | undefined {
    return this.#versions.get(blob)
  }

  /** Contents of the new versions that are beginnings of the last one, by id; the others must be read. */
  find(changes: readonly PathDifference[]): ReadonlyMap<string, Uint8Array> {
    const found = new Map<string, Uint8Array>()
    for (const { path, after } of changes) {
      const last = this.#last.get(path)
      if (!last || !after) continue
      let end = this.#ends.get(path) ?? 0
      for (let n = 0; n < LINES; n++) {
        const feed = last.indexOf(LF, end)
        if (feed === -1) break
        end = feed + 1
        const version = last.subarray(0, end)
        if (objectId('blob', version, after.blob) !== after.blob) continue
        found.set(after.blob, version)
        this.#versions.set(after.blob, version)
        this.#ends.set(path, end)
        break
      }
    }
    return found
  }
}
