import { compare } from '../../../book/compare.ts'
import { createHash } from 'node:crypto'
import { stringify } from 'safe-stable-stringify'
import { isRecord } from '../policy.ts'

/** `sha256:` and 64 hex digits of a value, whatever the order of its keys. */
export function digestOf(value: unknown): string {
  return `sha256:${createHash('sha256')
    .update(stringify(value) ?? 'null')
    .digest('hex')}`
}

/**
 * A policy document in one form, so that equal ones give equal digests however they are written: without white space, one
 * value as a list of one, lists and statements sorted, truth values and numbers as text (IAM reads `true` as `"true"`). What
 * isn't a policy stays the text it is.
 */
export function canonicalDocument(text: string): unknown {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return text
  }
  if (!isRecord(value)) return text
  const { Statement, ...rest } = value
  return { ...rest, Statement: sorted([Statement ?? []].flat().map(canonicalStatement)) }
}

function canonicalStatement(value: unknown): unknown {
  if (!isRecord(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, canonicalPart(key, part)]))
}

function canonicalPart(key: string, part: unknown): unknown {
  if (key === 'Sid' || key === 'Effect') return part
  return isRecord(part)
    ? Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, canonicalPart(name, inner)]))
    : texts(part)
}

function texts(value: unknown): readonly string[] {
  return [...new Set([value].flat().map(String))].toSorted()
}

function sorted(values: readonly unknown[]): readonly unknown[] {
  return values
    .map((value) => [stringify(value) ?? '', value] as const)
    .toSorted(([a], [b]) => compare(a, b))
    .map(([, value]) => value)
}
