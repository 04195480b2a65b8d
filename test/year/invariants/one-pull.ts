import { APP } from '../world.ts'
import type { Year } from '../year.ts'
import type { Invariant } from './index.ts'

/** There is never a second pull request, nor a second issue, for one thing. */
export const onePull: Invariant = {
  name: 'one pull request for one thing',
  check: (year) => {
    const wrong: string[] = []
    const heads = new Map<string, number>()
    const files = new Map<string, number>()
    for (const { issue, pull } of year.hands.openPulls()) {
      const { headRef, number } = pull
      if (heads.has(headRef)) wrong.push(`#${number} and #${String(heads.get(headRef))} come from ${headRef}`)
      heads.set(headRef, number)
      if (issue.app === null) continue
      for (const path of Object.keys(year.hands.changes(pull))) {
        if (files.has(path)) wrong.push(`#${number} and #${String(files.get(path))} both change ${path}`)
        files.set(path, number)
      }
    }
    return [...wrong, ...doubled(year)]
  }
}

function doubled({ hands, scene }: Year): readonly string[] {
  const app = [...scene.forge.state.apps.values()].find(({ slug }) => slug === APP)
  const subjects = [...hands.repository.issues.values()].flatMap(({ app: by, body, number, state, title }) =>
    by === app?.id && state === 'open' && !hands.repository.pulls.has(number)
      ? [/<!-- grantbook:about (\S+) -->/u.exec(body ?? '')?.[1] ?? title]
      : []
  )
  return subjects.filter((one, at) => subjects.indexOf(one) !== at).map((one) => `two open issues for ${one}`)
}
