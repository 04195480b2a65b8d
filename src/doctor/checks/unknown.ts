import type { Gap } from '../../approval/facts.ts'
import type { DoctorCheck, Told } from '../check.ts'
import { demandsOf, gapOf } from '../demands.ts'
import type { DoctorFacts } from '../facts.ts'

/** What could not be told. Silence would look like health. */
export const UNKNOWN_CHECKS: readonly DoctorCheck[] = [
  {
    code: 'bypass-unknown',
    severity: 'warning',
    where: 'github',
    doc: 'GitHub shows who may bypass a ruleset only to those who may change it. Not shown is not the same as nobody.',
    *run({ main, evidence }): Generator<Told> {
      for (const { from, bypass } of [...demandsOf(main), ...demandsOf(evidence)]) {
        if (bypass.ok) continue
        yield {
          message: `Cannot tell who may bypass ${from}: ${bypass.gap.why}.`,
          fix: 'Run doctor with the token of an administrator, or look at Settings › Rules › Rulesets › Bypass list yourself.'
        }
      }
    }
  },
  {
    code: 'cannot-tell',
    severity: 'warning',
    where: 'github',
    doc: 'A setting of GitHub could not be read, so nothing is said of it.',
    *run(facts): Generator<Told> {
      const told = new Set<string>()
      for (const { what, why } of gaps(facts)) {
        const message = `Cannot tell: ${what} (${why}).`
        if (told.has(message)) continue
        told.add(message)
        yield {
          message,
          fix: 'Run doctor with the token of an administrator of the repository and the organisation.'
        }
      }
    }
  },
  {
    code: 'runner-unknown',
    severity: 'warning',
    where: 'repository',
    doc: 'The workflows that prove and apply are not in this repository, and nobody said in which other one they are.',
    *run({ runner }): Generator<Told> {
      if (runner === null)
        yield {
          message: this.doc,
          fix: 'Run doctor with "--runner owner/name" of the runner repository, or "npx grantbook init ." if there is none.'
        }
    }
  },
  {
    code: 'system-unasked',
    severity: 'warning',
    where: 'aws',
    doc: 'A system was not looked at, because there are no credentials here.',
    *run({ systems }): Generator<Told> {
      for (const { system, file, state, why } of systems) {
        if (state === 'unasked')
          yield {
            message: `Cannot tell whether system "${system}" can be read: ${why}`,
            fix: 'Run doctor where AWS credentials are.',
            file
          }
      }
    }
  },
  {
    code: 'settings-unreadable',
    severity: 'error',
    where: 'repository',
    doc: 'grants/grantbook.yaml can’t be read, so it is not known whose repository this is.',
    *run({ settings }): Generator<Told> {
      if (settings === null) yield { message: this.doc, fix: 'Run "npx grantbook validate".' }
    }
  }
]

function* gaps(facts: DoctorFacts): Generator<Gap> {
  const { repository, main, evidence, app, actions, teamsByMembers, secrets, codeownersErrors } = facts
  const branches = [main, evidence].flatMap(({ rulesets, classic }) => [rulesets, classic])
  const single = [repository, app, actions, teamsByMembers, secrets, codeownersErrors, facts.nightly]
  for (const known of [...branches, ...single]) yield* gapOf(known)
  for (const environment of facts.environments.values()) {
    yield* gapOf(environment)
    if (environment.ok && environment.value !== null) yield* gapOf(environment.value.secrets)
  }
  for (const { mayPush, members } of facts.owners) {
    yield* gapOf(mayPush)
    yield* gapOf(members)
  }
  for (const workflow of facts.workflows.values()) yield* gapOf(workflow)
}
