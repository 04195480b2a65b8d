import { createColors } from 'picocolors'
import type { OutcomeState } from '../plan/outcome.ts'
import type { ApplyView } from './apply-view.ts'
import { logLine } from './escape.ts'

const STATES: readonly OutcomeState[] = ['done', 'unchanged', 'held', 'refused', 'failed']

/** What an apply did, for people: every outcome but those where nothing had to be done, then the counts. */
export function renderApplyText({ commit, outcomes, calls }: ApplyView, colour: boolean): string {
  const paint = createColors(colour)
  const tints: Readonly<Record<OutcomeState, (text: string) => string>> = {
    done: paint.green,
    unchanged: paint.dim,
    held: paint.yellow,
    refused: paint.yellow,
    failed: paint.red
  }
  const lines = [`Apply of commit ${commit.slice(0, 12)}`, '']
  for (const { grant, system, action, state, why } of outcomes) {
    if (state === 'unchanged') continue
    const what = grant === null ? '' : ` ${logLine(grant)}`
    lines.push(
      `  ${tints[state](state)} ${action ?? 'system'} ${logLine(system)}${what}`,
      `      ${logLine(why)}`
    )
  }
  if (lines.length > 2) lines.push('')
  const counts = STATES.flatMap((state) => {
    const n = outcomes.filter((outcome) => outcome.state === state).length
    return n > 0 ? [`${n} ${state}`] : []
  })
  lines.push(
    `${counts.length > 0 ? counts.join(', ') : 'Nothing to do'}. ${calls.write} writes, ${calls.read} reads.`
  )
  return `${lines.join('\n')}\n`
}
