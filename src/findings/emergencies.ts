import type { Book, Entry, RetrospectiveOf } from '../book/book.ts'
import { MINUTE, readDuration } from '../book/duration.ts'
import { readInstant, type Instant } from '../book/instant.ts'
import type { Retrospective } from '../book/kinds/retrospective.ts'
import type { Emergency } from './uses.ts'

/** The instant in a retrospective's file name (`20261121T0310Z`); null if it isn't a real one. */
export function startInName(start: string): Instant | null {
  const [, year, month, day, hour, minute] = /^(....)(..)(..)T(..)(..)Z$/u.exec(start) ?? []
  return readInstant(`${year}-${month}-${day}T${hour}:${minute}:00Z`, 'start')
}

/** An instant as a retrospective's file name has it: whole minutes, UTC. */
export function nameOfStart(at: Instant): string {
  const iso = new Date(at).toISOString()
  return `${iso.slice(0, 16).replaceAll(/[-:]/gu, '')}Z`
}

/** Where an emergency's retrospective is proposed; {@link covers} tells which others would do. */
export function reviewPath({ name, subject, from }: Emergency): string {
  return `grants/retrospectives/${name}/${subject}.${nameOfStart(from)}.yaml`
}

/** Whether a retrospective's file, by the start in its name, speaks of an emergency: that start lies in it. */
export function covers({ from, until }: Emergency, start: string): boolean {
  const at = startInName(start)
  // A file's name has whole minutes.
  return at !== null && Math.floor(from / MINUTE) * MINUTE <= at && at <= until
}

/** Retrospectives of an emergency's subject and entitlement. */
export function reviewsOf(
  book: Book,
  { system, entitlement, subject }: Emergency
): readonly (Entry<Retrospective> & RetrospectiveOf)[] {
  return [...book.retrospectives.values()].filter(
    (one) => one.system === system && one.entitlement === entitlement && one.subject === subject
  )
}

/** An emergency that ended and that nobody has reviewed. */
export interface Unreviewed {
  readonly emergency: Emergency
  /** By when it is to be reviewed. */
  readonly due: Instant
}

/** Emergencies that ended and have no retrospective, with when it is due. `reviewWithin` is the settings' duration. */
export function unreviewed(
  emergencies: readonly Emergency[],
  reviewWithin: string,
  now: Instant
): readonly Unreviewed[] {
  const within = readDuration(reviewWithin)
  if (within === null) return []
  return emergencies.flatMap((emergency) =>
    emergency.review === null && emergency.until <= now ? [{ emergency, due: emergency.until + within }] : []
  )
}
