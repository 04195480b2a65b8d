import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { ROOT } from '../../scripts/house/root.ts'
import { BASE, grant, grantPath, person, type Files } from '../support/book.ts'
import { programIn } from '../support/program.ts'
import { Repository } from '../support/repository.ts'
import { worldOf, type ApplyJson, type PlanJson } from '../support/scene.ts'

const PEOPLE = ['u1', 'u2', 'u3', 'u4', 'u5', 'u6']
const FILES: Files = {
  ...BASE,
  ...Object.fromEntries(
    PEOPLE.flatMap((id) => [
      [`grants/people/${id}.yaml`, person(id)],
      [grantPath('billing-read', id), grant('2026-12-14')]
    ])
  )
}
const NOW = ['--now', '2026-11-20T09:00:00Z', '--format', 'json']

/** What the sandbox prints when it is ready, as far as it is used here. */
interface Ready {
  readonly aws: {
    readonly iam: string
    readonly sts: string
    readonly accounts: readonly {
      readonly root: { readonly accessKeyId: string; readonly secretAccessKey: string }
    }[]
  }
  readonly control: string
}

let folder: string
/** The command line with an apply that needs no forge. */
let program: string
let sandbox: ChildProcessWithoutNullStreams
let ready: Ready
let environment: Readonly<Record<string, string>>

function start(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {}
): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [program, ...args], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'] ?? '', GIT_CONFIG_GLOBAL: '/dev/null', ...env }
  })
}

interface Ended {
  readonly status: number | null
  readonly out: string
  readonly err: string
}

/** Waits for the end; tells every chunk of stderr on the way. */
function ended(
  child: ChildProcessWithoutNullStreams,
  hear: (err: string) => void = () => {}
): Promise<Ended> {
  let [out, err] = ['', '']
  child.stdout.on('data', (chunk) => (out += String(chunk)))
  child.stderr.on('data', (chunk) => {
    err += String(chunk)
    hear(err)
  })
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, out, err })))
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'grantbook-process-'))
  program = await programIn(folder, 'test/support/local-cli.ts')
  const world = join(folder, 'world.json')
  writeFileSync(world, JSON.stringify(worldOf(['alice', 'bob', 'carol', ...PEOPLE])))
  sandbox = start(['sandbox', '--world', world])
  const line = await new Promise<string>((resolve) =>
    sandbox.stdout.once('data', (chunk) => resolve(String(chunk)))
  )
  ready = JSON.parse(line) as Ready
  const [account] = ready.aws.accounts
  environment = {
    AWS_ENDPOINT_URL_IAM: ready.aws.iam,
    AWS_ENDPOINT_URL_STS: ready.aws.sts,
    AWS_ACCESS_KEY_ID: account?.root.accessKeyId ?? '',
    AWS_SECRET_ACCESS_KEY: account?.root.secretAccessKey ?? ''
  }
})
afterAll(() => {
  sandbox.kill()
  rmSync(folder, { recursive: true })
})
beforeEach(async () => {
  await fetch(`${ready.control}/reset`, { method: 'POST', body: '{"state": true}' })
})

async function writes(): Promise<number> {
  const answer = (await (await fetch(`${ready.control}/calls`)).json()) as { write: number }
  await fetch(`${ready.control}/reset`, { method: 'POST' })
  return answer.write
}

/** One document, valid by the schema that is shipped, keys sorted. */
function document(command: 'plan' | 'apply' | 'validate', { out }: Ended): unknown {
  const schema: object = JSON.parse(
    readFileSync(join(ROOT, `schemas/output/${command}.schema.json`), 'utf8')
  ) as object
  const value: unknown = JSON.parse(out)
  const judge = new Ajv2020({ strict: false, formats: { 'date-time': true } }).compile(schema)
  expect(judge(value) ? [] : judge.errors).toEqual([])
  const keys = Object.keys(value as object)
  expect(keys).toEqual(keys.toSorted())
  return value
}

test('plan, apply and apply again: results on stdout, progress on stderr, the second time no write', async () => {
  const repository = new Repository()
  const commit = repository.commit(FILES)
  const args = [...NOW, '--root', repository.root]
  const before = await ended(start(['plan', ...args], environment))
  expect({ status: before.status, err: before.err }).toEqual({ status: 0, err: '' })
  const plan = document('plan', before) as PlanJson
  expect([plan.at, plan.commit, plan.changes.length, plan.drift]).toEqual([
    '2026-11-20T09:00:00Z',
    commit,
    6,
    []
  ])
  expect(await writes()).toBe(0)

  const first = await ended(start(['apply', ...args], environment))
  expect(first.status).toBe(0)
  expect(first.err.split('\n').filter(Boolean)).toEqual(
    PEOPLE.map((id, index) => `aws-prod: user/${id} (${index + 1} of 6)`)
  )
  const done = document('apply', first) as ApplyJson
  expect(done.outcomes.map(({ state }) => state)).toEqual(PEOPLE.map(() => 'done'))
  expect(await writes()).toBe(6)
  expect(repository.git('log', '-1', '--format=%aI %cI', 'evidence').trim()).toBe(
    '2026-11-20T09:00:00+00:00 2026-11-20T09:00:00+00:00'
  )

  const second = await ended(start(['apply', '--quiet', ...args], environment))
  expect({ status: second.status, err: second.err }).toEqual({ status: 0, err: '' })
  expect((document('apply', second) as ApplyJson).outcomes.map(({ state }) => state)).toEqual(
    PEOPLE.map(() => 'unchanged')
  )
  expect(await writes()).toBe(0)
  expect(repository.git('status', '--short')).toBe('')
  repository.remove()
})

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143]
] as const)('%s stops between two writes, says what was done and ends with %i', async (signal, expected) => {
  const repository = new Repository()
  repository.commit(FILES)
  const args = ['apply', ...NOW, '--root', repository.root]
  const child = start(args, environment)
  const stopped = await ended(child, (err) => {
    if (err.includes('(3 of 6)')) child.kill(signal)
  })
  const told = document('apply', stopped) as ApplyJson
  const done = told.outcomes.filter(({ state }) => state === 'done').length
  expect([stopped.status, told.ok, told.outcomes.length]).toEqual([expected, false, 6])
  expect(done).toBeGreaterThanOrEqual(2)
  expect(done).toBeLessThan(6)
  expect(await writes()).toBe(told.calls.write)

  const again = await ended(start(args, environment))
  expect(again.status).toBe(0)
  expect(await writes()).toBe(6 - told.calls.write)
  for (const id of PEOPLE) {
    expect(
      repository.events(grantPath('billing-read', id)).filter(({ event }) => event === 'issued')
    ).toHaveLength(1)
  }
  repository.remove()
})

test('a writing command takes --now, and writes at all, on this machine alone', async () => {
  const repository = new Repository()
  repository.commit(FILES)
  for (const over of [
    { AWS_ENDPOINT_URL_IAM: 'https://iam.amazonaws.com' },
    { AWS_ENDPOINT_URL_STS: 'https://sts.amazonaws.com' }
  ]) {
    const { status, out, err } = await ended(
      start(['apply', ...NOW, '--root', repository.root], { ...environment, ...over })
    )
    expect({ status, out }).toEqual({ status: 2, out: '' })
    expect(err).toMatch(/would write to another machine for system "aws-prod"\./u)
  }
  expect(repository.events(grantPath('billing-read', 'u1'))).toEqual([])
  repository.remove()
})
