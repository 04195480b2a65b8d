import { compare } from '../book/compare.ts'
import type { Pointer } from '../book/place.ts'
import type { Finding, Problem } from '../book/problem.ts'
import { withoutSecrets } from '../book/secrets.ts'
import { Locator } from '../book/yaml/locate.ts'

/** The text of a file as it was judged; null if there is none (or none that is text). */
export type Sources = (file: string) => string | null

/** Problems at their places: sorted by file, position and code, each once. */
export function locate(problems: readonly Problem[], sources: Sources): readonly Finding[] {
  const find = finder(sources)
  const findings = problems.map((problem) => place(problem, find)).toSorted(byPlace)
  return findings.filter((finding, index) => {
    const before = findings[index - 1]
    return before === undefined || byPlace(before, finding) !== 0
  })
}

function place(problem: Problem, find: Find): Finding {
  const { code, severity, message, fix, file, pointer, atKey, at, related } = problem
  return {
    code,
    severity,
    message: withoutSecrets(message),
    fix: withoutSecrets(fix),
    file,
    ...(at ?? find(file, pointer, atKey === true)),
    related: (related ?? []).map((other) => ({
      file: other.file,
      ...find(other.file, other.pointer, false),
      message: withoutSecrets(other.message)
    }))
  }
}

type Find = (
  file: string,
  pointer: Pointer,
  atKey: boolean
) => { readonly line: number; readonly column: number }

/** Reads the text of a file once, however many places are wanted in it. */
function finder(sources: Sources): Find {
  const locators = new Map<string, Locator | null>()
  return (file, pointer, atKey) => {
    if (pointer.length === 0) return { line: 1, column: 1 }
    let locator = locators.get(file)
    if (locator === undefined) {
      const text = sources(file)
      locator = text === null ? null : new Locator(text)
      locators.set(file, locator)
    }
    return locator?.locate(pointer, atKey) ?? { line: 1, column: 1 }
  }
}

function byPlace(a: Finding, b: Finding): number {
  return (
    compare(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compare(a.code, b.code) ||
    compare(a.message, b.message)
  )
}
