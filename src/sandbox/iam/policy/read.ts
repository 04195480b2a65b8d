import { malformed } from '../error.ts'
import type { ConditionTest, Patterns, PolicyDocument, PrincipalEntry, Statement } from './document.ts'
import { checkAction, checkConditionTest, checkResource, checkTrustAction } from './rules.ts'

/** Where a policy is going to stand: on an identity, or as a role's trust. */
export type PolicyUse = 'identity' | 'trust'

type Fields = Readonly<Record<string, unknown>>

const SYNTAX = 'Syntax errors in policy.'
const DOCUMENT_FIELDS = new Set(['Version', 'Id', 'Statement'])
const STATEMENT_FIELDS = new Set([
  'Sid',
  'Effect',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Principal',
  'NotPrincipal',
  'Condition'
])

/**
 * Reads a policy as IAM does when it is written: throws `MalformedPolicyDocument` for bad JSON, an empty `Statement`,
 * doubled or malformed Sids, unknown fields, operators, partitions, and principals or resources where none belong.
 */
export function readPolicy(text: string, use: PolicyUse): PolicyDocument {
  const fields = object(parseJson(text))
  onlyFields(fields, DOCUMENT_FIELDS)
  const version = readVersion(fields['Version'], use)
  const written = fields['Statement']
  const list = Array.isArray(written) ? (written as readonly unknown[]) : [written]
  if (list.length === 0 || written === undefined) throw malformed(SYNTAX)
  const statements = list.map((one) => readStatement(object(one), use))
  const sids = statements.flatMap((one) => (one.sid === null ? [] : [one.sid]))
  if (new Set(sids).size < sids.length)
    throw malformed('Statement IDs (SID) in a single policy must be unique.')
  return { version, statements }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw malformed('This policy contains invalid Json')
  }
}

function readVersion(version: unknown, use: PolicyUse): PolicyDocument['version'] {
  if (version === '2012-10-17') return version
  if (use === 'trust' && (version === '2008-10-17' || version === undefined)) return '2008-10-17'
  throw malformed('Policy document must be version 2012-10-17 or greater.')
}

function readStatement(fields: Fields, use: PolicyUse): Statement {
  onlyFields(fields, STATEMENT_FIELDS)
  const effect = fields['Effect']
  if (effect !== 'Allow' && effect !== 'Deny') throw malformed(SYNTAX)
  const actions = readPatterns(fields, 'Action', 'NotAction')
  if (actions === null) throw malformed('Policy statement must contain actions.')
  for (const action of actions.patterns) (use === 'trust' ? checkTrustAction : checkAction)(action)
  return {
    sid: readSid(fields['Sid']),
    effect,
    actions,
    resources: readResources(fields, use),
    principals: readPrincipals(fields, use, effect),
    conditions: readConditions(fields['Condition'])
  }
}

function readSid(sid: unknown): string | null {
  if (sid === undefined || sid === '') return null
  if (typeof sid !== 'string') throw malformed(SYNTAX)
  if (!/^[0-9A-Za-z]*$/u.test(sid)) {
    throw malformed(
      'Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*'
    )
  }
  return sid
}

function readResources(fields: Fields, use: PolicyUse): Patterns | null {
  const resources = readPatterns(fields, 'Resource', 'NotResource')
  if (use === 'trust') {
    if (resources !== null) throw malformed('Has prohibited field Resource.')
    return null
  }
  if (resources === null) throw malformed('Policy statement must contain resources.')
  for (const resource of resources.patterns) checkResource(resource)
  return resources
}

function readPatterns(fields: Fields, plain: string, negated: string): Patterns | null {
  const [yes, no] = [fields[plain], fields[negated]]
  if (yes !== undefined && no !== undefined) throw malformed(SYNTAX)
  const written = yes ?? no
  if (written === undefined) return null
  const patterns = strings(written)
  if (patterns.length === 0) return null
  return { not: yes === undefined, patterns }
}

function readPrincipals(fields: Fields, use: PolicyUse, effect: string): Statement['principals'] {
  const [yes, no] = [fields['Principal'], fields['NotPrincipal']]
  if (use === 'identity') {
    if (yes !== undefined || no !== undefined)
      throw malformed('Policy document should not specify a principal.')
    return null
  }
  if (no !== undefined && (yes !== undefined || effect === 'Allow')) {
    throw malformed('Allow with NotPrincipal is not allowed.')
  }
  const written = yes ?? no
  if (written === undefined) throw malformed('Missing required field Principal')
  if (written === '*') return { not: yes === undefined, entries: [{ kind: 'AWS', value: '*' }] }
  const entries = Object.entries(object(written)).flatMap(([kind, values]) =>
    strings(values).map((value) => ({ kind: principalKind(kind), value }))
  )
  if (entries.length === 0) throw malformed('Missing required field Principal cannot be empty!')
  return { not: yes === undefined, entries }
}

function principalKind(kind: string): PrincipalEntry['kind'] {
  if (kind === 'AWS' || kind === 'Service' || kind === 'Federated' || kind === 'CanonicalUser') return kind
  throw malformed(SYNTAX)
}

function readConditions(written: unknown): readonly ConditionTest[] {
  if (written === undefined) return []
  return Object.entries(object(written)).flatMap(([operator, tests]) =>
    Object.entries(object(tests)).map(([key, values]) => {
      const test = { operator, key, values: scalars(values) }
      checkConditionTest(test)
      return test
    })
  )
}

function object(value: unknown): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw malformed(SYNTAX)
  return Object.fromEntries(Object.entries(value))
}

function onlyFields(fields: Fields, known: ReadonlySet<string>): void {
  for (const name of Object.keys(fields)) if (!known.has(name)) throw malformed(SYNTAX)
}

function strings(value: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value]
  return list.map((one) => {
    if (typeof one !== 'string') throw malformed(SYNTAX)
    return one
  })
}

/** Condition values may also be written as numbers and booleans. */
function scalars(value: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value]
  return list.map((one) => {
    if (typeof one !== 'string' && typeof one !== 'number' && typeof one !== 'boolean')
      throw malformed(SYNTAX)
    return String(one)
  })
}
