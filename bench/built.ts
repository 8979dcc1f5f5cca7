import { existsSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const path = (name: string): string => fileURLToPath(new URL(`../dist/${name}.js`, import.meta.url))

/** Whether what is measured is what is shipped; `tsx` wraps every inner function, and is slower. */
export const isBuilt = existsSync(path('record'))

/** What is measured, for the report: the day and time of the build, or that there is none. */
export const measuredIs = isBuilt
  ? `dist, built ${statSync(path('record')).mtime.toISOString().slice(0, 16)}`
  : 'src by tsx: run "npm run build" to measure what is shipped'

/** A module as it is shipped, or its source where nothing is built. */
export const shipped = async (name: string): Promise<unknown> =>
  isBuilt ? import(path(name)) : import(`../src/${name}.ts`)
