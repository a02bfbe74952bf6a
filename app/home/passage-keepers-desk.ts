import { amendmentKeeper } from '../adoption/amendment-keeper-desk.ts'
import { evaluationKeeper } from '../evaluation/evaluation-keeper-desk.ts'
import { teamLookKeeper } from '../evaluation/team-look-keeper-desk.ts'
import { minutesKeeper } from '../minutes/minutes-keeper-desk.ts'
import { entryKeeper } from '../plan/plan-keeper-desk.ts'
import { principleKeeper } from '../plan/principle-keeper-desk.ts'
import { pieceKeeper } from '../shelf/piece-keeper-desk.ts'
import { type FindPassage, keepers } from '../writing/passage-keeper-desk.ts'

/** Every room of the house that owns passages, by its clock; `keepersOf(house)` answers it to the rooms below. */
export const passagesBy = (now: () => Date): FindPassage =>
  keepers(
    entryKeeper,
    principleKeeper,
    amendmentKeeper(now),
    evaluationKeeper,
    teamLookKeeper,
    minutesKeeper,
    pieceKeeper,
  )
