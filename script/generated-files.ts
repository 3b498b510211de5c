import { createConnectorRegistry } from '@linkspan/connectors'
import {
  type Connector,
  canonicalFields,
  dataTypeIds,
  dataTypes,
  describeEnvironment,
  type FieldSource,
  filterOperators,
  operationNames,
  operations,
  type RateLimit,
  secretFields,
} from '@linkspan/core'
import { z } from 'zod'
import { printTypes } from '../packages/client/script/print-types.ts'
import { describeApi } from './describe-api.ts'
import { describeErrors } from './describe-errors.ts'
import { describeMetrics } from './describe-metrics.ts'

/** The files that are printed from the code, by path. */
export async function generatedFiles(): Promise<Readonly<Record<string, string>>> {
  const api = await describeApi()
  return {
    '.env.example': describeEnvironment(),
    'docs/errors.md': describeErrors(),
    'docs/connectors.md': describeConnectors(),
    'docs/mapping.md': describeMapping(),
    'docs/metrics.md': await describeMetrics(api.metrics),
    'packages/client/src/openapi.ts': await printTypes(api.openApi),
  }
}

function describeMapping(): string {
  const rows = operationNames.map((name) => {
    const { description, options } = operations[name]
    const value = options instanceof z.ZodUndefined ? '' : optionsOf(z.toJSONSchema(options, { io: 'input', unrepresentable: 'any' }))
    return `| \`${name}\` | ${description} | ${value} |`
  })
  return `# Mapping

A connector makes canonical records of an ERP's rows by itself. Where that is not enough, a sync configuration says more; its
\`settings\` are heeded in this order, record by record:

1. \`fieldMapping\`: canonical field → path in the row as the ERP gives it, as in \`{"name": "texts[0].text", "lines[].sku": "items[].art"}\`.
   Names are parted by dots, \`[2]\` is a place in a list, \`[]\` each of a list. What the row does not have there is left out, also where the
   connector has found something elsewhere. \`id\` gives the record itself another id.
2. \`transformations\`: a list of \`{field, operation, value?}\`, taken in their order. All arithmetic is decimal and exact.
3. \`filters\`: a list of \`{field, operator, value}\` that a record must meet all, or short \`{"active": true, "category": ["A", "B"]}\`. Operators are
   ${filterOperators.map((operator) => `\`${operator}\``).join(', ')}.
   \`raw.…\` looks at the row as it came. What is filtered out is counted in \`recordsFiltered\`; what is stored of it already goes with the next full sync, like what the ERP has no more.
   Where a field that no mapping changes must be one text, or one of several, and the connector knows how, the ERP is not even asked for the rest.
4. The canonical schema has the last word. What it refuses, and what a transformation cannot do, is in the run's rejects, with path, value
   and reason. Once the mapping is mended, \`POST /erp/sync-logs/:id/retry\` reads again what that run read.

Fields are the canonical ones of the data type; unknown ones are refused when the configuration is saved. After a change, a sync with
\`"mode": "full"\` reads again what has not changed since.

| operation | what it does | value |
|---|---|---|
${rows.join('\n')}

## jsonata

The value is a [JSONata](https://docs.jsonata.org) expression over the row as the ERP gives it, as in

\`\`\`json
{ "field": "name", "operation": "jsonata", "value": "texts[lang='de'].text" }
{ "field": "lines[].sku", "operation": "jsonata", "value": "positions[$index].article.number" }
\`\`\`

- Plain names, \`$\` and \`$$\` are the row; \`$value\` is the field as it is by now, \`$fields\` all fields as they are by now. In a list (\`lines[].sku\`)
  it is worked out for each place, and \`$index\` is its number, from 0.
- What gives nothing takes the field out. What fails rejects the record, with JSONata's reason.
- JSONata calculates in binary floating point: take \`multiply\` and \`round\` for money. \`$now()\` and \`$random()\` make every record a changed one.
- One that cannot be read is refused when it is saved, with the place. At most 5,000 characters; a result has at most 100,000.
- Expressions are worked out in [a process of their own](decisions/0006-expressions-in-a-process.md), some 10,000 a second. One that takes longer than a second,
  or more than 128 MB, rejects the record; with more than ten records the run ends in \`setup.mapping-exhausting\`.

## Canonical fields

${dataTypeIds.map((id) => `- ${id}: ${canonicalFields[id].map((field) => `\`${field}\``).join(', ')}`).join('\n')}
`
}

/** The value of an operation in few words: the fields of an object, or its type. */
function optionsOf(schema: z.core.JSONSchema.BaseSchema): string {
  if (schema.anyOf) return schema.anyOf.map((one) => optionsOf(one as z.core.JSONSchema.BaseSchema)).join(' or ')
  if (schema.properties) {
    const required = new Set(schema.required)
    return `\`{${Object.keys(schema.properties)
      .map((name) => (required.has(name) ? name : `${name}?`))
      .join(', ')}}\``
  }
  return schema.type ? [schema.type].flat().join(' or ') : 'any'
}

function describeSources(title: string, sources: readonly FieldSource[]): string {
  const rows = sources.map(
    ({ field, sources, note = '' }) => `| \`${field}\` | ${sources.map((source) => `\`${source}\``).join(', ')} | ${note} |`,
  )
  return `
### ${title}

| field | found in | |
|---|---|---|
${rows.join('\n')}
`
}

function describeService({ method, providers, product }: Connector): string {
  const served = providers === 'all' ? 'all providers' : `provider ${providers.join(', ')}`
  return `Method \`${method}\`, ${served}${product === undefined ? '' : `, \`settings.product\` \`${product}\``}.`
}

function describeCredentials({ credentials }: Connector): string {
  const secrets = secretFields(credentials)
  return Object.keys(credentials.shape)
    .map((field) => (secrets.includes(field) ? `*\`${field}\`*` : `\`${field}\``))
    .join(', ')
}

function describeLimit({ max, perMs, concurrency }: RateLimit): string {
  const atOnce = concurrency === undefined ? '' : `, and no more than ${concurrency} at the same time`
  return `At most ${max} calls in ${perMs} ms${atOnce}. \`settings.rateLimit\` replaces the window, \`settings.maxConcurrentCalls\` lowers the number at the same time.`
}

function describeConnectors(): string {
  const sections = createConnectorRegistry().all.map((connector) => {
    const types = Object.entries(connector.capabilities).map(
      ([dataType, { pull, push }]) =>
        `| ${dataTypes[dataType as keyof typeof dataTypes].title} | ${pull ?? 'no'} | ${push ? 'yes' : 'no'} |`,
    )
    return `## ${connector.title} (\`${connector.id}\`)

${describeService(connector)} Credentials (secret ones in italics): ${describeCredentials(connector)}.
Settings of its own: ${Object.keys(connector.settings.shape)
      .map((field) => `\`${field}\``)
      .join(', ')}.
${describeLimit(connector.rateLimit)}
How to set it up: [packages/connectors/src/${connector.id}](../packages/connectors/src/${connector.id}/README.md).

| data type | pull | push |
|---|---|---|
${types.join('\n')}
${Object.entries(connector.fieldSources ?? {})
  .map(([dataType, sources]) => describeSources(dataTypes[dataType as keyof typeof dataTypes].title, sources))
  .join('')}`
  })
  return `# Connectors

What each connector can do. \`full\`: everything is read every time; \`incremental\`: only what changed, where the ERP can say.
Below each connector stands where its own mapping finds canonical fields in the ERP's rows, best first; those of \`rest\` and \`sftp\` are
compared without case, accents, blanks and \`_ - . #\`. A \`fieldMapping\` ([mapping](mapping.md)) replaces single ones, and
\`POST /erp/connections/{id}/preview\` shows what comes of it. \`GET /erp/providers\` has the same tables as \`fieldSources\`.
This page is printed from the registry in the code.

${sections.join('\n')}`
}
