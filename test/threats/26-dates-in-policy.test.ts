import { expect, test } from 'vitest'
import { awsIamCore as core } from '../../src/connectors/aws-iam/core.ts'
import { decodeDocument } from '../../src/connectors/aws-iam/decode.ts'
import { documentText } from '../../src/connectors/aws-iam/statement.ts'
import { at, holding, pieces, system } from '../connectors/aws-iam/support.ts'

const written = documentText(pieces(holding('billing-read')))

test('every statement that is written has exactly one end, as a literal of one form', () => {
  const ends = written.match(/"DateLessThan":\{"aws:CurrentTime":"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z"\}/gu)
  expect(ends?.length).toBe(1)
  for (const until of ['2000-01-01T00:00:00Z', '2999-12-31T23:59:59Z']) {
    const text = documentText(pieces(holding('x', { until: at(until), from: null })))
    expect(text).toContain(`"Condition":{"DateLessThan":{"aws:CurrentTime":"${until}"}}`)
    expect(decodeDocument(text).alien).toEqual([])
  }
})

test.each([
  ['year 9999', '9999-12-31T23:59:59Z'],
  ['31 February', '2027-02-31T00:00:00Z'],
  ['a short date', '2026-1-1'],
  ['a plain date', '2026-12-01'],
  ['an epoch', '1796083200'],
  ['an epoch in milliseconds', '1796083200000'],
  ['another zone', '2026-12-01T00:00:00+14:00'],
  ['a leap second', '2026-12-31T23:59:60Z'],
  ['hour 24', '2026-12-01T24:00:00Z'],
  ['a fraction', '2026-12-01T00:00:00.5Z'],
  ['a policy variable', '${aws:CurrentTime}'],
  ['nothing', '']
])('%s in a live statement of ours is not taken for an end: the statement is removed', (_, text) => {
  const { pieces: found, alien } = decodeDocument(written.replace('2026-12-01T00:00:00Z', text))
  expect(found).toEqual([])
  expect(alien.length).toBe(1)
})

test.each([
  'DateLessThan',
  'DateLessThanIfExists',
  'dateGreaterThan',
  'ForAllValues:DateEquals',
  'NumericLessThan',
  'StringLike',
  'Null'
])('an entitlement can’t bring a date of its own by %s', (operator) => {
  for (const key of ['aws:CurrentTime', 'AWS:CURRENTTIME', 'aws:EpochTime', 'aws:epochtime']) {
    const target = {
      statements: [
        {
          actions: ['s3:GetObject'],
          resources: ['*'],
          conditions: { [operator]: { [key]: '2999-01-01T00:00:00Z' } }
        }
      ]
    }
    expect(core.checkTarget(target, system()).length).toBe(1)
  }
})
