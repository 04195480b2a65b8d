import type { DoctorCheck, Told } from '../check.ts'

/** Whether the systems can be read; nothing is written to them. */
export const SYSTEM_CHECKS: readonly DoctorCheck[] = [
  {
    code: 'system-unreachable',
    severity: 'error',
    where: 'aws',
    doc: 'A system can’t be read: its role can’t be used, or the account is another one.',
    *run({ systems }): Generator<Told> {
      for (const { system, file, state, why } of systems) {
        if (state === 'failed')
          yield {
            message: `System "${system}" can’t be read: ${why}`,
            fix: 'Compare the role’s trust and policy with docs/aws/, and the account with the system’s file.',
            file
          }
      }
    }
  },
  {
    code: 'system-remark',
    severity: 'warning',
    where: 'aws',
    doc: 'A system was reached, but not in the way that its file says: its role was not the one used.',
    *run({ systems }): Generator<Told> {
      for (const { system, file, state, remarks } of systems) {
        for (const remark of state === 'reached' ? remarks : []) {
          yield {
            message: `System "${system}": ${remark}`,
            fix: 'Let whoever runs plan and verdict assume the role (docs/aws/tool-role-trust.json), or run doctor as that.',
            file
          }
        }
      }
    }
  }
]
