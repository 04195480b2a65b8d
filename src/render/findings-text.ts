import { createColors } from 'picocolors'
import type { Finding, Severity } from '../book/problem.ts'
import { findSecrets } from '../book/secrets.ts'
import { logLine, plainLine } from './escape.ts'
import { summary, type Report } from './report.ts'

/** Longest part of a source line that is shown, in UTF-16 units. */
const WIDTH = 160

/** Findings for people: place, severity, code and message; the line with a caret below; the fix. Then one summary line. */
export function renderFindingsText({ findings, counts, sources }: Report, colour: boolean): string {
  const paint = createColors(colour)
  const tints: Readonly<Record<Severity, (text: string) => string>> = {
    error: paint.red,
    warning: paint.yellow,
    note: paint.cyan
  }
  const lines: string[] = []
  for (const finding of findings) {
    const { file, line, column, severity, code, message, fix, related } = finding
    const at = `${logLine(file)}:${line}:${column}`
    lines.push(`${paint.bold(at)} ${tints[severity](severity)} ${paint.dim(code)} ${logLine(message)}`)
    lines.push(...frame(finding, sources(file)).map((text) => paint.dim(text)))
    for (const other of related) {
      lines.push(`  see ${logLine(other.file)}:${other.line}:${other.column} ${logLine(other.message)}`)
    }
    lines.push(`  fix: ${logLine(fix)}`, '')
  }
  lines.push(counts.errors > 0 ? tints.error(summary(counts)) : summary(counts))
  return `${lines.join('\n')}\n`
}

/** The line in question and a caret below its column; nothing for a whole file, or of one that holds a secret. */
function frame({ line, column }: Finding, text: string | null): readonly string[] {
  if (text === null || (line === 1 && column === 1)) return []
  const source = text.split('\n')[line - 1]?.replace(/\r$/u, '')
  if (source === undefined || findSecrets(text).length > 0) return []
  const start = Math.max(0, column - 1 - WIDTH / 2)
  const before = plainLine(source.slice(start, column - 1))
  const after = plainLine(source.slice(column - 1, start + WIDTH))
  const gutter = `  ${line} | `
  const shown = `${before}${after}`.replaceAll('##[', '# [')
  return [`${gutter}${shown}`, `${' '.repeat(gutter.length - 2)}| ${' '.repeat(before.length)}^`]
}
