import { describe, expect, it } from 'vitest'
import { readYaml } from '../../src/book/yaml/read.ts'
import { HOSTILE } from '../hostile/cases.ts'

const KIB = 1024
const read = (text: string) => readYaml(new TextEncoder().encode(text), 16 * KIB)
const first = (text: string) => {
  const [problem] = read(text).problems
  return problem ? `${problem.code} ${problem.at.line}:${problem.at.column}` : read(text).data
}

// One line each; the whole collection, with times and memory, is in test/hostile.
describe('43. YAML that is a bomb or means two things is refused where it stands', () => {
  it.each([
    ['alias', 'a: &x b\nc: *x\n', 'yaml-anchor 1:4'],
    ['merge key', 'a: b\n<<: { c: d }\n', 'yaml-merge-key 2:1'],
    ['tag', 'a: !!int "3"\n', 'yaml-tag 1:4'],
    ['duplicate key', 'expires: 2026-12-14\nexpires: 2099-12-14\n', 'yaml-duplicate-key 2:1'],
    ['complex key', '? { a: b }\n: c\n', 'yaml-complex-key 1:1'],
    ['several documents', 'a: b\n---\na: c\n', 'yaml-documents 2:1'],
    ['deep nesting', `a: ${'['.repeat(8)}${']'.repeat(8)}\n`, 'yaml-depth 1:11'],
    ['huge file', `# ${'x'.repeat(16 * KIB)}`, 'file-too-large 1:1'],
    ['many commas', `a: [b${','.repeat(9000)}]\n`, 'yaml-syntax 1:7'],
    ['NUL', 'a: b\0\n', 'yaml-character 1:5'],
    ['byte-order mark', '\ufeffa: b\n', 'yaml-bom 1:1'],
    ['lone surrogate', 'a: "\\ud800"\n', 'yaml-character 1:4'],
    ['tab as indentation', 'a:\n\tb: c\n', 'yaml-syntax 2:1'],
    ['lone CR', 'a: b\rexpires: 2099-12-14\n', 'yaml-character 1:5']
  ])('%s', (_, text, place) => {
    expect(first(text)).toBe(place)
  })

  it('what is honest is read: CRLF, one document mark, comments, tabs inside texts, every alphabet', () => {
    expect(first('---\r\na: b # why\r\nc: "d"\r\n...\r\n')).toEqual({ a: 'b', c: 'd' })
    expect(first('a: b\tc\n')).toEqual({ a: 'b\tc' })
    expect(first('a: |\n  zwei\n  Zeilen\nb: >-\n  eine\n  Zeile\n')).toEqual({
      a: 'zwei\nZeilen\n',
      b: 'eine Zeile'
    })
    expect(first('a: Ünïcödé 漢字 ελληνικά 😀 عربى\n')).toEqual({ a: 'Ünïcödé 漢字 ελληνικά 😀 عربى' })
    expect(first(`a: ${'['.repeat(7)}${']'.repeat(7)}\n`)).toEqual({ a: [[[[[[[]]]]]]] })
    expect(first('no: no\nyes: on\noff: y\n')).toEqual({ no: 'no', yes: 'on', off: 'y' })
  })

  it('a thousand items, the most that access found outside may have, are read', () => {
    const item = `  - id: "attached:arn:aws:iam::aws:policy/X"\n    what: X\n    firstSeen: 2026-11-21T02:13:00Z\n    by: unknown\n    lastUsed: null\n    digest: "sha256:${'0'.repeat(64)}"\n`
    const text = `principal: p\nitems:\n${item.repeat(1000)}expires: 2026-11-28\ndecision: undecided\n`
    const { data } = readYaml(new TextEncoder().encode(text), 256 * KIB)
    expect(data?.['items']).toHaveLength(1000)
  })

  it('a prototype is never touched', () => {
    expect(first('__proto__: { polluted: true }\n')).toBe('yaml-key-unsafe 1:1')
    const data = read('constructor: { prototype: x }\n').data ?? {}
    // What is inherited is nothing, which nobody can change.
    const prototype: unknown = Object.getPrototypeOf(data)
    const above: unknown = Object.getPrototypeOf(prototype)
    expect([Reflect.ownKeys(prototype as object), Object.isFrozen(prototype), above]).toEqual([
      [],
      true,
      null
    ])
    expect([Object.keys(data), 'toString' in data, 'polluted' in {}]).toEqual([['constructor'], false, false])
  })

  it('there are many more of them', () => {
    expect(HOSTILE.length).toBeGreaterThan(250)
  })
})
