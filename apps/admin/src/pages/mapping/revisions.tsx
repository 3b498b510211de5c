import { useQuery } from '@tanstack/react-query'
import { type Mapping, type Revision, revisionsQuery, type StoredConfig } from '../../api/mapping.ts'
import { ActionButton } from '../../parts/controls/action-button.tsx'
import { View } from '../../parts/view-states/view.tsx'
import { When } from '../../parts/when/when.tsx'
import { problem } from '../../shell/problem.tsx'
import { useMay } from '../../shell/use-may.ts'
import { locale, texts } from '../../texts/texts.ts'
import { differencesOf, mappingOf } from './draft.ts'
import css from './editor.module.css'

const words = texts.mapping

interface RevisionsProps {
  readonly stored: StoredConfig | null
  readonly onShow: (mapping: Mapping) => void
}

/** What the configuration was: each of its mappings can be shown in the editor, and saved again from there. */
export function Revisions({ stored, onShow }: RevisionsProps) {
  return (
    <section className={css.revisions} aria-label={words.revisions}>
      <h2>{words.revisions}</h2>
      {stored ? <Kept stored={stored} onShow={onShow} /> : <p>{words.noRevisions}</p>}
    </section>
  )
}

function Kept({ stored, onShow }: RevisionsProps & { readonly stored: StoredConfig }) {
  const revisions = useQuery(revisionsQuery(stored))
  const mayEdit = useMay('operator')
  return (
    <View query={revisions} words={texts} problem={problem}>
      {(all) => (
        <ol className={css.revisionList} reversed>
          {all.map((one, at) => (
            <li key={one.revision}>
              <div className={css.line}>
                <strong>{words.revision(one.revision)}</strong> <When at={one.at} locale={locale} />{' '}
                {one.by === undefined ? words.unknownAuthor : words.by(one.by)}
                {one.isCurrent ? (
                  <span className={css.required}>{words.current}</span>
                ) : (
                  <ActionButton
                    label={words.takeBackOf(one.revision)}
                    isDisabled={!mayEdit}
                    onPress={() => onShow(mappingOf(one.content.settings))}
                  >
                    {words.takeBack}
                  </ActionButton>
                )}
              </div>
              <Changed revision={one} before={all[at + 1]} />
            </li>
          ))}
        </ol>
      )}
    </View>
  )
}

/** What a revision changed of the mapping. */
function Changed({ revision, before }: { readonly revision: Revision; readonly before: Revision | undefined }) {
  const differences = before ? differencesOf(mappingOf(before.content.settings), mappingOf(revision.content.settings)) : []
  return (
    <>
      {differences.map(({ field, before: was, after: is }) => (
        <div key={field} className={css.change}>
          {field === 'filters' ? words.filters : field}: <code>{was || words.unmapped}</code> → <code>{is || words.unmapped}</code>
        </div>
      ))}
    </>
  )
}
