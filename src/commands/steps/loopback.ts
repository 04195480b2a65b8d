import { UsageError } from '../../book/errors.ts'
import type { Connector, SystemContext } from '../../connectors/connector.ts'
import { isLoopback } from '../../io/loopback.ts'
import type { Desired } from '../../plan/desired.ts'
import { CONNECTORS } from '../connectors.ts'

/**
 * Throws UsageError unless every system that would be written to is on this machine: with another clock (`--now`) nothing
 * real may be touched.
 */
export function requireLoopback(
  systems: readonly string[],
  desired: Desired,
  environment: Readonly<Record<string, string | undefined>>
): void {
  for (const id of systems) {
    const at = desired.systems.get(id)
    const connector = at && CONNECTORS.get(at.core.name)
    if (at && connector) requireLocal(id, connector, at.context, environment)
  }
}

/** The same of one system. */
export function requireLocal(
  id: string,
  connector: Connector,
  context: SystemContext,
  environment: Readonly<Record<string, string | undefined>>
): void {
  for (const endpoint of connector.endpoints(context, environment)) {
    if (endpoint !== null && isLoopback(endpoint)) continue
    const where = endpoint === null ? 'the real cloud' : 'another machine'
    throw new UsageError(
      `--now is for a local stand alone, but this would write to ${where} for system "${id}". Leave --now out, or point ` +
        'its endpoints to this machine (AWS_ENDPOINT_URL_IAM and AWS_ENDPOINT_URL_STS; see grantbook sandbox).'
    )
  }
}
