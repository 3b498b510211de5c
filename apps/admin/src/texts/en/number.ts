/** Numbers as they are written in English. */
export const number = new Intl.NumberFormat('en')
