import { writeInstant, type Instant } from '../../book/instant.ts'
import type { Held } from '../../compose/holdings.ts'
import type { Estate, Leaver, Orphan } from '../../nightly/ownerless.ts'
import { markdownCode, markdownText } from '../escape.ts'
import { HELD_HEAD, heldRows, table } from '../propose/parts.ts'
import { plural } from '../report.ts'

/** Title of the pull request that gives a workload another owner. */
export function orphanTitle({ workload, leaver }: Orphan): string {
  return `Make ${leaver.successor ?? ''} the owner of ${workload.id}, after ${leaver.person}`
}

/** What is told of a workload without an owner. */
export interface OrphanView {
  readonly orphan: Orphan
  readonly holds: readonly Held[]
  /** `orphans.grace` of the settings. */
  readonly grace: string
  readonly now: Instant
}

/** Its body: what the workload is and holds, until when, who has to agree, and what merging, editing and closing do. */
export function orphanBody({ orphan, holds, grace, now }: OrphanView): string {
  const { workload, leaver, orphaned } = orphan
  const { title, purpose, backup } = workload.data
  const [name, owner, next] = [workload.id, leaver.person, leaver.successor ?? ''].map(markdownText)
  const present = leaver.at !== null && leaver.at > now
  return [
    `**${name}** (${markdownText(title)}: ${markdownText(purpose)}) belongs to **${owner}**, who ${longer(leaver)}. This makes **${next}** its owner, the next active manager upward${dropsBackup(orphan) ? ', who is no longer its backup then' : ''}.`,
    orphaned === null
      ? backup === undefined || leaver.at === null
        ? 'Nothing of what it holds ends by this alone.'
        : `Its backup ${markdownText(backup)} answers for it meanwhile, so nothing of what it holds ends by this alone.`
      : `Without an owner everything that it holds ends by itself, ${markdownText(grace)} after ${writeInstant(orphaned)}:`,
    ...(holds.length > 0 ? table(HELD_HEAD, heldRows(holds)) : ['It holds nothing now.']),
    `It takes the consent of **${next}** by an approving review${present ? `, that of **${owner}** as long as ${owner} is here` : ''}, and an approval by governance. The check on this pull request says whose is missing.`,
    [
      `- **Approve and merge:** ${next} answers for ${name} from then on.`,
      `- **Edit \`owner\` in ${markdownCode(workload.path)} here:** somebody else does, who must consent instead.`,
      '- **Close:** nothing changes, and it comes back tomorrow. If nobody needs the workload any more, delete its file with its grants.'
    ].join('\n')
  ].join('\n\n')
}

/** Whether the new owner is the backup, and so can't be that any more. */
export function dropsBackup({ workload, leaver }: Orphan): boolean {
  return workload.data.backup !== undefined && workload.data.backup === leaver.successor
}

/** Title of the pull request that gives what a leaver owns another owner. */
export function estateTitle({ leaver, files }: Estate): string {
  return `Make ${leaver.successor ?? ''} the owner of what ${leaver.person} owned: ${plural(files.length, 'file')}`
}

/** Its body. */
export function estateBody({ leaver, files }: Estate): string {
  const [owner, next] = [leaver.person, leaver.successor ?? ''].map(markdownText)
  const rows = files.map(({ path, data }) => [markdownText(data.title), markdownCode(path)])
  return [
    `**${owner}** ${longer(leaver)} and owns this. It makes **${next}** its owner, the next active manager upward. Who approves what doesn’t change by it; an owner is asked about access found outside and about emergencies.`,
    ...table(['what', 'file'], rows),
    [
      `- **Approve (governance) and merge:** ${next} answers for all of it. CODEOWNERS follows by a pull request of its own.`,
      '- **Edit `owner` here:** somebody else does.',
      '- **Close:** nothing changes, and it comes back tomorrow.'
    ].join('\n')
  ].join('\n\n')
}

/** Something that lacks an active owner, for which nobody can be proposed. */
export interface Unowned {
  readonly path: string
  readonly what: string
  readonly leaver: Leaver
  /** When what it holds ends by itself; null: it doesn't. */
  readonly ends: Instant | null
}

/** Title of the one issue that asks governance for owners. */
export function unownedTitle(unowned: readonly Unowned[]): string {
  return `${plural(unowned.length, 'file')} without an active owner`
}

/** Its body. */
export function unownedBody(unowned: readonly Unowned[], governance: string): string {
  const rows = unowned.map(({ path, what, leaver, ends }) => [
    markdownText(what),
    `${markdownText(leaver.person)} ${longer(leaver)}`,
    ends === null ? 'no' : writeInstant(ends),
    markdownText(leaver.why ?? ''),
    markdownCode(path)
  ])
  return [
    `Nobody can be proposed as the new owner of this. ${markdownCode(governance)} decides: write another \`owner\` into the file, by a pull request that the new owner approves too, or delete the file with all that hangs on it.`,
    ...table(['what', 'owner', 'what it holds ends', 'why nobody is proposed', 'file'], rows),
    'This issue is kept up to date and closes by itself.'
  ].join('\n\n')
}

/** Our own words and an instant: nothing to be escaped. */
function longer({ at }: Leaver): string {
  return at === null ? 'is suspended' : `leaves or has left by ${writeInstant(at)}`
}
