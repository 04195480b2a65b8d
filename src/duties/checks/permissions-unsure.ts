import type { Check } from '../../findings/check.ts'
import { permissionFindings } from '../permission-findings.ts'

/** What somebody is granted may allow actions that a rule forbids together; the finding says why it is unsure. */
export const permissionsUnsure: Check = {
  code: 'permissions-unsure',
  severity: 'warning',
  doc: 'What somebody is granted may allow actions that a rule forbids together; the finding says why it is unsure.',
  fix: 'Look at what the finding names: narrow it until it is sure, or drop a grant.',
  run: (context) => permissionFindings(context).told.get('permissions-unsure') ?? []
}
