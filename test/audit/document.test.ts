import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { CODES } from '../../src/evidence/audit/codes.ts'

const DOCUMENT = new URL('../../docs/audit.md', import.meta.url)

test('the document has every code with its meaning, and no other', () => {
  const text = readFileSync(DOCUMENT, 'utf8')
  const table = text.slice(text.indexOf('<!-- codes -->\n') + 15, text.indexOf('<!-- /codes -->'))
  const rows = Object.entries(CODES).map(([code, meaning]) => `| \`${code}\` | ${meaning} |\n`)
  expect(table).toBe(`| code | meaning |\n|---|---|\n${rows.join('')}`)
})

test('every code is told somewhere', () => {
  const folder = new URL('../../src/evidence/', import.meta.url)
  const sources = ['.', 'audit'].flatMap((sub) =>
    readdirSync(new URL(`${sub}/`, folder))
      .filter((name) => name.endsWith('.ts') && name !== 'codes.ts')
      .map((name) => readFileSync(new URL(`${sub}/${name}`, folder), 'utf8'))
  )
  sources.push(readFileSync(new URL('../../src/commands/audit.ts', import.meta.url), 'utf8'))
  sources.push(readFileSync(new URL('../../src/io/github/audit-records.ts', import.meta.url), 'utf8'))
  const unused = Object.keys(CODES).filter((code) => !sources.some((source) => source.includes(`'${code}'`)))
  expect(unused).toEqual([])
})
