import type { Finding, Severity } from '../book/problem.ts'
import { commandData, commandProperty } from './escape.ts'
import { plural, summary, type Report } from './report.ts'

// GitHub shows at most ten annotations of a type a step; what is beyond would vanish without a word.
const MOST = 10
const COMMANDS: readonly (readonly [Severity, string])[] = [
  ['error', 'error'],
  ['warning', 'warning'],
  ['note', 'notice']
]

/** Findings as workflow commands that GitHub turns into annotations: errors first, ten a type, the rest counted. */
export function renderFindingsGithub({ findings, counts }: Report): string {
  const lines: string[] = []
  for (const [severity, name] of COMMANDS) {
    const all = findings.filter((finding) => finding.severity === severity)
    lines.push(...all.slice(0, MOST).map((finding) => annotation(name, finding)))
    if (all.length > MOST) lines.push(`and ${plural(all.length - MOST, `more ${severity}`)} not annotated`)
  }
  lines.push(summary(counts))
  return `${lines.join('\n')}\n`
}

function annotation(command: string, { file, line, column, code, message, fix }: Finding): string {
  const at = `file=${commandProperty(file)},line=${line},col=${column},title=${commandProperty(code)}`
  return `::${command} ${at}::${commandData(message)}%0A${commandData(fix)}`
}
