import type { Route } from './route.ts'
import { actionsSettingsRoutes } from './routes/actions-settings.ts'
import { appRoutes } from './routes/apps.ts'
import { branchProtectionRoutes } from './routes/branch-protection.ts'
import { branchRoutes } from './routes/branches.ts'
import { checkRunRoutes } from './routes/check-runs.ts'
import { checkSuiteRoutes } from './routes/check-suites.ts'
import { codeownersErrorRoutes } from './routes/codeowners-errors.ts'
import { collaboratorRoutes } from './routes/collaborators.ts'
import { commentRoutes } from './routes/comments.ts'
import { commitRoutes } from './routes/commits.ts'
import { contentRoutes } from './routes/contents.ts'
import { deploymentRoutes } from './routes/deployments.ts'
import { dismissalRoutes } from './routes/dismissals.ts'
import { environmentRoutes } from './routes/environments.ts'
import { gitObjectRoutes } from './routes/git-objects.ts'
import { gitRefRoutes } from './routes/git-refs.ts'
import { issueLabelRoutes } from './routes/issue-labels.ts'
import { issueRoutes } from './routes/issues.ts'
import { labelRoutes } from './routes/labels.ts'
import { mergeRoutes } from './routes/merging.ts'
import { metaRoutes } from './routes/meta.ts'
import { organizationRoutes } from './routes/organizations.ts'
import { pullRoutes } from './routes/pulls.ts'
import { repositoryRoutes } from './routes/repositories.ts'
import { requestedReviewerRoutes } from './routes/requested-reviewers.ts'
import { reviewRoutes } from './routes/reviews.ts'
import { ruleSuiteRoutes } from './routes/rule-suites.ts'
import { rulesetRoutes } from './routes/rulesets.ts'
import { searchRoutes } from './routes/search.ts'
import { secretRoutes } from './routes/secrets.ts'
import { statusRoutes } from './routes/statuses.ts'
import { teamChangeRoutes } from './routes/team-changes.ts'
import { teamRepositoryRoutes } from './routes/team-repositories.ts'
import { teamRoutes } from './routes/teams.ts'
import { timelineRoutes } from './routes/timeline.ts'
import { userRoutes } from './routes/users.ts'
import { workflowRunRoutes } from './routes/workflow-runs.ts'

/** Every route of the forge. */
export const ROUTES: readonly Route[] = [
  ...actionsSettingsRoutes,
  ...appRoutes,
  ...branchProtectionRoutes,
  ...branchRoutes,
  ...checkRunRoutes,
  ...checkSuiteRoutes,
  ...codeownersErrorRoutes,
  ...collaboratorRoutes,
  ...commentRoutes,
  ...commitRoutes,
  ...contentRoutes,
  ...deploymentRoutes,
  ...dismissalRoutes,
  ...environmentRoutes,
  ...gitObjectRoutes,
  ...gitRefRoutes,
  ...issueLabelRoutes,
  ...issueRoutes,
  ...labelRoutes,
  ...mergeRoutes,
  ...metaRoutes,
  ...organizationRoutes,
  ...pullRoutes,
  ...repositoryRoutes,
  ...requestedReviewerRoutes,
  ...reviewRoutes,
  ...ruleSuiteRoutes,
  ...rulesetRoutes,
  ...searchRoutes,
  ...secretRoutes,
  ...statusRoutes,
  ...teamChangeRoutes,
  ...teamRepositoryRoutes,
  ...teamRoutes,
  ...timelineRoutes,
  ...userRoutes,
  ...workflowRunRoutes
]
