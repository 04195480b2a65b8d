import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { entitlement, grant, grantPath, TASK, workload } from '../support/book.ts'
import { ForgeScene, type Moment, type Patch } from '../support/forge-scene.ts'

// Two pull requests, each fine, give one person both halves of a duty: through the real commands.

const RULE = 'grants/rules/create-and-approve.yaml'
const files: Patch = {
  [RULE]:
    'title: Nobody both creates and approves payments\nhold: [duty:payments.create, duty:payments.approve]\natMost: 1\n',
  'grants/systems/aws-prod/pay-create/entitlement.yaml': entitlement(
    'pay-create',
    'duties: [payments.create]\ntarget: {statements: [{actions: ["sqs:SendMessage"], resources: ["*"]}]}'
  ),
  'grants/systems/aws-prod/pay-approve/entitlement.yaml': entitlement(
    'pay-approve',
    'duties: [payments.approve]\ntarget: {statements: [{actions: ["sqs:ReceiveMessage"], resources: ["*"]}]}'
  ),
  'grants/workloads/payer.yaml': workload('payer', 'owner: dave\nbackup: alice')
}
const [CREATE, APPROVE] = [grantPath('pay-create', 'alice'), grantPath('pay-approve', 'alice')]
const PAYER = grantPath('pay-create', 'payer')
const GRANT = grant('2026-12-14')

let scene: ForgeScene
let begin: Moment
beforeAll(async () => {
  scene = await ForgeScene.open({ files })
  begin = scene.save()
})
beforeEach(() => scene.restore(begin))
afterAll(() => scene.close())

const comments = z.array(
  z.object({ body: z.string(), performed_via_github_app: z.object({ slug: z.string() }).nullish() })
)

/** What our App says on a pull request beside the copy of the verdict. */
async function told(pull: number): Promise<readonly string[]> {
  const all = comments.parse(await scene.api('frank', 'GET', `/issues/${pull}/comments`))
  return all.flatMap(({ body, performed_via_github_app: app }) =>
    app?.slug === 'grantbook-acme' && body.includes('<!-- grantbook held') ? [body] : []
  )
}

const runs = z.object({
  check_runs: z.array(
    z.object({ id: z.int(), conclusion: z.string(), output: z.object({ summary: z.string() }) })
  )
})

/** The newest check on a commit. */
async function check(head: string): Promise<{ conclusion: string; output: { summary: string } } | undefined> {
  const path = `/commits/${head}/check-runs?check_name=grantbook&filter=all`
  return runs.parse(await scene.api('frank', 'GET', path)).check_runs.toSorted((a, b) => b.id - a.id)[0]
}

async function open(branch: string, who: string, change: Patch): Promise<{ pull: number; head: string }> {
  const head = await scene.branch(who, branch, change)
  const pull = await scene.pull(who, branch)
  scene.wait(1)
  await scene.review('carol', pull)
  expect((await scene.run('verdict', '--pull', String(pull))).status).toBe(0)
  return { pull, head }
}

describe('3: two pull requests that conflict by a duty', () => {
  test('both merged before an apply: the later is held, recorded, told on both, and nobody loses anything', async () => {
    const first = await open('first', 'alice', { [CREATE]: GRANT })
    const second = await open('second', 'alice', { [APPROVE]: GRANT })
    expect([(await check(first.head))?.conclusion, (await check(second.head))?.conclusion]).toEqual([
      'success',
      'success'
    ])
    for (const { pull } of [first, second]) {
      scene.wait(1)
      await scene.merge('frank', pull)
    }
    const ran = await scene.apply()
    expect(ran.status).toBe(1)
    expect(ran.outcomes.map(({ grant: path, state }) => [path, state])).toEqual([
      [APPROVE, 'held'],
      [CREATE, 'done']
    ])
    expect(scene.events(APPROVE)).toMatchObject([{ event: 'held', code: 'duties-conflict' }])
    expect(scene.events(CREATE).at(-1)).toMatchObject({ event: 'issued' })
    const [onFirst, onSecond] = [await told(first.pull), await told(second.pull)]
    expect([onFirst.length, onSecond.length]).toEqual([1, 1])
    expect(onFirst[0]).toContain(`## #${second.pull} doesn’t go together with this`)
    expect(onSecond[0]).toContain(`It doesn’t go together with #${first.pull}.`)
    expect(onSecond[0]).toContain('create\\-and\\-approve')
    // Said once, and the next run has nothing new.
    const again = await scene.apply()
    expect(again.status).toBe(0)
    expect([await told(first.pull), await told(second.pull)]).toEqual([onFirst, onSecond])
  })

  test('the first merged and applied: the second shows it at once, with a way out', async () => {
    const first = await open('first', 'alice', { [CREATE]: GRANT })
    const second = await open('second', 'alice', { [APPROVE]: GRANT })
    scene.wait(1)
    await scene.merge('frank', first.pull)
    expect((await scene.apply()).status).toBe(0)
    scene.wait(1)
    expect((await scene.run('verdict')).status).toBe(0)
    const shown = await check(second.head)
    expect(shown?.conclusion).toBe('failure')
    const summary = shown?.output.summary ?? ''
    expect(summary).toContain('#### Separation of duties')
    expect(summary).toContain('grants/systems/aws-prod/pay-create/alice.yaml:1')
    expect(summary).toMatch(/Drop grants\/systems\/aws\\-prod\/pay\\-approve\/alice\\\.yaml/u)
  })

  test('a workload’s grant and its backup’s own: held as well', async () => {
    const first = await open('first', 'alice', { [APPROVE]: GRANT })
    const second = await open('second', 'dave', { [PAYER]: `${GRANT}${TASK}requester: dave\n` })
    for (const { pull } of [first, second]) {
      scene.wait(1)
      await scene.merge('frank', pull)
    }
    const ran = await scene.apply()
    expect(ran.outcomes.map(({ grant: path, state }) => [path, state])).toEqual([
      [APPROVE, 'done'],
      [PAYER, 'held']
    ])
    expect((await told(first.pull)).length).toBe(1)
  })
})
