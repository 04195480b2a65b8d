import { isDeepStrictEqual } from 'node:util'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPlain } from '../../../src/book/yaml/plain.ts'
import { readFully } from '../../../src/book/yaml/read.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

/** Pieces of which YAML is made, dangerous neighbours among them. */
const PIECES = [
  'a',
  'b',
  'key',
  'aws-prod',
  'null',
  'true',
  'False',
  'x1',
  '1',
  '0',
  '007',
  '-1',
  '1e5',
  '2026-12-14',
  '2026-12-14T10:00:00Z',
  ': ',
  ':',
  ' ',
  '  ',
  '    ',
  '\n',
  '\n',
  '\n  ',
  '\n    ',
  '- ',
  '-',
  '# c',
  ' #',
  '#',
  ', ',
  ',',
  '[',
  ']',
  '{',
  '}',
  '{ ',
  ' }',
  '"',
  "'",
  '"q"',
  "'s'",
  '"a b"',
  '\\',
  '\\n',
  '|',
  '>',
  '|\n',
  '&a',
  '*a',
  '!t',
  '? ',
  '%',
  '@',
  '`',
  '---',
  '...',
  '~',
  '<<',
  '\t',
  '\r',
  '\r\n',
  'é',
  'ß',
  '\u00a0',
  '\u0085',
  '\u2028',
  '\ufeff',
  '\u200e',
  '\u061c',
  '😀',
  '/',
  '.',
  '(',
  ')',
  '=',
  '$',
  '__proto__',
  'constructor'
]
const soup = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 24 })
  .map((parts) => parts.join(''))

const word = fc.constantFrom('a', 'bc', 'd-e', 'K9', 'null', 'true', 'x')
const value = fc.oneof(
  soup.map((text) => text.replaceAll('\n', '')),
  word,
  fc.constantFrom(
    'a b',
    'a: b',
    'a:b',
    'a #b',
    'a#b',
    '"x"',
    "'y z'",
    '12',
    '2026-12-14',
    'https://a.b/c?d=e',
    '[a, b]',
    '{ a: b }'
  )
)
const flow: fc.Arbitrary<string> = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    value,
    fc.array(tie('node'), { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
    fc
      .array(fc.tuple(word, tie('node')), { maxLength: 3 })
      .map((pairs) => `{ ${pairs.map(([k, v]) => `${k}: ${v}`).join(', ')} }`)
  )
})).node
const line = fc.oneof(
  fc
    .tuple(fc.constantFrom('', '', '', '  ', '    ', ' '), word, flow)
    .map(([indent, key, text]) => `${indent}${key}: ${text}\n`),
  fc.tuple(fc.constantFrom('', '  '), word).map(([indent, key]) => `${indent}${key}:\n`),
  fc.tuple(fc.constantFrom('', '  ', '    '), flow).map(([indent, text]) => `${indent}- ${text}\n`),
  fc.constantFrom('\n', '# c\n', '  # c\n', 'x\n', '  \n')
)
const file = fc.array(line, { minLength: 1, maxLength: 8 }).map((lines) => lines.join(''))

const SEEDS = [
  'reason: Month-end reconciliation\nstarts: 2026-12-01\nexpires: 2026-12-14T08:00:00Z\nticket: OPS-1\n',
  'a: b\nc:\n  d: { e: f, g: "h i" }\n  j: [k, 1]\nl:\n  - m n\n  - { o: p }\n  - [q]\nr: s\n',
  "# x\na: https://b.c/d#e\nf: { g: [h, { i: j }] }\n\nk: 'l'\n"
]
/** A plain file with a few places overwritten: nearly plain is where a short way goes wrong. */
const mutant = fc
  .tuple(
    fc.constantFrom(...SEEDS),
    fc.array(fc.tuple(fc.nat(120), fc.nat(2), fc.constantFrom('', ...PIECES)), { maxLength: 3 })
  )
  .map(([seed, changes]) =>
    changes.reduce((text, [at, cut, piece]) => text.slice(0, at) + piece + text.slice(at + cut), seed)
  )

function agree(text: string): boolean {
  const plain = readPlain(bytes(text))
  if (plain === null) return false
  const full = readFully(bytes(text)).data
  if (!isDeepStrictEqual(full, plain))
    throw new Error(`read differently: ${JSON.stringify({ text, plain, full })}`)
  return true
}

describe('the short way of reading', () => {
  it('never reads a file differently than the whole grammar does', () => {
    let plain = 0
    fc.assert(
      fc.property(fc.oneof(soup, file, mutant, mutant, mutant), (text) => {
        const short = readPlain(bytes(text)) !== null
        expect(agree(text)).toBe(short)
        if (short) plain++
      }),
      { numRuns: 20_000 }
    )
    // A law about nothing would hold too.
    expect(plain).toBeGreaterThan(2000)
  })

  it.each([
    ['reason: Month-end reconciliation\nstarts: 2026-12-01\nexpires: 2026-12-14T08:00:00Z\nticket: OPS-1\n'],
    ['# yaml-language-server: $schema=../x.json\n\nname: Jürgen Groß\nemail: a@b.example\ngithubId: 5\n'],
    ['accounts:\n  aws-prod: { user: alice }\n  aws-dev: { role: ci/x, other: "y z" }\n# end\n'],
    [
      'approvers: ["@acme/a", \'@acme/b\']\nsubjects: [person, workload]\ntarget: { statements: [{ actions: [s3:Get] }] }\n'
    ],
    [
      'runs:\n  - { kind: other, ref: "repo:a/b:c" }\n  - plain\n  - 7\ntask: https://github.com/acme/x/issues/1\n'
    ]
  ])('takes %j', (text) => {
    expect(agree(text)).toBe(true)
  })

  it.each([
    ['a: &x b\n'],
    ['a: *x\n'],
    ['a: !t b\n'],
    ['a: b: c\n'],
    ['a: b #c\n'],
    ['a: b\n  c\n'],
    ['a: true\n'],
    ['a: 007\n'],
    ['a: 0x1\n'],
    ['a: b\na: c\n'],
    ['null: b\n'],
    ['a:\n'],
    ['a: \n'],
    ['a: "\\0"\n'],
    ['a: |\n  b\n'],
    ['a: b\r\n'],
    ['a: b'],
    [''],
    ['# c\n'],
    ['__proto__: b\n'],
    ['a: {b: c, b: d}\n'],
    ['a: [b, ]\n'],
    ['a: [b: c]\n'],
    ['a: {b}\n'],
    ['- a\n'],
    ['---\na: b\n'],
    ['\ufeffa: b\n'],
    ['a: b\u0000\n'],
    ['a: b\u202e\n'],
    ['a: b\u0085\n'],
    ['a: b\n\tc: d\n'],
    ['? a\n: b\n'],
    ['<<: a\n'],
    ['a: .inf\n'],
    ['a: ~\n']
  ])('leaves %j to the whole grammar', (text) => {
    expect(readPlain(bytes(text))).toBeNull()
  })

  it('leaves bytes that are not UTF-8 to the whole grammar', () => {
    expect(readPlain(Uint8Array.from([0x61, 0x3a, 0x20, 0xff, 0x0a]))).toBeNull()
  })
})
