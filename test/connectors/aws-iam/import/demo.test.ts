import { expect, test } from 'vitest'
import { readBook } from '../../../../scripts/demo/book.ts'
import { acmeWorld } from '../../../../scripts/demo/world.ts'
import { ROOT } from '../../../../scripts/house/root.ts'
import { ACCOUNT } from '../support.ts'
import { arn } from '../outside/support.ts'
import { guessed, inShort } from './support.ts'

test('the demo’s account, of which nothing is on file, is guessed at and none of its old policies is taken for more', async () => {
  const { now, aws } = acmeWorld(readBook(ROOT), '2026-11-20T09:00:00Z')
  const one = aws?.find(({ account }) => account === ACCOUNT)
  const { subjects, entitlements, unsaid, risks } = await guessed({
    ...(now === undefined ? {} : { now }),
    aws: one ? [one] : []
  })
  const foreign = [
    'user/mallory',
    'user/machines/old-build-server',
    'role/terraform',
    'user/grantbook-runner'
  ]
  const told = new Map(subjects.map((subject) => [subject.principal, inShort(subject)]))
  expect(foreign.map((name) => told.get(name))).toEqual([
    'workload medium other wherever the keys of this IAM user are kept',
    'workload medium other wherever the keys of this IAM user are kept',
    'workload low',
    'workload medium other wherever the keys of this IAM user are kept'
  ])
  expect(
    entitlements.flatMap(({ target, risk }) => (JSON.stringify(target).includes('auditors') ? [risk] : []))
  ).toEqual(['medium'])
  const why = (name: string) =>
    unsaid.filter(({ principal }) => principal === arn(name)).map((each) => each.why)
  expect(new Set(why('user/machines/old-build-server'))).toContain('it contains a Deny')
  expect(why('user/mallory').length).toBe(1)
  expect(risks.filter(({ risk }) => risk === 'administrator').map(({ principal }) => principal)).toContain(
    'user/mallory'
  )
})
