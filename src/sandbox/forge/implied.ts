import type { ForgeWorld } from './world.ts'

/**
 * A world with everybody whom its teams name and every team that one names as its parent: who is spoken of exists. Those
 * that the world doesn't describe come after those that it does, in the order in which they are named.
 */
export function withImplied(world: ForgeWorld): ForgeWorld {
  const teams = world.teams ?? []
  const named = teams.flatMap(({ members, maintainers, pending }) => [
    ...(members ?? []),
    ...(maintainers ?? []),
    ...(pending ?? [])
  ])
  const users = world.users ?? []
  const known = new Set(users.map(({ login }) => login.toLowerCase()))
  const slugs = new Set(teams.map(({ slug }) => slug))
  return {
    ...world,
    users: [
      ...users,
      ...unlisted(named, (login) => known.has(login.toLowerCase())).map((login) => ({ login }))
    ],
    teams: [
      ...teams,
      ...unlisted(
        teams.flatMap(({ parent }) => parent ?? []),
        (slug) => slugs.has(slug)
      ).map((slug) => ({ slug }))
    ]
  }
}

/** Each once. */
function unlisted(names: readonly string[], isKnown: (name: string) => boolean): readonly string[] {
  return [...new Set(names)].filter((name) => !isKnown(name))
}
