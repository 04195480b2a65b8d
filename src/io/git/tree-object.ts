/** One entry of a tree. `mode` as git writes it in trees: `40000`, `100644`. */
export interface TreeEntry {
  readonly mode: string
  readonly id: string
}

/** Entries by name. Names are bytes, one character each, so that no encoding can change them. */
export type Entries = ReadonlyMap<string, TreeEntry>

/** A folder's mode in a tree. */
export const FOLDER = '40000'
const NUL = 0x00
const SPACE = 0x20

/**
 * Reads a tree: `<mode> <name>\0<id>`, again and again.
 *
 * @param like Any id of the same repository: how long ids are there.
 */
export function readTreeObject(bytes: Buffer, like: string): Entries {
  const idBytes = like.length / 2
  const entries = new Map<string, TreeEntry>()
  for (let at = 0; at < bytes.length;) {
    const space = bytes.indexOf(SPACE, at)
    const end = bytes.indexOf(NUL, space)
    const id = bytes.toString('hex', end + 1, end + 1 + idBytes)
    entries.set(bytes.toString('latin1', space + 1, end), { mode: bytes.toString('latin1', at, space), id })
    at = end + 1 + idBytes
  }
  return entries
}
