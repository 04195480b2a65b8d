import type { Caller } from './caller.ts'
import { secretsOf } from './caller.ts'
import type { Cloud } from './cloud.ts'
import { AwsError } from './error.ts'
import { checkSignature, readSignature, type Signature, type SignedRequest } from './signature.ts'

const UNKNOWN = 'The security token included in the request is invalid.'

/** A request whose sender is known. */
export interface Authenticated {
  readonly caller: Caller
  readonly signature: Signature
}

/**
 * Finds out who sent a request and that nobody else can have: throws `InvalidClientTokenId`, `SignatureDoesNotMatch`
 * or `ExpiredToken` otherwise. The key decides the account.
 */
export function authenticate(cloud: Cloud, request: SignedRequest): Authenticated {
  const signature = readSignature(request)
  const caller = callerOf(cloud, signature.accessKeyId)
  const { secret, token } = secretsOf(caller)
  if (signature.token !== token) throw new AwsError('InvalidClientTokenId', UNKNOWN)
  checkSignature(request, signature, secret)
  if (caller.kind === 'session' && caller.session.expires <= cloud.clock.now()) {
    throw new AwsError('ExpiredToken', 'The security token included in the request is expired')
  }
  return { caller, signature }
}

function callerOf(cloud: Cloud, accessKeyId: string): Caller {
  const root = cloud.roots.get(accessKeyId)
  if (root !== undefined) return { kind: 'root', account: root, accessKeyId }
  const session = cloud.sessions.get(accessKeyId)
  if (session) {
    const role = cloud.accounts.get(session.account)?.roles.get(session.roleName)
    if (role?.id !== session.roleId) throw new AwsError('InvalidClientTokenId', UNKNOWN)
    return { kind: 'session', account: session.account, accessKeyId, session }
  }
  for (const state of cloud.accounts.values()) {
    const name = state.keyOwners.get(accessKeyId)
    const user = name === undefined ? undefined : state.users.get(name)
    const key = user?.keys.find((one) => one.id === accessKeyId)
    if (!user || !key) continue
    if (key.status === 'Inactive') throw new AwsError('InvalidClientTokenId', UNKNOWN)
    return { kind: 'user', account: state.account, accessKeyId, name: user.name }
  }
  throw new AwsError('InvalidClientTokenId', UNKNOWN)
}
