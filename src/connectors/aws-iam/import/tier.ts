import type { Risk } from '../../../book/risks.ts'
import { asciiLower } from '../conditions.ts'
import { readPolicy, type Statement } from '../policy.ts'
import { fitting } from '../outside/fits.ts'
import type { Weight } from '../outside/weigh.ts'

/** A risk and what it is for. */
export interface Tier {
  readonly risk: Risk
  readonly why: string
}

/** Beginnings of operations that change nothing, in lower case. */
const READS =
  /^(?:[a-z0-9-]+:(?:batchget|check|describe|estimate|get|head|list|lookup|preview|query|scan|search|select|simulate|validate|view)|iam:generate|config:deliver)/u

/** Reading these is having what they protect. */
const SECRETS = [
  'ec2:getpassworddata',
  'ecr:getauthorizationtoken',
  'kms:decrypt',
  'lambda:getfunction',
  'rds-data:executestatement',
  'redshift:getclustercredentials',
  'secretsmanager:batchgetsecretvalue',
  'secretsmanager:getsecretvalue',
  'ssm:getparameter',
  'ssm:getparameterhistory',
  'ssm:getparameters',
  'ssm:getparametersbypath',
  'sts:getfederationtoken'
]

/** Services that decide who may do what, or hold what was done: changing anything there is more than work. */
const GUARDS: ReadonlySet<string> = new Set([
  'account',
  'cloudtrail',
  'config',
  'guardduty',
  'iam',
  'identitystore',
  'kms',
  'organizations',
  'secretsmanager',
  'securityhub',
  'signin',
  'ssm',
  'sso',
  'sso-admin',
  'sts'
])

/**
 * The tier of what some policies allow together, never milder than is sure: what can’t be read is critical, and nothing is
 * ever called low, because only people know what a thing is worth.
 */
export function tierOf(
  policies: readonly { readonly weight: Weight; readonly document: string | null }[]
): Tier {
  const tiers = policies.map(({ weight, document }) => tierOfOne(weight, document))
  const order: readonly Risk[] = ['low', 'medium', 'high', 'critical']
  const [worst] = tiers.toSorted((a, b) => order.indexOf(b.risk) - order.indexOf(a.risk))
  return worst ?? { risk: 'medium', why: 'no policy hangs on it' }
}

function tierOfOne({ administrator }: Weight, document: string | null): Tier {
  const statements = document === null ? null : readPolicy(document)
  if (!statements) return { risk: 'critical', why: 'a policy of it can’t be read' }
  if (administrator) return { risk: 'critical', why: 'whoever holds it can give himself anything' }
  const allows = statements.filter(({ effect }) => effect === 'Allow')
  const wide = allows.find(({ actions }) => actions === null)
  if (wide) return { risk: 'critical', why: 'it allows everything but what it names (NotAction)' }
  const changes = allows.filter(changesAnything)
  if (changes.some((statement) => touchesGuards(statement, '*')))
    return { risk: 'critical', why: 'it changes who may do what, or what is recorded, everywhere' }
  if (changes.some((statement) => touchesGuards(statement, null)))
    return { risk: 'high', why: 'it changes something that guards the account' }
  if (allows.some(readsSecrets)) return { risk: 'high', why: 'it reads secrets' }
  if (changes.some(isEverywhere))
    return { risk: 'high', why: 'it changes things wherever they are, or everything of a service' }
  if (changes.length > 0) return { risk: 'medium', why: 'it changes only what it names' }
  return { risk: 'medium', why: 'it reads' }
}

function changesAnything({ actions }: Statement): boolean {
  return actions?.some((action) => !READS.test(asciiLower(action))) === true
}

function touchesGuards({ actions, resources }: Statement, on: '*' | null): boolean {
  const guarding =
    actions?.some((action) => !READS.test(asciiLower(action)) && isGuard(asciiLower(action))) === true
  return guarding && (on === null || resources === null || resources.includes(on))
}

/** A pattern in the place of a service may mean any. */
function isGuard(action: string): boolean {
  const [service = ''] = action.split(':')
  return service.includes('*') || service.includes('?') || GUARDS.has(service)
}

function readsSecrets({ actions }: Statement): boolean {
  return (
    actions?.some((pattern) => {
      const fits = fitting(asciiLower(pattern))
      return SECRETS.some(fits)
    }) === true
  )
}

function isEverywhere({ actions, resources }: Statement): boolean {
  const anywhere =
    resources === null ||
    resources.some((resource) => resource === '*' || /^arn:[^:]*:[^:]*:[^:]*:[^:]*:\*$/u.test(resource))
  return (
    anywhere || actions?.some((action) => !READS.test(asciiLower(action)) && /[*?]/u.test(action)) === true
  )
}
