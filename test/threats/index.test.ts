import { readdir, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { generate } from '../../scripts/generate/threats.ts'
import { THREATS } from '../../scripts/threats/list.ts'
import { ROOT } from '../../scripts/house/root.ts'

const names = (await readdir(`${ROOT}test/threats`)).filter(
  (name) => name.endsWith('.test.ts') && name !== 'index.test.ts'
)

test('every test of a threat is named after a threat on the list', () => {
  expect(names.filter((name) => !/^\d\d-/u.test(name) || !THREATS.has(Number(name.slice(0, 2))))).toEqual([])
})

test('every threat on the list has a test of its name', () => {
  const tested = new Set(names.map((name) => Number(name.slice(0, 2))))
  expect([...THREATS.keys()].filter((number) => !tested.has(number))).toEqual([])
})

test('the documents link each of them', async () => {
  const text = await readFile(`${ROOT}docs/threats.md`, 'utf8')
  expect(text).toBe((await generate()).get('docs/threats.md'))
  expect(names.filter((name) => !text.includes(`(../test/threats/${name})`))).toEqual([])
})
