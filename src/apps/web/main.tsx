import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { en } from './messages/en.ts'
import { WordsProvider } from './messages/words.ts'
import type { Words } from './messages/en.ts'
import { UpdateLine } from './offline/update-line.tsx'

/** `?lang=pseudo` shows what does not come from a catalog, and what has no room to grow. */
const wordsOf = async (lang: string | null): Promise<Words> =>
  lang === 'pseudo' ? (await import('./messages/pseudo.ts')).pseudoLocale(en) : en

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no element "root".')
const words = await wordsOf(new URLSearchParams(window.location.search).get('lang'))
createRoot(root).render(
  <StrictMode>
    <WordsProvider value={words}>
      <UpdateLine />
      <App />
    </WordsProvider>
  </StrictMode>,
)
