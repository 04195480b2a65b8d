import { access, readdir, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { generate, testsOfThreats } from '../../scripts/generate/threats.ts'
import { RULES, THREATS } from '../../scripts/threats/list.ts'
import { ROOT } from '../../scripts/house/root.ts'

const names = (await readdir(`${ROOT}test/threats`)).filter(
  (name) => name.endsWith('.test.ts') && name !== 'index.test.ts'
)

test('every test of a threat is named after threats on the list', async () => {
  expect(names.filter((name) => !/^\d\d-/u.test(name))).toEqual([])
  expect([...(await testsOfThreats()).keys()].filter((number) => !THREATS.has(number))).toEqual([])
})

test('every threat on the list has a test of its name', async () => {
  const tested = await testsOfThreats()
  expect([...THREATS.keys()].filter((number) => !tested.has(number))).toEqual([])
})

test('all threats to approvals are on the list, and each of the nine rules has its own', () => {
  const wanted = [...range(1, 13), ...range(16, 25), 35, 36, ...range(39, 42), 45, 46, 49, 52]
  expect(wanted.filter((number) => !THREATS.has(number))).toEqual([])
  expect(RULES.length).toBe(9)
  expect(
    RULES.filter(({ threats }) => threats.length === 0 || threats.some((one) => !THREATS.has(one)))
  ).toEqual([])
})

test('the documents link each of them, and every link leads somewhere', async () => {
  const text = await readFile(`${ROOT}docs/threats.md`, 'utf8')
  expect(text).toBe((await generate()).get('docs/threats.md'))
  expect(names.filter((name) => !text.includes(`(../test/threats/${name})`))).toEqual([])
  const linked = new Set([...text.matchAll(/\]\(\.\.\/([^)#]+)\)/gu)].map(([, path = '']) => path))
  for (const path of linked) await access(`${ROOT}${path}`)
  expect(linked.size).toBeGreaterThan(60)
})

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, n) => from + n)
}
