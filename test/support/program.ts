import { mkdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build } from 'esbuild'
import { SETTINGS } from '../../scripts/house/bundle.ts'

/**
 * Bundles a program of ours as `dist/` is bundled, from the sources as they are now, and returns its path in `folder`. A
 * process that is started with it begins at once; with the sources each one would compile all of them again.
 */
export async function programIn(folder: string, source: string): Promise<string> {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{"type": "module"}')
  await build({ ...SETTINGS, entryPoints: [source], outdir: folder })
  return join(folder, basename(source).replace(/\.ts$/u, '.js'))
}
