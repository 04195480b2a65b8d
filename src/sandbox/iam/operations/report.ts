import { writeInstant, type Instant } from '../../../book/instant.ts'
import { arnOf } from '../arn.ts'
import { AwsError } from '../error.ts'
import { everything, type Call, type Operations } from '../operation.ts'
import { sortedBy } from '../snapshot.ts'
import type { AccessKey, User } from '../state.ts'

/** A new report is made at most this often. Source: IAM's documentation of credential reports. */
const EVERY = 4 * 3_600_000

const COLUMNS = [
  'user',
  'arn',
  'user_creation_time',
  'password_enabled',
  'password_last_used',
  'password_last_changed',
  'password_next_rotation',
  'mfa_active',
  ...['1', '2'].flatMap((n) => [
    `access_key_${n}_active`,
    `access_key_${n}_last_rotated`,
    `access_key_${n}_last_used_date`,
    `access_key_${n}_last_used_region`,
    `access_key_${n}_last_used_service`
  ]),
  ...['1', '2'].flatMap((n) => [`cert_${n}_active`, `cert_${n}_last_rotated`])
]
const NO_CERTIFICATES = ['false', 'N/A', 'false', 'N/A']

/** Instants as the report writes them. */
function time(at: Instant): string {
  return writeInstant(at).replace('Z', '+00:00')
}

function keyCells(call: Call, key: AccessKey | undefined): readonly string[] {
  if (!key) return ['false', 'N/A', 'N/A', 'N/A', 'N/A']
  const use = call.cloud.lastUse.get(key.id)
  const used = use ? [time(use.at), use.region, use.service] : ['N/A', 'N/A', 'N/A']
  return [String(key.status === 'Active'), time(key.created), ...used]
}

function userCells(call: Call, user: User): readonly string[] {
  const password =
    user.login === null
      ? ['false', 'N/A', 'N/A', 'N/A']
      : ['true', 'no_information', time(user.login.created), 'N/A']
  return [
    user.name,
    arnOf(call.state.account, 'user', user),
    time(user.created),
    ...password,
    String(user.mfa.length > 0),
    ...keyCells(call, user.keys[0]),
    ...keyCells(call, user.keys[1]),
    ...NO_CERTIFICATES
  ]
}

function rootCells(call: Call): readonly string[] {
  const arn = `arn:aws:iam::${call.state.account}:root`
  const unsaid = 'not_supported'
  const root = { id: '', status: 'Active', created: ROOT_MADE } as const
  return [
    '<root_account>',
    arn,
    time(ROOT_MADE),
    unsaid,
    'no_information',
    unsaid,
    unsaid,
    'false',
    ...keyCells(call, root),
    ...keyCells(call, undefined),
    ...NO_CERTIFICATES
  ]
}

const ROOT_MADE = Date.UTC(2020, 0, 1)

function csv(call: Call): string {
  const users = sortedBy(call.state.users.values(), (one) => one.name)
  const rows = [COLUMNS, rootCells(call), ...users.map((one) => userCells(call, one))]
  return rows.map((cells) => cells.join(',')).join('\n')
}

/** The credential report: made on demand, kept for four hours, stale in between. */
export const reportOperations: Operations = {
  GenerateCredentialReport: {
    kind: 'read',
    resource: everything,
    run: (call) => {
      const made = call.cloud.reports.get(call.state.account)
      if (made !== undefined && call.now - made.at < EVERY) return { State: 'COMPLETE' }
      call.cloud.reports.set(call.state.account, { at: call.now, content: csv(call) })
      return { State: 'STARTED', Description: 'No report exists. Starting a new report generation task' }
    }
  },
  GetCredentialReport: {
    kind: 'read',
    resource: everything,
    run: (call) => {
      const made = call.cloud.reports.get(call.state.account)
      if (made === undefined)
        throw new AwsError('ReportNotPresent', 'No report exists. Call GenerateCredentialReport first.')
      if (call.now - made.at >= EVERY)
        throw new AwsError(
          'ReportExpired',
          'The most recent report has expired. Call GenerateCredentialReport.'
        )
      return {
        Content: Buffer.from(made.content).toString('base64'),
        ReportFormat: 'text/csv',
        GeneratedTime: writeInstant(made.at)
      }
    }
  }
}
