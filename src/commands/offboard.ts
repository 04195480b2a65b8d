import { writeInstant } from '../book/instant.ts'
import { DAY } from '../book/duration.ts'
import { keptWorkloads, lastDayOf, leavingOf } from '../compose/leaving.ts'
import { setField } from '../compose/set-field.ts'
import type { OffboardDocument } from '../render/output/offboard.ts'
import { offboardBody, offboardTitle } from '../render/propose/offboard.ts'
import type { CommandModule, Common, ExitStatus, Io } from './command.ts'
import { lastDayOption } from './steps/propose/dates.ts'
import { judgeProposed } from './steps/propose/judge-proposed.ts'
import { requirePerson } from './steps/propose/names.ts'
import { openOne } from './steps/propose/open-one.ts'
import { openRequestsOf } from './steps/propose/open-requests.ts'
import { openStand, type Stand } from './steps/propose/stand.ts'
import { teamsOf } from './steps/propose/teams-of.ts'
import { tellFindings, tellOpened, tellRefused, type OpenedDocument } from './steps/propose/tell.ts'
import type { MeantEnd } from '../compose/end.ts'

/** `grantbook offboard PERSON`: opens the pull request that sets somebody's last day, and lists all that follows. */
export const command: CommandModule = {
  formats: ['text', 'json'],
  example: 'npx grantbook offboard alice --ends 2027-03-31',
  describe: (c) => {
    c.argument('<person>', 'who leaves').option(
      '--ends <day>',
      'last day, in UTC (default: today), or an instant'
    )
  },
  run: async ([person = ''], options, common, io) => {
    const ends = options['ends']
    const end = lastDayOption('--ends', typeof ends === 'string' ? ends : today(common))
    const stand = await openStand(common, io)
    try {
      return await offboard(stand, requirePerson(stand.book, person, ''), end, common, io)
    } finally {
      stand.source.close()
    }
  }
}

function today({ now }: Common): string {
  return writeInstant(Math.floor(now / DAY) * DAY).slice(0, 'YYYY-MM-DD'.length)
}

function document(told: OpenedDocument): OffboardDocument {
  return told
}

async function offboard(
  stand: Stand,
  person: string,
  end: MeantEnd,
  common: Common,
  io: Io
): Promise<ExitStatus> {
  const { book, source, me, now } = stand
  const path = book.people.get(person)?.path ?? ''
  const known = lastDayOf(book, person)
  if (known !== null && known <= end.at) {
    const when = `${person} leaves by ${writeInstant(known)} already (${path})`
    const later =
      known === end.at ? '' : `: offboarding never moves a last day back to ${writeInstant(end.at)}`
    return tellRefused(`${when}${later}.`, common, io, document)
  }
  const bytes = await source.bytes(path)
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes ?? new Uint8Array())
  const changed = setField(text, 'ends', end.text, ['email', 'github', 'githubId', 'manager'])
  if (changed === null)
    return tellRefused(`"ends" can’t be written into ${path}: do it by hand.`, common, io, document)
  const files = [{ path, text: changed }]
  const subjects = [person, ...keptWorkloads(book, person)]
  const { report, after } = await judgeProposed(stand, files, subjects)
  if (tellFindings(report, common, io))
    return tellRefused('No pull request was opened: see the errors.', common, io, document)
  const leaving = leavingOf(after, person, end.at, now)
  const title = offboardTitle(leaving)
  const open = await openRequestsOf(stand, person)
  const member = await teamsOf(stand, person)
  const opened = await openOne(stand, {
    branch: `offboard/${person}`,
    title,
    body: offboardBody({
      leaving,
      requests: open.requests,
      teams: member.teams,
      unread: [...open.unread, ...member.unread],
      me,
      now
    }),
    message: title,
    files
  })
  return tellOpened(opened, stand, common, io, document)
}
