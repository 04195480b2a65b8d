import { isMembership } from '../model.ts'
import { SYSTEMS } from '../world.ts'
import type { YearEvent } from './index.ts'

/** Somebody deletes most of a system's grants in one push to main. */
export const massDeletion: YearEvent = {
  kind: 'delete many at once',
  perDay: 0.05,
  happen: (year) => {
    const { busy, dice, expected, hands, limbo, model } = year
    const system = dice.pick(SYSTEMS)
    const standing = [...expected.sure.values()].filter((one) => one.system === system)
    const paths = standing
      .filter(
        ({ item, path, until }) =>
          !isMembership(item) &&
          path.startsWith('grants/systems/') &&
          until > year.now + DAY &&
          model.grants.has(path) &&
          !busy.has(path) &&
          !model.unapproved.has(path) &&
          hands.text('main', path) !== null
      )
      .map(({ path }) => path)
      .slice(0, 12)
    if (paths.length <= FLOOR || limbo.length > 0 || expected.tried.length > 0) return null
    hands.push('p000', 'main', Object.fromEntries(paths.map((path) => [path, null])), 'Clean up')
    // Until a run has told what becomes of them, nobody else does anything about them.
    for (const path of paths) busy.add(path)
    limbo.push({ system, paths, most: Math.max(FLOOR, Math.floor(SHARE * standing.length)) })
    for (const { principal } of standing) year.touched.add(`${system} ${principal}`)
    return `${system}: ${paths.join(', ')}`
  }
}

const DAY = 86_400_000
/** As the settings of this year's book say. */
const FLOOR = 5
const SHARE = 0.1
