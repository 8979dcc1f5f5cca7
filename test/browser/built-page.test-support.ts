import { rmSync } from 'node:fs'
import type { TestProject } from 'vitest/node'
import { buildWorkbench } from './workbench.test-support.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the built page, which no test may change. */
    readonly builtPage: string
  }
}

/** Builds the page once, before the first file of tests in a browser. */
export default function setup({ provide }: TestProject): () => void {
  const folder = buildWorkbench()
  provide('builtPage', folder)
  return () => {
    rmSync(folder, { recursive: true, force: true })
  }
}
