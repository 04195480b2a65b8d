import { asciiLower } from '../conditions.ts'
import { matches } from '../glob.ts'
import { isRecord, readPolicy, type Statement } from '../policy.ts'

/** Somebody whom a trust lets in, by one of its statements. */
export interface Admitted {
  /** An ARN, a service, `HOST:SUBJECT` of an OpenID Connect provider; `*`: anybody. */
  readonly who: string
  /** ARN of the identity provider that vouches for them; null where none does. */
  readonly provider: string | null
  /** What their token must say it is for; null: nothing, or it doesn't matter. */
  readonly audiences: readonly string[] | null
}

/** Ways to become a role (STS API reference). Others in a trust only tag or name a session. */
const ASSUMING = ['sts:assumerole', 'sts:assumerolewithsaml', 'sts:assumerolewithwebidentity']

/**
 * Everybody whom the Allows of a trust let in; null if it isn't a policy. Its Denies, and conditions other than on the
 * caller's ARN and the token's subject, only narrow that and are left out: better one name too many than one too few.
 */
export function admitted(trust: string): readonly Admitted[] | null {
  return readPolicy(trust)?.filter(isWayIn).flatMap(admittedBy) ?? null
}

function isWayIn({ effect, actions, notActions }: Statement): boolean {
  const allows = (action: string): boolean =>
    actions
      ? actions.some((pattern) => matches(asciiLower(pattern), action))
      : !notActions.some((pattern) => matches(asciiLower(pattern), action))
  return effect === 'Allow' && ASSUMING.some(allows)
}

function admittedBy(statement: Statement): readonly Admitted[] {
  const { principal, hasNotPrincipal } = statement
  if (hasNotPrincipal || !isRecord(principal)) return callers(statement, '*')
  return Object.entries(principal).flatMap(([kind, values]) =>
    [values].flat().flatMap((value) => {
      const name = String(value)
      if (kind === 'AWS') return callers(statement, name)
      return kind === 'Federated' ? tokens(statement, name) : [plain(name)]
    })
  )
}

/** A whole account or anybody, narrowed to callers by `aws:PrincipalArn` where the statement says so. */
function callers(statement: Statement, name: string): readonly Admitted[] {
  // IAM puts the unique id in the place of a principal that was deleted: nobody can be that any more.
  if (/^A(?:IDA|ROA)[A-Z0-9]{12,}$/u.test(name)) return []
  const isWide = name === '*' || /^\d{12}$/u.test(name) || name.endsWith(':root')
  const arns = isWide ? demanded(statement, 'aws:principalarn', ARN_OPERATORS) : null
  return (arns ?? [name]).map(plain)
}

function tokens(statement: Statement, provider: string): readonly Admitted[] {
  const host = /:oidc-provider\/(.+)$/u.exec(provider)?.[1] ?? (provider.startsWith('arn:') ? null : provider)
  if (host === null) return [{ who: provider, provider, audiences: null }]
  const audiences = demanded(statement, asciiLower(`${host}:aud`), TEXT_OPERATORS)
  const subjects = demanded(statement, asciiLower(`${host}:sub`), TEXT_OPERATORS) ?? ['*']
  return subjects.map((subject) => ({ who: `${host}:${subject}`, provider, audiences }))
}

/** Only operators that fail where the key is missing: `…IfExists` and `ForAllValues:` let everybody in who lacks it. */
const TEXT_OPERATORS = ['StringEquals', 'StringLike']
const ARN_OPERATORS = ['ArnEquals', 'ArnLike', ...TEXT_OPERATORS]

/** The values of which a condition demands one; null if no condition does. Operators stand beside each other as "and". */
function demanded(
  { conditions }: Statement,
  key: string,
  operators: readonly string[]
): readonly string[] | null {
  for (const operator of operators) {
    const keys = Object.hasOwn(conditions, operator) ? conditions[operator] : undefined
    const found = Object.entries(keys ?? {}).find(([name]) => asciiLower(name) === key)
    if (found && found[1].length > 0) return found[1]
  }
  return null
}

function plain(who: string): Admitted {
  return { who, provider: null, audiences: null }
}
