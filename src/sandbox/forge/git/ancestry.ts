/** A commit's place in history. */
interface Place {
  readonly parents: readonly string[]
  /** One more than the greatest of its parents: whatever comes from a commit has a greater one. */
  readonly generation: number
}

const LEFT = 1
const RIGHT = 2
const BELOW = 4

/**
 * How commits come from each other, told in this process. Exact: commits are looked at by generation, so that each is seen
 * after everything that comes from it, as git itself does with a commit graph. What it is asked answers null where a
 * commit can't be read.
 */
export class Ancestry {
  readonly #parentsOf: (id: string) => readonly string[] | null
  readonly #places = new Map<string, Place>()

  /** `parentsOf`: null for a commit that isn't here to read. */
  constructor(parentsOf: (id: string) => readonly string[] | null) {
    this.#parentsOf = parentsOf
  }

  /** Whether a commit is among the ancestors of another, or is it. */
  isAncestor(old: string, young: string): boolean | null {
    const [least, most] = [this.#place(old)?.generation, this.#place(young)?.generation]
    if (least === undefined || most === undefined) return null
    const found = new Set([young])
    for (const id of found) {
      if (id === old) return true
      for (const parent of this.#at(id).parents) if (this.#at(parent).generation >= least) found.add(parent)
    }
    return false
  }

  /** The best common ancestors: none of them comes from another. */
  mergeBases(a: string, b: string): readonly string[] | null {
    const bases: string[] = []
    const whole = this.#walk(a, b, (id, sides) => {
      if (sides === (LEFT | RIGHT)) bases.push(id)
    })
    return whole ? bases : null
  }

  /** How many commits each of two has that the other lacks. */
  apart(a: string, b: string): { readonly left: number; readonly right: number } | null {
    let [left, right] = [0, 0]
    const whole = this.#walk(a, b, (_, sides) => {
      left += Number(sides === LEFT)
      right += Number(sides === RIGHT)
    })
    return whole ? { left, right } : null
  }

  /**
   * Goes through what two commits come from, each with the sides that it is on, until nothing is left that is on one alone.
   * False: not all of it can be read.
   */
  #walk(a: string, b: string, see: (id: string, sides: number) => void): boolean {
    if (!this.#place(a) || !this.#place(b)) return false
    const marks = new Map<string, number>()
    const waiting = new Map<number, Set<string>>()
    // How many of those that wait may still lead to something new.
    let open = 0
    const mark = (id: string, more: number): void => {
      const before = marks.get(id)
      const after = (before ?? 0) | more
      marks.set(id, after)
      const { generation } = this.#at(id)
      waiting.set(generation, (waiting.get(generation) ?? new Set()).add(id))
      open += Number((after & BELOW) === 0) - Number(before !== undefined && (before & BELOW) === 0)
    }
    mark(a, LEFT)
    mark(b, RIGHT)
    for (let at = Math.max(...waiting.keys()); at > 0 && open > 0; at--) {
      for (const id of waiting.get(at) ?? []) {
        const own = marks.get(id) ?? 0
        const common = own === (LEFT | RIGHT)
        see(id, own)
        if ((own & BELOW) === 0) open--
        for (const parent of this.#at(id).parents) mark(parent, common ? own | BELOW : own)
      }
    }
    return true
  }

  #at(id: string): Place {
    const place = this.#place(id)
    if (!place) throw new RangeError(`commit ${id} was not looked at`)
    return place
  }

  /** With all that it rests on; null if anything of it can't be read. */
  #place(id: string): Place | null {
    const known = this.#places.get(id)
    if (known) return known
    const stack = [id]
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const parents = this.#places.has(top) ? [] : this.#parentsOf(top)
      if (parents === null) return null
      const unknown = parents.filter((parent) => !this.#places.has(parent))
      if (unknown.length > 0) {
        stack.push(...unknown)
        continue
      }
      if (!this.#places.has(top)) {
        const generations = parents.map((parent) => this.#places.get(parent)?.generation ?? 0)
        this.#places.set(top, { parents, generation: 1 + Math.max(0, ...generations) })
      }
      stack.pop()
    }
    return this.#places.get(id) ?? null
  }
}
