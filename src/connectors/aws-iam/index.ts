import type { Connector } from '../connector.ts'
import { awsIamCore } from './core.ts'

/** AWS IAM: grants as dated policy statements on users and roles. The SDK is loaded only when an account is opened. */
export const awsIam: Connector = {
  core: awsIamCore,
  endpoints: (_system, environment) =>
    ['IAM', 'STS'].map(
      (service) => environment[`AWS_ENDPOINT_URL_${service}`] ?? environment['AWS_ENDPOINT_URL'] ?? null
    ),
  async open(system, ports) {
    const { openSession } = await import('./io/session.ts')
    return openSession(system, ports)
  }
}
