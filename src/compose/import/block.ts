import type { Kind } from '../../book/paths.ts'
import { yamlText } from '../yaml-text.ts'

/** Longest line of a comment, in characters. */
const LONGEST = 220

/** A field of a file: a text, a list of texts, or anything that JSON can say. */
export type Field = readonly [key: string, value: unknown]

/**
 * The text of a new file with comments at its head, one line each. Comments are made of plain letters alone: what they
 * quote was written by whoever may name things in a system.
 */
export function blockText(
  kind: Kind,
  path: string,
  comments: readonly string[],
  fields: readonly Field[]
): string {
  const up = '../'.repeat(path.split('/').length - 1)
  const lines = fields.flatMap(([key, value]) => (value === undefined ? [] : field(key, value, '')))
  const head = [`yaml-language-server: $schema=${up}schemas/${kind}.schema.json`, ...comments]
  return [...head.map((text) => `# ${commentLine(text)}`), ...lines, ''].join('\n')
}

/** Text from outside as a comment may hold it. */
export function commentLine(text: string): string {
  const plain = text.replaceAll(/[^\u0020-\u007e\u00a1-\u024f\u2019]/gu, '?')
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST - 1)}…` : plain
}

function field(key: string, value: unknown, indent: string): readonly string[] {
  const name = `${indent}${/^[A-Za-z][A-Za-z0-9-]*$/u.test(key) ? key : JSON.stringify(key)}:`
  if (typeof value === 'string') return [`${name} ${yamlText(value)}`]
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value
    if (!items.every(isRecord)) return [`${name} ${JSON.stringify(items)}`]
    return [name, ...items.flatMap((item) => listed(item, `${indent}  `))]
  }
  if (!isRecord(value)) return [`${name} ${JSON.stringify(value)}`]
  return [name, ...Object.entries(value).flatMap(([inner, each]) => field(inner, each, `${indent}  `))]
}

/** An object as an entry of a list: its first field beside the hyphen. */
function listed(item: Readonly<Record<string, unknown>>, indent: string): readonly string[] {
  const lines = Object.entries(item).flatMap(([key, value]) => field(key, value, `${indent}  `))
  return lines.map((line, index) => (index === 0 ? `${indent}- ${line.slice(indent.length + 2)}` : line))
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
