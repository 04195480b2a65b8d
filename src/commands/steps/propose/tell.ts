import type { ExitStatus, Common, Io } from '../../command.ts'
import { logLine } from '../../../render/escape.ts'
import { renderFindingsText } from '../../../render/findings-text.ts'
import { renderJson } from '../../../render/json.ts'
import type { Report } from '../../../render/report.ts'
import { mayColour } from '../../colour.ts'
import type { Opened } from './open-one.ts'
import type { Stand } from './stand.ts'

/** What all documents of these commands have. */
export interface OpenedDocument {
  readonly format: 1
  readonly ok: boolean
  readonly branch: string | null
  readonly pull: number | null
}

/** What is said at the end: that a pull request was opened, or why none was. Exit 0 only if one was opened now. */
export function tellOpened(
  opened: Opened,
  { repository }: Pick<Stand, 'repository'>,
  common: Common,
  io: Io,
  document: (common: OpenedDocument) => object
): ExitStatus {
  const { pull, branch, why } = opened
  const link = `${repository}/pull/${pull}`
  if (why !== null) io.err(`error: ${logLine(`No pull request was opened: ${why}. See ${link}`)}\n`)
  if (common.format === 'json') io.out(renderJson(document({ format: 1, ok: why === null, branch, pull })))
  else if (why === null) io.out(`Opened #${pull}: ${logLine(link)}\n`)
  return why === null ? 0 : 1
}

/** Nothing was opened, and why. */
export function tellRefused(
  why: string,
  { format }: Common,
  io: Io,
  document: (common: OpenedDocument) => object
): ExitStatus {
  io.err(`error: ${logLine(why)}\n`)
  if (format === 'json') io.out(renderJson(document({ format: 1, ok: false, branch: null, pull: null })))
  return 1
}

/** Findings at their lines, where there are any: a result, and beside a JSON document a message. True: some are errors. */
export function tellFindings(report: Report, { format, quiet }: Common, io: Io): boolean {
  const bad = report.counts.errors > 0
  if (report.findings.length === 0 || (quiet && !bad)) return bad
  const text = renderFindingsText(report, mayColour(io))
  if (format === 'json') io.err(text)
  else io.out(text)
  return bad
}

/** A file as it will stand, line by line. */
export function showFile(path: string, text: string, { quiet }: Common, io: Io): void {
  if (quiet) return
  io.err(`\n${logLine(path)}\n`)
  for (const line of text.replace(/\n$/u, '').split('\n')) io.err(`  ${logLine(line)}\n`)
  io.err('\n')
}
