import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readCommitObject, signCommitObject, writeCommitObject } from '../../src/evidence/commit-object.ts'
import { testSigner } from '../io/git/evidence-scene.ts'
import { Repository, run } from '../support/repository.ts'
import type { History } from './history.ts'
import { unpackInto } from './pack.ts'
import { ALICE, wholeStory } from './story.ts'

// The same attacks through real git and the real command; test/audit/tamper.test.ts has all of them in memory.

const repository = new Repository()
const history: History = wholeStory()
const { objects } = history
const head = history.commits.at(-1) ?? ''
const variants = new Map<string, string>()

beforeAll(() => {
  makeVariants()
  unpackInto(repository, objects)
  repository.git('update-ref', 'refs/heads/main', history.main.at(-1)?.commit ?? '')
  repository.git('update-ref', 'refs/heads/evidence', head)
  for (const [name, id] of variants) repository.git('update-ref', `refs/heads/v/${name}`, id)
})
afterAll(() => repository.remove())

async function audit(...args: readonly string[]) {
  const { status, out, err } = await run(repository, null, ['audit', '--format', 'json', ...args])
  return { status, err, document: JSON.parse(out === '' ? 'null' : out) as Document }
}

interface Document {
  readonly ok: boolean
  readonly anchored: boolean
  readonly commits: number
  readonly problems: readonly {
    readonly code: string
    readonly file: string | null
    readonly line: number | null
    readonly commit: string | null
  }[]
}

/** Every single forgery as the head of a branch of its own. */
function makeVariants(): void {
  const last = readCommitObject(objects.get(head))
  const parent = history.commits.at(-2) ?? ''
  const stamp = last?.committer ?? ''
  const make = (
    name: string,
    tree: string,
    parents: readonly string[],
    sign: 'old' | 'none' | 'right' | number
  ) => {
    const text = Buffer.from(writeCommitObject(tree, null, stamp, 'Record\n'))
      .toString('utf8')
      .replace(/^(tree .*\n)/u, `$1${parents.map((id) => `parent ${id}\n`).join('')}`)
    const bare = Buffer.from(text)
    const signature =
      sign === 'none'
        ? null
        : sign === 'old'
          ? (last?.signature ?? '')
          : sign === 'right'
            ? history.signer.sign(bare)
            : testSigner(sign).sign(bare)
    const id = objects.put('commit', signature === null ? bare : signCommitObject(bare, signature))
    variants.set(name, id)
    return id
  }
  const tree = last?.tree ?? ''
  const changed = (path: string, change: (text: string) => string | null) => {
    const files = new Map(objects.files(tree))
    const text = change(Buffer.from(objects.get(files.get(path)?.blob ?? '')).toString('utf8'))
    if (text === null) files.delete(path)
    else files.set(path, { mode: '100644', blob: objects.text(text) })
    return objects.tree(files)
  }
  const events = `events/${ALICE}.jsonl`
  make('unsigned', tree, [parent], 'none')
  make('foreign', tree, [parent], 9)
  make('merged', tree, [parent, history.commits[0] ?? ''], 'right')
  make('orphan', tree, [], 'right')
  make(
    'byte',
    changed(events, (text) => text.replace('"run":"4711"', '"run":"4712"')),
    [parent],
    'old'
  )
  make(
    'byte-signed',
    changed(events, (text) => text.replace('"run":"4711"', '"run":"4712"')),
    [parent],
    'right'
  )
  make(
    'dropped-line',
    changed(events, (text) => text.split('\n').slice(1).join('\n')),
    [parent],
    'right'
  )
  make(
    'doubled-line',
    changed(events, (text) => `${text}${text.split('\n').at(-2) ?? ''}\n`),
    [parent],
    'right'
  )
  make('swapped-lines', changed(events, swapFirstTwo), [parent], 'right')
  make(
    'cut-line',
    changed(events, (text) => text.slice(0, -1)),
    [parent],
    'right'
  )
  make(
    'blank',
    changed(events, (text) => text.replace(/\{"(?=[^\n]*\n$)/u, '{ "')),
    [parent],
    'right'
  )
  make(
    'no-json',
    changed(events, (text) => `${text}hello\n`),
    [parent],
    'right'
  )
  make(
    'gone',
    changed(events, () => null),
    [parent],
    'right'
  )
  make(
    'approved',
    changed(`approved/${ALICE}`, (text) => text.replace('2026-12-01', '2027-12-01')),
    [parent],
    'right'
  )
  make('skipped', tree, [history.commits.at(-3) ?? ''], 'old')
}

function swapFirstTwo(text: string): string {
  const [first = '', second = '', ...rest] = text.split('\n')
  return [second, first, ...rest].join('\n')
}

describe('grantbook audit', () => {
  test('finds nothing in a record that is in order', async () => {
    expect(await audit()).toEqual({
      status: 0,
      err: '',
      document: { format: 1, ok: true, anchored: false, commits: 6, grants: 1, events: 12, problems: [] }
    })
    const text = await run(repository, null, ['audit'])
    expect(text.out).toBe(
      `6 commits up to ${head}, 1 grant, 12 events.\n` +
        'anchored: false. Nothing from outside says where the branch should end, so that a cut can’t be seen. Name a head that you noted with --head, or give GITHUB_TOKEN and GITHUB_REPOSITORY.\n' +
        'GitHub was not asked: GITHUB_TOKEN and GITHUB_REPOSITORY are not both set.\n' +
        'No problems: every signature, every order, every chain from request to revocation holds.\n'
    )
  })

  test.each([
    ['unsigned', ['unsigned']],
    ['foreign', ['signer']],
    ['merged', ['parent']],
    ['orphan', ['genesis', 'genesis']],
    ['byte', ['append-only', 'signature']],
    ['byte-signed', ['append-only']],
    ['dropped-line', ['append-only']],
    ['doubled-line', ['event-doubled']],
    ['swapped-lines', ['append-only']],
    ['cut-line', ['event']],
    ['blank', ['event']],
    ['no-json', ['event']],
    ['gone', ['append-only']],
    ['approved', ['approved']],
    ['skipped', ['signature']]
  ])('tells of a branch that is forged: %s', async (name, expected) => {
    const { status, document } = await audit('--evidence', `refs/heads/v/${name}`)
    expect(status).toBe(1)
    expect(document.problems.map(({ code }) => code).toSorted()).toEqual(
      expect.arrayContaining(expected.toSorted())
    )
  })

  test('names the file, the line and the commit of a changed byte', async () => {
    const { document } = await audit('--evidence', 'refs/heads/v/byte-signed')
    expect(document.problems).toEqual([
      {
        code: 'append-only',
        file: `events/${ALICE}.jsonl`,
        line: 1,
        commit: variants.get('byte-signed'),
        message: 'What stood there was changed; events are only ever appended.'
      }
    ])
  })

  test('sees a cut only by a head that was noted elsewhere', async () => {
    const cut = history.commits.at(-2) ?? ''
    repository.git('update-ref', 'refs/heads/cut', cut)
    const blind = await audit('--evidence', 'refs/heads/cut')
    expect([blind.status, blind.document.anchored]).toEqual([0, false])
    const seen = await audit('--evidence', 'refs/heads/cut', '--head', head)
    expect([seen.status, seen.document.anchored]).toEqual([1, false])
    expect(seen.document.problems.map(({ code }) => code)).toEqual(['head-missing'])
    const whole = await audit('--head', cut)
    expect([whole.status, whole.document.anchored]).toEqual([0, true])
  })

  test('trusts the first signer by --signer, or by main', async () => {
    expect((await audit('--signer', history.signer.publicKey)).status).toBe(0)
    const other = await audit('--signer', testSigner(4).publicKey)
    expect(other.document.problems.map(({ code }) => code)).toEqual(['signer'])
  })

  test('is told that there is nothing to audit', async () => {
    const empty = new Repository()
    empty.commit({ 'grants/grantbook.yaml': 'organization: acme\n' })
    const { status, out } = await run(empty, null, ['audit', '--format', 'json'])
    empty.remove()
    const { problems } = JSON.parse(out) as Document
    expect([status, problems.map(({ code }) => code)]).toEqual([1, ['no-evidence']])
  })

  test.each([
    [['audit', 'now'], "too many arguments for 'audit'"],
    [['audit', '--head', 'HEAD'], '--head must be the whole id of a commit: 40 (or 64) of 0-9 and a-f.'],
    [
      ['audit', '--signer', 'ssh-rsa AAAA'],
      '--signer must be an Ed25519 key as settings name it: "ssh-ed25519 AAAA…".'
    ],
    [
      ['audit', '--evidence', 'nowhere'],
      '"nowhere" is no commit in this repository. Fetch it first, or correct the name.'
    ]
  ])('refuses %j', async (args, message) => {
    const { status, err } = await run(repository, null, args)
    expect(status).toBe(2)
    expect(err).toContain(message)
  })

  test('demands the whole history', async () => {
    const folder = mkdtempSync(join(repository.root, '..', 'grantbook-shallow-'))
    execFileSync(
      'git',
      ['clone', '-q', '--depth', '1', '--no-single-branch', `file://${repository.root}`, folder],
      { stdio: 'ignore' }
    )
    const shallow = Object.assign(Object.create(Repository.prototype) as Repository, { root: folder })
    const { status, err } = await run(shallow, null, ['audit'])
    rmSync(folder, { recursive: true, force: true })
    expect(status).toBe(2)
    expect(err).toContain('git fetch --unshallow')
  })

  test('is confirmed by plain git', () => {
    const allowed = join(repository.root, '.git', 'allowed')
    writeFileSync(allowed, `grantbook ${history.signer.publicKey}\n`)
    const verify = (id: string) =>
      execFileSync(
        'git',
        ['-c', 'gpg.format=ssh', '-c', `gpg.ssh.allowedSignersFile=${allowed}`, 'verify-commit', id],
        {
          cwd: repository.root,
          stdio: 'pipe'
        }
      )
    if (!hasSshKeygen()) return
    for (const id of history.commits) verify(id)
    expect(() => verify(variants.get('foreign') ?? '')).toThrow(/verify-commit/u)
  })

  test('tells of a blob whose bytes were changed where git keeps it', async () => {
    const loose = new Repository()
    unpackInto(loose, objects)
    // Unpacked, each object is a file of its own, which anybody can write.
    const packs = join(loose.root, '.git', 'objects', 'pack')
    const pack = readdirSync(packs).find((name) => name.endsWith('.pack')) ?? ''
    const moved = join(loose.root, 'moved.pack')
    execFileSync('mv', [join(packs, pack), moved])
    rmSync(packs, { recursive: true })
    execFileSync('sh', ['-c', `git unpack-objects -q < "${moved}"`], { cwd: loose.root })
    loose.git('update-ref', 'refs/heads/main', history.main.at(-1)?.commit ?? '')
    loose.git('update-ref', 'refs/heads/evidence', head)
    expect((await run(loose, null, ['audit'])).status).toBe(0)
    const files = objects.files(readCommitObject(objects.get(head))?.tree ?? '')
    const blob = files.get(`events/${ALICE}.jsonl`)?.blob ?? ''
    const other = objects.text('something else\n')
    const file = (id: string) => join(loose.root, '.git', 'objects', id.slice(0, 2), id.slice(2))
    execFileSync('sh', ['-c', 'printf "something else\\n" | git hash-object -w --stdin'], {
      cwd: loose.root,
      stdio: 'ignore'
    })
    expect(statSync(file(other)).size).toBeGreaterThan(0)
    execFileSync('cp', ['-f', file(other), file(blob)])
    const { status, out } = await run(loose, null, ['audit', '--format', 'json'])
    loose.remove()
    const { problems } = JSON.parse(out) as Document
    expect([status, problems[0]?.code]).toEqual([1, 'append-only'])
  })
})

function hasSshKeygen(): boolean {
  try {
    execFileSync('sh', ['-c', 'command -v ssh-keygen'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
