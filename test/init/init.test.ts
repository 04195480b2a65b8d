import { mkdtemp, readFile, rm, symlink, writeFile, mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseDocument } from 'yaml'
import { asShipped, NO_COMMIT, ownWorkflows, pathOf } from '../../src/init/workflows.ts'
import { WORKFLOWS } from '../../src/generated/shipped.js'
import { WORKFLOW_NAMES } from '../../src/init/workflow-names.ts'
import { cli } from '../commands/cli.ts'

let folder = ''
const run = (args: readonly string[]) => cli(args, { cwd: folder })
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'grantbook-init-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

interface Step {
  readonly uses?: string
  readonly with?: object
  readonly env?: object
}
const COMMIT = '0123456789abcdef0123456789abcdef01234567'
const SIGNER = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIDbsOCqHA6P+wLFA4ed1IfXigYX7l7NdfLsgXnThBAxC apply-2026'

async function init(...args: string[]): Promise<{ status: number; files: string[]; err: string }> {
  const { status, out, err } = await run(['init', ...args, '--format', 'json'])
  return { status, files: status === 0 ? JSON.parse(out).files : [], err }
}

describe('a new repository', () => {
  test('holds everything that it needs, validates and owns its files', async () => {
    const { status, files } = await init('own')
    expect(status).toBe(0)
    expect(files.filter((path) => !path.startsWith('schemas/'))).toEqual([
      '.gitattributes',
      '.github/CODEOWNERS',
      '.github/workflows/apply.yml',
      '.github/workflows/genesis.yml',
      '.github/workflows/nightly.yml',
      '.github/workflows/pull-request.yml',
      '.github/workflows/review.yml',
      '.github/workflows/verdict.yml',
      '.vscode/extensions.json',
      '.vscode/settings.json',
      'README.md',
      'grants/grantbook.yaml',
      'grants/people/first-person.yaml',
      'grants/people/second-person.yaml'
    ])
    const validated = await run(['validate', '--root', join(folder, 'own')])
    expect([validated.status, validated.out]).toEqual([0, '0 grants in 3 files: nothing wrong.\n'])
    const checked = await run(['codeowners', '--check', '--root', join(folder, 'own')])
    expect(checked.status).toBe(0)
    const stale = await run([
      'owners',
      'grants/people/first-person.yaml',
      '--root',
      join(folder, 'own'),
      '--format',
      'json'
    ])
    expect(JSON.parse(stale.out).paths['grants/people/first-person.yaml'].owners).toEqual([
      '@acme/access-governance'
    ])
  })

  test('names what was asked for', async () => {
    await init(
      'named',
      '--repository',
      'globex/rights',
      '--app',
      'rights-bot',
      '--uses',
      `globex/grantbook@${COMMIT}`,
      '--signer',
      SIGNER
    )
    const read = (path: string): Promise<string> => readFile(join(folder, 'named', path), 'utf8')
    const settings = await read('grants/grantbook.yaml')
    expect(parseDocument(settings).toJS()).toMatchObject({
      organization: 'globex',
      repository: 'globex/rights',
      governance: '@globex/access-governance',
      app: 'rights-bot',
      evidence: { signers: [SIGNER] }
    })
    expect(await read('.github/workflows/apply.yml')).toContain(
      `uses: globex/grantbook@${COMMIT} # grantbook 0.1.0\n`
    )
  })

  test.each([
    ['--repository', 'acme'],
    ['--repository', 'acme/..'],
    ['--repository', 'acme/x\n    evil: true'],
    ['--uses', 'acme/grantbook@main'],
    ['--uses', 'acme/grantbook@v1'],
    ['--app', 'Bad App'],
    ['--signer', 'ssh-rsa AAAA']
  ])('%s %j is refused before anything is written', async (option, value) => {
    const { status, err } = await init('refused', option, value)
    expect(status).toBe(2)
    expect(err).toContain(`${option} must look like`)
    await expect(readFile(join(folder, 'refused', 'README.md'))).rejects.toThrow('ENOENT')
  })

  test('never overwrites, and says what it left', async () => {
    await mkdir(join(folder, 'kept/grants'), { recursive: true })
    await writeFile(join(folder, 'kept/README.md'), 'ours\n')
    await symlink(join(folder, 'elsewhere.yaml'), join(folder, 'kept/grants/grantbook.yaml'))
    const { files, err } = await init('kept')
    expect(files).not.toContain('README.md')
    expect(err).toBe(
      'README.md is there already and was left as it is.\ngrants/grantbook.yaml is there already and was left as it is.\n'
    )
    expect(await readFile(join(folder, 'kept/README.md'), 'utf8')).toBe('ours\n')
    await expect(readFile(join(folder, 'elsewhere.yaml'))).rejects.toThrow('ENOENT')
    expect((await init('kept')).files).toEqual([])
  })

  test('a placeholder signer is a new key each time, whose private half nobody has', async () => {
    const keys = await Promise.all(
      ['one', 'two'].map(async (name) => {
        await init(name)
        return /"(ssh-ed25519 .*)"/u.exec(
          await readFile(join(folder, name, 'grants/grantbook.yaml'), 'utf8')
        )?.[1]
      })
    )
    expect(keys[0]).toMatch(/^ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI[A-Za-z0-9+/]{43} placeholder$/u)
    expect(keys[0]).not.toBe(keys[1])
  })

  test('the hardened form leaves nothing privileged beside the files', async () => {
    const { files } = await init('book', '--runner', 'runner')
    expect(files.filter((path) => path.includes('workflows'))).toEqual([
      '../runner/.github/workflows/apply.yml',
      '../runner/.github/workflows/genesis.yml',
      '../runner/.github/workflows/nightly.yml',
      '../runner/.github/workflows/verdict.yml',
      '.github/workflows/pull-request.yml'
    ])
    for (const name of ['apply', 'genesis', 'verdict']) {
      const text = await readFile(join(folder, 'runner/.github/workflows', `${name}.yml`), 'utf8')
      const { on, jobs } = parseDocument(text).toJS()
      expect(Object.keys(on)).not.toContain('workflow_run')
      expect(Object.keys(on)).not.toContain('push')
      expect(text).not.toContain('github.repository')
      const steps = Object.values<{ steps: readonly Step[] }>(jobs).flatMap((job) => job.steps)
      const having = (uses: string) => steps.filter((step) => step.uses?.startsWith(uses) === true)
      expect(having('acme/grantbook@').length).toBeGreaterThan(0)
      for (const step of having('actions/checkout@'))
        expect(step.with).toMatchObject({ repository: 'acme/access' })
      for (const step of having('actions/create-github-app-token@'))
        expect(step.with).toMatchObject({ owner: 'acme', repositories: 'access' })
      for (const step of having('acme/grantbook@'))
        expect(step.env).toMatchObject({ GRANTBOOK_REPOSITORY: 'acme/access' })
    }
    expect((await init('same', '--runner', 'same')).status).toBe(2)
  })
})

test('what init wrote is known again as shipped, whichever commit it uses, and nothing else is', () => {
  const written = ownWorkflows({ uses: `globex/grantbook@${COMMIT}`, version: '0.0.9' })
  for (const name of WORKFLOW_NAMES) {
    const text = written.get(pathOf(name)) ?? ''
    expect(text.includes('uses: ./')).toBe(false)
    expect(asShipped(text)).toBe(WORKFLOWS[name])
    expect(asShipped(`${text}\n`)).not.toBe(WORKFLOWS[name])
  }
  const verdict = written.get('.github/workflows/verdict.yml') ?? ''
  expect(asShipped(verdict.replace(COMMIT, 'main'))).not.toBe(WORKFLOWS['verdict.yml'])
  expect(NO_COMMIT).toMatch(/^0{40}$/u)
})
