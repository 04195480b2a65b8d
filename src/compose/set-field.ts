import { isMap, isScalar, type Pair, type ParsedNode, type YAMLMap } from 'yaml'
import { InternalError } from '../book/errors.ts'
import { compose } from '../book/yaml/compose.ts'
import { readYaml } from '../book/yaml/read.ts'

type Item = Pair<ParsedNode, ParsedNode | null>

/**
 * The text of a file with one of its fields set to a date or another text that needs no quotes, and every other byte as it
 * was: comments, order, quotes, line ends. A field that isn't there comes right after the last of `after` that is. Null:
 * the text can't be read strictly, or has no place for it.
 */
export function setField(
  text: string,
  field: string,
  value: string,
  after: readonly string[] = []
): string | null {
  const root = compose(text).document?.contents
  const before = readYaml(ENCODER.encode(text), LARGEST).data
  if (!before || !isMap(root)) return null
  const at = find(root, field)
  const anchor = after.flatMap((key) => find(root, key) ?? []).at(-1)
  const changed = at
    ? replaced(text, at, value)
    : anchor
      ? inserted(text, root, anchor, `${field}: ${value}`)
      : null
  if (changed === null) return null
  const read = readYaml(ENCODER.encode(changed), LARGEST).data
  if (read && same({ ...before, [field]: value }, read)) return changed
  throw new InternalError(`Setting "${field}" would have changed more than that`)
}

/**
 * The text of a file without one of its fields, whose line goes as a whole, and every other byte as it was. Null: the text
 * can't be read strictly, has no such field, or not on lines of its own.
 */
export function dropField(text: string, field: string): string | null {
  const root = compose(text).document?.contents
  const before = readYaml(ENCODER.encode(text), LARGEST).data
  if (!before || !isMap(root) || root.flow === true) return null
  const at = find(root, field)
  if (!at || !isScalar(at.value)) return null
  const start = text.lastIndexOf('\n', at.key.range[0] - 1) + 1
  const end = at.value.range[1]
  const next = text[end - 1] === '\n' ? end - 1 : text.indexOf('\n', end)
  const changed = next === -1 ? text.slice(0, start) : text.slice(0, start) + text.slice(next + 1)
  const read = readYaml(ENCODER.encode(changed), LARGEST).data
  const rest = Object.fromEntries(Object.entries(before).filter(([key]) => key !== field))
  return read && same(rest, read) ? changed : null
}

const ENCODER = new TextEncoder()
/** More than any file may have: sizes are judged elsewhere. */
const LARGEST = 1024 * 1024

function find(root: YAMLMap.Parsed, key: string): Item | undefined {
  return root.items.find((item) => isScalar(item.key) && item.key.value === key)
}

function replaced(text: string, { value: node }: Item, value: string): string | null {
  if (!isScalar(node)) return null
  const [start, end] = node.range
  const old = text.slice(start, end)
  const mark = node.type === 'QUOTE_DOUBLE' ? '"' : node.type === 'QUOTE_SINGLE' ? "'" : ''
  // A block's value holds the end of its last line.
  const tail = /\r?\n$/u.exec(old)?.[0] ?? ''
  return `${text.slice(0, start)}${mark}${value}${mark}${tail}${text.slice(end)}`
}

function inserted(text: string, root: YAMLMap.Parsed, anchor: Item, line: string): string | null {
  const end = anchor.value?.range[1] ?? anchor.key.range[1]
  if (root.flow === true) return `${text.slice(0, end)}, ${line}${text.slice(end)}`
  const start = text.lastIndexOf('\n', anchor.key.range[0] - 1) + 1
  const indent = text.slice(start, anchor.key.range[0])
  if (indent.trim() !== '') return null
  // The rest of the line is a comment at most; a block's value has taken its end already.
  const next = text[end - 1] === '\n' ? end - 1 : text.indexOf('\n', end)
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  if (next === -1) return `${text}${eol}${indent}${line}`
  return `${text.slice(0, next + 1)}${indent}${line}${eol}${text.slice(next + 1)}`
}

function same(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b)
  const [left, right] = [new Map(Object.entries(a)), new Map(Object.entries(b))]
  return (
    left.size === right.size &&
    [...left].every(([key, value]) => right.has(key) && same(value, right.get(key)))
  )
}
