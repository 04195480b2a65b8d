import { IAM } from '@aws-sdk/client-iam'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { SCENARIOS } from './cases/index.ts'
import { INSTALL, pythonHas, startMoto, type Moto } from './python.ts'
import { expected, outcomes } from './run-scenario.ts'

const shared = SCENARIOS.filter((one) => one.motoGap === undefined)

describe.skipIf(!pythonHas('moto.server'))(`moto agrees with the local IAM (needs: ${INSTALL})`, () => {
  let moto: Moto
  let iam: IAM

  beforeAll(async () => {
    moto = await startMoto()
    const credentials = { accessKeyId: 'testing', secretAccessKey: 'testing' }
    iam = new IAM({ endpoint: moto.url, region: 'us-east-1', credentials, maxAttempts: 1 })
  })
  beforeEach(() => moto.reset())
  afterAll(() => moto.stop())

  test.each(shared)('$name', async (scenario) => {
    expect(await outcomes(iam, scenario)).toMatchObject(expected(scenario))
  })
})
