import type { Child } from 'hono/jsx'
import { type Block, parseRich, type RichText as Rich, type Run } from '../kernel/rich.ts'
import { looksAlike } from '../kernel/rich-run.ts'
import { safeHref } from './safe-href.ts'

/**
 * A long text as it was written: lists, bold, italic, links. One paragraph stands as it is, inside whatever it is
 * shown in; more than one, or a list, are blocks: never put it inside a `<p>`.
 */
export const RichText = ({ text }: { text: string }) => <RichBlocks rich={parseRich(text)} />

export function RichBlocks({ rich }: { rich: Rich }) {
  const [first] = rich
  if (rich.length === 1 && first?.kind === 'paragraph') return <RichRuns runs={first.runs} />
  return (
    <>
      {rich.map((block) => (
        <RichBlock block={block} />
      ))}
    </>
  )
}

function RichBlock({ block }: { block: Block }) {
  if (block.kind === 'paragraph') {
    return (
      <p class="alinea">
        <RichRuns runs={block.runs} />
      </p>
    )
  }
  const Kind = block.kind === 'bullets' ? 'ul' : 'ol'
  return (
    <Kind class="punten">
      {block.items.map((runs) => (
        <li>
          <RichRuns runs={runs} />
        </li>
      ))}
    </Kind>
  )
}

type Link = { readonly href: string | undefined; readonly runs: Run[] }

/** The words of one paragraph or point. Most have no looks at all. */
export function RichRuns({ runs }: { runs: readonly Run[] }) {
  const [first] = runs
  if (first && runs.length === 1 && looksAlike(first, {})) return <Lines text={first.text} />
  return (
    <>
      {linksIn(runs).map(({ href, runs }) => (
        <MaybeLink href={safeHref(href)}>
          {runs.map((run) => (
            <Words run={run} />
          ))}
        </MaybeLink>
      ))}
    </>
  )
}

/** A link whose words look different is one link. */
function linksIn(runs: readonly Run[]): Link[] {
  const links: Link[] = []
  for (const run of runs) {
    const last = links.at(-1)
    if (last && last.href === run.href) last.runs.push(run)
    else links.push({ href: run.href, runs: [run] })
  }
  return links
}

/** A link out of the product: it learns nothing of the page it stands on, and the card around it stays. */
const MaybeLink = ({ href, children }: { href: string | null; children: Child }) =>
  href === null ? (
    <>{children}</>
  ) : (
    <a href={href} rel="noopener noreferrer nofollow" target="_blank">
      {children}
    </a>
  )

function Words({ run }: { run: Run }) {
  const lines = <Lines text={run.text} />
  const words = run.italic ? <em>{lines}</em> : lines
  return run.bold ? <strong>{words}</strong> : words
}

/** A text in which a line feed is a line break. */
export function Lines({ text }: { text: string }) {
  if (!text.includes('\n')) return <>{text}</>
  return (
    <>
      {text.split('\n').map((line, place) => (
        <>
          {place > 0 && <br />}
          {line}
        </>
      ))}
    </>
  )
}
