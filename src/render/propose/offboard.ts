import { writeInstant, type Instant } from '../../book/instant.ts'
import type { Kept, Leaving, Named } from '../../compose/leaving.ts'
import { markdownCode, markdownText } from '../escape.ts'
import { plural } from '../report.ts'
import { HELD_HEAD, heldRows, table, untilInWords } from './parts.ts'

/** A pull request that is open and in which somebody has a part. */
export interface OpenRequest {
  readonly number: number
  readonly title: string
  /** As what: `opened it`, `is the requester`, `is the subject`. */
  readonly part: string
}

/** What is told of somebody's last day. */
export interface OffboardView {
  readonly leaving: Leaving
  readonly requests: readonly OpenRequest[]
  /** `@acme/billing`: those of the files' teams that the person is in. */
  readonly teams: readonly string[]
  /** What could not be looked at. */
  readonly unread: readonly string[]
  readonly me: string
  readonly now: Instant
}

/** Title of the pull request that sets somebody's last day, and first line of its commit. */
export function offboardTitle({ person, at }: Leaving): string {
  return `${person} leaves: everything ends by ${writeInstant(at)}`
}

/** Its body: everything that follows, and what has to be done about it before. */
export function offboardBody({ leaving, requests, teams, unread, me, now }: OffboardView): string {
  const { person, at, holds, workloads, decides, exceptions, managerOf } = leaving
  const orphans = workloads.filter(({ successor }) => successor === null)
  const when = at > now ? `At ${writeInstant(at)}` : 'With the next apply'
  return [
    `**${markdownText(me)}** says that **${markdownText(person)}** leaves. ${when} everything that ${markdownText(person)} holds ends, and no approval of theirs counts any more.`,
    ...(orphans.length > 0 ? [newOwners(orphans)] : []),
    ...section(`What ${markdownText(person)} holds`, table(HELD_HEAD, heldRows(holds)), 'Nothing.'),
    ...section(
      'Workloads',
      table(['workload', 'as', 'answers then', 'ends', 'holds'], workloads.map(keptRow)),
      null
    ),
    ...section('Approvals and ownership', list(decides), null),
    ...section('Exceptions from separation of duties', list(exceptions), null),
    ...section('Open requests', requests.map(requestItem), null),
    ...section(
      'Teams on GitHub',
      teams.map((team) => `- [ ] take ${markdownText(person)} out of ${markdownCode(team)}`),
      null
    ),
    ...section('Manager of', managerOf.length > 0 ? [managerOf.map(markdownText).join(', ')] : [], null),
    `Who is in a team stands in GitHub, not in files. Access and approvals end by the last day all the same; take ${markdownText(person)} out of the teams and out of the organisation.`,
    ...unread.map((what) => `_Could not be read: ${markdownText(what)}._`),
    '- **Merge:** the last day stands, and what it ends is taken by the target itself or by the next apply.\n- **Close:** nothing changes.'
  ].join('\n\n')
}

function newOwners(orphans: readonly Kept[]): string {
  const items = orphans.map(
    ({ workload, path, orphaned }) =>
      `- [ ] **${markdownText(workload)}**: write a new \`owner\` into ${markdownCode(path)}, by a pull request of its own that the new owner approves.${orphaned === null ? '' : ` Otherwise what it holds ends, when the grace of the settings has passed since ${writeInstant(orphaned)}.`}`
  )
  return [`**${plural(orphans.length, 'workload')} would have nobody who answers for it:**`, ...items].join(
    '\n'
  )
}

function keptRow({ workload, title, as, successor, holds, orphaned }: Kept): readonly string[] {
  return [
    `${markdownText(workload)} (${markdownText(title)})`,
    as,
    successor === null ? '**nobody**' : markdownText(successor),
    orphaned === null ? 'no change' : `after ${untilInWords(orphaned)}`,
    holds.map(({ grant, until }) => `${markdownText(grant.name)} until ${untilInWords(until)}`).join(', ') ||
      'nothing'
  ]
}

function list(named: readonly Named[]): readonly string[] {
  return named.map(({ path, what }) => `- ${markdownText(what)} (${markdownCode(path)})`)
}

function requestItem({ number, title, part }: OpenRequest): string {
  return `- #${number} ${markdownText(title)}: ${part}`
}

/** A heading with what stands below it, or what is said if nothing does; null: then it is left out. */
function section(heading: string, body: readonly string[], otherwise: string | null): readonly string[] {
  const lines = body.length > 0 ? body : otherwise === null ? [] : [otherwise]
  return lines.length > 0 ? [`#### ${heading}\n\n${lines.join('\n')}`] : []
}
