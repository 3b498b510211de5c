import { getHeapStatistics } from 'node:v8'
import type { Config } from '@linkspan/core'

/** How many bytes of heap one byte of an answer takes at most until its records are stored: as text, as JSON and as records. */
const heapPerByte = 8

/** How many bytes of answers a worker holds at the same time: as it is set, or what its heap bears. */
export const answerBytesOf = ({ worker }: Config): number =>
  worker.answerBytes ?? Math.floor(getHeapStatistics().heap_size_limit / heapPerByte)
