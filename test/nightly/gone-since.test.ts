import { expect, test } from 'vitest'
import type { OutsideItem, OutsidePrincipal } from '../../src/connectors/connector.ts'
import { foldTexts } from '../../src/evidence/fold.ts'
import { eventsPath, writeLine } from '../../src/evidence/lines.ts'
import { discovered, removedOutside, saved } from '../../src/evidence/record-outside.ts'
import { goneSince, outsidePath } from '../../src/nightly/outside.ts'
import { NOW } from '../support/book.ts'

const PRINCIPAL = 'arn:aws:iam::123456789012:user/mallory'
const ITEM: OutsideItem = {
  id: 'inline:job',
  what: 'inline policy job',
  digest: `sha256:${'0'.repeat(64)}`,
  by: null,
  since: null,
  lastUsed: null,
  severity: 'ordinary',
  removable: true,
  why: null,
  gives: null
}
const MALLORY: OutsidePrincipal = {
  principal: PRINCIPAL,
  kind: 'user',
  name: 'user/mallory',
  principalId: 'AIDAMALLORY',
  items: [ITEM]
}
const PATH = outsidePath('aws-prod', MALLORY)
const FACTS = { now: NOW, commit: 'a'.repeat(40), run: null, blobOf: () => null, entitlementBlob: () => null }
const SEEN = { id: ITEM.id, what: ITEM.what, firstSeen: NOW, by: 'x', lastUsed: null, digest: ITEM.digest }
const FOUND = discovered(PATH, MALLORY, [SEEN], FACTS)
const THING = { system: 'aws-prod', principal: PRINCIPAL, item: ITEM.id }
const SAVED = saved(PATH, { ...THING, digest: ITEM.digest, value: { what: 'inline' } }, FACTS)
const TAKEN = removedOutside(PATH, { ...THING, why: 'x', observed: false }, FACTS)

test('a run that was killed after it took something away is made good by the next', () => {
  const gone = (events: readonly (typeof FOUND)[], found: readonly OutsidePrincipal[], system = 'aws-prod') =>
    goneSince(
      system,
      found,
      foldTexts(new Map([[eventsPath(PATH), events.map((one) => writeLine(one)).join('')]])).ledger
    )
  const told = [{ path: PATH, principal: PRINCIPAL, item: ITEM.id }]
  expect(gone([FOUND, SAVED], [])).toEqual(told)
  // It stands still, or was recorded already, or never was to go; or it is another system's.
  expect(gone([FOUND, SAVED], [MALLORY])).toEqual([])
  expect(gone([FOUND, SAVED], [{ ...MALLORY, name: 'user/max', principal: `${PRINCIPAL}-max` }])).toEqual([])
  expect(gone([FOUND, SAVED, TAKEN], [])).toEqual([])
  expect(gone([FOUND], [])).toEqual([])
  expect(gone([FOUND, SAVED], [], 'aws-test')).toEqual([])
})
