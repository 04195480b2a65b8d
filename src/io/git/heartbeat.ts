import { beatOf, type Beat } from '../../evidence/heartbeat.ts'
import { readLines } from '../../evidence/lines.ts'
import { ObjectReader } from './cat-file.ts'
import { Listing } from './listing.ts'
import { listed } from './tree.ts'

/**
 * When the nightly last came to its end, as the record says at a head. Reads the runs of the last months only: what is
 * older is long stale. The first month is read for when the record began. Throws UnableError.
 */
export async function readHeartbeat(root: string, head: string): Promise<Beat> {
  const listing = new Listing(await listed(root, head, ['runs']))
  const files = [...listing.entries.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1))
  const wanted = [...new Set([...files.slice(0, 1), ...files.slice(-2)])]
  const reader = new ObjectReader(root)
  try {
    const bytes = await reader.read(wanted.flatMap(({ blob }) => blob ?? []))
    const texts = wanted.map(({ blob }) => bytes.get(blob ?? '')?.toString('utf8') ?? '')
    return beatOf(texts.flatMap((text) => readLines(text).events))
  } finally {
    reader.close()
  }
}
