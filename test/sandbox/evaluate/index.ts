import type { Case } from './case.ts'
import { conditions } from './conditions.ts'
import { dates } from './dates.ts'
import { limits } from './limits.ts'
import { plain } from './plain.ts'
import { trusts } from './trusts.ts'
import { variables } from './variables.ts'

/** Every question that the evaluator is held to. */
export const CASES: readonly Case[] = [...plain, ...limits, ...dates, ...conditions, ...variables, ...trusts]
