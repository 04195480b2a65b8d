import { keepIn } from '../../book/bounded.ts'
import { identityOf } from './identity.ts'

/** So many answers are kept, each of at most so many bytes. */
const MOST = 256
const LARGE = 256 * 1024
const OBJECT_ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u

/**
 * Answers of git to one kind of question about objects that are named by their full ids. These never change, and one
 * command asks for the same tree many times. Only what git has answered is kept, never that it has nothing to say.
 */
export class Once<T extends Buffer | string> {
  readonly #known = new Map<string, T>()

  /** The answer as it was, or as it is now. A null answer is asked for again the next time. */
  async get<A extends T | null>(
    root: string,
    id: string,
    question: string,
    ask: () => Promise<A>
  ): Promise<A | T> {
    if (!OBJECT_ID.test(id)) return ask()
    // Another repository may lie there by now under the same name.
    const key = `${identityOf(root)}\0${root}\0${id}\0${question}`
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const answer = await ask()
    if (answer === null || answer.length > LARGE) return answer
    return keepIn(this.#known, MOST, key, answer)
  }
}
