import { identify } from './paths.ts'

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
  /** As {@link extentOf} says, where a tree can tell without being gone through. */
  extent?(): Extent
}

/** How much a tree holds. */
export interface Extent {
  /** Files below `grants/`. */
  readonly files: number
  /** Those among them whose path is a grant's, break-glass grants included. */
  readonly grants: number
}

/** How much a tree holds, by paths alone. */
export function extentOf(tree: Tree): Extent {
  if (tree.extent) return tree.extent()
  let files = 0
  let grants = 0
  for (const path of tree.entries.keys()) {
    const extent = extentOfPath(path)
    files += extent.files
    grants += extent.grants
  }
  return { files, grants }
}

/** What one path adds. */
export function extentOfPath(path: string): Extent {
  const kind = identify(path)?.kind
  return {
    files: path.startsWith('grants/') ? 1 : 0,
    grants: kind === 'grant' || kind === 'emergency' ? 1 : 0
  }
}

/** All files of a tree with this name: `alice.yaml` finds a person and everything she holds. Sorted by path. */
export function filesNamed(tree: Tree, name: string): readonly FileEntry[] {
  if (tree.named) return tree.named(name)
  const ending = `/${name}`
  return [...tree.entries.values()].filter((entry) => entry.path.endsWith(ending))
}

/**
 * Bytes of files by path, from memory (a Map) or read when asked for. Undefined: can't be read; never an empty answer.
 * The bytes may be overwritten by the next call: whoever keeps them copies them.
 */
export interface Contents {
  get(path: string): Uint8Array | undefined
}
