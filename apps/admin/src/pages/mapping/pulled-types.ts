import type { DataType, Stream } from '../../api/names.ts'

/** The data types that a connection pulls, each once. */
export const pulledTypes = (streams: readonly Stream[]): readonly DataType[] => [
  ...new Set(streams.filter(({ direction }) => direction !== 'push').map(({ dataType }) => dataType)),
]
