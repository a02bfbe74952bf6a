import type { Child } from 'hono/jsx'
import { Icon } from './icons.tsx'

export type FoldProps = {
  /** what is inside, in words */
  summary: Child
  id?: string
  open?: boolean
  children: Child
}

/** Something that opens in its place. Native, so it works without script and with the keyboard. */
export function Fold({ summary, id, open, children }: FoldProps) {
  return (
    <details id={id} open={open ? true : undefined}>
      <summary>
        <Icon name="chevron" turns />
        <span>{summary}</span>
      </summary>
      {children}
    </details>
  )
}

export type HookedFoldProps = {
  id: string
  /** whose it is ('Anouk, groep 3') and one short line about it */
  name: string
  short: Child
  /** hangs on nothing yet: the hook is loose, dashed and grey */
  loose?: boolean
  open?: boolean
  children: Child
}

/** A track on the rail of the plan: a thin hook, closed until somebody wants to read it. */
export function HookedFold({ id, name, short, loose, open, children }: HookedFoldProps) {
  return (
    <details class={loose ? 'traject haak los' : 'traject haak'} id={id} open={open ? true : undefined}>
      <summary>
        <span>
          <span class="naam">{name}</span>
          <span class="kort">{short}</span>
        </span>
        <Icon name="chevron" turns />
      </summary>
      {children}
    </details>
  )
}
