import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { ROOT } from '../../scripts/house/root.ts'

const lockfile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      integrity: z.string().optional(),
      hasInstallScript: z.boolean().optional(),
      optionalDependencies: z.record(z.string(), z.string()).optional()
    })
  )
})

const { packages } = lockfile.parse(JSON.parse(await readFile(`${ROOT}package-lock.json`, 'utf8')))
const installed = Object.entries(packages).filter(([path]) => path !== '')

test('every package is locked to a version and a digest', () => {
  const loose = installed.filter(
    ([, { version, integrity }]) => !version || !integrity?.startsWith('sha512-')
  )
  expect(loose.map(([path]) => path)).toEqual([])
})

// A lockfile that lacks the variants for other machines makes `npm ci` refuse to work, even here.
test('every platform variant of a package is locked', () => {
  const locked = new Set(installed.map(([path]) => path.split('node_modules/').at(-1)))
  const missing = installed.flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !locked.has(name))
      .map((name) => `${path} → ${name}`)
  )
  expect(missing).toEqual([])
})

test('only esbuild would like to run a script at installation, and it may not', async () => {
  const scripted = installed.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path)
  expect(scripted.toSorted()).toEqual(['node_modules/esbuild'])
  expect(await readFile(`${ROOT}.npmrc`, 'utf8')).toContain('\nignore-scripts=true\n')
})
