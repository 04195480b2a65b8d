import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compile } from '../../../src/connectors/aws-iam/compile.ts'
import { decodeDocument, readDocument } from '../../../src/connectors/aws-iam/decode.ts'
import { DEFAULT_LIMITS } from '../../../src/connectors/aws-iam/limits.ts'
import { place, roomFor } from '../../../src/connectors/aws-iam/place.ts'
import { documentText } from '../../../src/connectors/aws-iam/statement.ts'
import { windowOf } from '../../../src/connectors/aws-iam/window.ts'
import type { Holding, Piece } from '../../../src/connectors/connector.ts'
import { startSandbox } from '../../../src/sandbox/start.ts'
import { ACCOUNT, at, entitlementRole, holding, pieces, roleArn, world } from './support.ts'

const HOUR = 3_600_000
const START = at('2026-11-01T00:00:00Z')
const instant = fc.integer({ min: 0, max: 24 * 400 }).map((hours) => START + hours * HOUR)
const text = fc.stringMatching(/^[A-Za-z0-9 "\\/._${}-]{1,20}$/u)
const target = fc.oneof(
  fc.integer({ min: 0, max: 9 }).map((n) => ({ assumeRole: roleArn(`r${n}`) })),
  fc.record({
    statements: fc.array(
      fc.record(
        {
          actions: fc.array(fc.constantFrom('s3:GetObject', 's3:Put*', 'ec2:Describe?'), {
            minLength: 1,
            maxLength: 3
          }),
          resources: fc.array(
            text.map((name) => `arn:aws:s3:::${name}`),
            { minLength: 1, maxLength: 3 }
          ),
          conditions: fc.dictionary(
            fc.constantFrom('StringLike', 'Bool', 'ArnLike'),
            fc.dictionary(
              fc.constantFrom('aws:username', 's3:prefix'),
              fc.oneof(text, fc.array(text, { minLength: 1, maxLength: 3 })),
              { minKeys: 1 }
            )
          )
        },
        { requiredKeys: ['actions', 'resources'] }
      ),
      { minLength: 1, maxLength: 3 }
    )
  })
)
const holdings = fc.array(
  fc
    .record({ name: fc.integer({ min: 0, max: 30 }), target, from: fc.option(instant), until: instant })
    .map(({ name, ...rest }): Holding => ({ ...holding(`r${name}`), ...rest })),
  { maxLength: 20 }
)
const bare = ({ id, key, body, enforcement }: Piece) => ({ id, key, body, enforcement })

describe('compile, place, decode', () => {
  test('decoding what was placed gives back exactly the statements', () => {
    fc.assert(
      fc.property(holdings, (list) => {
        const wanted = compile(list)
        const { layout, unplaced } = place(
          new Map(),
          wanted,
          roomFor(DEFAULT_LIMITS.role, { inline: 0, attachments: 0 })
        )
        const decoded = [...layout.values()].map((held) => decodeDocument(documentText(held)))
        expect(decoded.flatMap((each) => each.alien)).toEqual([])
        const back = [...decoded.flatMap((each) => each.pieces), ...unplaced].map(bare)
        expect(back.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(wanted.map(bare))
      }),
      { numRuns: 300 }
    )
  })

  test('what was read before hides nothing of what somebody made of it since', () => {
    const spot = fc.record({
      at: fc.nat(),
      length: fc.oneof(fc.constant(0), fc.nat({ max: 40 })),
      put: fc.oneof(
        fc.constantFrom('', '"', '\\', ',', '}', ',{"Sid":"', 'Deny', '*', ' ', '2999'),
        fc.nat().map((n) => ({ n }))
      )
    })
    let [same, changed] = [0, 0]
    fc.assert(
      fc.property(holdings, fc.array(spot, { maxLength: 2 }), (list, spots) => {
        const wanted = compile(list)
        if (wanted.length === 0) return
        let document = documentText(wanted)
        decodeDocument(document)
        for (const { at: where, length, put } of spots) {
          const from = where % (document.length + 1)
          // Put in is a text, or a piece of the document itself: statements doubled, swapped and cut.
          const more = typeof put === 'string' ? put : document.slice(put.n % document.length).slice(0, 300)
          document = document.slice(0, from) + more + document.slice(from + length)
        }
        const read = readDocument(document)
        expect(decodeDocument(document)).toEqual(read)
        if (read.alien.length === 0) same++
        else changed++
      }),
      { numRuns: 500 }
    )
    expect([same > 50, changed > 50]).toEqual([true, true])
  })

  test('one dated statement for each statement of each grant, the same whatever order they come in', () => {
    fc.assert(
      fc.property(holdings, (list) => {
        const wanted = compile(list)
        const statements = list.reduce(
          (sum, each) =>
            sum +
            ('statements' in (each.target as object)
              ? (each.target as { statements: unknown[] }).statements.length
              : 1),
          0
        )
        expect(wanted.length).toBe(statements)
        expect(new Set(wanted.map((piece) => piece.id)).size).toBe(statements)
        for (const piece of wanted) expect(piece.id.startsWith(piece.key)).toBe(true)
      }),
      { numRuns: 200 }
    )
    const three = [holding('a'), holding('b'), holding('c', { grant: 'grants/x.yaml' })]
    expect(compile(three.toReversed())).toEqual(compile(three))
  })

  test('the whole text of one grant', () => {
    expect(documentText(pieces(holding('billing-read')))).toBe(
      '{"Version":"2012-10-17","Statement":[{"Sid":"gb20f949c7b4a023ex1","Effect":"Allow","Action":"sts:AssumeRole","Resource":"arn:aws:iam::123456789012:role/entitlements/billing-read","Condition":{"DateGreaterThanEquals":{"aws:CurrentTime":"2026-11-01T00:00:00Z"},"DateLessThan":{"aws:CurrentTime":"2026-12-01T00:00:00Z"}}}]}'
    )
    expect(pieces(holding('x', { from: null }))[0]?.body).not.toContain('DateGreaterThanEquals')
  })

  test('evaluated, a statement allows if and only if the window holds', async () => {
    const sandbox = await startSandbox(world([{ name: 'alice' }], [entitlementRole('r0')]))
    const state = sandbox.snapshot(ACCOUNT)
    const [alice] = state.users
    if (!alice) throw new Error('no alice')
    fc.assert(
      fc.property(fc.option(instant), instant, instant, (from, until, now) => {
        const document = documentText(pieces(holding('r0', { from, until })))
        sandbox.restore(ACCOUNT, {
          ...state,
          users: [{ ...alice, inline: [{ name: 'grantbook-test', document }] }]
        })
        const { allowed } = sandbox.can({
          account: ACCOUNT,
          principal: 'user/alice',
          action: 'sts:AssumeRole',
          resource: roleArn('r0'),
          at: now
        })
        expect(allowed).toBe((from === null || from <= now) && now < until)
        expect(pieces(holding('r0', { from, until })).map(windowOf)).toEqual([{ from, until }])
      }),
      { numRuns: 300 }
    )
    await sandbox.close()
  })
})

describe('what is not exactly our form is alien', () => {
  const [piece] = pieces(holding('r0'))
  const good = JSON.parse(documentText(piece ? [piece] : [])) as {
    Version: string
    Statement: Record<string, unknown>[]
  }
  const [first = {}] = good.Statement
  const NOW_KEY = 'aws:CurrentTime'
  const dates = (condition: object) => ({ ...good, Statement: [{ ...first, Condition: condition }] })
  const end = { [NOW_KEY]: '2026-12-01T00:00:00Z' }

  test('the good one is not', () => {
    expect(decodeDocument(JSON.stringify(good))).toEqual({ pieces: [piece && bare(piece)], alien: [] })
    expect(decodeDocument(JSON.stringify(good, null, 2)).alien).toEqual([])
  })

  test.each([
    ['undated', dates({}), 'has no end that we can read'],
    [
      'no condition',
      { ...good, Statement: [{ ...first, Condition: undefined }] },
      'has other parts than ours'
    ],
    [
      'a list of ends',
      dates({ DateLessThan: { [NOW_KEY]: ['2026-12-01T00:00:00Z', '2999-01-01T00:00:00Z'] } }),
      'has no end that we can read'
    ],
    [
      'another time key',
      dates({ DateLessThan: { 'aws:TokenIssueTime': '2026-12-01T00:00:00Z' } }),
      'has no end that we can read'
    ],
    ['IfExists', dates({ DateLessThanIfExists: end }), 'has no end that we can read'],
    ['a second date', dates({ DateLessThan: end, DateLessThanIfExists: end }), 'lets assume more'],
    ['an epoch', dates({ DateLessThan: { [NOW_KEY]: '1796083200' } }), 'has no end that we can read'],
    [
      'another notation',
      dates({ DateLessThan: { [NOW_KEY]: '2026-12-01T00:00:00+00:00' } }),
      'has no end that we can read'
    ],
    [
      'a day that isn’t',
      dates({ DateLessThan: { [NOW_KEY]: '2026-02-31T00:00:00Z' } }),
      'has no end that we can read'
    ],
    [
      'a beginning that isn’t',
      dates({ DateLessThan: end, DateGreaterThanEquals: { [NOW_KEY]: 'soon' } }),
      'has a beginning that we can’t read'
    ],
    ['a Deny', { ...good, Statement: [{ ...first, Effect: 'Deny' }] }, 'is not an Allow'],
    [
      'NotAction',
      { ...good, Statement: [{ ...first, Action: undefined, NotAction: 's3:*' }] },
      'has other parts than ours'
    ],
    [
      'everything',
      { ...good, Statement: [{ ...first, Action: '*', Resource: '*' }] },
      'is not of a form that a target can have'
    ],
    [
      'PassRole',
      { ...good, Statement: [{ ...first, Action: ['iam:PassRole'], Resource: '*' }] },
      'may not stand'
    ],
    [
      'any role',
      { ...good, Statement: [{ ...first, Resource: '*' }] },
      'lets assume more than one exact role'
    ],
    [
      'two roles',
      { ...good, Statement: [{ ...first, Resource: [roleArn('a'), roleArn('b')] }] },
      'lets assume more than one exact role'
    ],
    ['a foreign Sid', { ...good, Statement: [{ ...first, Sid: 'Mine' }] }, 'Sid is not a grant’s'],
    ['the Sid twice', { ...good, Statement: [first, first] }, 'stands twice'],
    ['another version', { ...good, Version: '2008-10-17' }, 'another version or form'],
    ['one statement alone', { ...good, Statement: first }, 'another version or form'],
    ['an Id', { ...good, Id: 'x' }, 'not a document with Version and Statement'],
    ['nothing', { ...good, Statement: [] }, 'another version or form']
  ])('%s', (_, document, why) => {
    const { alien } = decodeDocument(JSON.stringify(document))
    expect(alien.length).toBe(1)
    expect(alien[0]).toContain(why)
  })

  test('a key twice, which JSON.parse would swallow', () => {
    const doubled = JSON.stringify(good).replace('"Effect":"Allow"', '"Effect":"Deny","Effect":"Allow"')
    expect(decodeDocument(doubled)).toEqual({ pieces: [], alien: ['JSON in a form that we don’t write'] })
    expect(decodeDocument('{')).toEqual({ pieces: [], alien: ['not JSON'] })
  })
})
