import { ApiError, notFound } from '../error.ts'
import { ok, type Context, type Reply, type Route } from '../route.ts'
import { showApp } from '../shapes/app.ts'
import { findApp } from '../state.ts'

/** Apps. Their installations as an App itself sees them take a JSON web token of the App's key, which the forge has none of. */
export const appRoutes: readonly Route[] = [
  { method: 'GET', path: '/apps/{app_slug}', operation: 'apps/get-by-slug', kind: 'read', handle: get },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/installation',
    operation: 'apps/get-repo-installation',
    kind: 'read',
    handle: refuse
  },
  {
    method: 'GET',
    path: '/orgs/{org}/installation',
    operation: 'apps/get-org-installation',
    kind: 'read',
    handle: refuse
  }
]

function get(context: Context): Reply {
  const app = findApp(context.state, context.params['app_slug'] ?? '')
  if (!app) throw notFound()
  return ok(showApp(context, app.id))
}

function refuse(): Reply {
  throw new ApiError(401, 'A JSON web token could not be decoded')
}
