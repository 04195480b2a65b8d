import type { Operation } from '../operation.ts'
import { attachedOperations } from './attached.ts'
import { detailOperations } from './details.ts'
import { groupOperations } from './groups.ts'
import { inlineOperations } from './inline.ts'
import { policyOperations } from './policies.ts'
import { roleOperations } from './roles.ts'
import { summaryOperations } from './summary.ts'
import { userOperations } from './users.ts'
import { versionOperations } from './versions.ts'

/** Every operation of IAM that the sandbox imitates, by the names of the API. */
export const IAM_OPERATIONS: ReadonlyMap<string, Operation> = new Map(
  [
    attachedOperations,
    detailOperations,
    groupOperations,
    inlineOperations,
    policyOperations,
    roleOperations,
    summaryOperations,
    userOperations,
    versionOperations
  ].flatMap((family) => Object.entries(family))
)
