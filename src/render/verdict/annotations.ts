import type { Finding, Severity } from '../../book/problem.ts'
import { logLine } from '../escape.ts'

/** One annotation of a check run. Source: GitHub REST, "Create a check run", `annotations`. */
export interface Annotation {
  readonly path: string
  readonly start_line: number
  readonly end_line: number
  readonly annotation_level: 'failure' | 'warning' | 'notice'
  readonly title: string
  readonly message: string
}

const LEVELS = { error: 'failure', warning: 'warning', note: 'notice' } as const
const ORDER: readonly Severity[] = ['error', 'warning', 'note']
/** So many of each severity: more would bury the rest, and the summary has them. */
const EACH = 10

/** Findings on their lines, errors first, at most ten of each severity. */
export function annotationsOf(findings: readonly Finding[]): readonly Annotation[] {
  return ORDER.flatMap((severity) =>
    findings
      .filter((finding) => finding.severity === severity)
      .slice(0, EACH)
      .map(({ file, line, code, message, fix }) => ({
        path: file,
        start_line: line,
        end_line: line,
        annotation_level: LEVELS[severity],
        title: code,
        message: logLine(`${message} ${fix}`)
      }))
  )
}
