import type { Support } from './ability.ts'
import type { Edge, Graph } from './graph.ts'
import type { NeededPath } from './needed.ts'
import { reach, waysTo, within, type Mask } from './walk.ts'

/**
 * How a path is complete: `sure` and `within` within one identity, surely or perhaps; `apart` only over several, of whose
 * services some ask whether the caller itself may do all of it.
 */
export type Level = 'sure' | 'within' | 'apart'

/** One source of one identity that allows, or may allow, what a path needs. */
export interface Part extends Support {
  readonly node: number
  readonly action: number
}

/** One path in one graph: the nodes that have a part in it, and all that leads to them. */
export interface Attempt {
  readonly graph: Graph
  readonly path: NeededPath
  readonly edges: readonly Edge[]
  readonly sides: readonly Side[]
}

/** What one node has of a path, by need. */
export interface Side {
  readonly node: number
  readonly parts: readonly (readonly Part[])[]
  /** Whether unread documents may serve it. */
  readonly open: readonly boolean[]
}

/** Nodes by what they allow, so that the hundred paths that nothing serves are dismissed at a glance. */
export interface Index {
  readonly graph: Graph
  /** Action → nodes that may be allowed it. */
  readonly allowed: ReadonlyMap<number, readonly number[]>
  /** Nodes with documents that nobody has read. */
  readonly unread: readonly number[]
}

/** Looks through a graph once. */
export function indexOf(graph: Graph): Index {
  const allowed = new Map<number, number[]>()
  for (const [node, { ability }] of graph.nodes.entries()) {
    for (const action of ability.supports.keys()) {
      const nodes = allowed.get(action)
      if (nodes) nodes.push(node)
      else allowed.set(action, [node])
    }
  }
  const unread = [...graph.nodes.entries()].flatMap(([node, { identity }]) =>
    identity.unread.length > 0 ? [node] : []
  )
  return { graph, allowed, unread }
}

/** Begins with a path; null if one of its needs is served by nobody. */
export function attempt({ graph, allowed, unread }: Index, path: NeededPath): Attempt | null {
  const serving = path.needs.map((actions) => [
    ...actions.flatMap((action) => allowed.get(action) ?? []),
    ...unread.filter((node) => actions.some((action) => graph.nodes[node]?.ability.open(action) === true))
  ])
  if (serving.length === 0 || serving.some((nodes) => nodes.length === 0)) return null
  const nodes = [...new Set(serving.flat())].toSorted((a, b) => a - b)
  return { graph, path, edges: waysTo(graph, nodes), sides: nodes.map((node) => sideOf(graph, path, node)) }
}

function sideOf({ nodes }: Graph, { needs, assumesOnly }: NeededPath, node: number): Side {
  const ability = nodes[node]?.ability
  const supports = (action: number): readonly Support[] =>
    (assumesOnly ? ability?.wide : ability?.supports.get(action)) ?? []
  return {
    node,
    parts: needs.map((actions) =>
      actions.flatMap((action) => supports(action).map((support) => ({ ...support, node, action })))
    ),
    open: needs.map((actions) => actions.some((action) => ability?.open(action) === true))
  }
}

/**
 * What completes a path at a level with some grants: the sides that each do, or for `apart` those that do it together.
 * Empty: it isn't complete.
 */
export function completing(one: Attempt, level: Level, mask: Mask): readonly Side[] {
  const sure = level === 'sure'
  const reached = reach(one.graph, one.edges, mask, sure)
  const sides = one.sides.filter(({ node }) => reached[node] === 1)
  const served = ({ parts }: Side, need: number): boolean =>
    parts[need]?.some((part) => usable(one.graph, part, mask, sure)) === true
  const needs = [...one.path.needs.keys()]
  if (level === 'apart') {
    const complete = needs.every((need) => sides.some((side) => served(side, need)))
    return complete ? sides.filter((side) => needs.some((need) => served(side, need))) : []
  }
  return sides.filter(
    (side) =>
      needs.every((need) => served(side, need) || (!sure && side.open[need] === true)) &&
      // What only unread documents may allow is told once for the identity, not for every path.
      needs.some((need) => served(side, need))
  )
}

/** Whether a part counts: its grant is looked at, and it is sure where it must be. */
export function usable({ nodes }: Graph, part: Part, mask: Mask, sure: boolean): boolean {
  return (!sure || part.reasons.length === 0) && within(mask, nodes[part.node]?.grants[part.source] ?? -1)
}
