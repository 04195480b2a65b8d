import { describe, expect, test } from 'vitest'
import { event, type Event } from '../../src/evidence/events.ts'
import { foldTexts } from '../../src/evidence/fold.ts'
import { eventsPath, fileOfEvents, pathOfEvent, readLines, writeLine } from '../../src/evidence/lines.ts'
import { EMPTY_LEDGER } from '../../src/plan/ledger.ts'

const GRANT = 'grants/systems/aws-prod/billing-read/alice.yaml'
const BLOB = 'b'.repeat(40)
const common = {
  at: '2026-11-20T09:00:00Z',
  grant: GRANT,
  blob: BLOB,
  commit: 'c'.repeat(40),
  by: 'grantbook apply',
  run: null
}
const where = { system: 'aws-prod', principal: 'user/alice', principalId: 'AIDAALICE' }
const issued: Event = {
  ...common,
  event: 'issued',
  ...where,
  account: '123456789012',
  entitlement: 'aws-prod/billing-read',
  policy: {},
  statements: [{ id: 'x1', body: '{}', enforcement: 'target' }],
  from: null,
  until: '2026-12-15T00:00:00Z',
  enforcement: 'target',
  observed: false
}
const revoked: Event = {
  ...common,
  event: 'revoked',
  ...where,
  why: 'deleted',
  cause: 'unproved',
  unit: GRANT,
  sessionsUntil: '2026-11-20T10:00:00Z',
  observed: false
}

const fold = (...events: readonly Event[]) => {
  const files = new Map<string, string>()
  for (const one of events) files.set(pathOfEvent(one), (files.get(pathOfEvent(one)) ?? '') + writeLine(one))
  return foldTexts(files).ledger
}

test('no events, an empty ledger', () => {
  expect(fold()).toEqual(EMPTY_LEDGER)
})

test('a line is canonical: keys sorted, no blanks, one line feed, nothing that is not an event', () => {
  expect(writeLine({ ...common, event: 'ended', why: 'task\nover \u2028 \u001b[31m' })).toBe(
    `{"at":"2026-11-20T09:00:00Z","blob":"${BLOB}","by":"grantbook apply","commit":"${'c'.repeat(40)}","event":"ended","grant":"${GRANT}","run":null,"why":"task\\nover \u2028 \\u001b[31m"}\n`
  )
  expect(() => writeLine({ ...common, event: 'ended', why: 'x', extra: 1 } as unknown as Event)).toThrow(
    /extra/u
  )
})

test('a path and its file of events lead to each other', () => {
  expect(eventsPath(GRANT)).toBe(`events/${GRANT}.jsonl`)
  expect([fileOfEvents(eventsPath(GRANT)), fileOfEvents('runs/2026-11.jsonl')]).toEqual([GRANT, null])
})

describe('what stands', () => {
  const standing = (...events: readonly Event[]) =>
    [
      ...(fold(...events)
        .standing.get('aws-prod')
        ?.get(GRANT) ?? [])
    ].map(({ principal, until, blob }) => [principal, new Date(until).toISOString(), blob])

  test('what was issued and not revoked', () => {
    expect(standing(issued)).toEqual([['user/alice', '2026-12-15T00:00:00.000Z', BLOB]])
    expect(standing(issued, revoked)).toEqual([])
    expect(standing(issued, revoked, issued)).toHaveLength(1)
  })

  test('the last word on its dates counts', () => {
    expect(
      standing(issued, { ...issued, event: 'extended', until: '2026-12-20T00:00:00Z' }).map(
        ([, until]) => until
      )
    ).toEqual(['2026-12-20T00:00:00.000Z'])
  })

  test('on two accounts it stands twice, and each goes by itself', () => {
    const moved: Event = { ...issued, principal: 'user/alice2', principalId: 'AIDAALICE2' }
    expect(standing(issued, moved).map(([principal]) => principal)).toEqual(['user/alice', 'user/alice2'])
    expect(standing(issued, moved, revoked).map(([principal]) => principal)).toEqual(['user/alice2'])
  })
})

test('what was refused is forgotten once it is issued', () => {
  const refused: Event = {
    ...common,
    event: 'refused',
    system: 'aws-prod',
    code: 'role-trust',
    why: 'x',
    pull: null
  }
  expect([...fold(refused).refused]).toEqual([[`${GRANT} aws-prod`, `${BLOB} role-trust`]])
  expect([...fold(refused, issued).refused]).toEqual([])
})

test('ended, suspended and reinstated', () => {
  const path = 'grants/suspensions/alice.yaml'
  const suspended: Event = { ...common, grant: path, event: 'suspended', why: 'x' }
  const ended = { ...common, event: 'ended', why: 'task over' } as const
  const form = { blob: BLOB, why: 'task over', at: Date.parse(common.at), task: null }
  expect([...fold(ended).ended]).toEqual([[GRANT, form]])
  const task = 'https://github.com/acme/job/issues/1'
  expect([...fold({ ...ended, task }).ended]).toEqual([[GRANT, { ...form, task }]])
  expect([...fold(suspended).suspended]).toEqual([[path, BLOB]])
  expect([...fold(suspended, { ...suspended, event: 'reinstated' }).suspended]).toEqual([])
})

describe('an end before its time', () => {
  const OTHER = 'd'.repeat(40)
  const ended: Event = { ...common, event: 'ended', why: 'task over' }
  const reduced = (blob: string | null): Event => ({
    ...common,
    blob,
    event: 'reduced',
    what: 'x',
    pull: null
  })
  const approved = (blob: string): Event => ({
    ...common,
    blob,
    event: 'approved',
    pull: 'acme/access#2',
    head: BLOB,
    base: BLOB,
    approvals: []
  })
  test.each<[string, readonly Event[], readonly (string | null)[]]>([
    ['holds for that form', [approved(BLOB), ended], [BLOB]],
    ['goes along with what is shortened, which nobody approves', [ended, reduced(OTHER)], [OTHER]],
    ['is over with a form that was approved since', [ended, approved(OTHER)], []],
    [
      'is over with the same words, approved anew after they were gone',
      [ended, reduced(null), approved(BLOB)],
      []
    ],
    ['stays when what was ended is only proved later', [ended, approved(BLOB)], [BLOB]],
    ['says nothing of a form that came before it was recorded', [approved(OTHER), ended], []]
  ])('%s', (_, events, blobs) => {
    expect([...fold(...events).ended.values()].map(({ blob }) => blob)).toEqual(blobs)
  })
})

test('removals are remembered for the guard, those that no grant explains too', () => {
  const removal = { system: 'aws-prod', unit: GRANT, at: Date.UTC(2026, 10, 20, 9), cause: 'unproved' }
  expect(fold(revoked).removals).toEqual([removal])
  expect(fold({ ...revoked, grant: null, blob: null }).removals).toEqual([removal])
})

test('an intent counts until a run has settled it', () => {
  const started: Event = {
    ...common,
    grant: null,
    blob: null,
    event: 'started',
    id: 'one',
    intents: [
      { ...where, grant: GRANT, statements: [{ id: 'group/auditors', body: '{}', enforcement: 'job' }] }
    ]
  }
  const finished = (id: string, closes: string[]): Event => ({
    ...common,
    grant: null,
    blob: null,
    event: 'finished',
    id,
    closes,
    sealed: null,
    counts: {}
  })
  expect(fold(started).intents.map(({ grant, pieces }) => [grant, pieces.map(({ id }) => id)])).toEqual([
    [GRANT, ['group/auditors']]
  ])
  expect(fold(started, finished('one', [])).intents).toEqual([])
  expect(fold(started, finished('two', [])).intents).toHaveLength(1)
  expect(fold(started, finished('two', ['one'])).intents).toEqual([])
})

describe('what can’t be read', () => {
  const unreadable = (text: string) => [...foldTexts(new Map([[eventsPath(GRANT), text]])).ledger.unreadable]
  test.each([
    ['no JSON', 'nonsense\n'],
    ['another form', '{"event":"issued"}\n'],
    ['an unknown event', writeLine(issued).replace('"issued"', '"granted"')],
    ['a last line that was cut', writeLine(issued).slice(0, -1)],
    [
      'a line of another grant',
      writeLine({ ...issued, grant: 'grants/systems/aws-prod/billing-read/bob.yaml' })
    ],
    ['an empty line', `${writeLine(issued)}\n`]
  ])('%s holds the grant', (_, text) => {
    expect(unreadable(text)).toEqual([GRANT])
  })

  test('what stands beside a bad line still counts', () => {
    const standing = (text: string) => {
      const { ledger } = foldTexts(new Map([[eventsPath(GRANT), text]]))
      return [ledger.standing.get('aws-prod')?.get(GRANT)?.length, [...ledger.unreadable]]
    }
    expect(standing(`${writeLine(issued)}nonsense\n`)).toEqual([1, [GRANT]])
    expect(standing(`nonsense\n${writeLine(issued)}`)).toEqual([1, [GRANT]])
    expect(standing(`${writeLine(issued)}nonsense\n${writeLine(revoked)}`)).toEqual([undefined, [GRANT]])
    expect(readLines(`${writeLine(issued)}nonsense\n`).bad).toBe(2)
    expect(readLines(`${writeLine(issued)}${writeLine(issued).trimEnd()}`)).toMatchObject({ bad: 2 })
  })
})

test('every kind of event of the record is known', () => {
  expect(event.options.map((option) => option.shape.event.value).toSorted()).toEqual(
    'adopted approved declined discovered ended extended failed finished genesis heartbeat held issued reduced refused reinstated requested restored reviewed revoked saved sealed shortened started suspended tolerated transferred updated used'.split(
      ' '
    )
  )
})
