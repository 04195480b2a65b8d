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
  /** All files whose name (the last part of their path) is this one, where a tree can tell without being gone through. */
  named?(name: string): readonly FileEntry[]
}

/** All files of a tree with this name: `alice.yaml` finds a person and everything she holds. Sorted by path. */
export function filesNamed(tree: Tree, name: string): readonly FileEntry[] {
  if (tree.named) return tree.named(name)
  const ending = `/${name}`
  return [...tree.entries.values()].filter(entry => entry.path.endsWith(ending))
}

/**
 * Bytes of files by path, from memory (a Map) or read when asked for. Undefined: can't be read; never an empty answer.
 * The bytes may be overwritten by the next call: whoever keeps them copies them.
 */
export interface Contents {
  get(path: string): Uint8Array | undefined
}
