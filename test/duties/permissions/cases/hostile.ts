import { allow, deny } from '../build.ts'
import { CREATE, ONLY, plain, type Case } from './case.ts'

/** What nobody writes in good faith. */
export const hostile: readonly Case[] = [
  plain('a lone surrogate', [allow('iam:\ud800*'), allow(CREATE, '\udfff*')], []),
  plain('__proto__ and constructor', [allow(['__proto__', 'constructor:*', '__proto__:*'], '__proto__')], []),
  plain('colons', [allow([':', '::', ':::*', ''], ['', ':'])], []),
  plain('very many stars in an action', [allow(`iam:${'*a'.repeat(3000)}`)], []),
  plain(
    'very many stars in a resource',
    [allow(CREATE, `arn:aws:iam::${'*a'.repeat(3000)}`)],
    [`version unsure: ${ONLY(CREATE, `${`arn:aws:iam::${'*a'.repeat(3000)}`.slice(0, 120)}…`)}`]
  ),
  plain(
    'very many stars against each other',
    [allow(CREATE, `arn:*${'*a'.repeat(3000)}`), deny(CREATE, `arn:*${'*b'.repeat(2900)}*`)],
    [
      `version unsure: ${ONLY(CREATE, `${`arn:*${'*a'.repeat(3000)}`.slice(0, 120)}…`)} | policy p denies ${CREATE} for some of it`
    ]
  ),
  plain(
    'a line break in a resource',
    [allow(CREATE, 'arn:aws:iam::1:policy/\n*')],
    [`version unsure: ${ONLY(CREATE, 'arn:aws:iam::1:policy/�*')}`]
  )
]
