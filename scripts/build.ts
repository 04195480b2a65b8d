// Writes dist/, or with a folder as argument writes there instead.
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { bundle } from './house/bundle.ts'
import { ROOT } from './house/root.ts'

const out = resolve(process.argv[2] ?? join(ROOT, 'dist'))
const files = await bundle()
await rm(out, { recursive: true, force: true })
let bytes = 0
for (const [name, { content, executable }] of files) {
  const path = join(out, name)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, content)
  if (executable) await chmod(path, 0o755)
  bytes += Buffer.byteLength(content)
}
console.log(`${files.size} files, ${Math.round(bytes / 1024)} KiB in ${out}`)
