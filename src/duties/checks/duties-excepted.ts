import type { Check } from '../../findings/check.ts'
import { dutyFindings } from '../findings.ts'
import { permissionFindings } from '../permission-findings.ts'

/** Somebody holds more than a rule allows, under an exception. */
export const dutiesExcepted: Check = {
  code: 'duties-excepted',
  severity: 'note',
  doc: 'Somebody holds more than a rule allows, under an exception.',
  fix: 'Nothing while the exception stands; the last approved of the grants ends with it.',
  run: (context) => [
    ...dutyFindings(context, 'duties-excepted'),
    ...(permissionFindings(context).told.get('duties-excepted') ?? [])
  ]
}
