import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { entryAt, fileAt } from '../../../src/io/git/at-path.ts'
import { isCommit, nearLine } from '../../../src/io/git/near.ts'
import { Repository } from '../../support/repository.ts'

const NAME = 'grants/people/zoë.yaml'

let repository: Repository
let line: string[]
beforeEach(() => {
  repository = new Repository()
  line = ['one', 'two', 'three'].map((text) => repository.commit({ [NAME]: `${text}\n` }))
})
afterEach(() => repository.remove())

/** A commit by git's own hand, with any bytes for its head. */
function commitOf(head: string): string {
  const file = join(repository.root, 'commit.txt')
  writeFileSync(file, `${head}\n\nodd\n`)
  return repository.git('hash-object', '-t', 'commit', '-w', '--literally', file).trim()
}

describe('the line of first parents', () => {
  test('leads from an earlier commit, or from the first one', async () => {
    const [first = '', second = '', third = ''] = line
    expect(await nearLine(repository.root, null, third)).toEqual([first, second, third])
    expect(await nearLine(repository.root, first, third)).toEqual([second, third])
    expect(await nearLine(repository.root, third, third)).toEqual([])
  })

  test('isn’t told where it doesn’t lead there, is long, or has a commit that isn’t here', async () => {
    const [first = '', , third = ''] = line
    const tree = repository.git('rev-parse', `${third}^{tree}`).trim()
    const who = 'a <a@acme.example> 1 +0000'
    const lost = commitOf(`tree ${tree}\nparent ${'1'.repeat(40)}\nauthor ${who}\ncommitter ${who}`)
    expect(await nearLine(repository.root, third, first)).toBeNull()
    expect(await nearLine(repository.root, null, lost)).toBeNull()
    let last = third
    for (let n = 0; n < 16; n++)
      last = repository.git('commit-tree', tree, '-p', last, '-m', String(n)).trim()
    expect(await nearLine(repository.root, first, last)).toBeNull()
    expect((await nearLine(repository.root, third, last))?.length).toBe(16)
  })

  test('goes by first parents: what a merge brought from the side isn’t on it', async () => {
    const [first = '', second = '', third = ''] = line
    const tree = repository.git('rev-parse', `${third}^{tree}`).trim()
    const side = repository.git('commit-tree', tree, '-p', first, '-m', 'side').trim()
    const merge = repository.git('commit-tree', tree, '-p', third, '-p', side, '-m', 'merge').trim()
    expect(await nearLine(repository.root, side, merge)).toBeNull()
    expect(await nearLine(repository.root, second, merge)).toEqual([third, merge])
  })
})

describe('what a commit has at a path', () => {
  test('is what git says: folders, files, nothing', async () => {
    const [, second = ''] = line
    const folder = repository.git('rev-parse', `${second}:grants/people`).trim()
    expect(await entryAt(repository.root, second, 'grants/people')).toEqual({ mode: '40000', id: folder })
    expect((await fileAt(repository.root, second, NAME))?.toString('utf8')).toBe('two\n')
    for (const path of ['grants/none', `${NAME}/below`, 'grants/people/'])
      expect(await fileAt(repository.root, second, path)).toBeNull()
    expect(await entryAt(repository.root, '1'.repeat(40), 'grants')).toBeNull()
  })

  test('is read of a commit too whose head has a form that only git reads', async () => {
    const [, , third = ''] = line
    const tree = repository.git('rev-parse', `${third}^{tree}`).trim()
    const who = 'a <a@acme.example> 1 +0000'
    const odd = commitOf(`tree ${tree}\nauthor ${who}\ncommitter ${who}\nencoding ISO-8859-1`)
    expect((await fileAt(repository.root, odd, NAME))?.toString('utf8')).toBe('three\n')
    expect(await nearLine(repository.root, null, odd)).toBeNull()
  })
})

test('a commit is one by its full id alone', async () => {
  const [first = ''] = line
  const tree = repository.git('rev-parse', `${first}^{tree}`).trim()
  expect(await isCommit(repository.root, first)).toBe(true)
  expect([await isCommit(repository.root, tree), await isCommit(repository.root, '1'.repeat(40))]).toEqual([
    false,
    false
  ])
})
