/** Numbers as they are written in German. */
export const number = new Intl.NumberFormat('de')
