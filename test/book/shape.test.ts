import { describe, expect, it } from 'vitest'
import type { SchemaName } from '../../src/generated/validators.js'
import { checkShape } from '../../src/book/shape.ts'

const told = (name: SchemaName, value: unknown) =>
  checkShape(name, value).map(({ code, pointer, atKey, message, fix }) => [
    code,
    pointer.join('.'),
    atKey,
    message,
    fix
  ])

const fixes = (name: SchemaName, value: unknown) => checkShape(name, value).map((misfit) => misfit.fix)

const GRANT = { reason: 'Month-end reconciliation', expires: '2026-12-14' }
const ENTITLEMENT = {
  title: 'T',
  description: 'D',
  owner: 'carol',
  approvers: ['@acme/a'],
  risk: 'low',
  subjects: ['person']
}

describe('what is said of a shape', () => {
  it('is nothing where it fits', () => {
    expect(told('grant', GRANT)).toEqual([])
  })

  it('is one thing for a misspelt key, with the name that was meant', () => {
    expect(told('grant', { reason: GRANT.reason, expiers: '2026-12-14' })).toEqual([
      [
        'field-unknown',
        'expiers',
        true,
        '"expiers" is not a field of a grant.',
        'Did you mean "expires"? Rename it, or remove it.'
      ]
    ])
    expect(told('rule', { title: 'T', hold: ['a/b'], atmost: 1 })).toEqual([
      [
        'field-unknown',
        'atmost',
        true,
        '"atmost" is not a field of a rule.',
        'Did you mean "atMost"? Rename it, or remove it.'
      ]
    ])
  })

  it('names the fields where nothing near was meant, and the right one where it stands already', () => {
    expect(told('suspension', { reason: 'Laptop stolen', color: 'red' })).toEqual([
      [
        'field-unknown',
        'color',
        true,
        '"color" is not a field of a suspension.',
        'Remove it. The fields are: reason, until.'
      ]
    ])
    expect(told('suspension', { reason: 'Laptop stolen', reasons: 'x' })).toEqual([
      [
        'field-unknown',
        'reasons',
        true,
        '"reasons" is not a field of a suspension.',
        'Remove it: "reason" stands in the file already.'
      ]
    ])
  })

  it('gives an example of what is missing', () => {
    expect(told('grant', { reason: GRANT.reason })).toEqual([
      ['field-missing', '', false, '"expires" is missing.', 'Add it, for example: expires: 2026-12-14']
    ])
  })

  it('says how a value of the wrong type is mended', () => {
    expect(told('grant', { ...GRANT, expires: 20261214, ticket: 4711 })).toEqual([
      [
        'field-type',
        'expires',
        false,
        '"expires" is a number; it must be text.',
        'Write it like this: 2026-12-14'
      ],
      ['field-type', 'ticket', false, '"ticket" is a number; it must be text.', 'Put it in quotes: "4711".']
    ])
    expect(told('grant', { ...GRANT, expires: null })).toEqual([
      [
        'field-type',
        'expires',
        false,
        '"expires" has no value; it must be text.',
        'Write it like this: 2026-12-14'
      ]
    ])
    expect(told('aws-iam.settings', { account: 123456789012, region: 'eu-central-1' })).toEqual([
      [
        'field-type',
        'account',
        false,
        '"account" is a number; it must be text.',
        'Put it in quotes: "123456789012".'
      ]
    ])
  })

  it('mends dates, durations, ids and owners as far as they can be guessed', () => {
    expect(fixes('grant', { ...GRANT, expires: '2026-1-1' })).toEqual(['Write it like this: 2026-01-01'])
    expect(fixes('grant', { ...GRANT, expires: '2026-12-14T18:00' })).toEqual([
      'Add the offset: 2026-12-14T18:00:00Z'
    ])
    expect(fixes('entitlement', { ...ENTITLEMENT, maxDuration: '14' })).toEqual([
      'Add the unit: 14d (days), 14h (hours) or 14m (minutes).'
    ])
    expect(fixes('entitlement', { ...ENTITLEMENT, owner: 'Carol' })).toEqual([
      'Write it in small letters: carol'
    ])
    expect(fixes('entitlement', { ...ENTITLEMENT, approvers: ['acme/a'] })).toEqual([
      'Put @ in front: "@acme/a"'
    ])
    expect(fixes('entitlement', { ...ENTITLEMENT, approvers: ['a@acme.example'] })).toEqual([
      'E-mail addresses can’t be resolved on GitHub; write @org/team or @login.'
    ])
    expect(fixes('entitlement', { ...ENTITLEMENT, risk: 'hihg' })).toEqual(['Did you mean "high"?'])
  })

  it('speaks only of the branch of a union that is meant', () => {
    expect(told('entitlement', { ...ENTITLEMENT, approvers: [['@acme/a'], ['bob']] })).toEqual([
      [
        'field-value',
        'approvers.1.0',
        false,
        '"approvers[1][0]": "bob" is not a GitHub team (@org/team) or account (@login).',
        'Put @ in front: "@bob"'
      ]
    ])
    expect(told('aws-iam.target', { assumeRole: 'x' })).toHaveLength(1)
    expect(
      told('aws-iam.target', { statements: [{ actions: ['s3:Get'], resource: ['*'] }] }).map(([code, at]) => [
        code,
        at
      ])
    ).toEqual([['field-unknown', 'statements.0.resource']])
  })

  it('says which forms there are where none or several are meant', () => {
    expect(told('rule', { title: 'T' })).toEqual([
      [
        'field-choice',
        '',
        false,
        'The file must have exactly one form: "hold" with "atMost", or "permissions".',
        'Keep the fields of one form.'
      ]
    ])
    expect(told('aws-iam.account', { user: 'a', role: 'b' }).map(([code]) => code)).toEqual(['field-choice'])
    expect(told('aws-iam.account', {}).map(([code]) => code)).toEqual(['field-choice'])
  })

  it('never repeats a long or dangerous text', () => {
    const [misfit] = checkShape('grant', { ...GRANT, expires: `\u001b[2J::error::${'x'.repeat(10_000)}` })
    expect(misfit?.message).toHaveLength(
      '"expires": "" is not a date (2026-12-14, or 2026-12-14T18:00:00Z with an offset).'.length + 80 + 5
    )
    expect(misfit?.message).toContain('"\\u001b[2J::error::xxx')
    const [unknown] = checkShape('grant', { ...GRANT, ['k'.repeat(5000)]: 1 })
    expect(unknown?.message.length).toBeLessThan(200)
  })

  it('stops at fifty', () => {
    expect(
      checkShape('grant', {
        ...GRANT,
        ...Object.fromEntries(Array.from({ length: 90 }, (_, n) => [`k${n}`, n]))
      })
    ).toHaveLength(50)
  })

  it('is not fooled by inherited names', () => {
    expect(
      told('grant', Object.create({ reason: GRANT.reason, expires: '2026-12-14' })).map(([code]) => code)
    ).toContain('field-missing')
    expect(
      told('person', { name: 'A', email: 'a@b.example', accounts: { constructor: { user: 'a' } } })
    ).toEqual([])
  })
})
