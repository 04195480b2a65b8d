import { execFileSync, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { writeLine } from '../../src/evidence/lines.ts'
import type { Event } from '../../src/evidence/events.ts'
import { grant, grantPath, NOW, person } from '../support/book.ts'
import {
  approved,
  common,
  settingsSignedBy,
  testPem,
  TestRecord,
  testSigner,
  type Crafting
} from '../io/git/evidence-scene.ts'

const ALICE = grantPath('billing-read', 'alice')
const EVENTS = `events/${ALICE}.jsonl`
const RUNS = 'runs/2026-11.jsonl'
const beat: Event = {
  ...common(null, null),
  event: 'finished',
  id: 'a',
  closes: [],
  sealed: null,
  counts: {}
}
const LINE = writeLine(beat)

let record: TestRecord
/** First commit, and the newest good one. */
let first: string
let good: string
let text: string
let runs: string
let blob: string

beforeAll(async () => {
  record = new TestRecord()
  first = await record.genesis()
  text = grant('2026-12-14')
  blob = record.blob(text)
  const { event, move } = approved(ALICE, blob)
  const done = await record
    .store()
    .append(first, [{ subject: 'Approve', events: [event, beat], moves: [move] }], NOW)
  if (done.state !== 'done') throw new Error('raced')
  good = done.head
  runs = record.git('show', `${good}:${RUNS}`)
})

afterAll(() => record.remove())
beforeEach(() => {
  record.git('update-ref', 'refs/heads/evidence', good)
})

/** What reading says of the branch: the rule that is broken, where; null: none. */
async function judged(over: Parameters<TestRecord['store']>[0] = {}): Promise<string | null> {
  try {
    await record.store(over).read()
    return null
  } catch (error) {
    const said = String(error)
    const [, file = '', rule = ''] = /Commit [0-9a-f]{40}(?:, (\S+?))?: .* Rule: ([a-z-]+)/u.exec(said) ?? []
    return rule === '' ? said : `${rule} ${file}`.trim()
  }
}

test('what we wrote is accepted, by us and by plain git', async () => {
  expect(await judged()).toBe(null)
  if (spawnSync('ssh-keygen', ['-?']).error) return
  const allowed = join(record.root, '.git', 'allowed')
  writeFileSync(allowed, `grantbook namespaces="git" ${record.signer.publicKey}\n`)
  const log = record.git('-c', `gpg.ssh.allowedSignersFile=${allowed}`, 'log', '--format=%G? %GS', good)
  expect(log).toBe('G grantbook\nG grantbook\n')
  record.git('-c', `gpg.ssh.allowedSignersFile=${allowed}`, 'verify-commit', first, good)
  record.git('fsck', '--strict', '--no-dangling', good)
})

test.skipIf(spawnSync('ssh-keygen', ['-?']).error !== undefined)(
  'what git commit -S wrote with a signer’s key is accepted (apt-get install openssh-client)',
  async () => {
    const pem = join(record.root, '.git', 'key')
    writeFileSync(pem, opensshKey(), { mode: 0o600 })
    writeFileSync(`${pem}.pub`, `${record.signer.publicKey}\n`)
    const tree = record.git('rev-parse', `${good}^{tree}`).trim()
    const args = ['-c', 'gpg.format=ssh', '-c', `user.signingkey=${pem}.pub`]
    const id = record.git(...args, 'commit-tree', '-S', tree, '-p', good, '-m', 'By hand').trim()
    record.git('update-ref', 'refs/heads/evidence', id)
    expect(await judged()).toBe(null)
  }
)

/** The test's key as ssh-keygen reads it: OpenSSH's own private form, unencrypted. */
function opensshKey(): string {
  const uint32 = (value: number): Buffer => Buffer.from([value >>> 24, value >>> 16, value >>> 8, value])
  const field = (content: string | Buffer): Buffer =>
    Buffer.concat([uint32(Buffer.byteLength(content)), Buffer.from(content)])
  const publicBlob = Buffer.from(record.signer.publicKey.split(' ')[1] ?? '', 'base64')
  const raw = publicBlob.subarray(-32)
  const seed = Buffer.from(testPem(1).split('\n')[1] ?? '', 'base64').subarray(-32)
  const secret = Buffer.concat([
    uint32(7),
    uint32(7),
    field('ssh-ed25519'),
    field(raw),
    field(Buffer.concat([seed, raw])),
    field('')
  ])
  const padded = Buffer.concat([
    secret,
    Buffer.from([1, 2, 3, 4, 5, 6, 7]).subarray(0, (8 - (secret.length % 8)) % 8)
  ])
  const whole = Buffer.concat([
    Buffer.from('openssh-key-v1\0'),
    field('none'),
    field('none'),
    field(''),
    uint32(1),
    field(publicBlob),
    field(padded)
  ])
  const lines = whole.toString('base64').replaceAll(/.{70}/gu, '$&\n').trimEnd()
  return `-----BEGIN OPENSSH PRIVATE KEY-----\n${lines}\n-----END OPENSSH PRIVATE KEY-----\n`
}

describe('a commit object', () => {
  const change = (): Readonly<{ [path: string]: string }> => ({ [RUNS]: runs + LINE })
  test('made by hand as ours are is as good as ours', async () => {
    record.craft(change())
    expect(await judged()).toBe(null)
  })

  const mergetag = `mergetag object ${'1'.repeat(40)}\n type commit\n tag x\n \n`
  test.each<[string, Crafting, string]>([
    ['unsigned', { signer: null }, 'unsigned'],
    ['signed by a stranger', { signer: testSigner(9) }, 'signer'],
    ['with an encoding', { headers: 'encoding ISO-8859-1\n' }, 'commit-form'],
    ['with a mergetag', { headers: mergetag }, 'commit-form'],
    ['with an unknown header', { headers: 'note x\n' }, 'commit-form'],
    [
      'with a second signature',
      { alter: (one) => one.replace('gpgsig ', 'gpgsig x\ngpgsig ') },
      'commit-form'
    ],
    [
      'with a SHA-256 signature',
      { alter: (one) => one.replace('gpgsig ', 'gpgsig-sha256 x\ngpgsig ') },
      'commit-form'
    ],
    ['with its signature elsewhere', { alter: moved }, 'commit-form'],
    ['with another message', { alter: (one) => one.replace('Crafted', 'Altered') }, 'signature'],
    ['with another author', { alter: (one) => one.replace('author Mallory', 'author Alice') }, 'signature'],
    ['with another time', { alter: (one) => one.replaceAll(' 1795251600 ', ' 1795251601 ') }, 'signature'],
    ['with NUL in a name', { alter: (one) => one.replace('author M', 'author \0') }, 'commit-form'],
    [
      'with more lines in its signature',
      { alter: (one) => one.replace('\n -----END', '\n \n -----END') },
      'signature'
    ]
  ])('%s is not', async (_, crafting, rule) => {
    record.craft(change(), crafting)
    expect(await judged()).toBe(rule)
  })

  test('with a signature of another commit is not', async () => {
    const other = record.git('cat-file', 'commit', good)
    const signature = /gpgsig (?:.|\n )*\n/u.exec(other)?.[0] ?? ''
    record.craft(change(), { alter: (one) => one.replace(/gpgsig (?:.|\n )*\n/u, () => signature) })
    expect(await judged()).toBe('signature')
  })

  test('of the future, or of long ago, is judged by what it says and not by when', async () => {
    for (const at of ['4102444800', '0']) {
      const headers = ''
      record.craft(
        { [RUNS]: runs + LINE },
        {
          headers,
          signer: null,
          alter: (one) => resigned(one.replaceAll(' 1795251600 ', ` ${at} `))
        }
      )
      expect(await judged()).toBe(null)
      record.git('update-ref', 'refs/heads/evidence', good)
    }
  })
})

function moved(object: string): string {
  const signature = /gpgsig (?:.|\n )*\n/u.exec(object)?.[0] ?? ''
  return object.replace(signature, '').replace('author ', `${signature}author `)
}

/** Signs an unsigned object. */
function resigned(object: string): string {
  const bytes = Buffer.from(object, 'latin1')
  const folded = record.signer.sign(bytes).trimEnd().replaceAll('\n', '\n ')
  return object.replace('\n\n', `\ngpgsig ${folded}\n\n`)
}

describe('history', () => {
  test('with a merge is not accepted', async () => {
    record.craft({ [RUNS]: runs + LINE }, { parents: [good, first] })
    expect(await judged()).toBe('parent')
    record.craft({ [RUNS]: runs + LINE }, { parents: [good, record.main] })
    expect(await judged()).toBe('parent')
  })

  test('that leaves a commit out, or begins anew, is not accepted', async () => {
    record.craft({ [RUNS]: runs + LINE }, { parents: [first] })
    expect(await judged({ anchor: good })).toMatch(/doesn’t come from/u)
    record.craft({ [RUNS]: runs }, { parents: [] })
    expect(await judged()).not.toBe(null)
    record.git('update-ref', 'refs/heads/evidence', first)
    expect(await judged({ anchor: good })).toMatch(/doesn’t come from/u)
  })

  test('that replacements, grafts or shallow marks would bend is read as it is', async () => {
    const bad = record.craft({ [RUNS]: runs + LINE }, { signer: null })
    record.git('replace', bad, good)
    expect(await judged()).toBe('unsigned')
    record.git('replace', '-d', bad)
    record.git('update-ref', 'refs/heads/evidence', good)
    writeFileSync(join(record.root, '.git', 'info', 'grafts'), `${good}\n`)
    expect(await judged()).toBe(null)
    writeFileSync(join(record.root, '.git', 'info', 'grafts'), '')
    writeFileSync(join(record.root, '.git', 'shallow'), `${good}\n`)
    try {
      expect(await judged()).toMatch(/history .* is cut off here/u)
    } finally {
      execFileSync('rm', [join(record.root, '.git', 'shallow')])
    }
  })

  test('that ends in a tag is not accepted', async () => {
    record.git('-c', 'tag.gpgSign=false', 'tag', '-a', 'v1', '-m', 'x', good)
    const tag = record.git('rev-parse', 'v1').trim()
    writeFileSync(join(record.root, '.git', 'refs', 'heads', 'evidence'), `${tag}\n`)
    try {
      // git peels it; what is read is the commit that it leads to, and nothing can be pushed in its place.
      const store = record.store()
      expect((await store.read()).head).toBe(good)
      expect((await store.append(good, [{ subject: 'Beat', events: [beat], moves: [] }], NOW)).state).toBe(
        'raced'
      )
    } finally {
      record.git('update-ref', '-d', 'refs/tags/v1')
      writeFileSync(join(record.root, '.git', 'refs', 'heads', 'evidence'), `${good}\n`)
    }
  })

  test('whose first commit starts from what never was main’s is not accepted', async () => {
    const stranger = testSigner(9)
    record.git('checkout', '-q', '-b', 'side')
    const side = record.repository.commit({ 'grants/grantbook.yaml': settingsSignedBy(stranger) })
    record.git('checkout', '-q', 'main')
    const merged = record
      .git('commit-tree', `${record.main}^{tree}`, '-p', record.main, '-p', side, '-m', 'M')
      .trim()
    const genesis: Event = {
      ...common(null, null),
      commit: side,
      event: 'genesis',
      files: 1,
      signer: stranger.publicKey,
      recovered: null
    }
    const settings = record.git('rev-parse', `${side}:grants/grantbook.yaml`).trim()
    record.craft(
      { [RUNS]: writeLine(genesis), 'approved/grants/grantbook.yaml': { mode: '100644', id: settings } },
      { parents: [], signer: stranger }
    )
    expect(await judged({ main: merged })).toBe('genesis')
    expect(await judged({ main: merged, trusted: record.signer.publicKey })).toBe('signer')
    expect(await judged({ main: side })).toBe(null)
    record.git('branch', '-q', '-D', 'side')
  })

  test('from genesis is accepted by the trusted key alone, if one is given', async () => {
    expect(await judged({ trusted: record.signer.publicKey })).toBe(null)
    expect(await judged({ trusted: testSigner(9).publicKey })).toBe('signer')
  })
})

describe('what a commit changes', () => {
  const link = '120000'
  const module = '160000'
  const moveOf = (path: string, to: string | null): string => writeLine(approved(path, to).event)
  const cases: readonly (readonly [string, () => Parameters<TestRecord['craft']>[0], string])[] = [
    ['nothing', () => ({}), ''],
    ['a line is appended', () => ({ [RUNS]: runs + LINE }), ''],
    ['a file is begun', () => ({ 'runs/2026-12.jsonl': LINE.replace('2026-11-20', '2026-12-20') }), ''],
    ['a byte is changed', () => ({ [RUNS]: runs.replace('carol', 'caroL') }), `append-only ${RUNS}:1`],
    ['a line is dropped', () => ({ [RUNS]: runs.slice(runs.indexOf('\n') + 1) }), `append-only ${RUNS}:1`],
    [
      'the last line is dropped',
      () => ({ [RUNS]: runs.slice(0, runs.indexOf('\n') + 1) }),
      `append-only ${RUNS}:2`
    ],
    [
      'lines are swapped',
      () => ({ [RUNS]: `${runs.trimEnd().split('\n').toReversed().join('\n')}\n` }),
      `append-only ${RUNS}:1`
    ],
    ['a file is emptied', () => ({ [RUNS]: '' }), `append-only ${RUNS}:1`],
    ['a file is deleted', () => ({ [EVENTS]: null }), `append-only ${EVENTS}`],
    ['a line has no end', () => ({ [RUNS]: runs + LINE.trimEnd() }), `event ${RUNS}:3`],
    ['a line is empty', () => ({ [RUNS]: `${runs}\n` }), `event ${RUNS}:3`],
    ['a line is no JSON', () => ({ [RUNS]: `${runs}{\n` }), `event ${RUNS}:3`],
    ['a line has blanks', () => ({ [RUNS]: runs + LINE.replace(',', ', ') }), `event ${RUNS}:3`],
    [
      'a key stands twice',
      () => ({ [RUNS]: runs + LINE.replace('{', '{"at":"2026-11-20T09:00:00Z",') }),
      `event ${RUNS}:3`
    ],
    ['a line ends as on Windows', () => ({ [RUNS]: runs + LINE.replace('\n', '\r\n') }), `event ${RUNS}:3`],
    [
      'an event is unknown',
      () => ({ [RUNS]: runs + LINE.replace('finished', 'vanished') }),
      `event ${RUNS}:3`
    ],
    [
      'a line is huge',
      () => ({ [RUNS]: runs + LINE.replace('"a"', `"${'a'.repeat(5_000_000)}"`) }),
      `event ${RUNS}:3`
    ],
    [
      'another month’s event',
      () => ({ [RUNS]: runs + LINE.replace('2026-11', '2026-10') }),
      `event ${RUNS}:3`
    ],
    [
      'another grant’s event',
      () => ({ [`events/${grantPath('logs-read', 'bob')}.jsonl`]: moveOf(ALICE, null) }),
      `event events/${grantPath('logs-read', 'bob')}.jsonl:1`
    ],
    ['events become a link', () => ({ [EVENTS]: { mode: link, id: blob } }), `path ${EVENTS}`],
    ['events become a submodule', () => ({ [EVENTS]: { mode: module, id: good } }), `path ${EVENTS}`],
    [
      'events become a program',
      () => ({ [RUNS]: { mode: '100755', id: record.blob(runs + LINE) } }),
      `path ${RUNS}`
    ],
    ['events become a folder', () => ({ [RUNS]: null, [`${RUNS}/x`]: 'x' }), `append-only ${RUNS}`],
    ['a file beside', () => ({ 'README.md': 'x' }), 'path README.md'],
    ['a file among runs', () => ({ 'runs/x': 'x' }), 'path runs/x'],
    ['a file among events', () => ({ 'events/x.jsonl': 'x' }), 'path events/x.jsonl'],
    ['a file beside the approved ones', () => ({ 'approved/README.md': 'x' }), 'path approved/README.md'],
    ['a workflow', () => ({ '.github/workflows/x.yml': 'on: push' }), 'path .github/workflows/x.yml'],
    [
      'an approved file nobody approved',
      () => ({ [`approved/${ALICE}`]: grant('2027-12-14') }),
      `approved approved/${ALICE}`
    ],
    [
      'an approved file goes by itself',
      () => ({ [`approved/${ALICE}`]: null }),
      `approved approved/${ALICE}`
    ],
    [
      'an approved file becomes a program',
      () => ({ [`approved/${ALICE}`]: { mode: '100755', id: blob } }),
      `approved approved/${ALICE}`
    ],
    [
      'an approved file becomes a submodule',
      () => ({ [`approved/${ALICE}`]: { mode: module, id: good } }),
      `path approved/${ALICE}`
    ],
    [
      'an approved file becomes a link',
      () => ({ [`approved/${ALICE}`]: { mode: link, id: blob } }),
      `path approved/${ALICE}`
    ],
    [
      'an event says absent, the file stays',
      () => ({ [EVENTS]: `${record.git('show', `${good}:${EVENTS}`)}${moveOf(ALICE, null)}` }),
      `approved ${EVENTS}`
    ],
    [
      'an event says another form',
      () => {
        const other = record.blob(grant('2026-12-20'))
        return {
          [EVENTS]: `${record.git('show', `${good}:${EVENTS}`)}${moveOf(ALICE, other)}`,
          [`approved/${ALICE}`]: grant('2026-12-21')
        }
      },
      `approved approved/${ALICE}`
    ],
    [
      'a second genesis',
      () => ({ [RUNS]: runs + runs.slice(0, runs.indexOf('\n') + 1) }),
      'genesis runs/2026-11.jsonl'
    ],
    [
      'settings that nobody can read',
      () => settings('organization: ['),
      'settings approved/grants/grantbook.yaml'
    ],
    [
      'settings without a signer',
      () => settings(settingsSignedBy(testSigner(2)).replace(/AAAA\S{64}/u, `AAAA${'A'.repeat(64)}`)),
      'settings approved/grants/grantbook.yaml'
    ],
    ['settings that go', () => settings(null), 'settings approved/grants/grantbook.yaml']
  ]
  const settings = (content: string | null): Parameters<TestRecord['craft']>[0] => {
    const path = 'grants/grantbook.yaml'
    const id = content === null ? null : record.blob(content)
    return { [`approved/${path}`]: content, [`events/${path}.jsonl`]: moveOf(path, id) }
  }

  test.each(cases)('%s', async (_, changes, wanted) => {
    record.craft(changes())
    expect((await judged()) ?? '').toBe(wanted)
  })
})

test('a signer that was taken out signs nothing any more', async () => {
  const next = testSigner(2)
  const { event, move } = approved('grants/grantbook.yaml', record.blob(settingsSignedBy(next)))
  await record.store().append(good, [{ subject: 'Rotate', events: [event], moves: [move] }], NOW)
  expect(await judged()).toBe(null)
  record.craft({ [RUNS]: runs + LINE })
  expect(await judged()).toBe('signer')
  record.git('update-ref', 'refs/heads/evidence', 'evidence~1')
  record.craft({ [RUNS]: runs + LINE }, { signer: next })
  expect(await judged()).toBe(null)
})

test('what we would write is judged before it leaves: moves that no event names, paths out of place', async () => {
  const store = record.store()
  const { event, move } = approved('grants/people/dave.yaml', record.blob(person('dave')))
  for (const entry of [
    { subject: 'x', events: [event], moves: [] },
    { subject: 'x', events: [], moves: [move] },
    { subject: 'x', events: [event], moves: [{ ...move, path: '.github/CODEOWNERS' }] }
  ])
    await expect(store.append(good, [entry], NOW)).rejects.toThrow('can’t be trusted')
  expect(record.git('rev-parse', 'evidence').trim()).toBe(good)
})
