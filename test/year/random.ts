import { seeded } from '../crash/shuffled.ts'

/** Dice that fall the same way for the same seed. */
export class Dice {
  readonly #next: () => number

  constructor(seed: number) {
    this.#next = seeded(seed)
  }

  /** Whether something happens that happens in `share` of all cases. */
  chance(share: number): boolean {
    return this.#next() < share
  }

  /** A whole number from `least` to `most`. */
  between(least: number, most: number): number {
    return least + Math.floor(this.#next() * (most - least + 1))
  }

  /** One of them. Throws RangeError for none. */
  pick<T>(items: readonly T[]): T {
    const found = items[this.between(0, items.length - 1)]
    if (found === undefined) throw new RangeError('nothing to pick from')
    return found
  }

  /** Some of them, each once, in an order of chance. */
  some<T>(items: readonly T[], count: number): readonly T[] {
    const left = [...items]
    const taken: T[] = []
    while (taken.length < count && left.length > 0)
      taken.push(...left.splice(this.between(0, left.length - 1), 1))
    return taken
  }
}
