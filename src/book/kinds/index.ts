import type { z } from 'zod'
import type { Kind } from '../paths.ts'
import { entitlement } from './entitlement.ts'
import { exception } from './exception.ts'
import { emergency, grant } from './grant.ts'
import { outOfBand } from './out-of-band.ts'
import { person } from './person.ts'
import { retrospective } from './retrospective.ts'
import { rule } from './rule.ts'
import { settings } from './settings.ts'
import { suspension } from './suspension.ts'
import { system } from './system.ts'
import { workload } from './workload.ts'

/** The one definition of each kind of file, from which types are inferred and `schemas/<kind>.schema.json` are generated. */
export const KINDS = {
  settings,
  person,
  workload,
  rule,
  exception,
  system,
  entitlement,
  grant,
  emergency,
  suspension,
  'out-of-band': outOfBand,
  retrospective
} as const satisfies Record<Kind, z.ZodType>

/** What a file of a kind holds. */
export type FileOf<K extends Kind> = z.infer<(typeof KINDS)[K]>
