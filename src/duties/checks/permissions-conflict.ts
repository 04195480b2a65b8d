import type { Check } from '../../findings/check.ts'
import { permissionFindings } from '../permission-findings.ts'

/** What somebody is granted allows actions that a rule forbids together. */
export const permissionsConflict: Check = {
  code: 'permissions-conflict',
  severity: 'error',
  doc: 'What somebody is granted allows actions that a rule forbids together.',
  fix: 'Drop one of the grants that the finding names, or have an exception with a control approved.',
  run: (context) => permissionFindings(context).told.get('permissions-conflict') ?? []
}
