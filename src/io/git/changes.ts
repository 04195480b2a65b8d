import { lstatSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PathDifference } from '../../approval/facts.ts'
import { UnableError } from '../../book/errors.ts'
import { blobId } from '../../book/grant-key.ts'
import { plain } from '../../book/quote.ts'
import type { FileEntry } from '../../book/tree.ts'
import { LARGEST } from './cat-file.ts'
import { runGit } from './run.ts'
import { GOVERNED } from './tree.ts'
import { modeOf } from './working-tree.ts'

/** One path at which two trees differ. A renamed file is one that went and one that came. */
export interface FileChange {
  readonly path: string
  /** Null: the file came. */
  readonly before: FileEntry | null
  /** Null: the file went. Its `blob` is null if only the working tree has it. */
  readonly after: FileEntry | null
}

const ABSENT = '000000'
const UNKNOWN_OBJECT = /^0+$/u

/** What differs between two commits or trees (by object id) at the governed paths. Sorted by path. */
export async function changedPaths(
  root: string,
  before: string,
  after: string
): Promise<readonly FileChange[]> {
  return parseRaw(await rawDifferences(root, before, after, GOVERNED))
}

/** What differs between two commits or trees (by any name) below these paths, as git writes it: for {@link differencesIn}. */
export function rawDifferences(
  root: string,
  before: string,
  after: string,
  paths: readonly string[]
): Promise<Buffer> {
  const how = ['-r', '-z', '--raw', '--no-renames', '--no-abbrev']
  return runGit(root, ['diff-tree', ...how, before, after, '--', ...paths])
}

/**
 * What the working tree, tracked or not, has differently from a commit at the governed paths. git's index spares
 * looking into files that were not touched since; those that were are read, and left out if they read the same.
 */
export async function workingChanges(root: string, commit: string): Promise<readonly FileChange[]> {
  const [raw, listing] = await Promise.all([
    runGit(root, ['diff-index', '-z', '--raw', '--no-renames', '--no-abbrev', commit, '--', ...GOVERNED]),
    runGit(root, ['ls-files', '-z', '-v', '--cached', '--others', '--', ...GOVERNED])
  ])
  refuseHidden(listing)
  const touched = parseRaw(raw).filter((change) => !readsTheSame(root, change))
  const changes = new Map(touched.map((change) => [change.path, change]))
  for (const name of untracked(listing)) {
    const after = untrackedEntry(root, name)
    if (after)
      changes.set(after.path, { path: after.path, before: changes.get(after.path)?.before ?? null, after })
  }
  return [...changes.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1))
}

/** Whether a file was touched, and its bytes are still those of the commit. Too large to be governed is never the same. */
function readsTheSame(root: string, { path, before, after }: FileChange): boolean {
  if (!before || !after || before.blob === null || after.blob !== null) return false
  if (before.mode !== after.mode || !before.mode.startsWith('100')) return false
  const file = join(root, path)
  const stats = lstatSync(file, { throwIfNoEntry: false })
  if (!stats?.isFile() || stats.size > LARGEST) return false
  return blobId(readFileSync(file)) === before.blob
}

/** The names that `ls-files -v` marks as unknown to git; it tells them first. */
function* untracked(listing: Buffer): Generator<string> {
  for (let at = 0; listing.toString('latin1', at, at + 2) === '? ';) {
    const end = listing.indexOf(0, at)
    yield listing.toString('utf8', at + 2, end)
    at = end + 1
  }
}

/** A file that git doesn't know; a name with a slash at its end is another repository. */
function untrackedEntry(root: string, name: string): FileEntry | null {
  const path = name.replace(/\/$/u, '')
  if (path !== name) return { path, mode: '160000', blob: null, size: null }
  const stats = lstatSync(join(root, path), { throwIfNoEntry: false })
  if (!stats) return null
  return { path, mode: modeOf(stats), blob: null, size: null }
}

/** git can be told to look away from a file; then nobody could say what the working tree holds. */
function refuseHidden(listing: Buffer): void {
  // Records are `<tag> <path>NUL`; a small letter is assume-unchanged, `S` skip-worktree.
  const tags = ['S', 's', 'h', 'm', 'r', 'c', 'k']
  const starts = tags.map((tag) =>
    listing.toString('latin1', 0, 2) === `${tag} ` ? 0 : listing.indexOf(`\0${tag} `) + 1 || -1
  )
  const first = starts.filter((start) => start !== -1).toSorted((a, b) => a - b)[0]
  if (first === undefined) return
  const path = listing.toString('utf8', first + 2, listing.indexOf(0, first))
  throw new UnableError(
    `git is told to overlook ${plain(path)} (assume-unchanged, skip-worktree or a sparse checkout). Undo that, or name a commit with --head.`
  )
}

/** Reads `:<mode> <mode> <id> <id> <status>NUL<path>NUL…`. */
function parseRaw(raw: Buffer): FileChange[] {
  const fields = splitNul(raw)
  const changes: FileChange[] = []
  for (let index = 0; index + 1 < fields.length; index += 2) {
    const [modeBefore = '', modeAfter = '', blobBefore = '', blobAfter = ''] = (fields[index] ?? '')
      .slice(1)
      .split(' ')
    const path = fields[index + 1] ?? ''
    changes.push({
      path,
      before: side(path, modeBefore, blobBefore),
      after: side(path, modeAfter, blobAfter)
    })
  }
  return changes.toSorted((a, b) => (a.path < b.path ? -1 : 1))
}

/** The same as {@link parseRaw}, of two trees: both sides have a blob then. */
export function differencesIn(raw: Buffer): readonly PathDifference[] {
  return parseRaw(raw).map(({ path, before, after }) => ({
    path,
    before: before && { mode: before.mode, blob: before.blob ?? '' },
    after: after && { mode: after.mode, blob: after.blob ?? '' }
  }))
}

function side(path: string, mode: string, blob: string): FileEntry | null {
  if (mode === ABSENT || mode === '') return null
  return { path, mode, blob: UNKNOWN_OBJECT.test(blob) ? null : blob, size: null }
}

/** Splits output of `-z`. */
export function splitNul(bytes: Buffer): string[] {
  const parts = bytes.toString('utf8').split('\0')
  parts.pop()
  return parts
}
