import { runAction } from './commands/action/run.ts'
import { keepHeapSmall } from './commands/keep-heap-small.ts'

keepHeapSmall()
process.exitCode = await runAction()
