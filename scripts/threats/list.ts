/** A way to do harm, and what holds against it. One line of Markdown each. */
export interface Threat {
  readonly threat: string
  readonly holds: string
  /** Tests elsewhere in `test/` that attack it too. */
  readonly also?: readonly string[]
}

/** The threats that tests attack, by number. */
export const THREATS: ReadonlyMap<number, Threat> = new Map<number, Threat>([
  [
    1,
    {
      threat:
        'A pull request edits the tool, a workflow, settings, people, rules, entitlements or CODEOWNERS to profit from them, in itself or in a later one.',
      holds:
        'The tool never changes together with a grant; owners, numbers and rules come from the approved tree, never from the pull request itself.',
      also: ['approval/cases/whole.ts']
    }
  ],
  [
    2,
    {
      threat: 'Approved, then pushed again.',
      holds:
        'An approval counts only if its commit changes the same files to the same mode and content as the merged head.'
    }
  ],
  [
    3,
    {
      threat: 'Two pull requests, each fine, conflict together.',
      holds:
        'The book is judged with each as it lands: the later one is held, as a whole, with the error that it would bring, recorded, and told on both.'
    }
  ],
  [
    4,
    {
      threat: 'The requester approves through a pull request that a bot opened.',
      holds:
        'Our App names the requester in its own commit; other bots open nothing that can be approved; whoever pushes is excluded.'
    }
  ],
  [
    5,
    {
      threat: 'Pusher, author, co-author, committer, subject or workload owner approves.',
      holds:
        'They are excluded as persons, whatever account they use; pushers come from the repository’s activity.'
    }
  ],
  [
    6,
    {
      threat: 'The approver is not, or no longer, an active member of the owning team.',
      holds: 'Membership and the team’s own access are asked for; no answer is not approved, and tried again.'
    }
  ],
  [
    7,
    {
      threat: 'A direct push, a force push, an administrator’s bypass: of grants and of what governs.',
      holds:
        'Only what a merged and approved pull request brought moves the approved tree; of everything else only what takes access away.',
      also: ['apply/forge.test.ts']
    }
  ],
  [
    8,
    {
      threat: 'The grant’s path matches no owner, by another case or a pattern.',
      holds: 'A path without an owner, or without the shape of a known file, is refused.'
    }
  ],
  [
    9,
    {
      threat: 'Rename or delete to escape an owner.',
      holds:
        'A rename is a deletion and an addition, each with its own owners; deleting what governs needs approval.'
    }
  ],
  [
    10,
    {
      threat: 'Replay of an old approval: the same text again, restored, lengthened, a last day moved back.',
      holds:
        'A form that has left the approved tree needs a new approval; only what takes access away needs none.'
    }
  ],
  [
    11,
    {
      threat: 'Listings cut at a cap.',
      holds:
        'Whatever was not read whole is not approved, and said so; the record of pushes must reach the head.',
      also: ['io/github/reading.test.ts', 'io/github/collect.test.ts']
    }
  ],
  [
    12,
    {
      threat: 'A bot, an app or a second account approves.',
      holds:
        'Only human accounts whose number stands in exactly one approved person’s file count, each person once.'
    }
  ],
  [
    13,
    {
      threat: 'An old workflow run is run again.',
      holds:
        'Every run follows the branch’s present tip, as GitHub names it; a second attempt for an older commit does nothing.',
      also: ['apply/forge.test.ts']
    }
  ],
  [
    14,
    {
      threat: 'A workload’s owner uses it to get round a rule.',
      holds:
        'Owners and backups count as subjects of their workloads, before and after the change; a workload changes hands only with both owners; a rule counts what somebody holds by owning, backing up or running a workload, whichever file brings it.',
      also: ['commands/nightly-leavers.test.ts', 'audit/workloads.test.ts']
    }
  ],
  [
    15,
    {
      threat: 'Somebody edits the tool’s own policy in AWS, or attaches access by hand.',
      holds:
        'What is ours is brought back to the approved files at once and recorded; what isn’t ours and no grant explains comes before its owners with a date, administrators at once.',
      also: ['connectors/aws-iam/outside/find.test.ts', 'commands/nightly-outside.test.ts']
    }
  ],
  [
    16,
    {
      threat: 'The record is forged, unsigned, reordered, cut or rewritten.',
      holds:
        'Every commit on the evidence branch is signed, has one parent and only appends; the files it approves follow from its events; its head is noted in a check run of our App. Otherwise nothing is done.',
      also: ['audit/tamper.test.ts', 'audit/chain.test.ts']
    }
  ],
  [
    17,
    {
      threat: 'An extra file inside a hand-made merge commit.',
      holds: 'What landed must be, file by file, what the pull request’s head changed.',
      also: ['apply/forge.test.ts']
    }
  ],
  [
    18,
    {
      threat: 'Approved against another base, then retargeted.',
      holds: 'Approvals must follow the last change of base; only the default branch is followed.'
    }
  ],
  [
    19,
    {
      threat: 'An approval given after the merge, or months before.',
      holds: 'It must precede the merge, and be younger than `approvals.maxAge` then.'
    }
  ],
  [
    20,
    {
      threat: 'A review whose commit was stamped anew, or set by the caller.',
      holds:
        'Content decides, both of the commit that is named and of what the branch held when the review was given.',
      also: ['commands/approvals.test.ts']
    }
  ],
  [
    21,
    {
      threat: 'A renamed account or team whose old name somebody else took.',
      holds:
        'People are told by the number of their account; a team’s members count only as approved people.',
      also: ['commands/approvals.test.ts']
    }
  ],
  [
    22,
    {
      threat: 'An objection dismissed by the requester’s friend.',
      holds:
        'Only another owner of the file, who may approve it, lifts an objection; or its author’s own newer review.'
    }
  ],
  [
    23,
    {
      threat:
        'A bundle takes in somebody else’s entitlement; a target is changed, or a duty dropped, under standing grants.',
      holds:
        'The approvers of each newly included entitlement must agree besides governance; definitions belong to governance; a rule whose last duty goes is an error.'
    }
  ],
  [
    24,
    {
      threat:
        'A user or role is deleted and made again under the same name, and inherits what its forerunner held.',
      holds:
        'Evidence records the unique id that each grant was issued to; under another id the grants are held and reported.'
    }
  ],
  [
    25,
    {
      threat: 'A check or status of the same name, posted by another App, workflow or user.',
      holds:
        'Ours are known by their App; the proof looks at no check at all, and the record’s anchor counts only from the App that the approved settings name.',
      also: ['sandbox/forge/reviews.test.ts']
    }
  ],
  [
    26,
    {
      threat:
        'A typo in a date means “never expires”: a misspelt key, a wrong type, year 9999, 31 February, an epoch, another zone.',
      holds:
        'Two forms of date and real days only; unknown keys are errors; `expires` is required; a grant without a real end is never issued.'
    }
  ],
  [
    27,
    {
      threat: 'The nightly never runs, is skipped or cancelled.',
      holds:
        'The end stands in the target’s own policy: nothing of ours has to run for access to end. Where a target can’t hold it, every plan says so and the first run takes it.'
    }
  ],
  [
    28,
    {
      threat: 'A revocation fails and looks like success; an old version of a policy is brought back.',
      holds:
        'A revocation counts only when live state shows it gone; our managed policies keep no other version.'
    }
  ],
  [
    29,
    {
      threat: 'The end of one statement widens something else: a Deny that runs out, an array of dates.',
      holds:
        'Our statements are Allow with one date each, never merged; dates and epochs in a target’s conditions are refused.'
    }
  ],
  [
    30,
    {
      threat: 'An emergency grant lasts longer than it may, or is renewed for ever.',
      holds:
        'Longest duration and total are judged when it comes, `maxTotal` counts emergencies in, and what was too long then stays refused however long one waits. Renewals are counted by what the record says was given, until a review that came after the end; overdue, there is no further one.'
    }
  ],
  [
    31,
    {
      threat: 'Two grants overlap, and the end of one tears down the other.',
      holds:
        'Each grant has its own statements under its own Sid; a shared group membership goes with the last grant that needs it.'
    }
  ],
  [
    32,
    {
      threat: 'A session, or a chain of roles that assume each other, outlasts its grant.',
      holds:
        'Entitlement roles admit no entitlement role and have sessions of one hour; anything else is refused. `sessionsUntil` tells the rest.'
    }
  ],
  [
    33,
    {
      threat: 'A workload outlives its owner or its task.',
      holds:
        'Its grants end when it is due to be attested again, and a grace after its last active owner or backup has gone: written into its policies from the first day. A task that is over ends what it justified for good; nothing but a new approval brings it back.',
      also: ['commands/nightly-leavers.test.ts', 'io/github/tasks.test.ts', 'audit/workloads.test.ts']
    }
  ],
  [
    34,
    {
      threat:
        'Access found outside is renamed or changed a little to start a new clock; somebody registers a back door of his own, or prepares an account before it is imported.',
      holds:
        'Each thing keeps the instant at which it was first seen, by its principal’s unique id, its own id and its content; a decision is about exactly what it was made on; whoever made it, has it or is to answer for it decides nothing. An import makes nobody an approver, writes no stranger into `runs`, leaves out whoever bears somebody’s address, and grants nothing that is an administrator’s.',
      also: [
        'commands/outside-decided.test.ts',
        'commands/restore.test.ts',
        'commands/adopt.test.ts',
        'commands/import.test.ts',
        'connectors/aws-iam/import/roles.test.ts'
      ]
    }
  ],
  [
    35,
    {
      threat: 'A broken file keeps old access in force beyond its date.',
      holds: 'A grant that can’t be judged is frozen: it widens nothing, and ends at the date it has.'
    }
  ],
  [
    36,
    {
      threat: 'The folder of people is empty or unreadable, and everybody loses everything.',
      holds:
        'Unreadable is not empty; an organisation without people or entitlements removes nothing unexplained, and the run fails.'
    }
  ],
  [
    37,
    {
      threat: 'Mass deletion; or tripping the guard in order to keep one’s own access.',
      holds:
        'Unexplained removals beyond the limit are withheld; explained ones always go, and a suspension comes first and counts as one.'
    }
  ],
  [
    38,
    {
      threat: 'Policies of others on a principal of ours are damaged; a Deny or a quarantine is removed.',
      holds:
        'Ours are known by name and path. Everything else is counted and stays as it is, byte for byte; of what was found outside nothing goes that holds a Deny, and no boundary, whatever was decided.'
    }
  ],
  [
    39,
    {
      threat: 'The run is killed in the middle.',
      holds:
        'Killed before or after any call to GitHub, git or AWS, the next run converges; at no moment is a kept grant absent, or anything issued without a recorded approval.',
      also: ['crash/whole-apply.test.ts', 'crash/crash.test.ts']
    }
  ],
  [
    40,
    {
      threat: 'Two applies at once; two repositories on one account.',
      holds:
        'Evidence moves by compare-and-swap and the loser computes again; policy names come from the repository; each principal is read afresh before it is written.',
      also: ['crash/racing-applies.test.ts']
    }
  ],
  [
    41,
    {
      threat: 'A record is lost on its way to the evidence branch, or damaged there.',
      holds:
        'Proofs are recorded before anything is issued, in one compare-and-swap; a lost answer is found out by reading again; what a killed run did is recorded as `observed`.',
      also: ['io/git/evidence-remote.test.ts']
    }
  ],
  [
    42,
    {
      threat:
        'GitHub or AWS throttle for minutes, fail after the effect, drop answers, show the past; a wrong clock, account or repository.',
      holds:
        'What can’t be read is not approved and tried again; our own retries, re-reads until it shows; more than five minutes between the clocks, another account or another repository stops the run.',
      also: ['commands/approvals.test.ts', 'io/github/open.test.ts']
    }
  ],
  [
    43,
    {
      threat:
        'YAML that is a bomb, or means two things: aliases, merge keys, tags, duplicate and complex keys, several documents, deep nesting.',
      holds: 'All of it is refused where it stands, within limits that hold before anything is parsed.'
    }
  ],
  [
    44,
    {
      threat:
        'Files that aren’t what they seem: links, submodules, `..`, control characters, endless names, look-alike ids, `__proto__`.',
      holds:
        'git objects are read as listed and links never followed; ids are plain lower-case ASCII; paths without a known shape are errors.'
    }
  ],
  [
    45,
    {
      threat:
        'A field that is a command to the workflow’s log (`::`, `##[`), or moves a terminal’s cursor: in files, titles, logins, messages of errors.',
      holds: 'Everything from outside is escaped where it is printed, in every format of every command.',
      also: ['render/escape.test.ts']
    }
  ],
  [
    46,
    {
      threat:
        'Markdown, HTML, mentions, image beacons, comment markers and table breaks in any text of a pull request, file or review.',
      holds:
        'Other people’s text is escaped, or stands in code, wherever a check, comment or summary shows it; our own comment is known by its App.',
      also: ['render/verdict.test.ts']
    }
  ],
  [
    47,
    {
      threat:
        'A title, reason or control in the files becomes a formula when a report is opened in a spreadsheet.',
      holds: 'A cell that begins like a formula gets an apostrophe in front, and stays on one line.'
    }
  ],
  [
    49,
    {
      threat: 'Shell metacharacters and options in names of branches, titles and ids.',
      holds:
        'No shell runs anywhere; git gets ids of objects, never names of branches; workflows pass nothing that people wrote on a command line.',
      also: ['workflows/act.test.ts', 'io/git/git.test.ts']
    }
  ],
  [
    51,
    {
      threat: 'Patterns that make the matcher back-track for hours.',
      holds:
        'Ticket patterns run in linear time (RE2); globs know `*` and `?` only and are matched without back-tracking; 10,000 rules and 1,000 patterns in one are judged.'
    }
  ],
  [
    52,
    {
      threat:
        'Tokens and keys in files, errors and logs, also where GitHub or git say back what they were sent.',
      holds:
        'A file that holds something like a key is refused without printing it; errors tell codes and words, never credentials.',
      also: ['commands/conceal.test.ts', 'commands/genesis.test.ts']
    }
  ]
])

/** One of the nine rules of the proof. */
export interface Rule {
  /** Its file in `src/approval/rules/`. */
  readonly file: string
  readonly name: string
  /** Numbers of the threats that it holds against. */
  readonly threats: readonly number[]
  /** Its cases in `test/approval/cases/`. */
  readonly cases: readonly string[]
}

/** The nine rules, in their order. */
export const RULES: readonly Rule[] = [
  { file: 'merged-by-pull-request', name: 'Merged by a pull request', threats: [4, 7, 13], cases: ['whole'] },
  { file: 'landed-as-approved', name: 'Landed as approved', threats: [2, 3, 17], cases: ['whole'] },
  { file: 'reviews', name: 'Reviews', threats: [2, 10, 18, 19, 20, 25], cases: ['reviews'] },
  { file: 'approvers', name: 'Who may approve', threats: [1, 4, 5, 6, 8, 12, 14, 21], cases: ['approvers'] },
  { file: 'enough', name: 'Enough', threats: [1, 9, 23], cases: ['enough'] },
  { file: 'objections', name: 'No open objection', threats: [22], cases: ['objections'] },
  { file: 'emergency', name: 'Emergency', threats: [30], cases: ['emergency-and-transfer'] },
  { file: 'transfer', name: 'Transfer', threats: [14], cases: ['emergency-and-transfer'] },
  { file: 'completeness', name: 'Completeness', threats: [11, 42], cases: ['whole'] }
]

/** Whom the design still trusts. */
export const TRUSTED: readonly {
  readonly who: string
  readonly could: string
  readonly limits: string
  readonly notices: string
}[] = [
  {
    who: 'Owners of the GitHub organisation',
    could: 'make themselves member of any team, take over any branch rule, give out write access',
    limits:
      'approvals count only from people whose file governance approved; the runner repository takes the prover out of their hands',
    notices: '`doctor` reports rules, bypasses and owners; the organisation’s audit log'
  },
  {
    who: 'Administrators of the grants repository',
    could: 'switch rules off, push directly, merge without a review',
    limits: 'nothing is issued without the proof above, whatever GitHub lets through',
    notices: 'refused changes fail the run and stand in evidence'
  },
  {
    who: 'Whoever may write to the tool (or the runner repository)',
    could: 'change what is checked',
    limits: 'the tool never changes together with grants; main and its environments are protected',
    notices: '`doctor` compares the shipped workflows; `audit` runs anywhere, from a clone'
  },
  {
    who: 'Holders of the App’s key',
    could: 'open pull requests as our App, write checks, name any requester',
    limits: 'the App approves nothing; its pull requests need the same owners',
    notices: 'the App’s own pull requests and checks are public in the repository'
  },
  {
    who: 'Holders of the signing key',
    could: 'sign evidence that says anything',
    limits:
      'it is kept in a protected environment of the default branch; the head of evidence is also in a check run that they can’t write',
    notices: '`audit` against GitHub’s own records'
  },
  {
    who: 'Whoever may push to the branch `evidence`',
    could: 'cut it, delete it, add commits of his own',
    limits:
      'every commit is signed by a key that the approved settings name; `apply` and `verdict` do nothing on the word of a branch that isn’t, or that lacks the head that our App noted on main',
    notices: 'the next run, and `audit` from any clone'
  },
  {
    who: 'Governance',
    could: 'approve people, settings, rules and entitlements, so in the end anything',
    limits: 'two people where the tier asks for two; nobody approves what he opened, or what is about him',
    notices: 'every such change is a pull request with its approvals in evidence'
  },
  {
    who: 'Approvers of an entitlement',
    could: 'approve each other’s requests for ever',
    limits: 'tiers with two people, lists of different teams, rules of separation of duties, ends of grants',
    notices: 'the record of who approved what for whom'
  },
  {
    who: 'GitHub',
    could: 'say that somebody pushed, reviewed or is a member who isn’t',
    limits: 'contents are compared in git, not taken from answers',
    notices: 'nothing of ours'
  },
  {
    who: 'Holders of the write role',
    could: 'reach whatever any entitlement role reaches',
    limits:
      'the role can be assumed from the protected environment alone; a permissions boundary limits it where the adopter attaches one',
    notices: 'AWS’s own trail records its calls'
  },
  {
    who: 'Administrators of the AWS accounts',
    could: 'edit any policy, ours included',
    limits: 'what is ours is compared and mended',
    notices: 'the next run reports what was changed; what they add elsewhere is counted as foreign'
  },
  {
    who: 'AWS',
    could: 'evaluate dates wrongly, or not at all',
    limits: 'nothing of ours; a session that is open at the end lasts up to an hour longer in any case',
    notices: 'nothing of ours'
  }
]
