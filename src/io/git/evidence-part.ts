import { foldFile } from '../../evidence/fold-file.ts'
import { foldAll } from '../../evidence/fold.ts'
import { identify } from '../../book/paths.ts'
import { eventsPath, fileOfEvents } from '../../evidence/lines.ts'
import type { Uses } from '../../findings/uses.ts'
import type { Ledger } from '../../plan/ledger.ts'
import { EMPTY_LEDGER } from '../../plan/ledger.ts'
import { ObjectReader } from './cat-file.ts'
import { Listing } from './listing.ts'
import { listed } from './tree.ts'

/**
 * What evidence says of some governed files alone: work follows their number, not that of all events. Runs (what is
 * announced and unsettled) are left out: whoever writes to a system reads everything.
 *
 * @param head Commit of the evidence branch; null: there is none yet.
 */
export async function readLedgerOf(
  root: string,
  head: string | null,
  files: Iterable<string>
): Promise<Ledger> {
  if (head === null) return EMPTY_LEDGER
  const listing = new Listing(await listed(root, head, ['events']))
  const wanted = [...files].flatMap((file) => {
    const blob = listing.entries.get(eventsPath(file))?.blob ?? null
    return blob === null ? [] : [{ file, blob }]
  })
  const reader = new ObjectReader(root)
  try {
    const bytes = await reader.read(wanted.map(({ blob }) => blob))
    const records = wanted.map(({ file, blob }) =>
      foldFile(file, bytes.get(blob)?.toString('utf8') ?? 'missing')
    )
    return foldAll(records, []).ledger
  } finally {
    reader.close()
  }
}

/**
 * What evidence says of the emergencies of some subjects, those whose files are gone too. Throws UnableError.
 *
 * @param head Commit of the evidence branch.
 */
export async function readUsesOf(root: string, head: string, subjects: ReadonlySet<string>): Promise<Uses> {
  if (subjects.size === 0) return new Map()
  const listing = new Listing(await listed(root, head, ['events/grants/emergency']))
  const files = [...listing.entries.keys()].flatMap((path) => {
    const file = fileOfEvents(path)
    const identity = file === null ? null : identify(file)
    return file !== null && identity?.kind === 'emergency' && subjects.has(identity.subject) ? [file] : []
  })
  return files.length === 0 ? new Map() : (await readLedgerOf(root, head, files)).uses
}
