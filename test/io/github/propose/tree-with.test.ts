import { afterAll, beforeAll, expect, it } from 'vitest'
import type { WantedFile } from '../../../../src/io/github/propose/proposal.ts'
import { formAt, treeWith } from '../../../../src/io/github/propose/tree-with.ts'
import { Trees } from '../../../../src/io/github/propose/trees.ts'
import { Repository } from '../../../support/repository.ts'

const repository = new Repository()
const FILES = {
  'grants/a.txt': 'a\n',
  'grants/a/b.txt': 'b\n',
  'grants/a/c/d.txt': 'd\n',
  'grants/a-b/x': 'x\n',
  'grants/é/ü.txt': 'ü\n'
}
let tree = ''

beforeAll(() => {
  repository.commit(FILES)
  tree = treeOf()
})
afterAll(() => repository.remove())

function treeOf(): string {
  return repository.git('rev-parse', 'HEAD^{tree}').trim()
}

it.each<[string, readonly WantedFile[]]>([
  ['nothing', []],
  ['one deleted', [{ path: 'grants/a/b.txt', text: null }]],
  ['a folder emptied', [{ path: 'grants/a/c/d.txt', text: null }]],
  ['what isn’t there deleted', [{ path: 'grants/z/y', text: null }]],
  ['below a file deleted', [{ path: 'grants/a.txt/b', text: null }]],
  ['one changed', [{ path: 'grants/é/ü.txt', text: 'Ü – 😀' }]],
  ['one added deep down', [{ path: 'grants/n/e/w/file', text: '' }]],
  [
    'names that sort by their slash',
    [
      { path: 'grants/a0', text: '1' },
      { path: 'grants/a./x', text: '2' }
    ]
  ],
  ['all of it deleted', Object.keys(FILES).map((path) => ({ path, text: null }))]
])('%s: the same tree as git’s', async (_, files) => {
  const after: Record<string, string> = { ...FILES }
  for (const { path, text } of files) {
    if (text === null) delete after[path]
    else after[path] = text
  }
  repository.commit(after)
  expect(await treeWith(new Trees(repository.root), tree, files)).toEqual({ ok: true, value: treeOf() })
})

it('reads each tree once', async () => {
  const trees = new Trees(repository.root)
  await treeWith(trees, tree, [{ path: 'grants/a/b.txt', text: null }])
  expect(await formAt(trees, tree, 'grants/a/c/d.txt')).toMatchObject({ mode: '100644' })
  expect(await formAt(trees, tree, 'grants/a/none')).toBeNull()
  expect(await formAt(trees, tree, 'grants/a.txt/none')).toBeNull()
  const first = await trees.entries(tree)
  expect(await trees.entries(tree)).toBe(first)
})

it('doesn’t take a tree that the clone lacks for an empty one', async () => {
  const missing = 'a'.repeat(40)
  expect(await treeWith(new Trees(repository.root), missing, [{ path: 'x', text: '' }])).toMatchObject({
    ok: false,
    gap: { why: `the clone has no tree ${missing}: fetch first` }
  })
})
