import type { Fault } from '../../src/sandbox/sandbox.ts'
import type { Dice } from './random.ts'

/** What a day's runs have to go through. */
export interface Weather {
  /** Whether apply runs after the day's merges. */
  readonly applies: boolean
  /** Whether the nightly runs. */
  readonly nights: boolean
  readonly faults: readonly Fault[]
}

const KINDS: readonly Fault['kind'][] = [
  'throttle',
  'error-before',
  'error-after',
  'drop-before',
  'drop-after',
  'denied'
]
const PLACES: readonly Pick<Fault, 'service' | 'operation'>[] = [
  { service: 'iam' },
  { service: 'iam', operation: 'PutUserPolicy' },
  { service: 'iam', operation: 'PutRolePolicy' },
  { service: 'iam', operation: 'GetAccountAuthorizationDetails' },
  { service: 'iam', operation: 'DeleteUserPolicy' },
  { service: 'iam', operation: 'GetCredentialReport' },
  { service: 'forge' },
  { service: 'forge', operation: 'git/create-commit' },
  { service: 'forge', operation: 'git/create-ref' },
  { service: 'forge', operation: 'pulls/create' },
  { service: 'forge', operation: 'pulls/get' },
  { service: 'forge', operation: 'pulls/list-reviews' },
  { service: 'forge', operation: 'issues/list-events-for-timeline' },
  { service: 'forge', operation: 'repos/list-activities' },
  { service: 'forge', operation: 'repos/list-pull-requests-associated-with-commit' },
  { service: 'forge', operation: 'teams/get-membership-for-user-in-org' },
  { service: 'forge', operation: 'pulls/list' },
  { service: 'forge', operation: 'git-receive-pack' },
  { service: 'forge', operation: 'git-upload-pack' },
  { service: 'cloudtrail' }
]

/** How much happens in a day. */
export interface Pace {
  /** How often people do things, as a part of how often they do in a whole year. */
  readonly events: number
  /** How likely apply runs after the day's merges, and how likely the nightly does. */
  readonly applies: number
  readonly nights: number
}

/** `year`: what a whole year can be lived by, GitHub skipping more nights than not. `weeks`: less of everything, so that some weeks cost little. */
export const PACES = {
  year: { events: 0.5, applies: 0.15, nights: 0.4 },
  weeks: { events: 0.3, applies: 0.15, nights: 0.35 }
} as const satisfies Readonly<Record<string, Pace>>

/** The weather of one day. The first days are fair: everybody begins. */
export function weatherOf(dice: Dice, day: number, pace: Pace): Weather {
  const applies = dice.chance(pace.applies)
  const nights = dice.chance(pace.nights)
  if (day < 4) return { applies: true, nights: true, faults: [] }
  return { applies, nights, faults: dice.chance(0.25) ? faultsOf(dice) : [] }
}

function faultsOf(dice: Dice): readonly Fault[] {
  if (dice.chance(0.2)) return [{ service: 'iam', kind: 'stale', times: dice.between(1, 5) }]
  return Array.from({ length: dice.between(1, 3) }, () => ({
    ...dice.pick(PLACES),
    kind: dice.pick(KINDS),
    call: dice.between(1, 6),
    times: dice.chance(0.3) ? 30 : dice.between(1, 3)
  }))
}
