import { expect, test } from 'vitest'
import { parseMetadata } from './metadata.ts'

const edmx = `<?xml version="1.0" encoding="utf-8"?>
<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema Namespace="Microsoft.NAV" xmlns="http://docs.oasis-open.org/odata/ns/edm">
<EntityType Name="entity" Abstract="true"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.Guid"/></EntityType>
<EntityType Name="item" BaseType="Microsoft.NAV.entity"><Property Name="number" Type="Edm.String"/>
<NavigationProperty Name="itemVariants" Type="Collection(Microsoft.NAV.itemVariant)"/></EntityType>
<EntityContainer Name="NAV"><EntitySet Name="items" EntityType="Microsoft.NAV.item"/><EntitySet Name="others" EntityType="Microsoft.NAV.unknown"/></EntityContainer>
</Schema></edmx:DataServices></edmx:Edmx>`

test('each entity set has the properties of its type, inherited ones too', async () => {
  const shape = await parseMetadata(edmx)
  expect([...shape.keys()]).toEqual(['items', 'others'])
  expect([...(shape.get('items')?.properties ?? [])].sort()).toEqual(['id', 'number'])
  expect([...(shape.get('items')?.links ?? [])]).toEqual(['itemVariants'])
  expect(shape.get('others')?.properties.size).toBe(0)
})

test('types that inherit from each other end the search', async () => {
  const circle = edmx.replace('Name="entity" Abstract="true"', 'Name="entity" BaseType="Microsoft.NAV.item"')
  expect([...((await parseMetadata(circle)).get('items')?.properties ?? [])].sort()).toEqual(['id', 'number'])
})

test('what is no XML is no metadata', async () => {
  await expect(parseMetadata('{"value":[]}')).rejects.toMatchObject({ code: 'setup.answer-unexpected' })
})
