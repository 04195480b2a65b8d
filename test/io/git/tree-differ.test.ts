import { afterEach, beforeEach, expect, test } from 'vitest'
import { TreeDiffer } from '../../../src/io/git/audit-diff.ts'
import { Scratch } from './scratch.ts'

let scratch: Scratch
let differ: TreeDiffer
beforeEach(() => {
  scratch = new Scratch()
  differ = new TreeDiffer(scratch.root)
})
afterEach(() => {
  differ.close()
  scratch.remove()
})

const tree = (commit: string): string => scratch.git('rev-parse', `${commit}^{tree}`).trim()
const blob = (text: string): string => {
  scratch.write({ '.text': text })
  return scratch.git('hash-object', '.text').trim()
}

test('tells what pairs of trees have different, in the order of the pairs, question after question', async () => {
  const [before, after] = [scratch.commit({ 'a\nend': 'one' }), scratch.commit({ 'a\nend': 'two' })].map(tree)
  const [one, two] = [blob('one'), blob('two')].map((id) => ({ mode: '100644', blob: id }))
  const there = { path: 'a\nend', before: one, after: two }
  const back = { path: 'a\nend', before: two, after: one }
  expect(await differ.compare([[before ?? '', after ?? '']])).toEqual([[there]])
  const pairs = [
    [after ?? '', before ?? ''],
    [after ?? '', after ?? '']
  ] as const
  expect(await differ.compare(pairs)).toEqual([[back], []])
})

test('no pairs are no question', async () => {
  expect(await differ.compare([])).toEqual([])
})

test('an answer that comes in many pieces is one answer', async () => {
  const ids = [scratch.commit({ a: 'one' }), scratch.commit({ a: 'two', b: 'new' })].map(tree)
  const pairs = Array.from({ length: 5000 }, (_, n) => [ids[n % 2] ?? '', ids[(n + 1) % 2] ?? ''] as const)
  const found = await differ.compare(pairs)
  expect(found.length).toBe(5000)
  expect(found.filter((one) => one.length === 2).length).toBe(5000)
})

test('a tree that isn’t here is an error, and no difference', async () => {
  const here = tree(scratch.commit({ a: 'one' }))
  await expect(differ.compare([[here, 'f'.repeat(40)]])).rejects.toThrow(
    'git diff-tree answered something else than was asked.'
  )
})
