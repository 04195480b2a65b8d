import type { OutOfBand } from '../book/kinds/out-of-band.ts'
import type { NewFile } from './grant-file.ts'

/** What is to come back, and who answers for it until when. */
export interface Restoring {
  readonly path: string
  readonly principal: string
  /** The one thing, word for word as evidence recorded it. */
  readonly item: Omit<OutOfBand['items'][number], 'gives'>
  readonly owner: string
  readonly reason: string
  /** As a file writes it. */
  readonly expires: string
}

/** The file that lets one thing stand again: as it was found, and decided to be tolerated. */
export function restoredFile({ path, principal, item, owner, reason, expires }: Restoring): NewFile {
  const up = '../'.repeat(path.split('/').length - 1)
  const lines = [
    `# yaml-language-server: $schema=${up}schemas/out-of-band.schema.json`,
    `principal: ${JSON.stringify(principal)}`,
    'items:',
    `  - id: ${JSON.stringify(item.id)}`,
    `    what: ${JSON.stringify(item.what)}`,
    `    firstSeen: ${item.firstSeen}`,
    `    by: ${JSON.stringify(item.by)}`,
    `    lastUsed: ${item.lastUsed ?? 'null'}`,
    `    digest: ${JSON.stringify(item.digest)}`,
    `expires: ${expires}`,
    'decision: tolerate',
    `owner: ${owner}`,
    `reason: ${JSON.stringify(reason)}`,
    ''
  ]
  return { path, text: lines.join('\n') }
}
