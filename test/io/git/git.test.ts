import { chmodSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { UnableError } from '../../../src/book/errors.ts'
import { blobId } from '../../../src/book/grant-key.ts'
import { LARGEST, ObjectReader } from '../../../src/io/git/cat-file.ts'
import { changedPaths, workingChanges } from '../../../src/io/git/changes.ts'
import { pathHistory } from '../../../src/io/git/history.ts'
import { mergeTree } from '../../../src/io/git/merge-tree.ts'
import { isShallow, resolveCommit } from '../../../src/io/git/revision.ts'
import { findRoot, requireTop } from '../../../src/io/git/root.ts'
import { gitEnvironment } from '../../../src/io/git/run.ts'
import { commitTree } from '../../../src/io/git/tree.ts'
import { WorkingContents, workingTree } from '../../../src/io/git/working-tree.ts'
import { Scratch } from './scratch.ts'

const ALICE = 'grants/people/alice.yaml'
const BOB = 'grants/people/bob.yaml'
const blob = (text: string) => blobId(new TextEncoder().encode(text))

const regular = (path: string, text: string) => ({ path, mode: '100644', blob: blob(text), size: null })

let scratch: Scratch
beforeEach(() => {
  scratch = new Scratch()
})
afterEach(() => scratch.remove())

describe('a commit’s tree', () => {
  it('lists governed files with their object ids, and nothing else', async () => {
    scratch.commit({
      [ALICE]: 'a\n',
      [BOB]: 'b\n',
      'README.md': 'x',
      '.github/CODEOWNERS': '*\n',
      'grants-not/x.yaml': 'x'
    })
    const tree = await commitTree(scratch.root, 'HEAD')
    expect([...tree.entries.values()]).toEqual([
      { path: '.github/CODEOWNERS', mode: '100644', blob: blob('*\n'), size: null },
      { path: ALICE, mode: '100644', blob: blob('a\n'), size: null },
      { path: BOB, mode: '100644', blob: blob('b\n'), size: null }
    ])
  })

  it('answers single questions without being gone through', async () => {
    const files: Record<string, string> = {}
    for (let n = 0; n < 300; n++) files[`grants/systems/s${n % 7}/e${n % 13}/p${n}.yaml`] = `${n}`
    scratch.commit({ ...files, 'grants/people/p5.yaml': 'p', 'grants/people/xp5.yaml': 'p' })
    const tree = await commitTree(scratch.root, 'HEAD')
    for (const [path, text] of Object.entries(files)) expect(tree.entries.get(path)?.blob).toBe(blob(text))
    expect(tree.entries.get('grants/people/p4.yaml')).toBeUndefined()
    expect(tree.entries.get('a')).toBeUndefined()
    expect(tree.entries.get('z')).toBeUndefined()
    expect(tree.named('p5.yaml').map((e) => e.path)).toEqual([
      'grants/people/p5.yaml',
      'grants/systems/s5/e5/p5.yaml'
    ])
    expect(tree.under('grants/people/').map((e) => e.path)).toEqual([
      'grants/people/p5.yaml',
      'grants/people/xp5.yaml'
    ])
    expect(tree.entries.size).toBe(302)
  })

  it('finds files by name however many names it is asked for', async () => {
    const paths = Array.from({ length: 40 }, (_, n) => `grants/people/é${n}.yaml`)
    const more = paths.map((path, n) => path.replace('people', `systems/s${n % 3}`))
    scratch.commit(Object.fromEntries([...paths, ...more, 'grants/x.yaml/y'].map((path) => [path, 'x'])))
    const tree = await commitTree(scratch.root, 'HEAD')
    const found = paths.map((_, n) => tree.named(`é${n}.yaml`).map(({ path }) => path))
    expect(found).toEqual(paths.map((path, n) => [path, more[n]]))
    expect(['x.yaml', 'people', 'y', '0.yaml'].map((name) => tree.named(name).length)).toEqual([0, 0, 1, 0])
  })

  it('keeps names as they are, whatever is in them', async () => {
    const odd = [
      'grants/people/a b.yaml',
      'grants/people/new\nline.yaml',
      'grants/people/"q".yaml',
      'grants/people/é.yaml',
      'grants/people/:(top)x.yaml'
    ]
    scratch.commit(Object.fromEntries(odd.map((path) => [path, 'x'])))
    const tree = await commitTree(scratch.root, 'HEAD')
    expect(new Set(tree.entries.keys())).toEqual(new Set(odd))
    for (const path of odd) expect(tree.entries.get(path)?.path).toBe(path)
  })

  it('tells links and submodules by their mode', async () => {
    scratch.commit({ [ALICE]: 'a\n' })
    symlinkSync('alice.yaml', join(scratch.root, BOB))
    scratch.git('add', '-A')
    scratch.git(
      'update-index',
      '--add',
      '--cacheinfo',
      `160000,${scratch.git('rev-parse', 'HEAD').trim()},grants/people/sub`
    )
    scratch.git('commit', '-qm', 'x')
    const tree = await commitTree(scratch.root, 'HEAD')
    expect([...tree.entries.values()].map((e) => [e.path, e.mode])).toEqual([
      [ALICE, '100644'],
      [BOB, '120000'],
      ['grants/people/sub', '160000']
    ])
  })
})

describe('names of commits', () => {
  it('says what to do about one that is not here', async () => {
    scratch.commit({ [ALICE]: 'a\n' })
    await expect(resolveCommit(scratch.root, 'nope')).rejects.toThrow(
      '"nope" is no commit in this repository. Fetch it first, or correct the name.'
    )
    await expect(resolveCommit(scratch.root, '--all')).rejects.toThrow(UnableError)
    await expect(resolveCommit(scratch.root, '-h')).rejects.toThrow(UnableError)
  })

  it('says which depth to fetch where history is cut off', async () => {
    const first = scratch.commit({ [ALICE]: 'a\n' })
    scratch.commit({ [ALICE]: 'b\n' })
    const clone = new Scratch({ git: false })
    try {
      scratch.git('clone', '-q', '--depth', '1', `file://${scratch.root}`, join(clone.root, 'c'))
      const root = join(clone.root, 'c')
      expect(await isShallow(root)).toBe(true)
      await expect(resolveCommit(root, first)).rejects.toThrow('fetch-depth: 0')
      await expect(pathHistory(root, 'HEAD', [ALICE])).rejects.toThrow('fetch-depth: 0')
    } finally {
      clone.remove()
    }
  })

  it('finds the repository that holds a folder, and insists on its top', async () => {
    scratch.commit({ [ALICE]: 'a\n' })
    expect(findRoot(join(scratch.root, 'grants/people'))).toBe(scratch.root)
    await expect(requireTop(join(scratch.root, 'grants'))).rejects.toThrow('not its top')
    await expect(requireTop(scratch.root)).resolves.toBeUndefined()
    const bare = new Scratch({ git: false })
    expect(() => findRoot(bare.root)).toThrow('is not inside a git repository')
    await expect(resolveCommit(bare.root, 'HEAD')).rejects.toThrow('is not a git repository')
    bare.remove()
  })
})

describe('contents', () => {
  it('come by object id; missing ones, trees and the too large are not mistaken for empty', async () => {
    const big = 'x'.repeat(LARGEST + 10)
    scratch.commit({ [ALICE]: 'a\n', [BOB]: big, 'grants/people/carol.yaml': '' })
    const tree = scratch.git('rev-parse', 'HEAD^{tree}').trim()
    const reader = new ObjectReader(scratch.root)
    const ids = [blob(big), blob('a\n'), 'f'.repeat(40), tree, blob(''), blob('a\n')]
    const answer = await reader.read(ids)
    expect([...answer.keys()]).toEqual([blob(big), blob('a\n'), blob('')])
    expect(answer.get(blob('a\n'))?.toString()).toBe('a\n')
    expect(answer.get(blob(''))?.length).toBe(0)
    expect(answer.get(blob(big))?.length).toBe(LARGEST + 1)
    // The process is asked again, also while an answer is under way.
    const [again, third] = await Promise.all([reader.read([blob('a\n')]), reader.read([blob(big), blob('')])])
    expect([again.size, third.size]).toEqual([1, 2])
    await expect(reader.read(['HEAD:grants'])).rejects.toThrow('object ids only')
    reader.close()
  })

  it('fail clearly where there is no repository', async () => {
    const bare = new Scratch({ git: false })
    const reader = new ObjectReader(bare.root)
    await expect(reader.read([blob('a')])).rejects.toThrow(UnableError)
    reader.close()
    bare.remove()
  })
})

describe('the working tree', () => {
  it('is listed with what git does not know, links as links, other repositories as submodules', () => {
    scratch.commit({ [ALICE]: 'a\n' })
    scratch.write({ [BOB]: 'b\n', 'grants/people/x/.git': 'gitdir: y\n', 'grants/people/x/inner.yaml': 'x' })
    symlinkSync('alice.yaml', join(scratch.root, 'grants/people/carol.yaml'))
    symlinkSync('people', join(scratch.root, 'grants/workloads'))
    expect([...workingTree(scratch.root).entries.values()].map((e) => [e.path, e.mode, e.blob])).toEqual([
      [ALICE, '100644', null],
      [BOB, '100644', null],
      ['grants/people/carol.yaml', '120000', null],
      ['grants/people/x', '160000', null],
      ['grants/workloads', '120000', null]
    ])
  })

  it('shows a link in place of the whole folder', () => {
    scratch.write({ 'elsewhere/people/alice.yaml': 'a\n' })
    symlinkSync('elsewhere', join(scratch.root, 'grants'))
    expect([...workingTree(scratch.root).entries.values()].map((e) => [e.path, e.mode])).toEqual([
      ['grants', '120000']
    ])
  })

  it('reads regular files only, and never more than a file may have', () => {
    scratch.write({
      [ALICE]: 'a\n',
      [BOB]: 'x'.repeat(LARGEST + 100),
      'grants/people/empty.yaml': '',
      'grants/people/middle.yaml': 'y'.repeat(9000)
    })
    symlinkSync('alice.yaml', join(scratch.root, 'grants/people/carol.yaml'))
    const contents = new WorkingContents(scratch.root)
    expect(Buffer.from(contents.get(ALICE) ?? []).toString()).toBe('a\n')
    expect(contents.get(BOB)?.length).toBe(LARGEST + 1)
    expect(contents.get('grants/people/empty.yaml')?.length).toBe(0)
    expect(Buffer.from(contents.get('grants/people/middle.yaml') ?? []).toString()).toBe('y'.repeat(9000))
    expect(contents.get('grants/people/carol.yaml')).toBeUndefined()
    expect(contents.get('grants/people/nobody.yaml')).toBeUndefined()
    expect(contents.get('grants/people')).toBeUndefined()
  })

  it('says so where a folder can’t be read', () => {
    const people = join(scratch.root, 'grants/people')
    scratch.write({ [ALICE]: 'a\n' })
    chmodSync(scratch.root, 0o755)
    chmodSync(people, 0)
    try {
      expect(() => asNobody(() => workingTree(scratch.root))).toThrow(
        'grants/people can’t be read (EACCES). Nothing is judged, because unreadable is not empty.'
      )
    } finally {
      chmodSync(people, 0o755)
    }
  })

  it('does not follow folders for ever', () => {
    const deep = Array.from({ length: 30 }, () => 'x'.repeat(100))
    scratch.write({ [`grants/people/${deep.join('/')}/a.yaml`]: 'a\n' })
    const [entry, ...more] = workingTree(scratch.root).entries.values()
    expect(more).toEqual([])
    expect(entry?.path.length).toBeGreaterThan(1000)
    expect(entry?.mode).toBe('040000')
  })
})

/** Root may read everything; then somebody else has to try. */
function asNobody<T>(act: () => T): T {
  const root = process.geteuid?.() === 0
  if (root) process.seteuid?.(65_534)
  try {
    return act()
  } finally {
    if (root) process.seteuid?.(0)
  }
}

describe('changes', () => {
  it('between two commits are told by path, a rename as one gone and one come', async () => {
    const before = scratch.commit({ [ALICE]: 'same\n', 'README.md': '1' })
    const after = scratch.commit({ [ALICE]: null, [BOB]: 'same\n', 'README.md': '2' })
    expect(await changedPaths(scratch.root, before, after)).toEqual([
      { path: ALICE, before: regular(ALICE, 'same\n'), after: null },
      { path: BOB, before: null, after: regular(BOB, 'same\n') }
    ])
  })

  it('of the working tree include what is changed, new, gone, staged, ignored, and linked', async () => {
    const base = scratch.commit({
      [ALICE]: 'a\n',
      [BOB]: 'b\n',
      'grants/people/kept.yaml': 'k\n',
      '.gitignore': '*.tmp.yaml\n'
    })
    scratch.write({
      [ALICE]: 'changed\n',
      [BOB]: null,
      'grants/people/new.yaml': 'n\n',
      'grants/people/x.tmp.yaml': 'i\n',
      'grants/people/staged.yaml': 's\n'
    })
    symlinkSync('alice.yaml', join(scratch.root, 'grants/people/link.yaml'))
    scratch.git('add', 'grants/people/staged.yaml')
    const changes = await workingChanges(scratch.root, base)
    expect(
      changes.map((c) => [c.path, c.before?.blob ?? null, c.after?.mode ?? null, c.after?.blob ?? null])
    ).toEqual([
      [ALICE, blob('a\n'), '100644', null],
      [BOB, blob('b\n'), null, null],
      ['grants/people/link.yaml', null, '120000', null],
      ['grants/people/new.yaml', null, '100644', null],
      ['grants/people/staged.yaml', null, '100644', blob('s\n')],
      ['grants/people/x.tmp.yaml', null, '100644', null]
    ])
  })

  it('of the working tree include files that are only announced, and files in conflict', async () => {
    scratch.commit({ [ALICE]: 'a\n' })
    scratch.git('checkout', '-q', '-b', 'side')
    scratch.commit({ [ALICE]: 'side\n' })
    scratch.git('checkout', '-q', 'main')
    const base = scratch.commit({ [ALICE]: 'main\n' })
    expect(() => scratch.merge('side')).toThrow('Command failed')
    scratch.write({ [BOB]: 'b\n' })
    scratch.git('add', '-N', BOB)
    const changes = await workingChanges(scratch.root, base)
    expect(changes.map((c) => [c.path, c.after?.mode ?? null, c.after?.blob ?? null])).toEqual([
      [ALICE, '100644', null],
      [BOB, '100644', null]
    ])
  })

  it('can’t be hidden by telling git to look away', async () => {
    const base = scratch.commit({ [ALICE]: 'a\n' })
    scratch.git('update-index', '--assume-unchanged', ALICE)
    scratch.write({ [ALICE]: 'changed\n' })
    await expect(workingChanges(scratch.root, base)).rejects.toThrow(`git is told to overlook ${ALICE}`)
    scratch.git('update-index', '--no-assume-unchanged', ALICE)
    scratch.git('update-index', '--skip-worktree', ALICE)
    await expect(workingChanges(scratch.root, base)).rejects.toThrow(`git is told to overlook ${ALICE}`)
  })
})

describe('merging in memory', () => {
  it('gives the tree and the paths in conflict, and touches nothing', async () => {
    scratch.commit({ [ALICE]: 'a\n', [BOB]: 'b\n' })
    scratch.git('branch', 'side')
    const base = scratch.commit({ [ALICE]: 'main\n' })
    scratch.git('checkout', '-q', 'side')
    const clean = scratch.commit({ [BOB]: 'side\n' })
    const merged = await mergeTree(scratch.root, base, clean)
    expect(merged.conflicts).toEqual([])
    const tree = await commitTree(scratch.root, 'HEAD')
    expect(tree.entries.get(BOB)?.blob).toBe(blob('side\n'))
    expect(scratch.git('cat-file', 'blob', `${merged.tree}:${ALICE}`)).toBe('main\n')
    const clash = scratch.commit({ [ALICE]: 'side\n' })
    expect((await mergeTree(scratch.root, base, clash)).conflicts).toEqual([ALICE])
    expect(scratch.git('status', '--porcelain')).toBe('')
  })

  it('is not told how to merge by files that happen to be checked out, nor by settings', async () => {
    scratch.commit({ [ALICE]: 'a: 1\nb: 2\nc: 3\n' })
    scratch.git('branch', 'side')
    const base = scratch.commit({ [ALICE]: 'a: 1\nb: main\nc: 3\n' })
    scratch.git('checkout', '-q', 'side')
    const head = scratch.commit({
      [ALICE]: 'a: 1\nb: side\nc: 3\n',
      '.gitattributes': '*.yaml merge=union\n'
    })
    scratch.git('config', 'merge.default', 'union')
    expect((await mergeTree(scratch.root, base, head)).conflicts).toEqual([ALICE])
  })

  it('works in a linked working tree', async () => {
    const base = scratch.commit({ [ALICE]: 'a\n' })
    scratch.git('worktree', 'add', '-q', '-b', 'side', join(scratch.root, 'linked'))
    expect((await mergeTree(join(scratch.root, 'linked'), base, base)).conflicts).toEqual([])
    expect((await commitTree(join(scratch.root, 'linked'), 'side')).entries.size).toBe(1)
  })

  it('says so where there is no common history', async () => {
    const base = scratch.commit({ [ALICE]: 'a\n' })
    scratch.git('checkout', '-q', '--orphan', 'other')
    const other = scratch.commit({ [ALICE]: 'b\n' })
    await expect(mergeTree(scratch.root, base, other)).rejects.toThrow('no common history')
  })
})

describe('history', () => {
  it('tells every version of some paths on the main line, merges as one step', async () => {
    const one = scratch.commit({ [ALICE]: '1\n', [BOB]: 'b\n' })
    scratch.git('checkout', '-q', '-b', 'side')
    const draft = scratch.commit({ [ALICE]: 'draft\n' })
    const two = scratch.commit({ [ALICE]: '2\n' })
    scratch.git('checkout', '-q', 'main')
    scratch.commit({ [BOB]: 'other\n' })
    const merge = scratch.merge('side')
    const gone = scratch.commit({ [ALICE]: null })
    expect(await pathHistory(scratch.root, gone, [ALICE])).toEqual([
      { path: ALICE, commit: one, at: Scratch.at(1), blob: blob('1\n') },
      { path: ALICE, commit: merge, at: Scratch.at(5), blob: blob('2\n') },
      { path: ALICE, commit: gone, at: Scratch.at(6), blob: null }
    ])
    expect(await pathHistory(scratch.root, gone, [ALICE], 'all')).toEqual([
      { path: ALICE, commit: one, at: Scratch.at(1), blob: blob('1\n') },
      { path: ALICE, commit: draft, at: Scratch.at(2), blob: blob('draft\n') },
      { path: ALICE, commit: two, at: Scratch.at(3), blob: blob('2\n') },
      { path: ALICE, commit: merge, at: Scratch.at(5), blob: blob('2\n') },
      { path: ALICE, commit: gone, at: Scratch.at(6), blob: null }
    ])
    expect(await pathHistory(scratch.root, gone, [])).toEqual([])
    expect(await pathHistory(scratch.root, gone, ['grants/people/nobody.yaml'])).toEqual([])
  })

  it('a clone that lacks a part of it says so, and what mends it', async () => {
    scratch.commit({ [ALICE]: '1\n' })
    const lost = scratch.commit({ [ALICE]: '2\n' })
    const tip = scratch.commit({ [ALICE]: '3\n' })
    rmSync(join(scratch.root, '.git/objects', lost.slice(0, 2), lost.slice(2)))
    await expect(pathHistory(scratch.root, tip, [ALICE])).rejects.toThrow(
      new UnableError(
        `git rev-list failed: error: Could not read ${lost}. This clone lacks objects. Clone the repository anew, or run: git fetch --refetch.`
      )
    )
  })

  it('takes more paths than fit a command line', async () => {
    const commit = scratch.commit({ [ALICE]: '1\n' })
    const many = Array.from({ length: 50_000 }, (_, n) => `grants/people/${'long'.repeat(10)}-${n}.yaml`)
    expect(await pathHistory(scratch.root, commit, [...many, ALICE])).toHaveLength(1)
  })
})

describe('a hostile repository', () => {
  it('runs no program of its own', async () => {
    const base = scratch.commit({ [ALICE]: 'a\n', '.gitattributes': '*.yaml filter=evil diff=evil\n' })
    const trap = join(scratch.root, '.git/trap')
    writeFileSync(trap, `#!/bin/sh\ntouch '${join(scratch.root, '.git/sprung')}'\ncat\n`)
    chmodSync(trap, 0o755)
    mkdirSync(join(scratch.root, '.git/hooks'), { recursive: true })
    for (const setting of [
      'core.fsmonitor',
      'diff.external',
      'diff.evil.textconv',
      'core.pager',
      'core.editor',
      'core.sshCommand'
    ]) {
      scratch.git('config', setting, trap)
    }
    scratch.write({ [ALICE]: 'b\n' })
    const head = await commitTree(scratch.root, 'HEAD')
    expect(head.entries.size).toBe(1)
    expect(await workingChanges(scratch.root, base)).toHaveLength(1)
    expect(await changedPaths(scratch.root, base, base)).toEqual([])
    await pathHistory(scratch.root, base, [ALICE], 'all')
    expect(existsSync(join(scratch.root, '.git/sprung'))).toBe(false)
  })

  it('can’t show another content than its objects have (replacements, other stores)', async () => {
    scratch.commit({ [ALICE]: 'real\n', [BOB]: 'fake\n' })
    scratch.git('replace', blob('real\n'), blob('fake\n'))
    const reader = new ObjectReader(scratch.root)
    expect((await reader.read([blob('real\n')])).get(blob('real\n'))?.toString()).toBe('real\n')
    reader.close()
    expect(
      gitEnvironment({
        PATH: '/bin',
        GIT_DIR: '/evil',
        GIT_OBJECT_DIRECTORY: '/evil',
        GIT_CONFIG_COUNT: '1',
        GIT_CONFIG_GLOBAL: '/dev/null'
      })
    ).toEqual({
      PATH: '/bin',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_GRAFT_FILE: '/dev/null',
      GIT_LITERAL_PATHSPECS: '1',
      GIT_NO_LAZY_FETCH: '1',
      GIT_NO_REPLACE_OBJECTS: '1',
      GIT_OPTIONAL_LOCKS: '0',
      GIT_PAGER: 'cat',
      GIT_TERMINAL_PROMPT: '0',
      LC_ALL: 'C'
    })
  })
})
