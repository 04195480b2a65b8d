/** Codes of separation of duties: what `conflicts` tells, and what stands together where a pull request is shown. */
export const DUTY_CODES: ReadonlySet<string> = new Set([
  'duties-conflict',
  'duties-emergency',
  'duties-exception-over',
  'duties-excepted',
  'duties-standing',
  'duties-warning',
  'exception-expired',
  'exception-unneeded',
  'can-run-cycle',
  'rule-hold-unknown',
  'rule-never-broken',
  'rule-set-invalid',
  'rule-unknown',
  'permissions-conflict',
  'permissions-unsure',
  'permissions-warning',
  'permissions-unread',
  'approval-excluded'
])
