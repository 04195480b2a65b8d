import { load } from '../../src/book/load.ts'
import type { Book } from '../../src/book/book.ts'
import type { Finding } from '../../src/book/problem.ts'
import type { Instant } from '../../src/book/instant.ts'
import { CHECKS } from '../../src/checks.ts'
import { awsIamCore } from '../../src/connectors/aws-iam/core.ts'
import { IAM_ACTIONS } from '../../src/generated/iam-actions.js'
import { runChecks } from '../../src/findings/check.ts'
import { createContext, type CheckContext } from '../../src/findings/context.ts'
import type { History } from '../../src/findings/history.ts'
import { locate } from '../../src/findings/locate.ts'
import { compilePattern } from '../../src/findings/ticket-pattern.ts'
import { NOW, type Files } from './acme.ts'

/** What differs from judging a whole book at {@link NOW}. */
export interface How {
  readonly now?: Instant
  /** Paths that a change adds or alters. */
  readonly changed?: readonly string[]
  readonly history?: History
  readonly approvedAt?: (path: string) => Instant | null
  /** Whether rules about permissions are judged. */
  readonly actions?: boolean
}

const encoder = new TextEncoder()

/** A book in memory, and what reading it told. */
export function read(files: Files): ReturnType<typeof load> {
  const entries = Object.keys(files)
    .toSorted()
    .map((path) => [path, { path, mode: '100644', blob: null, size: null }] as const)
  const contents = new Map(Object.entries(files).map(([path, text]) => [path, encoder.encode(text)]))
  return load({ entries: new Map(entries) }, contents)
}

/** What checks are given for a book. */
export function contextOf(
  book: Book,
  { now = NOW, changed, history, approvedAt, actions = true }: How = {}
): CheckContext {
  const pattern = book.settings?.data.ticket.pattern
  return createContext({
    book,
    now,
    connectors: new Map([[awsIamCore.name, awsIamCore]]),
    changed: changed ? new Set(changed) : null,
    history: history ?? null,
    ticket: pattern === undefined ? null : compilePattern(pattern),
    approvedAt: approvedAt ?? null,
    actions: actions ? IAM_ACTIONS : null,
    documents: null
  })
}

/** All findings of a book. */
export function findingsOf(files: Files, how: How = {}): readonly Finding[] {
  const { book, problems } = read(files)
  return locate([...problems, ...runChecks(CHECKS, contextOf(book, how))], (file) => files[file] ?? null)
}

/** All findings, a line each: `path:line:column severity code message`; `grants/` is left out. */
export function judge(files: Files, how: How = {}): readonly string[] {
  return findingsOf(files, how).map(
    ({ file, line, column, severity, code, message }) =>
      `${file.replace('grants/', '')}:${line}:${column} ${severity} ${code} ${message}`
  )
}
