import { dataTypeIds } from '@linkspan/core/connector'
import type { Harness } from './connector-fixture.ts'
import { describeBatches } from './describe-batches.ts'
import { describeChecks } from './describe-checks.ts'
import { describeHttp } from './describe-http.ts'
import { describeInbound } from './describe-inbound.ts'
import { describeSink } from './describe-sink.ts'
import { describeSource } from './describe-source.ts'
import { createSuites } from './suite.ts'

/**
 * What every connector promises, tried against a simulated ERP of its kind. The capabilities choose the suites: a connector that pulls,
 * pushes or receives must do so in its harness. Throws if it does not.
 */
export function describeConnector(harness: Harness): void {
  const { name, connector, pulls, pullsOverHttp, pushes } = harness
  for (const [direction, tried] of [
    ['pull', pulls],
    ['push', pushes],
  ] as const) {
    const offered = dataTypeIds.filter((dataType) => connector.capabilities[dataType]?.[direction])
    if (offered.length > 0 && tried.length === 0) throw new Error(`${name} can ${direction} ${offered.join(', ')}: let its harness try one`)
    const wrong = tried.filter((dataType) => !offered.includes(dataType))
    if (wrong.length > 0) throw new Error(`${name} does not ${direction} ${wrong.join(', ')}`)
  }

  const suites = createSuites(harness)
  const first = [...pulls, ...pushes][0]
  if (first === undefined) throw new Error(`${name} neither pulls nor pushes`)
  suites.describe(`${name}, checks`, first, describeChecks)
  if (connector.receive) suites.describe(`${name}, inbound`, first, describeInbound)
  for (const dataType of pulls) suites.describe(`${name}, pull of ${dataType}`, dataType, describeSource)
  for (const dataType of pullsOverHttp) suites.describe(`${name}, pull of ${dataType} over HTTP`, dataType, describeHttp)
  for (const dataType of pushes) suites.describe(`${name}, push of ${dataType}`, dataType, describeSink)
  if (harness.batchSettings) for (const dataType of pushes) suites.describe(`${name}, batches of ${dataType}`, dataType, describeBatches)
  suites.end()
}
