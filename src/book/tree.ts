/** One file of a tree, as git names it. */
export interface FileEntry {
  readonly path: string
  /** git's mode: `100644`, `100755`, `120000` (symlink), `160000` (submodule). */
  readonly mode: string
  /** git's object id of the content; null only in a working tree whose file has not been hashed. */
  readonly blob: string | null
  /** Bytes; null where the listing doesn't tell. */
  readonly size: number | null
}

/** All files below the governed paths of one tree: the index from which everything else is found by name. Sorted by path. */
export interface Tree {
  readonly entries: ReadonlyMap<string, FileEntry>
}

/** Bytes of files by path. A file that can't be read is absent from the answer, never empty. */
export type Contents = ReadonlyMap<string, Uint8Array>
