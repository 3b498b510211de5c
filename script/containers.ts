import { randomBytes } from 'node:crypto'
import type { ERPSyncLog } from '@linkspan/core'
import { type Client, createClient } from './sandbox/client.ts'
import { createProject, docker, healthy, inspect, type Project, type Stop, stop } from './sandbox/compose.ts'
import { portNear } from './sandbox/processes.ts'
import { connect, connectAndTest, isRunning, logOf, proveSuccess, startSync } from './sandbox/syncs.ts'
import { green, red, say, step, table } from './sandbox/terminal.ts'
import { assert, until } from './sandbox/until.ts'

const [composeCommand = 'docker compose', askedRecords = '30000'] = process.argv.slice(2)
const records = Number(askedRecords)
const workers = 3
const connectionsBeforeKill = 20
const tooEarly = 'A sync ended too early, so the test proves nothing: use more records.'

/** Checks that no process is root or has capabilities, and that the image is read-only. */
async function checkConfinement(project: Project): Promise<void> {
  for (const id of await project.containers('redis', 'api', 'worker', 'erp-rest', 'erp-sap')) {
    const name = await inspect(id, '{{.Name}}')
    assert((await docker('exec', id, 'id', '-u')) !== '0', `${name} runs as root`)
    const capabilities = await docker('exec', id, 'sed', '-n', 's/^CapEff:\\s*//p', '/proc/1/status')
    assert(/^0+$/.test(capabilities), `${name} has the capabilities ${capabilities}`)
    const writes = 'for folder in / /app /etc /usr/local/bin; do if touch "$folder/written" 2>/dev/null; then echo "$folder"; fi; done'
    assert((await docker('exec', id, 'sh', '-c', writes)) === '', `${name} can write to its image`)
  }
}

/** Runs the command in a container of the API: what it exports is what it plans with. */
async function checkCommand(project: Project): Promise<void> {
  const [api = ''] = await project.containers('api')
  const shell = 'export LINKSPAN_API_KEY=$(echo "$API_KEYS" | cut -d: -f3) && linkspan export /tmp/all.yaml && linkspan plan /tmp/all.yaml'
  const answer = await docker('exec', api, 'sh', '-c', shell)
  assert(answer.startsWith('Nothing to do'), `linkspan said: ${answer}`)
}

/** A rolling restart: stops one worker after the other, each only when the previous one is healthy again. */
async function restartWorkers(project: Project): Promise<readonly Stop[]> {
  const stops: Stop[] = []
  for (const id of await project.containers('worker')) {
    stops.push(...(await stop([id])))
    await docker('start', id)
    await healthy(id)
  }
  return requireCleanExits(stops)
}

function requireCleanExits(stops: readonly Stop[]): readonly Stop[] {
  const bad = stops.filter(({ exitCode }) => exitCode !== '0')
  assert(bad.length === 0, `Not all containers exited with 0: ${JSON.stringify(bad)}`)
  return stops
}

/** Creates connections until Redis is killed. Afterwards all acknowledged connections and all counted records must still be there. */
async function killRedis(project: Project, client: Client, log: ERPSyncLog): Promise<void> {
  const [redis = ''] = await project.containers('redis')
  const made: string[] = []
  let before = log
  const createUntilDown = async () => {
    for (;;) {
      made.push(await connect(client, `Before the kill ${made.length}`, 'rest'))
      before = await logOf(client, log)
    }
  }
  const creating = createUntilDown().catch(() => {})
  await until('some connections are created', async () => made.length >= connectionsBeforeKill)
  await docker('kill', redis)
  await creating
  await docker('start', redis)
  await healthy(redis)
  const answers = () => logOf(client, log).then(Boolean, () => false)
  await until('the API reaches Redis again', answers)
  const after = await logOf(client, log)
  assert(after.recordsRead >= before.recordsRead, `${before.recordsRead} records were counted, but only ${after.recordsRead} are left`)
  for (const id of made) await client.call('GET', `/erp/connections/${id}`)
  say(`  ${made.length} connections and ${before.recordsRead} records were acknowledged before, and all are still there`)
}

const show = (stops: readonly Stop[]): void =>
  table(
    ['container', 'stopped in', 'exit code'],
    stops.map(({ container, seconds, exitCode }) => [container.slice(1), `${seconds.toFixed(1)} s`, exitCode]),
  )

async function runTest(project: Project, client: Client, version: string): Promise<void> {
  await step('Images built', () => project.compose('build'))
  const bytes = Number(await inspect(`linkspan:${version}`, '{{.Size}}'))
  say(`  linkspan: ${Math.round(bytes / 1e6)} MB with its base`)

  const up = async () => {
    await project.compose('up', '--detach', '--no-build', '--scale', `worker=${workers}`)
    for (const id of await project.containers('redis', 'api', 'worker')) await healthy(id)
  }
  await step('Redis, the API, three workers and two ERPs are up and healthy', up)
  await step('No process is root or has capabilities, and the images are read-only', () => checkConfinement(project))

  const connections = await step('Three connections, created and tested', () =>
    Promise.all([connectAndTest(client, 'Shop', 'rest'), connectAndTest(client, 'Outlet', 'rest'), connectAndTest(client, 'Plant', 'sap')]),
  )
  await step('The command linkspan exports them, and finds nothing to do', () => checkCommand(project))
  const begun = performance.now()
  const logs = await Promise.all(connections.map((id) => startSync(client, id)))
  show(await step('Each worker restarted during the syncs, one after the other', () => restartWorkers(project)))
  assert((await Promise.all(logs.map((log) => logOf(client, log)))).every(isRunning), tooEarly)
  await step(`Three times ${records} products, each exactly once`, () => Promise.all(logs.map((log) => proveSuccess(client, log, records))))
  say(`  ${Math.round((3 * records * 1000) / (performance.now() - begun))} records per second, restarts included`)

  const last = await startSync(client, await connectAndTest(client, 'Warehouse', 'rest'))
  await step('Redis killed during a sync, and started again', () => killRedis(project, client, last))
  assert(isRunning(await logOf(client, last)), tooEarly)
  show(
    await step('Everything stopped at once during a sync', async () =>
      requireCleanExits(await stop(await project.containers('api', 'worker'))),
    ),
  )
  await step(`Started again: ${records} products, each exactly once`, async () => {
    await up()
    await proveSuccess(client, last, records)
  })
}

async function main(): Promise<void> {
  const secret = randomBytes(18).toString('base64url')
  const port = await portNear(3100)
  const version = `tested-${process.pid}`
  const env = {
    PORT: String(port),
    DEMO_REST_PORT: String(await portNear(4110)),
    DEMO_SAP_PORT: String(await portNear(4111)),
    DEMO_RECORDS: String(records),
    DEMO_LATENCY: '200',
    OUTBOUND_ALLOW_PRIVATE: 'true',
    ENCRYPTION_KEYS: `tested:${randomBytes(32).toString('base64')}`,
    API_KEYS: `tested:admin:${secret}`,
  }
  const interrupted = new Promise<never>((_, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => reject(new Error('Interrupted')))
  })
  await using project = createProject(composeCommand, version, env)
  await Promise.race([runTest(project, createClient(`http://127.0.0.1:${port}/api/v1`, secret), version), interrupted])
  say(green('All tests passed. Taking everything down.'))
}

main().then(
  () => process.exit(0),
  (error) => {
    say(red(error instanceof Error ? error.message : String(error)))
    process.exit(1)
  },
)
