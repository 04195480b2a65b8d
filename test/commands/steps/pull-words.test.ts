import { afterAll, describe, expect, it } from 'vitest'
import type { PathDifference } from '../../../src/approval/facts.ts'
import { diffsOf, digestOf, requestsOf } from '../../../src/commands/steps/pull-words.ts'
import { differencesOf } from '../../../src/io/git/pull-content.ts'
import { BASE, bookOf, grant, grantPath, person, TASK } from '../../support/book.ts'
import { Repository } from '../../support/repository.ts'

const repository = new Repository()
afterAll(() => repository.remove())

const BOB = 'grants/people/bob.yaml'
const ALICE = grantPath('billing-read', 'alice')

async function diffs(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>) {
  const [base, head] = [repository.commit(before), repository.commit(after)]
  const [differences = []] = await differencesOf(repository.root, [{ before: base, after: head }])
  return diffsOf(repository.root, base, head, differences)
}

describe('how governing files change', () => {
  it('is told by file, without ids, and without grants', async () => {
    const found = await diffs(
      { 'grants/a.yaml': 'one\n', [BOB]: 'name: Bob\n' },
      { 'grants/a.yaml': 'two\n', [BOB]: 'name: Robert\n', [ALICE]: grant('2026-12-14') }
    )
    expect(found).toEqual([
      { path: 'grants/a.yaml', text: '--- a/grants/a.yaml\n+++ b/grants/a.yaml\n@@ -1 +1 @@\n-one\n+two' },
      { path: BOB, text: `--- a/${BOB}\n+++ b/${BOB}\n@@ -1 +1 @@\n-name: Bob\n+name: Robert` }
    ])
  })

  it.each(['\r', '\u2028', '\u2029', '\u0085'])('hides no line behind %j', async (end) => {
    const text = `name: Bob\n# a${end}diff --git a/x b/x\ngithubId: 666\n# b${end}--- c\nemail: bob@acme.example\n`
    const [shown, ...others] = await diffs({ 'README.md': 'a' }, { 'README.md': 'a', [BOB]: text })
    expect(others).toEqual([])
    expect(shown?.text).toContain('\n+githubId: 666\n')
    expect(shown?.text.startsWith('--- /dev/null\n')).toBe(true)
  })

  it('takes a line of a file for no heading', async () => {
    const found = await diffs({ [BOB]: '-- a\nb\n' }, { [BOB]: 'diff --git a/x b/x\nb\n' })
    expect(found.map(({ text }) => text.split('\n').slice(2, 5))).toEqual([
      ['@@ -1,2 +1,2 @@', '--- a', '+diff --git a/x b/x']
    ])
  })

  it('names what isn’t text', async () => {
    const [one] = await diffs({}, { [BOB]: 'a\0b' })
    expect(one?.text).toContain(`Binary files /dev/null and b/${BOB} differ`)
  })

  it('reads names that look like patterns as names', async () => {
    const found = await diffs({ [BOB]: 'a\n' }, { [BOB]: 'b\n', 'grants/people/*.yaml': 'c\n' })
    expect(found.map(({ path, text }) => [path, text.split('\n').at(-1)])).toEqual([
      ['grants/people/*.yaml', '+c'],
      [BOB, '+b']
    ])
  })

  it('of more and longer paths than a command line holds', async () => {
    const long = `grants/people/${'x'.repeat(200)}/${'y'.repeat(200)}`
    const files = Object.fromEntries(
      Array.from({ length: 120 }, (_, index) => [
        `${long}/p${String(index).padStart(4, '0')}.yaml`,
        `${index}\n`
      ])
    )
    const found = await diffs({}, files)
    expect(found.map(({ path }) => path)).toEqual(Object.keys(files))
    expect(found.every(({ path, text }) => text.includes(`+++ b/${path}\n`))).toBe(true)
  })

  it('of far more than anybody is shown is only counted', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 101 }, (_, index) => [
        `grants/people/p${String(index).padStart(4, '0')}.yaml`,
        `${'z'.repeat(3000)}\n`
      ])
    )
    const found = await diffs({}, files)
    expect([found.length, found.filter(({ text }) => text === '').length]).toEqual([101, 51])
  })

  it('without a merge base is not told', async () => {
    expect(await diffsOf(repository.root, null, 'head', [{ path: BOB, before: null, after: null }])).toEqual(
      []
    )
  })
})

describe('what grants say', () => {
  const settings = BASE['grants/grantbook.yaml'] ?? ''
  const book = (text: string, over = {}) =>
    bookOf({ ...BASE, 'grants/people/alice.yaml': person('alice'), [ALICE]: text, ...over }).book
  const one: PathDifference = { path: ALICE, before: null, after: { mode: '100644', blob: 'b' } }

  it('is told of those that are there afterwards, and of nothing else', () => {
    const after = book(grant('2026-12-14', 'ticket: OPS-1\nrequester: bob\n'), {
      'grants/grantbook.yaml': settings.replace('acme.example/{ticket}', 'acme.example/{ticket}?x={ticket}')
    })
    const gone: PathDifference = { path: grantPath('billing-read', 'gone'), before: null, after: null }
    expect(requestsOf([one, gone, { ...one, path: BOB }], after)).toEqual([
      {
        path: ALICE,
        subject: 'alice',
        entitlement: 'aws-prod/billing-read',
        title: after.entitlements.get('aws-prod/billing-read')?.data.title,
        reason: after.grants.get(ALICE)?.reason,
        ticket: 'OPS-1',
        ticketUrl: 'https://tickets.acme.example/OPS-1?x=OPS-1',
        requester: 'bob',
        task: null,
        incident: null
      }
    ])
  })

  it('without a ticket has no address', () => {
    const [told] = requestsOf([one], book(grant('2026-12-14', TASK)))
    expect([told?.ticket, told?.ticketUrl, told?.task]).toEqual([
      null,
      null,
      'https://github.com/acme/billing/issues/12'
    ])
  })
})

describe('the digest of what is approved', () => {
  const one: PathDifference = { path: ALICE, before: null, after: { mode: '100644', blob: 'a' } }

  it('is that of path, mode and content', () => {
    expect(digestOf([one])).toBe('sha256:4a55ee4ffb3fe9db326b24768db0f49205777cb29765f34346bb045756a7c7f9')
  })

  it.each<[string, readonly PathDifference[]]>([
    ['another path', [{ ...one, path: BOB }]],
    ['another mode', [{ ...one, after: { mode: '100755', blob: 'a' } }]],
    ['another content', [{ ...one, after: { mode: '100644', blob: 'b' } }]],
    ['no file', [{ ...one, after: null }]],
    ['one more', [one, { ...one, path: BOB }]],
    ['nothing', []]
  ])('differs for %s', (_, differences) => {
    expect(digestOf(differences)).not.toBe(digestOf([one]))
  })

  it('is the same whatever was there before', () => {
    expect(digestOf([{ ...one, before: { mode: '100644', blob: 'z' } }])).toBe(digestOf([one]))
  })
})
