import { expect, test } from 'vitest'
import { loadConfig } from './config.ts'
import { aboutVariable } from './environment.ts'
import { misspeltVariables } from './environment-warnings.ts'

test('a misspelt variable is told with the one that was meant', () => {
  expect(misspeltVariables({ WORKR_CONCURRENCY: '5', PATH: '/bin', HOSTNAME: 'box', HOME: '/root' })).toEqual([
    'The variable WORKR_CONCURRENCY is not known and has no effect; did you mean WORKER_CONCURRENCY?',
  ])
  expect(misspeltVariables({ WORKER_CONCURRENCY: '5', RATE_LIMIT: '1', LOGNAME: 'me', XDG_SESSION_ID: '1' })).toEqual([])
})

const good = { NODE_ENV: 'production', ENCRYPTION_KEYS: `a:${Buffer.alloc(32, 1).toString('base64')}`, API_KEYS: 'ops:admin:long-secret' }

test.each(['ENCRYPTION_KEYS', 'API_KEYS', 'JWT_SECRET'])('the example of %s is refused in production only', (name) => {
  const variables = { ...good, [name]: aboutVariable(name).example }
  expect(() => loadConfig(variables, 'api')).toThrow(`${name} is the example of .env.example`)
  expect(() => loadConfig({ ...variables, NODE_ENV: 'development' }, 'api')).not.toThrow()
  expect(() => loadConfig(good, 'api')).not.toThrow()
})
