import { execFileSync } from 'node:child_process'
import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { identify } from '../../src/book/paths.ts'
import { openCommit, openWorkingTree, type Source } from '../../src/io/source.ts'
import { Scratch } from '../io/git/scratch.ts'

const ALICE = 'grants/people/alice.yaml'
const PERSON = 'name: Alice Example\nemail: alice@acme.example\n'

let scratch: Scratch
beforeEach(() => {
  scratch = new Scratch()
})
afterEach(() => scratch.remove())

async function told(source: Source): Promise<readonly string[]> {
  const { book, problems } = await source.load()
  source.close()
  // Whatever is refused is named, and does not count.
  expect(new Set(problems.map((p) => p.file))).toEqual(new Set(book.invalid.keys()))
  return problems.map((p) => `${p.code} ${p.file}`)
}

function git(args: readonly string[], input = ''): string {
  return execFileSync('git', ['-C', scratch.root, ...args], { input, encoding: 'utf8' }).trim()
}

/** Commits a tree whose entries git itself would not make: [mode, path below grants/people, content]. */
function commitRaw(entries: readonly (readonly [string, string, string])[]): void {
  const lines = entries.map(([mode, name, content]) => {
    const id = mode === '160000' ? '1'.repeat(40) : git(['hash-object', '-w', '--stdin'], content)
    return `${mode} ${mode === '160000' ? 'commit' : 'blob'} ${id}\t${name}\0`
  })
  const people = git(['mktree', '-z', '--missing'], lines.join(''))
  const grants = git(['mktree'], `040000 tree ${people}\tpeople\n`)
  const root = git(['mktree'], `040000 tree ${grants}\tgrants\n`)
  const commit = git([
    '-c',
    'user.name=Acme',
    '-c',
    'user.email=a@acme.example',
    'commit-tree',
    root,
    '-m',
    'x'
  ])
  git(['update-ref', 'refs/heads/main', commit])
}

describe('44. files that aren’t what they seem are refused', () => {
  it('links, inside and outside, in the working tree and in a commit', async () => {
    scratch.write({ [ALICE]: PERSON, 'outside.yaml': PERSON })
    symlinkSync('alice.yaml', join(scratch.root, 'grants/people/bob.yaml'))
    symlinkSync('../../outside.yaml', join(scratch.root, 'grants/people/carol.yaml'))
    symlinkSync('/etc/passwd', join(scratch.root, 'grants/people/dave.yaml'))
    symlinkSync('people', join(scratch.root, 'grants/workloads'))
    symlinkSync('nowhere', join(scratch.root, 'grants/rules'))
    const expected = ['people/bob.yaml', 'people/carol.yaml', 'people/dave.yaml', 'rules', 'workloads'].map(
      (path) => `file-symlink grants/${path}`
    )
    expect(await told(openWorkingTree(scratch.root))).toEqual(expected)
    scratch.commit({})
    expect(await told(await openCommit(scratch.root, 'HEAD'))).toEqual(expected)
  })

  it('a link whose content is a valid file', async () => {
    commitRaw([['120000', 'alice.yaml', PERSON]])
    expect(await told(await openCommit(scratch.root, 'HEAD'))).toEqual([`file-symlink ${ALICE}`])
  })

  it('a submodule that is named like a person', async () => {
    commitRaw([['160000', 'alice.yaml', '']])
    expect(await told(await openCommit(scratch.root, 'HEAD'))).toEqual([`file-submodule ${ALICE}`])
  })

  it('names with dots, control characters, look-alike letters, and names for programs', async () => {
    const names = [
      '..alice.yaml',
      '.alice.yaml',
      'al\nice.yaml',
      'al\u001b[2Jice.yaml',
      'al\u202eice.yaml',
      'Alice.yaml',
      'ALICE.yaml',
      '\u0430lice.yaml',
      'alice\u200b.yaml',
      'a\u0301lice.yaml',
      '__proto__.yaml',
      '-rf.yaml',
      '--help.yaml',
      '$(id).yaml',
      'alice.yaml ',
      'alice.YAML',
      'alice.yaml.yaml',
      `${'a'.repeat(64)}.yaml`,
      'system.yaml',
      'entitlement.yaml'
    ]
    commitRaw(names.map((name) => ['100644', name, PERSON]))
    const source = await openCommit(scratch.root, 'HEAD')
    const { book, problems } = await source.load()
    source.close()
    expect(book.people.size).toBe(0)
    expect(problems.map((p) => p.code)).toEqual(names.map(() => 'file-unknown'))
    expect(new Set(problems.map((p) => p.file))).toEqual(
      new Set(names.map((name) => `grants/people/${name}`))
    )
    for (const { message, fix } of problems)
      expect(`${message}${fix}`).not.toMatch(/[\u0000-\u001f\u200e\u202a-\u202e]/u)
  })

  it('names of inherited properties are ordinary ids', async () => {
    commitRaw([['100644', 'constructor.yaml', PERSON]])
    const source = await openCommit(scratch.root, 'HEAD')
    const { book, problems } = await source.load()
    source.close()
    expect([[...book.people.keys()], problems]).toEqual([['constructor'], []])
  })

  it('names that differ in case only: none of them is the other', async () => {
    commitRaw([
      ['100644', 'alice.yaml', PERSON],
      ['100644', 'Alice.yaml', PERSON.replace('Alice', 'Mallory')]
    ])
    const source = await openCommit(scratch.root, 'HEAD')
    const { book, problems } = await source.load()
    source.close()
    expect(problems.map((p) => `${p.code} ${p.file}`)).toEqual(['file-unknown grants/people/Alice.yaml'])
    expect(book.people.get('alice')?.data.name).toBe('Alice Example')
  })

  it('names of 4,096 bytes', async () => {
    const name = `${'a'.repeat(4091)}.yaml`
    commitRaw([['100644', name, PERSON]])
    expect(await told(await openCommit(scratch.root, 'HEAD'))).toEqual([
      `path-too-long grants/people/${name}`
    ])
  })

  it('paths with `..` and doubled slashes have no shape', () => {
    for (const path of [
      'grants/../grants/people/alice.yaml',
      'grants/people/../rules/r.yaml',
      'grants//people/alice.yaml',
      '/grants/people/alice.yaml',
      'grants/people//alice.yaml',
      './grants/people/alice.yaml',
      'grants\\people\\alice.yaml'
    ]) {
      expect([path, identify(path)]).toEqual([path, null])
    }
  })

  it('an executable file is only a file', async () => {
    commitRaw([['100755', 'alice.yaml', PERSON]])
    expect(await told(await openCommit(scratch.root, 'HEAD'))).toEqual([])
  })

  it('a blob of many megabytes is refused by its size, and the files beside it are read', async () => {
    commitRaw([
      ['100644', 'alice.yaml', PERSON],
      ['100644', 'big.yaml', '#'.repeat(8 * 1024 * 1024)],
      ['100644', 'carol.yaml', PERSON.replace('Alice', 'Carol')]
    ])
    const source = await openCommit(scratch.root, 'HEAD')
    const { book, problems } = await source.load()
    source.close()
    expect(problems.map((p) => `${p.code} ${p.file}`)).toEqual(['file-too-large grants/people/big.yaml'])
    expect([...book.people.keys()]).toEqual(['alice', 'carol'])
  })
})
