import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { ForgeSnapshot } from '../../src/sandbox/forge/hub.ts'
import { startSandbox } from '../../src/sandbox/start.ts'
import type { Sandbox, SandboxForge } from '../../src/sandbox/sandbox.ts'
import { NOW, person, type Files } from '../support/book.ts'
import { Repository, run, type Ran } from '../support/repository.ts'
import { bookSignedBy, rsaPem, testPem, testSigner } from '../support/keys.ts'

const signer = testSigner(1)
const EVIDENCE = 'refs/heads/evidence'
const BOOK: Files = bookSignedBy(signer)

let sandbox: Sandbox
let forge: SandboxForge
let begin: ForgeSnapshot
let clone: Repository
let tip: string

beforeAll(async () => {
  sandbox = await startSandbox({
    now: '2026-11-20T09:00:00Z',
    organization: 'acme',
    users: [{ login: 'alice-acme', id: 583_231, email: 'alice@acme.example', type: 'User' }],
    apps: [{ slug: 'grantbook-acme' }, { slug: 'other-app' }],
    teams: [],
    repositories: [{ name: 'access', write: ['alice-acme'] }]
  })
  if (!sandbox.forge) throw new Error('no forge')
  forge = sandbox.forge
  begin = forge.snapshot()
})

afterAll(() => sandbox.close())

beforeEach(async () => {
  forge.restore(begin)
  clone = new Repository()
  await push(BOOK)
})

afterEach(() => {
  sandbox.setFaults([])
  clone.remove()
})

/** Makes these the files of the default branch, by a push of Alice's. */
async function push(files: Files): Promise<void> {
  tip = clone.commit(files)
  await git('push', '-q', '--force', forge.url('acme/access', 'alice-acme'), 'main')
}

/** The forge runs in this process: git must not keep it waiting. */
async function git(...args: readonly string[]): Promise<void> {
  await promisify(execFile)('git', args, { cwd: clone.root })
}

function genesis(over: Readonly<Record<string, string>> = {}, ...args: readonly string[]): Promise<Ran> {
  const environment = {
    GITHUB_API_URL: sandbox.github?.api ?? '',
    GITHUB_SERVER_URL: sandbox.github?.git ?? '',
    GITHUB_REPOSITORY: 'acme/access',
    GITHUB_TOKEN: forge.token('grantbook-acme'),
    GRANTBOOK_SIGNING_KEY: testPem(1),
    ...over
  }
  const by = args.includes('--by') ? [] : ['--by', 'carol']
  return run(clone, null, ['genesis', ...by, ...args, '--format', 'json'], { environment, now: NOW })
}

/** Where the record stands on the forge; null: nowhere. */
function head(ref = EVIDENCE): string | null {
  const refs = clone.git('ls-remote', forge.directory('acme/access'), ref)
  return refs === '' ? null : refs.slice(0, 40)
}

test('takes the tip as GitHub names it, signs, pushes and anchors', async () => {
  clone.commit({ ...BOOK, 'grants/people/dave.yaml': person('dave') }, 'Not pushed')
  const ran = await genesis()
  expect([ran.err, ran.status]).toEqual(['', 0])
  expect(JSON.parse(ran.out)).toEqual({ format: 1, ok: true, commit: tip, files: 8 })
  const evidence = head()
  expect(clone.git('rev-parse', `${String(evidence)}:approved/grants`)).toBe(
    clone.git('rev-parse', `${tip}:grants`)
  )
  const text = clone.git('show', `${String(evidence)}:runs/2026-11.jsonl`)
  expect(JSON.parse(text)).toEqual({
    at: '2026-11-20T09:00:00Z',
    grant: null,
    blob: null,
    commit: tip,
    by: 'carol',
    run: null,
    event: 'genesis',
    files: 8,
    signer: signer.publicKey,
    recovered: null
  })
  const again = await genesis()
  expect([again.status, again.out]).toEqual([1, ''])
  expect(again.err).toContain(
    `The branch "evidence" exists and stands at ${String(evidence)}. Nothing was begun.`
  )
})

test('a branch that was deleted is not begun again in silence: its anchor tells', async () => {
  await genesis()
  const lost = head()
  await git('push', '-q', '--delete', forge.url('acme/access', 'alice-acme'), 'evidence')
  const refused = await genesis()
  expect(refused.status).toBe(1)
  expect(refused.err).toContain(`once stood at ${String(lost)}`)
  expect(head()).toBe(null)
  const ran = await genesis({}, '--recover', 'The branch was deleted by mistake')
  expect([ran.err, ran.status]).toEqual(['', 0])
  expect(JSON.parse(clone.git('show', `${String(head())}:runs/2026-11.jsonl`))).toMatchObject({
    recovered: { why: 'The branch was deleted by mistake', head: lost }
  })
})

test('a record that is given up is kept under another name', async () => {
  await genesis()
  const lost = String(head())
  await push({ ...BOOK, 'grants/people/dave.yaml': person('dave') })
  const ran = await genesis({}, '--recover', 'Its history can’t be verified any more')
  expect([ran.err, ran.status]).toEqual(['', 0])
  expect(head()).not.toBe(lost)
  expect(head(`refs/heads/evidence-given-up-${lost.slice(0, 12)}`)).toBe(lost)
})

test('nothing is begun with errors, by nobody, by a key that is no signer, or half-way', async () => {
  const cases: readonly (readonly [Readonly<Record<string, string>>, readonly string[], number, string])[] = [
    [{}, ['--by', 'zoe'], 2, '--by "zoe" is not in grants/people/'],
    [{ GRANTBOOK_SIGNING_KEY: testPem(2) }, [], 2, 'doesn’t name in evidence.signers'],
    [{ GRANTBOOK_SIGNING_KEY: rsaPem() }, [], 2, 'of another type than Ed25519'],
    [{ GRANTBOOK_SIGNING_KEY: '' }, [], 2, 'GRANTBOOK_SIGNING_KEY is not set'],
    [{ GITHUB_API_URL: 'https://api.github.com' }, [], 2, '--now is for a GitHub on this machine'],
    [{ GITHUB_TOKEN: 'ghs_wrong' }, [], 2, 'GitHub doesn’t say where the default branch stands'],
    [{}, ['--recover', 'short'], 2, '--recover needs the reason']
  ]
  for (const [over, args, status, text] of cases) {
    const ran = await genesis(over, ...args)
    expect([text, ran.status, ran.out]).toEqual([text, status, ''])
    expect(ran.err).toContain(text)
  }
  await push({ ...BOOK, 'grants/people/carol.yaml': person('carol', 'ends: 2026-11-01\n') })
  expect((await genesis()).err).toContain('--by "carol" has left')
  await push({ ...BOOK, 'grants/people/carol.yaml': 'name: 7\n' })
  const ran = await genesis()
  expect([ran.status, ran.err]).toEqual([1, expect.stringContaining('error: grants/people/carol.yaml: ')])
  expect(head()).toBe(null)
})

test('somebody else’s App anchors nothing: genesis says that its own could not', async () => {
  const ran = await genesis({ GITHUB_TOKEN: forge.token('other-app') })
  expect(ran.status).toBe(1)
  expect(ran.err).toContain('The record was begun at')
})

test('the signing key and the token are in no output, whatever goes wrong', async () => {
  const secret = testPem(1).split('\n')[1] ?? ''
  const bad = testPem(1).replace(/.{8}\n-----END/u, '\n-----END')
  for (const over of [{ GRANTBOOK_SIGNING_KEY: bad }, { GITHUB_REPOSITORY: 'acme/none' }]) {
    const ran = await genesis(over)
    expect(ran.status).toBe(2)
    expect(ran.out + ran.err).not.toContain(secret.slice(0, 30))
    expect(ran.out + ran.err).not.toContain(forge.token('grantbook-acme'))
  }
})
