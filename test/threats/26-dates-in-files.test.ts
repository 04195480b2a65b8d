import { describe, expect, test } from 'vitest'
import { effectiveWindow } from '../../src/book/effective.ts'
import { ACME, patched, type Files } from '../checks/acme.ts'
import { findingsOf, read } from '../checks/judge.ts'

const PATH = 'grants/systems/aws-prod/logs-read/alice.yaml'
const withLines = (lines: string): Files =>
  patched({ [PATH]: `reason: Watches the nightly export\n${lines}\n` })

/** What is written instead of a real end, and the code that refuses it. */
const REFUSED = [
  ['expire: 2027-01-31', 'field-unknown'],
  ['Expires: 2027-01-31', 'field-unknown'],
  ['"expires ": 2027-01-31', 'field-unknown'],
  ['starts: 2026-11-01', 'field-missing'],
  ['expires:', 'field-type'],
  ['expires: ~', 'field-type'],
  ['expires: null', 'field-type'],
  ['expires: ""', 'field-value'],
  ['expires: never', 'field-value'],
  ['expires: true', 'field-type'],
  ['expires: 20270131', 'field-type'],
  ['expires: 1801353600', 'field-type'],
  ['expires: "1801353600"', 'field-value'],
  ['expires: 1.8e9', 'field-type'],
  ['expires: [2027-01-31]', 'field-type'],
  ['expires: { date: 2027-01-31 }', 'field-type'],
  ['expires: 2027-1-31', 'field-value'],
  ['expires: 2026-1-1', 'field-value'],
  ['expires: 31.01.2027', 'field-value'],
  ['expires: 01/31/2027', 'field-value'],
  ['expires: 2027-01-31 ...', 'field-value'],
  ['expires: " 2027-01-31"', 'field-value'],
  ['expires: "2027-01-31\\n"', 'field-value'],
  ['expires: 2027-01-31T12:00:00', 'field-value'],
  ['expires: 2027-01-31 12:00:00Z', 'field-value'],
  ['expires: 2027-01-31T12:00Z', 'field-value'],
  ['expires: 2027-01-31T12:00:00+1', 'field-value'],
  ['expires: 2027-01-31T12:00:00 CET', 'field-value'],
  ['expires: 2027-W04-7', 'field-value'],
  ['expires: +2027-01-31', 'field-value'],
  ['expires: 12027-01-31', 'field-value'],
  ['expires: ２０２７-01-31', 'field-value'],
  ['expires: 2027\u201001\u201031', 'field-value'],
  ['expires: 2027-02-31', 'date-invalid'],
  ['expires: 2027-02-29', 'date-invalid'],
  ['expires: 2027-13-01', 'date-invalid'],
  ['expires: 2027-00-10', 'date-invalid'],
  ['expires: 2027-01-00', 'date-invalid'],
  ['expires: 2027-01-31T24:00:00Z', 'date-invalid'],
  ['expires: 2026-12-31T23:59:60Z', 'date-invalid'],
  ['expires: 2027-01-31T12:60:00Z', 'date-invalid'],
  ['expires: 2027-01-31T12:00:00+24:00', 'date-invalid'],
  ['expires: 2027-01-31T12:00:00+12:60', 'date-invalid'],
  ['expires: 9999-12-31', 'date-invalid'],
  ['expires: 3000-01-01', 'date-invalid'],
  ['expires: 0000-01-01', 'date-invalid'],
  ['expires: 1970-01-01', 'date-invalid'],
  ['expires: 2999-12-31', 'expires-too-far'],
  ['expires: 2028-01-31', 'expires-too-far'],
  ['expires: 2027-01-31\nstarts: 2027-02-30', 'date-invalid'],
  ['expires: 2027-01-31\nstarts: 2027-02-01', 'expires-before-starts']
] as const

describe('whatever stands where the end belongs is refused', () => {
  test.each(REFUSED)('%j: %s', (lines, code) => {
    const errors = findingsOf(withLines(lines)).filter(({ severity }) => severity === 'error')
    expect(errors.map((finding) => `${finding.file} ${finding.code}`)).toContain(`${PATH} ${code}`)
  })

  test.each(REFUSED.filter(([, code]) => !code.startsWith('expires')))(
    '%j: and nothing follows from it',
    (lines) => {
      const { book } = read(withLines(lines))
      const grant = book.grants.get(PATH)
      const window = grant ? effectiveWindow(book, grant).window : null
      expect(window).toBeNull()
    }
  )
})

/** The same instant in the ways a file may say it. */
const ACCEPTED = [
  ['expires: 2027-01-31', '2027-02-01T00:00:00Z'],
  ['expires: "2027-01-31"', '2027-02-01T00:00:00Z'],
  ['expires: 2027-01-31T23:59:59Z', '2027-01-31T23:59:59Z'],
  ['expires: 2027-01-31T23:59:59.999Z', '2027-01-31T23:59:59Z'],
  ['expires: 2027-01-31T00:00:00+14:00', '2027-01-30T10:00:00Z'],
  ['expires: 2027-01-31T00:00:00-12:00', '2027-01-31T12:00:00Z'],
  ['expires: 2027-01-31t00:00:00z', '2027-01-31T00:00:00Z']
] as const

test.each(ACCEPTED)('%s ends at %s, whatever the time zone here is', (lines, end) => {
  const files = withLines(lines)
  expect(findingsOf(files)).toEqual([])
  const { book } = read(files)
  const grant = book.grants.get(PATH)
  expect(grant && effectiveWindow(book, grant).window?.until).toBe(Date.parse(end))
  expect(Object.keys(ACME).length).toBe(Object.keys(files).length)
})
