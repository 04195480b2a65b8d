import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { GitRemote } from '../../../src/io/github/github.ts'
import { openRemoteEvidence } from '../../../src/io/git/evidence-store-open.ts'
import { fetchObjects, fetchRef, pushRef, remoteRefs } from '../../../src/io/git/remote.ts'
import { NOW } from '../../support/book.ts'
import { Repository } from '../../support/repository.ts'
import { begin } from '../../../src/evidence/genesis.ts'
import { commitTree } from '../../../src/io/git/tree.ts'
import { bookSignedBy, common, testSigner } from './evidence-scene.ts'
import { GitServer } from './git-server.ts'

const MAIN = 'refs/heads/main'
const EVIDENCE = 'refs/heads/evidence'
const signer = testSigner(1)
const server = new GitServer()
let remote: GitRemote
let clone: Repository
/** Main's tip, there and in the clone. */
let tip: string

beforeAll(async () => {
  remote = await server.start()
})

afterAll(() => server.stop())

beforeEach(() => {
  clone = new Repository()
  tip = clone.commit(bookSignedBy(signer))
  clone.git('push', '-q', '--force', server.bare, 'main')
  for (const ref of server.git('for-each-ref', '--format=%(refname)').split('\n'))
    if (ref !== MAIN) server.git('update-ref', '-d', ref)
  server.requests.length = 0
  server.before = () => undefined
  server.fail(null)
})

afterEach(() => clone.remove())

/** A commit on the server that the clone doesn't have. */
function foreign(parent: string | null, message: string): string {
  const tree = server.git('rev-parse', `${MAIN}^{tree}`)
  const identity = ['-c', 'user.name=Mallory', '-c', 'user.email=mallory@acme.example']
  return server.git(...identity, 'commit-tree', tree, ...(parent ? ['-p', parent] : []), '-m', message)
}

test('a ref that the remote doesn’t have is null; one that it has comes with its objects', async () => {
  expect(await fetchRef(clone.root, remote, EVIDENCE)).toBe(null)
  const there = foreign(null, 'Something')
  server.git('update-ref', EVIDENCE, there)
  server.git('update-ref', 'refs/heads/x/refs/heads/evidence', tip)
  expect(await fetchRef(clone.root, remote, EVIDENCE)).toBe(there)
  expect(clone.git('cat-file', '-t', there).trim()).toBe('commit')
  expect(clone.git('for-each-ref', '--format=%(refname)').trim()).toBe(MAIN)
})

test('what is here already is not fetched again', async () => {
  server.requests.length = 0
  expect(await fetchRef(clone.root, remote, MAIN)).toBe(tip)
  expect(server.requests).toEqual([
    'GET /access.git/info/refs?service=git-upload-pack',
    'POST /access.git/git-upload-pack'
  ])
})

test('objects by id: those to be had come, the others are named', async () => {
  const [first, second] = [foreign(null, 'One'), foreign(null, 'Two')]
  const [lost, gone] = ['1'.repeat(40), '2'.repeat(40)]
  const missing = await fetchObjects(clone.root, remote, [lost, first, tip, gone, second, 'refs/heads/none'])
  expect([...missing].toSorted()).toEqual([lost, gone, 'refs/heads/none'].toSorted())
  expect(clone.git('cat-file', '-t', second).trim()).toBe('commit')
})

test('a remote that can’t be reached is never one without the branch, and no error holds the token', async () => {
  const wrong = { url: remote.url, token: 'ghs_another' }
  for (const [at, text] of [
    [wrong, /Authentication failed|could not read Username/u],
    [{ ...remote, url: remote.url.replace('access.git', 'other.git') }, /not found/u],
    [{ ...remote, url: 'http://127.0.0.1:1/access.git' }, /Failed to connect|Couldn't connect/u],
    [{ ...remote, url: server.bare }, /over http or https alone/u]
  ] as const) {
    const failure = await fetchRef(clone.root, at, EVIDENCE).catch((error: unknown) => error)
    expect(String(failure)).toMatch(text)
    expect(String(failure)).not.toContain('ghs_')
    expect(String(failure)).not.toContain(Buffer.from(`x-access-token:${at.token}`).toString('base64'))
  }
  server.fail({ path: '/info/refs', kind: 'refused' })
  await expect(fetchRef(clone.root, remote, EVIDENCE)).rejects.toThrow('503')
})

test('settings of the clone neither send other credentials nor send ours elsewhere', async () => {
  const origin = new URL(remote.url).origin
  clone.git('config', `http.${origin}/.extraheader`, 'Authorization: Basic d3Jvbmc=')
  clone.git('config', 'credential.helper', '!touch helper-ran; false')
  clone.git('config', 'remote.origin.url', 'http://127.0.0.1:1/')
  clone.git('config', 'push.gpgSign', 'true')
  expect((await remoteRefs(clone.root, remote, [MAIN])).get(MAIN)).toBe(tip)
  expect(await pushRef(clone.root, remote, tip, EVIDENCE, null)).toBe('done')
  await expect(fetchRef(clone.root, { ...remote, token: 'ghs_no' }, MAIN)).rejects.toThrow('git can’t read')
  expect(clone.git('status', '--porcelain').trim()).toBe('')
})

test('a push moves the ref from where it was expected, or not at all', async () => {
  const next = clone.commit(bookSignedBy(signer), 'Next')
  const other = clone.git('commit-tree', `${tip}^{tree}`, '-m', 'Other').trim()
  const push = (id: string, from: string | null) => pushRef(clone.root, remote, id, EVIDENCE, from)
  expect(await push(tip, null)).toBe('done')
  expect(await push(next, null)).toBe('raced')
  expect(await push(next, other)).toBe('raced')
  expect(await push(next, tip)).toBe('done')
  expect(await push(other, tip)).toBe('raced')
  expect(server.git('rev-parse', EVIDENCE)).toBe(next)
})

test('a branch that somebody moves while we push is a lost race', async () => {
  expect(await pushRef(clone.root, remote, tip, EVIDENCE, null)).toBe('done')
  const next = clone.commit(bookSignedBy(signer), 'Next')
  const other = foreign(tip, 'Somebody else')
  server.before = (path) => {
    if (path.endsWith('/git-receive-pack')) server.git('update-ref', EVIDENCE, other)
  }
  expect(await pushRef(clone.root, remote, next, EVIDENCE, tip)).toBe('raced')
  expect(server.git('rev-parse', EVIDENCE)).toBe(other)
})

test('an answer that was lost is found out by reading again', async () => {
  server.fail({ path: '/git-receive-pack', kind: 'lost' })
  expect(await pushRef(clone.root, remote, tip, EVIDENCE, null)).toBe('done')
  const next = clone.commit(bookSignedBy(signer), 'Next')
  server.fail({ path: '/git-receive-pack', kind: 'before', times: 9 })
  await expect(pushRef(clone.root, remote, next, EVIDENCE, tip)).rejects.toThrow('git can’t push to')
  expect(server.git('rev-parse', EVIDENCE)).toBe(tip)
})

test('ours arrived, its answer was lost, and others came after it: done', async () => {
  const next = clone.commit(bookSignedBy(signer), 'Next')
  expect(await pushRef(clone.root, remote, tip, EVIDENCE, null)).toBe('done')
  let pushed = false
  server.fail({ path: '/git-receive-pack', kind: 'lost' })
  server.before = (path) => {
    if (pushed && path.endsWith('/info/refs')) server.git('update-ref', EVIDENCE, foreign(next, 'After'))
    pushed ||= path.endsWith('/git-receive-pack')
  }
  expect(await pushRef(clone.root, remote, next, EVIDENCE, tip)).toBe('done')
})

test('a push that the server refuses is no race', async () => {
  server.git('config', 'receive.denyCreates', 'true')
  server.git('config', 'receive.hideRefs', EVIDENCE)
  try {
    await expect(pushRef(clone.root, remote, tip, EVIDENCE, null)).rejects.toThrow('git can’t push to')
  } finally {
    server.git('config', '--unset', 'receive.hideRefs')
  }
})

test('two stores at one forge: the second that appends has raced, reads again and goes on', async () => {
  const store = () =>
    openRemoteEvidence({ root: clone.root, main: tip, anchor: null, trusted: null, signer }, remote)
  const tree = await commitTree(clone.root, tip)
  const first = begin({
    commit: tip,
    tree,
    by: 'carol',
    signer: signer.publicKey,
    at: NOW,
    run: null,
    recovered: null
  })
  const [left, right] = [store(), store()]
  const begun = await left.append(null, [{ subject: 'Begin', ...first }], NOW)
  expect(begun.state).toBe('done')
  const { head } = await right.read()
  const beat = {
    ...common(null, null),
    event: 'finished' as const,
    id: 'a',
    closes: [],
    sealed: null,
    counts: {}
  }
  const entries = ['a', 'b'].map((id) => ({ subject: 'Beat', events: [{ ...beat, id }], moves: [] }))
  expect((await left.append(head, entries, NOW)).state).toBe('done')
  const others = [{ ...entries[0], subject: 'Another', events: [beat], moves: [] }]
  expect((await right.append(head, others, NOW)).state).toBe('raced')
  const read = await right.read()
  expect((await right.append(read.head, others, NOW)).state).toBe('done')
  expect(server.git('rev-list', '--count', EVIDENCE)).toBe('4')
  expect(clone.git('rev-parse', 'refs/grantbook/evidence').trim()).toBe(server.git('rev-parse', EVIDENCE))
  expect((await store().read()).files).toBe(1)
})
