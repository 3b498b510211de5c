import { randomBytes } from 'node:crypto'
import type { ERPSyncLog } from '@linkspan/core'
import { type Client, createClient } from './sandbox/client.ts'
import { createProject, docker, healthy, inspect, type Project, type Stop, stop } from './sandbox/compose.ts'
import { portNear } from './sandbox/processes.ts'
import { connect, connectAndTest, isOn, logOf, proven, startSync } from './sandbox/syncs.ts'
import { green, red, say, step, table } from './sandbox/terminal.ts'
import { demand, until } from './sandbox/until.ts'

const [composeCommand = 'docker compose', askedRecords = '30000'] = process.argv.slice(2)
const records = Number(askedRecords)
const workers = 3
const makeBeforeTheFall = 20
const provesNothing = 'A sync ended too early, which proves nothing: ask for more records.'

/** Nobody is root or has capabilities, and nothing of the image can be changed. */
async function confined(project: Project): Promise<void> {
  for (const id of await project.containers('redis', 'api', 'worker', 'erp-rest', 'erp-sap')) {
    const name = await inspect(id, '{{.Name}}')
    demand((await docker('exec', id, 'id', '-u')) !== '0', `${name} runs as root`)
    const capabilities = await docker('exec', id, 'sed', '-n', 's/^CapEff:\\s*//p', '/proc/1/status')
    demand(/^0+$/.test(capabilities), `${name} has the capabilities ${capabilities}`)
    const writes = 'for folder in / /app /etc /usr/local/bin; do if touch "$folder/written" 2>/dev/null; then echo "$folder"; fi; done'
    demand((await docker('exec', id, 'sh', '-c', writes)) === '', `${name} can write to its image`)
  }
}

/** One worker after the other, each one healthy again before the next one stops: an upgrade as an operator does it. */
async function restartWorkers(project: Project): Promise<readonly Stop[]> {
  const stops: Stop[] = []
  for (const id of await project.containers('worker')) {
    stops.push(...(await stop([id])))
    await docker('start', id)
    await healthy(id)
  }
  return endedWell(stops)
}

function endedWell(stops: readonly Stop[]): readonly Stop[] {
  const bad = stops.filter(({ exitCode }) => exitCode !== '0')
  demand(bad.length === 0, `Not all ended with 0: ${JSON.stringify(bad)}`)
  return stops
}

/** Makes connections until Redis is gone. All whose making was answered, and all records that were counted, must be there when it is back. */
async function killRedis(project: Project, client: Client, log: ERPSyncLog): Promise<void> {
  const [redis = ''] = await project.containers('redis')
  const made: string[] = []
  let before = log
  const untilItIsAway = async () => {
    for (;;) {
      made.push(await connect(client, `Before the fall ${made.length}`, 'rest'))
      before = await logOf(client, log)
    }
  }
  const away = untilItIsAway().catch(() => {})
  await until('some connections are made', async () => made.length >= makeBeforeTheFall)
  await docker('kill', redis)
  await away
  await docker('start', redis)
  await healthy(redis)
  const answers = () => logOf(client, log).then(Boolean, () => false)
  await until('the API reaches Redis again', answers)
  const after = await logOf(client, log)
  demand(after.recordsRead >= before.recordsRead, `${before.recordsRead} records were counted, and ${after.recordsRead} are left of them`)
  for (const id of made) await client.call('GET', `/erp/connections/${id}`)
  say(`  ${made.length} connections and ${before.recordsRead} records were acknowledged before, and all are there`)
}

const show = (stops: readonly Stop[]): void =>
  table(
    ['container', 'stopped in', 'exit code'],
    stops.map(({ container, seconds, exitCode }) => [container.slice(1), `${seconds.toFixed(1)} s`, exitCode]),
  )

async function story(project: Project, client: Client, version: string): Promise<void> {
  await step('Images built', () => project.compose('build'))
  const bytes = Number(await inspect(`linkspan:${version}`, '{{.Size}}'))
  say(`  linkspan: ${Math.round(bytes / 1e6)} MB with its base`)

  const up = async () => {
    await project.compose('up', '--detach', '--no-build', '--scale', `worker=${workers}`)
    for (const id of await project.containers('redis', 'api', 'worker')) await healthy(id)
  }
  await step('Redis, the API, three workers and two ERPs are up, and healthy', up)
  await step('Nobody is root or has capabilities, no image can be written to', () => confined(project))

  const connections = await step('Three connections, each of them tested', () =>
    Promise.all([connectAndTest(client, 'Shop', 'rest'), connectAndTest(client, 'Outlet', 'rest'), connectAndTest(client, 'Plant', 'sap')]),
  )
  const begun = performance.now()
  const logs = await Promise.all(connections.map((id) => startSync(client, id)))
  show(await step('Each worker restarted, one after the other, in mid-sync', () => restartWorkers(project)))
  demand((await Promise.all(logs.map((log) => logOf(client, log)))).every(isOn), provesNothing)
  await step(`Three times ${records} products, each of them once`, () => Promise.all(logs.map((log) => proven(client, log, records))))
  say(`  ${Math.round((3 * records * 1000) / (performance.now() - begun))} records a second, restarts included`)

  const last = await startSync(client, await connectAndTest(client, 'Warehouse', 'rest'))
  await step('Redis killed in mid-sync, and back', () => killRedis(project, client, last))
  demand(isOn(await logOf(client, last)), provesNothing)
  show(await step('All stopped at once in mid-sync', async () => endedWell(await stop(await project.containers('api', 'worker')))))
  await step(`Started again: ${records} products, each of them once`, async () => {
    await up()
    await proven(client, last, records)
  })
}

async function main(): Promise<void> {
  const secret = randomBytes(18).toString('base64url')
  const port = await portNear(3100)
  const version = `tried-${process.pid}`
  const env = {
    PORT: String(port),
    DEMO_REST_PORT: String(await portNear(4110)),
    DEMO_SAP_PORT: String(await portNear(4111)),
    DEMO_RECORDS: String(records),
    DEMO_LATENCY: '200',
    OUTBOUND_ALLOW_PRIVATE: 'true',
    ENCRYPTION_KEYS: `tried:${randomBytes(32).toString('base64')}`,
    API_KEYS: `tried:admin:${secret}`,
  }
  const interrupted = new Promise<never>((_, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => reject(new Error('Interrupted')))
  })
  await using project = createProject(composeCommand, version, env)
  await Promise.race([story(project, createClient(`http://127.0.0.1:${port}/api/v1`, secret), version), interrupted])
  say(green('All went well. Taking it down.'))
}

main().then(
  () => process.exit(0),
  (error) => {
    say(red(error instanceof Error ? error.message : String(error)))
    process.exit(1)
  },
)
