import type { World } from './world.ts'

/**
 * Another name for every name, in the opposite order, so that globs match the same: each letter by its counterpart from
 * the alphabet's other end. Renaming twice gives back the first name.
 */
export function rename(name: string): string {
  return name.replaceAll(/[a-z]/gu, (letter) => String.fromCharCode(219 - letter.charCodeAt(0)))
}

const pattern = (text: string): string =>
  text.startsWith('duty:') ? `duty:${rename(text.slice(5))}` : rename(text)

/** A world under other names. */
export function renamed({ people, workloads, entitlements, grants, rules, exceptions }: World): World {
  return {
    people: people.map((one) => ({ ...one, id: rename(one.id) })),
    workloads: workloads.map(({ backup, canRun, ...one }) => ({
      ...one,
      id: rename(one.id),
      owner: rename(one.owner),
      ...(backup === undefined ? {} : { backup: rename(backup) }),
      ...(canRun ? { canRun: canRun.map(rename) } : {})
    })),
    entitlements: entitlements.map(({ duties, includes, ...one }) => ({
      ...one,
      system: rename(one.system),
      id: rename(one.id),
      ...(duties ? { duties: duties.map(rename) } : {}),
      ...(includes ? { includes: includes.map(rename) } : {})
    })),
    grants: grants.map((one) => ({ ...one, subject: rename(one.subject), name: rename(one.name) })),
    rules: rules.map(({ systems, ...one }) => ({
      ...one,
      id: rename(one.id),
      hold: one.hold.map(pattern),
      ...(systems ? { systems: systems.map(rename) } : {})
    })),
    ...(exceptions
      ? {
          exceptions: exceptions.map((one) => ({
            ...one,
            id: rename(one.id),
            rule: rename(one.rule),
            subject: rename(one.subject)
          }))
        }
      : {})
  }
}
