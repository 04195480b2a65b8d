import type { PathIdentity } from './paths.ts'
import type { Problem } from './problem.ts'
import { READING_CODES, type ReadingCodeName } from './reading-codes.ts'
import { sizeLimit } from './size-limit.ts'
import type { FileEntry } from './tree.ts'
import { explainUnknownPath } from './unknown-path.ts'
import { tooLarge } from './yaml/read.ts'

/** Longest path in UTF-8 bytes: systems and tools begin to fail a little beyond. */
const LONGEST_PATH = 400
const ENCODER = new TextEncoder()

/** A problem of a whole file: an error at its beginning. */
export function fileProblem(
  code: ReadingCodeName,
  file: string,
  message: string,
  fix: string = READING_CODES[code].fix
): Problem {
  return { code, severity: 'error', message, fix, file, pointer: [], at: { line: 1, column: 1 } }
}

/** What is wrong with a file before a byte of it is read; null if nothing is. */
export function judgeEntry(entry: FileEntry, identity: PathIdentity | null): Problem | null {
  const { path, mode, size } = entry
  // UTF-8 has at most three bytes for a UTF-16 unit.
  if (path.length > LONGEST_PATH / 3 && ENCODER.encode(path).length > LONGEST_PATH) {
    return fileProblem('path-too-long', path, `The path is longer than ${LONGEST_PATH} bytes.`)
  }
  if (mode === '120000') return fileProblem('file-symlink', path, 'This is a symbolic link.')
  if (mode === '160000') return fileProblem('file-submodule', path, 'This is a submodule.')
  if (mode !== '100644' && mode !== '100755')
    return fileProblem('file-special', path, 'This is not a regular file.')
  if (!identity) {
    const { message, fix } = explainUnknownPath(path)
    return fileProblem('file-unknown', path, message, fix)
  }
  const limit = sizeLimit(identity.kind)
  if (size !== null && size > limit) return fileProblem('file-too-large', path, tooLarge(limit))
  return null
}
