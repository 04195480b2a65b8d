import type { Instant } from '../../../book/instant.ts'
import type { AccountDetail } from '../account.ts'
import type { ManagedDocuments } from '../documents.ts'
import { resourceOf } from '../names.ts'

/** An access key as IAM tells of it; its secret is told once, to whoever makes it, and never to us. */
export interface KeyFacts {
  /** `AKIA…`; of the root user, whose ids nobody is told, `root-1` and `root-2`. */
  readonly id: string
  readonly active: boolean
  readonly created: Instant | null
  /** Null: never, or not told. */
  readonly lastUsed: Instant | null
  /** With which service it was used then (`s3`); null: not told. */
  readonly service: string | null
}

/** How a user, or the account's root, may sign in. */
export interface SignIn {
  readonly password: boolean
  readonly passwordUsed: Instant | null
  readonly mfa: boolean
  readonly keys: readonly KeyFacts[]
}

/** By ARN. */
export type Credentials = ReadonlyMap<string, SignIn>

/** An identity provider of the account. */
export interface Provider {
  readonly arn: string
  readonly created: Instant | null
}

/** Everything that was read of an account for finding access outside. */
export interface View {
  readonly account: AccountDetail
  /** Documents of managed policies that account details lack. */
  readonly managed: ManagedDocuments
  /** Null: could not be read. */
  readonly credentials: Credentials | null
  /** Null: could not be read. */
  readonly providers: readonly Provider[] | null
}

/** What is the system's own, whatever is found. */
export interface House {
  /** Number of the account. */
  readonly number: string
  /** The name that marks policies as ours. */
  readonly instance: string
  /** ARNs of the system's own roles, as its settings name them. */
  readonly own: ReadonlySet<string>
  /** Exact names (`role/terraform`) or ARNs whose access outside is nobody's finding. */
  readonly known: ReadonlySet<string>
}

/** The default version's document of a managed policy; null if it could not be read. */
export function documentIn({ account, managed }: View, arn: string): string | null {
  const policy = account.policies.get(arn)
  if (!policy) return managed.get(arn) ?? null
  return policy.versions.find(({ id }) => id === policy.defaultVersion)?.document ?? null
}

/** Paths of roles that AWS makes and keeps for its own services and for its sign-on. */
const AWS_OWN = ['role/aws-service-role/', 'role/aws-reserved/']

/** Whether all that hangs on something is nobody's finding: known by the system's file, its own role, or AWS's. */
export function isKnown({ known, own }: House, arn: string): boolean {
  const name = resourceOf(arn)
  return known.has(name) || known.has(arn) || own.has(arn) || AWS_OWN.some((path) => name.startsWith(path))
}
