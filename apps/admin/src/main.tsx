import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './tokens.css'
import './base.css'
import { untilReadMs } from './api/live.ts'
import { isSignedOut, isWorthRepeating } from './api/problems.ts'
import { setExpired } from './api/session-tabs.ts'
import { applyPreferences } from './parts/preferences.ts'
import { createAdminRouter } from './routes.ts'
import { applyTheme } from './shell/theme.ts'
import { language } from './texts/texts.ts'

/** A page that is open when its session ends stays, and asks to sign in again. */
const onError = (error: Error) => {
  if (isSignedOut(error) && !location.pathname.endsWith('/login')) setExpired(true)
}

document.documentElement.lang = language
applyTheme()
applyPreferences()
const queries = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: {
      staleTime: 2000,
      retry: (count, error) => count < 2 && isWorthRepeating(error),
      refetchOnWindowFocus: true,
      refetchInterval: untilReadMs,
    },
    mutations: { retry: false },
  },
})

const place = document.getElementById('app')
if (!place) throw new Error('The page has no place for the app')
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <RouterProvider router={createAdminRouter(queries)} />
    </QueryClientProvider>
  </StrictMode>,
)
