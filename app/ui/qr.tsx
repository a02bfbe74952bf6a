import { encode } from 'uqr'

const QUIET = 2

/** One path for all dark squares, row by row. */
function squares(rows: readonly (readonly boolean[])[]) {
  return rows
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : '')))
    .join('')
}

/** A QR code as SVG, dark on white in both themes. `label` says what it opens. */
export function Qr({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { border: 0, ecc: 'M' })
  const side = size + 2 * QUIET
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <rect width={side} height={side} fill="#fff" />
      <path d={squares(data)} fill="#000" />
    </svg>
  )
}
