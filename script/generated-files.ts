import { createConnectorRegistry } from '@linkspan/connectors'
import { dataTypes, describeEnvironment, errorCatalog } from '@linkspan/core'
import { printTypes } from '../packages/client/script/print-types.ts'
import { openApiDocument } from './openapi-document.ts'

/** The files that are printed from the code, by path. */
export const generatedFiles = async (): Promise<Readonly<Record<string, string>>> => ({
  '.env.example': describeEnvironment(),
  'docs/errors.md': describeErrors(),
  'docs/connectors.md': describeConnectors(),
  'packages/client/src/openapi.ts': await printTypes(await openApiDocument()),
})

const actors = {
  request: 'the caller',
  setup: 'an administrator',
  record: "the record's owner",
  transient: 'nobody: it is tried again, with backoff',
  wait: 'nobody: it goes on after a pause',
  bug: 'us',
} as const

function describeErrors(): string {
  const rows = Object.entries(errorCatalog).map(
    ([code, { kind, status, title, hint }]) => `| \`${code}\` | ${title} | ${status} | ${actors[kind]} | ${hint} |`,
  )
  return `# Errors

Every failure has a code, and every code says who acts next. \`errorDetails\` of a sync log, \`code\` of an HTTP problem
document and the workers' logs use the same ones. This page is printed from the catalogue in the code.

| code | what happened | HTTP | who acts | what to do |
|---|---|---|---|---|
${rows.join('\n')}
`
}

function describeConnectors(): string {
  const sections = createConnectorRegistry().all.map((connector) => {
    const types = Object.entries(connector.capabilities).map(
      ([dataType, { pull }]) => `| ${dataTypes[dataType as keyof typeof dataTypes].title} | ${pull ?? 'no'} |`,
    )
    return `## ${connector.title} (\`${connector.id}\`)

Method \`${connector.method}\`. Credentials: ${Object.keys(connector.credentials.shape)
      .map((field) => `\`${field}\``)
      .join(', ')}.
Settings of its own: ${Object.keys(connector.settings.shape)
      .map((field) => `\`${field}\``)
      .join(', ')}.
At most ${connector.rateLimit.max} calls in ${connector.rateLimit.perMs} ms, unless \`settings.rateLimit\` says otherwise.
How to set it up: [packages/connectors/src/${connector.id}](../packages/connectors/src/${connector.id}/README.md).

| data type | pull |
|---|---|
${types.join('\n')}
`
  })
  return `# Connectors

What each connector can do. \`full\`: everything is read every time; \`incremental\`: only what changed, where the ERP can say.
This page is printed from the registry in the code.

${sections.join('\n')}`
}
