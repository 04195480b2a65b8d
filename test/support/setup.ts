import { startGitElsewhere } from './spawner.ts'

startGitElsewhere()
