import {
  attempt,
  completing,
  usable,
  type Attempt,
  type Index,
  type Level,
  type Part,
  type Side
} from './complete.ts'
import type { Graph } from './graph.ts'
import type { NeededPath } from './needed.ts'
import { documentsUnread, type Reason } from './reasons.ts'
import { smallest } from './smallest.ts'
import { everyGrant, reach, waysTo, type Mask } from './walk.ts'

/** A finding before names are put into it. */
export interface Trace {
  readonly path: NeededPath
  readonly level: Level
  /** Each about the identity of a node. */
  readonly reasons: readonly { readonly node: number; readonly reason: Reason }[]
  /** The chosen part for each need; none where only unread documents may serve it. */
  readonly by: readonly Part[]
  /** Numbers of grants. */
  readonly grants: readonly number[]
}

const LEVELS: readonly Level[] = ['sure', 'within', 'apart']

/** Judges one path; null: it is certainly not complete, or nothing known has a part in it. */
export function find(index: Index, path: NeededPath): Trace | null {
  const one = attempt(index, path)
  if (!one) return null
  for (const level of LEVELS) {
    const sides = completing(one, level, everyGrant(one.graph))
    if (sides.length === 0) continue
    const size = one.graph.grants.length
    const grants = smallest(
      candidatesOf(one.graph, sides),
      size,
      (mask) => completing(one, level, mask).length > 0
    )
    const by = chosen(one, level, maskOf(one.graph, grants))
    return { path, level, by, grants, reasons: level === 'sure' ? [] : reasonsOf(one, level, sides) }
  }
  return null
}

/** Grants that may matter: of the parts on these sides, and of every way to them. */
function candidatesOf(graph: Graph, sides: readonly Side[]): readonly number[] {
  return [
    ...sides
      .flatMap(({ parts }) => parts.flat())
      .map(({ node, source }) => graph.nodes[node]?.grants[source] ?? -1),
    ...waysTo(
      graph,
      sides.map(({ node }) => node)
    ).map(({ grant }) => grant)
  ]
}

function maskOf({ grants }: Graph, numbers: readonly number[]): Mask {
  const mask = new Uint8Array(grants.length)
  for (const grant of numbers) mask[grant] = 1
  return mask
}

/** For each need the part that serves it best with the chosen grants: a sure one if there is any, else the first. */
function chosen(one: Attempt, level: Level, mask: Mask): readonly Part[] {
  const sides = completing(one, level, mask)
  const from = level === 'apart' ? sides : sides.slice(0, 1)
  return [...one.path.needs.keys()].flatMap((need) => {
    const served = from
      .flatMap(({ parts }) => parts[need] ?? [])
      .filter((part) => usable(one.graph, part, mask, level === 'sure'))
    const best = served.find(({ reasons }) => reasons.length === 0) ?? served[0]
    return best ? [best] : []
  })
}

/** Why it is unsure: every uncertain way, and for each need that nothing surely serves, all that may serve it. */
function reasonsOf({ graph, path, edges }: Attempt, level: Level, sides: readonly Side[]): Trace['reasons'] {
  const all = everyGrant(graph)
  const [surely, reached] = [reach(graph, edges, all, true), reach(graph, edges, all, false)]
  const doubtful = sides.flatMap(({ node }) => (surely[node] === 0 ? [node] : []))
  const onTheWay = waysTo(graph, doubtful)
    .filter(({ from }) => reached[from] === 1)
    .flatMap(({ from, reasons }) => reasons.map((reason) => ({ node: from, reason })))
  const groups = level === 'apart' ? [sides] : sides.map((side) => [side])
  return [
    ...onTheWay,
    ...groups.flatMap((group) => [...path.needs.keys()].flatMap((need) => doubts(group, need)))
  ]
}

function doubts(group: readonly Side[], need: number): Trace['reasons'] {
  const serving = group.flatMap(({ parts }) => parts[need] ?? [])
  if (serving.some(({ reasons }) => reasons.length === 0)) return []
  return [
    ...serving.flatMap(({ node, reasons }) => reasons.map((reason) => ({ node, reason }))),
    ...group.filter(({ open }) => open[need]).map(({ node }) => ({ node, reason: documentsUnread }))
  ]
}
