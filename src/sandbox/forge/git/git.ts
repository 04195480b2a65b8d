import { spawnSync } from 'node:child_process'
import { Ancestry } from './ancestry.ts'
import { parseDiff, type FileDifference } from './diff.ts'
import { gitEnv } from './environment.ts'
import { Memory } from './memory.ts'
import { plainDiff } from './plain-diff.ts'
import { Objects, type ObjectType } from './objects.ts'
import { formatCommit, formatTree, parseCommit, parseTree } from './parse.ts'
import type { CommitObject, NewCommit, TreeEntry } from './parse.ts'
import { Refs } from './refs.ts'
import { changesBetween, mergeApart, withFiles, type Changes, type TreeFile } from './trees.ts'

/** Forty zeros: no object. */
export const ABSENT = '0'.repeat(40)

/** Ways to list that change nothing but the order, or follow first parents alone. */
const LINEAR: ReadonlySet<string> = new Set(['--topo-order', '--reverse', '--first-parent'])

/** What merging gives. */
export type Merged =
  | { readonly clean: true; readonly tree: string }
  | { readonly clean: false; readonly conflicts: readonly string[] }

/** How many commits the second of two has that the first lacks, and the other way round. */
export interface Distance {
  readonly ahead: number
  readonly behind: number
}

/** The bare git directory of one repository. Everything is synchronous; ids are full object ids. */
export class Git {
  readonly dir: string
  /** The refs as the directory has them. */
  readonly refs: Refs
  readonly #objects: Objects
  readonly #ancestry: Ancestry
  readonly #bases = new Memory<string | null>()
  readonly #logs = new Memory<readonly string[]>()
  readonly #distances = new Memory<Distance>()
  readonly #diffs = new Memory<readonly FileDifference[]>()
  readonly #merges = new Memory<Merged>()

  constructor(dir: string) {
    this.dir = dir
    this.refs = new Refs(dir)
    this.#objects = new Objects(dir)
    this.#ancestry = new Ancestry((id) => {
      const object = this.#objects.loose(id)
      return object?.type === 'commit' ? parseCommit(object.bytes).parents : null
    })
  }

  /** A commit; null if there is none of this id. */
  commit(id: string): CommitObject | null {
    const found = this.#objects.read(id)
    return found?.type === 'commit' ? parseCommit(found.bytes) : null
  }

  /** The entries of a tree; null if there is none of this id. */
  tree(id: string): readonly TreeEntry[] | null {
    const found = this.#objects.read(id)
    return found?.type === 'tree' ? parseTree(found.bytes) : null
  }

  /** The bytes of a blob; null if there is none of this id. */
  blob(id: string): Buffer | null {
    const found = this.#objects.read(id)
    return found?.type === 'blob' ? found.bytes : null
  }

  /** The text of an annotated tag; null if there is none of this id. */
  tag(id: string): string | null {
    const found = this.#objects.read(id)
    return found?.type === 'tag' ? found.bytes.toString('utf8') : null
  }

  /** What kind of object an id names; null: it is unknown. */
  type(id: string): ObjectType | null {
    return this.#objects.read(id)?.type ?? null
  }

  /** What lies at a path in a commit or tree: an entry, or null. An empty path is the root tree. */
  at(treeish: string, path: string): TreeEntry | null {
    let here: TreeEntry = { mode: '040000', name: '', id: this.commit(treeish)?.tree ?? treeish }
    for (const part of path.split('/').filter((one) => one !== '')) {
      const next = here.mode === '040000' ? this.tree(here.id)?.find((one) => one.name === part) : undefined
      if (!next) return null
      here = next
    }
    return here
  }

  /** The bytes of a file in a commit; null if there is none. */
  file(commit: string, path: string): Buffer | null {
    const found = this.at(commit, path)
    return found && found.mode !== '040000' ? this.blob(found.id) : null
  }

  writeBlob(bytes: Buffer): string {
    return this.#objects.write('blob', bytes)
  }

  writeTree(entries: readonly TreeEntry[]): string {
    return this.#objects.write('tree', formatTree(entries))
  }

  writeCommit(commit: NewCommit): string {
    return this.#objects.write('commit', formatCommit(commit))
  }

  writeTag(text: string): string {
    return this.#objects.write('tag', Buffer.from(text))
  }

  /** A tree with one file put at a path, or taken away (null). Folders that become empty go. */
  withFile(tree: string, path: string, file: TreeFile | null): string {
    return this.withFiles(tree, new Map([[path, file]]))
  }

  /** A tree with files put or taken away (null). Folders that become empty go. */
  withFiles(tree: string, changes: Changes): string {
    return withFiles(this.#objects, tree, changes)
  }

  /** What makes the tree of one commit that of another (null: an empty one), file by file. */
  changes(before: string | null, after: string): Changes {
    return changesBetween(this.#objects, this.#treeOf(before), this.#treeOf(after))
  }

  #treeOf(treeish: string | null): string | null {
    return treeish === null ? null : (this.commit(treeish)?.tree ?? treeish)
  }

  /** Takes in the objects of a pack. */
  unpack(pack: Buffer): void {
    this.#run(['unpack-objects', '-q'], [0], pack)
  }

  /** The best common ancestor; null if there is none. */
  mergeBase(a: string, b: string): string | null {
    if (a === b) return a
    return this.#bases.get(`${a} ${b}`, () => {
      const bases = this.#ancestry.mergeBases(a, b)
      if (bases && bases.length < 2) return bases[0] ?? null
      return this.#run(['merge-base', a, b], [0, 1]).toString().trim() || null
    })
  }

  /** Whether a commit is among the ancestors of another, or is it. */
  isAncestor(old: string, young: string): boolean {
    return this.#ancestry.isAncestor(old, young) ?? this.mergeBase(old, young) === old
  }

  /** The refs below a folder from which a commit can be reached, as the directory has them. */
  refsWith(commit: string, folder: string): ReadonlySet<string> {
    return new Set(lines(this.#run(['for-each-ref', '--format=%(refname)', '--contains', commit, folder])))
  }

  /** Commits reachable from `to` but not from `from` (null: all), newest first as `git log` orders them. */
  log(to: string, from: string | null, options: readonly string[] = []): readonly string[] {
    return this.#logs.get(`${to} ${from ?? ''} ${options.join(' ')}`, () => {
      const line = this.#line(to, from, options)
      if (line) return options.includes('--reverse') ? line.toReversed() : line
      const paths = options.includes('--') ? [] : ['--']
      return lines(this.#run(['rev-list', to, ...(from === null ? [] : [`^${from}`]), ...options, ...paths]))
    })
  }

  /** The same without a process where history is one line of commits, or only one is asked for; else null. */
  #line(to: string, from: string | null, options: readonly string[]): readonly string[] | null {
    if (from === null || options.some((one) => !LINEAR.has(one))) return null
    const found: string[] = []
    for (let at: string | undefined = to; at !== undefined;) {
      const past = this.#ancestry.isAncestor(at, from)
      if (past === true) return found
      const parents: readonly string[] = this.commit(at)?.parents ?? []
      if (past === null || (parents.length > 1 && !options.includes('--first-parent'))) return null
      found.push(at)
      at = parents[0]
    }
    return found
  }

  /** How many commits each side has that the other lacks. */
  distance(a: string, b: string): Distance {
    return this.#distances.get(`${a} ${b}`, () => {
      const apart = this.#ancestry.apart(a, b)
      if (apart) return { ahead: apart.right, behind: apart.left }
      const counted = this.#run(['rev-list', '--left-right', '--count', `${a}...${b}`])
        .toString()
        .trim()
      const [behind = '0', ahead = '0'] = counted.split(/\s+/u)
      return { ahead: Number(ahead), behind: Number(behind) }
    })
  }

  /** What differs between two commits or trees, with patches and renames as GitHub shows them. `before` null: everything came. */
  diff(before: string | null, after: string): readonly FileDifference[] {
    return this.#diffs.get(`${before ?? ''} ${after}`, () => {
      const plain = plainDiff(this.#objects, this.#treeOf(before), this.#treeOf(after))
      if (plain) return plain
      const from = before ?? this.writeTree([])
      return parseDiff(
        this.#run([
          '-c',
          'core.quotePath=false',
          'diff-tree',
          '-r',
          '--raw',
          '--numstat',
          '--patch',
          '-z',
          '-M',
          '--no-abbrev',
          '--full-index',
          '--no-color',
          from,
          after
        ])
      )
    })
  }

  /** The tree that merging two commits gives. */
  merge(ours: string, theirs: string): Merged {
    return this.#merges.get(`${ours} ${theirs}`, () => {
      const apart = this.#mergeApart(ours, theirs)
      if (apart !== null) return { clean: true, tree: apart }
      const args = ['merge-tree', '--write-tree', '--name-only', '--no-messages', '-z', ours, theirs]
      const [tree = '', ...conflicts] = this.#run(args, [0, 1])
        .toString('utf8')
        .split('\0')
        .filter((one) => one !== '')
      return conflicts.length === 0 ? { clean: true, tree } : { clean: false, conflicts }
    })
  }

  #mergeApart(ours: string, theirs: string): string | null {
    const bases = this.#ancestry.mergeBases(ours, theirs)
    if (bases?.length !== 1) return null
    const [base, mine, yours] = [bases[0] ?? '', ours, theirs].map((id) => this.commit(id)?.tree)
    if (base === undefined || mine === undefined || yours === undefined) return null
    return mergeApart(this.#objects, base, mine, yours)
  }

  /** The tree that repeating a commit on another one gives. A commit with the other's tree stands in for git 2.40's `--merge-base`. */
  replay(commit: string, onto: string): Merged {
    const what = this.commit(commit)
    const base = this.commit(onto)
    if (!what || !base) throw new RangeError(`no commit ${commit} or ${onto}`)
    const standIn = this.writeCommit({ ...base, parents: what.parents.slice(0, 1), signature: null })
    return this.merge(standIn, commit)
  }

  #run(args: readonly string[], good: readonly number[] = [0], input?: Buffer): Buffer {
    const done = spawnSync('git', ['--git-dir', this.dir, ...args], {
      env: gitEnv(),
      maxBuffer: 1 << 30,
      ...(input ? { input } : {})
    })
    if (done.status === null || !good.includes(done.status)) {
      throw new Error(`git ${args[0] ?? ''} failed in the forge: ${done.stderr.toString()}`, {
        cause: done.error
      })
    }
    return done.stdout
  }
}

function lines(bytes: Buffer): string[] {
  return bytes
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
}
