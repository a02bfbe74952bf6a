import type { Child } from 'hono/jsx'

export type TableProps = {
  caption: string
  hiddenCaption?: boolean
  head: readonly string[]
  /** the first cell of a row names the row */
  rows: readonly (readonly Child[])[]
  /** columns (from 0) that hold figures and stand to the right */
  figures?: readonly number[]
}

/** A table that scrolls in a region of its own, so that the page never scrolls sideways. */
export function Table({ caption, hiddenCaption, head, rows, figures = [] }: TableProps) {
  const side = (column: number) => (figures.includes(column) ? 'getal' : undefined)
  return (
    <div class="schuif" role="region" aria-label={caption} tabindex={0}>
      <table>
        <caption class={hiddenCaption ? 'vh' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {head.map((title, column) => (
              <th scope="col" class={side(column)}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first, ...others]) => (
            <tr>
              <th scope="row">{first}</th>
              {others.map((cell, column) => (
                <td class={side(column + 1)}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
