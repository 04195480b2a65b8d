import { isAlias, isMap, isScalar, isSeq, type Document, type Pair, type ParsedNode, type Scalar } from 'yaml'
import type { Pointer } from '../place.ts'
import { quote } from '../quote.ts'
import type { ReadingCodeName } from '../reading-codes.ts'
import { Mapping } from './mapping.ts'
import { MOST_PROBLEMS, textProblem, TOO_DEEP, type TextProblem } from './problem.ts'
import { forbiddenCharacter } from './text.ts'

/** How deep mappings and lists may be nested; the root counts. */
export const DEEPEST = 8
const JSON_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/u

const NOTHING = Symbol('nothing')

/**
 * The plain data of a composed document: objects without prototype, arrays, texts, numbers, booleans, null.
 * Everything strict reading refuses in nodes is a problem; with any problem there is no data.
 */
export function toData(
  document: Document.Parsed,
  text: string
): { readonly data: Mapping | null; readonly problems: readonly TextProblem[] } {
  const walk = new Walk(text)
  const root = document.contents
  if (root === null || (isScalar(root) && root.value === null))
    walk.tell('file-empty', 'The file says nothing.', 0, [])
  else if (!isMap(root))
    walk.tell('yaml-root', 'The file is not a mapping of fields to values.', root.range[0], [])
  else {
    const data = walk.mapping(root.items, [], 1)
    if (walk.problems.length === 0) return { data, problems: [] }
  }
  return { data: null, problems: walk.problems }
}

class Walk {
  readonly problems: TextProblem[] = []
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  tell(code: ReadingCodeName, message: string, offset: number, pointer: Pointer, fix?: string): void {
    if (this.problems.length < MOST_PROBLEMS)
      this.problems.push(
        textProblem(code, message, this.#text, offset, fix === undefined ? { pointer } : { pointer, fix })
      )
  }

  value(node: ParsedNode | null, pointer: Pointer, depth: number): unknown {
    if (node === null) return null
    if (isScalar(node)) return this.#scalar(node, pointer)
    const start = node.range[0]
    if (isAlias(node)) return this.tell('yaml-alias', 'Aliases are not allowed.', start, pointer)
    if (depth > DEEPEST) return this.tell('yaml-depth', TOO_DEEP, start, pointer)
    if (isSeq(node)) {
      return node.items.map((item, index) => this.value(item, [...pointer, index], depth + 1))
    }
    return isMap(node) ? this.mapping(node.items, pointer, depth) : undefined
  }

  mapping(pairs: readonly Pair<ParsedNode, ParsedNode | null>[], pointer: Pointer, depth: number): Mapping {
    const data = new Mapping()
    for (const pair of pairs) {
      const key = this.#key(pair.key, pointer, data)
      const value = this.value(pair.value, [...pointer, typeof key === 'string' ? key : '?'], depth + 1)
      if (typeof key === 'string') data[key] = value
    }
    return data
  }

  #key(node: ParsedNode | null, parent: Pointer, data: object): string | typeof NOTHING {
    const start = node?.range[0] ?? 0
    if (node === null || !isScalar(node)) {
      this.tell('yaml-complex-key', 'A key must be text, not a mapping or list.', start, parent)
      return NOTHING
    }
    const { value, source } = node
    if (typeof value !== 'string') {
      const shown = value === null ? 'Nothing' : quote(source)
      this.tell('yaml-key-type', `${shown} is not text, and a key must be.`, start, parent)
      return NOTHING
    }
    const pointer = [...parent, value]
    if (value === '<<') this.tell('yaml-merge-key', 'Merge keys are not allowed.', start, pointer)
    else if (value === '__proto__')
      this.tell('yaml-key-unsafe', `The key ${quote(value)} is not allowed.`, start, pointer)
    else if (Object.hasOwn(data, value)) {
      this.tell('yaml-duplicate-key', `${quote(value)} stands twice in this mapping.`, start, pointer)
    } else {
      this.#characters(value, start, pointer)
      return value
    }
    return NOTHING
  }

  #scalar(node: Scalar.Parsed, pointer: Pointer): unknown {
    const { value, source } = node
    if (typeof value === 'string') {
      this.#characters(value, node.range[0], pointer)
      return value
    }
    if (typeof value === 'number') {
      const safe = Number.isInteger(value) ? Number.isSafeInteger(value) : Number.isFinite(value)
      if (!safe || !JSON_NUMBER.test(source)) {
        this.tell(
          'yaml-number',
          `${quote(source)} is a number that programs read differently.`,
          node.range[0],
          pointer
        )
      }
      return value
    }
    if (typeof value === 'boolean' || value === null) return value
    return this.tell(
      'yaml-syntax',
      'This value is neither text, number, true, false nor null.',
      node.range[0],
      pointer
    )
  }

  #characters(value: string, offset: number, pointer: Pointer): void {
    const found = forbiddenCharacter(value)
    if (found !== null) this.tell('yaml-character', `${found} is not allowed in a text.`, offset, pointer)
  }
}
