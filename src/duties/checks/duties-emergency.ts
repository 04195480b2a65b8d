import type { Check } from '../../findings/check.ts'
import { dutyFindings } from '../findings.ts'

/** A break-glass grant makes somebody hold more than a rule allows; it warns only. */
export const dutiesEmergency: Check = {
  code: 'duties-emergency',
  severity: 'warning',
  doc: 'A break-glass grant makes somebody hold more than a rule allows; it warns only.',
  fix: 'Let the review of the emergency look at it.',
  run: (context) => dutyFindings(context, 'duties-emergency')
}
