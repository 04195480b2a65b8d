import type { Severity } from '../book/problem.ts'
import { READING_CODES } from '../book/reading-codes.ts'
import type { Check } from './check.ts'
import { CODEOWNERS_CODES } from './codeowners-codes.ts'
import { CONFLICT_CODES } from './conflict.ts'
import { PULL_REQUEST_CODES } from './pull-request-codes.ts'

/** All that is told of a code: what documentation and SARIF say about it. */
export interface CodeEntry {
  readonly code: string
  readonly severity: Severity
  readonly doc: string
  readonly fix: string
  /** Where it comes from: reading files, a check of the whole book, merging, or the CODEOWNERS file. */
  readonly origin: Origin
}

type Origin = 'reading' | 'check' | 'merging' | 'codeowners' | 'pull-request'

/** Every code that a finding can have, by code. Throws if two share one. */
export function catalogueOf(checks: readonly Check[]): ReadonlyMap<string, CodeEntry> {
  const entries: readonly CodeEntry[] = [
    ...Object.entries(READING_CODES).map(([code, { doc, fix }]): CodeEntry => ({
      code,
      severity: 'error',
      doc,
      fix,
      origin: 'reading'
    })),
    ...checks.map(({ code, severity, doc, fix }): CodeEntry => ({
      code,
      severity,
      doc,
      fix,
      origin: 'check'
    })),
    ...Object.entries(CONFLICT_CODES).map(([code, entry]): CodeEntry => ({
      code,
      ...entry,
      origin: 'merging'
    })),
    ...Object.entries(CODEOWNERS_CODES).map(([code, entry]): CodeEntry => ({
      code,
      ...entry,
      origin: 'codeowners'
    })),
    ...Object.entries(PULL_REQUEST_CODES).map(([code, entry]): CodeEntry => ({
      code,
      ...entry,
      origin: 'pull-request'
    }))
  ]
  const catalogue = new Map(
    entries.toSorted((a, b) => (a.code < b.code ? -1 : 1)).map((entry) => [entry.code, entry])
  )
  if (catalogue.size < entries.length) throw new RangeError('Two findings share a code')
  return catalogue
}
