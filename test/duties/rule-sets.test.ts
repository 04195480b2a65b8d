import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { ROOT } from '../../scripts/house/root.ts'
import { patched } from '../checks/acme.ts'
import { findingsOf } from '../checks/judge.ts'
import { cli } from '../commands/cli.ts'
import { Scratch } from '../io/git/scratch.ts'
import { readRuleSets, tell } from './rule-sets.ts'

const SETS = readRuleSets()
const doc = readFileSync(`${ROOT}docs/separation-of-duties.md`, 'utf8')

/** Of each set somebody who breaks nothing, and the one grant that would change that. */
const NEAR: Readonly<Record<string, { readonly subject: string; readonly grant: string }>> = {
  'agents-rule-of-two': { subject: 'triage-bot', grant: 'office/customers-read' },
  'incits-359-ssd': { subject: 'laura', grant: 'roles/reconciler' },
  'iso-27001-a-5-3': { subject: 'iris', grant: 'company/change-execute' },
  'nist-sp-800-53-ac-5': { subject: 'ivan', grant: 'support/testing' },
  'order-to-cash': { subject: 'yusuf', grant: 'erp/credit-memo' },
  payroll: { subject: 'bella', grant: 'hr/distribute' },
  'pci-dss-v4': { subject: 'nick', grant: 'shop/deploy' },
  'purchase-to-pay': { subject: 'uma', grant: 'erp/payment' },
  'root-ksk-ceremony': { subject: 'steve', grant: 'ksk/safe-controller-2' },
  'soc-2-change-management': { subject: 'dan', grant: 'shop/review' },
  'wire-transfers': { subject: 'lena', grant: 'bank/approve' }
}

test('each set has somebody who all but breaks it, and there are ten at least', () => {
  expect(SETS.map(({ name }) => name)).toEqual(Object.keys(NEAR).toSorted())
  expect(SETS.length).toBeGreaterThanOrEqual(10)
})

describe.each(SETS)('$name', ({ name, folder, files }) => {
  const { subject, grant } = NEAR[name] ?? { subject: '', grant: '' }
  const broken = (all: typeof files): readonly string[] =>
    findingsOf(all).flatMap(({ code, message }) =>
      code === 'duties-conflict' ? [/^"([a-z0-9-]+)" would hold/u.exec(message)?.[1] ?? message] : []
    )

  test('is broken exactly as expected', () => {
    expect(tell(files)).toBe(readFileSync(`${folder}/expected.txt`, 'utf8'))
    expect(broken(files).length).toBeGreaterThan(0)
  })

  test('allows what all but breaks it, and one grant more doesn’t pass', () => {
    const held = Object.keys(files).filter((path) => path.endsWith(`/${subject}.yaml`))
    expect(held.some((path) => path.startsWith('grants/systems/'))).toBe(true)
    expect(broken(files)).not.toContain(subject)
    const task = Object.hasOwn(files, `grants/workloads/${subject}.yaml`)
    const more = {
      [`grants/systems/${grant}/${subject}.yaml`]: `reason: One grant too many\nstarts: 2026-11-01\nexpires: 2027-03-31\n${task ? 'task: https://github.com/acme/x/issues/1\n' : ''}`
    }
    const found = findingsOf(patched(more, files))
    expect(found.every(({ severity, code }) => severity !== 'error' || code === 'duties-conflict')).toBe(true)
    expect(broken(patched(more, files))).toContain(subject)
  })

  test('stands in the documentation, byte for byte', () => {
    const rules = Object.entries(files).flatMap(([path, text]) =>
      path.startsWith('grants/rules/') ? [[path.replace('grants/', ''), text]] : []
    )
    expect(documented(name)).toEqual(Object.fromEntries(rules))
  })
})

/** Rules that the documentation shows for a set: path → text. */
function documented(name: string): Readonly<Record<string, string>> {
  const [, after = ''] = doc.split(`](../test/duties/rule-sets/${name})`)
  const [section = ''] = after.split('\n#')
  const blocks = section.matchAll(/^`(rules\/[a-z0-9-]+\.yaml)`\n\n```yaml\n([^]*?)^```$/gmu)
  return Object.fromEntries([...blocks].map(([, path = '', text = '']) => [path, text]))
}

describe('the example of the documentation', () => {
  const scratch = new Scratch({ git: false })
  afterAll(() => scratch.remove())

  test('is what the command prints', async () => {
    scratch.write(SETS.find(({ name }) => name === 'soc-2-change-management')?.files ?? {})
    const { status, out, err } = await cli(['conflicts', 'eve', '--root', scratch.root])
    expect({ status, err }).toEqual({ status: 1, err: '' })
    expect(doc).toContain(`\`\`\`text\n$ npx grantbook conflicts eve\n${out}\`\`\`\n`)
  })
})

test('the documentation shows no rule that isn’t a file of a set', () => {
  const blocks = [...doc.matchAll(/^`rules\/[a-z0-9-]+\.yaml`$/gmu)].length
  const rules = SETS.flatMap(({ files }) =>
    Object.keys(files).filter((path) => path.startsWith('grants/rules/'))
  )
  expect(blocks).toBe(rules.length)
})
