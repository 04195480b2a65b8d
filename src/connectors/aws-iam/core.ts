import { HOUR } from '../../book/duration.ts'
import type { ConnectorCore } from '../connector.ts'
import { checkAccount, checkSettings, checkTarget, mismatch } from './check.ts'
import { arnOf, confers } from './confers.ts'
import { ASSUME_ROLE, compile } from './compile.ts'
import { meaning } from './meaning.ts'
import { principalName, uniqueName } from './names.ts'
import { quota } from './quota.ts'
import { shapedAccount, shapedSettings, shapedTarget } from './shaped.ts'
import { shortLived } from './short-lived.ts'
import { isStatement } from './statement.ts'
import { sameTarget } from './same-target.ts'
import { readBody, windowOf } from './window.ts'

/** The pure half of the connector for AWS IAM: validation and offline plans need nothing else. */
export const awsIamCore: ConnectorCore = {
  name: 'aws-iam',
  checkSettings,
  checkTarget,
  checkAccount,
  principalOf: (account) => principalName(shapedAccount(account)),
  uniqueNameOf: (account) => uniqueName(shapedAccount(account)),
  identityOf: (settings) => shapedSettings(settings).account,
  enforcementOf: (target) => ('group' in shapedTarget(target) ? 'job' : 'target'),
  mismatch,
  sameTarget,
  compile,
  quota,
  meaning,
  confers,
  arnOf,
  // A date stops new sessions of a role, not one that is open. Direct statements are judged at every request.
  sessionTail: (piece) => (isStatement(piece) && readBody(piece).Action === ASSUME_ROLE ? HOUR : 0),
  windowOf,
  shortLived
}
