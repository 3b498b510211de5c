import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { ScaledObject } from '@kubernetes-models/keda/keda.sh/v1alpha1/ScaledObject'
import { Deployment } from 'kubernetes-models/apps/v1/Deployment'
import { Ingress } from 'kubernetes-models/networking.k8s.io/v1/Ingress'
import { NetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1/NetworkPolicy'
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1/PodDisruptionBudget'
import { Namespace } from 'kubernetes-models/v1/Namespace'
import { Secret } from 'kubernetes-models/v1/Secret'
import { Service } from 'kubernetes-models/v1/Service'
import { parseAllDocuments } from 'yaml'

const models = { Deployment, Ingress, Namespace, NetworkPolicy, PodDisruptionBudget, ScaledObject, Secret, Service }
type Models = typeof models
type Kind = keyof Models
type Documents = { readonly [Name in Kind]: InstanceType<Models[Name]> }

export const folder = join(import.meta.dirname, '../../deploy/kubernetes')

/** A document of a YAML file, as it stands there: nothing is known of it before it is validated. */
export interface Manifest {
  /** Relative to `deploy/kubernetes`. */
  readonly file: string
  readonly document: { readonly apiVersion?: unknown; readonly kind?: unknown; readonly metadata?: { readonly name?: string } }
}

export function readYaml(file: string): readonly Manifest['document'][] {
  return parseAllDocuments(readFileSync(join(folder, file), 'utf8')).map((document) => {
    if (document.errors.length > 0) throw new Error(`${file}: ${document.errors[0]?.message}`)
    return document.toJS()
  })
}

const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
  .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
  .sort()

export const kustomizations: readonly string[] = files.filter((file) => file.endsWith('kustomization.yaml'))

/** What the cluster is given, examples included. */
export const manifests: readonly Manifest[] = files
  .filter((file) => !kustomizations.includes(file))
  .flatMap((file) => readYaml(file).map((document) => ({ file, document })))

/** All documents of a kind. */
export const allOf = <Name extends Kind>(kind: Name): readonly Documents[Name][] =>
  manifests.flatMap(({ document }) => (document.kind === kind ? [document as unknown as Documents[Name]] : []))

/** The document of a kind and name. Throws if there is none. */
export function find<Name extends Kind>(kind: Name, name: string): Documents[Name] {
  const found = allOf(kind).find(({ metadata }) => metadata?.name === name)
  if (!found) throw new Error(`There is no ${kind} ${name}`)
  return found
}

/** Everything in a document that the API server, or KEDA, would refuse or ignore: empty if there is nothing. */
export function faultsOf({ document }: Pick<Manifest, 'document'>): readonly string[] {
  const model = Object.hasOwn(models, String(document.kind)) ? models[document.kind as Kind] : undefined
  if (model === undefined) return [`No schema is known for the kind ${document.kind}`]
  const unread = new Set<string>()
  try {
    model.prototype.validate.call(noteReads(document, '', unread))
  } catch (error) {
    return [(error as Error).message]
  }
  return [...unread].map((path) => `${path} is not a field`)
}

/**
 * The same value, which takes each field out of `unread` when it is read. The validators pass over fields that the schema does not have, so
 * a field that they never read is one of those.
 */
function noteReads<Value>(value: Value, path: string, unread: Set<string>): Value {
  if (typeof value !== 'object' || value === null) return value
  const fields = new Map(Object.entries(value).map(([name, field]) => [name, noteReads(field, `${path}/${name}`, unread)]))
  if (!Array.isArray(value)) for (const name of fields.keys()) unread.add(`${path}/${name}`)
  return new Proxy(value, {
    get(target, name) {
      unread.delete(`${path}/${String(name)}`)
      return typeof name === 'string' && fields.has(name) ? fields.get(name) : Reflect.get(target, name)
    },
  })
}
