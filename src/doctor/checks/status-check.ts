import type { DoctorCheck, Told } from '../check.ts'
import { demandsOf } from '../demands.ts'
import type { DoctorFacts } from '../facts.ts'

/** Name of the check run that says the verdict. */
const CHECK = 'grantbook'

/** Every demand for it; null if there is none that is known of, but not all is known. */
function required({ main }: DoctorFacts): readonly { readonly app: number | null }[] | null {
  const found = demandsOf(main).flatMap(({ checks }) => checks.filter(({ context }) => context === CHECK))
  return found.length > 0 || (main.rulesets.ok && main.classic.ok) ? found : null
}

/** The verdict as a required check, and by whom it must be given. */
export const STATUS_CHECK_CHECKS: readonly DoctorCheck[] = [
  {
    code: 'check-not-required',
    severity: 'error',
    where: 'github',
    doc: 'The check "grantbook" is not required, so a pull request merges whatever the verdict is.',
    *run(facts): Generator<Told> {
      if (required(facts)?.length === 0) {
        yield {
          message: this.doc,
          fix: 'Settings › Rules › Rulesets › the one for the default branch › Require status checks to pass: "grantbook", source: the GitHub App.'
        }
      }
    }
  },
  {
    code: 'check-not-pinned',
    severity: 'error',
    where: 'github',
    doc: 'The required check "grantbook" may be given by anybody who can write a workflow, not by the GitHub App alone.',
    *run(facts): Generator<Told> {
      const checks = required(facts) ?? []
      const { app } = facts
      if (checks.length === 0 || !app.ok || checks.some((check) => check.app === app.value)) return
      yield {
        message: `${this.doc} It must be pinned to App ${app.value}.`,
        fix: 'Settings › Rules › Rulesets › the one for the default branch › Require status checks to pass › "grantbook" › source: the GitHub App, not "any source".'
      }
    }
  }
]
