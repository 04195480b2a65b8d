import { fileOfEvents } from '../../evidence/lines.ts'
import { foldAll, foldFile, type FileRecord, type Folded } from '../../evidence/fold.ts'
import { ObjectReader } from './cat-file.ts'
import { LARGEST_EVENTS } from './evidence-walk.ts'
import { Listing } from './listing.ts'
import { tryGit } from './run.ts'
import { listed } from './tree.ts'

/** The branch that evidence stands on. */
export const EVIDENCE_REF = 'refs/heads/evidence'

/** The evidence branch at one commit. */
export interface Evidence extends Folded {
  /** Null before the first event. */
  readonly head: string | null
  /** Blob of every file on it, by path. */
  readonly blobs: ReadonlyMap<string, string>
}

/** Keeps what files came to, by git's id of their content: read again after a lost race, only what changed is folded. */
export type FoldCache = Map<string, FileRecord>

/** Reads and folds the evidence branch at a commit; null is an empty one. Nothing is verified here. Throws UnableError. */
export async function readEvidenceAt(
  root: string,
  head: string | null,
  cache: FoldCache = new Map()
): Promise<Evidence> {
  if (head === null) return { head, blobs: new Map(), ...foldAll([], []) }
  const listing = new Listing(await listed(root, head, ['events', 'runs']))
  const blobs = new Map<string, string>()
  const wanted: { readonly path: string; readonly blob: string }[] = []
  const records: FileRecord[] = []
  for (const { path, blob } of listing.entries.values()) {
    if (blob === null) continue
    blobs.set(path, blob)
    const known = cache.get(`${blob} ${path}`)
    if (known) records.push(known)
    else wanted.push({ path, blob })
  }
  const runs: string[] = []
  const reader = new ObjectReader(root, 'blob', LARGEST_EVENTS)
  try {
    for (let at = 0; at < wanted.length; at += BATCH) {
      const batch = wanted.slice(at, at + BATCH)
      const bytes = await reader.read(batch.map(({ blob }) => blob))
      for (const { path, blob } of batch) {
        const file = fileOfEvents(path)
        const text = bytes.get(blob)?.toString('utf8')
        if (file === null) runs.push(text ?? '')
        else {
          // A blob that git doesn't have is as good as one that nobody can read.
          const record = foldFile(file, text ?? 'missing')
          cache.set(`${blob} ${path}`, record)
          records.push(record)
        }
      }
    }
  } finally {
    reader.close()
  }
  return { head, blobs, ...foldAll(records, runs) }
}

const BATCH = 2000

/** The commit that a ref stands at; null if there is no such ref. */
export async function headOf(root: string, ref: string): Promise<string | null> {
  const { status, stdout } = await tryGit(root, ['rev-parse', '--verify', '--quiet', `${ref}^{commit}`])
  return status === 0 ? stdout.toString('utf8').trim() : null
}
