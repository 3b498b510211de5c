import type { Lane } from '@linkspan/core'

/** What stands for a lane in the keys of its webhook. */
export const nameOfLane = ({ source, replayId }: Lane): string => (replayId === undefined ? source : `${replayId}/${source}`)

export function laneOfName(webhookId: string, name: string): Lane {
  const slash = name.indexOf('/')
  return slash < 0 ? { webhookId, source: name } : { webhookId, source: name.slice(slash + 1), replayId: name.slice(0, slash) }
}
