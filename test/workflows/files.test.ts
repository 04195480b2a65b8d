import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { INPUT_NAMES } from '../../src/commands/action/inputs.ts'
import { feedbackWorkflows, ownWorkflows, runnerWorkflows } from '../../src/init/workflows.ts'
import { PRIVILEGED, WORKFLOW_NAMES } from '../../src/init/workflow-names.ts'

interface Step {
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, unknown>>
  readonly env?: Readonly<Record<string, string>>
}
interface Job {
  readonly 'runs-on': string
  readonly 'timeout-minutes'?: number
  readonly permissions?: Readonly<Record<string, string>>
  readonly environment?: unknown
  readonly concurrency?: unknown
  readonly needs?: unknown
  readonly if?: string
  readonly strategy?: Readonly<Record<string, unknown>>
  readonly steps: readonly Step[]
}
interface Workflow {
  readonly on: Readonly<Record<string, unknown>>
  readonly permissions: unknown
  readonly concurrency?: unknown
  readonly jobs: Readonly<Record<string, Job>>
}

const repository = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const TOOL = { uses: 'acme/grantbook@0123456789abcdef0123456789abcdef01234567', version: '0.1.0' }
const own = Object.fromEntries(
  [...WORKFLOW_NAMES, 'ci.yml'].map((name) => [name, repository(`.github/workflows/${name}`)])
)
const named = (files: ReadonlyMap<string, string>, of: string): Record<string, string> =>
  Object.fromEntries([...files].map(([path, text]) => [`${of} ${path.split('/').at(-1) ?? ''}`, text]))
/** Every form in which a workflow reaches anybody. */
const ALL: Readonly<Record<string, string>> = {
  ...own,
  ...named(ownWorkflows(TOOL), 'init'),
  ...named(feedbackWorkflows(TOOL), 'init --runner, book'),
  ...named(runnerWorkflows(TOOL, 'acme/access'), 'init --runner, runner')
}
const read = (name: string): Workflow => parse(ALL[name] ?? '')
const stepsOf = (workflow: Workflow): readonly Step[] =>
  Object.values(workflow.jobs).flatMap(({ steps }) => steps)

describe.each(Object.keys(ALL))('%s', (name) => {
  const workflow = read(name)
  const text = ALL[name] ?? ''

  test('gives no permission that a job doesn’t name, and no job more than it needs', () => {
    expect(workflow.permissions).toEqual({})
    for (const job of Object.values(workflow.jobs)) {
      expect(job.permissions).toBeDefined()
      for (const [scope, level] of Object.entries(job.permissions ?? {}))
        expect(['contents: read', 'id-token: write']).toContain(`${scope}: ${level}`)
    }
  })

  test('pins every action to a full commit, with its version beside it', () => {
    const uses = text.split('\n').filter((line) => /^\s*-? ?uses:|^\s*- uses:/u.test(line))
    expect(uses.length).toBe(stepsOf(workflow).filter((step) => step.uses !== undefined).length)
    for (const line of uses) {
      expect(line).toMatch(
        /uses: (?:\.\/ # zizmor|[\w.-]+\/[\w.-]+@[0-9a-f]{40} # (?:v\d+\.\d+\.\d+|grantbook \d+\.\d+\.\d+)$)/u
      )
      expect(line).not.toContain('@0000000')
    }
  })

  test('keeps no token in the clone, and has all of the history', () => {
    for (const { uses, with: given } of stepsOf(workflow)) {
      if (uses?.startsWith('actions/checkout@') !== true) continue
      expect(given).toMatchObject({ 'persist-credentials': false, 'fetch-depth': 0 })
    }
  })

  test('puts no expression into a shell', () => {
    for (const { run } of stepsOf(workflow)) expect(run ?? '').not.toContain('${{')
  })

  test('ends by itself, on a runner of a known version', () => {
    for (const job of Object.values(workflow.jobs)) {
      expect(job['timeout-minutes']).toBeGreaterThan(0)
      expect(job['timeout-minutes']).toBeLessThanOrEqual(60)
      expect(job['runs-on']).toBe('ubuntu-24.04')
    }
  })

  test('has no event by which a pull request’s own code could hold a secret', () => {
    const events = Object.keys(workflow.on)
    expect(events).not.toContain('pull_request_target')
    expect(events).not.toContain('issue_comment')
    const fromOutside = events.some((event) => event.startsWith('pull_request'))
    const privileged = Object.values(workflow.jobs).filter(
      (job) => JSON.stringify(job).includes('secrets.') || job.permissions?.['id-token'] !== undefined
    )
    expect(fromOutside ? privileged : []).toEqual([])
    expect(fromOutside ? Object.values(workflow.jobs).filter(({ environment }) => environment) : []).toEqual(
      []
    )
    // Whatever holds a secret does so in an environment, which admits the default branch only.
    for (const job of privileged) expect(job.environment).toMatch(/^grantbook-(?:verdict|apply)$/u)
  })

  test('checks nothing out but the default branch, where it reacts to a pull request', () => {
    if (name === 'ci.yml') return
    const refs = stepsOf(workflow).flatMap(({ uses, with: given }) =>
      uses?.startsWith('actions/checkout@') === true ? [given?.['ref']] : []
    )
    expect(refs).toEqual(refs.map(() => 'main'))
    expect(text).not.toMatch(
      /github\.(?:event\.pull_request\.head\.ref|head_ref|event\.pull_request\.title)/u
    )
    expect(text).not.toMatch(/download-artifact|actions\/cache|npm (?:ci|install)/u)
  })

  test('passes the action known inputs alone, and texts of people by none but their own', () => {
    for (const { uses, with: given } of stepsOf(workflow)) {
      if (uses !== './' && uses?.startsWith('acme/grantbook@') !== true) continue
      const names: readonly string[] = INPUT_NAMES
      for (const input of Object.keys(given ?? {})) expect(names).toContain(input)
    }
  })
})

describe('triggers', () => {
  const hourly = (name: string): string => {
    const schedule = read(name).on['schedule']
    return Array.isArray(schedule) ? String(schedule[0].cron) : ''
  }

  test('feedback and the marker follow what people do', () => {
    expect(read('pull-request.yml').on).toEqual({
      pull_request: { types: ['opened', 'synchronize', 'reopened', 'edited'] }
    })
    expect(read('review.yml').on).toEqual({
      pull_request_review: { types: ['submitted', 'edited', 'dismissed'] }
    })
  })

  test('the verdict follows both, by their names, and looks by itself every hour at an odd minute', () => {
    const { on } = read('verdict.yml')
    expect(Object.keys(on)).toEqual(['workflow_run', 'schedule', 'workflow_dispatch'])
    const names = ['pull-request.yml', 'review.yml'].map((name) => parse(own[name] ?? '').name)
    expect(on['workflow_run']).toEqual({ workflows: names, types: ['completed'] })
    expect(hourly('verdict.yml')).toMatch(/^[1-5]?[13579] \* \* \* \*$/u)
  })

  test('apply follows the default branch, and every hour at another odd minute', () => {
    const { on } = read('apply.yml')
    expect(Object.keys(on)).toEqual(['push', 'schedule', 'workflow_dispatch'])
    expect(on['push']).toEqual({ branches: ['main'] })
    expect(hourly('apply.yml')).toMatch(/^[1-5]?[13579] \* \* \* \*$/u)
    expect(hourly('apply.yml')).not.toBe(hourly('verdict.yml'))
  })

  test('the nightly runs once a night at an odd minute, and by hand', () => {
    const { on } = read('nightly.yml')
    expect(Object.keys(on)).toEqual(['schedule', 'workflow_dispatch'])
    expect(on['schedule']).toEqual([{ cron: '17 2 * * *' }])
  })

  test('a genesis is started by hand alone', () => {
    expect(Object.keys(read('genesis.yml').on)).toEqual(['workflow_dispatch'])
  })

  test('a runner repository looks by itself, and can be asked to', () => {
    for (const name of ['verdict.yml', 'apply.yml'])
      expect(Object.keys(read(`init --runner, runner ${name}`).on)).toEqual([
        'schedule',
        'repository_dispatch',
        'workflow_dispatch'
      ])
    expect(PRIVILEGED.map((name) => `init --runner, runner ${name}` in ALL)).toEqual([true, true, true, true])
  })
})

describe('environments and order', () => {
  const environments = (name: string): readonly unknown[] =>
    Object.values(read(name).jobs).map(({ environment }) => environment)

  test('each job has its own, and only that', () => {
    expect(environments('verdict.yml')).toEqual(['grantbook-verdict'])
    expect(environments('apply.yml')).toEqual(['grantbook-apply', 'grantbook-apply', undefined])
    expect(environments('nightly.yml')).toEqual([
      'grantbook-apply',
      'grantbook-apply',
      'grantbook-apply',
      undefined
    ])
    expect(environments('genesis.yml')).toEqual(['grantbook-genesis', 'grantbook-apply'])
    expect(read('genesis.yml').jobs['genesis']?.needs).toBe('consent')
  })

  test('the signing key reaches nothing but what records', () => {
    const holders = Object.entries(ALL).filter(([, text]) => text.includes('GRANTBOOK_SIGNING_KEY'))
    expect(new Set(holders.map(([name]) => name.split(' ').at(-1)))).toEqual(
      new Set(['apply.yml', 'genesis.yml', 'nightly.yml'])
    )
  })

  test('one writer for each system, never cut short', () => {
    for (const name of ['apply.yml', 'nightly.yml']) {
      const { jobs } = read(name)
      expect(jobs['system']?.concurrency).toEqual({
        group: 'grantbook-${{ matrix.system }}',
        'cancel-in-progress': false
      })
      expect(jobs['authorise']?.concurrency).toEqual({
        group: 'grantbook-authorise',
        'cancel-in-progress': false
      })
    }
    expect(read('nightly.yml').jobs['rest']?.concurrency).toEqual({
      group: 'grantbook-authorise',
      'cancel-in-progress': false
    })
    const { system, authorise } = read('apply.yml').jobs
    expect(read('genesis.yml').concurrency).toEqual(authorise?.concurrency)
    expect(read('verdict.yml').concurrency).toMatchObject({ 'cancel-in-progress': false })
    expect(system?.strategy).toMatchObject({ 'fail-fast': false })
  })

  test('jobs of one night share what GitHub lets be made', () => {
    const { steps = [], strategy } = read('nightly.yml').jobs['system'] ?? {}
    expect(strategy).toMatchObject({ 'max-parallel': 4 })
    expect(steps.at(-1)?.env).toMatchObject({
      GRANTBOOK_WRITERS: '${{ strategy.job-total < 4 && strategy.job-total || 4 }}'
    })
  })

  test('what was refused keeps nothing else from being applied, and what was skipped is no success', () => {
    const { system, summary } = read('apply.yml').jobs
    expect(system?.if).toBe("${{ !cancelled() && needs.authorise.outputs.matrix != '' }}")
    expect(summary?.if).toBe('always()')
    expect(summary?.needs).toEqual(['authorise', 'system'])
  })

  test('the App’s token may do what the job needs and nothing more', () => {
    const token = (name: string, job: string): Readonly<Record<string, unknown>> => {
      const step = read(name).jobs[job]?.steps.find(({ uses }) =>
        uses?.startsWith('actions/create-github-app-token@')
      )
      return Object.fromEntries(
        Object.entries(step?.with ?? {}).filter(([key]) => key.startsWith('permission-'))
      )
    }
    const writes = {
      'permission-checks': 'write',
      'permission-contents': 'write',
      'permission-members': 'read',
      'permission-pull-requests': 'read'
    }
    expect(token('apply.yml', 'authorise')).toEqual({ ...writes, 'permission-pull-requests': 'write' })
    expect(token('apply.yml', 'system')).toEqual(writes)
    const keeps = { ...writes, 'permission-issues': 'write', 'permission-pull-requests': 'write' }
    expect(token('nightly.yml', 'system')).toEqual(keeps)
    expect(token('nightly.yml', 'rest')).toEqual({
      ...keeps,
      'permission-actions': 'read',
      'permission-deployments': 'read'
    })
    expect(token('genesis.yml', 'genesis')).toEqual(writes)
    expect(token('verdict.yml', 'verdict')).toEqual({
      'permission-checks': 'write',
      'permission-contents': 'read',
      'permission-issues': 'write',
      'permission-members': 'read',
      'permission-pull-requests': 'write'
    })
  })
})

test('action.yml has these inputs and outputs, and runs on Node 24', () => {
  const action = parse(repository('action.yml'))
  expect(Object.keys(action.inputs)).toEqual(INPUT_NAMES)
  expect(Object.keys(action.outputs)).toEqual(['ok', 'result', 'matrix'])
  expect(action.runs).toEqual({ using: 'node24', main: 'dist/action.js' })
})
