import type { PathVerdict } from '../approval/verdict.ts'
import type { ApprovalsView } from './approvals-view.ts'
import { markdownCode, markdownText } from './escape.ts'
import { utf8Length } from './utf8.ts'
import { countedSection, missingSection, reasonsSection } from './verdict/approvals.ts'

/** Longest text in bytes; GitHub takes 65,536 in a comment. */
const LONGEST = 60_000
const MOST = 500

const HEADINGS = {
  approved: 'Approved',
  missing: 'Waiting for approval',
  refused: 'Can’t be approved'
} as const

/** Approvals as Markdown: what is missing first, then every file. Cut to the first rows if it would be too long. */
export function renderApprovalsMarkdown(view: ApprovalsView): string {
  for (let most = MOST; ; most = Math.floor(most / 2)) {
    const text = compose(view, most)
    if (utf8Length(text) <= LONGEST || most === 0) return text
  }
}

function compose({ verdict, title, warning }: ApprovalsView, most: number): string {
  const { pull, head, state, why, paths } = verdict
  const parts = [
    `## ${HEADINGS[state]}`,
    `#${pull}: ${markdownText(title)}`,
    ...(why === null ? [] : [markdownText(why)]),
    ...(warning === null ? [] : [`> ${markdownText(warning)}`]),
    ...reasonsSection(verdict, most),
    ...missingSection(verdict, most),
    ...countedSection(verdict, most),
    ...table(paths, most),
    `<sub>Commit ${markdownCode(head)}</sub>`
  ]
  return `${parts.join('\n\n')}\n`
}

function table(paths: readonly PathVerdict[], most: number): readonly string[] {
  if (paths.length === 0) return ['Nothing governed is touched, so nothing needs an approval.']
  const rows = paths.slice(0, most).map(({ path, blob, state, need, approvals }) => {
    const by = approvals.map(({ person, as }) => `${markdownText(person)} as ${markdownCode(as)}`).join(', ')
    const gone = blob === null ? ' (deleted)' : ''
    return `| ${markdownCode(path)}${gone} | ${state} | ${need === 'none' ? 'needs none' : by} |`
  })
  const cut = paths.length - rows.length
  return [
    ['| file | state | approved by |', '|---|---|---|', ...rows].join('\n'),
    ...(cut > 0
      ? [
          `_${cut} more are not shown here: this text would be too long. The whole is in \`grantbook approvals --format json\`._`
        ]
      : [])
  ]
}
