import { expect, test } from 'vitest'
import { proxyFor } from './proxy-for.ts'

const proxy = { http: 'http://plain.proxy:3128', https: 'http://secure.proxy:3128' }
const proxied = (url: string, except: readonly string[] = []) =>
  proxyFor(new URL(url), { allowPrivate: true, proxy: { ...proxy, except } })?.hostname ?? null

test('each protocol has its proxy, and without one a server is called directly', () => {
  expect(proxied('https://erp.example.com')).toBe('secure.proxy')
  expect(proxied('http://erp.example.com')).toBe('plain.proxy')
  expect(proxyFor(new URL('https://erp.example.com'), { allowPrivate: true })).toBeNull()
  expect(proxyFor(new URL('http://erp.example.com'), { allowPrivate: true, proxy: { https: proxy.https, except: [] } })).toBeNull()
})

test('this machine is called directly', () => {
  for (const host of ['localhost', 'erp.localhost', '127.0.0.1', '127.1.2.3', '[::1]']) expect(proxied(`http://${host}:8080`)).toBeNull()
})

test.each([
  ['https://erp.example.com', 'erp.example.com', true],
  ['https://ERP.example.com', '.example.com', true],
  ['https://erp.example.com', '*.example.com', true],
  ['https://erp.example.com', 'example.com', true],
  ['https://erpexample.com', 'example.com', false],
  ['https://erp.example.com:8443', 'erp.example.com:8443', true],
  ['https://erp.example.com:8443', 'erp.example.com:443', false],
  ['https://erp.example.com', 'erp.example.com:443', true],
  ['http://10.0.0.5', '10.0.0.5', true],
  ['http://10.0.0.55', '10.0.0.5', false],
  ['http://[fd00::1]:8080', 'fd00::1', true],
  ['https://erp.example.com', '*', true],
])('%s with the exception %s is called directly: %s', (url, exception, isDirect) => {
  expect(proxied(url, ['other.example.org', exception]) === null).toBe(isDirect)
})
