import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { execFileSync } from 'node:child_process'
import { Git } from '../../../src/sandbox/forge/git/git.ts'
import { Objects } from '../../../src/sandbox/forge/git/objects.ts'
import { parseDiff } from '../../../src/sandbox/forge/git/diff.ts'
import { plainDiff } from '../../../src/sandbox/forge/git/plain-diff.ts'
import { changesBetween, mergeApart, withFiles, type Changes } from '../../../src/sandbox/forge/git/trees.ts'

const dir = mkdtempSync(join(tmpdir(), 'grantbook-trees-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))
execFileSync('git', ['init', '-q', '--bare', dir])
const objects = new Objects(dir)
const git = new Git(dir)
const EMPTY = git.writeTree([])

const PATHS = ['a', 'b', 'c/d', 'c/e', 'c/f/g', 'h/i', 'h/j', 'k']
const blob = (text: string) => ({ mode: '100644', id: git.writeBlob(Buffer.from(`${text}\n`.repeat(9))) })
const change = fc.option(fc.constantFrom('1', '2', '3', '4').map(blob), { nil: null })
const changes = fc
  .array(fc.tuple(fc.constantFrom(...PATHS), change), { maxLength: 4 })
  .map((list) => new Map(list))

const FULL = process.env['GRANTBOOK_FULL'] === '1'

describe('a tree with files put and taken away', () => {
  test('is what putting one after the other gives, and what differs is what was put', () => {
    fc.assert(
      fc.property(changes, changes, (some: Changes, more: Changes) => {
        const before = withFiles(objects, null, some)
        const after = withFiles(objects, before, more)
        let one = before
        for (const [path, file] of more) one = git.withFile(one, path, file)
        expect(after).toBe(one)
        const found = changesBetween(objects, before, after)
        expect(withFiles(objects, before, found)).toBe(after)
        for (const path of found.keys()) expect(more.has(path)).toBe(true)
      })
    )
  })

  test('a folder that takes the place of a file, and the other way round', () => {
    const file = withFiles(objects, null, new Map([['a', blob('1')]]))
    const folder = withFiles(objects, file, new Map([['a/b', blob('2')]]))
    expect([...changesBetween(objects, file, folder)]).toEqual([
      ['a', null],
      ['a/b', blob('2')]
    ])
    expect([...changesBetween(objects, folder, file)]).toEqual([
      ['a', blob('1')],
      ['a/b', null]
    ])
    expect(withFiles(objects, folder, new Map([['a/b', null]]))).toBe(EMPTY)
  })
})

test('merging apart gives what git gives, or leaves it to git', () => {
  const who = { name: 'a', email: 'a@acme.example', at: 0 }
  const commit = (tree: string, parents: readonly string[]) =>
    git.writeCommit({ tree, parents, author: who, committer: who, message: 'x\n' })
  let told = 0
  fc.assert(
    fc.property(changes, changes, changes, (some, mine, yours) => {
      const base = withFiles(objects, null, some)
      const [ours, theirs] = [withFiles(objects, base, mine), withFiles(objects, base, yours)]
      const apart = mergeApart(objects, base, ours, theirs)
      if (apart === null) return
      told++
      const first = commit(base, [])
      const args = ['merge-tree', '--write-tree', commit(ours, [first]), commit(theirs, [first])]
      expect(
        execFileSync('git', ['-C', dir, ...args])
          .toString()
          .trim()
      ).toBe(apart)
    }),
    { numRuns: FULL ? 1000 : 100 }
  )
  expect(told).toBeGreaterThan(20)
})

test('files that only came or only went differ as git says, or it is left to git', () => {
  const text = fc.oneof(
    fc.constantFrom(
      '',
      '\n',
      'a',
      'a\n',
      'a\nb',
      'a\n\nb\n',
      '\ufeffé\r\n',
      'diff --git a b\n',
      'x\0y',
      '@@ -1 +1 @@\n'
    ),
    fc.string({ unit: fc.constantFrom('a', '\n', '+', '\\', 'ş', ' ', '\t') })
  )
  const file = text.map((content) => ({ mode: '100644', id: git.writeBlob(Buffer.from(content)) }))
  const path = fc.constantFrom('a', 'b.yaml', 'b/c', 'b/d', 'b-e', 'é', 'f\tg', 'B')
  const files = fc.array(fc.tuple(path, file), { maxLength: 4 }).map((list) => new Map(list))
  let told = 0
  fc.assert(
    fc.property(files, files, fc.boolean(), (some, more, back) => {
      const few = withFiles(objects, null, new Map([['keep', blob('1')], ...some]))
      const many = withFiles(objects, few, more)
      const [from, to] = back ? [many, few] : [few, many]
      const plain = plainDiff(objects, from, to)
      if (plain === null) return
      told++
      const form = [
        '-r',
        '--raw',
        '--numstat',
        '--patch',
        '-z',
        '-M',
        '--no-abbrev',
        '--full-index',
        '--no-color'
      ]
      const args = ['-C', dir, '-c', 'core.quotePath=false', 'diff-tree', ...form, from, to]
      expect(plain).toEqual(parseDiff(execFileSync('git', args)))
    }),
    { numRuns: FULL ? 1000 : 150 }
  )
  expect(told).toBeGreaterThan(20)
})
