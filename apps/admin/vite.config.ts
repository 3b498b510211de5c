import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Where `vite` finds the API in development. */
const api = 'http://127.0.0.1:3000'

/** The pages are built for one place, `/admin/`, and for a content security policy that allows no inline script. */
export default defineConfig({
  base: '/admin/',
  plugins: [react()],
  resolve: { conditions: ['@linkspan/source', 'module', 'browser', 'development|production'] },
  html: { cspNonce: '{{nonce}}' },
  build: { target: 'es2023', sourcemap: false, assetsInlineLimit: 0, reportCompressedSize: false },
  server: { proxy: { '/api': api, '/admin/queues': api } },
})
