import { IAM } from '@aws-sdk/client-iam'
import type { Instant } from '../../src/book/instant.ts'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import { startSandbox } from '../../src/sandbox/start.ts'
import type { World, WorldAccount, WorldUser } from '../../src/sandbox/world.ts'
import { ACCOUNT, type Files } from './book.ts'
import { environmentOf, Repository, run, type Over, type Ran } from './repository.ts'

/** The document that `plan --format json` prints, as far as tests look at it. */
export interface PlanJson {
  readonly ok: boolean
  readonly at: string
  readonly commit: string | null
  readonly changes: readonly Readonly<Record<string, unknown>>[]
  readonly drift: readonly Readonly<Record<string, unknown>>[] | null
  readonly refused: readonly {
    readonly grant: string
    readonly system: string
    readonly code: string
    readonly why: string
  }[]
}

/** The document that `apply --format json` prints. */
export interface ApplyJson {
  readonly ok: boolean
  readonly commit: string
  readonly outcomes: readonly {
    readonly grant: string | null
    readonly system: string
    readonly action: string | null
    readonly state: string
    readonly why: string
  }[]
  readonly calls: { readonly read: number; readonly write: number }
}

export const TRUST = {
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` },
      Action: 'sts:AssumeRole',
      Condition: {
        ArnLike: {
          'aws:PrincipalArn': [`arn:aws:iam::${ACCOUNT}:user/*`, `arn:aws:iam::${ACCOUNT}:role/ci/*`]
        }
      }
    }
  ]
}

const EC2 = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }]
}

/** One account with these users, the entitlement roles that the files name, and a group. */
export function worldOf(
  users: readonly string[] = ['alice', 'bob', 'carol'],
  more: Partial<WorldAccount> = {}
): World {
  return {
    now: '2026-11-20T09:00:00Z',
    aws: [
      {
        account: ACCOUNT,
        users: users.map((name): WorldUser => ({ name, keys: 1 })),
        roles: [
          { name: 'billing-read', path: '/entitlements/', trust: TRUST },
          { name: 'billing-write', path: '/entitlements/', trust: TRUST },
          { name: 'exporter', path: '/ci/', trust: EC2 }
        ],
        groups: [{ name: 'auditors' }],
        ...more
      }
    ]
  }
}

/** A repository and an account, with the commands that act on both. */
export class Scene {
  readonly repository = new Repository()
  readonly sandbox: Sandbox

  private constructor(sandbox: Sandbox) {
    this.sandbox = sandbox
  }

  static async open(files: Files, world: World = worldOf()): Promise<Scene> {
    const scene = new Scene(await startSandbox(world))
    scene.repository.commit(files)
    return scene
  }

  async close(): Promise<void> {
    this.repository.remove()
    await this.sandbox.close()
  }

  run(...args: readonly string[]): Promise<Ran> {
    return run(this.repository, this.sandbox, args)
  }

  async apply(...args: readonly string[]): Promise<ApplyJson & Ran> {
    return this.applyWith({}, ...args)
  }

  async applyWith(io: Over, ...args: readonly string[]): Promise<ApplyJson & Ran> {
    const ran = await run(this.repository, this.sandbox, ['apply', '--format', 'json', ...args], io)
    return { ...ran, ...(JSON.parse(ran.out === '' ? '{"outcomes":[]}' : ran.out) as ApplyJson) }
  }

  /** Applies what somebody pushed to the default branch without asking anybody. */
  applyPushed(...args: readonly string[]): Promise<ApplyJson & Ran> {
    return this.applyWith({ arrival: 'pushed' }, ...args)
  }

  /** Applies what the right people approved, judged by all that the real command judges by. */
  applyMerged(...args: readonly string[]): Promise<ApplyJson & Ran> {
    return this.applyWith({ arrival: 'merged' }, ...args)
  }

  /** Plans; on main what stands at HEAD counts as approved, as for {@link apply}. */
  async plan(...args: readonly string[]): Promise<PlanJson & Ran> {
    const onMain = !args.includes('--base') && !args.includes('--head')
    if (onMain && Object.keys(this.repository.evidence()).length > 0) await this.run('apply', '--authorise')
    const ran = await this.run('plan', '--format', 'json', ...args)
    return { ...ran, ...(JSON.parse(ran.out === '' ? '{}' : ran.out) as PlanJson) }
  }

  /** Whether a user may assume an entitlement role, at the sandbox's clock or another instant. */
  mayAssume(user: string, role: string, at?: Instant): boolean {
    const resource = `arn:aws:iam::${ACCOUNT}:role/entitlements/${role}`
    return this.sandbox.can({
      account: ACCOUNT,
      principal: `user/${user}`,
      action: 'sts:AssumeRole',
      resource,
      ...(at === undefined ? {} : { at })
    }).allowed
  }

  /** An IAM client with the administrator's keys: what a person does by hand. */
  iam(): IAM {
    const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY } = environmentOf(this.sandbox)
    const credentials = { accessKeyId: AWS_ACCESS_KEY_ID ?? '', secretAccessKey: AWS_SECRET_ACCESS_KEY ?? '' }
    return new IAM({ endpoint: this.sandbox.aws.iam, region: 'us-east-1', credentials })
  }

  /** Writing calls to the account so far; forgets them. */
  writes(): readonly string[] {
    const operations = this.sandbox
      .calls()
      .filter(({ kind }) => kind === 'write')
      .map(({ operation }) => operation)
    this.sandbox.clearCalls()
    return operations
  }
}

/** Opens a scene for one test and cleans up after it. */
export async function inScene<T>(
  files: Files,
  test: (scene: Scene) => Promise<T>,
  world?: World
): Promise<T> {
  const scene = await Scene.open(files, world)
  try {
    return await test(scene)
  } finally {
    await scene.close()
  }
}

/** Outcomes in short: state, action, grant's last two parts. */
export function told({ outcomes }: ApplyJson): readonly string[] {
  return outcomes.map(
    ({ state, action, grant, system }) =>
      `${state} ${action ?? 'system'} ${grant?.replace(/^grants\/(systems\/)?/u, '').replace(/\.yaml$/u, '') ?? system}`
  )
}
