import { writeInstant } from '../book/instant.ts'
import { readInstant } from '../book/instant.ts'
import { heldBy } from '../compose/holdings.ts'
import { keptWorkloads } from '../compose/leaving.ts'
import { suspensionFile } from '../compose/suspension-file.ts'
import { isSuspended } from '../findings/active.ts'
import type { SuspendDocument } from '../render/output/suspend.ts'
import { suspendBody, suspendTitle } from '../render/propose/suspend.ts'
import type { CommandModule, Common, ExitStatus, Io } from './command.ts'
import { endOption } from './steps/propose/dates.ts'
import { judgeProposed } from './steps/propose/judge-proposed.ts'
import { requireSubject } from './steps/propose/names.ts'
import { openOne } from './steps/propose/open-one.ts'
import { optionText } from './steps/propose/option-text.ts'
import { openStand, withGrantsOf, type Stand } from './steps/propose/stand.ts'
import { showFile, tellFindings, tellOpened, tellRefused, type OpenedDocument } from './steps/propose/tell.ts'

/** `grantbook suspend SUBJECT`: opens the pull request that takes everything from a person or workload. */
export const command: CommandModule = {
  formats: ['text', 'json'],
  example: 'npx grantbook suspend alice --reason "Laptop stolen" --until 2026-12-01',
  describe: (c) => {
    c.argument('<subject>', 'person or workload')
      .option('--reason <text>', 'why')
      .option(
        '--until <end>',
        'a day, an instant, or how long from now: 8h, 14d (default: until its file is removed)'
      )
  },
  run: async ([subject = ''], options, common, io) => {
    const [reason, until] = [optionText(options, 'reason'), optionText(options, 'until')]
    const stand = await openStand(common, io)
    try {
      const { id } = requireSubject(stand.book, subject).entry
      return await suspend(await withGrantsOf(stand, [id]), id, { reason, until }, common, io)
    } finally {
      stand.source.close()
    }
  }
}

function document(told: OpenedDocument): SuspendDocument {
  return told
}

async function suspend(
  stand: Stand,
  subject: string,
  given: { readonly reason: string | null; readonly until: string | null },
  common: Common,
  io: Io
): Promise<ExitStatus> {
  const { book, now, me } = stand
  const standing = book.suspensions.get(subject)
  if (standing && isSuspended(standing.data, now)) {
    const end = readInstant(standing.data.until ?? '', 'end')
    const until = end === null ? 'until its file is removed' : `until ${writeInstant(end)}`
    return tellRefused(`${subject} is suspended already, ${until} (${standing.path}).`, common, io, document)
  }
  const until = given.until === null ? null : endOption('--until', given.until, now, now)
  // Whoever has to be quick may leave it out: who asked stands in the record in any case.
  const reason = given.reason ?? `Asked for by ${me}, who gave no reason yet`
  const file = suspensionFile(subject, reason, until?.text ?? null)
  const { report } = await judgeProposed(stand, [file], null)
  if (tellFindings(report, common, io))
    return tellRefused('No pull request was opened: see the errors.', common, io, document)
  showFile(file.path, file.text, common, io)
  const view = {
    subject,
    reason,
    until: until?.at ?? null,
    holds: heldBy(book, subject, now),
    workloads: keptWorkloads(book, subject),
    security: book.settings?.data.security ?? null,
    me
  }
  const title = suspendTitle(view)
  const opened = await openOne(stand, {
    branch: `suspend/${subject}`,
    title,
    body: suspendBody(view),
    message: title,
    files: [file]
  })
  return tellOpened(opened, stand, common, io, document)
}
