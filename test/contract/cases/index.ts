import { attached, conflicts } from './attached.ts'
import { details } from './details.ts'
import { documents } from './documents.ts'
import { groups } from './groups.ts'
import { inline } from './inline.ts'
import { keys } from './keys.ts'
import { quotas } from './quotas.ts'
import { roles } from './roles.ts'
import { trusts } from './trusts.ts'
import { users } from './users.ts'
import { versions } from './versions.ts'
import type { Scenario } from './step.ts'

/** Every case, run on the local IAM and, where the two should agree, on moto. */
export const SCENARIOS: readonly Scenario[] = [
  ...attached,
  ...conflicts,
  ...details,
  ...documents,
  ...groups,
  ...inline,
  ...keys,
  ...quotas,
  ...roles,
  ...trusts,
  ...users,
  ...versions
]
