import { raw } from 'hono/html'
import { inOnePiece } from './compiled.ts'
import { ICON_SHAPES, type IconName } from './icon-shapes.ts'

export type { IconName } from './icon-shapes.ts'

/** One shape of an icon. */
export function Shape({ data }: { data: string }) {
  const [kind, ...given] = data.split(' ')
  if (kind === 'o') return <circle cx={given[0]} cy={given[1]} r={given[2]} />
  if (kind === 'r') return <rect x={given[0]} y={given[1]} width={given[2]} height={given[3]} rx={given[4]} />
  return <path d={data} />
}

const idOf = (name: string) => `icoon-${name}`

const stamps = new Map<string, ReturnType<typeof raw>>()

const stamp = (name: IconName, turns: boolean) => (
  <svg class={turns ? 'ic v' : 'ic'} aria-hidden="true" focusable="false">
    <use href={`#${idOf(name)}`} />
  </svg>
)

/** An icon beside words; it is never alone, so a screen reader skips it. `turns`: the chevron of a fold. */
export function Icon({ name, turns = false }: { name: IconName; turns?: boolean }) {
  const key = turns ? `${name} v` : name
  const known = stamps.get(key) ?? raw(String(stamp(name, turns)))
  stamps.set(key, known)
  return known
}

/**
 * The shapes of the icons, once a page: a plan shows some hundreds of icons, and each only names its shape. `only`: the
 * few that a light page shows.
 */
export function IconShapes({ only }: { only?: readonly IconName[] | undefined }) {
  const key = only?.join(' ') ?? ''
  const known = sheets.get(key) ?? inOnePiece(String(<Shapes only={only} />))
  sheets.set(key, known)
  return raw(known)
}

const sheets = new Map<string, string>()

function Shapes({ only }: { only?: readonly string[] | undefined }) {
  const all = Object.entries(ICON_SHAPES)
  return (
    <svg hidden aria-hidden="true">
      {all
        .filter(([name]) => only?.includes(name) ?? true)
        .map(([name, shapes]) => (
          <symbol
            id={idOf(name)}
            viewBox="0 0 24 24"
            fill="none"
            stroke="currentColor"
            stroke-linecap="round"
            stroke-linejoin="round"
          >
            {shapes.map((data) => (
              <Shape data={data} />
            ))}
          </symbol>
        ))}
    </svg>
  )
}

/** The mark of the product: a thread that ties itself round. */
export function Mark() {
  return (
    <svg
      viewBox="0 0 32 32"
      fill="none"
      stroke="currentColor"
      stroke-width="2.4"
      stroke-linecap="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d="M1 23c6 0 10-3 12.5-7.5S18 6 21.5 6c3 0 5 2.2 5 5 0 3.2-2.6 5.4-6 5.4-4.4 0-7.6-3-9-6.4" />
      <circle cx="10.2" cy="6.2" r="2.6" fill="currentColor" stroke="none" />
    </svg>
  )
}
