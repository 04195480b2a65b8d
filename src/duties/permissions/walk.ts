import type { Edge, Graph } from './graph.ts'

/** Which grants are looked at: a one for each that is. */
export type Mask = Uint8Array

/** Whether a grant is looked at; what needs none always is. */
export function within(mask: Mask, grant: number): boolean {
  return grant < 0 || mask[grant] === 1
}

/** Every grant. */
export function everyGrant({ grants }: Graph): Mask {
  return new Uint8Array(grants.length).fill(1)
}

/**
 * The nodes that are reached with some grants by some edges: a one for each. `sure`: by ways that are sure alone.
 */
export function reach(
  { nodes, starts }: Graph,
  edges: readonly Edge[],
  mask: Mask,
  sure: boolean
): Uint8Array {
  const found = new Uint8Array(nodes.length)
  found.fill(1, 0, starts)
  for (let grew = true; grew;) {
    grew = false
    for (const { from, to, grant, reasons } of edges) {
      if (to === null || found[from] === 0 || found[to] === 1) continue
      if ((sure && reasons.length > 0) || !within(mask, grant)) continue
      found[to] = 1
      grew = true
    }
  }
  return found
}

/** The edges that lie on some way to one of these nodes. */
export function waysTo({ into }: Graph, targets: Iterable<number>): readonly Edge[] {
  const wanted = new Set(targets)
  const found: Edge[] = []
  // A set is walked in the order of its growth: what is added on the way is visited too.
  for (const node of wanted) {
    for (const edge of into[node] ?? []) {
      found.push(edge)
      wanted.add(edge.from)
    }
  }
  return found
}
