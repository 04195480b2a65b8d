import type { Check } from '../../findings/check.ts'
import { dutyFindings } from '../findings.ts'

/** An exception has ended, and the grants that needed it are still in the files. */
export const dutiesExceptionOver: Check = {
  code: 'duties-exception-over',
  severity: 'warning',
  doc: 'An exception has ended, and the grants that needed it are still in the files.',
  fix: 'Remove the grant that ended with it, or ask for a new exception.',
  run: (context) => dutyFindings(context, 'duties-exception-over')
}
