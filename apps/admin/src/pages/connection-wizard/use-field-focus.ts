import { useEffect, useRef } from 'react'
import { focusField } from '../../forms/schema-form/field.tsx'
import type { Step } from './steps.ts'

/** Remembers a field of another step, and gives it the focus once that step is shown. */
export function useFieldFocus(step: Step): (path: string) => void {
  const wanted = useRef<string | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the field is there once its step is
  useEffect(() => {
    if (wanted.current !== null) focusField(wanted.current)
    wanted.current = null
  }, [step])
  return (path) => {
    wanted.current = path
    requestAnimationFrame(() => wanted.current === path && focusField(path))
  }
}
