import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { faultsOf, kustomizations, manifests, readYaml } from './manifests.ts'

/** The fields that are used here. kustomize publishes no schema as a package; it refuses all other fields itself. */
const Generator = z.strictObject({
  name: z.string(),
  namespace: z.string().optional(),
  behavior: z.enum(['create', 'merge']).optional(),
  envs: z.array(z.string()).optional(),
  literals: z.array(z.string().regex(/^[A-Z_]+=/)).optional(),
})
const Kustomization = z.strictObject({
  apiVersion: z.enum(['kustomize.config.k8s.io/v1beta1', 'kustomize.config.k8s.io/v1alpha1']),
  kind: z.enum(['Kustomization', 'Component']),
  namespace: z.string().optional(),
  resources: z.array(z.string()),
  components: z.array(z.string()).default([]),
  configMapGenerator: z.array(Generator).optional(),
  images: z.array(z.strictObject({ name: z.string(), newName: z.string().optional(), newTag: z.string() })).optional(),
  patches: z.array(z.strictObject({ target: z.strictObject({ kind: z.string(), name: z.string() }), patch: z.string() })).optional(),
})

const titled = manifests.map((manifest) => ({ ...manifest, title: `${manifest.document.kind} ${manifest.document.metadata?.name}` }))

test.each(titled)('$file: $title conforms to its schema', (manifest) => {
  expect(faultsOf(manifest)).toEqual([])
})

const worker = titled.find(({ title }) => title === 'Deployment linkspan-worker')?.document
const scaledObject = titled.find(({ title }) => title === 'ScaledObject linkspan-worker')?.document

test.each([
  ['a field that does not exist', worker, '"replicas":', '"replica":'],
  ['a field deep inside that does not exist', worker, '"periodSeconds":', '"periodInSeconds":'],
  ['a field in the wrong place', worker, '"args":', '"terminationGracePeriodSeconds":30,"args":'],
  ['a wrong type', worker, '"replicas":2', '"replicas":"2"'],
  ['a missing field', worker, '"containerPort":3001', '"hostPort":3001'],
  ['a wrong version', worker, 'apps/v1', 'apps/v1beta1'],
  ['a kind without a schema', worker, '"kind":"Deployment"', '"kind":"Deploiment"'],
  ['a wrong field of KEDA', scaledObject, '"maxReplicaCount":', '"maxReplicas":'],
  ['a wrong type of KEDA', scaledObject, '"threshold":"10"', '"threshold":10'],
])('%s is found', (_, document, from, to) => {
  const text = JSON.stringify(document)
  expect(text).toContain(from)
  expect(faultsOf({ document: JSON.parse(text.replace(from, to)) })).not.toEqual([])
})

test('every manifest but the examples of secrets belongs to a kustomization, and whatever one names is there', () => {
  const named = kustomizations.flatMap((file) => {
    const { resources, components } = Kustomization.parse(readYaml(file)[0])
    return [...resources, ...components].map((path) => normalize(join(dirname(file), path)))
  })
  const there = [...manifests.map(({ file }) => file), ...kustomizations.map(dirname)]
  expect(named.filter((path) => !there.includes(path))).toEqual([])
  const left = there.filter((path) => !named.includes(path))
  expect([...new Set(left)].sort()).toEqual(['example', 'secrets.example.yaml'])
})

test('every patch changes a document that is there', () => {
  const patches = kustomizations.flatMap((file) => Kustomization.parse(readYaml(file)[0]).patches ?? [])
  expect(patches.length).toBeGreaterThan(0)
  for (const { target, patch } of patches) {
    const document = titled.find(({ title }) => title === `${target.kind} ${target.name}`)?.document
    for (const [, path = ''] of patch.matchAll(/^ *path: \/(.+)$/gm))
      expect(
        path.split('/').reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], document),
      ).toBeDefined()
  }
})
