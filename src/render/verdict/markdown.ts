import { writeInstant } from '../../book/instant.ts'
import { DUTY_CODES } from '../../duties/codes.ts'
import { markdownCode, markdownText } from '../escape.ts'
import { changeSection, driftSection, exactLines, folded, pick, refusedSection } from '../plan-parts.ts'
import type { ShownChange } from '../plan-view.ts'
import { utf8Length } from '../utf8.ts'
import { countedSection, missingSection, reasonsSection } from './approvals.ts'
import { countSentence } from './counts.ts'
import { diffSection } from './diffs.ts'
import { dutiesSection } from './duties.ts'
import { problemsSection } from './problems.ts'
import { requestSection } from './requests.ts'
import { standingOf, TITLES, type VerdictView } from './view.ts'

/** Longest text in bytes. GitHub takes 65,536 in a comment and 65,535 in a check run's summary. */
const LONGEST = 60_000
const FEW = 20
const MANY = 200

/**
 * What the check run's summary says, and the comment as its copy: the verdict, what changes (removals first), what is
 * wrong, who must approve and why, then everything exact, folded in. Cut to the first changes if it would be too long.
 */
export function renderVerdictMarkdown(view: VerdictView): string {
  for (let most = largest(view); ; most = Math.floor(most / 2)) {
    // What is exact goes before what everybody must see.
    for (const exact of [MANY, FEW, 0]) {
      const text = compose(view, most, exact)
      if (utf8Length(text) <= LONGEST) return text
    }
    if (most === 0) return bare(view)
  }
}

/** What is left to say where even the shortest form is too long. */
function bare(view: VerdictView): string {
  const told = '_This is too long to be shown here. All of it: `grantbook approvals --format json`._'
  return `${[`## ${TITLES[standingOf(view)]}`, countSentence(view), told, footer(view)].join('\n\n')}\n`
}

function largest({ plan, findings }: VerdictView): number {
  return Math.max(plan?.changes.length ?? 0, findings.length, FEW)
}

function compose(view: VerdictView, most: number, exact: number): string {
  const { verdict, plan, planWhy, findings, notices, repository } = view
  const touched = new Set(verdict.paths.map(({ path }) => path))
  const changes = plan?.changes ?? []
  const own = changes.filter(({ grant }) => grant !== null && touched.has(grant))
  const others = changes.filter(({ grant }) => grant === null || !touched.has(grant))
  const [mine, theirs] = [pick(own, most), pick(others, Math.max(0, most - own.length))]
  const shown = [mine, theirs].flatMap(({ removals, others: rest }) => [...removals, ...rest])
  const few = Math.min(Math.max(FEW, most), MANY)
  const parts = [
    `## ${TITLES[standingOf(view)]}`,
    countSentence(view),
    ...notices.map((text) => `> ${markdownText(text)}`),
    ...changeSection('Access that ends or narrows', mine.removals),
    ...changeSection('Access that begins or changes', mine.others),
    ...changeSection('Other grants whose meaning this changes', [...theirs.removals, ...theirs.others]),
    ...cut(changes, shown),
    ...requestSection(view.requests, few),
    ...(plan === null
      ? [`_What it changes can’t be told: ${markdownText(planWhy ?? 'its files can’t be read')}._`]
      : []),
    ...reasonsSection(verdict, few),
    ...problemsSection(
      findings.filter(({ code }) => !DUTY_CODES.has(code)),
      repository,
      verdict.head,
      few
    ),
    ...dutiesSection(
      findings.filter(({ code }) => DUTY_CODES.has(code)),
      view.standing,
      repository,
      verdict.head,
      few
    ),
    // What a duty stands against is told above, with the way out.
    ...(plan
      ? refusedSection(
          plan.refused.filter(({ code }) => !DUTY_CODES.has(code)),
          few
        )
      : []),
    ...missingSection(verdict, few),
    ...countedSection(verdict, few),
    ...folded('Exact difference', shown.slice(0, exact).flatMap(exactLines)),
    ...diffSection(view.diffs),
    ...(plan ? driftSection(plan, few) : []),
    footer(view)
  ]
  return `${parts.join('\n\n')}\n`
}

function cut(all: readonly ShownChange[], shown: readonly ShownChange[]): readonly string[] {
  const hidden = all.length - shown.length
  return hidden > 0
    ? [
        `_${hidden} of ${all.length} changes are not shown: this text would be too long. All of them: \`grantbook plan --format json\`._`
      ]
    : []
}

function footer({ verdict, digest, at }: VerdictView): string {
  return `<sub>Commit ${markdownCode(verdict.head)} · content ${markdownCode(digest)} · judged ${writeInstant(at)}</sub>`
}
