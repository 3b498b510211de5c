import { expect, test } from 'vitest'
import { compareReferences } from './compare-references.ts'

test.each([
  ['ord-1a', 'ORD-1A', 'same'],
  ['0004711', '4711', 'same'],
  ['4711', '0000004711', 'same'],
  ['ORD1', ' ORD1     ', 'same'],
  ['LS0123456789AB', 'LS0123456789', 'same'],
  ['LS0123456789AB', 'LS0123', 'other'],
  ['WEBSHOP20261', 'WEBSHOP2026', 'near'],
  ['ORD-1', 'ORD1', 'near'],
  ['O-10', 'O-1', 'other'],
  ['10012', '1001', 'other'],
  ['A', '', 'other'],
] as const)('%s and %s are %s', (ours, theirs, fit) => {
  expect(compareReferences(ours, theirs)).toBe(fit)
})
