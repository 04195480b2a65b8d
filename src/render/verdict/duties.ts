import type { Finding, Severity } from '../../book/problem.ts'
import { markdownCode, markdownText } from '../escape.ts'
import { firstRows } from '../first-rows.ts'
import { problemItem } from './problems.ts'

const EXCLUDED = 'approval-excluded'
const ORDER: readonly Severity[] = ['error', 'warning', 'note']

/**
 * What separation of duties finds: what this pull request brings, with who holds what through what; then, apart from it,
 * what was there before and blocks nothing; then whose approval doesn't count.
 */
export function dutiesSection(
  own: readonly Finding[],
  standing: readonly Finding[],
  repository: string,
  head: string,
  most: number
): readonly string[] {
  const brought = ORDER.flatMap((severity) =>
    own.filter((finding) => finding.severity === severity && finding.code !== EXCLUDED)
  )
  const told = brought.map((finding) => withRelated(finding, repository, head))
  const before = standing.map((finding) => problemItem(finding, repository, head))
  const parts = [
    ...items(told, most),
    ...(before.length === 0 ? [] : ['*There before this pull request, and not held against it:*']),
    ...items(before, most),
    ...items(excludedItems(own.filter(({ code }) => code === EXCLUDED)), most)
  ]
  return parts.length === 0 ? [] : ['#### Separation of duties', ...parts]
}

/** A list of so many items at most; nothing where there are none. */
function items(all: readonly string[], most: number): readonly string[] {
  return all.length === 0 ? [] : [firstRows(all, most)]
}

/** Whose approval doesn't count: files of which the same is to be said stand together. */
function excludedItems(findings: readonly Finding[]): readonly string[] {
  const files = new Map<string, string[]>()
  for (const { message, file } of findings) files.set(message, [...(files.get(message) ?? []), file])
  return [...files].map(([message, [first = '', ...others]]) => {
    const more = others.length > 0 ? ` and ${others.length} more` : ''
    return `- ${markdownCode(first)}${more}: ${markdownText(message)}`
  })
}

function withRelated(finding: Finding, repository: string, head: string): string {
  const places = finding.related.map(
    ({ file, line, message }) => `  - ${markdownCode(`${file}:${line}`)} ${markdownText(message)}`
  )
  return [problemItem(finding, repository, head), ...places].join('\n')
}
