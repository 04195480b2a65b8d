import { expect, test } from 'vitest'
import type { OutsideItem } from '../../src/connectors/connector.ts'
import { askedNow } from '../../src/nightly/asked-now.ts'
import type { Sighting } from '../../src/nightly/outside.ts'

function found(name: string, firstSeen: number, severity: OutsideItem['severity'] = 'ordinary') {
  const item = { severity } as OutsideItem
  const sighting = { path: name, seen: [{ firstSeen }] } as unknown as Sighting
  return { sighting, fates: [{ item }] }
}

const paths = (all: readonly { readonly sighting: Sighting }[]) => all.map(({ sighting }) => sighting.path)
const ALL = [found('young', 3), found('old', 1), found('filed', 0), found('admin', 2, 'administrator')]

test('what GitHub can list is asked about in one', () => {
  expect(askedNow(ALL, () => false, 4)).toEqual({ now: ALL, waiting: 0 })
})

test('of more the dangerous and the oldest come first, without what files say already, and the rest waits', () => {
  const { now, waiting } = askedNow(ALL, ({ sighting }) => sighting.path === 'filed', 2)
  expect([paths(now), waiting]).toEqual([['admin', 'old'], 1])
})
