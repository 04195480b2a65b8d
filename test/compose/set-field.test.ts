import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readEnd, writeEnd } from '../../src/compose/end.ts'
import { dropField, setField } from '../../src/compose/set-field.ts'
import { at } from '../support/book.ts'

const AFTER = ['email', 'github', 'githubId', 'manager']
const set = (text: string, field = 'expires', value = '2027-01-31'): string | null =>
  setField(text, field, value, AFTER)

describe('a field that is there', () => {
  test.each([
    [
      'with comments',
      '# a\nreason: x # y\nexpires: 2026-12-14 # until then\n# z\n',
      '# a\nreason: x # y\nexpires: 2027-01-31 # until then\n# z\n'
    ],
    [
      'with CRLF',
      'reason: x\r\nexpires: 2026-12-14\r\nticket: A\r\n',
      'reason: x\r\nexpires: 2027-01-31\r\nticket: A\r\n'
    ],
    [
      'CRLF and a comment',
      'expires: 2026-12-14 # b\r\nreason: x\r\n',
      'expires: 2027-01-31 # b\r\nreason: x\r\n'
    ],
    ['in double quotes', 'expires: "2026-12-14"\n', 'expires: "2027-01-31"\n'],
    ['in single quotes', "expires: '2026-12-14'\n", "expires: '2027-01-31'\n"],
    ['under a quoted key', '"expires":   2026-12-14\n', '"expires":   2027-01-31\n'],
    [
      'in flow form',
      '{reason: x, expires: 2026-12-14, ticket: A}\n',
      '{reason: x, expires: 2027-01-31, ticket: A}\n'
    ],
    ['as a block', 'expires: |-\n  2026-12-14\nreason: x\n', 'expires: 2027-01-31\nreason: x\n'],
    ['without an end of line', 'reason: x\nexpires: 2026-12-14', 'reason: x\nexpires: 2027-01-31'],
    [
      'beside its own name in a text',
      'reason: "expires: 2026-12-14"\nexpires: 2026-12-14\n',
      'reason: "expires: 2026-12-14"\nexpires: 2027-01-31\n'
    ],
    ['between document marks', '---\nexpires: 2026-12-14\n...\n', '---\nexpires: 2027-01-31\n...\n']
  ])('%s', (_, before, after) => {
    expect(set(before)).toBe(after)
  })

  test('may become an instant', () => {
    expect(set('{expires: 2026-12-14}\n', 'expires', '2027-01-31T08:00:00Z')).toBe(
      '{expires: 2027-01-31T08:00:00Z}\n'
    )
  })

  test('of a text that can’t be read strictly is left alone', () => {
    expect(set('expires: 1\nexpires: 2\n')).toBeNull()
    expect(set('expires: [1]\n')).toBeNull()
    expect(set('- expires\n')).toBeNull()
    expect(set('a: &x 1\nexpires: 2026-12-14\n')).toBeNull()
  })
})

describe('a field that isn’t there', () => {
  const ends = (text: string): string | null => set(text, 'ends')
  test.each([
    [
      'after the last that may stand before it',
      'name: A\nemail: a@b.c\nmanager: bob # the boss\n# where\naccounts:\n  x: {}\n',
      'name: A\nemail: a@b.c\nmanager: bob # the boss\nends: 2027-01-31\n# where\naccounts:\n  x: {}\n'
    ],
    ['with CRLF', 'email: a@b.c\r\naccounts: {}\r\n', 'email: a@b.c\r\nends: 2027-01-31\r\naccounts: {}\r\n'],
    ['at the end of a file without an end of line', 'email: a@b.c', 'email: a@b.c\nends: 2027-01-31'],
    ['in flow form', '{email: a@b.c, accounts: {}}\n', '{email: a@b.c, ends: 2027-01-31, accounts: {}}\n'],
    [
      'indented as its neighbours are',
      '  name: A\n  email: a@b.c\n',
      '  name: A\n  email: a@b.c\n  ends: 2027-01-31\n'
    ],
    [
      'after a block',
      'email: |-\n  a@b.c\naccounts: {}\n',
      'email: |-\n  a@b.c\nends: 2027-01-31\naccounts: {}\n'
    ]
  ])('comes %s', (_, before, after) => {
    expect(ends(before)).toBe(after)
  })

  test('has no place in a file with none of its neighbours', () => {
    expect(ends('name: A\n')).toBeNull()
  })
})

test('whatever stands beside it, nothing else is changed', () => {
  const line = fc.constantFrom(
    '# c',
    'ticket: A # b',
    'reason: "x\\ny"',
    'task: https://a.example/#x',
    '',
    'requester:   bob'
  )
  const eol = fc.constantFrom('\n', '\r\n')
  fc.assert(
    fc.property(fc.uniqueArray(line), fc.uniqueArray(line), eol, (above, below, end) => {
      const rest = below.filter((each) => !above.includes(each))
      const text = (date: string): string => [...above, `expires: ${date} # d`, ...rest, ''].join(end)
      expect(set(text('2026-12-14'))).toBe(text('2027-01-31'))
    })
  )
})

describe('an end', () => {
  const from = at('2026-11-20T09:00:00Z')
  test.each([
    ['2026-12-14', '2026-12-14', '2026-12-15T00:00:00Z'],
    ['2026-12-14T18:00:00+01:00', '2026-12-14T18:00:00+01:00', '2026-12-14T17:00:00Z'],
    ['8h', '2026-11-20T17:00:00Z', '2026-11-20T17:00:00Z'],
    ['15h', '2026-11-20', '2026-11-21T00:00:00Z'],
    ['14d', '2026-12-04T09:00:00Z', '2026-12-04T09:00:00Z']
  ])('%s is written %s', (given, text, instant) => {
    expect(readEnd(given, from)).toEqual({ text, at: at(instant) })
  })
  test.each(['2026-02-31', '14', '0d', 'tomorrow', '', '14w'])('%j is none', (given) => {
    expect(readEnd(given, from)).toBeNull()
  })
  test('at midnight is the day before', () => {
    expect(writeEnd(at('2026-12-15T00:00:00Z'))).toBe('2026-12-14')
  })
})

describe('a field that is dropped', () => {
  test.each<[string, string, string | null]>([
    ['with its comment', 'owner: a\nbackup: b # for now\n# c\npurpose: x\n', 'owner: a\n# c\npurpose: x\n'],
    ['as the last line', 'owner: a\r\nbackup: "b"', 'owner: a\r\n'],
    ['as a block', 'owner: a\nbackup: >-\n  b\npurpose: x\n', 'owner: a\npurpose: x\n'],
    ['that isn’t there', 'owner: a\n', null],
    ['beside others in one line', '{owner: a, backup: b}\n', null],
    ['that holds more than a text', 'owner: a\nbackup: [b]\n', null],
    ['of what can’t be read', 'owner: &x a\nbackup: b\n', null]
  ])('%s', (_, text, expected) => {
    expect(dropField(text, 'backup')).toBe(expected)
  })
})
