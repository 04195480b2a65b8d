import { writeInstant } from '../book/instant.ts'
import { markdownCode } from './escape.ts'
import { changeSection, driftSection, exactLines, folded, pick, refusedSection } from './plan-parts.ts'
import { countActions, type PlanView } from './plan-view.ts'

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
  const { removals, others } = pick(view.changes, most)
  const cut = view.changes.length - removals.length - others.length
  const few = Math.max(20, most)
  const parts = [
    `**${countActions(view.changes)}**`,
    ...changeSection('Access that ends or narrows', removals),
    ...changeSection('Access that begins or changes', others),
    ...(cut > 0
      ? [
          `_${cut} more are not shown here: this text would be too long. The whole is in \`grantbook plan --format json\`._`
        ]
      : []),
    ...refusedSection(view.refused, few),
    ...folded('Exact difference', [...removals, ...others].flatMap(exactLines)),
    ...driftSection(view, few),
    `<sub>${view.commit === null ? 'Working tree' : `Commit ${markdownCode(view.commit)}`}, planned for ${writeInstant(view.at)}</sub>`
  ]
  return `${parts.join('\n\n')}\n`
}
