import type { RecordStep, RecordSteps, RecordStream } from '@linkspan/core'
import { z } from 'zod'
import type { RedisClient } from '../client.ts'
import type { Keys } from '../keys.ts'
import { droppedMark } from './journey-steps.ts'

const Details = z.record(z.string(), z.unknown())

/** The steps of a record as `noteStep` keeps them. A line that cannot be read is left out. */
export function parseSteps(text: string | null | undefined): Pick<RecordSteps, 'steps' | 'isShortened'> {
  if (!text) return { steps: [], isShortened: false }
  const isShortened = text.startsWith(droppedMark)
  const lines = text.slice(isShortened ? droppedMark.length : 0).split('\n')
  return { steps: lines.flatMap(parseStep), isShortened }
}

function parseStep(line: string): readonly RecordStep[] {
  const [, at, kind = '', json = ''] = /^(\d{1,15}) (\S+) (.*)$/s.exec(line) ?? []
  if (at === undefined) return []
  try {
    return [{ at: new Date(Number(at)).toISOString(), kind, details: Details.parse(JSON.parse(json)) }]
  } catch {
    return []
  }
}

export async function readSteps(
  client: RedisClient,
  keys: Keys,
  { connectionId, dataType }: RecordStream,
  id: string,
): Promise<RecordSteps> {
  const [text, score] = await Promise.all([
    client.hget(keys.journey(connectionId, dataType), id),
    client.zscore(keys.feed(connectionId, dataType), id),
  ])
  return { ...parseSteps(text), isKnown: score !== null }
}
