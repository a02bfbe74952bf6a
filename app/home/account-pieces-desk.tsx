import type { FillAccount } from '../session/account-slot-desk.ts'
import { wantedLetters } from './digest-store.ts'
import { DigestChoice } from './digest-view.tsx'

/** What other rooms put on one's own account page. In the demo school no mail leaves. */
export const accountPieces: FillAccount = async ({ db, language, path }, { actor }) =>
  actor.demo ? null : (
    <DigestChoice
      language={language}
      wanted={await wantedLetters(db, actor)}
      isSaved={/[?&]letters=saved\b/.test(path)}
    />
  )
