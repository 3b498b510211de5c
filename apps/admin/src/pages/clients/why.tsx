import type { SiteERP } from '../../api/names.ts'
import { type Mark, StateMark } from '../../parts/state-mark/state-mark.tsx'
import { DataTable } from '../../parts/table/data-table.tsx'
import { When } from '../../parts/when/when.tsx'
import { locale, texts } from '../../texts/texts.ts'

const words = texts.clients

const marks: Readonly<Record<SiteERP['why'][number]['outcome'], Mark>> = { counts: 'ok', absent: 'idle', not_asked: 'idle' }

/** Why a connection serves a site: the three steps in their order, as the server took them. */
export function Why({ effective }: { readonly effective: SiteERP }) {
  return (
    <DataTable
      caption={words.why}
      rows={effective.why}
      keyOf={({ rule }) => rule}
      columns={[
        { title: words.step, cell: ({ rule }) => words.rules[rule] },
        { title: texts.runs.connection, cell: ({ connection }) => connection?.name ?? '–' },
        {
          title: words.since,
          cell: ({ assignment }) =>
            assignment && (
              <>
                <When at={assignment.createdAt} locale={locale} /> {assignment.createdBy && words.by(assignment.createdBy)}
              </>
            ),
        },
        { title: words.outcome, cell: ({ outcome }) => <StateMark mark={marks[outcome]} word={words.outcomes[outcome]} /> },
      ]}
    />
  )
}
