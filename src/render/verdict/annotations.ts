import type { Finding, Severity } from '../../book/problem.ts'
import { logLine } from '../escape.ts'

/** A finding as a check run shows it in the pull request. */
export interface Annotation {
  readonly path: string
  /** Counted from 1. */
  readonly startLine: number
  readonly endLine: number
  readonly column: number
  readonly level: 'failure' | 'warning' | 'notice'
  /** The finding's code. */
  readonly title: string
  readonly message: string
}

const LEVELS = { error: 'failure', warning: 'warning', note: 'notice' } as const
const ORDER: readonly Severity[] = ['error', 'warning', 'note']
/** In the summary only: whose approval doesn't count is no fault of a line. */
const UNTOLD: ReadonlySet<string> = new Set(['approval-excluded'])
/** So many of each severity: more would bury the rest, and the summary has them. */
const EACH = 10

/** Findings on their lines, errors first, at most ten of each severity. */
export function annotationsOf(findings: readonly Finding[]): readonly Annotation[] {
  return ORDER.flatMap((severity) =>
    findings
      .filter((finding) => finding.severity === severity && !UNTOLD.has(finding.code))
      .slice(0, EACH)
      .map(({ file, line, column, code, message, fix }) => ({
        path: file,
        startLine: line,
        endLine: line,
        column,
        level: LEVELS[severity],
        title: code,
        message: logLine(`${message} ${fix}`)
      }))
  )
}
