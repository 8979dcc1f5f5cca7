import type { Command } from 'commander'
import { manualPage } from './shell/manual.ts'
import { shapeOf } from './shell/shape.ts'
import { version } from './version.ts'

/** `crampwise man`: the manual page, for man(1) to show: `crampwise man | man -l -`. */
export const runMan = (program: Command): number => {
  process.stdout.write(manualPage(shapeOf(program), version))
  return 0
}
