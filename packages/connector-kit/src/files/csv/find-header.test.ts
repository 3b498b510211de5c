import { expect, test } from 'vitest'
import { headerIndex } from './find-header.ts'

const index = (text: string) => headerIndex(text.split('\n').map((line) => line.split(';')))

test.each([
  ['no title', 'sku;name;price\nA1;Mug;1.50\nA2;Cup;2.50', 0],
  ['a title of one cell', 'Articles\nsku;name;price\nA1;Mug;1.50', 1],
  ['titles of several cells', 'Report;Articles\nDate;23.11.2026;by;Ann\nsku;name;price\nA1;Mug;1.50\nA2;Cup;2.50', 2],
  ['titles that are padded with blank cells', 'Plant;Main;;;\nsku;name;price;uom;qty\nA1;Mug;1.50;EA;5\nA2;Cup;2.50;EA;6', 1],
  ['titles above a table with a footer', 'By;Ann\nsku;name;price\nA1;Mug;1.50\nA2;Cup;2.50\nTotal;4.00', 1],
])('the header is found below %s', (_, text, at) => {
  expect(index(text)).toBe(at)
})

test.each([
  ['rows have a delimiter too many', 'sku;name\nA1;Mug; blue\nA2;Cup; red'],
  ['some rows fit the header', 'sku;name\nA1;Mug\nA2;Cup; red; large\nA3;Pot; blue; small'],
  ['half of its names are missing, and nothing shows that the next row has names', 'sku;name;;;\nA1;Mug;red;EA;x\nA2;Cup;blue;EA;y'],
  ['there is one row', 'sku;name\nA1;Mug;x'],
])('the first row stays the header if %s', (_, text) => {
  expect(index(text)).toBe(0)
})
