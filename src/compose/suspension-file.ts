import { fileText } from './file-text.ts'
import type { NewFile } from './grant-file.ts'

/** The file that suspends a subject; `until` as a file writes it, null: until the file is removed. */
export function suspensionFile(subject: string, reason: string, until: string | null): NewFile {
  const path = suspensionPath(subject)
  const text = fileText('suspension', path, [
    ['reason', reason],
    ['until', until ?? undefined]
  ])
  return { path, text }
}

/** Where the suspension of a subject lies. */
export function suspensionPath(subject: string): string {
  return `grants/suspensions/${subject}.yaml`
}
