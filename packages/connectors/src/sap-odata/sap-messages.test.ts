import { expect, test } from 'vitest'
import { isBeingProcessed, refusalWords, remarksIn } from './sap-messages.ts'

const general = { code: '/IWBEP/CX_MGW_BUSI_EXCEPTION', message: { lang: 'en', value: 'An exception was raised' } }
const v2 = (error: object, ...errordetails: readonly object[]) => JSON.stringify({ error: { ...error, innererror: { errordetails } } })

test.each([
  ['the message, once', v2({ code: 'V1/302', message: { value: 'No item' } }, { message: 'No item', severity: 'error' }), 'No item'],
  ['all errors', v2({ code: 'V1/302', message: { value: 'A' } }, { message: 'A' }, { message: 'B', severity: 'error' }), 'A · B'],
  ['no warnings', v2({ code: 'V1/302', message: { value: 'A' } }, { message: 'Hm', severity: 'warning' }), 'A'],
  ['the reasons behind a general message', v2(general, { message: 'Enter a quantity', severity: 'error' }), 'Enter a quantity'],
  ['a general message that stands alone', v2(general), 'An exception was raised'],
  ['V4', '{"error":{"code":"X/1","message":"A","details":[{"message":"B"}]}}', 'A · B'],
  ['a page', '<html><body><h1>Service cannot be reached</h1></body></html>', 'Service cannot be reached'],
  ['nothing', '', ''],
])('the words of a refusal: %s', (_, body, words) => {
  expect(refusalWords(body)).toBe(words)
})

test.each([
  ['Sales document 4711 is currently being processed (by user MUELLER)', true],
  ['Object requested is currently locked by user MUELLER', true],
  ['Verkaufsbeleg 4711 wird gerade vom Benutzer MUELLER bearbeitet', true],
  ['Customer 17100001 is locked for all sales areas', false],
  ['Debitor 17100001 ist für alle Vertriebsbereiche gesperrt', false],
  ['Material TG11 has status: Locked for procurement', false],
])('"%s" passes without help: %s', (words, passes) => {
  expect(isBeingProcessed(words)).toBe(passes)
})

test('remarks are read from the header, and anything else is no remark', () => {
  const remarks = (header?: string) => remarksIn({ header: () => header })
  expect(remarks('{"message":"Incomplete","severity":"warning","details":[{"message":"No incoterms"}]}')).toEqual([
    'Incomplete',
    'No incoterms',
  ])
  expect(remarks('Incomplete')).toEqual([])
  expect(remarks()).toEqual([])
})
