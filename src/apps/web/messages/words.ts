import { createContext, useContext } from 'react'
import { en } from './en.ts'
import type { Words } from './en.ts'

const context = createContext<Words>(en)

/** Gives the page its language. */
export const WordsProvider = context.Provider

/** The messages of the page's language. */
export const useWords = (): Words => useContext(context)
