import type { Form } from '../../approval/facts.ts'
import type { Instant } from '../../book/instant.ts'

/** One version of a governed file on the default branch; `form` null: it is gone. */
interface Version {
  readonly index: number
  readonly form: Form | null
}

/**
 * The default branch's own line of history (first parents), oldest first: which commits are on it, and what each governed
 * file was at each of them. Filled by whoever reads it, in order.
 */
export class MainLine {
  readonly #index = new Map<string, number>()
  readonly #dates: Instant[] = []
  readonly #versions = new Map<string, Version[]>()

  get length(): number {
    return this.#dates.length
  }

  /** Adds the next commit. `at`: its committer date. */
  add(commit: string, at: Instant): void {
    this.#index.set(commit, this.#dates.length)
    this.#dates.push(at)
  }

  /** Says what the commit added last changed against the one before it. */
  change(path: string, form: Form | null): void {
    const version = { index: this.#dates.length - 1, form }
    const known = this.#versions.get(path)
    if (known) known.push(version)
    else this.#versions.set(path, [version])
  }

  /** Place on the line, counted from 0; null: it isn't on it. */
  indexOf(commit: string | null): number | null {
    return commit === null ? null : (this.#index.get(commit) ?? null)
  }

  /** Committer date of the commit at that place; null past the end. */
  dateAt(index: number): Instant | null {
    return this.#dates[index] ?? null
  }

  /** What a path was in the tree of the commit at that place; null: not there. */
  formAt(path: string, index: number): Form | null {
    return this.#versions.get(path)?.findLast((version) => version.index <= index)?.form ?? null
  }

  /** Number of governed files in the tree of the commit at that place. */
  filesAt(index: number): number {
    let count = 0
    for (const path of this.#versions.keys()) if (this.formAt(path, index) !== null) count++
    return count
  }
}
