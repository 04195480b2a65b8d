import type { Check } from '../../findings/check.ts'
import { permissionFindings } from '../permission-findings.ts'

/** What somebody is granted allows actions together against which a rule warns. */
export const permissionsWarning: Check = {
  code: 'permissions-warning',
  severity: 'warning',
  doc: 'What somebody is granted allows actions together against which a rule warns.',
  fix: 'Drop one of the grants that the finding names.',
  run: (context) => permissionFindings(context).told.get('permissions-warning') ?? []
}
