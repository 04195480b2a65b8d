import type { Case } from './case.ts'
import { changes } from './duties/changes.ts'
import { entitlements } from './duties/entitlements.ts'
import { exceptions } from './duties/exceptions.ts'
import { overTime } from './duties/over-time.ts'
import { ownGrants } from './duties/own-grants.ts'
import { rules } from './duties/rules.ts'
import { warnings } from './duties/warnings.ts'
import { workloads } from './duties/workloads.ts'

/** Separation of duties. */
export const duties: readonly Case[] = [
  ...ownGrants,
  ...entitlements,
  ...overTime,
  ...workloads,
  ...changes,
  ...warnings,
  ...exceptions,
  ...rules
]
