import { edit, type Patch } from '../../acme.ts'

export const CREATE = 'grants/systems/aws-prod/create/alice.yaml'
export const EXPORTER = 'grants/workloads/exporter.yaml'

/** Lines of a file. */
export function file(...lines: readonly string[]): string {
  return `${lines.join('\n')}\n`
}

/** An entitlement of low risk that is a role to assume, unless more lines say otherwise. */
export function entitlement(name: string, ...more: readonly string[]): Patch {
  const target = more.some((line) => line.startsWith('includes'))
    ? []
    : [`target: { assumeRole: "arn:aws:iam::123456789012:role/entitlements/${name}" }`]
  return {
    [`grants/systems/aws-prod/${name}/entitlement.yaml`]: file(
      `title: ${name}`,
      `description: What ${name} allows.`,
      'owner: carol',
      'approvers: ["@acme/billing"]',
      'risk: low',
      'subjects: [person, workload]',
      ...more,
      ...target
    )
  }
}

/** A grant in aws-prod. */
export function holds(
  subject: string,
  name: string,
  [starts, expires]: readonly [string, string] = ['2026-11-01', '2027-03-31']
): Patch {
  const task = subject === 'exporter' || subject === 'runner'
  return {
    [`grants/systems/aws-prod/${name}/${subject}.yaml`]: file(
      'reason: Keeps the books of the year',
      `starts: ${starts}`,
      `expires: ${expires}`,
      ...(task ? ['task: https://github.com/acme/billing/issues/12'] : [])
    )
  }
}

/** A rule. */
export function rule(id: string, ...lines: readonly string[]): Patch {
  return { [`grants/rules/${id}.yaml`]: file(`title: Rule of ${id}`, ...lines) }
}

/** An exception. */
export function exception(id: string, about: string, subject: string, expires: string): Patch {
  return {
    [`grants/exceptions/${id}.yaml`]: file(
      `rule: ${about}`,
      `subject: ${subject}`,
      'reason: Interim head of finance',
      'control: Monthly review by internal audit',
      `expires: ${expires}`
    )
  }
}

/** Two duties of payments, an entitlement for each, and a rule that keeps them apart. Nobody holds either. */
export const PAYMENTS: Patch = {
  ...rule('payments', 'hold: [duty:payments.create, duty:payments.approve]', 'atMost: 1'),
  ...entitlement('create', 'duties: [payments.create]'),
  ...entitlement('approve', 'duties: [payments.approve]')
}

/** Alice holds both. */
export const BOTH: Patch = { ...PAYMENTS, ...holds('alice', 'create'), ...holds('alice', 'approve') }

/** A second workload, of carol's. */
export function runner(...more: readonly string[]): Patch {
  return {
    'grants/workloads/runner.yaml': file(
      'title: Payment runner',
      'kind: service',
      'owner: carol',
      'purpose: Sends payments to the bank',
      'expires: 2027-05-31',
      'runs: [{ kind: github-actions, ref: "repo:acme/payments:environment:prod" }]',
      'accounts: { aws-prod: { role: ci/runner } }',
      ...more
    )
  }
}

/** A second system in which alice may approve payments. */
export function otherSystem(): Patch {
  return {
    'grants/systems/aws-test/system.yaml': file(
      'title: AWS test',
      'connector: aws-iam',
      'owner: carol',
      'outOfBand: report',
      'settings:',
      '  account: "210987654321"',
      '  region: eu-central-1'
    ),
    'grants/systems/aws-test/create/entitlement.yaml': file(
      'title: create',
      'description: What create allows.',
      'owner: carol',
      'approvers: ["@acme/billing"]',
      'risk: low',
      'subjects: [person]',
      'duties: [payments.approve]',
      'target: { assumeRole: "arn:aws:iam::210987654321:role/entitlements/create" }'
    ),
    'grants/systems/aws-test/create/alice.yaml': file(
      'reason: Keeps the books of the year',
      'starts: 2026-11-01',
      'expires: 2027-03-31'
    ),
    ...edit(
      'grants/people/alice.yaml',
      '{ aws-prod: { user: alice } }',
      '{ aws-prod: { user: alice }, aws-test: { user: alice } }'
    )
  }
}
