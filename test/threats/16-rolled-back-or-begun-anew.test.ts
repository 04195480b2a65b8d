import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Signer } from '../../src/evidence/signer.ts'
import { begin } from '../../src/evidence/genesis.ts'
import { openRemoteEvidence } from '../../src/io/git/evidence-store-open.ts'
import { commitTree } from '../../src/io/git/tree.ts'
import { grant, grantPath } from '../support/book.ts'
import { ForgeScene, REPOSITORY, type Moment } from '../support/forge-scene.ts'
import { settingsSignedBy, testPem, testSigner } from '../support/keys.ts'

// Frank is an administrator: he may force-push every branch and install Apps. He has neither the signing key nor our App's.

const ALICE = grantPath('billing-read', 'alice')
const FRANK = grantPath('billing-read', 'frank')
const SETTINGS = 'grants/grantbook.yaml'

let scene: ForgeScene
let old: { readonly main: string; readonly evidence: string }
let begun: Moment
beforeAll(async () => {
  scene = await ForgeScene.open({ files: { [ALICE]: grant('2026-12-14') } })
  await scene.apply()
  old = { main: scene.head('main') ?? '', evidence: scene.head('evidence') ?? '' }
  await scene.request('bob', 'end', { [ALICE]: null }, ['carol'])
  await scene.apply()
  await scene.git('frank', 'fetch', '-q', 'origin', '+refs/heads/evidence:refs/remotes/origin/evidence')
  begun = scene.save()
})
beforeEach(() => scene.restore(begun))
afterAll(() => scene.close())

const force = (branch: string, commit: string): Promise<string> =>
  scene.git('frank', 'push', '-q', '--force', 'origin', `${commit}:refs/heads/${branch}`)

/** Applies; nothing may be written to AWS. */
async function refused(): Promise<string> {
  scene.sandbox.clearCalls()
  const ran = await scene.run('apply')
  const writes = scene.sandbox.calls().filter(({ kind, service }) => kind === 'write' && service === 'iam')
  expect([ran.status, writes, scene.mayAssume('alice', 'billing-read')]).toEqual([1, [], false])
  return ran.err
}

describe('rolled back, so that what was revoked is approved again', () => {
  test('together with main, and with it every check run that named a newer head', async () => {
    await force('main', old.main)
    await force('evidence', old.evidence)
    expect(await refused()).toContain('a part of the record was cut off or rewritten')
  })

  test('and main names another App as ours', async () => {
    await force('evidence', old.evidence)
    await scene.pushMain('frank', { [SETTINGS]: otherApp(testSigner(1)) })
    expect(await refused()).toContain('a part of the record was cut off or rewritten')
  })

  test('deleted, and begun again as if there had been none', async () => {
    await scene.git('frank', 'push', '-q', 'origin', ':refs/heads/evidence')
    await scene.pushMain('frank', { [SETTINGS]: otherApp(testSigner(1)) })
    const ran = await scene.run('genesis', '--by', 'grace')
    expect([ran.status, ran.err]).toEqual([1, expect.stringContaining('The branch "evidence" once stood at')])
    expect(scene.head('evidence')).toBeNull()
  })
})

describe('a record of his own', () => {
  test('which names the App of his choice, whose check run names its head', async () => {
    const head = await forge([testSigner(2), testSigner(1)])
    const body = { name: 'grantbook evidence', status: 'completed', conclusion: 'neutral' }
    const run = { ...body, head_sha: scene.head('main'), external_id: head }
    await scene.api('other-app', 'POST', '/check-runs', run)
    expect(await refused()).toContain('nothing shows that it is our record')
    expect(scene.head('evidence')).toBe(head)
  })

  test('without any check run', async () => {
    await forge([testSigner(2), testSigner(1)])
    expect(await refused()).toContain('nothing shows that it is our record')
  })
})

test('what another App than the recorded one says of a head that nobody signed stops nothing', async () => {
  await scene.pushMain('frank', { [SETTINGS]: otherApp(testSigner(1)) })
  const body = { name: 'grantbook evidence', status: 'completed', conclusion: 'neutral' }
  const run = { ...body, head_sha: scene.head('main'), external_id: 'e'.repeat(40) }
  await scene.api('other-app', 'POST', '/check-runs', run)
  await scene.request('bob', 'ask', { [grantPath('billing-read', 'bob')]: grant('2026-12-14') }, ['carol'])
  await scene.apply()
  expect(scene.mayAssume('bob', 'billing-read')).toBe(true)
})

test('a new key finds its way in by the check run that only our App can write', async () => {
  const both = settingsSignedBy(testSigner(1), testSigner(2))
  await scene.request('frank', 'key', { [SETTINGS]: both }, ['grace'])
  expect((await scene.apply()).status).toBe(0)
  const environment = { ...scene.environment(), GRANTBOOK_SIGNING_KEY: testPem(2) }
  const ran = await scene.runWith({ environment }, 'apply')
  expect([ran.status, ran.err]).toEqual([0, expect.not.stringContaining('error')])
})

function otherApp(...signers: readonly Signer[]): string {
  return settingsSignedBy(...signers).replace('app: grantbook-acme', 'app: other-app')
}

/** Pushes settings and a grant of his own to main, and a record that begins with them, signed by himself. */
async function forge(signers: readonly Signer[]): Promise<string> {
  const tip = await scene.pushMain('frank', {
    [SETTINGS]: otherApp(...signers),
    [FRANK]: grant('2026-12-14')
  })
  const at = scene.sandbox.clock.now()
  const [signer = testSigner(2)] = signers
  const store = openRemoteEvidence(
    { root: scene.root, main: tip, anchor: null, trusted: null, signer, replaces: scene.head('evidence') },
    { url: `${scene.github.git}/${REPOSITORY}.git`, token: scene.token('frank') }
  )
  const tree = await commitTree(scene.root, tip)
  const entry = begin({
    commit: tip,
    tree,
    by: 'frank',
    signer: signer.publicKey,
    at,
    run: null,
    recovered: null
  })
  const done = await store.append(null, [{ subject: 'Begin', ...entry }], at)
  if (done.state !== 'done') throw new Error('raced')
  return done.head
}
