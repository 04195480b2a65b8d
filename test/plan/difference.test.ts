import { describe, expect, test } from 'vitest'
import { BASE, entitlement, grant, grantPath, NOW, at, person } from '../support/book.ts'
import { brief, desireOf, idOf, issued, liveOf, planOf, standing } from '../support/plan.ts'

const PATH = grantPath('billing-read', 'alice')
const ONE = { ...BASE, [PATH]: grant('2026-12-14') }
const USERS = { 'user/alice': [], 'user/bob': [], 'user/carol': [] }

test('a new grant becomes one goal with one dated statement', () => {
  const plan = planOf(desireOf(ONE), liveOf(USERS))
  expect(plan.changes.map(brief)).toEqual([
    'grant alice billing-read user/alice proved: Month-end reconciliation'
  ])
  expect(
    plan.goals.map(({ principal, pieces, principalId }) => [
      principal,
      pieces.map(({ body }) => body),
      principalId
    ])
  ).toEqual([
    [
      'user/alice',
      [
        '{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"arn:aws:iam::123456789012:role/entitlements/billing-read","Condition":{"DateLessThan":{"aws:CurrentTime":"2026-12-15T00:00:00Z"}}}'
      ],
      null
    ]
  ])
  const [change] = plan.changes
  expect({
    from: change?.from,
    until: change?.until,
    enforcement: change?.enforcement,
    impact: change?.impact
  }).toEqual({
    from: null,
    until: at('2026-12-15T00:00:00Z'),
    enforcement: 'target',
    impact: 'broadening'
  })
  expect(change?.meaning.possible).toHaveLength(1)
  expect([plan.drift, plan.refused, plan.observed]).toEqual([[], [], []])
})

test('what stands as it should makes no plan', () => {
  const desired = desireOf(ONE)
  const plan = planOf(desired, standing(desired), issued(desired))
  expect([plan.goals, plan.changes, plan.drift, plan.refused, plan.observed]).toEqual([[], [], [], [], []])
  expect(plan.standing).toBe(1)
})

describe('what stands changes', () => {
  const before = desireOf(ONE)
  const change = (files: Record<string, string>, now = NOW) =>
    planOf(desireOf({ ...BASE, ...files }, { now, ledger: issued(before) }), standing(before), issued(before))

  test.each([
    [
      'a later end extends',
      { [PATH]: grant('2026-12-20') },
      'extend alice billing-read user/alice proved: it ends at 2026-12-21T00:00:00Z, not 2026-12-15T00:00:00Z',
      'broadening'
    ],
    [
      'an earlier end shortens',
      { [PATH]: grant('2026-12-01') },
      'shorten alice billing-read user/alice proved: it ends at 2026-12-02T00:00:00Z, not 2026-12-15T00:00:00Z',
      'narrowing'
    ],
    [
      'a start is an update',
      { [PATH]: grant('2026-12-14', 'starts: 2026-12-01\n') },
      'update alice billing-read user/alice proved: it starts at 2026-12-01T00:00:00Z',
      'narrowing'
    ],
    [
      'a deleted file revokes, unproved',
      {},
      'revoke alice billing-read user/alice unproved: its file was deleted',
      'narrowing'
    ],
    [
      'the person’s last day shortens',
      { [PATH]: grant('2026-12-14'), 'grants/people/alice.yaml': person('alice', 'ends: 2026-11-30\n') },
      'shorten alice billing-read user/alice proved: it ends at 2026-12-01T00:00:00Z, not 2026-12-15T00:00:00Z',
      'narrowing'
    ],
    [
      'a suspension takes it',
      { [PATH]: grant('2026-12-14'), 'grants/suspensions/alice.yaml': 'reason: Laptop stolen\n' },
      'revoke alice billing-read user/alice proved: suspended: Laptop stolen',
      'narrowing'
    ],
    [
      'another target updates',
      {
        [PATH]: grant('2026-12-14'),
        'grants/systems/aws-prod/billing-read/entitlement.yaml': entitlement('billing-write')
      },
      'update alice billing-read user/alice proved: what the entitlement gives has changed',
      'broadening'
    ]
  ])('%s', (_, files, expected, impact) => {
    const plan = change(files)
    expect(plan.changes.map(brief)).toEqual([expected])
    expect(plan.changes.map((each) => each.impact)).toEqual([impact])
    expect(plan.goals).toHaveLength(1)
    expect(plan.drift).toEqual([])
  })

  test('a window that has ended is explained', () => {
    const plan = change({ [PATH]: grant('2026-12-14') }, at('2026-12-15T00:00:00Z'))
    expect(plan.changes.map(brief)).toEqual([
      'revoke alice billing-read user/alice window: its time ended at 2026-12-15T00:00:00Z'
    ])
    const sooner = change({ [PATH]: grant('2026-12-14') }, at('2026-12-14T23:59:59Z'))
    expect(sooner.changes).toEqual([])
  })

  test('an end that evidence remembers explains the removal even when the file is gone', () => {
    const plan = change({}, at('2026-12-16T00:00:00Z'))
    expect(plan.changes.map(brief)).toEqual([
      'revoke alice billing-read user/alice window: its time ended and its file is gone'
    ])
  })

  test('an account that moved is taken from the old one and given to the new one, in this order', () => {
    const moved = person('alice').replace('{user: alice}', '{user: alice2}')
    const desired = desireOf({ ...ONE, 'grants/people/alice.yaml': moved })
    const live = standing(before, ['user/alice', 'user/alice2', 'user/bob', 'user/carol'])
    const plan = planOf(desired, live, issued(before))
    expect(plan.changes.map(brief)).toEqual([
      'revoke alice billing-read user/alice unproved: its subject is now user/alice2, no longer user/alice',
      'grant alice billing-read user/alice2 proved: Month-end reconciliation'
    ])
    expect(plan.goals.map(({ principal, pieces }) => [principal, pieces.length])).toEqual([
      ['user/alice', 0],
      ['user/alice2', 1]
    ])
  })
})

describe('drift is kept apart', () => {
  const desired = desireOf(ONE)
  const ledger = issued(desired)

  test('a date that somebody extended by hand is put back', () => {
    const later = desireOf({ ...BASE, [PATH]: grant('2027-01-31') })
    const plan = planOf(desired, standing(later), ledger)
    expect(plan.changes).toEqual([])
    expect(plan.drift?.map(brief)).toEqual([
      'shorten alice billing-read user/alice drift: it was changed by hand'
    ])
    expect(plan.goals.map(({ pieces }) => pieces.map(({ body }) => body.includes('2026-12-15')))).toEqual([
      [true]
    ])
  })

  test('a statement that somebody removed comes back', () => {
    const plan = planOf(desired, liveOf(USERS), ledger)
    expect(plan.changes).toEqual([])
    expect(plan.drift?.map(brief)).toEqual([
      'grant alice billing-read user/alice drift: it was removed by hand'
    ])
  })

  test('a statement that leads to no grant goes', () => {
    const stray = { id: `${'f'.repeat(16)}x1`, key: 'f'.repeat(16), enforcement: 'target' as const }
    const [piece] = desired.systems.get('aws-prod')?.wanted.get(PATH)?.pieces ?? []
    const live = liveOf({
      ...USERS,
      'user/alice': piece ? [piece] : [],
      'user/bob': [{ ...stray, body: piece?.body ?? '' }]
    })
    const plan = planOf(desired, live, ledger)
    expect(plan.drift?.map(brief)).toEqual([
      'revoke   user/bob drift: no grant explains it: neither the files nor evidence know it'
    ])
    expect(plan.goals.map(({ principal, pieces }) => [principal, pieces])).toEqual([['user/bob', []]])
  })

  test('what is alien is a goal of its own', () => {
    const live = { ...standing(desired) }
    const alice = live.principals.get('user/alice')
    const principals = new Map(live.principals)
    if (alice)
      principals.set('user/alice', {
        ...alice,
        alien: [{ id: 'inline', what: 'a statement without an end' }]
      })
    const plan = planOf(desired, { ...live, principals }, ledger)
    expect(plan.drift?.map(({ why, grant: path }) => [path, why])).toEqual([
      [null, 'left over or written by hand on user/alice: inline: a statement without an end']
    ])
    expect(plan.goals.map(({ pieces }) => pieces.length)).toEqual([1])
  })
})

describe('memberships', () => {
  const JOIN = grantPath('auditors', 'alice')
  const files = { ...BASE, [JOIN]: grant('2026-12-14') }
  const desired = desireOf(files)
  const group = desired.systems.get('aws-prod')?.wanted.get(JOIN)?.pieces ?? []

  test('are enforced by a run and not written before they begin', () => {
    const later = desireOf({ ...BASE, [JOIN]: grant('2026-12-14', 'starts: 2026-12-01\n') })
    expect(planOf(later, liveOf(USERS)).changes).toEqual([])
    expect(
      planOf(
        desireOf(
          { ...BASE, [JOIN]: grant('2026-12-14', 'starts: 2026-12-01\n') },
          { now: at('2026-12-01T00:00:00Z') }
        ),
        liveOf(USERS)
      ).changes.map(({ action, enforcement }) => [action, enforcement])
    ).toEqual([['grant', 'job']])
  })

  test('that somebody else added stay theirs', () => {
    const live = liveOf({ ...USERS, 'user/alice': group })
    const plan = planOf(desired, live)
    expect([plan.changes, plan.goals]).toEqual([[], []])
    expect(plan.observed.map(({ what, pieces }) => [what, pieces])).toEqual([['issued', []]])
    const ended = desireOf(files, { now: at('2026-12-15T00:00:00Z') })
    expect(planOf(ended, live, { ...issued(desired), standing: new Map() }).goals).toEqual([])
  })

  test('of ours go with the last grant that needs them', () => {
    const both = {
      ...files,
      'grants/systems/aws-prod/audit-too/entitlement.yaml': entitlement(
        'audit-too',
        'target: {group: auditors}'
      ),
      [grantPath('audit-too', 'alice')]: grant('2026-12-31')
    }
    const wanted = desireOf(both)
    const live = liveOf({ ...USERS, 'user/alice': group })
    const first = planOf(desireOf(both, { now: at('2026-12-20T00:00:00Z') }), live, issued(wanted))
    expect(first.changes.map(brief)).toEqual([
      'revoke alice auditors user/alice window: its time ended at 2026-12-15T00:00:00Z'
    ])
    expect(first.goals).toEqual([])
    const last = planOf(desireOf(both, { now: at('2027-01-01T00:00:00Z') }), live, issued(wanted))
    expect(last.goals.map(({ pieces, owned }) => [pieces, [...owned]])).toEqual([[[], ['group/auditors']]])
  })

  test('of somebody who has the old name now are not ours to take', () => {
    const live = liveOf({ ...USERS, 'user/alice': group }, { 'user/alice': { principalId: 'NEW' } })
    const plan = planOf(desired, live, issued(desired))
    expect([plan.goals, plan.changes, plan.drift]).toEqual([[], [], []])
    expect(plan.refused.map(({ code }) => code)).toEqual(['principal-recreated'])
  })

  test('a date that only evidence holds changes without a write', () => {
    const plan = planOf(
      desireOf({ ...BASE, [JOIN]: grant('2026-12-20') }),
      liveOf({ ...USERS, 'user/alice': group }),
      issued(desired)
    )
    expect(plan.changes.map(brief)).toEqual([
      'extend alice auditors user/alice proved: it ends at 2026-12-21T00:00:00Z, not 2026-12-15T00:00:00Z'
    ])
    expect(plan.goals).toEqual([])
  })
})

describe('what cannot be judged is frozen', () => {
  const before = desireOf(ONE)
  test.each([
    ['its own file', { [PATH]: 'reason: [\n' }],
    ['its person', { 'grants/people/alice.yaml': 'nonsense: true\n' }],
    ['its entitlement', { 'grants/systems/aws-prod/billing-read/entitlement.yaml': 'nonsense: true\n' }],
    ['the settings', { 'grants/grantbook.yaml': `${BASE['grants/grantbook.yaml']}nonsense: true\n` }]
  ])('%s broken: what stands keeps its date, nothing new is issued', (_, files) => {
    const broken = { ...ONE, ...files }
    const desired = desireOf(broken, { ledger: issued(before) })
    expect([...desired.frozen.keys()]).toEqual([PATH])
    const plan = planOf(desired, standing(before), issued(before))
    expect([plan.goals, plan.changes, plan.drift]).toEqual([[], [], []])
    expect(plan.refused.map(({ grant: path, state }) => [path, state])).toEqual([[PATH, 'refused']])
    expect(planOf(desireOf(broken), liveOf(USERS)).goals).toEqual([])
  })

  test('beside it others are issued and revoked', () => {
    const bob = grantPath('billing-read', 'bob')
    const carol = grantPath('billing-read', 'carol')
    const had = desireOf({ ...ONE, [bob]: grant('2026-12-14') })
    const desired = desireOf(
      { ...BASE, [PATH]: 'reason: [\n', [carol]: grant('2026-12-14') },
      { ledger: issued(had) }
    )
    const plan = planOf(desired, standing(had), issued(had))
    expect(plan.changes.map(brief)).toEqual([
      'revoke bob billing-read user/bob unproved: its file was deleted',
      'grant carol billing-read user/carol proved: Month-end reconciliation'
    ])
  })

  test('a suspension whose own file is broken still takes everything', () => {
    const desired = desireOf(
      { ...ONE, 'grants/suspensions/alice.yaml': 'resaon: typo\n' },
      { ledger: issued(before) }
    )
    expect(planOf(desired, standing(before), issued(before)).changes.map(brief)).toEqual([
      'revoke alice billing-read user/alice proved: suspended by a file that can’t be read'
    ])
  })

  test('a leaver loses it although its file is broken', () => {
    const files = {
      ...BASE,
      [PATH]: 'reason: [\n',
      'grants/people/alice.yaml': person('alice', 'ends: 2026-11-18\n')
    }
    const plan = planOf(desireOf(files, { ledger: issued(before) }), standing(before), issued(before))
    expect(plan.changes.map(({ action, subject, cause, unit }) => [action, subject, cause, unit])).toEqual([
      ['revoke', 'alice', 'proved', 'subject alice']
    ])
  })
})

test('what the system can’t take is refused, but may end sooner', () => {
  const before = desireOf(ONE)
  const refusal = [{ grant: PATH, code: 'role-trust', why: 'The role trusts too many.' }]
  const plan = (expires: string) =>
    planOf(desireOf({ ...BASE, [PATH]: grant(expires) }), standing(before), issued(before), refusal)
  expect(plan('2026-12-20').changes).toEqual([])
  expect(plan('2026-12-20').refused.map(({ code, state }) => [code, state])).toEqual([
    ['role-trust', 'refused']
  ])
  expect(plan('2026-12-01').changes.map(({ action }) => action)).toEqual(['shorten'])
  expect(planOf(before, liveOf(USERS), issued(before), refusal).goals).toEqual([])
})

test('goals come in the order suspensions, revocations, the rest', () => {
  const paths = ['alice', 'bob'].map((id) => grantPath('billing-read', id))
  const had = desireOf({ ...BASE, ...Object.fromEntries(paths.map((path) => [path, grant('2026-12-14')])) })
  const files = {
    ...BASE,
    [grantPath('billing-read', 'alice')]: grant('2026-12-20'),
    [grantPath('billing-read', 'carol')]: grant('2026-12-14'),
    'grants/people/dora.yaml': person('dora'),
    [grantPath('billing-read', 'dora')]: grant('2026-12-14'),
    'grants/suspensions/dora.yaml': 'reason: Laptop stolen\n'
  }
  const dora = desireOf({
    ...BASE,
    'grants/people/dora.yaml': person('dora'),
    [grantPath('billing-read', 'dora')]: grant('2026-12-14')
  })
  const live = liveOf({
    ...Object.fromEntries([...standing(had).principals].map(([name, { pieces }]) => [name, pieces])),
    'user/dora': dora.systems.get('aws-prod')?.wanted.get(grantPath('billing-read', 'dora'))?.pieces ?? []
  })
  expect(planOf(desireOf(files), live, issued(had)).goals.map(({ principal }) => principal)).toEqual([
    'user/dora',
    'user/bob',
    'user/alice',
    'user/carol'
  ])
})

test('what a killed run did is observed', () => {
  const desired = desireOf(ONE)
  const plan = planOf(desired, standing(desired))
  expect([plan.goals, plan.changes]).toEqual([[], []])
  expect(plan.observed.map(({ what, grant: path, principalId }) => [what, path, principalId])).toEqual([
    ['issued', PATH, idOf('user/alice')]
  ])
  const gone = planOf(desireOf(BASE), liveOf(USERS), issued(desired))
  expect(gone.observed.map(({ what, grant: path }) => [what, path])).toEqual([['revoked', PATH]])
  expect(gone.goals).toEqual([])
})

test('two systems that are the same account are both closed, a third stays open', () => {
  const again = BASE['grants/systems/aws-prod/system.yaml'] ?? ''
  const desired = desireOf({
    ...ONE,
    'grants/systems/aws-again/system.yaml': again,
    'grants/systems/aws-other/system.yaml': again.replace('123456789012', '210987654321')
  })
  expect([[...desired.systems.keys()], [...desired.closed]]).toEqual([
    ['aws-other'],
    [
      ['aws-prod', { code: 'system-twice', why: '"aws-prod" and "aws-again" are the same real system.' }],
      ['aws-again', { code: 'system-twice', why: '"aws-again" and "aws-prod" are the same real system.' }]
    ]
  ])
  expect([...desired.frozen.keys()]).toEqual([PATH])
})
