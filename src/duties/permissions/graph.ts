import { abilityOf, type Ability } from './ability.ts'
import { compare } from '../../book/compare.ts'
import type { KnownIdentity, Reader } from './identity.ts'
import type { Needed } from './needed.ts'
import { remembered, type Patterns } from './patterns.ts'
import { trustUnknown, type Reason } from './reasons.ts'
import type { Identity, Roles } from './types.ts'

/** Somebody one can act as. */
export interface Node {
  readonly identity: KnownIdentity
  readonly ability: Ability
  /** For each of its sources the number of its grant; -1: not by a grant of ours. */
  readonly grants: readonly number[]
}

/** A way from one identity to a role. */
export interface Edge {
  readonly from: number
  /** Number of the role's node; null: nothing is known of the role. */
  readonly to: number | null
  readonly role: string
  /** -1: no grant of ours is needed. */
  readonly grant: number
  /** Why it is unsure, each about the identity that it leads from; empty: it is sure. */
  readonly reasons: readonly Reason[]
}

/** All that a person can act as: what they start as first, then roles by ARN. */
export interface Graph {
  readonly nodes: readonly Node[]
  /** How many nodes the person starts as. */
  readonly starts: number
  readonly edges: readonly Edge[]
  /** For each node the edges that lead to it. */
  readonly into: readonly (readonly Edge[])[]
  /** Paths of the grants' files by their number. */
  readonly grants: readonly string[]
}

/** Reads identities and what they are allowed; whatever is the same is found out once. */
export interface World {
  readonly read: Reader
  readonly abilityOf: (identity: KnownIdentity) => Ability
  readonly role: (arn: string) => { readonly identity: KnownIdentity; readonly trusts: Trusts } | null
}

type Trusts = (principal: string) => boolean | null

/** A world of roles. */
export function makeWorld(roles: Roles, read: Reader, needed: Needed, patterns: Patterns): World {
  const abilities = new Map<string, Ability>()
  const known = new Map<string, { identity: KnownIdentity; trusts: Trusts } | null>()
  return {
    read,
    abilityOf: (identity) =>
      remembered(abilities, identity.key, () => abilityOf(identity, roles.known, needed, patterns)),
    role: (arn) => {
      const before = known.get(arn)
      if (before !== undefined) return before
      const role = roles.role(arn)
      // The role's name is what leads to it, whatever its own says.
      const made = role && {
        identity: read({
          name: arn,
          sources: role.sources,
          boundary: role.boundary,
          unread: role.unread,
          assumes: role.assumes
        }),
        trusts: (principal: string) => role.trusts(principal)
      }
      known.set(arn, made)
      return made
    }
  }
}

/** Follows every way from where somebody starts to the roles that they reach. Circles end. */
export function graphOf(start: readonly Identity[], world: World): Graph {
  const first = start
    .map(world.read)
    .toSorted((a, b) => compare(a.name, b.name) || compare(textOf(a), textOf(b)))
  const names = new Set(first.map(({ name }) => name))
  const known = new Map<KnownIdentity, Ability['leaves']>()
  // What one starts as needs no way to it.
  const waysOf = (identity: KnownIdentity): Ability['leaves'] =>
    remembered(known, identity, () => ways(identity, world).filter(({ role }) => !names.has(role)))
  const roles = reached(first, world, waysOf)
  const grants = new Map<string, number>()
  const nodes = [...first, ...roles].map((identity) => ({
    identity,
    ability: world.abilityOf(identity),
    grants: identity.sources.map(({ grant }) =>
      grant === null ? -1 : remembered(grants, grant, () => grants.size)
    )
  }))
  const places = new Map(nodes.map(({ identity }, index) => [identity.name, index]))
  const edges = nodes.flatMap((node, from) =>
    waysOf(node.identity).map(({ role, source, reasons }) => ({
      from,
      to: places.get(role) ?? null,
      role,
      grant: node.grants[source] ?? -1,
      reasons
    }))
  )
  const into = nodes.map(() => new Array<Edge>())
  for (const edge of edges) if (edge.to !== null) into[edge.to]?.push(edge)
  return { nodes, starts: first.length, edges, into, grants: [...grants.keys()] }
}

/** Known roles that are reached, by ARN. */
function reached(
  first: readonly KnownIdentity[],
  world: World,
  waysOf: (identity: KnownIdentity) => Ability['leaves']
): readonly KnownIdentity[] {
  const found = new Map<string, KnownIdentity>()
  const open = [...first]
  for (let identity = open.pop(); identity; identity = open.pop()) {
    for (const { role } of waysOf(identity)) {
      const next = world.role(role)
      if (!next || found.has(role)) continue
      found.set(role, next.identity)
      open.push(next.identity)
    }
  }
  return [...found.values()].toSorted((a, b) => compare(a.name, b.name))
}

/** The roles that an identity may assume and that don't certainly refuse it. */
function ways(identity: KnownIdentity, world: World): Ability['leaves'] {
  return world.abilityOf(identity).leaves.flatMap((leave) => {
    const role = world.role(leave.role)
    // Of a role of which nothing is known that is told, its trust among the rest.
    const trusts = role ? role.trusts(identity.name) : true
    if (trusts === false) return []
    return trusts === null ? [{ ...leave, reasons: [...leave.reasons, trustUnknown(leave.role)] }] : [leave]
  })
}

function textOf({ sources }: KnownIdentity): string {
  return sources.map(({ clauses, grant }) => `${grant ?? ''} ${clauses.text}`).join('\n')
}
