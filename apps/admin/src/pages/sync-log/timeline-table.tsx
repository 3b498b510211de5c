import { DataTable } from '../../parts/table/data-table.tsx'
import { texts } from '../../texts/texts.ts'
import { detailsOf, timeOf } from './segment-words.ts'
import type { Bar } from './timeline-scale.ts'

const words = texts.run

/** The same segments as a table. */
export function TimelineTable({ bars }: { readonly bars: readonly Bar[] }) {
  return (
    <DataTable
      caption={words.timeline}
      rows={bars}
      keyOf={({ segment }) => `${segment.from} ${segment.kind}`}
      columns={[
        { title: words.phase, cell: ({ segment }) => words.phases[segment.kind] },
        { title: words.from, cell: ({ segment }) => timeOf(segment.from) },
        { title: words.to, cell: ({ segment }) => (segment.to === undefined ? '–' : timeOf(segment.to)) },
        { title: words.took, cell: ({ ms }) => texts.duration(ms / 1000) },
        { title: words.details, cell: detailsOf },
      ]}
    />
  )
}
