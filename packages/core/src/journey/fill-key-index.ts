import type { ConnectionRepository } from '../connections/connection.ts'
import { everyPage } from '../kernel/every-page.ts'
import type { KeyIndex } from '../records/key-index.ts'

/** Makes the records of a version that had no index findable by their business keys. */
export async function fillKeyIndex(ports: {
  readonly connections: Pick<ConnectionRepository, 'list'>
  readonly keyIndex: Pick<KeyIndex, 'fill' | 'noteComplete'>
}): Promise<void> {
  for await (const page of everyPage((cursor) => ports.connections.list({ limit: 100, cursor })))
    for (const { id } of page) await ports.keyIndex.fill(id)
  await ports.keyIndex.noteComplete()
}
