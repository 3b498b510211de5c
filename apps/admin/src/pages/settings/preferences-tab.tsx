import { useState } from 'react'
import { Choice } from '../../parts/controls/choice.tsx'
import { Facts } from '../../parts/facts/facts.tsx'
import { prefer, preferred } from '../../parts/preferences.ts'
import { texts } from '../../texts/texts.ts'
import css from './page.module.css'

const words = texts.settings

/** What this browser prefers. */
export function PreferencesTab() {
  const [density, setDensity] = useState(preferred('density'))
  const [shortcuts, setShortcuts] = useState(preferred('shortcuts'))
  return (
    <section className={css.tab}>
      <div className={css.choices}>
        <Choice
          label={words.density}
          value={density}
          choices={[
            ['roomy', words.densities.roomy],
            ['compact', words.densities.compact],
          ]}
          onChange={(value) => {
            if (value === undefined) return
            prefer('density', value)
            setDensity(value)
          }}
        />
        <Choice
          label={words.shortcuts}
          value={shortcuts}
          choices={[
            ['on', words.shortcutsOn],
            ['off', words.shortcutsOff],
          ]}
          onChange={(value) => {
            if (value === undefined) return
            prefer('shortcuts', value)
            setShortcuts(value)
          }}
        />
      </div>
      <Facts facts={[[words.language, words.languageIs]]} />
      <p className={css.note}>{words.kept}</p>
    </section>
  )
}
