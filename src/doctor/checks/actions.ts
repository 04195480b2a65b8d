import type { DoctorCheck, Told } from '../check.ts'

const ACTIONS = 'Settings › Actions › General › Workflow permissions'

/** What workflows may do by default, and who may make teams. */
export const ACTIONS_CHECKS: readonly DoctorCheck[] = [
  {
    code: 'actions-may-approve',
    severity: 'error',
    where: 'github',
    doc: 'Workflows may approve pull requests: an approval could come from a machine that anybody with write can start.',
    *run({ actions }): Generator<Told> {
      if (actions.ok && actions.value.mayApprove)
        yield {
          message: this.doc,
          fix: `${ACTIONS} › Allow GitHub Actions to create and approve pull requests: off.`
        }
    }
  },
  {
    code: 'actions-write-by-default',
    severity: 'error',
    where: 'github',
    doc: 'Workflows get a token that may write unless they say otherwise.',
    *run({ actions }): Generator<Told> {
      if (actions.ok && actions.value.defaultWrite)
        yield { message: this.doc, fix: `${ACTIONS} › Read repository contents and packages permissions.` }
    }
  },
  {
    code: 'teams-by-members',
    severity: 'warning',
    where: 'github',
    doc: 'Every member of the organisation may create teams, and could take the name of one that is gone but still owns a path.',
    *run({ teamsByMembers }): Generator<Told> {
      if (teamsByMembers.ok && teamsByMembers.value) {
        yield {
          message: this.doc,
          fix: 'Organisation settings › Member privileges › Team creation rules › Allow members to create teams: off.'
        }
      }
    }
  }
]
