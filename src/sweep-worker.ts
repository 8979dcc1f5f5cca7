import { personFacts } from './assess/population.ts'
import { serveReader } from './sweep/reader.ts'

serveReader(personFacts)
