import { type Block, type Run, saidIn } from '../paper/paper.ts'
import { Lines, RichBlocks, RichRuns } from '../ui/rich.tsx'

/** Runs of a paper document as HTML: labels bold, threads in red, notes small. */
export const PrintedRuns = ({ runs }: { runs: readonly Run[] }) => (
  <>
    {runs.map((run) => (
      <PrintedRun run={run} />
    ))}
  </>
)

function PrintedRun({ run }: { run: Run }) {
  const text = <RichRuns runs={saidIn(run)} />
  if (run.as === 'label') return <b>{text}</b>
  if (run.as === 'thread')
    return (
      <>
        {' '}
        <span class="aan">{text}</span>
      </>
    )
  if (run.as === 'note') return <small>{text}</small>
  return run.as === 'strong-field' ? <strong>{text}</strong> : text
}

/** A text with paragraphs or lists, under its label. */
export const PrintedSaid = ({ block }: { block: Extract<Block, { kind: 'said' }> }) => (
  <div class={block.as === 'note' ? 'stuk klein' : 'stuk'}>
    {block.lead.length > 0 && (
      <p>
        <PrintedRuns runs={block.lead} />
      </p>
    )}
    <RichBlocks rich={block.rich} />
    {block.tail.length > 0 && (
      <p>
        <PrintedRuns runs={block.tail} />
      </p>
    )}
  </div>
)

export function PrintedItems({ block }: { block: Extract<Block, { kind: 'list' }> }) {
  const Kind = block.counted ? 'ol' : 'ul'
  return (
    <Kind>
      {block.items.map((runs, index) => (
        <li>
          {block.counted && <span>{index + 1}.</span>}
          <div>
            <PrintedRuns runs={runs} />
          </div>
        </li>
      ))}
    </Kind>
  )
}

export const PrintedFacts = ({ rows }: { rows: readonly { label: string; text: string }[] }) => (
  <dl>
    {rows.map(({ label, text }) => (
      <>
        <dt>{label}</dt>
        <dd>
          <Lines text={text} />
        </dd>
      </>
    ))}
  </dl>
)

export const PrintedTable = ({ block }: { block: Extract<Block, { kind: 'table' }> }) => (
  <table>
    <thead>
      <tr>
        {block.head.map((text) => (
          <th scope="col">{text}</th>
        ))}
      </tr>
    </thead>
    <tbody>
      {block.rows.map((row) => (
        <tr>
          {row.map((text) => (
            <td>{text}</td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)

/** Each row by its name; what stands beside a number comes after it, what stands below it on a line of its own. */
export const PrintedFigures = ({ block }: { block: Extract<Block, { kind: 'figures' }> }) => (
  <table>
    <caption>{block.caption}</caption>
    <thead>
      <tr>
        {block.head.map((text) => (
          <th scope="col">{text}</th>
        ))}
      </tr>
    </thead>
    <tbody>
      {block.rows.map(({ name, cells }) => (
        <tr>
          <th scope="row">{name}</th>
          {cells.map((cell) => (
            <td>
              <Lines text={[`${cell.text} ${cell.beside}`.trim(), cell.under].filter(Boolean).join('\n')} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)

/** What a drawing shows, in words: the drawing itself is for PDF and Word. */
export const PrintedPicture = ({ block }: { block: Extract<Block, { kind: 'picture' }> }) => (
  <p>
    <b>{block.caption}</b> {block.told}
  </p>
)

export const PrintedNames = ({ names }: { names: readonly string[] }) => (
  <ul class="namen">
    {names.map((name) => (
      <li>{name}</li>
    ))}
  </ul>
)

export const PrintedSignatures = ({ labels }: { labels: readonly string[] }) => (
  <div class="teken">
    {labels.map((label) => (
      <div>{label}</div>
    ))}
  </div>
)
