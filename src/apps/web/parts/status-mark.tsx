import type { Shape } from '../plan/status.ts'

const drawn: Readonly<Record<Shape, React.ReactNode>> = {
  must: (
    <>
      <circle cx="10" cy="10" r="9" fill="currentColor" />
      <path d="M10 4.5v7" className="on-mark" />
      <circle cx="10" cy="14.7" r="1.4" className="on-mark-dot" />
    </>
  ),
  speech: (
    <path
      d="M3 3.5h14v9.5H9.5L5.5 17v-4H3z"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinejoin="round"
    />
  ),
  bar: (
    <g fill="none" stroke="currentColor" strokeWidth="2">
      <circle cx="10" cy="10" r="8.2" />
      <path d="M4.3 15.7 15.7 4.3" />
    </g>
  ),
  question: (
    <>
      <circle
        cx="10"
        cy="10"
        r="8.6"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeDasharray="3 2.4"
      />
      <path
        d="M7.6 8a2.5 2.5 0 1 1 3.6 2.2c-.9.5-1.2 1-1.2 1.8"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.7"
      />
      <circle cx="10" cy="14.4" r="1.1" fill="currentColor" />
    </>
  ),
  hollow: (
    <g fill="none" stroke="currentColor" strokeWidth="1.6">
      <circle cx="10" cy="10" r="8.4" />
      <path d="M6.5 10h7" />
    </g>
  ),
  eye: (
    <g fill="none" stroke="currentColor" strokeWidth="1.6">
      <path d="M1.5 10S4.6 4.5 10 4.5 18.5 10 18.5 10 15.4 15.5 10 15.5 1.5 10 1.5 10z" />
      <circle cx="10" cy="10" r="2.6" fill="currentColor" />
    </g>
  ),
  info: (
    <g>
      <rect
        x="2"
        y="2"
        width="16"
        height="16"
        rx="2"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
      />
      <circle cx="10" cy="6" r="1.2" fill="currentColor" />
      <path d="M10 9v6" stroke="currentColor" strokeWidth="1.8" />
    </g>
  ),
}

/** The shape of a status, beside its word: for those who do not see its color. */
export const StatusMark = ({ shape }: { readonly shape: Shape }) => (
  <svg className="mark" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
    {drawn[shape]}
  </svg>
)
