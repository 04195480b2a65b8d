import { DAY } from '../../book/duration.ts'
import type { Instant } from '../../book/instant.ts'
import type { Outcome } from '../../plan/outcome.ts'
import { markdownCode, markdownText } from '../escape.ts'
import { plural } from '../report.ts'
import { dangerFirst, isAdmin, outsideTable, type OutsideRow } from './outside-table.ts'
import type { ShownOutside } from './outside.ts'

/** What a look into one system came to, for telling what can't wait. */
export interface Urgent {
  readonly system: string
  /** Id of the person who answers for the system. */
  readonly owner: string
  readonly policy: 'report' | 'revoke'
  readonly shown: readonly ShownOutside[]
  /** What became of what was to be taken away in this run. */
  readonly outcomes: readonly Outcome[]
  /** What could not be read: then nothing is known to be gone. */
  readonly unread: readonly string[]
}

/**
 * What is to be told now: whatever should be gone and stands, and whoever can give himself anything without an approved
 * decision that he may.
 */
export function urgentRows({ shown, outcomes }: Urgent): readonly OutsideRow[] {
  const isGone = (path: string, id: string): boolean =>
    outcomes.some(({ grant, state, why }) => state === 'done' && grant === path && why.startsWith(`${id}: `))
  const rows = shown.flatMap(({ sighting, fates }) =>
    fates.filter(({ item }) => !isGone(sighting.path, item.id)).map((fate) => ({ fate, sighting }))
  )
  return dangerFirst(
    rows.filter(({ fate }) => fate.state === 'over' || (isAdmin(fate) && fate.state === 'open'))
  )
}

/** Title of the issue about one system. */
export function escalationTitle(system: string, rows: readonly OutsideRow[]): string {
  return rows.length === 0
    ? `${system}: nothing found outside is overdue`
    : `${system}: ${plural(rows.length, 'thing')} found outside can’t wait`
}

/** Its body: what stands, for how long it has been overdue, who answers for it, and what ends it. */
export function escalationBody(
  { system, policy, unread }: Pick<Urgent, 'system' | 'policy' | 'unread'>,
  rows: readonly OutsideRow[],
  { login, now }: { readonly login: string | null; readonly now: Instant }
): string {
  const over = rows.filter(({ fate }) => fate.state === 'over')
  const late = Math.floor((now - Math.min(now, ...over.map(({ fate }) => fate.until))) / DAY)
  const admins = rows.filter(({ fate }) => isAdmin(fate)).length
  const who =
    login === null ? 'the owner of the system, who has no GitHub login on file' : markdownCode(login)
  const why =
    policy === 'report'
      ? 'This system says `outOfBand: report`, so nothing is taken away by a machine.'
      : 'What stands here could not be taken away by a machine, or is still being decided on.'
  return [
    `Access in **${markdownText(system)}** that no grant explains and that can’t wait. It is ${who} who answers for it. ${why}`,
    `${plural(over.length, 'thing is', 'things are')} overdue${over.length > 0 ? `, the oldest for ${plural(late, 'day')}` : ''}; ${plural(admins, 'thing lets', 'things let')} somebody give himself anything.`,
    ...outsideTable(rows),
    ...(unread.length === 0 ? [] : [`Could not be read: ${unread.map(markdownText).join('; ')}.`]),
    'Take it away in the account, or decide on it in its file under `grants/out-of-band/`. This is brought up to date every night, and closes by itself when nothing is left.'
  ].join('\n\n')
}
