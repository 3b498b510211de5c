const both = ['.', ','] as const
export type Separator = (typeof both)[number]

const other = (separator: string): Separator => (separator === '.' ? ',' : '.')

/**
 * The decimal separators that a text allows: none if it is not a number with a separator, both if it is ambiguous. A group of thousands has
 * three digits and does not begin with 0, so "0,500" is certain and "1,459" is not. In XML and JSON (`isMarkup`) a single point is the
 * decimal point, as their own number types have it.
 */
export function separatorsOf(text: string, isMarkup = false): readonly Separator[] {
  const number = text.replace(/[\s\u00a0\u202f\u2009'’()+\-−]|\p{Sc}/gu, '').replace(/^[A-Z]{3}(?=\d)|(?<=\d)[A-Z]{3}$/, '')
  if (!/^\d[\d.,]*\d$/.test(number)) return []
  const mixed = /^[\d]{1,3}(?:([.,])\d{3})+([.,])\d+$/.exec(number)
  if (mixed && mixed[1] !== mixed[2]) return [mixed[2] as Separator]
  const groups = /^\d{1,3}([.,])\d{3}(?:\1\d{3})+$/.exec(number)
  if (groups) return [other(groups[1] as string)]
  const single = /^(\d+)([.,])(\d+)$/.exec(number)
  if (!single) return []
  const [, whole = '', separator = '', fraction = ''] = single
  const isGroup = fraction.length === 3 && whole.length <= 3 && !whole.startsWith('0')
  return isGroup && !(isMarkup && separator === '.') ? both : [separator as Separator]
}
