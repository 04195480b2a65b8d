import type { Year } from '../year.ts'
import { consoleGrants } from './console-grants.ts'
import { consoleTampers } from './console-tampers.ts'
import { decideOutside } from './decide-outside.ts'
import { emergency } from './emergency.ts'
import { leave } from './leave.ts'
import { massDeletion } from './mass-deletion.ts'
import { meddle } from './meddle.ts'
import { pushPast } from './push-past.ts'
import { reinstate } from './reinstate.ts'
import { renew } from './renew.ts'
import { requestByCommand } from './request-by-command.ts'
import { request } from './request.ts'
import { reviewEmergency } from './review-emergency.ts'
import { revokeEarly } from './revoke-early.ts'
import { suspend } from './suspend.ts'
import { tidy } from './tidy.ts'
import { unapproved } from './unapproved.ts'

/** Something that people do. */
export interface YearEvent {
  readonly kind: string
  /** How often a day, on average. */
  readonly perDay: number
  /** Does it, and says what it was; null: there was no occasion. */
  readonly happen: (year: Year) => string | null | Promise<string | null>
}

/** Everything that happens in a year, in the order of a day. */
export const EVENTS: readonly YearEvent[] = [
  request,
  requestByCommand,
  renew,
  revokeEarly,
  emergency,
  leave,
  suspend,
  reinstate,
  unapproved,
  pushPast,
  massDeletion,
  consoleGrants,
  consoleTampers,
  decideOutside,
  reviewEmergency,
  tidy,
  meddle
]
