import { AwsError, invalid } from './error.ts'

/** A tag of an IAM entity. */
export interface Tag {
  readonly key: string
  readonly value: string
}

/** Rule for one text parameter; bounds count UTF-16 units. Source: the service model that AWS publishes with its SDKs. */
export interface TextRule {
  readonly min: number
  readonly max: number
  readonly pattern: RegExp
  readonly says: string
}

const NAME = /^[\w+=,.@-]+$/u
const NAME_SAYS = '[\\w+=,.@-]+'

export const RULES = {
  userName: { min: 1, max: 64, pattern: NAME, says: NAME_SAYS },
  anyUserName: { min: 1, max: 128, pattern: NAME, says: NAME_SAYS },
  roleName: { min: 1, max: 64, pattern: NAME, says: NAME_SAYS },
  groupName: { min: 1, max: 128, pattern: NAME, says: NAME_SAYS },
  policyName: { min: 1, max: 128, pattern: NAME, says: NAME_SAYS },
  path: {
    min: 1,
    max: 512,
    pattern: /^(?:\/|\/[!-~]+\/)$/u,
    says: '(\\u002F)|(\\u002F[\\u0021-\\u007E]+\\u002F)'
  },
  pathPrefix: { min: 1, max: 512, pattern: /^\/[!-~]*$/u, says: '\\u002F[\\u0021-\\u007F]*' },
  policyPath: {
    min: 1,
    max: 512,
    pattern: /^(?:\/[A-Za-z0-9.,+@=_-]+)*\/$/u,
    says: '((/[A-Za-z0-9\\.,\\+@=_-]+)*)/'
  },
  document: {
    min: 1,
    max: 131_072,
    pattern: /^[\t\n\r -\u00FF]+$/u,
    says: '[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+'
  },
  arn: {
    min: 20,
    max: 2048,
    pattern: /^[\t\n\r -~\u0085\u00A0-\uD7FF\uE000-\uFFFD]+$/u,
    says: '[\\u0009…]+'
  },
  versionId: { min: 1, max: 128, pattern: /^v[1-9][0-9]*$/u, says: 'v[1-9][0-9]*(\\.[A-Za-z0-9-]*)?' },
  accessKeyId: { min: 16, max: 128, pattern: /^\w+$/u, says: '[\\w]+' },
  description: {
    min: 0,
    max: 1000,
    pattern: /^[\t\n\r -~\u00A1-\u00FF]*$/u,
    says: '[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u00A1-\\u00FF]*'
  },
  sessionName: { min: 2, max: 64, pattern: /^[\w+=,.@-]*$/u, says: '[\\w+=,.@-]*' },
  externalId: { min: 2, max: 1224, pattern: /^[\w+=,.@:/-]*$/u, says: '[\\w+=,.@:\\/-]*' },
  tagKey: {
    min: 1,
    max: 128,
    pattern: /^[\p{L}\p{Z}\p{N}_.:/=+\-@]+$/u,
    says: '[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+'
  },
  tagValue: {
    min: 0,
    max: 256,
    pattern: /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u,
    says: '[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*'
  },
  any: { min: 1, max: 131_072, pattern: /^/u, says: '.*' }
} as const satisfies Record<string, TextRule>

/** Checks one value against a rule; throws `ValidationError` in AWS's words. */
export function checkText(value: string, field: string, rule: TextRule): string {
  if (value.length < rule.min)
    throw invalid(value, field, `Member must have length greater than or equal to ${rule.min}`)
  if (value.length > rule.max)
    throw invalid(value, field, `Member must have length less than or equal to ${rule.max}`)
  if (!rule.pattern.test(value)) {
    throw invalid(value, field, `Member must satisfy regular expression pattern: ${rule.says}`)
  }
  return value
}

/** The parameters of one Query request. Every reader throws `ValidationError` for what is missing or malformed. */
export class Params {
  readonly #values: ReadonlyMap<string, string>

  constructor(values: ReadonlyMap<string, string>) {
    this.#values = values
  }

  /** Reads a form-encoded body. */
  static parse(body: string): Params {
    return new Params(new Map(new URLSearchParams(body)))
  }

  text(field: string, rule: TextRule): string {
    const value = this.#values.get(field)
    if (value === undefined) throw invalid('null', field, 'Member must not be null')
    return checkText(value, field, rule)
  }

  optional(field: string, rule: TextRule): string | null {
    const value = this.#values.get(field)
    return value === undefined ? null : checkText(value, field, rule)
  }

  choice<const T extends string>(field: string, values: readonly T[]): T | null {
    const value = this.#values.get(field)
    if (value === undefined) return null
    const found = values.find((one) => one === value)
    if (found === undefined)
      throw invalid(value, field, `Member must satisfy enum value set: [${values.join(', ')}]`)
    return found
  }

  integer(field: string, min: number, max: number): number | null {
    const value = this.#values.get(field)
    if (value === undefined) return null
    const number = /^-?\d{1,9}$/u.test(value) ? Number(value) : Number.NaN
    if (Number.isNaN(number)) throw new AwsError('MalformedInput', `${field} must be an integer`)
    if (number < min) throw invalid(value, field, `Member must have value greater than or equal to ${min}`)
    if (number > max) throw invalid(value, field, `Member must have value less than or equal to ${max}`)
    return number
  }

  flag(field: string): boolean | null {
    const value = this.#values.get(field)
    if (value === undefined) return null
    if (value !== 'true' && value !== 'false')
      throw new AwsError('MalformedInput', `${field} must be true or false`)
    return value === 'true'
  }

  /** `Field.member.1`, `Field.member.2`, … */
  list(field: string, rule: TextRule = RULES.any): readonly string[] {
    const found: string[] = []
    for (let n = 1; ; n++) {
      const value = this.#values.get(`${field}.member.${n}`)
      if (value === undefined) return found
      found.push(checkText(value, field, rule))
    }
  }

  /** A list of structures: the parameters of each under its own names. */
  structures(field: string): readonly Params[] {
    const found: Params[] = []
    for (let n = 1; ; n++) {
      const prefix = `${field}.member.${n}.`
      const inner = new Map<string, string>()
      for (const [name, value] of this.#values) {
        if (name.startsWith(prefix)) inner.set(name.slice(prefix.length), value)
      }
      if (inner.size === 0) return found
      found.push(new Params(inner))
    }
  }

  /** At most 50 tags, keys unique without regard to case. */
  tags(field = 'Tags'): readonly Tag[] {
    const tags = this.structures(field).map((one) => ({
      key: one.text('Key', RULES.tagKey),
      value: one.text('Value', RULES.tagValue)
    }))
    const keys = new Set(tags.map((tag) => tag.key.toLowerCase()))
    if (keys.size < tags.length) {
      throw new AwsError(
        'InvalidInput',
        'Duplicate tag keys found. Please note that Tag keys are case insensitive.'
      )
    }
    if (tags.length > 50)
      throw invalid(String(tags.length), field, 'Member must have length less than or equal to 50')
    return tags
  }

  /** Parameters as they came, for the record of what was asked. */
  entries(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.#values)
  }
}
