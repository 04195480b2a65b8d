import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { awsIamCore as core } from '../../../src/connectors/aws-iam/core.ts'
import { ROOT } from '../../../scripts/house/root.ts'
import { capacity } from '../../../scripts/aws/capacity.ts'
import { withoutSpace } from '../../../src/connectors/aws-iam/size.ts'
import { holding, pieces, system } from './support.ts'

const grants = (count: number, over = {}) =>
  pieces(...Array.from({ length: count }, (_, n) => holding(`billing-r${String(n).padStart(3, '0')}`, over)))

describe('what fits offline', () => {
  test('everything up to the last that fits, and the first that doesn’t is told by its grant', () => {
    const { total } = capacity('user', { from: true })
    expect(core.quota('user/alice', grants(total), system())).toEqual([])
    const refused = core.quota('user/alice', grants(total + 1), system())
    expect(refused.length).toBe(1)
    expect(refused[0]?.code).toBe('quota-exceeded')
    expect(refused[0]?.grant).toMatch(/^grants\/systems\/aws-prod\/billing-r\d{3}\/alice\.yaml$/u)
  })

  test('a statement too large for any policy', () => {
    const huge = pieces(
      holding('x', {
        target: {
          statements: [
            {
              actions: ['s3:GetObject'],
              resources: Array.from({ length: 5 }, (_, n) => `arn:aws:s3:::${n}${'x'.repeat(1200)}`)
            }
          ]
        }
      })
    )
    expect(core.quota('role/ci/x', huge, system()).map(({ grant }) => grant)).toEqual([])
    expect(core.quota('user/x', huge, system()).map(({ grant }) => grant)).toEqual([
      'grants/systems/aws-prod/x/alice.yaml'
    ])
  })

  test('ten groups, not eleven', () => {
    const groups = (count: number) =>
      pieces(...Array.from({ length: count }, (_, n) => holding(`g${n}`, { target: { group: `g${n}` } })))
    expect(core.quota('user/alice', groups(10), system())).toEqual([])
    expect(core.quota('user/alice', groups(11), system()).length).toBe(1)
  })
})

test('how many of the sample’s statements fit where', () => {
  expect({
    user: capacity('user', { from: true }),
    userEndOnly: capacity('user', { from: false }),
    role: capacity('role', { from: true })
  }).toMatchInlineSnapshot(`
    {
      "role": {
        "inline": 32,
        "managed": 19,
        "statement": 281,
        "total": 222,
      },
      "user": {
        "inline": 6,
        "managed": 19,
        "statement": 281,
        "total": 196,
      },
      "userEndOnly": {
        "inline": 8,
        "managed": 25,
        "statement": 214,
        "total": 258,
      },
    }
  `)
})

test('space outside of strings is not counted, inside it is', () => {
  expect(withoutSpace(' { "a b" : [ 1 ,\n\t"\\" x" ] } ')).toBe('{"a b":[1,"\\" x"]}')
})

test('the figures in the documents are these', async () => {
  const text = await readFile(`${ROOT}docs/aws-iam.md`, 'utf8')
  for (const [kind, name] of [
    ['user', 'a user'],
    ['role', 'a role']
  ] as const) {
    for (const from of [false, true]) {
      const { statement, inline, managed, total } = capacity(kind, { from })
      expect(text).toContain(
        `| ${name} | ${from ? 'both' : 'end only'} | ${statement} | ${inline} | ${managed} | ${total} |`
      )
    }
  }
})
