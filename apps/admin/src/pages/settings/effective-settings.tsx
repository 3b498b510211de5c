import type { Installation } from '../../api/names.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { texts } from '../../texts/texts.ts'
import css from './page.module.css'

const words = texts.settings
type Setting = NonNullable<Installation['settings']>[number]

/** What only admins see: which keys seal the stored secrets, and the settings. */
export function EffectiveSettings({ installation: { seals, settings } }: { readonly installation: Installation }) {
  if (!seals || !settings)
    return (
      <>
        <h2 className={css.heading}>{words.effective}</h2>
        <p>{words.forAdmins}</p>
      </>
    )
  const keys = Object.entries(seals.byKey)
  return (
    <>
      <h2 className={css.heading}>{words.seals}</h2>
      {keys.length === 0 ? (
        <p>{words.noSeals}</p>
      ) : (
        <DataTable
          caption={words.seals}
          rows={keys}
          keyOf={([id]) => id}
          columns={[
            { title: words.encryptionKey, cell: ([id]) => id },
            { title: words.sealed, cell: ([, count]) => texts.number(count), isNumber: true },
          ]}
        />
      )}
      {!seals.complete && <p className={css.note}>{words.incomplete}</p>}
      <h2 className={css.heading}>{words.effective}</h2>
      <DataTable
        caption={words.effective}
        rows={settings}
        keyOf={({ name }) => name}
        columns={[
          {
            title: words.setting,
            cell: ({ name, description }) => (
              <span title={description}>
                <code>{name}</code>
              </span>
            ),
          },
          { title: words.value, cell: (setting) => <span className={css.value}>{effective(setting)}</span> },
          { title: words.fallback, cell: (setting) => (setting.default === '' ? words.empty : (setting.default ?? '–')) },
        ]}
      />
    </>
  )
}

function effective({ isSecret, isSet, value }: Setting): string {
  if (isSecret) return isSet ? words.isSecret : words.notSet
  return value === '' ? words.empty : (value ?? words.notSet)
}
