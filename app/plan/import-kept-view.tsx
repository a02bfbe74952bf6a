import type { Language } from '../kernel/language.ts'
import { BackLink } from '../ui/button.tsx'
import { PostButton } from '../ui/form.tsx'
import { PageHead } from '../ui/head.tsx'
import { Knot } from '../ui/thread.tsx'
import type { KeptImport } from './import-kept.ts'
import { importText } from './import-text.ts'

type Props = {
  readonly language: Language
  /** The day on which it was taken in, in words. */
  readonly day: string
  readonly found: KeptImport
  /** Of the plan. */
  readonly href: string
}

/** What stayed behind of a Word file, in the order in which it stood there. */
export function KeptPieces({ language, day, found, href }: Props) {
  const text = importText(language)
  const { pieces } = found.kept
  return (
    <>
      <PageHead title={text.keptTitle} under={text.keptUnder(found.fileName, day)}>
        <BackLink href={href}>{text.toPlan}</BackLink>
      </PageHead>
      {pieces.length === 0 && <p class="noot">{text.keptNone}</p>}
      <ul class="losse-stukken">
        {pieces.map((piece) => (
          <li>
            <Knot kind="loose" />
            <blockquote>
              {piece.text.split('\n').map((line) => (
                <p>{line}</p>
              ))}
              {piece.under && <small>{text.underHead(piece.under)}</small>}
            </blockquote>
          </li>
        ))}
      </ul>
      <div class="rij mt">
        <PostButton kind="quiet" action={`${href}/import`}>
          {text.keptAway}
        </PostButton>
      </div>
    </>
  )
}
