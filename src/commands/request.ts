import { UsageError } from '../book/errors.ts'
import { writeInstant } from '../book/instant.ts'
import { grantFile } from '../compose/grant-file.ts'
import { heldThrough } from '../compose/holdings.ts'
import { logLine } from '../render/escape.ts'
import type { RequestDocument } from '../render/output/request.ts'
import { requestBody, requestTitle } from '../render/propose/request.ts'
import type { CommandModule, Common, ExitStatus, Io } from './command.ts'
import { alreadyHeld } from './steps/propose/already-held.ts'
import { complete, type Complete } from './steps/propose/complete.ts'
import { judgeProposed } from './steps/propose/judge-proposed.ts'
import { openOne } from './steps/propose/open-one.ts'
import type { OpenPrompts, Prompts } from './steps/propose/prompts.ts'
import { openStand, withGrantsOf, type Stand } from './steps/propose/stand.ts'
import { showFile, tellFindings, tellOpened, tellRefused, type OpenedDocument } from './steps/propose/tell.ts'
import { openTerminal } from './steps/propose/terminal-prompts.ts'
import { wishOf } from './steps/propose/wish.ts'

/** `grantbook request`: builds the file of a grant, judges it and opens the pull request that asks for it. */
export const command: CommandModule = requestCommand(openTerminal)

/** The same with another way to ask a person. */
export function requestCommand(openPrompts: OpenPrompts): CommandModule {
  return {
    formats: ['text', 'json'],
    example:
      'npx grantbook request --subject alice --entitlement aws-prod/billing-read --expires 14d --reason "Month-end reconciliation" --ticket OPS-4711',
    describe: (c) => {
      c.option('--subject <id>', 'person or workload that shall hold it')
        .option('--entitlement <system/id>', 'what')
        .option('--expires <end>', 'a day, an instant, or how long from its start: 8h, 14d')
        .option('--reason <text>', 'why')
        .option('--ticket <ticket>', 'where it was agreed, if the risk asks for it')
        .option('--starts <start>', 'a day or an instant (default: at once)')
        .option(
          '--requester <person>',
          'who asks (default: whose token this is, where the file must name somebody)'
        )
        .option('--task <url>', 'for a workload: what it is needed for')
        .option('--emergency <incident>', 'break the glass: at once, short, reviewed afterwards')
        .option('--yes', 'open it without asking once more')
    },
    run: async (_, options, common, io) => {
      const wish = wishOf(options)
      const prompts = await openPrompts(common, io)
      if (prompts === null && !wish.yes)
        throw new UsageError(
          'There is no terminal to ask on whether to open the pull request. Give --yes to open it without asking.'
        )
      const stand = await openStand(common, io)
      try {
        return await request(
          stand,
          await complete(stand, wish, prompts),
          wish.yes ? null : prompts,
          common,
          io
        )
      } finally {
        stand.source.close()
      }
    }
  }
}

async function request(
  given: Stand,
  wanted: Complete,
  prompts: Prompts | null,
  common: Common,
  io: Io
): Promise<ExitStatus> {
  const { asked, entitlement, subject, from, end } = wanted
  const stand = await withGrantsOf(given, [asked.subject])
  const { path, text } = grantFile(asked)
  const document = (told: OpenedDocument): RequestDocument => ({ ...told, path })
  const held = alreadyHeld(stand, asked)
  if (held !== null) return tellRefused(held, common, io, document)
  const { report } = await judgeProposed(stand, [{ path, text }], null)
  if (tellFindings(report, common, io))
    return tellRefused('No pull request was opened: see the errors.', common, io, document)
  noteBundle(stand, wanted, common, io)
  showFile(path, text, common, io)
  if (prompts && !(await prompts.confirm('Open the pull request?')))
    return tellRefused('No pull request was opened.', common, io, document)
  const { book, me } = stand
  const view = { book, asked, entitlement, subject, from, until: end.at, me }
  const title = requestTitle(view)
  const opened = await openOne(stand, {
    branch: branchOf(asked.entitlement, asked.subject, asked.incident !== null),
    title,
    body: requestBody(view),
    // Nobody's words: a commit's message can tell GitHub what to do.
    message: title,
    files: [{ path, text }]
  })
  return tellOpened(opened, stand, common, io, document)
}

function branchOf(entitlement: string, subject: string, emergency: boolean): string {
  return `${emergency ? 'emergency' : 'request'}/${entitlement}/${subject}`
}

/** Who holds it through a bundle is told, and may ask all the same: the two end apart. */
function noteBundle({ book, now }: Stand, { asked }: Complete, { quiet }: Common, io: Io): void {
  const bundle = heldThrough(book, asked.subject, asked.entitlement, now)
  if (!bundle || quiet) return
  const until = bundle.until === null ? '' : ` until ${writeInstant(bundle.until)}`
  io.err(
    `note: ${logLine(`${asked.subject} holds ${asked.entitlement} already, through ${bundle.grant.name}${until}.`)}\n`
  )
}
