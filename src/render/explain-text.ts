import type { ExplainView } from './explain-view.ts'
import { logLine } from './escape.ts'

/** What became of a subject's grants, for a person. */
export function renderExplainText({ subject, entitlement, grants }: ExplainView): string {
  if (grants.length === 0) {
    const what = entitlement === null ? 'any grant' : entitlement
    return `${logLine(`${subject} never asked for ${what}, as far as main and the record tell.`)}\n`
  }
  const blocks = grants.map(({ grant, summary, events }) => [
    logLine(grant),
    `  ${logLine(summary)}`,
    ...events.flatMap(({ at, text, links }) => [
      '',
      `  ${logLine(at)}  ${logLine(text)}`,
      ...links.map((link) => `${' '.repeat(24)}${logLine(link)}`)
    ])
  ])
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`
}
