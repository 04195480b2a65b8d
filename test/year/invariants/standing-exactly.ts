import { writeInstant } from '../../../src/book/instant.ts'
import { isMembership, sidOf, type Standing } from '../model.ts'
import { tellsOf } from '../told.ts'
import { ACCOUNTS, roleArn } from '../world.ts'
import { foundOf, type Found } from './live.ts'
import type { Invariant } from './index.ts'

/**
 * What stands is exactly what was approved and is current: nothing else, nothing less, with these very dates. A difference
 * must have been told by a run; and even then nothing stands that was never approved.
 */
export const standingExactly: Invariant = {
  name: 'what stands',
  check: (year) => {
    const { expected, lastTold, limbo, outside, tampered } = year
    const open = new Set(limbo.flatMap(({ paths }) => paths))
    const found = new Map(foundOf(year).map((one) => [keyOf(one), one]))
    const sure = keyed(expected.sure)
    const tried = expected.tried.map(keyed)
    const wrong: string[] = []
    const isTold = ({ path, principal, system }: Standing): boolean =>
      lastTold.some((one) => tellsOf(one, path, system, principal))
    for (const [key, one] of found) {
      if (sure.has(key) || tampered.has(`${one.system} ${one.principal}`)) continue
      const by = outside.some(
        ({ kind, principal, system }) =>
          kind === 'member' && system === one.system && principal === one.principal
      )
      if (one.sid === 'member' && by) continue
      if (!tried.some((map) => map.has(key))) wrong.push(`nobody approved ${key}`)
    }
    const latest = tried.at(-1) ?? sure
    for (const [key, standing] of latest) {
      if (found.has(key) || open.has(standing.path)) continue
      if (tampered.has(`${standing.system} ${standing.principal}`)) continue
      if (expected.tried.length > 0 && isTold(standing)) continue
      wrong.push(`${standing.path} is missing: ${key}`)
    }
    for (const [key, standing] of sure) {
      if (!found.has(key) || latest.has(key)) continue
      if (!isTold(standing)) wrong.push(`${standing.path} should be gone: ${key}`)
    }
    return wrong
  }
}

function keyed(standing: ReadonlyMap<string, Standing>): ReadonlyMap<string, Standing> {
  return new Map([...standing.values()].map((one) => [keyOf(foundFor(one)), one]))
}

function keyOf({ body, from, principal, sid, system, until }: Found): string {
  return [system, principal, sid, from ?? '', until ?? '', body].join(' ')
}

/** How a grant stands in an account (docs/aws-iam.md). */
function foundFor({ from, item, path, principal, system, until }: Standing): Found {
  if (isMembership(item)) return { system, principal, sid: 'member', from: null, until: null, body: item }
  const body =
    item === 'logs' ? 'Allow logs:GetLogEvents *' : `Allow sts:AssumeRole ${roleArn(ACCOUNTS[system], item)}`
  const dates = { from: from === null ? null : writeInstant(from), until: writeInstant(until) }
  return { system, principal, sid: sidOf(path), ...dates, body }
}
