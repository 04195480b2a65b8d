import type { Check } from '../../findings/check.ts'
import { dutyFindings } from '../findings.ts'

/** Somebody would hold more than a rule of separation of duties allows, by own grants, bundles or workloads. */
export const dutiesConflict: Check = {
  code: 'duties-conflict',
  severity: 'error',
  doc: 'Somebody would hold more than a rule of separation of duties allows, by own grants, bundles or workloads.',
  fix: 'Drop one of the grants that the finding names, move its dates, or have an exception with a control approved.',
  run: (context) => dutyFindings(context, 'duties-conflict')
}
