import { type LinkspanClient, LinkspanError, ok } from '@linkspan/client'
import { mergePatch } from './difference.ts'
import type { Fields } from './document.ts'
import type { Step } from './plan.ts'
import { CliError } from './problem.ts'
import { assignmentKey, configKey, type Installation } from './read-installation.ts'
import { withSecrets } from './secrets.ts'

/**
 * Does the steps one after another. Bodies come from a file: the API checks them. Throws with the API's own words at the first that is
 * refused; those before it are done. A connection that somebody else has changed since the installation was read is refused too.
 */
export async function applySteps(
  linkspan: LinkspanClient,
  steps: readonly Step[],
  installation: Installation,
  environment: NodeJS.ProcessEnv,
) {
  const ids = new Map(installation.connectionIds)
  const idOf = (name: string): string => {
    const id = ids.get(name)
    if (id === undefined) throw new CliError(`There is no connection "${name}"`)
    return id
  }
  for (const step of steps) {
    if (step.what === 'connection') await applyConnection(linkspan, step, { ids, etags: installation.etags, environment })
    else if (step.what === 'sync configuration') await applyConfig(linkspan, step, installation, idOf)
    else await applyAssignment(linkspan, step, installation, idOf)
  }
}

interface ConnectionContext {
  readonly ids: Map<string, string>
  readonly etags: Installation['etags']
  readonly environment: NodeJS.ProcessEnv
}

async function applyConnection(linkspan: LinkspanClient, { kind, target }: Step, { ids, etags, environment }: ConnectionContext) {
  const { connection, current, wanted } = target
  const body = { ...wanted, credentials: withSecrets((wanted.credentials ?? {}) as Fields, environment) }
  if (kind === 'create') {
    const created = await ok(linkspan.POST('/erp/connections', { body: body as never }))
    ids.set(connection, created.id)
    return
  }
  const params = { path: { id: ids.get(connection) ?? '' }, header: { 'if-match': etags.get(connection) ?? '*' } }
  try {
    await ok(linkspan.PATCH('/erp/connections/{id}', { params, body: mergePatch(current, body) as never }))
  } catch (thrown) {
    if (!(thrown instanceof LinkspanError) || thrown.status !== 412) throw thrown
    throw new CliError(`Connection "${connection}" was changed by someone else after it was read: plan again`)
  }
}

async function applyConfig(linkspan: LinkspanClient, { kind, target }: Step, { configIds }: Installation, idOf: (name: string) => string) {
  const { connection, current, wanted } = target
  const path = { id: configIds.get(configKey(connection, (kind === 'delete' ? current : wanted) as never)) ?? '' }
  if (kind === 'create') await ok(linkspan.POST('/erp/sync-configs', { body: { ...wanted, erpConnectionId: idOf(connection) } as never }))
  else if (kind === 'change')
    await ok(linkspan.PATCH('/erp/sync-configs/{id}', { params: { path }, body: mergePatch(current, wanted) as never }))
  else await ok(linkspan.DELETE('/erp/sync-configs/{id}', { params: { path } }))
}

async function applyAssignment(linkspan: LinkspanClient, step: Step, { assignmentIds }: Installation, idOf: (name: string) => string) {
  const { kind, what, target } = step
  const { connection, owner = '', current, wanted } = target
  const assignmentId = assignmentIds.get(assignmentKey(what as 'client' | 'site', owner, connection)) ?? ''
  const whole = { ...current, ...wanted, settings: { ...(current.settings as Fields), ...(wanted.settings as Fields) } }
  const body = { ...whole, erpConnectionId: idOf(connection) } as never
  if (what === 'client') {
    const path = { clientId: owner }
    if (kind === 'delete')
      await ok(linkspan.DELETE('/clients/{clientId}/erp-assignments/{assignmentId}', { params: { path: { ...path, assignmentId } } }))
    else await ok(linkspan.POST('/clients/{clientId}/erp-assignments', { params: { path }, body }))
    return
  }
  const path = { siteId: owner }
  if (kind === 'delete')
    await ok(linkspan.DELETE('/sites/{siteId}/erp-assignments/{assignmentId}', { params: { path: { ...path, assignmentId } } }))
  else await ok(linkspan.POST('/sites/{siteId}/erp-assignments', { params: { path }, body }))
}
