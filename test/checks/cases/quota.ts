import type { Patch } from '../acme.ts'
import type { Case } from './case.ts'

/** So many entitlements whose one statement nearly fills a managed policy, all held by bob. */
function large(count: number): Patch {
  const resources = Array.from(
    { length: 40 },
    (_, n) => `arn:aws:s3:::acme-${String(n).padStart(100, '0')}/*`
  )
  const patch: Record<string, string> = {}
  for (let n = 0; n < count; n++) {
    const folder = `grants/systems/aws-prod/bucket-${String(n).padStart(2, '0')}`
    patch[`${folder}/entitlement.yaml`] = `title: Read many buckets
description: Reads them.
owner: carol
approvers: ["@acme/storage"]
risk: low
subjects: [person]
target: { statements: [{ actions: ["s3:GetObject"], resources: ${JSON.stringify(resources)} }] }
`
    patch[`${folder}/bob.yaml`] = 'reason: Looks into the buckets\nexpires: 2026-12-31\n'
  }
  return patch
}

export const quota: readonly Case[] = [
  {
    code: 'quota-exceeded',
    what: 'an eleventh managed policy',
    patch: large(11),
    found: [
      'systems/aws-prod/bucket-04/bob.yaml:1:1 error quota-exceeded A statement of 5075 characters doesn’t fit on user/bob any more: its policies have 12 statements, room for 1843 characters inline and for 10 managed policies of 5529. End other grants of this principal, or bundle what it needs into one role to assume.'
    ]
  },
  { code: 'quota-exceeded', what: 'ten managed policies', patch: large(10), found: [] },
  {
    code: 'quota-exceeded',
    what: 'an eleventh that has ended takes no room',
    patch: {
      ...large(11),
      'grants/systems/aws-prod/bucket-10/bob.yaml': 'reason: Looks into the buckets\nexpires: 2026-11-19\n'
    },
    found: [
      'systems/aws-prod/bucket-10/bob.yaml:2:10 warning grant-expired The grant ended at 2026-11-20T00:00:00Z.'
    ]
  }
]
