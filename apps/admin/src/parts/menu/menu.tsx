import { Ellipsis } from 'lucide-react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import controls from '../controls/controls.module.css'
import css from './menu.module.css'

export interface ActionMenuProps {
  /** What is acted on: "More for SAP Production". */
  readonly label: string
  readonly actions: readonly { readonly name: string; readonly isDisabled?: boolean; readonly onAction: () => void }[]
}

/** The less frequent actions on one thing, behind one button. */
export function ActionMenu({ label, actions }: ActionMenuProps) {
  return (
    <MenuTrigger>
      <Button className={controls.button ?? ''} aria-label={label}>
        <Ellipsis size={16} aria-hidden />
      </Button>
      <Popover className={css.popover ?? ''} placement="bottom end">
        <Menu className={css.menu ?? ''} aria-label={label}>
          {actions.map(({ name, isDisabled = false, onAction }) => (
            <MenuItem key={name} className={css.item ?? ''} isDisabled={isDisabled} onAction={onAction}>
              {name}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
