import { useQuery } from '@tanstack/react-query'
import { installationQuery } from '../../api/installation.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { View } from '../../parts/view-states/view.tsx'
import { When } from '../../parts/when/when.tsx'
import { problem } from '../../shell/problem.tsx'
import { locale, texts } from '../../texts/texts.ts'
import css from './page.module.css'

const words = texts.settings

/** The keys of the callers: their names, roles and last use. */
export function KeysTab() {
  const installation = useQuery(installationQuery)
  return (
    <View query={installation} words={texts} problem={problem}>
      {({ keys }) => (
        <section className={css.tab}>
          {keys === undefined && <p>{words.forAdmins}</p>}
          {keys?.length === 0 && <p>{words.noKeys}</p>}
          {keys && keys.length > 0 && (
            <DataTable
              caption={words.keys}
              rows={keys}
              keyOf={({ name }) => name}
              columns={[
                { title: words.key, cell: ({ name }) => name },
                { title: words.role, cell: ({ role }) => role },
                {
                  title: words.lastUsed,
                  cell: ({ lastUsedAt }) => (lastUsedAt === null ? words.never : <When at={lastUsedAt} locale={locale} />),
                },
              ]}
            />
          )}
          <p className={css.note}>{words.keysHint}</p>
        </section>
      )}
    </View>
  )
}
