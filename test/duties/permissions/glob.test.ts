import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  covers,
  meets,
  PART,
  readGlob,
  readLiteral,
  type Tokens
} from '../../../src/duties/permissions/glob.ts'

/** Every text of up to four characters of a small alphabet. */
const TEXTS = ['', ...lengthen(['']), ...lengthen(lengthen([''])), ...lengthen(lengthen(lengthen([''])))]
  .concat(lengthen(lengthen(lengthen(lengthen([''])))))
  .filter((text, index, all) => all.indexOf(text) === index)

function lengthen(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) => ['a', 'b', ':'].map((char) => `${text}${char}`))
}

/** Matching by trying, run by run. */
function matches([head, ...rest]: Tokens, text: string): boolean {
  if (head === undefined) return text === ''
  const next = text.codePointAt(0)
  if (head === -1 || head === PART) {
    return (
      matches(rest, text) ||
      (next !== undefined && (head === -1 || next !== 58) && matches([head, ...rest], text.slice(1)))
    )
  }
  return next !== undefined && (head === -2 || head === next) && matches(rest, text.slice(1))
}

const pattern = fc
  .tuple(fc.array(fc.constantFrom('a', 'b', ':', '*', '*', '?'), { maxLength: 4 }), fc.boolean())
  .map(([chars, part]) => (part ? readGlob(chars.join(''), PART) : readGlob(chars.join(''))))

it('two patterns meet exactly if some text matches both', () => {
  fc.assert(
    fc.property(pattern, pattern, (a, b) => {
      // A shortest common text is no longer than both patterns without their runs.
      fc.pre([...a, ...b].filter((token) => token !== -1 && token !== PART).length <= 4)
      expect(meets(a, b)).toBe(TEXTS.some((text) => matches(a, text) && matches(b, text)))
      expect(meets(b, a)).toBe(meets(a, b))
    }),
    { numRuns: 2000 }
  )
})

it('a cover is never claimed falsely, and never missed for a plain text', () => {
  fc.assert(
    fc.property(pattern, pattern, fc.constantFrom(...TEXTS), (wide, narrow, plain) => {
      const counterexample = TEXTS.find((text) => matches(narrow, text) && !matches(wide, text))
      expect(covers(wide, narrow) ? counterexample : undefined).toBeUndefined()
      expect(covers(wide, readLiteral(plain))).toBe(matches(wide, plain))
    }),
    { numRuns: 2000 }
  )
})

it('a pattern covers itself and everything is covered by a star', () => {
  fc.assert(
    fc.property(pattern, (one) => {
      expect(covers(one, one)).toBe(true)
      expect(covers(readGlob('**'), one)).toBe(true)
    })
  )
})
