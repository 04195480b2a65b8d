import { BookBuilder } from './builder.ts'
import type { Book } from './book.ts'
import { findDuplicates } from './duplicates.ts'
import { fileProblem, judgeEntry } from './file-problems.ts'
import { KnownFiles } from './known-files.ts'
import { identify, type PathIdentity } from './paths.ts'
import type { Problem } from './problem.ts'
import { secretProblems } from './secret-problems.ts'
import { checkShape } from './shape.ts'
import { sizeLimit } from './size-limit.ts'
import { filesNamed, type Contents, type FileEntry, type Tree } from './tree.ts'
import { readYaml } from './yaml/read.ts'

/** What a tree says, and everything in it that could not be read as it must be. */
export interface Loaded {
  readonly book: Book
  readonly problems: readonly Problem[]
}

/**
 * Reads a tree's files into a book. Every file under `grants/` is either in the book or named in `book.invalid` with a
 * problem that says why; none is skipped. `paths` limits what is read (a partial book); identity is judged over all.
 */
export function load(tree: Tree, contents: Contents, paths?: ReadonlySet<string>): Loaded {
  const loading = new Loading(tree, paths)
  for (const file of loading.wanted) loading.take(file, contents.get(file.entry.path))
  return loading.finish()
}

/** A file whose content is to be read, and what its path says. */
export interface Wanted {
  readonly entry: FileEntry
  readonly identity: PathIdentity
}

/** {@link load} in steps, for readers that fetch contents a portion at a time. */
export class Loading {
  /** Every file to give to {@link Loading.take}, sorted by path. The others are refused by their paths alone. */
  readonly wanted: readonly Wanted[]
  readonly #builder: BookBuilder
  readonly #problems: Problem[] = []

  constructor(tree: Tree, paths?: ReadonlySet<string>) {
    this.#builder = new BookBuilder(tree)
    const files = paths ? chosen(tree, paths) : governed(tree)
    const duplicates = findDuplicates(identified(paths ? withNamesakes(tree, files) : files), (path) =>
      tree.entries.has(path)
    )
    const wanted: Wanted[] = []
    for (const [entry, identity] of files) {
      const problem = judgeEntry(entry, identity) ?? duplicates.get(entry.path)
      if (problem || !identity) this.#refuse(entry, identity, problem ? [problem] : [])
      else wanted.push({ entry, identity })
    }
    this.wanted = wanted
  }

  /** Takes the bytes of one file; undefined if it could not be read. They aren't kept. */
  take({ entry, identity }: Wanted, bytes: Uint8Array | undefined): void {
    const problems = readInto(this.#builder, entry, identity, bytes)
    if (problems.length > 0) this.#refuse(entry, identity, problems)
  }

  finish(): Loaded {
    const problems = this.#problems.toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0))
    return { book: this.#builder.finish(), problems }
  }

  #refuse(entry: FileEntry, identity: PathIdentity | null, problems: readonly Problem[]): void {
    this.#builder.refuse(entry.path, identity)
    this.#problems.push(...problems)
  }
}

type File = readonly [FileEntry, PathIdentity | null]

function governed(tree: Tree): readonly File[] {
  const files: File[] = []
  for (const entry of tree.entries.values())
    if (isGoverned(entry.path)) files.push([entry, identify(entry.path)])
  return files
}

function chosen(tree: Tree, paths: ReadonlySet<string>): readonly File[] {
  const files: File[] = []
  for (const path of [...paths].toSorted()) {
    const entry = tree.entries.get(path)
    if (entry && isGoverned(path)) files.push([entry, identify(path)])
  }
  return files
}

/** A few files and all others of the same name: only these can claim the same identity. */
function* withNamesakes(tree: Tree, files: readonly File[]): Generator<File> {
  const names = new Set(files.map(([entry]) => entry.path.slice(entry.path.lastIndexOf('/') + 1)))
  for (const name of names) {
    for (const entry of filesNamed(tree, name))
      if (isGoverned(entry.path)) yield [entry, identify(entry.path)]
  }
}

/** `grants` itself counts: as a link or submodule it would hide everything below it. */
function isGoverned(path: string): boolean {
  return path === 'grants' || path.startsWith('grants/')
}

function* identified(files: Iterable<File>): Generator<[string, PathIdentity]> {
  for (const [entry, identity] of files) if (identity) yield [entry.path, identity]
}

/** Reads one file; returns what is wrong with it, or puts it into the book and returns nothing. */
function readInto(
  builder: BookBuilder,
  entry: FileEntry,
  identity: PathIdentity,
  bytes: Uint8Array | undefined
): readonly Problem[] {
  const { path } = entry
  if (!bytes) return [fileProblem('file-unreadable', path, 'The file exists but could not be read.')]
  const known = knownFiles.get(entry, identity, bytes)
  if (known !== null) {
    builder.add(entry, identity, bytes, known)
    return []
  }
  const secrets = secretProblems(path, bytes)
  if (secrets.length > 0) return secrets
  const { data, problems } = readYaml(bytes, sizeLimit(identity.kind))
  if (!data) return problems.map((problem) => ({ ...problem, severity: 'error', file: path }))
  const misfits = checkShape(identity.kind, data)
  if (misfits.length > 0) {
    return misfits.map(({ code, message, fix, pointer, atKey }) => ({
      code,
      severity: 'error',
      message,
      fix,
      file: path,
      pointer,
      ...(atKey ? { atKey } : {})
    }))
  }
  knownFiles.keep(entry, identity, bytes, data)
  builder.add(entry, identity, bytes, data)
  return []
}

const knownFiles = new KnownFiles()
