/** How often what is shown is read again while it is looked at, in milliseconds. */
export const liveMs = 5000
