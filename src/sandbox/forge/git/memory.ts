import { keepIn } from '../../../book/bounded.ts'

const MOST = 2000

/** Answers of one kind of question about objects, which never change. */
export class Memory<T> {
  readonly #known = new Map<string, { readonly answer: T }>()

  /** The answer as it was, or computed now. */
  get(question: string, compute: () => T): T {
    const known = this.#known.get(question)
    return (known ?? keepIn(this.#known, MOST, question, { answer: compute() })).answer
  }
}
