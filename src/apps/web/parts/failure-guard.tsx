import { Component } from 'react'
import type { ReactNode } from 'react'
import { useWords } from '../messages/words.ts'

interface Props {
  readonly children: ReactNode
  /** A change of this tries again. */
  readonly of: unknown
}

interface FailedState {
  readonly failed: boolean
  readonly of: unknown
}

const Failed = ({ tryAgain }: { readonly tryAgain: () => void }) => {
  const words = useWords()
  return (
    <div role="alert" className="failure">
      <p>{words.failed}</p>
      <button type="button" onClick={tryAgain}>
        {words.tryAgain}
      </button>
    </div>
  )
}

/** Keeps a failure to the part where it happened: what was typed lives above it, and stays. */
export class FailureGuard extends Component<Props, FailedState> {
  override state: FailedState = { failed: false, of: this.props.of }

  static getDerivedStateFromError(): Partial<FailedState> {
    return { failed: true }
  }

  static getDerivedStateFromProps({ of }: Props, state: FailedState): Partial<FailedState> | null {
    return of === state.of ? null : { failed: false, of }
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    return (
      <Failed
        tryAgain={() => {
          this.setState({ failed: false })
        }}
      />
    )
  }
}
