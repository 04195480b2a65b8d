import { expect, test } from 'vitest'
import { readInstant, type Instant } from '../../src/book/instant.ts'
import { CHECKS } from '../../src/checks.ts'
import { CORES } from '../../src/commands/connectors.ts'
import { main } from '../../src/commands/main.ts'
import type { Io } from '../../src/commands/command.ts'
import { runChecks } from '../../src/findings/check.ts'
import { createContext } from '../../src/findings/context.ts'
import { compilePattern } from '../../src/findings/ticket-pattern.ts'
import { ROOT } from '../../scripts/house/root.ts'
import { acmeBook, acmeFiles } from './acme.ts'

/** Every date that a file of the sample names, each with the second before and after, and days far from all of them. */
async function instants(): Promise<readonly Instant[]> {
  const found = new Set([readInstant('2000-01-01', 'start'), readInstant('2400-01-01', 'start')])
  for (const bytes of (await acmeFiles()).values()) {
    for (const [date] of new TextDecoder()
      .decode(bytes)
      .matchAll(/(?<=: )20\d\d-\d\d-\d\d(?:T[\d:]+Z)?(?=\n)/gu)) {
      for (const edge of ['start', 'end'] as const) {
        const at = readInstant(date, edge)
        for (const second of [-1000, 0, 1000]) found.add(at === null ? null : at + second)
      }
    }
  }
  return [...found].filter((at) => at !== null)
}

async function validate(
  now: string
): Promise<{ readonly status: number; readonly findings: readonly { readonly severity: string }[] }> {
  const out: string[] = []
  const io: Io = {
    out: (text) => void out.push(text),
    err: () => {},
    stdin: () => Promise.resolve(''),
    terminal: { out: false, err: false, columns: 80 },
    cwd: ROOT,
    environment: {},
    clock: () => 0,
    sleep: () => Promise.resolve(),
    random: () => 0,
    signal: new AbortController().signal
  }
  const status = await main(['validate', '--format', 'json', '--now', now], io)
  return { status, ...JSON.parse(out.join('')) }
}

test('Acme is valid on any day: time brings warnings, never an error', async () => {
  const { book } = await acmeBook()
  const pattern = compilePattern(book.settings?.data.ticket.pattern ?? '')
  const days = await instants()
  expect(days.length).toBeGreaterThan(150)
  const codes = new Map<string, Set<string>>()
  for (const now of days) {
    const context = createContext({
      book,
      now,
      connectors: CORES,
      changed: null,
      history: null,
      ticket: pattern,
      approvedAt: null,
      actions: null,
      documents: null
    })
    for (const { severity, code } of runChecks(CHECKS, context)) {
      codes.set(severity, (codes.get(severity) ?? new Set()).add(code))
    }
  }
  expect([...codes].map(([severity, found]) => [severity, [...found].toSorted()])).toEqual([
    ['note', ['duties-excepted']],
    [
      'warning',
      ['exception-expired', 'exception-unneeded', 'grant-expired', 'person-left', 'workload-expired']
    ]
  ])
})

test.each(['2020-02-29T00:00:00Z', '2026-12-31T23:59:59Z', '2031-01-01T00:00:00Z'])(
  'validate says so too at %s',
  async (now) => {
    expect(await validate(now)).toMatchObject({ status: 0, counts: { errors: 0 } })
  }
)

test('there is nothing to say of it on the demo’s day but its one exception', async () => {
  expect(await validate('2026-11-20T09:00:00Z')).toMatchObject({
    status: 0,
    findings: [
      { code: 'duties-excepted', severity: 'note', file: 'grants/systems/aws-prod/billing-admin/bob.yaml' }
    ],
    counts: { errors: 0, files: 101, grants: 46, warnings: 0 }
  })
})
