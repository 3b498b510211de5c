import { expect, test } from 'vitest'
import { errorCatalog } from '../kernel/error-catalog.ts'
import { circuitVerdict } from './circuit-verdict.ts'

const codesOf = (verdict: string) => Object.keys(errorCatalog).filter((code) => circuitVerdict(code) === verdict)

test('failures of the ERP, its host, its keys and its certificate count, and rejected credentials count most', () => {
  expect(circuitVerdict(null)).toBe('works')
  expect(codesOf('rejects')).toEqual(['setup.credentials-rejected'])
  expect(codesOf('fails')).toEqual([
    'setup.host-unknown',
    'setup.address-forbidden',
    'setup.certificate-untrusted',
    'setup.protocol-unsupported',
    'setup.ssh-algorithms',
    'setup.not-ssh',
    'setup.host-key-unconfirmed',
    'setup.host-key-changed',
    'setup.private-key-unusable',
    'setup.redirect-refused',
    'remote.unreachable',
    'remote.unavailable',
    'remote.timeout',
    'remote.cut-short',
    'remote.throttled',
  ])
})

test('what a run means, one data type, a cancelled run and our own faults do not count', () => {
  for (const code of ['run.incomplete', 'run.too-many-rejects', 'setup.resource-missing', 'record.refused', 'file.locked'])
    expect([code, circuitVerdict(code)]).toEqual([code, 'answers'])
  for (const code of [
    'run.cancelled',
    'run.worker-lost',
    'internal.bug',
    'store.unavailable',
    'setup.key-missing',
    'connection.not-active',
  ])
    expect([code, circuitVerdict(code)]).toEqual([code, 'nothing'])
})
