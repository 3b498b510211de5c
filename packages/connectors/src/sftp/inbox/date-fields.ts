const dates = /(?:Date|At|Delivery|On)$/

/** Whether a canonical field of a record or of a line is a date or a time. */
export const isDateField = (name: string): boolean => dates.test(name)
