import { CHANGE_ME, type Answers } from './answers.ts'

/** The governed files of a new book, by path: settings and two people, valid as they stand and marked where to change. */
export function bookFiles(answers: Answers, placeholderKey: string): ReadonlyMap<string, string> {
  const [organization = ''] = answers.repository.split('/')
  return new Map([
    ['grants/grantbook.yaml', settings(answers, organization, placeholderKey)],
    ['grants/people/first-person.yaml', person('First Person', 'first.person', 1)],
    ['grants/people/second-person.yaml', person('Second Person', 'second.person', 2)]
  ])
}

function settings({ repository, app, signer }: Answers, organization: string, placeholder: string): string {
  const key =
    signer === null
      ? `    # ${CHANGE_ME}: the line that "npx grantbook keygen" prints. Nobody holds this one's private half.\n    - "${placeholder}"`
      : `    - "${signer}"`
  return `# yaml-language-server: $schema=../schemas/settings.schema.json
organization: ${organization}
repository: ${repository}
governance: "@${organization}/access-governance" # owns everything that has no nearer owner
security: "@${organization}/security" # owns suspensions
app: ${app} # slug of the GitHub App
evidence:
  signers:
${key}
ticket:
  pattern: "[A-Z]{2,10}-[0-9]+"
  url: "https://tickets.example.com/{ticket}" # ${CHANGE_ME}

# What each risk demands. An entitlement may ask for less time than its tier, never for more.
risk:
  low: { maxDuration: 365d, approvals: 1, ticket: optional }
  medium: { maxDuration: 180d, approvals: 1, ticket: optional }
  high: { maxDuration: 30d, maxTotal: 180d, approvals: 1, ticket: required }
  critical: { maxDuration: 8h, maxTotal: 30d, approvals: 2, ticket: required }

approvals: { maxAge: 14d }
emergency: { maxDuration: 4h, renewals: 1, reviewWithin: 3d }
outOfBand: { expiresAfter: 7d, tolerateFor: 180d }
guard: { share: 0.1, floor: 5 }
notice: 7d
keys: { maxAge: 90d }
orphans: { grace: 7d }
heartbeat: { staleAfter: 26h }
`
}

/** Numbers no account has yet, so that a person who isn't filled in is nobody. */
const NOBODY = 9_000_000_000_000

function person(name: string, login: string, n: number): string {
  return `# yaml-language-server: $schema=../../schemas/person.schema.json
# ${CHANGE_ME}: name the file after the person, and set everything below. "gh api users/LOGIN --jq .id" gives the number.
name: ${name}
email: ${login}@example.com
github: ${login.replace('.', '-')}
githubId: ${NOBODY + n}
`
}
