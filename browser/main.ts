import { config } from '@hotwired/turbo'
import { defineAskAgain } from './ask-again.ts'
import { AutoSave } from './auto-save.ts'
import { watchContents } from './contents.ts'
import { keepFocus } from './focus.ts'
import { keepFoldsOpen } from './keep-open.ts'
import { wipeOthersWords } from './kept.ts'
import { defineWriting, wipeAtSignOut } from './kept-texts.ts'
import { openWhatIsLinked } from './linked-details.ts'
import { followMeetings } from './live-feed.ts'
import { closeMenus } from './menu.ts'
import { sayWhenOffline } from './offline.ts'
import { definePasskeys } from './passkey-button.ts'
import { definePickWords } from './pick-words.ts'
import { definePresenterKeys } from './presenter-keys.ts'
import { defineRunClock } from './run-clock.ts'
import { defineButtons } from './script-buttons.ts'
import { defineThemeSwitch } from './theme.ts'
import { standOnThread } from './thread.ts'
import { defineWeekSliders } from './week-sliders.ts'
import { openWholePages } from './whole-page.ts'
import { watchCards } from './writing-card.ts'
import { defineYearMover } from './year-mover.ts'

// Every page works without this file; here is only what makes it pleasant.
watchCards()
wipeAtSignOut()
wipeOthersWords()
config.drive.progressBarDelay = 300
keepFocus()
keepFoldsOpen()
openWholePages()
openWhatIsLinked()
watchContents()
closeMenus()
sayWhenOffline()
standOnThread()
defineButtons()
definePickWords()
defineThemeSwitch()
definePasskeys()
defineWriting(AutoSave)
followMeetings()
definePresenterKeys()
defineRunClock()
defineAskAgain()
defineYearMover()
defineWeekSliders()
