import { each, type Steps } from './path.ts'

/** One text for all ways to write a path: `lines[].sku`, `texts.0.text`. */
export const pathText = (steps: Steps): string =>
  steps.reduce<string>((text, step) => (step === each ? `${text}[]` : text === '' ? step : `${text}.${step}`), '')

/** Whether a path is `start`, or lies below it. */
export const startsWith = (steps: Steps, start: Steps): boolean => start.every((step, at) => steps[at] === step)

/** The canonical field that a path lies in. */
export const rootOf = (path: string): string => /^[^.[]*/.exec(path)?.[0] ?? path
