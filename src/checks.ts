import { canRunCycle } from './duties/checks/can-run-cycle.ts'
import { dutiesConflict } from './duties/checks/duties-conflict.ts'
import { dutiesEmergency } from './duties/checks/duties-emergency.ts'
import { dutiesExcepted } from './duties/checks/duties-excepted.ts'
import { dutiesExceptionOver } from './duties/checks/duties-exception-over.ts'
import { dutiesWarning } from './duties/checks/duties-warning.ts'
import { exceptionUnneeded } from './duties/checks/exception-unneeded.ts'
import { permissionsConflict } from './duties/checks/permissions-conflict.ts'
import { permissionsUnsure } from './duties/checks/permissions-unsure.ts'
import { permissionsWarning } from './duties/checks/permissions-warning.ts'
import { ruleHoldUnknown } from './duties/checks/rule-hold-unknown.ts'
import { ruleNeverBroken } from './duties/checks/rule-never-broken.ts'
import { ruleSetInvalid } from './duties/checks/rule-set-invalid.ts'
import { accountDuplicate } from './findings/checks/account-duplicate.ts'
import { accountInvalid } from './findings/checks/account-invalid.ts'
import { accountMismatch } from './findings/checks/account-mismatch.ts'
import { accountMissing } from './findings/checks/account-missing.ts'
import { approverForeign } from './findings/checks/approver-foreign.ts'
import { backupIsOwner } from './findings/checks/backup-is-owner.ts'
import { bundleCycle } from './findings/checks/bundle-cycle.ts'
import { bundleSubjects } from './findings/checks/bundle-subjects.ts'
import { connectorUnknown } from './findings/checks/connector-unknown.ts'
import { dateInvalid } from './findings/checks/date-invalid.ts'
import { emergencyBlocked } from './findings/checks/emergency-blocked.ts'
import { emergencyNotAllowed } from './findings/checks/emergency-not-allowed.ts'
import { emergencyRenewals } from './findings/checks/emergency-renewals.ts'
import { emergencyTooLong } from './findings/checks/emergency-too-long.ts'
import { endsEarlier } from './findings/checks/ends-earlier.ts'
import { entitlementUnknown } from './findings/checks/entitlement-unknown.ts'
import { exceptionExpired } from './findings/checks/exception-expired.ts'
import { expiresBeforeStarts } from './findings/checks/expires-before-starts.ts'
import { expiresTooFar } from './findings/checks/expires-too-far.ts'
import { githubIncomplete } from './findings/checks/github-incomplete.ts'
import { githubLoginDuplicate } from './findings/checks/github-login-duplicate.ts'
import { githubNumberDuplicate } from './findings/checks/github-number-duplicate.ts'
import { grantExpired } from './findings/checks/grant-expired.ts'
import { historyMissing } from './findings/checks/history-missing.ts'
import { includeUnknown } from './findings/checks/include-unknown.ts'
import { managerCycle } from './findings/checks/manager-cycle.ts'
import { managerUnknown } from './findings/checks/manager-unknown.ts'
import { maxDurationOverTier } from './findings/checks/max-duration-over-tier.ts'
import { outOfBandMoved } from './findings/checks/out-of-band-moved.ts'
import { outOfBandOverdue } from './findings/checks/out-of-band-overdue.ts'
import { ownerInactive } from './findings/checks/owner-inactive.ts'
import { ownerUnknown } from './findings/checks/owner-unknown.ts'
import { ownerWithoutGithub } from './findings/checks/owner-without-github.ts'
import { personLeft } from './findings/checks/person-left.ts'
import { quotaExceeded } from './findings/checks/quota-exceeded.ts'
import { reasonTooShort } from './findings/checks/reason-too-short.ts'
import { requesterUnknown } from './findings/checks/requester-unknown.ts'
import { retrospectiveMissing } from './findings/checks/retrospective-missing.ts'
import { retrospectiveStart } from './findings/checks/retrospective-start.ts'
import { ruleUnknown } from './findings/checks/rule-unknown.ts'
import { settingsMissing } from './findings/checks/settings-missing.ts'
import { subjectKind } from './findings/checks/subject-kind.ts'
import { subjectSuspended } from './findings/checks/subject-suspended.ts'
import { subjectUnknown } from './findings/checks/subject-unknown.ts'
import { suspensionOver } from './findings/checks/suspension-over.ts'
import { systemDuplicate } from './findings/checks/system-duplicate.ts'
import { systemSettings } from './findings/checks/system-settings.ts'
import { systemUnknown } from './findings/checks/system-unknown.ts'
import { targetInvalid } from './findings/checks/target-invalid.ts'
import { targetMissing } from './findings/checks/target-missing.ts'
import { taskMissing } from './findings/checks/task-missing.ts'
import { ticketMalformed } from './findings/checks/ticket-malformed.ts'
import { ticketMissing } from './findings/checks/ticket-missing.ts'
import { ticketPatternInvalid } from './findings/checks/ticket-pattern-invalid.ts'
import { tolerationIncomplete } from './findings/checks/toleration-incomplete.ts'
import { tolerationTooLong } from './findings/checks/toleration-too-long.ts'
import { totalTooLong } from './findings/checks/total-too-long.ts'
import { workloadExpired } from './findings/checks/workload-expired.ts'
import { workloadOrphaned } from './findings/checks/workload-orphaned.ts'
import { workloadUnknown } from './findings/checks/workload-unknown.ts'
import type { Check } from './findings/check.ts'

/** Every check, in one list. One check = one function = one code = one file. Their order doesn't matter. */
export const CHECKS: readonly Check[] = [
  // Whether things that are named exist.
  settingsMissing,
  subjectUnknown,
  systemUnknown,
  entitlementUnknown,
  includeUnknown,
  requesterUnknown,
  ownerUnknown,
  managerUnknown,
  managerCycle,
  ruleUnknown,
  workloadUnknown,
  // Dates and how long access may last.
  dateInvalid,
  expiresBeforeStarts,
  expiresTooFar,
  emergencyTooLong,
  totalTooLong,
  historyMissing,
  endsEarlier,
  // What only time brings.
  grantExpired,
  workloadExpired,
  exceptionExpired,
  suspensionOver,
  personLeft,
  outOfBandOverdue,
  // What a grant must say.
  reasonTooShort,
  ticketMissing,
  ticketMalformed,
  ticketPatternInvalid,
  taskMissing,
  subjectKind,
  subjectSuspended,
  // Entitlements.
  targetMissing,
  bundleCycle,
  bundleSubjects,
  maxDurationOverTier,
  emergencyNotAllowed,
  approverForeign,
  // What systems themselves allow.
  connectorUnknown,
  systemSettings,
  systemDuplicate,
  targetInvalid,
  accountInvalid,
  accountMissing,
  accountDuplicate,
  accountMismatch,
  quotaExceeded,
  // People and who answers for what.
  githubIncomplete,
  githubLoginDuplicate,
  githubNumberDuplicate,
  ownerWithoutGithub,
  ownerInactive,
  backupIsOwner,
  workloadOrphaned,
  // Separation of duties.
  ruleHoldUnknown,
  ruleNeverBroken,
  canRunCycle,
  dutiesConflict,
  dutiesWarning,
  dutiesEmergency,
  dutiesExcepted,
  dutiesExceptionOver,
  exceptionUnneeded,
  ruleSetInvalid,
  permissionsConflict,
  permissionsWarning,
  permissionsUnsure,
  // Access found outside, and reviews of emergencies.
  tolerationIncomplete,
  tolerationTooLong,
  outOfBandMoved,
  retrospectiveStart,
  retrospectiveMissing,
  emergencyBlocked,
  emergencyRenewals
]
