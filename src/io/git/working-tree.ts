import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readSync,
  readdirSync,
  type Dirent,
  type Stats
} from 'node:fs'
import { join } from 'node:path'
import { UnableError } from '../../book/errors.ts'
import { plain } from '../../book/quote.ts'
import type { Contents, FileEntry, Tree } from '../../book/tree.ts'
import { GOVERNED } from './tree.ts'

/** More than any kind of file may have: what is longer is refused by its length, whatever follows. */
const READ_AT_MOST = 256 * 1024 + 1
/** Folders whose path is longer (UTF-16 units) are listed as themselves, not with what is in them. */
const LONGEST = 1000

/**
 * The governed files as they lie in the working tree, tracked or not. Links are listed as links and never followed;
 * a folder with a `.git` of its own is listed as a submodule. The executable bit isn't looked at. Throws UnableError
 * for a folder that can't be read: unreadable is not empty.
 */
export function workingTree(root: string): Tree {
  const entries = new Map<string, FileEntry>()
  for (const path of GOVERNED.toSorted()) {
    const stats = look(root, path)
    if (stats?.isDirectory()) list(root, path, entries)
    else if (stats) put(entries, path, stats)
  }
  return { entries }
}

function look(root: string, path: string): Stats | null {
  try {
    return lstatSync(join(root, path), { throwIfNoEntry: false }) ?? null
  } catch (cause) {
    throw unreadable(path, cause)
  }
}

function list(root: string, folder: string, entries: Map<string, FileEntry>): void {
  let found: Dirent[]
  try {
    found = readdirSync(join(root, folder), { withFileTypes: true })
  } catch (cause) {
    throw unreadable(folder, cause)
  }
  if (found.some((entry) => entry.name === '.git')) {
    entries.set(folder, { path: folder, mode: '160000', blob: null, size: null })
    return
  }
  // As git sorts: a folder as if its name ended with a slash.
  const names = found.map((entry) => ({ entry, key: entry.isDirectory() ? `${entry.name}/` : entry.name }))
  names.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  for (const { entry } of names) {
    const path = `${folder}/${entry.name}`
    // Paths so long are refused anyway; going on could end where the system can't follow.
    if (entry.isDirectory() && path.length > LONGEST)
      entries.set(path, { path, mode: '040000', blob: null, size: null })
    else if (entry.isDirectory()) list(root, path, entries)
    else put(entries, path, entry)
  }
}

function put(entries: Map<string, FileEntry>, path: string, kind: Dirent | Stats): void {
  entries.set(path, { path, mode: modeOf(kind), blob: null, size: null })
}

/** git's mode of a file that is no folder; `000000` for what git can't hold (a socket, a device). */
export function modeOf(kind: Dirent | Stats): string {
  return kind.isSymbolicLink() ? '120000' : kind.isFile() ? '100644' : '000000'
}

function unreadable(path: string, cause: unknown): UnableError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown error'
  return new UnableError(
    `${plain(path)} can’t be read (${code}). Nothing is judged, because unreadable is not empty.`,
    { cause }
  )
}

/**
 * Contents of files of the working tree, read when asked for, into one buffer that the next call overwrites.
 * Only regular files, never through a link.
 */
export class WorkingContents implements Contents {
  readonly #root: string
  readonly #buffer = Buffer.allocUnsafe(READ_AT_MOST)

  constructor(root: string) {
    this.#root = root
  }

  get(path: string): Uint8Array | undefined {
    let file: number
    try {
      file = openSync(
        `${this.#root}/${path}`,
        constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK
      )
    } catch {
      return undefined
    }
    try {
      let length = 0
      for (;;) {
        const read = readSync(file, this.#buffer, length, READ_AT_MOST - length, null)
        length += read
        // A short read of a regular file is its end, unless it was changed meanwhile; a second look costs a call.
        if (read === 0 || length === READ_AT_MOST) break
        if (length < 4096) {
          if (fstatSync(file).size === length) break
        }
      }
      return this.#buffer.subarray(0, length)
    } catch {
      return undefined
    } finally {
      closeSync(file)
    }
  }
}
