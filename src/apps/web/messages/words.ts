import { createContext, useContext } from 'react'
import { en } from './en.ts'
import type { Words } from './en.ts'

/** A language of the page: gives a catalog, which is written in English, in that language. */
export type Language = <C extends object>(catalog: C) => C

const english: Language = (catalog) => catalog

const context = createContext<Language>(english)

/** Gives the page its language. */
export const LanguageProvider = context.Provider

/** A catalog in the page's language. What belongs to one screen has a catalog that is loaded with it. */
export const useCatalog = <C extends object>(catalog: C): C => useContext(context)(catalog)

/** The messages that are there from the start, in the page's language. */
export const useWords = (): Words => useCatalog(en)
