import fc from 'fast-check'
import { expect, test } from 'vitest'
import { HOUR } from '../../src/book/duration.ts'
import { writeInstant, type Instant } from '../../src/book/instant.ts'
import { ACCOUNT, BASE, entitlement, grant, grantPath, NOW, person, type Files } from '../support/book.ts'
import { Scene } from '../support/scene.ts'

const USERS = ['alice', 'bob'] as const
const ROLES = ['billing-read', 'billing-write'] as const

interface Made {
  readonly user: string
  readonly role: string
  readonly kind: 'systems' | 'emergency'
  readonly from: Instant | null
  readonly until: Instant
}

const hours = fc.integer({ min: 1, max: 100 }).map((n) => NOW + n * HOUR)
const made = fc
  .record({
    user: fc.constantFrom(...USERS),
    role: fc.constantFrom(...ROLES),
    kind: fc.constantFrom('systems', 'emergency'),
    until: hours,
    ahead: fc.option(fc.integer({ min: 1, max: 50 }))
  })
  .map(({ user, role, kind, until, ahead }): Made => {
    // A break-glass grant may last two hours.
    const emergency = kind === 'emergency'
    const from = emergency ? until - 2 * HOUR : ahead === null ? null : until - ahead * HOUR
    return { user, role, kind: emergency ? 'emergency' : 'systems', from, until }
  })
const leaving = fc.option(fc.record({ user: fc.constantFrom(...USERS), ends: hours }))

const ON_CALL = 'emergency: {approvers: ["@acme/on-call"], maxDuration: 2h}\n'
const entitlements = Object.fromEntries(
  ROLES.map((role) => [`grants/systems/aws-prod/${role}/entitlement.yaml`, `${entitlement(role)}${ON_CALL}`])
)

function filesOf(
  grants: readonly Made[],
  leaver: { readonly user: string; readonly ends: Instant } | null
): Files {
  const files: Record<string, string> = { ...BASE, ...entitlements }
  for (const { user, role, kind, from, until } of grants) {
    const path = kind === 'systems' ? grantPath(role, user) : `grants/emergency/aws-prod/${role}/${user}.yaml`
    const more = `${from === null ? '' : `starts: ${writeInstant(from)}\n`}${kind === 'emergency' ? 'incident: INC-1\n' : ''}`
    files[path] = grant(writeInstant(until), more)
  }
  if (leaver)
    files[`grants/people/${leaver.user}.yaml`] = person(leaver.user, `ends: ${writeInstant(leaver.ends)}\n`)
  return files
}

test('what was applied allows at an instant if and only if some grant’s window holds then', async () => {
  const scene = await Scene.open(BASE)
  const clean = scene.sandbox.snapshot(ACCOUNT)
  try {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(made, { maxLength: 5, selector: ({ user, role, kind }) => `${user} ${role} ${kind}` }),
        leaving,
        async (grants, leaver) => {
          scene.sandbox.restore(ACCOUNT, clean)
          if (Object.keys(scene.repository.evidence()).length > 0)
            scene.repository.git('update-ref', '-d', 'refs/heads/evidence')
          scene.repository.commit(filesOf(grants, leaver))
          const ran = await scene.apply()
          expect([ran.status, ran.err.includes('error')]).toEqual([0, false])
          const edges = [
            NOW,
            ...grants.flatMap(({ from, until }) => [until, ...(from === null ? [] : [from])]),
            ...(leaver ? [leaver.ends] : [])
          ]
          for (const at of new Set(edges.flatMap((edge) => [edge - 1000, edge, edge + 1000]))) {
            for (const user of USERS) {
              for (const role of ROLES) {
                const holds = grants.some(
                  (one) =>
                    one.user === user &&
                    one.role === role &&
                    (one.from ?? -Infinity) <= at &&
                    at < one.until &&
                    (leaver?.user !== user || at < leaver.ends)
                )
                expect([user, role, writeInstant(at), scene.mayAssume(user, role, at)]).toEqual([
                  user,
                  role,
                  writeInstant(at),
                  holds
                ])
              }
            }
          }
          scene.writes()
          expect((await scene.apply()).calls.write).toBe(0)
        }
      ),
      { numRuns: 12 }
    )
  } finally {
    await scene.close()
  }
})
