import { expect, test } from 'vitest'
import type { DoctorFinding } from '../../src/doctor/check.ts'
import { renderApplyJson } from '../../src/render/apply-json.ts'
import { renderApplyText } from '../../src/render/apply-text.ts'
import type { ApplyView } from '../../src/render/apply-view.ts'
import { renderApprovalsJson } from '../../src/render/approvals-json.ts'
import { renderApprovalsMarkdown } from '../../src/render/approvals-markdown.ts'
import { renderApprovalsText } from '../../src/render/approvals-text.ts'
import { renderAuditJson } from '../../src/render/audit-json.ts'
import { renderAuditText } from '../../src/render/audit-text.ts'
import type { AuditView } from '../../src/render/audit-view.ts'
import { renderDoctorGithub, renderDoctorJson, renderDoctorText } from '../../src/render/doctor.ts'
import { renderExplainJson } from '../../src/render/explain-json.ts'
import { renderExplainText } from '../../src/render/explain-text.ts'
import type { ExplainView } from '../../src/render/explain-view.ts'
import type { ToReview } from '../../src/evidence/to-review.ts'
import { inventoryParts } from '../../src/render/nightly/inventory.ts'
import { contestedBody, overdueBody } from '../../src/render/nightly/overdue.ts'
import { retrospectiveBody } from '../../src/render/nightly/retrospective.ts'
import { renderFindingsGithub } from '../../src/render/findings-github.ts'
import { renderFindingsJson } from '../../src/render/findings-json.ts'
import { renderFindingsSarif } from '../../src/render/findings-sarif.ts'
import { renderFindingsText } from '../../src/render/findings-text.ts'
import { renderPlanJson } from '../../src/render/plan-json.ts'
import { renderPlanMarkdown } from '../../src/render/plan-markdown.ts'
import { renderPlanText } from '../../src/render/plan-text.ts'
import type { Report } from '../../src/render/report.ts'
import { annotations } from '../../src/render/step-annotations.ts'
import { stepSummary } from '../../src/render/step-summary.ts'
import { annotationsOf } from '../../src/render/verdict/annotations.ts'
import { verdictDocument } from '../../src/render/verdict/document.ts'
import { renderVerdictMarkdown } from '../../src/render/verdict/markdown.ts'
import type { VerdictView } from '../../src/render/verdict/view.ts'
import { renderJson } from '../../src/render/json.ts'
import { NEEDS_CHANGES, READY, WAITING } from '../render/verdict-situations.ts'

// Every text that is anybody's to write goes through every way in which we print: first as a plain word, then as what
// somebody would write who wants a log, a terminal or a Markdown page to do something. What is printed must have the same
// lines, and the same marks that mean something, both times.

const PLAIN = 'word'

const TEXTS: readonly string[] = [
  '::error file=x::y',
  '  ::set-output name=ok::true',
  '##[error]x',
  '\u001B[31mred\u001B]8;;https://evil.example\u0007',
  'a\nb\r\n\r\n::add-mask::c\u2028::d\u2029::e\u0085::f\u000b::g\f::h',
  '\u202Egnihton\u202C\u2066x\u2069\u200F\uFEFF\u{E0001}\u{E0041}',
  '\uD800x\uDC00\u0000\u007f\u009b31m',
  '@acme/everyone @carol-acme and me@acme.example',
  '<script>alert(1)</script><img src=https://evil.example/x.png></details></summary><!-- grantbook verdict -->',
  '![beacon](https://evil.example/x.png) [x](javascript:x) [y]: https://evil.example <https://evil.example>',
  'https://evil.example www.evil.example)www.evil.example *www.evil.example',
  '**bold** _em_ ~~gone~~ # head\n## Ready to merge\n- [x] ok\n> q\n| a | b |\n|---|---|\n$$x$$',
  'a | b || c \\| d',
  '`code` ``two`` ```\nfence\n``` \\` `',
  'x)**Ready_to_merge**(~~no~~)!',
  '&lt;b&gt; &#64;acme &commat;acme %0A%0D::error::x',
  '$(id) `id` ; rm -rf / && "q" \'s\' ${HOME} %n%s',
  '-- --option -rf',
  '# title',
  '=cmd|calc'
]

/** Keys whose values come from us or were checked to be ids when they were read. */
const OURS = new Set(
  'state severity action mode need impact enforcement cause where event level repository head base commit blob digest risk rule code'.split(
    ' '
  )
)

/** A value with every text in it replaced. */
function filled<T>(value: T, text: string): T {
  const seen = (one: unknown, key: string): unknown => {
    if (typeof one === 'string') return OURS.has(key) ? one : text
    if (Array.isArray(one)) return one.map((each) => seen(each, key))
    if (one instanceof Set || typeof one === 'function' || typeof one !== 'object' || one === null) return one
    return Object.fromEntries(Object.entries(one).map(([name, each]) => [name, seen(each, name)]))
  }
  return seen(value, '') as T
}

const FINDING = {
  ...(NEEDS_CHANGES.findings[0] as VerdictView['findings'][number]),
  related: [{ file: 'x', line: 1, column: 1, message: 'x' }]
}
const REPORT: Omit<Report, 'sources'> = {
  findings: [FINDING, { ...FINDING, severity: 'warning' }, { ...FINDING, severity: 'note' }],
  counts: { files: 3, grants: 1, errors: 1, warnings: 1 }
}
const APPLIED: ApplyView = {
  ok: false,
  commit: 'a'.repeat(40),
  outcomes: (['done', 'held', 'refused', 'failed'] as const).map((state) => ({
    grant: 'x',
    system: 'x',
    action: state === 'failed' ? null : 'grant',
    state,
    why: 'x'
  })),
  calls: { read: 1, write: 1 }
}
const AUDITED: AuditView = {
  commits: 1,
  grants: 1,
  events: 1,
  count: 1,
  head: 'a'.repeat(40),
  anchor: { state: 'contained', head: 'a'.repeat(40), source: 'x' },
  github: 'x',
  problems: [{ code: 'unsigned', file: 'x', line: 2, commit: 'a'.repeat(40), message: 'x' }]
}
const EXPLAINED: ExplainView = {
  subject: 'x',
  entitlement: 'x',
  grants: [
    {
      grant: 'x',
      state: 'held',
      summary: 'x',
      events: [{ at: 'x', event: 'approved', text: 'x', links: ['x', 'x'] }]
    }
  ]
} as unknown as ExplainView
const TOLD: readonly DoctorFinding[] = (['github', 'aws', 'repository'] as const).map((where) => ({
  code: 'x',
  severity: 'error',
  where,
  message: 'x',
  fix: 'x',
  file: 'x',
  line: 1,
  column: 1,
  related: []
}))
const SITUATIONS = { READY, WAITING, NEEDS_CHANGES }
const PLAN = NEEDS_CHANGES.plan ?? READY.plan
if (!PLAN) throw new Error('One of the situations has a plan')
const REFUSING = {
  ...PLAN,
  drift: (READY.plan ?? PLAN).changes,
  refused: [{ grant: 'x', system: 'x', code: 'x', why: 'x', state: 'refused' as const }]
}

type Render = (text: string) => string
const documents: Readonly<Record<string, Render>> = {
  validate: (text) => renderFindingsJson({ ...filled(REPORT, text), sources: () => null }),
  sarif: (text) => renderFindingsSarif({ ...filled(REPORT, text), sources: () => null }, new Map(), '1'),
  plan: (text) => renderPlanJson(filled(REFUSING, text)),
  apply: (text) => renderApplyJson(filled(APPLIED, text)),
  approvals: (text) => renderApprovalsJson(approvals(text, WAITING)),
  verdict: (text) =>
    renderJson(verdictDocument([{ view: filled(NEEDS_CHANGES, text), check: 1, comment: 1 }], true)),
  audit: (text) => renderAuditJson(filled(AUDITED, text)),
  explain: (text) => renderExplainJson(filled(EXPLAINED, text)),
  doctor: (text) => renderDoctorJson(filled(TOLD, text))
}

function approvals(text: string, { verdict }: VerdictView) {
  return filled({ verdict, title: 'x', warning: 'x' }, text)
}

const texts: Readonly<Record<string, Render>> = {
  validate: (text) =>
    renderFindingsText(
      { ...filled(REPORT, text), sources: () => text.replaceAll('\n', ' ').repeat(9) },
      false
    ),
  plan: (text) => renderPlanText(filled(REFUSING, text), false),
  apply: (text) => renderApplyText(filled(APPLIED, text), false),
  ...Object.fromEntries(
    Object.entries(SITUATIONS).map(([name, view]): [string, Render] => [
      `approvals ${name}`,
      (text) => renderApprovalsText(approvals(text, view), false)
    ])
  ),
  audit: (text) => renderAuditText(filled(AUDITED, text)),
  explain: (text) => renderExplainText(filled(EXPLAINED, text)),
  'explain of nobody': (text) => renderExplainText({ ...filled(EXPLAINED, text), grants: [] }),
  doctor: (text) => renderDoctorText(filled(TOLD, text), false),
  'annotations of the check': (text) =>
    annotationsOf(filled(REPORT, text).findings)
      .map(({ message }) => `${message}\n`)
      .join('')
}

/** Workflow commands: ours, and as many as there are findings. */
const commands: Readonly<Record<string, Render>> = {
  'validate --format github': (text) =>
    renderFindingsGithub({ ...filled(REPORT, text), sources: () => null }),
  'doctor --format github': (text) => renderDoctorGithub(filled(TOLD, text)),
  'step of apply': (text) => annotations(filled(APPLIED, text)),
  'step of validate': (text) => annotations(filled(REPORT, text)),
  'step of doctor': (text) => annotations({ findings: filled(TOLD, text) })
}

/** An emergency's review, in which CloudTrail says what whoever called it wanted to be read. */
function reviewed(text: string): ToReview {
  const act = { at: '2026-11-20T09:00:00Z', what: text, on: text, from: text, agent: text, error: text }
  const uses = [{ path: text, blob: '', from: 0, until: 0, review: null }]
  const named = { system: text, entitlement: text, name: `${text}/x`, subject: text } as const
  const approved = filled({ pull: 'x', approvals: [{ person: 'x', as: 'x' }] }, text)
  return {
    emergency: { ...named, from: 0, until: 0, uses, review: { path: text, verdict: text } },
    due: 0,
    path: text,
    forms: [{ incident: text, reason: text, from: 0, until: 0, approved: [approved as never] }],
    used: [
      {
        event: 'used',
        at: '',
        grant: '',
        blob: '',
        commit: null,
        by: '',
        run: null,
        from: '',
        until: '',
        system: text,
        principal: text,
        cut: true,
        unread: [text],
        uses: [act],
        changes: [act, act],
        lastUsed: [{ what: text, at: null }]
      }
    ]
  }
}
const OVERDUE = { governance: 'x', owner: 'x', branch: 'x' }

const pages: Readonly<Record<string, Render>> = {
  'keys found outside': (text) =>
    inventoryParts({
      credentials: [
        {
          name: text,
          holder: { kind: 'workload', id: text },
          what: text,
          since: 0,
          used: 'lately',
          fault: 'too old'
        }
      ],
      ways: new Map([[text, [{ run: text, way: text, trust: { Condition: { [text]: text } } }]]])
    }).join('\n\n'),
  'review of an emergency': (text) => retrospectiveBody(reviewed(text), text, 1),
  'review that is overdue': (text) => overdueBody(reviewed(text), filled(OVERDUE, text), 1),
  'review that is contested': (text) => contestedBody(reviewed(text).emergency, text),
  ...Object.fromEntries(
    Object.entries(SITUATIONS).flatMap(([name, view]): [string, Render][] => [
      [`verdict ${name}`, (text) => renderVerdictMarkdown(filled(view, text))],
      [`approvals ${name}`, (text) => renderApprovalsMarkdown(approvals(text, view))]
    ])
  ),
  plan: (text) => renderPlanMarkdown(filled(REFUSING, text)),
  'summary of apply': (text) => stepSummary(text, filled(APPLIED, text)),
  'summary of validate': (text) => stepSummary(text, filled(REPORT, text)),
  'summary of verdict': (text) => stepSummary(text, filled({ state: 'refused', why: 'x' }, text))
}

/** Whatever moves a cursor, ends a line for anybody, hides itself or turns what follows around; and halves of letters. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u
const isCommand = (line: string): boolean => /^\s*::/u.test(line)
const OUR_COMMAND = /^::(?:error|warning|notice) (?:[a-z]+=[^:,]*,?)+::/u

/** Lines of what was printed that do something on a terminal or in a log. */
function harmful(printed: string): readonly string[] {
  const lines = printed.split('\n')
  return lines.filter((line) => UNSAFE.test(line) || line.includes('##[') || isCommand(line))
}

/** What is wrong with what a renderer makes of each text; nothing, if all is well. */
function tried(render: Render, wrong: (printed: string, plain: string) => unknown): readonly unknown[] {
  const plain = render(PLAIN)
  return TEXTS.flatMap((text) => {
    const found = wrong(render(text), plain)
    return Array.isArray(found) && found.length === 0 ? [] : [[text, found]]
  })
}

test.each(Object.entries(texts))('45: text of %s', (_, render) => {
  const lines = (text: string): number => text.split('\n').length
  expect(
    tried(render, (printed, plain) => (lines(printed) === lines(plain) ? harmful(printed) : [printed, plain]))
  ).toEqual([])
})

test.each(Object.entries(commands))('45: workflow commands of %s', (_, render) => {
  const shape = (text: string): string => text.split('\n').map(isCommand).join()
  expect(
    tried(render, (printed, plain) =>
      shape(printed) === shape(plain)
        ? harmful(printed).filter(
            (line) => !OUR_COMMAND.test(line) || UNSAFE.test(line) || line.includes('##[')
          )
        : [printed, plain]
    )
  ).toEqual([])
})

test.each(Object.entries(documents))('45: document of %s', (_, render) => {
  expect(tried(render, harmful)).toEqual([])
  for (const text of TEXTS) expect(() => JSON.parse(render(text)) as unknown).not.toThrow()
})

test.each(Object.entries(pages))('46: Markdown of %s', (_, render) => {
  expect(
    tried(render, (printed, plain) => {
      const [have, want] = [marks(printed), marks(plain)]
      const other = have.flatMap((line, n) =>
        line === want[n] ? [] : [[line, want[n], printed.split('\n')[n]]]
      )
      return have.length === want.length ? [...other, ...harmful(printed)] : [printed, plain]
    })
  ).toEqual([])
})

test('the marks of a page are found', () => {
  const code = '`` @x <y> ` `` and'
  expect(marks(`a ${code} \\*b\\* &lt;c`)).toEqual([''])
  expect(marks('**b** <i> @acme [l](u) www.x.example http://x |')).toEqual(['**,**,<,>,@,[,],(,),www.,://,|'])
  expect(marks('````diff\n+```\n+@x\n````\n@end')).toEqual(['```', '```', '@'])
})

/** Line by line what means something to GitHub's Markdown outside of code. Lines of a fenced block don't. */
function marks(page: string): readonly string[] {
  let fence: string | null = null
  return page.split('\n').flatMap((line): readonly string[] => {
    const opens: string | null = /^(`{3,})[a-z]*$/u.exec(line)?.[1] ?? null
    if (fence === null) {
      fence = opens
      return [opens === null ? marksOf(line) : '```']
    }
    if (line !== fence) return []
    fence = null
    return ['```']
  })
}

function marksOf(line: string): string {
  const outside = withoutCode(line)
    // Nothing in the address of one of our links means anything, as long as it has no blank, bracket or angle.
    .replaceAll(/\]\(https:\/\/[^\s()<>\\]*\)/gu, '](ours)')
    .replaceAll(/\\[!-/:-@[-`{-~]/gu, '')
    .replaceAll(/&(?:#\d+|[a-z]+);/gu, '\u200b')
  const bars = line.replaceAll('\\|', '').replaceAll(/[^|]/gu, '')
  const rest = outside.matchAll(/\*+|_+|[[\]()!~#<>`]|@(?=\w)|www\.|:\/\/|^\s*(?:[-+>=]|\d+[.)])/gu)
  return [...[...rest].map(([mark]) => mark), ...(bars === '' ? [] : [bars])].join(',')
}

/** A line without its code spans: a run of backticks opens one only if another as long closes it. */
function withoutCode(line: string): string {
  const runs = [...line.matchAll(/(?<!\\)`+/gu)]
  let [kept, at] = ['', 0]
  for (let n = 0; n < runs.length; n++) {
    const open = runs[n]
    const closing = runs.findIndex((one, m) => m > n && one[0].length === open?.[0].length)
    const close = runs[closing]
    if (!open || !close || open.index < at) continue
    kept += line.slice(at, open.index)
    at = close.index + close[0].length
    n = closing
  }
  return kept + line.slice(at)
}
