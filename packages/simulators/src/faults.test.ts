import { expect, test } from 'vitest'
import { createFaults } from './faults.ts'
import { parseFault } from './parse-fault.ts'

const get = (target: string) => ({ method: 'GET', target })

test('a fault happens once, after the given number of good requests, and only to requests that match', () => {
  const faults = createFaults()
  const added = faults.add({ kind: 'throttled', after: 1, path: '/products' })
  const kinds = ['/orders', '/products', '/products?page=2', '/products?page=3'].map(
    (target) => faults.takeForConnection(get(target))?.kind,
  )
  expect(kinds).toEqual([undefined, undefined, 'throttled', undefined])
  expect(added).toMatchObject({ taken: 1, remaining: 0 })
})

test('one request meets one fault, the oldest that applies', () => {
  const faults = createFaults()
  faults.add({ kind: 'throttled', times: 2 })
  faults.add({ kind: 'unavailable', times: 'always' })
  const kinds = Array.from({ length: 4 }, () => faults.takeForConnection(get('/'))?.kind)
  expect(kinds).toEqual(['throttled', 'throttled', 'unavailable', 'unavailable'])
})

test('a fault without a path spares the token endpoint, and a removed fault never happens', () => {
  const faults = createFaults()
  const added = faults.add({ kind: 'server-error', times: 'always' })
  expect(faults.takeForConnection(get('/oauth/token'))).toBeUndefined()
  expect(faults.takeForConnection(get('/x'))?.kind).toBe('server-error')
  added.remove()
  expect(faults.takeForConnection(get('/x'))).toBeUndefined()
})

test('a fault for every nth request counts only requests that match', () => {
  const faults = createFaults()
  const added = faults.add({ kind: 'server-error', every: 3, after: 1, path: '/orders' })
  const met = Array.from({ length: 8 }, (_, i) => [faults.takeForConnection(get('/other')), faults.takeForConnection(get(`/orders/${i}`))])
  expect(met.map(([other]) => other).every((each) => each === undefined)).toBe(true)
  expect(met.flatMap(([, order], i) => (order ? [i] : []))).toEqual([3, 6])
  expect(added.taken).toBe(2)
})

test('write faults affect only writes, and answer faults wait for a good answer', () => {
  const faults = createFaults()
  faults.add({ kind: 'drop-before-store', times: 'always' })
  faults.add({ kind: 'drop-after-store', times: 'always' })
  const post = { method: 'POST', target: '/orders' }
  expect([faults.takeForConnection(get('/orders')), faults.takeForAnswer(get('/orders'))]).toEqual([undefined, undefined])
  expect([faults.takeForConnection(post)?.kind, faults.takeForAnswer(post)?.kind]).toEqual(['drop-before-store', 'drop-after-store'])
})

test('a fault for given references affects requests that contain one of them', () => {
  const faults = createFaults()
  faults.add({ kind: 'late', times: 'always', references: ['W-1', 'a "b"'] })
  const isMet = (body?: string) => faults.takeForAnswer({ method: 'POST', target: '/', ...(body !== undefined && { body }) }) !== undefined
  expect(['{"r":"W-1"}', '{"r":"W-11"}', '{"r":"a \\"b\\""}', '{"W-2":1}', undefined].map(isMet)).toEqual([true, false, true, false, false])
})

test('data faults are taken only by routes that serve rows', () => {
  const faults = createFaults()
  faults.add({ kind: 'invalid-records' })
  expect(faults.takeForConnection(get('/'))).toBeUndefined()
  expect(faults.takeForData('moving-rows', get('/'))).toBeUndefined()
  expect(faults.takeForData('invalid-records', get('/'))?.kind).toBe('invalid-records')
})

test('a regular expression matches every time, whatever its flags', () => {
  const faults = createFaults()
  faults.add({ kind: 'conflict', times: 'always', path: /page=2/g })
  expect([1, 2, 3].map(() => faults.takeForConnection(get('/a?page=2'))?.kind)).toEqual(['conflict', 'conflict', 'conflict'])
})

test('a fault in JSON is validated, and an invalid one is explained', () => {
  expect(parseFault('{"kind":"throttled","retryAfterSeconds":3}')).toEqual({ kind: 'throttled', retryAfterSeconds: 3 })
  expect(parseFault('{"kind":"cut","path":"/page=\\\\d$/"}').path).toEqual(/page=\d$/)
  expect(parseFault('{"kind":"cut","path":"/sap/opu/"}').path).toBe('/sap/opu/')
  expect(() => parseFault('{"kind":"rain"}')).toThrow('Kinds: unauthorized')
  expect(() => parseFault('{"kind":"cut","tmes":1}')).toThrow('has no "tmes"')
  expect(() => parseFault('{"times":1}')).toThrow('missing')
  expect(() => parseFault('[]')).toThrow('JSON object')
})
