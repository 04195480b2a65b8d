import { blobId } from '../../src/book/grant-key.ts'
import { readInstant, type Instant } from '../../src/book/instant.ts'
import { load, type Loaded } from '../../src/book/load.ts'
import type { FileEntry } from '../../src/book/tree.ts'

/** Files of a repository: path → YAML text. */
export type Files = Readonly<Record<string, string>>

/** An instant, or an error: tests don't guess. */
export function at(text: string): Instant {
  const instant = readInstant(text, 'end')
  if (instant === null) throw new Error(`not an instant: ${text}`)
  return instant
}

/** The present of these tests. */
export const NOW = at('2026-11-20T09:00:00Z')
export const ACCOUNT = '123456789012'

const SETTINGS = `organization: acme
repository: acme/access
governance: "@acme/access-governance"
security: "@acme/security"
app: grantbook-acme
evidence: {signers: ["ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIIqI4910CfGV/VLbLTy6XXLKZwm/HZQSG/N0iAG0D29c apply-2026"]}
ticket: {pattern: "(OPS|SEC)-[0-9]+", url: "https://tickets.acme.example/{ticket}"}
risk:
  low: {maxDuration: 365d, approvals: 1, ticket: optional}
  medium: {maxDuration: 180d, approvals: 1, ticket: optional}
  high: {maxDuration: 30d, maxTotal: 180d, approvals: 1, ticket: required}
  critical: {maxDuration: 8h, maxTotal: 30d, approvals: 2, ticket: required}
approvals: {maxAge: 14d}
emergency: {maxDuration: 4h, renewals: 1, reviewWithin: 3d}
outOfBand: {expiresAfter: 7d, tolerateFor: 180d}
guard: {share: 0.1, floor: 5}
notice: 7d
keys: {maxAge: 90d}
orphans: {grace: 7d}
heartbeat: {staleAfter: 26h}
`

let numbers = 100

/** A person with an IAM user of the same name. */
export function person(id: string, more = ''): string {
  numbers++
  return `name: ${id}\nemail: ${id}@acme.example\ngithub: ${id}-acme\ngithubId: ${numbers}\naccounts: {aws-prod: {user: ${id}}}\n${more}`
}

/** An entitlement that is a role to assume, unless another target is given. */
export function entitlement(
  name: string,
  more = `target: {assumeRole: "arn:aws:iam::${ACCOUNT}:role/entitlements/${name}"}`
): string {
  return `title: ${name}\ndescription: What ${name} allows.\nowner: carol\napprovers: ["@acme/billing"]\nrisk: medium\nsubjects: [person, workload]\n${more}\n`
}

/** A grant until an end, with more lines if given. */
export function grant(expires: string, more = ''): string {
  return `reason: Month-end reconciliation\nexpires: ${expires}\n${more}`
}

/** A workload's file. */
export function workload(id: string, more = 'owner: alice', expires = '2027-05-31'): string {
  return `title: ${id}\nkind: pipeline\npurpose: It exports things\nexpires: ${expires}\nruns: [{kind: github-actions, ref: "repo:acme/billing:environment:prod"}]\naccounts: {aws-prod: {role: ci/${id}}}\n${more}\n`
}

export const TASK = 'task: https://github.com/acme/billing/issues/12\n'

/** Settings, three people, one system with a role, statements and a group, no grants. */
export const BASE: Files = {
  'grants/grantbook.yaml': SETTINGS,
  'grants/people/alice.yaml': person('alice'),
  'grants/people/bob.yaml': person('bob'),
  'grants/people/carol.yaml': person('carol'),
  'grants/systems/aws-prod/system.yaml': `title: AWS production\nconnector: aws-iam\nowner: carol\noutOfBand: report\nsettings: {account: "${ACCOUNT}", region: eu-central-1}\n`,
  'grants/systems/aws-prod/billing-read/entitlement.yaml': entitlement('billing-read'),
  'grants/systems/aws-prod/logs-read/entitlement.yaml': entitlement(
    'logs-read',
    'target: {statements: [{actions: ["logs:GetLogEvents"], resources: ["*"]}]}'
  ),
  'grants/systems/aws-prod/auditors/entitlement.yaml': entitlement('auditors', 'target: {group: auditors}')
}

/** Path of an ordinary grant in aws-prod. */
export function grantPath(name: string, subject: string): string {
  return `grants/systems/aws-prod/${name}/${subject}.yaml`
}

/** Reads files into a book, in the order in which they are given. */
export function bookOf(files: Files): Loaded {
  const contents = new Map(
    Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)])
  )
  const entries = [...contents].map(([path, bytes]): [string, FileEntry] => [
    path,
    { path, mode: '100644', blob: blobId(bytes), size: bytes.byteLength }
  ])
  return load({ entries: new Map(entries) }, contents)
}
