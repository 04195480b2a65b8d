import { awsIamCore } from '../connectors/aws-iam/core.ts'
import { awsIam } from '../connectors/aws-iam/index.ts'
import type { Connector, ConnectorCore } from '../connectors/connector.ts'

/** Every connector, by the name that a system's file gives. A second one is a line here. */
export const CONNECTORS: ReadonlyMap<string, Connector> = new Map([[awsIamCore.name, awsIam]])

/** The pure halves. */
export const CORES: ReadonlyMap<string, ConnectorCore> = new Map(
  [...CONNECTORS].map(([name, { core }]) => [name, core])
)
