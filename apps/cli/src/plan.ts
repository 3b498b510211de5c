import { type Difference, differences } from './difference.ts'
import type { Document, Fields } from './document.ts'
import { CliError } from './problem.ts'
import { assignmentKey, configKey, type Installation } from './read-installation.ts'
import { mask, variableIn, withoutSecrets } from './secrets.ts'

export interface Step {
  readonly kind: 'create' | 'change' | 'delete'
  readonly what: 'connection' | 'sync configuration' | 'client' | 'site'
  /** As people read it: `Webshop ERP / products / pull`. */
  readonly title: string
  readonly differences: readonly Difference[]
  /** What the API is asked with: names, and the wanted fields. */
  readonly target: { readonly connection: string; readonly owner?: string; readonly current: Fields; readonly wanted: Fields }
}

export interface PlanOptions {
  /** Whether sync configurations and assignments that the file does not have are deleted. Connections never are. */
  readonly prune: boolean
  /** Whether secrets from the environment are also sent to connections that exist. */
  readonly secrets: boolean
}

/** The steps that make the installation what the file says, in the order in which they must be done. */
export function makePlan(wanted: Document, installation: Installation, options: PlanOptions): readonly Step[] {
  const known = { ...installation.document.connections, ...wanted.connections }
  const uses = [...Object.entries(wanted.clients), ...Object.entries(wanted.sites)]
  for (const [owner, list] of uses)
    for (const { connection } of list)
      if (!Object.hasOwn(known, connection)) throw new CliError(`"${owner}" uses the connection "${connection}", which does not exist`)
  return [
    ...Object.entries(wanted.connections).flatMap(([name, connection]) => connectionSteps(name, connection, installation, options)),
    ...Object.entries(wanted.connections).flatMap(([name, { syncConfigurations }]) =>
      listSteps({
        what: 'sync configuration',
        wanted: syncConfigurations.map((config) => ({ key: configKey(name, config), connection: name, fields: config })),
        current: (installation.document.connections[name]?.syncConfigurations ?? []).map((config) => ({
          key: configKey(name, config),
          connection: name,
          fields: config,
        })),
        options,
      }),
    ),
    ...(['client', 'site'] as const).flatMap((kind) => {
      const own = new Set(Object.keys(wanted.connections))
      const list = (document: Document) =>
        Object.entries(document[`${kind}s`]).flatMap(([owner, all]) =>
          all.map(({ connection, ...fields }) => ({ key: assignmentKey(kind, owner, connection), connection, owner, fields })),
        )
      const current = list(installation.document)
      return listSteps({ what: kind, wanted: list(wanted), current, options, mayDelete: ({ connection }) => own.has(connection) })
    }),
  ]
}

function connectionSteps(name: string, connection: Fields, { document }: Installation, { secrets }: PlanOptions): readonly Step[] {
  const { syncConfigurations: _, ...wanted } = connection
  const { syncConfigurations: __, ...current } = document.connections[name] ?? { syncConfigurations: [] }
  const credentials = (wanted.credentials ?? {}) as Fields
  if (document.connections[name] === undefined) {
    const masked = Object.entries(credentials).find(([, value]) => value === mask)
    if (masked)
      throw new CliError(`"${name}" is new, and its ${masked[0]} is not known here: name an environment variable, as in \${ERP_KEY}`)
    const target = { connection: name, current: {}, wanted: { name, ...wanted } }
    return [{ kind: 'create', what: 'connection', title: name, differences: differences({}, wanted), target }]
  }
  const sent = { ...wanted, credentials: secrets ? credentials : withoutSecrets(credentials) }
  const found = differences(current, withoutMasks(sent) as Fields)
  const target = { connection: name, current, wanted: sent }
  return found.length === 0 ? [] : [{ kind: 'change', what: 'connection', title: name, differences: found, target }]
}

/** Without masked values at any depth: they are no differences. */
function withoutMasks(value: unknown): unknown {
  if (Array.isArray(value) || typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).flatMap(([name, inner]) => (inner === mask ? [] : [[name, withoutMasks(inner)]])))
}

interface Listed {
  readonly key: string
  readonly connection: string
  readonly owner?: string
  readonly fields: Fields
}

interface Lists {
  readonly what: Exclude<Step['what'], 'connection'>
  readonly wanted: readonly Listed[]
  readonly current: readonly Listed[]
  readonly options: PlanOptions
  readonly mayDelete?: (listed: Listed) => boolean
}

function listSteps({ what, wanted, current, options, mayDelete = () => true }: Lists): readonly Step[] {
  const stepFor = (kind: Step['kind'], listed: Listed, before: Fields, found: readonly Difference[]): Step => ({
    kind,
    what,
    title: titleOf(listed),
    differences: found,
    target: {
      connection: listed.connection,
      ...(listed.owner !== undefined && { owner: listed.owner }),
      current: before,
      wanted: listed.fields,
    },
  })
  const changes = wanted.flatMap((listed): readonly Step[] => {
    const before = current.find(({ key }) => key === listed.key)?.fields
    const found = differences(before ?? {}, listed.fields)
    if (before !== undefined && found.length === 0) return []
    return [stepFor(before === undefined ? 'create' : 'change', listed, before ?? {}, found)]
  })
  const gone = options.prune ? current.filter((listed) => mayDelete(listed) && !wanted.some(({ key }) => key === listed.key)) : []
  return [...changes, ...gone.map((listed) => stepFor('delete', listed, listed.fields, []))]
}

const titleOf = ({ connection, owner, fields }: Listed): string =>
  owner === undefined ? `${connection} / ${fields.dataType} / ${fields.direction}` : `${owner} → ${connection}`

export const shownValue = (value: unknown): string => {
  const name = variableIn(value)
  if (name !== null) return `from $${name}`
  return value === undefined ? '(none)' : typeof value === 'string' ? value : JSON.stringify(value)
}
