import type { ErrorObject } from 'ajv'
import { VALIDATORS, type SchemaName } from '../generated/validators.js'
import type { Misfit } from './misfit.ts'
import type { Pointer } from './place.ts'
import { describe } from './shape-messages.ts'
import { settleUnions } from './shape-unions.ts'
import { MOST_PROBLEMS } from './yaml/problem.ts'

/**
 * Whether a plain value has the shape of a named schema; ajv alone decides. Empty if it has. Otherwise one misfit for
 * each mistake: of a union only the branch that is meant is told of.
 */
export function checkShape(name: SchemaName, value: unknown): readonly Misfit[] {
  const validate = VALIDATORS[name]
  if (validate(value)) return []
  const errors = withoutTypesOfChoices(settleUnions(validate.errors ?? []))
  validate.errors = null
  const misfits = errors
    .slice(0, MOST_PROBLEMS)
    .map((error) => describe(error, pointerOf(error.instancePath, value), value))
  return withoutMisspelt(misfits)
}

/** A value of the wrong type is none of the allowed ones either: saying which are allowed is enough. */
function withoutTypesOfChoices(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const choices = new Set(
    errors.filter((error) => error.keyword === 'enum').map((error) => error.instancePath)
  )
  return errors.filter((error) => error.keyword !== 'type' || !choices.has(error.instancePath))
}

/** A misspelt key is one mistake: that its right name is missing goes without saying. */
function withoutMisspelt(misfits: readonly Misfit[]): readonly Misfit[] {
  const told = misfits.filter((m) => m.code === 'field-unknown' && m.meant !== undefined)
  return misfits.filter((m) => m.code !== 'field-missing' || !told.some((unknown) => isMeant(m, unknown)))
}

function isMeant(missing: Misfit, unknown: Misfit): boolean {
  return missing.meant === unknown.meant && samePath(missing.pointer, unknown.pointer.slice(0, -1))
}

function samePath(a: Pointer, b: Pointer): boolean {
  return a.length === b.length && a.every((step, index) => step === b[index])
}

function child(node: object, step: string | number): unknown {
  return Object.getOwnPropertyDescriptor(node, step)?.value
}

/** The way to a node from ajv's JSON Pointer; indexes of arrays become numbers. */
export function pointerOf(path: string, root: unknown): Pointer {
  const pointer: (string | number)[] = []
  let node: unknown = root
  for (const raw of path.split('/').slice(1)) {
    const key = raw.replaceAll('~1', '/').replaceAll('~0', '~')
    const step = Array.isArray(node) ? Number(key) : key
    pointer.push(step)
    node = typeof node === 'object' && node !== null ? child(node, step) : undefined
  }
  return pointer
}
