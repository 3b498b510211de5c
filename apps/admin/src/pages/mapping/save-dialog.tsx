import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import type { Evaluation } from '../../api/mapping.ts'
import { ActionButton } from '../../parts/controls/action-button.tsx'
import dialogCss from '../../parts/dialog/dialog.module.css'
import { texts } from '../../texts/texts.ts'
import { differencesOf } from './draft.ts'
import css from './editor.module.css'
import type { SaveBarProps } from './save-bar.tsx'

const words = texts.mapping

/** Only store it, or also try it on everything, or read everything with it. */
export type SaveHow = 'save' | 'try' | 'sync'

interface SaveDialogProps extends SaveBarProps {
  readonly isOpen: boolean
  readonly isPending: boolean
  readonly onClose: () => void
  readonly onSave: (how: SaveHow) => void
}

/** Says what differs, and what happens to the sample, before a mapping is stored. */
export function SaveDialog({ connection, dataType, stored, saved, mapping, evaluation, savedEvaluation, ...dialog }: SaveDialogProps) {
  const { isOpen, isPending, onClose, onSave } = dialog
  const differences = differencesOf(saved, mapping)
  return (
    <ModalOverlay className={dialogCss.overlay ?? ''} isOpen={isOpen} onOpenChange={(open) => !open && onClose()} isDismissable>
      <Modal className={dialogCss.modal ?? ''}>
        <Dialog className={dialogCss.dialog ?? ''}>
          <Heading slot="title" className={dialogCss.title ?? ''}>
            {words.saveTitle(texts.dataTypes[dataType], connection.name)}
          </Heading>
          {differences.length === 0 && <p>{words.noDifference}</p>}
          <dl className={css.differences}>
            {differences.map(({ field, before, after }) => (
              <div key={field}>
                <dt>{field === 'filters' ? words.filters : field}</dt>
                <dd>
                  {words.was} <code>{before || words.unmapped}</code>
                </dd>
                <dd>
                  {words.is} <code>{after || words.unmapped}</code>
                </dd>
              </div>
            ))}
          </dl>
          {evaluation && <p>{countsInWords(evaluation)}</p>}
          {savedEvaluation && (
            <p>
              {words.acrossSaved(
                texts.number(savedEvaluation.accepted),
                texts.number(savedEvaluation.filtered),
                texts.number(savedEvaluation.rejected),
              )}
            </p>
          )}
          <p>{stored ? words.unsavedWarning : words.makesConfig}</p>
          <div className={dialogCss.actions}>
            <ActionButton onPress={onClose}>{texts.cancel}</ActionButton>
            <ActionButton isDisabled={isPending} onPress={() => onSave('save')}>
              {words.saveOnly}
            </ActionButton>
            <ActionButton isDisabled={isPending} onPress={() => onSave('try')}>
              {words.saveAndTry}
            </ActionButton>
            <ActionButton isMain isDisabled={isPending} onPress={() => onSave('sync')}>
              {words.saveAndSync}
            </ActionButton>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

const countsInWords = ({ records, accepted, filtered, rejected }: Evaluation): string =>
  words.across(texts.number(records.length), texts.number(accepted), texts.number(filtered), texts.number(rejected))
