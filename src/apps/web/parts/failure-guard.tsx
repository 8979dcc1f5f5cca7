import { Component } from 'react'
import type { ReactNode } from 'react'
import { en } from '../messages/en.ts'

interface Props {
  readonly children: ReactNode
  /** A change of this tries again. */
  readonly of: unknown
}

interface Failed {
  readonly failed: boolean
  readonly of: unknown
}

/** Keeps a failure to the part where it happened: what was typed lives above it, and stays. */
export class FailureGuard extends Component<Props, Failed> {
  override state: Failed = { failed: false, of: this.props.of }

  static getDerivedStateFromError(): Partial<Failed> {
    return { failed: true }
  }

  static getDerivedStateFromProps({ of }: Props, state: Failed): Partial<Failed> | null {
    return of === state.of ? null : { failed: false, of }
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    return (
      <div role="alert" className="failure">
        <p>{en.failed}</p>
        <button
          type="button"
          onClick={() => {
            this.setState({ failed: false })
          }}
        >
          {en.tryAgain}
        </button>
      </div>
    )
  }
}
