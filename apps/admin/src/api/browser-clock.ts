/** The time by the clock of this browser. */
export const browserNow = (): Date => new Date()

/** Whether a time, ISO 8601, is still to come; false if there is none. */
export const isAhead = (time: string | undefined): boolean => time !== undefined && new Date(time) > browserNow()

/** A part of `ms` that is different each time, so that not all browsers come back at once. */
export const jittered = (ms: number): number => ms * (0.75 + Math.random() / 2)
