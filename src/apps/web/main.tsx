import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { LanguageProvider } from './messages/words.ts'
import type { Language } from './messages/words.ts'
import { UpdateLine } from './offline/update-line.tsx'
import { warmUp } from './warm-up.tsx'

/** `?lang=pseudo` shows what does not come from a catalog, and what has no room to grow. */
const languageOf = async (lang: string | null): Promise<Language> =>
  lang === 'pseudo' ? (await import('./messages/pseudo.ts')).pseudoLanguage : (catalog) => catalog

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no element "root".')
const language = await languageOf(new URLSearchParams(window.location.search).get('lang'))
createRoot(root).render(
  <StrictMode>
    <LanguageProvider value={language}>
      <UpdateLine />
      <App />
    </LanguageProvider>
  </StrictMode>,
)
warmUp(language)
