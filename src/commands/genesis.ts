import { inactiveAt } from '../approval/people.ts'
import type { Book } from '../book/book.ts'
import { EvidenceError, UnableError, UsageError } from '../book/errors.ts'
import { plain, quote } from '../book/quote.ts'
import { begin } from '../evidence/genesis.ts'
import { signerOf } from '../evidence/signer-key.ts'
import type { Signer } from '../evidence/signer.ts'
import { readPublicKey } from '../evidence/sshsig.ts'
import { EVIDENCE_REF } from '../io/git/evidence-read.ts'
import { openRemoteEvidence } from '../io/git/evidence-store-open.ts'
import { keep, KEPT_MAIN } from '../io/git/kept-refs.ts'
import { fetchObjects, fetchRef, pushRef } from '../io/git/remote.ts'
import { isShallow } from '../io/git/revision.ts'
import type { GitHub } from '../io/github/github.ts'
import { isLocalGitHub, openGitHub } from '../io/github/open.ts'
import { readDefaultTip } from '../io/github/repository.ts'
import { renderJson } from '../render/json.ts'
import { logLine } from '../render/escape.ts'
import type { GenesisDocument } from '../render/output/genesis.ts'
import type { CommandModule, Common, Io } from './command.ts'
import { judgeState } from './judge.ts'
import { writeAnchor } from './steps/anchor.ts'
import { knownHeads, recordedSettings, type KnownHead } from './steps/known-heads.ts'

/** `grantbook genesis`: takes the default branch's tip as the first approved tree, and begins the record with it. */
export const command: CommandModule = {
  formats: ['text', 'json'],
  example: 'npx grantbook genesis --by carol',
  describe: (c) => {
    c.option('--by <person>', 'id of the person who begins the record').option(
      '--recover <why>',
      'begin again although there was a record: why it is given up'
    )
  },
  run: async (args, options, common, io) => {
    if (args.length > 0) throw new UsageError(`genesis takes no arguments, but was given "${args[0] ?? ''}".`)
    const by = options['by']
    if (typeof by !== 'string' || by === '')
      throw new UsageError('genesis needs --by PERSON: the id of the person who begins the record.')
    const why = reasonFrom(options['recover'])
    if (common.nowGiven && !isLocalGitHub(io.environment))
      throw new UsageError(
        '--now is for a GitHub on this machine: GITHUB_API_URL and GITHUB_SERVER_URL are not.'
      )
    const signer = signerOf(required(io, 'GRANTBOOK_SIGNING_KEY'))
    const done = await genesis({ by, why, signer, common, io })
    if (done === null) return 1
    const { commit, files, head } = done
    const document: GenesisDocument = { format: 1, ok: true, commit, files }
    io.out(
      common.format === 'json'
        ? renderJson(document)
        : `The record begins: ${files} files of ${commit} are approved as adopted at genesis.\nThe branch "evidence" stands at ${head}.\n`
    )
    return 0
  }
}

interface Wish {
  readonly by: string
  /** Null: there must have been no record. */
  readonly why: string | null
  readonly signer: Signer
  readonly common: Common
  readonly io: Io
}

interface Begun {
  readonly commit: string
  readonly files: number
  readonly head: string
}

async function genesis({ by, why, signer, common, io }: Wish): Promise<Begun | null> {
  const { root, now } = common
  const github = openGitHub(io.environment, {
    clock: io.clock,
    sleep: io.sleep,
    random: io.random,
    signal: io.signal,
    log: (line) => common.quiet || io.err(`${logLine(line)}\n`)
  })
  const tip = await tipOf(github, root)
  const { source, problems } = await judgeState(root, { kind: 'commit', revision: tip }, now)
  try {
    const errors = problems.filter(({ severity }) => severity === 'error')
    if (errors.length > 0) {
      for (const { file, message } of errors.slice(0, MOST_TOLD))
        io.err(`error: ${logLine(`${plain(file)}: ${message}`)}\n`)
      io.err(
        `error: ${tip} has ${errors.length} errors. Nothing was begun. See grantbook validate --head ${tip}.\n`
      )
      return null
    }
    const { book } = await source.load()
    const app = requirePeople(book, by, signer, common)
    const lost = await lostHead(github, root, tip, signer.publicKey)
    if (lost !== null && why === null) throw standing(lost)
    const kept = lost?.branch ?? null
    if (kept !== null) await keepAside(github, root, kept)
    const recovered = why === null ? null : { why, head: lost?.newest?.id ?? kept }
    const entry = begin({
      commit: tip,
      tree: source.tree,
      by,
      signer: signer.publicKey,
      at: now,
      run: null,
      recovered
    })
    const store = openRemoteEvidence(
      { root, main: tip, anchor: null, trusted: null, signer, replaces: kept },
      github.remote
    )
    const subject = `${why === null ? 'Begin' : 'Begin again'} with ${entry.moves.length} files`
    const appended = await store.append(null, [{ subject, ...entry }], now)
    if (appended.state === 'raced')
      throw new EvidenceError(
        'Somebody else began the branch "evidence" at the same time. Nothing was begun here.'
      )
    await anchor(github, tip, appended.head, app, why, common)
    return { commit: tip, files: entry.moves.length, head: appended.head }
  } finally {
    source.close()
  }
}

const MOST_TOLD = 20

/** The default branch's tip, with its whole history at hand. */
async function tipOf(github: GitHub, root: string): Promise<string> {
  const read = await readDefaultTip(github)
  if (!read.ok)
    throw new UnableError(
      `GitHub doesn’t say where the default branch stands (${read.gap.what}: ${read.gap.why}).`
    )
  if (await isShallow(root))
    throw new UnableError(
      'The history here is cut off. Set "fetch-depth: 0" for actions/checkout, or run: git fetch --unshallow.'
    )
  const { tip } = read.value
  if ((await fetchObjects(root, github.remote, [tip])).size > 0)
    throw new UnableError(
      `The remote doesn’t give ${tip}, at which GitHub says that the default branch stands.`
    )
  await keep(root, KEPT_MAIN, tip)
  return tip
}

/** Who begins and who signs must stand in the very files that are taken. Returns the App's slug. */
function requirePeople(book: Book, by: string, { publicKey }: Signer, { now }: Common): string {
  const settings = book.settings?.data
  if (!settings) throw new UnableError('There is no grants/grantbook.yaml on the default branch.')
  if (!settings.evidence.signers.some((line) => readPublicKey(line) === publicKey))
    throw new UsageError(
      `GRANTBOOK_SIGNING_KEY is the private half of ${publicKey}, which grants/grantbook.yaml doesn’t name in evidence.signers.`
    )
  if (!book.people.has(by)) throw new UsageError(`--by ${quote(by)} is not in grants/people/.`)
  const reason = inactiveAt(book, by, now)
  if (reason !== null)
    throw new UsageError(`--by ${quote(by)} ${reason}: an active person begins the record.`)
  return settings.app
}

/** What is left of an earlier record. */
interface Lost {
  /** Where the branch stands; null: it is gone. */
  readonly branch: string | null
  /** Newest head that GitHub remembers. */
  readonly newest: KnownHead | null
}

async function lostHead(github: GitHub, root: string, tip: string, own: string): Promise<Lost | null> {
  const branch = await fetchRef(root, github.remote, EVIDENCE_REF)
  const recorded = branch === null ? null : await recordedSettings(root, branch)
  const [newest] = await knownHeads(github, root, { tip, recorded, own })
  return branch === null && newest === undefined ? null : { branch, newest: newest ?? null }
}

function standing({ branch, newest }: Lost): EvidenceError {
  const what =
    branch === null
      ? `The branch "evidence" once stood at ${newest?.id ?? ''}, ${newest?.source ?? ''}`
      : `The branch "evidence" exists and stands at ${branch}`
  return new EvidenceError(
    `${what}. Nothing was begun. If that record is lost for good, say why with --recover; it will head every report.`
  )
}

/** Nothing is lost by beginning again: what stands there is kept under another name first. */
async function keepAside(github: GitHub, root: string, head: string): Promise<void> {
  const ref = `refs/heads/evidence-given-up-${head.slice(0, 12)}`
  if ((await fetchRef(root, github.remote, ref)) === head) return
  if ((await pushRef(root, github.remote, head, ref, null)) === 'done') return
  throw new UnableError(`The old record can’t be kept: ${ref} stands at something else. Nothing was begun.`)
}

async function anchor(
  github: GitHub,
  tip: string,
  head: string,
  app: string,
  why: string | null,
  { now }: Common
): Promise<void> {
  const gap = await writeAnchor(github, tip, head, app, now)
  if (gap === null) return
  const repair =
    why === null
      ? 'The next apply writes it.'
      : 'Until it is written, the old one counts: mend this and run genesis --recover again.'
  throw new EvidenceError(
    `The record was begun at ${head}, but the check run that anchors it could not be written (${gap.what}: ${gap.why}). ${repair}`
  )
}

function reasonFrom(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const why = value.trim()
  if (why.length >= 10 && why.length <= 1000) return why
  throw new UsageError('--recover needs the reason in 10 to 1,000 characters: it will head every report.')
}

function required({ environment }: Io, name: string): string {
  const value = environment[name]
  if (value !== undefined && value.trim() !== '') return value
  throw new UsageError(
    `${name} is not set: it must hold the private key that signs evidence. See grantbook keygen.`
  )
}
