import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Finding } from './finding.ts'
import { isMet, ratioOf } from './finding.ts'
import { describeMachine } from './machine.ts'
import type { Measurement } from './measurement.ts'
import { apiCosts } from './measurements/api-costs.ts'
import { connectorCalls } from './measurements/connector-calls.ts'
import { durable } from './measurements/durable.ts'
import { filesBySftp } from './measurements/files-by-sftp.ts'
import { firstPage } from './measurements/first-page.ts'
import { jobOverhead } from './measurements/job-overhead.ts'
import { logReading } from './measurements/log-reading.ts'
import { manySchedules } from './measurements/many-schedules.ts'
import { memory } from './measurements/memory.ts'
import { moreWorkers } from './measurements/more-workers.ts'
import { pushOrders } from './measurements/push-orders.ts'
import { slowPages } from './measurements/slow-pages.ts'
import { smallBesideLarge } from './measurements/small-beside-large.ts'
import { syncThroughput } from './measurements/sync-throughput.ts'
import { takeOver } from './measurements/take-over.ts'
import { tracing } from './measurements/tracing.ts'
import { triggerRate } from './measurements/trigger-rate.ts'
import { waitingBehindMany } from './measurements/waiting-behind-many.ts'
import { median, spread } from './statistics.ts'
import { resultTable } from './table.ts'

const measurements: Readonly<Record<string, Measurement>> = {
  a: syncThroughput,
  b: triggerRate,
  c: jobOverhead,
  d: memory,
  e: logReading,
  f: firstPage,
  g: moreWorkers,
  h: durable,
  i: takeOver,
  j: waitingBehindMany,
  k: smallBesideLarge,
  l: pushOrders,
  m: filesBySftp,
  n: connectorCalls,
  o: slowPages,
  p: apiCosts,
  q: manySchedules,
  t: tracing,
}

const root = join(import.meta.dirname, '..')

const say = (line: string): void => void process.stderr.write(`${line}\n`)

const forRecord = (finding: Finding) => ({
  ...finding,
  ratio: ratioOf(finding),
  met: isMet(finding),
  median: median(finding.product.rounds),
  spread: spread(finding.product.rounds),
  ...(finding.baseline && { baselineMedian: median(finding.baseline.rounds), baselineSpread: spread(finding.baseline.rounds) }),
})

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { quick: { type: 'boolean', default: false }, rounds: { type: 'string', default: '3' } },
  })
  const letters = positionals.length > 0 ? positionals : Object.keys(measurements)
  const rounds = Number(values.rounds)
  execFileSync('node_modules/.bin/tsc', ['-b', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' })
  const findings: Record<string, readonly Finding[]> = {}
  const record: object[] = []
  for (const letter of letters) {
    const measurement = measurements[letter]
    if (!measurement) throw new Error(`There is no measurement "${letter}", only ${Object.keys(measurements).join(', ')}`)
    say(`${letter}  ${measurement.title} …`)
    const begun = performance.now()
    const result = await measurement.run({ rounds, size: (whole, quick) => (values.quick ? quick : whole) })
    const seconds = Math.round((performance.now() - begun) / 1000)
    findings[letter] = result.findings
    record.push({ letter, title: measurement.title, seconds, sizes: { rounds, ...result.sizes }, findings: result.findings.map(forRecord) })
  }
  process.stdout.write(`${resultTable(findings)}\n`)

  const date = new Date().toISOString()
  const folder = join(root, 'bench/results')
  const file = join(folder, `${date.replaceAll(':', '-').slice(0, 19)}.json`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, `${JSON.stringify({ date, quick: values.quick, ...describeMachine(), measurements: record }, null, 2)}\n`)
  say(`Saved in ${file}`)
}

main().then(
  () => process.exit(0),
  (error: Error) => {
    say(error.stack ?? error.message)
    process.exit(1)
  },
)
