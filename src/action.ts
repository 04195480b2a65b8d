import { runAction } from './commands/action/run.ts'

process.exitCode = await runAction()
