/** The command was called wrongly. Exit status 2; the message is one line for a person. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** The work could not be done at all: unreachable, unreadable, missing history. Exit status 2. */
export class UnableError extends Error {
  override readonly name = 'UnableError'
}

/** A mistake of ours. Exit status 2, with its stack, and the request to report it. */
export class InternalError extends Error {
  override readonly name = 'InternalError'
}

/** The evidence branch can't be trusted: nothing is done on its word. Exit status 1; the message says where and what. */
export class EvidenceError extends Error {
  override readonly name = 'EvidenceError'
}
