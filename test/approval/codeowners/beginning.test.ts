import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { ownersOf } from '../../../src/approval/codeowners/match.ts'
import { parseCodeowners } from '../../../src/approval/codeowners/parse.ts'

const part = fc.constantFrom('a', 'b', 'A', '*', '**', '?', 'a*', '\\a', '[a]')
const pattern = fc
  .tuple(fc.constantFrom('', '/'), fc.array(part, { minLength: 1, maxLength: 4 }), fc.constantFrom('', '/'))
  .map(([root, parts, folder]) => `${root}${parts.join('/')}${folder}`)
const path = fc
  .array(fc.constantFrom('a', 'b', 'A', 'ab', '[a]', '*'), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.join('/'))

test('comparing only lines that begin as the path does finds the same owner as comparing all of them', () => {
  fc.assert(
    fc.property(fc.array(pattern, { maxLength: 8 }), path, (patterns, one) => {
      const text = patterns.map((line, index) => `${line} @o${index}`).join('\n')
      const last = parseCodeowners(text).rules.findLast(({ matches }) => matches(one.split('/')))
      expect(ownersOf(text)(one)).toEqual(last ? { owners: last.owners, line: last.line } : null)
    }),
    { numRuns: 2000 }
  )
})
