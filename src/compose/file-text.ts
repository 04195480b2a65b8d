import type { Kind } from '../book/paths.ts'
import { yamlText } from './yaml-text.ts'

/** Fields in the order in which they are written; undefined: the file doesn't have it. */
export type Fields = readonly (readonly [key: string, value: string | undefined])[]

/** The text of a new file: the line that tells editors its schema, then one line for each field. */
export function fileText(kind: Kind, path: string, fields: Fields): string {
  const up = '../'.repeat(path.split('/').length - 1)
  const lines = fields.flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${yamlText(value)}`]))
  return [`# yaml-language-server: $schema=${up}schemas/${kind}.schema.json`, ...lines, ''].join('\n')
}
