import { writeInstant } from '../../book/instant.ts'
import type { Notice } from '../../nightly/notices.ts'
import { plural } from '../report.ts'
import { markdownCode, markdownText } from '../escape.ts'

const MOST = 200

/** Title of the issue that tells one person what ends soon. */
export function noticeTitle({ person, endings, attestations }: Notice): string {
  const parts = [
    ...(endings.length > 0
      ? [`${plural(endings.length, 'grant')} ${endings.length === 1 ? 'ends' : 'end'} soon`]
      : []),
    ...(attestations.length > 0 ? [`${plural(attestations.length, 'workload')} to be re-attested`] : [])
  ]
  return `${person}: ${parts.join(', ')}`
}

/**
 * Its body: each grant with its end, each workload that is to be re-attested, and the ready-made ways to renew it. `repository` is `https://github.com/acme/access`,
 * `branch` its default branch.
 */
export function noticeBody({ endings, attestations }: Notice, repository: string, branch: string): string {
  const rows = endings
    .slice(0, MOST)
    .map(
      ({ grant: { path, name, subject }, until }) =>
        `| ${markdownText(name)} | ${markdownText(subject)} | ${writeInstant(until)} | ${ways(path, repository, branch)} |`
    )
  const attested = attestations
    .slice(0, MOST)
    .map(
      ({ workload: { id, path, data }, until }) =>
        `| ${markdownText(id)} | ${markdownText(data.title)} | ${writeInstant(until)} | ${ways(path, repository, branch)} |`
    )
  return [
    ...section(
      'This access ends by itself then. If it is still needed, ask for it anew: edit `expires` in a pull request, or run the command.',
      '| what | who | ends | on GitHub | on the command line |',
      rows,
      endings.length
    ),
    ...section(
      'You answer for these workloads. Is each still needed, and still does what its file says? Then say so by a later `expires`. Otherwise everything that it holds ends with the date: delete its file with its grants.',
      '| workload | | to be re-attested by | on GitHub | on the command line |',
      attested,
      attestations.length
    ),
    'Nothing has to be done if it may end. This issue is kept up to date and closes by itself.'
  ].join('\n\n')
}

/** A table with what is said before it; nothing if it has no rows. `count`: of how many these are. */
function section(text: string, head: string, rows: readonly string[], count: number): readonly string[] {
  if (rows.length === 0) return []
  const more = count > rows.length ? [`_and ${count - rows.length} more._`] : []
  return [text, [head, '|---|---|---|---|---|', ...rows].join('\n'), ...more]
}

/** Both ways to give a file a later end, as two cells. */
function ways(path: string, repository: string, branch: string): string {
  const page = `${repository}/edit/${encodeURIComponent(branch)}/${path.split('/').map(encodeURIComponent).join('/')}`
  return `[edit](${page}) | ${markdownCode(`npx grantbook renew ${path} --expires YYYY-MM-DD`)}`
}
