import { few } from '../../book/few.ts'
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
  },
  {
    code: 'static-credentials',
    severity: 'warning',
    where: 'aws',
    doc: 'A system has keys or passwords with something to mend: too old, never used, nobody’s, without a second factor.',
    *run({ systems }): Generator<Told> {
      for (const { system, file, credentials } of systems) {
        const { count = 0, faulty = [], unread = [] } = credentials ?? {}
        if (faulty.length > 0)
          yield {
            message: `System "${system}" has ${count} keys and passwords that don’t end by themselves; ${faulty.length} with something to mend: ${few(faulty, MOST, { between: '; ' })}.`,
            fix: 'The nightly’s pull request about access found outside lists them all, and how workloads do without.',
            file
          }
        if (unread.length > 0)
          yield {
            message: `Keys and passwords of system "${system}" can’t be read in full: ${unread.join('; ')}`,
            fix: 'Let the read role do what docs/aws/read-role.json allows.',
            file
          }
      }
    }
  }
]

const MOST = 5
