import type { ExplainView } from './explain-view.ts'
import { renderJson } from './json.ts'
import type { ExplainDocument } from './output/explain.ts'

/** What became of a subject's grants, as JSON. */
export function renderExplainJson({ grants }: ExplainView): string {
  const document: ExplainDocument = {
    format: 1,
    ok: true,
    grants: grants.map(({ grant, state, events }) => ({
      grant,
      state,
      events: events.map(({ at, event, text, links }) => ({
        at: at === '' ? null : at,
        event,
        text,
        links: [...links]
      }))
    }))
  }
  return renderJson(document)
}
