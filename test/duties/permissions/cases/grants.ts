import { allow, grant, policy } from '../build.ts'
import { CREATE, VERSION, ip, plain, type Case } from './case.ts'

/** Which grants a finding names. */
export const grants: readonly Case[] = [
  plain(
    'the one grant that matters',
    [grant('x', allow(CREATE)), grant('y', allow('s3:GetObject'))],
    ['version sure by g/x.yaml']
  ),
  plain(
    'two grants that complete it',
    [grant('x', allow('iam:PassRole')), grant('y', allow('lambda:*'))],
    ['function sure by g/x.yaml, g/y.yaml']
  ),
  plain(
    'one grant for both rather than two',
    [
      grant('x', allow('iam:PassRole')),
      grant('y', allow('lambda:*')),
      grant('z', allow(['iam:PassRole', 'lambda:*']))
    ],
    ['function sure by g/z.yaml']
  ),
  plain(
    'beside what isn’t ours',
    [grant('x', allow('iam:PassRole')), policy('f', allow('lambda:*'))],
    ['function sure by g/x.yaml']
  ),
  plain('not needed at all', [grant('x', allow(CREATE)), policy('f', allow(CREATE))], VERSION),
  plain(
    'either of two: the first',
    [grant('b', allow(CREATE)), grant('a', allow(CREATE))],
    ['version sure by g/a.yaml']
  ),
  plain(
    'a sure one rather than an unsure one',
    [grant('a', allow(CREATE, '*', ip)), grant('b', allow(CREATE))],
    ['version sure by g/b.yaml']
  ),
  plain(
    'one grant under two names',
    [grant('x', allow('iam:PassRole')), grant('x', allow('lambda:*'))],
    ['function sure by g/x.yaml']
  ),
  plain(
    'more than fifteen grants',
    [
      ...Array.from({ length: 20 }, (_, n) =>
        grant(`p${10 + n}`, allow(`iam:PassRole`, `*${'*'.repeat(n)}`))
      ),
      grant('z', allow('lambda:*'))
    ],
    ['function sure by g/p10.yaml, g/z.yaml']
  )
]
