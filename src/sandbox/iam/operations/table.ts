import type { Operation } from '../operation.ts'
import { attachedOperations } from './attached.ts'
import { detailOperations } from './details.ts'
import { groupOperations } from './groups.ts'
import { inlineOperations } from './inline.ts'
import { keyOperations } from './keys.ts'
import { policyOperations } from './policies.ts'
import { providerOperations } from './providers.ts'
import { reportOperations } from './report.ts'
import { roleOperations } from './roles.ts'
import { signInOperations } from './sign-in.ts'
import { simulateOperations } from './simulate.ts'
import { summaryOperations } from './summary.ts'
import { tagOperations } from './tags.ts'
import { userOperations } from './users.ts'
import { versionOperations } from './versions.ts'

/** Every operation of IAM that the sandbox imitates, by the names of the API. */
export const IAM_OPERATIONS: ReadonlyMap<string, Operation> = new Map(
  [
    attachedOperations,
    detailOperations,
    groupOperations,
    inlineOperations,
    keyOperations,
    policyOperations,
    providerOperations,
    reportOperations,
    roleOperations,
    signInOperations,
    simulateOperations,
    summaryOperations,
    tagOperations,
    userOperations,
    versionOperations
  ].flatMap((family) => Object.entries(family))
)
