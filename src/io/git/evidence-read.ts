import { flat } from '../../book/flat.ts'
import { fileOfEvents } from '../../evidence/lines.ts'
import { foldFile, type FileRecord } from '../../evidence/fold-file.ts'
import { foldAll, type Folded } from '../../evidence/fold.ts'
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
  /** How many files of events and runs are on it. */
  readonly files: number
}

/** What files of events came to, by the file that they are about: read again, only what changed is folded. */
export type FoldCache = Map<string, Known>

interface Known {
  /** The content (git's id) by which it did. */
  readonly blob: string
  readonly record: FileRecord
}

/** Reads and folds the evidence branch at a commit; null is an empty one. Nothing is verified here. Throws UnableError. */
export async function readEvidenceAt(
  root: string,
  head: string | null,
  cache: FoldCache = new Map()
): Promise<Evidence> {
  if (head === null) return { head, files: 0, ...foldAll([], []) }
  const listing = new Listing(await listed(root, head, ['events', 'runs']))
  let files = 0
  const wanted: { readonly path: string; readonly blob: string }[] = []
  const records: FileRecord[] = []
  for (const { path, blob } of listing.each()) {
    if (blob === null) continue
    files++
    const known = cache.get(fileOfEvents(path) ?? '')
    if (known?.blob === blob) records.push(known.record)
    else wanted.push({ path, blob })
  }
  const runs: string[] = []
  const reader = new ObjectReader(root, 'blob', LARGEST_EVENTS)
  try {
    const fetch = (at: number) => reader.read(wanted.slice(at, at + BATCH).map(({ blob }) => blob))
    // git fetches the next ones on another core while these are folded.
    let next = fetch(0)
    for (let at = 0; at < wanted.length; at += BATCH) {
      const bytes = await next
      next = fetch(at + BATCH)
      for (const { path, blob } of wanted.slice(at, at + BATCH)) {
        const file = fileOfEvents(path)
        const text = bytes.get(blob)?.toString('utf8')
        if (file === null) runs.push(text ?? '')
        else {
          // A blob that git doesn't have is as good as one that nobody can read.
          const record = foldFile(flat(file), text ?? 'missing')
          cache.set(record.file, { blob, record })
          records.push(record)
        }
      }
    }
    await next
  } finally {
    reader.close()
  }
  return { head, files, ...foldAll(records, runs) }
}

const BATCH = 2000

/** The commit that a ref stands at; null if there is no such ref. */
export async function headOf(root: string, ref: string): Promise<string | null> {
  const { status, stdout } = await tryGit(root, ['rev-parse', '--verify', '--quiet', `${ref}^{commit}`])
  return status === 0 ? stdout.toString('utf8').trim() : null
}
