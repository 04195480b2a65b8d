import type { Clause } from './clause.ts'
import type { KnownIdentity } from './identity.ts'
import { judge, mayBeOpen, type Allow, type Limits, type Scope } from './judge.ts'
import type { Needed } from './needed.ts'
import type { Pattern, Patterns } from './patterns.ts'
import { rolesUnknown, type Reason } from './reasons.ts'

/** One source's word for one action. */
export interface Support {
  /** Number of the source within the identity. */
  readonly source: number
  /** Why it is unsure; empty: it is sure. */
  readonly reasons: readonly Reason[]
}

/** A role that an identity's own statements let it assume, before the role's trust is asked. */
export interface Leave extends Support {
  readonly role: string
}

/** What one identity is allowed of the needed actions. Shared by all who hold the same. */
export interface Ability {
  /** By the action's number; the sources in their order. */
  readonly supports: ReadonlyMap<number, readonly Support[]>
  /** Sources that allow assuming roles by a pattern: which ones, nobody can tell. */
  readonly wide: readonly Support[]
  readonly leaves: readonly Leave[]
  /** Whether what nobody has read may allow an action. */
  readonly open: (action: number) => boolean
}

/** Finds out what an identity is allowed. */
export function abilityOf(
  identity: KnownIdentity,
  known: readonly string[],
  needed: Needed,
  patterns: Patterns
): Ability {
  const limits = limitsOf(identity)
  const allows = identity.sources.flatMap(({ clauses, grant }, source) =>
    clauses.list
      .filter(({ effect }) => effect === 'Allow')
      .map((clause) => ({ clause, source, granted: grant !== null }))
  )
  const supports = new Map<number, readonly Support[]>()
  for (const number of new Set(allows.flatMap(({ clause }) => [...clause.actions]))) {
    const found = weigh(allows, number, scopesOf(number, identity.account, needed), limits, needed, patterns)
    if (found.length > 0) supports.set(number, found)
  }
  const opened = new Map<number, boolean>()
  return {
    supports,
    ...assuming(allows, identity, known, limits, needed, patterns),
    open: (number) => {
      if (identity.unread.length === 0) return false
      const before = opened.get(number)
      if (before !== undefined) return before
      const open = mayBeOpen(number, scopesOf(number, identity.account, needed), limits, patterns)
      opened.set(number, open)
      return open
    }
  }
}

function limitsOf({ sources, boundary }: KnownIdentity): Limits {
  const denies = sources.flatMap(({ clauses }, source) =>
    clauses.list.filter(isDeny).map((clause) => ({ clause, source }))
  )
  if (boundary === null || boundary === 'unread') return { denies, boundary }
  return {
    denies: [...denies, ...boundary.filter(isDeny).map((clause) => ({ clause, source: null }))],
    boundary: boundary.filter((clause) => !isDeny(clause))
  }
}

function isDeny({ effect }: Clause): boolean {
  return effect === 'Deny'
}

function scopesOf(number: number, account: string, { actions }: Needed): readonly Scope[] {
  const action = actions[number]
  const own = action?.formatsIn(account) ?? []
  return action?.formats.map((all, index) => ({ all, own: own[index] ?? all })) ?? []
}

/** The sources that may allow an action, each once: sure if one of its statements is. */
function weigh(
  allows: readonly Allow[],
  number: number,
  scopes: readonly Scope[],
  limits: Limits,
  { actions }: Needed,
  patterns: Patterns
): readonly Support[] {
  const action = actions[number]
  if (!action) return []
  const bySource = new Map<number, readonly Reason[]>()
  for (const allow of allows) {
    if (!allow.clause.actions.has(number)) continue
    const answer = judge(allow, action, number, scopes, limits, patterns)
    if (answer === null) continue
    const before = bySource.get(allow.source)
    const sure = answer.length === 0 || before?.length === 0
    bySource.set(allow.source, sure ? [] : [...(before ?? []), ...answer])
  }
  return [...bySource].map(([source, reasons]) => ({ source, reasons }))
}

/** What it may assume: roles named exactly, known roles that a pattern matches, and the pattern itself. */
function assuming(
  allows: readonly Allow[],
  { account }: KnownIdentity,
  known: readonly string[],
  limits: Limits,
  needed: Needed,
  patterns: Patterns
): Pick<Ability, 'wide' | 'leaves'> {
  const number = needed.assumeRole
  const about = allows.filter(({ clause }) => clause.actions.has(number))
  const scopes = scopesOf(number, account, needed)
  const patterned = about.flatMap((allow) => {
    const resources = allow.clause.except
      ? allow.clause.resources
      : allow.clause.resources.filter(({ exact }) => !exact)
    const any = allow.clause.except || resources.length > 0
    return any ? [{ ...allow, clause: { ...allow.clause, resources } }] : []
  })
  const wide = weigh(patterned, number, scopes, limits, needed, patterns).map(({ source, reasons }) => ({
    source,
    reasons: [...reasons, rolesUnknown]
  }))
  const named = about.flatMap(({ clause }) =>
    clause.except ? [] : clause.resources.filter(({ exact }) => exact)
  )
  const matching = patterned.length > 0 ? known.map(patterns.literal) : []
  const targets = new Map([...named, ...matching].map((role) => [role.text, role]))
  const leaves = [...targets.values()]
    .filter((role) => scopes.some(({ all }) => patterns.meets(role, all)))
    .flatMap((role) => {
      const scope: Pattern = patterns.literal(role.text)
      return weigh(about, number, [{ all: scope, own: scope }], limits, needed, patterns).map((support) => ({
        ...support,
        role: role.text
      }))
    })
  return { wide, leaves }
}
