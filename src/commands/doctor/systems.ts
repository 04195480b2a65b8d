import type { Book } from '../../book/book.ts'
import { UnableError } from '../../book/errors.ts'
import type { Instant } from '../../book/instant.ts'
import type { ConnectorCore, Session, SystemContext } from '../../connectors/connector.ts'
import type { CredentialFacts, SystemFacts } from '../../doctor/facts.ts'
import type { Io } from '../command.ts'
import { CONNECTORS } from '../connectors.ts'
import { inventoryIn } from '../steps/nightly/inventory-in.ts'

/** Variables by which the AWS SDK finds credentials without asking a machine's own service. */
const CREDENTIALS = [
  'AWS_ACCESS_KEY_ID',
  'AWS_PROFILE',
  'AWS_ROLE_ARN',
  'AWS_WEB_IDENTITY_TOKEN_FILE',
  'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
  'AWS_CONTAINER_CREDENTIALS_FULL_URI'
] as const

/**
 * Opens every system for reading: whether its role can be assumed, whether the account is the right one, and which keys and
 * passwords last in it.
 */
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
      const context = { id: system, entry, repository }
      const session = await connector.open(context, ports)
      const credentials = await credentialFacts(session, { core: connector.core, context }, book, io.clock())
      facts.push({ system, file, state: 'reached', why: '', remarks, credentials })
    } catch (error) {
      if (!(error instanceof UnableError)) throw error
      facts.push({ system, file, state: 'failed', why: error.message, remarks })
    }
  }
  return facts
}

/** What a live read tells of credentials. Who made them isn't asked. */
async function credentialFacts(
  session: Session,
  { core, context }: { readonly core: ConnectorCore; readonly context: SystemContext },
  book: Book,
  now: Instant
): Promise<CredentialFacts | null> {
  const settings = book.settings?.data
  if (!settings) return null
  try {
    const nothing = { accounts: new Map(), targets: [], owned: new Map(), onFile: () => true }
    const { found, unread } = await session.outside(await session.read(), nothing)
    const { credentials } = inventoryIn(context.id, { core, context }, { book, settings, now }, found)
    const faulty = credentials.flatMap(({ name, fault }) => (fault === null ? [] : [`${name}: ${fault}`]))
    const gaps = unread.filter(({ ids }) => ids.some((id) => id === 'login' || id.startsWith('key:')))
    return { count: credentials.length, faulty, unread: gaps.map(({ why }) => why) }
  } catch (error) {
    if (!(error instanceof UnableError)) throw error
    return { count: 0, faulty: [], unread: [error.message] }
  }
}
