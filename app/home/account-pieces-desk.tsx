import type { FillAccount } from '../session/account-slot-desk.ts'
import { wantsDigest } from './digest-store.ts'
import { DigestChoice } from './digest-view.tsx'

/** What other rooms put on one's own account page. In the demo school no mail leaves. */
export const accountPieces: FillAccount = async ({ db, language }, { actor }) =>
  actor.demo ? null : <DigestChoice language={language} on={await wantsDigest(db, actor)} />
