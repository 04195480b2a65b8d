import { expect, test } from 'vitest'
import { circles } from '../../scripts/house/circles.ts'
import { sources } from '../../scripts/house/sources.ts'

test('no source files take from each other in a loop', async () => {
  expect(circles(await sources('src'))).toEqual([])
})

test.each<[string, Readonly<Record<string, string>>, readonly (readonly string[])[]]>([
  ['a line of files', { 'a.ts': "import { b } from './b.ts'", 'b.ts': "import 'c'" }, []],
  [
    'two that take from each other, one of them only a type',
    { 'src/a.ts': "import type { B } from './b/b.ts'", 'src/b/b.ts': "export * from '../a.ts'" },
    [['src/a.ts', 'src/b/b.ts']]
  ],
  ['a file that takes from itself', { 'a.ts': "import { a } from './a.ts'" }, [['a.ts']]],
  [
    'two loops, with a file that takes from both',
    {
      'd.ts': "import './c.ts'",
      'c.ts': "import './e.ts'",
      'e.ts': "import './d.ts'",
      'b.ts': "import './a.ts'",
      'a.ts': "import './b.ts'",
      'z.ts': "import './a.ts'\nimport './c.ts'"
    },
    [
      ['a.ts', 'b.ts'],
      ['c.ts', 'd.ts', 'e.ts']
    ]
  ]
])('%s', (_, files, expected) => {
  expect(circles(new Map(Object.entries(files)))).toEqual(expected)
})
