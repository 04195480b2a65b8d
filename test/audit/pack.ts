import { createHash } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import { deflateSync } from 'node:zlib'
import type { Repository } from '../support/repository.ts'
import type { Objects } from './objects.ts'

const TYPES: Readonly<Record<string, number>> = { commit: 1, tree: 2, blob: 3 }

/** Puts all objects into a real repository, as one pack: git itself then works on them. Source: gitformat-pack(5). */
export function unpackInto(repository: Repository, objects: Objects): void {
  const all = [...objects.all()]
  const parts = all.flatMap(([id, type]) => {
    const bytes = objects.get(id)
    return [header(TYPES[type] ?? 0, bytes.byteLength), deflateSync(bytes)]
  })
  const start = Buffer.alloc(12)
  start.write('PACK')
  start.writeUInt32BE(2, 4)
  start.writeUInt32BE(all.length, 8)
  const pack = Buffer.concat([start, ...parts])
  const whole = Buffer.concat([pack, createHash('sha1').update(pack).digest()])
  execFileSync('git', ['index-pack', '--stdin'], {
    cwd: repository.root,
    input: whole,
    stdio: ['pipe', 'ignore', 'pipe']
  })
}

/** Seven bits of the size at a time; the first byte has the type and four. */
function header(type: number, size: number): Buffer {
  const bytes = [(type << 4) | (size & 15)]
  for (let rest = size >> 4; rest > 0; rest >>= 7) {
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) | 0x80
    bytes.push(rest & 127)
  }
  return Buffer.from(bytes)
}
