/** Holds back all answers while it is closed. */
export interface Gate {
  hold(): void
  release(): void
  /** Resolves at once if the gate is open, else when it is released. */
  passed(): Promise<void>
}

export function createGate(): Gate {
  let opened: Promise<void> | undefined
  let open = (): void => {}
  return {
    hold: () => {
      opened ??= new Promise((resolve) => {
        open = resolve
      })
    },
    release: () => {
      open()
      opened = undefined
    },
    passed: async () => {
      while (opened) await opened
    },
  }
}
