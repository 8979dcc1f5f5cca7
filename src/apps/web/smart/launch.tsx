import { StrictMode } from 'react'
import type { ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { today } from '../../../assess/dates.ts'
import { en } from '../messages/en.ts'
import { enter, signIn } from './flow.ts'
import type { Step } from './flow.ts'
import type { RecordServer } from './servers.ts'
import type { Trouble } from './trouble.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no element "root".')
const shown = createRoot(root)

const show = (content: ReactNode): void => {
  shown.render(<StrictMode>{content}</StrictMode>)
}

const Frame = ({ children }: { readonly children: ReactNode }) => (
  <main className="screen">
    <h1>{en.title}</h1>
    {children}
    <p>
      <a href="./">Work without a record system</a>
    </p>
  </main>
)

const Failed = ({ trouble: { message, remedy, said } }: { readonly trouble: Trouble }) => (
  <Frame>
    <div role="alert" className="failure">
      <p>{message}</p>
      {said !== undefined && <p>It says: “{said}”</p>}
      <p>{remedy}</p>
    </div>
  </Frame>
)

const Choose = ({ servers }: { readonly servers: readonly RecordServer[] }) => (
  <Frame>
    <p>
      Sign in at a record system and choose a patient there. The record is read in this window and
      kept nowhere.
    </p>
    {servers.map((server) => (
      <p key={server.iss}>
        <button
          type="button"
          className="primary"
          onClick={() => {
            show(waiting)
            void signIn(server).then(goOn)
          }}
        >
          Sign in at {server.name}
        </button>
      </p>
    ))}
  </Frame>
)

const waiting = (
  <Frame>
    <p role="status">Talking to the record system …</p>
  </Frame>
)

const goOn = async (step: Step): Promise<void> => {
  if ('trouble' in step) show(<Failed trouble={step.trouble} />)
  else if ('choose' in step) show(<Choose servers={step.choose} />)
  else if ('record' in step) {
    const { App } = await import('../app.tsx')
    show(<App record={step.record} />)
  }
}

// A page that the browser kept for "back" would show the patient before.
window.addEventListener('pageshow', ({ persisted }) => {
  if (persisted) window.location.reload()
})

show(waiting)
await goOn(await enter(today()))
