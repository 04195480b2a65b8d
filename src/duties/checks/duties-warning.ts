import type { Check } from '../../findings/check.ts'
import { dutyFindings } from '../findings.ts'

/** Somebody holds more than a rule allows that only warns. */
export const dutiesWarning: Check = {
  code: 'duties-warning',
  severity: 'warning',
  doc: 'Somebody holds more than a rule allows that only warns.',
  fix: 'Drop one of the grants that the finding names, or move its dates.',
  run: (context) => dutyFindings(context, 'duties-warning')
}
