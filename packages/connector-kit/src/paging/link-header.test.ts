import { expect, test } from 'vitest'
import { nextInHeader } from './link-header.ts'

const from = (link: string) =>
  nextInHeader({
    header: (name) => (name === 'link' ? link : undefined),
    url: new URL('http://erp/x'),
    place: 'GET /x',
    serverTime: undefined,
  })

test.each([
  ['</x?p=2>; rel="next"', '/x?p=2'],
  ['<x.css>; rel=preload; crossorigin, </x?p=2>; rel="next"', '/x?p=2'],
  ['</x?p=1>; rel="prev first", </x?a=1,2>; title="a, b"; rel=next', '/x?a=1,2'],
  ['</x?p=2>; crossorigin; rel="last next"', '/x?p=2'],
  ['malformed, </x?p=2>; rel=next', '/x?p=2'],
  ['<<>>;;; rel=', null],
  ['</x>; rel="nextish"', null],
  ['</x>; rel=prev; title="; rel=next"', null],
  ['', null],
])('in %s the next one is %s', (link, next) => {
  expect(from(link)).toBe(next)
})

test('a next link that cannot be read is told', () => {
  expect(() => from('x?p=2; rel="next"')).toThrow('the next link in the Link header cannot be read')
})
