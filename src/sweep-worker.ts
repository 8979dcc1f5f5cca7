import { personFacts } from './assess/population.ts'
import { recordRules } from './guideline/codes/index.ts'
import { sweepParts } from './sweep.ts'
import { serveWorker } from './sweep/worker.ts'

serveWorker({ rules: recordRules, listed: sweepParts.listed, read: personFacts })
