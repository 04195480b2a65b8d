import { nearest } from '../book/nearest.ts'
import { UnableError, UsageError } from '../book/errors.ts'
import { quote } from '../book/quote.ts'
import { restoredFile } from '../compose/restored-file.ts'
import { foundAs } from '../evidence/found-before.ts'
import { NOTHING_KEPT } from '../evidence/record-outside.ts'
import { savedIds, savedUnder, type SavedEvent } from '../io/git/found-events.ts'
import type { Event } from '../evidence/events.ts'
import { logLine } from '../render/escape.ts'
import type { RestoreDocument } from '../render/output/restore.ts'
import { restoreBody, restoreTitle } from '../render/propose/restore.ts'
import type { CommandModule, Common, ExitStatus, Io } from './command.ts'
import { openApprovedSource, type ApprovedSource } from './steps/approved-source.ts'
import { endOption } from './steps/propose/dates.ts'
import { judgeProposed } from './steps/propose/judge-proposed.ts'
import { optionText } from './steps/propose/option-text.ts'
import { requirePerson } from './steps/propose/names.ts'
import { openOne } from './steps/propose/open-one.ts'
import { putBack } from './steps/propose/put-back.ts'
import { openStand, type Stand } from './steps/propose/stand.ts'
import { showFile, tellFindings, tellOpened, tellRefused, type OpenedDocument } from './steps/propose/tell.ts'
import { renderJson } from '../render/json.ts'

/** `grantbook restore ID`: asks that what was taken away outside may stand again; once that is approved, gives it back. */
export const command: CommandModule = {
  formats: ['text', 'json'],
  example:
    'npx grantbook restore 1a2b3c4d5e6f --owner bob --expires 30d --reason "The migration still needs it"',
  describe: (c) => {
    c.argument(
      '<id>',
      'id under which it was saved: "saved" in its file of events, told by grantbook explain'
    )
      .option('--owner <person>', 'who answers for it from now on (default: whose token this is)')
      .option('--reason <text>', 'why it may stand')
      .option('--expires <end>', 'a day, an instant, or how long from now: 8h, 14d')
      .option(
        '--put-back',
        'once that is approved: give it back in the system, with your own credentials there'
      )
  },
  run: async ([id = ''], options, common, io) => {
    const stand = await openStand(common, io)
    try {
      return await withRecord(stand, id, options, common, io)
    } finally {
      stand.source.close()
    }
  }
}

type Options = Readonly<Record<string, unknown>>

function document(told: OpenedDocument): RestoreDocument {
  return { ...told, restored: false }
}

async function withRecord(
  stand: Stand,
  id: string,
  options: Options,
  common: Common,
  io: Io
): Promise<ExitStatus> {
  const approved = await openApprovedSource(stand.github, stand.root, stand.base.tip, null)
  try {
    const found = await requireSaved(stand, approved, id)
    return options['putBack'] === true
      ? await giveBack(found.saved, approved, common, io)
      : await ask(stand, found, options, common, io)
  } finally {
    approved.source.close()
  }
}

interface Found {
  readonly saved: SavedEvent
  readonly events: readonly Event[]
}

async function requireSaved({ root }: Stand, { evidence }: ApprovedSource, id: string): Promise<Found> {
  if (evidence === null)
    throw new UnableError('There is no branch "evidence", so nothing is known to have been taken away.')
  const found = await savedUnder(root, evidence, id)
  if (found) return found
  const near = nearest(id, await savedIds(root, evidence))
  const hint = near === null ? '' : ` The nearest is "${near}".`
  throw new UsageError(
    `Nothing was saved under ${quote(id)}.${hint} The id stands in the event "saved" of what was taken away: grantbook explain FILE tells it.`
  )
}

/** Gives it back, if the approved files say so by now. */
async function giveBack(
  saved: SavedEvent,
  { source }: ApprovedSource,
  common: Common,
  io: Io
): Promise<ExitStatus> {
  const { book } = await source.load()
  const done = await putBack(saved, book, common, io)
  if (!done.done) return tellRefused(`Nothing was given back: ${done.why}`, common, io, document)
  const told: RestoreDocument = { format: 1, ok: true, branch: null, pull: null, restored: true }
  if (common.format === 'json') io.out(renderJson(told))
  else io.out(`${logLine(`${saved.item} stands again on ${saved.principal}.`)}\n`)
  return 0
}

/** Opens the pull request that lets it stand again. */
async function ask(
  stand: Stand,
  { saved, events }: Found,
  options: Options,
  common: Common,
  io: Io
): Promise<ExitStatus> {
  const { book, now, me } = stand
  const [reason, expires] = [optionText(options, 'reason'), optionText(options, 'expires')]
  if (reason === null || expires === null)
    throw new UsageError(
      `--${reason === null ? 'reason' : 'expires'} is missing: say why it may stand, and until when.`
    )
  const owner = requirePerson(book, optionText(options, 'owner') ?? me, '--owner ')
  const end = endOption('--expires', expires, now, now)
  const item = foundAs(saved, events)
  const path = saved.grant ?? ''
  if (saved.saved === NOTHING_KEPT)
    return tellRefused(`${saved.item} can’t be put back: nothing of it was kept.`, common, io, document)
  if (item === null)
    return tellRefused(`The record doesn’t say as what ${saved.item} was found.`, common, io, document)
  const { principal, system, id } = saved
  const file = restoredFile({ path, principal, item, owner, reason, expires: end.text })
  const { report } = await judgeProposed(stand, [file], null)
  if (tellFindings(report, common, io))
    return tellRefused('No pull request was opened: see the errors.', common, io, document)
  showFile(file.path, file.text, common, io)
  const { what, by, firstSeen } = item
  const view = {
    id,
    system,
    principal,
    what,
    by,
    firstSeen,
    savedAt: saved.at,
    owner,
    reason,
    until: end.at,
    path,
    me
  }
  const title = restoreTitle(view)
  const opened = await openOne(stand, {
    branch: `restore/${id}`,
    title,
    body: restoreBody(view),
    message: title,
    files: [file]
  })
  return tellOpened(opened, stand, common, io, document)
}
