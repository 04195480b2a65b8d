import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { freemem, tmpdir } from 'node:os'
import { join } from 'node:path'

const MEMORY = '/dev/shm'
const NAME = 'grantbook-tests-'
/** What all tests together never come near (bytes). */
const ROOM = 6 * 1024 ** 3

/**
 * Where tests put their files: in memory, where there is room and programs may be run, because they make and delete some
 * hundred thousand; else where the system puts such files. It goes with this process; what a killed one left goes first.
 */
export function temporaryFolder(): string {
  try {
    for (const name of readdirSync(MEMORY))
      if (name.startsWith(NAME) && !existsSync(`/proc/${name.slice(NAME.length)}`))
        rmSync(join(MEMORY, name), { recursive: true, force: true })
    const { bavail, bsize } = statfsSync(MEMORY)
    if (Math.min(bavail * bsize, freemem()) < ROOM) return tmpdir()
    const folder = join(MEMORY, `${NAME}${process.pid}`)
    mkdirSync(folder, { recursive: true })
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
    return runsPrograms(folder) ? folder : tmpdir()
  } catch {
    return tmpdir()
  }
}

function runsPrograms(folder: string): boolean {
  const file = join(folder, 'program')
  writeFileSync(file, '#!/bin/sh\nexit 7\n')
  chmodSync(file, 0o700)
  return spawnSync(file).status === 7
}
