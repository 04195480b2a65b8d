import { UsageError } from '../../book/errors.ts'
import type { Desired } from '../../plan/desired.ts'
import { CONNECTORS } from '../connectors.ts'

/**
 * Throws UsageError unless everything that would be written to is on this machine. Nothing proves yet who approved what
 * stands in a tree, so nothing real may follow it.
 */
export function requireLoopback(
  systems: readonly string[],
  desired: Desired,
  environment: Readonly<Record<string, string | undefined>>
): void {
  for (const id of systems) {
    const at = desired.systems.get(id)
    const connector = at && CONNECTORS.get(at.core.name)
    if (!at || !connector) continue
    for (const endpoint of connector.endpoints(at.context, environment)) {
      if (endpoint !== null && isLoopback(endpoint)) continue
      const where = endpoint === null ? 'the real cloud' : 'another machine'
      throw new UsageError(
        `apply would write to ${where} for system "${id}". As long as approvals can’t be proved it writes to this machine alone: ` +
          'point its endpoints to a local one (AWS_ENDPOINT_URL_IAM and AWS_ENDPOINT_URL_STS; see grantbook sandbox).'
      )
    }
  }
}

/** Whether a URL leads to this very machine: 127.0.0.0/8, ::1 or localhost, over http or https and without credentials. */
export function isLoopback(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname, username, password } = new URL(url)
  if (!['http:', 'https:'].includes(protocol) || username !== '' || password !== '') return false
  return (
    hostname === 'localhost' || hostname === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/u.test(hostname)
  )
}
