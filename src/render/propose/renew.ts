import { writeInstant, type Instant } from '../../book/instant.ts'
import { markdownCode, markdownText } from '../escape.ts'
import { plural } from '../report.ts'
import { quotation, table, untilInWords } from './parts.ts'

/** One grant or workload whose end is moved. */
export interface Renewed {
  readonly kind: 'grant' | 'workload'
  readonly path: string
  /** Person or workload. */
  readonly who: string
  /** The entitlement, or that it is the workload itself. */
  readonly what: string
  /** What it was given for, or what the workload is for. */
  readonly reason: string
  readonly before: Instant | null
  readonly after: Instant
  /** The commit that took its file from the default branch, if it isn't there any more; null: it is. */
  readonly removedBy: string | null
}

/** Title of the pull request that renews grants or workloads, and first line of its commit. */
export function renewTitle(renewed: readonly Renewed[]): string {
  const [first] = renewed
  if (!first) return 'Renew nothing'
  const until = writeInstant(first.after)
  const noun = renewed.every(({ kind }) => kind === 'grant') ? 'grant' : 'file'
  if (renewed.length > 1) return `Renew ${plural(renewed.length, noun)} until ${until}`
  if (first.kind === 'workload') return `Re-attest ${first.who} until ${until}`
  return `Renew ${first.what} for ${first.who} until ${until}`
}

/** Its body: each with its old and new end, and what it was given for. */
export function renewBody(renewed: readonly Renewed[], me: string, now: Instant): string {
  const rows = renewed.map(({ path, who, what, before, after }) => [
    markdownText(who),
    markdownText(what),
    untilInWords(before) + (before !== null && before <= now ? ' (over)' : ''),
    writeInstant(after),
    markdownCode(path)
  ])
  const attested = renewed.filter(({ kind }) => kind === 'workload')
  const restored = renewed.filter(({ removedBy }) => removedBy !== null)
  return [
    `**${markdownText(me)}** asks that this access lasts longer. Only \`expires\` is changed; what it was given for stands in the files as before:`,
    ...reasons(renewed),
    ...table(['who', 'what', 'until now', 'then', 'file'], rows),
    ...(attested.length > 0
      ? [
          `Whoever approves says with it that ${attested.map(({ who }) => markdownText(who)).join(', ')} ${attested.length === 1 ? 'is' : 'are'} still needed and still what the file says.`
        ]
      : []),
    ...restored.map(
      ({ path, removedBy }) =>
        `${markdownCode(path)} was removed from the default branch by ${removedBy?.slice(0, 12) ?? ''}; it is put back as it was, with the new end.`
    ),
    'It takes the same approvals as a new request. The check on this pull request says whose.',
    '- **Approve and merge:** the access goes on, or is given again.\n- **Close:** it ends as it stands.'
  ].join('\n\n')
}

const SHOWN = 20

function reasons(renewed: readonly Renewed[]): readonly string[] {
  const all = [...new Set(renewed.map(({ reason }) => reason))]
  return all.slice(0, SHOWN).map(quotation)
}
