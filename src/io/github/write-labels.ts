import { z } from 'zod'
import type { GitHub, Reading } from './github.ts'
import { pages } from './pages.ts'
import { ask, send } from './read.ts'

/** A label of ours. */
export interface Label {
  readonly name: string
  /** Six hexadecimal digits. */
  readonly color: string
  readonly description: string
}

const label = z.object({ name: z.string() })

/**
 * Of `ours`, a pull request carries exactly `wanted` afterwards; labels that aren't ours are left alone. Returns whether
 * anything was written.
 */
export async function writeLabels(
  github: GitHub,
  number: number,
  ours: readonly Label[],
  wanted: ReadonlySet<string>
): Promise<Reading<boolean>> {
  const what = `labels of #${number}`
  const listed = await pages(github, {
    what,
    route: 'GET /repos/{owner}/{repo}/issues/{issue_number}/labels',
    item: label,
    parameters: { issue_number: number }
  })
  if (!listed.ok) return listed
  // GitHub tells labels apart regardless of case.
  const standing = new Set(listed.value.map(({ name }) => name.toLowerCase()))
  const added = ours.filter(({ name }) => wanted.has(name) && !standing.has(name.toLowerCase()))
  const removed = ours.filter(({ name }) => !wanted.has(name) && standing.has(name.toLowerCase()))
  for (const each of added) {
    const there = await ensureLabel(github, each)
    if (!there.ok) return there
  }
  if (added.length > 0) {
    const sent = await send(github, what, 'POST /repos/{owner}/{repo}/issues/{issue_number}/labels', {
      issue_number: number,
      labels: added.map(({ name }) => name)
    })
    if (!sent.ok) return sent
  }
  for (const { name } of removed) {
    const sent = await send(
      github,
      what,
      'DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}',
      { issue_number: number, name },
      [404]
    )
    if (!sent.ok) return sent
  }
  return { ok: true, value: added.length + removed.length > 0 }
}

async function ensureLabel(github: GitHub, { name, color, description }: Label): Promise<Reading<unknown>> {
  const what = `label ${name}`
  const asked = await ask(github, what, 'GET /repos/{owner}/{repo}/labels/{name}', { name })
  if (asked.kind === 'gap') return { ok: false, gap: asked.gap }
  if (asked.kind === 'found') return { ok: true, value: null }
  // 422: somebody made it meanwhile.
  return send(github, what, 'POST /repos/{owner}/{repo}/labels', { name, color, description }, [422])
}
