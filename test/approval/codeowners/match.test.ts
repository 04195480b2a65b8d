import { describe, expect, test } from 'vitest'
import { ownersOf } from '../../../src/approval/codeowners/match.ts'
import { PATTERNS } from './patterns.ts'

const checks = PATTERNS.flatMap(({ pattern, yes, no }) => [
  ...yes.map((path) => ({ pattern, path, owned: true })),
  ...no.map((path) => ({ pattern, path, owned: false }))
])

test('the table holds at least two hundred checks of a path', () => {
  expect(checks.length).toBeGreaterThanOrEqual(200)
})

test.each(checks)('$pattern and $path: $owned', ({ pattern, path, owned }) => {
  expect(ownersOf(`${pattern} @acme/x`)(path)).toEqual(owned ? { owners: ['@acme/x'], line: 1 } : null)
})

describe('of several lines', () => {
  const text = [
    '# whole repository',
    '* @acme/all   # everybody',
    '',
    '/docs/ @acme/docs @carol-acme',
    '   /docs/internal/',
    '*.tf @acme/platform\t@dave-acme',
    '/docs/secret.tf @acme/security # and nobody else',
    '/docs/broken.md @acme/one not-an-owner',
    '!/docs/x @acme/y',
    '\\#hash @acme/y',
    '/mail/ judy@acme.example',
    'a***b @acme/y'
  ].join('\r\n')
  const owners = ownersOf(text)

  test.each([
    ['README.md', ['@acme/all'], 2],
    ['docs/a.md', ['@acme/docs', '@carol-acme'], 4],
    ['docs/internal/a.md', [], 5],
    ['docs/internal/a.tf', ['@acme/platform', '@dave-acme'], 6],
    ['docs/secret.tf', ['@acme/security'], 7],
    ['docs/broken.md', ['@acme/docs', '@carol-acme'], 4],
    ['docs/x', ['@acme/docs', '@carol-acme'], 4],
    ['#hash', ['@acme/all'], 2],
    ['mail/a', ['judy@acme.example'], 11],
    ['aXb', ['@acme/all'], 2]
  ])('%s', (path, expected, line) => {
    expect(owners(path)).toEqual({ owners: expected, line })
  })
})

test('a path that no line matches has no answer, unlike one that is un-owned', () => {
  const owners = ownersOf('/a/ @acme/a\n/a/b/\n')
  expect([owners('c'), owners('a/b/c')]).toEqual([null, { owners: [], line: 2 }])
})

test('a pattern full of stars is judged at once', () => {
  const owners = ownersOf(`${'*a'.repeat(2000)}b @acme/a\n${'**/a/'.repeat(400)}b @acme/a`)
  expect(owners(`${'a'.repeat(4000)}/${'a/'.repeat(1000)}c`)).toBeNull()
})
