/** A way to do harm, and what holds against it. One line of Markdown each. */
export interface Threat {
  readonly threat: string
  readonly holds: string
}

/** The threats that tests attack, by number. */
export const THREATS: ReadonlyMap<number, Threat> = new Map([
  [
    1,
    {
      threat:
        'A pull request edits the tool, settings, people, rules, entitlements or CODEOWNERS to profit from them.',
      holds:
        'The tool never changes together with a grant; owners, numbers and rules come from the approved tree, never from the pull request itself.'
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
        'Whatever was not read whole is not approved, and said so; the record of pushes must reach the head.'
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
    14,
    {
      threat: 'A workload’s owner uses it to get round a rule.',
      holds:
        'Owners and backups count as subjects of their workloads, before and after the change; a workload changes hands only with both owners.'
    }
  ],
  [
    16,
    {
      threat: 'The record is forged, unsigned, reordered, cut or rewritten.',
      holds:
        'Every commit on the evidence branch is signed, has one parent and only appends; the files it approves follow from its events; its head is noted in a check run of our App. Otherwise nothing is done.'
    }
  ],
  [
    17,
    {
      threat: 'An extra file inside a hand-made merge commit.',
      holds: 'What landed must be, file by file, what the pull request’s head changed.'
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
        'Content decides, both of the commit that is named and of what the branch held when the review was given.'
    }
  ],
  [
    21,
    {
      threat: 'A renamed account or team whose old name somebody else took.',
      holds: 'People are told by the number of their account; a team’s members count only as approved people.'
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
      threat: 'A bundle takes in somebody else’s entitlement; a target is changed under standing grants.',
      holds:
        'The approvers of each newly included entitlement must agree besides governance; definitions belong to governance.'
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
      holds: 'The end stands in the target’s own policy: nothing of ours has to run for access to end.'
    }
  ],
  [
    27,
    {
      threat: 'The nightly never runs, is skipped or cancelled.',
      holds:
        'The date is in the target’s own policy; where a target can’t hold one, every plan says so and the first run takes it.'
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
      threat: 'An emergency grant is renewed for ever.',
      holds: 'Its own short limit holds for each, and `maxTotal` counts emergencies in.'
    }
  ],
  [
    30,
    {
      threat: 'An emergency grant lasts longer than it may, or is renewed for ever.',
      holds:
        'Longest duration and total are judged when it comes; what was too long then stays refused however long one waits.'
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
      threat: 'A workload outlives its owner.',
      holds:
        'Its grants end when it is due to be attested again, and a grace after its last active owner or backup has gone.'
    }
  ],
  [
    33,
    {
      threat: 'A workload outlives its owner.',
      holds: 'The end of its last owner, with the grace, is written into its policies from the first day.'
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
      holds: 'Ours are known by name and path. Everything else is counted and stays as it is, byte for byte.'
    }
  ],
  [
    39,
    {
      threat: 'The run is killed in the middle.',
      holds:
        'Killed before or after any call, the next run converges; at no moment is a kept grant absent or an undated statement present.'
    }
  ],
  [
    40,
    {
      threat: 'Two applies at once; two repositories on one account.',
      holds:
        'Policy names come from the repository, so that two never own the same; each principal is read afresh before it is written.'
    }
  ],
  [
    41,
    {
      threat: 'What was done is not recorded, because evidence could not be written or was lost.',
      holds:
        'Intents are written before a call that leaves no name of ours; the next run records what it finds done as `observed`.'
    }
  ],
  [
    41,
    {
      threat: 'A record is lost on its way to the evidence branch, or damaged there.',
      holds:
        'One compare-and-swap; a lost race is computed again; what a killed run did is observed; a damaged record holds its grant.'
    }
  ],
  [
    42,
    {
      threat:
        'Minutes of throttling, an error after the effect, stale reads, a wrong clock, a wrong account.',
      holds:
        'Our own retries, re-reads until it shows; more than five minutes between the clocks, or another account, stops the run.'
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
      threat: 'A field that is a command to the workflow’s log (`::`, `##[`).',
      holds: 'Everything from outside is escaped where it is printed.'
    }
  ],
  [
    51,
    {
      threat: 'Patterns that make the matcher back-track for hours.',
      holds:
        'Ticket patterns run in linear time (RE2); globs know `*` and `?` only and are matched without back-tracking.'
    }
  ],
  [
    52,
    {
      threat: 'Tokens and secrets in files, errors and logs.',
      holds:
        'A file that holds something like a key is refused without printing it; errors tell codes, never credentials.'
    }
  ]
])

/** Whom the design still trusts. */
export const TRUSTED: readonly { readonly who: string; readonly could: string; readonly notices: string }[] =
  [
    {
      who: 'Administrators of the AWS accounts',
      could: 'edit any policy, ours included',
      notices:
        'The next run reports and mends whatever of ours was changed; what they add elsewhere is counted as foreign.'
    },
    {
      who: 'Whoever may write to the branch that is applied',
      could: 'grant anything within the limits',
      notices:
        'Approvals aren’t proved yet, so `apply` works on loopback addresses only. git’s history names the commit.'
    },
    {
      who: 'Whoever may write to the branch `evidence`',
      could: 'make the record say something else',
      notices: 'Events aren’t signed yet. What stands is read from the accounts, not from the record.'
    },
    {
      who: 'The write role’s holder',
      could: 'reach whatever any entitlement role reaches',
      notices:
        'A permissions boundary limits it where the adopter attaches one; AWS’s own trail records its calls.'
    },
    {
      who: 'AWS',
      could: 'evaluate dates wrongly, or not at all',
      notices: 'Nothing of ours. A session that is open at the end lasts up to an hour longer in any case.'
    }
  ]
