import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** The ways to act on a page, so that one journey is written once and walked with each of them. */
export interface Hands {
  /** Presses a button, a link, or an item of an open menu. */
  press(target: Locator): Promise<void>
  /** Goes to where `act` presses. */
  approach(target: Locator): Promise<void>
  /** Presses whatever is there. */
  act(page: Page): Promise<void>
  /** Ticks a checkbox or its opposite, or chooses a radio. */
  tick(target: Locator): Promise<void>
  /** Replaces what a field holds. */
  write(field: Locator, text: string): Promise<void>
  /** Chooses from a list by the words of the option. */
  choose(list: Locator, words: string): Promise<void>
}

export const mouse: Hands = {
  press: (target) => target.click(),
  approach: (target) => target.hover(),
  async act({ mouse: button }) {
    await button.down()
    await button.up()
  },
  tick: (target) => target.click(),
  write: async (field, text) => {
    await field.click()
    await field.fill(text)
  },
  choose: async (list, words) => void (await list.selectOption(words)),
}

export const keyboard: Hands = {
  async press(target) {
    await reach(target)
    await target.page().keyboard.press('Enter')
  },
  approach: (target) => reach(target),
  act: (page) => page.keyboard.press('Enter'),
  async tick(target) {
    await reach(target)
    await target.page().keyboard.press('Space')
  },
  async write(field, text) {
    await reach(field)
    await field.page().keyboard.press('Control+a')
    await field.page().keyboard.insertText(text)
  },
  async choose(list, words) {
    await reach(list)
    await list.page().keyboard.type(words)
  },
}

/** Both ways of a journey. The second one leaves out the checks of what the first has shown. */
export const bothWays = [
  { way: 'by mouse', hands: mouse, isChecked: true },
  { way: 'by keyboard alone', hands: keyboard, isChecked: false },
] as const

/** More than any page has to offer between two things that are done one after the other. */
const maxKeys = 500

/** Moves the focus by Tab, and by arrows within a group of radios or a menu. Throws if that does not lead there. */
async function reach(target: Locator): Promise<void> {
  await expect.poll(() => target.isEnabled()).toBe(true)
  const keys = target.page().keyboard
  for (let pressed = 0; pressed < maxKeys; pressed += 1) {
    const key = await target.evaluate(keyTowards)
    if (key === null) return
    await keys.press(key)
  }
  throw new Error(`No key leads to ${target}`)
}

/** Of an element of a page what is needed here: the tests are compiled without the browser's types. */
interface Focusable {
  readonly type?: string
  readonly name?: string
  readonly ownerDocument: { readonly activeElement: Focusable }
  closest(selector: string): Focusable | null
  contains(other: Focusable): boolean
  compareDocumentPosition(other: Focusable): number
}

/** Runs in the browser. Answers the key that moves the focus closer to an element, or null if the element has it. */
function keyTowards(target: Focusable): string | null {
  const { activeElement: from } = target.ownerDocument
  if (from === target) return null
  const precedes = 2
  const isBehind = (from.compareDocumentPosition(target) & precedes) !== 0
  const menu = target.closest('[role=menu]')
  const isBesides = menu === null ? target.type === 'radio' && from.name === target.name : menu.contains(from)
  if (isBesides) return isBehind ? 'ArrowUp' : 'ArrowDown'
  return isBehind ? 'Shift+Tab' : 'Tab'
}
