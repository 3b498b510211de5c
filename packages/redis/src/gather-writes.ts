import { Cluster, type Redis } from 'ioredis'

/**
 * Sends all commands of one turn of the event loop in one write to each socket, since a write costs as much as the rest of a command. That is
 * for many callers at once: a worker, whose steps follow each other, gets slower by it. Unlike `enableAutoPipelining`, which puts commands into
 * pipelines, this leaves their order and their timeouts as they are.
 */
export function gatherWrites(client: Redis | Cluster): void {
  if (client instanceof Cluster) client.on('+node', gatherWritesOfNode)
  else gatherWritesOfNode(client)
}

function gatherWritesOfNode(client: Redis): void {
  client.on('connect', () => {
    const { stream } = client
    const write = stream.write.bind(stream)
    let isGathering = false
    const gather = () => {
      if (isGathering) return
      isGathering = true
      stream.cork()
      setImmediate(() => {
        isGathering = false
        stream.uncork()
      })
    }
    stream.write = ((...args: Parameters<typeof write>) => {
      gather()
      return write(...args)
    }) as typeof stream.write
  })
}
