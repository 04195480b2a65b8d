import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Book } from '../../src/book/book.ts'
import { compareMerge, compareWorking } from '../../src/io/compare.ts'
import { loadBook } from '../../src/io/load.ts'
import { openChanged, openCommit, openTree, openWorkingTree } from '../../src/io/source.ts'
import { Scratch } from './git/scratch.ts'

const SAMPLE = fileURLToPath(new URL('../../grants', import.meta.url))
const ALICE = 'grants/people/alice.yaml'
const BOB = 'grants/people/bob.yaml'
const PERSON = 'name: Alice Example\nemail: alice@acme.example\n'

let scratch: Scratch
beforeEach(() => {
  scratch = new Scratch()
})
afterEach(() => scratch.remove())

/** All that a book says but the tree it was read from. */
const said = (book: Book) => ({ ...book, tree: null })

describe('one state of the files', () => {
  it('reads the same from the working tree, a commit, and a tree', async () => {
    cpSync(SAMPLE, join(scratch.root, 'grants'), { recursive: true })
    scratch.write({
      [BOB]: 'nmae: broken\n',
      'grants/unknown.txt': 'x',
      'grants/people/caf\u00e9.yaml': PERSON
    })
    const commit = scratch.commit({})
    const tree = scratch.git('rev-parse', 'HEAD^{tree}').trim()
    const working = openWorkingTree(scratch.root)
    const stored = await openCommit(scratch.root, 'HEAD')
    const bare = await openTree(scratch.root, tree)
    expect([working.commit, stored.commit, bare.commit]).toEqual([null, commit, null])
    const books = [await working.load(), await stored.load(), await bare.load()]
    expect(books[0]?.book.grants.size).toBe(46)
    expect(books[0]?.problems.map((p) => `${p.code} ${p.file}`)).toEqual([
      'field-missing grants/people/bob.yaml',
      'field-unknown grants/people/bob.yaml',
      'file-unknown grants/people/caf\u00e9.yaml',
      'file-unknown grants/unknown.txt'
    ])
    for (const other of books.slice(1)) {
      expect(said(other.book)).toEqual(said((books[0] ?? other).book))
      expect(other.problems).toEqual(books[0]?.problems)
    }
    for (const source of [working, stored, bare]) {
      expect(Buffer.from((await source.bytes(BOB)) ?? []).toString()).toBe('nmae: broken\n')
      expect(await source.bytes('grants/people/nobody.yaml')).toBeNull()
      source.close()
    }
  })

  it('reads some files only, and leaves out what isn’t there', async () => {
    scratch.commit({ [ALICE]: PERSON, [BOB]: PERSON })
    const source = await openCommit(scratch.root, 'HEAD')
    const { book, problems } = await source.load(new Set([ALICE, 'grants/people/nobody.yaml']))
    source.close()
    expect([[...book.people.keys()], problems]).toEqual([['alice'], []])
  })

  it('is changed without being gone through', async () => {
    scratch.commit({ [ALICE]: PERSON, [BOB]: PERSON })
    const base = await openCommit(scratch.root, 'HEAD')
    scratch.write({ 'grants/people/x/carol.yaml': PERSON })
    const after = { path: 'grants/people/x/carol.yaml', mode: '100644', blob: null, size: null }
    const head = openChanged(scratch.root, base, [
      { path: BOB, after: null },
      { path: after.path, after }
    ])
    expect([...head.tree.entries.keys()]).toEqual([ALICE, after.path])
    expect([head.tree.entries.has(BOB), head.tree.entries.has(ALICE)]).toEqual([false, true])
    expect(head.tree.named?.('carol.yaml')).toEqual([after])
    expect(head.tree.named?.('bob.yaml')).toEqual([])
    expect([...(await head.load()).book.people.keys()].toSorted()).toEqual(['alice', 'carol'])
    expect([...(await base.load()).book.people.keys()]).toEqual(['alice', 'bob'])
    base.close()
    head.close()
  })
})

describe('a comparison', () => {
  it('of the working tree with a commit has both sides and what differs', async () => {
    scratch.commit({ [ALICE]: PERSON, [BOB]: PERSON })
    scratch.write({ [BOB]: null, 'grants/people/carol.yaml': PERSON })
    const { base, head, changes, conflicts } = await compareWorking(
      scratch.root,
      scratch.git('rev-parse', 'HEAD').trim()
    )
    expect(changes.map((c) => c.path)).toEqual([BOB, 'grants/people/carol.yaml'])
    expect(conflicts).toEqual([])
    expect([...(await head.load()).book.people.keys()]).toEqual(['alice', 'carol'])
    expect([...(await base.load()).book.people.keys()]).toEqual(['alice', 'bob'])
    base.close()
    head.close()
  })

  it('of a merge never reads the working tree', async () => {
    scratch.commit({ [ALICE]: PERSON, [BOB]: PERSON })
    scratch.git('checkout', '-q', '-b', 'side')
    scratch.commit({ 'grants/people/carol.yaml': PERSON })
    scratch.git('checkout', '-q', 'main')
    scratch.commit({ [BOB]: null })
    scratch.write({ [ALICE]: 'broken in the working tree', 'grants/people/mallory.yaml': PERSON })
    const { base, head, changes, conflicts } = await compareMerge(scratch.root, 'main', 'side')
    expect([changes.map((c) => [c.path, c.after === null]), conflicts]).toEqual([
      [['grants/people/carol.yaml', false]],
      []
    ])
    const loaded = await head.load()
    expect([[...loaded.book.people.keys()], loaded.problems]).toEqual([['alice', 'carol'], []])
    expect([...(await base.load()).book.people.keys()]).toEqual(['alice'])
    base.close()
    head.close()
  })

  it('of a merge names what can’t be merged, and never takes its content for a file', async () => {
    scratch.commit({ [ALICE]: PERSON })
    scratch.git('checkout', '-q', '-b', 'side')
    scratch.commit({ [ALICE]: PERSON.replace('Alice', 'Side') })
    scratch.git('checkout', '-q', 'main')
    scratch.commit({ [ALICE]: PERSON.replace('Alice', 'Main') })
    const { base, head, conflicts } = await compareMerge(scratch.root, 'main', 'side')
    expect(conflicts).toEqual([ALICE])
    const { book, problems } = await head.load()
    expect([book.people.size, problems[0]?.file, problems[0]?.code]).toEqual([0, ALICE, 'yaml-syntax'])
    base.close()
    head.close()
  })
})

describe('a whole book', () => {
  it('comes from the working tree or a commit', async () => {
    scratch.commit({ [ALICE]: PERSON })
    scratch.write({ [BOB]: PERSON })
    const working = await loadBook(scratch.root, { kind: 'working' })
    const stored = await loadBook(scratch.root, { kind: 'commit', revision: 'main' })
    expect([[...working.book.people.keys()], [...stored.book.people.keys()]]).toEqual([
      ['alice', 'bob'],
      ['alice']
    ])
    working.source.close()
    stored.source.close()
  })
})
