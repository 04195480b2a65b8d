import { writeInstant } from '../book/instant.ts'
import { markdownCode, markdownText } from './escape.ts'
import { firstRows } from './first-rows.ts'
import { enforcedBy, type PlanView, type ShownChange } from './plan-view.ts'

// The parts that a plan and the verdict on a pull request show alike, as Markdown.

/** Whether a change takes something away. */
export function isRemoval({ action }: Pick<ShownChange, 'action'>): boolean {
  return action === 'revoke' || action === 'shorten'
}

/** Removals first, then the rest; of both together at most `most`. */
export function pick(
  changes: readonly ShownChange[],
  most: number
): { readonly removals: readonly ShownChange[]; readonly others: readonly ShownChange[] } {
  const removals = changes.filter(isRemoval).slice(0, most)
  const others = changes.filter((change) => !isRemoval(change))
  return { removals, others: others.slice(0, Math.max(0, most - removals.length)) }
}

/** So many rows stand open; the rest is folded in, so that what comes after is still seen. */
export const OPEN_ROWS = 20

/** A heading and a table, one row a change; nothing if there are none. */
export function changeSection(title: string, changes: readonly ShownChange[]): readonly string[] {
  if (changes.length === 0) return []
  const rest = changes.slice(OPEN_ROWS)
  const more = rest.length === 0 ? [] : folded(`${rest.length} more`, [table(rest)])
  return [`#### ${title}`, table(changes.slice(0, OPEN_ROWS)), ...more]
}

function table(changes: readonly ShownChange[]): string {
  const rows = changes.map((change) => {
    const { action, subject, principal, entitlement, system, from, until, risk } = change
    const who = markdownText(subject === '' ? (principal ?? 'unknown') : subject)
    const start = from === null ? '' : ` (from ${writeInstant(from)})`
    const end = until === null ? '' : `${writeInstant(until)}${start}`
    return `| ${action} | ${who} | ${markdownText(entitlement)} | ${markdownText(system)} | ${end} | ${risk ?? ''} | ${enforcedBy(change)} |`
  })
  return [
    '| | who | gets what | where | until | risk | enforced by |',
    '|---|---|---|---|---|---|---|',
    ...rows
  ].join('\n')
}

/** What becomes possible and what no longer is, in the target's own terms. */
export function exactLines({ action, grant, principal, why, meaning }: ShownChange): readonly string[] {
  const title = `- ${action} ${markdownCode(grant ?? principal ?? 'unknown')}: ${markdownText(why)}`
  return [
    title,
    ...meaning.noLonger.map((text) => `  - no longer: ${markdownCode(text)}`),
    ...meaning.possible.map((text) => `  - possible: ${markdownCode(text)}`)
  ]
}

/** What a plan refuses, and why. */
export function refusedSection(refused: PlanView['refused'], most: number): readonly string[] {
  if (refused.length === 0) return []
  const rows = refused
    .slice(0, most)
    .map(({ grant, code, why }) => `- ${markdownCode(grant)} (${markdownCode(code)}): ${markdownText(why)}`)
  return ['#### Refused', firstRows(rows, most, refused.length)]
}

/** Drift, folded in and never among the changes. */
export function driftSection(
  { drift, driftWhy, mode }: Pick<PlanView, 'drift' | 'driftWhy' | 'mode'>,
  most: number
): readonly string[] {
  if (drift === null) return [`_Drift is not known: ${markdownText(driftWhy ?? 'live state was not read')}._`]
  const title =
    mode === 'change' ? 'Drift that is not this pull request’s doing' : 'Drift that no file explains'
  return folded(`${title} (${drift.length})`, drift.slice(0, most).flatMap(exactLines))
}

/** Lines behind a title that opens them; nothing if there are none. */
export function folded(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0
    ? []
    : [`<details><summary>${title}</summary>\n\n${lines.join('\n')}\n\n</details>`]
}
