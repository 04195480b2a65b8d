import type { Event } from '../../evidence/events.ts'
import { fileOfEvents } from '../../evidence/lines.ts'
import { eventsAt } from './events-at.ts'
import { tryGit } from './run.ts'

const FOLDER = 'events/grants/out-of-band/'

/** Something that was saved before it was taken away. */
export type SavedEvent = Extract<Event, { readonly event: 'saved' }>

/** What was saved under an id, with all events of its file; null: nothing was. `id` is twelve hex digits. */
export async function savedUnder(
  root: string,
  evidence: string,
  id: string
): Promise<{ readonly saved: SavedEvent; readonly events: readonly Event[] } | null> {
  if (!/^[0-9a-f]{12}$/u.test(id)) return null
  const found = await tryGit(root, ['grep', '-l', '-z', '-F', '-e', `"id":"${id}"`, evidence, '--', FOLDER])
  for (const name of found.stdout.toString('utf8').split('\0').filter(Boolean)) {
    const path = fileOfEvents(name.slice(name.indexOf(':') + 1))
    if (path === null) continue
    const events = await eventsAt(root, evidence, path)
    const saved = events.find((one) => one.event === 'saved' && one.id === id && one.grant === path)
    if (saved?.event === 'saved') return { saved, events }
  }
  return null
}

/** Ids of everything that was saved and may be asked for, newest last. */
export async function savedIds(root: string, evidence: string): Promise<readonly string[]> {
  const args = ['grep', '-h', '-o', '-E', '-e', '"id":"[0-9a-f]{12}"', evidence, '--', FOLDER]
  const { status, stdout } = await tryGit(root, args)
  if (status !== 0) return []
  return stdout
    .toString('utf8')
    .split('\n')
    .flatMap((line) => /"id":"([0-9a-f]{12})"/u.exec(line)?.[1] ?? [])
}
