import type { EntitlementName } from '../book/ids.ts'
import { fileText } from './file-text.ts'

/** What somebody asks for. Dates as a file writes them; null: the file doesn't say. */
export interface Asked {
  readonly subject: string
  readonly entitlement: EntitlementName
  readonly reason: string
  readonly starts: string | null
  readonly expires: string
  readonly ticket: string | null
  readonly requester: string | null
  readonly task: string | null
  /** Not null: it is a break-glass grant. */
  readonly incident: string | null
}

/** A new file: where it goes, and its text. */
export interface NewFile {
  readonly path: string
  readonly text: string
}

/** Where the file of a grant lies, ordinary or break-glass. */
export function grantPath({
  entitlement,
  subject,
  incident
}: Pick<Asked, 'entitlement' | 'subject' | 'incident'>): string {
  return `grants/${incident === null ? 'systems' : 'emergency'}/${entitlement}/${subject}.yaml`
}

/** The file that asks for a grant, its fields in the order of the sample. */
export function grantFile(asked: Asked): NewFile {
  const path = grantPath(asked)
  const text = fileText(asked.incident === null ? 'grant' : 'emergency', path, [
    ['reason', asked.reason],
    ['starts', asked.starts ?? undefined],
    ['expires', asked.expires],
    ['ticket', asked.ticket ?? undefined],
    ['requester', asked.requester ?? undefined],
    ['task', asked.task ?? undefined],
    ['incident', asked.incident ?? undefined]
  ])
  return { path, text }
}
