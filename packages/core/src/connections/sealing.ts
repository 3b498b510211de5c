/** What the API shows in place of a secret. A caller who sends it back leaves the secret as it is. */
export const mask = '********'

/** The context that binds a sealed field to its connection and name: copied to another place, it cannot be opened. */
export const sealingContext = (connectionId: string, field: string): string => `${connectionId}/${field}`
