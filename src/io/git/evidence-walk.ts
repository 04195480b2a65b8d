import type { PathDifference } from '../../approval/facts.ts'
import { EvidenceError, UnableError } from '../../book/errors.ts'
import type { Step } from '../../evidence/chain.ts'
import type { GenesisFacts } from '../../evidence/chain.ts'
import { readCommitObject } from '../../evidence/commit-object.ts'
import { objectId } from '../../evidence/commit-object.ts'
import { contentsOf } from '../../evidence/verify.ts'
import { entryAt } from './at-path.ts'
import { ObjectReader } from './cat-file.ts'
import { differencesIn } from './changes.ts'
import { emptyTreeLike } from './empty-tree.ts'
import { nearLine } from './near.ts'
import { Once } from './once.ts'
import { isShallow } from './revision.ts'
import { runGit, tryGit } from './run.ts'
import { FOLDER } from './tree-object.ts'

/** A file of events may grow for years; what is larger is not read (bytes). */
export const LARGEST_EVENTS = 64 * 1024 * 1024
/** Commits looked at together: git starts once for so many, and so many have their files in memory. */
const BATCH = 64

/** Answers what the default branch has, for the first commit. */
export type AskMain = (commit: string) => Promise<Omit<GenesisFacts, 'own'>>

/**
 * Every commit of the branch after `from` (null: from the first) up to `to`, oldest first, each compared with the one
 * before it. Parents are those of the objects themselves. Throws UnableError where history is cut off, EvidenceError where
 * `to` doesn't come from `from`.
 */
export async function* walkEvidence(
  root: string,
  from: string | null,
  to: string,
  askMain: AskMain
): AsyncGenerator<Step> {
  const ids = await between(root, from, to)
  const commits = new ObjectReader(root, 'commit')
  const blobs = new ObjectReader(root, 'blob', LARGEST_EVENTS)
  try {
    let tree = from === null ? null : await treeOf(commits, from)
    for (let start = 0; start < ids.length; start += BATCH) {
      const batch = ids.slice(start, start + BATCH)
      const objects = await commits.read(batch)
      const steps: { id: string; object: Uint8Array; before: string | null; tree: string | null }[] = []
      for (const id of batch) {
        const object = objects.get(id)
        if (!object) throw new UnableError(`git can’t read the commit ${id} of the branch "evidence".`)
        // What has no form is compared with nothing: the rules stop there.
        const after: string | null = readCommitObject(object)?.tree ?? null
        steps.push({ id, object, before: tree, tree: after })
        tree = after
      }
      const differences = await compare(root, steps)
      const wanted = differences.flatMap(contentsOf)
      const contents = sound(await blobs.read(wanted))
      for (const [index, { id, object }] of steps.entries()) {
        const changes = differences[index] ?? []
        const content = (blob: string): Uint8Array | undefined => contents.get(blob)
        const bare: Step = { id, object, changes, content, genesis: null }
        const first = from === null && start + index === 0
        yield first ? { ...bare, genesis: await genesisFacts(root, bare, askMain) } : bare
      }
    }
  } finally {
    commits.close()
    blobs.close()
  }
}

/** git doesn't look whether what it stores still has the name that it is stored under. What has not counts as unreadable. */
function sound(blobs: ReadonlyMap<string, Buffer>): ReadonlyMap<string, Buffer> {
  return new Map([...blobs].filter(([id, bytes]) => objectId('blob', bytes, id) === id))
}

/** Ids of the commits after `from` up to `to`, oldest first. */
async function between(root: string, from: string | null, to: string): Promise<readonly string[]> {
  if (from === to) return []
  const near = (await isShallow(root)) ? null : await nearLine(root, from, to)
  if (near !== null) return near
  const { status } =
    from === null ? { status: 0 } : await tryGit(root, ['merge-base', '--is-ancestor', from, to])
  if (status !== 0 && (await isShallow(root))) throw cutOff()
  if (status === 1)
    throw new EvidenceError(
      `The branch "evidence" stands at ${to}, which doesn’t come from ${String(from)}: a part of the record was cut off or rewritten. Nothing was done. Restore the branch from a clone that has that commit.`
    )
  if (status !== 0) throw new UnableError(`git can’t tell whether ${to} comes from ${String(from)}.`)
  const range = from === null ? [to] : [to, `^${from}`]
  const listed = await runGit(root, [
    'rev-list',
    '--reverse',
    '--topo-order',
    '--first-parent',
    ...range,
    '--'
  ])
  const ids = listed.toString('utf8').split('\n').filter(Boolean)
  if (from === null && (await isShallow(root)) && !(await isRoot(root, ids[0] ?? to))) throw cutOff()
  return ids
}

async function isRoot(root: string, id: string): Promise<boolean> {
  const reader = new ObjectReader(root, 'commit')
  try {
    const object = (await reader.read([id])).get(id)
    return object !== undefined && readCommitObject(object)?.parents.length === 0
  } finally {
    reader.close()
  }
}

function cutOff(): UnableError {
  return new UnableError(
    'The history of the branch "evidence" is cut off here. Set "fetch-depth: 0" for actions/checkout, or run: git fetch --unshallow.'
  )
}

async function treeOf(reader: ObjectReader, id: string): Promise<string> {
  const object = (await reader.read([id])).get(id)
  const tree = object && readCommitObject(object)?.tree
  if (tree) return tree
  throw new UnableError(`git can’t read the commit ${id} of the branch "evidence".`)
}

interface Pair {
  readonly before: string | null
  readonly tree: string | null
}

/** What each tree has differently from the one before. Trees are named, so no parent, graft or replacement matters. */
async function compare(
  root: string,
  pairs: readonly Pair[]
): Promise<readonly (readonly PathDifference[])[]> {
  const asked = pairs.map(({ before, tree }) => {
    const like = tree ?? before ?? ''
    return `${before ?? emptyTreeLike(like)} ${tree ?? emptyTreeLike(like)}\n`
  })
  const args = ['diff-tree', '--stdin', '-r', '-z', '--raw', '--no-renames', '--no-abbrev']
  const raw = await runGit(root, args, asked.join(''))
  const found: (readonly PathDifference[])[] = []
  let at = 0
  for (const [index, header] of asked.entries()) {
    if (raw.toString('latin1', at, at + header.length) !== header)
      throw new UnableError('git diff-tree answered something else than was asked.')
    at += header.length
    const next = asked[index + 1]
    // Records begin with a colon and end with NUL, so a header can stand only at the end of one.
    const end = next === undefined ? raw.length : endOfRecords(raw, at)
    found.push(differencesIn(raw.subarray(at, end)))
    at = end
  }
  return found
}

/** Where the records end that begin at an offset: each is `:…NUL<path>NUL`. */
function endOfRecords(raw: Buffer, start: number): number {
  let at = start
  while (raw[at] === COLON) at = raw.indexOf(0, raw.indexOf(0, at) + 1) + 1
  return at
}

const COLON = 0x3a

async function genesisFacts(root: string, step: Step, askMain: AskMain): Promise<GenesisFacts> {
  const { judgeAppended } = await import('../../evidence/verify-appended.ts')
  const { genesisCommit } = await import('../../evidence/verify-genesis.ts')
  const commit = genesisCommit(judgeAppended(step, () => undefined))
  const own = await subtree(root, step.id, 'approved/grants')
  return { own, ...(commit === null ? { main: null, inHistory: null } : await askMain(commit)) }
}

const knownFolders = new Once<string>()

/** git's id of a folder's tree in a commit; null if there is none. */
export function subtree(root: string, commit: string, folder: string): Promise<string | null> {
  return knownFolders.get(root, commit, `tree ${folder}`, () => subtreeNow(root, commit, folder))
}

async function subtreeNow(root: string, commit: string, folder: string): Promise<string | null> {
  const entry = await entryAt(root, commit, folder)
  return entry?.mode === FOLDER ? entry.id : null
}
