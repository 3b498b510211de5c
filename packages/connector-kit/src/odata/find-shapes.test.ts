import { expect, test } from 'vitest'
import { findShapes } from './find-shapes.ts'
import { parseMetadata } from './metadata.ts'

const edmx = `<?xml version="1.0" encoding="utf-8"?>
<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema Namespace="Fo" xmlns="http://docs.oasis-open.org/odata/ns/edm">
<EntityType Name="Common" Abstract="true"><Key><PropertyRef Name="dataAreaId"/></Key><Property Name="dataAreaId" Type="Edm.String"/></EntityType>
<EntityType Name="Order" BaseType="Fo.Common"><Property Type="Edm.String" Name='SalesOrderNumber'/>
<NavigationProperty Name="Lines" Type="Collection(Fo.OrderLine)"/></EntityType>
<EntityType Name="OrderLine"><Property Name="LineNumber" Type="Edm.Decimal"/></EntityType>
<EntityType Name="Empty" BaseType="Fo.Empty"/>
<EntityContainer Name="Resources"><EntitySet Name="Orders" EntityType="Fo.Order"><NavigationPropertyBinding Path="Lines" Target="OrderLines"/></EntitySet>
<EntitySet Name="OrderLines" EntityType="Fo.OrderLine"/><EntitySet Name="Empties" EntityType="Fo.Empty"/></EntityContainer>
</Schema></edmx:DataServices></edmx:Edmx>`

test('the sets that are wanted have what a parser of the whole document finds', async () => {
  const whole = await parseMetadata(edmx)
  expect(findShapes(edmx, () => true)).toEqual(whole)
  expect(findShapes(edmx, (set) => set === 'Orders')).toEqual(new Map([['Orders', whole.get('Orders')]]))
})

test('a type that has nothing, or inherits from itself, ends the search', () => {
  expect(findShapes(edmx, (set) => set === 'Empties').get('Empties')).toEqual({ properties: new Set(), links: new Set() })
})

test.each([edmx.slice(0, -10), edmx.slice(0, 60), '{"value": [{"na', ''])(
  'a document that ends too early is cut short, not one with fewer entity sets (%#)',
  (text) => {
    expect(() => findShapes(text, () => true)).toThrow(expect.objectContaining({ code: 'remote.cut-short' }))
  },
)

test('a page of a login is no metadata', () => {
  expect(() => findShapes('<html>Sign in</html>', () => true)).toThrow(expect.objectContaining({ code: 'setup.answer-unexpected' }))
})
