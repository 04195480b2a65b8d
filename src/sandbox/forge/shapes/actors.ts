import type { ActorList } from '../state-repository.ts'
import { showActor, type Scene, type Shape } from './account.ts'
import { showApp } from './app.ts'
import { showTeam } from './team.ts'

/** The people, teams and Apps of a restriction. */
export function showActors(scene: Scene, list: ActorList): Shape {
  return {
    users: list.users.map((id) => showActor(scene, id)),
    teams: list.teams.flatMap((id) => {
      const team = scene.state.teams.get(id)
      return team ? [showTeam(scene, team)] : []
    }),
    apps: list.apps.map((id) => showApp(scene, id)).filter((app) => app !== null)
  }
}
