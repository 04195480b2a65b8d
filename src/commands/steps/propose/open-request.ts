import { writeInstant } from '../../../book/instant.ts'
import { grantFile } from '../../../compose/grant-file.ts'
import { heldThrough } from '../../../compose/holdings.ts'
import { logLine } from '../../../render/escape.ts'
import type { RequestView } from '../../../render/propose/request.ts'
import type { Common, ExitStatus, Io } from '../../command.ts'
import { alreadyHeld } from './already-held.ts'
import type { Complete } from './complete.ts'
import { judgeProposed } from './judge-proposed.ts'
import { openOne } from './open-one.ts'
import type { Prompts } from './prompts.ts'
import { withGrantsOf, type Stand } from './stand.ts'
import { showFile, tellFindings, tellOpened, tellRefused, type OpenedDocument } from './tell.ts'

/** In which words a request is opened. */
export interface RequestWords {
  readonly branch: string
  readonly title: (view: RequestView) => string
  readonly body: (view: RequestView) => string
  readonly document: (told: OpenedDocument) => object
}

/**
 * Builds the file of a grant, judges it as if it stood on the default branch, and opens the pull request that asks for it.
 * `prompts`: who is asked whether to; null: nobody. Throws UnableError.
 */
export async function openRequest(
  given: Stand,
  wanted: Complete,
  { branch, title: titleOf, body, document }: RequestWords,
  prompts: Prompts | null,
  common: Common,
  io: Io
): Promise<ExitStatus> {
  const { asked, entitlement, subject, from, end } = wanted
  const stand = await withGrantsOf(given, [asked.subject])
  const { path, text } = grantFile(asked)
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
  const title = titleOf(view)
  const opened = await openOne(stand, {
    branch,
    title,
    body: body(view),
    // Nobody's words: a commit's message can tell GitHub what to do.
    message: title,
    files: [{ path, text }]
  })
  return tellOpened(opened, stand, common, io, document)
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
