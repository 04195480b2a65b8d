import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
/** Where `.ci/run` puts what it installs. */
const FOLDERS = ['.cache/ci/bin', '.cache/ci/python/bin'].map((folder) => join(ROOT, folder))

/** Absolute path of a program: what `.ci/run` has installed first, then the PATH; null if it isn't installed. */
export function program(name: string): string | null {
  const folders = [...FOLDERS, ...(process.env['PATH'] ?? '').split(delimiter)]
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null
}

/** Node of the version that GitHub runs the action on; null if it isn't installed. */
export function node24(): string | null {
  const path = join(ROOT, '.cache/ci/node24/package/bin/node')
  return existsSync(path) ? path : null
}

/** How to install what a test needs, for the name of a test that was skipped. */
export const INSTALL = '.ci/run installs it'
