import { COMMANDS } from '../../src/commands/registry.ts'
import { dispatch } from '../../src/commands/dispatch.ts'
import { withLocalApply } from './local-ports.ts'

// The command line as a process of its own, with an apply that needs no forge: see local-ports.ts.
process.exitCode = await dispatch(withLocalApply(COMMANDS, 'approved'), process.argv.slice(2))
