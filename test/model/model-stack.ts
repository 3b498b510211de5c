import { createConnectorRegistry } from '@linkspan/connectors'
import {
  AppError,
  type Caller,
  createCore,
  createSecretBox,
  type JobContext,
  loadConfig,
  noMetrics,
  randomIds,
  runSync,
  silentLogger,
} from '@linkspan/core'
import { createRedisPorts } from '@linkspan/redis'
import { startRedis } from '@linkspan/simulators'
import type { Trouble } from './scenario.ts'

export const caller: Caller = { id: 'model', role: 'admin', authentication: 'test', ipAddress: null, userAgent: null, requestId: null }

/** One Redis and one set of ports for all seeds. */
export async function startModelStack() {
  const redis = await startRedis()
  const config = loadConfig({ REDIS_URL: redis.url, ENCRYPTION_KEYS: `k:${Buffer.alloc(32, 7).toString('base64')}` }, 'worker')
  const store = createRedisPorts({ config, offlinePolicy: 'wait', clock: { now: () => new Date() }, logger: silentLogger })
  const shared = { connectors: createConnectorRegistry(), secrets: createSecretBox(config.encryptionKeys), ids: randomIds }

  return {
    /** The core with a clock of its own, which runs ahead instead of waiting. */
    open() {
      let aheadMs = 0
      const clock = { now: () => new Date(Date.now() + aheadMs) }
      const core = createCore({ ...store, ...shared, clock })
      const ports = {
        ...store,
        ...shared,
        clock,
        outbound: { allowPrivate: true },
        logger: silentLogger,
        metrics: noMetrics,
        random: () => 0,
        timeSliceMs: config.sync.timeSliceMs,
      }

      /** Works on a run until it has ended, as one worker after the other would; the first of them may be killed. */
      async function work(runId: string, trouble: Trouble | null): Promise<void> {
        for (let attempt = 0; attempt < 30; attempt++) {
          const kill = attempt === 0 && trouble?.kind === 'kill' ? trouble : null
          const killed = new AbortController()
          const context: JobContext = { signal: killed.signal, dueAt: clock.now(), workerId: `worker-${attempt}`, report: () => {} }
          const mortal = kill
            ? mortalPorts(ports, kill, () => killed.abort(new AppError('run.interrupted', 'The worker was killed')))
            : ports
          const result = await runSync(runId, mortal, context).catch((thrown: unknown) => {
            if (killed.signal.aborted) return null
            throw thrown
          })
          const run = await core.runs.get(runId)
          if (run.status === 'success' || run.status === 'error') return
          if (result?.kind === 'snooze') aheadMs += result.delayMs
        }
        throw new Error(`${runId} does not end`)
      }

      return {
        core,
        now: () => clock.now(),
        async run(request: Parameters<typeof core.runs.start>[1], trouble: Trouble | null = null) {
          const { run } = await core.runs.start(caller, request)
          await work(run.id, trouble)
          return core.runs.get(run.id)
        },
      }
    },
    async [Symbol.asyncDispose]() {
      await store[Symbol.asyncDispose]()
      await redis[Symbol.asyncDispose]()
    },
  }
}

export type ModelStack = Awaited<ReturnType<typeof startModelStack>>
export type ModelSession = ReturnType<ModelStack['open']>

/** The ports of a worker that dies at one call of its store: from then on nothing it does arrives there. */
function mortalPorts<Ports extends { readonly runs: object; readonly outbox: object }>(
  ports: Ports,
  { call: last, when }: Extract<Trouble, { kind: 'kill' }>,
  onDeath: () => void,
): Ports {
  let calls = 0
  let isDead = false
  const die = (): never => {
    isDead = true
    onDeath()
    throw new Error('The worker was killed')
  }
  const mortal = <Store extends object>(store: Store): Store =>
    new Proxy(store, {
      get(target, name) {
        const method: unknown = Reflect.get(target, name)
        if (typeof method !== 'function') return method
        return (...args: unknown[]) => {
          if (isDead) throw new Error('The worker was killed')
          const isLast = ++calls === last
          if (isLast && when === 'before') die()
          const result: unknown = Reflect.apply(method, target, args)
          return isLast && result instanceof Promise ? result.then(die) : result
        }
      },
    })
  return { ...ports, runs: mortal(ports.runs), outbox: mortal(ports.outbox) }
}
