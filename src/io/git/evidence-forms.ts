import type { Form, PathDifference } from '../../approval/facts.ts'
import type { Tree } from '../../book/tree.ts'

const PREFIX = 'approved/'

/** Forms of the approved tree while one goes along the branch: those of a commit, and what came after it. */
export class Forms {
  readonly #base: Tree | null
  readonly #moved: Map<string, Form | null>

  /** `base` is null before the first commit. */
  constructor(base: Tree | null, moved: ReadonlyMap<string, Form | null> = new Map()) {
    this.#base = base
    this.#moved = new Map(moved)
  }

  /** The same, to go on from without changing this one. */
  copy(): Forms {
    return new Forms(this.#base, this.#moved)
  }

  /** Form of a governed file, by its path without `approved/`. */
  get(path: string): Form | null {
    const moved = this.#moved.get(path)
    if (moved !== undefined) return moved
    const entry = this.#base?.entries.get(path)
    return entry?.blob ? { mode: entry.mode, blob: entry.blob } : null
  }

  take(changes: readonly PathDifference[]): void {
    for (const { path, after } of changes)
      if (path.startsWith(PREFIX)) this.#moved.set(path.slice(PREFIX.length), after)
  }
}
