import { expect, test } from 'vitest'
import { oncePerObject } from './once-per-object.ts'
import { remembered } from './remembered.ts'

test('does the work once for each text, also if it returns nothing, and begins anew when it knows too many', () => {
  const asked: string[] = []
  const lengthOf = remembered(2, (text) => {
    asked.push(text)
    return text === '' ? undefined : text.length
  })
  expect(['a', '', 'a', ''].map(lengthOf)).toEqual([1, undefined, 1, undefined])
  expect(asked).toEqual(['a', ''])
  expect(['bb', 'bb', 'a'].map(lengthOf)).toEqual([2, 2, 1])
  expect(asked).toEqual(['a', '', 'bb', 'a'])
})

test('does the work once for each object, whatever it is like, also if it returns nothing', () => {
  let done = 0
  const noted = oncePerObject((of: { readonly name: string | undefined }) => {
    done += 1
    return of.name
  })
  const [one, other, nameless] = [{ name: 'one' }, { name: 'one' }, { name: undefined }]
  expect([one, one, other, nameless, nameless].map(noted)).toEqual(['one', 'one', 'one', undefined, undefined])
  expect(done).toBe(3)
})
