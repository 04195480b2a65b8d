import { createColors } from 'picocolors'
import { writeInstant } from '../book/instant.ts'
import type { Action } from '../plan/plan.ts'
import { logLine } from './escape.ts'
import { countActions, enforcedBy, type PlanView, type ShownChange } from './plan-view.ts'

const SIGN: Readonly<Record<Action, '+' | '~' | '-'>> = {
  grant: '+',
  revoke: '-',
  extend: '~',
  shorten: '~',
  update: '~'
}

/** A plan for people: what comes (+), changes (~) and goes (-), system by system, then drift, then what is refused. */
export function renderPlanText(view: PlanView, colour: boolean): string {
  const paint = createColors(colour)
  const of = view.commit === null ? 'the working tree' : `commit ${view.commit.slice(0, 12)}`
  const lines: string[] = [`Plan for ${of} at ${writeInstant(view.at)}`, '']
  const write = (changes: readonly ShownChange[]): void => {
    for (const [system, list] of bySystem(changes)) {
      lines.push(paint.bold(logLine(system)))
      for (const change of list) lines.push(...tell(change, paint))
      lines.push('')
    }
  }
  write(view.changes)
  if (view.changes.length === 0) lines.push('No changes.', '')
  if (view.drift === null)
    lines.push(`Drift is not known: ${logLine(view.driftWhy ?? 'live state was not read')}.`, '')
  else if (view.drift.length > 0) {
    const whose = view.mode === 'change' ? 'not this change’s doing' : 'no file explains it'
    lines.push(paint.bold(`Drift: live state is otherwise, and ${whose}`))
    write(view.drift)
  }
  if (view.refused.length > 0) {
    lines.push(paint.bold('Refused: nothing is issued or widened for these now'))
    for (const { grant, system, code, why } of view.refused) {
      lines.push(
        `  ${paint.red('!')} ${logLine(grant)} in ${logLine(system)} ${paint.dim(logLine(code))}`,
        `      ${logLine(why)}`
      )
    }
    lines.push('')
  }
  lines.push(summary(view))
  return `${lines.join('\n')}\n`
}

function summary({ changes, drift, refused }: PlanView): string {
  const drifted = drift === null ? 'drift unknown' : `${drift.length} drifted`
  return `Plan: ${countActions(changes)}; ${drifted}; ${refused.length} refused.`
}

function tell(change: ShownChange, paint: ReturnType<typeof createColors>): readonly string[] {
  const { action, entitlement, subject, grant, principal, why, from, until, meaning } = change
  const sign = SIGN[action]
  const tint = { '+': paint.green, '~': paint.yellow, '-': paint.red }[sign]
  const who = logLine(subject === '' ? (principal ?? 'unknown') : subject)
  const what = entitlement === '' ? '' : ` ${logLine(entitlement)}`
  const account = principal === null || subject === '' ? '' : ` (${logLine(principal)})`
  const window =
    until === null
      ? ''
      : `, ${from === null ? '' : `from ${writeInstant(from)} `}until ${writeInstant(until)}`
  const lines = [`  ${tint(`${sign} ${action}`)} ${who}${account}${what}${window}`]
  if (grant !== null) lines.push(`      file      ${logLine(grant)}`)
  lines.push(`      why       ${logLine(why)}`)
  if (until !== null && action !== 'revoke') lines.push(`      ends by   ${enforcedBy(change)}`)
  for (const text of meaning.possible) lines.push(`      ${paint.green('possible')}  ${logLine(text)}`)
  for (const text of meaning.noLonger) lines.push(`      ${paint.red('no longer')} ${logLine(text)}`)
  return lines
}

function bySystem(changes: readonly ShownChange[]): ReadonlyMap<string, readonly ShownChange[]> {
  const groups = new Map<string, ShownChange[]>()
  for (const change of changes) {
    const list = groups.get(change.system)
    if (list) list.push(change)
    else groups.set(change.system, [change])
  }
  return new Map([...groups].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
