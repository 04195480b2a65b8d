import { isMap, isScalar, isSeq, type Pair, type ParsedNode } from 'yaml'
import type { Place, Pointer } from '../place.ts'
import { compose } from './compose.ts'
import { placeAt } from './position.ts'

/** Finds places in one file; its text is read once, when the first place is asked for. */
export class Locator {
  readonly #text: string
  #root: ParsedNode | null | undefined

  constructor(text: string) {
    this.#text = text
  }

  /**
   * Where a pointer leads: line and column of the value, or of its key with `atKey`. A value that isn't there is where
   * its nearest parent is; a text that can't be read strictly has only its beginning. The root's own place is 1:1.
   */
  locate(pointer: Pointer, atKey = false): Omit<Place, 'file'> {
    if (pointer.length === 0) return { line: 1, column: 1 }
    if (this.#root === undefined) this.#root = compose(this.#text).document?.contents ?? null
    let node: ParsedNode | null = this.#root
    let offset = 0
    for (const [index, step] of pointer.entries()) {
      const last = index === pointer.length - 1
      if (isMap(node)) {
        const pair = findPair(node.items, String(step))
        if (!pair) break
        const key = pair.key.range[0]
        node = pair.value
        offset = last && atKey ? key : startOf(node, key)
      } else if (isSeq(node)) {
        const item: ParsedNode | undefined = node.items[Number(step)]
        if (item === undefined) break
        node = item
        offset = startOf(node, offset)
      } else break
    }
    return placeAt(this.#text, offset)
  }
}

function findPair<P extends Pair<ParsedNode, ParsedNode | null>>(
  pairs: readonly P[],
  key: string
): P | undefined {
  return pairs.find((pair) => isScalar(pair.key) && pair.key.value === key)
}

/** Where a value begins; a value that isn't written (`field:`) has its key's place. */
function startOf(node: ParsedNode | null, key: number): number {
  if (node === null || (isScalar(node) && node.range[0] === node.range[1])) return key
  return node.range[0]
}
