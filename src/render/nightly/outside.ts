import { writeInstant } from '../../book/instant.ts'
import type { Fate, Sighting } from '../../nightly/outside.ts'
import { markdownCode, markdownText } from '../escape.ts'
import { plural } from '../report.ts'
import { inventoryParts, type ShownInventory } from './inventory.ts'

const MOST = 300

/** What is known of one principal, for its rows. */
export interface ShownOutside {
  readonly sighting: Sighting
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
  inventory: ShownInventory
): string {
  const rows = all
    .flatMap(({ sighting, fates }) => fates.map((fate) => ({ fate, sighting })))
    .toSorted((a, b) => Number(isAdmin(b.fate)) - Number(isAdmin(a.fate)))
    .map(({ fate: { seen, item, state, until, why }, sighting }) => {
      const risk = isAdmin({ item }) ? '**administrator**' : ''
      const due = state === 'over' ? `**over** (${markdownText(why)})` : writeInstant(until)
      const kept = item.why === null ? '' : ` _(never removed by us: ${markdownText(item.why)})_`
      return `| ${markdownText(sighting.principal.name)} | ${markdownText(seen.what)}${kept} | ${risk} | ${writeInstant(seen.firstSeen)} | ${markdownText(seen.by)} | ${seen.lastUsed === null ? 'not known' : writeInstant(seen.lastUsed)} | ${due} |`
    })
  const more = rows.length > MOST ? [`_and ${rows.length - MOST} more, all in the files._`] : []
  const gaps = unread.length === 0 ? [] : [`Could not be read: ${unread.map(markdownText).join('; ')}.`]
  const end =
    policy === 'revoke'
      ? 'What nobody decides on in time is taken away then, except what the table says is never removed by us.'
      : 'Nothing is removed here by a machine: what nobody decides on in time is told every day until it is gone.'
  return [
    `Nobody requested this access, so no grant explains it. ${end}`,
    [
      '| who | has | | first seen | made by | last used | decide by |',
      '|---|---|---|---|---|---|---|',
      ...rows.slice(0, MOST)
    ].join('\n'),
    ...more,
    ...gaps,
    [
      `- **To keep it:** in its file set ${markdownCode('decision: tolerate')} with ${markdownCode('owner')}, ${markdownCode('reason')} and ${markdownCode('expires')}; or request it as an ordinary grant.`,
      `- **To end it:** set ${markdownCode('decision: revoke')}, or take it away yourself: then this goes by itself.`,
      '- **Merge:** the decisions of these files are in force, once the owners have approved them.',
      '- **Close:** nothing changes, and it comes back tomorrow with the same dates.'
    ].join('\n'),
    ...inventoryParts(inventory)
  ].join('\n\n')
}

function isAdmin({ item }: Pick<Fate, 'item'>): boolean {
  return item.severity === 'administrator'
}
