import { keepHeapSmall } from './commands/keep-heap-small.ts'
import { main } from './commands/main.ts'

keepHeapSmall()
process.exitCode = await main(process.argv.slice(2))
