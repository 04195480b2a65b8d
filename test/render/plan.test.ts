import { expect, test } from 'vitest'
import type { Change } from '../../src/plan/plan.ts'
import { renderPlanJson } from '../../src/render/plan-json.ts'
import { renderPlanMarkdown } from '../../src/render/plan-markdown.ts'
import { renderPlanText } from '../../src/render/plan-text.ts'
import type { PlanView, ShownChange } from '../../src/render/plan-view.ts'
import { planOutput } from '../../src/render/output/plan.ts'
import { at, NOW } from '../support/book.ts'

const change = (over: Partial<ShownChange>): ShownChange => ({
  action: 'grant',
  system: 'aws-prod',
  entitlement: 'billing-read',
  subject: 'alice',
  grant: 'grants/systems/aws-prod/billing-read/alice.yaml',
  principal: 'user/alice',
  why: 'Month-end reconciliation',
  cause: 'proved',
  unit: 'x',
  from: null,
  until: at('2026-12-15T00:00:00Z'),
  enforcement: 'target',
  impact: 'broadening',
  meaning: { possible: ['sts:AssumeRole on billing-read'], noLonger: [] },
  pieces: { before: [], after: [], theirs: new Set() },
  risk: 'high',
  ...over
})

const REVOKE = change({
  action: 'revoke',
  subject: 'bob',
  principal: 'user/bob',
  grant: 'grants/systems/aws-prod/auditors/bob.yaml',
  entitlement: 'auditors',
  why: 'its file was deleted',
  enforcement: 'job',
  impact: 'narrowing',
  meaning: { possible: [], noLonger: ['membership of group/auditors'] }
})
const VIEW: PlanView = {
  at: NOW,
  commit: 'c'.repeat(40),
  mode: 'change',
  changes: [REVOKE, change({ from: at('2026-12-01T00:00:00Z') })],
  drift: [
    change({
      action: 'revoke',
      grant: null,
      subject: '',
      entitlement: '',
      from: null,
      until: null,
      principal: 'user/mallory',
      why: 'left over',
      meaning: { possible: [], noLonger: [] },
      risk: null
    })
  ],
  driftWhy: null,
  refused: [
    {
      grant: 'grants/systems/aws-prod/billing-read/carol.yaml',
      system: 'aws-prod',
      code: 'expires-too-far',
      why: 'Too long.',
      state: 'refused'
    }
  ]
}

test('text, whole', () => {
  expect(renderPlanText(VIEW, false)).toBe(`Plan for commit cccccccccccc at 2026-11-20T09:00:00Z

aws-prod
  - revoke bob (user/bob) auditors, until 2026-12-15T00:00:00Z
      file      grants/systems/aws-prod/auditors/bob.yaml
      why       its file was deleted
      no longer membership of group/auditors
  + grant alice (user/alice) billing-read, from 2026-12-01T00:00:00Z until 2026-12-15T00:00:00Z
      file      grants/systems/aws-prod/billing-read/alice.yaml
      why       Month-end reconciliation
      ends by   the target’s own policy
      possible  sts:AssumeRole on billing-read

Drift: live state is otherwise, and not this change’s doing
aws-prod
  - revoke user/mallory
      why       left over

Refused: nothing is issued or widened for these now
  ! grants/systems/aws-prod/billing-read/carol.yaml in aws-prod expires-too-far
      Too long.

Plan: 1 to revoke, 1 to grant; 1 drifted; 1 refused.
`)
})

test('markdown, whole: removals first, the exact difference folded in', () => {
  expect(renderPlanMarkdown(VIEW)).toBe(`**1 to revoke, 1 to grant**

#### Access that ends or narrows

| | who | gets what | where | until | risk | enforced by |
|---|---|---|---|---|---|---|
| revoke | bob | auditors | aws\\-prod | 2026-12-15T00:00:00Z | high | a run of Grantbook |

#### Access that begins or changes

| | who | gets what | where | until | risk | enforced by |
|---|---|---|---|---|---|---|
| grant | alice | billing\\-read | aws\\-prod | 2026-12-15T00:00:00Z (from 2026-12-01T00:00:00Z) | high | the target’s own policy |

#### Refused

- \`grants/systems/aws-prod/billing-read/carol.yaml\` (\`expires-too-far\`): Too long\\.

<details><summary>Exact difference</summary>

- revoke \`grants/systems/aws-prod/auditors/bob.yaml\`: its file was deleted
  - no longer: \`membership of group/auditors\`
- grant \`grants/systems/aws-prod/billing-read/alice.yaml\`: Month\\-end reconciliation
  - possible: \`sts:AssumeRole on billing-read\`

</details>

<details><summary>Drift that is not this pull request’s doing (1)</summary>

- revoke \`user/mallory\`: left over

</details>

<sub>Commit \`${'c'.repeat(40)}\`, planned for 2026-11-20T09:00:00Z</sub>
`)
})

test('nothing to do is said', () => {
  const view: PlanView = { ...VIEW, commit: null, mode: 'live', changes: [], drift: [], refused: [] }
  expect(renderPlanText(view, false)).toBe(
    'Plan for the working tree at 2026-11-20T09:00:00Z\n\nNo changes.\n\nPlan: nothing to do; 0 drifted; 0 refused.\n'
  )
  expect(renderPlanText({ ...view, drift: null, driftWhy: '--offline was given' }, false)).toContain(
    'Drift is not known: --offline was given.'
  )
})

test('what people write stays text: no escape, no markup, no mention, no command to the log', () => {
  const evil =
    '\u001b[31m@acme/all <img src=x onerror=1> | ![x](http://evil.example/b) `code`\n::error::hi\n##[add-path]x </details>'
  const hostile: Change = change({
    why: evil,
    subject: evil,
    system: evil,
    entitlement: evil,
    principal: evil,
    meaning: { possible: [evil], noLonger: [evil] }
  })
  const view: PlanView = {
    ...VIEW,
    changes: [{ ...hostile, risk: 'low' }],
    refused: [{ grant: 'x', system: evil, code: evil, why: evil, state: 'refused' }],
    driftWhy: evil,
    drift: null
  }
  const text = renderPlanText(view, false)
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/u)
  expect(text.split('\n').filter((line) => /^\s*::|##\[/u.test(line))).toEqual([])
  const markdown = renderPlanMarkdown(view)
  const outside = markdown.replaceAll(/(?<!\\)`+[^\n]*?`+/gu, '')
  expect(outside).not.toMatch(/@acme|<img|!\[x\]\(|\]\(http/u)
  expect(outside.match(/<\/details>/gu)?.length).toBe(outside.match(/<details>/gu)?.length)
})

test('a thousand changes are cut, and it says so', () => {
  const many = Array.from({ length: 3000 }, (_, index) =>
    change({ grant: `grants/systems/aws-prod/billing-read/user${index}.yaml`, subject: `user${index}` })
  )
  const markdown = renderPlanMarkdown({ ...VIEW, changes: many })
  expect(markdown.length).toBeLessThanOrEqual(60_000)
  expect(markdown).toContain('**3000 to grant**')
  expect(markdown).toMatch(/_\d+ more are not shown here/u)
})

test('JSON has the shape that its schema says, and null where nothing tells', () => {
  const document = JSON.parse(renderPlanJson(VIEW)) as {
    drift: { subject: unknown; entitlement: unknown; grant: unknown }[]
  }
  expect(planOutput.parse(document)).toEqual(document)
  expect(document.drift.map(({ subject, entitlement, grant }) => [subject, entitlement, grant])).toEqual([
    [null, null, null]
  ])
})
