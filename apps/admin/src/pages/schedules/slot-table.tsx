import { Link } from '@tanstack/react-router'
import type { Slot } from '../../api/names.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { When } from '../../parts/when/when.tsx'
import { slotMarks } from '../../shell/schedule/slot-words.ts'
import { locale, texts } from '../../texts/texts.ts'

const words = texts.schedules

/** Due times one by one: what became of each, how late, and why. */
export function SlotTable({ caption, slots }: { readonly caption: string; readonly slots: readonly Slot[] }) {
  return (
    <DataTable
      caption={caption}
      rows={slots}
      keyOf={({ dueAt }) => dueAt}
      columns={[
        { title: words.dueAt, cell: ({ dueAt }) => <When at={dueAt} locale={locale} /> },
        { title: words.fate, cell: ({ state }) => `${slotMarks[state]} ${words.fates[state]}` },
        { title: words.lateBy, cell: ({ lateSeconds }) => (lateSeconds === undefined ? '–' : texts.duration(lateSeconds)) },
        { title: words.reason, cell: ({ reason }) => reason ?? '' },
        {
          title: texts.run.id,
          cell: ({ syncLogId }) =>
            syncLogId && (
              <Link to="/sync-logs/$id" params={{ id: syncLogId }}>
                {words.openRun}
              </Link>
            ),
        },
      ]}
    />
  )
}
