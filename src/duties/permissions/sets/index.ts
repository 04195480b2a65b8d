import type { ActionSet } from '../types.ts'
import { DATA_EXFILTRATION } from './data-exfiltration.ts'
import { KEY_TAKEOVER } from './key-takeover.ts'
import { LOG_TAMPERING } from './log-tampering.ts'
import { PRIVILEGE_ESCALATION } from './privilege-escalation.ts'

/** The action sets that a rule can name without writing them itself. */
export const BUILT_IN_SETS: readonly ActionSet[] = [
  PRIVILEGE_ESCALATION,
  DATA_EXFILTRATION,
  LOG_TAMPERING,
  KEY_TAKEOVER
]
