import { UnableError } from '../../book/errors.ts'
import type { Settings } from '../../book/kinds/settings.ts'
import { SETTINGS_PATH } from '../../book/paths.ts'
import { readPublicKey } from '../../evidence/sshsig.ts'
import { settingsFrom } from '../../evidence/verify-signers.ts'
import { fileAt } from '../../io/git/at-path.ts'
import { EVIDENCE_REF } from '../../io/git/evidence-read.ts'
import { fetchObjects } from '../../io/git/remote.ts'
import { signedBy } from '../../io/git/signed-by.ts'
import { readNewestPush } from '../../io/github/activity.ts'
import type { GitHub } from '../../io/github/github.ts'
import { readAnchor } from './anchor.ts'

/** A head of evidence that GitHub remembers, outside the branch itself: the branch must contain it. */
export interface KnownHead {
  readonly id: string
  /** How it is known, to stand after its id. */
  readonly source: string
  /** Number of the check run that names it; null: GitHub's own record of a push does. */
  readonly check: number | null
}

/** Where to look. */
export interface Remembered {
  /** Tip of the default branch, its objects here. */
  readonly tip: string
  /** Settings of the record as it stands, verified or not; null: there is no record. */
  readonly recorded: Settings | null
  /** Our own key, where there is one. */
  readonly own: string | null
}

/**
 * Heads at which evidence is known to have stood. Each App that may be ours is asked for twice: for the newest check run
 * on the default branch's line that names a head, and for GitHub's own record of its newest push to the branch, which
 * nobody's push, bypass or new default branch takes away. Ours is the App that the record names. The default branch's
 * settings are anybody's who pushes there: what the App that only they name says counts only if one of our signers made
 * that head. Where there is no record, any App's push and the word of the one that they name is taken for a trace of it. Throws UnableError if GitHub doesn't answer: a cut must not go unseen.
 */
export async function knownHeads(
  github: GitHub,
  root: string,
  { tip, recorded, own }: Remembered
): Promise<readonly KnownHead[]> {
  const named = (await settingsAt(root, tip, SETTINGS_PATH))?.app ?? null
  if (recorded === null) return headsBy(github, root, tip, { pusher: null, app: named })
  const heads = await headsBy(github, root, tip, only(recorded.app))
  if (named === null || named === recorded.app) return heads
  const signers = new Set(recorded.evidence.signers.flatMap((line) => readPublicKey(line) ?? []))
  if (own !== null) signers.add(own)
  const others: KnownHead[] = []
  for (const one of await headsBy(github, root, tip, only(named))) {
    const here = (await fetchObjects(root, github.remote, [one.id])).size === 0
    if (here && (await signedBy(root, one.id, signers))) others.push(one)
  }
  return [...heads, ...others]
}

/** The settings that the record has at a commit, before anybody has verified it; null if they can't be read. */
export async function recordedSettings(root: string, head: string): Promise<Settings | null> {
  return settingsAt(root, head, `approved/${SETTINGS_PATH}`)
}

/** One file alone, whatever else there is beside it. */
async function settingsAt(root: string, commit: string, path: string): Promise<Settings | null> {
  const bytes = await fileAt(root, commit, path)
  return bytes && settingsFrom(bytes)
}

/** Whose word is asked for. */
interface Witness {
  /** Slug of the App that pushed; null: any. */
  readonly pusher: string | null
  /** Slug of the App whose check runs count; null: none. */
  readonly app: string | null
}

function only(app: string): Witness {
  return { pusher: app, app }
}

/** The record of pushes comes first: it is never older than the check run. */
async function headsBy(
  github: GitHub,
  root: string,
  tip: string,
  { pusher, app }: Witness
): Promise<readonly KnownHead[]> {
  const pushed = await readNewestPush(github, EVIDENCE_REF, pusher)
  if (!pushed.ok)
    throw new UnableError(
      `The newest known head of evidence can’t be read on GitHub (${pushed.gap.what}: ${pushed.gap.why}). Nothing was done.`
    )
  const anchor = app === null ? null : await readAnchor(github, root, tip, app)
  const heads: KnownHead[] = []
  if (pushed.value !== null)
    heads.push({ id: pushed.value, source: 'to which GitHub says that an App pushed it', check: null })
  if (anchor !== null)
    heads.push({ id: anchor.head, source: 'which a check run on main names', check: anchor.check })
  return heads
}
