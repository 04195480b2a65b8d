import type { PathDifference } from '../../approval/facts.ts'
import { UnableError } from '../../book/errors.ts'
import type { Step } from '../../evidence/chain.ts'
import { objectId, readCommitObject } from '../../evidence/commit-object.ts'
import { judgeAppended } from '../../evidence/verify-appended.ts'
import { genesisCommit } from '../../evidence/verify-genesis.ts'
import { TreeDiffer } from './audit-diff.ts'
import { BlobReader } from './audit-blobs.ts'
import { RunFiles } from './audit-runs.ts'
import { ObjectReader } from './cat-file.ts'
import { emptyTreeLike } from './empty-tree.ts'
import { LARGEST_EVENTS, subtree, type AskMain } from './evidence-walk.ts'
import { isShallow } from './revision.ts'
import { runGit } from './run.ts'

/** Commits read together: while they are judged, git reads the next ones. */
const BATCH = 64

/** How far an audit has come. */
export interface WalkProgress {
  readonly done: number
  readonly all: number
}

interface Read {
  readonly id: string
  readonly object: Uint8Array
  readonly changes: readonly PathDifference[]
  readonly contents: ReadonlyMap<string, Uint8Array>
}

/**
 * Every commit of the branch from its first one, oldest first, with the content of everything that it adds. Trees are
 * compared as the signed commits name them, so that no parent, graft or replacement matters. Each file of events is read
 * once for every commit that appends to it, its earlier version not again. Throws UnableError where history is cut off.
 */
export async function* walkForAudit(
  root: string,
  head: string,
  askMain: AskMain,
  progress: (done: WalkProgress) => void
): AsyncGenerator<Step> {
  const listed = await runGit(root, ['rev-list', '--reverse', '--first-parent', head, '--'])
  const ids = listed.toString('latin1').split('\n').filter(Boolean)
  const walk = new Walk(root, await RunFiles.open(root, head))
  try {
    let next = walk.read(ids.slice(0, 1))
    for (let start = 0; start < ids.length;) {
      const batch = await next
      const after = start + batch.length
      // The first commit holds every file, so it stands alone.
      next = walk.read(ids.slice(after, after + BATCH))
      // Told below, when it is waited for.
      next.catch(() => undefined)
      for (const [index, one] of batch.entries()) {
        const step = await walk.step(one)
        yield start + index === 0 ? { ...step, genesis: await genesisOf(root, step, askMain) } : step
      }
      start = after
      progress({ done: start, all: ids.length })
    }
  } finally {
    walk.close()
  }
}

class Walk {
  readonly #commits: ObjectReader
  readonly #blobs: BlobReader
  readonly #differ: TreeDiffer
  readonly #runs: RunFiles
  readonly #root: string
  /** Size of the newest version of each file of events, by path (bytes). */
  readonly #sizes = new Map<string, number>()
  #tree: string | null = null
  #rare: ObjectReader | null = null

  constructor(root: string, runs: RunFiles) {
    this.#root = root
    this.#commits = new ObjectReader(root, 'commit')
    this.#blobs = new BlobReader(root, LARGEST_EVENTS)
    this.#differ = new TreeDiffer(root)
    this.#runs = runs
  }

  close(): void {
    this.#commits.close()
    this.#blobs.close()
    this.#differ.close()
    this.#rare?.close()
  }

  async read(ids: readonly string[]): Promise<readonly Read[]> {
    if (ids.length === 0) return []
    const objects = await this.#commits.read(ids)
    const pairs: (readonly [string, string])[] = []
    for (const id of ids) {
      const object = objects.get(id)
      if (!object) throw await unreadable(this.#root, id)
      const empty = emptyTreeLike(id)
      // What has no form is compared with nothing: the rules say so.
      const tree = readCommitObject(object)?.tree ?? empty
      pairs.push([this.#tree ?? empty, tree])
      this.#tree = tree
    }
    const differences = await this.#differ.compare(pairs)
    const known = this.#runs.find(differences.flat())
    const wanted = differences.flatMap((changes) =>
      changes.flatMap(({ after }) =>
        after && !known.has(after.blob) && isBlob(after.mode) ? [after.blob] : []
      )
    )
    const contents = new Map<string, Uint8Array>(known)
    for (const [blob, bytes] of await this.#blobs.read(wanted))
      // git doesn't look whether what it stores still has the name that it is stored under.
      if (objectId('blob', bytes, blob) === blob) contents.set(blob, bytes)
    return ids.map((id, index) => ({
      id,
      object: objects.get(id) ?? new Uint8Array(),
      changes: differences[index] ?? [],
      contents
    }))
  }

  /** A step whose contents also give what each file was before: the beginning of what it is now, or else that object. */
  async step({ id, object, changes, contents }: Read): Promise<Step> {
    const before = new Map<string, Uint8Array>()
    for (const { path, before: was, after } of changes) {
      if (path.startsWith('approved/') || !after) continue
      const now = contents.get(after.blob)
      const old = was === null ? undefined : await this.#before(path, was.blob, now)
      if (was && old) before.set(was.blob, old)
      if (now) this.#sizes.set(path, now.byteLength)
    }
    return { id, object, changes, content: (blob) => contents.get(blob) ?? before.get(blob), genesis: null }
  }

  async #before(path: string, blob: string, now: Uint8Array | undefined): Promise<Uint8Array | undefined> {
    const run = this.#runs.version(blob)
    if (run) return run
    const size = this.#sizes.get(path)
    const start = now && size !== undefined && size <= now.byteLength ? now.subarray(0, size) : null
    if (start && objectId('blob', start, blob) === blob) return start
    // It was changed: what stood there is read, so that the rules can name the line.
    this.#rare ??= new ObjectReader(this.#root, 'blob', LARGEST_EVENTS)
    const bytes = (await this.#rare.read([blob])).get(blob)
    return bytes && objectId('blob', bytes, blob) === blob ? bytes : undefined
  }
}

function isBlob(mode: string): boolean {
  return mode.startsWith('100') || mode === '120000'
}

async function unreadable(root: string, id: string): Promise<UnableError> {
  const why = (await isShallow(root))
    ? 'The history here is cut off. Set "fetch-depth: 0" for actions/checkout, or run: git fetch --unshallow.'
    : 'Its object is missing or damaged here: audit a fresh clone.'
  return new UnableError(`git can’t read the commit ${id} of the branch "evidence". ${why}`)
}

async function genesisOf(root: string, step: Step, askMain: AskMain): Promise<NonNullable<Step['genesis']>> {
  const commit = genesisCommit(judgeAppended(step, () => undefined))
  const own = await subtree(root, step.id, 'approved/grants')
  return { own, ...(commit === null ? { main: null, inHistory: null } : await askMain(commit)) }
}
