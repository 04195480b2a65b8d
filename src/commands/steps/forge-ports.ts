import type { Settings } from '../../book/kinds/settings.ts'
import { EvidenceError, UnableError, UsageError } from '../../book/errors.ts'
import type { Instant } from '../../book/instant.ts'
import { plain } from '../../book/quote.ts'
import { signerOf } from '../../evidence/signer-key.ts'
import { EVIDENCE_REF, type FoldCache } from '../../io/git/evidence-read.ts'
import { openRemoteEvidence } from '../../io/git/evidence-store-open.ts'
import { keep, KEPT_MAIN } from '../../io/git/kept-refs.ts'
import { fetchObjects, fetchRef } from '../../io/git/remote.ts'
import { isShallow } from '../../io/git/revision.ts'
import { signedBy } from '../../io/git/signed-by.ts'
import type { GitHub } from '../../io/github/github.ts'
import { isLocalGitHub, openGitHub } from '../../io/github/open.ts'
import { readDefaultTip } from '../../io/github/repository.ts'
import { writeComment } from '../../io/github/write-comment.ts'
import { clockFault } from '../../plan/clock.ts'
import { logLine } from '../../render/escape.ts'
import type { Common, Io } from '../command.ts'
import { isOurs, writeAnchor } from './anchor.ts'
import type { ApplyPorts } from './apply-ports.ts'
import { forgeAuthority } from './forge-authority.ts'
import { knownHeads, recordedSettings, type KnownHead } from './known-heads.ts'
import { land } from './land.ts'

/** What the nightly needs of the forge besides. */
export interface ForgePorts extends ApplyPorts {
  readonly github: GitHub
  /** The default branch. */
  readonly branch: string
  /** Slug of our App, by the recorded settings. */
  readonly app: string
}

/**
 * The forge as the environment names it, with the signing key: everything that apply follows and records. Throws UsageError
 * that names what is missing, UnableError where the forge, its history or the record can't be read, EvidenceError where
 * the record can't be trusted.
 */
export async function openForge(common: Common, io: Io): Promise<ForgePorts> {
  const { root, now } = common
  const github = openGitHub(io.environment, {
    clock: io.clock,
    sleep: io.sleep,
    random: io.random,
    signal: io.signal,
    log: (line) => common.quiet || io.err(`${logLine(line)}\n`)
  })
  const signer = signerOf(keyOf(io))
  if (common.nowGiven && !isLocalGitHub(io.environment))
    throw new UsageError(
      '--now is for a GitHub on this machine: GITHUB_API_URL and GITHUB_SERVER_URL are not.'
    )
  const main = await readMain(github, root)
  requireTime(github, common.nowGiven ? now : io.clock())
  const settings = await settingsOfRecord(github, root)
  const repository = `${github.owner}/${github.repo}`
  requireOwn(settings, repository)
  const cache: FoldCache = new Map()
  const own = signer.publicKey
  const heads = await knownHeads(github, root, { tip: main.tip, recorded: settings, own })
  const anchor = await believed(github, root, heads, own)
  const known = heads.map(({ id }) => id)
  const store = openRemoteEvidence(
    { root, main: main.tip, anchor, known, own, trusted: null, signer, cache },
    github.remote
  )
  const named = heads.find(({ check }) => check !== null)?.id ?? null
  const authority = forgeAuthority({ github, root, branch: main.branch, now })
  return {
    github,
    branch: main.branch,
    app: settings.app,
    repository,
    store,
    tip: async () => (await readMain(github, root)).tip,
    land: (landfall) => land({ ...landfall, root, authority }),
    anchor: (tip, head) =>
      head === named ? Promise.resolve(null) : writeAnchor(github, tip, head, settings.app, now),
    tell: async (pull, held, text) => {
      const marker = `<!-- grantbook held #${held} -->`
      const body = `${text}\n\n${marker}\n`
      const written = await writeComment(github, pull, { app: settings.app, marker, body })
      return written.ok ? null : written.gap
    },
    calls: () => github.calls()
  }
}

function keyOf({ environment }: Io): string {
  const key = environment['GRANTBOOK_SIGNING_KEY']
  if (key !== undefined && key.trim() !== '') return key
  throw new UsageError(
    'GRANTBOOK_SIGNING_KEY is not set: it must hold the private key that signs evidence. See grantbook keygen.'
  )
}

/**
 * What is recorded is dated by our clock, and how long somebody was waited for is told by it: one that is wrong would stand
 * in the record for good. Throws UnableError.
 */
function requireTime(github: GitHub, now: Instant): void {
  const theirs = github.serverTime()
  const fault = theirs === null ? null : clockFault('GitHub', theirs, now)
  if (fault !== null) throw new UnableError(fault)
}

/** The default branch and its tip as GitHub names them, with the whole history at hand. */
async function readMain(
  github: GitHub,
  root: string
): Promise<{ readonly branch: string; readonly tip: string }> {
  const read = await readDefaultTip(github)
  if (!read.ok)
    throw new UnableError(
      `GitHub doesn’t say where the default branch stands (${read.gap.what}: ${read.gap.why}). Nothing was done.`
    )
  if (await isShallow(root))
    throw new UnableError(
      'The history here is cut off. Set "fetch-depth: 0" for actions/checkout, or run: git fetch --unshallow.'
    )
  const { tip, defaultBranch: branch } = read.value
  if ((await fetchObjects(root, github.remote, [tip])).size > 0)
    throw new UnableError(
      `The remote doesn’t give ${tip}, at which GitHub says that the default branch stands. Nothing was done.`
    )
  await keep(root, KEPT_MAIN, tip)
  return { branch, tip }
}

/**
 * The settings at the branch's present head, before anybody has verified it: they say whose word on its heads to look for.
 */
async function settingsOfRecord(github: GitHub, root: string): Promise<Settings> {
  const head = await fetchRef(root, github.remote, EVIDENCE_REF)
  if (head === null)
    throw new UnableError(
      'There is no branch "evidence", so nothing is approved yet. Nothing was done. Run the workflow "genesis" (grantbook genesis --by PERSON); if there was a record, restore the branch from a clone, or run genesis with --recover WHY.'
    )
  const settings = await recordedSettings(root, head)
  if (settings) return settings
  throw new EvidenceError(`The approved settings at ${head} can’t be read. Restore the branch "evidence".`)
}

/**
 * The head from which the record need only be verified. Nobody's word on it is taken because of the settings that name
 * him, for whoever may write to the branch could have written those: it must be signed with the key that we hold, or stand
 * in a check run that we can write to. Null: verify from the beginning.
 */
async function believed(
  github: GitHub,
  root: string,
  heads: readonly KnownHead[],
  own: string
): Promise<string | null> {
  for (const { id } of heads) if (await signedBy(root, id, new Set([own]))) return id
  for (const { id, check } of heads) if (check !== null && (await isOurs(github, check))) return id
  return null
}

/** A record of another repository says nothing about this one. GitHub tells names apart regardless of case. */
function requireOwn({ repository }: Settings, given: string): void {
  if (repository.toLowerCase() === given.toLowerCase()) return
  throw new UsageError(
    `GITHUB_REPOSITORY is ${plain(given)}, but the approved settings are those of ${plain(repository)}. Nothing was done.`
  )
}
