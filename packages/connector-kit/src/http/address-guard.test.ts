import { expect, test } from 'vitest'
import { addressOfHost, forbiddenRange } from './address-guard.ts'
import { assertAllowed, assertAllowedHost } from './guarded-lookup.ts'

test.each([
  '127.0.0.1',
  '127.255.255.254',
  '0.0.0.0',
  '10.1.2.3',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.169.254',
  '168.63.129.16',
  '::ffff:168.63.129.16',
  '100.64.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '192.0.2.1',
  '198.18.0.1',
  '::',
  '::1',
  '[::1]',
  'fe80::1',
  'fe80::1%eth0',
  'fc00::1',
  'fd00:ec2::254',
  'fec0::1',
  'ff02::1',
  '2001:db8::1',
  '::ffff:127.0.0.1',
  '::ffff:a00:1',
  '::127.0.0.1',
  '64:ff9b::7f00:1',
  '64:ff9b::169.254.169.254',
  '64:ff9b:1::1',
  '2002:7f00:1::',
  '2002:c0a8:101::1',
  '2001:0:4136:e378:8000:63bf:3fff:fdd2',
  'localhost',
  '',
])('%s is closed', (address) => {
  expect(forbiddenRange(address)).not.toBeNull()
})

test.each([
  '93.184.216.34',
  '8.8.8.8',
  '172.32.0.1',
  '100.128.0.1',
  '2606:4700::1111',
  '::ffff:8.8.8.8',
  '64:ff9b::808:808',
  '2002:808:808::1',
])('%s is open', (address) => {
  expect(forbiddenRange(address)).toBeNull()
})

test.each([
  'http://127.1/',
  'http://2130706433/',
  'http://0x7f.0.0.1/',
  'http://0177.0.0.1/',
  'http://0/',
  'http://169.254.43518/',
  'http://[::ffff:7f00:1]/',
  'http://%31%32%37.0.0.1/',
])('%s is seen through', (url) => {
  const { hostname } = new URL(url)
  expect(addressOfHost(hostname)).not.toBeNull()
  expect(() => assertAllowedHost(hostname, { allowPrivate: false })).toThrow(expect.objectContaining({ code: 'setup.address-forbidden' }))
})

test('one closed address among several closes the host, unless private ones are allowed', () => {
  const addresses = ['93.184.216.34', '10.0.0.1']
  expect(() => assertAllowed('erp.example.com', addresses, { allowPrivate: false })).toThrow(/erp\.example\.com leads to 10\.0\.0\.1/)
  expect(() => assertAllowed('erp.example.com', addresses, { allowPrivate: true })).not.toThrow()
})
