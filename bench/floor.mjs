// The floor: reading the same files and parsing them with the `yaml` package, in one thread, and nothing else.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

let files = 0
for (const entry of readdirSync(join(process.argv[2], 'grants'), { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue
  parse(readFileSync(join(entry.parentPath, entry.name), 'utf8'))
  files++
}
console.log(files)
