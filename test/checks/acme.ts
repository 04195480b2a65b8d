/** Path → text. */
export type Files = Readonly<Record<string, string>>
/** What to change in a book: another text, or null for no file. */
export type Patch = Readonly<Record<string, string | null>>

/** The instant at which all cases are judged. */
export const NOW = Date.UTC(2026, 10, 20, 9)

const settings = `organization: acme
repository: acme/access
governance: "@acme/access-governance"
security: "@acme/security"
app: grantbook-acme
evidence:
  signers: ["ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIDbsOCqHA6P+wLFA4ed1IfXigYX7l7NdfLsgXnThBAxC apply-2026"]
ticket:
  pattern: "(OPS|SEC)-[0-9]+"
  url: "https://tickets.acme.example/{ticket}"
risk:
  low: { maxDuration: 365d, approvals: 1, ticket: optional }
  medium: { maxDuration: 180d, approvals: 1, ticket: optional }
  high: { maxDuration: 30d, maxTotal: 60d, approvals: 1, ticket: required }
  critical: { maxDuration: 8h, maxTotal: 2d, approvals: 2, ticket: required }
approvals: { maxAge: 14d }
emergency: { maxDuration: 4h, renewals: 1, reviewWithin: 3d }
outOfBand: { expiresAfter: 7d, tolerateFor: 180d }
guard: { share: 0.1, floor: 5 }
notice: 7d
keys: { maxAge: 90d }
orphans: { grace: 7d }
heartbeat: { staleAfter: 26h }
`

/** A small valid book: two people who hold something, an owner, a workload, one system, four entitlements. */
export const ACME: Files = {
  'grants/grantbook.yaml': settings,
  'grants/people/alice.yaml': `name: Alice Example
email: alice@acme.example
github: alice-acme
githubId: 101
manager: carol
accounts: { aws-prod: { user: alice } }
`,
  'grants/people/bob.yaml': `name: Bob Example
email: bob@acme.example
accounts: { aws-prod: { user: bob } }
`,
  'grants/people/carol.yaml': `name: Carol Example
email: carol@acme.example
github: carol-acme
githubId: 103
`,
  'grants/workloads/exporter.yaml': `title: Nightly export
kind: pipeline
owner: alice
backup: bob
purpose: Exports invoices to the data lake
expires: 2027-05-31
runs: [{ kind: github-actions, ref: "repo:acme/billing:environment:prod" }]
accounts: { aws-prod: { role: ci/exporter } }
`,
  'grants/systems/aws-prod/system.yaml': `title: AWS production
connector: aws-iam
owner: carol
outOfBand: report
settings:
  account: "123456789012"
  region: eu-central-1
`,
  'grants/systems/aws-prod/logs-read/entitlement.yaml': `title: Read logs
description: Read the logs of all services.
owner: carol
approvers: ["@acme/platform"]
risk: low
subjects: [person, workload]
target: { assumeRole: "arn:aws:iam::123456789012:role/entitlements/logs-read" }
`,
  'grants/systems/aws-prod/billing-read/entitlement.yaml': `title: Read billing data
description: Read invoices and exports.
owner: carol
approvers: ["@acme/billing"]
risk: high
subjects: [person]
emergency: { approvers: ["@acme/on-call"], maxDuration: 2h }
target: { assumeRole: "arn:aws:iam::123456789012:role/entitlements/billing-read" }
`,
  'grants/systems/aws-prod/auditors/entitlement.yaml': `title: Audit
description: Read everything that auditors read.
owner: carol
approvers: ["@acme/security"]
risk: medium
subjects: [person, workload]
target: { group: auditors }
`,
  'grants/systems/aws-prod/finance/entitlement.yaml': `title: Finance
description: What finance needs every day.
owner: carol
approvers: ["@acme/billing"]
risk: low
subjects: [person, workload]
includes: [aws-prod/billing-read, aws-prod/logs-read]
`,
  'grants/systems/aws-prod/logs-read/alice.yaml': `reason: Watches the nightly export
starts: 2026-11-01
expires: 2027-10-31
`,
  'grants/systems/aws-prod/logs-read/exporter.yaml': `reason: Writes and reads its own logs
starts: 2026-11-01
expires: 2027-05-31
task: https://github.com/acme/billing/issues/12
`,
  'grants/systems/aws-prod/billing-read/bob.yaml': `reason: Month-end reconciliation
starts: 2026-11-10
expires: 2026-12-05
ticket: OPS-4711
`
}

/** A book with some files changed. Throws if a patch removes what isn't there: such a case would test nothing. */
export function patched(patch: Patch, files: Files = ACME): Files {
  const result: Record<string, string> = { ...files }
  for (const [path, text] of Object.entries(patch)) {
    if (text !== null) result[path] = text
    else if (Object.hasOwn(result, path)) delete result[path]
    else throw new RangeError(`${path} isn't there to be removed`)
  }
  return result
}

/** A file of {@link ACME} with one text in it replaced. Throws if it isn't in it. */
export function edit(path: string, from: string, to: string): Patch {
  const text = ACME[path]
  if (text === undefined || !text.includes(from)) throw new RangeError(`${path} has no ${from}`)
  return { [path]: text.replace(from, to) }
}
