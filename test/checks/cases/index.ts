import { dates } from './dates.ts'
import { duties } from './duties.ts'
import { emergencies } from './emergencies.ts'
import { entitlements } from './entitlements.ts'
import { foundAccess } from './found-access.ts'
import { people } from './people.ts'
import { permissions } from './permissions.ts'
import { quota } from './quota.ts'
import { references } from './references.ts'
import { systems } from './systems.ts'
import { whatAGrantSays } from './what-a-grant-says.ts'
import type { Case } from './case.ts'

/** All cases of all checks. */
export const CASES: readonly Case[] = [
  ...references,
  ...dates,
  ...whatAGrantSays,
  ...emergencies,
  ...entitlements,
  ...systems,
  ...quota,
  ...people,
  ...permissions,
  ...foundAccess,
  ...duties
]
