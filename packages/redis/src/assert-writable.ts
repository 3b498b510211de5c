import slotOf from 'cluster-key-slot'
import { Cluster } from 'ioredis'
import type { RedisClient } from './client.ts'

import type { createKeys } from './keys.ts'

/** Writes a key to the one Redis, or to each master of a cluster. Throws if one of them does not take it. */
export async function assertWritable(client: RedisClient, { lease }: Pick<ReturnType<typeof createKeys>, 'lease'>): Promise<void> {
  const tags = client instanceof Cluster ? tagsOfMasters(client.slots) : []
  const names = ['writable', ...tags.map((tag) => `writable:{${tag}}`)]
  await Promise.all(names.map((name) => client.set(lease(name), '1', 'PX', 1000)))
}

/** More than it takes to hit a master that has a hundredth of the slots. */
const maxTags = 2000

/** For each master a hash tag whose slot it has. `slots`: the nodes of each slot, the master first. */
function tagsOfMasters(slots: Cluster['slots']): readonly string[] {
  const masters = new Set(slots.flatMap(([master]) => master ?? []))
  const tags: string[] = []
  for (let number = 0; masters.size > 0 && number < maxTags; number++) {
    const [master = ''] = slots[slotOf(String(number))] ?? []
    if (masters.delete(master)) tags.push(String(number))
  }
  return tags
}
