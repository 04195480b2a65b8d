import { keepIn } from './bounded.ts'
import type { Kind, PathIdentity } from './paths.ts'
import type { FileEntry } from './tree.ts'

/** Kinds of which there may be a hundred thousand files, each read once or twice: they would only fill the memory. */
const MANY: ReadonlySet<Kind> = new Set(['grant', 'emergency', 'out-of-band', 'retrospective'])
const MOST = 20_000

/**
 * What governing files were read as: one run reads the same people, workloads and settings for every pull request that it
 * judges. Only valid files are kept, and an answer is given for the very same bytes alone.
 */
export class KnownFiles {
  readonly #known = new Map<string, { readonly bytes: Uint8Array; readonly data: unknown }>()

  /** What the file says; null: it wasn't read before. */
  get(entry: FileEntry, identity: PathIdentity, bytes: Uint8Array): unknown {
    const known = this.#known.get(keyOf(entry, identity))
    return known && isSame(known.bytes, bytes) ? known.data : null
  }

  keep(entry: FileEntry, identity: PathIdentity, bytes: Uint8Array, data: unknown): void {
    if (entry.blob === null || MANY.has(identity.kind)) return
    // The bytes may be a part of something large.
    keepIn(this.#known, MOST, keyOf(entry, identity), { bytes: Uint8Array.from(bytes), data })
  }
}

function keyOf({ blob }: FileEntry, { kind }: PathIdentity): string {
  return `${kind} ${blob ?? ''}`
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at])
}
