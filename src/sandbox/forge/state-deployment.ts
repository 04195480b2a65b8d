import type { Instant } from '../../book/instant.ts'

/** What a deployment was said to be at one time. */
export interface DeploymentStatus {
  readonly id: number
  readonly state: 'error' | 'failure' | 'inactive' | 'in_progress' | 'queued' | 'pending' | 'success'
  readonly description: string
  readonly creator: number
  readonly at: Instant
}

/** One deployment of a commit to an environment. */
export interface Deployment {
  readonly id: number
  readonly sha: string
  readonly ref: string
  readonly task: string
  readonly environment: string
  readonly description: string | null
  readonly creator: number
  readonly created: Instant
  /** Oldest first. */
  readonly statuses: DeploymentStatus[]
}

/** One run of a workflow. Nobody makes one through the API: Actions does. */
export interface WorkflowRun {
  readonly id: number
  readonly number: number
  readonly name: string
  readonly sha: string
  readonly branch: string
  readonly actor: number
  status: 'queued' | 'in_progress' | 'completed'
  conclusion: string | null
  readonly created: Instant
  updated: Instant
}
