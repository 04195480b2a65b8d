import type { Settings } from '../book/kinds/settings.ts'
import { load } from '../book/load.ts'
import { SETTINGS_PATH } from '../book/paths.ts'
import type { Step, Tell } from './chain.ts'
import { readPublicKey } from './sshsig.ts'

const FILE = `approved/${SETTINGS_PATH}`
const NONE: ReadonlySet<string> = new Set()

/**
 * Keys that a settings file names as signers, without their comments; null if it can't be read as it must be, or names
 * none that is an Ed25519 key.
 */
export function signersOf(settings: Uint8Array): ReadonlySet<string> | null {
  const lines = settingsFrom(settings)?.evidence.signers ?? []
  const keys = new Set(lines.flatMap((line) => readPublicKey(line) ?? []))
  return keys.size > 0 ? keys : null
}

/** What a settings file says; null if it can't be read as it must be. */
export function settingsFrom(bytes: Uint8Array): Settings | null {
  const entry = { path: SETTINGS_PATH, mode: '100644', blob: null, size: bytes.byteLength }
  const { book } = load({ entries: new Map([[SETTINGS_PATH, entry]]) }, new Map([[SETTINGS_PATH, bytes]]))
  return book.settings?.data ?? null
}

/**
 * Who may sign after a commit: new settings count from the next commit on. Settings that go, or name nobody, would end the
 * record for good, so no commit may bring them.
 */
export function signersAfter(before: ReadonlySet<string>, step: Step, tell: Tell): ReadonlySet<string> {
  const change = step.changes.find(({ path }) => path === FILE)
  if (!change) {
    if (step.genesis) tell('settings', FILE, null, 'There are no settings, so nobody may sign.')
    return step.genesis ? NONE : before
  }
  const content = change.after && step.content(change.after.blob)
  const signers = content ? signersOf(content) : null
  if (signers) return signers
  tell('settings', FILE, null, 'The settings go or can’t be read, or name no signer: nobody could go on.')
  return NONE
}
