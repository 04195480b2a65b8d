import pMap from 'p-map'
import type { CommitContent, PathDifference } from '../../approval/facts.ts'
import { UnableError } from '../../book/errors.ts'
import { differencesIn, splitNul } from './changes.ts'
import { Once } from './once.ts'
import { isShallow } from './revision.ts'
import { gitFailure, runGit, tryGit } from './run.ts'

// What git tells of a pull request: a handful of calls for all of it, however many commits, files and grants it has.

const OBJECT_ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u
/** Neither renames nor settings of the clone or of a file in it may hide a difference. */
const DIFF = [
  'diff-tree',
  '--stdin',
  '-r',
  '-z',
  '--root',
  '--no-renames',
  '--no-abbrev',
  '--ignore-submodules=none'
]

/** A commit's merge base with another; `ambiguous`: their histories cross and there are several. */
export type MergeBase =
  | { readonly kind: 'one'; readonly base: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'ambiguous' }

const knownBases = new Once<string>()

/**
 * The merge base of a commit with the default branch at `main`; both must be here. Throws UnableError in a clone whose
 * history is cut off: what is found in it would be wrong, not missing.
 */
export async function mergeBase(root: string, main: string, commit: string): Promise<MergeBase> {
  const base = await knownBases.get(root, main, `merge base ${commit}`, async () => {
    const found = await mergeBaseNow(root, main, commit)
    return found.kind === 'one' ? found.base : null
  })
  // That there is none, or more than one, is rare, and never remembered.
  return base === null ? mergeBaseNow(root, main, commit) : { kind: 'one', base }
}

async function mergeBaseNow(root: string, main: string, commit: string): Promise<MergeBase> {
  const { status, stdout, stderr } = await tryGit(root, ['merge-base', '--all', main, commit])
  const found = stdout.toString('utf8').split('\n').filter(Boolean)
  const [base] = found
  if (status === 0 && base !== undefined)
    return found.length === 1 ? { kind: 'one', base } : { kind: 'ambiguous' }
  if (status === 1) return { kind: 'none' }
  throw gitFailure(['merge-base'], stderr)
}

/** Throws UnableError if the clone's history is cut off. */
export async function requireHistory(root: string): Promise<void> {
  if (!(await isShallow(root))) return
  throw new UnableError(
    'The history here is cut off, and what a pull request changes can’t be told without it. Set "fetch-depth: 0" for actions/checkout, or run: git fetch --unshallow.'
  )
}

/** Two commits to be compared. */
export interface Pair {
  readonly before: string
  readonly after: string
}

/** Everything that differs between the two of each pair, in their order, each sorted by path. One call of git. */
export async function differencesOf(
  root: string,
  pairs: readonly Pair[]
): Promise<readonly (readonly PathDifference[])[]> {
  if (pairs.length === 0) return []
  // One commit with another given as its only parent; the answer to each begins with the commit's id.
  const input = pairs.map(({ before, after }) => `${after} ${before}\n`).join('')
  const fields = splitFields(await runGit(root, [...DIFF, '-m', '--raw', '--always'], input))
  const groups: (readonly PathDifference[])[] = []
  for (let at = 0; at < fields.length;) {
    const { after } = pairs[groups.length] ?? { after: '' }
    if (fields[at]?.toString('latin1') !== after) throw unexpected()
    let end = at + 1
    while (end < fields.length && fields[end]?.[0] === COLON) end += 2
    groups.push(toDifferences(fields.slice(at + 1, end)))
    at = end
  }
  if (groups.length !== pairs.length) throw unexpected()
  return groups
}

const COLON = 0x3a

function splitFields(bytes: Buffer): Buffer[] {
  const fields: Buffer[] = []
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(0, at)
    if (end === -1) throw unexpected()
    fields.push(bytes.subarray(at, end))
    at = end + 1
  }
  return fields
}

function toDifferences(fields: readonly Buffer[]): readonly PathDifference[] {
  const raw = Buffer.concat(fields.flatMap((field) => [field, NUL]))
  return differencesIn(raw)
}

const NUL = Buffer.from([0])

/** One commit that a pull request brings. */
export interface BroughtCommit {
  readonly id: string
  readonly parents: readonly string[]
  readonly author: string
  readonly committer: string
  readonly message: string
}

/** All commits that `head` has and `base` hasn't, children before their parents. One call of git. */
export async function commitsBetween(
  root: string,
  base: string,
  head: string
): Promise<readonly BroughtCommit[]> {
  const format = '--format=%H%x00%P%x00%ae%x00%ce%x00%B'
  const args = ['log', '-z', '--topo-order', '--no-notes', '--encoding=UTF-8', format, `^${base}`, head, '--']
  const fields = splitNul(await runGit(root, args))
  const commits: BroughtCommit[] = []
  for (let at = 0; at < fields.length; at += FIELDS) {
    const [id = '', parents = '', author = '', committer = '', message = ''] = fields.slice(at, at + FIELDS)
    if (!OBJECT_ID.test(id)) throw unexpected()
    commits.push({ id, parents: parents.split(' ').filter(Boolean), author, committer, message })
  }
  return commits
}

const FIELDS = 5

/**
 * Those of some commits that change a path under `grants/` against all their parents: a merge that only takes one side or
 * the other at each path is none. One call of git.
 */
export async function contributing(root: string, commits: readonly string[]): Promise<ReadonlySet<string>> {
  if (commits.length === 0) return new Set()
  const args = [...DIFF, '-c', '--name-only', '--', 'grants']
  const fields = splitNul(await runGit(root, args, `${commits.join('\n')}\n`))
  const found = new Set<string>()
  for (const [index, field] of fields.entries()) {
    const next = fields[index + 1]
    // An id is told for merges with nothing combined too; names follow only where something was changed.
    if (OBJECT_ID.test(field) && next !== undefined && !OBJECT_ID.test(next)) found.add(field)
  }
  return found
}

/**
 * What some commits have differently under `grants/` from their own merge bases with the default branch at `main`. A
 * commit that isn't here, or has no one base, has null differences.
 */
export async function contentsOf(
  root: string,
  main: string,
  commits: readonly string[],
  missing: ReadonlySet<string>
): Promise<ReadonlyMap<string, CommitContent & { readonly others: readonly string[] }>> {
  const bases = new Map<string, string>()
  const present = commits.filter((commit) => !missing.has(commit))
  const found = await pMap(present, (commit) => mergeBase(root, main, commit), { concurrency: 4 })
  for (const [index, commit] of present.entries()) {
    const way = found[index]
    if (way?.kind === 'one') bases.set(commit, way.base)
  }
  const pairs = [...bases].map(([after, before]) => ({ before, after }))
  const differences = await differencesOf(root, pairs)
  const known = new Map(pairs.map(({ after }, index) => [after, differences[index] ?? []]))
  return new Map(
    commits.map((commit) => {
      const all = known.get(commit) ?? null
      const content = {
        commit,
        base: bases.get(commit) ?? null,
        differences: all?.filter(isGoverned) ?? null
      }
      const others = all?.filter((each) => !isGoverned(each)).map(({ path }) => path) ?? []
      return [commit, { ...content, others }]
    })
  )
}

/** Whether a path is governed. `grants` itself counts: as a link it would stand for all of them. */
export function isGoverned({ path }: Pick<PathDifference, 'path'>): boolean {
  return path === 'grants' || path.startsWith('grants/')
}

function unexpected(): UnableError {
  return new UnableError('git answered something else than was asked.')
}
