/** What a path needs: so many distinct people in all, and one of each group who is nobody else's. */
export interface Requirement {
  /** Teams and logins; at least one group, none empty. */
  readonly groups: readonly (readonly string[])[]
  readonly count: number
  /** Why so many, as a sentence. */
  readonly why: string
}

/** What people with an approval come to. */
export interface Filled {
  /** By person: the group for which they count; people beyond what is needed count for the first that they belong to. */
  readonly as: ReadonlyMap<string, number>
  readonly missing: readonly Lack[]
}

/** So many more distinct people from any of these. */
export interface Lack {
  readonly from: readonly string[]
  readonly count: number
}

/**
 * Gives people to groups so that as many groups as possible have one of their own: nobody counts twice within one
 * requirement. `people`: each person's groups. The outcome doesn't depend on the order in which they are listed.
 */
export function fill(requirement: Requirement, people: ReadonlyMap<string, readonly number[]>): Filled {
  const { groups, count } = requirement
  const persons = [...people].filter(([, of]) => of.length > 0).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const groupsOf = new Map(persons)
  const taken = new Map<number, string>()
  for (const [person] of persons) place(person, groupsOf, taken, new Set())
  const as = new Map(persons.map(([person, of]) => [person, of[0] ?? 0]))
  for (const [group, person] of taken) as.set(person, group)
  const empty = groups.map((_, index) => index).filter((index) => !taken.has(index))
  const missing: Lack[] = empty.map((group) => ({
    from: reachable(group, groups, groupsOf, taken),
    count: 1
  }))
  const rest = count - persons.length - empty.length
  if (rest > 0) missing.push({ from: sorted(groups.flat()), count: rest })
  return { as, missing: merged(missing) }
}

/** Finds a group for one more person, moving others where they can go elsewhere (augmenting paths; groups are few). */
function place(
  person: string,
  groupsOf: ReadonlyMap<string, readonly number[]>,
  taken: Map<number, string>,
  seen: Set<number>
): boolean {
  for (const group of groupsOf.get(person) ?? []) {
    if (seen.has(group)) continue
    seen.add(group)
    const holder = taken.get(group)
    if (holder === undefined || place(holder, groupsOf, taken, seen)) {
      taken.set(group, person)
      return true
    }
  }
  return false
}

/** Whoever would fill a group, directly or by freeing somebody who could stand there. */
function reachable(
  start: number,
  groups: Requirement['groups'],
  groupsOf: ReadonlyMap<string, readonly number[]>,
  taken: ReadonlyMap<number, string>
): readonly string[] {
  const reached = new Set([start])
  for (const group of reached)
    for (const [other, person] of taken) if (groupsOf.get(person)?.includes(group)) reached.add(other)
  return sorted([...reached].flatMap((group) => groups[group] ?? []))
}

/** Lacks from the same people are one. */
function merged(lacks: readonly Lack[]): readonly Lack[] {
  const found = new Map<string, Lack>()
  for (const lack of lacks) {
    const key = lack.from.join(' ')
    found.set(key, { from: lack.from, count: lack.count + (found.get(key)?.count ?? 0) })
  }
  return [...found.values()]
}

function sorted(owners: readonly string[]): readonly string[] {
  return [...new Set(owners)].toSorted()
}
