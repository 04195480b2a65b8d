import type { Book } from '../book/book.ts'
import { UsageError } from '../book/errors.ts'
import type { Instant } from '../book/instant.ts'
import { nearest } from '../book/nearest.ts'
import type { Finding, Problem } from '../book/problem.ts'
import { extentOf } from '../book/tree.ts'
import { unreadPermissions } from '../duties/unread.ts'
import { DUTY_CODES } from '../duties/codes.ts'
import { loadBook } from '../io/load.ts'
import { renderConflictsCsv } from '../render/conflicts-csv.ts'
import { renderFindingsText } from '../render/findings-text.ts'
import { renderJson } from '../render/json.ts'
import type { ConflictsDocument } from '../render/output/conflicts.ts'
import { countFindings, type Report } from '../render/report.ts'
import { checkContext, contextOf } from './check-tree.ts'
import { mayColour } from './colour.ts'
import type { CommandModule, Common, Io } from './command.ts'
import { readInstantOption } from './common-options.ts'
import { placed } from './placed.ts'
import { liveDocuments } from './steps/live-documents.ts'

/** `grantbook conflicts`: everything that separation of duties finds in the whole book, at an instant. */
export const command: CommandModule = {
  formats: ['text', 'json', 'csv'],
  example: 'npx grantbook conflicts alice --at 2026-12-01T00:00:00Z',
  describe: (c) => {
    c.argument('[subject]', 'only this person or workload').option(
      '--at <instant>',
      'judge what is held from this instant on (default: now)'
    )
    c.option('--live', 'read policies and roles in the systems, for rules about permissions')
  },
  run: async ([subject, ...more], options, common, io) => {
    if (more.length > 0)
      throw new UsageError(`conflicts takes one subject, but was also given "${more[0] ?? ''}".`)
    const { source, ...loaded } = await loadBook(common.root, { kind: 'working' })
    try {
      if (subject !== undefined) requireSubject(loaded.book, subject)
      const at = instantOf(options['at'], common)
      const documents = options['live'] === true ? await liveDocuments(loaded, common, io) : null
      const given = { now: at, changed: null, history: null, approvedAt: null, documents }
      const context = await contextOf(loaded.book, given)
      const problems = checkContext(loaded, context)
      const unread = subject === undefined ? unreadPermissions(context) : []
      // What a file that can't be read would say is not known: silence about it would look like safety.
      const refused = new Set(loaded.problems)
      const wanted = [...problems, ...unread].filter(
        (one) => refused.has(one) || (DUTY_CODES.has(one.code) && concerns(one, subject, loaded.book))
      )
      const { findings, sources } = await placed(source, wanted)
      const { files, grants } = extentOf(source.tree)
      const report: Report = { findings, counts: countFindings(findings, files, grants), sources }
      io.out(render(report, common, io))
      return report.counts.errors > 0 ? 1 : 0
    } finally {
      source.close()
    }
  }
}

function instantOf(option: unknown, { now }: Common): Instant {
  return typeof option === 'string' ? readInstantOption('--at', option) : now
}

function requireSubject({ people, workloads }: Book, subject: string): void {
  if (people.has(subject) || workloads.has(subject)) return
  const near = nearest(subject, [...people.keys(), ...workloads.keys()])
  const hint = near === null ? '' : ` The nearest is "${near}".`
  throw new UsageError(`"${subject}" is neither in "people/" nor in "workloads/".${hint}`)
}

/** Whether a finding is about a subject; what isn't about anybody (a rule that names nothing) is told for everybody only. */
function concerns({ extent, file }: Problem, subject: string | undefined, book: Book): boolean {
  if (subject === undefined) return true
  if (extent) return extent.subject === subject
  const exception = [...book.exceptions.values()].find(({ path }) => path === file)
  return exception?.data.subject === subject || book.workloads.get(subject)?.path === file
}

function render(report: Report, { format }: Common, io: Io): string {
  if (format === 'json') return renderJson(documentOf(report.findings))
  if (format === 'csv') return renderConflictsCsv(report.findings)
  return renderFindingsText(report, mayColour(io))
}

function documentOf(findings: readonly Finding[]): ConflictsDocument {
  return {
    format: 1,
    ok: findings.every(({ severity }) => severity !== 'error'),
    findings: findings.map((each) => ({ ...each, related: [...each.related] }))
  }
}
