import type { DoctorCheck, Told } from '../check.ts'
import { demandedOn, demandsOf } from '../demands.ts'

/** What keeps the evidence branch whole. */
export const EVIDENCE_CHECKS: readonly DoctorCheck[] = [
  {
    code: 'nightly-stale',
    severity: 'warning',
    where: 'github',
    doc: 'The nightly job has not come to its end for longer than the settings allow. What has a date in AWS ends all the same; what only a run of ours ends does not.',
    *run({ nightly }): Generator<Told> {
      if (nightly.ok && nightly.value !== null)
        yield {
          message: nightly.value,
          fix: 'Look at the runs of the workflow "Nightly", and start it by hand: Actions › Nightly › Run workflow. GitHub stops schedules after 60 days without activity in public repositories.'
        }
    }
  },
  {
    code: 'evidence-unprotected',
    severity: 'error',
    where: 'github',
    doc: 'The branch "evidence" can be rewritten, deleted or pushed to by others than the GitHub App. Every run would notice, and stop.',
    *run({ evidence, app }): Generator<Told> {
      const open = [
        demandedOn(evidence, ({ noForcePush }) => noForcePush) !== false ? null : 'force-pushed',
        demandedOn(evidence, ({ noDeletion }) => noDeletion) !== false ? null : 'deleted',
        demandedOn(evidence, ({ noUpdate }) => noUpdate) !== false
          ? null
          : 'pushed to by anybody with write access'
      ].filter((each) => each !== null)
      const fix =
        'Settings › Rules › Rulesets › New branch ruleset for "evidence": Restrict creations, updates and deletions, Block force pushes; Bypass list: the GitHub App alone.'
      if (open.length > 0) yield { message: `The branch "evidence" may be ${open.join(', ')}.`, fix }
      for (const { from, noUpdate, bypass } of demandsOf(evidence)) {
        if (!noUpdate || !bypass.ok || !app.ok) continue
        for (const { kind, id } of bypass.value) {
          if (kind === 'Integration' && id === app.value) continue
          yield {
            message: `${kind}${id === null ? '' : ` ${id}`} may change the branch "evidence" by ${from}.`,
            fix
          }
        }
      }
    }
  }
]
