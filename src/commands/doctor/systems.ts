import type { Book } from '../../book/book.ts'
import { UnableError } from '../../book/errors.ts'
import type { SystemFacts } from '../../doctor/facts.ts'
import type { Io } from '../command.ts'
import { CONNECTORS } from '../connectors.ts'

/** Variables by which the AWS SDK finds credentials without asking a machine's own service. */
const CREDENTIALS = [
  'AWS_ACCESS_KEY_ID',
  'AWS_PROFILE',
  'AWS_ROLE_ARN',
  'AWS_WEB_IDENTITY_TOKEN_FILE',
  'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
  'AWS_CONTAINER_CREDENTIALS_FULL_URI'
] as const

/** Opens every system for reading: whether its role can be assumed, and whether the account is the right one. */
export async function systemFacts(book: Book, io: Io): Promise<readonly SystemFacts[]> {
  const repository = book.settings?.data.repository ?? ''
  const has = CREDENTIALS.some((name) => (io.environment[name] ?? '') !== '')
  const facts: SystemFacts[] = []
  for (const entry of [...book.systems.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const { id: system, path: file, data } = entry
    const connector = CONNECTORS.get(data.connector)
    if (!connector) continue
    if (!has) {
      facts.push({ system, file, state: 'unasked', why: 'there are no credentials here.', remarks: [] })
      continue
    }
    const remarks: string[] = []
    const ports = {
      purpose: 'read',
      environment: io.environment,
      sleep: io.sleep,
      random: io.random,
      signal: io.signal,
      log: (line: string) => void remarks.push(line)
    } as const
    try {
      await connector.open({ id: system, entry, repository }, ports)
      facts.push({ system, file, state: 'reached', why: '', remarks })
    } catch (error) {
      if (!(error instanceof UnableError)) throw error
      facts.push({ system, file, state: 'failed', why: error.message, remarks })
    }
  }
  return facts
}
