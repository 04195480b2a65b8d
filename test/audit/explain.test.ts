import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { at, grantPath, grant } from '../support/book.ts'
import { Repository, run } from '../support/repository.ts'
import { unpackInto } from './pack.ts'
import { ALICE, common, DAY, HOUR, T0, wholeStory } from './story.ts'

const repository = new Repository()
const history = wholeStory()
const BOB = grantPath('billing-read', 'bob')
const CAROL = grantPath('logs-read', 'carol')

beforeAll(() => {
  const when = T0 + 20 * DAY
  const text = grant('2026-12-24')
  history.land({ [BOB]: text, [CAROL]: text }, when)
  history.append({
    events: [
      {
        ...common(history, BOB, text, when),
        event: 'refused',
        system: 'aws-prod',
        code: 'approval-missing',
        why: 'Pull request #9 was merged without proof: nobody of @acme/billing approved',
        pull: 'acme/access#9'
      }
    ],
    at: when + HOUR
  })
  unpackInto(repository, history.objects)
  repository.git('update-ref', 'refs/heads/main', history.main.at(-1)?.commit ?? '')
  repository.git('update-ref', 'refs/heads/evidence', history.commits.at(-1) ?? '')
})
afterAll(() => repository.remove())

const explain = (args: readonly string[], now = at('2026-12-02T02:00:00Z')) =>
  run(repository, null, ['explain', ...args], { now, environment: {} })

describe('grantbook explain', () => {
  test('tells the whole chain, with links', async () => {
    const { status, out } = await explain(['alice', 'aws-prod/billing-read'])
    expect(status).toBe(0)
    const first = history.main[1]?.commit
    const second = history.main[2]?.commit
    expect(out).toBe(`${ALICE}
  Ended: revoked at 2026-12-02T01:00:00Z.

  2026-11-20T12:00:00Z  Requested by alice in acme/access#1.
                        https://github.com/acme/access/pull/1

  2026-11-20T12:00:00Z  Approved in acme/access#1: bob (bob-acme) said yes as @acme/billing at 2026-11-20T10:00:00Z on commit 222222222222, review 901.
                        https://github.com/acme/access/pull/1
                        https://github.com/acme/access/commit/${first}

  2026-11-20T12:00:00Z  Issued to user/alice in aws-prod (account 123456789012) until 2026-12-15T00:00:00Z. The system’s own policy ends it then.

  2026-11-22T09:00:00Z  Reduced by a push to main, without a pull request: Ends at 2026-12-02T00:00:00Z already. That only takes access away, so it needed no approval.
                        https://github.com/acme/access/commit/${second}

  2026-11-22T09:00:00Z  Shortened for user/alice in aws-prod (account 123456789012) until 2026-12-02T00:00:00Z. The system’s own policy ends it then.

  2026-12-02T01:00:00Z  Revoked from user/alice in aws-prod: its time ended. A session that was open then may have lasted until 2026-12-02T02:00:00Z.
`)
  })

  test.each([
    ['alice', 'ended', 6],
    ['bob', 'refused', 1],
    ['carol', 'unjudged', 1]
  ])('says how the grants of %s stand', async (subject, state, events) => {
    const { out } = await explain([subject, '--format', 'json'])
    const { grants } = JSON.parse(out) as { grants: { state: string; events: unknown[] }[] }
    expect(grants.map((one) => [one.state, one.events.length])).toEqual([[state, events]])
  })

  test('says why something was refused', async () => {
    const { out } = await explain(['bob'])
    expect(out).toContain(
      'Refused, so nothing stands: Pull request #9 was merged without proof: nobody of @acme/billing approved'
    )
  })

  test('says that nothing was ever asked for', async () => {
    const { status, out } = await explain(['alice', 'aws-prod/logs-read'])
    expect([status, out]).toEqual([
      0,
      'alice never asked for aws-prod/logs-read, as far as main and the record tell.\n'
    ])
  })

  test.each([
    [['alcie'], '"alcie" is no person or workload that main or the record knows. Did you mean "alice"?'],
    [
      ['alice', 'aws-prod/biling-read'],
      '"aws-prod/biling-read" is no entitlement that main or the record knows. Did you mean "aws-prod/billing-read"?'
    ],
    [['zzzzzzzzzzzz'], '"zzzzzzzzzzzz" is no person or workload that main or the record knows.']
  ])('refuses %j with the nearest name', async (args, message) => {
    const { status, err } = await explain(args)
    expect(status).toBe(2)
    expect(err).toContain(message)
  })
})
