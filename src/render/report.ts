import type { Finding } from '../book/problem.ts'
import type { Sources } from '../findings/locate.ts'

/** How much was looked at, and how much of what was found is wrong. Notes aren't counted. */
export interface Counts {
  readonly files: number
  readonly grants: number
  readonly errors: number
  readonly warnings: number
}

/** What `validate` says: the value behind all its formats. */
export interface Report {
  readonly findings: readonly Finding[]
  readonly counts: Counts
  /** For showing the line in question. */
  readonly sources: Sources
}

/** Counts findings. */
export function countFindings(findings: readonly Finding[], files: number, grants: number): Counts {
  const count = (severity: Finding['severity']): number =>
    findings.filter((each) => each.severity === severity).length
  return { files, grants, errors: count('error'), warnings: count('warning') }
}

/** The last line for people. */
export function summary({ files, grants, errors, warnings }: Counts): string {
  const looked = `${plural(grants, 'grant')} in ${plural(files, 'file')}`
  if (errors + warnings === 0) return `${looked}: nothing wrong.`
  return `${looked}: ${plural(errors, 'error')}, ${plural(warnings, 'warning')}.`
}

/** `1 grant`, `2 grants`. */
export function plural(count: number, noun: string, many = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : many}`
}
