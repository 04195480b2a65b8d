import { asciiLower } from '../conditions.ts'
import { covers, intersects } from '../glob.ts'
import { readPolicy, type Statement } from '../policy.ts'
import { fitting } from './fits.ts'
import { few } from '../../../book/few.ts'

/** What one policy document amounts to. */
export interface Weight {
  /** Why taking it away is for people to do; null if it is purely Allow. */
  readonly why: string | null
  /** Whoever has it can give himself anything. */
  readonly administrator: boolean
  /** Which of the entitlement roles it lets its holder assume; sorted. */
  readonly reaches: readonly string[]
  /** Its Allows in words. */
  readonly says: string
}

/**
 * Writing policy on anything is writing it for oneself, sooner or later (AWS security reference, "privilege escalation by
 * IAM policy"; the connector's own documents say the same of the write role), unless a condition bounds what is written.
 */
const POLICY_WRITES = [
  'attachgrouppolicy',
  'attachrolepolicy',
  'attachuserpolicy',
  'createpolicyversion',
  'putgrouppolicy',
  'putrolepolicy',
  'putuserpolicy',
  'setdefaultpolicyversion'
].map((name) => `iam:${name}`)
const BOUNDS: ReadonlySet<string> = new Set(['iam:permissionsboundary', 'iam:policyarn'])

/** Ways to become somebody else, which matter where they are open for everybody of a kind: own keys are everybody's own affair. */
const TAKEOVERS: readonly (readonly [action: string, kind: string])[] = [
  ['iam:addusertogroup', 'group'],
  ['iam:createaccesskey', 'user'],
  ['iam:createloginprofile', 'user'],
  ['iam:updateloginprofile', 'user'],
  ['iam:updateassumerolepolicy', 'role']
]

/** Weighs documents of one account; each text once. */
export class Scales {
  readonly #account: string
  readonly #roles: readonly string[]
  readonly #weights = new Map<string, Weight>()

  /** `roles`: ARNs of the entitlement roles, sorted. */
  constructor(account: string, roles: readonly string[]) {
    this.#account = account
    this.#roles = roles
  }

  /** Null: the document could not be read. What can't be understood is nobody's to remove, and no administrator's either. */
  weigh(document: string | null): Weight {
    if (document === null) return UNREAD
    let weight = this.#weights.get(document)
    if (!weight) this.#weights.set(document, (weight = this.#read(document)))
    return weight
  }

  #read(document: string): Weight {
    const written = readPolicy(document)
    if (!written)
      return { ...UNREAD, why: 'It isn’t a policy that we understand.', says: 'what we can’t understand' }
    const statements = written.map(readied)
    const assuming = allowing(statements, 'sts:assumerole')
    // The text, too: of a doubled key only the last is understood.
    const denies = statements.some(({ effect }) => effect === 'Deny') || document.includes('"Deny"')
    return {
      why: !denies ? null : 'It contains a Deny: without it, more would be allowed.',
      administrator: this.#isAdministrator(statements),
      reaches: this.#roles.filter((role) => assuming.some(({ onResource }) => onResource(role))),
      says: inWords(written)
    }
  }

  #isAdministrator(statements: readonly Readied[]): boolean {
    const all = `arn:aws:iam::${this.#account}:`
    const unbounded = statements.filter((statement) => !isBounded(statement))
    return (
      POLICY_WRITES.some((action) => allowing(unbounded, action).some((each) => touches(each, `${all}*`))) ||
      TAKEOVERS.some(([action, kind]) =>
        allowing(statements, action).some((each) => spans(each, `${all}${kind}/*`))
      )
    )
  }
}

const UNREAD: Weight = {
  why: 'Its document can’t be read.',
  administrator: false,
  reaches: [],
  says: 'what can’t be read'
}

/** The Allows that are about an action; none, if a Deny without condition takes it away everywhere. */
function allowing(statements: readonly Readied[], action: string): readonly Readied[] {
  const about = statements.filter((each) => each.onAction(action))
  return about.some((each) => each.effect === 'Deny' && isTotal(each))
    ? []
    : about.filter((each) => each.effect === 'Allow')
}

function isTotal({ resources, conditions }: Statement): boolean {
  return resources?.includes('*') === true && Object.keys(conditions).length === 0
}

/** A statement whose patterns are made ready once, because each is compared with many texts. */
interface Readied extends Statement {
  /** Of an operation in lower case: IAM doesn't tell them apart by case. */
  readonly onAction: (action: string) => boolean
  /** Of an ARN. */
  readonly onResource: (arn: string) => boolean
}

function isListed(tests: readonly ((text: string) => boolean)[], text: string): boolean {
  return tests.some((test) => test(text))
}

function readied(statement: Statement): Readied {
  const { actions, notActions, resources, notResources } = statement
  const acts = (actions ?? notActions).map((pattern) => fitting(asciiLower(pattern)))
  const places = (resources?.map(open) ?? notResources).map(fitting)
  return {
    ...statement,
    onAction: (action) =>
      (actions !== null || notActions.length > 0) && isListed(acts, action) === (actions !== null),
    onResource: (arn) => isListed(places, arn) === (resources !== null)
  }
}

/** Whether a statement is about any of the ARNs that a pattern means. */
function touches({ resources, notResources }: Statement, arns: string): boolean {
  return resources
    ? resources.some((pattern) => pattern === '*' || intersects(open(pattern), arns))
    : !notResources.some((pattern) => covers(pattern, arns))
}

/** Whether a statement is about all of them. */
function spans({ resources, notResources }: Statement, arns: string): boolean {
  return resources
    ? resources.some((pattern) => pattern === '*' || covers(pattern, arns))
    : !notResources.some((pattern) => intersects(open(pattern), arns))
}

function isBounded({ effect, conditions }: Statement): boolean {
  const keys = Object.values(conditions).flatMap((values) => Object.keys(values))
  return effect === 'Allow' && keys.some((key) => BOUNDS.has(asciiLower(key)))
}

/** A pattern whose policy variables may stand for anything. */
function open(pattern: string): string {
  return pattern.includes('${') ? pattern.replaceAll(/\$\{[^}]*\}/gu, '*') : pattern
}

function inWords(statements: readonly Statement[]): string {
  const parts = statements.map(({ effect, actions, notActions, resources, notResources }) => {
    const what = actions ? few(actions) : `all but ${few(notActions)}`
    const where = resources ? few(resources) : `all but ${few(notResources)}`
    return `${effect === 'Allow' ? 'allows' : 'denies'} ${what} on ${where}`
  })
  return parts.length === 0 ? 'nothing' : parts.slice(0, 3).join('; ') + (parts.length > 3 ? '; …' : '')
}
