import { markdownText } from './escape.ts'

/** A merged pull request that was approved and isn't followed, because the files would have an error with it. */
export interface Held {
  readonly pull: number
  /** What would be wrong, and what mends it. */
  readonly why: string
  readonly fix: string
  /** Pull requests that brought what it doesn't go together with. */
  readonly others: readonly number[]
}

/** What the held pull request is told. */
export function renderHeld({ why, fix, others }: Held): string {
  const beside = others.length === 0 ? '' : ` It doesn’t go together with ${numbers(others)}.`
  return [
    '## Held: nothing of this is issued',
    `This pull request is approved and merged, but with it the files would have an error that they lacked before.${beside}`,
    `> ${markdownText(why)}`,
    `*${markdownText(fix)}*`,
    'The approved files stay as they were before it; nobody lost anything by it. Mend it by a new pull request.'
  ].join('\n\n')
}

/** What those are told that came before it. */
export function renderConflicting({ pull, why }: Held): string {
  return [
    `## #${pull} doesn’t go together with this`,
    `It was merged after this pull request and is held: nothing of it is issued. What this one brought stays as it is.`,
    `> ${markdownText(why)}`
  ].join('\n\n')
}

function numbers(pulls: readonly number[]): string {
  return pulls.map((pull) => `#${pull}`).join(', ')
}
