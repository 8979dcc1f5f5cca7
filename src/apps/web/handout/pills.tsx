/** Tablets as drawn: a disc for each, half a disc for a half. In black only, for any printer. */
export const Pills = ({ count }: { readonly count: number }) => {
  const whole = Math.min(Math.floor(count), 12)
  const width = (whole + (count === Math.floor(count) ? 0 : 1)) * 18
  return (
    <svg
      className="pills"
      viewBox={`0 0 ${String(width)} 18`}
      width={width}
      height="18"
      aria-hidden="true"
    >
      {Array.from({ length: whole }, (_one, index) => (
        <g key={index}>
          <circle cx={index * 18 + 9} cy="9" r="7" />
          <path d={`M${String(index * 18 + 9)} 2v14`} />
        </g>
      ))}
      {count !== Math.floor(count) && <path d={`M${String(whole * 18 + 11)} 2a7 7 0 0 0 0 14z`} />}
    </svg>
  )
}
