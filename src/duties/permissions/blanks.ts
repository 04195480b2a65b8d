import type { Index } from './complete.ts'
import type { Edge, Graph } from './graph.ts'
import type { NeededPath } from './needed.ts'
import { smallest } from './smallest.ts'
import { everyGrant, reach, waysTo, within } from './walk.ts'

/** An identity of which too little is known, before names are put in. */
export interface Blank {
  /** Its node, or the ARN of a role of which nothing is known. */
  readonly who: number | string
  readonly grants: readonly number[]
}

/** Identities that nothing can be ruled out of: those with documents that nobody has read, and unknown roles. */
export function blanks({ graph, allowed, unread }: Index, paths: readonly NeededPath[]): readonly Blank[] {
  const reached = reach(graph, graph.edges, everyGrant(graph), false)
  const others = unread.filter((node) => reached[node] === 1)
  const opens = (actions: readonly number[], node: number): boolean =>
    actions.some((action) => graph.nodes[node]?.ability.open(action) === true)
  // Unread documents could complete a path, be it together with all else that is reached.
  const maybe = (node: number, { needs }: NeededPath): boolean =>
    needs.some((actions) => opens(actions, node)) &&
    needs.every(
      (actions) =>
        actions.some((action) => allowed.has(action)) || others.some((each) => opens(actions, each))
    )
  const partly = others
    .filter((node) => paths.some((path) => maybe(node, path)))
    .map((node) => ({ who: node, grants: grantsTo(graph, [], (found) => found[node] === 1, [node]) }))
  const strange = new Set(graph.edges.flatMap(({ to, role }) => (to === null ? [role] : [])))
  return [
    ...partly,
    ...[...strange].toSorted().map((role) => {
      const last = graph.edges.filter((edge) => edge.role === role)
      return {
        who: role,
        grants: grantsTo(
          graph,
          last,
          () => false,
          last.map(({ from }) => from)
        )
      }
    })
  ]
}

/** A smallest set of grants that leads to a node, or from one along one of the last edges. */
function grantsTo(
  graph: Graph,
  last: readonly Edge[],
  there: (found: Uint8Array) => boolean,
  targets: readonly number[]
): readonly number[] {
  const edges = waysTo(graph, targets)
  return smallest(
    [...edges, ...last].map(({ grant }) => grant),
    graph.grants.length,
    (mask) => {
      const found = reach(graph, edges, mask, false)
      return there(found) || last.some(({ from, grant }) => found[from] === 1 && within(mask, grant))
    }
  )
}
