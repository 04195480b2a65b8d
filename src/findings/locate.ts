import type { Pointer } from '../book/place.ts'
import type { Finding, Problem } from '../book/problem.ts'
import { locatePointer } from '../book/yaml/locate.ts'

/** The text of a file as it was judged; null if there is none (or none that is text). */
export type Sources = (file: string) => string | null

/** Problems at their places: sorted by file, position and code, each once. */
export function locate(problems: readonly Problem[], sources: Sources): readonly Finding[] {
  const findings = problems.map((problem) => place(problem, sources)).toSorted(compare)
  return findings.filter((finding, index) => {
    const before = findings[index - 1]
    return before === undefined || compare(before, finding) !== 0
  })
}

function place(problem: Problem, sources: Sources): Finding {
  const { code, severity, message, fix, file, pointer, atKey, at, related } = problem
  return {
    code,
    severity,
    message,
    fix,
    file,
    ...(at ?? find(sources, file, pointer, atKey === true)),
    related: (related ?? []).map((other) => ({
      file: other.file,
      ...find(sources, other.file, other.pointer, false),
      message: other.message
    }))
  }
}

function find(
  sources: Sources,
  file: string,
  pointer: Pointer,
  atKey: boolean
): { readonly line: number; readonly column: number } {
  const text = pointer.length === 0 ? null : sources(file)
  if (text === null) return { line: 1, column: 1 }
  return locatePointer(text, pointer, atKey)
}

function compare(a: Finding, b: Finding): number {
  return (
    byUnit(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    byUnit(a.code, b.code) ||
    byUnit(a.message, b.message)
  )
}

function byUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
