import { editDistance } from '../book/nearest.ts'

/** The candidate that differs least from `word`, however much that is; the first of equals; null if there are none. */
export function nearestOf(word: string, candidates: readonly string[]): string | null {
  let best: { readonly name: string; readonly distance: number } | null = null
  for (const name of candidates) {
    const distance = editDistance(word.slice(0, 64), name)
    if (best === null || distance < best.distance) best = { name, distance }
  }
  return best?.name ?? null
}
