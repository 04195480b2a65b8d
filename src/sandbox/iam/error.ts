const STATUS: Readonly<Record<string, number>> = {
  AccessDenied: 403,
  ExpiredToken: 403,
  InvalidClientTokenId: 403,
  MissingAuthenticationToken: 403,
  SignatureDoesNotMatch: 403,
  NoSuchEntity: 404,
  ReportNotPresent: 410,
  ReportExpired: 410,
  ReportInProgress: 404,
  ConcurrentModification: 409,
  DeleteConflict: 409,
  EntityAlreadyExists: 409,
  EntityTemporarilyUnmodifiable: 409,
  LimitExceeded: 409,
  InternalFailure: 500,
  ServiceFailure: 500,
  ServiceUnavailable: 503
}

/** An answer that AWS gives instead of a result: its code, its HTTP status, its words. */
export class AwsError extends Error {
  override readonly name = 'AwsError'
  readonly code: string
  readonly status: number

  constructor(code: string, message: string, status = STATUS[code] ?? 400) {
    super(message)
    this.code = code
    this.status = status
  }
}

/** `NoSuchEntity` in IAM's words for a user, role, group or policy. */
export function noSuch(what: string, name: string): AwsError {
  return new AwsError('NoSuchEntity', `The ${what} with name ${name} cannot be found.`)
}

/** `MalformedPolicyDocument`. */
export function malformed(message: string): AwsError {
  return new AwsError('MalformedPolicyDocument', message)
}

/** `ValidationError` in the form of AWS's request validation. */
export function invalid(value: string, field: string, rule: string): AwsError {
  const member = field.charAt(0).toLowerCase() + field.slice(1)
  return new AwsError(
    'ValidationError',
    `1 validation error detected: Value '${value}' at '${member}' failed to satisfy constraint: ${rule}`
  )
}
