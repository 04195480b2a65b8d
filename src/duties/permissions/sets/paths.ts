import type { ActionPath } from '../types.ts'

/** One line of a list of paths: id, where it is described, actions with spaces between them, half a sentence. */
export type PathLine = readonly [id: string, source: string, actions: string, title: string]

/** Paths of a list; `base` stands before each source. */
export function pathsOf(base: string, lines: readonly PathLine[]): readonly ActionPath[] {
  return lines.map(([id, source, actions, title]) => ({
    id,
    actions: actions.split(' '),
    title,
    source: `${base}${source}`
  }))
}
