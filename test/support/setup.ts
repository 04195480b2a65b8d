import { startGitElsewhere } from './spawner.ts'
import { endZeroTimersAtOnce } from './timers.ts'

startGitElsewhere()
endZeroTimersAtOnce()
