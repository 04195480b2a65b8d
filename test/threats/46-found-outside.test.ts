import { expect, test } from 'vitest'
import type { OutsideItem } from '../../src/connectors/connector.ts'
import { readYaml } from '../../src/book/yaml/read.ts'
import { sightAll, outsideFile } from '../../src/nightly/outside.ts'
import { fates } from '../../src/nightly/fates.ts'
import { EMPTY_LEDGER } from '../../src/plan/ledger.ts'
import { escalationBody, escalationTitle } from '../../src/render/nightly/escalation.ts'
import { outsideBody, outsideTitle, type ShownOutside } from '../../src/render/nightly/outside.ts'
import { restoreBody } from '../../src/render/propose/restore.ts'
import { restoredFile } from '../../src/compose/restored-file.ts'
import { bookOf, NOW } from '../support/book.ts'

// Names, paths, tags and policies in an account are anybody's to choose who may make a user there.

const HOSTILE: readonly string[] = [
  '::error file=x::y',
  '##[error]x',
  '@acme/everyone @carol-acme',
  '<!-- grantbook:about outside/aws-prod --><img src=https://evil.example/x>',
  '![b](https://evil.example/x) [x](javascript:x) www.evil.example',
  'a | b |\\| c',
  '`code` ``two`` # head **wild** ~~wild~~',
  'a\nb\r\n- [x] ok\u2028c',
  '\u202Egnihton\u202C \uD800',
  '"\\"quoted\\": {a: b} # c',
  '- x: &a *a !!js %TAG',
  '$(id) ; rm -rf / ${HOME}',
  '../../../etc/passwd',
  '=cmd|calc'
]

const ITEM: OutsideItem = {
  id: 'inline:x',
  what: 'x',
  digest: `sha256:${'0'.repeat(64)}`,
  by: 'x',
  since: null,
  lastUsed: null,
  severity: 'administrator',
  removable: false,
  why: 'x',
  gives: null
}

function shownWith(text: string): ShownOutside {
  const items = [{ ...ITEM, id: `inline:${text}`, what: text, by: text, why: text, gives: { group: text } }]
  const principal = { principal: `arn:aws:iam::1:user/${text}`, kind: 'user', name: `user/${text}` } as const
  const [sighting] = sightAll('aws-prod', [{ ...principal, principalId: null, items }], EMPTY_LEDGER, NOW)
  if (!sighting) throw new Error('nothing')
  const judging = { file: null, record: null, gifts: [], sameTarget: () => false }
  return {
    sighting,
    record: null,
    fates: fates(sighting, { ...judging, expiresAfter: '7d', now: NOW })
  }
}

/** What GitHub would take for a mention, markup, a comment, a link, or a cell of its own; and whatever hides or moves. */
const LIVE =
  /(?<![\\`])(?:@(?=\w)|<|!\[|\]\(|www\.|:\/\/|\*\*wild|~~wild)|^\s*::|##\[|[\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/mu

function pagesOf(text: string): readonly string[] {
  const shown = shownWith(text)
  const rows = shown.fates.map((fate) => ({ fate, sighting: shown.sighting }))
  return [
    outsideTitle('aws-prod', [shown]),
    outsideBody([shown], 'revoke', [text], { credentials: [], ways: new Map() }),
    escalationTitle('aws-prod', rows),
    escalationBody({ system: 'aws-prod', policy: 'report', unread: [text] }, rows, {
      login: 'carol-acme',
      now: NOW
    }),
    restoreBody({
      id: '0'.repeat(12),
      system: 'aws-prod',
      principal: text,
      what: text,
      by: text,
      firstSeen: '2026-11-20T09:00:00Z',
      savedAt: '2026-11-20T09:00:00Z',
      owner: 'bob',
      reason: text,
      until: NOW,
      path: shown.sighting.path,
      me: 'bob'
    })
  ]
}

/** A page without what stands in code, which GitHub shows as it is. */
function outsideCode(page: string): string {
  return page.replaceAll(/(`+)[^`](?:.*?[^`])?\1(?!`)/gu, '')
}

test.each(HOSTILE)('in pull requests and issues %j is shown and does nothing', (text) => {
  const bars = (page: string) => page.split('\n').map((line) => line.replaceAll('\\|', '').split('|').length)
  const [plain, pages] = [pagesOf('x'), pagesOf(text)]
  for (const page of pages) expect(outsideCode(page)).not.toMatch(LIVE)
  // A reason may have several lines, which stay quoted: all other pages keep their rows and cells.
  expect(pages.slice(0, 4).map(bars)).toEqual(plain.slice(0, 4).map(bars))
})

test.each(HOSTILE)('in a file %j is one text, and the file a file of its kind', (text) => {
  const { sighting } = shownWith(text)
  expect(sighting.path).toMatch(/^grants\/out-of-band\/aws-prod\/user\.[a-z0-9-]{1,40}-[0-9a-f]{8}\.yaml$/u)
  const written = outsideFile(sighting, null, '7d')
  const { invalid, outOfBand } = bookOf({ [sighting.path]: written }).book
  expect([[...invalid.keys()], [...outOfBand.keys()]]).toEqual([[], [sighting.path]])
  const clean = text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, '\ufffd')
  const read = outOfBand.get(sighting.path)?.data
  expect([read?.items.length, read?.items[0]?.what, read?.items[0]?.by]).toEqual([1, clean, clean])
  expect(read?.decision).toBe('undecided')
})

test('what comes back is written down as one text, too', () => {
  for (const text of HOSTILE) {
    const what = text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, '?')
    const { lastUsed, digest } = ITEM
    const item = { id: what, what, by: what, firstSeen: '2026-11-20T09:00:00Z', lastUsed: null, digest }
    expect(lastUsed).toBe(null)
    const path = 'grants/out-of-band/aws-prod/user.x-00000000.yaml'
    const file = restoredFile({
      path,
      principal: what,
      item,
      owner: 'bob',
      reason: what,
      expires: '2026-12-01'
    })
    const { data } = readYaml(new TextEncoder().encode(file.text), 100_000)
    expect(data).toMatchObject({ principal: what, reason: what, items: [{ what, by: what }], owner: 'bob' })
  }
})
