import { githubOf } from './actor.ts'
import { REPOSITORY } from './forge-world.ts'
import type { Stage } from './stage.ts'

/** Where everything is while it keeps running: the clone, the addresses, what to set, and a few things to try. */
export function whereToLook(stage: Stage): string {
  const { api, git } = githubOf(stage.sandbox)
  const set = Object.entries(stage.environment()).map(([name, value]) =>
    name === 'GRANTBOOK_SIGNING_KEY'
      ? `export ${name}="$(cat ${stage.root}/apply.pem)"`
      : `export ${name}='${value}'`
  )
  return `
Everything is still running. Ctrl-C ends it and removes the clone.

  clone        ${stage.root}
  repository   ${git}/${REPOSITORY}.git
  GitHub API   ${api}/repos/${REPOSITORY}/pulls/1
  clock, calls ${stage.sandbox.control}

To use the command line there:

  ${set.join('\n  ')}
  npx grantbook explain dave --root ${stage.root}
  git -C ${stage.root} log --show-signature origin/evidence
  curl -H "authorization: Bearer $GITHUB_TOKEN" ${api}/repos/${REPOSITORY}/pulls/1/reviews
`
}
