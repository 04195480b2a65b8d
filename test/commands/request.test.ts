import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { writeInstant } from '../../src/book/instant.ts'
import { requestOutput } from '../../src/render/output/request.ts'
import { entitlement, grant, grantPath, TASK, workload } from '../support/book.ts'
import type { ForgeScene, Moment } from '../support/forge-scene.ts'
import {
  as,
  fileOn,
  openPersonScene,
  personal,
  pullsIn,
  requestOnTerminal,
  Script,
  shown
} from './person-scene.ts'

const READ = 'aws-prod/billing-read'
const WRITE = 'aws-prod/billing-write'
const PATH = grantPath('billing-read', 'alice')
const REASON = ['--reason', 'Month-end reconciliation']

let scene: ForgeScene
let given: Moment
beforeAll(async () => {
  scene = await openPersonScene({
    'grants/workloads/exporter.yaml': workload('exporter'),
    'grants/systems/aws-prod/close/entitlement.yaml': entitlement('close', 'includes: [aws-prod/logs-read]'),
    [grantPath('close', 'erin')]: grant('2027-02-14'),
    [grantPath('billing-read', 'exporter')]: grant('2027-02-14', `${TASK}requester: alice\n`),
    [grantPath('billing-read', 'erin')]: grant('2026-11-19')
  })
  given = scene.save()
})
beforeEach(() => scene.restore(given))
afterAll(() => scene.close())

/** A request without a terminal, and what it said. */
async function ask(who: string, ...args: readonly string[]) {
  const { status, out, err } = await as(scene, who, 'request', '--yes', '--format', 'json', ...args)
  if (out === '') throw new Error(err)
  return { status, err, ...requestOutput.parse(JSON.parse(out)) }
}

const usual = (subject = 'alice', what = READ, expires = '2026-12-14'): readonly string[] => [
  '--subject',
  subject,
  '--entitlement',
  what,
  '--expires',
  expires,
  ...REASON
]

describe('a request', () => {
  test('becomes a pull request in the person’s own name, and once approved and merged, access', async () => {
    const before = readdirSync(scene.root, { recursive: true }).filter(
      (name) => !String(name).startsWith('.git')
    )
    const told = await ask('alice', ...usual())
    expect(told).toMatchObject({ status: 0, ok: true, path: PATH, branch: `request/${READ}/alice`, pull: 1 })
    expect(
      readdirSync(scene.root, { recursive: true }).filter((name) => !String(name).startsWith('.git'))
    ).toEqual(before)
    expect((await scene.git('frank', 'status', '--porcelain')).trim()).toBe('')
    expect(await shown(scene, 1)).toMatchObject({
      title: 'aws-prod/billing-read for alice until 2026-12-15T00:00:00Z',
      user: { login: 'alice-acme' }
    })
    const { body } = await shown(scene, 1)
    expect(body).toContain('> Month\\-end reconciliation')
    expect(body).toContain('`@acme/billing`')
    expect(await fileOn(scene, told.branch ?? '', PATH)).toBe(
      '# yaml-language-server: $schema=../../../../schemas/grant.schema.json\nreason: Month-end reconciliation\nexpires: 2026-12-14\n'
    )
    scene.wait(1)
    await scene.review('carol', 1)
    scene.wait(1)
    await scene.merge('alice', 1)
    scene.wait(1)
    expect((await scene.apply()).status).toBe(0)
    expect(scene.mayAssume('alice', 'billing-read')).toBe(true)
  })

  test('by --emergency takes the shorter of both limits and one who is on call', async () => {
    const end = writeInstant(scene.sandbox.clock.now() + 2 * 3_600_000)
    const told = await ask(
      'alice',
      '--subject',
      'alice',
      '--entitlement',
      WRITE,
      '--emergency',
      'INC-1',
      ...REASON
    )
    const path = `grants/emergency/${WRITE}/alice.yaml`
    expect(told).toMatchObject({ status: 0, path, branch: `emergency/${WRITE}/alice`, pull: 1 })
    expect(await fileOn(scene, told.branch ?? '', path)).toContain(`\nexpires: ${end}\nincident: INC-1\n`)
    expect((await shown(scene, 1)).body).toContain('`@acme/on-call`')
    scene.wait(1)
    await scene.review('dave', 1)
    scene.wait(1)
    await scene.merge('alice', 1)
    scene.wait(1)
    expect((await scene.apply()).status).toBe(0)
    expect(scene.mayAssume('alice', 'billing-write')).toBe(true)
  })

  test('for somebody else names who asks; for one’s own workload it needn’t', async () => {
    const other = await ask('bob', ...usual('alice'))
    expect(await fileOn(scene, other.branch ?? '', PATH)).toContain('\nrequester: bob\n')
    const task = ['--task', 'https://github.com/acme/billing/issues/12']
    const own = await ask('alice', ...usual('exporter', 'aws-prod/logs-read'), ...task)
    const text = await fileOn(scene, own.branch ?? '', own.path)
    expect(text).toContain('\ntask: https://github.com/acme/billing/issues/12\n')
    expect(text).not.toContain('requester')
  })

  test('takes a duration, from its start', async () => {
    const told = await ask('alice', ...usual('alice', READ, '14d'), '--starts', '2026-12-01')
    expect(await fileOn(scene, told.branch ?? '', PATH)).toContain(
      '\nstarts: 2026-12-01\nexpires: 2026-12-14\n'
    )
  })

  test('for what ended replaces the file that is still there', async () => {
    const told = await ask('erin', ...usual('erin'))
    expect(told).toMatchObject({ status: 0, path: grantPath('billing-read', 'erin') })
  })

  test('for what a bundle gives already is told, and opened all the same', async () => {
    const told = await ask('erin', ...usual('erin', 'aws-prod/logs-read'))
    expect([told.status, told.err]).toEqual([
      0,
      expect.stringContaining(
        'erin holds aws-prod/logs-read already, through aws-prod/close until 2027-02-15T00:00:00Z'
      )
    ])
  })

  test('goes beside the branch of one that is over', async () => {
    await ask('alice', ...usual())
    await scene.api('alice', 'PATCH', '/pulls/1', { state: 'closed' })
    expect(await ask('alice', ...usual())).toMatchObject({
      status: 0,
      branch: `request/${READ}/alice.2`,
      pull: 2
    })
  })

  test('on a terminal shows the file and asks once more', async () => {
    const script = new Script(false)
    const no = await requestOnTerminal(scene, 'alice', script, ...usual())
    expect(no).toMatchObject({ status: 1, out: '' })
    expect(no.err).toContain(`${PATH}\n  # yaml-language-server`)
    expect(await pullsIn(scene)).toBe(0)
    const yes = await requestOnTerminal(scene, 'alice', new Script(true), ...usual())
    expect(yes.out).toBe(`Opened #1: ${scene.github.git}/acme/access/pull/1\n`)
  })

  test('takes --now on a local stand', async () => {
    const told = await ask('alice', ...usual('alice', READ, '8h'), '--now', '2026-11-20T12:00:00Z')
    expect(await fileOn(scene, told.branch ?? '', PATH)).toContain('expires: 2026-11-20T20:00:00Z\n')
  })
})

describe('what is missing is asked for on a terminal', () => {
  test('for a person: whom, what, why, until when, and the ticket that the risk asks for', async () => {
    const script = new Script('alice', WRITE, 'Repairs the invoices', '', 'OPS-1', true)
    const { status } = await requestOnTerminal(scene, 'alice', script)
    expect([status, script.left]).toEqual([0, 0])
    expect(script.asked).toEqual([
      'For whom? [alice]',
      'What? []',
      'Why, in words that are understood a year from now? []',
      'Until when (at most 30d)? A day, or how long: 8h, 14d [2026-12-19]',
      'In which ticket was it agreed ((OPS|SEC)-[0-9]+)? []',
      'Open the pull request?'
    ])
    expect(script.choices.get('What?')).toContainEqual({
      value: WRITE,
      label: `${WRITE} · billing-write · risk high`
    })
    expect(await fileOn(scene, `request/${WRITE}/alice`, grantPath('billing-write', 'alice'))).toContain(
      'reason: Repairs the invoices\nexpires: 2026-12-19\nticket: OPS-1\n'
    )
  })

  test('for a workload: its task too; no ticket where none is asked for', async () => {
    const script = new Script(
      'exporter',
      'aws-prod/logs-read',
      'Looks at its logs',
      '8h',
      'https://a.example/1',
      true
    )
    expect((await requestOnTerminal(scene, 'alice', script)).status).toBe(0)
    expect(script.asked).toContain(
      'For which task of exporter (the link of its issue, pipeline or change)? []'
    )
  })

  test('an answer that can’t be is refused at once', async () => {
    const { err, status } = await requestOnTerminal(scene, 'alice', new Script('alice', READ, 'short'))
    expect([status, err]).toEqual([2, expect.stringContaining('At least 10 characters')])
  })

  test('for break-glass: only what allows it, and no date', async () => {
    const script = new Script('alice', WRITE, 'Everything is on fire', true)
    expect((await requestOnTerminal(scene, 'alice', script, '--emergency', 'INC-1')).status).toBe(0)
    expect(script.choices.get('What?')?.map(({ value }) => value)).toEqual([WRITE])
  })
})

describe('nothing is opened', () => {
  test.each<[string, readonly string[], string]>([
    ['too long a time', usual('alice', READ, '2028-12-14'), 'expires-too-far'],
    ['a ticket is missing', usual('alice', WRITE), 'ticket-missing'],
    ['a ticket with more in it', [...usual(), '--ticket', 'OPS-1 # x: [y]'], 'ticket-malformed'],
    ['a task that is no link', [...usual(), '--task', 'javascript:alert(1)'], 'field-value'],
    ['an incident that is none', [...usual('alice', WRITE, '1h'), '--emergency', '../x'], 'error'],
    [
      'no glass to break',
      ['--subject', 'alice', '--entitlement', READ, '--emergency', 'INC-1', ...REASON],
      'emergency-not-allowed'
    ],
    [
      'the glass can’t be broken',
      [...usual('alice', READ, '1h'), '--emergency', 'INC-1'],
      'emergency-not-allowed'
    ],
    ['text that turns round', [...usual(), '--ticket', 'OPS-1\u202e'], 'yaml-character'],
    ['half a character', [...usual(), '--ticket', 'OPS-\ud83d'], 'yaml-character'],
    ['a reason of blanks', [...usual().slice(0, -1), '   a   b      c   '], 'reason-too-short']
  ])('where there is %s', async (_, args, code) => {
    const { status, out, err } = await as(scene, 'alice', 'request', '--yes', ...args)
    expect([status, out.includes(code) ? code : out]).toEqual([1, code])
    expect(out).toMatch(/grants\/\S+\.yaml:\d+:\d+ /u)
    expect(err).toContain('No pull request was opened')
    expect(await pullsIn(scene)).toBe(0)
  })

  test.each([
    ['AKIAIOSFODNN7EXAMPLE'],
    ['behind a tab:\tAKIAIOSFODNN7EXAMPLE'],
    ['on the next line:\nghp_0123456789abcdefghijABCDEFGHIJ012345']
  ])('for a reason that holds a secret: %j', async (secret) => {
    const args = [...usual().slice(0, -1), `Because of the key ${secret}`]
    const { status, out, err } = await as(scene, 'alice', 'request', '--yes', ...args)
    expect([status, out.includes('secret-found')]).toEqual([1, true])
    expect(`${out}${err}`).not.toMatch(/AKIA|ghp_/u)
    expect(await pullsIn(scene)).toBe(0)
  })

  test('for what is held already: says until when, and how to renew', async () => {
    const told = await ask('alice', ...usual('exporter', READ, '2027-03-01'), '--task', 'https://a.example/1')
    expect(told).toMatchObject({ status: 1, ok: false, branch: null, pull: null })
    expect(told.err).toContain(
      `exporter holds ${READ} already, until 2027-02-15T00:00:00Z (${grantPath('billing-read', 'exporter')}). To renew it: npx grantbook renew ${grantPath('billing-read', 'exporter')} --expires 2027-03-01`
    )
  })

  test('where the same is open already', async () => {
    await ask('alice', ...usual())
    const again = await ask('bob', ...usual())
    expect(again).toMatchObject({ status: 1, ok: false, pull: 1 })
    expect(again.err).toContain('#1 is open from this branch')
    expect(await pullsIn(scene)).toBe(1)
  })

  test.each<[string, readonly string[], string]>([
    [
      'an unknown subject',
      usual('alise'),
      '"alise" is neither in "people/" nor in "workloads/". The nearest is "alice".'
    ],
    ['an id that is a path', usual('../../x'), '"../../x" is neither in'],
    [
      'an unknown entitlement',
      usual('alice', 'aws-prod/biling-read'),
      'The nearest is "aws-prod/billing-read".'
    ],
    [
      'an entitlement without its system',
      usual('alice', 'billing-read'),
      'The nearest is "aws-prod/billing-read".'
    ],
    [
      'an unknown requester',
      [...usual(), '--requester', 'bop'],
      '--requester "bop" is not in "people/". The nearest is "bob".'
    ],
    ['a day that isn’t', usual('alice', READ, '2026-02-31'), 'it must be a day that exists'],
    [
      'an end that has passed',
      usual('alice', READ, '2026-11-19'),
      'that is over already (2026-11-20T00:00:00Z)'
    ],
    ['a start that isn’t', [...usual(), '--starts', 'soon'], '--starts "soon"'],
    ['an empty option', [...usual(), '--ticket', ' '], '--ticket is empty'],
    ['no end', [...usual().slice(0, 4), ...REASON], '--expires is missing'],
    ['no reason', usual().slice(0, -2), '--reason is missing, and there is no terminal to ask on'],
    ['no entitlement', ['--subject', 'alice'], '--entitlement is missing'],
    ['an argument', [...usual(), 'extra'], 'too many arguments']
  ])('and it exits 2 for %s', async (_, args, why) => {
    const { status, err } = await as(scene, 'alice', 'request', '--yes', ...args)
    expect([status, err]).toEqual([2, expect.stringContaining(why)])
    expect(await pullsIn(scene)).toBe(0)
  })

  test('without a terminal and without --yes', async () => {
    const { status, err } = await as(scene, 'alice', 'request', ...usual())
    expect([status, err]).toEqual([2, expect.stringContaining('Give --yes to open it without asking')])
  })

  test.each<[string, Readonly<Record<string, string>>, string]>([
    ['no token', { GITHUB_TOKEN: '' }, 'GITHUB_TOKEN is not set: it must hold your own token'],
    ['no repository', { GITHUB_REPOSITORY: '' }, 'GITHUB_REPOSITORY is not set'],
    ['a wrong token', { GITHUB_TOKEN: 'nonsense' }, 'GitHub doesn’t say whose GITHUB_TOKEN is']
  ])('with %s', async (_, over, why) => {
    const environment = { ...personal(scene, 'alice'), ...over }
    const { status, err } = await scene.runWith({ environment }, 'request', '--yes', ...usual())
    expect([status, err]).toEqual([2, expect.stringContaining(why)])
    expect(err).not.toContain('nonsense')
  })

  test('with our App’s token, or that of somebody without a file', async () => {
    const app = await as(scene, 'grantbook-acme', 'request', '--yes', ...usual())
    expect([app.status, app.err]).toEqual([2, expect.stringContaining('GITHUB_TOKEN is not a person’s')])
    const mallory = await as(scene, 'mallory', 'request', '--yes', ...usual())
    expect([mallory.status, mallory.err]).toEqual([
      2,
      expect.stringContaining('has the number 666 of @mallory-acme')
    ])
  })

  test('with --now where GitHub is elsewhere', async () => {
    const environment = { ...personal(scene, 'alice'), GITHUB_API_URL: 'https://api.github.com' }
    const { status, err } = await scene.runWith(
      { environment },
      'request',
      '--yes',
      ...usual(),
      '--now',
      '2026-11-20T12:00:00Z'
    )
    expect([status, err]).toEqual([2, expect.stringContaining('--now is for a GitHub on this machine')])
  })
})

test('what was begun is completed by the same command', async () => {
  scene.sandbox.setFaults([{ service: 'forge', kind: 'denied', operation: 'pulls/create' }])
  const first = await as(scene, 'alice', 'request', '--yes', ...usual())
  expect([first.status, first.err]).toEqual([2, expect.stringContaining('must have leave to write')])
  expect(scene.head(`request/${READ}/alice`)).not.toBeNull()
  scene.sandbox.setFaults([])
  expect(await ask('alice', ...usual())).toMatchObject({
    status: 0,
    branch: `request/${READ}/alice`,
    pull: 1
  })
})

describe('a branch of its name', () => {
  test('that somebody pushed is left alone', async () => {
    const theirs = await scene.branch('mallory', `request/${READ}/alice`, { [PATH]: grant('2027-02-14') })
    scene.update()
    expect(await ask('alice', ...usual())).toMatchObject({ status: 0, branch: `request/${READ}/alice.2` })
    expect(scene.head(`request/${READ}/alice`)).toBe(theirs)
  })

  test('that can’t be, because one stands where its folder would, is said', async () => {
    await scene.git('mallory', 'push', '-q', 'origin', 'origin/main:refs/heads/request')
    const { status, err } = await as(scene, 'alice', 'request', '--yes', ...usual())
    expect([status, err]).toEqual([
      2,
      expect.stringContaining('The pull request could not be opened (branch request/')
    ])
    expect(await pullsIn(scene)).toBe(0)
  })
})

test('hostile words stay words, in the file, the title, the commit and the body', async () => {
  const reason =
    'Needed: "x" # y\n- @acme/security <img src=x onerror=alert(1)> [a](https://evil.example) | b\nGrantbook-Requester: bob\n[skip ci] ##[add-mask]x 🔥'
  const told = await ask('alice', ...usual().slice(0, -1), reason)
  expect(told.status).toBe(0)
  const { title, body, head } = await shown(scene, 1)
  expect(title).toBe(`${READ} for alice until 2026-12-15T00:00:00Z`)
  expect(body).not.toMatch(/<img|@acme\/security|\]\(https:\/\/evil/u)
  const message = await scene.git(
    'frank',
    '-C',
    scene.forge.directory('acme/access'),
    'show',
    '-s',
    '--format=%B',
    head.sha
  )
  expect(message.trim()).toBe(title)
  scene.wait(1)
  await scene.review('carol', 1)
  scene.wait(1)
  await scene.merge('alice', 1)
  expect((await scene.run('validate')).out).not.toContain('billing-read/alice')
})

test('the library for prompts is loaded by one file alone, when it is called, and never by the action', () => {
  const source = join(import.meta.dirname, '../../src')
  const users = readdirSync(source, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.ts') && readFileSync(join(source, name), 'utf8').includes('@clack/'))
  expect(users).toEqual(['commands/steps/propose/terminal-prompts.ts'])
  const text = readFileSync(join(source, users[0] ?? ''), 'utf8')
  expect(text).not.toMatch(/^import (?!type ).*@clack/mu)
  expect(readFileSync(join(source, 'commands/action/registry.ts'), 'utf8')).not.toMatch(
    /\.\.\/(?:request|renew|offboard|suspend)\.ts/u
  )
})
