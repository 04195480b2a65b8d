import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Book } from '../../src/book/book.ts'
import { blobId } from '../../src/book/grant-key.ts'
import { load, type Loaded } from '../../src/book/load.ts'
import type { FileEntry } from '../../src/book/tree.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const PERSON = 'name: Alice Example\nemail: alice@acme.example\n'
const WORKLOAD =
  'title: T\nkind: service\nowner: alice\npurpose: P\nexpires: 2027-05-31\nruns:\n  - { kind: other, ref: x }\n'
const GRANT = 'reason: Month-end reconciliation\nstarts: 2026-12-01\nexpires: 2026-12-14\nticket: OPS-1\n'

type Files = Readonly<Record<string, string | Partial<FileEntry>>>

function loadFiles(files: Files, paths?: readonly string[]): Loaded {
  const entries = new Map<string, FileEntry>()
  const contents = new Map<string, Uint8Array>()
  for (const [path, file] of Object.entries(files)) {
    entries.set(path, {
      path,
      mode: '100644',
      blob: null,
      size: null,
      ...(typeof file === 'string' ? {} : file)
    })
    if (typeof file === 'string') contents.set(path, bytes(file))
  }
  return load({ entries }, contents, paths && new Set(paths))
}

const told = ({ problems }: Loaded) => problems.map((problem) => `${problem.code} ${problem.file}`)

function sorted<K, V>(map: ReadonlyMap<K, V>): [K, V][] {
  return [...map].toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1))
}

/** A book as plain data in an order of its own: what it says, not how it was read. */
function said(book: Book): unknown {
  const lists = (map: ReadonlyMap<string, readonly { readonly path: string }[]>) =>
    sorted(map).map(([key, list]) => [key, list.map((g) => g.path).toSorted()])
  return [
    book.settings,
    sorted(book.people),
    sorted(book.workloads),
    sorted(book.systems),
    sorted(book.entitlements),
    sorted(book.grants),
    lists(book.grantsOfSubject),
    lists(book.grantsOfEntitlement),
    sorted(book.rules),
    sorted(book.exceptions),
    sorted(book.suspensions),
    sorted(book.outOfBand),
    sorted(book.retrospectives),
    sorted(book.invalid)
  ]
}

describe('loading a tree', () => {
  it('makes a grant of its path and its file', () => {
    const path = 'grants/systems/aws-prod/billing-read/alice.yaml'
    const { book, problems } = loadFiles({ [path]: GRANT })
    const grant = {
      kind: 'grant',
      path,
      blob: blobId(bytes(GRANT)),
      system: 'aws-prod',
      entitlement: 'billing-read',
      name: 'aws-prod/billing-read',
      subject: 'alice',
      reason: 'Month-end reconciliation',
      expires: Date.UTC(2026, 11, 15),
      starts: Date.UTC(2026, 11, 1),
      hasStarts: true,
      ticket: 'OPS-1',
      requester: null,
      task: null,
      incident: null
    }
    expect(problems).toEqual([])
    expect([...book.grants.values()]).toEqual([grant])
    expect(book.grantsOfSubject.get('alice')).toEqual([grant])
    expect(book.grantsOfEntitlement.get('aws-prod/billing-read')).toEqual([grant])
  })

  it('keeps a date that doesn’t exist apart from one that isn’t named', () => {
    const path = 'grants/systems/s/e/alice.yaml'
    const { book } = loadFiles({
      [path]: 'reason: Month-end reconciliation\nstarts: 2026-02-31\nexpires: 2026-02-30\n'
    })
    const { expires, starts, hasStarts } = book.grants.get(path) ?? {}
    expect({ expires, starts, hasStarts }).toEqual({ expires: null, starts: null, hasStarts: true })
  })

  it('indexes every kind of file', () => {
    const { book, problems } = loadFiles({
      'grants/people/a-m/alice.yaml': PERSON,
      'grants/workloads/job.yaml': WORKLOAD,
      'grants/rules/r.yaml': 'title: T\npermissions: [x]\n',
      'grants/exceptions/x.yaml':
        'rule: r\nsubject: alice\nreason: Nobody else knows the process\ncontrol: Monthly review\nexpires: 2027-01-31\n',
      'grants/systems/s/system.yaml':
        'title: S\nconnector: aws-iam\nowner: alice\noutOfBand: report\nsettings: { account: "1" }\n',
      'grants/systems/s/e/entitlement.yaml':
        'title: E\ndescription: D\nowner: alice\napprovers: ["@acme/a"]\nrisk: low\nsubjects: [person]\n',
      'grants/emergency/s/e/alice.yaml': `${GRANT}incident: INC-1\n`,
      'grants/suspensions/alice.yaml': 'reason: Laptop stolen\n',
      'grants/retrospectives/s/e/alice.20261121T0310Z.yaml':
        'incident: INC-1\nhappened: x\ndone: y\nverdict: accepted\n'
    })
    expect(problems).toEqual([])
    expect([
      ...book.people.keys(),
      ...book.workloads.keys(),
      ...book.rules.keys(),
      ...book.exceptions.keys()
    ]).toEqual(['alice', 'job', 'r', 'x'])
    expect([...book.systems.keys(), ...book.entitlements.keys(), ...book.suspensions.keys()]).toEqual([
      's',
      's/e',
      'alice'
    ])
    expect([...book.grants.values()].map((g) => [g.kind, g.incident])).toEqual([['emergency', 'INC-1']])
    expect(
      [...book.retrospectives.values()].map((r) => [r.system, r.entitlement, r.subject, r.start])
    ).toEqual([['s', 'e', 'alice', '20261121T0310Z']])
  })

  it('names every file that doesn’t count, and why', () => {
    const loaded = loadFiles({
      'grants/README.md': 'x',
      'grants/people/alice.yml': PERSON,
      'grants/people/bob.yaml': { mode: '120000', blob: 'a' },
      'grants/people/sub': { mode: '160000', blob: 'a' },
      'grants/people/pipe.yaml': { mode: '000000' },
      'grants/people/gone.yaml': { mode: '100644' },
      'grants/people/huge.yaml': { mode: '100644', size: 17_000 },
      'grants/people/typo.yaml': 'nmae: A\nemail: a@b.example\n',
      'grants/people/system.yaml': PERSON,
      'grants/peple/alice.yaml': PERSON,
      [`grants/people/${'x'.repeat(50).concat('/').repeat(9)}alice.yaml`]: PERSON,
      'elsewhere/x.yaml': 'not ours',
      'grantsx/people/alice.yaml': 'not ours'
    })
    expect(told(loaded)).toEqual([
      'file-unknown grants/README.md',
      'file-unknown grants/people/alice.yml',
      'file-symlink grants/people/bob.yaml',
      'file-unreadable grants/people/gone.yaml',
      'file-too-large grants/people/huge.yaml',
      'file-special grants/people/pipe.yaml',
      'file-submodule grants/people/sub',
      'file-unknown grants/people/system.yaml',
      'field-unknown grants/people/typo.yaml',
      `path-too-long grants/people/${'x'.repeat(50).concat('/').repeat(9)}alice.yaml`,
      'file-unknown grants/peple/alice.yaml'
    ])
    expect([...loaded.book.invalid.keys()].toSorted()).toEqual(loaded.problems.map((p) => p.file).toSorted())
    expect(loaded.book.people.size).toBe(0)
  })

  it.each([
    [
      'grants/people/Alice.yaml',
      '"Alice" is not an id.',
      'Ids are small letters, digits and "-", at most 63, beginning with a letter or digit.'
    ],
    ['grants/people/alice.yml', '"alice.yml" does not end with ".yaml".', 'Rename it to "alice.yaml".'],
    ['grants/pepole/alice.yaml', 'There is no folder "grants/pepole".', 'Did you mean "grants/people/"?'],
    [
      'grants/alice.yaml',
      '"alice.yaml" is not a file that belongs directly into "grants/".',
      'Only grantbook.yaml stands there. Move it to the folder of its kind, or remove it.'
    ],
    [
      'grants/people/entitlement.yaml',
      '"entitlement" is a reserved name and can\'t be an id.',
      'Choose another id.'
    ],
    [
      'grants/suspensions/x/alice.yaml',
      'No kind of file has this path.',
      'Files here are <subject>.yaml, without subfolders.'
    ],
    [
      'grants/systems/alice.yaml',
      'No kind of file has this path.',
      'Files here are <system>/system.yaml, <system>/<entitlement>/entitlement.yaml and <system>/<entitlement>/<subject>.yaml.'
    ],
    [
      'grants/people/a\u202elice.yaml',
      '"a\\u202elice" is not an id.',
      'Ids are small letters, digits and "-", at most 63, beginning with a letter or digit.'
    ]
  ])('explains the path %j', (path, message, fix) => {
    const [problem] = loadFiles({ [path]: PERSON }).problems
    expect([problem?.code, problem?.message, problem?.fix]).toEqual(['file-unknown', message, fix])
  })

  it('refuses every file that claims an id another one claims', () => {
    const loaded = loadFiles({
      'grants/people/a/alice.yaml': PERSON,
      'grants/people/b/alice.yaml': PERSON,
      'grants/people/job.yaml': PERSON,
      'grants/workloads/x/job.yaml': WORKLOAD,
      'grants/rules/r.yaml': 'title: T\npermissions: [x]\n',
      'grants/rules/a/r.yaml': 'title: T\npermissions: [x]\n',
      'grants/exceptions/r.yaml':
        'rule: r\nsubject: alice\nreason: Nobody else knows the process\ncontrol: Monthly review\nexpires: 2027-01-31\n',
      'grants/systems/s/e/bob.yaml': GRANT,
      'grants/systems/s/e/team/bob.yaml': GRANT,
      'grants/systems/s/e/x/carol.yaml': GRANT,
      'grants/systems/s/e/y/carol.yaml': GRANT,
      'grants/systems/s/f/bob.yaml': GRANT,
      'grants/systems/s/f/z/dave.yaml': GRANT,
      'grants/emergency/s/e/bob.yaml': `${GRANT}incident: INC-1\n`
    })
    expect(told(loaded)).toEqual([
      'id-duplicate grants/people/a/alice.yaml',
      'id-duplicate grants/people/b/alice.yaml',
      'id-duplicate grants/people/job.yaml',
      'id-duplicate grants/rules/a/r.yaml',
      'id-duplicate grants/rules/r.yaml',
      'id-duplicate grants/systems/s/e/bob.yaml',
      'id-duplicate grants/systems/s/e/team/bob.yaml',
      'id-duplicate grants/systems/s/e/x/carol.yaml',
      'id-duplicate grants/systems/s/e/y/carol.yaml',
      'id-duplicate grants/workloads/x/job.yaml'
    ])
    expect([...loaded.book.grants.keys()]).toEqual([
      'grants/systems/s/f/bob.yaml',
      'grants/systems/s/f/z/dave.yaml',
      'grants/emergency/s/e/bob.yaml'
    ])
    expect(loaded.problems[0]?.related).toEqual([
      { file: 'grants/people/b/alice.yaml', pointer: [], message: 'The same id.' }
    ])
  })

  it('finds a namesake outside of what was asked for', () => {
    const files = {
      'grants/people/a/alice.yaml': PERSON,
      'grants/people/b/alice.yaml': PERSON,
      'grants/workloads/bob.yaml': WORKLOAD
    }
    const loaded = loadFiles(files, [
      'grants/people/a/alice.yaml',
      'grants/workloads/bob.yaml',
      'grants/people/nobody.yaml'
    ])
    expect(told(loaded)).toEqual(['id-duplicate grants/people/a/alice.yaml'])
    expect([...loaded.book.workloads.keys(), ...loaded.book.people.keys()]).toEqual(['bob'])
  })

  it('refuses a link or file in place of the whole folder', () => {
    expect(told(loadFiles({ grants: { mode: '120000', blob: 'a' } }))).toEqual(['file-symlink grants'])
    expect(told(loadFiles({ grants: 'x' }))).toEqual(['file-unknown grants'])
  })

  it('says the same whatever the order of files', () => {
    const path = fc.constantFrom(
      ...[
        'people/alice',
        'people/x/alice',
        'people/bob',
        'people/Bad',
        'workloads/bob',
        'workloads/job',
        'suspensions/alice'
      ].map((p) => `grants/${p}.yaml`),
      ...['s/e/alice', 's/e/x/alice', 's/e/bob', 's/f/alice', 's/system', 's/e/entitlement'].map(
        (p) => `grants/systems/${p}.yaml`
      )
    )
    const text = fc.constantFrom(PERSON, WORKLOAD, GRANT, 'reason: Laptop stolen\n', 'a: [', '')
    const files = fc.uniqueArray(fc.tuple(path, text), { selector: ([p]) => p, maxLength: 10 })
    fc.assert(
      fc.property(
        files.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))
        ),
        ([one, other]) => {
          const [a, b] = [loadFiles(Object.fromEntries(one)), loadFiles(Object.fromEntries(other))]
          expect(said(a.book)).toEqual(said(b.book))
          expect(a.problems).toEqual(b.problems)
          // Nothing is lost: every file is in the book or refused with a reason.
          const counted =
            a.book.people.size +
            a.book.workloads.size +
            a.book.suspensions.size +
            a.book.grants.size +
            a.book.systems.size +
            a.book.entitlements.size
          expect(counted + a.book.invalid.size).toBe(one.length)
          expect(new Set(a.problems.map((p) => p.file))).toEqual(new Set(a.book.invalid.keys()))
        }
      )
    )
  })
})
