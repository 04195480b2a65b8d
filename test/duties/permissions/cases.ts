import type { Case } from './cases/case.ts'
import { actions } from './cases/actions.ts'
import { boundaries } from './cases/boundaries.ts'
import { conditions } from './cases/conditions.ts'
import { denies } from './cases/denies.ts'
import { grants } from './cases/grants.ts'
import { hostile } from './cases/hostile.ts'
import { resources } from './cases/resources.ts'
import { roles } from './cases/roles.ts'
import { unread } from './cases/unread.ts'

/** Every rule, several ways. */
export const CASES: Readonly<Record<string, readonly Case[]>> = {
  actions,
  resources,
  conditions,
  denies,
  boundaries,
  unread,
  roles,
  grants,
  hostile
}
