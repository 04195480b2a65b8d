import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A repository of its own for one test; removed by `remove()`. Commits are made at a fixed time, a minute apart. */
export class Scratch {
  readonly root: string
  #minute = 0

  constructor(options: { readonly git?: boolean } = {}) {
    this.root = mkdtempSync(join(tmpdir(), 'grantbook-test-'))
    if (options.git !== false) this.git('init', '-q', '-b', 'main')
  }

  git(...args: string[]): string {
    const date = new Date(Date.UTC(2026, 0, 1, 0, this.#minute)).toISOString()
    return execFileSync(
      'git',
      ['-C', this.root, '-c', 'user.name=Acme', '-c', 'user.email=acme@acme.example', ...args],
      {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date }
      }
    )
  }

  /** Writes files; null removes one. */
  write(files: Readonly<Record<string, string | Uint8Array | null>>): void {
    for (const [path, content] of Object.entries(files)) {
      const file = join(this.root, path)
      mkdirSync(dirname(file), { recursive: true })
      if (content === null) rmSync(file)
      else writeFileSync(file, content)
    }
  }

  /** Writes files and commits everything; returns the commit's id. */
  commit(files: Readonly<Record<string, string | Uint8Array | null>>): string {
    this.write(files)
    this.#minute++
    this.git('add', '-A')
    this.git('commit', '-q', '--allow-empty', '-m', `step ${this.#minute}`)
    return this.git('rev-parse', 'HEAD').trim()
  }

  /** A merge commit of a branch into the one checked out. */
  merge(branch: string): string {
    this.#minute++
    this.git('merge', '-q', '--no-ff', '-m', `merge ${branch}`, branch)
    return this.git('rev-parse', 'HEAD').trim()
  }

  /** Start of the n-th commit's minute. */
  static at(n: number): number {
    return Date.UTC(2026, 0, 1, 0, n)
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true })
  }
}
