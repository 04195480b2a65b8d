import { chmodSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { UnableError } from '../../src/book/errors.ts'
import { loadBook } from '../../src/io/load.ts'
import { openCommit } from '../../src/io/source.ts'
import { Scratch } from '../io/git/scratch.ts'

const ALICE = 'grants/people/alice.yaml'
const PERSON = 'name: Alice Example\nemail: alice@acme.example\n'

let scratch: Scratch
beforeEach(() => {
  scratch = new Scratch()
})
afterEach(() => scratch.remove())

const working = () => loadBook(scratch.root, { kind: 'working' })

describe('36. an empty or unreadable source is never taken for nobody holds anything', () => {
  it('no grants folder: nothing is judged', async () => {
    scratch.commit({ 'README.md': 'x' })
    await expect(working()).rejects.toThrow('There are no files under grants/ here.')
    await expect(loadBook(scratch.root, { kind: 'commit', revision: 'HEAD' })).rejects.toThrow(UnableError)
  })

  it('a grants folder without files: nothing is judged', async () => {
    mkdirSync(join(scratch.root, 'grants/people'), { recursive: true })
    await expect(working()).rejects.toThrow('There are no files under grants/ here.')
  })

  it('a people folder that can’t be read: nothing is judged', async () => {
    scratch.commit({ [ALICE]: PERSON, 'grants/grantbook.yaml': 'x: y\n' })
    chmodSync(scratch.root, 0o755)
    chmodSync(join(scratch.root, 'grants/people'), 0)
    const root = process.geteuid?.() === 0
    if (root) process.seteuid?.(65_534)
    try {
      await expect(working()).rejects.toThrow('grants/people can’t be read (EACCES)')
    } finally {
      if (root) process.seteuid?.(0)
      chmodSync(join(scratch.root, 'grants/people'), 0o755)
    }
  })

  it('one file that can’t be read: named, refused, and never taken for an empty one', async () => {
    scratch.commit({ [ALICE]: PERSON })
    chmodSync(scratch.root, 0o755)
    chmodSync(join(scratch.root, ALICE), 0)
    const root = process.geteuid?.() === 0
    if (root) process.seteuid?.(65_534)
    try {
      const { book, problems, source } = await working()
      source.close()
      expect(problems.map((p) => `${p.code} ${p.file}`)).toEqual([`file-unreadable ${ALICE}`])
      expect([book.people.size, [...book.invalid.keys()]]).toEqual([0, [ALICE]])
    } finally {
      if (root) process.seteuid?.(0)
    }
  })

  it('an object missing from git: named and refused', async () => {
    scratch.commit({ [ALICE]: PERSON, 'grants/people/bob.yaml': PERSON.replace('Alice', 'Bob') })
    const blob = scratch.git('rev-parse', `HEAD:${ALICE}`).trim()
    rmSync(join(scratch.root, '.git/objects', blob.slice(0, 2), blob.slice(2)), { force: true })
    const source = await openCommit(scratch.root, 'HEAD')
    const { book, problems } = await source.load()
    source.close()
    expect(problems.map((p) => `${p.code} ${p.file}`)).toEqual([`file-unreadable ${ALICE}`])
    expect([...book.people.keys()]).toEqual(['bob'])
  })

  it('a tree missing from git: nothing is judged', async () => {
    scratch.commit({ [ALICE]: PERSON })
    const tree = scratch.git('rev-parse', 'HEAD:grants').trim()
    rmSync(join(scratch.root, '.git/objects', tree.slice(0, 2), tree.slice(2)), { force: true })
    await expect(openCommit(scratch.root, 'HEAD')).rejects.toThrow(UnableError)
  })
})
