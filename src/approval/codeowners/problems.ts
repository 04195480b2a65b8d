import type { Problem } from '../../book/problem.ts'
import { CODEOWNERS_CODES } from '../../findings/codeowners-codes.ts'
import { CODEOWNERS_PATH } from './generate.ts'
import { parseCodeowners, TOO_LARGE } from './parse.ts'

const RUN = 'Run "npx grantbook codeowners" and commit the file.'

/**
 * What is wrong with the CODEOWNERS file of a tree.
 *
 * @param text The file; null: there is none.
 * @param generated What the tree's book generates.
 * @param required Whether there must be one.
 */
export function codeownersProblems(
  text: string | null,
  generated: string,
  required: boolean
): readonly Problem[] {
  const problems: Problem[] = []
  if (new TextEncoder().encode(generated).length >= TOO_LARGE) {
    const message = 'The generated file is 3 MB or more, which GitHub doesn’t load at all.'
    problems.push(problem('codeowners-too-large', message, 'Spread entitlements over several repositories.'))
  }
  if (text === null) {
    if (!required) return problems
    const message = 'There is no CODEOWNERS file: GitHub asks nobody in particular for reviews.'
    return [...problems, problem('codeowners-missing', message, RUN)]
  }
  if (text === generated) return problems
  const message =
    'The file isn’t what the files under grants/ generate: GitHub asks the wrong people for reviews.'
  problems.push({
    ...problem('codeowners-stale', message, RUN),
    at: { line: firstDifference(text, generated), column: 1 }
  })
  for (const { line, column, what, fix } of parseCodeowners(text).faults)
    problems.push({ ...problem('codeowners-line', what, fix), at: { line, column } })
  return problems
}

function problem(code: keyof typeof CODEOWNERS_CODES, message: string, fix: string): Problem {
  return { code, severity: CODEOWNERS_CODES[code].severity, message, fix, file: CODEOWNERS_PATH, pointer: [] }
}

/** Counted from 1. */
function firstDifference(a: string, b: string): number {
  const [left, right] = [a.split('\n'), b.split('\n')]
  return left.findIndex((line, index) => line !== right[index]) + 1 || left.length
}
