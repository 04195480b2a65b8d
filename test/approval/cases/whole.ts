import { accountOf, APP, entitlement, grant, outOfBand, PATHS, person, rule, stranger } from '../acme.ts'
import type { Case } from '../case.ts'
import { approve } from '../world.ts'

const change = { [PATHS.alice]: grant() }
const reviews = [approve('carol')]
const extra = PATHS.grant('read', 'bob')

/** Rules 1, 2 and 9, and what makes a pull request unapprovable as a whole. */
export const WHOLE: readonly Case[] = [
  { name: 'Nothing governed is touched', world: { change: {} }, state: 'approved', verdict: ['approved'] },
  {
    name: 'Nothing governed is touched, and the tool is',
    world: { change: {}, facts: { others: ['src/cli.ts'] } },
    state: 'approved',
    verdict: ['approved']
  },
  {
    name: 'From a fork',
    world: { change, reviews, facts: { sameRepository: false } },
    state: 'refused',
    verdict: [
      'refused',
      '! merged-by-pull-request: It comes from a fork, whose pushes nobody can tell. Push the branch to this repository and open it from there.',
      'systems/aws-prod/read/alice.yaml refused',
      '  + carol as @acme/billing (1)'
    ]
  },
  {
    name: 'Into another branch',
    world: { change, reviews, facts: { into: 'release' } },
    state: 'refused',
    verdict: [
      'refused',
      '! merged-by-pull-request: It goes into "release", and only "main" is followed. Change its base branch.',
      'systems/aws-prod/read/alice.yaml refused',
      '  + carol as @acme/billing (1)'
    ]
  },
  {
    name: 'Closed without being merged',
    world: { change, reviews, facts: { open: false } },
    state: 'refused',
    verdict: [
      'refused',
      '! merged-by-pull-request: It was closed without being merged. Open it again.',
      'systems/aws-prod/read/alice.yaml refused',
      '  + carol as @acme/billing (1)'
    ]
  },
  {
    name: 'Merged, and nothing is known to have landed',
    world: { change, reviews, facts: { open: false, merged: true } },
    state: 'refused',
    verdict: [
      'refused',
      '! merged-by-pull-request: It counts as merged, but no commit of the default branch is known that it brought.',
      'systems/aws-prod/read/alice.yaml refused',
      '  + carol as @acme/billing (1)'
    ]
  },
  {
    name: 'A direct push whose commit names a pull request that wasn’t merged',
    world: { change, reviews, merged: 30, facts: { merged: false, open: true } },
    state: 'refused',
    verdict: [
      'refused',
      '! merged-by-pull-request: Commits of the default branch name it, but it was not merged.',
      'systems/aws-prod/read/alice.yaml refused',
      '  + carol as @acme/billing (1)'
    ]
  },
  {
    name: 'Merged as it was',
    world: { change, reviews, merged: 30 },
    state: 'approved',
    verdict: ['approved', 'systems/aws-prod/read/alice.yaml approved', '  + carol as @acme/billing (1)']
  },
  {
    name: 'The merge changed the file',
    world: { change, reviews, merged: 30, landed: { [PATHS.alice]: grant('2027-01-31') } },
    state: 'refused',
    verdict: [
      'refused',
      'systems/aws-prod/read/alice.yaml refused',
      '  + carol as @acme/billing (1)',
      "  ! landed-as-approved: What landed at grants/systems/aws-prod/read/alice.yaml is not what the pull request's head has there, so nobody approved it. Request it by a new pull request."
    ]
  },
  {
    name: 'The merge made the file executable',
    world: { change, reviews, merged: 30, landed: { [PATHS.alice]: { text: grant(), mode: '100755' } } },
    state: 'refused',
    verdict: [
      'refused',
      'systems/aws-prod/read/alice.yaml refused',
      '  + carol as @acme/billing (1)',
      "  ! landed-as-approved: What landed at grants/systems/aws-prod/read/alice.yaml is not what the pull request's head has there, so nobody approved it. Request it by a new pull request."
    ]
  },
  {
    name: 'A squash with an extra file',
    world: { change, reviews, merged: 30, landed: { [extra]: grant() } },
    state: 'refused',
    verdict: [
      'refused',
      'systems/aws-prod/read/alice.yaml approved',
      '  + carol as @acme/billing (1)',
      'systems/aws-prod/read/bob.yaml refused',
      '  + carol as @acme/billing (1)',
      "  ! landed-as-approved: The merge changed grants/systems/aws-prod/read/bob.yaml, which the pull request's head doesn't change. Request it by a new pull request."
    ]
  },
  {
    name: 'The merge deleted a file that the head keeps',
    world: { change, reviews, merged: 30, landed: { [PATHS.rule]: null } },
    state: 'refused',
    verdict: [
      'refused',
      'rules/payments.yaml refused',
      '  - 1 from @acme/access-governance: One of its owners must approve.',
      "  ! landed-as-approved: The merge changed grants/rules/payments.yaml, which the pull request's head doesn't change. Request it by a new pull request.",
      'systems/aws-prod/read/alice.yaml approved',
      '  + carol as @acme/billing (1)'
    ]
  },
  {
    name: 'The merge kept what the head deletes, and that is no change',
    world: {
      change: { ...change, [PATHS.rule]: null },
      reviews: [approve('carol'), approve('gina')],
      merged: 30,
      landed: { [PATHS.rule]: rule() }
    },
    state: 'approved',
    verdict: [
      'approved',
      'systems/aws-prod/read/alice.yaml approved',
      '  + carol as @acme/billing (1)',
      '~ 2 gina-acme: The account belongs to no owner of these files.'
    ]
  },
  {
    name: 'One of two files didn’t land: the other counts alone',
    world: {
      change: { ...change, [extra]: grant('2026-12-14', 'requester: alice\n') },
      reviews,
      merged: 30,
      landed: { [extra]: undefined }
    },
    state: 'approved',
    verdict: ['approved', 'systems/aws-prod/read/alice.yaml approved', '  + carol as @acme/billing (1)']
  },
  {
    name: 'The tool and grants together',
    world: { change, reviews, facts: { others: ['README.md', 'src/cli.ts'] } },
    state: 'refused',
    verdict: [
      'refused',
      '! tool-and-grants: It changes both the tool (src/cli.ts) and files under "grants/". Split it into two pull requests.',
      'systems/aws-prod/read/alice.yaml refused',
      '  + carol as @acme/billing (1)'
    ]
  },
  {
    name: 'A workflow and grants together',
    world: { change, reviews, facts: { others: ['.github/workflows/apply.yml'] } },
    state: 'refused',
    verdict: [
      'refused',
      '! tool-and-grants: It changes both the tool (.github/workflows/apply.yml) and files under "grants/". Split it into two pull requests.',
      'systems/aws-prod/read/alice.yaml refused',
      '  + carol as @acme/billing (1)'
    ]
  },
  {
    name: 'The lockfile and grants together',
    world: { change, reviews, facts: { others: ['package-lock.json'] } },
    state: 'refused',
    verdict: [
      'refused',
      '! tool-and-grants: It changes both the tool (package-lock.json) and files under "grants/". Split it into two pull requests.',
      'systems/aws-prod/read/alice.yaml refused',
      '  + carol as @acme/billing (1)'
    ]
  },
  {
    name: 'The action and a deletion together',
    world: {
      approved: { [PATHS.alice]: grant() },
      change: { [PATHS.alice]: null },
      facts: { others: ['action.yml'] }
    },
    state: 'refused',
    verdict: [
      'refused',
      '! tool-and-grants: It changes both the tool (action.yml) and files under "grants/". Split it into two pull requests.',
      'systems/aws-prod/read/alice.yaml approved without'
    ]
  },
  {
    name: 'CODEOWNERS and grants may come together',
    world: { change, reviews, facts: { others: ['.github/CODEOWNERS', 'docs/x.md', 'lib/src/y.ts'] } },
    state: 'approved',
    verdict: ['approved', 'systems/aws-prod/read/alice.yaml approved', '  + carol as @acme/billing (1)']
  },
  {
    name: 'Main holds a form that was never approved',
    world: { main: { [PATHS.alice]: grant('2026-12-01') }, change, reviews },
    state: 'refused',
    verdict: [
      'refused',
      'systems/aws-prod/read/alice.yaml refused',
      '  + carol as @acme/billing (1)',
      "  ! base-form: grants/systems/aws-prod/read/alice.yaml stands at its merge base without ever having been approved, so its difference doesn't show all that would be approved. Restore the approved form first (or delete the file), and bring the branch up to date."
    ]
  },
  {
    name: 'Main holds another form than the approved one',
    world: {
      approved: { [PATHS.alice]: grant('2026-12-01') },
      main: { [PATHS.alice]: grant('2026-12-10') },
      change,
      reviews
    },
    state: 'refused',
    verdict: [
      'refused',
      'systems/aws-prod/read/alice.yaml refused',
      '  + carol as @acme/billing (1)',
      "  ! base-form: grants/systems/aws-prod/read/alice.yaml has another form at its merge base than the approved one, so its difference doesn't show all that would be approved. Restore the approved form first (or delete the file), and bring the branch up to date."
    ]
  },
  {
    name: 'Main lacks an approved file',
    world: {
      approved: { [PATHS.alice]: grant('2026-12-01') },
      main: { [PATHS.alice]: null },
      change,
      reviews
    },
    state: 'refused',
    verdict: [
      'refused',
      'systems/aws-prod/read/alice.yaml refused',
      '  + carol as @acme/billing (1)',
      "  ! base-form: grants/systems/aws-prod/read/alice.yaml is missing at its merge base, though it has an approved form, so its difference doesn't show all that would be approved. Restore the approved form first (or delete the file), and bring the branch up to date."
    ]
  },
  {
    name: 'Another file of main is unapproved: that is not this pull request’s matter',
    world: { main: { [extra]: grant() }, change, reviews },
    state: 'approved',
    verdict: ['approved', 'systems/aws-prod/read/alice.yaml approved', '  + carol as @acme/billing (1)']
  },
  {
    name: 'The approved form is restored',
    world: {
      approved: { [PATHS.alice]: grant('2026-12-01') },
      main: { [PATHS.alice]: grant('2026-12-10') },
      change: { [PATHS.alice]: grant('2026-12-01') },
      author: APP
    },
    state: 'approved',
    verdict: ['approved', 'systems/aws-prod/read/alice.yaml approved without']
  },
  {
    name: 'An unapproved file is deleted',
    world: { main: { [extra]: grant() }, change: { [extra]: null }, author: APP },
    state: 'approved',
    verdict: ['approved', 'systems/aws-prod/read/bob.yaml approved without']
  },
  {
    name: 'A rule with an unapproved form is deleted: that takes an approval',
    world: { main: { [PATHS.rule]: rule({ atMost: 2 }) }, change: { [PATHS.rule]: null }, author: 'mona' },
    state: 'missing',
    verdict: [
      'missing',
      'rules/payments.yaml missing',
      '  - 1 from @acme/access-governance: One of its owners must approve.'
    ]
  },
  {
    name: 'An unapproved form is shortened below the approved end',
    world: {
      approved: { [PATHS.alice]: grant('2026-12-01') },
      main: { [PATHS.alice]: grant('2026-12-10') },
      change: { [PATHS.alice]: grant('2026-11-30') }
    },
    state: 'approved',
    verdict: ['approved', 'systems/aws-prod/read/alice.yaml approved without']
  },
  {
    name: 'The author’s account is gone',
    world: { change, author: null, reviews },
    state: 'refused',
    verdict: [
      'refused',
      '! participants: Who its author is can\'t be told: the account is gone. Somebody with an approved file in "grants/people/" must open it anew from a new branch.',
      'systems/aws-prod/read/alice.yaml refused',
      '  + carol as @acme/billing (1)'
    ]
  },
  {
    name: 'The author is nobody’s account',
    world: { change, author: { login: 'eve', id: 666, type: 'User' }, reviews },
    state: 'refused',
    verdict: [
      'refused',
      '! participants: Who its author @eve is can\'t be told: no approved person has the number 666. Somebody with an approved file in "grants/people/" must open it anew from a new branch.',
      'systems/aws-prod/read/alice.yaml refused',
      '  + carol as @acme/billing (1)'
    ]
  },
  {
    name: 'The author’s number is in two files',
    world: { change, approved: { [PATHS.person('zoe')]: person('zoe', '', 1001) }, reviews },
    state: 'refused',
    verdict: [
      'refused',
      '! participants: Who its author @alice-acme is can\'t be told: 2 people have the number 1001. Somebody with an approved file in "grants/people/" must open it anew from a new branch.',
      'systems/aws-prod/read/alice.yaml refused',
      '  + carol as @acme/billing (1)'
    ]
  },
  {
    name: 'The author took over a login',
    world: { change, author: { ...accountOf('alice'), id: 666 }, reviews },
    state: 'refused',
    verdict: [
      'refused',
      '! participants: Who its author @alice-acme is can\'t be told: no approved person has the number 666. Somebody with an approved file in "grants/people/" must open it anew from a new branch.',
      'systems/aws-prod/read/alice.yaml refused',
      '  + carol as @acme/billing (1)'
    ]
  },
  {
    name: 'The author is another bot',
    world: { change, author: { login: 'dependabot[bot]', id: 49, type: 'Bot' }, reviews },
    state: 'refused',
    verdict: [
      'refused',
      '! participants: Who its author @dependabot[bot] is can\'t be told: it is neither a human account nor our App. Somebody with an approved file in "grants/people/" must open it anew from a new branch.',
      'systems/aws-prod/read/alice.yaml refused',
      '  + carol as @acme/billing (1)'
    ]
  },
  {
    name: 'The author is a person who calls himself like our App',
    world: { change, author: { ...APP, type: 'User' }, reviews },
    state: 'refused',
    verdict: [
      'refused',
      '! participants: Who its author @grantbook-acme[bot] is can\'t be told: no approved person has the number 900. Somebody with an approved file in "grants/people/" must open it anew from a new branch.',
      'systems/aws-prod/read/alice.yaml refused',
      '  + carol as @acme/billing (1)'
    ]
  },
  {
    name: 'Our App opened it',
    world: { change, author: APP, trailer: 'alice', reviews },
    state: 'approved',
    verdict: ['approved', 'systems/aws-prod/read/alice.yaml approved', '  + carol as @acme/billing (1)']
  },
  {
    name: 'The author registers himself',
    world: {
      change: { [PATHS.person('nina')]: stranger('nina', 2002) },
      author: { login: 'nina-acme', id: 2002, type: 'User' },
      reviews: [approve('gina')]
    },
    state: 'approved',
    verdict: ['approved', 'people/nina.yaml approved', '  + gina as @acme/access-governance (1)']
  },
  {
    name: 'The author registers his account in somebody else’s file',
    world: {
      change: { [PATHS.person('bob')]: person('bob', '', 2002) },
      author: { login: 'nina-acme', id: 2002, type: 'User' },
      reviews: [approve('gina')]
    },
    state: 'refused',
    verdict: [
      'refused',
      '! participants: Who its author @nina-acme is can\'t be told: no approved person has the number 2002. Somebody with an approved file in "grants/people/" must open it anew from a new branch.',
      'people/bob.yaml refused',
      '  + gina as @acme/access-governance (1)'
    ]
  },
  {
    name: 'A pusher is nobody’s account',
    world: {
      change,
      pushes: [{ by: { login: 'eve', id: 666, type: 'User' }, at: 0, after: 'head' }],
      reviews
    },
    state: 'refused',
    verdict: [
      'refused',
      '! participants: Who its pusher @eve is can\'t be told: no approved person has the number 666. Somebody with an approved file in "grants/people/" must open it anew from a new branch.',
      'systems/aws-prod/read/alice.yaml refused',
      '  + carol as @acme/billing (1)'
    ]
  },
  {
    name: 'A pusher’s account is gone',
    world: { change, pushes: [{ by: null, at: 0, after: 'head' }], reviews },
    state: 'refused',
    verdict: [
      'refused',
      '! participants: Who its pusher is can\'t be told: the account is gone. Somebody with an approved file in "grants/people/" must open it anew from a new branch.',
      'systems/aws-prod/read/alice.yaml refused',
      '  + carol as @acme/billing (1)'
    ]
  },
  {
    name: 'The workflow’s own token pushed',
    world: {
      change,
      pushes: [{ by: { login: 'github-actions[bot]', id: 41, type: 'Bot' }, at: 0, after: 'head' }],
      reviews
    },
    state: 'refused',
    verdict: [
      'refused',
      '! participants: Who its pusher @github-actions[bot] is can\'t be told: it is neither a human account nor our App. Somebody with an approved file in "grants/people/" must open it anew from a new branch.',
      'systems/aws-prod/read/alice.yaml refused',
      '  + carol as @acme/billing (1)'
    ]
  },
  {
    name: 'The push of the head isn’t on record yet',
    world: { change, pushes: [{ by: 'alice', at: 0, after: 'old' }], reviews },
    state: 'refused',
    verdict: [
      'refused, to be tried again',
      "! completeness: It can't be told who pushed its head head: the repository's activity doesn't have that push yet. It will be tried again.",
      'systems/aws-prod/read/alice.yaml refused',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.',
      '~ 1 carol-acme: The approval names commit head, but was given while the branch held something else (old).'
    ]
  },
  {
    name: 'A listing was cut short',
    world: {
      change,
      reviews,
      facts: { gaps: [{ what: 'files of #12', why: 'the listing stops at 3,000 files', passing: false }] }
    },
    state: 'refused',
    verdict: [
      'refused',
      '! completeness: files of #12 could not be read whole: the listing stops at 3,000 files. Split the pull request, or open it anew from a new branch.',
      'systems/aws-prod/read/alice.yaml refused',
      '  + carol as @acme/billing (1)'
    ]
  },
  {
    name: 'The reviews could not be read',
    world: { change, reviews, facts: { gaps: [{ what: 'reviews of #12', why: '403', passing: true }] } },
    state: 'refused',
    verdict: [
      'refused, to be tried again',
      '! completeness: reviews of #12 could not be read whole: 403. It will be tried again.',
      'systems/aws-prod/read/alice.yaml refused',
      '  + carol as @acme/billing (1)'
    ]
  },
  {
    name: 'A gap that passes and one that doesn’t',
    world: {
      change,
      reviews,
      facts: {
        gaps: [
          { what: 'reviews of #12', why: '403', passing: true },
          { what: 'commits of #12', why: 'the listing stops at 250 commits', passing: false }
        ]
      }
    },
    state: 'refused',
    verdict: [
      'refused',
      '! completeness: commits of #12 could not be read whole: the listing stops at 250 commits. Split the pull request, or open it anew from a new branch.',
      '! completeness: reviews of #12 could not be read whole: 403. It will be tried again.',
      'systems/aws-prod/read/alice.yaml refused',
      '  + carol as @acme/billing (1)'
    ]
  },
  {
    name: 'From a fork, and the reviews could not be read: reading again would not help',
    world: {
      change,
      reviews,
      facts: { sameRepository: false, gaps: [{ what: 'reviews of #12', why: '403', passing: true }] }
    },
    state: 'refused',
    verdict: [
      'refused',
      '! completeness: reviews of #12 could not be read whole: 403. It will be tried again.',
      '! merged-by-pull-request: It comes from a fork, whose pushes nobody can tell. Push the branch to this repository and open it from there.',
      'systems/aws-prod/read/alice.yaml refused',
      '  + carol as @acme/billing (1)'
    ]
  },
  {
    name: 'A gap where only access is taken away: that path needs nothing, the pull request is still not approved',
    world: {
      approved: { [PATHS.alice]: grant() },
      change: { [PATHS.alice]: null },
      facts: { gaps: [{ what: 'reviews of #12', why: '403', passing: true }] }
    },
    state: 'refused',
    verdict: [
      'refused, to be tried again',
      '! completeness: reviews of #12 could not be read whole: 403. It will be tried again.',
      'systems/aws-prod/read/alice.yaml approved without'
    ]
  },
  {
    name: 'What the head changes can’t be told',
    world: { change, reviews, facts: { content: { commit: 'head', base: null, differences: null } } },
    state: 'refused',
    verdict: [
      'refused, to be tried again',
      "! completeness: It can't be told what its head changes against its merge base. It will be tried again."
    ]
  },
  {
    name: 'A team’s members could not be read',
    world: {
      change,
      reviews,
      teamGaps: [{ what: 'membership of @carol-acme in @acme/billing', why: '403', passing: true }]
    },
    state: 'refused',
    verdict: [
      'refused, to be tried again',
      '! completeness: membership of @carol-acme in @acme/billing could not be read whole: 403. It will be tried again.',
      'systems/aws-prod/read/alice.yaml refused',
      '  + carol as @acme/billing (1)'
    ]
  },
  {
    name: 'Nobody asked about the team',
    world: { change, reviews, mute: ['@acme/billing'] },
    state: 'refused',
    verdict: [
      'refused, to be tried again',
      'systems/aws-prod/read/alice.yaml refused',
      '  - 1 from @acme/billing: aws-prod/read is medium: one person must approve.',
      "  ! completeness: It can't be told what the approval of @carol-acme counts for: whether that account belongs to @acme/billing could not be read. It will be tried again."
    ]
  },
  {
    name: 'Nobody asked about one team, and the other is enough',
    world: {
      approved: {
        [PATHS.entitlement('read')]: entitlement('read', { approvers: '["@acme/billing", "@acme/security"]' })
      },
      change,
      mute: ['@acme/security'],
      reviews: [approve('carol'), approve('sam')]
    },
    state: 'approved',
    verdict: ['approved', 'systems/aws-prod/read/alice.yaml approved', '  + carol as @acme/billing (1)']
  },
  {
    name: 'A fork that only deletes a grant',
    world: {
      approved: { [PATHS.alice]: grant() },
      change: { [PATHS.alice]: null },
      facts: { sameRepository: false }
    },
    state: 'approved',
    verdict: ['approved', 'systems/aws-prod/read/alice.yaml approved without']
  },
  {
    name: 'A fork that deletes a grant and adds another',
    world: {
      approved: { [PATHS.alice]: grant() },
      change: { [PATHS.alice]: null, [extra]: grant('2026-12-14', 'requester: alice\n') },
      reviews,
      facts: { sameRepository: false }
    },
    state: 'refused',
    verdict: [
      'refused',
      '! merged-by-pull-request: It comes from a fork, whose pushes nobody can tell. Push the branch to this repository and open it from there.',
      'systems/aws-prod/read/alice.yaml approved without',
      '  + carol as @acme/billing (1)',
      'systems/aws-prod/read/bob.yaml refused',
      '  + carol as @acme/billing (1)'
    ]
  },
  {
    name: 'Our App adds what it found',
    world: { change: { [PATHS.found]: outOfBand() }, author: APP, reviews: [approve('hugo')] },
    state: 'approved',
    verdict: [
      'approved',
      'out-of-band/aws-prod/user.mallory-1a2b3c4d.yaml approved',
      '  + hugo as @hugo-acme (1)'
    ]
  },
  {
    name: 'Somebody registers his own back door as found',
    world: { change: { [PATHS.found]: outOfBand() }, reviews: [approve('hugo')] },
    state: 'refused',
    verdict: [
      'refused',
      'out-of-band/aws-prod/user.mallory-1a2b3c4d.yaml refused',
      '  + hugo as @hugo-acme (1)',
      '  ! out-of-band: What was found ("principal", "items") is written by our App alone, and this pull request has it otherwise. Change only "decision", "owner", "reason" and "expires".'
    ]
  },
  {
    name: 'Somebody changes what was found',
    world: {
      approved: { [PATHS.found]: outOfBand() },
      change: { [PATHS.found]: outOfBand({ principal: 'arn:aws:iam::123456789012:user/other' }) },
      reviews: [approve('hugo')]
    },
    state: 'refused',
    verdict: [
      'refused',
      'out-of-band/aws-prod/user.mallory-1a2b3c4d.yaml refused',
      '  + hugo as @hugo-acme (1)',
      '  ! out-of-band: What was found ("principal", "items") is written by our App alone, and this pull request has it otherwise. Change only "decision", "owner", "reason" and "expires".'
    ]
  },
  {
    name: 'Somebody pushes another finding into our App’s pull request',
    world: {
      change: { [PATHS.found]: outOfBand() },
      author: APP,
      pushes: [
        { by: APP, at: 0, after: 'old' },
        { by: 'bob', at: 5, after: 'head' }
      ],
      commits: { old: {} },
      reviews: [approve('hugo')]
    },
    state: 'refused',
    verdict: [
      'refused',
      'out-of-band/aws-prod/user.mallory-1a2b3c4d.yaml refused',
      '  + hugo as @hugo-acme (1)',
      '  ! out-of-band: What was found ("principal", "items") is written by our App alone, and this pull request has it otherwise. Change only "decision", "owner", "reason" and "expires".'
    ]
  },
  {
    name: 'Somebody decides in our App’s pull request',
    world: {
      change: {
        [PATHS.found]: outOfBand({ decision: 'tolerate', more: 'owner: bob\nreason: Vendor migration\n' })
      },
      author: APP,
      pushes: [
        { by: APP, at: 0, after: 'old' },
        { by: 'bob', at: 5, after: 'head' }
      ],
      commits: { old: { [PATHS.found]: outOfBand() } },
      found: {
        [PATHS.found]: {
          principal: 'arn:aws:iam::123456789012:user/mallory',
          items: [
            {
              id: 'attached:x',
              what: 'AdministratorAccess attached directly',
              firstSeen: '2026-11-21T02:13:00Z',
              by: 'unknown',
              lastUsed: null,
              digest: `sha256:${'0'.repeat(64)}`
            }
          ],
          expires: '2026-11-28',
          decision: 'undecided'
        }
      },
      reviews: [approve('hugo')]
    },
    state: 'approved',
    verdict: [
      'approved',
      'out-of-band/aws-prod/user.mallory-1a2b3c4d.yaml approved',
      '  + hugo as @hugo-acme (1)'
    ]
  },
  {
    name: 'Our App adds a finding about its approver’s own account',
    world: {
      change: { [PATHS.found]: outOfBand({ principal: 'arn:aws:iam::123456789012:user/hugo' }) },
      author: APP,
      reviews: [approve('hugo')]
    },
    state: 'missing',
    verdict: [
      'missing',
      'out-of-band/aws-prod/user.mallory-1a2b3c4d.yaml missing',
      '  - 1 from @acme/access-governance, @hugo-acme: One of its owners must approve.',
      '~ 1 hugo-acme: The account is "hugo", who has or made the access that was found.'
    ]
  },

  {
    name: 'What was taken away, as the record has it, asked for by somebody to be restored',
    world: {
      change: { [PATHS.found]: outOfBand() },
      takenAway: [PATHS.found],
      reviews: [approve('hugo')]
    },
    state: 'approved',
    verdict: [
      'approved',
      'out-of-band/aws-prod/user.mallory-1a2b3c4d.yaml approved',
      '  + hugo as @hugo-acme (1)'
    ]
  },

  {
    name: 'A finding that our App once wrote, in somebody else’s pull request',
    world: {
      change: { [PATHS.found]: outOfBand() },
      found: {
        [PATHS.found]: {
          principal: 'arn:aws:iam::123456789012:user/mallory',
          items: [
            {
              id: 'attached:x',
              what: 'AdministratorAccess attached directly',
              firstSeen: '2026-11-21T02:13:00Z',
              by: 'unknown',
              lastUsed: null,
              digest: `sha256:${'0'.repeat(64)}`
            }
          ],
          expires: '2026-11-28',
          decision: 'undecided'
        }
      },
      reviews: [approve('hugo')]
    },
    state: 'refused',
    verdict: [
      'refused',
      'out-of-band/aws-prod/user.mallory-1a2b3c4d.yaml refused',
      '  + hugo as @hugo-acme (1)',
      '  ! out-of-band: What was found ("principal", "items") is written by our App alone, and this pull request has it otherwise. Change only "decision", "owner", "reason" and "expires".'
    ]
  }
]
