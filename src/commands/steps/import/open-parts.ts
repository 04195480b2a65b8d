import { CODEOWNERS_PATH, generateCodeowners } from '../../../approval/codeowners/generate.ts'
import type { NewFile } from '../../../compose/grant-file.ts'
import type { Part } from '../../../compose/import/parts.ts'
import { importBody, importTitle, type ImportSummary } from '../../../render/import/body.ts'
import { judgeProposed } from '../propose/judge-proposed.ts'
import { openOne } from '../propose/open-one.ts'
import type { Stand } from '../propose/stand.ts'

/** What became of one part. */
export interface OpenedPart {
  readonly part: Part
  /** Null: it waits for another pull request, see `why`. */
  readonly pull: number | null
  readonly branch: string
  readonly state: 'opened' | 'open' | 'waiting'
  readonly why: string | null
}

/**
 * Opens the parts, each from the default branch as it stands. Those about entitlements change CODEOWNERS too, and two of
 * them would stand in each other's way: one at a time. `entitlementsIn`: a pull request about them that is open.
 */
export async function openParts(
  stand: Stand,
  parts: readonly Part[],
  summary: ImportSummary,
  entitlementsIn: number | null
): Promise<readonly OpenedPart[]> {
  const done: OpenedPart[] = []
  let before = entitlementsIn
  for (const part of parts) {
    const changesOwners = part.topic === 'entitlements' || part.topic === 'critical-entitlements'
    const branch = `import/${summary.system}/${part.topic}-${part.mark}`
    if (changesOwners && before !== null) {
      const why = `#${before} changes CODEOWNERS too: run it again once that is merged`
      done.push({ part, pull: null, branch, state: 'waiting', why })
      continue
    }
    const title = importTitle(summary.system, part)
    const files = changesOwners ? [...part.files, ...(await ownersFile(stand, part.files))] : part.files
    const body = importBody(summary, part)
    const opened = await openOne(stand, { branch, title, body, message: title, files })
    if (changesOwners) before = opened.pull
    const state = opened.why === null ? 'opened' : 'open'
    done.push({ part, pull: opened.pull, branch: opened.branch, state, why: opened.why })
  }
  return done
}

/** CODEOWNERS as the files generate it with these among them; nothing where that can't be told. */
async function ownersFile(stand: Stand, files: readonly NewFile[]): Promise<readonly NewFile[]> {
  const { after } = await judgeProposed(stand, files, [])
  const text = generateCodeowners(after)
  return text === null ? [] : [{ path: CODEOWNERS_PATH, text }]
}
