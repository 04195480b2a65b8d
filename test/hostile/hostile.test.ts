import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { Told } from '../book/judge.ts'
import { HOSTILE } from './cases.ts'

interface Report {
  readonly results: readonly { readonly name: string; readonly told: readonly Told[]; readonly milliseconds: number }[]
  readonly peakBytes: number
}

const child = spawnSync(process.execPath, ['--max-old-space-size=160', '--import', 'tsx', fileURLToPath(new URL('child.ts', import.meta.url))], {
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024
})
const report: Report = child.status === 0 ? (JSON.parse(child.stdout) as Report) : { results: [], peakBytes: 0 }
const byName = new Map(report.results.map(result => [result.name, result]))

describe('hostile files', () => {
  it('are read to the end by one process with little memory, without a word of its own', () => {
    expect([child.status, child.stderr]).toEqual([0, ''])
    expect(report.peakBytes).toBeLessThan(300 * 1024 * 1024)
  })

  it('are at least 150, each with a name of its own', () => {
    expect(HOSTILE.length).toBeGreaterThanOrEqual(150)
    expect(new Set(HOSTILE.map(file => file.name)).size).toBe(HOSTILE.length)
  })

  it.each(HOSTILE.map(file => [file.name, file] as const))('%s', (name, { first }) => {
    const result = byName.get(name)
    const [told] = result?.told ?? []
    expect(told ? `${told.code} ${told.line}:${told.column}` : 'accepted').toBe(first)
    expect(result?.milliseconds).toBeLessThan(1000)
    for (const { message, fix } of result?.told ?? []) {
      // One line each, bounded, nothing that a terminal would act on, no trace of a program.
      expect(`${message} ${fix}`).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|\n\s+at |undefined|\[object/u)
      expect(message.length).toBeLessThan(500)
    }
    expect(result?.told.length).toBeLessThanOrEqual(50)
  })
})
