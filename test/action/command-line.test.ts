import { describe, expect, test } from 'vitest'
import { commandLine } from '../../src/commands/action/command-line.ts'
import { commandEnvironment, confine } from '../../src/commands/action/environment.ts'
import type { Inputs } from '../../src/commands/action/inputs.ts'
import { readRunFacts } from '../../src/commands/action/run-facts.ts'

const COMMIT = 'a'.repeat(40)
const NONE: Inputs = { command: '', system: '', pull: '', base: '', head: '', by: '', recover: '' }
const ACTIONS = {
  GITHUB_REPOSITORY: 'acme/access',
  GITHUB_RUN_ID: '4711',
  GITHUB_RUN_ATTEMPT: '2',
  GITHUB_SHA: COMMIT,
  GITHUB_ACTOR_ID: '583231',
  GITHUB_WORKSPACE: '/work/space',
  RUNNER_TEMP: '/tmp/runner'
}
const FACTS = readRunFacts(ACTIONS)
const END = ['--root=/work/space', '--format=json']
const RUN = ['--run=4711', `--commit=${COMMIT}`, '--attempt=2']

describe('a step becomes a command line', () => {
  const cases: readonly [string, Partial<Inputs>, readonly string[]][] = [
    ['validate', { base: 'HEAD', head: COMMIT }, ['validate', '--base=HEAD', `--head=${COMMIT}`, ...END]],
    [
      'verdict of a commit',
      { command: 'verdict', head: COMMIT },
      ['verdict', `--head=${COMMIT}`, ...RUN, ...END]
    ],
    [
      'verdict of a pull request',
      { command: 'verdict', pull: '12' },
      ['verdict', '--pull=12', ...RUN, ...END]
    ],
    ['authorise', {}, ['apply', '--authorise', ...RUN, ...END]],
    ['apply', { system: 'aws-prod' }, ['apply', '--system=aws-prod', ...RUN, ...END]],
    ['genesis', { by: 'alice', recover: 'lost' }, ['genesis', '--by=alice', '--recover=lost', ...END]],
    ['doctor', {}, ['doctor', ...END]]
  ]
  test.each(cases)('%s', (name, inputs, argv) => {
    expect(commandLine({ ...NONE, command: name, ...inputs }, FACTS)).toEqual(argv)
  })

  test('an input that the command does not take is refused, not passed over', () => {
    expect(() => commandLine({ ...NONE, command: 'apply', recover: 'x' }, FACTS)).toThrow(
      '"apply" takes no input "recover". Remove it from the workflow.'
    )
  })

  test.each(['sandbox', 'keygen', 'init', '', '--help', 'constructor', 'apply --now 2020-01-01T00:00:00Z'])(
    'there is no command "%s"',
    (command) => {
      expect(() => commandLine({ ...NONE, command }, FACTS)).toThrow('The action has no command')
    }
  )

  test.each([
    '--now=2020-01-01T00:00:00Z',
    '-h',
    '$(touch /tmp/x)',
    '`id`',
    'a;b',
    'a\n--now=2020-01-01T00:00:00Z',
    "'"
  ])('hostile value %j stays one value of its own option', (system) => {
    expect(commandLine({ ...NONE, command: 'apply', system }, FACTS)).toEqual([
      'apply',
      `--system=${system}`,
      ...RUN,
      ...END
    ])
  })
})

describe('what Actions says', () => {
  test('the governed repository is the workflow’s own', () => {
    expect(readRunFacts({ ...ACTIONS, GRANTBOOK_REPOSITORY: 'Acme/Access' })).toEqual({
      repository: 'Acme/Access',
      runner: false,
      run: '4711',
      attempt: '2',
      commit: COMMIT,
      actorId: 583231,
      workspace: '/work/space',
      temp: '/tmp/runner'
    })
  })

  test('from a runner repository no commit of that repository is told as one of the book', () => {
    const facts = readRunFacts({
      ...ACTIONS,
      GITHUB_REPOSITORY: 'acme/runner',
      GRANTBOOK_REPOSITORY: 'acme/access'
    })
    expect(facts.repository).toBe('acme/access')
    expect(commandLine({ ...NONE, command: 'authorise' }, facts)).toEqual([
      'apply',
      '--authorise',
      '--run=4711',
      ...END
    ])
  })

  test.each([
    ['GITHUB_REPOSITORY', 'acme/access; rm -rf /'],
    ['GRANTBOOK_REPOSITORY', '../other'],
    ['GITHUB_RUN_ID', '1 2'],
    ['GITHUB_SHA', 'main'],
    ['GITHUB_RUN_ATTEMPT', ''],
    ['GITHUB_WORKSPACE', '']
  ])('%s = %j is refused', (name, value) => {
    expect(() => readRunFacts({ ...ACTIONS, [name]: value })).toThrow(name)
  })
})

describe('the environment of commands', () => {
  test('holds what the contract lists and nothing else', () => {
    const given = {
      PATH: '/bin',
      GITHUB_TOKEN: 't',
      GITHUB_REPOSITORY: 'acme/runner',
      GITHUB_API_URL: 'https://api.github.com',
      GRANTBOOK_SIGNING_KEY: '',
      AWS_REGION: 'eu-central-1',
      NODE_OPTIONS: '--require /tmp/evil.js',
      LD_PRELOAD: '/tmp/evil.so',
      GIT_DIR: '/tmp/other',
      GIT_SSH_COMMAND: 'evil',
      INPUT_COMMAND: 'apply',
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'oidc',
      ACTIONS_RUNTIME_TOKEN: 'runtime',
      GITHUB_ENV: '/tmp/env'
    }
    const kept = commandEnvironment(given, 'acme/access')
    expect(kept).toEqual({
      PATH: '/bin',
      GITHUB_TOKEN: 't',
      GITHUB_REPOSITORY: 'acme/access',
      GITHUB_API_URL: 'https://api.github.com',
      AWS_REGION: 'eu-central-1'
    })
    const own: Record<string, string | undefined> = { ...given }
    confine(own, kept)
    expect(own).toEqual(kept)
  })
})
