import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { ActionButton } from '../parts/controls/action-button.tsx'
import dialog from '../parts/dialog/dialog.module.css'
import { texts } from '../texts/texts.ts'
import css from './key-help.module.css'
import { navigationEntries } from './navigation-entries.ts'

export interface KeyHelpProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly hasLetters: boolean
  readonly onLetters: (isOn: boolean) => void
}

const words = texts.keys

/** The keys of the pages, and the switch that takes the single letters away. */
export function KeyHelp({ isOpen, onClose, hasLetters, onLetters }: KeyHelpProps) {
  const rows: readonly (readonly [keys: readonly string[], does: string])[] = [
    [['Ctrl', 'K'], words.palette],
    [['/'], words.search],
    [['?'], words.help],
    ...navigationEntries.map(({ key, title }) => [['g', key], words.go(title)] as const),
    [['j'], words.next],
    [['k'], words.previous],
    [['['], words.previousTab],
    [[']'], words.nextTab],
    [['u'], words.zone],
    [['y'], words.copyLink],
    [['Y'], words.copyId],
    [['J'], words.nextItem],
    [['K'], words.previousItem],
    [['x'], words.select],
    [['.'], words.rowActions],
    [['Esc'], words.close],
  ]
  return (
    <ModalOverlay className={dialog.overlay ?? ''} isDismissable isOpen={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Modal className={dialog.modal ?? ''}>
        <Dialog className={dialog.dialog ?? ''}>
          <Heading slot="title" className={dialog.title ?? ''}>
            {words.title}
          </Heading>
          <dl className={css.keys}>
            {rows.map(([keys, does]) => (
              <div key={keys.join(' ')} className={css.row}>
                <dt>
                  {keys.map((key) => (
                    <kbd key={key} className={css.key}>
                      {key}
                    </kbd>
                  ))}
                </dt>
                <dd className={css.does}>{does}</dd>
              </div>
            ))}
          </dl>
          <label className={css.letters}>
            <input type="checkbox" checked={hasLetters} onChange={({ target }) => onLetters(target.checked)} /> {words.letters}
          </label>
          <div className={dialog.actions}>
            <ActionButton isMain onPress={onClose}>
              {texts.close}
            </ActionButton>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
