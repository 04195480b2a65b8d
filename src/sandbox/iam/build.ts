import { readInstant, type Instant } from '../../book/instant.ts'
import { UsageError } from '../../book/errors.ts'
import type { World, WorldAccount, WorldDocument, WorldRole, WorldUser } from '../world.ts'
import { arnOf } from './arn.ts'
import type { LastUse } from './cloud.ts'
import { AwsError } from './error.ts'
import { findPolicy } from './managed.ts'
import { checkFree } from './operations/holders.ts'
import { RULES, checkText, type Tag } from './params.ts'
import { readPolicyOnce } from './policy/cache.ts'
import { DEFAULT_QUOTAS, limit, policySize, type Quotas } from './quotas.ts'
import {
  emptyAccount,
  nextId,
  type AccessKey,
  type AccountState,
  type Holder,
  type InlinePolicy
} from './state.ts'
import { resolveTrust } from './stored-trust.ts'

/** The accounts of a world, and what is known of their keys' use. */
export interface Built {
  readonly accounts: Map<string, AccountState>
  readonly lastUse: Map<string, LastUse>
}

/** Builds all accounts. Throws UsageError, naming the entity, for what IAM itself would refuse. */
export function buildAccounts(world: World, now: Instant): Built {
  const built: Built = { accounts: new Map(), lastUse: new Map() }
  for (const one of world.aws ?? []) {
    if (built.accounts.has(one.account))
      throw new UsageError(`Account ${one.account} is in the world twice. Merge the two.`)
    built.accounts.set(one.account, emptyAccount(one.account, one.alias ?? null, quotasOf(one)))
  }
  for (const one of world.aws ?? []) new Builder(built, one, now).entities()
  // Trusts last: they may name anybody of any account.
  for (const one of world.aws ?? []) new Builder(built, one, now).trusts()
  return built
}

function quotasOf(one: WorldAccount): Quotas {
  const most = (kind: 'users' | 'roles' | 'groups' | 'policies'): number =>
    Math.max(one.quotas?.[kind] ?? DEFAULT_QUOTAS[kind], one[kind]?.length ?? 0)
  return {
    ...DEFAULT_QUOTAS,
    users: most('users'),
    roles: most('roles'),
    groups: most('groups'),
    policies: most('policies'),
    attached: one.quotas?.attached ?? DEFAULT_QUOTAS.attached
  }
}

interface HolderSpec {
  readonly name: string
  readonly path?: string | undefined
  readonly created?: string | undefined
  readonly inline?: Readonly<Record<string, WorldDocument>> | undefined
  readonly attached?: readonly string[] | undefined
}

class Builder {
  readonly #built: Built
  readonly #spec: WorldAccount
  readonly #state: AccountState
  readonly #now: Instant

  constructor(built: Built, spec: WorldAccount, now: Instant) {
    this.#built = built
    this.#spec = spec
    this.#now = now
    this.#state = built.accounts.get(spec.account) ?? emptyAccount(spec.account, null, DEFAULT_QUOTAS)
  }

  entities(): void {
    const lower = new Set<string>()
    for (const kind of ['policies', 'groups', 'users', 'roles'] as const) {
      lower.clear()
      for (const one of this.#spec[kind] ?? []) {
        this.#at(`${kind} ${one.name}`, () => {
          if (lower.has(one.name.toLowerCase())) checkFree(new Map([[one.name, one]]), 'An entity', one.name)
          lower.add(one.name.toLowerCase())
        })
      }
    }
    for (const one of this.#spec.policies ?? []) this.#at(`policy ${one.name}`, () => this.#policy(one))
    for (const one of this.#spec.groups ?? []) {
      this.#at(`group ${one.name}`, () => {
        const fields = this.#holder(one, 'groupInline')
        this.#state.groups.set(one.name, { ...fields, id: nextId(this.#state, 'AGPA') })
      })
    }
    for (const one of this.#spec.users ?? []) this.#at(`user ${one.name}`, () => this.#user(one))
    for (const one of this.#spec.roles ?? []) this.#at(`role ${one.name}`, () => this.#role(one))
    this.#providers()
  }

  trusts(): void {
    for (const one of this.#state.roles.values()) {
      this.#at(`role ${one.name}`, () => {
        const trusted = resolveTrust(one.trust, (account) => this.#built.accounts.get(account) ?? null)
        if (policySize(one.trust) > this.#state.quotas.trust)
          throw limit('ACLSizePerRole', this.#state.quotas.trust)
        this.#state.roles.set(one.name, { ...one, trusted })
      })
    }
  }

  #at(what: string, build: () => void): void {
    try {
      build()
    } catch (error) {
      if (!(error instanceof AwsError)) throw error
      throw new UsageError(
        `Account ${this.#spec.account}, ${what}: IAM refuses this (${error.code}: ${error.message}). Correct the world file.`,
        { cause: error }
      )
    }
  }

  #policy(one: NonNullable<WorldAccount['policies']>[number]): void {
    const [path, created] = [one.path ?? '/', this.#when(one.created)]
    const text = checkText(documentText(one.document), 'PolicyDocument', RULES.document)
    checkText(path, 'Path', RULES.policyPath)
    readPolicyOnce(text, 'identity')
    if (policySize(text) > this.#state.quotas.managed) throw limit('PolicySize', this.#state.quotas.managed)
    const arn = arnOf(this.#state.account, 'policy', { path, name: one.name })
    this.#state.policies.set(arn, {
      name: one.name,
      path,
      id: nextId(this.#state, 'ANPA'),
      arn,
      description: one.description ?? '',
      created,
      updated: created,
      tags: tagsOf(one.tags),
      versions: [{ id: 'v1', document: text, created }],
      defaultVersion: 'v1',
      next: 2
    })
  }

  #holder(one: HolderSpec, quota: 'userInline' | 'roleInline' | 'groupInline'): Omit<Holder, 'id'> {
    const inline = Object.entries(one.inline ?? {}).map(([name, document]): InlinePolicy => {
      const text = checkText(documentText(document), 'PolicyDocument', RULES.document)
      readPolicyOnce(text, 'identity')
      return { name: checkText(name, 'PolicyName', RULES.policyName), document: text }
    })
    const size = inline.reduce((sum, policy) => sum + policySize(policy.document), 0)
    if (size > this.#state.quotas[quota]) {
      throw new AwsError(
        'LimitExceeded',
        `Maximum policy size of ${this.#state.quotas[quota]} bytes exceeded: ${size}`
      )
    }
    const attached = (one.attached ?? []).map((ref) => this.#policyArn(ref))
    if (attached.length > this.#state.quotas.attached)
      throw limit('attached policies', this.#state.quotas.attached)
    return { name: one.name, path: one.path ?? '/', created: this.#when(one.created), inline, attached }
  }

  #user(one: WorldUser): void {
    const state = this.#state
    checkText(one.name, 'UserName', RULES.userName)
    const groups = one.groups ?? []
    for (const name of groups) {
      if (!state.groups.has(name))
        throw new AwsError('NoSuchEntity', `The group with name ${name} cannot be found.`)
    }
    if (groups.length > state.quotas.groupsPerUser) throw limit('GroupsPerUser', state.quotas.groupsPerUser)
    const fields = this.#holder(one, 'userInline')
    const serial = `arn:aws:iam::${state.account}:mfa/${one.name}`
    state.users.set(one.name, {
      ...fields,
      id: nextId(state, 'AIDA'),
      boundary: one.boundary === undefined ? null : this.#policyArn(one.boundary),
      tags: tagsOf(one.tags),
      groups,
      keys: this.#keys(one),
      login: one.password === true ? { created: fields.created, resetRequired: false } : null,
      mfa: one.mfa === true ? [{ serial, enabled: fields.created }] : []
    })
  }

  #keys(one: WorldUser): readonly AccessKey[] {
    const specs =
      typeof one.keys === 'number' ? Array.from({ length: one.keys }, () => ({})) : (one.keys ?? [])
    return specs.map(
      (spec: {
        status?: 'Active' | 'Inactive' | undefined
        created?: string | undefined
        lastUsed?: string | undefined
      }) => {
        const id = nextId(this.#state, 'AKIA')
        this.#state.keyOwners.set(id, one.name)
        if (spec.lastUsed !== undefined) {
          this.#built.lastUse.set(id, { at: this.#when(spec.lastUsed), service: 'iam', region: 'us-east-1' })
        }
        return { id, status: spec.status ?? 'Active', created: this.#when(spec.created) }
      }
    )
  }

  #role(one: WorldRole): void {
    checkText(one.name, 'RoleName', RULES.roleName)
    this.#state.roles.set(one.name, {
      ...this.#holder(one, 'roleInline'),
      id: nextId(this.#state, 'AROA'),
      boundary: one.boundary === undefined ? null : this.#policyArn(one.boundary),
      tags: tagsOf(one.tags),
      description: one.description ?? '',
      maxSessionDuration: one.maxSessionDuration ?? 3600,
      trust: checkText(documentText(one.trust), 'AssumeRolePolicyDocument', RULES.document),
      trusted: {}
    })
  }

  #providers(): void {
    const { account, oidc, saml } = this.#state
    for (const name of this.#spec.samlProviders ?? []) {
      const arn = `arn:aws:iam::${account}:saml-provider/${name}`
      saml.set(arn, { arn, metadata: `<EntityDescriptor entityID="${name}"/>`, created: this.#now, tags: [] })
    }
    for (const one of this.#spec.oidcProviders ?? []) {
      const url = one.url.replace(/^https:\/\//u, '')
      const arn = `arn:aws:iam::${account}:oidc-provider/${url}`
      oidc.set(arn, {
        arn,
        url,
        clients: one.clients ?? ['sts.amazonaws.com'],
        thumbprints: [],
        created: this.#now,
        tags: []
      })
    }
  }

  #policyArn(ref: string): string {
    const arn = ref.startsWith('arn:') ? ref : (this.#ownPolicy(ref) ?? `arn:aws:iam::aws:policy/${ref}`)
    if (!findPolicy(this.#state, arn))
      throw new AwsError('NoSuchEntity', `Policy ${ref} does not exist or is not attachable.`)
    return arn
  }

  #ownPolicy(name: string): string | null {
    for (const policy of this.#state.policies.values()) if (policy.name === name) return policy.arn
    return null
  }

  #when(text: string | undefined): Instant {
    if (text === undefined) return this.#now
    const at = readInstant(text, 'start')
    if (at === null) throw new AwsError('ValidationError', `${text} is not a real instant`)
    return at
  }
}

function documentText(document: WorldDocument): string {
  return typeof document === 'string' ? document : JSON.stringify(document)
}

function tagsOf(tags: Readonly<Record<string, string>> | undefined): readonly Tag[] {
  return Object.entries(tags ?? {}).map(([key, value]) => ({ key, value }))
}
