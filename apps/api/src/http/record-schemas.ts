import { type DataTypeId, dataTypeIds, dataTypes, type JsonSchema, recordJsonSchema } from '@linkspan/core'

const names: Readonly<Record<DataTypeId, string>> = {
  orders: 'Order',
  products: 'Product',
  inventory: 'Inventory',
  order_status: 'OrderStatus',
  employees: 'Employee',
  invoices: 'Invoice',
}

const ref = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` })

type Schemas = Record<string, JsonSchema | undefined>

/** The schema of an envelope with one property replaced. */
const withProperties = (envelope: JsonSchema, properties: JsonSchema): JsonSchema => ({
  ...envelope,
  properties: { ...(envelope.properties as JsonSchema), ...properties },
})

/** Adds what each data type's records hold to the schemas of the OpenAPI document: the record that is read, and the one that is posted. */
export function addRecordSchemas(schemas: Schemas): void {
  for (const envelope of ['ERPRecord', 'ERPRecordInput']) typeEnvelope(schemas, envelope)
  typeWrittenRecords(schemas)
}

function typeEnvelope(schemas: Schemas, envelopeName: string): void {
  const envelope = schemas[envelopeName]
  if (!envelope) return
  const suffix = envelopeName.slice('ERPRecord'.length)
  for (const id of dataTypeIds) {
    const { title, schema } = dataTypes[id]
    schemas[`ERP${names[id]}`] = { title, ...recordJsonSchema(schema, 'stored') }
    schemas[`ERP${names[id]}Record${suffix}`] = withProperties(envelope, {
      dataType: { type: 'string', const: id },
      data: ref(`ERP${names[id]}`),
    })
  }
  const mapping = Object.fromEntries(dataTypeIds.map((id) => [id, ref(`ERP${names[id]}Record${suffix}`).$ref]))
  schemas[envelopeName] = {
    description: 'A record as it is stored. Its `dataType` says which fields `data` has. `version` counts its changes.',
    oneOf: dataTypeIds.map((id) => ref(`ERP${names[id]}Record${suffix}`)),
    discriminator: { propertyName: 'dataType', mapping },
  }
}

function typeWrittenRecords(schemas: Schemas): void {
  for (const written of ['ERPWrittenRecord', 'ERPWrittenRecordInput']) {
    const loose = schemas[written]
    if (!loose) continue
    for (const id of dataTypeIds) {
      const fields = recordJsonSchema(dataTypes[id].schema, 'written')
      schemas[`ERP${names[id]}Fields`] = { title: `Fields: ${dataTypes[id].title}`, ...fields }
      schemas[`ERPWritten${names[id]}`] = { ...withProperties(fields, { id: idOf(loose) }), required: ['id'] }
    }
    schemas.ERPWrittenEnvelope = {
      description: 'A record as it is read. Only `id`, `data` and `updatedAt` are used: when the system changed it.',
      ...envelopeOf(schemas, idOf(loose)),
    }
    schemas[written] = {
      description: 'The fields of one data type beside an `id`, or the envelope in which records are read. null removes a field.',
      anyOf: [...dataTypeIds.map((id) => ref(`ERPWritten${names[id]}`)), ref('ERPWrittenEnvelope')],
    }
  }
}

const idOf = ({ properties }: JsonSchema): JsonSchema => ({
  ...((properties as JsonSchema).id as JsonSchema),
  description: "The system's id of the record.",
})

function envelopeOf(schemas: Schemas, id: JsonSchema): JsonSchema {
  const { properties } = schemas[`ERP${names.products}Record`] ?? schemas[`ERP${names.products}RecordInput`] ?? {}
  const data = { anyOf: dataTypeIds.map((each) => ref(`ERP${names[each]}Fields`)) }
  return {
    type: 'object',
    properties: { ...(properties as JsonSchema), dataType: ref('ERPDataType'), id, data },
    required: ['id', 'data'],
    additionalProperties: false,
  }
}
