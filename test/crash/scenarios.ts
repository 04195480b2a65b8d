import {
  AddUserToGroupCommand,
  AttachGroupPolicyCommand,
  AttachUserPolicyCommand,
  CreatePolicyCommand,
  CreatePolicyVersionCommand,
  DeletePolicyVersionCommand,
  type IAMClient,
  PutUserPolicyCommand
} from '@aws-sdk/client-iam'
import type { Goal } from '../../src/connectors/connector.ts'
import type { Sandbox } from '../../src/sandbox/sandbox.ts'
import type { World } from '../../src/sandbox/world.ts'
import {
  ACCOUNT,
  TRUST,
  at,
  entitlementRole,
  goal,
  holding,
  INSTANCE,
  pieces,
  world
} from '../connectors/aws-iam/support.ts'

/** One way from a state of an account to another. */
export interface Scenario {
  readonly name: string
  readonly world: World
  /** What stands before, brought about by ordinary runs. */
  readonly before: readonly Goal[]
  /** What somebody else does then. */
  readonly meddle?: (iam: IAMClient, sandbox: Sandbox) => Promise<void>
  /** What shall stand. */
  readonly after: readonly Goal[]
  readonly ownGroups?: readonly string[]
  /** Calls that change something, in an undisturbed run. */
  readonly writes: number
}

const document = (action: string): Record<string, unknown> => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: action, Resource: '*' }]
})
const DENY =
  '{ "Version": "2012-10-17",\n  "Statement": [ { "Effect": "Deny", "Action": "s3:DeleteObject", "Resource": "*" } ] }'
const roles = Array.from({ length: 40 }, (_, index) => entitlementRole(`r${index}`))
const ci = {
  name: 'exporter',
  path: '/ci/',
  trust: TRUST,
  inline: { own: document('s3:GetObject') }
}
const alice = { name: 'alice' }
const many = (from: number, to: number, over: object = {}) =>
  pieces(...Array.from({ length: to - from }, (_, index) => holding(`r${from + index}`, over)))
const later = { until: at('2027-02-01T00:00:00Z') }
const foreignAlice = {
  name: 'alice',
  inline: { quarantine: DENY, mine: document('ec2:Describe*') },
  attached: ['ReadOnlyAccess']
}

/** A managed policy of ours by principal and number. */
function shard(sandbox: Sandbox, user: string, n: number): string {
  const id = sandbox.snapshot(ACCOUNT).users.find((each) => each.name === user)?.id ?? ''
  return `arn:aws:iam::${ACCOUNT}:policy/${INSTANCE}/${id}/${INSTANCE}-${id}-${n}`
}

function aliceWorld(more: object = {}): World {
  return world([alice, { name: 'bob' }], [...roles, ci], {
    groups: [{ name: 'auditors' }, { name: 'readers' }],
    ...more
  })
}

export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'first grant',
    writes: 1,
    world: aliceWorld(),
    before: [],
    after: [goal('user/alice', many(0, 1))]
  },
  {
    name: 'revoke the last',
    writes: 1,
    world: aliceWorld(),
    before: [goal('user/alice', many(0, 1))],
    after: [goal('user/alice', [])]
  },
  {
    name: 'extend in place',
    writes: 1,
    world: aliceWorld(),
    before: [goal('user/alice', many(0, 3))],
    after: [goal('user/alice', [...many(0, 2), ...many(2, 3, later)])]
  },
  {
    name: 'extend in a managed policy',
    writes: 3,
    world: aliceWorld(),
    before: [goal('user/alice', many(0, 14))],
    after: [goal('user/alice', many(0, 14, later))]
  },
  {
    name: 'spill from inline to managed',
    writes: 5,
    world: aliceWorld(),
    before: [goal('user/alice', many(0, 4))],
    after: [goal('user/alice', many(0, 34))]
  },
  {
    name: 'managed policies shrink',
    writes: 5,
    world: aliceWorld(),
    before: [goal('user/alice', many(0, 34))],
    after: [goal('user/alice', many(0, 10))]
  },
  {
    name: 'swap everything',
    writes: 3,
    world: aliceWorld(),
    before: [goal('user/alice', many(0, 12))],
    after: [goal('user/alice', many(20, 32))]
  },
  {
    name: 'move out of a full inline policy',
    writes: 3,
    world: aliceWorld(),
    before: [goal('user/alice', many(0, 6))],
    meddle: async (iam) => {
      // Others take all that is left of the reserve: ours move out to give it back.
      const PolicyDocument = JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          { Effect: 'Allow', Action: 's3:GetObject', Resource: `arn:aws:s3:::${'x'.repeat(230)}/*` }
        ]
      })
      await iam.send(new PutUserPolicyCommand({ UserName: 'alice', PolicyName: 'others', PolicyDocument }))
    },
    after: [goal('user/alice', many(0, 7))]
  },
  {
    name: 'a changed statement pushes others out',
    writes: 4,
    world: aliceWorld(),
    before: [goal('user/alice', many(0, 6))],
    after: [
      goal('user/alice', [
        ...many(0, 5),
        ...pieces(
          holding('r5', {
            target: {
              statements: [{ actions: ['s3:GetObject'], resources: [`arn:aws:s3:::${'y'.repeat(700)}/*`] }]
            }
          })
        )
      ])
    ]
  },
  {
    name: 'a bundle loses one of three',
    writes: 2,
    world: aliceWorld(),
    before: [
      goal('user/alice', [
        ...pieces(...['r0', 'r1', 'r2'].map((name) => holding(name, { grant: 'grants/b.yaml' }))),
        ...many(3, 20)
      ])
    ],
    after: [
      goal('user/alice', [
        ...pieces(...['r1', 'r2'].map((name) => holding(name, { grant: 'grants/b.yaml' }))),
        ...many(3, 20)
      ])
    ]
  },
  {
    name: 'join a group',
    writes: 2,
    world: aliceWorld(),
    before: [],
    after: [
      goal('user/alice', pieces(holding('auditors', { target: { group: 'auditors' } }), holding('r1')))
    ],
    ownGroups: ['auditors']
  },
  {
    name: 'leave a group',
    writes: 2,
    world: aliceWorld(),
    before: [
      goal('user/alice', pieces(holding('auditors', { target: { group: 'auditors' } }), holding('r1')))
    ],
    meddle: async (iam) => {
      await iam.send(new AddUserToGroupCommand({ UserName: 'alice', GroupName: 'readers' }))
    },
    after: [goal('user/alice', [], { owned: new Set(['group/auditors']) })],
    ownGroups: ['auditors']
  },
  {
    name: 'a managed policy of ours attached to others',
    writes: 2,
    world: aliceWorld(),
    before: [goal('user/alice', many(0, 12))],
    meddle: async (iam, sandbox) => {
      const PolicyArn = shard(sandbox, 'alice', 1)
      await iam.send(new AttachUserPolicyCommand({ UserName: 'bob', PolicyArn }))
      await iam.send(new AttachGroupPolicyCommand({ GroupName: 'readers', PolicyArn }))
    },
    after: [goal('user/alice', many(0, 12))]
  },
  {
    name: 'foreign policies beside ours',
    writes: 3,
    world: world([foreignAlice], roles),
    before: [goal('user/alice', many(0, 9))],
    after: [goal('user/alice', many(4, 16))]
  },
  {
    name: 'many principals',
    writes: 4,
    world: world(
      ['alice', 'bob', 'carol', 'dave'].map((name) => ({ name })),
      roles
    ),
    before: ['alice', 'bob'].map((name) => goal(`user/${name}`, many(0, 3))),
    after: [
      goal('user/alice', many(1, 3)),
      goal('user/bob', []),
      goal('user/carol', many(0, 1)),
      goal('user/dave', many(2, 4))
    ]
  },
  {
    name: 'a workload’s role',
    writes: 3,
    world: aliceWorld(),
    before: [goal('role/ci/exporter', many(0, 30))],
    after: [goal('role/ci/exporter', [...many(2, 40), ...many(0, 1, later)])]
  },
  {
    name: 'old versions and a changed default',
    writes: 5,
    world: aliceWorld(),
    before: [goal('user/alice', many(0, 12))],
    meddle: async (iam, sandbox) => {
      const PolicyArn = shard(sandbox, 'alice', 1)
      for (let n = 0; n < 4; n++) {
        await iam.send(
          new CreatePolicyVersionCommand({
            PolicyArn,
            PolicyDocument: JSON.stringify(document(`s3:Get${n}`)),
            SetAsDefault: n === 3
          })
        )
      }
      await iam.send(new DeletePolicyVersionCommand({ PolicyArn, VersionId: 'v1' }))
    },
    after: [goal('user/alice', many(0, 12))]
  },
  {
    name: 'an undated statement put into ours by hand',
    writes: 1,
    world: aliceWorld(),
    before: [goal('user/alice', many(0, 2))],
    meddle: async (iam) => {
      await iam.send(
        new PutUserPolicyCommand({
          UserName: 'alice',
          PolicyName: INSTANCE,
          PolicyDocument: JSON.stringify(document('*'))
        })
      )
    },
    after: [goal('user/alice', many(0, 2))]
  },
  {
    name: 'a managed policy left unattached',
    writes: 2,
    world: aliceWorld(),
    before: [goal('user/alice', many(0, 2))],
    meddle: async (iam, sandbox) => {
      const arn = shard(sandbox, 'alice', 1)
      const [name, path] = [
        arn.slice(arn.lastIndexOf('/') + 1),
        arn.slice(arn.indexOf(`/${INSTANCE}`), arn.lastIndexOf('/') + 1)
      ] as const
      await iam.send(
        new CreatePolicyCommand({
          Path: path,
          PolicyName: name,
          PolicyDocument: JSON.stringify(document('s3:*'))
        })
      )
    },
    after: [goal('user/alice', many(0, 3))]
  }
]
