import { InternalError } from '../../book/errors.ts'
import { checkShape } from '../../book/shape.ts'
import type { Account, Settings, Target } from './schema.ts'

// The core passes values through as `unknown`. Here they get their types back, and only if they have the shape: whoever
// calls with a value that was never checked made a mistake.

/** A system's settings. */
export function shapedSettings(value: unknown): Settings {
  if (!isSettings(value)) throw new InternalError('The settings of a system were used unchecked.')
  return value
}

/** An entitlement's target. */
export function shapedTarget(value: unknown): Target {
  if (!isTarget(value)) throw new InternalError('The target of an entitlement was used unchecked.')
  return value
}

/** A subject's account. */
export function shapedAccount(value: unknown): Account {
  if (!isAccount(value)) throw new InternalError('The account of a subject was used unchecked.')
  return value
}

export function isSettings(value: unknown): value is Settings {
  return checkShape('aws-iam.settings', value).length === 0
}

export function isTarget(value: unknown): value is Target {
  return checkShape('aws-iam.target', value).length === 0
}

export function isAccount(value: unknown): value is Account {
  return checkShape('aws-iam.account', value).length === 0
}
