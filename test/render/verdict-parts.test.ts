import { describe, expect, it } from 'vitest'
import type { CountedApproval, MissingApproval, PathVerdict, Verdict } from '../../src/approval/verdict.ts'
import { countedSection, missingSection, reasonsSection } from '../../src/render/verdict/approvals.ts'
import { countSentence } from '../../src/render/verdict/counts.ts'
import { diffSection } from '../../src/render/verdict/diffs.ts'
import { READY } from './verdict-situations.ts'

const lack = (over: Partial<MissingApproval> = {}): MissingApproval => ({
  from: ['@acme/billing'],
  count: 1,
  why: 'One of its owners must approve.',
  could: null,
  ...over
})
const path = (name: string, over: Partial<PathVerdict> = {}): PathVerdict => ({
  path: `grants/${name}`,
  blob: 'b',
  state: 'missing',
  need: 'approval',
  approvals: [],
  missing: [],
  reasons: [],
  ...over
})
const verdict = (paths: readonly PathVerdict[], over: Partial<Verdict> = {}): Verdict => ({
  ...READY.verdict,
  paths,
  discounted: [],
  warnings: [],
  reasons: [],
  ...over
})

describe('who must approve', () => {
  it('is told once for all files with the same need, five of them by name', () => {
    const paths = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => path(name, { missing: [lack()] }))
    expect(missingSection(verdict(paths), 20)).toEqual([
      '#### Who must approve',
      '- **1 of `@acme/billing`** for `grants/a`, `grants/b`, `grants/c`, `grants/d`, `grants/e` and 1 more. One of its owners must approve\\.'
    ])
  })

  it.each<[string, Partial<MissingApproval>]>([
    ['another number', { count: 2 }],
    ['another reason', { why: 'Other.' }],
    ['others who could', { could: ['carol'] }],
    ['other owners', { from: ['@acme/security'] }]
  ])('is told apart for %s', (_, over) => {
    const paths = [path('a', { missing: [lack()] }), path('b', { missing: [lack(over)] })]
    expect(missingSection(verdict(paths), 20)[1]?.split('\n')).toHaveLength(2)
  })

  it('names those who could, and says so if nobody can', () => {
    const paths = [
      path('a', { missing: [lack({ could: ['carol', 'dave'] })] }),
      path('b', { missing: [lack({ could: [] })] })
    ]
    expect(missingSection(verdict(paths), 20)[1]?.split('\n')).toEqual([
      '- **1 of `@acme/billing`** for `grants/a`. One of its owners must approve\\. Could: carol, dave.',
      '- **1 of `@acme/billing`** for `grants/b`. One of its owners must approve\\. **Nobody can**: everyone among them is excluded or has no file in the book.'
    ])
  })

  it('is cut, and that is said', () => {
    const paths = ['a', 'b', 'c'].map((name) => path(name, { missing: [lack({ why: name })] }))
    expect(missingSection(verdict(paths), 1)[1]?.split('\n').slice(1)).toEqual(['- and 2 more'])
  })
})

describe('what is said of reviews', () => {
  const approval = (as: string): CountedApproval => ({
    login: 'carol-acme',
    id: 1,
    person: 'carol',
    as,
    review: 7,
    commit: '0123456789abcdef',
    at: 0
  })

  it('counts the files for which one counts, by role', () => {
    const paths = [
      path('a', { approvals: [approval('@acme/billing')] }),
      path('b', { approvals: [approval('@acme/billing'), approval('consent')] })
    ]
    expect(countedSection(verdict(paths), 20)).toEqual([
      '#### Approvals',
      '- carol (`carol-acme`) as `@acme/billing` (2 files), `consent` (1 file), on commit `0123456789ab`'
    ])
  })

  it('shows those that don’t count, of accounts that are gone too', () => {
    const discounted = [
      { review: 1, login: null, why: 'The account is gone.' },
      { review: 2, login: 'dave-acme', why: 'Too late.' }
    ]
    expect(countedSection(verdict([], { discounted }), 20)).toEqual([
      '<details><summary>Reviews that don’t count (2)</summary>\n\n- An account that is gone: The account is gone\\.\n- `dave-acme`: Too late\\.\n\n</details>'
    ])
  })

  it('gives reasons of the whole first, then of files, those alike together', () => {
    const reason = { rule: 'base-form', why: 'It differs.', passing: false }
    const paths = [path('a', { reasons: [reason] }), path('b', { reasons: [reason] })]
    const whole = [{ rule: 'settings', why: 'None.', passing: false }]
    expect(reasonsSection(verdict(paths, { reasons: whole }), 20)).toEqual([
      '#### Why it can’t be approved as it is',
      '- None\\. (`settings`)\n- `grants/a`, `grants/b`: It differs\\. (`base-form`)'
    ])
  })
})

describe('the sentence under the heading', () => {
  const sentence = (of: Verdict) => countSentence({ ...READY, verdict: of, findings: [], plan: null })

  it.each([
    [
      verdict([], { state: 'approved' }),
      'Nothing governed is touched: no approval of Grantbook’s is needed.'
    ],
    [verdict([], { state: 'refused' }), 'What it changes is not known.'],
    [
      verdict([path('a', { need: 'none', state: 'approved' })]),
      'What it changes is not known; 1 file, no approval needed.'
    ],
    [
      verdict([path('a'), path('b', { state: 'approved' }), path('c', { need: 'none', state: 'approved' })]),
      'What it changes is not known; 1 of 2 files approved.'
    ]
  ])('%#', (of, text) => {
    expect(sentence(of)).toBe(text)
  })
})

describe('differences of governing files', () => {
  it('stand in a fence longer than any run in them', () => {
    const [text = ''] = diffSection([{ path: 'a', text: '+```\n+````` x' }])
    expect(text.split('\n').filter((line) => line.startsWith('```'))).toEqual(['``````diff', '``````'])
  })

  it('end at the first that doesn’t fit, however small the next is, and say how many more there are', () => {
    const [text = ''] = diffSection([
      { path: 'a', text: '+first' },
      { path: 'b', text: `+${'x'.repeat(12_000)}` },
      { path: 'c', text: '+third' }
    ])
    expect(text).toBe(
      '<details><summary>Governing files (3)</summary>\n\n```diff\n+first\n```\n\n_2 more: see the files of this pull request._\n\n</details>'
    )
  })

  it('are none without governing files', () => {
    expect(diffSection([])).toEqual([])
  })
})
