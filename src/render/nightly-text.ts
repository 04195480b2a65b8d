import { renderApplyText } from './apply-text.ts'
import { logLine } from './escape.ts'
import type { NightlyView } from './nightly-view.ts'
import { plural } from './report.ts'

/** What a night did, for people: what apply did, then pull requests and notices, those that stand as they did left out. */
export function renderNightlyText(view: NightlyView, colour: boolean): string {
  const { pulls, issues, notices } = view
  const news = pulls.filter(({ state }) => state !== 'unchanged')
  const lines = news.map(({ pull, branch, state, why }) => {
    const number = pull === null ? '' : ` #${pull}`
    return `  ${state}${number} ${logLine(branch)}${why === null ? '' : `: ${logLine(why)}`}`
  })
  const told = issues
    .filter(({ state }) => state !== 'unchanged')
    .map(
      ({ issue, person, system, state }) =>
        `  ${state} #${issue} ${person === null ? `about ${system ?? ''}` : `for ${person}`}`
    )
  const sum = `${plural(pulls.length, 'pull request')} of ours; ${plural(notices.length, 'person', 'people')} told what ends soon.`
  return `${renderApplyText(view, colour)}${[...lines, ...told, sum].join('\n')}\n`
}
