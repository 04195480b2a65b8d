import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { validateOutput } from '../../src/render/output/validate.ts'
import { ACME } from '../checks/acme.ts'
import { Scratch } from '../io/git/scratch.ts'
import { cli, gitAt } from './cli.ts'

const OWNERS = '.github/CODEOWNERS'
const READ = 'grants/systems/aws-prod/billing-read/entitlement.yaml'
const AT = '2026-11-20T09:00:00Z'

/** Everything the one table gives: what stands further down wins. */
const GENERATED = `# Generated from the files under grants/ by "npx grantbook codeowners". Don't edit: change those and run it again.
# The last line that matches a path wins.
* @acme/access-governance
/grants/systems/aws-prod/auditors/ @acme/security
/grants/systems/aws-prod/billing-read/ @acme/billing
/grants/systems/aws-prod/finance/ @acme/billing
/grants/systems/aws-prod/logs-read/ @acme/platform
/grants/systems/aws-prod/auditors/entitlement.yaml @acme/access-governance
/grants/systems/aws-prod/billing-read/entitlement.yaml @acme/access-governance
/grants/systems/aws-prod/finance/entitlement.yaml @acme/access-governance
/grants/systems/aws-prod/logs-read/entitlement.yaml @acme/access-governance
/grants/systems/aws-prod/system.yaml @acme/access-governance
/grants/emergency/aws-prod/billing-read/ @acme/on-call
/grants/suspensions/ @acme/security
/grants/out-of-band/aws-prod/ @carol-acme @acme/access-governance
/grants/retrospectives/aws-prod/auditors/ @carol-acme @acme/access-governance
/grants/retrospectives/aws-prod/billing-read/ @carol-acme @acme/access-governance
/grants/retrospectives/aws-prod/finance/ @carol-acme @acme/access-governance
/grants/retrospectives/aws-prod/logs-read/ @carol-acme @acme/access-governance
`

let repo: Scratch
beforeEach(() => {
  repo = new Scratch()
  repo.write(ACME)
})
afterEach(() => repo.remove())

const run = (...args: readonly string[]) => cli([...args, '--root', repo.root])
const written = (): string => readFileSync(join(repo.root, OWNERS), 'utf8')
const json = (text: string): unknown => JSON.parse(text)

async function found(...args: readonly string[]): Promise<readonly string[]> {
  const { out } = await run('validate', '--format', 'json', ...args)
  return validateOutput.parse(json(out)).findings.map(({ file, line, code }) => `${file}:${line} ${code}`)
}

describe('codeowners', () => {
  test('writes what the files generate, once', async () => {
    const first = await run('codeowners', '--format', 'json')
    expect([first.status, json(first.out)]).toEqual([0, { format: 1, ok: true, stale: true }])
    expect(written()).toBe(GENERATED)
    const second = await run('codeowners', '--format', 'json')
    expect(json(second.out)).toEqual({ format: 1, ok: true, stale: false })
  })

  test('--check writes nothing', async () => {
    const stale = await run('codeowners', '--check', '--format', 'json')
    expect([stale.status, json(stale.out)]).toEqual([1, { format: 1, ok: false, stale: true }])
    expect(() => written()).toThrow('ENOENT')
    await run('codeowners')
    expect((await run('codeowners', '--check')).status).toBe(0)
  })

  test('writes nothing while a file that decides it has an error', async () => {
    repo.write({ [READ]: 'title: x\n' })
    const { status, err } = await run('codeowners')
    expect([status, err]).toEqual([
      1,
      'error: Who owns what can’t be told: a file that decides it has an error. Run "npx grantbook validate".\n'
    ])
    expect(() => written()).toThrow('ENOENT')
  })
})

describe('validate', () => {
  test('asks for the file only where there is a .github', async () => {
    expect(await found()).toEqual([])
    repo.write({ '.github/dependabot.yml': 'x: 1\n' })
    expect(await found()).toEqual([`${OWNERS}:1 codeowners-missing`])
    await run('codeowners')
    expect(await found()).toEqual([])
  })

  test('tells a line that differs and lines that GitHub skips', async () => {
    await run('codeowners')
    repo.write({ [OWNERS]: `${written()}!/x @acme/y\n/[a] @acme/y\n/b judy@acme.example nobody\n` })
    const lines = written().split('\n').length
    expect(await found()).toEqual([
      `${OWNERS}:${lines - 3} codeowners-line`,
      `${OWNERS}:${lines - 3} codeowners-stale`,
      `${OWNERS}:${lines - 2} codeowners-line`,
      `${OWNERS}:${lines - 1} codeowners-line`
    ])
  })

  test('a change that makes it stale, or takes it away, is told', async () => {
    await run('codeowners')
    gitAt(repo.root, AT, 'add', '-A')
    gitAt(repo.root, AT, 'commit', '-q', '-m', 'Begin')
    expect(await found('--base', 'HEAD')).toEqual([])
    repo.write({ [READ]: (ACME[READ] ?? '').replace('@acme/billing', '@acme/finance') })
    expect(await found('--base', 'HEAD')).toEqual([`${OWNERS}:5 codeowners-stale`])
    await run('codeowners')
    expect(await found('--base', 'HEAD')).toEqual([])
    repo.write({ [OWNERS]: null })
    expect(await found('--base', 'HEAD')).toEqual([`${OWNERS}:1 codeowners-missing`])
  })
})

describe('owners', () => {
  test('answers for every path as it was given', async () => {
    const text = '* @acme/all\n/a/ @acme/a\n/a/none/\n'
    const args = ['owners', 'a/b', './a/none/x', '__proto__', '--codeowners', '-', '--format', 'json']
    const { out, status } = await cli(args, {
      stdin: () => Promise.resolve(text.replace('* @acme/all\n', ''))
    })
    expect([status, json(out)]).toEqual([
      0,
      {
        format: 1,
        ok: true,
        paths: json(
          '{"a/b": {"owners": ["@acme/a"], "line": 1}, "./a/none/x": {"owners": [], "line": 2}, "__proto__": null}'
        )
      }
    ])
  })

  test('without a file there is no answer', async () => {
    expect(await run('owners', 'a')).toEqual({
      status: 2,
      out: '',
      err: 'error: There is no .github/CODEOWNERS here. Name a file with --codeowners.\n'
    })
  })
})
