import type { Problem } from '../book/problem.ts'

/**
 * The problems that `after` has and `before` lacks. Two are the same if code, file and message are: a line that moved
 * brings nothing new. Of several same ones only as many as were there before are taken off.
 */
export function newProblems(before: readonly Problem[], after: readonly Problem[]): readonly Problem[] {
  const known = new Map<string, number>()
  for (const problem of before) known.set(keyOf(problem), (known.get(keyOf(problem)) ?? 0) + 1)
  return after.filter((problem) => {
    const key = keyOf(problem)
    const left = known.get(key) ?? 0
    if (left > 0) known.set(key, left - 1)
    return left === 0
  })
}

function keyOf({ code, file, message }: Problem): string {
  return `${code}\0${file}\0${message}`
}
