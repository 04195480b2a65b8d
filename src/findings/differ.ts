import { compare } from '../book/compare.ts'
import type { Extent, Problem } from '../book/problem.ts'
import type { Window } from '../book/window.ts'

/**
 * The problems that `after` has and `before` lacks. Two are the same if code, file and message are: a line that moved
 * brings nothing new. Of several same ones only as many as were there before are taken off. A problem with an extent was
 * there before if one of the same key held all of it: whatever makes it smaller brings nothing.
 */
export function newProblems(before: readonly Problem[], after: readonly Problem[]): readonly Problem[] {
  const known = new Map<string, number>()
  for (const problem of before) known.set(keyOf(problem), (known.get(keyOf(problem)) ?? 0) + 1)
  const grown = beyond(before)
  return after.flatMap((problem): readonly Problem[] => {
    if (problem.extent) return grown(problem) ? [asGrown(problem, problem.extent)] : []
    const key = keyOf(problem)
    const left = known.get(key) ?? 0
    if (left > 0) known.set(key, left - 1)
    return left === 0 ? [problem] : []
  })
}

function asGrown(problem: Problem, { grown }: Extent): Problem {
  return grown ? { ...problem, ...grown } : problem
}

/** The problems with an extent that were there before and, as far as they still are, no change brought. */
export function standingProblems(before: readonly Problem[], after: readonly Problem[]): readonly Problem[] {
  const grown = beyond(before)
  return after.filter((problem) => problem.extent && !grown(problem))
}

function keyOf({ code, file, message }: Problem): string {
  return `${code}\0${file}\0${message}`
}

/** Tells whether a problem goes beyond what was there of it before. */
function beyond(before: readonly Problem[]): (problem: Problem) => boolean {
  const known = new Map<string, Extent[]>()
  for (const { extent } of before) {
    if (extent) known.set(extent.key, [...(known.get(extent.key) ?? []), extent])
  }
  return ({ extent }) =>
    extent !== undefined && !(known.get(extent.key) ?? []).some((one) => holdsAll(one, extent))
}

/** Whether everything that `after` holds, whenever it holds it, `before` held too. */
function holdsAll(before: Extent, after: Extent): boolean {
  return after.parts.every(({ item, window }) =>
    isCovered(
      window,
      before.parts.flatMap((part) => (part.item === item ? [part.window] : []))
    )
  )
}

function isCovered({ from, until }: Window, by: readonly Window[]): boolean {
  let reached = from ?? -Infinity
  for (const window of by.toSorted((a, b) => compare(a.from ?? -Infinity, b.from ?? -Infinity))) {
    if ((window.from ?? -Infinity) <= reached) reached = Math.max(reached, window.until)
  }
  return reached >= until
}
