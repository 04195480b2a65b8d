import type { ErrorObject } from 'ajv'
import type { Misfit } from './misfit.ts'
import { nearest } from './nearest.ts'
import type { Pointer } from './place.ts'
import { quote } from './quote.ts'
import type { ReadingCodeName } from './reading-codes.ts'
import { formOf } from './shape-forms.ts'

/** What a schema says for people, as far as messages use it. */
interface Annotated {
  readonly title?: string | undefined
  readonly pattern?: string | undefined
  readonly examples?: readonly unknown[] | undefined
  readonly properties?: Readonly<Record<string, Annotated>> | undefined
  readonly required?: readonly string[] | undefined
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  object: 'a mapping of fields to values',
  array: 'a list',
  null: 'null'
}

/** What is wrong, in our words: names the thing, the rule and the repair. */
export function describe(error: ErrorObject, pointer: Pointer, root: unknown): Misfit {
  const name = nameOf(pointer)
  const schema = annotated(error)
  const limit = Number(error.params['limit'])
  switch (error.keyword) {
    case 'additionalProperties':
      return unknownField(error, pointer, schema)
    case 'required':
      return missingField(error, pointer, schema)
    case 'type':
      return wrongType(error, pointer, schema)
    case 'pattern': {
      const text = error.propertyName ?? String(error.data)
      const form = formOf(schema.pattern ?? '', text)
      const said = error.propertyName === undefined ? `${name}: ${quote(text)}` : quote(text)
      const path = error.propertyName === undefined ? pointer : [...pointer, text]
      return misfit(
        'field-value',
        path,
        `${said} is not ${form.what}.`,
        form.fix ?? like(schema),
        error.propertyName !== undefined
      )
    }
    case 'enum':
    case 'const':
      return notAllowed(error, pointer)
    case 'minLength':
      return tooShort(name, error, pointer, limit, schema)
    case 'maxLength':
      return misfit(
        'field-length',
        pointer,
        `${name} is longer than ${limit} characters.`,
        `Shorten it to at most ${limit} characters.`
      )
    case 'minItems':
      return misfit(
        'field-length',
        pointer,
        `${name} has fewer than ${count(limit, 'entry', 'entries')}.`,
        `Add entries, or remove the field if it may be left out.`
      )
    case 'maxItems':
      return misfit(
        'field-length',
        pointer,
        `${name} has more than ${count(limit, 'entry', 'entries')}.`,
        `Keep at most ${limit}.`
      )
    case 'minimum':
      return misfit(
        'field-length',
        pointer,
        `${name} is ${String(error.data)}; the least allowed is ${limit}.`,
        `Write ${limit} or more.`
      )
    case 'maximum':
      return misfit(
        'field-length',
        pointer,
        `${name} is ${String(error.data)}; the most allowed is ${limit}.`,
        `Write ${limit} or less.`
      )
    case 'anyOf':
      return noBranch(error, pointer, root)
    default:
      return misfit(
        'field-value',
        pointer,
        `${name} ${error.message ?? 'is not allowed'}.`,
        'Correct the value.'
      )
  }
}

/** What the schema of the value says for people. It is ours, so its annotations have the types they should. */
function annotated(error: ErrorObject): Annotated {
  const { title, pattern, examples, properties } = error.parentSchema ?? {}
  return { title, pattern, examples, properties }
}

function misfit(
  code: ReadingCodeName,
  pointer: Pointer,
  message: string,
  fix: string,
  atKey = false
): Misfit {
  return { code, pointer, atKey, message, fix }
}

/** A field as people call it: `"risk.low.maxDuration"`. */
function nameOf(pointer: Pointer): string {
  if (pointer.length === 0) return 'The file'
  return quote(
    pointer
      .map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`))
      .join('')
  )
}

function unknownField(error: ErrorObject, pointer: Pointer, schema: Annotated): Misfit {
  const key = String(error.params['additionalProperty'])
  const fields = Object.keys(schema.properties ?? {})
  const present = typeof error.data === 'object' && error.data !== null ? error.data : {}
  const meant = nearest(key, fields)
  const where = pointer.length === 0 ? `a ${(schema.title ?? 'file').toLowerCase()}` : nameOf(pointer)
  const message = `${quote(key)} is not a field of ${where.replace(/^a (?=[aeiou])/u, 'an ')}.`
  const taken = meant !== null && Object.hasOwn(present, meant)
  const fix =
    meant === null
      ? `Remove it. The fields are: ${fields.join(', ')}.`
      : taken
        ? `Remove it: ${quote(meant)} stands in the file already.`
        : `Did you mean ${quote(meant)}? Rename it, or remove it.`
  const told = misfit('field-unknown', [...pointer, key], message, fix, true)
  return meant === null || taken ? told : { ...told, meant }
}

function missingField(error: ErrorObject, pointer: Pointer, schema: Annotated): Misfit {
  const key = String(error.params['missingProperty'])
  const example = exampleOf(schema.properties?.[key])
  const where = pointer.length === 0 ? '' : ` in ${nameOf(pointer)}`
  const fix = example === null ? `Add ${quote(key)}.` : `Add it, for example: ${key}: ${example}`
  return { ...misfit('field-missing', pointer, `${quote(key)} is missing${where}.`, fix), meant: key }
}

function wrongType(error: ErrorObject, pointer: Pointer, schema: Annotated): Misfit {
  const params: { readonly type?: string | readonly string[] } = error.params
  const wanted = (typeof params.type === 'string' ? [params.type] : (params.type ?? []))
    .map((type) => TYPES[type] ?? type)
    .join(' or ')
  const name = nameOf(pointer)
  const { data } = error
  if (data === null)
    return misfit('field-type', pointer, `${name} has no value; it must be ${wanted}.`, like(schema))
  const is = TYPES[Array.isArray(data) ? 'array' : typeof data] ?? typeof data
  const fix = wanted === 'text' && typeof data !== 'object' ? quoteIt(data, schema) : like(schema)
  return misfit('field-type', pointer, `${name} is ${is}; it must be ${wanted}.`, fix)
}

/** A number or a truth value where text belongs: quotes help, if the text in them fits. */
function quoteIt(data: unknown, schema: Annotated): string {
  const text = String(data)
  const fits = schema.pattern === undefined || new RegExp(schema.pattern, 'u').test(text)
  return fits ? `Put it in quotes: "${text}".` : like(schema)
}

function notAllowed(error: ErrorObject, pointer: Pointer): Misfit {
  const {
    allowedValues,
    allowedValue
  }: {
    readonly allowedValues?: readonly unknown[]
    readonly allowedValue?: unknown
  } = error.params
  const values = (allowedValues ?? [allowedValue]).map(String)
  const { data } = error
  const name = nameOf(pointer)
  if (typeof data !== 'string') {
    const is =
      data === null
        ? 'has no value'
        : `is ${TYPES[Array.isArray(data) ? 'array' : typeof data] ?? 'something else'}`
    return misfit(
      'field-type',
      pointer,
      `${name} ${is}; it must be one of: ${values.join(', ')}.`,
      `Write one of: ${values.join(', ')}.`
    )
  }
  const meant = nearest(data, values)
  const fix = meant === null ? `Write one of: ${values.join(', ')}.` : `Did you mean ${quote(meant)}?`
  return misfit('field-value', pointer, `${name}: ${quote(data)} is not one of: ${values.join(', ')}.`, fix)
}

function tooShort(
  name: string,
  error: ErrorObject,
  pointer: Pointer,
  limit: number,
  schema: Annotated
): Misfit {
  if (error.data === '') return misfit('field-length', pointer, `${name} is empty.`, like(schema))
  return misfit(
    'field-length',
    pointer,
    `${name} is shorter than ${count(limit, 'character', 'characters')}.`,
    like(schema)
  )
}

/** A union of which no form can be told to be meant. */
function noBranch(error: ErrorObject, pointer: Pointer, root: unknown): Misfit {
  const branches: readonly Annotated[] = Array.isArray(error.schema) ? error.schema : []
  // What a form demands and no other form knows. Where it demands nothing, everything that is only its own.
  const own = branches.map((branch) => {
    const others = branches.filter((other) => other !== branch)
    const keys = Object.keys(branch.properties ?? {}).filter(
      (key) => !others.some((other) => Object.hasOwn(other.properties ?? {}, key))
    )
    const demanded = keys.filter((key) => branch.required?.includes(key))
    return demanded.length > 0 ? demanded : keys
  })
  const name = root === error.data ? 'The file' : nameOf(pointer)
  if (own.every((keys) => keys.length > 0)) {
    const forms = own.map((keys) => keys.map(quote).join(' with ')).join(', or ')
    return misfit(
      'field-choice',
      pointer,
      `${name} must have exactly one form: ${forms}.`,
      'Keep the fields of one form.'
    )
  }
  return misfit('field-type', pointer, `${name} has none of the allowed forms.`, like(annotated(error)))
}

/** The repair by example. */
function like(schema: Annotated): string {
  const example = exampleOf(schema)
  return example === null ? 'Correct the value.' : `Write it like this: ${example}`
}

function exampleOf(schema: Annotated | undefined): string | null {
  const example = schema?.examples?.[0]
  if (example === undefined) return null
  if (typeof example !== 'string') return JSON.stringify(example)
  return /^[A-Za-z0-9][A-Za-z0-9 ./_-]*$/u.test(example) && !/^[\d.]+$/u.test(example)
    ? example
    : JSON.stringify(example)
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`
}
