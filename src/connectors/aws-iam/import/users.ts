import type { Confidence, GuessedSubject } from '../../connector.ts'
import type { PrincipalDetail } from '../account.ts'
import { bareName } from '../names.ts'
import type { SignIn } from '../outside/view.ts'
import { accountOf } from './account-of.ts'
import { addressOf, isFullName, machineWordIn } from './signs.ts'

/**
 * Whom a user seems to be: a person who signs in to the console or bears an address, or a program that has keys. Null
 * for `signIn`: it could not be read, and then only names speak.
 */
export function guessUser(detail: PrincipalDetail, signIn: SignIn | null): GuessedSubject {
  const human = humanSigns(detail, signIn)
  const machine = machineSigns(detail, signIn)
  const { kind, confidence } = weighed(human, machine)
  const account = accountOf(detail.principal)
  const odd =
    account === null ? ['no file can name it: its path or name has characters that files don’t allow'] : []
  return {
    principal: detail.principal,
    kind,
    confidence: account === null ? 'low' : confidence,
    why: [...human, ...machine, ...(human.length + machine.length === 0 ? [NO_SIGN] : []), ...odd],
    account,
    name: bareName(detail.arn),
    email: addressOf(detail),
    work: 'service',
    runs: [{ kind: 'other', ref: 'wherever the keys of this IAM user are kept' }]
  }
}

const NO_SIGN = 'nothing tells who it is: no password, no active key, no telling name'

function humanSigns(detail: PrincipalDetail, signIn: SignIn | null): readonly string[] {
  return [
    ...(signIn?.password === true ? ['may sign in to the console with a password'] : []),
    ...(addressOf(detail) === null ? [] : ['its name or a tag is an e-mail address']),
    ...(signIn?.mfa === true ? ['has an MFA device'] : []),
    ...(isFullName(detail) ? ['its name is a first and a last name'] : [])
  ]
}

function machineSigns(detail: PrincipalDetail, signIn: SignIn | null): readonly string[] {
  const word = machineWordIn(detail)
  const hasKeys = signIn !== null && signIn.keys.some(({ active }) => active)
  return [
    ...(word === null ? [] : [`its name or path holds the word "${word}"`]),
    ...(hasKeys && !signIn.password ? ['has active keys and no password'] : [])
  ]
}

function weighed(
  human: readonly string[],
  machine: readonly string[]
): { readonly kind: GuessedSubject['kind']; readonly confidence: Confidence } {
  const kind = human.length >= machine.length && human.length > 0 ? 'person' : 'workload'
  const most = Math.max(human.length, machine.length)
  if (most === 0 || (human.length > 0 && machine.length > 0)) return { kind, confidence: 'low' }
  return { kind, confidence: most > 1 ? 'high' : 'medium' }
}
