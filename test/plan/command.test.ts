import { describe, expect, test } from 'vitest'
import { BASE, entitlement, grant, grantPath, person } from '../support/book.ts'
import { Repository, run } from '../support/repository.ts'
import { inScene } from '../support/scene.ts'

const PATH = grantPath('billing-read', 'alice')
const BOB = grantPath('logs-read', 'bob')
const ONE = { ...BASE, [PATH]: grant('2026-12-14') }

/** An address of this machine at which nobody listens (port 9 discards). */
const DEAD = { AWS_ENDPOINT_URL: 'http://127.0.0.1:9', AWS_ACCESS_KEY_ID: 'x', AWS_SECRET_ACCESS_KEY: 'y' }

test('now: what apply would do, in full', async () => {
  await inScene(ONE, async (scene) => {
    const ran = await scene.run('plan', '--format', 'json')
    expect(ran.status).toBe(0)
    expect(JSON.parse(ran.out)).toEqual({
      at: '2026-11-20T09:00:00Z',
      changes: [
        {
          action: 'grant',
          enforcement: 'target',
          entitlement: 'billing-read',
          from: null,
          grant: PATH,
          impact: 'broadening',
          subject: 'alice',
          system: 'aws-prod',
          until: '2026-12-15T00:00:00Z',
          why: 'Month-end reconciliation'
        }
      ],
      commit: scene.repository.git('rev-parse', 'HEAD').trim(),
      drift: [],
      format: 1,
      ok: true,
      refused: []
    })
    expect(scene.writes()).toEqual([])
    const calls = scene.sandbox.calls()
    await scene.run('plan', '--offline')
    expect(scene.sandbox.calls()).toEqual(calls)
  })
})

describe('--base', () => {
  const files = {
    ...BASE,
    [PATH]: grant('2026-12-20'),
    [BOB]: grant('2026-12-31', 'starts: 2026-12-01\n')
  }

  test('shows what the change asks for and needs no cloud', async () => {
    const repository = new Repository()
    try {
      const base = repository.commit({ ...ONE, [grantPath('billing-read', 'carol')]: grant('2026-12-14') })
      repository.git('checkout', '-q', '-b', 'topic')
      const head = repository.commit(files)
      const ran = await run(repository, null, ['plan', '--base', base, '--head', head, '--format', 'json'], {
        environment: DEAD
      })
      const { changes, drift, refused, commit } = JSON.parse(ran.out) as Record<
        string,
        Record<string, unknown>[]
      >
      expect([ran.status, drift, refused, commit]).toEqual([0, null, [], head])
      expect(
        changes?.map(({ action, grant: path, from, until, impact }) => [action, path, from, until, impact])
      ).toEqual([
        ['extend', PATH, null, '2026-12-21T00:00:00Z', 'broadening'],
        ['revoke', grantPath('billing-read', 'carol'), null, '2026-12-15T00:00:00Z', 'narrowing'],
        ['grant', BOB, '2026-12-01T00:00:00Z', '2027-01-01T00:00:00Z', 'broadening']
      ])
      expect(ran.err).toMatch(/^Drift is not known: live state can’t be read: AWS can’t be used/u)
      const working = await run(repository, null, ['plan', '--base', base, '--offline', '--format', 'json'])
      expect((JSON.parse(working.out) as Record<string, unknown>)['changes']).toEqual(changes)
      expect((JSON.parse(working.out) as Record<string, unknown>)['commit']).toBeNull()
    } finally {
      repository.remove()
    }
  })

  test('others’ drift is told apart and never mixed in', async () => {
    await inScene(ONE, async (scene) => {
      const base = scene.repository.git('rev-parse', 'HEAD').trim()
      const head = scene.repository.commit({ ...ONE, [BOB]: grant('2026-12-14') })
      const plan = await scene.plan('--base', base, '--head', head)
      expect(plan.changes.map(({ grant: path }) => path)).toEqual([BOB])
      expect(plan.drift?.map(({ action, grant: path }) => [action, path])).toEqual([['grant', PATH]])
      expect(scene.writes()).toEqual([])
    })
  })

  test('merges as GitHub would: what main got meanwhile is nobody’s change', async () => {
    const repository = new Repository()
    try {
      const fork = repository.commit(ONE)
      repository.git('checkout', '-q', '-b', 'topic')
      const head = repository.commit({ ...ONE, [BOB]: grant('2026-12-14') })
      repository.git('checkout', '-q', 'main')
      const main = repository.commit({ ...ONE, [grantPath('logs-read', 'carol')]: grant('2026-12-14') })
      expect(fork).not.toBe(main)
      const ran = await run(repository, null, [
        'plan',
        '--base',
        'main',
        '--head',
        head,
        '--offline',
        '--format',
        'json'
      ])
      const { changes } = JSON.parse(ran.out) as { changes: { grant: string }[] }
      expect(changes.map(({ grant: path }) => path)).toEqual([BOB])
    } finally {
      repository.remove()
    }
  })

  test('what the change breaks is refused, what was broken before is not its fault', async () => {
    const repository = new Repository()
    try {
      const broken = { ...ONE, [BOB]: 'reason: short\nexpires: 2026-12-14\n' }
      const base = repository.commit(broken)
      const head = repository.commit({ ...broken, [grantPath('logs-read', 'carol')]: grant('2030-12-14') })
      const ran = await run(repository, null, [
        'plan',
        '--base',
        base,
        '--head',
        head,
        '--offline',
        '--format',
        'json'
      ])
      const { changes, refused, ok } = JSON.parse(ran.out) as {
        changes: unknown[]
        refused: { grant: string; code: string }[]
        ok: boolean
      }
      expect([ran.status, ok, changes]).toEqual([1, false, []])
      expect(refused.map(({ grant: path, code }) => [path, code])).toEqual([
        [grantPath('logs-read', 'carol'), 'expires-too-far']
      ])
    } finally {
      repository.remove()
    }
  })

  test('a conflict is refused, not guessed', async () => {
    const repository = new Repository()
    try {
      repository.commit(ONE)
      repository.git('checkout', '-q', '-b', 'topic')
      const head = repository.commit({ ...ONE, [PATH]: grant('2026-12-20') })
      repository.git('checkout', '-q', 'main')
      const base = repository.commit({ ...ONE, [PATH]: grant('2026-12-01') })
      const ran = await run(repository, null, [
        'plan',
        '--base',
        base,
        '--head',
        head,
        '--offline',
        '--format',
        'json'
      ])
      const { changes, refused } = JSON.parse(ran.out) as {
        changes: unknown[]
        refused: { grant: string; code: string }[]
      }
      expect([ran.status, changes, refused.map(({ grant: path, code }) => [path, code])]).toEqual([
        1,
        [],
        [[PATH, 'merge-conflict']]
      ])
    } finally {
      repository.remove()
    }
  })

  test('a bundle: one more include is more access, and says what becomes possible', async () => {
    const bundle = (includes: string) => entitlement('both', `includes: [${includes}]`)
    const including = (includes: string) => ({
      ...BASE,
      'grants/systems/aws-prod/both/entitlement.yaml': bundle(includes),
      [grantPath('both', 'alice')]: grant('2026-12-14')
    })
    const repository = new Repository()
    try {
      const base = repository.commit(including('aws-prod/logs-read'))
      const head = repository.commit(including('aws-prod/logs-read, aws-prod/billing-read'))
      const ran = await run(repository, null, ['plan', '--base', base, '--head', head, '--offline'])
      expect(ran.out).toContain('~ update alice (user/alice) both, until 2026-12-15T00:00:00Z')
      expect(ran.out).toMatch(/possible {2}sts:AssumeRole/u)
      const back = await run(repository, null, [
        'plan',
        '--base',
        head,
        '--head',
        base,
        '--offline',
        '--format',
        'json'
      ])
      expect((JSON.parse(back.out) as { changes: { impact: string }[] }).changes).toEqual([])
    } finally {
      repository.remove()
    }
  })
})

test('--matrix prints the systems and nothing else', async () => {
  const repository = new Repository()
  try {
    repository.commit({ ...ONE, 'grants/systems/zeta/system.yaml': 'broken: [' })
    const ran = await run(repository, null, ['plan', '--matrix'])
    expect([ran.status, ran.out]).toEqual([0, '{"include":[{"system":"aws-prod"},{"system":"zeta"}]}\n'])
  } finally {
    repository.remove()
  }
})

test('drift after an edit by hand, and apply puts it right', async () => {
  await inScene(ONE, async (scene) => {
    await scene.apply()
    const iam = scene.iam()
    const [policy = ''] = (await iam.listUserPolicies({ UserName: 'alice' })).PolicyNames ?? []
    const { PolicyDocument = '' } = await iam.getUserPolicy({ UserName: 'alice', PolicyName: policy })
    const edited = decodeURIComponent(PolicyDocument).replace('2026-12-15T00:00:00Z', '2029-01-01T00:00:00Z')
    await iam.putUserPolicy({ UserName: 'alice', PolicyName: policy, PolicyDocument: edited })
    const plan = await scene.plan()
    expect([
      plan.status,
      plan.changes,
      plan.drift?.map(({ action, grant: path, why }) => [action, path, why])
    ]).toEqual([0, [], [['shorten', PATH, 'it was changed by hand']]])
    const ran = await scene.apply()
    expect(ran.status).toBe(0)
    const after = await iam.getUserPolicy({ UserName: 'alice', PolicyName: policy })
    expect(after.PolicyDocument).toBe(PolicyDocument)
    await iam.deleteUserPolicy({ UserName: 'alice', PolicyName: policy })
    expect((await scene.plan()).drift?.map(({ action, why }) => [action, why])).toEqual([
      ['grant', 'it was removed by hand']
    ])
    iam.destroy()
  })
})

test('offline, evidence stands for live state', async () => {
  await inScene(ONE, async (scene) => {
    await scene.apply()
    scene.repository.commit({
      ...BASE,
      [PATH]: grant('2026-12-01'),
      [grantPath('auditors', 'bob')]: grant('2026-12-14')
    })
    const plan = await scene.plan('--offline')
    expect([plan.changes.map(({ action, grant: path }) => [action, path]), plan.drift]).toEqual([
      [
        ['grant', grantPath('auditors', 'bob')],
        ['shorten', PATH]
      ],
      null
    ])
  })
})

test('usage: what does not exist is named with what is near', async () => {
  const repository = new Repository()
  try {
    repository.commit(ONE)
    const near = await run(repository, null, ['plan', '--offline', '--system', 'aws-pord'])
    expect([near.status, near.err]).toEqual([
      2,
      'error: There is no system "aws-pord". The nearest is "aws-prod".\n'
    ])
    const unknown = await run(repository, null, ['plan', '--base', 'nowhere'])
    expect([unknown.status, unknown.err]).toEqual([
      2,
      'error: "nowhere" is no commit in this repository. Fetch it first, or correct the name.\n'
    ])
    const unreachable = await run(repository, null, ['plan'], { environment: DEAD })
    expect([unreachable.status, unreachable.out]).toEqual([2, ''])
  } finally {
    repository.remove()
  }
})

test('an entry of the people’s file that ends sooner shortens what stands', async () => {
  const repository = new Repository()
  try {
    const base = repository.commit(ONE)
    const head = repository.commit({
      ...ONE,
      'grants/people/alice.yaml': person('alice', 'ends: 2026-11-30\n')
    })
    const ran = await run(repository, null, [
      'plan',
      '--base',
      base,
      '--head',
      head,
      '--offline',
      '--format',
      'json'
    ])
    const { changes } = JSON.parse(ran.out) as { changes: Record<string, unknown>[] }
    expect(changes.map(({ action, until, impact }) => [action, until, impact])).toEqual([
      ['shorten', '2026-12-01T00:00:00Z', 'narrowing']
    ])
  } finally {
    repository.remove()
  }
})
