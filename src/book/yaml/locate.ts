import { isMap, isScalar, isSeq, type Node, type Pair, type ParsedNode } from 'yaml'
import type { Place, Pointer } from '../place.ts'
import { compose } from './compose.ts'
import { placeAt } from './position.ts'

/**
 * Where in a file's text a pointer leads: line and column of the value, or of its key with `atKey`. A value that isn't
 * there is where its nearest parent is; a text that can't be read strictly has only its beginning. A root's own place is 1:1.
 */
export function locatePointer(text: string, pointer: Pointer, atKey = false): Omit<Place, 'file'> {
  const composed = pointer.length === 0 ? null : compose(text)
  if (!composed?.document) return { line: 1, column: 1 }
  let node: ParsedNode | null = composed.document.contents
  let offset = 0
  for (const [index, step] of pointer.entries()) {
    const last = index === pointer.length - 1
    if (isMap(node)) {
      const pair: Pair<ParsedNode, ParsedNode | null> | undefined = findPair(node.items as Pair<ParsedNode, ParsedNode | null>[], String(step))
      if (!pair) break
      const key = pair.key.range[0]
      node = pair.value
      offset = last && atKey ? key : startOf(node, key)
    } else if (isSeq(node)) {
      const item: unknown = node.items[Number(step)]
      if (item === undefined) break
      node = item as ParsedNode | null
      offset = startOf(node, offset)
    } else break
  }
  return placeAt(text, offset)
}

function findPair<P extends Pair<ParsedNode, ParsedNode | null>>(pairs: readonly P[], key: string): P | undefined {
  return pairs.find(pair => isScalar(pair.key as Node) && (pair.key as { readonly value?: unknown }).value === key)
}

/** Where a value begins; a value that isn't written (`field:`) has its key's place. */
function startOf(node: ParsedNode | null, key: number): number {
  if (node === null || (isScalar(node) && node.range[0] === node.range[1])) return key
  return node.range[0]
}
