import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { DOCTOR_CHECKS, examine } from '../../src/doctor/examine.ts'
import type { BranchDemands, BranchFacts, DoctorFacts, EnvironmentFacts } from '../../src/doctor/facts.ts'
import { ownWorkflows, NO_COMMIT } from '../../src/init/workflows.ts'

const COMMIT = '0123456789abcdef0123456789abcdef01234567'
const APP = 4711
const GAP = { ok: false, gap: { what: 'it', why: '403', passing: true } } as const
const know = <T>(value: T) => ({ ok: true, value }) as const

const PULL = {
  approvals: 1,
  codeOwners: true,
  dismissStale: true,
  lastPush: true,
  dismissalRestricted: true,
  methods: null
}
const MAIN: BranchDemands = {
  from: 'ruleset "main"',
  pullRequest: PULL,
  noForcePush: true,
  noDeletion: true,
  noUpdate: false,
  mergeQueue: false,
  checks: [{ context: 'grantbook', app: APP }],
  bypass: know([])
}
const EVIDENCE: BranchDemands = {
  ...MAIN,
  from: 'ruleset "evidence"',
  pullRequest: null,
  checks: [],
  noUpdate: true,
  bypass: know([{ kind: 'Integration', id: APP, mode: 'always' }])
}
const environment = (keys: readonly string[], reviewers = 0): EnvironmentFacts => ({
  branches: ['main'],
  reviewers,
  selfReview: false,
  secrets: know(keys)
})
const only = (demands: BranchDemands): BranchFacts => ({ rulesets: know([demands]), classic: know(null) })

/** A repository that is set up as it should be. */
const HEALTHY: DoctorFacts = {
  settings: { repository: 'acme/access', app: 'grantbook-acme' },
  repository: know({
    name: 'acme/access',
    defaultBranch: 'main',
    merge: { merge: true, squash: true, rebase: false }
  }),
  main: only(MAIN),
  evidence: only(EVIDENCE),
  nightly: know(null),
  app: know(APP),
  actions: know({ mayApprove: false, defaultWrite: false }),
  teamsByMembers: know(false),
  secrets: know(['NPM_TOKEN']),
  runner: 'acme/access',
  environments: new Map([
    ['grantbook-verdict', know(environment(['GRANTBOOK_APP_KEY']))],
    ['grantbook-apply', know(environment(['GRANTBOOK_APP_KEY', 'GRANTBOOK_SIGNING_KEY']))],
    ['grantbook-genesis', know(environment([], 1))]
  ]),
  codeownersErrors: know([]),
  owners: [{ owner: '@acme/billing', mayPush: know(true), members: know(3), needed: 2 }],
  workflows: new Map(
    [...ownWorkflows({ uses: `acme/grantbook@${COMMIT}`, version: '0.1.0' })].map(([path, text]) => [
      path,
      know(text)
    ])
  ),
  placeholders: new Map(),
  odd: [],
  systems: [
    {
      system: 'aws-prod',
      file: 'grants/systems/aws-prod/system.yaml',
      state: 'reached',
      why: '',
      remarks: []
    }
  ]
}

const main = (over: Partial<BranchDemands>): Partial<DoctorFacts> => ({ main: only({ ...MAIN, ...over }) })
const pull = (over: Partial<typeof PULL>): Partial<DoctorFacts> => main({ pullRequest: { ...PULL, ...over } })
const evidence = (over: Partial<BranchDemands>): Partial<DoctorFacts> => ({
  evidence: only({ ...EVIDENCE, ...over })
})
const environments = (name: string, value: EnvironmentFacts | null): Partial<DoctorFacts> => ({
  environments: new Map([...HEALTHY.environments, [name, know(value)]])
})
const workflow = (name: string, change: (text: string) => string | null): Partial<DoctorFacts> => {
  const path = `.github/workflows/${name}`
  const text = HEALTHY.workflows.get(path)
  return {
    workflows: new Map([...HEALTHY.workflows, [path, know(change(text?.ok ? (text.value ?? '') : ''))]])
  }
}
const system = (over: Partial<DoctorFacts['systems'][number]>): Partial<DoctorFacts> => ({
  systems: HEALTHY.systems.map((each) => ({ ...each, ...over }))
})

/** Each line breaks one thing, and gives exactly these codes. */
const BROKEN: readonly [string, Partial<DoctorFacts>, readonly string[]][] = [
  [
    'nothing protects the default branch',
    { main: { rulesets: know([]), classic: know(null) } },
    [
      'check-not-required',
      'code-owners-not-required',
      'deletion-allowed',
      'dismissal-unrestricted',
      'force-push-allowed',
      'last-push-unapproved',
      'pull-request-not-required',
      'review-not-required',
      'stale-reviews-kept'
    ]
  ],
  [
    'a nightly that stopped',
    { nightly: know('The nightly last came to its end 3d ago.') },
    ['nightly-stale']
  ],
  ['no approvals', pull({ approvals: 0 }), ['review-not-required']],
  ['no code owners', pull({ codeOwners: false }), ['code-owners-not-required']],
  ['stale approvals', pull({ dismissStale: false }), ['stale-reviews-kept']],
  ['last pusher approves', pull({ lastPush: false }), ['last-push-unapproved']],
  ['anybody dismisses', pull({ dismissalRestricted: false }), ['dismissal-unrestricted']],
  ['force pushes', main({ noForcePush: false }), ['force-push-allowed']],
  ['deletion', main({ noDeletion: false }), ['deletion-allowed']],
  ['a merge queue', main({ mergeQueue: true }), ['merge-queue']],
  ['no required check', main({ checks: [] }), ['check-not-required']],
  [
    'a check of that name by anybody',
    main({ checks: [{ context: 'grantbook', app: null }] }),
    ['check-not-pinned']
  ],
  [
    'a check of that name by Actions',
    main({ checks: [{ context: 'grantbook', app: 15368 }] }),
    ['check-not-pinned']
  ],
  [
    'administrators bypass',
    main({ bypass: know([{ kind: 'RepositoryRole', id: 5, mode: 'always' }]) }),
    ['bypass-allowed']
  ],
  [
    'somebody is exempt',
    main({ bypass: know([{ kind: 'User', id: 7, mode: 'exempt' }]) }),
    ['bypass-exempt']
  ],
  ['the bypass list is not shown', main({ bypass: GAP }), ['bypass-unknown']],
  [
    'rebase merging',
    {
      repository: know({
        name: 'acme/access',
        defaultBranch: 'main',
        merge: { merge: true, squash: true, rebase: true }
      })
    },
    ['rebase-merging']
  ],
  [
    'another default branch',
    {
      repository: know({
        name: 'acme/access',
        defaultBranch: 'trunk',
        merge: { merge: true, squash: true, rebase: false }
      })
    },
    ['default-branch', 'environment-any-branch', 'environment-any-branch', 'environment-any-branch']
  ],
  [
    'a copy of the repository',
    {
      repository: know({
        name: 'mallory/access',
        defaultBranch: 'main',
        merge: { merge: true, squash: true, rebase: false }
      })
    },
    ['repository-name']
  ],
  [
    'workflows approve',
    { actions: know({ mayApprove: true, defaultWrite: false }) },
    ['actions-may-approve']
  ],
  [
    'workflows write',
    { actions: know({ mayApprove: false, defaultWrite: true }) },
    ['actions-write-by-default']
  ],
  ['members make teams', { teamsByMembers: know(true) }, ['teams-by-members']],
  ['the signing key for every branch', { secrets: know(['GRANTBOOK_SIGNING_KEY']) }, ['secret-exposed']],
  ['the App’s key for every branch', { secrets: know(['grantbook_app_key']) }, ['secret-exposed']],
  ['no environment', environments('grantbook-apply', null), ['environment-missing']],
  [
    'an environment for any branch',
    environments('grantbook-verdict', { ...environment(['GRANTBOOK_APP_KEY']), branches: null }),
    ['environment-any-branch']
  ],
  [
    'an environment for a pattern',
    environments('grantbook-verdict', { ...environment(['GRANTBOOK_APP_KEY']), branches: ['main', '*'] }),
    ['environment-any-branch']
  ],
  [
    'an environment without its key',
    environments('grantbook-verdict', environment([])),
    ['environment-without-key']
  ],
  [
    'the signing key where nothing signs',
    environments('grantbook-verdict', environment(['GRANTBOOK_APP_KEY', 'GRANTBOOK_SIGNING_KEY'])),
    ['environment-without-key']
  ],
  ['a genesis alone', environments('grantbook-genesis', environment([])), ['genesis-without-consent']],
  [
    'a genesis that consents to itself',
    environments('grantbook-genesis', { ...environment([], 1), selfReview: true }),
    ['genesis-without-consent']
  ],
  [
    'a line that GitHub skips',
    {
      codeownersErrors: know([
        { path: '.github/CODEOWNERS', line: 7, message: 'Unknown owner on line 7:\n\n  * @x' }
      ])
    },
    ['codeowners-error']
  ],
  [
    'a team without access',
    { owners: [{ owner: '@acme/billing', mayPush: know(false), members: know(3), needed: 1 }] },
    ['owner-without-access']
  ],
  [
    'a team as small as its quorum',
    { owners: [{ owner: '@acme/billing', mayPush: know(true), members: know(2), needed: 2 }] },
    ['owner-too-few']
  ],
  ['evidence force-pushed', evidence({ noForcePush: false }), ['evidence-unprotected']],
  ['evidence deleted', evidence({ noDeletion: false }), ['evidence-unprotected']],
  ['evidence pushed to by all', evidence({ noUpdate: false }), ['evidence-unprotected']],
  [
    'evidence pushed to by administrators',
    evidence({ bypass: know([{ kind: 'OrganizationAdmin', id: null, mode: 'always' }]) }),
    ['evidence-unprotected']
  ],
  ['evidence’s bypass list is not shown', evidence({ bypass: GAP }), ['bypass-unknown']],
  ['a workflow is gone', workflow('verdict.yml', () => null), ['workflow-missing']],
  [
    'a workflow lets pull requests in',
    workflow('apply.yml', (text) => text.replace('on:\n', 'on:\n  pull_request:\n')),
    ['workflow-altered']
  ],
  [
    'a workflow leaves its environment',
    workflow('apply.yml', (text) => text.replace('    environment: grantbook-apply\n', '')),
    ['workflow-altered']
  ],
  [
    'a workflow of no version',
    workflow('apply.yml', (text) => text.replaceAll(COMMIT, NO_COMMIT)),
    ['workflow-placeholder']
  ],
  ['a placeholder', { placeholders: new Map([['grants/grantbook.yaml', [8]]]) }, ['placeholder-left']],
  ['an executable', { odd: [{ path: 'grants/people/alice.yaml', mode: '100755' }] }, ['file-mode']],
  ['a system that can’t be read', system({ state: 'failed', why: 'AccessDenied.' }), ['system-unreachable']],
  ['a system read as somebody else', system({ remarks: ['arn:… can’t be assumed'] }), ['system-remark']],
  [
    'a key that is too old',
    system({ credentials: { count: 2, faulty: ['user/a: too old'], unread: [] } }),
    ['static-credentials']
  ],
  [
    'keys that can’t be read',
    system({ credentials: { count: 0, faulty: [], unread: ['AccessDenied'] } }),
    ['static-credentials']
  ],
  ['keys with nothing to mend', system({ credentials: { count: 2, faulty: [], unread: [] } }), []],
  ['no credentials', system({ state: 'unasked', why: 'there are no credentials here.' }), ['system-unasked']],
  ['no runner is named', { runner: null, environments: new Map() }, ['runner-unknown']],
  ['no settings', { settings: null }, ['settings-unreadable']]
]

/** Each of these can't be read, which must be told and must not be taken for health or for its absence. */
const UNREAD: readonly [string, Partial<DoctorFacts>][] = [
  ['repository', { repository: GAP }],
  ['rulesets', { main: { rulesets: GAP, classic: know(null) } }],
  ['protection', { main: { rulesets: know([]), classic: GAP } }],
  ['evidence’s rules', { evidence: { rulesets: GAP, classic: know(null) } }],
  ['app', { app: GAP }],
  ['actions', { actions: GAP }],
  ['teams', { teamsByMembers: GAP }],
  ['nightly', { nightly: GAP }],
  ['secrets', { secrets: GAP }],
  ['environment', { environments: new Map([['grantbook-apply', GAP]]) }],
  ['environment’s secrets', environments('grantbook-apply', { ...environment([]), secrets: GAP })],
  ['codeowners', { codeownersErrors: GAP }],
  ['access', { owners: [{ owner: '@acme/billing', mayPush: GAP, members: know(3), needed: 1 }] }],
  ['members', { owners: [{ owner: '@acme/billing', mayPush: know(true), members: GAP, needed: 1 }] }],
  ['workflow', { workflows: new Map([['.github/workflows/apply.yml', GAP]]) }]
]

const codes = (over: Partial<DoctorFacts>): readonly string[] =>
  examine({ ...HEALTHY, ...over })
    .map(({ code }) => code)
    .toSorted()

test('a repository that is set up as it should be has no finding', () => {
  expect(examine(HEALTHY)).toEqual([])
})

describe('one thing wrong', () => {
  test.each(BROKEN)('%s', (_, over, expected) => {
    expect(codes(over)).toEqual(expected)
  })

  test('every code has a case', () => {
    const seen = new Set(BROKEN.flatMap(([, over]) => codes(over)))
    expect(DOCTOR_CHECKS.map(({ code }) => code).filter((code) => !seen.has(code))).toEqual(['cannot-tell'])
  })
})

describe('what can’t be read is told, once, and nothing is concluded from it', () => {
  test.each(UNREAD)('%s', (_, over) => {
    expect(codes(over)).toEqual(['cannot-tell'])
  })
})

test('classic protection counts beside rulesets, and both add up', () => {
  const classic = { ...MAIN, from: 'branch protection' }
  expect(codes({ main: { rulesets: know([]), classic: know(classic) } })).toEqual([])
  const half = { ...MAIN, pullRequest: null, checks: [] }
  expect(
    codes({ main: { rulesets: know([half]), classic: know({ ...classic, noForcePush: false }) } })
  ).toEqual([])
})

test('a rebase that the ruleset forbids is no finding', () => {
  const repository = know({
    name: 'acme/access',
    defaultBranch: 'main',
    merge: { merge: true, squash: true, rebase: true }
  })
  expect(codes({ repository, ...pull({ methods: ['merge', 'squash'] } as never) })).toEqual([])
})

test('every finding says where, what and how to mend it', () => {
  for (const [, over] of [...BROKEN, ...UNREAD]) {
    for (const { where, message, fix, file, line } of examine({ ...HEALTHY, ...over })) {
      expect(['github', 'aws', 'repository']).toContain(where)
      expect(message.length).toBeGreaterThan(10)
      expect(fix.length).toBeGreaterThan(10)
      expect(file).not.toBe('')
      expect(line).toBeGreaterThan(0)
    }
  }
})

test('codes are unique, and each is explained in docs/doctor.md', () => {
  const all = DOCTOR_CHECKS.map(({ code }) => code)
  expect(new Set(all).size).toBe(all.length)
  const page = readFileSync(new URL('../../docs/doctor.md', import.meta.url), 'utf8')
  for (const { code, doc } of DOCTOR_CHECKS) {
    expect(page).toContain(`<a id="${code}"></a>\`${code}\``)
    expect(page).toContain(doc)
  }
})
