import { writeInstant } from '../book/instant.ts'
import { markdownCode, markdownText } from './escape.ts'
import { countActions, enforcedBy, type PlanView, type ShownChange } from './plan-view.ts'

/** Longest text that is printed in characters; GitHub takes 65,536 in a comment. */
const LONGEST = 60_000

/** A plan as Markdown for a comment: removals first, one row a change, the exact differences folded in below. */
export function renderPlanMarkdown(view: PlanView): string {
  for (let most = view.changes.length; ; most = Math.floor(most / 2)) {
    const text = compose(view, most)
    if (text.length <= LONGEST || most === 0) return text
  }
}

function compose(view: PlanView, most: number): string {
  const removals = view.changes.filter(isRemoval)
  const others = view.changes.filter((change) => !isRemoval(change))
  const shown = {
    removals: removals.slice(0, most),
    others: others.slice(0, Math.max(0, most - removals.length))
  }
  const cut = view.changes.length - shown.removals.length - shown.others.length
  const parts = [
    `**${countActions(view.changes)}**`,
    ...section('Access that ends or narrows', shown.removals),
    ...section('Access that begins or changes', shown.others),
    ...(cut > 0
      ? [
          `_${cut} more are not shown here: this text would be too long. The whole is in \`grantbook plan --format json\`._`
        ]
      : []),
    ...refusals(view, most),
    ...details('Exact difference', [...shown.removals, ...shown.others].flatMap(exact)),
    ...drift(view, most),
    `<sub>${view.commit === null ? 'Working tree' : `Commit ${markdownCode(view.commit)}`}, planned for ${writeInstant(view.at)}</sub>`
  ]
  return `${parts.join('\n\n')}\n`
}

function isRemoval({ action }: ShownChange): boolean {
  return action === 'revoke' || action === 'shorten'
}

function section(title: string, changes: readonly ShownChange[]): readonly string[] {
  return changes.length === 0 ? [] : [`#### ${title}`, table(changes)]
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

function exact({ action, grant, principal, why, meaning }: ShownChange): readonly string[] {
  const title = `- ${action} ${markdownCode(grant ?? principal ?? 'unknown')}: ${markdownText(why)}`
  return [
    title,
    ...meaning.noLonger.map((text) => `  - no longer: ${markdownCode(text)}`),
    ...meaning.possible.map((text) => `  - possible: ${markdownCode(text)}`)
  ]
}

function refusals({ refused }: PlanView, most: number): readonly string[] {
  if (refused.length === 0) return []
  const shown = refused.slice(0, Math.max(20, most))
  const rows = shown.map(
    ({ grant, code, why }) => `- ${markdownCode(grant)} (${markdownCode(code)}): ${markdownText(why)}`
  )
  const more = refused.length - shown.length
  return ['#### Refused', [...rows, ...(more > 0 ? [`- and ${more} more`] : [])].join('\n')]
}

function drift({ drift: found, driftWhy, mode }: PlanView, most: number): readonly string[] {
  if (found === null) return [`_Drift is not known: ${markdownText(driftWhy ?? 'live state was not read')}._`]
  const title =
    mode === 'change' ? 'Drift that is not this pull request’s doing' : 'Drift that no file explains'
  const shown = found.slice(0, Math.max(20, most)).flatMap(exact)
  return details(`${title} (${found.length})`, shown)
}

function details(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0
    ? []
    : [`<details><summary>${title}</summary>\n\n${lines.join('\n')}\n\n</details>`]
}
