import type { Account } from '../../src/approval/facts.ts'
import type { Files } from '../support/book.ts'

/** Everybody at Acme, by id; the number of the account follows from the place in this list. */
const PEOPLE = [
  'alice',
  'bob',
  'carol',
  'dave',
  'gina',
  'greg',
  'sam',
  'sid',
  'olga',
  'otto',
  'mona',
  'hugo'
] as const

/** Members of Acme's teams, by person. */
export const TEAMS: Readonly<Record<string, readonly string[]>> = {
  '@acme/billing': ['carol', 'dave'],
  '@acme/access-governance': ['gina', 'greg'],
  '@acme/security': ['sam', 'sid'],
  '@acme/on-call': ['olga', 'otto']
}

/** The number of a person's account. */
export function numberOf(who: string): number {
  const index = PEOPLE.findIndex((id) => id === who)
  if (index === -1) throw new Error(`nobody at Acme is called ${who}`)
  return 1001 + index
}

/** A person's account. */
export function accountOf(who: string): Account {
  return { login: `${who}-acme`, id: numberOf(who), type: 'User' }
}

/** Our App's account. */
export const APP: Account = { login: 'grantbook-acme[bot]', id: 900, type: 'Bot' }

/** A person's file. */
export function person(id: string, more = '', number = numberOf(id)): string {
  return `name: ${id}\nemail: ${id}@acme.example\ngithub: ${id}-acme\ngithubId: ${number}\naccounts: {aws-prod: {user: ${id}}}\n${more}`
}

/** A file of somebody who is not at Acme yet, or who has no account. */
export function stranger(id: string, number: number | null = null): string {
  const account = number === null ? '' : `github: ${id}-acme\ngithubId: ${number}\n`
  return `name: ${id}\nemail: ${id}@acme.example\n${account}`
}

const target = (name: string) => `target: {assumeRole: "arn:aws:iam::123456789012:role/entitlements/${name}"}`

/** An entitlement of medium risk, owned by Carol. */
export function entitlement(
  name: string,
  { risk = 'medium', approvers = '["@acme/billing"]', more = '', aim = target(name) } = {}
): string {
  return `title: ${name}\ndescription: What it allows.\nowner: carol\napprovers: ${approvers}\nrisk: ${risk}\nsubjects: [person, workload]\n${more}${aim}\n`
}

/** A grant until an end, requested by Alice for herself unless said otherwise. */
export function grant(expires = '2026-12-14', more = ''): string {
  return `reason: Month-end reconciliation\nexpires: ${expires}\n${more}`
}

/** A workload of an owner. */
export function workload(owner: string, more = ''): string {
  return `title: Exports\nkind: pipeline\nowner: ${owner}\n${more}purpose: It exports things\nexpires: 2027-05-31\nruns: [{kind: other, ref: cron}]\naccounts: {aws-prod: {role: ci/exporter}}\n`
}

/** A rule of separation of duties on payments. */
export function rule({
  atMost = 1,
  hold = '["duty:payments.create", "duty:payments.approve"]',
  more = ''
} = {}): string {
  return `title: Nobody both creates and approves payments\nhold: ${hold}\natMost: ${atMost}\n${more}`
}

/** An exception to that rule. */
export function exception(subject: string, expires = '2027-01-31'): string {
  return `rule: payments\nsubject: ${subject}\nreason: Interim head of finance\ncontrol: Monthly review by audit\nexpires: ${expires}\n`
}

/** Access that was found outside. */
export function outOfBand({
  principal = 'arn:aws:iam::123456789012:user/mallory',
  by = 'unknown',
  decision = 'undecided',
  expires = '2026-11-28',
  more = ''
} = {}): string {
  return `principal: ${principal}\nitems: [{id: "attached:x", what: AdministratorAccess attached directly, firstSeen: 2026-11-21T02:13:00Z, by: "${by}", lastUsed: null, digest: "sha256:${'0'.repeat(64)}"}]\nexpires: ${expires}\ndecision: ${decision}\n${more}`
}

/** Acme's settings. */
export const SETTINGS = `organization: acme
repository: acme/access
governance: "@acme/access-governance"
security: "@acme/security"
app: grantbook-acme
evidence: {signers: ["ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIDbsOCqHA6P+wLFA4ed1IfXigYX7l7NdfLsgXnThBAxC apply-2026"]}
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

const EMERGENCY = 'emergency: {approvers: ["@acme/on-call"], maxDuration: 2h}\n'
const BOTH = '[["@acme/billing"], ["@acme/security"]]'

/** Paths that cases speak of. */
export const PATHS = {
  alice: 'grants/systems/aws-prod/read/alice.yaml',
  person: (id: string) => `grants/people/${id}.yaml`,
  grant: (entitlement_: string, subject: string) => `grants/systems/aws-prod/${entitlement_}/${subject}.yaml`,
  emergency: (entitlement_: string, subject: string) =>
    `grants/emergency/aws-prod/${entitlement_}/${subject}.yaml`,
  entitlement: (id: string) => `grants/systems/aws-prod/${id}/entitlement.yaml`,
  suspension: (id: string) => `grants/suspensions/${id}.yaml`,
  workload: 'grants/workloads/exporter.yaml',
  rule: 'grants/rules/payments.yaml',
  exception: 'grants/exceptions/payments.yaml',
  found: 'grants/out-of-band/aws-prod/user.mallory-1a2b3c4d.yaml',
  settings: 'grants/grantbook.yaml',
  system: 'grants/systems/aws-prod/system.yaml'
} as const

/**
 * The approved tree. `read` is medium; `admin` critical, with break-glass; `both` medium and `vault` critical, one of each
 * of two teams; `pay` and `sign` are the two halves of payments; `pack` is a bundle of `read` and `pay`; `mine` is Dave's
 * own to approve, by login. Bob holds `pay`, the exporter (Alice's, Bob its backup) holds `sign`.
 */
export const APPROVED: Files = {
  [PATHS.settings]: SETTINGS,
  ...Object.fromEntries(
    PEOPLE.map((id) => [
      PATHS.person(id),
      person(id, id === 'mona' || id === 'hugo' ? '' : 'manager: mona\n')
    ])
  ),
  [PATHS.system]:
    'title: AWS production\nconnector: aws-iam\nowner: hugo\noutOfBand: report\nsettings: {account: "123456789012", region: eu-central-1}\n',
  [PATHS.entitlement('read')]: entitlement('read'),
  [PATHS.entitlement('admin')]: entitlement('admin', { risk: 'critical', more: EMERGENCY }),
  [PATHS.entitlement('both')]: entitlement('both', { approvers: BOTH }),
  [PATHS.entitlement('vault')]: entitlement('vault', { approvers: BOTH, risk: 'critical' }),
  [PATHS.entitlement('pay')]: entitlement('pay', { more: 'duties: [payments.create]\n' }),
  [PATHS.entitlement('sign')]: entitlement('sign', { more: 'duties: [payments.approve]\n' }),
  [PATHS.entitlement('pack')]: entitlement('pack', {
    more: 'includes: [aws-prod/read, aws-prod/pay]\n',
    aim: ''
  }),
  [PATHS.entitlement('mine')]: entitlement('mine', { approvers: '["@dave-acme"]' }),
  [PATHS.grant('pay', 'bob')]: grant('2026-12-20'),
  [PATHS.grant('sign', 'exporter')]: grant(
    '2026-12-20',
    'requester: alice\ntask: https://github.com/acme/billing/issues/12\n'
  ),
  [PATHS.workload]: workload('alice', 'backup: bob\n'),
  [PATHS.rule]: rule()
}
