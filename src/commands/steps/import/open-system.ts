import { UnableError, UsageError } from '../../../book/errors.ts'
import type { ConnectorCore, Live, Session, SystemContext } from '../../../connectors/connector.ts'
import { isLoopback } from '../../../io/loopback.ts'
import type { Common, Io } from '../../command.ts'
import { CONNECTORS } from '../../connectors.ts'
import type { Stand } from '../propose/stand.ts'
import { hint } from '../propose/names.ts'
import { portsOf } from '../systems.ts'

/** A system that is to be imported: opened to read, and read. */
export interface Importing {
  readonly context: SystemContext
  readonly core: ConnectorCore
  readonly session: Session
  readonly live: Live
}

/**
 * Opens a system as its file on the default branch says, to read and nothing else, and reads it. Throws UsageError where
 * there is no such system, UnableError where it can't be reached or its kind can't be imported.
 */
export async function openSystem(stand: Stand, id: string, common: Common, io: Io): Promise<Importing> {
  const { systems, settings } = stand.book
  const entry = systems.get(id)
  if (!entry) throw new UsageError(`There is no system "${id}".${hint(id, systems.keys())}`)
  if (!settings)
    throw new UnableError('The settings (grants/grantbook.yaml) can’t be read: have them mended first.')
  const connector = CONNECTORS.get(entry.data.connector)
  const [problem] = connector?.core.checkSettings(entry.data.settings) ?? []
  if (!connector || problem)
    throw new UnableError(
      `${entry.path}: ${problem?.message ?? 'its connector is unknown'} Have it mended first.`
    )
  const context = { id, entry, repository: settings.data.repository }
  for (const endpoint of connector.endpoints(context, io.environment))
    if (common.nowGiven && (endpoint === null || !isLoopback(endpoint)))
      throw new UsageError(
        '--now is for a cloud on this machine: AWS_ENDPOINT_URL_IAM and AWS_ENDPOINT_URL_STS are not.'
      )
  const session = await connector.open(context, portsOf('read', common, io))
  return { context, core: connector.core, session, live: await session.read() }
}
