const key = 'linkspan-new-connection'

/** The connection that is being made, as this tab remembers it: never with a secret. */
export function readDraft(): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '{}')
  } catch {
    return {}
  }
}

export const keepDraft = (draft: object): void => sessionStorage.setItem(key, JSON.stringify(draft))
export const forgetDraft = (): void => sessionStorage.removeItem(key)
