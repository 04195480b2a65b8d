import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contributionsOf, emailsOf, readBrought } from '../../../src/io/git/brought.ts'
import {
  commitsBetween,
  contentsOf,
  differencesOf,
  mergeBase,
  requireHistory
} from '../../../src/io/git/pull-content.ts'
import { Repository } from '../../support/repository.ts'

const repository = new Repository()
const { root } = repository
afterAll(() => repository.remove())

let base = ''

beforeAll(() => {
  base = repository.commit({ 'grants/a.yaml': 'a', 'grants/b.yaml': 'b', 'README.md': 'r' })
})

/** A commit made of exactly these entries of a tree, whatever they are; `parents` as given. */
function raw(entries: readonly string[], parents: readonly string[], message = 'raw'): string {
  const git = (args: readonly string[], input: string): string =>
    execFileSync('git', ['-C', root, ...args], {
      input,
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', 'pipe']
    }).trim()
  const env = `tree ${git(['mktree', '--missing', '-z'], entries.map((entry) => `${entry}\0`).join(''))}\n`
  const who = 'A <a@acme.example> 1795165200 +0000'
  const text = `${env}${parents.map((parent) => `parent ${parent}\n`).join('')}author ${who}\ncommitter ${who}\n\n${message}`
  return git(['hash-object', '-t', 'commit', '-w', '--stdin', '--literally'], text)
}

function blob(text: string): string {
  return execFileSync('git', ['-C', root, 'hash-object', '-w', '--stdin'], {
    input: text,
    encoding: 'utf8'
  }).trim()
}

function tree(entries: readonly string[]): string {
  const input = entries.map((entry) => `${entry}\0`).join('')
  return execFileSync('git', ['-C', root, 'mktree', '--missing', '-z'], { input, encoding: 'utf8' }).trim()
}

describe('differences', () => {
  it('of a renamed file are one that went and one that came', async () => {
    repository.git('checkout', '-q', '-B', 'renamed', base)
    repository.git('mv', 'grants/a.yaml', 'grants/c.yaml')
    repository.git('commit', '-q', '-m', 'x')
    const form = { mode: '100644', blob: blob('a') }
    const head = repository.git('rev-parse', 'renamed').trim()
    expect(await differencesOf(root, [{ before: base, after: head }])).toEqual([
      [
        { path: 'grants/a.yaml', before: form, after: null },
        { path: 'grants/c.yaml', before: null, after: form }
      ]
    ])
  })

  it('keep their order, also where there are none and where pairs are alike', async () => {
    const head = repository.commit({ 'grants/a.yaml': 'z' })
    const pairs = [
      { before: base, after: base },
      { before: base, after: head },
      { before: base, after: head },
      { before: head, after: base }
    ]
    const paths = (await differencesOf(root, pairs)).map((each) => each.map(({ path }) => path))
    const all = new Set(['README.md', 'grants/a.yaml', 'grants/b.yaml', 'grants/c.yaml'])
    expect(paths[0]).toEqual([])
    expect(paths[1]).toEqual(paths[2])
    expect(paths[3]?.every((path) => all.has(path))).toBe(true)
  })

  it('are told of links, submodules, modes and names of every kind', async () => {
    repository.git('config', 'diff.ignoreSubmodules', 'all')
    repository.git('config', 'diff.renames', 'copies')
    repository.git('config', 'diff.relative', 'true')
    const one = blob('1')
    const grants = tree([
      `100755 blob ${one}\ta.yaml`,
      `120000 blob ${one}\tlink`,
      `160000 commit ${base}\tmodule`,
      `100644 blob ${one}\t:colon`,
      `100644 blob ${one}\tline\nbreak`,
      `100644 blob ${one}\t${'0'.repeat(40)}`
    ])
    const head = raw([`040000 tree ${grants}\tgrants`, `100644 blob ${one}\tgrants.txt`], [base])
    const contents = await contentsOf(root, base, [head], new Set())
    const found = contents.get(head)
    expect(found?.differences?.map(({ path, after }) => [path, after?.mode ?? null])).toEqual([
      [`grants/${'0'.repeat(40)}`, '100644'],
      ['grants/:colon', '100644'],
      ['grants/a.yaml', '100755'],
      ['grants/b.yaml', null],
      ['grants/line\nbreak', '100644'],
      ['grants/link', '120000'],
      ['grants/module', '160000']
    ])
    expect(found?.others).toEqual(['README.md', 'grants.txt'])
    for (const name of ['ignoreSubmodules', 'renames', 'relative'])
      repository.git('config', '--unset', `diff.${name}`)
  })

  it('count `grants` itself, as a link, among what is governed', async () => {
    const head = raw([`120000 blob ${blob('elsewhere')}\tgrants`], [base])
    const found = (await contentsOf(root, base, [head], new Set())).get(head)
    expect(found?.differences?.map(({ path }) => path)).toEqual(['grants', 'grants/a.yaml', 'grants/b.yaml'])
  })

  it('aren’t known of a commit that isn’t here', async () => {
    const gone = 'f'.repeat(40)
    expect((await contentsOf(root, base, [gone], new Set([gone]))).get(gone)).toEqual({
      commit: gone,
      base: null,
      differences: null,
      others: []
    })
  })
})

describe('a merge base', () => {
  it('is none of unrelated histories', async () => {
    const other = raw([`100644 blob ${blob('1')}\tx`], [])
    expect(await mergeBase(root, base, other)).toEqual({ kind: 'none' })
    expect((await contentsOf(root, base, [other], new Set())).get(other)?.differences).toBeNull()
  })

  it('is never looked for in a history that was cut off', async () => {
    const cut = new Repository()
    cut.commit({ 'grants/a.yaml': '1' })
    const id = cut.commit({ 'grants/a.yaml': '2' })
    execFileSync('sh', ['-c', `echo ${id} > .git/shallow`], { cwd: cut.root })
    await expect(requireHistory(cut.root)).rejects.toThrow('fetch-depth: 0')
    cut.remove()
  })
})

describe('contributions', () => {
  const entry = (text: string): string => `100644 blob ${blob(text)}\ta.yaml`
  const at = (text: string, parents: readonly string[], message?: string): string =>
    raw([`040000 tree ${tree([entry(text)])}\tgrants`], parents, message)

  it('are commits that differ from all their parents; a merge that takes one side is none', async () => {
    const start = at('0', [])
    const left = at('1', [start])
    const right = raw([`040000 tree ${tree([entry('0')])}\tgrants`, `100644 blob ${blob('q')}\tq`], [start])
    const plain = at('1', [left, right])
    const evil = at('9', [left, right])
    const brought = async (head: string) =>
      contributionsOf(await readBrought(root, start, head)).map(({ commit }) => commit)
    expect(await brought(plain)).toEqual([left])
    expect(await brought(evil)).toEqual([left, evil].toSorted())
    expect(await brought(right)).toEqual([])
  })

  it('of a first commit are all that it has', async () => {
    const unrelated = at('5', [])
    const joined = at('5', [base, unrelated])
    const { contributing } = await readBrought(root, base, joined)
    expect([...contributing]).toEqual([unrelated])
  })

  it('are read from any message: its bytes can’t pretend to be other commits', async () => {
    const forged = `${'a'.repeat(40)}\u0001\n\n\u0000${'b'.repeat(40)}`
    const first = at('1', [base], forged)
    const second = at(
      '2',
      [first],
      `x\n\nCo-Authored-By: B <b@acme.example>\nSigned-off-by: C <c@acme.example>`
    )
    const commits = await commitsBetween(root, base, second)
    expect(commits.map(({ id, parents }) => [id, parents])).toEqual([
      [second, [first]],
      [first, [base]]
    ])
    expect((await readBrought(root, base, second)).contributing).toEqual(new Set([first, second]))
  })

  it.each([
    ['Co-authored-by: Bob <bob@acme.example>', ['bob@acme.example']],
    ['  co-authored-by : BOB@acme.example', ['bob@acme.example']],
    ['Co-authored-by: Bob <bob@acme.example>\n\nmore words after it', ['bob@acme.example']],
    ['Co-authored-by: X <1+x@users.noreply.github.com>', ['1+x@users.noreply.github.com']],
    ['Co-authored-by: GitHub <noreply@github.com>', []],
    ['I co-authored-by: nobody', []]
  ])('%o names %o', (message, emails) => {
    const commit = {
      id: 'a',
      parents: [],
      author: 'Alice@Acme.example',
      committer: 'noreply@github.com',
      message
    }
    expect(emailsOf(commit)).toEqual(['alice@acme.example', ...emails].toSorted())
  })
})
