import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { conflictsQuery } from '../../api/conflicts.ts'
import { ActionButton } from '../../parts/controls/action-button.tsx'
import { StateMark } from '../../parts/state-mark/state-mark.tsx'
import { DataTable } from '../../parts/table/data-table.tsx'
import { View } from '../../parts/view-states/view.tsx'
import { When } from '../../parts/when/when.tsx'
import { problem } from '../../shell/problem.tsx'
import { locale, texts } from '../../texts/texts.ts'

const words = texts.conflicts

/** The open conflicts of a connection, oldest first, each with the way to decide it. */
export function ConflictsTab() {
  const { id } = useParams({ from: '/shell/erp-connections/$id/conflicts' })
  const list = useInfiniteQuery(conflictsQuery({ connection: id }))
  const conflicts = list.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <View query={list} words={texts} problem={problem}>
      {() =>
        conflicts.length === 0 ? (
          <p>{words.none}</p>
        ) : (
          <>
            <DataTable
              caption={words.title}
              rows={conflicts}
              keyOf={(conflict) => conflict.id}
              columns={[
                {
                  title: words.record,
                  cell: (conflict) => (
                    <Link to="/conflicts" search={{ connection: id, peek: conflict.id }}>
                      {conflict.recordId}
                    </Link>
                  ),
                },
                { title: texts.streams.dataType, cell: ({ dataType }) => texts.dataTypes[dataType] },
                { title: words.field, cell: ({ fields }) => fields.map(({ path }) => path).join(', ') },
                { title: words.reason, cell: ({ reason }) => <StateMark mark="clash" word={words.reasons[reason]} /> },
                { title: words.since, cell: ({ detectedAt }) => <When at={detectedAt} locale={locale} relative /> },
              ]}
            />
            <p>{texts.runs.shown(conflicts.length, list.hasNextPage)}</p>
            {list.hasNextPage && <ActionButton onPress={() => void list.fetchNextPage()}>{texts.runs.more}</ActionButton>}
          </>
        )
      }
    </View>
  )
}
