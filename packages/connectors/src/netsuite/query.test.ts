import { expect, test } from 'vitest'
import { columnsOf, idLiteral, isAfter, textLiteral, timeLiteral, toSql } from './query.ts'

test('a text is never more than a text', () => {
  expect(textLiteral("O'Brien' OR '1'='1")).toBe("'O''Brien'' OR ''1''=''1'")
  expect([idLiteral('55'), idLiteral('-5'), idLiteral("5' OR '1'='1")]).toEqual(['55', '-5', "'5'' OR ''1''=''1'"])
  expect(timeLiteral('2026-01-31 10:00:00')).toBe("TO_DATE('2026-01-31 10:00:00','YYYY-MM-DD HH24:MI:SS')")
})

test('rows after one are asked for by all its keys', () => {
  const keys = [
    { name: 'item', sql: 'a.item' },
    { name: 'location', sql: 'a.location' },
  ]
  expect(isAfter(keys.slice(0, 1), ['5'])).toBe('a.item > 5')
  expect(isAfter(keys, ['5', '7'])).toBe('(a.item > 5 OR (a.item = 5 AND a.location > 7))')
})

test('a query names its columns, and is sorted by its keys', () => {
  const query = { columns: columnsOf('i', ['id', 'itemId']), from: 'item i', where: ["i.isinactive = 'F'"] }
  expect(toSql(query, [{ name: 'id', sql: 'i.id' }])).toBe(
    "SELECT i.id AS id, i.itemid AS itemid FROM item i WHERE i.isinactive = 'F' ORDER BY i.id",
  )
})
