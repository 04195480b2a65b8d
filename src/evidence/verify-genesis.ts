import type { Step, Tell } from './chain.ts'
import type { Event } from './events.ts'
import { runsPath } from './lines.ts'

/** The commit that the first commit says it starts from; null if it doesn't say so exactly once. */
export function genesisCommit(events: readonly Event[]): string | null {
  const [one, ...more] = events.filter(({ event }) => event === 'genesis')
  return one && more.length === 0 ? one.commit : null
}

/** The first commit has exactly one `genesis` event, and `approved/` as main's grants were; no other commit has one. */
export function judgeGenesis(first: boolean, step: Step, events: readonly Event[], tell: Tell): void {
  const found = events.filter((one) => one.event === 'genesis')
  if (!first) {
    for (const one of found) tell('genesis', runsPath(one.at), null, 'The record can’t begin a second time.')
    return
  }
  const [genesis] = found
  if (!genesis || found.length !== 1 || genesis.commit === null) {
    tell('genesis', null, null, 'It is the first, and must have exactly one genesis event with a commit.')
    return
  }
  const { own = null, main = null, inHistory = null } = step.genesis ?? {}
  if (main === null)
    tell(
      'genesis',
      null,
      null,
      `The commit that it starts from, ${genesis.commit}, isn’t here or has no grants.`
    )
  else if (own !== main)
    tell('genesis', 'approved/grants', null, `It isn’t what ${genesis.commit} has under grants/.`)
  if (inHistory === false)
    tell('genesis', null, null, `The commit that it starts from, ${genesis.commit}, isn’t in main’s history.`)
  const files = step.changes.filter(({ path }) => path.startsWith('approved/')).length
  if (genesis.files !== files)
    tell('genesis', runsPath(genesis.at), null, `It says ${genesis.files} files, but there are ${files}.`)
}
