import { afterAll, beforeAll, expect, test } from 'vitest'
import { grant, grantPath } from '../support/book.ts'
import { ForgeScene, type Moment } from '../support/forge-scene.ts'

// Everything that a run leaves outside itself stands on the forge and in the account: a kill right after a call is that
// state, with all that the run had in memory, and in its clone, gone. All of them in .ci/run, some of them here.
const SOME = process.env['GRANTBOOK_FULL'] === '1' ? 1 : 8

const NEW = grantPath('billing-read', 'alice')
const LONGER = grantPath('billing-read', 'dave')
const PUSHED = grantPath('billing-read', 'erin')
const DELETED = grantPath('logs-read', 'bob')
const UNAPPROVED = grantPath('logs-read', 'carol')
const MEMBER = grantPath('auditors', 'bob')
const text = (expires: string, requester: string): string => grant(expires, `requester: ${requester}\n`)

let scene: ForgeScene
beforeAll(async () => {
  scene = await ForgeScene.open({
    files: { [LONGER]: text('2026-12-01', 'dave'), [DELETED]: text('2026-12-14', 'bob') }
  })
  await scene.apply()
  await scene.request('alice', 'r1', { [NEW]: text('2026-12-14', 'alice') }, ['carol'])
  await scene.request('dave', 'r2', { [LONGER]: text('2026-12-14', 'dave') }, ['carol'])
  await scene.request('carol', 'r3', { [UNAPPROVED]: text('2026-12-14', 'carol') }, [])
  await scene.request('bob', 'r4', { [MEMBER]: text('2026-12-14', 'bob') }, ['carol'])
  await scene.pushMain('frank', { [PUSHED]: text('2026-12-14', 'erin'), [DELETED]: null })
})
afterAll(() => scene.close())

/** What stands for whom, and what the record says of each, without what differs by who came to it. */
function outcome(): readonly unknown[] {
  const events = (path: string): readonly unknown[] => scene.events(path).map(({ event }) => event)
  const may = (user: string, role: string): boolean => scene.mayAssume(user, role)
  return [
    [may('alice', 'billing-read'), may('dave', 'billing-read'), may('erin', 'billing-read')],
    [may('bob', 'logs-read'), may('carol', 'logs-read')],
    events(NEW),
    events(PUSHED),
    events(UNAPPROVED),
    events(DELETED).at(-1),
    events(MEMBER)
  ]
}

const EXPECTED = [
  [true, true, false],
  [false, false],
  ['requested', 'approved', 'issued'],
  ['refused'],
  ['refused'],
  'revoked',
  ['requested', 'approved', 'issued']
]

test('killed after any call to GitHub, git or AWS: nothing stands unapproved, nothing is recorded that did not happen, the next run converges', async () => {
  const begun = scene.save()
  const proofs: boolean[] = []
  const kept: { readonly call: string; readonly moment: Moment }[] = []
  scene.sandbox.observe((phase, { service, operation }) => {
    // Proofs come first: whatever is being written to an account stands approved in the record by then.
    if (service === 'iam' && phase === 'before' && operation === 'PutUserPolicy')
      proofs.push(scene.events(NEW).some(({ event }) => event === 'approved'))
    if (phase === 'after' && isWrite(operation)) kept.push({ call: operation, moment: scene.save() })
  })
  const whole = await scene.apply()
  scene.sandbox.observe(null)
  expect([whole.status, outcome()]).toEqual([1, EXPECTED])
  expect(proofs).toEqual([true, true])
  expect(kept.length).toBeGreaterThanOrEqual(8)
  for (const { call, moment } of [{ call: 'nothing', moment: begun }, ...kept].filter(
    (_, n) => n % SOME === 0
  )) {
    await scene.restore(moment)
    await scene.git('frank', 'update-ref', '-d', 'refs/grantbook/evidence')
    for (const path of [NEW, MEMBER]) {
      const issued = scene.events(path).some(({ event }) => event === 'issued')
      expect([call, path, issued && !scene.mayAssume('alice', 'billing-read')]).toEqual([call, path, false])
    }
    const next = await scene.apply()
    expect([call, next.outcomes.filter(({ state }) => state === 'failed'), outcome()]).toEqual([
      call,
      [],
      EXPECTED
    ])
    scene.sandbox.clearCalls()
    expect((await scene.apply()).status).toBe(0)
    const writes = scene.sandbox.calls().filter(({ service, kind }) => service === 'iam' && kind === 'write')
    expect([call, writes]).toEqual([call, []])
    const audit = await scene.run('audit', '--format', 'json', '--evidence', 'refs/grantbook/evidence')
    expect([call, audit.status, audit.out]).toEqual([call, 0, expect.stringContaining('"problems": []')])
  }
}, 600_000)

/** Calls after which something stands otherwise than before. */
function isWrite(operation: string): boolean {
  return /^(?:Put|Delete|Add|Remove|Attach|Detach|Create|Set)|receive-pack|check|push/iu.test(operation)
}
