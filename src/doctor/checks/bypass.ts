import type { DoctorCheck, Told } from '../check.ts'
import { demandsOf } from '../demands.ts'
import type { Bypass } from '../facts.ts'

/** Who may pass by the rules of the default branch. */
export const BYPASS_CHECKS: readonly DoctorCheck[] = [
  {
    code: 'bypass-exempt',
    severity: 'error',
    where: 'github',
    doc: 'Somebody is exempt from the rules of the default branch, which leaves no trace in any log.',
    *run({ main }): Generator<Told> {
      for (const { from, bypass } of demandsOf(main)) {
        for (const actor of (bypass.ok ? bypass.value : []).filter(({ mode }) => mode === 'exempt'))
          yield { message: `${named(actor)} is exempt from ${from}, without a trace.`, fix: remove(from) }
      }
    }
  },
  {
    code: 'bypass-allowed',
    severity: 'error',
    where: 'github',
    doc: 'Somebody may bypass the rules of the default branch. Nothing that comes so is issued, but it reaches the branch.',
    *run({ main }): Generator<Told> {
      for (const { from, bypass } of demandsOf(main)) {
        for (const actor of (bypass.ok ? bypass.value : []).filter(({ mode }) => mode !== 'exempt'))
          yield { message: `${named(actor)} may bypass ${from} (${actor.mode}).`, fix: remove(from) }
      }
    }
  }
]

function remove(from: string): string {
  return from === 'branch protection'
    ? 'Settings › Branches › the rule for the default branch › Do not allow bypassing the above settings.'
    : 'Settings › Rules › Rulesets › Bypass list: remove it.'
}

function named({ kind, id }: Bypass): string {
  return id === null ? kind : `${kind} ${id}`
}
