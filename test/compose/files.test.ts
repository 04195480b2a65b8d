import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blobId } from '../../src/book/grant-key.ts'
import { readInstant, writeInstant } from '../../src/book/instant.ts'
import { grantFile, type Asked } from '../../src/compose/grant-file.ts'
import { suspensionFile } from '../../src/compose/suspension-file.ts'
import { yamlText } from '../../src/compose/yaml-text.ts'
import { readYaml } from '../../src/book/yaml/read.ts'
import { findSecrets } from '../../src/book/secrets.ts'
import { forbiddenCharacter } from '../../src/book/yaml/text.ts'
import { bookOf } from '../support/book.ts'

const ASKED: Asked = {
  subject: 'alice',
  entitlement: 'aws-prod/billing-read',
  reason: 'Month-end reconciliation for the finance close',
  starts: '2026-12-01',
  expires: '2026-12-14',
  ticket: 'OPS-4711',
  requester: null,
  task: null,
  incident: null
}

test('an ordinary request reads as the sample does', () => {
  expect(grantFile(ASKED)).toEqual({
    path: 'grants/systems/aws-prod/billing-read/alice.yaml',
    text: `# yaml-language-server: $schema=../../../../schemas/grant.schema.json
reason: Month-end reconciliation for the finance close
starts: 2026-12-01
expires: 2026-12-14
ticket: OPS-4711
`
  })
})

test('a break-glass request names its incident', () => {
  const file = grantFile({
    ...ASKED,
    starts: null,
    expires: '2026-11-20T11:00:00Z',
    ticket: null,
    requester: 'bob',
    incident: 'INC-1'
  })
  expect(file).toEqual({
    path: 'grants/emergency/aws-prod/billing-read/alice.yaml',
    text: `# yaml-language-server: $schema=../../../../schemas/emergency.schema.json
reason: Month-end reconciliation for the finance close
expires: 2026-11-20T11:00:00Z
requester: bob
incident: INC-1
`
  })
})

test('a suspension', () => {
  expect(suspensionFile('alice', 'Laptop stolen', '2026-12-01')).toEqual({
    path: 'grants/suspensions/alice.yaml',
    text: '# yaml-language-server: $schema=../../schemas/suspension.schema.json\nreason: Laptop stolen\nuntil: 2026-12-01\n'
  })
})

test.each([
  ['Month-end (Q4), 3 exports', 'Month-end (Q4), 3 exports'],
  ['https://github.com/acme/billing/issues/12', 'https://github.com/acme/billing/issues/12'],
  ['yes', '"yes"'],
  ['NULL', '"NULL"'],
  ['- a list', '"- a list"'],
  ['a: b', '"a: b"'],
  ['a #b', '"a #b"'],
  ['a#b', 'a#b'],
  ['a:', '"a:"'],
  ['two\nlines', String.raw`"two\nlines"`],
  ['"quoted"', String.raw`"\"quoted\""`],
  [' blank', '" blank"'],
  ['12', '"12"'],
  ['1e5', '"1e5"'],
  ['fire 🔥', '"fire 🔥"'],
  ['{a}', '"{a}"'],
  ['', '""']
])('%j is written as %s', (text, written) => {
  expect(yamlText(text)).toBe(written)
})

const NASTY = `\n|\r\n|: | #|- |---\n|...\n|"|'|\\|\t|{|]|&a|*a|!!x|%|@|>|? |<<|~|null|true|0x1F|1_000|🔥|é|\u00a0|\u200b|\u0085|\ufeff`
const nasty = fc.constantFrom('|', '`', ...NASTY.split('|'))
const text = fc
  .array(fc.oneof(nasty, fc.string({ unit: 'binary', maxLength: 12 }), fc.string({ maxLength: 12 })), {
    maxLength: 12
  })
  .map((parts) => parts.join(''))

describe('what is written reads back as exactly what was meant', () => {
  test('whatever a text holds, or it is refused for a character that no file may hold', () => {
    fc.assert(
      fc.property(text, (value) => {
        const bytes = new TextEncoder().encode(`a: ${yamlText(value)}\nb: end\n`)
        const { data } = readYaml(bytes, 16 * 1024)
        const meant = forbiddenCharacter(value) === null ? { a: value, b: 'end' } : null
        expect(data && { ...data }).toEqual(meant)
      })
    )
  })

  const day = fc
    .integer({ min: Date.UTC(2027, 0, 1) / 1000, max: Date.UTC(2030, 0, 1) / 1000 })
    .chain((second) => fc.constantFrom(writeInstant(second * 1000), writeInstant(second * 1000).slice(0, 10)))
  const asked = fc.record({
    subject: fc
      .stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/u)
      .filter((id) => !['system', 'entitlement'].includes(id)),
    entitlement: fc.constant('aws-prod/billing-read' as const),
    reason: text.map((value) => `0123456789${value}`.slice(0, 1500)),
    starts: fc.option(day),
    expires: day,
    ticket: fc.option(text.filter((value) => value !== '').map((value) => value.slice(0, 100))),
    requester: fc.option(fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/u)),
    task: fc.option(fc.stringMatching(/^https:\/\/[!#-&(-;=?-_a-~]{1,60}$/u)),
    incident: fc.option(fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,30}$/u))
  })

  test('through the whole reader, every fact of a grant', () => {
    fc.assert(
      fc.property(asked, (facts) => {
        const { path, text: written } = grantFile(facts)
        const { book, problems } = bookOf({ [path]: written })
        const texts = [facts.reason, facts.ticket ?? '']
        const refused =
          texts.some((value) => forbiddenCharacter(value) !== null) || findSecrets(written).length > 0
        expect(problems.length > 0).toBe(refused)
        expect(book.grants.get(path)).toEqual(
          refused
            ? undefined
            : {
                kind: facts.incident === null ? 'grant' : 'emergency',
                path,
                blob: blobId(new TextEncoder().encode(written)),
                system: 'aws-prod',
                entitlement: 'billing-read',
                name: facts.entitlement,
                subject: facts.subject,
                reason: facts.reason,
                expires: readInstant(facts.expires, 'end'),
                starts: facts.starts === null ? null : readInstant(facts.starts, 'start'),
                hasStarts: facts.starts !== null,
                ticket: facts.ticket,
                requester: facts.requester,
                task: facts.task,
                incident: facts.incident
              }
        )
      })
    )
  })

  test('and of a suspension', () => {
    fc.assert(
      fc.property(
        text.filter((value) => value !== ''),
        fc.option(day),
        (reason, until) => {
          const { path, text: written } = suspensionFile('alice', reason, until)
          const { book } = bookOf({ [path]: written })
          const refused = forbiddenCharacter(reason) !== null || findSecrets(written).length > 0
          const meant = until === null ? { reason } : { reason, until }
          expect(book.suspensions.get('alice')?.data).toEqual(refused ? undefined : meant)
        }
      )
    )
  })
})
