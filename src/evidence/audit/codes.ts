/**
 * Everything that an audit can find, and what it means: the one place where each code is written. docs/audit.md carries
 * this list, held to it by a test. The first part has the names of the rules that every reader of the branch holds it to.
 */
export const CODES = {
  // The branch as such.
  'no-evidence': 'There is no evidence branch to audit.',
  'commit-form': 'A commit has another form than the writer gives it: further, doubled or damaged headers.',
  parent:
    'A commit has another parent than the commit before it, or several: something was merged in, left out or put before.',
  unsigned: 'A commit has no signature.',
  signature: 'A commit’s signature is damaged, or was made over something else.',
  signer: 'A commit is signed by a key that was no signer at that point of the record.',
  settings: 'The approved settings go, can’t be read, or name no signer.',
  path: 'The branch holds a file that has no business there, or one that is no regular file.',
  'append-only': 'A file of events was changed otherwise than by adding lines at its end.',
  event:
    'A line is no event of a known kind, isn’t in the one form in which events are written, or stands in another’s file.',
  approved: 'A file under approved/ changed otherwise than the events of the same commit say.',
  genesis: 'The record doesn’t begin with one genesis whose files are main’s at the commit that it names.',
  'head-missing':
    'The branch doesn’t contain the head that was noted elsewhere: its end was cut off, or it was rewritten.',
  // Times and order.
  'event-doubled': 'The same event stands twice in one file.',
  'time-impossible': 'An instant in an event is none, or lies after the commit that recorded it.',
  'time-backwards': 'An event is older than the one before it by more than the longest run takes.',
  'not-on-main': 'An event names a commit that isn’t on main’s own line of history.',
  'landed-differs': 'What an event says landed on main isn’t what main’s tree holds at that commit.',
  'order-broken': 'Commits of main were judged in another order than they landed, or one was judged twice.',
  // Approvals.
  'request-missing': 'An approval stands without the request that it answers.',
  'pull-foreign': 'An event names a pull request of another repository.',
  'pull-judged-twice': 'One pull request was judged again after its judgement was final.',
  'review-used-twice': 'One review was counted for two pull requests.',
  'approval-missing': 'A file moved as approved, and nobody approved it.',
  'approval-incomplete':
    'Fewer people approved than the file asks for, or one of the groups that must agree didn’t.',
  'approval-not-owner': 'An approval was counted as that of a team or login that didn’t own the file then.',
  'approver-unknown': 'An approval was counted of an account that led to no person of the approved files.',
  'approver-inactive': 'An approval was counted of a person who had left or was suspended.',
  'approver-excluded':
    'An approval was counted of the subject, the requester, or the workload’s owner or backup.',
  'approval-late': 'An approval was given after the merge.',
  'approval-stale': 'An approval was older at the merge than the settings allow.',
  'reduction-widens': 'A change that was taken as only taking access away does something else.',
  'transfer-false':
    'A workload is recorded as handed over, and its approved file says otherwise; or it was handed over, and that isn’t recorded.',
  'transfer-consent':
    'A workload was handed over without the consent of its old or its new owner, or of the next manager of whoever is gone.',
  // Access.
  'issued-unapproved': 'Access was given for a file in a form that wasn’t the approved one.',
  'issued-too-soon': 'Access was given before the approval of its file.',
  'issued-outside-window':
    'Access was given for longer than the approved files allow, or for a time that was over.',
  'issued-suspended': 'Access was given to a subject that was suspended.',
  'issued-elsewhere':
    'Access was given to another account, system or entitlement than the approved files say.',
  'nothing-stood': 'Access was extended, shortened, updated or revoked that nobody had given.',
  'direction-wrong': 'An extension ends sooner than what stood before, or a shortening later.',
  'ended-not-revoked': 'Access ended more than a day before the last run and was never recorded as revoked.',
  'standing-without-chain':
    'Access stands for a file that was never approved, or that left the approved files more than a day before the last run.',
  // Access found outside.
  'nothing-found': 'Something was decided on that the record never said was found.',
  'found-clock-moved': 'Something found outside is said to have been first seen later than it was.',
  'tolerated-unapproved':
    'Access found outside is recorded as tolerated, and no approved form of its file says just that.',
  'adopted-without-grant':
    'Access found outside is recorded as adopted by a grant that had given nothing there then.',
  'declined-by-nobody':
    'A pull request about access found outside was counted as declined by somebody who couldn’t decide that.',
  'restored-unapproved':
    'What was taken away outside is recorded as standing again, and no approved file lets it.',
  'removed-undecided':
    'Access found outside was taken away before its time, although nobody had decided so, or against an approved decision.',
  'issued-after-end':
    'Access was given for a file in the very form that had been ended before its time, without a new approval.',
  'end-without-ground':
    'Access was ended before its time, and the files name no ground for it: no task of a workload’s grant, or another one.',
  'run-broken': 'A run is recorded as finished twice, or settles a run that nobody started.',
  // GitHub’s own records, read with a token. What can’t be read there is told, and is no problem of the record.
  'github-differs': 'GitHub lists a pull request, a review or a merge otherwise than the record says.'
} as const

/** Name of one kind of problem. */
export type ProblemCode = keyof typeof CODES

/** One thing that is wrong with the record. */
export interface AuditProblem {
  readonly code: ProblemCode
  /** Path on the evidence branch; null for a whole commit. */
  readonly file: string | null
  /** Line of that file, counted from 1; null where no single line is meant. */
  readonly line: number | null
  /** Commit of the evidence branch; null for the branch as a whole. */
  readonly commit: string | null
  readonly message: string
}
