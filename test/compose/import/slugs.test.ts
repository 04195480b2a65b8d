import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isId } from '../../../src/book/ids.ts'
import { idsFor } from '../../../src/compose/import/slugs.ts'

const ids = (...names: readonly string[]): readonly string[] =>
  [...idsFor(names.map((name, n) => ({ key: `${n} ${name}`, name }))).values()].map((id) =>
    id.replace(/-[0-9a-f]{8}$/u, '-#')
  )

describe('ids of what a system calls anything', () => {
  test('a clear name is its own id, an address its first part', () => {
    expect(ids('alice', 'Bob.Example', 'carol@acme.example', 'a_b')).toEqual([
      'alice',
      'bob-example',
      'carol',
      'a-b'
    ])
  })

  test('names that come to the same are all told apart, so that none depends on the order', () => {
    expect(ids('a.b', 'a-b', 'A_B', 'c')).toEqual(['a-b-#', 'a-b-#', 'a-b-#', 'c'])
    const [one, two] = [
      { key: 'user/a.b', name: 'a.b' },
      { key: 'user/a-b', name: 'a-b' }
    ]
    expect(idsFor([one, two])).toEqual(new Map([...idsFor([two, one])].toReversed()))
  })

  test('nothing, what is reserved, what is too long and what looks told apart gets a hash', () => {
    expect(ids('===', '名前', 'system', 'entitlement', 'x'.repeat(60), 'alice-1a2b3c4d')).toEqual([
      'x-#',
      'x-#',
      'system-#',
      'entitlement-#',
      `${'x'.repeat(50)}-#`,
      'alice-1a2b3c4d-#'
    ])
  })

  test('whatever the names are, all ids are valid and different, and the same in any order', () => {
    const anything = fc.uniqueArray(fc.string({ unit: 'binary', maxLength: 80 }), { maxLength: 30 })
    fc.assert(
      fc.property(anything, (names) => {
        const all = names.map((name) => ({ key: name, name: name.replaceAll(/[.]/gu, '') }))
        const made = idsFor(all)
        expect(made.size).toBe(names.length)
        expect([...made.values()].every(isId)).toBe(true)
        expect(new Set(made.values()).size).toBe(names.length)
        expect(new Map([...idsFor(all.toReversed())].toReversed())).toEqual(made)
      })
    )
  })
})
