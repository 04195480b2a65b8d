import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { verdictOutput } from '../../src/render/output/verdict.ts'
import { grant, grantPath } from '../support/book.ts'
import { ForgeScene, type Moment } from '../support/forge-scene.ts'

const ALICE = grantPath('billing-read', 'alice')
const GRANT = grant('2026-12-14')

let scene: ForgeScene
let begin: Moment
beforeAll(async () => {
  scene = await ForgeScene.open()
  begin = scene.save()
})
beforeEach(() => scene.restore(begin))
afterAll(() => scene.close())

const runs = z.object({
  check_runs: z.array(
    z.object({
      id: z.int(),
      conclusion: z.string(),
      app: z.object({ slug: z.string() }),
      output: z.object({ title: z.string(), summary: z.string(), annotations_count: z.int() })
    })
  )
})
const comments = z.array(z.object({ id: z.int(), body: z.string() }))
const labels = z.array(z.object({ name: z.string() }))

async function verdict(...args: readonly string[]) {
  const ran = await scene.run('verdict', '--format', 'json', ...args)
  if (ran.status === 2) throw new Error(ran.err)
  return { ...ran, ...verdictOutput.parse(JSON.parse(ran.out)) }
}

/** What our App's checks on a commit say, newest first. */
async function checks(commit: string) {
  const found = runs.parse(
    await scene.api('alice', 'GET', `/commits/${commit}/check-runs?check_name=grantbook&filter=all`)
  )
  return found.check_runs.toSorted((a, b) => b.id - a.id)
}

async function labelsOf(pull: number): Promise<readonly string[]> {
  const listed = labels.parse(await scene.api('alice', 'GET', `/issues/${pull}/labels`))
  return listed.map(({ name }) => name)
}

async function commentsOf(pull: number) {
  return comments.parse(await scene.api('alice', 'GET', `/issues/${pull}/comments`))
}

describe('one pull request', () => {
  test('check run, comment and labels say the same, and follow it', async () => {
    const head = await scene.branch('alice', 'ask', { [ALICE]: GRANT })
    const pull = await scene.pull('alice', 'ask')
    const first = await verdict('--pull', String(pull))
    expect([first.status, first.ok, first.state, first.pull, first.head]).toEqual([
      0,
      true,
      'missing',
      pull,
      head
    ])
    const [check] = await checks(head)
    expect([check?.id, check?.conclusion, check?.app.slug, check?.output.title]).toEqual([
      first.check,
      'action_required',
      'grantbook-acme',
      'Waiting for approval'
    ])
    expect(check?.output.summary).toContain('**1 of `@acme/billing`**')
    const [comment] = await commentsOf(pull)
    expect(comment?.id).toBe(first.comment)
    expect(comment?.body.startsWith('## Waiting for approval\n')).toBe(true)
    expect(await labelsOf(pull)).toEqual(['grantbook: waiting'])

    scene.wait(1)
    await scene.review('carol', pull)
    const second = await verdict('--pull', String(pull))
    expect([second.state, second.comment]).toEqual(['approved', first.comment])
    const [now] = await checks(head)
    expect([now?.id, now?.conclusion, now?.output.title]).toEqual([second.check, 'success', 'Ready to merge'])
    expect((await commentsOf(pull)).map(({ body }) => body.split('\n')[0])).toEqual(['## Ready to merge'])
    expect(await labelsOf(pull)).toEqual(['grantbook: ready'])
  })

  test('judged again with nothing new, nothing is written', async () => {
    await scene.branch('alice', 'ask', { [ALICE]: GRANT })
    const pull = await scene.pull('alice', 'ask')
    const first = await verdict('--pull', String(pull))
    scene.wait(60)
    scene.sandbox.clearCalls()
    const second = await verdict('--pull', String(pull))
    expect([second.check, second.comment]).toEqual([first.check, first.comment])
    const writes = scene.sandbox
      .calls()
      .filter(({ kind, service }) => kind === 'write' && service === 'forge')
    expect(writes.filter(({ operation }) => operation.startsWith('checks/'))).toEqual([])
  })

  test('a mistake is annotated on its line', async () => {
    const head = await scene.branch('alice', 'ask', { [ALICE]: GRANT.replace('expires', 'expries') })
    const pull = await scene.pull('alice', 'ask')
    const { state } = await verdict('--pull', String(pull))
    const [check] = await checks(head)
    expect([state, check?.conclusion, check?.output.annotations_count]).toEqual(['refused', 'failure', 1])
    const annotations = await scene.api('alice', 'GET', `/check-runs/${check?.id ?? 0}/annotations`)
    expect(annotations).toMatchObject([
      { path: ALICE, start_line: 2, annotation_level: 'failure', title: 'field-unknown' }
    ])
    expect(await labelsOf(pull)).toEqual(['grantbook: needs changes'])
  })

  test('labels of others stay, and somebody else’s label of ours goes', async () => {
    await scene.branch('alice', 'ask', { [ALICE]: GRANT })
    const pull = await scene.pull('alice', 'ask')
    await scene.api('alice', 'POST', `/issues/${pull}/labels`, { labels: ['urgent', 'grantbook: ready'] })
    await verdict('--pull', String(pull))
    expect((await labelsOf(pull)).toSorted()).toEqual(['grantbook: waiting', 'urgent'])
  })

  test('a comment with our marker by somebody else is not ours', async () => {
    await scene.branch('alice', 'ask', { [ALICE]: GRANT })
    const pull = await scene.pull('alice', 'ask')
    await scene.api('alice', 'POST', `/issues/${pull}/comments`, {
      body: '## Ready to merge\n<!-- grantbook verdict -->'
    })
    const { comment } = await verdict('--pull', String(pull))
    const [theirs, ours] = await commentsOf(pull)
    expect([theirs?.body, ours?.id]).toEqual(['## Ready to merge\n<!-- grantbook verdict -->', comment])
  })
})

describe('--head', () => {
  test('of several pull requests with one head the worst counts on the check they share', async () => {
    const head = await scene.branch('alice', 'ask', { [ALICE]: GRANT })
    await scene.git('bob', 'push', '-q', 'origin', `${head}:refs/heads/same`)
    const [first, second] = [await scene.pull('alice', 'ask'), await scene.pull('bob', 'same')]
    scene.wait(1)
    await scene.review('carol', first)
    const { pull, state } = await verdict('--head', head)
    expect([pull, state]).toEqual([second, 'missing'])
    const [check, ...others] = await checks(head)
    expect([check?.conclusion, others.length]).toEqual(['action_required', 0])
    expect([await labelsOf(first), await labelsOf(second)]).toEqual([
      ['grantbook: ready'],
      ['grantbook: waiting']
    ])
  })

  test('another head by now: only that commit’s check is written, and it is never ready', async () => {
    const old = await scene.branch('alice', 'ask', { [ALICE]: GRANT })
    const pull = await scene.pull('alice', 'ask')
    const head = await scene.more('alice', 'ask', { [ALICE]: `${GRANT}ticket: OPS-1\n` })
    const told = await verdict('--pull', String(pull), '--head', old)
    expect([told.state, told.head, told.comment]).toEqual(['refused', old, null])
    expect((await checks(old)).map(({ conclusion }) => conclusion)).toEqual(['failure'])
    expect([await checks(head), await commentsOf(pull)]).toEqual([[], []])
  })

  test('nobody’s head: nothing to do', async () => {
    const { status, pull, check } = await verdict('--head', 'a'.repeat(40))
    expect([status, pull, check]).toEqual([0, null, null])
  })
})

test('without either, every open pull request is judged', async () => {
  await scene.branch('alice', 'one', { [ALICE]: GRANT })
  await scene.branch('bob', 'two', { [grantPath('billing-read', 'bob')]: GRANT })
  const [one, two] = [await scene.pull('alice', 'one'), await scene.pull('bob', 'two')]
  const { status, out } = await scene.run('verdict')
  expect([status, out]).toEqual([
    0,
    `#${one} Waiting for approval: 1 to grant; 0 of 1 file approved.\n#${two} Waiting for approval: 1 to grant; 0 of 1 file approved.\n`
  ])
})

describe('of several pull requests', () => {
  async function three() {
    const pulls: number[] = []
    for (const who of ['alice', 'bob', 'dave']) {
      await scene.branch(who, who, { [grantPath('billing-read', who)]: GRANT })
      pulls.push(await scene.pull(who, who))
    }
    return pulls
  }

  test('one that can’t be written to stops no other', async () => {
    const [one, two, three_] = await three()
    scene.sandbox.setFaults([
      { service: 'forge', operation: 'checks/create', kind: 'denied' },
      { service: 'forge', operation: 'issues/create-comment', kind: 'denied' }
    ])
    const { status, out, err } = await scene.run('verdict')
    const waiting = 'Waiting for approval: 1 to grant; 0 of 1 file approved.'
    expect([status, out]).toEqual([1, `#${two} ${waiting}\n#${three_} ${waiting}\n`])
    expect(err.split('\n').map((line) => line.replace(/ (?:can’t|could not) .*/u, ''))).toEqual([
      `error: #${one}: check run "grantbook"`,
      `error: copies on #${two}: comment on #${two}`,
      ''
    ])
    expect([await labelsOf(one ?? 0), await labelsOf(two ?? 0), await labelsOf(three_ ?? 0)]).toEqual([
      [],
      [],
      ['grantbook: waiting']
    ])
  })

  test('one at which we fail ourselves stops no other, and is not kept quiet', async () => {
    const [one, two, three_] = await three()
    const { AWS_ACCESS_KEY_ID: _id, AWS_SECRET_ACCESS_KEY: _key, ...environment } = scene.environment()
    const told: string[] = []
    const err = (text: string): void => {
      told.push(text)
      // Nothing of GitHub's or git's: a mistake of ours at the first pull request.
      if (told.length === 1) throw new RangeError('unforeseen')
    }
    const { status } = await scene.runWith({ environment, err }, 'verdict')
    expect([status, told.join('').includes('RangeError: unforeseen')]).toEqual([2, true])
    const labelled = await Promise.all([one, two, three_].map((pull) => labelsOf(pull ?? 0)))
    expect(labelled).toEqual([[], ['grantbook: waiting'], ['grantbook: waiting']])
  })
})

describe('what a change of governing files does to standing grants', () => {
  test('an entitlement pointed elsewhere names everybody who holds it', async () => {
    await scene.branch('alice', 'ask', { [ALICE]: GRANT })
    const path = 'grants/systems/aws-prod/billing-read/entitlement.yaml'
    const text = await scene.git('frank', 'show', `origin/main:${path}`)
    await scene.request('alice', 'grant', { [ALICE]: GRANT }, ['carol'])
    await scene.apply()
    const head = await scene.branch('frank', 'point', {
      [path]: text.replace('entitlements/billing-read', 'entitlements/billing-write')
    })
    const pull = await scene.pull('frank', 'point')
    await verdict('--pull', String(pull))
    const [check] = await checks(head)
    expect(check?.output.summary).toContain('#### Other grants whose meaning this changes')
    expect(check?.output.summary).toContain('| update | alice | billing\\-read |')
    expect(check?.output.summary).toContain(
      '+target: {assumeRole: "arn:aws:iam::123456789012:role/entitlements/billing-write"}'
    )
  })
})
