import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { ConfigError, loadConfig } from '@linkspan/core'
import { expect, test } from 'vitest'
import { aboutVariable, Environment } from '../../packages/core/src/config/environment.ts'
import { allOf, find, folder, readYaml } from './manifests.ts'

const root = resolve(import.meta.dirname, '../..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

const roles = ['api', 'worker'] as const
type Role = (typeof roles)[number]

const podOf = (role: Role) => {
  const { template } = find('Deployment', `linkspan-${role}`).spec ?? {}
  const [container] = template?.spec?.containers ?? []
  if (!template?.spec || !container) throw new Error(`The Deployment of the ${role} has no container`)
  return { labels: template.metadata?.labels ?? {}, annotations: template.metadata?.annotations ?? {}, spec: template.spec, container }
}

const settings = (text: string): readonly string[] => [...text.matchAll(/^ *(?:- )?([A-Z][A-Z_]+)=/gm)].map(([, name = '']) => name)
const files = [
  'base/settings.env',
  'example/kustomization.yaml',
  'components/private-erps/kustomization.yaml',
  'components/tracing/kustomization.yaml',
]

test('every setting of the ConfigMaps and Secrets exists, secrets are in Secrets, and the values are valid', () => {
  const plain = files.flatMap((file) => settings(readFileSync(join(folder, file), 'utf8')))
  const secret = allOf('Secret').flatMap(({ stringData = {} }) => Object.keys(stringData))
  expect(plain).toContain('OUTBOUND_ALLOW_PRIVATE')
  expect([...plain, ...secret].filter((name) => !(name in Environment.shape))).toEqual([])
  expect(plain.filter((name) => aboutVariable(name).isSecret)).toEqual([])
  const values = files.flatMap((file) =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(/^ *(?:- )?(?:literals: \[)?([A-Z][A-Z_]+)=([^\]\n]*)/gm)].map(
      ([, name, value]) => [name, value],
    ),
  )
  expect(() => loadConfig(Object.fromEntries(values), 'api')).not.toThrow()
})

test('with any of the placeholders the processes refuse to start', () => {
  const good = {
    NODE_ENV: 'production',
    REDIS_URL: 'redis://redis:6379',
    ENCRYPTION_KEYS: `a:${Buffer.alloc(32, 7).toString('base64')}`,
    API_KEYS: 'ops:admin:1f0c5b7d9a3e',
  }
  expect(() => loadConfig(good, 'api')).not.toThrow()
  const placeholders = Object.entries(Object.assign({}, ...allOf('Secret').map(({ stringData }) => stringData)))
  expect(placeholders.map(([name]) => name).sort()).toEqual(['API_KEYS', 'ENCRYPTION_KEYS', 'REDIS_URL'])
  for (const [name, value] of placeholders) {
    expect(value).toContain('<')
    const start = () => loadConfig({ ...good, [name]: value } as NodeJS.ProcessEnv, 'api')
    expect(start).toThrow(ConfigError)
    expect(start).toThrow(name)
  }
})

test('each role gets the Secrets that it needs, and workers no keys of callers', () => {
  const secretsOf = (role: Role) => podOf(role).container.envFrom?.flatMap(({ secretRef }) => secretRef?.name ?? [])
  expect(secretsOf('api')).toEqual(['linkspan', 'linkspan-api'])
  expect(secretsOf('worker')).toEqual(['linkspan'])
  const holding = (variable: string) => allOf('Secret').filter(({ stringData = {} }) => variable in stringData)
  expect(holding('API_KEYS').map(({ metadata }) => metadata?.name)).toEqual(['linkspan-api'])
  expect(
    allOf('Secret')
      .map(({ metadata }) => metadata?.name)
      .sort(),
  ).toEqual(['linkspan', 'linkspan-api'])
  const [{ configMapGenerator }] = readYaml('base/kustomization.yaml') as unknown as [{ configMapGenerator: { name: string }[] }]
  for (const role of roles)
    expect(podOf(role).container.envFrom?.flatMap(({ configMapRef }) => configMapRef?.name ?? [])).toEqual([configMapGenerator[0]?.name])
})

test.each(roles)('the image of the %s and its command are those of Dockerfile and Compose', (role) => {
  const { container, spec } = podOf(role)
  expect(container.image).toBe(/^ {2}image: (linkspan):/m.exec(read('docker-compose.yml'))?.[1])
  expect(container.args).toEqual([role])
  expect(container).not.toHaveProperty('command') // the image's tini is to be process 1
  expect(read('Dockerfile')).toMatch(new RegExp(`^COPY .*docker/bin/${role} .*/usr/local/bin/$`, 'm'))
  const [, user] = /^USER (\d+):\d+$/m.exec(read('Dockerfile').split('AS linkspan')[1] ?? '') ?? []
  expect(spec.securityContext).toMatchObject({ runAsNonRoot: true, runAsUser: Number(user), seccompProfile: { type: 'RuntimeDefault' } })
  expect(container.securityContext).toEqual({
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    capabilities: { drop: ['ALL'] },
  })
  const [{ images }] = readYaml('base/kustomization.yaml') as unknown as [{ images: unknown }]
  expect(images).toEqual([{ name: 'linkspan', newTag: JSON.parse(read('package.json')).version }])
})

test.each([
  ['api', 'PORT', 'apps/api/src/routes/health.ts', 'apps/api/src/plugins/metrics.ts'],
  ['worker', 'WORKER_PORT', 'apps/worker/src/health.ts', 'apps/worker/src/health.ts'],
] as const)('probes and scrapes of the %s ask what it serves, where it serves it', (role, variable, health, metrics) => {
  const { annotations, container } = podOf(role)
  const [, port] = new RegExp(`\\b${variable}=(\\d+)`).exec(read('Dockerfile')) ?? []
  const [named] = container.ports ?? []
  expect(container.ports?.map(({ containerPort }) => containerPort)).toEqual([Number(port)])
  for (const [probe, path] of Object.entries({ startupProbe: '/healthz', livenessProbe: '/healthz', readinessProbe: '/readyz' } as const)) {
    expect(container[probe as 'startupProbe']?.httpGet).toEqual({ path, port: named?.name })
    expect(read(health)).toContain(`'${path}'`)
  }
  expect(annotations).toMatchObject({ 'prometheus.io/port': port, 'prometheus.io/path': '/metrics' })
  expect(read(metrics)).toContain(`'/metrics'`)
})

test('the Service leads to the port of the API, and the Ingress to the Service, but not to what asks for no credentials', () => {
  const [port] = find('Service', 'linkspan-api').spec?.ports ?? []
  expect(port?.targetPort).toBe(podOf('api').container.ports?.[0]?.name)
  const paths = find('Ingress', 'linkspan').spec?.rules?.flatMap(({ http }) => http?.paths ?? []) ?? []
  for (const { backend } of paths) expect(backend.service).toEqual({ name: 'linkspan-api', port: { name: port?.name } })
  const reached = (path: string) => paths.some((one) => path === one.path || (one.pathType === 'Prefix' && path.startsWith(`${one.path}/`)))
  const { COMPAT_BASE_PATH } = Environment.parse({})
  for (const path of [
    '/api/v1/erp/connections',
    `${COMPAT_BASE_PATH}/erp/connections`,
    '/admin/',
    '/admin/queues',
    '/docs',
    '/openapi.json',
  ])
    expect([path, reached(path)]).toEqual([path, true])
  for (const route of ['routes/doi.ts', 'routes/erp-events.ts']) {
    const [, path = ''] = /app\.post\(\s*'(\/.+?):connectionId'/.exec(read(`apps/api/src/${route}`)) ?? []
    expect([path, reached(`${path}erp_1`)]).toEqual([path, path !== ''])
  }
  for (const path of ['/metrics', '/healthz', '/readyz']) expect(reached(path)).toBe(false)
})

test('every selector chooses the pods that it is about', () => {
  const chosen = (selector: Readonly<Record<string, string>> = {}) =>
    roles.filter((role) => Object.entries(selector).every(([name, value]) => podOf(role).labels[name] === value))
  for (const role of roles) {
    const name = `linkspan-${role}`
    const { selector, template } = find('Deployment', name).spec ?? {}
    expect(chosen(selector?.matchLabels)).toEqual([role])
    expect(chosen(find('PodDisruptionBudget', name).spec?.selector?.matchLabels)).toEqual([role])
    const spreads = template?.spec?.topologySpreadConstraints ?? []
    expect(spreads.map(({ labelSelector }) => chosen(labelSelector?.matchLabels))).toEqual([[role], [role]])
    // `kubectl apply -l` rolls out one role at a time.
    for (const kind of ['Deployment', 'PodDisruptionBudget'] as const)
      expect(find(kind, name).metadata?.labels?.['app.kubernetes.io/component']).toBe(role)
  }
  expect(chosen(find('Service', 'linkspan-api').spec?.selector)).toEqual(['api'])
  const policies = allOf('NetworkPolicy').map(({ metadata, spec }) => [metadata?.name, chosen(spec?.podSelector?.matchLabels)])
  expect(Object.fromEntries(policies)).toEqual({
    'linkspan-nothing': ['api', 'worker'],
    'linkspan-dns-and-redis': ['api', 'worker'],
    'linkspan-api-callers': ['api'],
    'linkspan-metrics': ['api', 'worker'],
    'linkspan-worker-internet': ['worker'],
    'linkspan-worker-private-erps': ['worker'],
    'linkspan-collector': ['api', 'worker'],
  })
})

test('every port that a network policy opens to callers is one of the pods', () => {
  const names = new Set(roles.flatMap((role) => podOf(role).container.ports?.map(({ name }) => name) ?? []))
  const opened = allOf('NetworkPolicy').flatMap(
    ({ spec }) => spec?.ingress?.flatMap(({ ports = [] }) => ports.map(({ port }) => port)) ?? [],
  )
  expect(opened.length).toBeGreaterThan(0)
  expect(opened.filter((port) => !names.has(String(port)))).toEqual([])
})

test('the collector that is named is reached at its port', () => {
  const settings = readFileSync(join(folder, 'components/tracing/kustomization.yaml'), 'utf8')
  const [, endpoint = ''] = /OTEL_EXPORTER_OTLP_ENDPOINT=(.*)$/m.exec(settings) ?? []
  const egress = find('NetworkPolicy', 'linkspan-collector').spec?.egress ?? []
  expect(egress.flatMap(({ ports = [] }) => ports.map(({ port }) => port))).toEqual([Number(new URL(endpoint).port)])
})

test('a pod has the time that its process takes to stop', () => {
  const ms = (path: string, name: string) => Number(new RegExp(`const ${name} = ([\\d_]+)`).exec(read(path))?.[1]?.replaceAll('_', ''))
  const api = podOf('api')
  const paused = api.container.lifecycle?.preStop?.sleep?.seconds ?? 0
  expect(paused).toBeGreaterThan(0)
  expect(api.spec.terminationGracePeriodSeconds).toBeGreaterThan(paused + ms('apps/api/src/program.ts', 'closeWithinMs') / 1000)
  const worker = ms('packages/redis/src/jobs/consumer.ts', 'maxStopMs') / 1000
  expect(podOf('worker').spec.terminationGracePeriodSeconds).toBeGreaterThan(worker)
})

test.each(roles)('the heap of the %s fits into its memory with what else it takes', (role) => {
  const { resources, env } = podOf(role).container
  const [, heap] = /^--max-old-space-size=(\d+)$/.exec(env?.find(({ name }) => name === 'NODE_OPTIONS')?.value ?? '') ?? []
  const [, limit] = /^(\d+)Gi$/.exec(String(resources?.limits?.memory)) ?? []
  const { WORKER_CONCURRENCY } = Environment.parse({})
  const evaluators = role === 'worker' ? WORKER_CONCURRENCY * 50 : 0
  expect(Number(heap) + evaluators + 256).toBeLessThanOrEqual(Number(limit) * 1024)
})

test('KEDA asks for metrics that exist, of a queue that exists, and gives each worker as many jobs as it executes at once', () => {
  const { scaleTargetRef, triggers, minReplicaCount } = find('ScaledObject', 'linkspan-worker').spec
  expect(scaleTargetRef).toEqual({ apiVersion: 'apps/v1', kind: 'Deployment', name: find('Deployment', 'linkspan-worker').metadata?.name })
  expect(minReplicaCount).toBeGreaterThan(1)
  const [{ metadata }] = triggers as [(typeof triggers)[number]]
  const asked = [...(metadata.query ?? '').matchAll(/(linkspan_\w+)\{queue="([\w-]+)"(?:,state="(\w+)")?\}/g)]
  expect(asked.map(([, name]) => name)).toEqual(['linkspan_jobs_ready', 'linkspan_jobs'])
  for (const [, name] of asked) expect(read('docs/metrics.md')).toContain(`| \`${name}\` | gauge |`)
  for (const [, , queue, state] of asked) {
    expect(read('packages/core/src/jobs/contracts.ts')).toContain(`'${queue}': defineJob(`)
    if (state) expect(/jobStates = \[(.*)\]/.exec(read('packages/redis/src/jobs/queue-counts.ts'))?.[1]).toContain(`'${state}'`)
  }
  const [, concurrency] = /^WORKER_CONCURRENCY=(\d+)$/m.exec(readFileSync(join(folder, 'base/settings.env'), 'utf8')) ?? []
  expect(metadata.threshold).toBe(concurrency)
})
