import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { type TestState, watchTest } from '../api/connection-tests.ts'

/** Runs a test, and shows each verdict as it comes. `start` begins it and returns its id. Leaving the page stops the watching. */
export function useTest<Given>(start: (given: Given) => Promise<string>, onEnd: (state: TestState) => void = () => {}) {
  const [state, setState] = useState<TestState | null>(null)
  const leaving = useRef(new AbortController())
  useEffect(() => {
    const controller = new AbortController()
    leaving.current = controller
    return () => controller.abort(new Error('The page was left'))
  }, [])
  const test = useMutation({
    async mutationFn(given: Given) {
      setState({ planned: [], checks: [] })
      return watchTest(await start(given), setState, leaving.current.signal)
    },
    onSuccess: onEnd,
    onError: () => setState(null),
  })
  return { state, run: test.mutate, isRunning: test.isPending, error: test.error }
}
