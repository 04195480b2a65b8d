import { ApiError } from './error.ts'
import type { Actor, ForgeState } from './state.ts'

/** Who sends a request to the API; null without a token. Throws 401 for a token that isn't known. */
export function authenticate(state: ForgeState, header: string | undefined): Actor | null {
  if (header === undefined || header === '') return null
  const actor = tokensIn(header)
    .map((token) => state.tokens.get(token))
    .find((one) => one !== undefined)
  if (!actor) throw new ApiError(401, 'Bad credentials')
  return actor
}

/** Tokens that an Authorization header may mean: git sends one as the password (or the user) of basic authentication. */
function tokensIn(header: string): readonly string[] {
  const [scheme = '', value = ''] = header.split(/\s+/u)
  if (/^(?:bearer|token)$/iu.test(scheme)) return [value]
  if (!/^basic$/iu.test(scheme)) return []
  const [user = '', ...rest] = Buffer.from(value, 'base64').toString('utf8').split(':')
  return [rest.join(':'), user].filter((one) => one !== '')
}
