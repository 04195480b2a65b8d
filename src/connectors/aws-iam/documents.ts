import type { Documents, KnownPolicies, KnownPrincipal, PolicyStatement } from '../connector.ts'
import type { AccountDetail, GroupDetail, PrincipalDetail } from './account.ts'
import { asciiLower } from './conditions.ts'
import { matches } from './glob.ts'
import { readShard, resourceOf } from './names.ts'
import { isRecord, readPolicy, type Statement } from './policy.ts'

/** The document of a managed policy by its ARN; null if it could not be read. */
export type ManagedDocuments = ReadonlyMap<string, string | null>

/** ARNs of managed policies whose documents account details don't hold: AWS's own. */
export function missingDocuments({ principals, groups, policies }: AccountDetail): ReadonlySet<string> {
  const named = [
    ...[...principals.values()].flatMap(({ attached, boundary }) => [
      ...attached,
      ...(boundary === null ? [] : [boundary])
    ]),
    ...[...groups.values()].flatMap(({ attached }) => attached)
  ]
  return new Set(named.filter((arn) => !policies.has(arn)))
}

/**
 * What everybody's policies say that aren't ours. Ours are known by name and path, and what they allow is said by the
 * grants. `managed` has the documents that account details lack.
 */
export function documentsOf(account: AccountDetail, instance: string, managed: ManagedDocuments): Documents {
  const documents = new Known(account, instance, managed)
  return {
    principal: (arn) => {
      const detail = account.principals.get(resourceOf(arn))
      return detail?.arn === arn ? documents.principal(detail) : null
    },
    group: (name) => {
      const group = account.groups.get(name)
      return group ? documents.group(group) : null
    },
    roles: [...account.principals.values()].flatMap(({ arn, trust }) => (trust === null ? [] : [arn]))
  }
}

class Known {
  readonly #account: AccountDetail
  readonly #instance: string
  readonly #managed: ManagedDocuments
  readonly #principals = new Map<string, KnownPrincipal>()

  constructor(account: AccountDetail, instance: string, managed: ManagedDocuments) {
    this.#account = account
    this.#instance = instance
    this.#managed = managed
  }

  principal(detail: PrincipalDetail): KnownPrincipal {
    let known = this.#principals.get(detail.arn)
    if (!known) this.#principals.set(detail.arn, (known = this.#read(detail)))
    return known
  }

  group({ name, inline, attached }: GroupDetail): KnownPolicies {
    const policies = [
      ...inline.map((policy) => [`inline policy ${policy.name} of group ${name}`, policy.document] as const),
      ...attached.map((arn) => [`${arn} on group ${name}`, this.#document(arn)] as const)
    ]
    return together(policies)
  }

  #read({ principal, inline, attached, groups, boundary, trust, arn }: PrincipalDetail): KnownPrincipal {
    const own = [
      ...inline
        .filter(({ name }) => name !== this.#instance)
        .map(({ name, document }) => [`inline policy ${name} of ${principal}`, document] as const),
      ...attached
        .filter((policy) => !this.#isOurs(policy))
        .map((policy) => [`${policy} on ${principal}`, this.#document(policy)] as const)
    ]
    const known = [together(own), ...groups.map((name) => this.#group(name))]
    return {
      sources: known.flatMap(({ sources }) => sources),
      unread: known.flatMap(({ unread }) => unread),
      boundary: boundary === null ? null : (statementsOf(this.#document(boundary)) ?? 'unread'),
      trusts: trustOf(trust, arn)
    }
  }

  #group(name: string): KnownPolicies {
    const group = this.#account.groups.get(name)
    return group ? this.group(group) : { sources: [], unread: [`policies of group ${name}`] }
  }

  #isOurs(arn: string): boolean {
    const policy = this.#account.policies.get(arn)
    return policy !== undefined && readShard(this.#instance, policy.path, policy.name) !== null
  }

  #document(arn: string): string | null {
    const policy = this.#account.policies.get(arn)
    if (!policy) return this.#managed.get(arn) ?? null
    return policy.versions.find(({ id }) => id === policy.defaultVersion)?.document ?? null
  }
}

function together(policies: readonly (readonly [string, string | null])[]): KnownPolicies {
  const sources: { readonly what: string; readonly statements: readonly PolicyStatement[] }[] = []
  const unread: string[] = []
  for (const [what, document] of policies) {
    const statements = statementsOf(document)
    if (statements) sources.push({ what, statements })
    else unread.push(what)
  }
  return { sources, unread }
}

/** Null: it isn't a policy (one that leaves out what it is about could mean anything), or wasn't read. */
function statementsOf(document: string | null): readonly PolicyStatement[] | null {
  const statements = document === null ? null : readPolicy(document)
  const whole = statements?.every(
    ({ actions, notActions, resources, notResources }) =>
      (actions !== null || notActions.length > 0) && (resources !== null || notResources.length > 0)
  )
  return whole === true ? statements : null
}

/**
 * Whether a role's trust lets a principal of its own account in: surely (an Allow without conditions that names it, or the
 * account's root, or a condition on `aws:PrincipalArn` alone), surely not, or it can't be told.
 */
function trustOf(trust: string | null, role: string): (principal: string) => boolean | null {
  const statements = trust === null ? [] : readPolicy(trust)
  if (!statements) return () => null
  const account = role.split(':')[4] ?? ''
  return (principal) => {
    const answers = statements.map((statement) => admits(statement, principal, account))
    const denied = statements.some(({ effect }, index) => effect === 'Deny' && answers[index] !== false)
    if (denied) return null
    if (answers.includes(true)) return true
    return answers.includes(null) ? null : false
  }
}

function admits(statement: Statement, principal: string, account: string): boolean | null {
  if (statement.hasNotPrincipal || statement.actions === null) return null
  if (!statement.actions.some((action) => matches(asciiLower(action), 'sts:assumerole'))) return false
  const named = isRecord(statement.principal)
    ? [statement.principal['AWS'] ?? []].flat()
    : [statement.principal]
  const isNamed = named.some(
    (one) =>
      one === '*' ||
      one === principal ||
      one === account ||
      (typeof one === 'string' && one.endsWith(`::${account}:root`) && principal.split(':')[4] === account)
  )
  if (!isNamed) return false
  const conditions = Object.entries(statement.conditions)
  if (conditions.length === 0) return true
  const [[operator, keys] = ['', {}], second] = conditions
  const [[key, patterns] = ['', []], other] = Object.entries(keys)
  const simple = second === undefined && other === undefined && operator === 'ArnLike'
  if (!simple || asciiLower(key) !== 'aws:principalarn') return null
  return patterns.some((pattern) => matches(pattern, principal))
}
