import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { KINDS } from '../../src/book/kinds/index.ts'
import type { Kind } from '../../src/book/paths.ts'
import { judge } from '../book/judge.ts'

// Each kind of file has a folder with files that are accepted and files that are refused. A refused one says at its end
// what must be told of it, all of it, as `# expect: <code> <line>:<column>`.

const folder = (kind: string, which: string) => fileURLToPath(new URL(`${kind}/${which}/`, import.meta.url))
const kinds = Object.keys(KINDS) as Kind[]

describe.each(kinds)('examples of kind %s', kind => {
  it.each(readdirSync(folder(kind, 'valid')))('%s is accepted', file => {
    expect(judge(kind, readFileSync(folder(kind, 'valid') + file))).toEqual([])
  })

  it.each(readdirSync(folder(kind, 'invalid')))('%s is refused at its place', file => {
    const bytes = readFileSync(folder(kind, 'invalid') + file)
    const expected = [...bytes.toString('utf8').matchAll(/^# expect: (.+)$/gmu)].map(match => match[1])
    expect(expected.length).toBeGreaterThan(0)
    expect(judge(kind, bytes).map(told => `${told.code} ${told.line}:${told.column}`)).toEqual(expected)
  })

  it('are at least one accepted and four refused', () => {
    expect(readdirSync(folder(kind, 'valid')).length).toBeGreaterThanOrEqual(1)
    expect(readdirSync(folder(kind, 'invalid')).length).toBeGreaterThanOrEqual(4)
  })
})
