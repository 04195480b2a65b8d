import type { Grant } from '../../book/book.ts'
import { writeInstant, type Instant } from '../../book/instant.ts'
import { markdownCode, markdownText } from '../escape.ts'
import { plural } from '../report.ts'
import { quotation, table, untilInWords } from './parts.ts'

/** One grant whose end is moved. */
export interface Renewed {
  readonly grant: Grant
  readonly before: Instant | null
  readonly after: Instant
  /** The commit that took its file from the default branch, if it isn't there any more; null: it is. */
  readonly removedBy: string | null
}

/** Title of the pull request that renews grants, and first line of its commit. */
export function renewTitle(renewed: readonly Renewed[]): string {
  const [first] = renewed
  if (!first) return 'Renew nothing'
  const until = writeInstant(first.after)
  if (renewed.length > 1) return `Renew ${plural(renewed.length, 'grant')} until ${until}`
  return `Renew ${first.grant.name} for ${first.grant.subject} until ${until}`
}

/** Its body: each grant with its old and new end, and what it was given for. */
export function renewBody(renewed: readonly Renewed[], me: string, now: Instant): string {
  const rows = renewed.map(({ grant, before, after }) => [
    markdownText(grant.subject),
    `${markdownText(grant.name)}${grant.kind === 'emergency' ? ' (break-glass)' : ''}`,
    untilInWords(before) + (before !== null && before <= now ? ' (over)' : ''),
    writeInstant(after),
    markdownCode(grant.path)
  ])
  const restored = renewed.filter(({ removedBy }) => removedBy !== null)
  return [
    `**${markdownText(me)}** asks that this access lasts longer. Only \`expires\` is changed; what it was given for stands in the files as before:`,
    ...reasons(renewed),
    ...table(['who', 'what', 'until now', 'then', 'file'], rows),
    ...restored.map(
      ({ grant, removedBy }) =>
        `${markdownCode(grant.path)} was removed from the default branch by ${removedBy?.slice(0, 12) ?? ''}; it is put back as it was, with the new end.`
    ),
    'It takes the same approvals as a new request. The check on this pull request says whose.',
    '- **Approve and merge:** the access goes on, or is given again.\n- **Close:** it ends as it stands.'
  ].join('\n\n')
}

const SHOWN = 20

function reasons(renewed: readonly Renewed[]): readonly string[] {
  const all = [...new Set(renewed.map(({ grant }) => grant.reason))]
  return all.slice(0, SHOWN).map(quotation)
}
