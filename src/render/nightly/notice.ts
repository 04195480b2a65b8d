import { writeInstant } from '../../book/instant.ts'
import type { Notice } from '../../nightly/notices.ts'
import { plural } from '../report.ts'
import { markdownCode, markdownText } from '../escape.ts'

const MOST = 200

/** Title of the issue that tells one person what ends soon. */
export function noticeTitle({ person, endings }: Notice): string {
  return `${person}: ${plural(endings.length, 'grant')} ${endings.length === 1 ? 'ends' : 'end'} soon`
}

/**
 * Its body: each grant with its end, and the ready-made ways to renew it. `repository` is `https://github.com/acme/access`,
 * `branch` its default branch.
 */
export function noticeBody({ endings }: Notice, repository: string, branch: string): string {
  const rows = endings
    .slice(0, MOST)
    .map(
      ({ grant: { path, name, subject }, until }) =>
        `| ${markdownText(name)} | ${markdownText(subject)} | ${writeInstant(until)} | [edit](${repository}/edit/${encodeURIComponent(branch)}/${path.split('/').map(encodeURIComponent).join('/')}) | ${markdownCode(`npx grantbook renew ${path} --expires YYYY-MM-DD`)} |`
    )
  const more = endings.length > MOST ? [`_and ${endings.length - MOST} more._`] : []
  return [
    'This access ends by itself then. If it is still needed, ask for it anew: edit `expires` in a pull request, or run the command.',
    ['| what | who | ends | on GitHub | on the command line |', '|---|---|---|---|---|', ...rows].join('\n'),
    ...more,
    'Nothing has to be done if it may end. This issue is kept up to date and closes by itself.'
  ].join('\n\n')
}
