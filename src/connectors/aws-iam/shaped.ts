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
  return isShaped('aws-iam.settings', value)
}

export function isTarget(value: unknown): value is Target {
  return isShaped('aws-iam.target', value)
}

export function isAccount(value: unknown): value is Account {
  return isShaped('aws-iam.account', value)
}

type Kind = 'aws-iam.settings' | 'aws-iam.target' | 'aws-iam.account'

/** Values that were found to have their shape: what a book holds is asked for again with every grant, and never changes. */
const known: Readonly<Record<Kind, WeakSet<object>>> = {
  'aws-iam.settings': new WeakSet(),
  'aws-iam.target': new WeakSet(),
  'aws-iam.account': new WeakSet()
}

function isShaped(kind: Kind, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return checkShape(kind, value).length === 0
  if (known[kind].has(value)) return true
  if (checkShape(kind, value).length > 0) return false
  known[kind].add(value)
  return true
}
