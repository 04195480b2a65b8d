import { execFileSync, spawn } from 'node:child_process'
import { createHash, generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { writeInstant } from '../src/book/instant.ts'
import { blobId } from '../src/book/grant-key.ts'
import { signCommitObject, writeCommitObject } from '../src/evidence/commit-object.ts'
import type { Event } from '../src/evidence/events.ts'
import { pathOfEvent, writeLine } from '../src/evidence/lines.ts'
import { signerOf } from '../src/evidence/signer-key.ts'

/** How long a record is to be. Every grant has five events. */
export interface RecordSize {
  readonly grants: number
  /** Commits of the evidence branch, half of them landings and half runs. */
  readonly commits: number
}

const HOUR = 3_600_000
const T0 = Date.UTC(2024, 0, 1)
const PEOPLE = 500
const SYSTEMS = 10
/** Its grants end so long after they landed, and are revoked then. */
const LASTS = 60 * HOUR
const AUTHOR = 'Grantbook <grantbook@users.noreply.github.com>'

const padded = (n: number, width: number) => String(n).padStart(width, '0')
/** When the n-th landing came. */
const landed = (n: number) => T0 + (n + 1) * HOUR
const until = (n: number) => landed(n) + LASTS

/** What was written, and who could go on with it. */
export interface MadeRecord {
  /** Tip of `main`. */
  readonly main: string
  /** Tip of `evidence`. */
  readonly evidence: string
  /** Private key of its only signer. */
  readonly pem: string
}

/** Writes main and a long, signed evidence branch of a made-up organisation into an empty folder. Deterministic but for the key. */
export async function makeRecord(dir: string, { grants, commits }: RecordSize): Promise<MadeRecord> {
  const { privateKey } = generateKeyPairSync('ed25519')
  const pem = String(privateKey.export({ format: 'pem', type: 'pkcs8' }))
  const signer = signerOf(pem)
  const landings = Math.floor((commits - 1) / 2)
  const each = Math.ceil(grants / landings)
  const entitlements = Math.ceil(grants / PEOPLE)
  const git = (args: readonly string[], input?: Uint8Array) =>
    execFileSync('git', ['-C', dir, ...args], { ...(input ? { input } : {}), maxBuffer: 1 << 30 }).toString(
      'latin1'
    )
  git(['init', '-q', '-b', 'main'])
  git(['config', 'gc.auto', '0'])

  const path = (n: number) => {
    const entitlement = n % entitlements
    const person = Math.floor(n / entitlements) % PEOPLE
    return `grants/systems/aws-${entitlement % SYSTEMS}/role-${padded(entitlement, 4)}/person-${padded(person, 4)}.yaml`
  }
  const text = (n: number) =>
    `reason: Work on data set ${n} for the quarterly review of orders\nexpires: ${writeInstant(until(Math.floor(n / each)))}\n`
  const base = baseFiles(signer.publicKey, entitlements)

  // Main first: evidence names its commits.
  await importStream(dir, async (write) => {
    await write(
      commit(
        'refs/heads/main',
        T0,
        [...base].map(([file, content]) => inline(file, content))
      )
    )
    for (let n = 0; n < landings; n++) {
      const files: string[] = []
      for (let g = n * each; g < Math.min(grants, (n + 1) * each); g++) files.push(inline(path(g), text(g)))
      await write(commit('refs/heads/main', landed(n) - 60_000, files))
    }
  })
  const main = git(['rev-list', '--reverse', 'main']).split('\n').filter(Boolean)

  const common = (at: number, file: string | null, n: number, content: string | null) => ({
    at: writeInstant(at),
    grant: file,
    blob: content === null ? null : blobId(Buffer.from(content)),
    commit: main[n + 1] ?? '',
    by: 'grantbook apply',
    run: `${1_000_000 + n}`
  })
  const contents = new Map<string, string>()
  const drafts: number[] = []
  let counted = 0
  const line = (one: Event, changed: Set<string>) => {
    const file = pathOfEvent(one)
    contents.set(file, (contents.get(file) ?? '') + writeLine(one))
    changed.add(file)
    counted++
  }
  await importStream(dir, async (write) => {
    const record = async (at: number, events: readonly Event[], moves: readonly string[]) => {
      const changed = new Set<string>()
      for (const one of events) line(one, changed)
      drafts.push(at)
      const files = [...changed].map((file) => inline(file, contents.get(file) ?? ''))
      await write(commit('refs/heads/unsigned', at, [...moves, ...files]))
    }
    const held = (at: number, n: number, g: number, kind: 'issued' | 'updated') => {
      const [, , system = '', role = '', file = ''] = path(g).split('/')
      const person = file.slice(0, -'.yaml'.length)
      const all = {
        ...common(at, path(g), n, text(g)),
        system,
        principal: `user/${person}`,
        principalId: `AIDA${padded(g, 12)}`,
        account: `10000000000${system.at(-1)}`,
        entitlement: `${system}/${role}`,
        policy: { [`grant-${g}/assume`]: 'grantbook-acme-access-1' },
        statements: [
          {
            id: `grant-${g}/assume`,
            body: `{"Action":"sts:AssumeRole","Condition":{"DateLessThan":{"aws:CurrentTime":"${writeInstant(until(Math.floor(g / each)))}"}},"Effect":"Allow","Resource":"arn:aws:iam::100000000000:role/entitlements/${role}"}`,
            enforcement: 'target' as const
          }
        ],
        from: null,
        until: writeInstant(until(Math.floor(g / each))),
        enforcement: 'target' as const,
        observed: false
      }
      return kind === 'issued' ? { ...all, event: kind } : { ...all, event: kind, entitlementBlob: null }
    }
    const genesis: Event = {
      ...common(T0, null, -1, null),
      event: 'genesis',
      files: base.size,
      signer: signer.publicKey,
      recovered: null
    }
    await record(
      T0,
      [genesis],
      [...base].map(([file, content]) => inline(`approved/${file}`, content))
    )
    for (let n = 0; n < landings; n++) {
      const ids = (k: number) =>
        k < 0 ? [] : Array.from({ length: each }, (_, i) => k * each + i).filter((g) => g < grants)
      const at = landed(n)
      const pull = `acme/access#${n + 1}`
      const events = ids(n).flatMap((g): Event[] => {
        const facts = common(at, path(g), n, text(g))
        const approver = (Math.floor(g / entitlements) + 7) % PEOPLE
        const approval = {
          login: `person-${padded(approver, 4)}`,
          id: 500_000 + approver,
          person: `person-${padded(approver, 4)}`,
          as: '@acme/data',
          review: 1000 + n * 10 + (g % 10),
          commit: main[n + 1] ?? '',
          at: writeInstant(at - HOUR)
        }
        return [
          { ...facts, event: 'requested', pull, requester: null },
          {
            ...facts,
            event: 'approved',
            pull,
            head: main[n + 1] ?? '',
            base: main[n] ?? '',
            approvals: [approval]
          }
        ]
      })
      const seal: Event = {
        ...common(at, null, n, null),
        event: 'sealed',
        id: `a${n}`,
        sealed: main[n + 1] ?? '',
        pulls: [pull]
      }
      const moves = ids(n).map((g) => `M 100644 ${blobId(Buffer.from(text(g)))} approved/${path(g)}\n`)
      await record(at, [...events, seal], moves)
      const over = n - LASTS / HOUR
      const run: Event[] = [
        ...ids(n).map((g): Event => held(at, n, g, 'issued')),
        ...ids(n - 1).map((g): Event => held(at, n, g, 'updated')),
        ...ids(over).map((g): Event => {
          const [, , system = '', , file = ''] = path(g).split('/')
          return {
            ...common(at, path(g), n, text(g)),
            event: 'revoked',
            system,
            principal: `user/${file.slice(0, -'.yaml'.length)}`,
            principalId: `AIDA${padded(g, 12)}`,
            why: 'its time ended',
            cause: 'window',
            unit: path(g),
            sessionsUntil: writeInstant(at + HOUR),
            observed: false
          }
        }),
        {
          ...common(at, null, n, null),
          event: 'finished',
          id: `r${n}`,
          closes: [],
          sealed: main[n + 1] ?? '',
          counts: { done: each }
        }
      ]
      await record(at, run, [])
      for (const g of ids(over)) contents.delete(`events/${path(g)}.jsonl`)
    }
  })
  const trees = git(['log', '--reverse', '--format=%T', 'unsigned']).split('\n').filter(Boolean)
  const head = signAll(dir, trees, drafts, (bytes) => signCommitObject(bytes, signer.sign(bytes)))
  git(['update-ref', 'refs/heads/evidence', head])
  git(['update-ref', '-d', 'refs/heads/unsigned'])
  // As a forge gives it: each version of a file beside the one before it, not in the order in which they were written.
  git(['repack', '-q', '-a', '-d', '-f', '--window=5', '--depth=20'])
  process.stderr.write(`${counted} events in ${trees.length} commits\n`)
  return { main: main.at(-1) ?? '', evidence: head, pem }
}

function baseFiles(publicKey: string, entitlements: number): ReadonlyMap<string, string> {
  const files = new Map<string, string>()
  files.set(
    'grants/grantbook.yaml',
    `organization: acme\nrepository: acme/access\ngovernance: "@acme/access-governance"\nsecurity: "@acme/security"\napp: grantbook-acme\n` +
      `evidence: {signers: ["${publicKey} bench"]}\nticket: {pattern: "OPS-[0-9]+", url: "https://tickets.acme.example/{ticket}"}\n` +
      ['low', 'medium', 'high', 'critical']
        .map((tier) => `  ${tier}: {maxDuration: 180d, approvals: 1, ticket: optional}\n`)
        .join('')
        .replace(/^/u, 'risk:\n') +
      'approvals: {maxAge: 14d}\nemergency: {maxDuration: 4h, renewals: 1, reviewWithin: 3d}\noutOfBand: {expiresAfter: 7d, tolerateFor: 180d}\n' +
      'guard: {share: 0.1, floor: 5}\nnotice: 7d\nkeys: {maxAge: 90d}\norphans: {grace: 7d}\nheartbeat: {staleAfter: 26h}\n'
  )
  const accounts = Array.from({ length: SYSTEMS }, (_, s) => s)
  for (let n = 0; n < PEOPLE; n++) {
    const id = `person-${padded(n, 4)}`
    const where = accounts.map((s) => `aws-${s}: {user: ${id}}`).join(', ')
    files.set(
      `grants/people/${id}.yaml`,
      `name: Person ${n}\nemail: ${id}@acme.example\ngithub: ${id}-acme\ngithubId: ${500_000 + n}\naccounts: {${where}}\n`
    )
  }
  for (const s of accounts)
    files.set(
      `grants/systems/aws-${s}/system.yaml`,
      `title: AWS ${s}\nconnector: aws-iam\nowner: person-0000\noutOfBand: report\nsettings: {account: "10000000000${s}", region: eu-central-1}\n`
    )
  for (let e = 0; e < entitlements; e++)
    files.set(
      `grants/systems/aws-${e % SYSTEMS}/role-${padded(e, 4)}/entitlement.yaml`,
      `title: Role ${e}\ndescription: Work with data set ${e}.\nowner: person-0000\napprovers: ["@acme/data"]\nrisk: medium\nsubjects: [person]\n` +
        `target: {assumeRole: "arn:aws:iam::10000000000${e % SYSTEMS}:role/entitlements/role-${padded(e, 4)}"}\n`
    )
  return files
}

function commit(ref: string, at: number, files: readonly string[]): string {
  return `commit ${ref}\ncommitter ${AUTHOR} ${at / 1000} +0000\ndata 0\n${files.join('')}\n`
}

function inline(path: string, text: string): string {
  return `M 100644 inline ${path}\ndata ${Buffer.byteLength(text)}\n${text}\n`
}

/** Feeds fast-import piece by piece: the whole stream is larger than memory. */
async function importStream(
  dir: string,
  feed: (write: (text: string) => Promise<void>) => Promise<void>
): Promise<void> {
  const args = [
    '-C',
    dir,
    '-c',
    'core.compression=1',
    'fast-import',
    '--quiet',
    '--date-format=raw',
    '--done'
  ]
  const child = spawn('git', args, { stdio: ['pipe', 'ignore', 'inherit'] })
  const ended = once(child, 'close')
  await feed(async (text) => {
    if (!child.stdin.write(text)) await once(child.stdin, 'drain')
  })
  child.stdin.end('done\n')
  const [status] = await ended
  if (status !== 0) throw new Error(`fast-import ended with ${String(status)}`)
}

/** Writes the signed commits as one pack: a process for each would take minutes. Source: gitformat-pack(5). */
function signAll(
  dir: string,
  trees: readonly string[],
  dates: readonly number[],
  sign: (bytes: Uint8Array) => Uint8Array
): string {
  const parts: Buffer[] = []
  let head: string | null = null
  for (const [index, tree] of trees.entries()) {
    const stamp = `${AUTHOR} ${(dates[index] ?? 0) / 1000} +0000`
    const bytes: Buffer = Buffer.from(sign(writeCommitObject(tree, head, stamp, 'Record\n')))
    head = createHash('sha1').update(`commit ${bytes.length}\0`).update(bytes).digest('hex')
    parts.push(packHeader(bytes.length), deflateSync(bytes))
  }
  const start = Buffer.alloc(12)
  start.write('PACK')
  start.writeUInt32BE(2, 4)
  start.writeUInt32BE(trees.length, 8)
  const pack = Buffer.concat([start, ...parts])
  const whole = Buffer.concat([pack, createHash('sha1').update(pack).digest()])
  const file = join(dir, '.git', 'signed.pack')
  writeFileSync(file, whole)
  execFileSync('git', ['-C', dir, 'index-pack', '--stdin'], {
    input: whole,
    stdio: ['pipe', 'ignore', 'inherit']
  })
  rmSync(file)
  return head ?? ''
}

/** Type (1: commit) and size of an object: seven bits at a time, the first byte four. */
function packHeader(size: number): Buffer {
  const bytes = [(1 << 4) | (size & 15)]
  for (let rest = size >> 4; rest > 0; rest >>= 7) {
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) | 0x80
    bytes.push(rest & 127)
  }
  return Buffer.from(bytes)
}
