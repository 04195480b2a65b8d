import { compare } from '../book/compare.ts'
import { SETTINGS_PATH } from '../book/paths.ts'
import type { DoctorCheck, DoctorFinding } from './check.ts'
import { ACTIONS_CHECKS } from './checks/actions.ts'
import { BRANCH_CHECKS } from './checks/branch.ts'
import { BYPASS_CHECKS } from './checks/bypass.ts'
import { EVIDENCE_CHECKS } from './checks/evidence.ts'
import { FILE_CHECKS } from './checks/files.ts'
import { OWNER_CHECKS } from './checks/owners.ts'
import { PULL_REQUEST_CHECKS } from './checks/pull-requests.ts'
import { SECRET_CHECKS } from './checks/secrets.ts'
import { STATUS_CHECK_CHECKS } from './checks/status-check.ts'
import { SYSTEM_CHECKS } from './checks/systems.ts'
import { UNKNOWN_CHECKS } from './checks/unknown.ts'
import type { DoctorFacts } from './facts.ts'

/** Every check of `doctor`, in the order of its documentation. */
export const DOCTOR_CHECKS: readonly DoctorCheck[] = [
  ...PULL_REQUEST_CHECKS,
  ...BRANCH_CHECKS,
  ...BYPASS_CHECKS,
  ...STATUS_CHECK_CHECKS,
  ...ACTIONS_CHECKS,
  ...SECRET_CHECKS,
  ...OWNER_CHECKS,
  ...EVIDENCE_CHECKS,
  ...FILE_CHECKS,
  ...SYSTEM_CHECKS,
  ...UNKNOWN_CHECKS
]

/** Everything that is set up wrongly or can't be told, sorted by file, line, code and message. */
export function examine(facts: DoctorFacts): readonly DoctorFinding[] {
  const findings = DOCTOR_CHECKS.flatMap((check) =>
    [...check.run(facts)].map(({ message, fix, file = SETTINGS_PATH, line = 1 }): DoctorFinding => ({
      code: check.code,
      severity: check.severity,
      where: check.where,
      message,
      fix,
      file,
      line,
      column: 1,
      related: []
    }))
  )
  return findings.toSorted(
    (a, b) =>
      compare(a.file, b.file) || a.line - b.line || compare(a.code, b.code) || compare(a.message, b.message)
  )
}
