import { writeInstant, type Instant } from '../../book/instant.ts'
import { markdownCode, markdownText } from '../escape.ts'
import { quotation, table } from './parts.ts'

/** What is told of something that shall come back. */
export interface RestoreView {
  /** Under which it was saved. */
  readonly id: string
  readonly system: string
  readonly principal: string
  readonly what: string
  readonly by: string
  readonly firstSeen: string
  /** When it was saved, just before it was taken away. */
  readonly savedAt: string
  readonly owner: string
  readonly reason: string
  readonly until: Instant
  readonly path: string
  readonly me: string
}

/** Title of the pull request, and first line of its commit: ids and instants alone. */
export function restoreTitle({ id, system, until }: Pick<RestoreView, 'id' | 'system' | 'until'>): string {
  return `Restore ${id} in ${system} until ${writeInstant(until)}`
}

/** Its body: what was taken away, who wants it back and why, and what approving does and doesn't. */
export function restoreBody(view: RestoreView): string {
  const { id, system, principal, what, by, firstSeen, savedAt, owner, reason, until, path, me } = view
  return [
    `**${markdownText(me)}** wants back what was taken away from ${markdownText(principal)} in **${markdownText(system)}**:`,
    quotation(reason),
    ...table(
      ['', ''],
      [
        ['has had', markdownText(what)],
        ['made by', markdownText(by)],
        ['first seen', firstSeen],
        ['taken away', savedAt],
        ['answers for it', markdownText(owner)],
        ['until', writeInstant(until)],
        ['file', markdownCode(path)]
      ]
    ),
    'It stays access that no grant explains: the owners of the file approve it as they would to let it stand. Whoever has the access, made it or answers for it can’t approve.',
    `- **Approve and merge:** it may stand again until then. No role of Grantbook’s gives it back: somebody who may do so in the account runs ${markdownCode(`npx grantbook restore ${id} --put-back`)}, which gives exactly what was taken, to exactly whom it was taken from, or nothing.\n- **Close:** nothing changes.`
  ].join('\n\n')
}
