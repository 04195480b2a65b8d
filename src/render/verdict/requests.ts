import { markdownCode, markdownText } from '../escape.ts'
import { folded, OPEN_ROWS } from '../plan-parts.ts'
import type { ShownRequest } from './view.ts'

const NAMES = 50

/** Why each grant is asked for, in the words of its file. Those that say the same stand together. */
export function requestSection(requests: readonly ShownRequest[], most: number): readonly string[] {
  if (requests.length === 0) return []
  const groups = new Map<string, ShownRequest[]>()
  for (const request of requests) {
    const { path: _path, subject: _subject, ...said } = request
    const key = JSON.stringify(said)
    groups.set(key, [...(groups.get(key) ?? []), request])
  }
  const all = [...groups.values()]
  const rows = all.slice(0, most).map(row)
  const more = all.length - rows.length
  const rest = [...rows.slice(OPEN_ROWS), ...(more > 0 ? [`- and ${more} more`] : [])]
  const open = rows.slice(0, OPEN_ROWS).join('\n')
  return ['#### Why it is asked for', open, ...folded(`${all.length - OPEN_ROWS} more`, rest)]
}

function row(requests: readonly ShownRequest[]): string {
  const [first] = requests
  if (!first) return ''
  const { entitlement, title, reason, ticket, ticketUrl, requester, task, incident } = first
  const names = requests.slice(0, NAMES).map(({ subject }) => `**${markdownText(subject)}**`)
  const others = requests.length > NAMES ? ` and ${requests.length - NAMES} more` : ''
  const what = `${markdownText(entitlement)}${title === null ? '' : ` (${markdownText(title)})`}`
  const facts = [
    ...(incident === null ? [] : [`incident ${markdownText(incident)}`]),
    ...(ticket === null ? [] : [ticketText(ticket, ticketUrl)]),
    ...(requester === null ? [] : [`asked for by ${markdownText(requester)}`]),
    ...(task === null ? [] : [`task ${markdownCode(task)}`])
  ]
  return `- ${names.join(', ')}${others}, ${what}: ${markdownText(reason)}${facts.length > 0 ? ` · ${facts.join(' · ')}` : ''}`
}

/** A link only where the address is one that no text of a file could have bent. */
function ticketText(ticket: string, url: string | null): string {
  const safe = url !== null && /^https:\/\/[A-Za-z0-9.:/_~%?&=#-]+$/u.test(url)
  return safe ? `ticket [${markdownText(ticket)}](${url})` : `ticket ${markdownText(ticket)}`
}
