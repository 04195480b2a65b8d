import type { Finding, Severity } from '../../book/problem.ts'
import { markdownCode, markdownText } from '../escape.ts'
import { firstRows } from '../first-rows.ts'

const ORDER: readonly Severity[] = ['error', 'warning', 'note']

/** Findings as `file:line` with the fix, errors first, each linked to its line of the head. */
export function problemsSection(
  findings: readonly Finding[],
  repository: string,
  head: string,
  most: number
): readonly string[] {
  if (findings.length === 0) return []
  const sorted = ORDER.flatMap((severity) => findings.filter((finding) => finding.severity === severity))
  const rows = sorted.slice(0, most).map((finding) => problemItem(finding, repository, head))
  return ['#### Problems', firstRows(rows, most, sorted.length)]
}

/** One finding as an item of a list, linked to its line. */
export function problemItem(finding: Finding, repository: string, head: string): string {
  const { severity, code, file, line, message, fix } = finding
  const place = `${file}:${line}`
  const link = `${repository}/blob/${head}/${file.split('/').map(urlPart).join('/')}#L${line}`
  const repair = fix === '' ? '' : ` *${markdownText(fix)}*`
  return `- **${severity}** [${markdownCode(place)}](${link}) ${markdownText(message)}${repair} (${markdownCode(code)})`
}

/** One part of a path inside a link's address, which a bracket would end. */
function urlPart(part: string): string {
  const encoded = encodeURIComponent(part.replace(/\p{Cs}/gu, '\ufffd'))
  return encoded.replaceAll('(', '%28').replaceAll(')', '%29')
}
