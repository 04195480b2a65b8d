import type { Answers } from './answers.ts'

/** The README of a new book. */
export function bookReadme({ repository }: Answers, runner: boolean): string {
  const prover = runner
    ? 'A separate runner repository, which nobody who requests or approves here can write to, proves and applies what is merged.'
    : 'The workflows in `.github/workflows/` prove and apply what is merged.'
  return `# Access of ${repository.split('/')[0] ?? ''}

Who may do what, why, and until when: a file each under \`grants/\`. Adding a file in a pull request is the request, the
review of its code owners is the approval, and merging it makes it so. ${prover}
The branch \`evidence\` holds the signed record.

| to | do |
|---|---|
| ask for access | add \`grants/systems/SYSTEM/ENTITLEMENT/YOU.yaml\` in a pull request: a reason and a date |
| see what is wrong with a file | \`npx grantbook validate\` |
| see who must approve a path | \`npx grantbook owners PATH\` |
| see what is set up wrongly | \`npx grantbook doctor\` |

## Setting up
1. Replace everything that is marked CHANGE ME, then run \`npx grantbook codeowners\` and \`npx grantbook validate\`.
2. Follow *Setting up* in Grantbook's documentation: the GitHub App, environments, secrets, the ruleset.
3. Run \`npx grantbook doctor\` until nothing is left, and then the workflow *Genesis*, once.
`
}

/** The README of a runner repository. */
export function runnerReadme({ repository }: Answers): string {
  return `# Runner for ${repository}

Proves and applies what is merged in \`${repository}\`. It is a repository of its own so that whoever can change that one,
its administrators included, can't change what judges it. Give write access to nobody who requests or approves access.

The environments \`grantbook-verdict\`, \`grantbook-apply\` and \`grantbook-genesis\` and their secrets belong here, and
nothing of them there. The workflows run by schedule; a \`repository_dispatch\` of type \`grantbook\` makes them run at once.
`
}
