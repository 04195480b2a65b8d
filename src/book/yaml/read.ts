import { compose } from './compose.ts'
import { readPlain } from './plain.ts'
import { textProblem, type TextProblem } from './problem.ts'
import { decode } from './text.ts'
import { toData } from './walk.ts'

/** A file's plain data; or, if anything was wrong with its text, problems and no data. */
export type Reading =
  | { readonly data: Readonly<Record<string, unknown>>; readonly problems: readonly [] }
  | { readonly data: null; readonly problems: readonly TextProblem[] }

/**
 * Reads one file strictly: bytes to plain data, as *one* YAML 1.2 document without anything that could make it mean
 * something else to somebody else. `limit` is the largest size in bytes, judged before anything else is looked at.
 */
export function readYaml(bytes: Uint8Array, limit: number): Reading {
  if (bytes.byteLength > limit) {
    return { data: null, problems: [textProblem('file-too-large', tooLarge(limit), '', 0)] }
  }
  const plain = readPlain(bytes)
  return plain ? { data: plain, problems: [] } : readFully(bytes)
}

/** The rule on sizes, in words. */
export function tooLarge(limit: number): string {
  return `The file is larger than ${limit / 1024} KiB.`
}

/** The same by the whole YAML grammar: what {@link readYaml} falls back to for all but the plainest files. */
export function readFully(bytes: Uint8Array): Reading {
  const decoded = decode(bytes)
  if ('problem' in decoded) return { data: null, problems: [decoded.problem] }
  const composed = compose(decoded.text)
  if (!composed.document) return { data: null, problems: composed.problems }
  const { data, problems } = toData(composed.document, decoded.text)
  return data ? { data, problems: [] } : { data: null, problems }
}
