import { compare } from '../../book/compare.ts'
import { asciiLower } from './ascii-lower.ts'
import { makeClauseReader, type Clause, type Clauses } from './clause.ts'
import type { Needed } from './needed.ts'
import type { Patterns } from './patterns.ts'
import type { Identity, PolicyStatement } from './types.ts'
import { clean } from './words.ts'

/** A source of statements, read. */
export interface KnownSource {
  readonly grant: string | null
  readonly what: string
  readonly clauses: Clauses
}

/** An identity, read: its sources in the order of their text. */
export interface KnownIdentity {
  readonly name: string
  /** Partition and number of its account, `aws:111122223333`; empty: not known. */
  readonly account: string
  readonly sources: readonly KnownSource[]
  readonly boundary: readonly Clause[] | null | 'unread'
  readonly unread: readonly string[]
  /** Equal for identities that are allowed the same, whoever they are and by whatever files. */
  readonly key: string
}

/** Reads identities; what was read of a list of statements is kept as long as the list is. */
export type Reader = (identity: Identity) => KnownIdentity

/** A new reader. */
export function makeReader(needed: Needed, patterns: Patterns): Reader {
  const readClauses = makeClauseReader(needed, patterns)
  const kept = new WeakMap<readonly PolicyStatement[], Clauses>()
  const byText = new Map<string, { readonly clauses: Clauses; readonly number: number }>()
  const read = (statements: readonly PolicyStatement[]): Clauses => {
    const known = kept.get(statements)
    if (known) return known
    const made = readClauses(statements)
    const shared = byText.get(made.text)?.clauses ?? made
    if (shared === made) byText.set(made.text, { clauses: made, number: byText.size })
    kept.set(statements, shared)
    return shared
  }
  const numberOf = ({ text }: Clauses): number => byText.get(text)?.number ?? -1
  return (identity) => {
    const sources = sourcesOf(identity).map(({ grant, what, statements }) => ({
      grant,
      what: clean(what),
      clauses: read(statements)
    }))
    const cap = identity.boundary
    const boundary = cap === null || cap === 'unread' ? cap : read(cap)
    const state = boundary === null || boundary === 'unread' ? (boundary ?? 'none') : numberOf(boundary)
    const sorted = sources.toSorted(bySubstance)
    const account = accountOf(identity.name)
    const held = sorted.map(({ grant, clauses }) => `${numberOf(clauses)}${grant === null ? '-' : '+'}`)
    return {
      name: identity.name,
      account,
      sources: sorted,
      boundary: boundary === null || boundary === 'unread' ? boundary : boundary.list,
      unread: identity.unread,
      key: [account, state, identity.unread.length > 0 ? 'unread' : 'read', ...held].join(' ')
    }
  }
}

/** The identity's sources, and one for each role that it may assume though no statement of that grant says so. */
function sourcesOf({ sources, assumes }: Identity): Identity['sources'] {
  const more = assumes.filter(
    ({ role, grant }) => !sources.some((source) => source.grant === grant && saysSo(source.statements, role))
  )
  return [
    ...sources,
    ...more.map(({ role, grant }) => ({
      grant,
      what: `leave to assume ${role}`,
      statements: [assuming(role)]
    }))
  ]
}

function saysSo(statements: readonly PolicyStatement[], role: string): boolean {
  return statements.some(
    ({ effect, actions, resources }) =>
      effect === 'Allow' &&
      actions?.some((action) => asciiLower(action) === 'sts:assumerole') === true &&
      resources?.includes(role) === true
  )
}

function assuming(role: string): PolicyStatement {
  return {
    effect: 'Allow',
    actions: ['sts:AssumeRole'],
    notActions: [],
    resources: [role],
    notResources: [],
    conditions: {}
  }
}

function bySubstance(a: KnownSource, b: KnownSource): number {
  return (
    compare(a.clauses.text, b.clauses.text) ||
    compare(a.grant ?? '', b.grant ?? '') ||
    compare(a.what, b.what)
  )
}
function accountOf(name: string): string {
  const [, partition, account] = /^arn:(aws[a-z-]*):(?:iam|sts)::(\d{12}):/u.exec(name) ?? []
  return partition === undefined ? '' : `${partition}:${account ?? ''}`
}
