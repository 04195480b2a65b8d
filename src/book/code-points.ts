/**
 * The length of a text in Unicode code points: what JSON Schema's `minLength` and `maxLength` count.
 * @public used by the generated validators
 */
export function codePoints(text: string): number {
  let count = 0
  for (const _ of text) count++
  return count
}
