import { describe, expect, it } from 'vitest'
import { analyse, compileSets, makeAnalyser } from '../../../src/duties/permissions/analyse.ts'
import { BUILT_IN_SETS } from '../../../src/duties/permissions/sets/index.ts'
import type { Identity } from '../../../src/duties/permissions/types.ts'
import { IAM_ACTIONS } from '../../../src/generated/iam-actions.js'
import { ACCOUNT, allow, deny, grant, policy, reachable, role, roleArn, SETS, user } from './build.ts'

const compiled = compileSets(SETS, IAM_ACTIONS)
const admin = role('admin', [allow('iam:CreatePolicyVersion')], (who) => who.includes(':user/'))
const world = reachable([], [admin])
const arn = (name: string) => `arn:aws:iam::${ACCOUNT}:user/${name}`

const holder = (name: string, end: string): Identity =>
  user(
    [grant(name, allow('sts:AssumeRole', roleArn('admin'), { DateLessThan: { 'aws:CurrentTime': [end] } }))],
    { name: arn(name) }
  )

describe('what was found out once', () => {
  it('serves everybody who holds the same, whatever their files, dates and names', () => {
    const analyser = makeAnalyser(world, compiled)
    const [ann, bob] = ['ann', 'bob'].map((name, n) => analyser.analyse([holder(name, `2027-01-0${n + 1}`)]))
    expect(analyser.distinct()).toBe(1)
    expect(ann?.found.map(({ grants }) => grants)).toEqual([['g/ann.yaml']])
    expect(bob?.found).toEqual(
      analyse({ ...world, start: [holder('bob', '2027-01-02')] }, SETS, IAM_ACTIONS).found
    )
    expect(bob?.found.map(({ grants }) => grants)).toEqual([['g/bob.yaml']])
  })

  it('names in reasons and unknowns are each one’s own', () => {
    const analyser = makeAnalyser(world, compiled)
    const unread = (name: string) =>
      user([grant(name, allow('iam:PassRole'))], { name: arn(name), unread: [`policy of ${name}`] })
    const told = ['ann', 'bob'].map((name) => analyser.analyse([unread(name)]))
    expect(analyser.distinct()).toBe(1)
    expect(told.map(({ unknown }) => unknown)).toEqual(
      ['ann', 'bob'].map((name) => [
        { identity: arn(name), why: `documents of ${arn(name)} were not read: policy of ${name}`, grants: [] }
      ])
    )
    expect(told.map(({ found }) => found.map(({ reasons, by }) => ({ reasons, by })))).toEqual(
      ['ann', 'bob'].map((name) => [
        {
          reasons: [`documents of ${arn(name)} were not read: policy of ${name}`],
          by: [
            { action: 'iam:PassRole', source: `aws/${name}`, grant: `g/${name}.yaml`, identity: arn(name) }
          ]
        }
      ])
    )
  })

  it('keeps apart what differs: account, trust, whose grant, boundary, what is unread', () => {
    const trusts = (who: string) => (who.includes('fog') ? null : who.includes(':user/'))
    const foggy = reachable([], [{ ...admin, trusts }])
    const analyser = makeAnalyser(foggy, compiled)
    const ann = holder('ann', '2027-01-01')
    const variants: readonly Identity[] = [
      ann,
      { ...ann, name: 'arn:aws:iam::999999999999:user/ann' },
      { ...ann, name: `arn:aws:iam::${ACCOUNT}:group/ann` },
      { ...ann, name: arn('fog') },
      { ...ann, sources: ann.sources.map((source) => ({ ...source, grant: null })) },
      { ...ann, boundary: [] },
      { ...ann, boundary: 'unread' },
      { ...ann, unread: ['x'] },
      { ...ann, sources: [...ann.sources, policy('p', deny('s3:*'))] }
    ]
    const alone = variants.map((one) => analyse({ ...foggy, start: [one] }, SETS, IAM_ACTIONS))
    expect(variants.map((one) => analyser.analyse([one]))).toEqual(alone)
    expect(analyser.distinct()).toBe(variants.length)
  })

  it('one grant for two things is told from two grants', () => {
    const analyser = makeAnalyser(world, compiled)
    const pair = (first: string, second: string) =>
      analyser.analyse([user([grant(first, allow('iam:PassRole')), grant(second, allow('lambda:*'))])])
    expect(pair('x', 'x').found[0]?.grants).toEqual(['g/x.yaml'])
    expect(pair('x', 'y').found[0]?.grants).toEqual(['g/x.yaml', 'g/y.yaml'])
    expect(analyser.distinct()).toBe(2)
  })

  it('a policy is about what it says, not about the values of its conditions', () => {
    const analyser = makeAnalyser(world, compiled)
    const from = (address: string) =>
      analyser.analyse([user([allow('iam:*', '*', { IpAddress: { 'aws:SourceIp': [address] } })])])
    expect(from('10.0.0.0/8')).toEqual(from('192.168.0.0/16'))
    expect(analyser.distinct()).toBe(1)
  })
})

it('of very many reasons it tells twenty and how many more', () => {
  const many = Array.from({ length: 50 }, (_, n) =>
    policy(`p${100 + n}`, allow('iam:CreatePolicyVersion', `arn:aws:iam::${ACCOUNT}:policy/${n}`))
  )
  const [found] = analyse(reachable([user(many)]), SETS, IAM_ACTIONS).found
  expect(found?.reasons).toHaveLength(21)
  expect(found?.reasons.at(-1)).toBe('… and 30 reasons more')
})

it('an administrator has every built-in path but one, each by one grant', () => {
  const start = [user([grant('all', allow('*'))])]
  const { found, unknown } = analyse(reachable(start), BUILT_IN_SETS, IAM_ACTIONS)
  expect(unknown).toEqual([])
  expect(found).toHaveLength(BUILT_IN_SETS.flatMap(({ paths }) => paths).length)
  expect(found.filter(({ certainty }) => certainty === 'unsure').map(({ path }) => path.id)).toEqual([
    'role-assume'
  ])
  expect(new Set(found.map(({ grants }) => grants.join()))).toEqual(new Set(['g/all.yaml']))
})

it('a set without paths, and a path without actions, find nothing', () => {
  const empty = { id: 'x', title: 'x', paths: [{ id: 'y', actions: [], title: 'y', source: '' }] }
  const { found } = analyse(reachable([user([allow('*')])]), [empty, { ...empty, paths: [] }], IAM_ACTIONS)
  expect(found).toEqual([])
})

it('an action that AWS doesn’t have is only sure on everything', () => {
  const own = [{ id: 'x', title: 'x', paths: [{ id: 'y', actions: ['my:Thing'], title: 'y', source: '' }] }]
  const certainty = (...held: Parameters<typeof user>[0]) =>
    analyse(reachable([user(held)]), own, IAM_ACTIONS).found.map((one) => one.certainty)
  expect(certainty(allow('my:*'))).toEqual(['sure'])
  expect(certainty(allow('my:*', 'arn:aws:my:::x'))).toEqual(['unsure'])
  expect(certainty(allow('yours:*'))).toEqual([])
})

it('finds the smallest of many sets of grants, and quickly where each is needed', () => {
  const grants = (count: number, ...more: Parameters<typeof user>[0]) => grantsOf([], count, ...more)
  const grantsOf = (others: readonly string[], count: number, ...more: Parameters<typeof user>[0]) => {
    const things = Array.from({ length: count }, (_, n) => `my:Thing${n}`)
    const actions = [...things, ...others]
    const own = [{ id: 'x', title: 'x', paths: [{ id: 'y', actions, title: 'y', source: '' }] }]
    const each = things.map((action, n) => grant(`a${10 + n}`, allow(action)))
    return analyse(reachable([user([...each, ...more])]), own, IAM_ACTIONS).found[0]?.grants
  }
  const wide = [grant('b', allow('my:Thing?')), grant('c', allow('my:Thing1?'))]
  expect(grants(40)).toHaveLength(40)
  expect(grants(13, ...wide)).toEqual(['g/b.yaml', 'g/c.yaml'])
  // Where many can't be left out, the smallest is looked for among the others.
  const both = [grant('y', allow(['x:a', 'x:b'])), grant('z1', allow('x:A')), grant('z2', allow('x:B'))]
  expect(grants(20, ...both)).toHaveLength(20)
  expect(grantsOf(['x:A', 'x:B'], 20, ...both)).toContain('g/y.yaml')
  expect(grantsOf(['x:A', 'x:B'], 20, ...both)).toHaveLength(21)
  // Eighteen come into question: none can be dropped, but there might be fewer.
  expect(grants(16, ...wide)).toHaveLength(16)
})
