import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importOutput } from '../../src/render/output/import.ts'
import { personal } from '../commands/person-scene.ts'
import { ACCOUNT } from '../support/book.ts'
import { ForgeScene, PEOPLE } from '../support/forge-scene.ts'
import { worldOf } from '../support/scene.ts'

// Somebody who may write IAM prepares an account before it is imported, so that a reviewer in a hurry approves what he put
// there; and an account full of hostile names.

const allow = (action: string, resource = '*') => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: action, Resource: resource }]
})
const ADMIN = 'arn:aws:iam::aws:policy/AdministratorAccess'
const password = { password: true, mfa: true }

const USERS = [
  { name: 'mallory.example', ...password, attached: [ADMIN] },
  // Nothing but keys, and everything is allowed to them.
  { name: 'helper', keys: 1, attached: [ADMIN] },
  // Bob's address on somebody else's user: one human being with two files would be apart from himself.
  { name: 'second.bob', ...password, tags: { email: 'bob@acme.example' } },
  { name: 'twin.one', ...password, tags: { email: 'twin@acme.example' } },
  { name: 'twin.two', ...password, tags: { email: 'twin@acme.example' } },
  { name: 'writer', ...password, groups: ['writers'] },
  { name: 'a.b', ...password },
  { name: 'a_b', ...password },
  { name: 'system', ...password },
  { name: '__proto__', ...password },
  { name: 'constructor', ...password },
  { name: 'x'.repeat(64), ...password },
  { name: '@grace-acme', ...password },
  { name: 'AKIAIOSFODNN7EXAMPLE', ...password },
  { name: 'odd', path: '/a:b#{c}/', ...password },
  {
    name: 'tagged',
    ...password,
    tags: { email: 'x@acme.example\ngithub: grace-acme', name: '## [x](y) @grace-acme' }
  }
]

let scene: ForgeScene
let found: ReturnType<typeof importOutput.parse>['found']
let pulls: ReturnType<typeof importOutput.parse>['pulls']
/** What the first run asked for, by path. */
const asked = new Map<string, string>()
beforeAll(async () => {
  const [account] = worldOf(Object.keys(PEOPLE)).aws ?? []
  if (!account) throw new Error('no account')
  const groups = [
    { name: 'writers', inline: { work: allow('s3:*', 'arn:aws:s3:::x/*') } },
    { name: 'gods', inline: { work: allow('iam:*') } }
  ]
  scene = await ForgeScene.open({
    world: {
      aws: [
        {
          ...account,
          users: [...(account.users ?? []), ...USERS],
          groups: [...(account.groups ?? []), ...groups]
        }
      ]
    }
  })
  const told = await imported()
  ;({ found, pulls } = told)
  await scene.git('frank', 'fetch', '-q', 'origin', '+refs/heads/*:refs/remotes/origin/*')
  for (const { branch, pull } of pulls)
    for (const [path, text] of pull === null ? [] : await filesOf(branch)) asked.set(path, text)
})
afterAll(() => scene.close())

async function imported(...args: readonly string[]) {
  const environment = { ...scene.environment(), ...personal(scene, 'frank') }
  const ran = await scene.runWith(
    { environment },
    'import',
    '--system',
    'aws-prod',
    '--format',
    'json',
    ...args
  )
  if (ran.out === '') throw new Error(ran.err)
  return importOutput.parse(JSON.parse(ran.out))
}

const about = (name: string) => found.find((one) => one.name === `user/${name}`)

async function filesOf(branch: string): Promise<readonly (readonly [path: string, text: string])[]> {
  const names = await scene.git('frank', 'diff', '--name-only', 'origin/main', `origin/${branch}`)
  const files: [string, string][] = []
  for (const path of names.split('\n').filter(Boolean))
    files.push([path, await scene.git('frank', 'show', `origin/${branch}:${path}`)])
  return files
}

describe('what somebody prepared to be imported', () => {
  test('makes nobody an approver: no file names a GitHub account, and governance alone approves', () => {
    expect(asked.size).toBeGreaterThan(10)
    for (const [path, text] of asked) {
      if (!path.startsWith('grants/')) continue
      expect(text).not.toMatch(/^\s*(?:github|githubId|manager|emergency|includes):/mu)
    }
    const entitlements = [...asked].filter(([path]) => path.endsWith('/entitlement.yaml'))
    expect(entitlements.length).toBeGreaterThan(0)
    for (const [, text] of entitlements) expect(text).toContain('approvers: ["@acme/access-governance"]\n')
  })

  test('gives nobody a second file: who bears a person’s address, or another’s, is left to people', () => {
    expect(about('second.bob')).toMatchObject({ state: 'left', path: null })
    expect(about('second.bob')?.why.join()).toContain('people/bob.yaml has its e-mail address')
    for (const name of ['twin.one', 'twin.two'])
      expect(about(name)).toMatchObject({
        state: 'left',
        why: expect.arrayContaining([expect.stringContaining('same e-mail address')]) as unknown
      })
  })

  test('who ran it has no say in it', async () => {
    const pull = pulls.find(({ state }) => state === 'opened')?.pull ?? 0
    scene.wait(1)
    await expect(scene.review('frank', pull)).rejects.toThrow('422')
    const { out } = await scene.run('approvals', '--format', 'json', '--pull', String(pull))
    expect(JSON.parse(out)).toMatchObject({ state: 'missing' })
  })

  test('is told in the body with its danger, before anything is approved', async () => {
    const subjects = pulls.find(({ branch }) => branch.includes('/subjects-'))
    const body = JSON.stringify(await scene.api('frank', 'GET', `/pulls/${subjects?.pull ?? 0}`))
    expect(body).toContain('may give itself anything')
    expect(body).not.toContain('@grace-acme')
  })

  test('what is administrator’s or dear never becomes a standing grant by itself', async () => {
    const branches = pulls.map(({ branch }) => branch)
    // The critical entitlement waits for the others, in a pull request of its own that takes two people.
    expect(found.find(({ name }) => name === 'gods')).toMatchObject({ state: 'waiting', pull: null })
    expect(branches.map((branch) => branch.replace(/-[0-9a-f]{8}$/u, ''))).toEqual([
      'import/aws-prod/critical-entitlements',
      'import/aws-prod/entitlements',
      'import/aws-prod/subjects'
    ])
    for (const { pull } of pulls.filter((one) => one.pull !== null)) {
      scene.wait(1)
      await scene.review('grace', pull ?? 0)
      scene.wait(1)
      await scene.merge('frank', pull ?? 0)
    }
    await scene.apply('--authorise')
    const without = await imported()
    const grant = (all: typeof found, name: string) =>
      all.find((one) => one.what === 'grant' && one.name === name)
    expect(grant(without.found, 'user/writer writers')?.why.join()).toContain('run it again with --ticket')
    expect(
      without.found.filter(({ what, name }) => what === 'grant' && name.startsWith('user/mallory'))
    ).toEqual([])
    const admin = without.found.find(({ name }) => name === `user/mallory.example attached:${ADMIN}`)
    expect(admin).toMatchObject({ what: 'outside', state: 'left', risks: ['administrator'] })
    const ticketed = await imported('--ticket', 'OPS-1')
    expect(grant(ticketed.found, 'user/writer writers')).toMatchObject({ state: 'proposed' })
    const gods = without.pulls.find(({ branch }) => branch.includes('critical'))
    scene.wait(1)
    await scene.review('grace', gods?.pull ?? 0)
    scene.wait(1)
    const { out } = await scene.run('approvals', '--format', 'json', '--pull', String(gods?.pull))
    expect(JSON.parse(out)).toMatchObject({ state: 'refused' })
  })
})

describe('hostile names', () => {
  test('are never lost: each is somebody’s file, or told with why', () => {
    const states = USERS.map(({ name, path }: { readonly name: string; readonly path?: string }) => {
      const one = found.find((each) => each.name === `user${path ?? '/'}${name}`)
      return `${name}: ${one?.state ?? 'lost'} ${(one?.path ?? '').replace(/-[0-9a-f]{8}\./u, '-#.')}`.trim()
    })
    expect(states).toEqual([
      'mallory.example: proposed grants/people/mallory-example.yaml',
      'helper: left',
      'second.bob: left',
      'twin.one: left',
      'twin.two: left',
      'writer: proposed grants/people/writer.yaml',
      'a.b: proposed grants/people/a-b-#.yaml',
      'a_b: proposed grants/people/a-b-#.yaml',
      'system: left',
      '__proto__: proposed grants/people/proto.yaml',
      'constructor: proposed grants/people/constructor.yaml',
      `${'x'.repeat(64)}: proposed grants/people/${'x'.repeat(50)}-#.yaml`,
      '@grace-acme: proposed grants/people/x-#.yaml',
      'AKIAIOSFODNN7EXAMPLE: left',
      'odd: left',
      'tagged: proposed grants/people/tagged.yaml'
    ])
    expect(about('AKIAIOSFODNN7EXAMPLE')?.why.join()).toContain('secret-found')
  })

  test('can’t reach beyond their field: what is proposed validates and says nothing else', async () => {
    const text = asked.get('grants/people/tagged.yaml')
    expect(text).toContain('\nname: tagged\nemail: tagged@unknown.invalid\n')
    for (const { branch, pull } of pulls) {
      if (pull === null) continue
      const judged = await scene.run('validate', '--base', 'origin/main', '--head', `origin/${branch}`)
      expect(judged.status).toBe(0)
    }
  })
})

test('the account is as it was', () => {
  const writes = scene.sandbox.calls().filter(({ service, kind }) => service === 'iam' && kind === 'write')
  expect(
    writes.map(({ operation }) => operation).filter((name) => name !== 'GenerateCredentialReport')
  ).toEqual([])
  expect(scene.sandbox.snapshot(ACCOUNT).users.length).toBe(USERS.length + Object.keys(PEOPLE).length)
})
