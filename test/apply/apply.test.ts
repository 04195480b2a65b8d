import { expect, test } from 'vitest'
import { BASE, entitlement, grant, grantPath, at, person, TASK, workload } from '../support/book.ts'
import { run } from '../support/repository.ts'
import { inScene, told, worldOf } from '../support/scene.ts'

const PATH = grantPath('billing-read', 'alice')
const ONE = { ...BASE, [PATH]: grant('2026-12-14') }

test('a grant is issued, works until its end and no longer, and a second apply writes nothing', async () => {
  await inScene(ONE, async (scene) => {
    const first = await scene.apply()
    expect([first.status, told(first), first.calls.write]).toEqual([
      0,
      ['done grant aws-prod/billing-read/alice'],
      1
    ])
    expect(scene.writes()).toEqual(['PutUserPolicy'])
    expect(scene.mayAssume('alice', 'billing-read')).toBe(true)
    expect(scene.mayAssume('alice', 'billing-read', at('2026-12-14T23:59:59Z'))).toBe(true)
    expect(scene.mayAssume('alice', 'billing-read', at('2026-12-15T00:00:00Z'))).toBe(false)
    const second = await scene.apply()
    expect([second.status, told(second), second.calls.write]).toEqual([
      0,
      ['unchanged grant aws-prod/billing-read/alice'],
      0
    ])
    const plan = await scene.plan()
    expect([plan.changes, plan.drift, plan.refused]).toEqual([[], [], []])
  })
})

test('what is recorded: who got what until when, and that it was taken', async () => {
  await inScene(ONE, async (scene) => {
    await scene.apply('--run', '4711')
    const commit = scene.repository.git('rev-parse', 'HEAD').trim()
    const [issued] = scene.repository.events(PATH)
    expect(issued).toEqual({
      account: '123456789012',
      at: '2026-11-20T09:00:00Z',
      blob: scene.repository.git('rev-parse', `HEAD:${PATH}`).trim(),
      by: 'grantbook apply',
      commit,
      enforcement: 'target',
      entitlement: 'aws-prod/billing-read',
      event: 'issued',
      from: null,
      grant: PATH,
      observed: false,
      policy: { [`${keyOf(issued)}x1`]: expect.stringMatching(/^grantbook-[0-9a-f]{8}$/u) },
      principal: 'user/alice',
      principalId: expect.stringMatching(/^AIDA/u),
      run: '4711',
      statements: [
        {
          body: expect.stringContaining('2026-12-15T00:00:00Z'),
          enforcement: 'target',
          id: `${keyOf(issued)}x1`
        }
      ],
      system: 'aws-prod',
      until: '2026-12-15T00:00:00Z'
    })
    scene.repository.commit(BASE)
    const ran = await scene.apply()
    expect(told(ran)).toEqual(['done revoke aws-prod/billing-read/alice'])
    const revoked = scene.repository.events(PATH)[1]
    expect(revoked).toEqual({
      at: '2026-11-20T09:00:00Z',
      blob: null,
      by: 'grantbook apply',
      cause: 'proved',
      commit: scene.repository.git('rev-parse', 'HEAD').trim(),
      event: 'revoked',
      grant: PATH,
      observed: false,
      principal: 'user/alice',
      principalId: issued?.['principalId'],
      run: null,
      sessionsUntil: '2026-11-20T10:00:00Z',
      system: 'aws-prod',
      unit: PATH,
      why: 'its file was deleted'
    })
    const runs = scene.repository.evidence()['runs/2026-11.jsonl'] ?? ''
    expect(
      runs
        .split('\n')
        .filter(Boolean)
        .map((line) => [(JSON.parse(line) as { event: string }).event])
    ).toEqual([['genesis'], ['finished'], ['sealed'], ['finished']])
    expect(scene.repository.git('log', '--format=%ct %an', 'evidence').split('\n')[0]).toBe(
      `${at('2026-11-20T09:00:00Z') / 1000} Grantbook`
    )
    expect(scene.repository.git('status', '--porcelain')).toBe('')
    expect(scene.repository.git('for-each-ref', '--format=%(refname)')).toBe(
      'refs/heads/evidence\nrefs/heads/main\n'
    )
  })
})

function keyOf(event: Readonly<Record<string, unknown>> | undefined): string {
  const [statement] = (event?.['statements'] ?? []) as { id: string }[]
  return statement?.id.slice(0, 16) ?? ''
}

test('one commit after the other: extend, shorten, start later, another target, a suspension, its end', async () => {
  await inScene(ONE, async (scene) => {
    const steps: (readonly [Record<string, string>, string])[] = [
      [ONE, 'done grant'],
      [{ ...BASE, [PATH]: grant('2026-12-20') }, 'done extend'],
      [{ ...BASE, [PATH]: grant('2026-12-01') }, 'done shorten'],
      [{ ...BASE, [PATH]: grant('2026-12-01', 'starts: 2026-11-25\n') }, 'done update'],
      [
        {
          ...BASE,
          [PATH]: grant('2026-12-01'),
          'grants/systems/aws-prod/billing-read/entitlement.yaml': entitlement('billing-write')
        },
        'done update'
      ],
      [{ ...ONE, 'grants/suspensions/alice.yaml': 'reason: Laptop stolen\n' }, 'done revoke'],
      [ONE, 'done grant']
    ]
    for (const [files, expected] of steps) {
      scene.repository.commit(files)
      const ran = await scene.apply()
      expect([ran.status, told(ran)]).toEqual([0, [`${expected} aws-prod/billing-read/alice`]])
      expect((await scene.apply()).calls.write).toBe(0)
    }
    expect(scene.repository.events(PATH).map(({ event }) => event)).toEqual([
      'issued',
      'extended',
      'shortened',
      'updated',
      'updated',
      'revoked',
      'issued'
    ])
    expect(scene.repository.events('grants/suspensions/alice.yaml').map(({ event }) => event)).toEqual([
      'suspended',
      'reinstated'
    ])
    expect(scene.repository.events(PATH)[3]?.['entitlementBlob']).toMatch(/^[0-9a-f]{40}$/u)
  })
})

test('a membership is added, recorded as ours, and taken when its time ends', async () => {
  const path = grantPath('auditors', 'alice')
  await inScene({ ...BASE, [path]: grant('2026-12-14') }, async (scene) => {
    const ran = await scene.apply()
    expect(told(ran)).toEqual(['done grant aws-prod/auditors/alice'])
    expect(scene.writes()).toEqual(['AddUserToGroup'])
    expect(
      scene.repository.events(path).map(({ enforcement, statements }) => [enforcement, statements])
    ).toEqual([['job', [{ id: 'group/auditors', body: '{"group":"auditors"}', enforcement: 'job' }]]])
    scene.sandbox.clock.set(at('2026-12-15T00:00:00Z'))
    const ended = await scene.apply()
    expect(told(ended)).toEqual(['done revoke aws-prod/auditors/alice'])
    expect(scene.writes()).toEqual(['RemoveUserFromGroup'])
    expect(scene.repository.events(path)[1]).toMatchObject({
      event: 'revoked',
      cause: 'window',
      why: 'its time ended at 2026-12-15T00:00:00Z'
    })
  })
})

test('a membership that was there before stays, and is never recorded as ours', async () => {
  const path = grantPath('auditors', 'alice')
  const world = worldOf([], {
    users: [{ name: 'alice', groups: ['auditors'] }, { name: 'bob' }, { name: 'carol' }]
  })
  await inScene(
    { ...BASE, [path]: grant('2026-12-14') },
    async (scene) => {
      await scene.apply()
      expect(scene.repository.events(path).map(({ event, statements }) => [event, statements])).toEqual([
        ['issued', []]
      ])
      const again = await scene.apply()
      expect(again.calls.write).toBe(0)
      expect(scene.repository.events(path)).toHaveLength(1)
      scene.sandbox.clock.set(at('2026-12-15T00:00:00Z'))
      const ended = await scene.apply()
      expect(ended.calls.write).toBe(0)
      expect(scene.repository.events(path).map(({ event }) => event)).toEqual(['issued', 'revoked'])
    },
    world
  )
})

test('a workload’s role is served like a user', async () => {
  const files = {
    ...BASE,
    'grants/workloads/exporter.yaml': workload('exporter'),
    [grantPath('logs-read', 'exporter')]: grant('2026-12-14', TASK)
  }
  await inScene(files, async (scene) => {
    expect(told(await scene.apply())).toEqual(['done grant aws-prod/logs-read/exporter'])
    expect(scene.writes()).toEqual(['PutRolePolicy'])
  })
})

test('one failing principal never stops the others, and everything is told', async () => {
  const files = {
    ...BASE,
    ...Object.fromEntries(
      ['alice', 'bob', 'carol'].map((id) => [grantPath('billing-read', id), grant('2026-12-14')])
    )
  }
  await inScene(files, async (scene) => {
    scene.sandbox.setFaults([{ service: 'iam', operation: 'PutUserPolicy', call: 2, kind: 'denied' }])
    const ran = await scene.apply()
    expect([ran.status, ran.ok, told(ran)]).toEqual([
      1,
      false,
      [
        'done grant aws-prod/billing-read/alice',
        'failed grant aws-prod/billing-read/bob',
        'done grant aws-prod/billing-read/carol'
      ]
    ])
    expect(
      scene.repository.events(grantPath('billing-read', 'bob')).map(({ event, code }) => [event, code])
    ).toEqual([['failed', 'AccessDenied']])
    const again = await scene.apply()
    expect([again.status, told(again)]).toEqual([
      0,
      [
        'unchanged grant aws-prod/billing-read/alice',
        'done grant aws-prod/billing-read/bob',
        'unchanged grant aws-prod/billing-read/carol'
      ]
    ])
  })
})

test('what is refused fails the run that brings it and is listed afterwards', async () => {
  await inScene(
    { ...ONE, [grantPath('billing-read', 'bob')]: 'reason: short\nexpires: 2026-12-14\n' },
    async (scene) => {
      const first = await scene.apply()
      expect([first.status, told(first)]).toEqual([
        1,
        ['done grant aws-prod/billing-read/alice', 'refused grant aws-prod/billing-read/bob']
      ])
      const second = await scene.apply()
      expect([second.status, told(second)]).toEqual([
        0,
        ['unchanged grant aws-prod/billing-read/alice', 'refused grant aws-prod/billing-read/bob']
      ])
      expect(scene.repository.events(grantPath('billing-read', 'bob')).map(({ event }) => event)).toEqual([
        'refused'
      ])
      expect((await scene.plan()).status).toBe(1)
    }
  )
})

test('a role that is set up wrongly gets nothing, and the finding says how to mend it', async () => {
  const world = worldOf(['alice', 'bob', 'carol'])
  const [account] = world.aws ?? []
  const roles = (account?.roles ?? []).map((role) =>
    role.name === 'billing-read' ? { ...role, maxSessionDuration: 7200 } : role
  )
  await inScene(
    ONE,
    async (scene) => {
      const ran = await scene.apply()
      expect([ran.status, told(ran), ran.calls.write]).toEqual([
        1,
        ['refused grant aws-prod/billing-read/alice'],
        0
      ])
      expect((await scene.plan()).refused.map(({ grant: path, code }) => [path, code])).toEqual([
        [PATH, 'role-session']
      ])
    },
    worldOf(['alice', 'bob', 'carol'], { roles })
  )
})

test('--authorise judges and records, and touches no system', async () => {
  await inScene(BASE, async (scene) => {
    expect((await scene.apply('--authorise')).outcomes).toEqual([])
    const bad = 'reason: short\nexpires: 2026-12-14\n'
    scene.repository.commit({ ...ONE, [grantPath('billing-read', 'bob')]: bad })
    const ran = await scene.apply('--authorise')
    expect([ran.status, told(ran), ran.calls]).toEqual([
      1,
      ['refused grant aws-prod/billing-read/bob'],
      { read: 0, write: 0 }
    ])
    expect(scene.sandbox.calls()).toEqual([])
    const next = await scene.apply('--system', 'aws-prod')
    expect([next.status, told(next)]).toEqual([
      0,
      ['done grant aws-prod/billing-read/alice', 'refused grant aws-prod/billing-read/bob']
    ])
  })
})

test('what is not a loopback endpoint is refused before anything is sent', async () => {
  await inScene(ONE, async (scene) => {
    for (const environment of [
      {},
      { AWS_ENDPOINT_URL: 'https://iam.amazonaws.com' },
      { AWS_ENDPOINT_URL: 'http://127.0.0.1.evil.example' },
      { AWS_ENDPOINT_URL: 'http://user@127.0.0.1@evil.example/' }
    ]) {
      const ran = await run(scene.repository, null, ['apply'], { environment })
      expect([ran.status, ran.out]).toEqual([2, ''])
      expect(ran.err).toContain('--now is for a local stand alone, but this would write to')
    }
    expect(scene.repository.events(PATH)).toEqual([])
  })
})

test('an old run of an older commit does nothing', async () => {
  await inScene(ONE, async (scene) => {
    const old = scene.repository.git('rev-parse', 'HEAD').trim()
    scene.repository.commit({ ...ONE, 'grants/people/dora.yaml': person('dora') })
    const ran = await scene.apply('--run', '1', '--commit', old, '--attempt', '2')
    expect([ran.status, ran.ok, ran.outcomes, ran.calls.write]).toEqual([1, false, [], 0])
    expect(scene.sandbox.calls()).toEqual([])
    const first = await scene.apply('--run', '1', '--commit', old, '--attempt', '1')
    expect([first.status, first.commit]).toEqual([0, scene.repository.git('rev-parse', 'HEAD').trim()])
  })
})

test('the working tree counts for nothing', async () => {
  await inScene(BASE, async (scene) => {
    scene.repository.write(ONE)
    const ran = await scene.apply()
    expect([ran.status, told(ran)]).toEqual([0, []])
  })
})

test('one system is one account; a system that cannot be reached stops no other', async () => {
  const files = {
    ...ONE,
    'grants/systems/aws-other/system.yaml': (BASE['grants/systems/aws-prod/system.yaml'] ?? '').replace(
      '123456789012',
      '210987654321'
    )
  }
  await inScene(files, async (scene) => {
    const ran = await scene.apply()
    expect([ran.status, told(ran)]).toEqual([
      1,
      ['done grant aws-prod/billing-read/alice', 'failed system aws-other']
    ])
    const alone = await scene.apply('--system', 'aws-other')
    expect([alone.status, alone.out]).toEqual([2, ''])
    expect(alone.err).toContain('account')
    expect((await scene.apply('--system', 'aws-prdo')).err).toContain('The nearest is "aws-prod"')
  })
})

test('a signal stops between two principals and says what was done', async () => {
  const files = {
    ...BASE,
    ...Object.fromEntries(
      ['alice', 'bob', 'carol'].map((id) => [grantPath('billing-read', id), grant('2026-12-14')])
    )
  }
  await inScene(files, async (scene) => {
    const controller = new AbortController()
    scene.sandbox.observe((phase, { operation }) => {
      if (phase === 'after' && operation === 'PutUserPolicy') controller.abort(new Error('Stopped'))
    })
    const ran = await scene.applyWith({ signal: controller.signal })
    scene.sandbox.observe(null)
    expect(told(ran).slice(1)).toEqual([
      'failed grant aws-prod/billing-read/bob',
      'failed grant aws-prod/billing-read/carol'
    ])
    expect(scene.writes()).toEqual(['PutUserPolicy'])
    const next = await scene.apply()
    expect(next.status).toBe(0)
    expect(['alice', 'bob', 'carol'].map((id) => scene.mayAssume(id, 'billing-read'))).toEqual([
      true,
      true,
      true
    ])
    expect((await scene.plan()).changes).toEqual([])
  })
})

test('text says every outcome and counts', async () => {
  await inScene(
    { ...ONE, [grantPath('billing-read', 'bob')]: 'reason: short\nexpires: 2026-12-14\n' },
    async (scene) => {
      const { out } = await scene.run('apply')
      const commit = scene.repository.git('rev-parse', '--short=12', 'HEAD').trim()
      expect(out).toBe(
        [
          `Apply of commit ${commit}`,
          '',
          `  done grant aws-prod ${PATH}`,
          '      Month-end reconciliation',
          `  refused grant aws-prod ${grantPath('billing-read', 'bob')}`,
          '      "reason" is shorter than 10 characters. Write it like this: Month-end reconciliation for the finance close',
          '',
          '1 done, 1 refused. 1 writes, 15 reads.',
          ''
        ].join('\n')
      )
    }
  )
})

test('a system whose file is gone while grants stand there is a failure until it is back', async () => {
  await inScene(ONE, async (scene) => {
    await scene.apply()
    scene.repository.commit(
      Object.fromEntries(Object.entries(BASE).filter(([path]) => !path.endsWith('system.yaml')))
    )
    const ran = await scene.apply()
    expect([ran.status, told(ran)]).toEqual([1, ['failed revoke aws-prod/billing-read/alice']])
    expect((await scene.plan('--offline')).refused.map(({ grant: path, code }) => [path, code])).toEqual([
      [PATH, 'system-gone']
    ])
    scene.repository.commit(BASE)
    expect(told(await scene.apply())).toEqual(['done revoke aws-prod/billing-read/alice'])
    scene.repository.commit(
      Object.fromEntries(Object.entries(BASE).filter(([path]) => !path.endsWith('system.yaml')))
    )
    expect((await scene.apply()).status).toBe(0)
  })
})

test('settings that can’t be read stop no suspension', async () => {
  await inScene(ONE, async (scene) => {
    await scene.apply()
    const settings = `${BASE['grants/grantbook.yaml'] ?? ''}nonsense: true\n`
    scene.repository.commit({
      ...ONE,
      'grants/grantbook.yaml': settings,
      'grants/suspensions/alice.yaml': 'reason: Laptop stolen\n',
      [grantPath('billing-read', 'bob')]: grant('2026-12-14')
    })
    const ran = await scene.applyPushed()
    expect([ran.status, told(ran)]).toEqual([
      1,
      [
        'refused update grantbook',
        'done revoke aws-prod/billing-read/alice',
        'refused grant aws-prod/billing-read/bob'
      ]
    ])
    expect([scene.mayAssume('alice', 'billing-read'), scene.mayAssume('bob', 'billing-read')]).toEqual([
      false,
      false
    ])
  })
})

test('what is left over and what stands on strangers is removed and recorded, foreign policy stays byte for byte', async () => {
  const foreign = '{ "Version": "2012-10-17",  "Statement": [{"Effect":"Deny","Action":"*","Resource":"*"}] }'
  const world = worldOf([], {
    users: [{ name: 'alice', inline: { quarantine: foreign } }, { name: 'bob' }, { name: 'carol' }]
  })
  await inScene(
    ONE,
    async (scene) => {
      await scene.apply()
      const iam = scene.iam()
      const ours =
        ((await iam.listUserPolicies({ UserName: 'alice' })).PolicyNames ?? []).find(
          (name) => name !== 'quarantine'
        ) ?? ''
      const open = JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }]
      })
      await iam.putUserPolicy({ UserName: 'bob', PolicyName: ours, PolicyDocument: open })
      const plan = await scene.plan()
      expect(plan.drift?.map(({ action, grant: path, subject }) => [action, path, subject])).toEqual([
        ['revoke', null, null]
      ])
      scene.writes()
      const ran = await scene.apply()
      expect([ran.status, told(ran)]).toEqual([
        0,
        ['unchanged grant aws-prod/billing-read/alice', 'done revoke aws-prod']
      ])
      expect(scene.writes()).toEqual(['DeleteUserPolicy'])
      expect(
        decodeURIComponent(
          (await iam.getUserPolicy({ UserName: 'alice', PolicyName: 'quarantine' })).PolicyDocument ?? ''
        )
      ).toBe(foreign)
      const runs = (scene.repository.evidence()['runs/2026-11.jsonl'] ?? '').split('\n').filter(Boolean)
      expect(runs.filter((line) => line.includes('"revoked"')).map((line) => JSON.parse(line))).toMatchObject(
        [{ grant: null, principal: 'user/bob', cause: 'drift' }]
      )
      iam.destroy()
    },
    world
  )
})

test('a membership can’t carry a date: before it begins nothing stands, and that is said', async () => {
  const path = grantPath('auditors', 'alice')
  await inScene({ ...BASE, [path]: grant('2026-12-14', 'starts: 2026-12-01\n') }, async (scene) => {
    const { status, outcomes } = await scene.apply()
    expect([status, outcomes]).toEqual([
      0,
      [
        {
          action: 'grant',
          grant: path,
          state: 'unchanged',
          system: 'aws-prod',
          why: 'it begins at 2026-12-01T00:00:00Z'
        }
      ]
    ])
    expect(scene.writes()).toEqual([])
  })
})
