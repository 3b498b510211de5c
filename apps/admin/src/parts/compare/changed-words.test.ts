import { expect, test } from 'vitest'
import { changedWords } from './changed-words.ts'

test('marks the words that the text before does not have', () => {
  const marked = (before: string, after: string) =>
    changedWords(before, after)
      .map(({ text, isNew }) => (isNew ? `[${text}]` : text))
      .join('')
  expect(marked('Steel bolt', 'Steel bolt M8')).toBe('Steel bolt [M8]')
  expect(marked('', 'شركة النور')).toBe('[شركة] [النور]')
  expect(marked('Steel bolt', 'Steel bolt')).toBe('Steel bolt')
})
