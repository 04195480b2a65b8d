import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalDocument, digestOf } from '../../../../src/connectors/aws-iam/outside/canonical.ts'
import { idOf, line } from '../../../../src/connectors/aws-iam/outside/words.ts'

const digest = (value: unknown): string =>
  digestOf(canonicalDocument(typeof value === 'string' ? value : JSON.stringify(value)))
const one = (statement: object): object => ({ Version: '2012-10-17', Statement: [statement] })
const BASE = {
  Effect: 'Allow',
  Action: ['s3:Get*', 's3:List*'],
  Resource: ['a', 'b'],
  Condition: { Bool: { 'aws:SecureTransport': 'true' } }
}

describe('digests of documents', () => {
  test.each([
    ['white space', JSON.stringify(one(BASE), null, 3)],
    [
      'order of keys',
      { Statement: [Object.fromEntries(Object.entries(BASE).toReversed())], Version: '2012-10-17' }
    ],
    ['order of lists', one({ ...BASE, Action: ['s3:List*', 's3:Get*'], Resource: ['b', 'a', 'b'] })],
    ['one statement without its list', { Version: '2012-10-17', Statement: BASE }],
    ['a truth value for its text', one({ ...BASE, Condition: { Bool: { 'aws:SecureTransport': [true] } } })]
  ])('don’t change with %s', (_what, other) => {
    expect(digest(other)).toBe(digest(one(BASE)))
  })

  test.each([
    ['another version of the language', { ...one(BASE), Version: '2008-10-17' }],
    ['a statement more', { Version: '2012-10-17', Statement: [BASE, { ...BASE, Effect: 'Deny' }] }],
    ['a resource less', one({ ...BASE, Resource: 'a' })],
    [
      'NotAction for Action',
      one({ Effect: 'Allow', NotAction: BASE.Action, Resource: BASE.Resource, Condition: BASE.Condition })
    ],
    ['another condition', one({ ...BASE, Condition: { Bool: { 'aws:SecureTransport': 'false' } } })],
    ['case', one({ ...BASE, Resource: ['A', 'b'] })],
    ['no document', 'nonsense']
  ])('change with %s', (_what, other) => {
    expect(digest(other)).not.toBe(digest(one(BASE)))
  })

  test('of any value, statements in any order give the same', () => {
    const statement = fc.record({
      Effect: fc.constantFrom('Allow', 'Deny'),
      Action: fc.array(fc.string(), { minLength: 1 }),
      Resource: fc.string()
    })
    fc.assert(
      fc.property(fc.array(statement, { minLength: 1 }), fc.nat(), (statements, by) => {
        const turned = [
          ...statements.slice(by % statements.length),
          ...statements.slice(0, by % statements.length)
        ]
        expect(digest({ Statement: turned })).toBe(digest({ Statement: statements }))
      })
    )
  })
})

describe('ids and words', () => {
  test('different names give different printable ids, however long or hostile', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 600, unit: 'binary' }),
        fc.string({ maxLength: 600, unit: 'binary' }),
        (a, b) => {
          const [x, y] = [idOf('inline', a), idOf('inline', b)]
          expect(x).toMatch(/^[\x20-\x7e]{1,420}$/u)
          expect(x === y).toBe(a === b)
        }
      )
    )
  })

  test('long names that differ at their end stay apart', () => {
    const long = 'x'.repeat(2000)
    expect(idOf('attached', `${long}a`)).not.toBe(idOf('attached', `${long}b`))
  })

  test('text from outside is one line of limited length', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 2000, unit: 'binary' }), (text) => {
        const words = line(text)
        expect(words).not.toMatch(/[\p{C}\u2028\u2029]/u)
        expect(words.length).toBeLessThanOrEqual(601)
      })
    )
    expect(line('a\n::error::\u202eb')).toBe('a?::error::?b')
  })
})
