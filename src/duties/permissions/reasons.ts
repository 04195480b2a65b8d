import { clean, listed } from './words.ts'

/** Names of one person's identity, put into a reason when it is told. */
export interface Who {
  readonly identity: string
  /** What of its documents could not be read. */
  readonly unread: readonly string[]
  /** The words of a source by its number. */
  readonly source: (number: number) => string
}

/** Why something is unsure, told of whoever it is about: people who hold the same share one analysis. */
export type Reason = (who: Who) => string

/** An Allow that reaches some of the resources. */
export function onlyOn(source: number, action: string, resources: readonly string[]): Reason {
  return (who) => `${who.source(source)} allows ${action} only on ${listed(resources)}`
}

/** An Allow with `NotResource`. */
export function exceptOn(source: number, action: string, resources: readonly string[]): Reason {
  return (who) => `${who.source(source)} allows ${action} on everything but ${listed(resources)}`
}

/** An Allow whose resource has policy variables. */
export function variables(source: number, action: string, resources: readonly string[]): Reason {
  return (who) =>
    `${who.source(source)} allows ${action} on ${listed(resources)}, and what its variables stand for isn't known`
}

/** An Allow with conditions. */
export function onCondition(source: number, action: string, keys: readonly string[]): Reason {
  return (who) => `${who.source(source)} allows ${action} under conditions on ${listed(keys)}`
}

/** A Deny of some of what is allowed; a null source is the permissions boundary. */
export function deniedInPart(source: number | null, action: string): Reason {
  return (who) => `${denier(who, source)} denies ${action} for some of it`
}

/** A Deny that may not hold. */
export function deniedOnCondition(source: number | null, action: string, keys: readonly string[]): Reason {
  return (who) =>
    `${denier(who, source)} denies ${action} under conditions on ${listed(keys)}, so it may not hold`
}

function denier(who: Who, source: number | null): string {
  return source === null ? `the permissions boundary of ${who.identity}` : who.source(source)
}

/** A boundary that nobody has read. */
export const boundaryUnread: Reason = (who) => `the permissions boundary of ${who.identity} was not read`

/** A boundary that lets some of it through. */
export function boundedInPart(action: string): Reason {
  return (who) => `the permissions boundary of ${who.identity} allows ${action} for some of it only`
}

/** A boundary that lets it through under conditions. */
export function boundedOnCondition(action: string, keys: readonly string[]): Reason {
  return (who) =>
    `the permissions boundary of ${who.identity} allows ${action} under conditions on ${listed(keys)}`
}

/** Documents that nobody has read. */
export const documentsUnread: Reason = (who) =>
  `documents of ${who.identity} were not read: ${listed(who.unread)}`

/** A trust that can't be judged. */
export function trustUnknown(role: string): Reason {
  return (who) => `whether ${clean(role)} lets ${who.identity} assume it isn't known`
}

/** `sts:AssumeRole` on a pattern. */
export const rolesUnknown: Reason = () => `which roles it reaches isn't known`
