import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { findCircles } from './import-graph.ts'

/** Rules about this repository itself: what a reviewer would otherwise have to say again and again. */
const root = resolve(import.meta.dirname, '..')

const filesBelow = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((path) => !/node_modules|\/dist\//.test(path))

const folders = ['apps', 'bench', 'packages', 'script', 'test']
const all = folders.flatMap(filesBelow)
const sources = all.filter((path) => /^(apps|packages)\//.test(path) && !isTest(path))
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const importsOf = (path: string): string[] =>
  [...read(path).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, specifier]) => specifier ?? '')
/** The files of the same package that a file imports. */
const localImportsOf = (path: string): string[] =>
  importsOf(path)
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => relative(root, resolve(root, dirname(path), specifier)))

function isTest(path: string): boolean {
  return /\.test\.ts$|\/testing\//.test(path)
}

const allowed: Readonly<Record<string, readonly string[]>> = {
  'packages/simulators': [],
  'packages/core': [],
  'packages/client': [],
  'packages/redis': ['@linkspan/core'],
  'packages/telemetry': ['@linkspan/core'],
  'packages/connector-kit': ['@linkspan/core'],
  'packages/channels': ['@linkspan/core', '@linkspan/connector-kit'],
  'packages/connectors': ['@linkspan/core', '@linkspan/connector-kit'],
  'apps/api': ['@linkspan/core', '@linkspan/redis', '@linkspan/telemetry', '@linkspan/connectors'],
  'apps/worker': ['@linkspan/core', '@linkspan/redis', '@linkspan/telemetry', '@linkspan/connectors', '@linkspan/channels'],
  'apps/cli': ['@linkspan/client'],
  'apps/admin': ['@linkspan/client'],
}

/** `@linkspan/core` of `@linkspan/core/connector`. */
const packageOf = (specifier: string): string => specifier.split('/').slice(0, 2).join('/')

test('packages import only those below them', () => {
  const wrong = sources.flatMap((path) => {
    const owner = path.split('/').slice(0, 2).join('/')
    return importsOf(path)
      .filter((specifier) => specifier.startsWith('@linkspan/') && !allowed[owner]?.includes(packageOf(specifier)))
      .map((specifier) => `${path} imports ${specifier}`)
  })
  expect(wrong).toEqual([])
})

test('each outside library is loaded by the one package that is there for it', () => {
  const homes: Readonly<Record<string, string>> = {
    bullmq: 'packages/redis',
    ioredis: 'packages/redis',
    fastify: 'apps/api',
    undici: 'packages/connector-kit',
    standardwebhooks: 'packages/channels',
    jsonata: 'packages/core',
    nodemailer: 'packages/channels',
    '@opentelemetry': 'packages/telemetry',
  }
  const wrong = sources.flatMap((path) =>
    importsOf(path)
      .filter((name) => {
        const home = homes[name] ?? homes[name.split('/')[0] ?? '']
        return home && !path.startsWith(home)
      })
      .map((name) => `${path} imports ${name}`),
  )
  expect(wrong).toEqual([])
})

test('no files import each other in a circle', () => {
  const circles = findCircles(new Map(sources.map((path) => [path, localImportsOf(path)])))
  expect(circles).toEqual([])
})

const connectorFolder = (path: string): string | undefined => /^packages\/connectors\/src\/([^/]+)\//.exec(path)?.[1]

test('a connector imports only its own files, the two packages that connectors are built on, and libraries', () => {
  const isAllowed = (path: string, specifier: string): boolean => {
    if (specifier.startsWith('.')) return connectorFolder(relative(root, resolve(root, dirname(path), specifier))) === connectorFolder(path)
    return (
      !specifier.startsWith('@linkspan/') || specifier === '@linkspan/core/connector' || specifier.startsWith('@linkspan/connector-kit/')
    )
  }
  const files = sources.filter((path) => connectorFolder(path) !== undefined)
  expect(new Set(files.map(connectorFolder)).size).toBeGreaterThan(1)
  const wrong = files.flatMap((path) =>
    importsOf(path)
      .filter((specifier) => !isAllowed(path, specifier))
      .map((specifier) => `${path} imports ${specifier}`),
  )
  expect(wrong).toEqual([])
})

/** From the ground up. Folders of one layer do not import each other. */
const layers = [
  ['kernel'],
  ['config'],
  ['records'],
  ['schedules'],
  ['connector'],
  ['jobs'],
  ['audit', 'events', 'updates'],
  ['browser-sessions'],
  ['mapping'],
  ['connections'],
  ['assignments', 'sync-configs'],
  ['outbox'],
  ['runs'],
  ['incidents', 'journey', 'rejects', 'webhooks'],
  ['streams'],
  ['notifications'],
  ['inbound'],
  ['sync'],
  ['previews'],
  [
    'core-assignments.ts',
    'core-connections.ts',
    'core-incidents.ts',
    'core-installation.ts',
    'core-notifications.ts',
    'core-records.ts',
    'core-rejects.ts',
    'core-runs.ts',
    'core-streams.ts',
    'core-sync-configs.ts',
    'core-unreadable.ts',
    'core-webhooks.ts',
    'watch-webhooks.ts',
    'job-handlers.ts',
  ],
  ['core.ts'],
  ['index.ts', 'connector-api.ts', 'testing'],
]
const placeOf = (path: string): string => relative('packages/core/src', path).split('/')[0] ?? ''
const layerOf = (path: string): number => layers.findIndex((names) => names.includes(placeOf(path)))

/** The folders of the admin pages, and which of them each may import besides itself. */
const adminFolders: Readonly<Record<string, readonly string[]>> = {
  texts: [],
  parts: [],
  api: [],
  forms: ['api', 'parts'],
  shell: ['api', 'forms', 'parts', 'texts'],
  pages: ['api', 'forms', 'parts', 'shell', 'texts'],
}

test('the parts of the admin pages know no page, and pages do not know each other', () => {
  const folder = 'apps/admin/src'
  const files = readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
  const partsOf = (path: string) => relative(folder, path).split('/')
  const wrong = files.flatMap((path) => {
    const [own = '', page] = partsOf(path)
    return localImportsOf(path)
      .map((target) => ({ path, target, parts: partsOf(target) }))
      .filter(({ parts: [other = '', otherPage] }) =>
        other === own ? own === 'pages' && page !== otherPage : adminFolders[own]?.includes(other) === false,
      )
      .map(({ target }) => `${path} imports ${target}`)
  })
  expect(wrong).toEqual([])
})

test('inside the core, imports point to lower layers only', () => {
  const wrong = sources
    .filter((path) => path.startsWith('packages/core/src/'))
    .flatMap((path) => {
      expect(layerOf(path), `${path} is in no layer`).toBeGreaterThanOrEqual(0)
      return localImportsOf(path)
        .filter((target) => placeOf(target) !== placeOf(path) && layerOf(target) >= layerOf(path))
        .map((target) => `${path} imports ${target}`)
    })
  expect(wrong).toEqual([])
})

test('no source file is longer than 250 lines', () => {
  const printed = 'packages/client/src/openapi.ts'
  const long = [...sources.filter((path) => path !== printed), ...all.filter((path) => /^(bench|script)\//.test(path))].filter(
    (path) => read(path).split('\n').length > 251,
  )
  expect(long).toEqual([])
})

test('only the programs themselves read the environment', () => {
  const readers = sources.filter((path) => read(path).includes('process.env') && !path.startsWith('packages/simulators/'))
  expect(readers.sort()).toEqual([
    'apps/api/src/program.ts',
    'apps/cli/src/main.ts',
    'apps/worker/src/program.ts',
    'apps/worker/src/reseal-program.ts',
  ])
})

/** Files that take the time on their own. Those that use `performance.now()` only report a duration to people, except for `program.ts`. */
const timeKeepers = {
  'new Date()': ['apps/admin/src/api/browser-clock.ts', 'packages/core/src/kernel/ports.ts'],
  'Math.random()': ['apps/admin/src/api/browser-clock.ts'],
  'Date.now()': ['packages/redis/src/jobs/consumer.ts', 'packages/redis/src/jobs/priorities.ts'],
  'performance.now()': [
    'apps/api/src/program.ts',
    'packages/connector-kit/src/http/check-tls.ts',
    'packages/connectors/src/sftp/connection/checks.ts',
    'packages/connectors/src/sftp/connection/timed-operations.ts',
    'packages/core/src/connections/check-connection.ts',
    'packages/core/src/kernel/ports.ts',
    'packages/redis/src/jobs/consumer.ts',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>

test.each(Object.entries(timeKeepers))(
  '%s is called only where a port is made, or as an exception',
  (call, exceptions: readonly string[]) => {
    const callers = sources.filter((path) => !path.startsWith('packages/simulators/') && read(path).includes(call))
    expect(callers.filter((path) => !exceptions.includes(path))).toEqual([])
  },
)

test('no time limit can be garbage-collected while something waits for it', () => {
  const wrong = sources.filter((path) => /AbortSignal\s*\.timeout\(/.test(read(path)))
  expect(wrong, 'take deadlineSignal of @linkspan/core').toEqual([])
})

test('sealed secrets are opened in one place for each kind', () => {
  const openers = sources.filter((path) => /secrets\.open\(|box\.open\(/.test(read(path)))
  expect(openers).toEqual([
    'packages/core/src/connections/connection-draft.ts',
    'packages/core/src/connections/open-session.ts',
    'packages/core/src/notifications/open-target.ts',
    'packages/core/src/webhooks/webhook-secrets.ts',
  ])
})

test('the tests that the security document points to exist', () => {
  const named = [...read('docs/security.md').matchAll(/`([^`\s]+\.test\.ts)`/g)].map(([, path]) => path)
  expect(named.length).toBeGreaterThan(10)
  expect(named.filter((path) => !all.includes(path ?? ''))).toEqual([])
})

test('the walk from the request to the script names files that exist', () => {
  const section = read('docs/architecture.md').split('## A walk from POST …/sync to the script')[1]?.split('\n## ')[0] ?? ''
  const named = [...section.matchAll(/^\d+\. `([^`]+)`/gm)].map(([, path]) => path)
  expect(named.length).toBeGreaterThan(5)
  expect(named.filter((path) => !all.includes(path ?? ''))).toEqual([])
})

test('nothing mocks our own modules, and no test is left out', () => {
  const guilty = all.filter(
    (path) => isTest(path) && /vi\.mock\(|test\.skip|test\.only|describe\.skip/.test(read(path)) && path !== 'test/architecture.test.ts',
  )
  expect(guilty).toEqual([])
})
