import { keepIn } from './bounded.ts'

/** So many texts are kept; then the keeping begins anew. */
const MOST = 200_000

const known = new Map<string, string>()

/**
 * The same text, one copy for all who hold it: names of people and systems and bodies of statements stand in the book, the
 * record and live state, a hundred thousand times each.
 */
export function intern<Text extends string>(text: Text): Text {
  const copy = known.get(text)
  // What is found under a text is that text.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  if (copy !== undefined) return copy as Text
  keepIn(known, MOST, text, text)
  return text
}
