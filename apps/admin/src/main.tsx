import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './tokens.css'
import './base.css'
import { isWorthRepeating } from './api/problems.ts'
import { applyPreferences } from './parts/preferences.ts'
import { createAdminRouter } from './routes.tsx'

const queries = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 2000, retry: (count, error) => count < 2 && isWorthRepeating(error), refetchOnWindowFocus: true },
    mutations: { retry: false },
  },
})

applyPreferences()
const place = document.getElementById('app')
if (!place) throw new Error('The page has no place for the app')
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <RouterProvider router={createAdminRouter(queries)} />
    </QueryClientProvider>
  </StrictMode>,
)
