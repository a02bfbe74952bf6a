import { fillMeetings } from './adoption/held-desk.ts'
import { aimsInTrends } from './ambition/aims-desk.ts'
import { noteFigures } from './ambition/ambition-news-store.ts'
import { ambitionsBeside } from './ambition/at-goal-desk.tsx'
import { fillTestDays } from './ambition/test-days-slot-desk.ts'
import { analysisPoints } from './analysis/at-meeting-desk.ts'
import { talkPoints } from './datatalk/at-meeting-desk.ts'
import { talkInTrends } from './datatalk/columns-desk.ts'
import { waysOfSubject } from './datatalk/ways-desk.tsx'
import { heldInMeeting, tellRoomOf } from './deciding/held-store.ts'
import { fillPointRooms } from './deciding/item-point-slot-desk.ts'
import { fillBesideGoals } from './evaluation/beside-goal-desk.ts'
import { fillSharedTime } from './evaluation/shared-time-desk.ts'
import { accountPieces } from './home/account-pieces-desk.tsx'
import { passagesBy } from './home/passage-keepers-desk.ts'
import { planMargins } from './home/plan-margins-desk.tsx'
import { isSchoolDayHere } from './home/school-days-desk.ts'
import { visitsInStory } from './home/story-visits-desk.ts'
import { workWeeksOf } from './home/work-weeks-desk.ts'
import { forgetQuestionOfAppointments } from './office/office-tidy-store.ts'
import { fillMyQuestions } from './office/questions-slot-desk.ts'
import { patternPiece } from './pattern/pattern-piece-desk.tsx'
import { forgetPatternTexts } from './pattern/pattern-text-store.ts'
import { fillWorkWeeks } from './plan/budget-desk.ts'
import { fillMargins } from './plan/plan-desk.tsx'
import { forgetQuestionOfCalls } from './question/heavy-tidy-store.ts'
import { questionsForOffice } from './question/office-slot-desk.ts'
import { fillAnswers } from './question/question-slot-desk.ts'
import { whenForgotten } from './question/question-write-store.ts'
import { whenFiguresChange } from './result/figures-slot-store.ts'
import { fillAccount } from './session/account-slot-desk.ts'
import type { House } from './session/desk.ts'
import { fillStory } from './step/story-desk.ts'
import { sharedSentences } from './time/share-desk.ts'
import { fillTalk } from './time/talk-slot-desk.ts'
import { answersPiece } from './tray/answers-desk.tsx'
import { smallInTalk } from './tray/small-talk-desk.ts'
import { fillPatterns } from './tray/tray-slot-desk.ts'
import { forgetAnswersTo } from './tray/tray-tidy-store.ts'
import { fillAims, fillColumns, fillWays } from './trend/trend-slot-desk.ts'
import { fillSchoolDays } from './visit/school-day-desk.ts'
import { fillKeepers } from './writing/passage-keeper-desk.ts'
import { testDaysInCircle } from './year/test-days-desk.ts'

/** What rooms leave open for higher ones is filled here, once for a house. */
export function fillSlots(house: House) {
  fillMargins(house, planMargins)
  fillStory(house, visitsInStory)
  fillSchoolDays(house, isSchoolDayHere)
  fillWorkWeeks(workWeeksOf)
  fillSharedTime(sharedSentences)
  fillAccount(house, accountPieces)
  fillKeepers(house, passagesBy(house.now))
  whenForgotten(forgetPatternTexts)
  whenForgotten(forgetAnswersTo)
  fillAnswers(house, answersPiece)
  fillTalk(house, smallInTalk)
  fillPatterns(house, patternPiece)
  fillMyQuestions(house, questionsForOffice)
  whenForgotten(forgetQuestionOfCalls)
  whenForgotten(forgetQuestionOfAppointments)
  fillAims(house, aimsInTrends)
  fillColumns(house, talkInTrends)
  fillWays(house, waysOfSubject)
  fillBesideGoals(ambitionsBeside)
  fillPointRooms([talkPoints, analysisPoints])
  fillTestDays(testDaysInCircle)
  whenFiguresChange(noteFigures)
  fillMeetings(house, { heldIn: heldInMeeting, tellRoom: tellRoomOf })
}
