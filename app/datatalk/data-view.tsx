import { Fold } from '../ui/details.tsx'
import { PostButton } from '../ui/form.tsx'
import { ClaimForm } from './claim-view.tsx'
import { sayFact } from './fact-text.ts'
import { linesIn } from './talk.ts'
import { AddLine, TalkLines } from './talk-line-view.tsx'
import { type TalkSheet, talkHref } from './talk-sheet.ts'
import { talkText } from './talk-text.ts'

type Props = { sheet: TalkSheet }

/** What do we see: what was laid in, what the numbers offer, something to check, and something that can't be checked. */
export function DataPart({ sheet }: Props) {
  const text = talkText(sheet.language)
  const lines = linesIn(sheet.talk, 'data')
  return (
    <>
      <TalkLines lines={lines} sheet={sheet} />
      {lines.length === 0 && !sheet.writes && <p class="noot">{text.empty}</p>}
      {sheet.writes && (
        <>
          <Offers sheet={sheet} isOpen={lines.length === 0} />
          {sheet.claims && <ClaimForm sheet={sheet} claims={sheet.claims} />}
          {!sheet.claims && <p class="noot">{text.noNumbers}</p>}
          <AddLine part="data" sheet={sheet} />
        </>
      )}
    </>
  )
}

/** So many that they are read; the rest is one tap away. */
const A_HANDFUL = 5

function Offers({ sheet, isOpen }: Props & { isOpen: boolean }) {
  const text = talkText(sheet.language)
  if (sheet.offers.length === 0) return null
  const [first, rest] = [sheet.offers.slice(0, A_HANDFUL), sheet.offers.slice(A_HANDFUL)]
  return (
    <Fold summary={text.offers} id="aangeboden" open={isOpen}>
      <p class="noot">{text.offersNote}</p>
      <OfferList offers={first} sheet={sheet} />
      {rest.length > 0 && (
        <Fold summary={text.moreOffers(rest.length)} id="meer-aangeboden">
          <OfferList offers={rest} sheet={sheet} />
        </Fold>
      )}
    </Fold>
  )
}

const OfferList = ({ offers, sheet }: Props & { offers: TalkSheet['offers'] }) => (
  <ul class="aanbod">
    {offers.map(({ key, fact }) => (
      <li>
        <PostButton
          action={talkHref(sheet.talk, sheet.side)}
          hidden={{ act: 'fact', fact: key }}
          kind="quiet"
          icon="plus"
        >
          <span>{sayFact(sheet.language, fact)}</span>
        </PostButton>
      </li>
    ))}
  </ul>
)
