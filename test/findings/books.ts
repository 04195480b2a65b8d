import * as fc from 'fast-check'
import { ACME, type Files } from '../checks/acme.ts'

// Few names, so that files often speak of each other; some names have no file, some files are refused.
const PEOPLE = ['ann', 'ben', 'cat', 'dan']
const WORKLOADS = ['w-a', 'w-b']
const SYSTEMS = ['s-a', 's-b']
const ENTITLEMENTS = ['e-a', 'e-b', 'e-c']
const SUBJECTS = [...PEOPLE, ...WORKLOADS, 'nobody']

const pick = <T>(...values: T[]): fc.Arbitrary<T> => fc.constantFrom(...values)
const line = (key: string, value: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  value.map((text) => `${key}: ${text}\n`)
const maybe = (key: string, value: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.option(line(key, value), { nil: '' })
const file = (...lines: fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.tuple(...lines).map((parts) => parts.join(''))

const day = pick('2026-11-18', '2026-11-25', '2026-12-31', '2027-06-30', '2027-02-30')
const account = fc
  .tuple(pick('user', 'role'), pick('x', 'y', 'z'))
  .map(([kind, name]) => `{ ${kind}: ${name} }`)
const accounts = maybe(
  'accounts',
  fc.tuple(account, fc.option(account)).map(([a, b]) => `{ s-a: ${a}${b ? `, s-b: ${b}` : ''} }`)
)

const person = file(
  line('name', pick('Somebody')),
  line('email', pick('somebody@acme.example')),
  fc
    .option(fc.tuple(pick('one', 'ONE', 'two'), pick('1', '2')), { nil: null })
    .map((both) => (both ? `github: ${both[0]}\ngithubId: ${both[1]}\n` : '')),
  maybe('manager', pick(...PEOPLE)),
  maybe('ends', day),
  accounts
)
const workload = file(
  line('title', pick('Something')),
  line('kind', pick('pipeline', 'agent')),
  line('owner', pick(...PEOPLE)),
  maybe('backup', pick(...PEOPLE)),
  line('purpose', pick('Does something')),
  line('expires', day),
  line('runs', pick('[{ kind: other, ref: x }]')),
  maybe('canRun', pick('[w-a]', '[w-b]', '[w-c]')),
  accounts
)
const system = file(
  line('title', pick('A system')),
  line('connector', pick('aws-iam', 'aws-iam', 'aws-iam', 'aws-ima')),
  line('owner', pick(...PEOPLE)),
  line('outOfBand', pick('report')),
  line(
    'settings',
    pick(
      '{ account: "123456789012", region: eu-central-1 }',
      '{ account: "123456789013", region: eu-central-1 }',
      '{}'
    )
  )
)
const entitlement = file(
  line('title', pick('Something')),
  line('description', pick('Does something')),
  line('owner', pick(...PEOPLE)),
  line('approvers', pick('["@acme/a"]', '["@evil/a"]')),
  line('risk', pick('low', 'medium', 'high')),
  maybe('maxDuration', pick('14d', '400d')),
  line('subjects', pick('[person]', '[workload]', '[person, workload]')),
  maybe('emergency', pick('{ approvers: ["@acme/b"], maxDuration: 2h }')),
  maybe('includes', pick('[s-a/e-a]', '[s-a/e-b]', '[s-b/e-c, s-a/e-a]')),
  maybe('duties', pick('[a]', '[b]', '[a, b]')),
  maybe(
    'target',
    pick(
      '{ group: g }',
      '{ assumeRole: "arn:aws:iam::123456789012:role/r" }',
      '{ assumeRole: nothing }',
      '{ statements: [{ actions: ["s3:GetObject"], resources: ["*"] }] }',
      '{ statements: [{ actions: ["s3:Put*", "kms:*"], resources: ["*"] }] }'
    )
  )
)
const grant = file(
  line('reason', pick('Looks into something', '"a          "')),
  line('expires', day),
  maybe('starts', pick('2026-11-01', '2026-12-15')),
  maybe('ticket', pick('OPS-1', 'nothing')),
  maybe('requester', pick(...SUBJECTS)),
  maybe('task', pick('https://acme.example/1'))
)
const emergency = fc.tuple(grant, pick('incident: INC-1\n', '')).map((parts) => parts.join(''))
const suspension = file(line('reason', pick('Laptop stolen')), maybe('until', day))
const rule = file(
  line('title', pick('A rule')),
  line('hold', pick('[duty:a, duty:b]', '[s-a/*]', '[duty:*, s-b/e-c]', '[s-a/e-a, s-a/e-b, s-b/e-c]')),
  line('atMost', pick('0', '1', '1', '2')),
  maybe('systems', pick('[s-a, s-b]', '[s-a]')),
  maybe('severity', pick('warning', 'error')),
  maybe('through', pick('[self]', '[self, owned]', '[backup, canRun]'))
)
const permissionRule = file(
  line('title', pick('A rule')),
  line('permissions', pick('[privilege-escalation]', '[own]', '[own, key-takeover]')),
  line('sets', pick('{ own: [["s3:GetObject", "s3:PutObject"]] }')),
  maybe('severity', pick('warning'))
)
const exception = file(
  line('rule', pick('r-a', 'r-b')),
  line('subject', pick(...SUBJECTS)),
  line('reason', pick('Interim head of finance')),
  line('control', pick('Monthly review')),
  line('expires', day)
)
const outOfBand = pick(
  `principal: p\nitems: [{ id: i, what: w, firstSeen: 2026-11-18T00:00:00Z, by: unknown, lastUsed: null, digest: "sha256:${'0'.repeat(64)}" }]\nexpires: 2026-11-25\ndecision: undecided\n`,
  `principal: p\nitems: [{ id: i, what: w, firstSeen: 2026-11-18T00:00:00Z, by: unknown, lastUsed: null, digest: "sha256:${'0'.repeat(64)}" }]\nexpires: 2027-11-25\ndecision: tolerate\nowner: ann\nreason: Vendor\n`
)
const retrospective = pick('incident: INC-1\nhappened: x\ndone: y\nverdict: accepted\n')
const settings = pick(
  ACME['grants/grantbook.yaml'] ?? '',
  (ACME['grants/grantbook.yaml'] ?? '').replace('365d', '20d'),
  (ACME['grants/grantbook.yaml'] ?? '').replace('(OPS|SEC)', '(SEC|(?=x))')
)

const inSystem = (kind: string): fc.Arbitrary<string> =>
  fc
    .tuple(pick(...SYSTEMS), pick(...ENTITLEMENTS), pick('', '', '', 'sub/'), pick(...SUBJECTS))
    .map(([s, e, sub, subject]) => `grants/${kind}/${s}/${e}/${sub}${subject}.yaml`)

/** One path of the book and a text for it; now and then one that is refused. */
const one = fc
  .oneof(
    {
      weight: 4,
      arbitrary: fc.tuple(
        fc
          .tuple(pick('', '', '', 'sub/'), pick(...PEOPLE))
          .map(([sub, id]) => `grants/people/${sub}${id}.yaml`),
        person
      )
    },
    {
      weight: 3,
      arbitrary: fc.tuple(
        pick(...WORKLOADS, 'ann').map((id) => `grants/workloads/${id}.yaml`),
        workload
      )
    },
    {
      weight: 2,
      arbitrary: fc.tuple(
        pick(...SYSTEMS).map((id) => `grants/systems/${id}/system.yaml`),
        system
      )
    },
    {
      weight: 4,
      arbitrary: fc.tuple(
        fc
          .tuple(pick(...SYSTEMS), pick(...ENTITLEMENTS))
          .map(([s, e]) => `grants/systems/${s}/${e}/entitlement.yaml`),
        entitlement
      )
    },
    { weight: 8, arbitrary: fc.tuple(inSystem('systems'), grant) },
    { weight: 2, arbitrary: fc.tuple(inSystem('emergency'), emergency) },
    {
      weight: 1,
      arbitrary: fc.tuple(
        pick(...SUBJECTS).map((id) => `grants/suspensions/${id}.yaml`),
        suspension
      )
    },
    {
      weight: 1,
      arbitrary: fc.tuple(
        pick('r-a', 'x/r-a', 'r-b').map((id) => `grants/rules/${id}.yaml`),
        fc.oneof(rule, permissionRule)
      )
    },
    {
      weight: 1,
      arbitrary: fc.tuple(
        pick('x-a', 'y/x-a', 'x-b').map((id) => `grants/exceptions/${id}.yaml`),
        exception
      )
    },
    {
      weight: 1,
      arbitrary: fc.tuple(
        pick(...SYSTEMS).map((id) => `grants/out-of-band/${id}/user.m-1a2b3c4d.yaml`),
        outOfBand
      )
    },
    {
      weight: 1,
      arbitrary: fc.tuple(
        fc
          .tuple(pick(...SYSTEMS), pick(...ENTITLEMENTS), pick(...SUBJECTS))
          .map(([s, e, subject]) => `grants/retrospectives/${s}/${e}/${subject}.20261101T0310Z.yaml`),
        retrospective
      )
    },
    { weight: 1, arbitrary: fc.tuple(pick('grants/grantbook.yaml'), settings) },
    { weight: 1, arbitrary: fc.tuple(pick('grants/people/README.md', 'grants/people/Ann.yaml'), pick('x\n')) }
  )
  .chain(([path, text]) =>
    pick(text, text, text, text, text, `${text}typo: 1\n`).map((final): [string, string] => [path, final])
  )

/** A book of up to 60 files, with all sorts of faults. */
export const anyBook: fc.Arbitrary<Files> = fc
  .tuple(fc.array(one, { minLength: 20, maxLength: 60 }), fc.boolean())
  .map(([files, whole]) => ({
    ...(whole ? { 'grants/grantbook.yaml': ACME['grants/grantbook.yaml'] ?? '' } : {}),
    ...Object.fromEntries(files)
  }))

/** A change: some files put, some of those there are removed (by their place among all). */
export const anyChange: fc.Arbitrary<{
  readonly put: readonly [string, string][]
  readonly remove: readonly number[]
}> = fc.record({
  put: fc.array(one, { maxLength: 3 }),
  remove: fc.array(fc.nat(99), { maxLength: 2 })
})
