import { type KeyboardEvent, useId, useState } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import dialog from '../parts/dialog/dialog.module.css'
import { texts } from '../texts/texts.ts'
import css from './palette.module.css'
import { matchGroups, type PaletteEntry, type PaletteGroup } from './palette-entries.ts'

export interface PaletteProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  /** What is offered for a text. */
  readonly groupsFor: (query: string) => readonly PaletteGroup[]
}

/** Goes anywhere, and does what the page offers, by typing a part of its name. */
export function Palette({ isOpen, onClose, groupsFor }: PaletteProps) {
  return (
    <ModalOverlay className={css.overlay ?? ''} isDismissable isOpen={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Modal className={dialog.modal ?? ''}>
        <Dialog aria-label={texts.palette.open} className={css.dialog ?? ''}>
          <Finder onClose={onClose} groupsFor={groupsFor} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function Finder({ onClose, groupsFor }: Omit<PaletteProps, 'isOpen'>) {
  const listId = useId()
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const groups = matchGroups(groupsFor(query), query)
  const entries = groups.flatMap((group) => group.entries)
  const current = entries[Math.min(at, entries.length - 1)]
  const choose = ({ run }: PaletteEntry) => {
    onClose()
    run()
  }
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined && event.key !== 'Enter') return
    event.preventDefault()
    if (step !== undefined) setAt((before) => (Math.min(before, entries.length - 1) + step + entries.length) % Math.max(1, entries.length))
    else if (current) choose(current)
  }

  return (
    <>
      <input
        className={css.input}
        role="combobox"
        aria-label={texts.palette.open}
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={current && `${listId}-${current.id}`}
        placeholder={texts.palette.hint}
        value={query}
        onChange={({ target }) => {
          setQuery(target.value)
          setAt(0)
        }}
        onKeyDown={press}
        // biome-ignore lint/a11y/noAutofocus: a dialog that is opened to type into it
        autoFocus
      />
      <div role="listbox" id={listId} aria-label={texts.palette.open} className={css.list}>
        {groups.map(({ title, entries: offered }) => (
          // biome-ignore lint/a11y/useSemanticElements: a list box has groups, and no field sets
          <div key={title} role="group" aria-label={title}>
            <div className={css.group} aria-hidden>
              {title}
            </div>
            {offered.map((entry) => (
              <div
                key={entry.id}
                id={`${listId}-${entry.id}`}
                role="option"
                tabIndex={-1}
                aria-selected={entry === current}
                className={css.entry}
                onClick={() => choose(entry)}
                onKeyDown={press}
              >
                {entry.title}
              </div>
            ))}
          </div>
        ))}
      </div>
      {entries.length === 0 && <p role="status">{texts.palette.nothing}</p>}
    </>
  )
}
