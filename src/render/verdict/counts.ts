import { countActions } from '../plan-view.ts'
import { standingOf, type VerdictView } from './view.ts'

/** The sentence under the heading: what it asks for, and how far it is. */
export function countSentence(view: VerdictView): string {
  const { verdict, findings, plan } = view
  if (verdict.paths.length === 0 && verdict.state === 'approved')
    return 'Nothing governed is touched: no approval of Grantbook’s is needed.'
  const wanting = verdict.paths.filter(({ need }) => need === 'approval')
  const approved = wanting.filter(({ state }) => state === 'approved').length
  const errors = findings.filter(({ severity }) => severity === 'error').length
  const parts = [
    plan === null ? 'what it changes is not known' : countActions(plan.changes),
    // Without paths nothing could be told of any: that none needs approval would be a guess.
    ...(verdict.paths.length === 0
      ? []
      : wanting.length === 0
        ? [`${count(verdict.paths.length, 'file')}, no approval needed`]
        : [`${approved} of ${count(wanting.length, 'file')} approved`]),
    ...(errors > 0 ? [`${count(errors, 'error')} to mend`] : [])
  ]
  const sentence = `${parts.join('; ')}.`
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}${verdict.passing ? ' Something could not be read: it is tried again by itself.' : ''}`
}

/** One line for a terminal or a log: the heading and the sentence. */
export function headline(
  view: VerdictView,
  titles: Readonly<Record<ReturnType<typeof standingOf>, string>>
): string {
  return `${titles[standingOf(view)]}: ${countSentence(view)}`
}

/** `1 file`, `2 files`. */
export function count(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`
}
