import type { Book } from '../../src/book/book.ts'
import type { World } from '../../src/sandbox/world.ts'

/** The governed repository, as Acme's settings name it. */
export const REPOSITORY = 'acme/access'
/** Acme's GitHub App. */
export const APP = 'grantbook-acme'
/** Who may push past the rules of the default branch: there always is somebody. */
export const ADMIN = 'heidi'

const TEAMS: Readonly<Record<string, readonly string[]>> = {
  'access-governance': ['frank', 'heidi', 'olivia'],
  security: ['erin', 'heidi'],
  billing: ['alice', 'bob', 'carol'],
  finance: ['alice', 'carol', 'grace'],
  platform: ['dave', 'erin', 'frank'],
  data: ['ivan', 'kim'],
  privacy: ['erin', 'olivia'],
  support: ['judy', 'niaj'],
  'internal-audit': ['olivia'],
  'on-call': ['dave', 'frank']
}

/** Acme on GitHub: everybody with a GitHub account in the book, the teams that own things, one App, one empty repository. */
export function forgeWorld(book: Book): Omit<World, 'now' | 'aws'> {
  return {
    organization: 'acme',
    users: [...book.people.values()].flatMap(({ data }) =>
      data.github === undefined || data.githubId === undefined
        ? []
        : [{ login: data.github, id: data.githubId, email: data.email, name: data.name }]
    ),
    apps: [{ slug: APP }],
    teams: Object.entries(TEAMS).map(([slug, members]) => ({ slug, members: members.map(login) })),
    repositories: [
      {
        name: 'access',
        write: Object.keys(TEAMS),
        admin: [login(ADMIN)],
        protection: {
          reviews: 1,
          codeOwners: true,
          dismissStale: true,
          lastPush: true,
          bypass: [login(ADMIN)]
        }
      }
    ]
  }
}

function login(person: string): string {
  return `${person}-acme`
}
