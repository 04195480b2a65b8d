import type { DoctorCheck, Told } from '../check.ts'

/** Who owns paths, and whether they can. */
export const OWNER_CHECKS: readonly DoctorCheck[] = [
  {
    code: 'codeowners-error',
    severity: 'error',
    where: 'repository',
    doc: 'GitHub finds a mistake in CODEOWNERS and skips the line: its paths fall to the line before.',
    *run({ codeownersErrors }): Generator<Told> {
      for (const { path, line, message } of codeownersErrors.ok ? codeownersErrors.value : []) {
        const [first = ''] = message.split('\n')
        yield {
          message: `GitHub skips this line: ${first}`,
          fix: 'Correct the owner in the file under grants/ that names it, then run "npx grantbook codeowners".',
          file: path,
          line
        }
      }
    }
  },
  {
    code: 'owner-without-access',
    severity: 'error',
    where: 'github',
    doc: 'An owner may not write to the repository: GitHub asks nobody for review, and no approval of theirs counts.',
    *run({ owners }): Generator<Told> {
      for (const { owner, mayPush } of owners) {
        if (mayPush.ok && !mayPush.value) {
          yield {
            message: `${owner} owns paths but may not write to the repository.`,
            fix: `Settings › Collaborators and teams: give ${owner} the role Write.`
          }
        }
      }
    }
  },
  {
    code: 'owner-too-few',
    severity: 'warning',
    where: 'github',
    doc: 'An owner has fewer active people of the files than the approvals that may be needed and one more: a request of one of them can’t be approved.',
    *run({ owners }): Generator<Told> {
      for (const { owner, members, needed } of owners) {
        if (!members.ok || members.value > needed) continue
        yield {
          message: `${owner} has ${members.value} who could approve, but ${needed} approvals may be needed, and nobody approves their own request.`,
          fix: owner.includes('/')
            ? `Add people to ${owner}, so that it has ${needed + 1} or more.`
            : `Name a team of ${needed + 1} or more instead of ${owner}.`
        }
      }
    }
  }
]
