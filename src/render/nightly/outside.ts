import type { Fate } from '../../nightly/fates.ts'
import type { Sighting } from '../../nightly/outside.ts'
import type { OutsideRecord } from '../../plan/ledger.ts'
import { markdownCode, markdownText } from '../escape.ts'
import { plural } from '../report.ts'
import { inventoryParts, type ShownInventory } from './inventory.ts'
import { dangerFirst, outsideTable } from './outside-table.ts'

/** What is known of one principal, for its rows. */
export interface ShownOutside {
  readonly sighting: Sighting
  /** What evidence says became of it; null: nothing yet. */
  readonly record: OutsideRecord | null
  readonly fates: readonly Fate[]
}

/** Title of the pull request about access found outside in a system. */
export function outsideTitle(system: string, all: readonly ShownOutside[]): string {
  const items = all.reduce((sum, { fates }) => sum + fates.length, 0)
  return `Decide on access found in ${system}: ${plural(items, 'thing')} on ${plural(all.length, 'principal')}`
}

/** Its body: in IAM's words what was found, since when, by whom, last used when, and what deciding, merging and closing do. */
export function outsideBody(
  all: readonly ShownOutside[],
  policy: 'report' | 'revoke',
  unread: readonly string[],
  inventory: ShownInventory,
  waiting = 0
): string {
  const more =
    waiting === 0
      ? []
      : [
          `${plural(waiting, 'principal')} more ${waiting === 1 ? 'has' : 'have'} such access: GitHub can’t list so many files, so the next pull request asks about them once this one is merged.`
        ]
  const rows = dangerFirst(all.flatMap(({ sighting, fates }) => fates.map((fate) => ({ fate, sighting }))))
  const gaps = unread.length === 0 ? [] : [`Could not be read: ${unread.map(markdownText).join('; ')}.`]
  const end =
    policy === 'revoke'
      ? 'What nobody decides on in time is taken away then, except what the table says is never removed by us.'
      : 'Nothing is removed here by a machine: what nobody decides on in time is told every day until it is gone.'
  const closed =
    policy === 'revoke'
      ? 'all of it is taken away at the next run, saved before'
      : 'all of it is to go, and is told every day until somebody has taken it away'
  return [
    `Nobody requested this access, so no grant explains it. ${end}`,
    ...outsideTable(rows),
    ...more,
    ...gaps,
    [
      `- **To keep it as ordinary access:** ${markdownCode('npx grantbook adopt FILE')} asks for the grant that gives just this. Once that is issued, this form of it goes.`,
      `- **To let it stand for a while:** in its file set ${markdownCode('decision: tolerate')} with ${markdownCode('owner')}, ${markdownCode('reason')} and ${markdownCode('expires')}, and have it approved.`,
      `- **To end it:** set ${markdownCode('decision: revoke')}, or take it away yourself: then this goes by itself.`,
      '- **Merge:** the decisions of these files are in force, once the owners have approved them.',
      `- **Close, as an owner of these files:** ${closed}. Leave the branch where it is.`,
      '- **Close, as anybody else:** nothing changes, and it is opened again with the same dates.'
    ].join('\n'),
    ...inventoryParts(inventory)
  ].join('\n\n')
}
