import { describe, expect, test } from 'vitest'
import { awsIamCore as core } from '../../../src/connectors/aws-iam/core.ts'
import { at, holding, pieces } from './support.ts'

const until = at('2026-12-01T00:00:00Z')
const s3 = (actions: string[], resources: string[], more: object = {}) =>
  pieces(holding('s', { target: { statements: [{ actions, resources, ...more }] }, from: null, until }))

describe('what becomes possible and what no longer is', () => {
  test('a first grant, and its end', () => {
    const words = [
      'sts:AssumeRole on arn:aws:iam::123456789012:role/entitlements/a from 2026-11-01T00:00:00Z until 2026-12-01T00:00:00Z'
    ]
    expect(core.meaning([], pieces(holding('a')))).toEqual({ possible: words, noLonger: [] })
    expect(core.meaning(pieces(holding('a')), [])).toEqual({ possible: [], noLonger: words })
    expect(core.meaning(pieces(holding('a')), pieces(holding('a')))).toEqual({ possible: [], noLonger: [] })
  })

  test('longer or shorter: only the time between', () => {
    const long = pieces(holding('a', { until: at('2026-12-15T00:00:00Z') }))
    const words = [
      'sts:AssumeRole on arn:aws:iam::123456789012:role/entitlements/a from 2026-12-01T00:00:00Z until 2026-12-15T00:00:00Z'
    ]
    expect(core.meaning(pieces(holding('a')), long)).toEqual({ possible: words, noLonger: [] })
    expect(core.meaning(long, pieces(holding('a')))).toEqual({ possible: [], noLonger: words })
  })

  test('through wildcards: a part of what was allowed is nothing new', () => {
    const wide = s3(['s3:Get*'], ['arn:aws:s3:::b/*'])
    const narrow = s3(['S3:getobject'], ['arn:aws:s3:::b/reports/*'])
    expect(core.meaning(wide, narrow)).toEqual({
      possible: [],
      noLonger: ['s3:Get* on arn:aws:s3:::b/* until 2026-12-01T00:00:00Z']
    })
    expect(core.meaning(narrow, wide).possible).toEqual([
      's3:Get* on arn:aws:s3:::b/* until 2026-12-01T00:00:00Z'
    ])
  })

  test('a condition taken away is new; one added takes away', () => {
    const free = s3(['s3:GetObject'], ['*'])
    const bound = s3(['s3:GetObject'], ['*'], {
      conditions: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }
    })
    const condition = '{"Bool":{"aws:MultiFactorAuthPresent":"true"}}'
    expect(core.meaning(bound, free)).toEqual({
      possible: ['s3:GetObject on * until 2026-12-01T00:00:00Z'],
      noLonger: []
    })
    expect(core.meaning(free, bound).noLonger).toEqual(['s3:GetObject on * until 2026-12-01T00:00:00Z'])
    expect(core.meaning([], bound).possible).toEqual([
      `s3:GetObject on * if ${condition} until 2026-12-01T00:00:00Z`
    ])
  })

  test('two grants of the same: the end of one takes nothing away', () => {
    const twin = holding('a', { grant: 'grants/emergency/aws-prod/a/alice.yaml' })
    expect(core.meaning(pieces(holding('a'), twin), pieces(twin))).toEqual({ possible: [], noLonger: [] })
  })

  test('groups', () => {
    const member = pieces(holding('g', { target: { group: 'auditors' } }))
    expect(core.meaning([], member)).toEqual({ possible: ['membership of group/auditors'], noLonger: [] })
    expect(core.windowOf(member[0] ?? { id: '', key: '', body: '', enforcement: 'job' })).toBeNull()
  })

  test('how long an open session may outlast the end', () => {
    const tail = (list: ReturnType<typeof pieces>) => list.map((piece) => core.sessionTail(piece))
    expect([
      ...tail(pieces(holding('a'))),
      ...tail(s3(['s3:Get*'], ['*'])),
      ...tail(pieces(holding('g', { target: { group: 'g' } })))
    ]).toEqual([3_600_000, 0, 0])
  })
})
