import {
  GenerateCredentialReportCommand,
  GetCredentialReportCommand,
  type IAMClient
} from '@aws-sdk/client-iam'
import type { SessionPorts } from '../../../connector.ts'
import { readReport, type ReportLine } from '../../outside/report.ts'
import { codeOf } from '../errors.ts'

/** IAM's and the SDK's names for "there is none (any more)" and "not yet". */
const NONE: ReadonlySet<string> = new Set([
  'CredentialReportNotPresent',
  'CredentialReportExpired',
  'ReportNotPresent',
  'ReportExpired'
])
const NOT_YET: ReadonlySet<string> = new Set(['CredentialReportNotReady', 'ReportInProgress'])

/** How often, and after how many milliseconds each, a report that is being made is asked for. */
const TRIES = 20
const WAIT = 3000

/**
 * The account's credential report: the one that stands, else a new one. IAM makes one at most every four hours (IAM user
 * guide, "credential reports"), so it may be that old. Throws the system's error, or one that says what is wrong with it.
 */
export async function credentialReport(
  iam: IAMClient,
  { sleep, signal }: Pick<SessionPorts, 'sleep' | 'signal'>
): Promise<ReadonlyMap<string, ReportLine>> {
  const standing = await reportOr(iam, NONE)
  if (standing) return standing
  await iam.send(new GenerateCredentialReportCommand({}))
  for (let attempt = 1; ; attempt++) {
    const made = await reportOr(iam, attempt < TRIES ? new Set([...NONE, ...NOT_YET]) : NONE)
    if (made) return made
    if (attempt >= TRIES || signal.aborted) throw new Error('IAM makes no credential report.')
    await sleep(WAIT)
  }
}

/** The report; null for one of the given answers instead. */
async function reportOr(
  iam: IAMClient,
  otherwise: ReadonlySet<string>
): Promise<ReadonlyMap<string, ReportLine> | null> {
  let content: Uint8Array | undefined
  try {
    content = (await iam.send(new GetCredentialReportCommand({}))).Content
  } catch (error) {
    if (otherwise.has(codeOf(error))) return null
    throw error
  }
  const lines = readReport(new TextDecoder().decode(content))
  if (!lines) throw new Error('IAM’s credential report has a form that we don’t know.')
  return lines
}
