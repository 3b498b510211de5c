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
  orderStatusWords,
  type RateLimit,
  secretFields,
} from '@linkspan/core'
import { z } from 'zod'
import { printTypes } from '../packages/client/script/print-types.ts'
import { withCorpusFigure } from './count-corpus.ts'
import { describeApi } from './describe-api.ts'
import { describeErrors } from './describe-errors.ts'
import { describeMetrics } from './describe-metrics.ts'
import { printGuideExamples } from './guide-examples.ts'

/** Returns the content of every generated file, by path. */
export async function generatedFiles(): Promise<Readonly<Record<string, string>>> {
  const api = await describeApi()
  return {
    '.env.example': describeEnvironment(),
    'README.md': withCorpusFigure('README.md'),
    'apps/api/src/openapi/guide-examples.ts': printGuideExamples(),
    'docs/errors.md': describeErrors(),
    'docs/connectors.md': describeConnectors(),
    'docs/mapping.md': describeMapping(),
    'docs/metrics.md': await describeMetrics(api.metrics),
    'test/corpus/README.md': withCorpusFigure('test/corpus/README.md'),
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

A connector turns the rows of an ERP into canonical records without any settings. If that is not enough, the \`settings\` of a sync configuration add to it.
They are applied to each record in this order. [Which setting goes where](where-settings-go.md) compares them with those of a connection.

1. \`fieldMapping\`: canonical field → path in the row as the ERP sends it, as in \`{"name": "texts[0].text", "lines[].sku": "items[].art"}\`.
   Dots separate names, \`[2]\` or \`.2\` is one item of a list, and \`[]\` is every item. If the row has nothing at the path, the field is removed, even if the
   connector had found a value elsewhere. \`id\` gives the record another id.
2. \`transformations\`: a list of \`{field, operation, value?}\`, applied in their order. All arithmetic is decimal and exact.
3. \`filters\`: a list of \`{field, operator, value}\`, all of which a record must meet; or in short form \`{"active": true, "category": ["A", "B"]}\`.
   The operators are ${filterOperators.map((operator) => `\`${operator}\``).join(', ')}.
   \`raw.…\` points into the row as the ERP sent it. Records that are filtered out are counted in \`recordsFiltered\`. If such a record is stored
   already, the next full sync deletes it, like a record that the ERP no longer has. If a filter asks for one or several texts in a field that no
   mapping changes, and the connector supports it, Linkspan does not even ask the ERP for the other records.
4. The canonical schema has the last word. Records that it refuses, or for which a transformation fails, are rejects of the run, each with path,
   value and reason. After you have corrected the mapping, \`POST /erp/sync-logs/:id/retry\` reads the same records again.

Fields are the canonical fields of the data type; unknown ones are refused when the configuration is saved. After a change of the mapping, a
sync with \`"mode": "full"\` reads all records again, also those that have not changed in the ERP.

| operation | what it does | value |
|---|---|---|
${rows.join('\n')}

## jsonata

The value is a [JSONata](https://docs.jsonata.org) expression over the row as the ERP sends it, as in

\`\`\`json
{ "field": "name", "operation": "jsonata", "value": "texts[lang='de'].text" }
{ "field": "lines[].sku", "operation": "jsonata", "value": "positions[$index].article.number" }
\`\`\`

- Plain names, \`$\` and \`$$\` refer to the row; \`$value\` is the field and \`$fields\` are all fields, both after the steps before. In a list
  (\`lines[].sku\`) the expression is evaluated for each item, and \`$index\` is its position, from 0.
- An expression that returns nothing removes the field. One that fails rejects the record, with JSONata's reason.
- JSONata calculates in binary floating point: use \`multiply\` and \`round\` for money. \`$now()\` and \`$random()\` make every record a changed one.
- An expression that cannot be parsed is refused when it is saved, and the message says at which character. An expression has at most 5,000
  characters, and its result at most 100,000.
- Expressions are evaluated in [a process of their own](decisions/0006-expressions-in-a-process.md), some 10,000 a second. If an expression takes longer than a
  second, or more than 128 MB, the record is rejected; if that happens to more than ten records, the run ends in \`setup.mapping-exhausting\`.

## Trying a mapping

\`POST /erp/connections/{id}/preview\` reads rows from the ERP, and \`POST /erp/mapping/evaluate\` maps rows that you have, without the ERP: with
\`trace\` it shows the value of each field after each step. A sync with \`"dryRun": true\` and a \`mapping\` tries it on everything, and stores nothing.
\`GET /erp/data-types\` and \`GET /erp/mapping-operations\` describe fields and operations for programs.

Each change of a sync configuration is kept, 50 states at most: \`GET /erp/sync-configs/{id}/revisions\` says who changed what and when, and a \`PUT\`
with the \`content\` of an old state takes the configuration back.

## Backwards

A push runs the mapping backwards: each field is written to the path that it is read from, after the inverse of each step. What cannot be
turned round is read-only towards the ERP, unless the step says how with \`push\`: \`"strip"\` removes what \`pad\` added, \`{"pad": 18}\` adds
the zeros that \`strip_leading_zeros\` removed, \`"swap"\` runs \`replace\` the other way round, and \`{"jsonata": "…"}\` computes the value from the
outgoing record, for any operation. More: [records that both sides write](two-way.md#what-a-mapping-does-in-each-direction).

## The status of an order

All connectors, and all mappings, read the status of an order by one table, in any case and with any separator. A word that is not in it
becomes \`unknown\`; the ERP's own word is kept as \`statusRaw\`. A connector may know more about its own ERP than a word tells.

| status | words |
|---|---|
${[...orderStatusWords].map(([status, words]) => `| \`${status}\` | ${words.join(', ')} |`).join('\n')}

An order shows what \`order_status\` tells of it: when a status record changes, the order gets its status and a new version in the same step, and comes
in the change feed. The two are matched by \`orderExternalId\`, else by \`orderNumber\` (and \`companyId\`). The order's own status counts again once
the ERP changes that one. If a status record is deleted, the order shows what the latest of its other status records tells, or its own status. The order as the ERP sent it stays as it was: nothing of this is pushed, and to post an order back as it was read is no edit.

## Canonical fields

${dataTypeIds.map((id) => `- ${id}: ${canonicalFields[id].map((field) => `\`${field}\``).join(', ')}`).join('\n')}
`
}

/** Describes the value of an operation: the fields of an object, or its type. */
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

function describeChoices({ choices = {} }: Connector): string {
  const fields = Object.keys(choices).map((field) => `\`${field}\``)
  return fields.length === 0 ? '' : `The ERP lists the values of ${fields.join(', ')} (\`GET /erp/connections/{id}/choices/{field}\`).\n`
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
${describeChoices(connector)}${describeLimit(connector.rateLimit)}
How to set it up: [packages/connectors/src/${connector.id}](../packages/connectors/src/${connector.id}/README.md).

| data type | pull | push |
|---|---|---|
${types.join('\n')}
${Object.entries(connector.fieldSources ?? {})
  .map(([dataType, sources]) => describeSources(dataTypes[dataType as keyof typeof dataTypes].title, sources))
  .join('')}`
  })
  return `# Connectors

What each connector can do. \`full\`: every sync reads everything; \`incremental\`: a sync reads only what has changed, if the ERP can tell.
The tables of each connector show in which columns of the ERP's rows its own mapping finds the canonical fields, best first. \`rest\` and
\`sftp\` compare these names without case, accents, blanks and \`_ - . #\`. A \`fieldMapping\` ([mapping](mapping.md)) replaces single
fields, and \`POST /erp/connections/{id}/preview\` shows the result. \`GET /erp/providers\` returns the same tables as \`fieldSources\`.
This page is generated from the registry in the code.

${sections.join('\n')}`
}
