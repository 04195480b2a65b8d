import type { Grant } from '../book/book.ts'
import type { Instant } from '../book/instant.ts'
import { nameOfStart } from '../findings/emergencies.ts'

/** An emergency that ended and is to be reviewed. */
export interface ToReview {
  readonly grant: Grant
  readonly start: Instant
  /** By when somebody must have reviewed it. */
  readonly due: Instant
  /** Path of the file that reviews it. */
  readonly path: string
}

/** What is to be reviewed, `start` being when the access began: by its file, else by the record. */
export function toReview(grant: Grant, start: Instant, due: Instant): ToReview {
  const path = `grants/retrospectives/${grant.name}/${grant.subject}.${nameOfStart(start)}.yaml`
  return { grant, start, due, path }
}

/**
 * The file as it is proposed: what happened is for people to write, and until they have, and have said whether it is
 * accepted, it is no valid file: nobody merges a review that nobody wrote.
 */
export function draftOf({ grant: { incident } }: ToReview): string {
  return `# yaml-language-server: $schema=../../../../schemas/retrospective.schema.json
incident: ${incident ?? ''}
happened: # why the glass was broken
done: # what the access was used for
verdict: # accepted, or contested
`
}
