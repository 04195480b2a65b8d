import { expect, test } from 'vitest'
import { breaches } from '../../scripts/house/import-law.ts'
import { sources } from '../../scripts/house/sources.ts'

const why = (file: string, text: string) => breaches(new Map([[file, text]])).map((b) => `${b.line} ${b.why}`)

test('no source file takes what it may not', async () => {
  const files = await sources('src')
  expect(files.size).toBeGreaterThan(20)
  expect(breaches(files).map((b) => `${b.file}:${b.line} ${b.why}`)).toEqual([])
})

test.each([
  [
    'src/book/load.ts',
    "import { f } from '../findings/catalogue.ts'",
    '1 book/ may not take from findings/ (src/findings/catalogue.ts).'
  ],
  [
    'src/duties/sweep.ts',
    "import type { Verdict } from '../approval/decide.ts'",
    '1 duties/ may not take from approval/ (src/approval/decide.ts).'
  ],
  [
    'src/plan/guard.ts',
    "\nexport * from '../render/text.ts'",
    '2 plan/ may not take from render/ (src/render/text.ts).'
  ],
  [
    'src/plan/guard.ts',
    "const m = await import('../evidence/events.ts')",
    '1 plan/ may not take from evidence/ (src/evidence/events.ts).'
  ],
  [
    'src/book/load.ts',
    "import {\n  readFile\n} from 'node:fs/promises'",
    '1 "node:fs/promises" reaches the world; only commands, the sandbox, the entries and io/ may take it.'
  ],
  [
    'src/book/load.ts',
    "import 'node:fs'",
    '1 "node:fs" reaches the world; only commands, the sandbox, the entries and io/ may take it.'
  ],
  [
    'src/connectors/aws-iam/order.ts',
    "import { IAMClient } from '@aws-sdk/client-iam'",
    '1 "@aws-sdk/client-iam" reaches the world; only commands, the sandbox, the entries and io/ may take it.'
  ],
  [
    'src/connectors/aws-iam/order.ts',
    "import { open } from './io/open.ts'",
    '1 src/connectors/aws-iam/io/open.ts touches the world; only commands, the sandbox, the entries and io/ may take from it.'
  ],
  [
    'src/findings/check.ts',
    "import { CHECKS } from '../checks.ts'",
    '1 src/checks.ts is the list of all checks; only commands take from it.'
  ],
  [
    'src/connectors/aws-iam/core.ts',
    "import { awsIam } from './index.ts'",
    '1 src/connectors/aws-iam/index.ts touches the world; only commands, the sandbox, the entries and io/ may take from it.'
  ],
  [
    'src/connectors/aws-iam/index.ts',
    "import { open } from '../okta/io/open.ts'",
    '1 src/connectors/okta/io/open.ts touches the world; only commands, the sandbox, the entries and io/ may take from it.'
  ],
  [
    'src/plan/desired.ts',
    "import { compile } from '../connectors/aws-iam/compile.ts'",
    "1 src/connectors/aws-iam/compile.ts is a connector's own; commands pass connectors in."
  ],
  [
    'src/connectors/aws-iam/order.ts',
    "import { desire } from '../../plan/desired.ts'",
    "1 A connector's core takes from book/ and findings/ alone, not from src/plan/desired.ts."
  ],
  [
    'src/commands/apply.ts',
    "import { start } from '../sandbox/start.ts'",
    '1 src/sandbox/start.ts belongs to the sandbox, which only src/commands/sandbox.ts may start.'
  ],
  [
    'src/io/git/tree.ts',
    "import { main } from '../../commands/main.ts'",
    '1 src/commands/main.ts is a command; only commands and the entries may take from it.'
  ],
  [
    'src/cli.ts',
    "import { load } from './book/load.ts'",
    '1 An entry takes from src/commands/ alone, not from src/book/load.ts.'
  ],
  ['src/commands/main.ts', "import '../cli.ts'", '1 src/cli.ts is an entry; nothing takes from it.'],
  [
    'src/plan/guard.ts',
    'const now = Date.now()',
    '1 "Date.now" depends on time, place or machine. Take the value as an argument.'
  ],
  [
    'src/plan/guard.ts',
    'const now = new Date()',
    '1 "new Date()" depends on time, place or machine. Take the value as an argument.'
  ],
  [
    'src/render/text.ts',
    'const width = process.stdout.columns',
    '1 "process" depends on time, place or machine. Take the value as an argument.'
  ],
  [
    'src/render/text.ts',
    'names.toSorted((a, b) => a.localeCompare(b))',
    '1 ".localeCompare(" depends on time, place or machine. Take the value as an argument.'
  ]
])('%s may not: %s', (file, text, expected) => {
  expect(why(file, text)).toEqual([expected])
})

test.each([
  ['src/plan/guard.ts', "import type { Piece } from '../connectors/connector.ts'"],
  ['src/plan/guard.ts', "import { writeInstant } from '../book/instant.ts'"],
  ['src/book/grant-key.ts', "import { createHash } from 'node:crypto'"],
  ['src/book/kinds/grant.ts', "import { z } from 'zod'"],
  ['src/connectors/aws-iam/index.ts', "const { open } = await import('./io/session.ts')"],
  ['src/checks.ts', "import { sweep } from './duties/sweep.ts'"],
  [
    'src/connectors/aws-iam/io/open.ts',
    "import { IAMClient } from '@aws-sdk/client-iam'\nconst now = Date.now()"
  ],
  [
    'src/commands/plan.ts',
    "import { connector } from '../connectors/aws-iam/connector.ts'\nimport { readFile } from 'node:fs/promises'"
  ],
  ['src/commands/sandbox.ts', "import { start } from '../sandbox/start.ts'"],
  [
    'src/plan/guard.ts',
    "// Date.now() is never read here, nor is import { x } from 'node:fs'\nconst text = 'a process ends'"
  ],
  ['src/plan/guard.ts', 'const day = new Date(at).toISOString()']
])('%s may: %s', (file, text) => {
  expect(why(file, text)).toEqual([])
})
