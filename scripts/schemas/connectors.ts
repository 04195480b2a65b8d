import type { z } from 'zod'
import * as awsIam from '../../src/connectors/aws-iam/schema.ts'

/** The three values whose shape is a connector's own. */
export const VALUES = ['settings', 'target', 'account'] as const
export type Value = (typeof VALUES)[number]

/** The zod types of each connector's values: a new connector adds a line. */
export const CONNECTOR_TYPES: Readonly<Record<string, Readonly<Record<Value, z.ZodType>>>> = {
  'aws-iam': { settings: awsIam.settings, target: awsIam.target, account: awsIam.account }
}
